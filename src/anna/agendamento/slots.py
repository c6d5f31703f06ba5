"""Free slots, computed without a database: a day is one integer with a bit for each minute.

With bits, "the consulta fits into the working hours" and "nothing is in the way until the room is ready again" are a handful
of shifts and ands per professional and day, exact to the minute; days are looked at only when somebody asks for them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.agendamento.models import Agenda
from anna.clinica.calendar import Calendar, Interval

_DAY = 24 * 60


class Slot(NamedTuple):
    """A free time with one professional; datetimes are in the clinic's zone. `livre_em` is `fim` plus the buffer.

    A tuple: a clinic has thousands of them.
    """

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What is looked for: a consulta of `duracao_min` plus `intervalo_min`, beginning on a multiple of `passo_min` of the hour, not
    before `earliest` and not after the local day `latest`, within the clinic's `calendar`, with one of `agendas`.
    """

    calendar: Calendar
    agendas: tuple[Agenda, ...] = ()
    duracao_min: int
    intervalo_min: int
    earliest: datetime
    latest: date
    passo_min: int = 15

    def days(self) -> list[date]:
        """The local days to look at, in order."""
        first = self.earliest.astimezone(self.calendar.tz).date()
        return [first + timedelta(days=ahead) for ahead in range((self.latest - first).days + 1)]


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


def free_days(search: Search, days: Iterable[date] | None = None) -> Iterator[FreeDay]:
    """Those of the search's days on which something is free, in order or in that of `days`; each is computed when it is asked for."""
    first = epoch_minute(search.earliest, up=True)
    for day in search.days() if days is None else days:
        opening = search.calendar.opening(day)
        if opening:
            frame = Frame.of(day, search.calendar.tz)
            starts = _grid(frame.length, search.passo_min) & ~span(0, first - frame.origin)
            masks = _day_masks(search, frame, frame.mask(opening), starts)
            if any(masks):
                yield FreeDay(frame, masks)


def free_slots(search: Search) -> Iterator[Slot]:
    """Every slot, earliest first; at the same time in the order of the agendas."""
    for found in free_days(search):
        for minute in minutes(found.any):
            yield from make_slots(search, found, minute)


def is_free(search: Search, inicio: datetime, profissional_id: UUID) -> bool:
    """Whether `profissional_id` may begin at `inicio`, which need not lie on the grid of offered times."""
    day = inicio.astimezone(search.calendar.tz).date()
    if inicio.second or inicio.microsecond or day > search.latest:
        return False
    agendas = tuple(a for a in search.agendas if a.profissional_id == profissional_id)
    exact = replace(search, agendas=agendas, passo_min=1)
    return any(
        found.any >> (epoch_minute(inicio) - found.frame.origin) & 1 for found in free_days(exact, [day])
    )


def make_slots(search: Search, found: FreeDay, minute: int) -> list[Slot]:
    """The slots that begin at bit `minute`, in the order of the agendas: they share their times."""
    end = minute + search.duracao_min
    instant = found.frame.instant
    inicio, fim, livre_em = instant(minute), instant(end), instant(end + search.intervalo_min)
    here = 1 << minute
    return [
        Slot(inicio, fim, livre_em, agenda.profissional_id, agenda.nome)
        for agenda, mask in zip(search.agendas, found.masks, strict=True)
        if mask & here
    ]


def _day_masks(search: Search, frame: Frame, opening: int, starts: int) -> tuple[int, ...]:
    """Which of `starts` are free, for each agenda. Professionals often keep the same hours: what fits them is found once."""
    fitting: dict[tuple[Interval, ...], int] = {}
    masks = []
    for agenda in search.agendas:
        hours = agenda.hours(frame.day)
        if hours not in fitting:
            fitting[hours] = starts & runs(opening & frame.mask(hours), search.duracao_min)
        masks.append(fitting[hours] and fitting[hours] & ~_blocked(search, agenda, frame))
    return tuple(masks)


def _blocked(search: Search, agenda: Agenda, frame: Frame) -> int:
    """Where a consulta would run into something busy before its buffer is over."""
    before = search.duracao_min + search.intervalo_min - 1
    first = bisect_right(agenda.busy, frame.origin, key=itemgetter(1))
    last = bisect_left(agenda.busy, (frame.origin + frame.length + before,))
    blocked = 0
    for start, end in agenda.busy[first:last]:
        blocked |= span(max(start - before - frame.origin, 0), end - frame.origin)
    return blocked


def _grid(length: int, step: int) -> int:
    """Every `step`-th bit below `length`, from bit 0."""
    count = -(-length // step)
    return ((1 << (step * count)) - 1) // ((1 << step) - 1)
