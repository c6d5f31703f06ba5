"""What a flow is: frozen values, and the one canonical text of each that the database keeps.

`Flow.to_json()` is the flow in its own language again (docs/flows.md), with every default and every id written out;
`language.flow_from_json` reads it back to an equal value, so a live run can finish on the version it began with.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import time, timedelta
from enum import StrEnum
from functools import cached_property
from typing import Final, TypeAlias

from typing_extensions import override

from anna.flows.expressions import Condition, Moment, format_duration
from anna.flows.steps import Ask, End, Json, Step


class Purpose(StrEnum):
    """Why a flow writes: lawful basis, quiet hours, frequency cap and priority follow from it."""

    ATENDIMENTO = "atendimento"
    LEMBRETE = "lembrete"
    PESQUISA = "pesquisa"
    MARKETING = "marketing"


class Lane(StrEnum):
    """How a run shares a conversation with others."""

    TALK = "talk"  # one live run per conversa; a new one suspends or replaces it (lanes.meet)
    BACKGROUND = "background"  # timers and campaigns
    ASIDE = "aside"  # answers a digression and returns
    OVERRIDE = "override"  # hand-off, opt-out, emergency: always first


# -- what starts and stops a flow -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What all starts have; `holdout` percent of the keys are left out, always the same ones."""

    when: Condition | None = None
    holdout: int = 0

    def _json(self, **own: Json) -> dict[str, Json]:
        out = {key: value for key, value in own.items() if value}
        if self.when:
            out["when"] = str(self.when)
        if self.holdout:
            out["holdout"] = self.holdout
        return out

    def to_json(self) -> dict[str, Json]:
        """The start in its own language."""
        return self._json()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCommand(Start):
    """The patient says one of these commands."""

    names: tuple[str, ...]

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(command=list(self.names))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnNews(Start):
    """One of these events happens, and it is not too late."""

    names: tuple[str, ...]
    not_after: Moment | None = None

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(event=list(self.names), not_after=self.not_after and str(self.not_after))


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSchedule(Start):
    """At a time of the clinic's week, for at most `limit` members of a population. Weekdays: Monday is 0."""

    weekdays: tuple[int, ...]
    hour: time
    for_each: str
    limit: int | None = None

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(
            every=schedule_text(self.weekdays, self.hour), for_each=self.for_each, limit=self.limit
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall(Start):
    """Another flow calls it and fills these slots (name -> type) from its `with`."""

    given: Mapping[str, str] = field(default_factory=dict)

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(call=True, **{"with": dict(self.given)})


AnyStart: TypeAlias = OnCommand | OnNews | OnSchedule | OnCall

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def schedule_text(weekdays: tuple[int, ...], hour: time) -> str:
    """`tue 10:00`; every day is `day 10:00`."""
    days = "day" if len(weekdays) == len(WEEKDAYS) else ",".join(WEEKDAYS[day] for day in weekdays)
    return f"{days} {hour.isoformat(timespec='minutes')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Events that end a live run from outside, or send it to `goto`; `undo` is an action that is done then."""

    events: tuple[str, ...]
    goto: str | None = None
    undo: str | None = None

    def to_json(self) -> dict[str, Json]:
        more = {key: value for key, value in (("goto", self.goto), ("undo", self.undo)) if value}
        return {"event": list(self.events), **more}


Mark: TypeAlias = tuple[int, int]
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, kw_only=True)
class Flow:
    """One flow of one version. `marks` say where in `file` a part was written (line, column), for reports only."""

    name: str
    version: int
    purpose: Purpose
    lane: Lane
    starts: tuple[AnyStart, ...]
    key: tuple[str, ...]
    steps: tuple[Step, ...]
    stops: tuple[Stop, ...] = ()
    cooldown: timedelta | None = None
    file: str = field(default="", compare=False)
    marks: Mapping[Path, Mark] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {step.id: place for place, step in enumerate(self.steps)}

    @cached_property
    def slots(self) -> Mapping[str, str]:
        """Every slot a run of this flow can hold: what is asked and what a call gives, name -> type."""
        asked = {slot.name: slot.type for step in self.steps if isinstance(step, Ask) for slot in step.slots}
        return {**self.given, **asked}

    @cached_property
    def given(self) -> Mapping[str, str]:
        """The slots that a caller may fill, name -> type."""
        return {
            name: type
            for start in self.starts
            if isinstance(start, OnCall)
            for name, type in start.given.items()
        }

    @property
    def callable(self) -> bool:
        """Whether other flows may call it."""
        return any(isinstance(start, OnCall) for start in self.starts)

    @cached_property
    def outcomes(self) -> frozenset[str]:
        """How a run can end by itself."""
        return frozenset(step.outcome for step in self.steps if isinstance(step, End))

    def __contains__(self, step_id: str) -> bool:
        return step_id in self._places

    def step(self, step_id: str) -> Step:
        """The step of that id; KeyError if there is none."""
        return self.steps[self._places[step_id]]

    def after(self, step_id: str) -> str | None:
        """The id of the step written below it, None below the last."""
        place = self._places[step_id] + 1
        return self.steps[place].id if place < len(self.steps) else None

    def mark(self, path: Path) -> Mark:
        """Where `path` was written, else the nearest part around it, else the first line."""
        return next((self.marks[part] for part in _outwards(path) if part in self.marks), (1, 1))

    def to_json(self) -> dict[str, Json]:
        """The flow in its own language, with every id written out."""
        out: dict[str, Json] = {
            "flow": self.name,
            "version": self.version,
            "purpose": self.purpose.value,
            "lane": self.lane.value,
            "start": [start.to_json() for start in self.starts],
            "key": list(self.key),
        }
        if self.stops:
            out["stop"] = [stop.to_json() for stop in self.stops]
        if self.cooldown:
            out["cooldown"] = format_duration(self.cooldown)
        out["steps"] = [step.to_json() for step in self.steps]
        return out

    def canonical(self) -> bytes:
        """The one text of this definition: UTF-8 JSON, keys sorted, no spaces."""
        return json.dumps(self.to_json(), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    @cached_property
    def sha256(self) -> bytes:
        """Of `canonical()`: 32 bytes, for `automacao.fluxos.sha256`."""
        return hashlib.sha256(self.canonical()).digest()


def _outwards(path: Path) -> Iterator[Path]:
    for length in range(len(path), -1, -1):
        yield path[:length]
