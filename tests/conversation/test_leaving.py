"""An opt-out beside something else: both are heard, and neither where it was not said."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Intent
from anna.conversation.leaving import apart, comes_back, regrets_leaving, stops_again
from anna.conversation.question import Heard
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

CONTEXT = Context(reference_time=datetime.fromisoformat("2026-11-25T14:12:00-03:00"))
RULES = OfflineUnderstander()


def parted(text: str) -> tuple[str, str] | None:
    found = apart(
        Heard(reading=RULES.understand(text, CONTEXT), text=text),
        lambda part: RULES.understand(part, CONTEXT),
    )
    return (found.leaving.text.strip(), found.rest.text.strip()) if found else None


@pytest.mark.parametrize(
    ("text", "leaving", "rest"),
    [
        ("quero botox sexta 14h\nnão quero mais receber propaganda", "não quero mais receber propaganda", "quero botox sexta 14h"),
        ("SAIR\nquanto custa o peeling?", "SAIR", "quanto custa o peeling?"),
        ("não quero mais propaganda, mas quero marcar peeling quinta", "não quero mais propaganda,", "quero marcar peeling quinta"),
        ("cancela a minha consulta. e para de me mandar mensagem", "e para de me mandar mensagem", "cancela a minha consulta."),
        ("cancela minha consulta e me tira da lista", "me tira da lista", "cancela minha consulta"),
        ("parem de me mandar mensagem, desmarca meu horário", "parem de me mandar mensagem", "desmarca meu horário"),
    ],
)  # fmt: skip
def test_a_wish_beside_an_opt_out_is_kept(text: str, leaving: str, rest: str) -> None:
    assert parted(text) == (leaving, rest)


@pytest.mark.parametrize(
    "text",
    [
        "SAIR",
        "para de me mandar mensagem. que saco",
        "não quero marcar nada. parem de me escrever",
        "quero marcar botox sexta",  # no opt-out
        "obrigada. não quero mais receber mensagens",
        "pare.\npare.",
        "parem de me ligar e marcar consulta",
        "me tira da lista e cancela minha inscrição",
        "não quero receber mensagens e promoções",
    ],
)
def test_an_opt_out_alone_is_not_taken_apart(text: str) -> None:
    assert parted(text) is None


@pytest.mark.parametrize(
    "text",
    ["ops, foi sem querer, quero continuar recebendo", "foi engano", "Apertei errado!", "mudei de ideia", "não era pra sair", "quero receber sim", "pode continuar mandando"],
)  # fmt: skip
def test_an_opt_out_is_taken_back(text: str) -> None:
    assert regrets_leaving(text, frozenset())


@pytest.mark.parametrize(
    "text", ["ok", "obrigada", "não foi engano", "não mudei de ideia", "quero marcar botox", "não era hora"]
)
def test_what_is_no_regret(text: str) -> None:
    assert not regrets_leaving(text, frozenset())


def test_who_wishes_something_else_regrets_no_leaving() -> None:
    assert not regrets_leaving("mudei de ideia, quero a limpeza", frozenset({"schedule"}))


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("voltar", True),
        ("VOLTAR", True),
        ("Quero voltar!", True),
        ("volta", True),
        ("oi, quero voltar a receber", True),
        ("volta a mandar", True),
        ("volta a me mandar então", True),
        ("pode voltar a mandar", True),
        ("volta a mandar o endereço", False),
        ("não volta a mandar", False),
        ("quero voltar aí semana que vem", False),
        ("posso voltar a malhar?", False),
        ("vou voltar pra casa", False),
        ("não quero voltar", False),
    ],
)
def test_the_word_that_brings_back_is_no_other_sentence(text: str, back: bool) -> None:
    assert comes_back(text) is back


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("volta a me mandar então, quero marcar sexta", "quero marcar sexta"),
        ("VOLTAR\nquero marcar botox sexta", "quero marcar botox sexta"),
        ("pode voltar a mandar e marca botox sexta", "marca botox sexta"),
        ("quero voltar, quero marcar sexta", None),
        ("volta a mandar o endereço, quero marcar sexta", None),
        ("não volta a me mandar, quero marcar sexta", None),
    ],
)
def test_coming_back_beside_a_wish(text: str, rest: str | None) -> None:
    found = apart(
        Heard(reading=RULES.understand(text, CONTEXT), text=text),
        lambda part: RULES.understand(part, CONTEXT),
    )
    assert (found.rest.text.strip() if found and found.back else None) == rest


def test_data_and_silence_are_both_obeyed() -> None:
    text = "quero que apaguem meus dados e parem de me mandar mensagem"
    found = apart(
        Heard(reading=RULES.understand(text, CONTEXT), text=text),
        lambda part: RULES.understand(part, CONTEXT),
    )
    assert found is not None
    assert found.leaving.reading.intents == {Intent.OPTOUT}
    assert found.rest.reading.intents == {Intent.DATA_RIGHTS}
    assert not found.rest.reading.optout


@pytest.mark.parametrize("text", [
    "aff para", "PARA", "e nunca mais me liga", "eu disse pra parar", "que saco", "me deixa em paz", "já falei pra parar!!!", "sai da minha vida", "parem com isso, que inferno",
    "chega", "não me liguem mais",
])  # fmt: skip
def test_it_is_to_stop(text: str) -> None:
    assert stops_again(text)


@pytest.mark.parametrize("text", [
    "para mim tanto faz", "para quinta", "não", "posso sair mais cedo?", "tem como parar a dor", "manda o preço", "me liga", "pode mandar", "vocês não me mandam nada",
    "vocês nunca mais me ligaram", "me manda mensagem de novo", "mandei mensagem", "quero parar de fumar", "quero sair quinta", "nada", "oi",
])  # fmt: skip
def test_it_is_not_to_stop(text: str) -> None:
    assert not stops_again(text)
