"""Labelled messages as regression: the contract's own examples, and ours."""

from __future__ import annotations

from pathlib import Path

from tests.understanding.evaluate import load, report, score

DATA = Path(__file__).parent / "data"
EXAMPLES = DATA / "understanding_examples.jsonl"
OWN = DATA / "own_messages.jsonl"


def test_an_example_of_the_contract_read_otherwise() -> None:
    scores = score(load(EXAMPLES))
    assert not scores.wrong, report("", scores, errors=True)


def test_a_message_of_ours_read_otherwise() -> None:
    scores = score(load(OWN))
    assert not scores.wrong, report("", scores, errors=True)


def test_a_yes_read_as_no_or_a_no_as_yes() -> None:
    opposite = {"yes": "no", "no": "yes"}
    wrong = [w for w in score(load(OWN)).wrong if w[2] == "yes_no" and opposite.get(str(w[3])) == w[4]]
    assert wrong == []


def test_a_label_the_evaluator_cannot_tell_from_a_wrong_one() -> None:
    rows = load(EXAMPLES)
    for row in rows:
        row["text"] = "blá"
    scores = score(rows)
    assert scores.rate("when") == 0
    assert scores.intents_f1 < 0.5
