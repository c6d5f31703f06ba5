"""The second opinion on trouble: on messages it has not learnt from, beside the rules and against them (decision 0024)."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given, strategies as st

from anna.commands import Nuance, Safety
from anna.conversation.understanding.care import likeness as module
from anna.conversation.understanding.care.likeness import PLACES, Trouble, Weights, likeness
from anna.conversation.understanding.care.resembling import LIKE, UNSURE
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line
from tests.understanding.evaluate import TROUBLE, load, score_trouble

CONTEXT = Context(reference_time=datetime.fromisoformat("2026-11-25T14:10:00-03:00"))


def test_unseen_trouble_is_seen_and_what_looks_like_it_is_not() -> None:
    """Written by somebody who had seen neither the rules nor what is learnt from; by the rules alone 57 of 119 are seen, and 12 of 266 false."""
    seen, of, false, harmless = score_trouble(load(TROUBLE / "unseen.jsonl"))
    assert seen >= 100, f"{seen} of {of}"
    assert false <= 12, f"{false} of {harmless}"


def test_nothing_unseen_was_learnt() -> None:
    learnt = {Line.of(row["text"]).norm for row in load(TROUBLE / "learnt.jsonl")}
    assert learnt.isdisjoint(Line.of(row["text"]).norm for row in load(TROUBLE / "unseen.jsonl"))


@given(st.text(max_size=200))
def test_any_text_has_a_likeness(text: str) -> None:
    kinds = likeness(Line.of(text))
    assert set(kinds) == set(Trouble)
    assert all(0 <= one <= 1 for one in kinds.values())
    assert sum(kinds.values()) <= 1 + 1e-9


def test_what_is_stored_is_what_is_weighed() -> None:
    """A byte a place and kind: two is the bias and one step for every part of the message, by the root of how many there are."""
    learnt = b"\x02" * PLACES + b"\x00" * PLACES * (len(Trouble) - 1)
    weights = Weights.of(b'{"steps":[0.5,1,1,1],"biases":[1,-50,-50,-50]}\n' + learnt)
    parts = len(module.places("oi"))
    odds = 2.718281828459045 ** (1 + 0.5 * 2 * parts**0.5)
    assert weights.weigh("oi")[Trouble.SELF_HARM] == pytest.approx(odds / (1 + odds))


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("perdi a vontade de tudo, acordar virou castigo", Safety.SELF_HARM),
        ("minha vizinha ta ouvindo ele quebrar tudo e gritar com ela la em cima", Safety.EMERGENCY),
        ("minha sogra se estatelou no quintal e nao diz coisa com coisa", Safety.EMERGENCY),
        ("desde que apliquei ai a palpebra daquele lado nao sobe mais", Safety.ADVERSE_REACTION),
    ],
)
def test_words_that_no_rule_names_are_taken_for_trouble(text: str, safety: Safety) -> None:
    reading = OfflineUnderstander().understand(text, CONTEXT)
    assert reading.safety is safety
    assert reading.human


@pytest.mark.parametrize(
    "text",
    [
        "já tive herpes zóster nas costas em 2022, doeu horrores, tomei a vacina depois. isso conta como herpes pra fazer peeling?",
        "to sangrando dinheiro esse mês, ipva, material escolar, aniversário da pequena, joga pra fevereiro",
    ],
)
def test_what_only_a_rule_takes_for_trouble_is_none(text: str) -> None:
    assert read_safety(Line.of(text))[0] is not None
    assert OfflineUnderstander().understand(text, CONTEXT).safety is None


def test_despair_that_is_named_is_believed() -> None:
    reading = OfflineUnderstander().understand("quero morrer", CONTEXT)
    assert reading.safety is Safety.SELF_HARM
    assert not any(hit.rule.startswith(LIKE) for hit in reading.trace)


def test_trouble_of_no_plain_kind_says_so() -> None:
    """The trace names it, and the answer is of no kind: violence would not be sent an ambulance alone."""
    readings = [
        OfflineUnderstander().understand(row["text"], CONTEXT) for row in load(TROUBLE / "unseen.jsonl")
    ]
    unsure = [r for r in readings if any(hit.rule == UNSURE for hit in r.trace)]
    assert unsure
    assert all(Nuance.TROUBLED in r.nuances and r.safety is Safety.EMERGENCY for r in unsure)
    assert all(Nuance.TROUBLED not in r.nuances for r in readings if r not in unsure)


def test_a_word_or_two_resemble_nothing() -> None:
    for text in ("socorro kkk", "ele chegou", "paguei"):
        assert not any(
            hit.rule.startswith(LIKE) for hit in OfflineUnderstander().understand(text, CONTEXT).trace
        )
