"""Days said by counting: "primeira quarta de junho", "quinto dia útil", "de hoje a oito", "entre o natal e o ano novo"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from anna.conversation.understanding.dates.day_marks import FIFTH, FOURTH, SECOND, feast_of, month_of
from anna.conversation.understanding.dates.day_readings import NEXT
from anna.conversation.understanding.dates.days import (
    IMPOSSIBLE,
    Days,
    Today,
    month_days,
    next_weekday,
    week_of,
)
from anna.conversation.understanding.dates.feasts import LONG_FEASTS, holiday_date
from anna.conversation.understanding.dates.week_readings import weekday_number
from anna.conversation.understanding.text.line import rx

NTH = (
    rf"(?:(?:primeir|terceir|ultim|penultim)[ao]|segundo|quarto|quinto|{SECOND}|{FOURTH}|{FIFTH}|[1-9] [ao])"
)
_ORDINALS = ("primeir", "segund", "terceir", "quart", "quint")
_LAST = {"ultim": -1, "penultim": -2}
_MARKED = {SECOND[0]: 1, FOURTH[0]: 3, FIFTH[0]: 4}
_MOST = 60
_BRIDGES = {1: -1, 3: 1}
_HOLIDAYS_AHEAD = 5


def _nth(word: str) -> int:
    """0 for the first, -1 for the last."""
    if word[0].isdigit():
        return int(word[0]) - 1
    if word[0] in _MARKED:
        return _MARKED[word[0]]
    stem = word[:-1]
    return _LAST[stem] if stem in _LAST else _ORDINALS.index(stem)


def _months(match: re.Match[str], today: Today) -> list[Days]:
    """The month that was named, or of a bare "do mês" this one and, should it be over, the next."""
    said = match.groupdict()
    if said.get("m"):
        month = month_of(match["m"])
        year = int(said["year"]) if said.get("year") else today.day.year + (month < today.day.month)
        return [month_days(year, month)]
    which = said.get("which") or ""
    ahead = bool(rx(NEXT).search(which))
    if "ano" in which.split():
        month = 12 if match.groupdict().get("nth", "ultimo").startswith("ultim") else 1
        return [month_days(year, month) for year in (today.day.year + ahead, today.day.year + 1)]
    wanted = [month_days(today.day.year, today.day.month + ahead)]
    return wanted if ahead else [*wanted, month_days(today.day.year, today.day.month + 1)]


def _days_of(month: Days, today: Today) -> list[date]:
    first, last = month.start or today.day, month.end or today.day
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


def _pick(match: re.Match[str], today: Today, wanted: list[list[date]]) -> Days:
    """The nth of the days of the first month in which it still lies ahead."""
    nth = _nth(match["nth"])
    found = [days[nth] for days in wanted if -len(days) <= nth < len(days)]
    ahead = [day for day in found if day >= today.day]
    return Days.one((ahead or found)[0]) if found else IMPOSSIBLE


def nth_weekday(match: re.Match[str], today: Today) -> Days:
    """ "segunda terça de agosto", "última sexta do mês"."""
    weekday = weekday_number(match)
    months = [_days_of(month, today) for month in _months(match, today)]
    return _pick(match, today, [[d for d in days if d.weekday() == weekday] for days in months])


def nth_business_day(match: re.Match[str], today: Today) -> Days:
    """ "quinto dia útil": Monday to Friday, no holidays."""
    months = [_days_of(month, today) for month in _months(match, today)]
    return _pick(match, today, [[d for d in days if _is_business(d, today)] for days in months])


def _is_business(day: date, today: Today) -> bool:
    return day.weekday() < 5 and today.calendar.is_open(day)


def business_days_from_now(match: re.Match[str], today: Today) -> Days | None:
    """ "em 3 dias úteis"."""
    left, day = int(match["n"]), today.day
    if not 1 <= left <= 60:
        return None
    while left:
        day += timedelta(days=1)
        left -= _is_business(day, today)
    return Days.one(day)


def last_of_month(match: re.Match[str], today: Today) -> Days:
    """ "último dia do mês"."""
    return Days.one(_days_of(_months(match, today)[0], today)[-1])


def week_of_month(match: re.Match[str], today: Today) -> Days:
    """ "primeira semana de abril" is its first seven days; the last week its last seven."""
    nth = _nth(match["nth"])
    starts = (_week_starts(_days_of(month, today), nth) for month in _months(match, today))
    weeks = [Days(start, start + timedelta(days=6), grain="week") for start in starts]
    ahead = [week for week in weeks if week.end and week.end >= today.day]
    return (ahead or weeks)[0] if nth >= -1 else IMPOSSIBLE


def _week_starts(month: list[date], nth: int) -> date:
    return month[-7] if nth == -1 else month[0] + timedelta(days=7 * nth)


def weeks_after(match: re.Match[str], today: Today) -> Days | None:
    """ "de hoje a oito", "sexta a quinze": the idiom counts both ends, so it is one week, or two."""
    weeks = timedelta(weeks=1) if match["n"] == "8" else timedelta(days=15 if match["days"] else 14)
    said = match["from"]
    if said in {"hoje", "amanha"}:
        return Days.one(today.day + timedelta(days=said == "amanha") + weeks)
    return Days.one(next_weekday(today.day, weekday_number(match)) + weeks, doubt=True)


def _next_feast(mark: str, after: date) -> date | None:
    name = feast_of(mark)
    found = (holiday_date(name, year) for year in (after.year, after.year + 1))
    return next((day for day in found if day and day >= after), None)


def between_feasts(match: re.Match[str], today: Today) -> Days | None:
    """ "entre o natal e o ano novo": the days between the two, without them."""
    first = _next_feast(match["name"], today.day)
    last = _next_feast(match["until"], first) if first else None
    if first is None or last is None:
        return None
    first += timedelta(days=LONG_FEASTS.get(feast_of(match["name"]), 0))
    return Days(first + timedelta(days=1), last - timedelta(days=1), grain="range", doubt=True)


def week_of_feast(match: re.Match[str], today: Today) -> Days | None:
    """ "na semana da páscoa": the week that leads to a Sunday, or that holds the feast."""
    named = match["name"] != "feriado"
    found = _next_feast(match["name"], today.day) if named else today.calendar.next_holiday(today.day)
    if found is None:
        return None
    week = week_of(found)
    return Days(max(week.start or found, today.day), week.end, grain="week", doubt=True)


def holiday_on(match: re.Match[str], today: Today) -> Days:
    """ "o feriado de quinta": the next holiday that falls on that weekday, or the day itself where no holiday is near."""
    day, weekday = today.day, weekday_number(match)
    for _ in range(_HOLIDAYS_AHEAD):
        day = today.calendar.next_holiday(day)
        if day.weekday() == weekday:
            return Days.one(day, doubt=True)
    return Days.one(next_weekday(today.day, weekday), doubt=True)


def bridge(match: re.Match[str], today: Today) -> Days | None:
    """ "na emenda do feriado": the working day that parts a holiday on a Tuesday or Thursday from the weekend."""
    found = _next_feast(match["name"], today.day) if match["name"] else None
    coming = [found] if found else [today.calendar.next_holiday(today.day)]
    for _ in range(0 if found else _HOLIDAYS_AHEAD):
        coming.append(today.calendar.next_holiday(coming[-1]))
    bridges = (day + timedelta(days=_BRIDGES[day.weekday()]) for day in coming if day.weekday() in _BRIDGES)
    day = next((day for day in bridges if day >= today.day and today.calendar.is_open(day)), None)
    return Days.one(day, doubt=True) if day else None


def days_by_feast(match: re.Match[str], today: Today) -> Days | None:
    """ "um dia antes do feriado", "dois dias depois do natal"."""
    named = match["name"] != "feriado"
    found = _next_feast(match["name"], today.day) if named else today.calendar.next_holiday(today.day)
    count = int(match["n"]) if match["n"].isdigit() else 1
    if found is None or count > _MOST:
        return None
    later = match["side"] in {"depois", "seguinte"}
    return Days.one(found + timedelta(days=count if later else -count), doubt=True)


def weekday_in_weeks(match: re.Match[str], today: Today) -> Days | None:
    """ "daqui a 2 semanas, na quinta"."""
    count = int(match["n"]) if match["n"].isdigit() else 1
    monday = week_of(today.day, count).start or today.day
    return Days.one(monday + timedelta(days=weekday_number(match))) if count <= _MOST else None
