"""What a person answers, Anna leaves to them."""

from __future__ import annotations

from datetime import datetime

from anna.db.connect import Connection
from anna.turns import queries
from anna.turns.listening import Burst
from anna.turns.queries import Taken
from anna.turns.waiting_queries import find_awaited


async def is_a_persons(conn: Connection, taken: Taken, now: datetime) -> bool:
    """Whether a person answers this: one who has come, not one who is only waited for."""
    if taken.dono != "pessoa" or (taken.dono_ate is not None and taken.dono_ate <= now):
        return False
    return await find_awaited(conn, taken.id) is None


async def leave_to_person(conn: Connection, taken: Taken, burst: Burst, now: datetime) -> None:
    turno_id = await queries.insert_turno(
        conn, taken, ate_ordem=burst.until, texto=burst.text, contexto={}, leitura={}, regras=[],
        entendeu="nobody", resultado="da_pessoa", rota={"regra": "da_pessoa"}, started=now, ended=now,
    )  # fmt: skip
    await queries.set_outcomes(conn, burst.ids, desfecho="da_pessoa", motivo=None, turno_id=turno_id)
    await queries.mark_waiting(conn, taken.id, now=now)
    await queries.release(conn, taken, answered=True, now=now)
    await queries.announce(conn, taken.id)
