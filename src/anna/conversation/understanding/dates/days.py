"""Days as values: what can be said of days, and the arithmetic of a calendar that the rules in `day_rules` need."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from anna.clinica.calendar import Calendar
from anna.conversation.understanding.port import Context


@dataclass(frozen=True, slots=True)
class Days:
    """Days as said: [start, end] inclusive, an open end is None; `dates` are explicit alternatives.

    `weekday` is the bare weekday they were said as (0 = Monday), `nearest` whether a plain "segunda" could also be today;
    `impossible` a day that does not exist; `doubt` that the resolved date deserves to be said back; `instead_of` a day ruled out in the
    same breath. `number` is a day of no particular month ("dia 10"), `part` a part of none ("segunda quinzena"): a month named beside
    them is theirs.
    """

    start: date | None
    end: date | None
    dates: tuple[date, ...] | None = None
    weekday: int | None = None
    grain: str = "day"
    doubt: bool = False
    impossible: bool = False
    instead_of: date | None = None
    number: int | None = None
    part: str = ""

    @classmethod
    def one(
        cls, day: date, *, doubt: bool = False, weekday: int | None = None, instead_of: date | None = None
    ) -> Days:
        """A single day."""
        return cls(day, day, doubt=doubt, weekday=weekday, instead_of=instead_of)

    @property
    def single(self) -> date | None:
        """The day, when it is exactly one."""
        return self.start if self.start == self.end and not self.dates else None


IMPOSSIBLE = Days(None, None, impossible=True, doubt=True)


@dataclass(frozen=True, slots=True)
class DayAtom:
    """Days said at `line.norm[start:end]` by one rule; `of` is where the day begins that they were counted from, if any.

    `only_told`: they count only from a day that was told, not from one that is wished ("e o retorno 15 dias depois").
    """

    start: int
    end: int
    days: Days
    rule: str
    of: int | None = None
    only_told: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """What relative days are relative to; `about` are the first and the last of the days that are spoken of."""

    day: date
    calendar: Calendar
    about: tuple[date, date] | None = None

    def weekday(self, weekday: int) -> date:
        """What a bare weekday names: the one among the days that are spoken of, or the next."""
        if self.about:
            first, last = self.about
            found = next_weekday(max(self.day, first - timedelta(days=1)), weekday)
            if found <= last:
                return found
        return next_weekday(self.day, weekday)


def today_of(context: Context) -> Today:
    """The day on which a message arrived, as the clinic's wall calendar has it."""
    return Today(context.local_now.date(), context.calendar, context.about)


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None if that month has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and 1900 <= year <= 2100):
        return None
    return date(year, month, day)


def month_days(year: int, month: int) -> Days:
    """A whole month; months beyond December roll over."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), grain="month")


def week_of(day: date, ahead: int = 0) -> Days:
    """Monday to Sunday of the week of `day`, `ahead` weeks later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=ahead)
    return Days(monday, monday + timedelta(days=6), grain="week")


def next_weekday(day: date, weekday: int, *, today_counts: bool = False) -> date:
    """The next `weekday` after `day` (or on it, if today counts)."""
    ahead = (weekday - day.weekday()) % 7
    return day + timedelta(days=ahead if ahead or today_counts else 7)


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the last day that month has."""
    first = month_days(day.year, day.month + count).start or day
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
