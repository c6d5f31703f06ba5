"""What each way of saying a week, a part of it or one of its days means on the calendar."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from anna.conversation.understanding.dates.day_marks import weekday_of
from anna.conversation.understanding.dates.day_readings import Build, said
from anna.conversation.understanding.dates.days import Days, Today, next_weekday, week_of
from anna.conversation.understanding.text.line import rx

_FRIDAY = 4


def weekday_number(match: re.Match[str]) -> int:
    """0 = Monday, of the group `wd`."""
    return weekday_of(match["wd"])


def week(ahead: int) -> Build:
    def build(match: re.Match[str], today: Today) -> Days:
        over = ahead == 0 and _is_over(today)
        week = part_of_week(said(match, "part"), week_of(today.day, int(over) or ahead), today)
        return replace(week, doubt=True) if over else week

    return build


def _is_over(today: Today) -> bool:
    """Whether the clinic opens no more this week: "essa semana", said on such a Sunday, is the one that begins."""
    left = range(7 - today.day.weekday())
    return not any(today.calendar.is_open(today.day + timedelta(days=ahead)) for ahead in left)


def part_of_week(part: str, week: Days, today: Today) -> Days:
    """The beginning, the middle or the end of `week`, from today on if it has begun."""
    monday, sunday = week.start or today.day, week.end or today.day
    if part:
        first, last = {"com": (0, 1), "ini": (0, 1), "mei": (1, 3), "mea": (1, 3)}.get(part[:3], (3, 4))
        monday, sunday = monday + timedelta(days=first), monday + timedelta(days=last)
    if monday <= today.day <= sunday:
        monday = today.day
    return Days(monday, sunday, grain="week")


def bare_part_of_week(match: re.Match[str], today: Today) -> Days:
    """ "começo da semana": of this week while that still lies ahead, else of the next."""
    this = part_of_week(match["part"], week_of(today.day), today)
    if this.end and this.end > today.day:
        return this
    return part_of_week(match["part"], week_of(today.day, 1), today)


def working_week(_: re.Match[str], today: Today) -> Days:
    """ "a semana toda": Monday to Friday, of the week to come when this one is over."""
    monday = week_of(today.day, int(today.day.weekday() > _FRIDAY)).start or today.day
    return Days(max(monday, today.day), monday + timedelta(days=_FRIDAY), grain="week")


def weeks_ahead(match: re.Match[str], today: Today) -> Days | None:
    count, start = int(match["n"]), week_of(today.day, 1).start or today.day
    return Days(start, start + timedelta(days=7 * count - 1), grain="week") if 1 <= count <= 26 else None


def weekend(later: bool) -> Build:
    def build(_: re.Match[str], today: Today) -> Days:
        saturday = next_weekday(today.day, 5, today_counts=True)
        if today.day.weekday() == 6:
            saturday = today.day - timedelta(days=1)
        if later:
            saturday += timedelta(days=7)
        return Days(max(saturday, today.day), saturday + timedelta(days=1), grain="weekend", doubt=later)

    return build


def weekday_in_week(ahead: int) -> Build:
    def build(match: re.Match[str], today: Today) -> Days:
        monday = week_of(today.day, int(ahead == 0 and _is_over(today)) or ahead).start or today.day
        return Days.one(monday + timedelta(days=weekday_number(match)))

    return build


def weekday_next(match: re.Match[str], today: Today) -> Days:
    """ "quinta que vem" is Thursday of the next calendar week; some people mean the nearest, so a difference is a doubt."""
    nearest = next_weekday(today.day, weekday_number(match))
    following = (week_of(today.day, 1).start or today.day) + timedelta(days=weekday_number(match))
    return Days.one(following, doubt=nearest != following)


def weekday_nearest(match: re.Match[str], today: Today) -> Days:
    """ "próxima quinta" is the nearest one to come; some mean that of the next week."""
    nearest = next_weekday(today.day, weekday_number(match))
    following = (week_of(today.day, 1).start or today.day) + timedelta(days=weekday_number(match))
    return Days.one(nearest, doubt=nearest != following)


def weekday_other(match: re.Match[str], today: Today) -> Days:
    return Days.one(next_weekday(today.day, weekday_number(match)) + timedelta(days=7), doubt=True)


def weekday_skipped(match: re.Match[str], today: Today) -> Days:
    """ "nesse sábado não, no outro": the nearest is ruled out, or that of next week."""
    refused = (weekday_next if said(match, "later") else weekday_nearest)(match, today).start or today.day
    return Days.one(refused + timedelta(days=7), doubt=True, instead_of=refused)


def weekday_this(match: re.Match[str], today: Today) -> Days:
    found = next_weekday(today.day, weekday_number(match), today_counts=True)
    return Days.one(found, doubt=found == today.day)


def weekday_bare(match: re.Match[str], today: Today) -> Days:
    found = today.weekday(weekday_number(match))
    return Days.one(found, weekday=weekday_number(match), doubt=weekday_number(match) == today.day.weekday())


def weekday_past(match: re.Match[str], today: Today) -> Days:
    return Days.one(next_weekday(today.day, weekday_number(match), today_counts=True) - timedelta(days=7))


def the_other(match: re.Match[str], today: Today) -> Days | None:
    """ "essa semana não, a outra": the noun was said before."""
    return week_of(today.day, 1) if rx(r"\bsemana\b").search(match.string[: match.start()]) else None
