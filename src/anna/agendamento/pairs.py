"""Two who come together: where the consulta of one may begin, so that the other one's begins with it, or soon after it. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from anna.agendamento.slots import FreeDay, Search, Slot, epoch_minute, free_days

BESIDE = timedelta(minutes=90)
"""So long after the end of the first of two appointments the other one may still begin, for both to be "juntas"."""


def beside(search: Search, other: Search, *, at_once: bool) -> Callable[[FreeDay], FreeDay]:
    """What leaves of a day of `search` the starts beside which `other` finds one: the same, where both are to begin `at_once`.

    Nobody attends both at a time.
    """

    def left(day: FreeDay) -> FreeDay:
        theirs = next(iter(free_days(other, [day.frame.day])), None)
        return FreeDay(
            day.frame, tuple(_left(search, other, day, i, theirs, at_once) for i in range(len(day.masks)))
        )

    return left


def without(search: Search, slot: Slot) -> Search:
    """`search` where `slot` is about to be taken."""
    taken = epoch_minute(slot.inicio), epoch_minute(slot.livre_em, up=True)
    return replace(
        search,
        agendas=tuple(
            replace(agenda, busy=tuple(sorted((*agenda.busy, taken))))
            if agenda.profissional_id == slot.profissional_id
            else agenda
            for agenda in search.agendas
        ),
    )


def _left(
    search: Search, other: Search, day: FreeDay, place: int, theirs: FreeDay | None, at_once: bool
) -> int:
    if theirs is None:
        return 0
    who = search.agendas[place].profissional_id
    same = elsewhere = 0
    for agenda, mask in zip(other.agendas, theirs.masks, strict=True):
        if agenda.profissional_id == who:
            same |= mask
        else:
            elsewhere |= mask
    if at_once:
        return day.masks[place] & elsewhere
    end = search.duracao_min + int(BESIDE.total_seconds() // 60)
    ready = search.duracao_min + search.intervalo_min
    return day.masks[place] & (_reach(elsewhere, 0, end) | _reach(same, ready, end))


def _reach(mask: int, first: int, last: int) -> int:
    """The bits from which a set one lies `first` to `last` (not included) further on."""
    if last <= first:
        return 0
    mask >>= first
    have = 1
    while have < last - first:
        step = min(have, last - first - have)
        mask |= mask >> step
        have += step
    return mask
