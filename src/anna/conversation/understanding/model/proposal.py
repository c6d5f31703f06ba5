"""What a model may say about a message: a closed form, and nothing else. Every value is a member of an enum, a slug of the catalogue,
the number of an option, a date or hour, or words copied from the message.

The form holds nothing of one patient, so that a provider can keep it compiled and its beginning cached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from anna.commands import Intent, Safety, Sentiment, YesNo
from anna.conversation.understanding.catalogue import Catalogue
from anna.errors import InvalidInput
from anna.llm.forms import read_form
from anna.when import Daypart

NONE = "none"
MOST_OPTIONS = 9
_MOST_INTENTS = 6
_MOST_PROCEDURES = 6


@dataclass(frozen=True, slots=True)
class Named:
    """A procedure, and the patient's words that are said to name it."""

    slug: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A model's reading, before anybody has checked it against the message. `choice` is 1-based."""

    intents: frozenset[Intent]
    procedures: tuple[Named, ...] = ()
    day: date | None = None
    hour: time | None = None
    daypart: Daypart | None = None
    name: str | None = None
    yes_no: YesNo | None = None
    choice: int | None = None
    human: bool = False
    optout: bool = False
    safety: Safety | None = None
    sentiment: Sentiment = Sentiment.NEUTRAL


def schema_for(catalogue: Catalogue) -> dict[str, Any]:
    """The form as JSON Schema, in the part of it that both vendors' strict modes take."""
    named = _object({"slug": _one_of(catalogue.slugs), "words": {"type": "string"}})
    fields: dict[str, Any] = {
        "intents": {"type": "array", "items": _one_of(Intent)},
        "procedures": {"type": "array", "items": named},
        "day": _or_null({"type": "string"}),
        "hour": _or_null({"type": "string"}),
        "daypart": _one_of((*Daypart, NONE)),
        "name": _or_null({"type": "string"}),
        "yes_no": _one_of((*YesNo, NONE)),
        "choice": {"type": "integer", "enum": list(range(MOST_OPTIONS + 1))},
        "human": {"type": "boolean"},
        "optout": {"type": "boolean"},
        "safety": _one_of((*Safety, NONE)),
        "sentiment": _one_of(Sentiment),
    }
    if not catalogue.slugs:
        del fields["procedures"]  # an empty enum is refused
    return _object(fields)


def _object(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": dict(fields),
        "required": list(fields),
        "additionalProperties": False,
    }


def _one_of(values: Any) -> dict[str, Any]:
    return {"type": "string", "enum": [str(value) for value in values]}


def _or_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    return {"anyOf": [dict(schema), {"type": "null"}]}


def read_proposal(text: str, catalogue: Catalogue) -> Proposal:
    """The proposal in a model's answer. Raises InvalidInput for what is not JSON or not the form: a model may break its promise.

    What the form allows and the calendar does not (an impossible date) is as if it had not been said.
    """
    said = read_form(text)
    if set(said) != set(schema_for(catalogue)["properties"]):
        raise InvalidInput("the answer has other fields than the form")
    try:
        return _proposal(said, catalogue)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise InvalidInput("the answer has a value that the form does not allow") from error


def _proposal(said: Mapping[str, Any], catalogue: Catalogue) -> Proposal:
    intents = frozenset(Intent(intent) for intent in _list(said["intents"]))
    procedures = tuple(dict.fromkeys(_named(p, catalogue) for p in _list(said.get("procedures", []))))
    if len(intents) > _MOST_INTENTS or len(procedures) > _MOST_PROCEDURES:
        raise ValueError("no message says that much")
    choice = said["choice"]
    if type(choice) is not int or not 0 <= choice <= MOST_OPTIONS:
        raise ValueError("choice")
    return Proposal(
        intents=intents,
        procedures=procedures,
        day=_date(_text(said["day"])),
        hour=_time(_text(said["hour"])),
        daypart=None if said["daypart"] == NONE else Daypart(said["daypart"]),
        name=_text(said["name"]) or None,
        yes_no=None if said["yes_no"] == NONE else YesNo(said["yes_no"]),
        choice=choice or None,
        human=_flag(said["human"]),
        optout=_flag(said["optout"]),
        safety=None if said["safety"] == NONE else Safety(said["safety"]),
        sentiment=Sentiment(said["sentiment"]),
    )


def _named(item: Any, catalogue: Catalogue) -> Named:
    if set(item) != {"slug", "words"} or item["slug"] not in catalogue.slugs:
        raise ValueError("no such procedure")
    words = _text(item["words"])
    return Named(item["slug"], words or "")


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("a list is needed")
    return value


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError("a text is needed")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false is needed")
    return value


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _time(text: str | None) -> time | None:
    try:
        return time.fromisoformat(text).replace(tzinfo=None) if text else None
    except ValueError:
        return None
