"""What `anna understand` reads and writes: one JSON object per line, in the form of the labelled messages."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

import click

from anna.commands import Intent, Reading
from anna.conversation.understanding.port import Context, State
from anna.errors import InvalidInput

Line = tuple[Any, str, Context, dict[str, Any]]
"""(id, text, context, the whole object): what one line of stdin asks."""


def read_messages(refused: list[int]) -> Iterator[Line]:
    """The lines of stdin. One that cannot be read is named on stderr, left out, and its number added to `refused`."""
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            yield parse(line)
        except InvalidInput as wrong:
            refused.append(number)
            click.echo(f"line {number}: {wrong}", err=True)


def parse(line: bytes) -> Line:
    """One input line; raises `InvalidInput` saying which field is wrong."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidInput(f"not JSON: {error}") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise InvalidInput('expected an object with a "text" that is a string')
    return row.get("id"), row["text"], _context(row), row


def _context(row: dict[str, Any]) -> Context:
    given = row.get("context") or {}
    if not isinstance(given, dict):
        raise InvalidInput('"context" must be an object')
    reference = _time(row.get("reference_time"), "reference_time")
    if reference.tzinfo is None:
        raise InvalidInput('"reference_time" needs an offset, as in 2026-03-03T10:00:00-03:00')
    state = given.get("state") or State.NONE
    if state not in {member.value for member in State}:
        raise InvalidInput(f'"context.state" is {state!r}, expected one of {", ".join(State)}')
    slots = given.get("slots") or []
    if not isinstance(slots, list):
        raise InvalidInput('"context.slots" must be a list of ISO times')
    bot_text = given.get("bot_text")
    if bot_text is not None and not isinstance(bot_text, str):
        raise InvalidInput('"context.bot_text" must be a string or null')
    context = Context(reference_time=reference, state=State(state), bot_text=bot_text)
    local = [_time(slot, "context.slots") for slot in slots]
    tz = context.calendar.tz
    naive = tuple(t.astimezone(tz).replace(tzinfo=None) if t.tzinfo else t for t in local)
    return Context(reference_time=reference, state=State(state), bot_text=bot_text, slots=naive)


def _time(value: object, field: str) -> datetime:
    try:
        return datetime.fromisoformat(value if isinstance(value, str) else "")
    except ValueError as error:
        raise InvalidInput(f'"{field}" is {value!r}, expected an ISO time') from error


def answer(name: Any, reading: Reading) -> dict[str, Any]:
    """The output object. Of Anna's own `other_times` the contract says deny, or availability when others were asked for."""
    intents = set(reading.intents)
    if Intent.OTHER_TIMES in intents:
        intents.remove(Intent.OTHER_TIMES)
        intents |= set() if Intent.AVAILABILITY in intents else {Intent.DENY}
    told = reading if reading.when is None else replace(reading, when=replace(reading.when, each=()))
    return {"id": name, **told.to_json(), "intents": sorted(intents)}


def explained(name: Any, text: str, reading: Reading) -> str:
    """The same for a person: the message, each rule with what it saw, and what came out."""
    lines = [f"{name}: {text}"]
    lines += [f"    {hit.rule:28} {hit.saw!r} -> {hit.meant}" for hit in reading.trace]
    said = {
        key: value
        for key, value in answer(name, reading).items()
        if value not in (None, False, []) and key != "id"
    }
    lines += [f"  {key} = {json.dumps(value, ensure_ascii=False)}" for key, value in said.items()]
    return "\n".join(lines)
