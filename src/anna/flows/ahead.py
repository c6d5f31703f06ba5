"""What lies ahead of a run: what time alone will do to it, and the way it takes if all goes well. Pure.

For people who look at a run (the demo page, later the console). Nothing here decides anything: the engine does, when the time
comes, with the facts of that moment.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from anna.flows.definition import Flow
from anna.flows.expressions import NOTHING, Condition, ExpressionError, look_up
from anna.flows.model import Run, RunState
from anna.flows.steps import (
    After,
    Always,
    Ask,
    At,
    Branch,
    Do,
    End,
    Json,
    OnEvent,
    OnResult,
    Send,
    Step,
    Wait,
)
from anna.flows.view import view
from anna.flows.walk import Deadline, Walk

_PASSED_AT_ONCE = (Branch, Do, Send)
"""Kinds of step at which a run does not wait for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """At `at`, unless something else happens before: `prompt` is said once more, or the run goes on to `steps`.

    `steps` go as far as the first that waits for somebody, decides by what an action will bring, or ends the run, that one
    included.
    """

    at: datetime
    prompt: str | None = None
    steps: tuple[Step, ...] = ()


def upcoming(flow: Flow, run: Run, facts: Mapping[str, object], now: datetime) -> tuple[Upcoming, ...]:
    """What will happen to `run` by time alone, the earliest first; `at` may be past when a Tick is overdue.

    It ends with what leads away from the present step: nobody knows what is waited for after that.
    """
    if run.state is not RunState.VIVA or not run.visit:
        return ()
    walk = Walk(flow, run, facts, now)
    try:
        deadlines = sorted(walk.deadlines(), key=lambda deadline: deadline.at)
    except ExpressionError:  # a moment that has no value yet
        return ()
    found = []
    for deadline in deadlines:
        found.append(_upcoming(walk, deadline))
        if found[-1].prompt is None:
            break
    return tuple(found)


def expected(flow: Flow, run: Run, facts: Mapping[str, object], *, start: str) -> Iterator[Step]:
    """The steps from `start` on, that one first, if every question is answered, every action done, every event comes.

    A branch goes where it would go now. One that must go somewhere and asks for what nobody knows yet takes the first such way.
    """
    known = view(flow, run, facts)
    seen: set[str] = set()
    here: str | None = start
    while here is not None and here not in seen:
        seen.add(here)
        step = flow.step(here)
        yield step
        here = _onward(flow, step, known)


def _upcoming(walk: Walk, deadline: Deadline) -> Upcoming:
    step = walk.step
    match deadline.does:
        case "nudge" if isinstance(step, Ask | Wait) and step.nudge:
            return Upcoming(at=deadline.at, prompt=step.nudge.prompt)
        case After() | At() as arm:
            target: str | None = arm.goto
        case "until":
            target = _onward(walk.flow, step, walk.view())
        case _:  # a question that was held back is put
            target = step.id
    return Upcoming(at=deadline.at, steps=tuple(_until_it_waits(walk, target)) if target else ())


def _until_it_waits(walk: Walk, target: str) -> Iterator[Step]:
    """A branch behind an action is left open: the action may change what it asks for."""
    acted = False
    for step in expected(walk.flow, walk.run, walk.facts, start=target):
        yield step
        acted = acted or isinstance(step, Do)
        if not isinstance(step, _PASSED_AT_ONCE) or (acted and isinstance(step, Branch)):
            return


def _onward(flow: Flow, step: Step, known: Mapping[str, object]) -> str | None:
    """Where a step leads that goes well; None at an end."""
    match step:
        case End():
            return None
        case Branch():
            return _way(step, known) or flow.after(step.id)
        case Wait(until=None):
            events = (arm.goto for arm in step.then if isinstance(arm, OnEvent))
            return next(events, None) or next((arm.goto for arm in step.then), None)
        case _:
            pass
    done = (arm.goto for arm in step.then if isinstance(arm, Always) or _is_success(step, arm))
    return next(done, None) or flow.after(step.id)


def _is_success(step: Step, arm: object) -> bool:
    """A call goes well with the first result it names; an action by falling through, or by an arm for `done`."""
    if not isinstance(arm, OnResult):
        return False
    return step.kind == "call" or bool({"done", "answered", "sent"} & set(arm.names))


def _way(step: Branch, known: Mapping[str, object]) -> str | None:
    """The way that holds; where there is an else, a condition about what nobody knows yet comes before it."""
    otherwise = any(way.when is None for way in step.ways)
    for way in step.ways:
        if way.when is None or _holds(way.when, known) or (otherwise and _open(way.when, known)):
            return way.goto
    return None


def _holds(condition: Condition, known: Mapping[str, object]) -> bool:
    try:
        return condition.holds(known)
    except ExpressionError:
        return False


def _open(condition: Condition, known: Mapping[str, object]) -> bool:
    return any(_value(known, path) in (None, NOTHING) for path in condition.names())


def _value(known: Mapping[str, object], path: str) -> Json:
    try:
        return look_up(known, path)
    except ExpressionError:
        return None
