"""Which of several procedures are taken off."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.taking_off import taken_off
from anna.conversation.understanding.text.line import Line

BOTH = ("limpeza", "peeling")


def off(text: str) -> tuple[str, ...]:
    norm = Line.of(text).norm
    return taken_off(norm, [(slug, slug) for slug in BOTH if slug in norm], BOTH)


@pytest.mark.parametrize("text", [
    "moço tira o peeling", "tira o peeling, deixa só a limpeza", "nao cancelar tudo nao, só tirar o peeling", "só limpeza!!", "é só limpeza", "deixa só a limpeza",
    "o peeling era só preço. só limpeza", "retira o peeling por favor", "pode remover o peeling?", "quero só a limpeza", "fica só com a limpeza", "sem o peeling",
])  # fmt: skip
def test_the_peeling_is_taken_off(text: str) -> None:
    assert off(text) == ("peeling",)


@pytest.mark.parametrize("text", [
    "quero só limpeza e peeling", "tira a limpeza e o peeling", "tira o peeling e põe botox", "quero peeling", "o peeling tira mancha?", "a limpeza e o peeling",
    "troca a limpeza por peeling", "só queria saber do preço do peeling", "o peeling dói?", "limpeza também", "quero tirar os cravos com a limpeza",
])  # fmt: skip
def test_nothing_is(text: str) -> None:
    assert off(text) == ()


def test_of_one_nothing_is_taken_off() -> None:
    assert taken_off("tira o peeling", [("peeling", "peeling")], ["peeling"]) == ()
