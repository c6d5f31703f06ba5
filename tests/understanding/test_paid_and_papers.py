"""What is said of a payment that was made, and in whose name a paper is wished."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Nuance, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime.fromisoformat("2026-11-25T14:10:00-03:00")


def read(text: str) -> Reading:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=State.NONE))


@pytest.mark.parametrize(
    "text",
    [
        "feito o pix",
        "pix enviado",
        "pagamento realizado",
        "realizei o pix",
        "efetuei o pagamento",
        "o pix foi feito",
        "pronto, feito o pagamento",
        "ta feito o sinal",
        "já efetuado o pix",
        "sinal foi enviado",
    ],
)
def test_a_payment_is_said_to_be_made(text: str) -> None:
    """Would catch "feito o pix" answered with the ways of paying."""
    assert Nuance.SAYS_PAID in read(text).nuances


@pytest.mark.parametrize(
    "text",
    [
        "o pagamento é feito como?",
        "pix enviado pra onde?",
        "quando o pix for feito",
        "não foi feito o pix",
        "feito o pagamento quando?",
        "o pagamento foi feito?",
        "como faço o pix?",
        "posso fazer o pix?",
        "aceita pix?",
        "vou fazer o pix",
    ],
)
def test_a_payment_that_is_asked_about_is_none(text: str) -> None:
    assert Nuance.SAYS_PAID not in read(text).nuances


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sim. Preciso também de nota fiscal no nome da empresa, é possível?", None),
        ("nota fiscal no nome do Carlos Souza", None),
        ("emite recibo em nome do meu marido?", None),
        ("marca no nome da firma", None),
        ("marca no nome da Carla Souza", "Carla Souza"),
        ("quero o recibo e marca no nome do Pedro Lima", "Pedro Lima"),
    ],
)
def test_whose_name_stands_on_a_paper_is_nobodys_who_comes(text: str, name: str | None) -> None:
    """Would catch a relative called "Empresa" of who asks for an invoice."""
    assert read(text).name == name
