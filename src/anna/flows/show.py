"""Draws a flow for people: as text for a terminal, as mermaid for a page."""

from __future__ import annotations

from collections.abc import Iterator

from anna.flows.definition import AnyStart, Flow, OnCommand, OnNews, OnSchedule, schedule_text
from anna.flows.expressions import format_duration
from anna.flows.model import Pending, Run
from anna.flows.steps import (
    After,
    Always,
    Arm,
    Ask,
    At,
    Branch,
    Call,
    Do,
    End,
    OnEvent,
    OnReply,
    OnResult,
    Send,
    Step,
    TriesOut,
    Wait,
)


def as_text(flow: Flow) -> str:
    """The whole flow, one step after the other, with where each arm leads; ends with a line feed."""
    return "\n".join([*_head(flow), "", *(line for step in flow.steps for line in _step(flow, step))]) + "\n"


def as_mermaid(flow: Flow) -> str:
    """A mermaid flowchart: steps are boxes, arms are arrows with their words; ends with a line feed."""
    lines = ["flowchart TD"]
    for step in flow.steps:
        left, right = _SHAPES.get(step.kind, ("[", "]"))
        lines.append(f'  {_node(step.id)}{left}"{_quoted(does(step))}"{right}')
    for step in flow.steps:
        for words, target in _ways(step):
            lines.append(f'  {_node(step.id)} -->|"{_quoted(words)}"| {_node(target)}')
        below = flow.after(step.id) if _goes_on(step) else None
        if below:
            lines.append(f"  {_node(step.id)} --> {_node(below)}")
    for number, stop in enumerate(flow.stops):
        if stop.goto:
            lines.append(f'  stop{number}(("{_quoted(" ".join(stop.events))}")) -.-> {_node(stop.goto)}')
    return "\n".join(lines) + "\n"


def waits_for(flow: Flow, run: Run) -> str:
    """What a live run is blocked on, in a few words."""
    step = flow.step(run.step)
    match run.pending:
        case Pending.QUESTION if isinstance(step, Ask):
            asked = [
                slot.name for slot in step.slots if slot.name not in run.slots or slot.name in run.incomplete
            ]
            text = f"an answer: {', '.join(asked)}"
        case Pending.CHILD if isinstance(step, Call):
            text = f"the flow {step.flow}"
        case Pending.ACTION:
            text = f"the action {does(step).removeprefix('do ')}"
        case _:
            heard = [" or ".join(arm.names) for arm in step.then if isinstance(arm, OnEvent | OnReply)]
            text = " or ".join(heard) or "the time"
    return text + (", suspended" if run.suspended else "")


def _goes_on(step: Step) -> bool:
    """Whether a step may lead to the one below it."""
    if isinstance(step, Wait):
        return step.until is not None
    return not isinstance(step, End) and not any(words in ("else", "then") for words, _ in _ways(step))


_SHAPES = {"ask": ("[/", "/]"), "branch": ("{", "}"), "end": ("([", "])"), "call": ("[[", "]]")}


def _node(step_id: str) -> str:
    return f"s_{step_id}"  # `end` is a word of mermaid


def _quoted(text: str) -> str:
    return text.replace('"', "'")


def _head(flow: Flow) -> Iterator[str]:
    yield f"{flow.name} v{flow.version}  {flow.purpose.value}, {flow.lane.value}"
    for start in flow.starts:
        yield f"  starts  {_start(start)}"
    yield f"  one per {', '.join(flow.key)}"
    for stop in flow.stops:
        undo = f", undoing with {stop.undo}" if stop.undo else ""
        yield f"  stops   on {' or '.join(stop.events)}{f' -> {stop.goto}' if stop.goto else ''}{undo}"
    if flow.cooldown:
        yield f"  again   after {format_duration(flow.cooldown)} at the earliest"


def _start(start: AnyStart) -> str:
    match start:
        case OnCommand():
            text = f"when the patient says {' or '.join(start.names)}"
        case OnNews():
            text = f"on {' or '.join(start.names)}"
            text += f", not after {start.not_after}" if start.not_after else ""
        case OnSchedule():
            limit = f", at most {start.limit}" if start.limit else ""
            text = f"every {schedule_text(start.weekdays, start.hour)} for each of {start.for_each}{limit}"
        case _:
            given = ", ".join(start.given)
            text = f"by a call{f' with {given}' if given else ''}"
    text += f", if {start.when}" if start.when else ""
    return text + (f", leaving out {start.holdout} %" if start.holdout else "")


def _step(flow: Flow, step: Step) -> Iterator[str]:
    yield f"{step.id}"
    yield f"  {does(step)}"
    if isinstance(step, Do):
        for rule in step.rules:
            worth = f"{rule.points:+d}" if rule.points is not None else f"at least {rule.floor}"
            yield f"    {worth} if {rule.when} ({rule.because})"
    if isinstance(step, Ask | Wait) and step.nudge:
        when = f", when {step.nudge.when}" if step.nudge.when else ""
        yield f"    after {format_duration(step.nudge.after)} once: {step.nudge.prompt}{when}"
    for words, target in _ways(step):
        yield f"    {words} -> {target}"


def does(step: Step) -> str:
    """What a step does, in a few words."""
    match step:
        case Ask():
            asked = ", ".join(f"{slot.name} ({slot.prompt})" for slot in step.slots)
            text = f"ask {asked}{f', {step.tries} tries' if step.tries else ''}"
        case Send():
            text = f"send {step.template}"
        case Wait():
            text = f"wait until {step.until}" if step.until else "wait"
        case Do():
            given = ", ".join(f"{name}: {value}" for name, value in step.args.items())
            text = f"do {step.action}{f' ({given})' if given else ''}"
        case Call():
            given = ", ".join(step.args)
            text = f"call {step.flow}{f' with {given}' if given else ''}"
        case End():
            text = f"end {step.outcome}{f', telling {step.emit}' if step.emit else ''}"
        case _:
            text = step.kind
    if isinstance(step, Ask | Send):
        text += f" by {' or '.join(step.channel)}" if step.channel else ""
        text += f", not after {step.not_after}" if step.not_after else ""
    return text


def _ways(step: Step) -> list[tuple[str, str]]:
    if isinstance(step, Branch):
        return [(f"if {way.when}" if way.when else "else", way.goto) for way in step.ways]
    return [(_words(arm), arm.goto) for arm in step.then]


def _words(arm: Arm) -> str:
    match arm:
        case OnReply():
            return f"reply {' or '.join(arm.names)}"
        case OnEvent():
            return f"on {' or '.join(arm.names)}"
        case OnResult():
            return f"result {' or '.join(arm.names)}"
        case After():
            return f"after {format_duration(arm.delay)}"
        case At():
            return f"at {arm.moment}"
        case TriesOut():
            return "no tries left"
        case Always():
            return "then"
