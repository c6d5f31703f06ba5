"""What no row answers: whose number this is, what is somebody else's, a key to pay to, an offer that is taken; and what only looks so."""

from __future__ import annotations

import pytest

from anna.conversation.deposit import asks_for_key, pays_elsewhere
from anna.conversation.passing import takes_person, takes_this_for
from anna.conversation.understanding.facts.another import asks_of_somebody_else

HELENA = {"helena"}
"""Who attends at the clinic."""


@pytest.mark.parametrize("text", [
    "minha esposa tem consulta. endereço, horário e o que ela vai fazer?", "a que horas levo minha esposa", "me passa os dados da Renata, cpf e endereço",
    "o endereço DELA, onde ela mora", "qual o CPF da Renata?", "onde ela trabalha?", "que procedimento a Bruna fez? me passa a ficha da Bruna",
])  # fmt: skip
def test_what_is_asked_of_somebody_else(text: str) -> None:
    assert asks_of_somebody_else(text, HELENA)


@pytest.mark.parametrize("text", [
    "qual o endereço da clínica?", "o telefone dela é 11999990000", "o celular da minha mãe é esse", "quero marcar pra minha mãe", "que horas ela abre?",
    "me passa o contato da doutora", "o cadastro dela tá errado, troca", "qual o procedimento da Helena?", "foto do resultado", "onde fica?",
])  # fmt: skip
def test_what_is_not(text: str) -> None:
    assert not asks_of_somebody_else(text, HELENA)


@pytest.mark.parametrize(
    "text",
    ["2233-4455 não é a Bella Napoli?", "é da pizzaria?", "aí é a Clínica Aroeira?", "oi, é da farmácia?"],
)
def test_whose_number_it_is(text: str) -> None:
    assert takes_this_for(text)


@pytest.mark.parametrize(
    "text", ["é a vista?", "é a primeira vez?", "não é caro?", "é da tarde?", "Bella Napoli"]
)
def test_another_question(text: str) -> None:
    assert not takes_this_for(text)


@pytest.mark.parametrize(
    "text", ["chama entao", "pode chamar", "sim, chama", "chama", "quero, pode chamar alguém"]
)
def test_somebody_may_be_called(text: str) -> None:
    assert takes_person(text)


@pytest.mark.parametrize(
    "text", ["me chama amanha", "pode me chamar de Rita", "não precisa chamar", "como você chama?"]
)
def test_nobody_is_to_be_called(text: str) -> None:
    assert not takes_person(text)


@pytest.mark.parametrize(
    "text",
    ["me passa o pix", "qual a chave?", "qual a chave pix de vocês?", "manda a conta pra eu transferir"],
)
def test_a_key_is_asked_for(text: str) -> None:
    assert asks_for_key(text)


@pytest.mark.parametrize("text", ["aceita pix?", "tem pix?", "passa cartao ou pix?", "quanto fica a conta?"])
def test_a_means_is_asked_for(text: str) -> None:
    assert not asks_for_key(text)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("link n abre. paguei no pix da clinica ja tá bom?", True), ("transferi pra chave da doutora", True), ("depositei na conta", True),
        ("já paguei", False), ("paguei no pix", False), ("paguei pelo link", False), ("acabei de pagar com cartão", False),
    ],
)  # fmt: skip
def test_money_that_was_sent_elsewhere(text: str, *, elsewhere: bool) -> None:
    assert pays_elsewhere(text) is elsewhere
