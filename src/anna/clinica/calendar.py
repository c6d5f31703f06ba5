"""When a clinic is open: a value that rules ask, without a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

Interval = tuple[time, time]
Week = tuple[tuple[Interval, ...], ...]

_WORKDAY: tuple[Interval, ...] = ((time(8), time(18)),)
_SATURDAY: tuple[Interval, ...] = ((time(8), time(13)),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Opening hours and holidays in one time zone.

    `week` holds for Monday … Sunday the open intervals, [start, end). `extra_holidays` are closed besides the national ones (a
    city's own, a training day); `removed_holidays` are national ones on which this clinic works.
    """

    week: Week = (_WORKDAY,) * 5 + (_SATURDAY, ())
    extra_holidays: frozenset[date] = frozenset()
    removed_holidays: frozenset[date] = frozenset()
    zone: str = "America/Sao_Paulo"

    @property
    def tz(self) -> ZoneInfo:
        """The zone in which all hours here are meant."""
        return ZoneInfo(self.zone)

    def is_holiday(self, day: date) -> bool:
        """Whether the clinic keeps `day` as a holiday, whatever weekday it is."""
        if day in self.extra_holidays:
            return True
        return day in national_holidays(day.year) and day not in self.removed_holidays

    def opening(self, day: date) -> tuple[Interval, ...]:
        """The open intervals of `day`, in order; empty when closed."""
        return () if self.is_holiday(day) else self.week[day.weekday()]

    def is_open(self, day: date) -> bool:
        """Whether the clinic opens at all on `day`."""
        return bool(self.opening(day))

    def is_open_at(self, day: date, at: time) -> bool:
        """Whether a consulta could begin at `at` on `day`."""
        return any(start <= at < end for start, end in self.opening(day))

    def next_holiday(self, day: date) -> date:
        """The first holiday after `day`. National holidays recur, so there always is one within a year."""
        for ahead in range(1, 400):
            if self.is_holiday(day + timedelta(days=ahead)):
                return day + timedelta(days=ahead)
        return day + timedelta(days=365)

    def reopens(self, at: datetime) -> datetime | None:
        """When the clinic opens next, if it is closed at the instant `at`; None when it is open."""
        local = at.astimezone(self.tz)
        if self.is_open_at(local.date(), local.time()):
            return None
        for ahead in range(15):
            day = local.date() + timedelta(days=ahead)
            starts = (datetime.combine(day, start, self.tz) for start, _ in self.opening(day))
            coming = [start for start in starts if start > local]
            if coming:
                return coming[0]
        return None

    def after_open(self, at: datetime, span: timedelta) -> datetime:
        """The instant at which the clinic will have been open for `span` since `at`; by the clock where it does not open for weeks."""
        local = at.astimezone(self.tz)
        left = span
        for ahead in range(15):
            day = local.date() + timedelta(days=ahead)
            for first, last in self.opening(day):
                start = max(datetime.combine(day, first, self.tz), local)
                end = datetime.combine(day, last, self.tz)
                if end - start >= left:
                    return start + left
                left -= max(end - start, timedelta())
        return at + span


DEFAULT = Calendar()


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Astronomical Algorithms, ch. 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    ll = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * ll) // 451
    month, day = divmod(h + ll - 7 * m + 114, 31)
    return date(year, month, day + 1)


@cache
def national_holidays(year: int) -> frozenset[date]:
    """Brazil's national holidays, and the three days on which clinics close by custom: Carnaval Monday and Tuesday, Corpus Christi."""
    import holidays  # noqa: PLC0415  (100 ms, and only who asks about a date needs it)

    sunday = easter(year)
    custom = {sunday - timedelta(days=48), sunday - timedelta(days=47), sunday + timedelta(days=60)}
    return frozenset(holidays.country_holidays("BR", years=year)) | custom
