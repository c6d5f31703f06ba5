"""Quiet hours in the clinic's own time. Pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

WHY = "quiet hours"
"""The reason on record of a message that waits for their end."""


def quiet_until(now: datetime, fuso: str, begins: time, ends: time) -> datetime | None:
    """When the quiet hours that last at `now` are over; None when they do not last. They may span midnight."""
    local = now.astimezone(ZoneInfo(fuso))
    clock = local.time().replace(tzinfo=None)
    inside = begins <= clock < ends if begins <= ends else clock >= begins or clock < ends
    if not inside:
        return None
    end = datetime.combine(local.date(), ends, tzinfo=local.tzinfo)
    return end if end > local else end + timedelta(days=1)
