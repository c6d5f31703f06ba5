"""Dates and times as Anna says them in Portuguese: always in full, so that a person can see a misunderstanding."""

from __future__ import annotations

from datetime import date, datetime, time

WEEKDAYS = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")


def describe_day(day: date) -> str:
    """`terça, 14/10`."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m}"


def describe_time(at: time) -> str:
    """`15h30`, and `15h` on the hour."""
    return f"{at.hour}h{at.minute:02d}" if at.minute else f"{at.hour}h"


def describe_start(start: datetime) -> str:
    """`terça, 14/10, às 15h30`; `start` is already in the clinic's own time zone."""
    article = "à" if start.hour == 1 else "às"
    return f"{describe_day(start.date())}, {article} {describe_time(start.time())}"
