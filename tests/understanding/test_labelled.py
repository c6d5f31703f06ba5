"""Labelled messages as regression: the contract's own examples, and ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.understanding.evaluate import load, report, score

DATA = Path(__file__).parent / "data"
EXAMPLES = DATA / "understanding_examples.jsonl"
OWN = DATA / "own_messages.jsonl"
# What was learnt from, and how many of it are read otherwise than the writers meant: named in docs/understanding.md.
LEARNT = {"open": 0, "c": 0, "d": 1, "e": 9, "f": 4, "g": 5, "h": 1, "j": 68, "k": 13}


def test_an_example_of_the_contract_read_otherwise() -> None:
    scores = score(load(EXAMPLES))
    assert not scores.wrong, report("", scores, errors=True)


def test_a_message_of_ours_read_otherwise() -> None:
    scores = score(load(OWN))
    assert not scores.wrong, report("", scores, errors=True)


@pytest.mark.parametrize(("name", "left"), LEARNT.items())
def test_a_learnt_message_read_otherwise(name: str, left: int) -> None:
    scores = score(load(DATA / f"unseen_{name}.jsonl"))
    assert scores.total - sum(scores.exact.values()) <= left, report("", scores, errors=True)
    assert scores.confused["yes_no", "yes", "no"] == scores.confused["yes_no", "no", "yes"] == 0


def test_a_label_the_evaluator_cannot_tell_from_a_wrong_one() -> None:
    rows = load(EXAMPLES)
    for row in rows:
        row["text"] = "blá"
    scores = score(rows)
    assert scores.rate("when") == 0
    assert scores.intents_f1 < 0.5
