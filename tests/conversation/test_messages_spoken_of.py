"""What is said of the clinic's messages and leaves none of them, and what only looks like it."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Nuance, Reading
from anna.conversation.messages_spoken_of import Spoken, SpokenOf, spoken_of_messages
from anna.conversation.question import Heard
from anna.conversation.understanding.intents.reminders import refuses_only_reminders
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime.fromisoformat("2026-11-25T14:12:00-03:00")


def read(text: str, state: State = State.NONE) -> Reading:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=state))


def spoken(text: str, *, answers: bool = False) -> SpokenOf | None:
    return spoken_of_messages(Heard(reading=read(text), text=text), read, answers=answers)


@pytest.mark.parametrize(("text", "what"), [
    ("nao me manda msg de noite, so de dia", Spoken.NIGHTS),
    ("de madrugada nao, so de dia", Spoken.NIGHTS),
    ("por favor não mandem mensagem de madrugada", Spoken.NIGHTS),
    ("mensagem de noite não", Spoken.NIGHTS),
    ("parem de mandar mensagem na madrugada", Spoken.NIGHTS),
    ("não me escreve depois das 22h", Spoken.NIGHTS),
    ("propaganda parou né?", Spoken.STOPPED_NEWS),
    ("as promoções já pararam?", Spoken.STOPPED_NEWS),
    ("vocês pararam de mandar propaganda né", Spoken.STOPPED_NEWS),
    ("já saí da lista de promoções?", Spoken.STOPPED_NEWS),
    ("as mensagens pararam né?", Spoken.STOPPED_ALL),
    ("voces pararam de mandar mensagem ne?", Spoken.STOPPED_ALL),
    ("nao quero lembrete no dia, so na vespera", Spoken.SOME_REMINDERS),
    ("lembrete na véspera não precisa, só no dia", Spoken.SOME_REMINDERS),
    ("não manda lembrete em cima da hora", Spoken.SOME_REMINDERS),
    ("não enche", Spoken.REBUFF),
    ("ai nao enche mano", Spoken.REBUFF),
    ("não amola", Spoken.REBUFF),
])  # fmt: skip
def test_it_leaves_nothing(text: str, what: Spoken) -> None:
    said = spoken(text)
    assert said is not None
    assert (said.what, said.rest) == (what, None)


@pytest.mark.parametrize("text", [
    "não mande mais nada de noite nem de dia", "não me mandem mensagem", "parem de mandar propaganda", "sair", "não quero mais mensagem", "para de me mandar msg",
    "não mandem mensagem nem de dia nem de noite", "não manda nada hora nenhuma",
])  # fmt: skip
def test_an_opt_out_is_one(text: str) -> None:
    assert read(text).optout
    assert spoken(text) is None


@pytest.mark.parametrize("text", [
    "tem horário de noite?", "de noite não posso", "quero lembrete no dia", "parou de chover né?", "a promoção acabou?", "a promoção já acabou né?", "não recebi mensagem",
    "parou de doer né?", "manda o lembrete no dia", "o botox parou de fazer efeito né?", "não quero encher muito a boca",
])  # fmt: skip
def test_what_only_looks_so(text: str) -> None:
    assert spoken(text) is None


def test_what_is_wished_besides_is_left() -> None:
    said = spoken("não me manda msg de noite. quero botox quinta 10h")
    assert said is not None
    assert said.rest is not None
    assert said.rest.reading.procedure == ("botox",)
    reminded = spoken("nao quero lembrete no dia, so na vespera. e marca laser axila sexta 8h")
    assert reminded is not None
    assert reminded.rest is not None
    assert reminded.rest.reading.when is not None


def test_an_hour_that_answers_is_one() -> None:
    assert spoken("de noite não, só de manhã", answers=True) is None


@pytest.mark.parametrize("text", ["não enche", "nao enche mano", "não amola"])
def test_a_rebuff_to_what_nobody_asked_for_leaves(text: str) -> None:
    assert not read(text).optout
    assert all(read(text, state).optout for state in (State.CAMPAIGN, State.REMINDER))


@pytest.mark.parametrize(("text", "only"), [
    ("parem de me mandar lembrete, só lembrete viu", True),
    ("não quero lembrete, só os lembretes mesmo", True),
    ("lembrete não quero mais, promoção pode", False),  # the wish is not named as such
    ("não manda lembrete, as promoções podem continuar", True),
    ("tira o lembrete, o resto pode mandar", True),
    ("para de mandar lembrete e promoção, tudo", False),
    ("não manda lembrete aqui", False),
    ("não me mandem mais nada, só o lembrete da consulta", False),
    ("nao quero mais receber propaganda, só lembrete de consulta", False),
])  # fmt: skip
def test_only_the_reminders(text: str, only: bool) -> None:
    assert refuses_only_reminders(text) is only


@pytest.mark.parametrize(
    "text",
    ["SAIR das promoções", "sair da lista de promoções", "quero sair das novidades", "sair só das ofertas"],
)
def test_the_news_alone_are_left(text: str) -> None:
    reading = read(text)
    assert reading.optout
    assert Nuance.NAMES_NEWS in reading.nuances
