"""Free slots, computed without a database: a day is one integer with a bit for each minute.

With bits, "the consulta fits into the working hours" and "nothing is in the way until the room is ready again" are a handful
of shifts and ands per professional and day, exact to the minute; days are looked at only when somebody asks for them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.agendamento.models import Busy
from anna.clinica.calendar import Calendar, Interval

APART_MIN = 30
"""Slots nearer to each other than this are no choice."""

_DAY = 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A free time with one professional; datetimes are in the clinic's zone. `livre_em` is `fim` plus the buffer."""

    inicio: datetime
    fim: datetime
    livre_em: datetime
    profissional_id: UUID
    profissional: str

    def to_json(self) -> dict[str, Any]:
        """As a run keeps it between the offer and the choice."""
        return {
            "inicio": self.inicio.isoformat(),
            "fim": self.fim.isoformat(),
            "livre_em": self.livre_em.isoformat(),
            "profissional_id": str(self.profissional_id),
            "profissional": self.profissional,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Slot:
        """The inverse of `to_json`; the zone has become a fixed offset."""
        return cls(
            inicio=datetime.fromisoformat(data["inicio"]),
            fim=datetime.fromisoformat(data["fim"]),
            livre_em=datetime.fromisoformat(data["livre_em"]),
            profissional_id=UUID(data["profissional_id"]),
            profissional=data["profissional"],
        )


@dataclass(frozen=True)
class Agenda:
    """One professional's hours and what is already in them.

    `weekly` maps 0 (Monday) … 6 to working intervals, `custom` replaces them on single days (no interval: a day off). `busy`
    are consultas with their buffers, unexpired holds and blocks, in any order; they may overlap.
    """

    profissional_id: UUID
    nome: str
    weekly: Mapping[int, tuple[Interval, ...]]
    custom: Mapping[date, tuple[Interval, ...]] = field(default_factory=dict)
    busy: tuple[Busy, ...] = ()

    def hours(self, day: date) -> tuple[Interval, ...]:
        """The working intervals of `day`."""
        return self.custom.get(day) or () if day in self.custom else self.weekly.get(day.weekday(), ())

    @cached_property
    def by_day(self) -> dict[int, list[Busy]]:
        """`busy` under each UTC day (days since 1970) that it touches."""
        found: defaultdict[int, list[Busy]] = defaultdict(list)
        for busy in self.busy:
            first, last = busy[0] // _DAY, (busy[1] - 1) // _DAY
            found[first].append(busy)
            for number in range(first + 1, last + 1):
                found[number].append(busy)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for: a consulta of `duracao_min` plus `intervalo_min`, beginning on a multiple of `passo_min` of the hour, not
    before `earliest` and not after the local day `latest`, within the clinic's `calendar`, with one of `agendas`.
    """

    calendar: Calendar
    agendas: tuple[Agenda, ...]
    duracao_min: int
    intervalo_min: int
    earliest: datetime
    latest: date
    passo_min: int = 15


@dataclass(frozen=True, slots=True)
class Frame:
    """One local day laid over the minutes of the world: bit n of its masks is minute n after local midnight."""

    day: date
    origin: int
    length: int
    midnight: datetime

    @classmethod
    def of(cls, day: date, zone: ZoneInfo) -> Frame:
        midnight = datetime.combine(day, time(), zone)
        origin = epoch_minute(midnight)
        length = epoch_minute(datetime.combine(day + timedelta(days=1), time(), zone)) - origin
        return cls(day, origin, length, midnight)

    def minute(self, at: time) -> int:
        """The bit of wall time `at`: other than the clock's reading only on a day on which the clock is changed."""
        if self.length == _DAY:
            return at.hour * 60 + at.minute
        return epoch_minute(datetime.combine(self.day, at, self.midnight.tzinfo)) - self.origin

    def mask(self, intervals: Iterable[Interval]) -> int:
        """The minutes of `intervals` of wall time."""
        bits = 0
        for start, end in intervals:
            bits |= span(self.minute(start), self.minute(end))
        return bits

    def instant(self, minute: int) -> datetime:
        """The time at bit `minute`, which may lie behind the day's end."""
        if self.length == _DAY and minute < _DAY:  # the wall clock is exact here, and several times faster
            return self.midnight + timedelta(0, minute * 60)
        return datetime.fromtimestamp((self.origin + minute) * 60, self.midnight.tzinfo)


@dataclass(frozen=True, slots=True)
class FreeDay:
    """Where consultas may begin on one day: a mask for each agenda of the search, in its order."""

    frame: Frame
    masks: tuple[int, ...]

    @property
    def any(self) -> int:
        """Where at least one professional is free."""
        bits = 0
        for mask in self.masks:
            bits |= mask
        return bits


def epoch_minute(at: datetime, *, up: bool = False) -> int:
    """Whole minutes since 1970 in UTC, seconds cut off, or rounded up."""
    seconds = int(at.timestamp())
    return -(-(seconds + bool(at.microsecond)) // 60) if up else seconds // 60


def span(start: int, end: int) -> int:
    """Bits [start, end); none when the span is empty."""
    return (1 << end) - (1 << start) if end > start else 0


def runs(mask: int, length: int) -> int:
    """The bits of `mask` at which `length` set bits in a row begin."""
    have = 1
    while have < length:
        step = min(have, length - have)
        mask &= mask >> step
        have += step
    return mask


def minutes(mask: int) -> Iterator[int]:
    """The set bits, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def free_days(search: Search) -> Iterator[FreeDay]:
    """The days of `search` on which something is free, in order, each computed when it is asked for."""
    zone = search.calendar.tz
    day = search.earliest.astimezone(zone).date()
    first = epoch_minute(search.earliest, up=True)
    while day <= search.latest:
        opening = search.calendar.opening(day)
        if opening:
            frame = Frame.of(day, zone)
            starts = _grid(frame.length, search.passo_min) & ~span(0, first - frame.origin)
            masks = _day_masks(search, frame, frame.mask(opening), starts)
            if any(masks):
                yield FreeDay(frame, masks)
        day += timedelta(days=1)


def free_slots(search: Search) -> Iterator[Slot]:
    """Every slot, earliest first; at the same time in the order of the agendas."""
    for found in free_days(search):
        for minute in minutes(found.any):
            yield from make_slots(search, found, minute)


def is_free(search: Search, inicio: datetime, profissional_id: UUID) -> bool:
    """Whether `profissional_id` may begin at `inicio`, which need not lie on the grid of offered times."""
    if inicio < search.earliest or inicio.second or inicio.microsecond:
        return False
    frame = Frame.of(inicio.astimezone(search.calendar.tz).date(), search.calendar.tz)
    if frame.day > search.latest:
        return False
    agendas = tuple(a for a in search.agendas if a.profissional_id == profissional_id)
    here = 1 << (epoch_minute(inicio) - frame.origin)
    opening = frame.mask(search.calendar.opening(frame.day))
    return any(
        here & _within(search, frame, opening, agenda.hours(frame.day)) & _unhindered(search, agenda, frame)
        for agenda in agendas
    )


def nearest(slots: Iterable[Slot], start: datetime, n: int = 3) -> list[Slot]:
    """The `n` slots closest to `start`, `APART_MIN` from each other, in order of time: what to say when the chosen one is gone."""
    chosen: list[Slot] = []
    for slot in sorted(slots, key=lambda s: (abs(s.inicio - start), s.inicio)):
        if all(abs(slot.inicio - other.inicio) >= timedelta(minutes=APART_MIN) for other in chosen):
            chosen.append(slot)
            if len(chosen) == n:
                break
    return sorted(chosen, key=lambda s: s.inicio)


def make_slots(search: Search, found: FreeDay, minute: int) -> list[Slot]:
    """The slots that begin at bit `minute`, in the order of the agendas: they share their times."""
    inicio, fim, livre_em = _instants(search, found.frame, minute)
    return [
        Slot(
            inicio=inicio,
            fim=fim,
            livre_em=livre_em,
            profissional_id=agenda.profissional_id,
            profissional=agenda.nome,
        )
        for agenda, mask in zip(search.agendas, found.masks, strict=True)
        if mask >> minute & 1
    ]


def _instants(search: Search, frame: Frame, minute: int) -> tuple[datetime, datetime, datetime]:
    end = minute + search.duracao_min
    return frame.instant(minute), frame.instant(end), frame.instant(end + search.intervalo_min)


def _day_masks(search: Search, frame: Frame, opening: int, starts: int) -> tuple[int, ...]:
    """Which of `starts` are free, for each agenda. Professionals often keep the same hours: what fits them is found once."""
    fitting: dict[tuple[Interval, ...], int] = {}
    masks = []
    for agenda in search.agendas:
        hours = agenda.hours(frame.day)
        if hours not in fitting:
            fitting[hours] = starts & _within(search, frame, opening, hours)
        masks.append(fitting[hours] and fitting[hours] & _unhindered(search, agenda, frame))
    return tuple(masks)


def _within(search: Search, frame: Frame, opening: int, hours: tuple[Interval, ...]) -> int:
    """Where a consulta's whole length lies within `hours`, and within the clinic's."""
    return runs(opening & frame.mask(hours), search.duracao_min)


def _unhindered(search: Search, agenda: Agenda, frame: Frame) -> int:
    """Where nothing busy is in the way until the buffer is over."""
    whole = search.duracao_min + search.intervalo_min
    end = frame.length + whole
    blocked = 0
    for number in range(frame.origin // _DAY, (frame.origin + end) // _DAY + 1):
        for busy_from, busy_to in agenda.by_day.get(number, ()):
            if busy_to > frame.origin:  # a UTC day is not quite this one
                blocked |= span(max(busy_from - frame.origin, 0), min(busy_to - frame.origin, end))
    return runs(span(0, end) & ~blocked, whole)


def _grid(length: int, step: int) -> int:
    """Every `step`-th bit below `length`, from bit 0."""
    count = -(-length // step)
    return ((1 << (step * count)) - 1) // ((1 << step) - 1)
