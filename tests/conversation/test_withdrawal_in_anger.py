"""Anger that is taken back, and a person who is not to come any more."""

from __future__ import annotations

import pytest

from anna.conversation.withdrawal import apologises, read_withdrawal


@pytest.mark.parametrize("text", [
    "desculpa, tô nervoso. dá pra marcar direto aqui?", "foi mal, tava de cabeça quente", "me exaltei, perdão", "retiro o que eu disse", "desculpem, peguei pesado",
])  # fmt: skip
def test_who_is_sorry(text: str) -> None:
    assert apologises(text)


@pytest.mark.parametrize("text", [
    "quero desculpas de vocês", "exijo um pedido de desculpas", "desculpa nada, vou processar", "cadê as desculpas?", "tô furiosa", "mereço desculpas",
])  # fmt: skip
def test_who_wants_others_to_be_sorry(text: str) -> None:
    assert not apologises(text)


@pytest.mark.parametrize("text", [
    "não precisa chamar ninguém não", "é engano, não quero que ninguém fale comigo", "não quero esperar ninguém", "marca você mesma aí", "desculpa, não precisa chamar ninguém",
])  # fmt: skip
def test_nobody_is_to_come(text: str) -> None:
    withdrawn = read_withdrawal(text)
    assert withdrawn is not None
    assert withdrawn.person


@pytest.mark.parametrize(
    "text",
    [
        "não quero esperar até sexta",
        "não vou esperar mais, chama alguém",
        "marca você mesma ou chama alguém?",
        "ninguém fala comigo",
    ],
)
def test_somebody_is_still_to_come(text: str) -> None:
    withdrawn = read_withdrawal(text)
    assert withdrawn is None or not withdrawn.alone
