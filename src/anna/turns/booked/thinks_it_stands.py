"""Who believes that something is booked for her, or has missed it: it is looked up and told, and nothing new is asked of her."""

from __future__ import annotations

from dataclasses import replace

from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance
from anna.conversation.thinks_booked import doubts, thinks_booked
from anna.flows.moves import Move
from anna.turns import deposit_queries
from anna.turns.asked import COURTESIES, Asked
from anna.turns.returning import hearing

_READ_AS = COURTESIES | {
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CHECK_APPOINTMENT, Intent.CONFIRM_ATTENDANCE, Intent.UNCLEAR, Intent.INFO, Intent.HOURS,
    Intent.AFFIRM, Intent.DENY, Intent.GIVE_NAME, Intent.CORRECTION, Intent.RESCHEDULE, Nuance.CONFIRMS, Nuance.SECOND_THOUGHT, Nuance.ANOTHER_DAY,
    Nuance.GIVES_UP, Nuance.WRONG_TIME, Nuance.CORRECTS_NAME, Nuance.COMES,
}  # fmt: skip
"""What such a message is read as where nobody knows whether it is booked."""


async def thinks_it_stands(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a question what stands, where she takes something for booked; as it is where that is booked, and is confirmed."""
    reading, text = asked.heard.reading, asked.burst.text
    if asked.heard.tapped or asked.burst.wordless or reading.safety or reading.optout or reading.human:
        return move, asked
    if reading.slot_choice or asked.said() - _READ_AS or not thinks_booked(text):
        return move, asked
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    held = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    if (known.proximas or held) and not doubts(text):
        return move, asked
    meant = replace(
        reading, intents=frozenset({Intent.CHECK_APPOINTMENT}), nuances=frozenset(), procedure=(), when=None, name=None, choice=None, yes_no=None,
    )  # fmt: skip
    turn = move.turn and replace(move.turn, inquiries=())
    asked = replace(asked, inquiries=(), asks_besides=False)
    return hearing(replace(move, turn=turn), asked, replace(asked.heard, reading=meant))
