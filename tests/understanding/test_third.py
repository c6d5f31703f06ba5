"""A third one who is to come where two do already."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.third import is_a_third

SISTER = ("quero limpeza sexta pra mim e pra minha irmã", "sim")


@pytest.mark.parametrize(
    "text",
    [
        "minha prima também quer ir",
        "minha mãe também",
        "e minha prima também quer",
        "minha prima quer limpeza também",
        "dá pra incluir minha prima?",
        "coloca minha mãe também",
        "mais uma pra minha prima",
        "vai mais minha amiga",
        "e a da minha mãe?",
        "minha mãe vai junto também",
        "minha prima vai também",
        "também uma pra minha filha",
    ],
)
def test_a_third_one_comes(text: str) -> None:
    assert is_a_third(text, SISTER)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("minha irmã também quer botox", SISTER),
        ("minha irmã também", SISTER),
        ("minha prima também quer ir", ("quero limpeza pra mim e pra Cida",)),
        ("mainha também quer", ("pra mim e pra minha mãe",)),
        ("minha mãe me acompanha", SISTER),
        ("minha mãe vai no lugar da minha irmã", SISTER),
        ("minha prima que me indicou", SISTER),
        ("minha mãe já fez também", SISTER),
        ("minha mãe também acha bom", SISTER),
        ("meu marido me leva", SISTER),
        ("minha irmã não vai, coloca minha prima", SISTER),
        ("qual o preço pra minha irmã?", SISTER),
    ],
)
def test_nobody_else_comes(text: str, before: tuple[str, ...]) -> None:
    assert not is_a_third(text, before)
