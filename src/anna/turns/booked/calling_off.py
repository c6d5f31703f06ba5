"""A consulta that is called off in the same breath in which something else is taken."""

from __future__ import annotations

from anna.agendamento.service import known_patient
from anna.conversation.besides import Both
from anna.flows.moves import Move
from anna.turns.asked import Asked


async def called_off_besides(move: Move, asked: Asked) -> Both | None:
    """The two halves of such a message, of somebody who has something booked; what is taken comes first, and then she is asked."""
    if asked.both is None:
        return None
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    return asked.both if known.proximas else None
