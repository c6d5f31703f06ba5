"""A question for a professional that comes again, or before a choice and a payment: never passed over."""

from __future__ import annotations

import pytest

from anna.conversation.asked_of_health import goes_anyway, puts_health_first

BEFORE = "tem alergia a lidocaina problema? quero botox sexta de tarde"


@pytest.mark.parametrize(
    "text",
    [
        "pode. e a alergia??",
        "3 mas vc n respondeu da alergia",
        "n vou pagar sem saber da alergia, chama alguem",
        "sou alérgica lembra? posso fazer?",
        "a 2, mas e a minha pergunta?",
        "tá mas e a lidocaína",
        "só pago depois que a doutora responder",
        "so marco se a dra confirmar que posso",
        "1, mas antes preciso saber da alergia",
        "não vou marcar sem saber se posso fazer",
        "vc nao respondeu minha pergunta",
        "pode reservar mas responde da alergia antes",
        "enquanto não responderem eu não pago",
        "sem resposta eu não marco",
        "quero saber da lidocaína primeiro",
    ],
)
def test_a_question_of_health_asked_again_is_passed_over(text: str) -> None:
    assert puts_health_first(text, BEFORE, books=True)


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "a de 16h então",
        "sexta de tarde tem ou não?",
        "pode ser esse número mesmo",
        "aceita pix?",
        "não vou pagar sinal nenhum",
        "quero saber o preço",
        "ok, obrigada",
        "quanto tempo leva?",
        "marca mesmo assim, lá eu pergunto da alergia",
        "depois eu vejo isso da alergia, pode marcar a 3",
        "só marco se tiver sábado",
        "nao posso pagar agora",
        "e o estacionamento?",
    ],
)
def test_what_asks_nothing_of_health_stops_a_booking(text: str) -> None:
    assert not puts_health_first(text, BEFORE, books=True)


def test_a_grumble_about_the_wait_is_a_question_of_health_where_nothing_is_booked() -> None:
    assert not puts_health_first("vcs nao me respondem", BEFORE, books=False)


@pytest.mark.parametrize("text", ["marca mesmo assim?", "3", "e a alergia, mesmo assim pode?"])
def test_who_still_asks_is_taken_to_wait_no_more(text: str) -> None:
    assert not goes_anyway(text)
