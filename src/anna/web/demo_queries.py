"""The SQL of the demo page: one phone's conversation as rows, the client's clock, and beginning anew.

As `anna_web`, inside a transaction that sees the demo's clinica (row level security).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one
from anna.flows.queries import Execucao

BEGUN_ANEW = "the demo was begun anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversa:
    """The conversation of one phone with the demo's instancia."""

    id: UUID
    clinica_id: UUID
    contato_id: UUID
    dono: str
    dono_motivo: str | None
    dono_ate: datetime | None
    avisada_em: datetime | None
    thinking: bool  # a burst is due or being answered, or a message is on its way out
    assumida_em: datetime | None
    prazo_em: datetime | None
    paciente: str | None  # who the contato is on file, with something in the agenda
    telefone: str | None  # of that patient, E.164


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensagem:
    """A message of either side; `open` says that its options may still be chosen."""

    id: UUID
    direcao: str
    autor: str
    tipo: str
    texto: str | None
    dados: dict[str, Any]
    status: str
    desfecho: str | None
    motivo: str | None
    modelo: str | None
    opcoes: list[dict[str, Any]] | None
    criada_em: datetime
    turno_id: UUID | None
    execucao_id: UUID | None
    passo: str | None
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that was written down about the conversation beside what was said."""

    nome: str
    dados: dict[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulta:
    """The consulta of a run, as it stands."""

    id: UUID
    status: str
    inicio: datetime
    expira_em: datetime | None
    sinal: Decimal
    profissional: str
    servicos: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualificacao:
    """A score with its reasons [{pontos, porque}]."""

    score: int
    motivos: list[dict[str, Any]]
    avaliado_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Servico:
    """What the clinica sells, as the page names it."""

    slug: str
    nome: str
    sinal: Decimal


# -- one phone's conversation ---------------------------------------------------------------------------------------------


async def find_conversa(
    conn: Connection, *, clinica_id: UUID, instancia_id: UUID, valor: str, now: datetime
) -> Conversa | None:
    """The conversation of the phone whose comparing key is `valor`; None before its first word."""
    row = await conn.fetchrow(
        """
        select c.id, c.clinica_id, c.contato_id, c.avisada_em, c.dono_ate,
          case when c.dono = 'pessoa' and c.dono_ate <= $4 then 'anna' else c.dono end as dono,
          coalesce(c.dono_motivo, t.motivo) as dono_motivo,
          t.assumida_em, t.prazo_em,
          c.responder_em is not null or c.turno_de is not null or exists (
            select from whatsapp.mensagens m where m.conversa_id = c.id
              and (m.status = 'enviando' or m.status = 'planejada' and coalesce(m.nao_antes, $4) <= $4)) as thinking,
          p.nome as paciente, p.telefone
        from whatsapp.identidades d
        join whatsapp.conversas c on c.contato_id = d.contato_id and c.instancia_id = $2
        left join whatsapp.transferencias t on t.conversa_id = c.id and t.devolvida_em is null
        left join lateral (
          select p.nome, p.telefone from whatsapp.contato_pacientes x join crm.pacientes p on p.id = x.paciente_id
          where x.contato_id = c.contato_id and exists (
            select from agendamento.consultas a where a.paciente_id = p.id
              and a.status in ('realizado', 'agendado', 'confirmado', 'faltou'))
          order by x.relacao <> 'proprio', p.id limit 1) p on true
        where d.clinica_id = $1 and d.tipo = 'phone' and d.valor = $3
        """,
        clinica_id, instancia_id, valor, now,
    )  # fmt: skip
    return one(Conversa, row)


async def list_mensagens(conn: Connection, conversa_id: UUID, *, limit: int) -> list[Mensagem]:
    """The newest messages, oldest first."""
    rows = await conn.fetch(
        """
        select * from (
          select m.id, m.ordem, m.direcao, m.autor, m.tipo, m.texto, m.dados, m.status, m.desfecho, m.motivo, m.modelo, m.opcoes,
            m.criada_em, m.turno_id, m.execucao_id, m.passo,
            exists (select from automacao.perguntas p join automacao.execucoes e on e.id = p.execucao_id
              where p.mensagem_id = m.id and p.fechada_em is null and e.estado = 'viva' and e.suspensa_por is null) as open
          from whatsapp.mensagens m where m.conversa_id = $1 order by m.ordem desc limit $2) as newest
        order by ordem
        """,
        conversa_id, limit,
    )  # fmt: skip
    return many(Mensagem, rows)


async def find_shown_run(conn: Connection, conversa_id: UUID) -> Execucao | None:
    """The root run the page speaks of: the live one that has the floor, else the one that ended last; asides come last."""
    row = await conn.fetchrow(
        """
        select e.* from automacao.execucoes e
        join automacao.refs r on r.execucao_id = e.id and r.tipo = 'conversa' and r.alvo = $1
        where e.pai_id is null
        order by e.faixa = 'aside', e.estado <> 'viva', e.suspensa_por is not null, e.faixa <> 'override',
          coalesce(e.encerrada_em, e.criada_em) desc, e.id desc
        limit 1
        """,
        conversa_id,
    )
    return one(Execucao, row)


async def list_children(conn: Connection, raiz_id: UUID) -> list[Execucao]:
    """The runs that the run called, directly or not, in the order they began."""
    rows = await conn.fetch(
        "select * from automacao.execucoes where raiz_id = $1 and id <> $1 order by criada_em, id", raiz_id
    )
    return many(Execucao, rows)


async def find_consulta(conn: Connection, consulta_id: UUID) -> Consulta | None:
    row = await conn.fetchrow(
        "select a.id, a.status, a.inicio, a.expira_em, a.sinal, p.nome as profissional,"
        " array(select s.nome from agendamento.consulta_servicos x join agendamento.servicos s on s.id = x.servico_id"
        "   where x.consulta_id = a.id order by s.nome) as servicos"
        " from agendamento.consultas a join agendamento.profissionais p on p.id = a.profissional_id where a.id = $1",
        consulta_id,
    )
    return one(Consulta, row)


async def find_last_booked(conn: Connection, conversa_id: UUID) -> UUID | None:
    """The consulta that was booked, or is held, last in the conversa."""
    found: UUID | None = await conn.fetchval(
        "select id from agendamento.consultas where conversa_id = $1"
        " and status in ('reservado', 'agendado', 'confirmado') order by id desc limit 1",
        conversa_id,
    )
    return found


async def list_qualificacoes(conn: Connection, contato_id: UUID) -> list[Qualificacao]:
    """The contato's last two scores, newest first."""
    rows = await conn.fetch(
        "select q.score, q.motivos, q.avaliado_em from crm.qualificacoes q join crm.leads l on l.id = q.lead_id"
        " where l.contato_id = $1 order by q.avaliado_em desc, q.id desc limit 2",
        contato_id,
    )
    return many(Qualificacao, rows)


async def list_servicos(conn: Connection, clinica_id: UUID) -> list[Servico]:
    rows = await conn.fetch(
        "select slug, nome, sinal from agendamento.servicos where clinica_id = $1 order by slug", clinica_id
    )
    return many(Servico, rows)


async def list_happenings(
    conn: Connection, conversa_id: UUID, contato_id: UUID, *, since: datetime
) -> list[Happening]:
    """What was written down since `since`, oldest first: events, scores, and an opt-out."""
    rows = await conn.fetch(
        """
        select e.nome, e.dados || jsonb_build_object('profissional', p.nome, 'expira_em', a.expira_em) as dados,
          e.ocorrido_em as at, e.id
        from automacao.eventos e
        left join agendamento.consultas a on a.id = (e.refs->>'consulta')::uuid
        left join agendamento.profissionais p on p.id = a.profissional_id
        where e.ocorrido_em >= $3 and (e.refs->>'conversa' = $1::uuid::text or e.refs->>'consulta' in (
          select c.id::text from agendamento.consultas c where c.conversa_id = $1::uuid))
        union all
        select 'lead.pontuado', jsonb_build_object('score', q.score), q.avaliado_em, q.id
        from crm.qualificacoes q join crm.leads l on l.id = q.lead_id
        where l.contato_id = $2 and q.avaliado_em >= $3
        union all
        select 'contato.saiu', jsonb_build_object('saida', t.saida), t.saida_em, t.id
        from whatsapp.contatos t where t.id = $2 and t.saida_em >= $3
        order by at, id
        """,
        conversa_id, contato_id, since,
    )  # fmt: skip
    return many(Happening, rows)


async def find_option(conn: Connection, conversa_id: UUID, opcao: str) -> str | None:
    """The label of an option that was offered in this conversation; None when there is no such."""
    label: str | None = await conn.fetchval(
        "select o->>'rotulo' from whatsapp.mensagens m, jsonb_array_elements(m.opcoes) as o"
        " where m.conversa_id = $1 and o->>'id' = $2 order by m.ordem desc limit 1",
        conversa_id, opcao,
    )  # fmt: skip
    return label


async def is_quiet(conn: Connection, conversa_id: UUID, *, now: datetime) -> bool:
    """Whether nothing more will be said here unless somebody speaks or time passes."""
    quiet: bool = await conn.fetchval(
        "select v.responder_em is null and not exists (select from whatsapp.mensagens m where m.conversa_id = v.id"
        "   and (m.status = 'enviando' or (m.status = 'planejada' and (m.nao_antes is null or m.nao_antes <= $2))))"
        " and not exists (select from automacao.eventos e where e.tratado_em is null and e.refs->>'conversa' = v.id::text)"
        " and not exists (select from automacao.efeitos f join automacao.refs r on r.execucao_id = f.execucao_id"
        "   where r.tipo = 'conversa' and r.alvo = v.id and f.status in ('pendente', 'em_curso') and f.tentativas < 2)"
        " from whatsapp.conversas v where v.id = $1",
        conversa_id, now,
    )  # fmt: skip
    return bool(quiet)


# -- the clock -------------------------------------------------------------------------------------------------------------


async def set_offset(conn: Connection, slug: str, offset: timedelta) -> None:
    """In the control database: the client's clock runs this far ahead; it never goes back."""
    await conn.execute(
        "update tenants.clientes set relogio_avanco = greatest(relogio_avanco, $2) where slug = $1",
        slug,
        offset,
    )


async def tell_clock(conn: Connection, slug: str) -> None:
    """Let every process of this client look at the clock again."""
    await conn.execute("select pg_notify('anna_relogio', $1)", slug)


async def find_due(conn: Connection, *, now: datetime) -> datetime | None:
    """When the next thing of the clinica is due; not after `now` when there is still something to do."""
    due: datetime | None = await conn.fetchval(
        """
        select min(due) from (
          select acorda_em as due from automacao.execucoes where estado = 'viva'
          union all select responder_em from whatsapp.conversas where responder_em is not null
          union all select coalesce(nao_antes, $1) from whatsapp.mensagens where status = 'planejada'
          union all select proxima_em from whatsapp.transcricoes where estado = 'pendente'
          union all select $1 from whatsapp.mensagens where status = 'enviando'
          union all select coalesce(proxima_em, $1) from automacao.eventos where tratado_em is null
          union all select case status when 'em_curso' then $1 else proxima_em end from automacao.efeitos
            where status in ('pendente', 'em_curso')
        ) as everything
        """,
        now,
    )
    return due


# -- beginning anew --------------------------------------------------------------------------------------------------------


async def lock_conversas(conn: Connection, contato_id: UUID) -> list[tuple[UUID, str]]:
    """The contato's conversas (id, dono), locked, so that no turn and no run moves in them meanwhile."""
    rows = await conn.fetch(
        "select id, dono from whatsapp.conversas where contato_id = $1 order by id for update", contato_id
    )
    return [(row["id"], row["dono"]) for row in rows]


async def close_conversa(conn: Connection, conversa_id: UUID, *, now: datetime) -> None:
    """Nothing more is answered or sent here; every row stays."""
    await conn.execute(
        "update whatsapp.conversas set situacao = 'encerrada', responder_em = null, turno_de = null, turno_ate = null where id = $1",
        conversa_id,
    )
    await conn.execute(
        "update whatsapp.mensagens set desfecho = 'ignorada', motivo = $2"
        " where conversa_id = $1 and direcao = 'entrada' and desfecho is null",
        conversa_id,
        BEGUN_ANEW,
    )
    await conn.execute(
        "update whatsapp.mensagens set status = 'descartada', status_em = $3, motivo = $2"
        " where conversa_id = $1 and status = 'planejada'",
        conversa_id,
        BEGUN_ANEW,
        now,
    )


async def move_identidades(
    conn: Connection, contato_id: UUID, *, keep_pacientes: bool, now: datetime
) -> UUID:
    """A new contato takes over the addresses of `contato_id`, and the patients it writes for if `keep_pacientes`."""
    new_id: UUID = await conn.fetchval(
        "insert into whatsapp.contatos (clinica_id, nome, criado_em)"
        " select clinica_id, nome, $2 from whatsapp.contatos where id = $1 returning id",
        contato_id, now,
    )  # fmt: skip
    await conn.execute(
        "update whatsapp.identidades set contato_id = $2 where contato_id = $1", contato_id, new_id
    )
    if keep_pacientes:
        await conn.execute(
            "insert into whatsapp.contato_pacientes (clinica_id, contato_id, paciente_id, relacao)"
            " select clinica_id, $2, paciente_id, relacao from whatsapp.contato_pacientes where contato_id = $1",
            contato_id,
            new_id,
        )
    return new_id


async def wake(conn: Connection, conversa_id: UUID) -> None:
    """There is work, and something to look at."""
    await conn.execute("select pg_notify('anna', ''), pg_notify('anna_mudou', $1)", str(conversa_id))
