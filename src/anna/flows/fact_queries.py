"""What flows and templates may know of a conversation, read afresh from rows each time a run moves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from anna.conversation.manners import PARTED
from anna.db.connect import Connection
from anna.db.rows import many, one
from anna.whatsapp.reasons import ALARMS, RELIEFS, SERVED

REGRET = timedelta(days=2)
"""So long after giving a consulta up a patient may want it back without saying which."""

JUST_NOW = timedelta(hours=1)
"""So long what is said of a time is said of what was booked or moved last."""

OTHERS_QUESTION = timedelta(minutes=30)
"""What is not an answer does not talk over another question of the conversa that is younger than this (FLOWS rule 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The clinica a run belongs to, and the person it talks with."""

    clinica_id: UUID
    clinica_nome: str
    fuso: str
    clinica_telefone: str | None
    endereco: str
    referencia: str | None
    conversa_id: UUID | None
    dono: str | None
    pergunta: bool
    despedida: bool
    contato_id: UUID | None
    contato_nome: str | None
    pessoa_nome: str | None
    saida: str | None
    sem_lembretes: bool
    telefone: str | None
    paciente_id: UUID | None
    paciente_nome: str | None
    paciente_outro: bool
    paciente_visitas: int
    marcadas: int
    marcadas_agora: int
    desmarcadas: int
    esperas: int
    desconto_pedido: bool
    lead_id: UUID | None
    lead_status: str | None
    lead_score: int | None


async def find_surroundings(
    conn: Connection, clinica_id: UUID, refs: Mapping[str, UUID], *, now: datetime
) -> Surroundings:
    """`dono` is who speaks in the conversa at `now`: while nobody has come for a gentle reason that is Anna; `pergunta` says that a question
    was put less than `OTHERS_QUESTION` ago and is not answered; `despedida` that the patient took her leave with her last words; `marcadas` is how
    many consultas of whom the contato writes for are still to come, `marcadas_agora` how many of them were booked or moved within `JUST_NOW`,
    `desconto_pedido` whether a price was left to a person who has not answered.

    The paciente is the one the run names, else the contato's own, else the only one linked to the contato; `pessoa_nome` is whoever
    writes, if she is a patient herself; `paciente_outro` says that the paciente is somebody she writes for.
    """
    row = await conn.fetchrow(
        """
        select k.id as clinica_id, k.nome as clinica_nome, k.fuso, k.telefone as clinica_telefone, k.endereco, k.referencia,
          c.id as conversa_id,
          case when c.dono_ate <= $5 or exists (select from whatsapp.transferencias w where w.conversa_id = c.id
            and w.devolvida_em is null and w.assumida_em is null and w.motivo = any($7)) then 'anna' else c.dono end as dono,
          exists (select from automacao.perguntas q join automacao.execucoes x on x.id = q.execucao_id
            where q.conversa_id = c.id and q.fechada_em is null and q.slot is not null and q.aberta_em > $8
              and x.estado = 'viva' and x.suspensa_por is null) as pergunta,
          coalesce((select u.rota->>'regra' = 'social' and u.rota->>'motivo' = any($10) from whatsapp.turnos u
            where u.conversa_id = c.id and u.resultado = 'concluido' order by u.iniciado_em desc, u.id desc limit 1), false) as despedida,
          t.id as contato_id, t.nome as contato_nome, t.saida,
          coalesce((select l.status = 'negado' from lgpd.consentimentos l where l.contato_id = t.id and l.finalidade = 'lembretes'
            order by l.registrado_em desc, l.id desc limit 1), false) as sem_lembretes,
          (select e.nome from whatsapp.contato_pacientes x join crm.pacientes e on e.id = x.paciente_id
            where x.contato_id = t.id and x.relacao = 'proprio' order by e.id limit 1) as pessoa_nome,
          (select '+' || regexp_replace(split_part(d.endereco, '@', 1), '[^0-9]', '', 'g') from whatsapp.identidades d
            where d.contato_id = t.id and d.tipo = 'phone' order by d.visto_em desc limit 1) as telefone,
          p.id as paciente_id, p.nome as paciente_nome,
          (p.id is not null and not exists (select from whatsapp.contato_pacientes x
            where x.contato_id = t.id and x.paciente_id = p.id and x.relacao = 'proprio')) as paciente_outro,
          (select count(*)::int from agendamento.consultas a where a.paciente_id = p.id
            and a.status in ('realizado', 'agendado', 'confirmado', 'faltou')) as paciente_visitas,
          (select count(*)::int from agendamento.consultas a join whatsapp.contato_pacientes x on x.paciente_id = a.paciente_id
            where x.contato_id = t.id and a.status in ('agendado', 'confirmado') and a.inicio > $5) as marcadas,
          (select count(*)::int from agendamento.consultas a join whatsapp.contato_pacientes x on x.paciente_id = a.paciente_id
            where x.contato_id = t.id and a.status in ('agendado', 'confirmado') and a.inicio > $5 and a.status_em > $9) as marcadas_agora,
          (select count(*)::int from agendamento.consultas a join whatsapp.contato_pacientes x on x.paciente_id = a.paciente_id
            where x.contato_id = t.id and (a.status = 'expirado' or a.status = 'cancelado' and a.motivo = 'paciente') and a.inicio > $5 and a.status_em > $6
              and not exists (select from agendamento.consultas n where n.paciente_id = a.paciente_id and n.criada_em >= a.status_em
                and n.status in ('reservado', 'agendado', 'confirmado'))) as desmarcadas,
          (select count(*)::int from agendamento.lista_espera e where e.contato_id = t.id and e.status = 'aberta') as esperas,
          exists (select from whatsapp.transferencias w join whatsapp.mensagens m on m.conversa_id = w.conversa_id and m.criada_em >= w.aberta_em
            where w.conversa_id = c.id and w.devolvida_em is null and m.modelo = 'promocao' and m.status <> 'descartada') as desconto_pedido,
          l.id as lead_id, l.status as lead_status,
          (select q.score from crm.qualificacoes q where q.lead_id = l.id order by q.avaliado_em desc limit 1) as lead_score
        from clinica.clinicas k
        left join whatsapp.conversas c on c.id = $2
        left join whatsapp.contatos t on t.id = coalesce($3, c.contato_id)
        left join lateral (
          select p.id, p.nome from crm.pacientes p
          where p.id = $4
             or ($4::uuid is null and p.id = (
               select x.paciente_id from whatsapp.contato_pacientes x where x.contato_id = t.id
               order by x.relacao = 'proprio' desc, x.paciente_id limit 1))
          limit 1) p on true
        left join lateral (
          select l.id, l.status from crm.leads l where l.contato_id = t.id order by l.criado_em desc limit 1) l on true
        where k.id = $1
        """,
        clinica_id, refs.get("conversa"), refs.get("contato"), refs.get("paciente"), now, now - REGRET,
        list(SERVED), now - OTHERS_QUESTION, now - JUST_NOW, list(PARTED),
    )  # fmt: skip
    found = one(Surroundings, row)
    assert found is not None, "a run belongs to a clinica that exists"
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultaFacts:
    """A consulta with what is said of it."""

    id: UUID
    inicio: datetime
    fim: datetime
    revisao: int
    status: str
    expira_em: datetime | None
    valor: Decimal
    sinal: Decimal
    profissional: str
    servicos: list[str]
    slugs: list[str]
    preparo: str | None


async def find_consulta_facts(conn: Connection, consulta_id: UUID) -> ConsultaFacts | None:
    row = await conn.fetchrow(
        """
        select a.id, a.inicio, a.fim, a.revisao, a.status, a.expira_em, a.valor, a.sinal, p.nome as profissional,
          array(select s.nome from agendamento.consulta_servicos x join agendamento.servicos s on s.id = x.servico_id
            where x.consulta_id = a.id order by s.nome) as servicos,
          array(select s.slug from agendamento.consulta_servicos x join agendamento.servicos s on s.id = x.servico_id
            where x.consulta_id = a.id order by s.slug) as slugs,
          (select k.resposta from clinica.conhecimento k join agendamento.consulta_servicos x on x.servico_id = k.servico_id
            where x.consulta_id = a.id and k.assunto = 'preparo' order by k.id limit 1) as preparo
        from agendamento.consultas a join agendamento.profissionais p on p.id = a.profissional_id
        where a.id = $1
        """,
        consulta_id,
    )
    return one(ConsultaFacts, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class FaturaFacts:
    """A charge with its link."""

    id: UUID
    valor: Decimal
    status: str
    link: str | None
    vence_em: datetime
    substitui: bool = (
        False  # another of this conversa was closed for it, whose page would still have been open
    )


async def find_fatura_facts(conn: Connection, fatura_id: UUID) -> FaturaFacts | None:
    row = await conn.fetchrow(
        "select f.id, f.valor, f.status, f.link, f.vence_em, exists (select 1 from financeiro.faturas g"
        " join agendamento.consultas b on b.id = g.consulta_id where b.conversa_id = a.conversa_id and g.id <> f.id"
        " and g.status = 'cancelada' and g.link is not null and g.criada_em <= f.criada_em and g.vence_em > f.criada_em) as substitui"
        " from financeiro.faturas f join agendamento.consultas a on a.id = f.consulta_id where f.id = $1",
        fatura_id,
    )  # fmt: skip
    return one(FaturaFacts, row)


async def find_paid_fatura(conn: Connection, consulta_id: UUID) -> UUID | None:
    """The charge with which the deposit of a consulta was paid, if it was."""
    id: UUID | None = await conn.fetchval(
        "select id from financeiro.faturas where consulta_id = $1 and status = 'paga' order by status_em desc, id limit 1",
        consulta_id,
    )
    return id


@dataclass(frozen=True, slots=True, kw_only=True)
class InstanciaFacts:
    """A number of the clinic, as it is spoken of among colleagues."""

    id: UUID
    nome: str


async def find_instancia_facts(conn: Connection, instancia_id: UUID) -> InstanciaFacts | None:
    return one(
        InstanciaFacts,
        await conn.fetchrow("select id, nome from whatsapp.instancias where id = $1", instancia_id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class EsperaFacts:
    """A place on the waiting list, with what it is for."""

    id: UUID
    status: str
    vale_ate: datetime
    servicos: list[str]


async def find_espera_facts(conn: Connection, espera_id: UUID) -> EsperaFacts | None:
    row = await conn.fetchrow(
        "select e.id, e.status, e.vale_ate, array(select s.nome from agendamento.servicos s"
        " where s.clinica_id = e.clinica_id and s.slug = any (e.procedimentos) order by s.nome) as servicos"
        " from agendamento.lista_espera e where e.id = $1",
        espera_id,
    )
    return one(EsperaFacts, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class PedidoFacts:
    """What somebody asks of her own data, and when the answer is due."""

    id: UUID
    status: str
    prazo_em: datetime


async def find_pedido_facts(conn: Connection, pedido_id: UUID) -> PedidoFacts | None:
    row = await conn.fetchrow(
        "select id, status, prazo_em from lgpd.solicitacoes_titular where id = $1", pedido_id
    )
    return one(PedidoFacts, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class TransferenciaFacts:
    """A hand-off to a person; `amparada` where she was out of the danger it was for by the last that was said of it."""

    id: UUID
    motivo: str
    aberta_em: datetime
    assumida_em: datetime | None
    amparada: bool


async def find_transferencia_facts(conn: Connection, transferencia_id: UUID) -> TransferenciaFacts | None:
    row = await conn.fetchrow(
        "select t.id, t.motivo, t.aberta_em, t.assumida_em, coalesce((select m.modelo = any($2) from whatsapp.mensagens m"
        "   where m.conversa_id = t.conversa_id and m.autor = 'anna' and m.modelo = any($3) and m.status <> 'descartada'"
        "     and m.turno_id is not null and m.criada_em >= t.aberta_em order by m.id desc limit 1), false) as amparada"
        " from whatsapp.transferencias t where t.id = $1",
        transferencia_id, list(RELIEFS), [*ALARMS, *RELIEFS],
    )  # fmt: skip
    return one(TransferenciaFacts, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicoFacts:
    """A service as it is spoken of."""

    id: UUID
    slug: str
    nome: str
    preco: Decimal
    sinal: Decimal
    duracao_min: int


async def list_servicos(conn: Connection, clinica_id: UUID, slugs: list[str]) -> list[ServicoFacts]:
    """What this clinica sells among `slugs`, in their order."""
    rows = await conn.fetch(
        "select id, slug, nome, preco, sinal, duracao_min from agendamento.servicos"
        " where clinica_id = $1 and slug = any($2) and situacao = 'ativo' order by array_position($2, slug)",
        clinica_id, slugs,
    )  # fmt: skip
    return many(ServicoFacts, rows)


async def list_popular(conn: Connection, clinica_id: UUID, *, limit: int) -> list[str]:
    """Names of what the clinica sells, the most booked first."""
    rows = await conn.fetch(
        "select s.nome from agendamento.servicos s where s.clinica_id = $1 and s.situacao = 'ativo' and s.preco > 0"
        " order by (select count(*) from agendamento.consulta_servicos x where x.servico_id = s.id) desc, s.nome limit $2",
        clinica_id, limit,
    )  # fmt: skip
    return [row["nome"] for row in rows]


async def has_said(conn: Connection, conversa_id: UUID, texts: list[str], *, since: datetime) -> bool:
    """Whether Anna has said all of `texts` in the conversa since then, in whatever messages."""
    said: bool | None = await conn.fetchval(
        "select bool_and(exists (select 1 from whatsapp.mensagens m where m.conversa_id = $1 and m.autor = 'anna'"
        "   and m.criada_em > $3 and m.status <> 'descartada' and position(t in m.texto) > 0)) from unnest($2::text[]) t",
        conversa_id, texts, since,
    )  # fmt: skip
    return said is not False


async def find_last_named(conn: Connection, conversa_id: UUID, *, since: datetime) -> list[str]:
    """The procedures that the patient named last, if it was after `since`."""
    found: list[str] | None = await conn.fetchval(
        "select leitura->'procedure' from whatsapp.turnos where conversa_id = $1 and iniciado_em > $2"
        " and resultado = 'concluido' and leitura->'procedure' <> '[]' order by iniciado_em desc, id desc limit 1",
        conversa_id, since,
    )  # fmt: skip
    return found or []


async def find_topic(conn: Connection, conversa_id: UUID, *, since: datetime | None = None) -> list[str]:
    """The procedures that the conversa's newest live talk is about, else those of its next consulta.

    With `since`, those that the patient named last, if it was after that, come before the consulta's.
    """
    found: list[str] | None = await conn.fetchval(
        "select e.dados->'slots'->'procedimentos' from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = $1 and e.estado = 'viva' and e.faixa = 'talk'"
        " and e.dados->'slots' ? 'procedimentos' order by e.criada_em desc limit 1",
        conversa_id,
    )
    if not found and since:
        found = await find_last_named(conn, conversa_id, since=since)
    if found:
        return found
    rows = await conn.fetch(
        "select s.slug from agendamento.servicos s join agendamento.consulta_servicos x on x.servico_id = s.id"
        " where x.consulta_id = (select a.id from agendamento.consultas a where a.conversa_id = $1"
        " and a.status in ('reservado', 'agendado', 'confirmado') order by a.id desc limit 1) order by s.nome",
        conversa_id,
    )
    return [row["slug"] for row in rows]
