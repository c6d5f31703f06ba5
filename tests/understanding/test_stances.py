"""What a message does with what it names: an offered time that is refused, doubted or asked about is never chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import example, given, settings, strategies as st

from anna.commands import Intent, Nuance, YesNo
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

ANNA = OfflineUnderstander()
SLOTS = tuple(datetime.fromisoformat(f"2026-03-10T{at}") for at in ("08:30", "11:30", "14:30"))
OFFER = Context(
    reference_time=datetime.fromisoformat("2026-03-04T09:00:00-03:00"), state=State.OFFER_SLOTS, slots=SLOTS
)
# Each slot as people name it.
NAMES = (
    ("8h30", "às 8h30", "o de 8h30", "a das 8:30", "8h30 da manhã", "o 1", "a 1", "a primeira"),
    ("11h30", "às 11h30", "o de 11h30", "a das 11:30", "onze e meia", "o 2", "a 2", "a opção 2"),
    ("14h30", "às 14h30", "o de 14h30", "a das 14:30", "14h30 da tarde", "o 3", "a 3", "a última"),
)
REFUSALS = (
    "{} não dá", "{} não dá pra mim", "{} eu não posso", "{} eu não consigo", "não quero {}", "não posso {}", "{} não",
    "{} é muito cedo", "{} é muito tarde pra mim", "{} é ruim", "{} fica complicado", "{} tenho reunião", "{} eu trabalho",
    "{} estou no plantão", "{} tô na escola", "{} nem pensar", "{} impossível", "tirando {}", "exceto {}", "menos {}",
    "{}, não consigo", "{} era bom, mas tenho médico", "infelizmente {} não dá", "{} já tenho compromisso",
)  # fmt: skip
DOUBTS = (
    "talvez {}", "vou pensar, {} talvez", "{}, mas preciso ver com meu marido", "{} se meu chefe deixar", "não sei se consigo {}",
    "{} depende do meu trabalho", "{}, mas te confirmo depois", "vou ver se consigo {}", "tô na dúvida de {}",
)  # fmt: skip
QUESTIONS = (
    "{} é com quem?", "{} tem estacionamento?", "{} é muito caro?", "quanto fica {}?", "quem atende {}?",
    "se eu pegar {} pago quanto?", "{} demora muito?", "{} posso levar meu filho?",
)  # fmt: skip
TAKES = (
    "{}", "pode ser {}", "quero {}", "{} por favor", "não, {} mesmo", "nossa, não tem erro: {}", "{} sem problema", "sim, {}",
    "fico com {}", "{}, não vou faltar", "não precisa ver outro, {}", "por que não? {}",
)  # fmt: skip
places = st.sampled_from(range(3))


def named(place: int, which: int) -> str:
    return NAMES[place][which % len(NAMES[place])]


@settings(max_examples=250)
@given(place=places, which=st.integers(0, 7), refusal=st.sampled_from(REFUSALS))
@example(place=0, which=7, refusal="não quero {}")  # "primeira" sounds like a word of the catalogue
def test_an_hour_that_is_only_refused_is_booked(place: int, which: int, refusal: str) -> None:
    reading = ANNA.understand(refusal.format(named(place, which)), OFFER)
    assert reading.slot_choice is None
    assert Intent.OTHER_TIMES in reading.intents
    assert reading.yes_no is YesNo.NO


@settings(max_examples=150)
@given(place=places, which=st.integers(0, 7), said=st.sampled_from((*DOUBTS, *QUESTIONS)))
def test_an_hour_that_is_doubted_or_asked_about_is_booked(place: int, which: int, said: str) -> None:
    reading = ANNA.understand(said.format(named(place, which)), OFFER)
    assert reading.slot_choice is None
    assert not reading.intents & {Intent.CHOOSE_SLOT, Intent.OTHER_TIMES}


@settings(max_examples=150)
@given(place=places, which=st.integers(0, 7), said=st.sampled_from(TAKES))
def test_an_hour_that_is_taken_in_words_of_a_refusal_is_asked_for_again(
    place: int, which: int, said: str
) -> None:
    assert ANNA.understand(said.format(named(place, which)), OFFER).slot_choice == SLOTS[place]


@settings(max_examples=250)
@given(
    places=st.permutations(range(3)),
    which=st.integers(0, 7),
    refusal=st.sampled_from(REFUSALS[:9]),
    joint=st.sampled_from((", ", ". ", " mas ", ", mas ", " então ")),
    taking=st.sampled_from(("quero {}", "pode ser {}", "{} dá", "fico com {}", "prefiro {}")),
)
def test_of_a_refused_and_a_taken_hour_the_refused_one_is_booked(
    places: list[int], which: int, refusal: str, joint: str, taking: str
) -> None:
    refused, taken, _ = places
    said = refusal.format(named(refused, which)) + joint + taking.format(named(taken, which))
    assert ANNA.understand(said, OFFER).slot_choice in {SLOTS[taken], None}, said


def test_a_refused_hour_is_offered_again() -> None:
    when = ANNA.understand("8h30 não dá pra mim", OFFER).when
    assert when is not None
    assert when.exclude.times == (SLOTS[0].time(),)


def test_who_refuses_the_one_time_that_is_offered_is_taken_at_her_word() -> None:
    alone = Context(reference_time=OFFER.reference_time, state=State.OFFER_SLOTS, slots=SLOTS[:1])
    assert ANNA.understand("8h30 não dá", alone).slot_choice is None
    assert ANNA.understand("ok, mas 8h30 é com quem?", alone).slot_choice is None


@pytest.mark.parametrize("said", ["com o otavio não quero", "8h30 não quero", "não quero a 1, quero a 2"])
def test_who_refuses_one_of_several_gives_all_up(said: str) -> None:
    assert Nuance.GIVES_UP not in ANNA.understand(said, OFFER).nuances


@pytest.mark.parametrize("text", ["cancela a primeira", "pode cancelar a 2", "cancela a de 8h30"])
def test_what_is_cancelled_is_not_taken(text: str) -> None:
    for context in (OFFER, replace(OFFER, options=("8h30", "11h30", "14h30", "Outro dia ou horário"))):
        reading = ANNA.understand(text, context)
        assert (reading.slot_choice, reading.choice, Intent.CANCEL in reading.intents) == (None, None, True)
