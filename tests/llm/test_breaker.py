from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given, strategies as st

from anna.clock import ManualClock
from anna.llm.breaker import FIRST_REST, LONGEST_OBEYED, LONGEST_REST, OPENS_AFTER, Breaker
from tests.conftest import TEST_NOW


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(TEST_NOW)


def fail(breaker: Breaker, clock: ManualClock, times: int = OPENS_AFTER) -> None:
    for _ in range(times):
        assert breaker.allows(clock.now())
        breaker.failed(clock.now())


def test_it_opens_after_failures_in_a_row_and_not_before(clock: ManualClock) -> None:
    breaker = Breaker()
    fail(breaker, clock, OPENS_AFTER - 1)
    assert breaker.allows(clock.now())
    breaker.succeeded()
    fail(breaker, clock, OPENS_AFTER)
    assert not breaker.allows(clock.now())
    assert breaker.resting_until(clock.now()) == TEST_NOW + FIRST_REST


def test_after_the_rest_one_question_decides(clock: ManualClock) -> None:
    breaker = Breaker()
    fail(breaker, clock)
    clock.advance(FIRST_REST)
    assert breaker.allows(clock.now())
    assert not breaker.allows(clock.now()), "a second question while the first is out"
    breaker.succeeded()
    assert breaker.allows(clock.now())
    assert breaker.allows(clock.now())


def test_each_failed_question_doubles_the_rest_up_to_the_longest(clock: ManualClock) -> None:
    breaker = Breaker()
    fail(breaker, clock)
    expected = FIRST_REST
    for _ in range(10):
        until = breaker.resting_until(clock.now())
        assert until == clock.now() + expected
        clock.set(until)
        assert breaker.allows(clock.now())
        breaker.failed(clock.now())
        expected = min(expected * 2, LONGEST_REST)
    assert expected == LONGEST_REST


def test_a_retry_after_is_obeyed_at_once_and_for_an_hour_at_most(clock: ManualClock) -> None:
    breaker = Breaker()
    breaker.failed(clock.now(), retry_after_s=20)
    assert not breaker.allows(clock.now())
    clock.advance(timedelta(seconds=20))
    assert breaker.allows(clock.now())
    breaker.failed(clock.now(), retry_after_s=10**12)
    assert breaker.resting_until(clock.now()) == clock.now() + LONGEST_OBEYED


def test_a_question_that_was_called_back_leaves_the_way_free(clock: ManualClock) -> None:
    """A worker that is stopped while it asks must not leave the provider shut for ever."""
    breaker = Breaker()
    fail(breaker, clock)
    clock.advance(FIRST_REST)
    assert breaker.allows(clock.now())
    breaker.gave_up()
    assert breaker.allows(clock.now())


def test_a_question_that_nobody_ever_heard_of_again_leaves_the_way_free_after_another_rest(
    clock: ManualClock,
) -> None:
    """Would catch: a provider shut for ever because the database was away between the question's leave and its record."""
    breaker = Breaker()
    fail(breaker, clock)
    clock.advance(FIRST_REST)
    assert breaker.allows(clock.now())
    clock.advance(FIRST_REST - timedelta(seconds=1))
    assert not breaker.allows(clock.now())
    clock.advance(timedelta(seconds=1))
    assert breaker.allows(clock.now())
    assert not breaker.allows(clock.now())


@given(st.lists(st.sampled_from(["fail", "ok", "back", "wait", "busy", "lost"]), max_size=40))
def test_whatever_happens_it_opens_again_within_the_longest_rest(happens: list[str]) -> None:
    breaker, clock = Breaker(), ManualClock(TEST_NOW)
    for what in happens:
        if what == "wait":
            clock.advance(timedelta(seconds=45))
        elif breaker.allows(clock.now()):
            do: dict[str, Callable[[], None]] = {
                "fail": partial(breaker.failed, clock.now()),
                "ok": breaker.succeeded,
                "back": breaker.gave_up,
                "busy": partial(breaker.failed, clock.now(), retry_after_s=90),
                "lost": lambda: None,
            }
            do[what]()
    clock.advance(LONGEST_REST)
    assert breaker.allows(clock.now())
