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
from typing import Any, ClassVar, Final, TypeAlias

from typing_extensions import override

from anna.flows.expressions import Condition, Moment, format_duration

Json: TypeAlias = Any
CHOICE: Final = "choice"


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


class Channel(StrEnum):
    """Where a message may go; a list is an order of preference."""

    WHATSAPP = "whatsapp"
    SMS = "sms"
    EMAIL = "email"


# -- arms: where to go when something happens at a step ------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OnReply:
    """The patient's reply is one of `names`: commands, options of the question, or slots that it answers."""

    names: tuple[str, ...]
    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"reply": list(self.names), "goto": self.goto}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnEvent:
    """One of these events reached the run."""

    names: tuple[str, ...]
    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"event": list(self.names), "goto": self.goto}


@dataclass(frozen=True, slots=True, kw_only=True)
class OnResult:
    """The action, the child or the message ended in one of these results."""

    names: tuple[str, ...]
    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"result": list(self.names), "goto": self.goto}


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """So long after the step was entered (or its last question was put) nothing else has happened."""

    delay: timedelta
    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"after": format_duration(self.delay), "goto": self.goto}


@dataclass(frozen=True, slots=True, kw_only=True)
class At:
    """An instant of the facts has come."""

    moment: Moment
    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"at": str(self.moment), "goto": self.goto}


@dataclass(frozen=True, slots=True, kw_only=True)
class TriesOut:
    """As many replies as the step's `tries` were no answer."""

    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"tries": "out", "goto": self.goto}


@dataclass(frozen=True, slots=True, kw_only=True)
class Always:
    """The step is done, however it went."""

    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"goto": self.goto}


Arm: TypeAlias = OnReply | OnEvent | OnResult | After | At | TriesOut | Always


# -- steps ---------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One thing a question asks for. A choice lists its options, or names the fact that lists them."""

    name: str
    type: str
    prompt: str
    options: tuple[str, ...] = ()
    options_from: str | None = None

    def to_json(self) -> dict[str, Json]:
        out: dict[str, Json] = {"slot": self.name, "type": self.type, "prompt": self.prompt}
        if self.type == CHOICE:
            out["of"] = self.options_from or list(self.options)
        return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Nudge:
    """One gentle repetition while a step waits."""

    after: timedelta
    prompt: str

    def to_json(self) -> dict[str, Json]:
        return {"after": format_duration(self.after), "prompt": self.prompt}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What all steps have; `then` is tried in order."""

    kind: ClassVar[str]
    id: str
    then: tuple[Arm, ...] = ()

    def _json(self, value: Json, **more: Json) -> dict[str, Json]:
        out = {"id": self.id, self.kind: value, **{key: item for key, item in more.items() if item}}
        if self.then:
            out["then"] = [arm.to_json() for arm in self.then]
        return out

    def to_json(self) -> dict[str, Json]:
        """The step in its own language."""
        return self._json(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask(Step):
    """Puts a question per missing slot, one by one, and waits for the answers."""

    kind = "ask"
    slots: tuple[Slot, ...]
    tries: int | None = None
    nudge: Nudge | None = None
    not_after: Moment | None = None
    channel: tuple[Channel, ...] = ()
    media: str | None = None

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(
            [
                slot.to_json() for slot in self.slots
            ],  # a list: the order matters, and jsonb sorts the keys of a mapping
            tries=self.tries,
            nudge=self.nudge and self.nudge.to_json(),
            not_after=self.not_after and str(self.not_after),
            channel=[channel.value for channel in self.channel],
            media=self.media,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Send(Step):
    """Sends a template and goes on."""

    kind = "send"
    template: str
    not_after: Moment | None = None
    channel: tuple[Channel, ...] = ()
    media: str | None = None

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(
            self.template,
            not_after=self.not_after and str(self.not_after),
            channel=[channel.value for channel in self.channel],
            media=self.media,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait(Step):
    """Waits for an instant, an event or a word of the patient."""

    kind = "wait"
    until: Moment | None = None
    nudge: Nudge | None = None

    @override
    def to_json(self) -> dict[str, Json]:
        value = {"until": str(self.until)} if self.until else None
        return self._json(value, nudge=self.nudge and self.nudge.to_json())


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One line of a score: `points` to add, or a `floor` below which the score does not fall, `when` it holds."""

    when: Condition
    because: str
    points: int | None = None
    floor: int | None = None

    def to_json(self) -> dict[str, Json]:
        worth = {"points": self.points} if self.floor is None else {"floor": self.floor}
        return {"when": str(self.when), **worth, "because": self.because}


@dataclass(frozen=True, slots=True, kw_only=True)
class Do(Step):
    """An action of the registry. Of `rules`, those that hold are handed to it."""

    kind = "do"
    action: str
    args: Mapping[str, Json] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(
            self.action, **{"with": dict(self.args)}, rules=[rule.to_json() for rule in self.rules]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way of a branch; without `when` it is always taken."""

    when: Condition | None
    goto: str

    def to_json(self) -> dict[str, Json]:
        return {"when": str(self.when), "goto": self.goto} if self.when else {"goto": self.goto}


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Step):
    """Takes the first way that holds."""

    kind = "branch"
    ways: tuple[Way, ...]

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json([way.to_json() for way in self.ways])


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Step):
    """Runs another flow to its end; its outcome is the result. `args` fill slots of the child."""

    kind = "call"
    flow: str
    args: Mapping[str, Json] = field(default_factory=dict)

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json(self.flow, **{"with": dict(self.args)})


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Step):
    """Ends the run with an outcome, and may tell the world."""

    kind = "end"
    outcome: str
    emit: str | None = None

    @override
    def to_json(self) -> dict[str, Json]:
        return self._json({"outcome": self.outcome, "emit": self.emit} if self.emit else self.outcome)


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
