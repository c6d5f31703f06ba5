"""All SQL of the schema `financeiro`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import one, value
from anna.errors import NotFound
from anna.financeiro.models import OPEN, Fatura, Meio, StatusFatura, TipoTransacao, Transacao


async def find_fatura(conn: Connection, fatura_id: UUID) -> Fatura | None:
    return one(Fatura, await conn.fetchrow("select * from financeiro.faturas where id = $1", fatura_id))


async def get_fatura(conn: Connection, fatura_id: UUID) -> Fatura:
    """Raises NotFound."""
    fatura = await find_fatura(conn, fatura_id)
    if fatura is None:
        raise NotFound(f"no fatura {fatura_id}")
    return fatura


async def lock_fatura_of_charge(conn: Connection, gateway: str, gateway_id: str) -> Fatura | None:
    """The fatura of a charge, held until the transaction ends: two webhooks of one payment come one after the other."""
    row = await conn.fetchrow(
        "select * from financeiro.faturas where gateway = $1 and gateway_id = $2 for update",
        gateway,
        gateway_id,
    )
    return one(Fatura, row)


async def lock_fatura_of_same_slot(
    conn: Connection, fatura: Fatura, *, valor: Decimal, now: datetime
) -> Fatura | None:
    """The open fatura, of no more than `valor`, of a hold alive at `now` of the very slot that `fatura` was for; held likewise."""
    row = await conn.fetchrow(
        "select f.* from financeiro.faturas f join agendamento.consultas n on n.id = f.consulta_id"
        " join agendamento.consultas o on o.id = $1"
        " where n.paciente_id = o.paciente_id and n.profissional_id = o.profissional_id and n.inicio = o.inicio"
        " and n.status = 'reservado' and n.expira_em > $3 and f.status = any ($4) and f.valor <= $2 limit 1 for update of f",
        fatura.consulta_id, valor, now, list(OPEN),
    )  # fmt: skip
    return one(Fatura, row)


async def list_open_faturas_of_holds(conn: Connection, conversa_id: UUID) -> list[UUID]:
    """The charges that can still be paid for what is held in a conversa."""
    rows = await conn.fetch(
        "select f.id from financeiro.faturas f join agendamento.consultas a on a.id = f.consulta_id"
        " where a.conversa_id = $1 and a.status = 'reservado' and f.status = any ($2) order by f.id",
        conversa_id, list(OPEN),
    )  # fmt: skip
    return [row["id"] for row in rows]


async def lock_consulta(conn: Connection, consulta_id: UUID) -> None:
    """Let nobody else open a fatura for this consulta until the transaction ends."""
    await conn.execute("select id from agendamento.consultas where id = $1 for no key update", consulta_id)


async def find_conversa(conn: Connection, consulta_id: UUID) -> UUID | None:
    """The conversa in which a consulta was asked for; None when nobody wrote for it."""
    conversa_id: UUID | None = await conn.fetchval(
        "select conversa_id from agendamento.consultas where id = $1", consulta_id
    )
    return conversa_id


async def find_open_fatura(conn: Connection, consulta_id: UUID) -> Fatura | None:
    row = await conn.fetchrow(
        "select * from financeiro.faturas where consulta_id = $1 and status = any ($2) order by id limit 1",
        consulta_id,
        list(OPEN),
    )
    return one(Fatura, row)


async def insert_fatura(
    conn: Connection,
    *,
    clinica_id: UUID,
    paciente_id: UUID,
    consulta_id: UUID | None,
    valor: Decimal,
    vence_em: datetime,
    now: datetime,
) -> Fatura:
    row = await conn.fetchrow(
        "insert into financeiro.faturas (clinica_id, paciente_id, consulta_id, valor, status, vence_em, criada_em, status_em)"
        " values ($1, $2, $3, $4, 'pendente', $5, $6, $6) returning *",
        clinica_id, paciente_id, consulta_id, valor, vence_em, now,
    )  # fmt: skip
    assert row is not None
    return value(Fatura, row)


async def update_charge(
    conn: Connection, fatura_id: UUID, *, gateway: str, gateway_id: str, link: str
) -> Fatura | None:
    """Note the charge of a fatura that has none, or has this one; None when it has another."""
    row = await conn.fetchrow(
        "update financeiro.faturas set gateway = $2, gateway_id = $3, link = $4"
        " where id = $1 and (gateway_id is null or (gateway = $2 and gateway_id = $3)) returning *",
        fatura_id, gateway, gateway_id, link,
    )  # fmt: skip
    return one(Fatura, row)


async def update_fatura_status(
    conn: Connection,
    fatura_id: UUID,
    status: StatusFatura,
    *,
    of: Sequence[StatusFatura],
    now: datetime,
) -> Fatura | None:
    """Move a fatura that is in one of the statuses `of`; None when it is in another."""
    row = await conn.fetchrow(
        "update financeiro.faturas set status = $2, status_em = $4 where id = $1 and status = any ($3) returning *",
        fatura_id, status, list(of), now,
    )  # fmt: skip
    return one(Fatura, row)


async def insert_transacao(
    conn: Connection,
    *,
    fatura: Fatura,
    tipo: TipoTransacao,
    meio: Meio,
    valor: Decimal,
    gateway_id: str,
    now: datetime,
) -> Transacao | None:
    """Note a movement of money; None when it was noted before."""
    row = await conn.fetchrow(
        "insert into financeiro.transacoes (clinica_id, fatura_id, tipo, meio, valor, gateway_id, ocorrida_em)"
        " values ($1, $2, $3, $4, $5, $6, $7) on conflict (gateway_id) do nothing returning *",
        fatura.clinica_id, fatura.id, tipo, meio, valor, gateway_id, now,
    )  # fmt: skip
    return one(Transacao, row)


async def sum_paid(conn: Connection, fatura_id: UUID) -> Decimal:
    """What was paid and not given back, in reais."""
    total: Decimal = await conn.fetchval(
        "select coalesce(sum(case tipo when 'pagamento' then valor else -valor end), 0)"
        " from financeiro.transacoes where fatura_id = $1",
        fatura_id,
    )
    return total


async def list_due_faturas(conn: Connection, *, before: datetime, limit: int) -> list[UUID]:
    """The open faturas whose time was over by `before`, longest overdue first."""
    rows = await conn.fetch(
        "select id from financeiro.faturas where status = any ($3) and vence_em <= $1 order by vence_em, id limit $2"
        " for update skip locked",
        before, limit, list(OPEN),
    )  # fmt: skip
    return [row["id"] for row in rows]


async def find_clinica_of_fatura(conn: Connection, fatura_id: UUID) -> UUID | None:
    """Whose charge it is, also before the transaction may see any clinica."""
    clinica_id: UUID | None = await conn.fetchval("select financeiro.clinica_da_fatura($1)", fatura_id)
    return clinica_id
