"""What a conversa knows of its deposits: one that is awaited, one that came to nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import one
from anna.financeiro.models import StatusFatura


async def awaits_payment(conn: Connection, conversa_id: UUID) -> bool:
    """Whether something booked in the conversa waits for its deposit."""
    waits: bool = await conn.fetchval(
        "select exists (select 1 from financeiro.faturas f join agendamento.consultas a on a.id = f.consulta_id"
        " where a.conversa_id = $1 and f.status in ('pendente', 'falhou'))",
        conversa_id,
    )
    return waits


async def find_awaited(conn: Connection, conversa_id: UUID, *, now: datetime) -> dict[str, UUID]:
    """The hold of the conversa that waits for its deposit, and the charge of that, as ids by name; empty where there is none."""
    row = await conn.fetchrow(
        "select a.id as consulta, f.id as fatura from financeiro.faturas f join agendamento.consultas a on a.id = f.consulta_id"
        " where a.conversa_id = $1 and a.status = 'reservado' and f.status in ('pendente', 'falhou') and f.vence_em > $2"
        " and f.link is not null order by f.criada_em desc limit 1", conversa_id, now,
    )  # fmt: skip
    return dict(row) if row else {}


async def ends_today(conn: Connection, fatura_id: UUID, *, now: datetime) -> bool:
    """Whether the charge can be paid today only, by the clinic's calendar."""
    ends: bool | None = await conn.fetchval(
        "select (f.vence_em at time zone k.fuso)::date = ($2::timestamptz at time zone k.fuso)::date"
        " from financeiro.faturas f join clinica.clinicas k on k.id = f.clinica_id where f.id = $1",
        fatura_id, now,
    )  # fmt: skip
    return bool(ends)


@dataclass(frozen=True, slots=True, kw_only=True)
class LastDeposit:
    """The newest deposit asked for in a conversa, and what it is for: `nova` where that is the newest of the conversa and to come, `vale` where
    it is booked besides."""

    fatura_id: UUID
    consulta_id: UUID
    status: StatusFatura
    slugs: list[str]
    nova: bool
    vale: bool

    @property
    def is_paid_for(self) -> bool:
        """Whether it was paid, and what it was paid for is still to come."""
        return self.vale and self.status is StatusFatura.PAGA

    @property
    def has_lapsed(self) -> bool:
        """Whether it was not paid in time, and what it was for would still be to come."""
        return self.nova and self.status is StatusFatura.EXPIRADA

    @property
    def ids(self) -> dict[str, UUID]:
        return {"consulta": self.consulta_id, "fatura": self.fatura_id}


async def find_last_deposit(conn: Connection, conversa_id: UUID, *, now: datetime) -> LastDeposit | None:
    """None where none was ever asked for."""
    row = await conn.fetchrow(
        "select l.*, l.nova and l.status_da_consulta in ('agendado', 'confirmado') as vale from ("
        " select f.id as fatura_id, a.id as consulta_id, f.status, a.status as status_da_consulta,"
        "   array(select s.slug from agendamento.consulta_servicos x"
        "     join agendamento.servicos s on s.id = x.servico_id where x.consulta_id = a.id order by s.slug) as slugs,"
        "   a.inicio > $2 and not exists (select from agendamento.consultas n where n.conversa_id = $1 and n.id > a.id) as nova"
        " from financeiro.faturas f join agendamento.consultas a on a.id = f.consulta_id"
        " where a.conversa_id = $1 order by f.criada_em desc limit 1) l",
        conversa_id, now,
    )  # fmt: skip
    return one(LastDeposit, row)


async def find_lapsed_start(conn: Connection, conversa_id: UUID, *, now: datetime) -> datetime | None:
    """When the slot begins, on the clinic's clock and still to come, whose deposit was the last one here and was not paid in time."""
    start: datetime | None = await conn.fetchval(
        "select l.inicio from (select a.inicio at time zone k.fuso as inicio, a.inicio > $2 and f.status = 'expirada' as lapsed"
        " from financeiro.faturas f join agendamento.consultas a on a.id = f.consulta_id join clinica.clinicas k on k.id = a.clinica_id"
        " where a.conversa_id = $1 order by f.criada_em desc limit 1) l where l.lapsed",
        conversa_id, now,
    )  # fmt: skip
    return start
