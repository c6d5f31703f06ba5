"""Which of the free slots to offer: what the patient wished first, then what comes nearest, spread so that there is a choice.

What a patient ruled out is never offered; what she wished for is a preference. Distances are minutes: another hour costs the
minutes it is away, another day half a day each, and every choice already made makes its neighbours dearer.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import chain, groupby
from typing import NamedTuple
from uuid import UUID

from anna.agendamento.slots import (
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
from anna.when import Daypart, Edge, TimeKind, When

APART_MIN = 30
"""Slots nearer to each other than this are no choice."""

ALIKE_MIN = 45
"""Who turned a time down hardly wants one that is nearer to it than this."""

AROUND_MIN = 30
"""How far from "lá pelas 10" still is what was asked for."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYPARTS = {
    Daypart.MANHA: (time(0), time(12)),
    Daypart.TARDE: (time(12), time(18)),
    Daypart.NOITE: (time(18), None),
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
    """The slots to offer: the first `matching` of them are what was wished, the others come nearest; each group in order of time,
    what was wished from its end on where the last was wished for.
    """

    slots: tuple[Slot, ...]
    matching: int
    met: Met


class _Candidate(NamedTuple):
    """A time on `day` at which somebody is free: the cheapest is the least, of two alike the earlier."""

    cost: int
    instant: int
    minute: int
    day: FreeDay


def choose(
    search: Search,
    when: When | None,
    *,
    count: int = 3,
    avoid: Collection[datetime] = (),
    refused: Collection[datetime] = (),
    only: Callable[[FreeDay], FreeDay] | None = None,
) -> Choice:
    """Choose up to `count` slots for the wish `when`; `avoid` are starts not to be offered again, `only` says which of a day will do.

    `refused` are starts that were turned down: a quarter of an hour beside one is no other time, unless nothing else is left.
    Days are looked at from the wished ones outwards, and no more of them than it needs.
    """
    if refused:
        alike = [at + timedelta(minutes=m) for at in refused for m in range(1 - ALIKE_MIN, ALIKE_MIN)]
        others = choose(search, when, count=count, avoid=[*avoid, *alike], only=only)
        if others.slots:
            return others
        return choose(search, when, count=count, avoid=[*avoid, *refused], only=only)
    wish = _to_begin(When() if when is None else when, search)
    gone = {epoch_minute(at) for at in avoid}
    nearest_first = sorted(search.days(), key=lambda day: _days_off(wish, day))
    free = free_days(search, nearest_first)
    left = ((day, _allowed(wish, day, gone)) for day in (map(only, free) if only else free))
    beside: list[tuple[FreeDay, int]] = []
    hits: list[_Candidate] = []
    hit_days = 0
    for day, bits in left:
        window = _window(wish, day.frame)
        matching = bits & span(window.start, window.stop) if wishes_day(wish, day.frame.day) else 0
        hits += _candidates(day, matching)
        beside.append((day, bits & ~matching))
        hit_days += bool(matching)
        if hit_days == count or _days_off(wish, day.frame.day):
            break
    picks = _from_edge(wish.edge, hits, count) if wish.edge else _pick(hits, count, (), vary=True)
    near: list[_Candidate] = []
    enough = (
        len(picks) > 1 and wish.daypart is not None
    )  # two mornings are a choice, and an afternoon beside them none
    if len(picks) < count and not enough and not (picks and _keeps_within(wish)):
        candidates = _near(wish, chain(beside, left))
        near = _pick(candidates, count - len(picks), picks, vary=not _names_hour(wish))
    return Choice(
        slots=tuple(_assign(search, picks + near)),
        matching=len(picks),
        met=_met(wish, near, len(picks)),
    )


def _to_begin(when: When, search: Search) -> When:
    """The wish as one for when to begin: who must be done by ten begins an hour's work by nine."""
    if not when.done or when.time_end is None:
        return when
    latest = when.time_end.hour * 60 + when.time_end.minute - search.duracao_min + 1
    return replace(when, time_end=time(*divmod(max(latest, 0), 60)), done=False)


def wishes_day(when: When, day: date) -> bool:
    """Whether `day` is one of those the wish names; a wish that names none wishes every day."""
    if when.dates is not None:
        return day in when.dates
    return (when.date_start is None or when.date_start <= day) and (
        when.date_end is None or day <= when.date_end
    )


def _window(when: When, frame: Frame) -> range:
    """The minutes of the day at which the wish would have a consulta begin."""
    when = when.on(frame.day)
    whole = range(frame.length)
    part = whole if when.daypart is None else _part(when.daypart, frame)
    wished = _kind_window(when, frame, whole)
    return range(max(wished.start, part.start), min(wished.stop, part.stop)) or wished


def _part(daypart: Daypart, frame: Frame) -> range:
    start, end = _DAYPARTS[daypart]
    return range(frame.minute(start), frame.length if end is None else frame.minute(end))


def _kind_window(when: When, frame: Frame, whole: range) -> range:
    start = None if when.time_start is None else frame.minute(when.time_start)
    end = None if when.time_end is None else frame.minute(when.time_end)
    limit = start if end is None else end
    if when.edge and when.time_kind in (TimeKind.AT, TimeKind.AROUND):
        return whole  # what is nearest to an hour at which the day is over
    match when.time_kind:
        case TimeKind.AT if start is not None:
            return range(start, start + 1)
        case TimeKind.AROUND if start is not None:
            return range(max(start - AROUND_MIN, 0), start + AROUND_MIN + 1)
        case TimeKind.BEFORE if limit is not None:
            return range(limit)
        case TimeKind.DAYPART if when.narrows_its_part() and start is not None:
            return range(start, frame.length if end is None else end)
        case TimeKind.AFTER | TimeKind.BETWEEN if start is not None:
            return range(start, frame.length if end is None else end)
        case _:
            return whole


def _allowed(when: When, day: FreeDay, gone: Collection[int]) -> int:
    """What is free on `day` and not ruled out."""
    frame = day.frame
    out = when.exclude
    if frame.day in out.dates or _WEEKDAYS[frame.day.weekday()] in out.weekdays:
        return 0
    bits = day.any
    for daypart in out.dayparts:
        part = _part(daypart, frame)
        bits &= ~span(part.start, part.stop)
    for at in out.times:
        bits &= ~(1 << frame.minute(at))
    for instant in gone:
        if 0 <= instant - frame.origin < frame.length:
            bits &= ~(1 << (instant - frame.origin))
    return bits


def _candidates(day: FreeDay, bits: int) -> Iterator[_Candidate]:
    origin = day.frame.origin
    return (_Candidate(_ODD_MINUTE if m % 30 else 0, origin + m, m, day) for m in minutes(bits))


def _near(when: When, days: Iterable[tuple[FreeDay, int]]) -> list[_Candidate]:
    """What is free beside the wish, the nearest first; `days` come in the order of their distance."""
    found: list[_Candidate] = []
    for away, alike in groupby(days, key=lambda pair: _days_off(when, pair[0].frame.day)):
        if len(found) >= _CANDIDATES:
            break
        for day, bits in alike:
            window = _window(when, day.frame)
            found += [
                _Candidate(c.cost + away * _ANOTHER_DAY + _minutes_off(window, c.minute), *c[1:])
                for c in _candidates(day, bits)
            ]
    return heapq.nsmallest(_CANDIDATES, found)


def _days_off(when: When, day: date) -> int:
    """How many days `day` is from the nearest wished one."""
    if wishes_day(when, day):
        return 0
    wished = when.dates or tuple(d for d in (when.date_start, when.date_end) if d is not None)
    return min((abs((day - other).days) for other in wished), default=0)


def _minutes_off(window: range, minute: int) -> int:
    """How many minutes `minute` is from the nearest one in `window`."""
    return max(window.start - minute, minute - window.stop + 1, 0) if window else 0


def _pick(
    candidates: Iterable[_Candidate], count: int, chosen: Iterable[_Candidate], *, vary: bool
) -> list[_Candidate]:
    """Take the cheapest `count` times, each beside those already taken and `chosen`; in order of time.

    Without `vary` hours may be alike: when an hour was wished and is gone, what counts is to be near it.
    """
    left = list(candidates)
    for other in chosen:
        left = _beside(other, left, vary)
    picked: list[_Candidate] = []
    while left and len(picked) < count:
        picked.append(min(left))
        left = _beside(picked[-1], left, vary)
    return sorted(picked, key=lambda c: c.instant)


def _from_edge(edge: Edge, hits: Sequence[_Candidate], count: int) -> list[_Candidate]:
    """Of one day its first or last times, from that edge on; of several days the last of each, or what comes first."""
    days = list(dict.fromkeys(hit.day.frame.day for hit in hits))
    if len(days) > 1 and edge is Edge.FIRST:
        return _pick(hits, count, (), vary=True)
    if len(days) > 1:
        return [
            max((hit for hit in hits if hit.day.frame.day == day), key=lambda c: c.instant)
            for day in days[:count]
        ]
    picked: list[_Candidate] = []
    for candidate in sorted(hits, key=lambda c: c.instant, reverse=edge is Edge.LAST):
        if len(picked) < count and all(abs(candidate.instant - p.instant) >= APART_MIN for p in picked):
            picked.append(candidate)
    return picked


def _beside(other: _Candidate, candidates: Iterable[_Candidate], vary: bool) -> list[_Candidate]:
    """Those that are a choice beside `other`, each the dearer the more it is like it."""
    return [
        _Candidate(c.cost + _crowding(c, other, vary), *c[1:])
        for c in candidates
        if abs(c.instant - other.instant) >= APART_MIN
    ]


def _crowding(candidate: _Candidate, other: _Candidate, vary: bool) -> int:
    apart = abs(candidate.minute - other.minute)
    if candidate.day is other.day:
        return _SAME_DAY + (max(0, _CLOSE - apart) if vary else 0)
    return max(0, _SAME_HOUR - apart) if vary else 0


def _assign(search: Search, picks: Iterable[_Candidate]) -> list[Slot]:
    """Give each pick one of the professionals who are free then, those who have fewer of the offer first."""
    used: Counter[UUID] = Counter()
    slots = []
    for pick in picks:
        slot = min(make_slots(search, pick.day, pick.minute), key=lambda s: used[s.profissional_id])
        used[slot.profissional_id] += 1
        slots.append(slot)
    return slots


def _met(when: When, picks: Iterable[_Candidate], matched: int) -> Met:
    if matched:
        return Met.EXACT
    names_day = not (when.dates is None and when.date_start is None and when.date_end is None)
    near = list(picks)
    if names_day and any(wishes_day(when, pick.day.frame.day) for pick in near):
        return Met.SAME_DAY
    if _names_hour(when) and any(pick.minute in _window(when, pick.day.frame) for pick in near):
        return Met.SAME_HOUR
    return Met.ELSEWHERE


def _keeps_within(when: When) -> bool:
    """Whether hours were wished with a limit: some that keep it are offered alone, and none beside them that does not."""
    return when.time_kind in (TimeKind.AFTER, TimeKind.BEFORE, TimeKind.BETWEEN)


def _names_hour(when: When) -> bool:
    return when.time_kind is not None or when.daypart is not None
