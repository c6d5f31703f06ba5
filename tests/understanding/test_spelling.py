"""What is repaired and what must be left alone: slips of the grammar's words and of procedures' names, given names, other words."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.conversation.understanding.catalogue import DEFAULT, Procedure
from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.facts.lookalikes import OTHERS
from anna.conversation.understanding.facts.procedures import names_of, read_procedures
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.spelling import LISTED, REAL, VOCABULARY, repair
from anna.kit.text import fold

NOW = datetime.fromisoformat("2026-03-03T10:00:00-03:00")


def procedures(text: str) -> tuple[str, ...]:
    return read_procedures(Line.of(text), DEFAULT)[0]


@pytest.mark.parametrize("name", sorted(KNOWN))
def test_a_given_name_repaired_into_a_word(name: str) -> None:
    assert repair(name) == name


@pytest.mark.parametrize("name", sorted(name for name in KNOWN if len(name) > 3))
def test_a_given_name_that_names_a_day_or_a_procedure(name: str) -> None:
    reading = OfflineUnderstander().understand(name, Context(reference_time=NOW, state=State.ASK_NAME))
    assert reading.name == name.capitalize()
    assert reading.when is None
    assert reading.procedure == ()


@pytest.mark.parametrize(
    "word", ["quieta", "seguida", "aranha", "tamanha", "ferido", "restante", "estante", "aproxima", "safado"]
)
def test_a_word_of_the_language_repaired_into_another(word: str) -> None:
    assert repair(word) == word


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("amnaha", "amanha"),
        ("qunita", "quinta"),
        ("segnda", "segunda"),
        ("sababo", "sabado"),
        ("orario", "horario"),
        ("deis", "10"),
        ("tarte", "tarde"),
        ("qarta", "quarta"),
    ],
)
def test_a_slip_that_is_left_as_it_was_typed(slip: str, meant: str) -> None:
    assert repair(slip) == meant


def test_a_word_that_is_both_repaired_to_and_real() -> None:
    assert not {word for word in REAL if repair(word) != word and word not in LISTED}
    assert all(repair(word) == word for word in VOCABULARY)


def test_a_word_of_another_meaning_read_as_a_procedure() -> None:
    names = {fold(name) for procedure in DEFAULT.procedures for name in procedure.names}
    wrong = {word: procedures(word) for word in OTHERS - names if procedures(word)}
    assert not wrong


@pytest.mark.parametrize(
    "word",
    [
        "fazer",
        "marcar",
        "preciso",
        "hoje",
        "tarde",
        "valor",
        "preço",
        "perfeito",
        "perfeita",
        "fácil",
        "começar",
    ],
)
def test_an_everyday_word_read_as_a_procedure(word: str) -> None:
    assert procedures(word) == ()


@pytest.mark.parametrize("procedure", DEFAULT.procedures, ids=lambda p: p.slug)
def test_a_name_that_is_not_heard_as_itself(procedure: Procedure) -> None:
    wrong = {name: procedures(name) for name in procedure.names if procedure.slug not in procedures(name)}
    assert not wrong


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("limpezade pele", "limpeza_de_pele"),
        ("limpezadepele", "limpeza_de_pele"),
        ("depilacaoa laser", "depilacao_laser"),
        ("harmonizaçãofacial", "harmonizacao_facial"),
        ("skin boster", "skinbooster"),
        ("ultra formar", "ultraformer"),
        ("derma pen", "microagulhamento"),
        ("botoquis", "botox"),
        ("limpezinha", "limpeza_de_pele"),
        ("retoquezinho", "retorno"),
    ],
)
def test_a_name_run_together_split_or_made_small(text: str, slug: str) -> None:
    assert procedures(f"quero {text} sexta") == (slug,)


@pytest.mark.parametrize(
    "text", ["que imagem bonita", "harmonia do lar", "criou coragem", "perfeito, combinado", "a fila anda"]
)
def test_two_words_glued_into_a_name(text: str) -> None:
    assert procedures(text) == ()


def test_names_derived_twice_from_one_catalogue() -> None:
    assert names_of(DEFAULT) is names_of(DEFAULT)
