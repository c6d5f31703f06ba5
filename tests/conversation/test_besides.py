"""A consulta called off and something else taken, in one breath."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.conversation.besides import Both, both, chosen_beside
from anna.conversation.question import Heard
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime.fromisoformat("2026-11-25T10:00:00-03:00")
SLOTS = tuple(datetime.fromisoformat(f"2026-11-30T{hour}") for hour in ("09:00", "09:30", "11:45"))
OFFERED = Context(reference_time=NOW, state=State.OFFER_SLOTS, slots=SLOTS)
ALONE = Context(reference_time=NOW)
ANNA = OfflineUnderstander()


def halves(text: str) -> Both | None:
    heard = Heard(reading=ANNA.understand(text, OFFERED), text=text)
    return both(heard, lambda part: ANNA.understand(part, OFFERED), lambda part: ANNA.understand(part, ALONE))


@pytest.mark.parametrize(
    ("text", "cancels", "rest"),
    [
        ("cancela a de sexta e marca a primeira", "cancela a de sexta", "marca a primeira"),
        ("cancela a limpeza e pode marcar a 1", "cancela a limpeza", "pode marcar a 1"),
        ("quero a 2, desmarca a minha de sexta", "desmarca a minha de sexta", "quero a 2"),
    ],
)
def test_a_half_that_is_lost(text: str, cancels: str, rest: str) -> None:
    found = halves(text)
    assert found is not None
    assert (found.cancels.text, found.rest.text) == (cancels, rest)
    assert found.rest.reading.slot_choice is not None


@pytest.mark.parametrize(
    "text",
    [
        "cancela a de sexta",
        "marca a primeira",
        "não cancela a de sexta e marca a primeira",
        "se cancela a de sexta eu marco a primeira?",
        "cancela a limpeza e marca limpeza terça 10h",
        "cancela a consulta e obrigada",
        "cancela a de sexta e a de segunda",
    ],
)
def test_one_wish_taken_for_two(text: str) -> None:
    assert halves(text) is None


def picked(text: str) -> tuple[int | None, str] | None:
    heard = Heard(reading=ANNA.understand(text, OFFERED), text=text)
    found = chosen_beside(
        heard, lambda part: ANNA.understand(part, OFFERED), lambda part: ANNA.understand(part, ALONE)
    )
    return (found.choice.reading.choice, found.rest.text) if found else None


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        ("1 e quero reclamar da demora", 1, "quero reclamar da demora"),
        ("que atendimento péssimo, quero a 2", 2, "que atendimento péssimo"),
        ("3, e quero falar com uma pessoa", 3, "e quero falar com uma pessoa"),
    ],
)
def test_a_choice_that_is_lost_beside_what_brings_a_person(text: str, number: int, rest: str) -> None:
    assert picked(text) == (number, rest)


@pytest.mark.parametrize(
    "text",
    [
        "quero a 2",
        "quero reclamar da demora",
        "1 e tô com falta de ar",
        "a 2 e para de me mandar mensagem",
        "péssimo, nenhum serve",
    ],
)
def test_a_choice_beside_a_danger_or_an_opt_out_or_none_at_all(text: str) -> None:
    assert picked(text) is None
