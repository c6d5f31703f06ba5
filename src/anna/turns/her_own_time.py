"""The time that is booked, named back: "hj às 16 né?", "o horário é 13:15 mesmo" and "vou às 16, tchau" wish for nothing new."""

from __future__ import annotations

from dataclasses import replace

from anna.agendamento.choice import wishes_day
from anna.agendamento.service import known_patient
from anna.commands import Intent
from anna.conversation.understanding.text.line import rx
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns.asked import COURTESIES, Asked
from anna.turns.returning import hearing
from anna.when import TimeKind

_READ_AS = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY, Intent.AFFIRM, Intent.UNCLEAR})
"""What such a message is read as where nobody knows that it is booked."""

_NEW = r"\b(?:quero|queria|gostaria|marcar?|agendar?|reservar?|encaix\w+|outr[ao]s?|mais (?:um|uma)|tambem|vagas?|livres?|tem|teria|(?:para|pra|pro) (?:a |o )?(?:minha|meu|ela|ele))\b"


async def her_own_time(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a question what stands, where it names the very hour of what is booked and no wish beside it."""
    reading = asked.heard.reading
    when = reading.when
    plain = asked.said() - COURTESIES <= _READ_AS and not (reading.procedure or reading.safety)
    if when is None or not plain or asked.open_question() or rx(_NEW).search(fold(asked.burst.text)):
        return move, asked
    if when.time_kind is not TimeKind.AT or when.time_start is None:
        return move, asked
    booked = (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas
    starts = [consulta.inicio_local for consulta in booked]
    if not any(at.time() == when.time_start and wishes_day(when, at.date()) for at in starts):
        return move, asked
    kept = replace(
        reading,
        intents=(reading.intents - _READ_AS) | {Intent.CHECK_APPOINTMENT},
        nuances=frozenset(),
        yes_no=None,
    )
    return hearing(move, asked, replace(asked.heard, reading=kept))
