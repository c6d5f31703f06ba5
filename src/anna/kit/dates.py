"""Dates and times as Anna says them in Portuguese: always in full, so that a person can see a misunderstanding."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from anna.kit.text import fold

WEEKDAYS = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")
FOLDED_WEEKDAYS = tuple(fold(day) for day in WEEKDAYS)
"""As they are said, and as rules read them; Monday first, as `date.weekday` counts."""


def describe_day(day: date) -> str:
    """`terça, 14/10`."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m}"


def describe_time(at: time) -> str:
    """`15h30`, and `15h` on the hour."""
    return f"{at.hour}h{at.minute:02d}" if at.minute else f"{at.hour}h"


def describe_daypart(daypart: str) -> str:
    """`de manhã`, `à tarde`, `à noite`."""
    return {"manha": "de manhã", "tarde": "à tarde", "noite": "à noite"}[daypart]


def describe_start(start: datetime) -> str:
    """`terça, 14/10, às 15h30`; `start` is already in the clinic's own time zone."""
    article = "à" if start.hour == 1 else "às"
    return f"{describe_day(start.date())}, {article} {describe_time(start.time())}"


def describe_week(week: Sequence[Sequence[tuple[time, time]]]) -> str:
    """Opening hours of Monday … Sunday in one line: `segunda a sexta, das 8h às 18h; sábado, das 8h às 13h`.

    Neighbouring days with the same hours are said together; closed days are left out.
    """
    groups: list[tuple[int, int, Sequence[tuple[time, time]]]] = []
    for day, hours in enumerate(week):
        if hours and groups and groups[-1][1] == day - 1 and tuple(groups[-1][2]) == tuple(hours):
            groups[-1] = (groups[-1][0], day, hours)
        elif hours:
            groups.append((day, day, hours))
    return "; ".join(f"{_day_range(first, last)}, {describe_hours(hours)}" for first, last, hours in groups)


def _day_range(first: int, last: int) -> str:
    return WEEKDAYS[first] if first == last else f"{WEEKDAYS[first]} a {WEEKDAYS[last]}"


def describe_hours(hours: Sequence[tuple[time, time]]) -> str:
    """The open hours of one day: `das 8h às 12h e das 13h às 18h`."""
    return " e ".join(f"das {describe_time(start)} às {describe_time(end)}" for start, end in hours)


def describe_length(minutes: int) -> str:
    """`45 minutos`, `1 hora`, `2 horas e meia`; what is no half hour is said in minutes."""
    if minutes < 60 or minutes % 30:
        return f"{minutes} minutos"
    hours = "1 hora" if minutes < 120 else f"{minutes // 60} horas"
    return f"{hours} e meia" if minutes % 60 else hours
