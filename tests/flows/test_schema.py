"""The schema for editors: that the committed file is current, and that it agrees with the reader."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from ruamel.yaml import YAML

from anna.errors import InvalidFlow
from anna.flows.language import parse_flow
from anna.flows.schema import json_schema
from tests.flows.play import FLOWS
from tests.flows.words import ROOT

SCHEMA = json_schema()
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,),
    "null": (type(None),),
}  # fmt: skip


def fits(value: Any, schema: Mapping[str, Any] | bool) -> bool:
    """The part of JSON Schema 2020-12 that the schema uses."""
    if isinstance(schema, bool):
        return schema
    checks: dict[str, Callable[[Any], bool]] = {
        "$ref": lambda ref: fits(value, SCHEMA["$defs"][ref.removeprefix("#/$defs/")]),
        "const": lambda const: value == const,
        "enum": lambda members: value in members,
        "type": lambda kind: _is(value, kind),
        "pattern": lambda pattern: not isinstance(value, str) or re.search(pattern, value) is not None,
        "minLength": lambda least: not isinstance(value, str) or len(value) >= least,
        "minimum": lambda least: not _is(value, "integer") or value >= least,
        "maximum": lambda most: not _is(value, "integer") or value <= most,
        "minItems": lambda least: not isinstance(value, list) or len(value) >= least,
        "items": lambda item: not isinstance(value, list) or all(fits(one, item) for one in value),
        "minProperties": lambda least: not isinstance(value, dict) or len(value) >= least,
        "required": lambda names: not isinstance(value, dict) or all(name in value for name in names),
        "oneOf": lambda options: sum(fits(value, option) for option in options) == 1,
        "not": lambda other: not fits(value, other),
        "if": lambda test: fits(value, schema["then"] if fits(value, test) else schema["else"]),
        "additionalProperties": lambda rest: (
            not isinstance(value, dict)
            or all(fits(part, schema.get("properties", {}).get(key, rest)) for key, part in value.items())
        ),
    }
    unknown = (
        set(schema) - set(checks) - {"$schema", "$defs", "title", "description", "properties", "then", "else"}
    )
    assert not unknown, unknown
    own = all(check(schema[name]) for name, check in checks.items() if name in schema)
    if isinstance(value, dict) and "properties" in schema:
        own = own and all(
            fits(value[key], part) for key, part in schema["properties"].items() if key in value
        )
    return own


def _is(value: Any, kind: str | list[str]) -> bool:
    if isinstance(kind, list):
        return any(_is(value, one) for one in kind)
    return isinstance(value, TYPES[kind]) and not (kind in ("integer", "number") and isinstance(value, bool))


def plain(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def test_the_committed_schema_is_current():
    written = (ROOT / "flows" / "flow.schema.json").read_text("utf-8")
    assert written == json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", sorted(FLOWS))
def test_every_flow_fits_the_schema_as_written_and_as_stored(name):
    folder = "flows" if (ROOT / "flows" / f"{name}.yaml").exists() else "tests/flows/drafts"
    assert fits(plain((ROOT / folder / f"{name}.yaml").read_text("utf-8")), SCHEMA)
    assert fits(FLOWS[name].to_json(), SCHEMA)


GOOD = """flow: f
version: 1
purpose: atendimento
lane: talk
start: [{command: schedule}]
key: conversa.id
steps:
  - ask: {a: {type: choice, of: x, prompt: p}}
    tries: 3
    nudge: {after: 4h, prompt: p}
    not_after: a.b - 2h
    then: [{after: 20m, goto: e}]
  - do: act
    rules: [{when: a.b, points: 3, because: x}]
  - id: e
    end: e
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lane: talk", "lane: tlk"),
        ("version: 1", "version: 0"),
        ("key: conversa.id\n", ""),
        ("command: schedule", "command: schedule, limit: 3"),
        ("of: x, ", ""),
        ("type: choice", "type: nps"),
        ("tries: 3", "tries: 0"),
        ("after: 4h", "after: 4s"),
        ("a.b - 2h", "a - 2h"),
        ("then: [", "then: [{goto: e, at: a.b, after: 1h}, "),
        ("after: 20m, goto: e", "after: 20m"),
        ("points: 3", "points: 3, floor: 7"),
        ("do: act", "do: act\n    send: b"),
        ("    tries", "    tris"),
        ("id: e\n", "id: E\n"),
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(old, new):
    assert fits(plain(GOOD), SCHEMA)
    parse_flow(GOOD, "f.yaml")
    bad = GOOD.replace(old, new, 1)
    assert bad != GOOD
    with pytest.raises(InvalidFlow):
        parse_flow(bad, "f.yaml")
    assert not fits(plain(bad), SCHEMA)
