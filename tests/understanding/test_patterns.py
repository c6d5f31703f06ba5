"""Every pattern of the grammar means to PCRE2, which compiles it, what it means to `re`, in whose terms it is written."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pcre2  # type: ignore[import-untyped]
import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.text.line import Line, rx
from anna.db.failures import FAULTS
from tests.understanding.evaluate import context_of

_MESSAGES = Path(__file__).parent / "data" / "own_messages.jsonl"
_READ, _SEARCHED = 11, 101


def test_both_engines_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Would catch a pattern with an escape that only one of them knows, and a release of PCRE2 that reads one otherwise."""
    rows = [json.loads(line) for line in _MESSAGES.read_text("utf-8").splitlines()]
    compiled: dict[str, Any] = {}
    compile_one = pcre2.compile

    def compile_and_keep(pattern: str, **how: Any) -> Any:
        compiled[pattern] = compile_one(pattern, **how)
        return compiled[pattern]

    monkeypatch.setattr(pcre2, "compile", compile_and_keep)
    rx.cache_clear()
    anna = OfflineUnderstander()
    for row in rows[::_READ]:
        anna.understand(row["text"], context_of(row))
    assert len(compiled) > 600

    norms = [Line.of(row["text"]).norm for row in rows[::_SEARCHED]]
    differing = {
        (pattern, norm)
        for pattern, theirs in compiled.items()
        for ours in [re.compile(pattern)]
        for norm in norms
        if _found(ours, norm) != _found(theirs, norm)
    }
    assert not differing


def test_a_pattern_that_goes_back_for_ever_is_a_fault_of_its_message() -> None:
    """Would catch a worker that one message holds for good, or kills."""
    with pytest.raises(FAULTS):
        rx(r"(?:a|aa)+$").search("a" * 4000 + "b")


def _found(pattern: Any, norm: str) -> list[tuple[Any, ...]]:
    return [(match.span(), match.groups(), match.groupdict()) for match in pattern.finditer(norm)]
