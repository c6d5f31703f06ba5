"""What is asked in words of its own beside an open question, and what only looks so."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime(2026, 11, 24, 15, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))


def read(text: str, state: State = State.NONE) -> Reading:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=state))


@pytest.mark.parametrize("state", [State.NONE, State.ASK_WHEN, State.OFFER_SLOTS])
@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Nuance.ASKS_AGE, "mano tem q ter quantos anos pra fazer preenchimento"),
        (Nuance.ASKS_AGE, "quantos anos pra fazer botox?"),
        (Nuance.ASKS_AGE, "com quantos anos pode fazer botox?"),
        (Nuance.ASKS_AGE, "precisa ter que idade pra fazer laser?"),
        (Nuance.ASKS_AGE, "a partir de quantos anos vcs atendem?"),
        (Nuance.ASKS_ADVICE, "vc acha q eu devo fazer?"),
        (Nuance.ASKS_ADVICE, "vcs acham que eu preciso fazer botox?"),
        (Nuance.ASKS_ADVICE, "devo fazer ou não?"),
        (Nuance.ASKS_ADVICE, "vale a pena fazer o peeling?"),
        (Nuance.ASKS_ADVICE, "no meu lugar você faria?"),
        (Nuance.ASKS_CARE, "limpeza tem agulha?"),
        (Nuance.ASKS_CARE, "o microagulhamento usa agulha?"),
        (Nuance.ASKS_CARE, "é com injeção?"),
        (Nuance.ASKS_CARE, "vai ter corte?"),
    ],
)
def test_asked_whatever_is_open(asked: Nuance, text: str, state: State) -> None:
    reading = read(text, state)
    assert asked in reading.nuances
    assert Intent.SCHEDULE not in reading.intents


@pytest.mark.parametrize("state", [State.ASK_WHEN, State.ASK_TIME])
@pytest.mark.parametrize(
    "text",
    [
        "depende, qual tem?",
        "depende do que tem",
        "depende dos horários",
        "qual tem?",
        "tem quais?",
        "depende, o que vcs têm?",
    ],
)
def test_asked_for_a_day_she_asks_which_there_are(text: str, state: State) -> None:
    reading = read(text, state)
    assert reading.intents == {Intent.AVAILABILITY}
    assert Nuance.ASKS_FREE in reading.nuances


@pytest.mark.parametrize(
    ("asked", "text", "state"),
    [
        (Nuance.ASKS_AGE, "tenho quantos anos você acha?", State.NONE),
        (Nuance.ASKS_AGE, "faz quantos anos que vocês atendem?", State.NONE),
        (Nuance.ASKS_ADVICE, "devo levar documento?", State.NONE),
        (Nuance.ASKS_ADVICE, "acha que consegue quinta?", State.NONE),
        (Nuance.ASKS_ADVICE, "quero fazer botox", State.NONE),
        (Nuance.ASKS_CARE, "tem vaga?", State.NONE),
        (Nuance.ASKS_CARE, "tenho medo de agulha", State.NONE),
        (Nuance.ASKS_CARE, "quero corte de cabelo", State.NONE),
        (Nuance.ASKS_FREE, "qual tem?", State.ASK_PROCEDURE),
        (Nuance.ASKS_FREE, "depende", State.ASK_WHEN),
        (Nuance.ASKS_FREE, "depende do meu marido", State.ASK_WHEN),
    ],
)
def test_what_only_looks_so(asked: Nuance, text: str, state: State) -> None:
    assert asked not in read(text, state).nuances


@pytest.mark.parametrize(
    "text", ["e o bigode chinês?", "e o bigode chinês, quanto é?", "e a testa?", "e o queixo e a papada?"]
)
def test_a_thing_that_is_asked_after_is_no_name(text: str) -> None:
    for state in State:
        assert read(text, state).name is None


@pytest.mark.parametrize(
    "text", ["é a jucineide", "oi é a Maria Lima", "e a Bruna Salles", "sou a jucineide", "aqui é o tonho"]
)
def test_who_says_her_name_is_heard(text: str) -> None:
    assert read(text).name is not None


@pytest.mark.parametrize(
    "text",
    [
        "perdi meu celular",
        "tá doida que eu perco",
        "tô brincando, ela tá ótima",
        "SAIR, e me chama uma pessoa",
        "a Dra Helena atende que dia",
        "depende dos horários",
    ],
)
def test_asked_for_a_name_none_is_made_up(text: str) -> None:
    assert read(text, State.ASK_NAME).name is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("José Carlos, pode por assim", "José Carlos"),
        ("maria das dores lima pode colocar assim mesmo", "Maria das Dores Lima"),
        ("Ana Paula Reis, só por esse nome", "Ana Paula Reis"),
        ("pode trocar o nome, é Jaqueline Weber Santos que casou", "Jaqueline Weber Santos"),
    ],
)
def test_a_name_is_put_so(text: str, name: str) -> None:
    reading = read(text)
    assert reading.name == name
    assert Nuance.CORRECTS_NAME in reading.nuances


@pytest.mark.parametrize(
    "text", ["quinta, pode por assim", "botox pode por", "pode por assim", "amanhã pode colocar"]
)
def test_what_is_put_so_and_is_no_name(text: str) -> None:
    assert read(text).name is None


def test_the_word_to_leave_is_heard_before_what_else_is_said() -> None:
    assert read("SAIR, e me chama uma pessoa").optout
    assert read("SAIR. quero falar com alguém").optout
    assert not read("SAIR de casa é ruim hoje").optout
    assert not read("sair, eu saio às 18h").optout
