"""All SQL of the schema `agendamento`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from anna.agendamento.models import (
    Agenda,
    Consulta,
    ConsultaDetalhe,
    Profissional,
    Servico,
    StatusConsulta,
)
from anna.clinica.calendar import Interval
from anna.db.connect import Connection
from anna.db.rows import many, one, value
from anna.errors import NotFound

Day = TypeVar("Day", int, date)

# What the constraint sem_sobreposicao would refuse is found by its own index, however long the history is. PostgreSQL merges
# what is busy; minutes are counted since 1970, a start rounded down, an end up.
_AGENDAS = """
    with valida as not materialized (
      select * from agendamento.consultas
      where status not in ('cancelado', 'faltou', 'expirado') and id is distinct from $10
        and not (status = 'reservado' and (expira_em <= $7 or (conversa_id = $9) is true))
    )
    select p.id, p.nome,
      array(select row (dia, inicio, fim) from agendamento.horarios where profissional_id = p.id order by dia, inicio) as semana,
      array(select row (data, inicio, fim) from agendamento.disponibilidade_customizada
        where profissional_id = p.id and data between $3 and $4 order by data, inicio) as dias,
      array(select floor(extract(epoch from lower(r)) / 60)::int from unnest(busy.times) r order by 1) as de,
      array(select ceil(extract(epoch from upper(r)) / 60)::int from unnest(busy.times) r order by 1) as ate
    from agendamento.profissionais p
    cross join lateral (select range_agg(r) * tstzmultirange(tstzrange($5, $6)) as times from (
      select tstzrange(inicio, livre_em) from valida
      where int4range(profissional_numero, profissional_numero, '[]') && int4range(p.numero, p.numero, '[]')
        and tstzrange(inicio, livre_em) && tstzrange($5, $6)
      union all
      select tstzrange(inicio, fim) from valida where paciente_id = $11 and inicio < $6 and fim > $5
      union all
      select tstzrange(inicio, fim) from agendamento.bloqueios where profissional_id = p.id and inicio < $6 and fim > $5
    ) as times (r)) as busy
    where p.clinica_id = $1 and p.situacao = 'ativo' and ($8::uuid is null or p.id = $8)
      and not exists (select from unnest($2::uuid[]) s where not exists (
        select from agendamento.profissional_servicos where profissional_id = p.id and servico_id = s))
    order by p.numero
"""


async def list_servicos(conn: Connection, clinica_id: UUID) -> list[Servico]:
    """The services on offer, by name."""
    rows = await conn.fetch(
        "select * from agendamento.servicos where clinica_id = $1 and situacao = 'ativo' order by nome, id",
        clinica_id,
    )
    return many(Servico, rows)


async def get_servicos(conn: Connection, clinica_id: UUID, ids: Sequence[UUID]) -> list[Servico]:
    """The active services `ids`, in their order, each once; raises NotFound when one is missing."""
    rows = await conn.fetch(
        "select * from agendamento.servicos where clinica_id = $1 and situacao = 'ativo' and id = any ($2)",
        clinica_id, list(ids),
    )  # fmt: skip
    found = {servico.id: servico for servico in many(Servico, rows)}
    missing = [str(i) for i in ids if i not in found]
    if missing:
        raise NotFound(f"no servico {', '.join(missing)} on offer in clinica {clinica_id}")
    return [found[i] for i in dict.fromkeys(ids)]


async def list_servicos_by_slug(conn: Connection, clinica_id: UUID, slugs: Sequence[str]) -> list[Servico]:
    """The services on offer among `slugs`, in their order; unknown ones are left out."""
    rows = await conn.fetch(
        "select * from agendamento.servicos where clinica_id = $1 and situacao = 'ativo' and slug = any ($2)"
        " order by array_position($2, slug)",
        clinica_id, list(slugs),
    )  # fmt: skip
    return many(Servico, rows)


async def list_profissionais(conn: Connection, clinica_id: UUID) -> list[Profissional]:
    rows = await conn.fetch(
        "select * from agendamento.profissionais where clinica_id = $1 and situacao = 'ativo' order by numero",
        clinica_id,
    )
    return many(Profissional, rows)


async def list_abilities(
    conn: Connection, clinica_id: UUID, servicos: Sequence[UUID]
) -> list[frozenset[UUID]]:
    """Of `servicos` those that each active professional does, one set for each who does any."""
    rows = await conn.fetch(
        "select array_agg(d.servico_id) as servicos from agendamento.profissional_servicos d"
        " join agendamento.profissionais p on p.clinica_id = d.clinica_id and p.id = d.profissional_id"
        " where d.clinica_id = $1 and d.servico_id = any ($2) and p.situacao = 'ativo' group by d.profissional_id",
        clinica_id, list(servicos),
    )  # fmt: skip
    return [frozenset(row["servicos"]) for row in rows]


async def lock_profissional(conn: Connection, clinica_id: UUID, profissional_id: UUID) -> Profissional:
    """Let nobody else book with this professional until the transaction ends; raises NotFound.

    Two bookings that both wrote before looking would otherwise wait for each other until the deadlock detector wakes.
    """
    row = await conn.fetchrow(
        "select * from agendamento.profissionais where clinica_id = $1 and id = $2 and situacao = 'ativo'"
        " for no key update",
        clinica_id, profissional_id,
    )  # fmt: skip
    if row is None:
        raise NotFound(f"no active profissional {profissional_id} in clinica {clinica_id}")
    return value(Profissional, row)


async def list_agendas(
    conn: Connection,
    clinica_id: UUID,
    servicos: Sequence[UUID],
    first: date,
    last: date,
    start: datetime,
    end: datetime,
    *,
    now: datetime,
    profissional_id: UUID | None = None,
    conversa_id: UUID | None = None,
    consulta_id: UUID | None = None,
    paciente_id: UUID | None = None,
) -> list[Agenda]:
    """The agendas, for the local days `first` … `last`, of the active professionals (or of `profissional_id`) who do all `servicos`.

    Busy are, within [start, end): consultas with their buffers, holds alive at `now`, blocks, and when the patient is
    with anybody here. Left out is what would be given up for the new one: holds of `conversa_id`, the consulta `consulta_id`.
    """
    rows = await conn.fetch(
        _AGENDAS, clinica_id, list(servicos), first, last, start, end, now, profissional_id, conversa_id, consulta_id, paciente_id
    )  # fmt: skip
    return [
        Agenda(
            row["id"],
            row["nome"],
            _hours(row["semana"]),
            _hours(row["dias"]),
            tuple(zip(row["de"], row["ate"], strict=True)),
        )
        for row in rows
    ]


def _hours(rows: Iterable[tuple[Day, time | None, time | None]]) -> dict[Day, tuple[Interval, ...]]:
    """The intervals of each day; none for one that is off."""
    found: dict[Day, tuple[Interval, ...]] = {}
    for day, inicio, fim in rows:
        found.setdefault(day, ())
        if inicio is not None and fim is not None:
            found[day] += ((inicio, fim),)
    return found


async def find_consulta(conn: Connection, consulta_id: UUID) -> Consulta | None:
    return one(
        Consulta, await conn.fetchrow("select * from agendamento.consultas where id = $1", consulta_id)
    )


async def get_consulta(conn: Connection, consulta_id: UUID) -> Consulta:
    """Raises NotFound."""
    consulta = await find_consulta(conn, consulta_id)
    if consulta is None:
        raise NotFound(f"no consulta {consulta_id}")
    return consulta


async def list_consulta_servicos(conn: Connection, consulta_id: UUID) -> list[UUID]:
    rows = await conn.fetch(
        "select servico_id from agendamento.consulta_servicos where consulta_id = $1 order by servico_id",
        consulta_id,
    )
    return [row["servico_id"] for row in rows]


_DETALHE = """
    select c.*, k.fuso, p.nome as paciente, pr.nome as profissional, s.servicos
    from agendamento.consultas c
    join clinica.clinicas k on k.id = c.clinica_id
    join crm.pacientes p on p.id = c.paciente_id
    join agendamento.profissionais pr on pr.id = c.profissional_id
    cross join lateral (
      select coalesce(array_agg(se.nome order by se.nome), '{}') as servicos
      from agendamento.consulta_servicos cs join agendamento.servicos se on se.id = cs.servico_id
      where cs.consulta_id = c.id) s
"""


async def get_detalhe(conn: Connection, consulta_id: UUID) -> ConsultaDetalhe:
    """A consulta with the names a person needs; raises NotFound."""
    detalhe = one(ConsultaDetalhe, await conn.fetchrow(_DETALHE + "where c.id = $1", consulta_id))
    if detalhe is None:
        raise NotFound(f"no consulta {consulta_id}")
    return detalhe


async def list_upcoming(
    conn: Connection, pacientes: Sequence[UUID], *, now: datetime
) -> list[ConsultaDetalhe]:
    """The booked consultas (no holds) of these patients that are not over at `now`, the next first."""
    rows = await conn.fetch(
        _DETALHE + "where c.paciente_id = any ($1) and c.status in ('agendado', 'confirmado') and c.fim > $2"
        " order by c.inicio, c.id",
        list(pacientes), now,
    )  # fmt: skip
    return many(ConsultaDetalhe, rows)


async def count_history(
    conn: Connection, pacientes: Sequence[UUID], *, now: datetime
) -> tuple[int, int, datetime | None]:
    """How often these patients came, how often they missed, and when they last came, as known at `now`."""
    row = await conn.fetchrow(
        "select count(*) filter (where status = 'realizado') as vieram, count(*) filter (where status = 'faltou') as faltaram,"
        " max(inicio) filter (where status = 'realizado') as ultima"
        " from agendamento.consultas where paciente_id = any ($1) and inicio <= $2",
        list(pacientes), now,
    )  # fmt: skip
    assert row is not None
    return row["vieram"], row["faltaram"], row["ultima"]


async def insert_hold(
    conn: Connection,
    *,
    profissional: Profissional,
    paciente_id: UUID,
    conversa_id: UUID | None,
    inicio: datetime,
    fim: datetime,
    livre_em: datetime,
    expira_em: datetime,
    valor: Decimal,
    sinal: Decimal,
    now: datetime,
) -> Consulta:
    """A new `reservado`; the database refuses it (ExclusionViolationError) when the time is not free."""
    row = await conn.fetchrow(
        "insert into agendamento.consultas (clinica_id, profissional_id, profissional_numero, paciente_id, conversa_id,"
        " inicio, fim, livre_em, status, expira_em, valor, sinal, criada_em, status_em)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, 'reservado', $9, $10, $11, $12, $12) returning *",
        profissional.clinica_id, profissional.id, profissional.numero, paciente_id, conversa_id,
        inicio, fim, livre_em, expira_em, valor, sinal, now,
    )  # fmt: skip
    assert row is not None
    return value(Consulta, row)


async def insert_consulta_servico(
    conn: Connection, *, clinica_id: UUID, consulta_id: UUID, servico_id: UUID, preco: Decimal
) -> None:
    await conn.execute(
        "insert into agendamento.consulta_servicos (clinica_id, consulta_id, servico_id, preco) values ($1, $2, $3, $4)",
        clinica_id, consulta_id, servico_id, preco,
    )  # fmt: skip


async def replace_servicos(conn: Connection, consulta_id: UUID, servicos: Sequence[Servico]) -> Consulta:
    """Let it be of these instead, at their prices and with their deposits."""
    await conn.execute("delete from agendamento.consulta_servicos where consulta_id = $1", consulta_id)
    for one_of_them in servicos:
        await insert_consulta_servico(
            conn, clinica_id=one_of_them.clinica_id, consulta_id=consulta_id, servico_id=one_of_them.id,
            preco=one_of_them.preco,
        )  # fmt: skip
    row = await conn.fetchrow(
        "update agendamento.consultas a set valor = s.valor, sinal = s.sinal from (select sum(preco) as valor, sum(sinal) as sinal"
        " from agendamento.servicos where id = any ($2)) s where a.id = $1 returning a.*",
        consulta_id, [one_of_them.id for one_of_them in servicos],
    )  # fmt: skip
    replaced = one(Consulta, row)
    assert replaced is not None, "it was moved just now"
    return replaced


async def expire_holds(
    conn: Connection, *, now: datetime, profissional_id: UUID | None, limit: int | None = None
) -> list[Consulta]:
    """End the holds that ran out by `now`, of one professional or of all; a hold somebody is just booking is left to him."""
    rows = await conn.fetch(
        "update agendamento.consultas set status = 'expirado', expira_em = null, status_em = $1, motivo = 'prazo'"
        " where status = 'reservado' and id in (select id from agendamento.consultas"
        "   where status = 'reservado' and expira_em <= $1 and ($2::uuid is null or profissional_id = $2)"
        "   order by expira_em, id limit $3 for update skip locked)"
        " returning *",
        now, profissional_id, limit,
    )  # fmt: skip
    return many(Consulta, rows)


async def list_holds_of_conversa(conn: Connection, conversa_id: UUID) -> list[UUID]:
    rows = await conn.fetch(
        "select id from agendamento.consultas where conversa_id = $1 and status = 'reservado' order by id",
        conversa_id,
    )
    return [row["id"] for row in rows]


async def update_status(
    conn: Connection,
    consulta_id: UUID,
    status: StatusConsulta,
    *,
    of: Sequence[StatusConsulta],
    motivo: str | None,
    now: datetime,
    begun: bool = False,
) -> Consulta | None:
    """Move a consulta that is in one of the statuses `of` (and, with `begun`, whose time has come); None when it is not.

    Into a status that keeps the time, the database may refuse (ExclusionViolationError).
    """
    row = await conn.fetchrow(
        "update agendamento.consultas set status = $2, expira_em = null, motivo = $4, status_em = $5"
        " where id = $1 and status = any ($3) and (not $6 or inicio <= $5) returning *",
        consulta_id, status, list(of), motivo, now, begun,
    )  # fmt: skip
    return one(Consulta, row)


async def update_time(
    conn: Connection,
    consulta_id: UUID,
    *,
    profissional: Profissional,
    inicio: datetime,
    fim: datetime,
    livre_em: datetime,
    of: Sequence[StatusConsulta],
    revisao: int,
    now: datetime,
) -> Consulta | None:
    """Move a booked consulta, known in `revisao`, to another time or professional: agendado again, one revision up.

    None when it is in none of the statuses `of` or was moved meanwhile; ExclusionViolationError when the time is not free.
    """
    row = await conn.fetchrow(
        "update agendamento.consultas set profissional_id = $2, profissional_numero = $3, inicio = $4, fim = $5, livre_em = $6,"
        " revisao = revisao + 1, status = 'agendado', status_em = $7, motivo = null"
        " where id = $1 and status = any ($8) and revisao = $9 returning *",
        consulta_id, profissional.id, profissional.numero, inicio, fim, livre_em, now, list(of), revisao,
    )  # fmt: skip
    return one(Consulta, row)


async def move_consultas(conn: Connection, old: UUID, new: UUID) -> None:
    """Let what was booked in one conversa belong to another: both turned out to be one person's."""
    await conn.execute("update agendamento.consultas set conversa_id = $2 where conversa_id = $1", old, new)


async def update_consulta_paciente(conn: Connection, consulta_id: UUID, paciente_id: UUID) -> None:
    """Somebody else comes; what is charged for it is hers too."""
    await conn.execute(
        "update agendamento.consultas set paciente_id = $2 where id = $1", consulta_id, paciente_id
    )
    await conn.execute(
        "update financeiro.faturas set paciente_id = $2 where consulta_id = $1", consulta_id, paciente_id
    )
