"""What begins a run: which start holds, under which key, who is left out, when a schedule comes round, and who may talk."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum
from typing import Final

from anna.flows.definition import AnyStart, Flow, Lane, OnCall, OnCommand, OnNews, OnSchedule, Start
from anna.flows.expressions import ExpressionError, look_up
from anna.flows.model import Happened, Pending, Run, Trigger
from anna.flows.steps import Json
from anna.flows.view import trigger_fact

_PARTS: Final = "|"


def starting(
    flow: Flow,
    cause: frozenset[str] | Happened,
    facts: Mapping[str, object],
    now: datetime,
    data: Mapping[str, Json] | None = None,
) -> AnyStart | None:
    """The first start of `flow` that the commands of a message, or an event, bring about now; None if there is none.

    Conditions see the facts, `heard`, and `trigger` as the run would; `data` is what a command brings to `trigger`.
    ExpressionError when they name what is not there.
    """
    for start in flow.starts:
        name = _named(start, cause)
        if name is None:
            continue
        if isinstance(cause, Happened):
            trigger, heard = Trigger(name=name, at=cause.at, data=cause.data), frozenset[str]()
        else:
            trigger, heard = Trigger(name=name, at=now, data=data or {}), cause
        seen = {**facts, "trigger": trigger_fact(trigger), "heard": heard}
        if isinstance(start, OnNews) and start.not_after and now > start.not_after.at(seen):
            continue
        if start.when is None or start.when.holds(seen):
            return start
    return None


def _named(start: Start, cause: frozenset[str] | Happened) -> str | None:
    if isinstance(start, OnCommand) and not isinstance(cause, Happened):
        return next((name for name in start.names if name in cause), None)
    if isinstance(start, OnNews) and isinstance(cause, Happened) and cause.name in start.names:
        return cause.name
    return None


def trigger_name(start: AnyStart, cause: frozenset[str] | Happened) -> str:
    """The command or event of `cause` that `start` answers: what `trigger.name` is; for others the cause's own name."""
    return _named(start, cause) or (cause.name if isinstance(cause, Happened) else "")


def run_key(flow: Flow, facts: Mapping[str, object]) -> str:
    """The values of the flow's `key`, frozen as text. ExpressionError if one of them is unknown or nothing."""
    values = [look_up(facts, path) for path in flow.key]
    if None in values:
        raise ExpressionError(f"{flow.name}: {flow.key[values.index(None)]!r} has no value to make a key of")
    return _PARTS.join(str(value) for value in values)


def may_call(flow: Flow, facts: Mapping[str, object], caller: Run, now: datetime) -> bool:
    """Whether `flow` lets itself be called by a run now. ExpressionError when its condition names what is not there."""
    trigger = trigger_fact(Trigger(name=caller.flow, at=now, data=caller.trigger.data))
    seen = {**facts, "trigger": trigger, "heard": caller.heard}
    calls = (start for start in flow.starts if isinstance(start, OnCall))
    return any(start.when is None or start.when.holds(seen) for start in calls)


def held_out(flow: Flow, start: AnyStart, key: str) -> bool:
    """Whether `key` belongs to the percentage that is left out: the same ones each time, in every version."""
    digest = hashlib.sha256(f"{flow.name}{_PARTS}{key}".encode()).digest()
    return int.from_bytes(digest[:8]) % 100 < start.holdout


def next_time(start: OnSchedule, after: datetime, zone: tzinfo) -> datetime:
    """The first instant of the schedule later than `after`, in the clinic's `zone`."""
    local = after.astimezone(zone)
    for days in range(8):
        day = local.date() + timedelta(days=days)
        at = datetime.combine(day, start.hour, tzinfo=zone)
        if day.weekday() in start.weekdays and at > after:
            return at
    raise ValueError("a schedule has at least one weekday")


class Meeting(StrEnum):
    """What becomes of the live talk run of a conversa when another flow wants to start."""

    BESIDE = "beside"  # both live: only talk displaces talk
    REFUSE = "refuse"  # the live run goes on and the new one does not start
    SUSPEND = "suspend"  # the live run waits behind the new one, and is resumed when that ends
    REPLACE = "replace"  # the live run is stopped


def meet(new: Flow, live: Run, *, leaf: Run | None = None) -> Meeting:
    """The rule of the talk lane, for the root `live` of the conversa's talk tree and its deepest run `leaf`.

    The same flow is not begun twice. A run that holds something is suspended: an answer the patient gave, an action or a
    payment under way. One that holds nothing yet is replaced.
    """
    if new.lane is not Lane.TALK:
        return Meeting.BESIDE
    if new.name == live.flow:
        return Meeting.REFUSE
    tip = leaf or live
    busy = tip.pending is not Pending.QUESTION or bool(live.slots) or bool(tip.slots)
    return Meeting.SUSPEND if busy else Meeting.REPLACE
