"""What each way of saying a month, a part of it or a year means on the calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from anna.conversation.understanding.dates.day_marks import month_of
from anna.conversation.understanding.dates.day_readings import NEXT, Build, said
from anna.conversation.understanding.dates.days import Days, Today, month_days
from anna.conversation.understanding.dates.week_readings import part_of_week
from anna.conversation.understanding.text.line import rx


def months_ahead(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"])
    if not 1 <= count <= 24:
        return None
    last = month_days(today.day.year, today.day.month + count)
    return Days(month_days(today.day.year, today.day.month + 1).start, last.end, grain="month")


_WEEKS = {"pri": 0, "ter": 2, "ult": -1}  # the second is a weekday, and marked


def part_of_month(part: str, month: Days, today: date) -> Days:
    """The beginning, the middle, the end or a half of `month`, from `today` on if it has begun."""
    first, last = month.start or today, month.end or today
    middle = first.replace(day=15)
    if part.endswith(" semana"):
        ahead = _WEEKS.get(part[:3], 1)
        first = last - timedelta(days=6) if ahead < 0 else first + timedelta(days=7 * ahead)
        last = first + timedelta(days=6)
    elif part.endswith(("quinzena", " metade")):
        first, last = (
            (first, middle) if part.startswith(("primeira", "1")) else (middle + timedelta(days=1), last)
        )
    elif part[:3] in {"com", "ini"}:
        last = first.replace(day=10)
    elif part[:3] in {"mei", "mea", "met"}:
        first, last = first.replace(day=11), first.replace(day=20)
    elif part:
        first = _end_begins(last, today)
    return Days(max(first, today) if last >= today else first, last, grain="month")


def _end_begins(last: date, today: date) -> date:
    """The 21st; where that is past "fim do mês" is said of what is still to come: the last week, and not today."""
    begins = last.replace(day=21)
    if not begins <= today < last:
        return begins
    return max(today + timedelta(days=1), last - timedelta(days=6))


def month_named(match: re.Match[str], today: Today) -> Days | None:
    month, year = month_of(match["m"]), said(match, "year")
    chosen = int(year) if year else today.day.year + (month < today.day.month)
    if said(match, "later"):
        chosen = today.day.year + 1
    return part_of_month(said(match, "part"), month_days(chosen, month), today.day)


def month_ahead(ahead: int) -> Build:
    return lambda match, today: part_of_month(
        said(match, "part"), month_days(today.day.year, today.day.month + ahead), today.day
    )


def parts_of_month(match: re.Match[str], today: Today) -> Days:
    """ "do começo até o meio de novembro"."""
    months, named = said(match, "which"), said(match, "m")
    month = month_of(named) if named else today.day.month + bool(rx(NEXT).search(months))
    year = int(said(match, "year") or today.day.year + bool(named and month < today.day.month))
    first, last = (
        part_of_month(match[name], month_days(year, month), today.day) for name in ("from", "part")
    )
    return Days(first.start, last.end, grain="month")


def part_of_year(match: re.Match[str], today: Today) -> Days:
    """ "fim do ano" is December, "começo do ano" January, "meio do ano" June and July; the next of them that is not over."""
    year = today.day.year + bool(rx(NEXT).search(match["which"]))
    first, last = {"com": (1, 1), "ini": (1, 1), "fim": (12, 12), "fin": (12, 12)}.get(
        match["part"][:3], (6, 7)
    )
    year += date(year, last, 28) < today.day
    start, end = month_days(year, first).start or today.day, month_days(year, last).end
    return Days(max(start, today.day), end, grain="month", doubt=True)


def this_year(_: re.Match[str], today: Today) -> Days:
    return Days(today.day, date(today.day.year, 12, 31), grain="year", doubt=True)


def next_year(_: re.Match[str], today: Today) -> Days:
    return Days(date(today.day.year + 1, 1, 1), date(today.day.year + 1, 12, 31), grain="year", doubt=True)


def bare_part_of_month(match: re.Match[str], today: Today) -> Days:
    part = match["part"]
    this = part_of_month(part, month_days(today.day.year, today.day.month), today.day)
    if this.end and this.end >= today.day:
        return replace(this, part=part)
    return replace(part_of_month(part, month_days(today.day.year, today.day.month + 1), today.day), part=part)


def part_of(part: str, longer: Days, today: Today) -> Days | None:
    """ "em abril, mais pro final": that part of a week or month said before; None of anything else."""
    if longer.grain == "month":
        return part_of_month(part, longer, today.day)
    return part_of_week(part, longer, today) if longer.grain == "week" else None
