"""A circuit breaker: a provider that keeps failing is left alone for a while, and then tried with a single question. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta

OPENS_AFTER = 3
"""Failures in a row."""

FIRST_REST = timedelta(seconds=30)
LONGEST_REST = timedelta(minutes=10)
"""A rest doubles each time the single question fails too."""

LONGEST_OBEYED = timedelta(hours=1)
"""Of what a provider itself asks for (`Retry-After`, which may say anything)."""


class Breaker:
    """The state of one provider in one process."""

    def __init__(self) -> None:
        self._failures = 0
        self._rest = FIRST_REST
        self._until: datetime | None = None
        self._probe_ends: datetime | None = None

    def allows(self, now: datetime) -> bool:
        """Whether a question may be asked now. After a rest exactly one may, until it is known how that went.

        One of which nobody says how it went (its asker fell over) is waited for as long as the rest was.
        """
        if self._until is None:
            return True
        if now < max(self._until, self._probe_ends or self._until):
            return False
        self._probe_ends = now + self._rest
        return True

    def succeeded(self) -> None:
        """It answered: everything is forgotten."""
        self._failures, self._rest, self._until, self._probe_ends = 0, FIRST_REST, None, None

    def failed(self, now: datetime, *, retry_after_s: float | None = None) -> None:
        """It did not answer. What it asks for itself is obeyed at once, up to an hour."""
        self._failures += 1
        if self._probe_ends:
            self._rest = min(self._rest * 2, LONGEST_REST)
        self._probe_ends = None
        asked = min(timedelta(seconds=min(retry_after_s or 0, 1e6)), LONGEST_OBEYED)
        pause = max(self._rest, asked) if self._failures >= OPENS_AFTER else asked
        if pause:
            self._until = now + pause

    def gave_up(self) -> None:
        """The question was called back before anybody knew: the next one may try."""
        self._probe_ends = None

    def resting_until(self, now: datetime) -> datetime | None:
        """Until when it is left alone; None when it is not."""
        return self._until if self._until is not None and now < self._until else None
