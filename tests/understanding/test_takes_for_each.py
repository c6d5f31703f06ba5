"""Whether of the offered times one is taken, and another wished for somebody else in the same breath."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.conversation.understanding.facts.whom import Whom, read_whom
from anna.conversation.understanding.replies.each_choice import (
    hers_of_two_hours,
    names_a_day_for_each,
    takes_for_each,
)

STARTS = tuple(map(datetime.fromisoformat, ("2026-11-28T10:30", "2026-11-28T10:00", "2026-11-28T11:00")))


@pytest.mark.parametrize(
    "text",
    [
        "1. e ela tb, a Solange quer as 11",
        "1, e minha mãe quer a 3",
        "a 1 pra mim, a Solange quer as 11h",
        "1 pra mim e ela quer a terceira",
        "a primeira, e minha filha prefere a 2",
    ],
)
def test_each_of_two_takes_one(text: str) -> None:
    assert takes_for_each(text, STARTS)


@pytest.mark.parametrize(
    "text",
    ["1", "as 11", "1, minha filha entra as 11 na escola", "1, minha mãe vai comigo", "a minha mãe quer a 3"],
)
def test_only_one_is_taken(text: str) -> None:
    assert not takes_for_each(text, STARTS)


@pytest.mark.parametrize(
    "text",
    [
        "quero 2 limpeza uma minha outra da minha irma gemea",
        "uma é minha e a outra da minha amiga",
        "1 pra mim 1 pra minha filha",
    ],
)
def test_one_of_each_is_for_both(text: str) -> None:
    assert read_whom(text) is Whom.BOTH


@pytest.mark.parametrize(
    "text", ["uma minha amiga da minha mae indicou", "uma minha amiga me falou da minha limpeza"]
)
def test_a_friend_who_is_only_spoken_of(text: str) -> None:
    assert read_whom(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "hmm a 1 pra mim. e pra minha cunhada a quarta 02/12",
        "pra mim a 2, e pra ela sábado",
        "a primeira pra mim e pra minha mãe pode ser na sexta",
    ],
)
def test_a_day_of_its_own(text: str) -> None:
    assert names_a_day_for_each(text, STARTS)


@pytest.mark.parametrize(
    "text",
    ["a 1 pra mim e pra minha mãe", "pra mim e pra minha cunhada quarta", "a 2 pra mim", "pra ela sábado"],
)
def test_one_time_for_both(text: str) -> None:
    assert not names_a_day_for_each(text, STARTS)


@pytest.mark.parametrize(
    ("text", "hers"),
    [
        ("eu 11h e o Marcelo 11h30", "eu 11h"),
        ("11 eu e 11h30 ele", "11h eu"),
        ("10h pra mim e 11h pra ele", "10h pra mim"),
        ("as 10h30 pq minha mãe me busca 11h30", None),
        ("eu posso as 10h e ela me leva as 11h", None),
        ("9h pra mim ou 10h pra ela", None),
        ("eu 10h, ela tanto faz", None),
        ("pra mim 10h, pra ela também 10h", None),
    ],
)
def test_each_of_two_is_given_an_hour(text: str, hers: str | None) -> None:
    assert hers_of_two_hours(text) == hers
