"""What both doors to models read of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def retry_after_s(headers: Mapping[str, str]) -> float | None:
    """`Retry-After` in seconds; None when it is absent or a date. It may be any number: whoever obeys it sets the limit."""
    value = headers.get("retry-after", "")
    return float(value) if value.isdecimal() else None


def count_of(usage: Mapping[str, Any], name: str) -> int:
    """A number of tokens; 0 when it is not told, or is no number."""
    value = usage.get(name)
    return value if type(value) is int and value > 0 else 0
