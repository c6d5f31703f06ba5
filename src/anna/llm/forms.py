"""The form that a model fills in, as it comes back: JSON of which nothing is certain. Pure."""

from __future__ import annotations

import json
from typing import Any

from anna.errors import InvalidInput
from anna.kit.text import clean


def read_form(text: str) -> dict[str, Any]:
    """The object in a model's answer, its texts as PostgreSQL takes them; raises InvalidInput for whatever is no object.

    A model can type what no database keeps (a NUL, half a letter), more brackets than a parser follows and numbers without an end.
    """
    try:
        said = _cleaned(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise InvalidInput("the answer is no JSON") from error
    if not isinstance(said, dict):
        raise InvalidInput("the answer is no object")
    return said


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return {clean(name): _cleaned(item) for name, item in value.items()}
    return value
