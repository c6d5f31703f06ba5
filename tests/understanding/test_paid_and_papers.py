"""What is said of a payment that was made, and in whose name a paper is wished."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Intent, Nuance, Reading
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


@pytest.mark.parametrize(
    ("text", "procedures"),
    [
        ("quero botox, o retoque é pago? marca pra mim dia 10", ("botox",)),
        ("quanto dura o botox, e tem que voltar pra retoque?", ("botox",)),
        ("botox quinta, e o retorno é cobrado?", ("botox",)),
        ("botox dia 10, o retoque ta incluso?", ("botox",)),
        ("botox e retorno", ("botox", "retorno")),
        ("preciso fazer retorno e botox", ("retorno", "botox")),
        ("quero retorno e depois botox", ("retorno", "botox")),
        ("o retoque é pago?", ("retorno",)),
    ],
)
def test_a_touch_up_that_is_asked_about_is_no_second_wish(text: str, procedures: tuple[str, ...]) -> None:
    """Would catch "Botox e retorno" noted of who asks whether she must come back."""
    assert read(text).procedure == procedures


@pytest.mark.parametrize(
    "text",
    [
        "botox pra suor na mao",
        "botox pra hiperidrose",
        "sorriso gengival, botox resolve",
        "ta mas descasca? vou ficar vermelho?",
        "vou descascar?",
        "perguntei se descasca kk",
        "eu fico muito inchada?",
    ],
)
def test_what_a_professional_answers_is_asked(text: str) -> None:
    """Would catch a plain botox booked against sweat, and a fear that is passed over."""
    assert Intent.MEDICAL_QUESTION in read(text).intents


@pytest.mark.parametrize(
    "text",
    [
        "botox quinta",
        "eu fico vermelha fácil",
        "vou ficar com a 1, certo?",
        "sexta fico em casa, pode?",
        "botox pq to suando de medo kk",
    ],
)
def test_what_no_professional_is_needed_for(text: str) -> None:
    assert Intent.MEDICAL_QUESTION not in read(text).intents
