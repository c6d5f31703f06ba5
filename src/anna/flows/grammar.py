"""Reads steps and arms: the part of the grammar below `steps:`, and what both halves of it share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final, TypeVar

from anna.flows.expressions import Condition, Moment
from anna.flows.reading import Cursor, nearest
from anna.flows.steps import (
    CHOICE,
    After,
    Always,
    Arm,
    Ask,
    At,
    Branch,
    Call,
    Channel,
    Do,
    End,
    Json,
    Nudge,
    OnEvent,
    OnReply,
    OnResult,
    Rule,
    Send,
    Slot,
    Step,
    TriesOut,
    Wait,
    Way,
)

E = TypeVar("E", bound=StrEnum)

STEP_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "ask": ("tries", "nudge", "not_after", "channel", "media", "then"),
    "send": ("not_after", "channel", "media", "then"),
    "wait": ("nudge", "then"),
    "do": ("with", "rules", "then"),
    "branch": (),
    "call": ("with", "then"),
    "end": (),
}
ARM_KEYS: Final = ("reply", "event", "result", "after", "at", "tries", "goto")
SLOT_KEYS: Final = ("type", "prompt", "of")


def member(cursor: Cursor | None, members: type[E]) -> E | None:
    """The member the value names; None if there is no value, or after reporting that it names none."""
    if cursor is None:
        return None
    values = [member.value for member in members]
    if cursor.value in values:
        return members(cursor.value)
    cursor.problem(f"one of {', '.join(values)}", near=values)
    return None


def condition(cursor: Cursor | None) -> Condition | None:
    """The condition, if there is one that can be read."""
    return cursor.expression(Condition.parse, "a condition") if cursor else None


def moment(cursor: Cursor | None) -> Moment | None:
    """The instant, if there is one that can be read."""
    return cursor.expression(Moment.parse, "a time such as consulta.inicio - 2h") if cursor else None


def kind_of(cursor: Cursor, kinds: Mapping[str, object], what: str) -> str | None:
    """The one key of a mapping that says what it is."""
    found = [kind for kind in kinds if isinstance(cursor.value, Mapping) and kind in cursor.value]
    if len(found) == 1:
        return found[0]
    keys = [str(key) for key in cursor.value] if isinstance(cursor.value, Mapping) else []
    given = " and ".join(found or keys) if found or keys else None
    near = [] if found else [hint for key in keys if (hint := nearest(key, kinds))]
    cursor.problem(f"{what}: exactly one of {', '.join(kinds)}", found=given, hint=next(iter(near), None))
    return None


# -- steps -------------------------------------------------------------------------------------------------------------------


def read_steps(cursor: Cursor) -> tuple[Step, ...]:
    """The steps in order, each with an id; what cannot be read is reported and left out."""
    items = cursor.items("a list of steps")
    taken: set[str] = set()
    given: dict[int, str] = {}
    for place, item in enumerate(items):
        if isinstance(item.value, Mapping) and "id" in item.value:
            own = item.parts("a step")["id"]
            name = own.id("the id of a step")
            if name in taken:
                own.problem("an id that no other step has")
            taken.add(name)
            given[place] = name
    steps = []
    for place, item in enumerate(items):
        kind = kind_of(item, STEP_KEYS, "a step")
        if kind is None:
            continue
        parts = item.keys(("id", kind, *STEP_KEYS[kind]), what=f"a step of kind {kind}")
        name = given.get(place) or _generated(kind, parts[kind].value, taken)
        then = tuple(_arm(arm) for arm in parts["then"].items("a list of arms")) if "then" in parts else ()
        steps.append(_STEPS[kind](name, parts, then))
    return tuple(steps)


def _generated(kind: str, value: Json, taken: set[str]) -> str:
    """An id for a step that was not given one: its kind and first word, numbered where that is taken."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        value = value[0].get("slot")
    elif isinstance(value, Mapping):
        value = value.get("outcome") if kind == "end" else next(iter(value), None)
    word = f"_{value}" if isinstance(value, str) and kind not in {"wait", "branch"} else ""
    name, number = f"{kind}{word}", 1
    while name in taken:
        number += 1
        name = f"{kind}{word}_{number}"
    taken.add(name)
    return name


def _arm(cursor: Cursor) -> Arm:
    parts = cursor.keys(ARM_KEYS, ("goto",), what="an arm")
    goto = parts["goto"].id("the id of a step") if "goto" in parts else ""
    kinds = [key for key in parts if key != "goto"]
    if len(kinds) > 1:
        cursor.problem(f"an arm with one of {', '.join(ARM_KEYS[:-1])}", found=" and ".join(kinds))
    kind = kinds[0] if kinds else "goto"
    part = parts.get(kind, cursor)
    match kind:
        case "reply":
            return OnReply(names=part.names("a command, an option or a slot"), goto=goto)
        case "event":
            return OnEvent(names=part.names("the name of an event"), goto=goto)
        case "result":
            return OnResult(names=part.names("the name of a result"), goto=goto)
        case "after":
            return After(delay=part.duration(), goto=goto)
        case "at":
            return At(moment=moment(part) or Moment(""), goto=goto)
        case "tries":
            if part.value != "out":
                part.problem("'out'")
            return TriesOut(goto=goto)
        case _:
            return Always(goto=goto)


def _nudge(cursor: Cursor | None) -> Nudge | None:
    if cursor is None:
        return None
    parts = cursor.keys(("after", "prompt", "when"), ("after", "prompt"), what="a nudge")
    if not {"after", "prompt"} <= parts.keys():
        return None
    return Nudge(
        after=parts["after"].duration(),
        prompt=parts["prompt"].id("the name of a template"),
        when=condition(parts.get("when")),
    )


def _channels(cursor: Cursor | None) -> tuple[Channel, ...]:
    if cursor is None:
        return ()
    items = [cursor] if isinstance(cursor.value, str) else cursor.items("a channel, or a list of them")
    return tuple(channel for item in items if (channel := member(item, Channel)))


def _media(cursor: Cursor | None) -> str | None:
    return cursor.name("a name such as paciente.foto_consentida") if cursor else None


Parts = Mapping[str, Cursor]


def _ask(name: str, parts: Parts, then: tuple[Arm, ...]) -> Step:
    asked = parts["ask"]
    slots: list[Slot] = []
    if isinstance(asked.value, list):
        for item in asked.items("slots"):
            own = item.keys(("slot", *SLOT_KEYS), ("slot", "type", "prompt"), what="a slot")
            slots.append(_slot(own["slot"].id("the name of a slot") if "slot" in own else "", item, own))
    else:
        for slot, part in asked.parts("slots, each with its type and prompt").items():
            slots.append(_slot(slot, part, part.keys(SLOT_KEYS, ("type", "prompt"), what="a slot")))
        if not slots and isinstance(asked.value, Mapping):
            asked.problem("at least one slot")
    return Ask(
        id=name,
        then=then,
        slots=tuple(slots),
        tries=parts["tries"].number("a number of tries", 1, 10) if "tries" in parts else None,
        nudge=_nudge(parts.get("nudge")),
        not_after=moment(parts.get("not_after")),
        channel=_channels(parts.get("channel")),
        media=_media(parts.get("media")),
    )


def _slot(name: str, cursor: Cursor, parts: Parts) -> Slot:
    type_ = parts["type"].id("the type of a slot") if "type" in parts else ""
    prompt = parts["prompt"].id("the name of a template") if "prompt" in parts else ""
    options: tuple[str, ...] = ()
    options_from = None
    if (type_ == CHOICE) != ("of" in parts):
        cursor.problem("'of' exactly where the type is choice", found=f"type {type_!r}")
    elif "of" in parts and isinstance(parts["of"].value, str):
        options_from = parts["of"].name("a list of options, or the name of the fact that lists them")
    elif "of" in parts:
        options = parts["of"].names("the name of an option")
    return Slot(name=name, type=type_, prompt=prompt, options=options, options_from=options_from)


def _send(name: str, parts: Parts, then: tuple[Arm, ...]) -> Step:
    return Send(
        id=name,
        then=then,
        template=parts["send"].id("the name of a template"),
        not_after=moment(parts.get("not_after")),
        channel=_channels(parts.get("channel")),
        media=_media(parts.get("media")),
    )


def _wait(name: str, parts: Parts, then: tuple[Arm, ...]) -> Step:
    until = None
    if parts["wait"].value is not None:
        what = "nothing (and an arm 'after' or 'at'), or {until: consulta.inicio - 2h}"
        until = moment(parts["wait"].keys(("until",), ("until",), what=what).get("until"))
    return Wait(id=name, then=then, until=until, nudge=_nudge(parts.get("nudge")))


def _do(name: str, parts: Parts, then: tuple[Arm, ...]) -> Step:
    return Do(
        id=name,
        then=then,
        action=parts["do"].id("the name of an action"),
        args=_args(parts.get("with")),
        rules=tuple(_rule(item) for item in parts["rules"].items("a list of rules"))
        if "rules" in parts
        else (),
    )


def _args(cursor: Cursor | None) -> Mapping[str, Json]:
    if cursor is None:
        return {}
    out = {}
    for key, part in cursor.parts("names with values").items():
        if not isinstance(part.value, str | int | float | bool):
            part.problem("a text, a number, true, false, or the name of a fact")
            continue
        out[key] = part.value
    return out


def _rule(cursor: Cursor) -> Rule:
    parts = cursor.keys(("when", "points", "floor", "because"), ("when", "because"), what="a rule")
    if ("points" in parts) == ("floor" in parts):
        cursor.problem(
            "a rule with either 'points' or 'floor'", found="both" if "points" in parts else "none"
        )
    return Rule(
        when=condition(parts.get("when")) or Condition("false"),
        because=parts["because"].text("a reason in words") if "because" in parts else "",
        points=parts["points"].number("points", -100, 100) if "points" in parts else None,
        floor=parts["floor"].number("a floor", 0, 100) if "floor" in parts else None,
    )


def _branch(name: str, parts: Parts, then: tuple[Arm, ...]) -> Step:
    ways = []
    for item in parts["branch"].items("a list of ways"):
        own = item.keys(("when", "goto"), ("goto",), what="a way")
        goto = own["goto"].id("the id of a step") if "goto" in own else ""
        ways.append(Way(when=condition(own.get("when")), goto=goto))
    return Branch(id=name, then=then, ways=tuple(ways))


def _call(name: str, parts: Parts, then: tuple[Arm, ...]) -> Step:
    return Call(
        id=name, then=then, flow=parts["call"].id("the name of a flow"), args=_args(parts.get("with"))
    )


def _end(name: str, parts: Parts, then: tuple[Arm, ...]) -> Step:
    value = parts["end"]
    if not isinstance(value.value, Mapping):
        return End(id=name, then=then, outcome=value.id("the name of an outcome"))
    own = value.keys(("outcome", "emit"), ("outcome",), what="an end")
    return End(
        id=name,
        then=then,
        outcome=own["outcome"].id("the name of an outcome") if "outcome" in own else "",
        emit=own["emit"].name("the name of an event") if "emit" in own else None,
    )


_STEPS: Final[Mapping[str, Callable[[str, Parts, tuple[Arm, ...]], Step]]] = {
    "ask": _ask, "send": _send, "wait": _wait, "do": _do, "branch": _branch, "call": _call, "end": _end,
}  # fmt: skip
