from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID, uuid5

from hypothesis import given, settings, strategies as st

from anna.agendamento.choice import ALIKE_MIN, APART_MIN, Choice, Met, choose, wishes_day
from anna.agendamento.models import Agenda
from anna.agendamento.slots import Search, epoch_minute, free_slots
from anna.clinica.calendar import Calendar
from anna.when import DayHours, Daypart, Exclude, TimeKind, When, WhenStatus

HELENA, OTAVIO = (uuid5(UUID(int=0), name) for name in ("Helena", "Otávio"))
HOURS = ((time(8), time(12)), (time(13), time(18)))
CALENDAR = Calendar()
ZONE = CALENDAR.tz
SEARCH = Search(
    calendar=CALENDAR,
    agendas=tuple(
        Agenda(who, name, dict.fromkeys(range(6), HOURS))
        for who, name in ((HELENA, "Helena"), (OTAVIO, "Otávio"))
    ),
    duracao_min=45,
    intervalo_min=15,
    earliest=datetime(2026, 11, 25, 17, 12, tzinfo=UTC),  # Wednesday, 14:12 in São Paulo
    latest=date(2027, 1, 24),
)
FRIDAY, SUNDAY = date(2026, 11, 27), date(2026, 11, 29)


def on(day: date, at: str | None = None, kind: TimeKind = TimeKind.AT) -> When:
    if at is None:
        return When(date_start=day, date_end=day)
    return When(date_start=day, date_end=day, time_kind=kind, time_start=time.fromisoformat(at))


def said(choice: Choice) -> list[str]:
    return [f"{slot.inicio:%d %H:%M}" for slot in choice.slots]


def full(spans: Iterable[tuple[date, str, str]], who: Iterable[UUID] = (HELENA, OTAVIO)) -> Search:
    """SEARCH with these local times taken."""
    taken = tuple(
        (
            epoch_minute(datetime.combine(day, time.fromisoformat(a), ZONE)),
            epoch_minute(datetime.combine(day, time.fromisoformat(b), ZONE)),
        )
        for day, a, b in spans
    )
    people = set(who)
    agendas = tuple(replace(a, busy=taken) if a.profissional_id in people else a for a in SEARCH.agendas)
    return replace(SEARCH, agendas=agendas)


def test_the_hour_asked_for_comes_first_and_its_neighbours_after_it() -> None:
    choice = choose(SEARCH, on(FRIDAY, "16:30"))
    assert (said(choice)[0], choice.matching, choice.met) == ("27 16:30", 1, Met.EXACT)
    assert all(slot.inicio.date() == FRIDAY for slot in choice.slots)


def test_who_must_be_done_by_an_hour_begins_early_enough() -> None:
    """Would catch a consulta offered that ends after the hour at which she must be gone."""
    wish = When(
        date_start=FRIDAY, date_end=FRIDAY, time_kind=TimeKind.BEFORE, time_end=time(9, 30), done=True
    )
    choice = choose(SEARCH, wish)
    assert choice.matching == len(choice.slots) > 0
    assert all(slot.fim.astimezone(ZONE).time() <= time(9, 30) for slot in choice.slots)
    too_early = choose(SEARCH, replace(wish, time_end=time(8, 30)))
    assert too_early.matching == 0


def test_an_hour_that_is_gone_is_answered_with_the_same_day() -> None:
    choice = choose(full([(FRIDAY, "16:00", "17:30")]), on(FRIDAY, "16:30"))
    assert (choice.matching, choice.met) == (0, Met.SAME_DAY)
    assert said(choice) == ["27 14:00", "27 14:30", "27 15:00"]


def test_a_day_that_is_gone_is_answered_with_its_hour_on_days_near_it() -> None:
    choice = choose(full([(FRIDAY, "08:00", "18:00")]), on(FRIDAY, "15:00"))
    assert choice.met is Met.SAME_HOUR
    assert {slot.inicio.date() for slot in choice.slots} <= {
        date(2026, 11, 26),
        date(2026, 11, 28),
        date(2026, 11, 30),
    }
    assert "26 15:00" in said(choice)


def test_a_closed_day_is_answered_with_the_days_beside_it() -> None:
    choice = choose(SEARCH, replace(on(SUNDAY), status=WhenStatus.CLOSED))
    assert (choice.matching, choice.met) == (0, Met.ELSEWHERE)
    assert {slot.inicio.date() for slot in choice.slots} <= {date(2026, 11, 28), date(2026, 11, 30)}


def test_a_past_day_is_answered_with_the_next_ones() -> None:
    choice = choose(SEARCH, replace(on(date(2026, 11, 20)), status=WhenStatus.PAST))
    assert choice.met is Met.ELSEWHERE
    assert choice.slots[0].inicio.date() == date(2026, 11, 25)


def test_an_open_wish_gets_different_days_and_hours() -> None:
    choice = choose(SEARCH, None)
    assert choice.met is Met.EXACT
    assert len({slot.inicio.date() for slot in choice.slots}) == 3
    assert len({slot.inicio.hour for slot in choice.slots}) == 3


def test_a_whole_day_is_offered_over_the_day() -> None:
    choice = choose(SEARCH, on(FRIDAY))
    apart = [b.inicio - a.inicio for a, b in pairwise(choice.slots)]
    assert min(apart) >= timedelta(hours=2)


def test_an_afternoon_is_an_afternoon() -> None:
    choice = choose(
        SEARCH,
        When(
            date_start=FRIDAY,
            date_end=FRIDAY,
            time_kind=TimeKind.DAYPART,
            daypart=Daypart.TARDE,
            time_start=time(12),
            time_end=time(18),
        ),
    )
    assert choice.matching == 3
    assert all(12 <= slot.inicio.hour < 18 for slot in choice.slots)


def test_an_afternoon_begins_at_noon_on_the_day_of_the_clock_change_too() -> None:
    """Lisbon's clock goes back an hour in the night before."""
    sunday = date(2026, 10, 25)
    search = Search(
        calendar=Calendar(week=(((time(8), time(23, 30)),),) * 7, zone="Europe/Lisbon"),
        agendas=(Agenda(HELENA, "Helena", {6: ((time(8), time(23, 30)),)}),),
        duracao_min=30,
        intervalo_min=0,
        passo_min=30,
        earliest=datetime(2026, 10, 24, 23, tzinfo=UTC),
        latest=sunday,
    )
    for daypart, first, last in (
        (Daypart.MANHA, time(8), time(11, 30)),
        (Daypart.TARDE, time(12), time(17, 30)),
        (Daypart.NOITE, time(18), time(23)),
    ):
        choice = choose(search, When(daypart=daypart), count=40)
        hits = [slot.inicio.time() for slot in choice.slots[: choice.matching]]
        assert (hits[0], hits[-1]) == (first, last)
        out = choose(search, When(exclude=Exclude(dayparts=(daypart,))), count=40)
        assert not {slot.inicio.time() for slot in out.slots} & set(hits)


def test_each_kind_of_time_keeps_to_its_side() -> None:
    hours = {}
    for kind in (TimeKind.AFTER, TimeKind.BEFORE, TimeKind.AROUND):
        choice = choose(SEARCH, on(FRIDAY, "15:00", kind), count=8)
        hours[kind] = {slot.inicio.time() for slot in choice.slots[: choice.matching]}
    assert min(hours[TimeKind.AFTER]) == time(15)
    assert max(hours[TimeKind.BEFORE]) < time(15)
    assert hours[TimeKind.AROUND] == {time(14, 30), time(15), time(15, 30)}
    between = choose(
        SEARCH,
        When(
            date_start=FRIDAY,
            date_end=FRIDAY,
            time_kind=TimeKind.BETWEEN,
            time_start=time(14),
            time_end=time(15),
        ),
        count=8,
    )
    assert between.matching == 2
    assert all(s.inicio.hour == 14 for s in between.slots[:2])
    evening = choose(SEARCH, replace(on(FRIDAY, "16:30", TimeKind.AFTER), daypart=Daypart.TARDE))
    assert min(s.inicio.time() for s in evening.slots[: evening.matching]) >= time(16, 30)


def test_alternatives_are_both_offered() -> None:
    wednesday, friday = date(2026, 12, 2), date(2026, 12, 4)
    choice = choose(SEARCH, When(date_start=wednesday, date_end=friday, dates=(wednesday, friday)))
    assert {slot.inicio.date() for slot in choice.slots} == {wednesday, friday}
    assert choice.matching == 3


def test_days_with_hours_of_their_own_are_offered_at_those_and_at_no_others() -> None:
    tuesday, thursday = date(2026, 12, 1), date(2026, 12, 3)
    wish = When(
        date_start=tuesday,
        date_end=thursday,
        dates=(tuesday, thursday),
        time_kind=TimeKind.AT,
        time_start=time(9),
        each=(
            DayHours(day=tuesday, time_kind=TimeKind.AT, time_start=time(9)),
            DayHours(day=thursday, time_kind=TimeKind.AT, time_start=time(15)),
        ),
    )
    choice = choose(SEARCH, wish, count=2)
    assert (said(choice), choice.matching) == (["01 09:00", "03 15:00"], 2)
    assert When.from_json(wish.to_json()) == wish


def test_what_was_ruled_out_is_not_even_offered_as_the_nearest() -> None:
    """ "segunda não" about a full week must not end in a Monday."""
    week = When(
        date_start=date(2026, 11, 30),
        date_end=date(2026, 12, 4),
        exclude=Exclude(weekdays=("mon",), dayparts=(Daypart.MANHA,)),
    )
    busy = full([(date(2026, 11, 30) + timedelta(days=n), "08:00", "18:00") for n in range(1, 5)])
    choice = choose(busy, week, count=20)
    assert choice.matching == 0
    assert choice.slots
    assert all(slot.inicio.weekday() != 0 and slot.inicio.hour >= 12 for slot in choice.slots)
    hour = choose(
        SEARCH, replace(on(FRIDAY), exclude=Exclude(dates=(date(2026, 11, 28),), times=(time(9),))), count=40
    )
    assert all(s.inicio.time() != time(9) and s.inicio.date() != date(2026, 11, 28) for s in hour.slots)


def test_other_times_are_other_times() -> None:
    first = choose(SEARCH, on(FRIDAY))
    again = choose(SEARCH, on(FRIDAY), avoid=[slot.inicio for slot in first.slots])
    assert not {s.inicio for s in first.slots} & {s.inicio for s in again.slots}
    assert again.matching == 3


def test_a_quarter_of_an_hour_beside_one_that_was_turned_down_is_no_other_time() -> None:
    first = choose(SEARCH, on(FRIDAY))
    turned_down = [slot.inicio for slot in first.slots]
    again = choose(SEARCH, on(FRIDAY), refused=turned_down)
    assert again.slots
    near = timedelta(minutes=ALIKE_MIN)
    assert all(abs(slot.inicio - other) >= near for slot in again.slots for other in turned_down)


def test_where_nothing_else_is_left_the_quarter_of_an_hour_is_offered_after_all() -> None:
    every = [slot.inicio for slot in free_slots(SEARCH) if slot.inicio.minute % 30 == 0]
    again = choose(SEARCH, None, refused=every)
    assert again.slots
    assert not {slot.inicio for slot in again.slots} & set(every)


def test_professionals_take_turns_when_both_are_free() -> None:
    assert [slot.profissional for slot in choose(SEARCH, on(FRIDAY)).slots] == ["Helena", "Otávio", "Helena"]


def test_an_hour_nobody_works_is_answered_with_the_latest_hours() -> None:
    choice = choose(SEARCH, When(time_kind=TimeKind.AFTER, time_start=time(19)))
    assert choice.met is Met.ELSEWHERE
    assert all(slot.inicio.hour == 17 for slot in choice.slots)


def test_nothing_free_is_an_empty_offer() -> None:
    assert choose(replace(SEARCH, agendas=()), on(FRIDAY)) == Choice(slots=(), matching=0, met=Met.ELSEWHERE)


days = st.dates(date(2026, 11, 20), date(2026, 12, 20))
clocks = st.integers(0, 95).map(lambda n: time(n // 4, n % 4 * 15))
wishes = st.builds(
    When,
    date_start=st.none() | days,
    date_end=st.none() | days,
    dates=st.none() | st.lists(days, min_size=1, max_size=3).map(tuple),
    time_kind=st.none() | st.sampled_from(TimeKind),
    time_start=st.none() | clocks,
    time_end=st.none() | clocks,
    daypart=st.none() | st.sampled_from(Daypart),
    exclude=st.builds(
        Exclude,
        dates=st.lists(days, max_size=2).map(tuple),
        weekdays=st.lists(st.sampled_from(["mon", "sat", "sun"]), max_size=2).map(tuple),
        dayparts=st.lists(st.sampled_from(Daypart), max_size=1).map(tuple),
        times=st.lists(clocks, max_size=2).map(tuple),
    ),
)


@settings(max_examples=100)
@given(wishes, st.integers(1, 5))
def test_whatever_is_wished_the_offer_is_free_spread_and_honest(when: When, count: int) -> None:
    choice = choose(SEARCH, when, count=count)
    free = {(slot.inicio, slot.profissional_id) for slot in free_slots(SEARCH)}
    assert len(choice.slots) <= count
    assert all((slot.inicio, slot.profissional_id) in free for slot in choice.slots)
    starts = sorted(slot.inicio for slot in choice.slots)
    assert all(b - a >= timedelta(minutes=APART_MIN) for a, b in pairwise(starts))
    for slot in choice.slots[: choice.matching]:
        assert wishes_day(when, slot.inicio.date())
    assert (choice.met is Met.EXACT) == (choice.matching > 0)
    assert all(slot.inicio.date() not in when.exclude.dates for slot in choice.slots)
    assert all(slot.inicio.time() not in when.exclude.times for slot in choice.slots)
