"""When words are left without an answer: the reasons that stand, and what only looks like one of them."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
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


@pytest.mark.parametrize(("text", "nods"), [
    ("pra mim tá ótimo", True), ("combinadíssimo", True), ("bora nessa", True), ("deixa quieto, depois eu vejo", True), ("esqueça moça", True), ("melhor não viu", True),
    ("demais, quero", True), ("confirma tudo", False), ("pode confirmar", False), ("8h30, tenho aula", False), ("vou nem que seja de muleta", False),
    ("não vou de ônibus", False), ("nao fica nao quero 10:30", False),
])  # fmt: skip
def test_what_the_rules_read_as_yes_or_no_is_a_nod(text: str, nods: bool) -> None:
    context = Context(reference_time=datetime.fromisoformat("2026-11-25T14:12:00-03:00"))
    assert only_nods(text, OfflineUnderstander().understand(text, context).trace) is nods


def test_the_reasons_for_silence() -> None:
    """A new one is decided here: what was stopped, an advance refused once, a second tap, and who thinks."""
    assert {"stopped", "advance", "repeated", "thinks"} == NOT_ANSWERED
    assert all(is_left_unsaid({"regra": "social", "motivo": why}, "qualquer coisa") for why in NOT_ANSWERED)
    assert not is_left_unsaid({"regra": "newest"}, "ok")
    assert not is_left_unsaid({"regra": "social", "motivo": "bye"}, "tchau")
