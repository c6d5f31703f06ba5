"""The seven kinds of step and the arms that lead from one to another: frozen values with their own text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, ClassVar, Final, TypeAlias

from typing_extensions import override

from anna.flows.expressions import Condition, Moment, format_duration

Json: TypeAlias = Any
CHOICE: Final = "choice"


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
    """One gentle repetition while a step waits, if `when` holds then."""

    after: timedelta
    prompt: str
    when: Condition | None = None

    def to_json(self) -> dict[str, Json]:
        out: dict[str, Json] = {"after": format_duration(self.after), "prompt": self.prompt}
        return out | ({"when": str(self.when)} if self.when else {})


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
