"""What each way of saying a day means on the calendar: from a rule's match and today to `Days`, or None when it is none after all."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from anna.conversation.understanding.dates.day_marks import feast_of, month_of, weekday_of
from anna.conversation.understanding.dates.days import (
    IMPOSSIBLE,
    Days,
    Today,
    add_months,
    month_days,
    next_weekday,
    safe_date,
    week_of,
)
from anna.conversation.understanding.dates.feasts import LONG_FEASTS, holiday_date
from anna.conversation.understanding.text.line import rx

_FRIDAY = 4
NUM = r"(?:\d{1,2}(?: o(?= de| dia|$))?|primeiro)"
NEXT = r"vem|entra|prox|outro|seguinte|novo"

Build = Callable[[re.Match[str], Today], Days | None]


def _get(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _number(word: str) -> int:
    return 1 if word.startswith(("primeiro", "um")) else int(word.split()[0])


def weekday_number(match: re.Match[str]) -> int:
    """0 = Monday, of the group `wd`."""
    return weekday_of(match["wd"])


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
    return _in_month(day, month, _get(match, "year"), today)


def ranged(match: re.Match[str], today: Today) -> Days | None:
    month, year = _get(match, "m2"), _get(match, "year")
    if month:
        first = _in_month(_number(match["a"]), month_of(_get(match, "m1") or month), year, today)
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
    month = _get(match, "m2")
    read = [_in_month(n, month_of(month), "", today) if month else day_of_month(n, today) for n in days]
    dates = tuple(sorted({d.start for d in read if d.start}))
    if len(dates) < len(set(days)):
        return IMPOSSIBLE
    return Days(dates[0], dates[-1], dates=dates) if len(dates) > 1 else Days.one(dates[0])


def day_month(match: re.Match[str], today: Today) -> Days | None:
    return _in_month(_number(match["d"]), month_of(match["m"]), _get(match, "year"), today)


def plain_day(match: re.Match[str], today: Today) -> Days | None:
    which = _get(match, "which")
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
    month = _get(match, "m")
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


def week(ahead: int) -> Build:
    def build(match: re.Match[str], today: Today) -> Days:
        over = ahead == 0 and _is_over(today)
        week = _part_of_week(_get(match, "part"), week_of(today.day, int(over) or ahead), today)
        return replace(week, doubt=True) if over else week

    return build


def _is_over(today: Today) -> bool:
    """Whether the clinic opens no more this week: "essa semana", said on such a Sunday, is the one that begins."""
    left = range(7 - today.day.weekday())
    return not any(today.calendar.is_open(today.day + timedelta(days=ahead)) for ahead in left)


def _part_of_week(part: str, week: Days, today: Today) -> Days:
    monday, sunday = week.start or today.day, week.end or today.day
    if part:
        first, last = {"com": (0, 1), "ini": (0, 1), "mei": (1, 3), "mea": (1, 3)}.get(part[:3], (3, 4))
        monday, sunday = monday + timedelta(days=first), monday + timedelta(days=last)
    if monday <= today.day <= sunday:
        monday = today.day
    return Days(monday, sunday, grain="week")


def bare_part_of_week(match: re.Match[str], today: Today) -> Days:
    """ "começo da semana": of this week while that still lies ahead, else of the next."""
    this = _part_of_week(match["part"], week_of(today.day), today)
    if this.end and this.end > today.day:
        return this
    return _part_of_week(match["part"], week_of(today.day, 1), today)


def working_week(_: re.Match[str], today: Today) -> Days:
    """ "a semana toda": Monday to Friday, of the week to come when this one is over."""
    monday = week_of(today.day, int(today.day.weekday() > _FRIDAY)).start or today.day
    return Days(max(monday, today.day), monday + timedelta(days=_FRIDAY), grain="week")


def weeks_ahead(match: re.Match[str], today: Today) -> Days | None:
    count, start = int(match["n"]), week_of(today.day, 1).start or today.day
    return Days(start, start + timedelta(days=7 * count - 1), grain="week") if 1 <= count <= 26 else None


def days_ahead(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"])
    if not 1 <= count <= 60:
        return None
    return Days(today.day + timedelta(days=1), today.day + timedelta(days=count), grain="range")


def months_ahead(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"])
    if not 1 <= count <= 24:
        return None
    last = month_days(today.day.year, today.day.month + count)
    return Days(month_days(today.day.year, today.day.month + 1).start, last.end, grain="month")


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
    refused = (weekday_next if _get(match, "later") else weekday_nearest)(match, today).start or today.day
    return Days.one(refused + timedelta(days=7), doubt=True, instead_of=refused)


def tomorrow_skipped(_: re.Match[str], today: Today) -> Days:
    """ "amanhã não, depois"."""
    first = today.day + timedelta(days=1)
    return Days.one(first + timedelta(days=1), instead_of=first)


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
    month, year = month_of(match["m"]), _get(match, "year")
    chosen = int(year) if year else today.day.year + (month < today.day.month)
    if _get(match, "later"):
        chosen = today.day.year + 1
    return part_of_month(_get(match, "part"), month_days(chosen, month), today.day)


def month_ahead(ahead: int) -> Build:
    return lambda match, today: part_of_month(
        _get(match, "part"), month_days(today.day.year, today.day.month + ahead), today.day
    )


def parts_of_month(match: re.Match[str], today: Today) -> Days:
    """ "do começo até o meio de novembro"."""
    months, named = _get(match, "which"), _get(match, "m")
    month = month_of(named) if named else today.day.month + bool(rx(NEXT).search(months))
    year = int(_get(match, "year") or today.day.year + bool(named and month < today.day.month))
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
    return _part_of_week(part, longer, today) if longer.grain == "week" else None


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
