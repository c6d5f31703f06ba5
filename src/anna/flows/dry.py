"""Plays a flow against a script, without a database or a patient: what `anna flows run --dry` prints.

A script is a list of one-key lines, each with what it needs beside it:

    - wait: 4h                                    time passes; what falls due on the way happens
    - reply: [affirm]                             said to the open question; `answers`, `incomplete`, `choice` beside it
    - reply: unclear
    - result: taken                               of the action that is waited for; `data` beside it
    - child: booked                               the outcome of the called flow; `data` beside it
    - event: fatura.paga                          `data` beside it
    - dropped: opted_out                          the send door refused the question
    - stop: replaced

An action whose result the script does not give comes out as `done`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta
from typing import Any, Final

from anna.errors import InvalidInput
from anna.flows.definition import Flow
from anna.flows.engine import advance, new_run
from anna.flows.expressions import parse_duration
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
from anna.flows.steps import Json

Line = Mapping[str, Json]

KINDS: Final = ("wait", "reply", "result", "child", "event", "dropped", "stop")
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
    """The readable trace of `script` played from `now`; InvalidInput when a line cannot be read."""
    run = new_run(flow, key="dry", trigger=Trigger(name=trigger, at=now), now=now, slots=slots)
    play = _Play(flow, run, facts, now)
    play.feed(Started())
    for number, line in enumerate(script, start=1):
        kind = next((kind for kind in KINDS if kind in line), None)
        if kind is None:
            raise InvalidInput(
                f"line {number} of the script: expected one of {', '.join(KINDS)}, found {dict(line)}"
            )
        play.line(number, kind, line)
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

    def line(self, number: int, kind: str, line: Line) -> None:
        if kind != "result":
            self.settle()
        if kind == "wait":
            self.pass_time(parse_duration(str(line["wait"])))
            return
        before = self.run
        event = self.read(number, kind, line)
        self.feed(event)
        if self.run is before:
            self.trace.append("    (means nothing here)")

    def read(self, number: int, kind: str, line: Line) -> Input:
        here: dict[str, Any] = {"step": self.run.step, "visit": self.run.visit}
        value, data = line[kind], line.get("data", {})
        match kind:
            case "result":
                return ActionResult(**here, result=value, data=data)
            case "child":
                return ChildEnded(**here, outcome=value, data=data)
            case "event":
                return Happened(id=f"line {number}", name=value, at=self.now, data=data)
            case "dropped":
                return Dropped(**here, reason=value)
            case "stop":
                return Stopped(reason=value)
            case _:
                return self.reply(line, here)

    def reply(self, line: Line, here: Mapping[str, Any]) -> Reply:
        words = line["reply"]
        unclear = words == "unclear"
        return Reply(
            **here,
            said=frozenset() if unclear else frozenset([words] if isinstance(words, str) else words),
            answers=line.get("answers", {}),
            incomplete=frozenset(line.get("incomplete", ())),
            choice=line.get("choice"),
            unclear=unclear,
        )

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
