"""pass^k, and what may be spent."""

from __future__ import annotations

from decimal import Decimal
from itertools import product
from statistics import fmean

import pytest
from hypothesis import given, strategies as st

from anna.simulation.trials import Purse, Trial, pass_hat


def played(story: str, *passed: bool) -> list[Trial]:
    return [Trial(story=story, unmet=None if good else "no") for good in passed]


def test_one_run_in_four_that_fails_is_half_as_good_for_two() -> None:
    trials = played("a", True, True, True, False)
    assert [pass_hat(trials, k) for k in (1, 2, 3, 4)] == pytest.approx([3 / 4, 1 / 2, 1 / 4, 0])


def test_stories_count_alike_however_often_they_were_played() -> None:
    trials = played("a", True) + played("b", False, False, False)
    assert pass_hat(trials, 1) == pytest.approx(1 / 2)


@given(st.lists(st.booleans(), min_size=1, max_size=6), st.integers(1, 6))
def test_it_is_the_share_of_all_choices_of_k_runs_that_all_pass(passed: list[bool], k: int) -> None:
    k = min(k, len(passed))
    choices = [c for c in product(range(len(passed)), repeat=k) if list(c) == sorted(set(c))]
    share = fmean(all(passed[place] for place in choice) for choice in choices)
    assert pass_hat(played("a", *passed), k) == pytest.approx(share)


@given(st.lists(st.tuples(st.decimals(0, 1, places=3), st.booleans()), max_size=30))
def test_trials_that_run_at_once_never_spend_more_than_there_is(shares: list[tuple[Decimal, bool]]) -> None:
    purse, spent, open_shares = Purse(Decimal(1), shares=4), Decimal(0), []
    for part, ends in shares:
        share = purse.take()
        used = share * part
        spent += used
        open_shares.append(share - used)
        if ends:
            purse.give_back(open_shares.pop())
    assert spent <= 1
