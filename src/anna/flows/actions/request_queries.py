"""The SQL of what people ask for themselves: a place on the waiting list, what is kept about them, reminders again, a consulta back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one


async def insert_espera(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, conversa_id: UUID, procedimentos: Sequence[str],
    quando: dict[str, Any] | None, until: datetime, now: datetime,
) -> UUID:  # fmt: skip
    """A new place on the list."""
    id: UUID = await conn.fetchval(
        "insert into agendamento.lista_espera (clinica_id, contato_id, conversa_id, procedimentos, quando, status, criada_em, vale_ate)"
        " values ($1, $2, $3, $4, $5, 'aberta', $6, $7) returning id",
        clinica_id, contato_id, conversa_id, list(procedimentos), quando, now, until,
    )  # fmt: skip
    return id


async def find_open_for(conn: Connection, contato_id: UUID, procedimentos: Sequence[str]) -> list[UUID]:
    """The open places of the contato for one of these procedures."""
    rows = await conn.fetch(
        "select id from agendamento.lista_espera where contato_id = $1 and status = 'aberta' and procedimentos && $2 order by id for update",
        contato_id, list(procedimentos),
    )  # fmt: skip
    return [row["id"] for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An open place on the waiting list: `lugar` is how many, counted with it, wait for one of its procedures no shorter."""

    id: UUID
    procedimentos: list[str]
    servicos: list[str]
    vale_ate: datetime
    lugar: int


async def list_places(conn: Connection, contato_id: UUID) -> list[Place]:
    """The open places of the contato, the oldest first."""
    rows = await conn.fetch(
        """
        select e.id, e.procedimentos, e.vale_ate,
          array(select s.nome from agendamento.servicos s
            where s.clinica_id = e.clinica_id and s.slug = any (e.procedimentos) order by s.nome) as servicos,
          (select count(*)::int from agendamento.lista_espera o where o.clinica_id = e.clinica_id and o.status = 'aberta'
            and o.procedimentos && e.procedimentos and (o.criada_em, o.id) <= (e.criada_em, e.id)) as lugar
        from agendamento.lista_espera e where e.contato_id = $1 and e.status = 'aberta' order by e.criada_em, e.id
        """,
        contato_id,
    )
    return many(Place, rows)


async def end_espera(conn: Connection, espera_id: UUID, *, motivo: str, now: datetime) -> None:
    """End an open place; nothing happens when it was ended before."""
    await conn.execute(
        "update agendamento.lista_espera set status = 'encerrada', encerrada_em = $2, motivo = $3 where id = $1 and status = 'aberta'",
        espera_id, now, motivo,
    )  # fmt: skip


async def close_espera(conn: Connection, espera_id: UUID, *, now: datetime) -> str | None:
    """End an open place: `marcou` if the person has booked one of its procedures since, else `prazo`; None when it was ended before."""
    motivo: str | None = await conn.fetchval(
        """
        update agendamento.lista_espera e set status = 'encerrada', encerrada_em = $2, motivo = case when exists (
          select from agendamento.consultas a
          join agendamento.consulta_servicos x on x.consulta_id = a.id join agendamento.servicos s on s.id = x.servico_id
          where a.paciente_id in (select paciente_id from whatsapp.contato_pacientes where contato_id = e.contato_id)
            and a.criada_em >= e.criada_em and s.slug = any (e.procedimentos)
            and a.status in ('agendado', 'confirmado', 'realizado')) then 'marcou' else 'prazo' end
        where e.id = $1 and e.status = 'aberta' returning e.motivo
        """,
        espera_id, now,
    )  # fmt: skip
    return motivo


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A slot that is kept for its deposit, which can be paid until `prazo`; no consulta yet. `vencida` where it came to nothing."""

    inicio: datetime
    prazo: datetime | None
    servicos: list[str]
    slugs: list[str]
    profissional: str
    paciente: str
    link: str | None
    vencida: bool


async def find_held(conn: Connection, contato_id: UUID, *, now: datetime) -> Held | None:
    """What is held for one of the patients of the contato, else what was until its deposit was late."""
    row = await conn.fetchrow(
        """
        select a.inicio, f.vence_em as prazo, f.link, p.nome as profissional,
          (select e.nome from crm.pacientes e where e.id = a.paciente_id) as paciente,
          array(select s.nome from agendamento.consulta_servicos x
            join agendamento.servicos s on s.id = x.servico_id where x.consulta_id = a.id order by s.nome) as servicos,
          array(select s.slug from agendamento.consulta_servicos x
            join agendamento.servicos s on s.id = x.servico_id where x.consulta_id = a.id order by s.slug) as slugs,
          a.status = 'expirado' as vencida
        from agendamento.consultas a join agendamento.profissionais p on p.id = a.profissional_id left join lateral (
          select id, vence_em, link from financeiro.faturas where consulta_id = a.id
            and (a.status = 'reservado' and status in ('pendente', 'falhou') or a.status = 'expirado' and status = 'expirada')
          order by criada_em desc limit 1) f on true
        where (a.status = 'reservado' and a.expira_em > $2 or a.status = 'expirado' and f.id is not null and a.inicio > $2)
          and a.paciente_id in (select paciente_id from whatsapp.contato_pacientes where contato_id = $1)
        order by vencida, a.criada_em desc limit 1
        """,
        contato_id, now,
    )  # fmt: skip
    return one(Held, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoMore:
    """A consulta that was booked and is no more: called off (`motivo` says by whom, `status_em` when), or its time has passed."""

    inicio: datetime
    servicos: list[str]
    slugs: list[str]
    motivo: str | None
    status_em: datetime
    paga: bool


_NO_MORE = """
select a.inicio, a.motivo, a.status_em, array(select s.nome from agendamento.consulta_servicos x
    join agendamento.servicos s on s.id = x.servico_id where x.consulta_id = a.id order by s.nome) as servicos,
  array(select s.slug from agendamento.consulta_servicos x
    join agendamento.servicos s on s.id = x.servico_id where x.consulta_id = a.id order by s.slug) as slugs,
  exists (select from financeiro.faturas f where f.consulta_id = a.id and f.status = 'paga') as paga
from agendamento.consultas a
where a.paciente_id in (select paciente_id from whatsapp.contato_pacientes where contato_id = $1)
"""


async def find_called_off(
    conn: Connection, contato_id: UUID, *, since: datetime, now: datetime
) -> NoMore | None:
    """The one that was called off last, since then, of those that would still be to come."""
    row = await conn.fetchrow(
        _NO_MORE
        + "and a.status = 'cancelado' and a.status_em > $2 and a.inicio > $3 order by a.status_em desc, a.id limit 1",
        contato_id, since, now,
    )  # fmt: skip
    return one(NoMore, row)


async def find_passed(conn: Connection, contato_id: UUID, *, since: datetime, now: datetime) -> NoMore | None:
    """The last one whose time has passed since then, and at which nobody is known to have come; None where somebody came after it."""
    row = await conn.fetchrow(
        _NO_MORE + "and a.status in ('faltou', 'agendado', 'confirmado') and a.fim <= $3 and a.inicio > $2"
        " and not exists (select from agendamento.consultas n where n.paciente_id = a.paciente_id and n.status = 'realizado'"
        "   and n.inicio > a.inicio) order by a.inicio desc, a.id limit 1",
        contato_id, since, now,
    )  # fmt: skip
    return one(NoMore, row)


async def find_just_booked(
    conn: Connection, contato_id: UUID, *, since: datetime, now: datetime
) -> UUID | None:
    """The consulta still to come of whom the contato writes for that was booked or moved last, if that was since then."""
    id: UUID | None = await conn.fetchval(
        "select a.id from agendamento.consultas a where a.paciente_id in (select paciente_id from whatsapp.contato_pacientes where contato_id = $1)"
        " and a.status in ('agendado', 'confirmado') and a.inicio > $3 and a.status_em > $2 order by a.status_em desc, a.id desc limit 1",
        contato_id, since, now,
    )  # fmt: skip
    return id


async def list_given_up(conn: Connection, contato_id: UUID, *, since: datetime, now: datetime) -> list[UUID]:
    """The consultas and holds still to come that the contato gave up or let lapse since then, and booked nothing instead of; the next first."""
    rows = await conn.fetch(
        "select a.id from agendamento.consultas a where a.paciente_id in (select paciente_id from whatsapp.contato_pacientes where contato_id = $1)"
        " and (a.status = 'expirado' or a.status = 'cancelado' and a.motivo = 'paciente') and a.inicio > $3 and a.status_em > $2"
        " and not exists (select from agendamento.consultas n where n.paciente_id = a.paciente_id and n.criada_em >= a.status_em"
        "   and n.status in ('reservado', 'agendado', 'confirmado')) order by a.inicio, a.id",
        contato_id, since, now,
    )  # fmt: skip
    return [row["id"] for row in rows]


async def insert_solicitacao(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, conversa_id: UUID, tipo: str, frase: str, due: datetime,
    now: datetime,
) -> UUID:  # fmt: skip
    """The request, or the one of this kind that is open already, with its own due time."""
    id: UUID = await conn.fetchval(
        "insert into lgpd.solicitacoes_titular (clinica_id, contato_id, conversa_id, tipo, frase, status, aberta_em, prazo_em)"
        " values ($1, $2, $3, $4, $5, 'aberta', $6, $7)"
        " on conflict (contato_id, tipo) where status = 'aberta'"
        " do update set frase = solicitacoes_titular.frase || E'\\n' || excluded.frase returning id",
        clinica_id, contato_id, conversa_id, tipo, frase, now, due,
    )  # fmt: skip
    return id


async def insert_opt_in(
    conn: Connection, *, clinica_id: UUID, conversa_id: UUID, execucao_id: UUID | None, turno_id: UUID, palavras: str, pedido: str | None,
    news: bool, now: datetime,
) -> None:  # fmt: skip
    """Consent to reminders, and with `news` to those, with its evidence: the wish, the question that was asked, the words that answered.

    Without `news` whoever had left everything has left only those.
    """
    await conn.execute(
        """
        with quem as (
          update whatsapp.contatos set
            saida = case when $6::boolean then null when saida is null then null else 'marketing' end,
            saida_em = case when $6 or saida is null then null else $7::timestamptz end
          where id = (select contato_id from whatsapp.conversas where id = $2) returning id)
        insert into lgpd.consentimentos (clinica_id, contato_id, finalidade, status, evidencia, registrado_em)
        select $1, quem.id, f.finalidade, 'dado', jsonb_build_object('turno', $4::uuid, 'palavras', $5::text, 'pedido', $8::text,
          'pergunta', (select m.texto from automacao.perguntas p join whatsapp.mensagens m on m.id = p.mensagem_id
            where p.execucao_id = $3 order by p.id desc limit 1)), $7
        from quem, unnest(case when $6 then array['lembretes', 'novidades'] else array['lembretes'] end) as f (finalidade)
        """,
        clinica_id, conversa_id, execucao_id, turno_id, palavras, news, now, pedido,
    )  # fmt: skip


async def insert_refusal(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, turno_id: UUID, palavras: str, now: datetime
) -> None:
    """Reminders are refused in her own words: she is not asked for them again."""
    await conn.execute(
        "insert into lgpd.consentimentos (clinica_id, contato_id, finalidade, status, evidencia, registrado_em)"
        " values ($1, $2, 'lembretes', 'negado', jsonb_build_object('turno', $3::uuid, 'palavras', $4::text), $5)",
        clinica_id, contato_id, turno_id, palavras, now,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LastBooked:
    """A consulta that is to come, and who comes."""

    consulta_id: UUID
    paciente_id: UUID
    inicio: datetime


async def list_last_booked(conn: Connection, conversa_id: UUID, *, now: datetime) -> list[LastBooked]:
    """Those booked or held in the conversa and still to come, the last first."""
    rows = await conn.fetch(
        "select id as consulta_id, paciente_id, inicio from agendamento.consultas where conversa_id = $1 and inicio > $2"
        " and status in ('reservado', 'agendado', 'confirmado') order by criada_em desc, id desc",
        conversa_id, now,
    )  # fmt: skip
    return many(LastBooked, rows)


async def find_attendant_of_given_up(conn: Connection, conversa_id: UUID, *, inicio: datetime) -> UUID | None:
    """The profissional of what was given up, or lapsed, in the conversa and began then; of the last where several did."""
    found: UUID | None = await conn.fetchval(
        "select profissional_id from agendamento.consultas where conversa_id = $1 and inicio = $2"
        " and status in ('expirado', 'cancelado') order by status_em desc limit 1",
        conversa_id, inicio,
    )  # fmt: skip
    return found


async def has_history(conn: Connection, paciente_id: UUID, conversa_id: UUID, *, now: datetime) -> bool:
    """Whether the clinic knows the patient from more than what is booked in this conversa."""
    found: bool = await conn.fetchval(
        "select exists (select from agendamento.consultas where paciente_id = $1"
        " and (conversa_id is distinct from $2 or (inicio <= $3 and status in ('realizado', 'faltou'))))",
        paciente_id, conversa_id, now,
    )  # fmt: skip
    return found


async def is_booking(conn: Connection, conversa_id: UUID) -> bool:
    """Whether a talk is live in the conversa that keeps the name of who comes."""
    found: bool = await conn.fetchval(
        "select exists (select from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = $1 and e.estado = 'viva' and e.fluxo in ('lead_to_booking', 'booking'))",
        conversa_id,
    )  # fmt: skip
    return found
