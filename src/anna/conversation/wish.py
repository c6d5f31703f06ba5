"""A wish for a day or an hour that is said over an older one. Pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from anna.clinica.calendar import Calendar
from anna.conversation.understanding.dates.continuing import rules_out
from anna.conversation.understanding.dates.times import PARTS
from anna.conversation.understanding.dates.when import judge
from anna.when import Daypart, TimeKind, When, WhenStatus


def only_its_hour_failed(before: When, said: When, asked_on: date) -> bool:
    """Another hour for a day on which only the hour could not be: the day stays, and is not asked for again."""
    hour_for_hour = said.time_kind is not None and not has_day(said) and before.time_kind is not None
    if before.status is WhenStatus.PAST:
        return hour_for_hour and before.date_start is not None and before.date_start >= asked_on
    return hour_for_hour and before.status is WhenStatus.CLOSED


def on_that_day(before: When, now: datetime | None, calendar: Calendar | None) -> When | None:
    """The wish whose day was in doubt and said back, "seria sexta, 27/11?", as a yes leaves it; None where no single day was in doubt."""
    single = before.date_start is not None and before.date_start == before.date_end and not before.dates
    if before.status is not WhenStatus.AMBIGUOUS or not single or now is None or calendar is None:
        return None
    status = judge(before, now, calendar)
    return replace(before, status=status) if status is WhenStatus.OK else None


def merge(before: When, said: When) -> When:
    """A new wish over an older one: what it names replaces, what it leaves open stays; a refused day does not stay."""
    single = before.date_start if before.date_start == before.date_end else None
    if before.status is not WhenStatus.OK or (single and rules_out(said.exclude, single)):
        before = replace(before, date_start=None, date_end=None, dates=None, status=WhenStatus.OK)
    if not has_day(said):
        said = replace(
            said, date_start=before.date_start, date_end=before.date_end, dates=before.dates,
            each=before.each if said.time_kind is None else (),
            exclude=replace(said.exclude, weekdays=tuple(dict.fromkeys((*before.exclude.weekdays, *said.exclude.weekdays)))),
        )  # fmt: skip
        said = _within(before, said)
    if said.edge is not None and before.time_kind in (TimeKind.AT, TimeKind.AROUND):
        return said
    if said.time_kind is None:
        said = replace(
            said, edge=said.edge or before.edge, time_kind=before.time_kind, time_start=before.time_start, time_end=before.time_end,
            daypart=before.daypart, done=before.done,
        )  # fmt: skip
    return said


def _within(before: When, said: When) -> When:
    """A limit within the part of the day that was wished: of "de manhã" and then "não antes das 10" there is left from 10 to 12."""
    hour = said.time_start or said.time_end
    if before.time_kind is not TimeKind.DAYPART or before.daypart is None or hour is None:
        return said
    first, last = PARTS[before.daypart]
    if not first < hour < last:
        return said
    match said.time_kind:
        case TimeKind.AFTER if before.daypart is Daypart.MANHA:
            return replace(said, time_kind=TimeKind.BETWEEN, time_end=last)
        case TimeKind.BEFORE:
            return replace(said, time_kind=TimeKind.BETWEEN, time_start=first)
        case _:
            return said


def has_day(when: When) -> bool:
    """Whether it names a day, or days."""
    return bool(when.dates or when.date_start or when.date_end)
