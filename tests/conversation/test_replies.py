"""Which variant is said: the most specific, in the clinic's tone, and not the one that was said just now."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings as hypothesis_settings, strategies as st

from anna.clinica.settings import ClinicaSettings, Tom
from anna.conversation.replies import ReplyBook
from anna.errors import InvalidInput, NotFound
from anna.flows.wording import NAMED_ONCE_IN, REMEMBERED, TRAILS, Wording
from anna.kit.resources import resource_folder

BOOK = ReplyBook.load(resource_folder("prompts"))
SAID_OFTEN = (
    "apresentacao", "saudacao", "ask_procedimento", "ask_quando", "ask_hora", "ask_dia", "ask_vaga", "ask_vaga_de_novo", "anotado",
    "pergunta_de_novo", "pode_ajudar", "preco", "consulta_marcada", "despedida_util", "sem_problema", "de_nada", "ate_logo",
    "transferencia",
)  # fmt: skip
WORDS = dict.fromkeys({fact for name in BOOK.names for fact in BOOK.needs(name)}, "algo")
TALKS = st.lists(
    st.tuples(st.sampled_from(sorted(BOOK.names)), st.sets(st.sampled_from(sorted(WORDS))), st.booleans()),
    max_size=25,
)


def talk(said: Sequence[tuple[str, set[str], bool]], settings: ClinicaSettings) -> list[dict[str, Any]]:
    """What is kept of each message of a conversation, the first one first; a template that cannot be said is passed over."""
    kept: list[dict[str, Any]] = []
    for number, (template, facts, again) in enumerate(said):
        wording = Wording(BOOK, seed=str(number), settings=settings, before=kept[::-1][:REMEMBERED])
        words = {fact: WORDS[fact] for fact in {*facts, "clinica", "cumprimento"}}
        try:
            bubble = wording.bubble(template, words, again=again, introduce=not kept)
        except NotFound:
            continue
        kept.append(bubble.to_json() | {"facts": frozenset(facts)})
    return kept


def choices(template: str, number: int, tom: Tom) -> int:
    """How many variants say the same in this tone."""
    needs = BOOK.variants(template)[number].needs
    return sum(variant.needs == needs and variant.suits(tom) for variant in BOOK.variants(template))


@hypothesis_settings(deadline=None)  # the first talk compiles every template
@given(TALKS, st.sampled_from(Tom))
def test_nobody_hears_the_same_words_twice_in_a_row(said: list[tuple[str, set[str], bool]], tom: Tom) -> None:
    last: dict[str, int] = {}
    for message in talk(said, ClinicaSettings(tom=tom))[-REMEMBERED:]:
        for template, number in message["ditas"].items():
            assert choices(template, number, tom) == 1 or last.get(template) != number
            last[template] = number


@hypothesis_settings(deadline=None)  # the first talk compiles every template
@given(TALKS, st.sampled_from(Tom))
def test_a_name_is_said_sparingly(said: list[tuple[str, set[str], bool]], tom: Tom) -> None:
    kept = talk(said, ClinicaSettings(tom=tom))
    for start in range(len(kept)):
        assert sum(bool(message.get("nome")) for message in kept[start : start + NAMED_ONCE_IN]) <= 1


@hypothesis_settings(deadline=None)  # the first talk compiles every template
@given(TALKS, st.sampled_from(Tom))
def test_a_clinic_is_spoken_for_in_its_own_tone(said: list[tuple[str, set[str], bool]], tom: Tom) -> None:
    for message in talk(said, ClinicaSettings(tom=tom)):
        assert all(BOOK.variants(name)[number].suits(tom) for name, number in message["ditas"].items())


@pytest.mark.parametrize("tom", Tom)
@pytest.mark.parametrize("template", SAID_OFTEN)
def test_what_is_said_often_can_be_said_in_three_ways(template: str, tom: Tom) -> None:
    for number, variant in enumerate(BOOK.variants(template)):
        assert not variant.suits(tom) or choices(template, number, tom) >= 3, variant


def test_what_was_said_longest_ago_comes_first_again() -> None:
    book = ReplyBook({"oi": ["um", "dois", "três"]})
    assert [
        book.render("oi", {}, seed="x", said=said).text for said in ([0, 1, 2], [2, 1, 0], [1, 0, 2])
    ] == ["três", "um", "três"]
    assert book.render("oi", {}, seed="x", said=[1, 0]).text == "três"


def test_an_emoji_goes_after_the_first_line_and_only_where_it_is_wanted() -> None:
    book = ReplyBook({"pronto": ["Pronto, {{ dia }}.\nAté lá."]}, {"pronto": "✅"})
    texts = [
        Wording(book, seed="x", settings=ClinicaSettings(emoji=emoji), before=[])
        .bubble("pronto", {"dia": "sexta"})
        .texto
        for emoji in (True, False)
    ]
    assert texts == ["Pronto, sexta. ✅\nAté lá.", "Pronto, sexta.\nAté lá."]


def test_no_emoji_stands_beside_an_emergency_a_refusal_or_money() -> None:
    grave = (
        "transferencia",
        "pagamento",
        "sinal",
        "consulta_cancelada",
        "engano",
        "insulto",
        "saida",
        "link_",
        "lembrar_",
    )
    assert not [name for name in BOOK.names if name.startswith(grave) and BOOK.emoji(name)]


def test_whoever_is_promised_a_person_hears_when_persons_answer() -> None:
    promises = re.compile(
        r"\b(?:vou (?:chamar|pedir|passar)|já (?:chamei|avisei|passei|passo)|passo para alguém|alguém da equipe (?:fala|responde))\b",
        re.IGNORECASE,
    )
    told = {name for name, trails in TRAILS.items() if "quando_respondem" in trails}
    assert {name for name in BOOK.names for text in BOOK.literals(name) if promises.search(text)} <= told


def test_a_fact_that_begins_a_sentence_begins_it_with_a_capital() -> None:
    book = ReplyBook({"dia": ["Certo! {{ dia }} está livre, {{ hora }}."]})
    assert (
        book.render("dia", {"dia": "sexta", "hora": "às 9h"}, seed="").text
        == "Certo! Sexta está livre, às 9h."
    )


@pytest.mark.parametrize(
    "templates",
    [
        {"oi": [{"informal": "Oi"}]},  # a formal clinic would have nothing to say
        {"oi": [{"rude": "Ei"}]},
        {"oi": [{"formal": 1, "informal": "Oi"}]},
        {"oi": [["Oi"]]},
        {"oi": [{}]},
        {"oi": ["{% if x %}Oi{% endif %}"]},
        {"oi": ["{{ nome | upper }}"]},
    ],
)  # fmt: skip
def test_a_template_that_cannot_be_said_is_refused_when_it_is_read(templates: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput, match="oi"):
        ReplyBook(templates)


@pytest.mark.parametrize("emoji", [{"olá": "😊"}, {"oi": ":)"}, {"oi": "oi"}, {"oi": ""}])
def test_what_is_no_emoji_decorates_nothing(emoji: dict[str, str]) -> None:
    with pytest.raises(InvalidInput, match=r"emoji\.yaml"):
        ReplyBook({"oi": ["Oi"]}, emoji)
