"""Days with hours of their own: what the flat wish of the contract cannot say."""

from __future__ import annotations

import json
from datetime import date, datetime, time

import pytest
from click.testing import CliRunner

from anna.cli.understand import understand
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.when import TimeKind

TUESDAY = datetime.fromisoformat("2026-03-03T10:00:00-03:00")
WEDNESDAY, THURSDAY, FRIDAY, NEXT_TUESDAY, NEXT_THURSDAY = (date(2026, 3, day) for day in (4, 5, 6, 10, 12))
AT, PART = TimeKind.AT, TimeKind.DAYPART


def pairs(text: str) -> list[tuple[date, TimeKind | None, time | None]]:
    when = OfflineUnderstander().understand(text, Context(reference_time=TUESDAY, state=State.ASK_WHEN)).when
    return (
        []
        if when is None
        else [(hours.day, hours.time_kind, hours.time_start or hours.time_end) for hours in when.each]
    )


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("terça 9h ou quinta 15h", [(THURSDAY, AT, time(15)), (NEXT_TUESDAY, AT, time(9))]),
        ("9h na quinta ou 15h na sexta", [(THURSDAY, AT, time(9)), (FRIDAY, AT, time(15))]),
        ("quarta de manhã ou sexta à tarde", [(WEDNESDAY, PART, time(8)), (FRIDAY, PART, time(12))]),
        ("quinta só de manhã, sexta o dia todo", [(THURSDAY, PART, time(8)), (FRIDAY, None, None)]),
        (
            "semana que vem, terça às 9 ou quinta às 15",
            [(NEXT_TUESDAY, AT, time(9)), (NEXT_THURSDAY, AT, time(15))],
        ),
        (
            "quinta depois das 3 ou sexta antes das 11",
            [(THURSDAY, TimeKind.AFTER, time(15)), (FRIDAY, TimeKind.BEFORE, time(11))],
        ),
    ],
)
def test_an_hour_of_one_day_taken_for_the_other(
    text: str, each: list[tuple[date, TimeKind | None, time | None]]
) -> None:
    assert pairs(text) == each


@pytest.mark.parametrize(
    "text",
    [
        "quarta ou quinta de manhã",
        "quinta às 9, sexta às 9",
        "segunda 9h, aliás terça 10h",
        "quinta ou sexta às 9 ou às 10",
    ],
)
def test_an_hour_of_all_days_taken_for_one_of_them(text: str) -> None:
    assert pairs(text) == []


def test_a_key_that_the_contract_does_not_know() -> None:
    row = {"id": "p", "text": "terça 9h ou quinta 15h", "reference_time": TUESDAY.isoformat(), "context": {"state": "ask_when", "bot_text": None, "slots": None}}  # fmt: skip
    told = json.loads(CliRunner().invoke(understand, input=json.dumps(row)).stdout)["when"]
    assert "each" not in told
    assert told["dates"] == ["2026-03-05", "2026-03-10"]
