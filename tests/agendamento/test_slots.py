from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st

from anna.agendamento.models import Agenda
from anna.agendamento.slots import (
    Search,
    Slot,
    epoch_minute,
    free_slots,
    is_free,
    minutes,
    runs,
)
from anna.clinica.calendar import Calendar, Interval

ZONES = (
    "America/Sao_Paulo",
    "America/Recife",
    "Europe/Lisbon",
    "America/New_York",
    "Australia/Lord_Howe",
    "UTC",
)
MONDAY = date(2026, 3, 2)
IDS = [uuid5(UUID(int=0), str(n)) for n in range(10)]


def times() -> st.SearchStrategy[time]:
    """Mostly those of a clock face, and odd ones."""
    return st.one_of(
        st.integers(0, 287).map(lambda n: time(n // 12, n % 12 * 5)),
        st.integers(0, 1439).map(lambda n: time(n // 60, n % 60)),
    )


def intervals() -> st.SearchStrategy[tuple[Interval, ...]]:
    """Disjoint intervals in order: as clinics have them, and any."""
    usual = st.sampled_from([((time(8), time(12)), (time(13), time(18))), ((time(0), time(23, 59)),)])
    bounds = st.sets(times(), max_size=4).map(sorted)
    return usual | bounds.map(lambda at: tuple(zip(at[::2], at[1::2], strict=False)))


def minutes_of(most: int) -> st.SearchStrategy[int]:
    """Up to `most`; mostly such that one thing ends as another begins."""
    return st.integers(1, most // 15).map(lambda n: n * 15) | st.integers(1, most)


@st.composite
def searches(draw: st.DrawFn) -> Search:
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    first = draw(
        st.sampled_from([MONDAY, date(2026, 3, 6), date(2026, 3, 27), date(2026, 10, 2), date(2026, 10, 30)])
    )
    days = [first + timedelta(days=n) for n in range(4)]
    week = tuple(draw(intervals()) for _ in range(7))
    calendar = Calendar(
        week=week, zone=zone.key, extra_holidays=frozenset(draw(st.sets(st.sampled_from(days), max_size=1)))
    )
    start = datetime.combine(first, time(), UTC)
    agendas = []
    for number in range(draw(st.integers(1, 2))):
        taken = draw(
            st.lists(st.tuples(minutes_of(5 * 1440), minutes_of(120) | minutes_of(2000)), max_size=9)
        )
        custom = draw(st.dictionaries(st.sampled_from(days), intervals(), max_size=1))
        starts = [epoch_minute(start) - 600 + at for at, _ in taken]
        ends = [epoch_minute(start) - 600 + at + length for at, length in taken]
        agendas.append(
            Agenda(
                IDS[number],
                f"P{number}",
                {day: draw(intervals()) for day in range(7)},
                custom,
                tuple(zip(sorted(starts), sorted(ends), strict=True)),
            )
        )
    return Search(
        calendar=calendar,
        agendas=tuple(agendas),
        duracao_min=draw(st.sampled_from([5, 20, 37, 45, 60, 90, 150])),
        intervalo_min=draw(st.sampled_from([0, 5, 7, 15, 40])),
        passo_min=draw(st.sampled_from([1, 15, 20, 30])),
        earliest=start + timedelta(minutes=draw(st.integers(0, 2000)), seconds=draw(st.integers(0, 59))),
        latest=days[-1],
    )


def oracle(search: Search) -> list[tuple[datetime, UUID]]:
    """The same, as one would explain it: minute by minute, on the clock of the wall."""
    zone = search.calendar.tz
    found = []
    day = search.earliest.astimezone(zone).date()
    while day <= search.latest:
        midnight = datetime.combine(day, time(), zone).astimezone(UTC)
        tomorrow = datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)
        opening = inside(search.calendar.opening(day), day, zone)
        working = [opening & inside(agenda.hours(day), day, zone) for agenda in search.agendas]
        start = midnight
        while start < tomorrow:
            found += [
                (start, agenda.profissional_id)
                for agenda, hours in zip(search.agendas, working, strict=True)
                if start >= search.earliest and fits(search, agenda, hours, start)
            ]
            start += timedelta(minutes=search.passo_min)
        day += timedelta(days=1)
    return found


def fits(search: Search, agenda: Agenda, working: set[int], start: datetime) -> bool:
    begin, end = epoch_minute(start), epoch_minute(start) + search.duracao_min
    return all(minute in working for minute in range(begin, end)) and all(
        busy_to <= begin or busy_from >= end + search.intervalo_min for busy_from, busy_to in agenda.busy
    )


def inside(intervals: Iterable[Interval], day: date, zone: ZoneInfo) -> set[int]:
    """The minutes of these hours of a day."""
    bounds = [[epoch_minute(datetime.combine(day, at, zone)) for at in hours] for hours in intervals]
    return {minute for start, end in bounds for minute in range(start, end)}


@settings(max_examples=150)
@given(searches())
def test_slots_are_those_found_minute_by_minute(search: Search) -> None:
    """Also on the days on which a zone changes its clock, by an hour or by half of one."""
    found = [(slot.inicio.astimezone(UTC), slot.profissional_id) for slot in free_slots(search)]
    assert found == oracle(search)


@settings(max_examples=60)
@given(searches())
def test_a_slot_lasts_as_long_as_it_should_and_is_free_when_asked_again(search: Search) -> None:
    for slot in islice(free_slots(search), 40):
        assert slot.inicio.astimezone(UTC) >= search.earliest
        assert slot.inicio.astimezone(search.calendar.tz).date() <= search.latest
        assert slot.fim.astimezone(UTC) - slot.inicio.astimezone(UTC) == timedelta(minutes=search.duracao_min)
        assert slot.livre_em.astimezone(UTC) - slot.fim.astimezone(UTC) == timedelta(
            minutes=search.intervalo_min
        )
        assert is_free(search, slot.inicio, slot.profissional_id)
        assert Slot.from_json(slot.to_json()).to_json() == slot.to_json()


@settings(max_examples=60)
@given(searches(), st.integers(0, 5000))
def test_is_free_agrees_with_the_slots_on_the_grid(search: Search, minute: int) -> None:
    step = search.passo_min
    start = datetime.combine(MONDAY, time(), search.calendar.tz).astimezone(UTC) + timedelta(
        minutes=minute // step * step
    )
    starts = {(s.inicio.astimezone(UTC), s.profissional_id) for s in free_slots(search)}
    on_grid = start - datetime.combine(
        start.astimezone(search.calendar.tz).date(), time(), search.calendar.tz
    ).astimezone(UTC)
    if on_grid % timedelta(minutes=step):
        return
    for agenda in search.agendas:
        assert is_free(search, start, agenda.profissional_id) == ((start, agenda.profissional_id) in starts)


@given(st.integers(0, 2**40), st.integers(1, 12))
def test_a_run_begins_where_enough_bits_follow(mask: int, length: int) -> None:
    bits = [n for n in range(41) if all(mask >> (n + k) & 1 for k in range(length))]
    assert list(minutes(runs(mask, length))) == bits


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("Europe/Lisbon", date(2026, 3, 29)),
        ("Europe/Lisbon", date(2026, 10, 25)),
        ("Australia/Lord_Howe", date(2026, 4, 5)),
        ("America/New_York", date(2026, 3, 8)),
    ],
)
def test_on_the_day_of_the_clock_change_hours_are_those_of_the_wall(zone: str, day: date) -> None:
    """All these days are Sundays, and the change is at night."""
    always = ((time(9), time(11)),)
    search = Search(
        calendar=Calendar(week=(always,) * 7, zone=zone),
        agendas=(Agenda(IDS[0], "P", dict.fromkeys(range(7), always)),),
        duracao_min=60,
        intervalo_min=0,
        passo_min=30,
        earliest=datetime.combine(day, time(), ZoneInfo(zone)),
        latest=day,
    )
    assert hours(search) == ["09:00", "09:30", "10:00"]


WEEKDAY = ((time(9), time(12)), (time(13), time(17)))
AGENDA = Agenda(IDS[0], "Dra. Helena", dict.fromkeys(range(5), WEEKDAY))
SEARCH = Search(
    calendar=Calendar(),
    agendas=(AGENDA,),
    duracao_min=60,
    intervalo_min=15,
    passo_min=30,
    earliest=datetime(2026, 3, 2, 3, tzinfo=UTC),
    latest=MONDAY,
)


def hours(search: Search) -> list[str]:
    return [f"{slot.inicio:%H:%M}" for slot in free_slots(search)]


def busy(start: str, end: str) -> Search:
    """SEARCH with something in the way on that Monday, local time."""
    zone = SEARCH.calendar.tz
    bounds = [epoch_minute(datetime.combine(MONDAY, time.fromisoformat(t), zone)) for t in (start, end)]
    return replace(SEARCH, agendas=(replace(AGENDA, busy=((bounds[0], bounds[1]),)),))


def test_the_consulta_ends_before_the_break_and_only_its_buffer_reaches_into_it() -> None:
    assert hours(SEARCH) == [
        "09:00",
        "09:30",
        "10:00",
        "10:30",
        "11:00",
        "13:00",
        "13:30",
        "14:00",
        "14:30",
        "15:00",
        "15:30",
        "16:00",
    ]


def test_the_buffer_keeps_clear_of_the_next_consulta() -> None:
    assert hours(busy("10:00", "10:30")) == [
        "10:30",
        "11:00",
        "13:00",
        "13:30",
        "14:00",
        "14:30",
        "15:00",
        "15:30",
        "16:00",
    ]


def test_notice_is_counted_to_the_second() -> None:
    zone = SEARCH.calendar.tz
    at_ten = datetime.combine(MONDAY, time(10), zone)
    assert hours(replace(SEARCH, earliest=at_ten))[0] == "10:00"
    assert hours(replace(SEARCH, earliest=at_ten + timedelta(seconds=1)))[0] == "10:30"


def test_a_minute_before_midnight_belongs_to_the_day_that_ends() -> None:
    zone = SEARCH.calendar.tz
    search = replace(SEARCH, earliest=datetime.combine(MONDAY, time(23, 59), zone), latest=date(2026, 3, 3))
    assert {slot.inicio.date() for slot in free_slots(search)} == {date(2026, 3, 3)}
    assert hours(replace(search, latest=MONDAY)) == []


def test_what_is_busy_on_the_other_side_of_midnight_is_in_the_way() -> None:
    """A minute of last night's at the first slot, tonight's at the buffer of the last."""
    always = dict.fromkeys(range(7), ((time(0), time(23, 59)),))
    midnight = epoch_minute(datetime.combine(MONDAY, time(), SEARCH.calendar.tz))
    open_all_day = replace(
        SEARCH, calendar=Calendar(week=tuple(always.values())), duracao_min=29, intervalo_min=15
    )

    def ends(*busy: tuple[int, int]) -> tuple[str, str]:
        found = hours(replace(open_all_day, agendas=(Agenda(IDS[0], "P", always, {}, busy),)))
        return found[0], found[-1]

    night = midnight + 24 * 60
    assert ends((midnight - 90, midnight), (night + 14, night + 60)) == ("00:00", "23:30")
    assert ends((midnight - 90, midnight + 1), (night + 13, night + 60)) == ("00:30", "23:00")


def test_a_customised_day_replaces_the_weekly_hours_within_the_clinics() -> None:
    long_day = replace(AGENDA, custom={MONDAY: ((time(6), time(9)), (time(17), time(20)))})
    assert hours(replace(SEARCH, agendas=(long_day,))) == ["08:00", "17:00"]
    assert hours(replace(SEARCH, agendas=(replace(AGENDA, custom={MONDAY: ()}),))) == []


def test_no_holiday_is_offered_unless_the_clinic_works_on_it() -> None:
    christmas = replace(SEARCH, earliest=datetime(2026, 12, 25, 3, tzinfo=UTC), latest=date(2026, 12, 25))
    assert hours(christmas) == []
    assert hours(replace(christmas, calendar=Calendar(removed_holidays=frozenset({date(2026, 12, 25)}))))


def test_a_service_longer_than_any_interval_has_no_slot() -> None:
    assert hours(replace(SEARCH, duracao_min=241)) == []
