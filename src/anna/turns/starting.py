"""Which flow a message begins, and what it has answered of it already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anna.commands import Safety
from anna.conversation.binding import bind
from anna.conversation.question import Question
from anna.flows.beginning import find_beginning
from anna.flows.definition import Flow, Lane
from anna.flows.facts import read_known
from anna.flows.model import Trigger
from anna.flows.moves import Move
from anna.flows.runner import Runner
from anna.turns.asked import Asked
from anna.turns.remembering import for_whom_before, remembered
from anna.turns.wordless import UNCLEAR

TALK_FIRST = frozenset(
    {"cancel", "reschedule", "confirm", "join_waitlist", "keep_after_all", "put_right", "opt_in_by_words"}
)
"""Talk flows that are preferred when a message starts several: what is said of something that stands outranks a new wish."""


async def begin(runner: Runner, move: Move, asked: Asked, lane: Lane, said: frozenset[str]) -> Flow | None:
    """Begin the first flow of `lane` that one of the commands starts; None when none does."""
    if not said and lane is not Lane.TALK:
        return None
    known = await read_known(move.conn, asked.taken.clinica_id, asked.refs, now=move.now)
    facts, data = known.facts(), trigger_data(asked)
    cause = said or frozenset({UNCLEAR})
    flows = sorted(
        (flow for flow in runner.shelf.current.values() if flow.lane is lane),
        key=lambda flow: (flow.name not in TALK_FIRST, flow.name),
    )
    for flow in flows:
        begins = await find_beginning(move, flow, cause, facts, data)
        if begins is None:
            continue
        whom = await for_whom_before(move, asked, flow, said)
        trigger = Trigger(name=begins.name, at=move.now, data={**data, "antes": whom.text})
        slots, incomplete = _first_answers(flow, asked)
        slots = {**await remembered(move, asked, flow, said), **whom.slots, **slots}
        began = await runner.start(
            move, flow, clinica_id=asked.taken.clinica_id, refs=asked.refs, trigger=trigger,
            slots=slots, incomplete=incomplete, heard=cause,
        )  # fmt: skip
        if began:
            return flow
    return None


def trigger_data(asked: Asked) -> Mapping[str, Any]:
    """What a run that this message begins knows of it."""
    safety = asked.heard.reading.safety
    return {"safety": safety.value if isinstance(safety, Safety) else None, "frase": asked.burst.text}


def _first_answers(flow: Flow, asked: Asked) -> tuple[Mapping[str, Any], frozenset[str]]:
    """What the message that begins a run answers already: she never asks what was said."""
    question = Question(
        id=asked.taken.id, execucao_id=asked.taken.id, passo="", visita=0, slot=None, wanted=flow.slots,
        accepts=frozenset(), opened_at=asked.burst.entradas[-1].criada_em,
    )  # fmt: skip
    bound = bind(question, asked.heard)
    return (bound.answers, bound.incomplete) if bound else ({}, frozenset())
