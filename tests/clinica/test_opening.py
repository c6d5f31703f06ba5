"""How long a clinic has been open: what waits for a person waits in hours in which there is one."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from anna.clinica.calendar import DEFAULT, Calendar

HALF_HOUR = timedelta(minutes=30)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=DEFAULT.tz)


@pytest.mark.parametrize(
    ("since", "until"),
    [
        ("2026-11-25T14:00", "2026-11-25T14:30"),  # a Wednesday afternoon
        ("2026-11-25T06:00", "2026-11-25T08:30"),  # before it opens
        ("2026-11-25T17:50", "2026-11-26T08:20"),  # ten minutes today, the rest tomorrow
        ("2026-11-25T17:30", "2026-11-25T18:00"),  # just so
        ("2026-11-28T12:45", "2026-11-30T08:15"),  # over a Sunday
        ("2026-12-24T17:45", "2026-12-26T08:15"),  # over Christmas
    ],
)
def test_only_opening_hours_count(since: str, until: str) -> None:
    assert DEFAULT.after_open(at(since), HALF_HOUR) == at(until)


def test_more_than_a_day_is_counted_over_days() -> None:
    assert DEFAULT.after_open(at("2026-11-25T12:00"), timedelta(hours=17)) == at("2026-11-27T09:00")


def test_a_clinic_that_never_opens_is_counted_by_the_clock() -> None:
    closed = Calendar(week=((),) * 7)
    assert closed.after_open(at("2026-11-25T12:00"), HALF_HOUR) == at("2026-11-25T12:30")
