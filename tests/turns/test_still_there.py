"""Whether no more is asked than that what was spoken of is still to be had."""

from __future__ import annotations

import pytest

from anna.turns.booked.still_there import asks_whether_still


@pytest.mark.parametrize(
    ("text", "still"),
    [
        ("oi, ainda tem?", True),
        ("ainda tem aquele horário?", True),
        ("aquele horário ainda tá livre?", True),
        ("oi boa tarde, ainda tem vaga?", True),
        ("ainda tá disponível o que eu queria?", True),
        ("ainda da pra mim?", True),
        ("ainda tem promoção?", False),
        ("ainda tem desconto?", False),
        ("ainda tem botox?", False),
        ("ainda tem estacionamento?", False),
        ("ainda tá aí?", False),
        ("ainda tem gente aí?", False),
        ("ainda dá tempo?", False),
        ("ainda", False),
    ],
)
def test_what_asks_whether_it_is_still_there(text: str, still: bool) -> None:
    assert asks_whether_still(text) is still
