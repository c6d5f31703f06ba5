"""Who wants to be written to at another number, because this telephone is read by somebody else, or for reasons of her own.

Anna cannot take a conversation to another number herself. So she writes here no more of her own accord, reminders among it, tells nothing
of the agenda, names the number she was given, and a person is called: what is wished meanwhile is kept for whoever comes.
"""

from __future__ import annotations

from typing import Any

from anna.commands import Intent, Nuance
from anna.turns.acting import Acting
from anna.turns.handoff.in_danger import DANGERS
from anna.turns.handoff.keeping import say_number
from anna.turns.waiting_queries import ELSEWHERE, KEPT, KEPT_ELSEWHERE, Awaited
from anna.whatsapp import ownership
from anna.whatsapp.ownership_queries import widen_saida

SCOPE = "automaticas"
NUMBER, WHICH = "outro_numero", "outro_numero_qual"
"""What is said of the number that was given, and where none was."""

_GRAVER = DANGERS | {Nuance.GRIEF.value, Intent.COMPLAINT.value}


async def write_elsewhere(acting: Acting, awaited: Awaited | None = None) -> dict[str, Any] | None:
    """Write here no more, and let a person take it to the other number; returns the route, None where that is not wished, or danger comes first."""
    move, asked = acting.move, acting.asked
    reading, waits = asked.heard.reading, awaited is not None and awaited.motivo == ELSEWHERE
    wished = Nuance.ELSEWHERE in reading.nuances or (waits and (reading.phone or reading.optout))
    in_danger = awaited is not None and (awaited.motivo in KEPT or asked.said() & _GRAVER)
    if not wished or in_danger or asked.said() & _GRAVER:
        return None
    await widen_saida(move.conn, asked.taken.contato_id, SCOPE, now=move.now)
    if awaited is None:
        await acting.hand_off(ELSEWHERE)
    else:
        await ownership.make_grave(move.conn, asked.taken.id, motivo=ELSEWHERE, frase=asked.burst.text)
    if reading.phone:
        await say_number(acting, NUMBER, reading.phone)
    else:
        await acting.say(KEPT_ELSEWHERE if waits else WHICH)
    return {"regra": "pessoa", "motivo": ELSEWHERE}
