"""Which of the free slots to offer: what the patient wished first, then what comes nearest, spread so that there is a choice.

What a patient ruled out is never offered; what she wished for is a preference. Distances are minutes: another hour costs the
minutes it is away, another day half a day each, and every choice already made makes its neighbours dearer.
"""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from anna.agendamento.slots import (
    APART_MIN,
    Frame,
    FreeDay,
    Search,
    Slot,
    epoch_minute,
    free_days,
    make_slots,
    minutes,
    span,
)
from anna.commands import Daypart, TimeKind, When

AROUND_MIN = 30
"""How far from "lá pelas 10" still is what was asked for."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYPARTS = {
    Daypart.MANHA: (0, 12 * 60),
    Daypart.TARDE: (12 * 60, 18 * 60),
    Daypart.NOITE: (18 * 60, 24 * 60),
}
_ANOTHER_DAY = (
    12 * 60
)  # what a day away costs, so that another hour of the wished day comes before another day
_SAME_DAY = 4 * 60  # what a second slot of a day costs
_CLOSE = 3 * 60  # slots of one day nearer than this cost the difference
_SAME_HOUR = 2 * 60  # slots of other days at the same time cost this, less the minutes between
_ODD_MINUTE = 10  # people meet on the hour and the half hour
_CANDIDATES = 300


class Met(StrEnum):
    """How far an offer is what was wished."""

    EXACT = "exact"  # at least the first slot is
    SAME_DAY = "same_day"  # the day, at another hour
    SAME_HOUR = "same_hour"  # the hour, on another day
    ELSEWHERE = "elsewhere"  # neither; also when there is nothing to offer


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The slots to offer: the first `matching` of them are what was wished, the others come nearest; each group in order of time."""

    slots: tuple[Slot, ...]
    matching: int
    met: Met


@dataclass(frozen=True, slots=True)
class _Candidate:
    cost: int
    day: FreeDay
    minute: int

    @property
    def instant(self) -> int:
        return self.day.frame.origin + self.minute


def choose(search: Search, when: When | None, *, count: int = 3, avoid: Collection[datetime] = ()) -> Choice:
    """Choose up to `count` slots for the wish `when`; `avoid` are starts not to be offered again.

    Looks at no more days than it needs while the wish can be met, at the whole search when it cannot.
    """
    wish = When() if when is None else when
    gone = {epoch_minute(at) for at in avoid}
    allowed = ((day, _allowed(wish, day, gone)) for day in free_days(search))
    seen: list[tuple[FreeDay, int]] = []
    hits: list[_Candidate] = []
    hit_days = 0
    for day, bits in allowed:
        seen.append((day, bits))
        matching = bits & _window(wish, day.frame) if wishes_day(wish, day.frame.day) else 0
        hits += [_Candidate(_odd(m), day, m) for m in minutes(matching)]
        hit_days += bool(matching)
        if hit_days == count:
            break
    picks = _pick(hits, count, (), vary=True)
    near: list[_Candidate] = []
    if len(picks) < count:
        seen += allowed
        taken = {hit.instant for hit in hits}
        near = _pick(_near(wish, seen, taken), count - len(picks), picks, vary=not _names_hour(wish))
    return Choice(
        slots=tuple(_assign(search, picks + near, [0] * len(search.agendas))),
        matching=len(picks),
        met=_met(wish, near, len(picks)),
    )


def wishes_day(when: When, day: date) -> bool:
    """Whether `day` is one of those the wish names; a wish that names none wishes every day."""
    if when.dates is not None:
        return day in when.dates
    return (when.date_start is None or when.date_start <= day) and (
        when.date_end is None or day <= when.date_end
    )


def _window(when: When, frame: Frame) -> int:
    """The minutes of the day at which the wish would have a consulta begin."""
    whole = span(0, frame.length)
    part = whole if when.daypart is None else span(*_DAYPARTS[when.daypart])
    wished = _kind_window(when, frame, whole)
    return wished & part or wished


def _kind_window(when: When, frame: Frame, whole: int) -> int:
    start = None if when.time_start is None else frame.minute(when.time_start)
    end = None if when.time_end is None else frame.minute(when.time_end)
    limit = start if end is None else end
    match when.time_kind:
        case TimeKind.AT if start is not None:
            return 1 << start
        case TimeKind.AROUND if start is not None:
            return span(max(start - AROUND_MIN, 0), start + AROUND_MIN + 1)
        case TimeKind.BEFORE if limit is not None:
            return span(0, limit)
        case TimeKind.AFTER | TimeKind.BETWEEN if start is not None:
            return span(start, frame.length if end is None else end)
        case _:
            return whole


def _allowed(when: When, day: FreeDay, gone: Collection[int]) -> int:
    """What is free on `day` and not ruled out."""
    frame = day.frame
    out = when.exclude
    if frame.day in out.dates or _WEEKDAYS[frame.day.weekday()] in out.weekdays:
        return 0
    bits = day.any
    for part in out.dayparts:
        bits &= ~span(*_DAYPARTS[part])
    for at in out.times:
        bits &= ~(1 << frame.minute(at))
    for instant in gone:
        if 0 <= instant - frame.origin < frame.length:
            bits &= ~(1 << (instant - frame.origin))
    return bits


def _near(when: When, days: Iterable[tuple[FreeDay, int]], taken: Collection[int]) -> list[_Candidate]:
    """What is free beside the wish, the nearest first."""
    found = []
    for day, bits in days:
        away = _ANOTHER_DAY * _days_off(when, day.frame.day)
        window = _window(when, day.frame)
        found += [
            _Candidate(away + _minutes_off(window, m) + _odd(m), day, m)
            for m in minutes(bits)
            if day.frame.origin + m not in taken
        ]
    return heapq.nsmallest(_CANDIDATES, found, key=lambda c: (c.cost, c.instant))


def _days_off(when: When, day: date) -> int:
    """How many days `day` is from the nearest wished one."""
    if wishes_day(when, day):
        return 0
    wished = when.dates or tuple(d for d in (when.date_start, when.date_end) if d is not None)
    return min((abs((day - other).days) for other in wished), default=0)


def _minutes_off(window: int, minute: int) -> int:
    """How many minutes `minute` is from the nearest one in `window`."""
    after = window >> minute
    before = window & span(0, minute + 1)
    distances = []
    if after:
        distances.append((after & -after).bit_length() - 1)
    if before:
        distances.append(minute - before.bit_length() + 1)
    return min(distances, default=0)


def _odd(minute: int) -> int:
    return _ODD_MINUTE if minute % 30 else 0


def _pick(
    candidates: Iterable[_Candidate], count: int, chosen: Iterable[_Candidate], *, vary: bool
) -> list[_Candidate]:
    """Take the cheapest `count` times, each beside those already taken and `chosen`; in order of time.

    Without `vary` hours may be alike: when an hour was wished and is gone, what counts is to be near it.
    """
    left = list(candidates)
    others = list(chosen)
    picked: list[_Candidate] = []
    while len(picked) < count:
        left = [c for c in left if all(abs(c.instant - o.instant) >= APART_MIN for o in others)]
        if not left:
            break
        best = min(left, key=lambda c: (c.cost + sum(_crowding(c, o, vary) for o in others), c.instant))
        picked.append(best)
        others.append(best)
    return sorted(picked, key=lambda c: c.instant)


def _crowding(candidate: _Candidate, other: _Candidate, vary: bool) -> int:
    apart = abs(candidate.minute - other.minute)
    if candidate.day.frame.day == other.day.frame.day:
        return _SAME_DAY + (max(0, _CLOSE - apart) if vary else 0)
    return max(0, _SAME_HOUR - apart) if vary else 0


def _assign(search: Search, picks: Iterable[_Candidate], used: list[int]) -> list[Slot]:
    """Give each pick one of the professionals who are free then, those who have fewer of the offer (`used`) first."""
    slots = []
    for pick in picks:
        able = [i for i, mask in enumerate(pick.day.masks) if mask >> pick.minute & 1]
        index = min(able, key=lambda i: used[i])
        used[index] += 1
        slots.append(make_slots(search, pick.day, pick.minute)[able.index(index)])
    return slots


def _met(when: When, picks: Iterable[_Candidate], matched: int) -> Met:
    if matched:
        return Met.EXACT
    names_day = not (when.dates is None and when.date_start is None and when.date_end is None)
    near = list(picks)
    if names_day and any(wishes_day(when, pick.day.frame.day) for pick in near):
        return Met.SAME_DAY
    if _names_hour(when) and any(_window(when, pick.day.frame) >> pick.minute & 1 for pick in near):
        return Met.SAME_HOUR
    return Met.ELSEWHERE


def _names_hour(when: When) -> bool:
    return when.time_kind is not None or when.daypart is not None
