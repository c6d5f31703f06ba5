"""Reads a flow: from the text of a YAML 1.2 file, or from the JSON the database keeps.

Only the shape is judged here; whether the words exist is `check`'s work. All problems of a file are reported at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from anna.errors import InvalidFlow
from anna.flows.definition import (
    WEEKDAYS,
    AnyStart,
    Flow,
    Lane,
    OnCall,
    OnCommand,
    OnNews,
    OnSchedule,
    Purpose,
    Stop,
)
from anna.flows.expressions import Condition
from anna.flows.grammar import condition, kind_of, member, moment, read_steps
from anna.flows.reading import Cursor, Report
from anna.flows.steps import Json
from anna.flows.yaml_problems import yaml_problem

FLOW_KEYS: Final = ("flow", "version", "purpose", "lane", "start", "key", "stop", "cooldown", "steps")
FLOW_REQUIRED: Final = ("flow", "version", "purpose", "lane", "start", "key", "steps")
START_KEYS: Final[Mapping[str, tuple[str, ...]]] = {
    "command": ("when", "holdout"),
    "event": ("when", "holdout", "not_after"),
    "every": ("when", "holdout", "for_each", "limit"),
    "call": ("when", "with"),
}
SCHEDULE: Final = (
    r"(day|(mon|tue|wed|thu|fri|sat|sun)(,(mon|tue|wed|thu|fri|sat|sun))*) ([01][0-9]|2[0-3]):[0-5][0-9]"
)


def parse_flow(text: str, filename: str) -> Flow:
    """The flow in `text`. Raises InvalidFlow with one line `file:line:column: …` per problem."""
    yaml = YAML(typ="rt")
    yaml.version = (1, 2)
    try:
        data = yaml.load(text)
    except YAMLError as problem:
        raise InvalidFlow(str(yaml_problem(filename, problem, text))) from problem
    return _read(data, filename)


def flow_from_json(data: Mapping[str, Json], filename: str = "") -> Flow:
    """The inverse of `Flow.to_json()`; InvalidFlow if `data` is no flow."""
    return _read(data, filename or f"{data.get('flow')}.v{data.get('version')}")


def _read(data: Json, filename: str) -> Flow:
    report = Report(filename)
    flow = _flow(Cursor(report, data), report)
    if report.problems:
        ordered = sorted(report.problems, key=lambda problem: (problem.line, problem.column))
        raise InvalidFlow("\n".join(str(problem) for problem in ordered))
    return flow


def _flow(cursor: Cursor, report: Report) -> Flow:
    parts = cursor.keys(FLOW_KEYS, FLOW_REQUIRED, what="a flow")
    steps = read_steps(parts["steps"]) if "steps" in parts else ()
    return Flow(
        name=parts["flow"].id("the name of the flow") if "flow" in parts else "",
        version=parts["version"].number("a version", 1, 1_000_000) if "version" in parts else 1,
        purpose=member(parts.get("purpose"), Purpose) or Purpose.ATENDIMENTO,
        lane=member(parts.get("lane"), Lane) or Lane.TALK,
        starts=tuple(_start(item) for item in parts["start"].items("a list of starts"))
        if "start" in parts
        else (),
        key=parts["key"].names("an id such as conversa.id") if "key" in parts else (),
        steps=steps,
        stops=tuple(_stop(item) for item in parts["stop"].items("a list of stops"))
        if "stop" in parts
        else (),
        cooldown=parts["cooldown"].duration() if "cooldown" in parts else None,
        file=report.file,
        marks=report.marks,
    )


# -- starts and stops --------------------------------------------------------------------------------------------------------


def _start(cursor: Cursor) -> AnyStart:
    kind = kind_of(cursor, START_KEYS, "a start")
    parts = cursor.keys((kind, *START_KEYS[kind]), what=f"a start by {kind}") if kind else {}
    when = condition(parts.get("when"))
    holdout = parts["holdout"].number("a percentage", 1, 99) if "holdout" in parts else 0
    if kind == "event":
        names = parts["event"].names("the name of an event")
        return OnNews(names=names, when=when, holdout=holdout, not_after=moment(parts.get("not_after")))
    if kind == "every":
        return _schedule(cursor, parts, when, holdout)
    if kind == "call":
        if parts["call"].value is not True:
            parts["call"].problem("true")
        given = parts["with"].parts("slots with their types") if "with" in parts else {}
        return OnCall(when=when, given={name: part.id("the type of a slot") for name, part in given.items()})
    names = parts["command"].names("the name of a command") if parts else ()
    return OnCommand(names=names, when=when, holdout=holdout)


def _schedule(
    cursor: Cursor, parts: Mapping[str, Cursor], when: Condition | None, holdout: int
) -> OnSchedule:
    text = parts["every"].value
    if isinstance(text, str) and re.fullmatch(SCHEDULE, text):
        days, hour = text.split(" ")
    else:
        parts["every"].problem('a day and an hour such as "tue 10:00" or "day 09:00"')
        days, hour = "day", "00:00"
    if "for_each" not in parts:
        cursor.problem("a start by every with the key 'for_each'", found="none")
    chosen = WEEKDAYS if days == "day" else days.split(",")
    return OnSchedule(
        weekdays=tuple(sorted({WEEKDAYS.index(day) for day in chosen})),
        hour=time.fromisoformat(hour),
        for_each=parts["for_each"].id("the name of a population") if "for_each" in parts else "",
        limit=parts["limit"].number("a limit", 1, 100_000) if "limit" in parts else None,
        when=when,
        holdout=holdout,
    )


def _stop(cursor: Cursor) -> Stop:
    parts = cursor.keys(("event", "goto", "undo"), ("event",), what="a stop")
    return Stop(
        events=parts["event"].names("the name of an event") if "event" in parts else (),
        goto=parts["goto"].id("the id of a step") if "goto" in parts else None,
        undo=parts["undo"].id("the name of an action") if "undo" in parts else None,
    )
