"""One of several procedures that are booked is taken off: "tira o peeling", "não cancelar tudo não, só tirar o peeling".

Where it has a consulta of its own, held or booked, that one is called off: "150 não tenho, tira o botox, fica só a limpeza".
"""

from __future__ import annotations

from dataclasses import replace

from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance, Reading, YesNo
from anna.conversation.question import Question
from anna.conversation.understanding.facts.taking_off import named_in, taken_off
from anna.conversation.understanding.text.line import Line
from anna.flows.fact_queries import find_consulta_facts
from anna.flows.moves import Move
from anna.turns import deposit_queries
from anna.turns.asked import Asked
from anna.turns.returning import hearing
from anna.when import TimeKind, When


async def takes_one_off(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a wish to change what is done in a consulta, where one of its procedures is to go and another stays."""
    reading, question = asked.heard.reading, asked.open_question()
    if asked.heard.tapped or reading.safety or reading.optout or reading.human:
        return move, asked
    if not named_in(reading, refused=True):
        return move, asked
    if question is not None and (fewer := _fewer_at_that_time(asked, question)):
        return hearing(move, asked, replace(asked.heard, reading=fewer))
    if question is not None and (question.options or question.stands):
        return move, asked
    norm = Line.of(asked.burst.text).norm
    apart: dict[str, int] = {}
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    held = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    ids = dict.fromkeys([*(one.id for one in known.proximas), *([held["consulta"]] if held else [])])
    for number, id in enumerate(ids):
        facts = await find_consulta_facts(move.conn, id)
        stands = list(facts.slugs) if facts else []
        apart |= dict.fromkeys(stands, number)
        if off := taken_off(norm, named_in(reading), stands):
            meant = replace(
                reading, intents=frozenset(), nuances=frozenset({Nuance.OTHER_PROCEDURE}), procedure=off, when=None, yes_no=None,
            )  # fmt: skip
            return hearing(move, asked, replace(asked.heard, reading=meant))
    gone = taken_off(norm, named_in(reading, refused=True), list(apart), apart=True)
    if "?" in norm or len(gone) != 1 or list(apart.values()).count(apart[gone[0]]) > 1:
        return move, asked
    meant = replace(
        reading, intents=frozenset({Intent.CANCEL}), nuances=frozenset(), procedure=gone, when=None, yes_no=YesNo.NO,
    )  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=meant))


def _fewer_at_that_time(asked: Asked, question: Question) -> Reading | None:
    """The message as a wish for what is left at the time it picks: "a 1, mas tira o peeling"; None where it picks none, or takes nothing off."""
    reading = asked.heard.reading
    stands = list(question.known.get("procedimentos") or ())
    off = taken_off(Line.of(asked.burst.text).norm, named_in(reading, refused=True), stands)
    start = reading.slot_choice
    if start is None or not off or not question.has_times():
        return None
    at = When(date_start=start.date(), date_end=start.date(), time_kind=TimeKind.AT, time_start=start.time())
    return replace(
        reading, intents=frozenset({Intent.SCHEDULE}), procedure=tuple(slug for slug in stands if slug not in off), when=at,
        slot_choice=None, choice=None, yes_no=None,
    )  # fmt: skip
