"""One of several procedures that are booked in one consulta is taken off: "tira o peeling", "não cancelar tudo não, só tirar o peeling"."""

from __future__ import annotations

from dataclasses import replace

from anna.agendamento.service import known_patient
from anna.commands import Nuance
from anna.conversation.understanding.facts.taking_off import named_in, taken_off
from anna.conversation.understanding.text.line import Line
from anna.flows.fact_queries import find_consulta_facts
from anna.flows.moves import Move
from anna.turns.asked import Asked
from anna.turns.returning import hearing


async def takes_one_off(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a wish to change what is done in a consulta, where one of its procedures is to go and another stays."""
    reading, question = asked.heard.reading, asked.open_question()
    if not reading.procedure or asked.heard.tapped or reading.safety or reading.optout or reading.human:
        return move, asked
    if question is not None and (question.options or question.stands):
        return move, asked
    norm = Line.of(asked.burst.text).norm
    for consulta in (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas:
        facts = await find_consulta_facts(move.conn, consulta.id)
        stands = list(facts.slugs) if facts else []
        if off := taken_off(norm, named_in(reading), stands):
            meant = replace(
                reading, intents=frozenset(), nuances=frozenset({Nuance.OTHER_PROCEDURE}), procedure=off, when=None, yes_no=None,
            )  # fmt: skip
            return hearing(move, asked, replace(asked.heard, reading=meant))
    return move, asked
