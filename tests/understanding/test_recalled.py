"""A death of a while ago, which is due a kind word, and what only looks so."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.care.grief import read_grief, recalls_death
from anna.conversation.understanding.text.line import Line


@pytest.mark.parametrize(
    "text",
    [
        "amanhã faz um ano que minha mãe morreu e eu queria me dar um presente, um botox",
        "faz 2 anos que perdi meu pai",
        "minha avó faleceu faz seis meses",
        "hoje é aniversário de morte do meu marido, ele se foi em 2020",
        "vai fazer três anos que ele partiu",
        "há um ano perdi minha filha",
    ],
)
def test_a_death_of_a_while_ago(text: str) -> None:
    assert recalls_death(Line.of(text))


@pytest.mark.parametrize(
    "text",
    [
        "faz um ano que fiz botox",
        "faz um mês que perdi meu celular",
        "morri de rir, faz um ano que minha amiga fala de vocês",
        "minha mãe faz 70 anos amanhã",
        "tenho um ano de pacote, perdi a sessão",
        "faz um ano que meu cachorro fugiu",
    ],
)
def test_no_death(text: str) -> None:
    assert not recalls_death(Line.of(text))


def test_a_death_of_now_calls_a_person() -> None:
    assert read_grief(Line.of("minha mãe faleceu ontem"))[0]
    assert not recalls_death(Line.of("minha mãe faleceu ontem"))
