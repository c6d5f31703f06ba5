from __future__ import annotations

from datetime import datetime

import pytest

from anna.conversation.inquiries import asks_besides, inquiries, without_asked_day
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

NOW = datetime.fromisoformat("2026-11-25T14:12:00-03:00")
RULES = OfflineUnderstander()


def read(text: str):
    return RULES.understand(text, Context(reference_time=NOW))


def asked(text: str) -> list[str]:
    return [one.text for one in inquiries(text, read(text), read)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "quanto custa o botox, dói? e onde vcs ficam? atende sábado?",
            ["quanto custa o botox", "dói?", "onde vcs ficam?", "atende sábado?"],
        ),
        ("onde vcs ficam e que horas abrem?", ["onde vcs ficam", "que horas abrem?"]),
        (
            "quanto é a limpeza, quanto tempo demora, aceita cartão e onde fica?",
            ["quanto é a limpeza", "quanto tempo demora", "aceita cartão", "onde fica?"],
        ),
        (
            "oi quero marcar botox sexta, quanto custa e aceita cartao?",
            ["quanto custa", "aceita cartao?"],
        ),
        (
            "qual o endereço, tem estacionamento e aceita convenio?",
            ["qual o endereço", "tem estacionamento", "aceita convenio?"],
        ),
    ],
)
def test_a_question_of_several_that_is_lost(text: str, parts: list[str]) -> None:
    assert asked(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "quanto custa o botox, o peeling e a limpeza?",
        "oi, tudo bem? quanto custa o botox?",
        "quanto custa? e pode ser sexta?",
        "to gravida, posso fazer limpeza? quanto custa?",
        "quero cancelar, perco o sinal? onde fica?",
        "quanto fica o botox? faz por 500?",
        "dói? incha muito? fica roxo?",
        "nossa que facada, tem algo mais em conta?",
        "quanto custa o botox? aliás, botox não, o peeling? dói?",
        "quero falar com alguém. quanto custa? onde fica?",
        "para de mandar mensagem! quanto custa isso? onde fica?",
    ],
)
def test_one_thing_that_is_taken_for_several_questions(text: str) -> None:
    assert asked(text) == []


def test_a_question_is_about_the_procedure_that_was_named_before_it() -> None:
    text = "quanto custa o botox e o laser? e quem faz? e a limpeza, quanto é?"
    found = inquiries(text, read(text), read)
    assert [one.reading.procedure for one in found] == [
        ("botox", "depilacao_laser"),
        ("botox", "depilacao_laser"),
        ("limpeza_de_pele",),
    ]


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("quanto custa o botox? e atende sábado?", False),
        ("quero botox sábado. quanto custa? onde fica?", True),
    ],
)
def test_a_day_that_is_only_asked_about_is_no_wish(text: str, wished: bool) -> None:
    assert (without_asked_day(text, read(text), read).when is not None) is wished


@pytest.mark.parametrize(
    ("text", "besides"),
    [
        ("valeu, o link expira quando?", True),
        ("obrigada! isso sai no carnê lilás?", True),
        ("valeu, viu?", False),
        ("obrigada, tudo bem?", False),
        ("obrigada", False),
        ("obrigada! quanto custa o peeling?", False),
    ],
)
def test_a_question_beside_a_courtesy_that_is_swallowed(text: str, besides: bool) -> None:
    assert asks_besides(text, read(text), read) is besides


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Abre sábado? e até que horas?", []),
        ("onde fica? abre sábado? e até que horas?", ["onde fica?", "abre sábado? e até que horas?"]),
        ("preço do peeling e da limpeza, qual mais barato?", []),
    ],
)
def test_two_questions_that_are_one(text: str, parts: list[str]) -> None:
    assert asked(text) == parts


def test_a_question_is_quoted_with_the_name_that_the_clinic_writes() -> None:
    text = "quanto é a limpesa d pele? quantas sessões de limpesa d pele precisa?"
    [*_, last] = inquiries(text, read(text), read)
    assert (
        last.quoted({"limpeza_de_pele": "limpeza de pele"}) == "quantas sessões de limpeza de pele precisa?"
    )
    assert last.quoted({}) == "quantas sessões de limpesa d pele precisa?"
