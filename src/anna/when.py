"""When: a patient's wish for a day, an hour or both, as it is understood, kept and offered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum
from typing import Any


class WhenStatus(StrEnum):
    """What the clinic's calendar says of a wish."""

    OK = "ok"
    CLOSED = "closed"  # outside opening hours or a holiday: never booked silently
    PAST = "past"  # refused
    AMBIGUOUS = "ambiguous"  # conflicting or impossible: asked about


class TimeKind(StrEnum):
    """How the times of a `When` are meant."""

    AT = "at"
    AFTER = "after"
    BEFORE = "before"
    BETWEEN = "between"
    AROUND = "around"
    DAYPART = "daypart"


class Edge(StrEnum):
    """Which of the free times of a day: "o mais cedo que tiver", "o último"."""

    FIRST = "first"
    LAST = "last"


class Daypart(StrEnum):
    """manha 08-12, tarde 12-18, noite from 18."""

    MANHA = "manha"
    TARDE = "tarde"
    NOITE = "noite"


_WHOLE = {
    Daypart.MANHA: (time(8), time(12)),
    Daypart.TARDE: (time(12), time(18)),
    Daypart.NOITE: (time(18), None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclude:
    """What a patient ruled out ("menos de manhã", "segunda não"). Weekdays are mon … sun."""

    dates: tuple[date, ...] = ()
    weekdays: tuple[str, ...] = ()
    dayparts: tuple[Daypart, ...] = ()
    times: tuple[time, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayHours:
    """The hours wished on one of several days: of "terça 9h ou quinta 15h" each day has its own."""

    day: date
    time_kind: TimeKind | None = None
    time_start: time | None = None
    time_end: time | None = None
    daypart: Daypart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A wish for a day, an hour or both, in the clinic's own calendar. Dates are inclusive; a null end is open.

    `clarify` says that a good assistant restates or asks for the resolved date. `each` is empty but where days have hours of their own;
    the contract of `anna understand` has no word for that, so the other fields then say the first of them, and `on` what holds on a day.
    `edge` is no part of the contract either: of what is free within the wish, the first or the last; nor is `done`: all must be over by `time_end`.
    """

    status: WhenStatus = WhenStatus.OK
    date_start: date | None = None
    date_end: date | None = None
    dates: tuple[date, ...] | None = None
    time_kind: TimeKind | None = None
    time_start: time | None = None
    time_end: time | None = None
    daypart: Daypart | None = None
    exclude: Exclude = Exclude()
    clarify: bool = False
    each: tuple[DayHours, ...] = ()
    edge: Edge | None = None
    done: bool = False

    def names_one_hour(self) -> bool:
        """Whether it is for one hour of one day."""
        days = self.dates if self.dates is not None else (self.date_start, self.date_end)
        return (
            None not in days
            and len(set(days)) == 1
            and self.time_kind is TimeKind.AT
            and not (self.edge or self.each)
        )

    def narrows_its_part(self) -> bool:
        """Whether it is for some hours of a part of the day: "no fim da tarde"."""
        whole = self.daypart and _WHOLE[self.daypart]
        return (
            self.time_kind is TimeKind.DAYPART
            and whole is not None
            and (self.time_start, self.time_end) != whole
        )

    def on(self, day: date) -> When:
        """The wish as it is for `day`: with that day's own hours, where it has any."""
        own = next((hours for hours in self.each if hours.day == day), None)
        if own is None:
            return self
        return replace(
            self,
            time_kind=own.time_kind,
            time_start=own.time_start,
            time_end=own.time_end,
            daypart=own.daypart,
            each=(),
        )

    @property
    def from_then_on(self) -> bool:
        """ "o mais cedo possível", "a partir de segunda": the first that is free will do."""
        return self.date_start is not None and self.date_end is None and self.dates is None

    def on_another_day(self) -> When:
        """The wish for any day but those it names, if they are few."""
        single = self.date_start == self.date_end and self.date_start is not None
        days = self.dates or ((self.date_start,) if single and self.date_start else ())
        exclude = replace(self.exclude, dates=tuple(dict.fromkeys([*self.exclude.dates, *days])))
        return replace(
            self, date_start=None, date_end=None, dates=None, each=(), exclude=exclude, status=WhenStatus.OK
        )

    def to_json(self) -> dict[str, Any]:
        """The `when` object of the contract; what is kept besides, hours of single days, is `each`, and not there when there are none."""
        out = {
            "dates": [d.isoformat() for d in self.exclude.dates],
            "weekdays": list(self.exclude.weekdays),
            "dayparts": [d.value for d in self.exclude.dayparts],
            "times": [_hhmm(t) for t in self.exclude.times],
        }
        each = [_hours_json(hours) for hours in self.each]
        return (
            {
                "status": self.status.value,
                "date_start": self.date_start and self.date_start.isoformat(),
                "date_end": self.date_end and self.date_end.isoformat(),
                "dates": None if self.dates is None else [d.isoformat() for d in self.dates],
                "time_kind": self.time_kind and self.time_kind.value,
                "time_start": _hhmm(self.time_start),
                "time_end": _hhmm(self.time_end),
                "daypart": self.daypart and self.daypart.value,
                "exclude": {key: value for key, value in out.items() if value},
                "clarify": self.clarify,
            }
            | ({"each": each} if each else {})
            | ({"edge": self.edge.value} if self.edge else {})
            | ({"done": True} if self.done else {})
        )

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> When:
        """The inverse of `to_json`."""
        exclude = data.get("exclude") or {}
        dates = data.get("dates")
        return cls(
            status=WhenStatus(data["status"]),
            date_start=_date(data.get("date_start")),
            date_end=_date(data.get("date_end")),
            dates=None if dates is None else tuple(date.fromisoformat(d) for d in dates),
            time_kind=TimeKind(data["time_kind"]) if data.get("time_kind") else None,
            time_start=_time(data.get("time_start")),
            time_end=_time(data.get("time_end")),
            daypart=Daypart(data["daypart"]) if data.get("daypart") else None,
            exclude=Exclude(
                dates=tuple(date.fromisoformat(d) for d in exclude.get("dates", ())),
                weekdays=tuple(exclude.get("weekdays", ())),
                dayparts=tuple(Daypart(d) for d in exclude.get("dayparts", ())),
                times=tuple(time.fromisoformat(t) for t in exclude.get("times", ())),
            ),
            clarify=bool(data.get("clarify")),
            each=tuple(_hours_of(row) for row in data.get("each", ())),
            edge=Edge(data["edge"]) if data.get("edge") else None,
            done=bool(data.get("done")),
        )


def _hours_json(hours: DayHours) -> dict[str, Any]:
    return {
        "day": hours.day.isoformat(),
        "time_kind": hours.time_kind and hours.time_kind.value,
        "time_start": _hhmm(hours.time_start),
        "time_end": _hhmm(hours.time_end),
        "daypart": hours.daypart and hours.daypart.value,
    }


def _hours_of(row: dict[str, Any]) -> DayHours:
    return DayHours(
        day=date.fromisoformat(row["day"]),
        time_kind=TimeKind(row["time_kind"]) if row["time_kind"] else None,
        time_start=_time(row["time_start"]),
        time_end=_time(row["time_end"]),
        daypart=Daypart(row["daypart"]) if row["daypart"] else None,
    )


def _hhmm(value: time | None) -> str | None:
    return None if value is None else value.isoformat(timespec="minutes")


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _time(value: str | None) -> time | None:
    return time.fromisoformat(value) if value else None
