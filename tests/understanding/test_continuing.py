"""What a message takes from the wish before it, and what only sounds so."""

from __future__ import annotations

from datetime import date, time

import pytest

from anna.conversation.understanding.dates.continuing import continued
from anna.when import Exclude, TimeKind, When

SATURDAY = date(2026, 11, 28)
NEXT = date(2026, 12, 5)
BEFORE = When(date_start=SATURDAY, date_end=SATURDAY, time_kind=TimeKind.AT, time_start=time(10))
NOT_THEN = When(exclude=Exclude(dates=(SATURDAY,)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mas não esse sáb", NOT_THEN),
        ("sem ser nesse sábado", NOT_THEN),
        ("o outro", None),
        ("não esse, o outro", None),
    ],
)
def test_the_day_that_is_refused_is_kept_and_the_next_is_not_taken(text: str, said: When | None) -> None:
    wish = continued(text, said, BEFORE, asked=True)
    assert wish is not None
    assert wish.date_start == wish.date_end == NEXT


@pytest.mark.parametrize("text", ["o outro", "não esse, o outro"])
def test_another_number_taken_for_another_day(text: str) -> None:
    assert continued(text, None, BEFORE, asked=False) is None


@pytest.mark.parametrize(
    "text",
    ["esse sábado não consigo", "não posso sábado", "o outro dia fui aí", "outro dia", "a outra clínica"],
)
def test_who_cannot_come_is_given_the_same_weekday(text: str) -> None:
    assert continued(text, NOT_THEN, BEFORE, asked=True) == NOT_THEN


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("então depois disso", TimeKind.AFTER, time(10), None),
        ("só depois desse horário", TimeKind.AFTER, time(10), None),
        ("antes disso pode ser?", TimeKind.BEFORE, None, time(10)),
    ],
)
def test_that_is_the_hour_before(text: str, kind: TimeKind, start: time | None, end: time | None) -> None:
    assert continued(text, None, BEFORE, asked=True) == When(time_kind=kind, time_start=start, time_end=end)


@pytest.mark.parametrize(
    "text", ["depois disso posso tomar sol?", "antes disso, quanto custa?", "depois disso te aviso"]
)
def test_that_is_something_else(text: str) -> None:
    assert continued(text, None, BEFORE, asked=True) is None


MONDAY, WEDNESDAY = date(2026, 11, 30), date(2026, 12, 2)


@pytest.mark.parametrize(
    "text", ["ou quarta", "ou então na quarta", "quarta tb dá", "quarta também posso", "ah ou quarta sei la"]
)
def test_one_more_day_that_would_do_does_not_replace_the_first(text: str) -> None:
    said = When(date_start=WEDNESDAY, date_end=WEDNESDAY)
    wish = continued(text, said, When(date_start=MONDAY, date_end=MONDAY), asked=True)
    assert wish is not None
    assert wish.dates == (MONDAY, WEDNESDAY)


@pytest.mark.parametrize(
    "text", ["quarta", "não, quarta", "melhor quarta", "na verdade quarta", "ou melhor, quarta"]
)
def test_another_day_replaces_the_first(text: str) -> None:
    said = When(date_start=WEDNESDAY, date_end=WEDNESDAY)
    assert continued(text, said, When(date_start=MONDAY, date_end=MONDAY), asked=True) == said


def test_an_hour_that_comes_with_the_new_day_is_not_the_other_days() -> None:
    said = When(date_start=WEDNESDAY, date_end=WEDNESDAY, time_kind=TimeKind.AT, time_start=time(15))
    assert continued("ou quarta às 15", said, When(date_start=MONDAY, date_end=MONDAY), asked=True) == said
