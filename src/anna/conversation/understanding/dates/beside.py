"""What a wish takes from a consulta that is spoken of: "na quinta, mesma hora", "no mesmo dia", "pro dia seguinte", "1 hora antes". Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from anna.clinica.calendar import Calendar
from anna.conversation.understanding.dates.when import judge
from anna.conversation.understanding.text.line import Line
from anna.when import DayHours, TimeKind, When, WhenStatus

_SAME_HOUR = r"\bmesm[ao]s? (?:dia e |data e )?(?:h|horario|horarios|horarinho)\b|\bmesm[ao] (?:dia|data) e (?:h|horario)\b"
_SAME_DAY = r"\bmesm[ao]s? (?:dia|data)\b|\bmesm[ao] (?:h|horario) e (?:dia|data)\b"
_NOT_THE_SAME = r"\b(?:nao|nunca|nem|menos|fora|exceto|sem ser)(?: \w+){0,3} (?:n?[oa] )?mesm[ao] (?:dia|data|h|horario)\b"
_DAYS_AWAY = (
    r"\b(?:(?P<morrow>dia (?:seguinte|posterior|depois))|(?P<eve>vespera|dia (?:de )?(?:anterior|antes))"
    r"|(?P<n>\d{1,2}|uma?) (?P<unit>dias?|semanas?) (?P<side>antes|depois|apos|mais cedo|mais tarde|para frente|pra frente|para tras|pra tras))\b"
)
_HOURS_AWAY = (
    r"\b(?P<n>\d|uma|meia) h (?P<half>e meia )?(?P<side>antes|depois|mais cedo|mais tarde)\b"
    r"|\b(?P<ahead>adiant|antecip|(?P<after>adiar?|atrasar|empurr))\w* (?:ela |em |uns |umas |so |a consulta |o horario )*(?P<m>\d|uma|meia) h\b"
)
_EARLIER, _LATER = r"\bmais cedo\b", r"\bmais (?:tarde|para o fim|pro fim)\b"
_AT_ONCE = r"\b(?:ao mesmo tempo|simultane\w+|mesm[ao] h)\b"
_TOGETHER = r"\b(?:lev[aeo]\w?|traz\w*|traga|junt[ao]s?|comigo)\b"
_BACK = frozenset({"antes", "mais cedo", "para tras", "pra tras"})
_WEEK = timedelta(days=6)


def speaks_beside(text: str) -> bool:
    """Whether words of `text` mean a day or an hour that something else has."""
    line = Line.of(text)
    return any(line.find(pattern) for pattern in (_SAME_HOUR, _SAME_DAY, _DAYS_AWAY, _HOURS_AWAY, _TOGETHER))


_WEEKDAY = r"\b(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)\b"


def names_weekday(text: str) -> bool:
    """Whether a day of the week is named, be that this week's or another's."""
    return Line.of(text).find(_WEEKDAY) is not None


def wants_same_hour(text: str) -> bool:
    """Whether two who come are to come at one hour: "no mesmo horário", "ao mesmo tempo"."""
    line = Line.of(text)
    same = line.find(_SAME_HOUR) or line.find(_AT_ONCE)
    return same is not None and line.find(_NOT_THE_SAME) is None


def beside(
    text: str, said: When | None, start: datetime, *, now: datetime, calendar: Calendar, along: bool = False
) -> When | None:
    """`said` with the day or the hour of `start` that `text` asks for; the same where it asks for neither, or names its own.

    `start` and `now` are on the clinic's wall clock, naive. Where somebody comes `along`, the same hour is that of the same day,
    and who comes together comes about then.
    """
    line = Line.of(text)
    if line.find(_NOT_THE_SAME):
        return said
    if either := _either(line, said, start):
        status = judge(either, now, calendar)
        return replace(either, status=status, clarify=status is not WhenStatus.OK)
    wish = replace(said or When(), **_hour(line, said or When(), start))
    day = _day(line, wish, start.date())
    if along and not _has_day(wish) and line.find(_SAME_HOUR):
        day = day or start.date()
    if along and not _has_day(wish) and wish.time_kind is None and line.find(_TOGETHER):
        day = day or start.date()
        wish = replace(wish, time_kind=TimeKind.AROUND, time_start=start.time())
    if day:
        wish = replace(wish, date_start=day, date_end=day, dates=None)
    if wish == (said or When()):
        return said
    status = judge(wish, now, calendar)
    return replace(wish, status=status, clarify=wish.clarify or status is not WhenStatus.OK)


_OR_THEN = (
    r"\d[^.!?]{0,12}\bou (?:(?:entao|na|no|a|pra|para|pro|dia) )*(?:segunda|terca|quarta|quinta|sexta|sabado|amanha|depois de amanha|\d{1,2})\b"
    r"[^.!?]{0,30}\bmesm[ao]s? (?:h|horario|horarinho)\b"
)


def _either(line: Line, said: When | None, start: datetime) -> When | None:
    """ "17h30, ou quarta nesse mesmo horário": another hour of its own day, or its own hour on another; None where it is not so said."""
    if (
        said is None
        or said.each
        or said.dates
        or said.time_kind is not TimeKind.AT
        or said.time_start is None
    ):
        return None
    day = said.date_start if said.date_start == said.date_end else None
    if day is None or day == start.date() or not line.find(_OR_THEN):
        return None
    each = sorted(
        (
            DayHours(day=start.date(), time_kind=TimeKind.AT, time_start=said.time_start),
            DayHours(day=day, time_kind=TimeKind.AT, time_start=start.time()),
        ),
        key=lambda hours: hours.day,
    )
    days = tuple(hours.day for hours in each)
    return replace(
        said,
        date_start=days[0],
        date_end=days[-1],
        dates=days,
        each=tuple(each),
        time_start=each[0].time_start,
    )


def _hour(line: Line, wish: When, start: datetime) -> dict[str, Any]:
    """The hours that are meant, as fields of a wish; none where it has its own."""
    away = line.find(_HOURS_AWAY)
    if away and not _has_day(wish):
        return {
            "time_kind": TimeKind.AT,
            "time_start": _moved(start, away),
            "time_end": None,
            "daypart": None,
        }
    if wish.time_kind is not None or wish.each:
        return {}
    if line.find(_SAME_HOUR):
        return {"time_kind": TimeKind.AT, "time_start": start.time()}
    if line.find(_SAME_DAY) and line.find(_EARLIER):
        return {"time_kind": TimeKind.BEFORE, "time_end": start.time()}
    if line.find(_SAME_DAY) and line.find(_LATER):
        return {"time_kind": TimeKind.AFTER, "time_start": start.time()}
    return {}


def _moved(start: datetime, away: re.Match[str]) -> time:
    """So many hours before or after."""
    count = away["n"] or away["m"]
    minutes = 30 if count == "meia" else 60 * (int(count) if count.isdigit() else 1)
    minutes += 30 if away["half"] else 0
    back = away["side"] in _BACK if away["side"] else away["after"] is None
    return (start + timedelta(minutes=-minutes if back else minutes)).time()


def _day(line: Line, wish: When, day: date) -> date | None:
    """The one that is meant; of a week that is named, the same weekday."""
    same = line.find(_SAME_DAY) is not None
    if _has_day(wish):
        is_week = wish.date_start and wish.date_end and wish.date_end - wish.date_start == _WEEK
        if not same or not is_week or wish.date_start is None:
            return None
        return wish.date_start + timedelta(days=(day.weekday() - wish.date_start.weekday()) % 7)
    away = line.find(_DAYS_AWAY)
    if away and not same:
        return day + timedelta(days=_days(away))
    return day if same or line.find(_HOURS_AWAY) else None


def _has_day(wish: When) -> bool:
    return bool(wish.date_start or wish.date_end or wish.dates)


def _days(away: re.Match[str]) -> int:
    if away["morrow"] or away["eve"]:
        return 1 if away["morrow"] else -1
    count = int(away["n"]) if away["n"].isdigit() else 1
    return count * (7 if away["unit"].startswith("s") else 1) * (-1 if away["side"] in _BACK else 1)
