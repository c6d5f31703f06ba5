"""When words are left without an answer: the reasons that stand, and what only looks like one of them."""

from __future__ import annotations

import pytest

from anna.turns.otherwise import NOTHING_ASKED
from anna.turns.unsaid import NOT_ANSWERED, is_left_unsaid, only_nods


@pytest.mark.parametrize("text", [
    "ok", "sim", "não", "tá bom", "ah tá, entendi", "ah tudo bem", "pode ser", "não, obrigada", "beleza então", "certo, combinado!", "kkkk", "nao precisa",
    "ok moça, obrigada viu", "era só isso mesmo", "por enquanto não", "ta certo gente", "👍", "isso mesmo", "não quero mais nada",
])  # fmt: skip
def test_a_nod_needs_no_answer(text: str) -> None:
    assert only_nods(text)
    assert is_left_unsaid({"regra": "social", "motivo": NOTHING_ASKED}, text)


@pytest.mark.parametrize("text", [
    "confirma os dois pra mim por favor", "nao fica nao quero 10:30", "sim, e o estacionamento", "não?", "ok?", "não gostei", "sim mas quero trocar de médica",
    "tá tudo azul por aí", "não vou de ônibus", "pode mandar o endereço",
])  # fmt: skip
def test_who_says_more_is_answered(text: str) -> None:
    assert not only_nods(text)
    assert not is_left_unsaid({"regra": "social", "motivo": NOTHING_ASKED}, text)


def test_the_reasons_for_silence() -> None:
    """A new one is decided here: what was stopped, an advance refused once, a second tap, and who thinks."""
    assert {"stopped", "advance", "repeated", "thinks"} == NOT_ANSWERED
    assert all(is_left_unsaid({"regra": "social", "motivo": why}, "qualquer coisa") for why in NOT_ANSWERED)
    assert not is_left_unsaid({"regra": "newest"}, "ok")
    assert not is_left_unsaid({"regra": "social", "motivo": "bye"}, "tchau")
