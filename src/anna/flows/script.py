"""Reads the script of a dry run: what happens to a flow, line by line, each mistake told with its place.

- wait: 4h                                    time passes; what falls due on the way happens
- reply: [affirm]                             said to the open question; `answers`, `incomplete`, `choice` beside it
- reply: unclear
- result: taken                               of the action that is waited for; `data` beside it
- child: booked                               the outcome of the called flow; `data` beside it
- event: fatura.paga                          `data` beside it
- dropped: opted_out                          the send door refused the question
- stop: replaced
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from anna.errors import InvalidInput
from anna.flows.grammar import kind_of
from anna.flows.reading import Cursor, Report
from anna.flows.steps import Json
from anna.flows.yaml_problems import yaml_problem

UNCLEAR: Final = "unclear"

LINE_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "wait": (), "reply": ("answers", "incomplete", "choice"), "result": ("data",), "child": ("data",), "event": ("data",),
    "dropped": (), "stop": (),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that happens: `span` of a wait, `words` of a reply, `value` of all others."""

    kind: str
    value: str = ""
    words: frozenset[str] = frozenset()
    span: timedelta = timedelta(0)
    answers: Mapping[str, Json] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    choice: str | None = None
    data: Mapping[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The names a script may use: `said` is what a reply may be, `answers` are the slots of the flow. Empty: any."""

    said: Collection[str] = ()
    events: Collection[str] = ()
    answers: Collection[str] = ()


def parse_script(text: str, file: str, words: Words | None = None) -> tuple[Line, ...]:
    """The lines of `text`; none for an empty one. Raises InvalidInput with one line `file:line:column: …` per problem."""
    yaml = YAML(typ="rt")
    yaml.version = (1, 2)
    try:
        data = yaml.load(text)
    except YAMLError as error:
        raise InvalidInput(str(yaml_problem(file, error, text))) from error
    if data is None:
        return ()
    report = Report(file)
    items = Cursor(report, data).items("a list of lines such as `- reply: schedule`")
    lines = tuple(line for item in items if (line := _line(item, words or Words())))
    if report.problems:
        raise InvalidInput("\n".join(map(str, report.problems)))
    return lines


def _line(cursor: Cursor, words: Words) -> Line | None:
    kind = kind_of(cursor, LINE_KEYS, "a line")
    if kind is None:
        return None
    parts = cursor.keys((kind, *LINE_KEYS[kind]), what=f"a line with {kind}")
    own = parts[kind]
    if kind == "wait":
        return Line(kind=kind, span=own.duration())
    if kind == "reply":
        return _reply(own, parts, words)
    data = parts["data"].parts("names with values") if "data" in parts else {}
    value = own.name("the name of an event") if kind == "event" else own.text("a word")
    if kind == "event":
        _known(own, value, words.events, "the name of an event")
    return Line(kind=kind, value=value, data={name: part.value for name, part in data.items()})


def _reply(own: Cursor, parts: Mapping[str, Cursor], words: Words) -> Line:
    said = () if own.value == [] else own.names("a command, an option or unclear")
    for name in said:
        _known(own, name, words.said and {*words.said, UNCLEAR}, "a command or an option")
    answers = parts["answers"].parts("slots with their values") if "answers" in parts else {}
    for name, part in answers.items():
        _known(part, name, words.answers, "a slot of the flow")
    return Line(
        kind="reply",
        words=frozenset(said),
        answers={name: part.value for name, part in answers.items()},
        incomplete=frozenset(parts["incomplete"].names("the name of a slot"))
        if "incomplete" in parts
        else frozenset(),
        choice=parts["choice"].text("the id of an option") if "choice" in parts else None,
    )


def _known(cursor: Cursor, name: str, names: Collection[str], what: str) -> None:
    if name and names and name not in names:
        Cursor(cursor.report, name, cursor.path, cursor.mark).problem(what, near=names)
