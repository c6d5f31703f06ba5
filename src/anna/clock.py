"""What time it is, as a thing that is handed over: only this module asks the operating system.

Decisions take `now` as an argument; whoever starts them takes it from a `Clock`. A virtual clock lets a demo skip a day
and the simulator half a year.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the time; `now()` is aware and in UTC."""

    def now(self) -> datetime: ...


class SystemClock:
    """The operating system's time."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ShiftedClock:
    """Another clock, moved forward by `offset` (a client's `relogio_avanco`)."""

    def __init__(self, base: Clock, offset: timedelta = timedelta(0)) -> None:
        self._base = base
        self.offset = offset

    def now(self) -> datetime:
        return self._base.now() + self.offset


class ManualClock:
    """Stands still until told: for tests and the simulator."""

    def __init__(self, now: datetime) -> None:
        if now.tzinfo is None:
            raise ValueError("a clock needs an aware datetime")
        self._now = now

    def now(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        """Move to `now`, which must be aware."""
        if now.tzinfo is None:
            raise ValueError("a clock needs an aware datetime")
        self._now = now

    def advance(self, by: timedelta) -> datetime:
        self._now += by
        return self._now
