"""What a run is, what can reach it, and what it asks for: the values that cross the engine's border.

All JSON-able: `Run.to_json` is what `automacao.execucoes` keeps. Instants are aware datetimes here and ISO 8601 there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeAlias

from anna.flows.steps import Channel, Json


class RunState(StrEnum):
    """How a run stands; only a live one changes."""

    VIVA = "viva"
    ENCERRADA = "encerrada"  # reached an end: `outcome` says which
    PARADA = "parada"  # stopped from outside: `reason` says by what
    FALHOU = "falhou"  # the flow or its facts do not hold together: `reason` says how


class Pending(StrEnum):
    """What a live run is blocked on."""

    ACTION = "action"  # its result is to be fed back: at once if inside, when it arrives if outside
    CHILD = "child"  # a called run
    QUESTION = "question"  # an answer of the patient
    WAIT = "wait"  # an instant, an event or a word of the patient


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """What started a run: the command, event, flow (for a call) or schedule, when, and its data."""

    name: str
    at: datetime
    data: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a flow, frozen. `visit` rises whenever a step is entered or a question is put again, so that
    (run, step, visit) names each message and action once. `wake_at` is the next instant at which a Tick does anything.
    """

    flow: str
    version: int
    key: str
    trigger: Trigger
    since: datetime
    state: RunState = RunState.VIVA
    step: str = ""
    visit: int = 0
    pending: Pending | None = None
    wake_at: datetime | None = None
    held_until: datetime | None = None  # a question that waits for another one of the conversa
    tries: int = 0
    nudged: bool = False
    suspended: bool = False
    outcome: str | None = None
    reason: str | None = None
    slots: Mapping[str, Json] = field(default_factory=dict)
    incomplete: frozenset[str] = (
        frozenset()
    )  # slots whose value is only part of an answer (a day without an hour)
    asked: frozenset[str] = frozenset()  # slots that were asked for
    options: tuple[str, ...] = ()  # ids of the options the open question showed
    results: Mapping[str, str] = field(default_factory=dict)  # step -> how it last went
    data: Mapping[str, Json] = field(default_factory=dict)  # facts that results brought
    heard: frozenset[str] = frozenset()  # what was said to the run, and the name of its trigger
    hops: int = 0  # steps entered since somebody outside last moved the run
    last_event: str | None = None  # id of the event that moved it last: delivered twice, it counts once

    def to_json(self) -> dict[str, Json]:
        """Plain JSON, keys as the attributes."""
        out: dict[str, Any] = {name.name: getattr(self, name.name) for name in fields(self)}
        for name in ("since", "wake_at", "held_until"):
            out[name] = out[name] and out[name].isoformat()
        out["trigger"] = {
            "name": self.trigger.name,
            "at": self.trigger.at.isoformat(),
            "data": dict(self.trigger.data),
        }
        out["pending"] = self.pending and self.pending.value
        out["state"] = self.state.value
        for name in ("incomplete", "asked", "heard"):
            out[name] = sorted(out[name])
        for name in ("slots", "results", "data"):
            out[name] = dict(out[name])
        out["options"] = list(self.options)
        return out

    @classmethod
    def from_json(cls, data: Mapping[str, Json]) -> Run:
        """The inverse of `to_json`; what an older or newer program did not write, or wrote beside, is left at its default."""
        known: dict[str, Any] = {item.name: data[item.name] for item in fields(cls) if item.name in data}
        trigger = known["trigger"]
        known["trigger"] = Trigger(
            name=trigger["name"], at=datetime.fromisoformat(trigger["at"]), data=trigger["data"]
        )
        for name in known.keys() & {"since", "wake_at", "held_until"}:
            known[name] = known[name] and datetime.fromisoformat(known[name])
        for name in known.keys() & {"incomplete", "asked", "heard"}:
            known[name] = frozenset(known[name])
        known["state"] = RunState(known["state"])
        known["pending"] = known["pending"] and Pending(known["pending"])
        known["options"] = tuple(known["options"])
        return cls(**known)


# -- what can reach a run ------------------------------------------------------------------------------------------------
# An input that carries (step, visit) and finds the run elsewhere is stale, and changes nothing.


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The first input of every run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionResult:
    """The action of (step, visit) ended; the keys of `data` become facts of the run."""

    step: str
    visit: int
    result: str = "done"
    data: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildEnded:
    """The called run ended. `outcome` is its outcome, or `stopped`, or `failed`."""

    step: str
    visit: int
    outcome: str
    data: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the patient said to the question, or during the wait, of (step, visit).

    `said` are command names, `answers` slot values (those named in `incomplete` are only part of one), `choice` the id of
    the option that was tapped or numbered. `unclear` says that it was meant as an answer and could not be understood.
    """

    step: str
    visit: int
    said: frozenset[str] = frozenset()
    answers: Mapping[str, Json] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    choice: str | None = None
    unclear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An event that concerns the run (`engine.concerns`). `own` says that the run's own tree caused it."""

    id: str
    name: str
    at: datetime
    ids: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Json] = field(default_factory=dict)
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """The message of (step, visit) was refused by the send door, or shifted past its `not_after`."""

    step: str
    visit: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed:
    """The question of (step, visit) was not put, because another of the conversa is open: put it at `until`."""

    step: str
    visit: int
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgain:
    """A digression is over: put the question of (step, visit) once more. It costs no try."""

    step: str
    visit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspended:
    """Another talk run came in front: keep time and events, put no question and no nudge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """It is in front again: an unanswered question is put again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """Ended from outside: by the parent's stop, a newer talk run, or a person."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Time has passed. Before `wake_at` it changes nothing."""


Input: TypeAlias = (
    Started
    | ActionResult
    | ChildEnded
    | Reply
    | Happened
    | Dropped
    | Postponed
    | AskAgain
    | Suspended
    | Resumed
    | Stopped
    | Tick
)


# -- what a run asks for --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """Send `template` and open a question for `slot`.

    `wanted` are all slots the step still misses (name -> type, in order), `slot` the first of them; `partial` its value so
    far, if only a part is known. `also` are the other slots that a reply may answer or correct by the way. `options` are those of a choice, as the flow or the fact gives them. `replies` are the
    words that arms of this step wait for. `again` counts the replies that were no answer; `resumed` says that the same
    question was already put and something else came between.
    """

    step: str
    visit: int
    template: str
    slot: str
    type: str
    wanted: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)
    partial: Json = None
    options: tuple[Json, ...] = ()
    replies: frozenset[str] = frozenset()
    again: int = 0
    resumed: bool = False
    channels: tuple[Channel, ...] = ()
    media: Json = None
    not_after: datetime | None = None

    def accepts(self) -> frozenset[str]:
        """What `perguntas.aceita` holds: the words, the ids of the options, and the names of the slots."""
        return self.replies | frozenset(map(option_id, self.options)) | frozenset(self.wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listen:
    """Open a question without sending anything: `replies` to the run's last message belong to this wait."""

    step: str
    visit: int
    replies: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseQuestion:
    """Close the question of (step, visit), if it was opened."""

    step: str
    visit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SendMessage:
    """Plan a message. A nudge has `step` "<step>/nudge", so that its key is its own."""

    step: str
    visit: int
    template: str
    channels: tuple[Channel, ...] = ()
    media: Json = None
    not_after: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscardMessage:
    """Record a message that is too late to be sent (`descartada`)."""

    step: str
    visit: int
    template: str
    not_after: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """Carry out an action; its ActionResult(step, visit) is waited for, unless `undo`.

    `rules` are the rules of the step that hold, in order: {points | floor, because}.
    """

    step: str
    visit: int
    action: str
    args: Mapping[str, Json] = field(default_factory=dict)
    rules: tuple[Mapping[str, Json], ...] = ()
    undo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChild:
    """Start a run of `flow` whose slots are `slots`; its ChildEnded(step, visit) is waited for."""

    step: str
    visit: int
    flow: str
    slots: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StopChild:
    """Give the child started at (step, visit) a Stopped(reason)."""

    step: str
    visit: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emit:
    """Write an event, with the ids that the run holds."""

    step: str
    visit: int
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEnded:
    """The run is over; a parent gets `result` as its ChildEnded.outcome."""

    state: RunState
    outcome: str | None = None
    reason: str | None = None

    @property
    def result(self) -> str:
        """The outcome, or `stopped`, or `failed`."""
        return {RunState.PARADA: "stopped", RunState.FALHOU: "failed"}.get(self.state) or str(self.outcome)


Effect: TypeAlias = (
    OpenQuestion
    | Listen
    | CloseQuestion
    | SendMessage
    | DiscardMessage
    | Act
    | StartChild
    | StopChild
    | Emit
    | RunEnded
)


def option_id(option: Json) -> str:
    """The id of an option: its `id` if it is a mapping, else itself."""
    return str(option["id"]) if isinstance(option, Mapping) else str(option)
