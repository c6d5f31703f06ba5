"""Where two who come together may begin: with one another, or one right after the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given, strategies as st

from anna.agendamento.choice import choose
from anna.agendamento.models import Agenda
from anna.agendamento.pairs import BESIDE, beside
from anna.agendamento.slots import Search, Slot, epoch_minute, free_slots
from anna.when import When
from tests.agendamento.test_choice import FRIDAY, HELENA, OTAVIO, SEARCH, ZONE

ALONE = replace(SEARCH, agendas=SEARCH.agendas[:1])
ON_FRIDAY = When(date_start=FRIDAY, date_end=FRIDAY)


def taken(search: Search, spans: list[tuple[str, str]], who: object = None) -> Search:
    """`search` with these times of Friday taken."""
    busy = tuple(
        (
            epoch_minute(datetime.combine(FRIDAY, time.fromisoformat(a), ZONE)),
            epoch_minute(datetime.combine(FRIDAY, time.fromisoformat(b), ZONE)),
        )
        for a, b in spans
    )
    agendas = [replace(a, busy=busy) if who in (None, a.profissional_id) else a for a in search.agendas]
    return replace(search, agendas=tuple(agendas))


def offered(search: Search, other: Search, *, at_once: bool) -> tuple[Slot, ...]:
    chosen = choose(search, ON_FRIDAY, only=beside(search, other, at_once=at_once))
    return chosen.slots[: chosen.matching]


def test_two_at_one_hour_are_attended_by_two() -> None:
    assert offered(SEARCH, SEARCH, at_once=True)
    assert offered(ALONE, ALONE, at_once=True) == ()


def test_one_hour_is_not_offered_where_only_one_of_both_is_free() -> None:
    half = taken(SEARCH, [("08:00", "16:00")], OTAVIO)
    assert {slot.inicio.hour for slot in offered(half, half, at_once=True)} <= {16, 17}


def test_one_after_the_other_leaves_room_for_both() -> None:
    full = taken(ALONE, [("08:00", "10:00"), ("12:00", "18:00")])
    assert [f"{slot.inicio:%H:%M}" for slot in offered(full, full, at_once=False)] == ["10:00"]


def test_nobody_is_put_beside_a_day_that_is_full_but_for_one() -> None:
    full = taken(ALONE, [("08:00", "10:00"), ("11:00", "18:00")])
    assert offered(full, full, at_once=False) == ()


@given(
    st.lists(st.sampled_from([("08:00", "09:00"), ("09:15", "10:30"), ("11:00", "12:00"), ("14:00", "15:45"), ("16:30", "18:00")])),
    st.lists(st.sampled_from([("08:00", "10:00"), ("10:30", "12:00"), ("13:00", "14:30"), ("15:00", "18:00")])),
    st.booleans(),
)  # fmt: skip
def test_beside_each_that_is_offered_there_is_one(
    hers: list[tuple[str, str]], theirs: list[tuple[str, str]], at_once: bool
) -> None:
    first = taken(SEARCH, hers, HELENA)
    other = replace(taken(SEARCH, theirs, OTAVIO), duracao_min=60)
    second = list(free_slots(replace(other, latest=date(2026, 11, 27))))
    for slot in offered(first, other, at_once=at_once):
        assert any(
            one.inicio == slot.inicio and one.profissional_id != slot.profissional_id
            if at_once
            else slot.inicio <= one.inicio < slot.fim + BESIDE
            and (one.profissional_id != slot.profissional_id or one.inicio >= slot.livre_em)
            for one in second
        )


def test_an_agenda_of_nobody_finds_nothing() -> None:
    nobody = replace(SEARCH, agendas=(Agenda(HELENA, "Helena", {}),))
    assert offered(SEARCH, nobody, at_once=False) == ()
