"""Years of conversations, as rows: people with their messages, turns, ended runs, closed questions and handled events."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from anna.db.connect import Connection
from anna.flows.model import Pending, Run, Trigger
from anna.kit.phone import canonical
from anna.provisioning.demo import demo_id
from benchmarks.load import lid, phone
from benchmarks.stage import INSTANCE

CLINICA = demo_id("aroeira")
LONGEST = timedelta(days=730)
PER_RUN = 6
"""Messages of one run: three questions with their answers."""

_PEOPLE = """
with gente as (
  select * from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) as g (id, chave, telefone, lid)
), contatos as (
  insert into whatsapp.contatos (id, clinica_id, nome, criado_em) select id, $1, 'Maria Souza', $7 from gente
), conversas as (
  insert into whatsapp.conversas (id, clinica_id, contato_id, instancia_id, avisada_em, criada_em)
  select id, $1, id, $2, $7, $7 from gente
)
insert into whatsapp.identidades (clinica_id, contato_id, tipo, valor, endereco, visto_em)
select $1, id, 'phone', chave, telefone || '@s.whatsapp.net', $8::timestamptz from gente
union all select $1, id, 'lid', lid, lid || '@lid', $8::timestamptz from gente
"""

_RUNS = """
create temp table passado on commit drop as
select c.id as conversa, n, uuidv7() as execucao, uuidv7() as turno,
  $2::timestamptz - make_interval(secs => $4::float8 * ($3::int - n + 1)) as em
from unnest($1::uuid[]) as c (id) cross join generate_series(1, $3::int) n
"""

_FILL = (
    """
    insert into automacao.execucoes (id, clinica_id, fluxo, versao, chave, raiz_id, faixa, estado, passo, visita, dados, desde, desfecho,
      criada_em, encerrada_em)
    select execucao, $1, 'lead_to_booking', 1, 'conversa:' || conversa, execucao, 'talk', 'encerrada', 'questions', 3,
      '{"slots": {"procedimentos": ["botox"]}}', em, 'cold', em, em from passado where n % 6 = 0
    """,
    """
    insert into automacao.refs (clinica_id, execucao_id, tipo, alvo, viva)
    select $1, execucao, tipo, conversa, false from passado cross join unnest(array['conversa', 'contato']) tipo where n % 6 = 0
    """,
    """
    insert into automacao.perguntas (clinica_id, conversa_id, execucao_id, passo, visita, slot, aceita, aberta_em, fechada_em)
    select $1, conversa, execucao, 'questions', v, 'quando', '{quando}', em, em
    from passado cross join generate_series(1, 3) v where n % 6 = 0
    """,
    """
    insert into automacao.eventos (clinica_id, nome, refs, causa, ocorrido_em, tratado_em)
    select $1, 'consulta.agendada', jsonb_build_object('conversa', conversa), execucao, em, em from passado where n % 6 = 0
    """,
    """
    insert into whatsapp.turnos (id, clinica_id, conversa_id, ate_ordem, texto, contexto, leitura, regras, rota, entendeu, resultado,
      iniciado_em, terminado_em)
    select turno, $1, conversa, n, 'quero marcar', '{}', '{}', '[]', '{"regra": "start"}', 'offline', 'concluido', em, em
    from passado where n % 2 = 1
    """,
    """
    insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, provedor_id, texto, criada_em, status,
      status_em, desfecho, turno_id, modelo)
    select $1, p.conversa, c.instancia_id, case when n % 2 = 1 then 'entrada' else 'saida' end,
      case when n % 2 = 1 then 'paciente' else 'anna' end, 'PAST-' || turno || execucao, 'Para quando você gostaria? ' || n, em,
      case when n % 2 = 1 then 'recebida' else 'lida' end, em, case when n % 2 = 1 then 'respondida' end,
      case when n % 2 = 1 then turno end, case when n % 2 = 0 then 'ask_quando' end
    from passado p join whatsapp.conversas c on c.id = p.conversa order by em
    """,
)

_LIVE = """
with vivas as (
  insert into automacao.execucoes (clinica_id, fluxo, versao, chave, raiz_id, faixa, estado, passo, visita, dados, desde, acorda_em,
    criada_em)
  select $1, 'lead_to_booking', 1, 'lembrete:' || c, uuidv7(), 'background', 'viva', 'questions', 1, $4, $3, $3::timestamptz + interval '30 days', $3
  from unnest($2::uuid[]) c returning id, substr(chave, 10)::uuid as conversa
)
insert into automacao.refs (clinica_id, execucao_id, tipo, alvo)
select $1, id, tipo, conversa from vivas cross join unnest(array['conversa', 'contato']) tipo
"""


async def add_people(
    conn: Connection, people: range, *, messages: int, now: datetime, live: bool = False
) -> dict[int, UUID]:
    """Add the people with these numbers, each with `messages` of the past; returns their conversas by number.

    With `live` each has a run in the background as well, as for a reminder that is due in a month.
    """
    step = min(timedelta(hours=1), LONGEST / max(messages, 1))
    since = now - LONGEST - timedelta(days=1)
    instancia = demo_id("aroeira", "instancia", INSTANCE)
    async with conn.transaction():
        ids = {number: UUID(int=7 << 64 | number) for number in people}
        numbers = [phone(number) for number in people]
        await conn.execute(
            _PEOPLE, CLINICA, instancia, list(ids.values()), [canonical(n) for n in numbers], numbers,
            [lid(number) for number in people], since, now,
        )  # fmt: skip
        await conn.execute(_RUNS, list(ids.values()), now, messages, step.total_seconds())
        for statement in _FILL:
            await conn.execute(statement, CLINICA)
        if live:
            run = Run(
                flow="lead_to_booking", version=1, key="", trigger=Trigger(name="schedule", at=now), since=now,
                step="questions", visit=1, pending=Pending.QUESTION,
            )  # fmt: skip
            await conn.execute(_LIVE, CLINICA, list(ids.values()), now, run.to_json())
    return ids
