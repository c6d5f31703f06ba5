"""When somebody works is why she comes at another hour, and no wish for that one."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

CONTEXT = Context(reference_time=datetime.fromisoformat("2026-11-23T09:00:00-03:00"), state=State.ASK_WHEN)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("é que eu trabalho de segunda a sexta até as 17", "17:00"),
        ("trabalho de segunda a sexta das 8 às 17", "17:00"),
        ("trabalho seg a sex até 17h", "17:00"),
        ("estudo de segunda a quinta até meio dia", "12:00"),
        ("trabalho terça e quinta até as 16h", "16:00"),
    ],
)
def test_she_is_free_from_then_on(text: str, hour: str) -> None:
    when = OfflineUnderstander().when(text, CONTEXT)
    assert when is not None
    assert (when.time_kind, f"{when.time_start:%H:%M}", when.exclude.weekdays) == ("after", hour, ())


def test_where_the_clinic_closes_then_the_other_days_are_left() -> None:
    when = OfflineUnderstander().when("trabalho de segunda a sexta até as 18h", CONTEXT)
    assert when is not None
    assert (when.time_kind, when.exclude.weekdays) == (None, ("mon", "tue", "wed", "thu", "fri"))


@pytest.mark.parametrize("text", ["não posso segunda nem terça até as 17", "segunda não, terça até as 17"])
def test_a_refusal_is_no_work(text: str) -> None:
    when = OfflineUnderstander().when(text, CONTEXT)
    assert when is not None
    assert when.time_kind == "before"
