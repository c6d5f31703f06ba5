"""Two visits of one person in one breath, each with a day of its own."""

from __future__ import annotations

import pytest

from anna.conversation.understanding.facts.visits import each_visit

SEEN = ("limpeza", "botox", "Limpeza", "Botox")


def _seen(text: str) -> list[str]:
    return sorted((word for word in SEEN if word in text), key=text.find)


@pytest.mark.parametrize(
    "text",
    [
        "limpeza quarta de manhã e botox sexta", "quero limpeza na quarta e botox na sexta de tarde", "limpeza amanhã 10h, botox sábado",
        "nao, sao duas consultas. limpeza na quarta E botox na sexta", "quarta limpeza e sexta botox", "botox dia 28, limpeza dia 30",
        "quero marcar limpeza quarta às 10h e depois botox sexta às 14h", "limpeza quarta\nbotox sexta",
    ],
)  # fmt: skip
def test_each_has_a_day(text: str) -> None:
    parts = each_visit(text, _seen(text))
    assert len(parts) == 2
    assert all(len(_seen(part.lower())) == 1 for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "limpeza e botox quarta ou sexta", "limpeza quarta ou botox sexta", "limpeza e botox quarta", "limpeza quarta, não, botox sexta",
        "limpeza quarta pra mim e botox sexta pra minha mãe", "botox quarta ou sexta", "quero limpeza e botox", "limpeza quarta, melhor botox sexta",
        "limpeza quarta e ela botox sexta",
    ],
)  # fmt: skip
def test_nothing_is_parted(text: str) -> None:
    assert each_visit(text, _seen(text)) == ()
