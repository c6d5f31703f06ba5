"""Conversations as files: what is in one, and what is wrong with it where something is.

`catches` says what would go unnoticed without the story, `talk` is what happens, `rows` what must be in the database at the end
(SQL: value). In `talk`, `says` (or `sends` for other kinds of message, `burst` for several at once) is the patient, `quotes` a reply
to an older bubble, `reacts` an emoji on one, `edits` and `deletes` change what the patient said before, `hears` what must arrive (an
expression in some new bubble, or `<name>`: a bubble made of that template, whichever of its words it takes), `silent: true` that
nothing may, `not` what must not; `waits` lets time pass, `pays` uses the link, `types` is somebody on the clinic's phone, `person`
somebody at the console; `does` is SQL that has happened, `meanwhile` SQL that is happening: nobody sees it, and it is committed when
somebody waits for it; `fault` makes a provider misbehave. `instance` is the number that is written to, the first clinica's unless said
otherwise (also in a step).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from anna.errors import InvalidInput
from anna.flows.expressions import ExpressionError, parse_duration
from anna.simulation.house import INSTANCE, PROVIDERS

BEGINS = datetime(2026, 11, 25, 17, 12, tzinfo=UTC)
"""When a story begins that does not say so: a Wednesday, 14:12 in São Paulo."""

DEBORA = "5511900000142"
"""The phone of a story that does not say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One conversation as it is written."""

    id: str
    catches: str
    begins: datetime
    phone: str
    name: str | None
    instance: str
    talk: Sequence[Mapping[str, Any]]
    rows: Mapping[str, Any]


def read_story(path: Path) -> Story:
    """The conversation in that file. Raises InvalidInput saying what is wrong with it, and where."""
    try:
        found = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
    except OSError as error:
        raise InvalidInput(f"{path} cannot be read: {error.strerror}") from error
    except (YAMLError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidInput(f"{path.name} is no YAML: {error}") from error
    problems = list(_problems(found))
    if problems:
        raise InvalidInput(f"{path.name}: " + "; ".join(problems))
    return Story(
        id=path.stem,
        catches=found["catches"],
        begins=datetime.fromisoformat(str(found["now"])) if "now" in found else BEGINS,
        phone=str(found.get("phone", DEBORA)),
        name=found.get("name", "Débora Siqueira"),
        instance=found.get("instance", INSTANCE),
        talk=found["talk"],
        rows=found["rows"],
    )


# -- what may stand where ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a key holds, in words, and whether a value is that."""

    expected: str
    fits: Callable[[Any], bool]


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value)


def _texts_in(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [value]


def _are_expressions(value: Any) -> bool:
    try:
        return all(_is_text(one) and re.compile(one) for one in _texts_in(value))
    except re.error:
        return False


def _is_span(value: Any) -> bool:
    try:
        return _is_text(value) and bool(parse_duration(value))
    except ExpressionError:
        return False


def _is_instant(value: Any) -> bool:
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def _with(*needed: str) -> _Kind:
    """A mapping of exactly these keys to texts."""
    return _Kind(
        f"a mapping with {' and '.join(needed)}",
        lambda value: (
            isinstance(value, Mapping)
            and value.keys() == set(needed)
            and all(isinstance(t, str) for t in value.values())
        ),
    )


def _one_of(*names: str) -> _Kind:
    return _Kind(f"one of {', '.join(names)}", lambda value: isinstance(value, str) and value in names)


_TEXT = _Kind("a text", _is_text)
_MAPPING = _Kind("a mapping", lambda value: isinstance(value, Mapping) and bool(value))
_QUERIES = _Kind(
    "queries, each with its value",
    lambda value: isinstance(value, Mapping) and bool(value) and all(map(_is_text, value)),
)
_PHONE = _Kind("a telephone", lambda value: re.fullmatch(r"\+?\d{8,15}", str(value)) is not None)
_HEARD = _Kind("an expression, or a list of them", _are_expressions)
_PERSON = {"takes", "replies", "returns"}

_STORY: Mapping[str, _Kind] = {
    "catches": _TEXT,
    "now": _Kind("an ISO time with an offset", _is_instant),
    "phone": _PHONE,
    "name": _Kind("a text, or nothing", lambda value: value is None or _is_text(value)),
    "instance": _one_of(*PROVIDERS),
    "talk": _Kind("a list of steps", lambda value: isinstance(value, list) and bool(value)),
    "rows": _QUERIES,
}
_STEP: Mapping[str, _Kind] = {
    "phone": _PHONE,
    "instance": _one_of(*PROVIDERS),
    "hears": _HEARD,
    "not": _HEARD,
    "silent": _Kind("true", lambda value: value is True),
    "rows": _QUERIES,
    "fault": _MAPPING,
    "does": _TEXT,
    "meanwhile": _TEXT,
    "says": _TEXT,
    "sends": _MAPPING,
    "burst": _Kind(
        "a list of texts", lambda value: isinstance(value, list) and bool(value) and all(map(_is_text, value))
    ),
    "quotes": _with("what", "text"),
    "reacts": _with("what", "text"),
    "edits": _with("what", "text"),
    "deletes": _TEXT,
    "types": _TEXT,
    "person": _Kind(
        f"a mapping with some of {', '.join(sorted(_PERSON))}",
        lambda value: isinstance(value, Mapping) and bool(value) and value.keys() <= _PERSON,
    ),
    "pays": _one_of("pix", "cartao", "recusar"),
    "waits": _Kind("a length of time (20m, 4h, 30d)", _is_span),
}


def _problems(found: Any) -> Iterator[str]:
    if not isinstance(found, Mapping):
        yield "expected catches, talk and rows"
        return
    yield from (f"there is no {key!r}" for key in ("catches", "talk", "rows") if key not in found)
    yield from _misfits(found, _STORY, "a story")
    talk = found.get("talk")
    for number, step in enumerate(talk if isinstance(talk, list) else (), start=1):
        if isinstance(step, Mapping):
            yield from (f"step {number}: {problem}" for problem in _misfits(step, _STEP, "a step"))
        else:
            yield f"step {number}: expected a mapping, found {step!r}"


def _misfits(found: Mapping[Any, Any], kinds: Mapping[str, _Kind], what: str) -> Iterator[str]:
    for key, value in found.items():
        if key not in kinds:
            yield f"{key!r} is no key of {what}: {', '.join(sorted(kinds))}"
        elif not kinds[key].fits(value):
            yield f"{key} is {value!r}, expected {kinds[key].expected}"
