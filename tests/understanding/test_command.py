"""`anna understand` on its standard streams."""

from __future__ import annotations

import json

from click.testing import CliRunner

from anna.cli.understand import understand
from tests.understanding.test_labelled import EXAMPLES

CONTRACT = {
    "id",
    "intents",
    "procedure",
    "when",
    "name",
    "phone",
    "nps",
    "yes_no",
    "optout",
    "human",
    "safety",
    "slot_choice",
}


def run(text: str | bytes, *options: str):
    return CliRunner().invoke(understand, list(options), input=text)


def row(**changes: object) -> str:
    base = {
        "id": "1",
        "text": "amanhã às 10",
        "reference_time": "2026-03-03T10:00:00-03:00",
        "context": {"state": "ask_when"},
    }
    return json.dumps({**base, **changes}) + "\n"


def test_an_output_that_breaks_the_contract() -> None:
    result = run(EXAMPLES.read_bytes())
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert len(answers) == 37
    assert all(set(a) == CONTRACT for a in answers)
    assert not any("other_times" in a["intents"] for a in answers)


def test_a_bad_line_that_silences_the_good_ones() -> None:
    result = run(
        row(id="a") + "{nope\n" + row(id="b", reference_time="2026-03-03T10:00:00") + "\n" + row(id="c")
    )
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["a", "c"]
    assert result.exit_code == 2
    assert "line 2: not JSON" in result.stderr
    assert "line 3:" in result.stderr
    assert "offset" in result.stderr


def test_a_wrong_field_that_is_not_named() -> None:
    result = run(
        row(text=7)
        + row(context={"state": "sleepy"})
        + row(context={"slots": ["soon"]})
        + row(context=[])
        + "[1]\n"
        + '"\xff"\n'
    )
    assert result.exit_code == 2
    for name in ("text", "context.state", "context.slots", "context"):
        assert name in result.stderr


def test_offered_slots_with_an_offset_that_are_not_local() -> None:
    context = {"state": "offer_slots", "slots": ["2026-03-05T12:00:00+00:00", "2026-03-05T14:30"]}
    result = run(row(text="às 9", context=context))
    assert json.loads(result.stdout)["slot_choice"] == "2026-03-05T09:00"


def test_an_explanation_without_its_rules() -> None:
    shown = run(row(), "--explain").stdout
    assert "days.tomorrow" in shown
    assert "'amanhã' -> 2026-03-04" in shown
    assert "when = " in shown
