"""What keeps a held time, whatever is given up beside it."""

from __future__ import annotations

import pytest

from anna.turns.booked.beside_hold import pays_hers


@pytest.mark.parametrize("text", [
    "desisto, depois ela mesma chama. vou pagar o meu", "deixa o dela, vou pagar agora o meu", "cancela o laser, eu pago o meu", "não quero mais o dela, o meu fica",
    "esquece o laser, fica só o meu", "desisto do laser. quero pagar o meu botox", "o meu eu pago", "mantém o meu", "deixa, a minha eu quero",
])  # fmt: skip
def test_hers_is_kept(text: str) -> None:
    assert pays_hers(text)


@pytest.mark.parametrize("text", [
    "desisto", "não vou pagar o meu", "cancela o meu", "desisto do meu, fica o dela", "vou pagar o meu?", "vou pagar", "cancela os dois", "quero o meu dinheiro",
    "deixa o meu pra outro dia", "cancela tudo, o meu eu não quero",
])  # fmt: skip
def test_hers_is_not(text: str) -> None:
    assert not pays_hers(text)
