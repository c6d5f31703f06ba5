"""A number that picks from a list which is no question any more: what it was about begins again, with what is true now.

Nobody remembers after two days what "1" was; it must neither book a time of then nor be called unintelligible.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from anna.commands import COMMANDS
from anna.conversation.understanding.replies.choices import read_choice
from anna.conversation.understanding.text.line import Line
from anna.flows.beginning import find_beginning
from anna.flows.definition import Flow, Lane
from anna.flows.facts import read_known
from anna.flows.model import Run, Trigger
from anna.flows.moves import Move
from anna.flows.steps import CHOICE
from anna.turns import recall_queries
from anna.turns.acting import Acting
from anna.turns.remembering import REMEMBERED
from anna.turns.starting import trigger_data
from anna.when import When

_FEW = 4
"""Of more words than these a number is only a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A list that was picked from too late: the flow that showed it, the command that began that, and what it had been told."""

    flow: str
    command: str
    slots: Mapping[str, Any]


async def restate(acting: Acting) -> str | None:
    """Begin again what the message picks from, with what was told then; returns the flow, or None where there is nothing of the kind."""
    move, asked = acting.move, acting.asked
    stale = await _find_stale(move, asked.taken.id, asked.burst.text)
    flow = acting.runner.shelf.current.get(stale.flow) if stale else None
    if stale is None or flow is None or flow.lane is not Lane.TALK or stale.command not in COMMANDS:
        return None
    known = await read_known(move.conn, asked.taken.clinica_id, asked.refs, now=move.now)
    data, cause = trigger_data(asked), frozenset({stale.command})
    begins = await find_beginning(move, flow, cause, known.facts(), data)
    if begins is None:
        return None
    await acting.say("lista_antiga")
    today = move.now.astimezone(known.zone).date()
    trigger = Trigger(name=begins.name, at=move.now, data=data)
    await acting.runner.start(
        move, flow, clinica_id=asked.taken.clinica_id, refs=asked.refs, trigger=trigger, slots=_still_true(flow, stale, today),
        heard=cause,
    )  # fmt: skip
    return flow.name


async def _find_stale(move: Move, conversa_id: UUID, text: str) -> Stale | None:
    """What `text` picks from, if Anna's last message was a list of a run that is over, and it picks from that."""
    line = Line.of(text)
    if len(line.tokens) > _FEW:
        return None
    last = await recall_queries.find_last_list(move.conn, conversa_id, since=move.now - REMEMBERED)
    if last is None or read_choice(line, last.options) is None:
        return None
    run = Run.from_json(last.dados)
    slots = {name: value for name, value in run.slots.items() if name not in run.incomplete}
    return Stale(flow=last.fluxo, command=run.trigger.name, slots=slots)


def _still_true(flow: Flow, stale: Stale, today: date) -> Mapping[str, Any]:
    """What was told then, choices and a wish whose days are over apart."""
    told = {name: value for name, value in stale.slots.items() if flow.slots.get(name, CHOICE) != CHOICE}
    return {
        name: value
        for name, value in told.items()
        if flow.slots[name] != "quando" or not _is_over(When.from_json(value), today)
    }


def _is_over(wish: When, today: date) -> bool:
    last = max(wish.dates) if wish.dates else wish.date_end
    return last is not None and last < today
