"""Whether a number can send: what the provider says of it, what its sends show, and telling the clinic once when it cannot.

A transient loss heals in seconds and is nobody's news; only a closed connection, or anything else that is not open for `PATIENCE`, is
told (`instancia.caiu`), once per outage. A server that calls itself open while it refuses every send, or takes them and nothing of
what it took ever arrives, is down all the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from anna.db.connect import Connection
from anna.db.events import emit
from anna.errors import NotFound
from anna.whatsapp import upkeep_queries as queries
from anna.whatsapp.channel import ChannelState, ConnectionState
from anna.whatsapp.upkeep_queries import Watched

PATIENCE = timedelta(minutes=3)
"""How long a number may be connecting, or not answer, before a person hears of it."""

SHORTEST_HOLD = timedelta(seconds=10)
LONGEST_HOLD = timedelta(minutes=5)


RECEIPT_AFTER = timedelta(minutes=10)
"""By when WhatsApp has said of a message that it took it; statuses that were lost on the way are reconciled within five."""

RECEIPTS_OF = timedelta(hours=6)
"""How old a message without a receipt may be to say something about now."""

NO_RECEIPTS = "no_receipts"
"""The `motivo` of a number whose messages are taken and never arrive."""


async def note_answer(
    conn: Connection, instancia_id: UUID, state: ChannelState, *, now: datetime
) -> ChannelState:
    """What the provider answered when it was asked; returns what is true. Raises NotFound.

    Open is only whose messages get receipts: a server whose socket has died goes on taking them.
    """
    if state.estado is ConnectionState.ABERTO and await queries.lacks_receipts(
        conn, instancia_id, since=now - RECEIPTS_OF, until=now - RECEIPT_AFTER
    ):
        state = ChannelState(ConnectionState.DESCONHECIDO, NO_RECEIPTS)
    await note_state(conn, instancia_id, state, now=now)
    return state


async def note_state(
    conn: Connection, instancia_id: UUID, state: ChannelState, *, numero: str | None = None, now: datetime
) -> None:
    """What the provider says of the connection. A repeated state keeps the reason it came with. Raises NotFound."""
    instancia = await _lock(conn, instancia_id)
    same = instancia.estado == state.estado
    since = instancia.estado_em if same and instancia.estado_em else now
    motivo = state.motivo or (instancia.estado_motivo if same else None)
    is_open = state.estado is ConnectionState.ABERTO
    await queries.set_estado(
        conn, instancia_id, estado=state.estado, motivo=motivo, since=since, numero=numero, is_open=is_open,
        heals=is_open and not same,
    )  # fmt: skip
    if not is_open and (state.estado is ConnectionState.FECHADO or now - since >= PATIENCE):
        await _tell(conn, instancia, state.estado, motivo, now)


async def note_refused_send(
    conn: Connection, instancia_id: UUID, motivo: str | None, *, now: datetime
) -> None:
    """A send was refused for the connection's sake: hold all of this number's, with patience that grows with the outage."""
    instancia = await _lock(conn, instancia_id)
    since = instancia.recusa_desde or now
    until = now + min(max(now - since, SHORTEST_HOLD), LONGEST_HOLD)
    await queries.hold_sends(conn, instancia_id, since=since, until=until)
    if now - since >= PATIENCE:
        await _tell(conn, instancia, ConnectionState(instancia.estado), motivo, now)


async def note_taken_send(conn: Connection, instancia_id: UUID) -> None:
    """A send was taken: nothing is held any more."""
    await queries.release_sends(conn, instancia_id)


async def _lock(conn: Connection, instancia_id: UUID) -> Watched:
    instancia = await queries.lock_instancia(conn, instancia_id)
    if instancia is None:
        raise NotFound(f"there is no instancia {instancia_id}")
    return instancia


async def _tell(
    conn: Connection, instancia: Watched, estado: ConnectionState, motivo: str | None, now: datetime
) -> None:
    if instancia.caiu_em is not None:
        return
    await queries.set_down(conn, instancia.id, now=now)
    await emit(
        conn, clinica_id=instancia.clinica_id, nome="instancia.caiu", refs={"instancia": instancia.id},
        dados={"estado": estado.value, "motivo": motivo}, now=now,
    )  # fmt: skip
