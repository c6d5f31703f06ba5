"""A JSON Schema (draft 2020-12) of the language, for editors: generated from the same tables that the reader uses.

It knows the shape and the words of the language itself, not those of a vocabulary: `anna flows check` judges the rest.
"""

from __future__ import annotations

from typing import Any, Final

from anna.flows.definition import Lane, Purpose
from anna.flows.grammar import ARM_KEYS, SLOT_KEYS, STEP_KEYS
from anna.flows.language import FLOW_KEYS, FLOW_REQUIRED, SCHEDULE, START_KEYS
from anna.flows.steps import CHOICE, Channel

Schema = dict[str, Any]

_ID: Final = "^[a-z][a-z0-9_]*$"
_NAME: Final = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$"
_DURATION: Final = "^[1-9][0-9]{0,3}[mhd]$"
_MOMENT: Final = r"^[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)+(\s*[+-]\s*[1-9][0-9]{0,3}[mhd])?$"
_TEXTS: Final[dict[str, str]] = {
    "ask": "Put a question per missing slot, one by one, and wait for the answers.",
    "send": "Send a template and go on.",
    "wait": "Wait for an instant, an event or a word of the patient.",
    "do": "Carry out an action of the registry.",
    "branch": "Take the first way that holds; else the step below.",
    "call": "Run another flow to its end; its outcome is the result.",
    "end": "End the run with an outcome.",
}


def json_schema() -> Schema:
    """The schema of one flow file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A flow of Anna",
        "description": "The language is explained in docs/flows.md.",
        **_object(
            {
                "flow": _ref("id", "The name of the flow and of its file."),
                "version": _whole(1, 1_000_000),
                "purpose": {"enum": [purpose.value for purpose in Purpose]},
                "lane": {"enum": [lane.value for lane in Lane]},
                "start": _list({"oneOf": [_start(kind) for kind in START_KEYS]}),
                "key": _ref("names", "Ids; one run of the flow is live per value of them."),
                "stop": _list(
                    _object(
                        {"event": _ref("names"), "goto": _ref("id"), "undo": _ref("id")}, required=("event",)
                    )
                ),
                "cooldown": _ref("duration"),
                "steps": _list({"oneOf": [_step(kind) for kind in STEP_KEYS]}),
            },
            required=FLOW_REQUIRED,
            keys=FLOW_KEYS,
        ),
        "$defs": {
            "id": {"type": "string", "pattern": _ID},
            "names": _one_or_more({"type": "string", "pattern": _NAME}),
            "duration": {
                "type": "string",
                "pattern": _DURATION,
                "description": "Minutes, hours or days: 20m, 4h, 30d.",
            },
            "moment": {
                "type": "string",
                "pattern": _MOMENT,
                "description": "name.attribute ± duration: consulta.inicio - 2h",
            },
            "condition": {"type": "string", "minLength": 1, "description": "lead.score >= 40 and not paciente.conhecido"},
            "with": {
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {"type": ["string", "number", "boolean"]},
            },
            "nudge": _object(
                {"after": _ref("duration"), "prompt": _ref("id"), "when": _ref("condition")}, required=("after", "prompt")
            ),
            "then": _list({"oneOf": [_arm(kind) for kind in (*ARM_KEYS[:-1], None)]}),
        },
    }  # fmt: skip


def _step(kind: str) -> Schema:
    shapes: Schema = {
        "id": _ref("id", "Other steps go to it by this name."),
        kind: {**_KINDS[kind], "description": _TEXTS[kind]},
        "tries": _whole(1, 10),
        "nudge": _ref("nudge"),
        "not_after": _ref("moment", "Past this instant the message is not sent: the result is dropped."),
        "channel": _one_or_more({"enum": [channel.value for channel in Channel]}),
        "media": {"type": "string", "pattern": _NAME},
        "with": _ref("with"),
        "rules": _list({"oneOf": [_rule("points", -100), _rule("floor", 0)]}),
        "then": _ref("then", "Tried in order; the first arm that holds wins."),
    }
    return _object(shapes, required=(kind,), keys=("id", kind, *STEP_KEYS[kind]))


def _start(kind: str) -> Schema:
    shapes: Schema = {
        "command": _ref("names"),
        "event": _ref("names"),
        "every": {"type": "string", "pattern": f"^{SCHEDULE}$"},
        "call": {"const": True},
        "when": _ref("condition"),
        "holdout": _whole(1, 99),
        "not_after": _ref("moment"),
        "for_each": _ref("id"),
        "limit": _whole(1, 100_000),
        "with": {"type": "object", "minProperties": 1, "additionalProperties": _ref("id")},
    }
    required = (kind, "for_each") if kind == "every" else (kind,)
    return _object(shapes, required=required, keys=(kind, *START_KEYS[kind]))


def _arm(kind: str | None) -> Schema:
    shapes: Schema = {
        "reply": _ref("names"),
        "event": _ref("names"),
        "result": _ref("names"),
        "after": _ref("duration"),
        "at": _ref("moment"),
        "tries": {"const": "out"},
        "goto": _ref("id"),
    }
    keys = (kind, "goto") if kind else ("goto",)
    return _object(shapes, required=keys, keys=keys)


def _rule(worth: str, least: int) -> Schema:
    shapes: Schema = {
        "when": _ref("condition"),
        worth: _whole(least, 100),
        "because": {"type": "string", "minLength": 1},
    }
    return _object(shapes, required=tuple(shapes))


def _slot(*, named: bool) -> Schema:
    shapes: Schema = {
        "slot": _ref("id"),
        "type": _ref("id", "A type of the registry, or choice."),
        "prompt": _ref("id", "The template that asks."),
        "of": {"oneOf": [{"type": "string", "pattern": _NAME}, _list({"type": "string", "pattern": _NAME})]},
    }
    keys = ("slot", *SLOT_KEYS) if named else SLOT_KEYS
    schema = _object(shapes, required=tuple(key for key in keys if key != "of"), keys=keys)
    is_choice = {"properties": {"type": {"const": CHOICE}}}
    return {**schema, "if": is_choice, "then": {"required": ["of"]}, "else": {"not": {"required": ["of"]}}}


def _object(shapes: Schema, *, required: tuple[str, ...], keys: tuple[str, ...] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {key: shapes[key] for key in keys or tuple(shapes)},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(item: Schema) -> Schema:
    return {"type": "array", "minItems": 1, "items": item}


def _one_or_more(item: Schema) -> Schema:
    return {"oneOf": [item, _list(item)]}


def _whole(low: int, high: int) -> Schema:
    return {"type": "integer", "minimum": low, "maximum": high}


def _ref(name: str, description: str | None = None) -> Schema:
    return {"$ref": f"#/$defs/{name}"} | ({"description": description} if description else {})


_KINDS: Final[dict[str, Schema]] = {
    "ask": {
        "oneOf": [
            {"type": "object", "minProperties": 1, "additionalProperties": _slot(named=False)},
            _list(_slot(named=True)),
        ]
    },
    "send": _ref("id"),
    "wait": {"oneOf": [{"type": "null"}, _object({"until": _ref("moment")}, required=("until",))]},
    "do": _ref("id"),
    "branch": _list(_object({"when": _ref("condition"), "goto": _ref("id")}, required=("goto",))),
    "call": _ref("id"),
    "end": {
        "oneOf": [
            _ref("id"),
            _object(
                {"outcome": _ref("id"), "emit": {"type": "string", "pattern": _NAME}}, required=("outcome",)
            ),
        ]
    },
}
