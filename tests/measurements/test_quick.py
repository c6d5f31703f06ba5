from __future__ import annotations

from datetime import UTC, datetime

import pytest
from benchmarks import dialogue, grammar, ingest, slots
from benchmarks.figures import Measure, Spread, page, percentile


@pytest.mark.parametrize(
    "measure",
    [ingest.measure, slots.measure, dialogue.measure, grammar.measure],
    ids=["ingest", "slots", "dialogue", "grammar"],
)
async def test_a_measurement_that_no_longer_runs_is_noticed(measure: Measure) -> None:
    section = await measure(quick=True)
    text = page([section], now=datetime(2026, 11, 25, tzinfo=UTC), postgres="18", busy=0.5)
    assert all(row[0] in text for row in section.rows)
    assert len(section.rows) >= 3
    assert all(aim.what in text for aim in section.aims)


def test_a_percentile_is_one_of_the_values() -> None:
    values = [float(n) for n in range(1, 101)]
    assert [percentile(values, share) for share in (0.0, 0.5, 0.99, 1.0)] == [1, 50, 99, 100]
    assert percentile([7.0], 0.99) == 7


def test_a_spread_is_shown_with_its_ends_unless_there_are_none() -> None:
    assert Spread.of([3, 1, 2]).show() == "2 (1 … 3)"
    assert Spread.of([1234.5]).show(1, " ms") == "1,234.5 ms"
