"""What each way of saying a day means on the calendar: from a rule's match and today to `Days`, or None when it is none after all.

Weeks and their days are in `week_readings`, months and years in `month_readings`, what is counted in `nth_days`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from anna.conversation.understanding.dates.day_marks import feast_of, month_of
from anna.conversation.understanding.dates.days import (
    IMPOSSIBLE,
    Days,
    Today,
    add_months,
    month_days,
    safe_date,
    week_of,
)
from anna.conversation.understanding.dates.feasts import LONG_FEASTS, holiday_date
from anna.conversation.understanding.text.line import rx

NUM = r"(?:\d{1,2}(?: o(?= de| dia|$))?|primeiro)"
NEXT = r"vem|entra|prox|outro|seguinte|novo"

Build = Callable[[re.Match[str], Today], Days | None]


def said(match: re.Match[str], name: str) -> str:
    """What the group `name` saw, if the pattern has one and it saw anything."""
    return match.groupdict().get(name) or ""


def _number(word: str) -> int:
    return 1 if word.startswith(("primeiro", "um")) else int(word.split()[0])


def _in_month(day: int, month: int, year: str, today: Today) -> Days:
    """A day and a month, of this year unless that is long gone: two months back is a slip, more is next year."""
    if year:
        found = safe_date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        return Days.one(found) if found else IMPOSSIBLE
    found = safe_date(today.day.year, month, day)
    if found and found < today.day - timedelta(days=60):
        found = safe_date(today.day.year + 1, month, day)
    return Days.one(found) if found else IMPOSSIBLE


def day_of_month(day: int, today: Today) -> Days:
    """ "dia 5": the one among the days that are spoken of, or the next 5th, today included; the next month that has such a day at all."""
    first, last = today.about or (today.day, today.day)
    for month in {(first.year, first.month), (last.year, last.month)} if today.about else ():
        found = safe_date(*month, day)
        if found and max(first, today.day) <= found <= last:
            return replace(Days.one(found), number=day)
    since = max(today.day, last)
    for ahead in range(3):
        month_start = month_days(since.year, since.month + ahead).start or since
        found = safe_date(month_start.year, month_start.month, day)
        if found and found >= today.day:
            skipped = ahead > 1 or (ahead == 1 and day > since.day)
            return replace(Days.one(found, doubt=skipped), number=day)
    return IMPOSSIBLE


def numeric(match: re.Match[str], today: Today) -> Days | None:
    day, month = int(match["d"]), int(match["m"])
    if 12 < month <= 31 and day < month and match.string[: match.start()].endswith(("dia ", "dias ")):
        both = [day_of_month(n, today).start for n in (day, month)]  # "dia 15/16"
        dates = tuple(d for d in both if d)
        return Days(dates[0], dates[-1], dates=dates)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return IMPOSSIBLE if "/" in match.group() and max(day, month) <= 39 else None
    return _in_month(day, month, said(match, "year"), today)


def ranged(match: re.Match[str], today: Today) -> Days | None:
    month, year = said(match, "m2"), said(match, "year")
    if month:
        first = _in_month(_number(match["a"]), month_of(said(match, "m1") or month), year, today)
        last = _in_month(_number(match["b"]), month_of(month), year, today)
    else:
        first, last = day_of_month(_number(match["a"]), today), day_of_month(_number(match["b"]), today)
        if first.start and last.end and last.end < first.start:
            first = Days.one(today.day)  # "do dia 1 ao dia 5", said on the 3rd
    if first.start is None or last.end is None:
        return IMPOSSIBLE
    end = last.end
    if end < first.start:
        end = safe_date(end.year + 1, end.month, end.day) or end
    return Days(first.start, end, grain="range") if first.start <= end else IMPOSSIBLE


def ranged_numeric(match: re.Match[str], today: Today) -> Days:
    """ "20 a 25/08"."""
    first, last = (_in_month(int(match[name]), int(match["m"]), "", today).start for name in "ab")
    return Days(first, last, grain="range") if first and last and first <= last else IMPOSSIBLE


def listed(match: re.Match[str], today: Today) -> Days | None:
    days = [_number(n) for n in rx(NUM).findall(match["list"])]
    month = said(match, "m2")
    read = [_in_month(n, month_of(month), "", today) if month else day_of_month(n, today) for n in days]
    dates = tuple(sorted({d.start for d in read if d.start}))
    if len(dates) < len(set(days)):
        return IMPOSSIBLE
    return Days(dates[0], dates[-1], dates=dates) if len(dates) > 1 else Days.one(dates[0])


def day_month(match: re.Match[str], today: Today) -> Days | None:
    return _in_month(_number(match["d"]), month_of(match["m"]), said(match, "year"), today)


def plain_day(match: re.Match[str], today: Today) -> Days | None:
    which = said(match, "which")
    if not which:
        return day_of_month(_number(match["d"]), today)
    first = month_days(today.day.year, today.day.month + bool(rx(NEXT).search(which))).start or today.day
    found = safe_date(first.year, first.month, _number(match["d"]))
    return Days.one(found) if found else IMPOSSIBLE


def day_corrected(match: re.Match[str], today: Today) -> Days:
    """ "dia 12 não, 13"."""
    refused, wished = (day_of_month(_number(match[name]), today).start for name in "ad")
    return Days.one(wished, instead_of=refused) if wished else IMPOSSIBLE


def week_of_day(match: re.Match[str], today: Today) -> Days:
    """ "a semana do dia 16": Monday to Sunday around it."""
    month = said(match, "m")
    day = (
        _in_month(_number(match["d"]), month_of(month), "", today)
        if month
        else day_of_month(_number(match["d"]), today)
    )
    return week_of(day.start) if day.start else IMPOSSIBLE


def relative(offset: int) -> Build:
    return lambda _, today: Days.one(today.day + timedelta(days=offset))


def tomorrow_or_after(_: re.Match[str], today: Today) -> Days:
    first, second = today.day + timedelta(days=1), today.day + timedelta(days=2)
    return Days(first, second, dates=(first, second))


def from_now(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"]) if match["n"].isdigit() else 1
    if count > 400:
        return None
    if match["unit"].startswith("d"):
        return Days.one(today.day + timedelta(days=count))
    if match["unit"].startswith("s"):
        any_day = rx(r"^ ?,? ?(?:em |n?um )?(?:qualquer|algum|q) dia\b").match(match.string[match.end() :])
        return week_of(today.day, count) if any_day else Days.one(today.day + timedelta(weeks=count))
    return Days.one(add_months(today.day, count))


def days_ahead(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"])
    if not 1 <= count <= 60:
        return None
    return Days(today.day + timedelta(days=1), today.day + timedelta(days=count), grain="range")


def tomorrow_skipped(_: re.Match[str], today: Today) -> Days:
    """ "amanhã não, depois"."""
    first = today.day + timedelta(days=1)
    return Days.one(first + timedelta(days=1), instead_of=first)


def feast(match: re.Match[str], today: Today) -> Days | None:
    name = feast_of(match["name"])
    for year in (today.day.year, today.day.year + 1):
        found = holiday_date(name, year)
        if found and match["eve"]:
            found -= timedelta(days=2 if match["eve"].startswith("ante") else 1)
        if found and found >= today.day:
            more = 0 if match["eve"] else LONG_FEASTS.get(name, 0)
            return Days(found, found + timedelta(days=more), doubt=True)
    return None


def public_holiday(_: re.Match[str], today: Today) -> Days:
    return Days.one(today.calendar.next_holiday(today.day), doubt=True)
