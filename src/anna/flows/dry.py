"""Plays a flow against a script, without a database or a patient: what `anna flows run --dry` prints.

An action whose result the script does not give comes out as `done`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, Final

from anna.flows.definition import Flow
from anna.flows.engine import advance, new_run
from anna.flows.model import (
    ActionResult,
    ChildEnded,
    Dropped,
    Effect,
    Happened,
    Input,
    Pending,
    Reply,
    Run,
    RunState,
    Started,
    Stopped,
    Tick,
    Trigger,
)
from anna.flows.script import UNCLEAR, Line
from anna.flows.steps import Json

_MAX_TICKS: Final = 1000


def dry_run(
    flow: Flow,
    script: Sequence[Line],
    facts: Mapping[str, object],
    now: datetime,
    *,
    trigger: str = "dry",
    slots: Mapping[str, Json] | None = None,
) -> tuple[str, ...]:
    """The readable trace of `script` played from `now`."""
    run = new_run(flow, key="dry", trigger=Trigger(name=trigger, at=now), now=now, slots=slots)
    play = _Play(flow, run, facts, now)
    play.feed(Started())
    for number, line in enumerate(script, start=1):
        play.line(number, line)
    if play.run.pending is Pending.ACTION:
        play.settle()
    play.trace.append(play.standing())
    return tuple(play.trace)


@dataclass(slots=True)
class _Play:
    flow: Flow
    run: Run
    facts: Mapping[str, object]
    now: datetime
    trace: list[str] = field(default_factory=list)

    def line(self, number: int, line: Line) -> None:
        if line.kind != "result":
            self.settle()
        if line.kind == "wait":
            self.pass_time(line.span)
            return
        before = self.run
        self.feed(self.read(number, line))
        if self.run is before:
            self.trace.append("    (means nothing here)")

    def read(self, number: int, line: Line) -> Input:
        here: dict[str, Any] = {"step": self.run.step, "visit": self.run.visit}
        match line.kind:
            case "result":
                return ActionResult(**here, result=line.value, data=line.data)
            case "child":
                return ChildEnded(**here, outcome=line.value, data=line.data)
            case "event":
                return Happened(id=f"line {number}", name=line.value, at=self.now, data=line.data)
            case "dropped":
                return Dropped(**here, reason=line.value)
            case "stop":
                return Stopped(reason=line.value)
            case _:
                return Reply(
                    **here, said=line.words - {UNCLEAR}, answers=line.answers, incomplete=line.incomplete,
                    choice=line.choice, unclear=UNCLEAR in line.words,
                )  # fmt: skip

    def settle(self) -> None:
        """Let the actions the script says nothing about come out as done."""
        while self.run.pending is Pending.ACTION:
            self.feed(ActionResult(step=self.run.step, visit=self.run.visit))

    def pass_time(self, duration: timedelta) -> None:
        until = self.now + duration
        for _ in range(_MAX_TICKS):
            wake = self.run.wake_at
            if wake is None or wake > until:
                break
            self.now = max(self.now, wake)
            self.feed(Tick())
            self.settle()
        self.now = until

    def feed(self, event: Input) -> None:
        self.trace.append(f"{self.now:%a %d/%m %H:%M}  {_said(event)}")
        self.run, effects = advance(self.flow, self.run, event, self.facts, self.now)
        self.trace.extend(f"    {_said(effect)}" for effect in effects)

    def standing(self) -> str:
        run = self.run
        if run.state is not RunState.VIVA:
            return f"{run.state.value}: {run.outcome or run.reason}"
        wake = f", next at {run.wake_at:%a %d/%m %H:%M}" if run.wake_at else ""
        return f"{run.state.value}: at {run.step}, waiting for {run.pending and run.pending.value}{wake}"


def _said(value: Input | Effect) -> str:
    parts = " ".join(_parts(value))
    return f"{type(value).__name__} {parts}".rstrip()


def _parts(value: Input | Effect) -> Iterator[str]:
    for item in fields(value):
        part = getattr(value, item.name)
        if part and item.name not in {"visit", "id", "at"}:
            yield f"{item.name}={_short(part)}"


def _short(part: object) -> str:
    if isinstance(part, datetime):
        return f"{part:%a %d/%m %H:%M}"
    if isinstance(part, frozenset):
        return ",".join(sorted(part))
    return str(part)
