"""Answers to a list of times: a number with a remark, a count, a refusal of the whole, an hour of an older list, a short name."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

ANNA = OfflineUnderstander()
SLOTS = tuple(datetime.fromisoformat(f"2026-12-02T{hour}") for hour in ("13:00", "15:30", "17:00"))
OFFERED = Context(
    reference_time=datetime(2026, 11, 25, 14, tzinfo=ZoneInfo("America/Sao_Paulo")),
    state=State.OFFER_SLOTS,
    slots=SLOTS,
)
OPEN = replace(OFFERED, state=State.NONE, slots=())


def read(text: str, context: Context = OFFERED) -> Reading:
    return ANNA.understand(text, context)


@pytest.mark.parametrize(
    ("text", "number", "beside"),
    [
        ("1 e divide em 6?", 1, Intent.PAYMENT),
        ("quero a 2 e como chego aí?", 2, Intent.LOCATION),
        ("2 vcs aceitam pix?", 2, Intent.PAYMENT),
        ("3, só q é só barba msm qnto fica", 3, Intent.PRICE),
    ],
)
def test_a_question_behind_the_number_that_hides_it(text: str, number: int, beside: Intent) -> None:
    reading = read(text)
    assert reading.choice == number
    assert beside in reading.intents


@pytest.mark.parametrize("text", ["o 1 é caro?", "2 é com quem?", "a 2 é muito cedo", "1 e 2", "1 e meia"])
def test_a_remark_on_the_time_itself_that_takes_it(text: str) -> None:
    assert read(text).choice is None


def test_a_joke_that_is_something_in_the_way() -> None:
    assert read("3 to zoando").choice == 3
    assert read("3 to no trabalho").choice is None


@pytest.mark.parametrize(
    "text", ["só esses dois", "me diz os 2 horários", "quero saber desses 2", "não quero nada, só os dois"]
)
def test_a_count_that_is_an_option(text: str) -> None:
    assert read(text).choice is None


@pytest.mark.parametrize(
    "text", ["NÃO EU NÃO QUERO ESSE BOTOX", "cancela o botox", "tira isso", "não quero botox nenhum"]
)
def test_what_is_refused_that_is_only_offered_anew(text: str) -> None:
    reading = read(text, replace(OFFERED, under_way=("botox",)))
    assert Intent.CANCEL in reading.intents
    assert (reading.choice, reading.procedure) == (None, ())


@pytest.mark.parametrize(
    "text",
    [
        "não quero botox de manhã",
        "não quero limpeza nenhuma",
        "tira a dúvida",
        "cancela a primeira e marca a 2",
    ],
)
def test_something_else_refused_that_drops_what_is_under_way(text: str) -> None:
    reading = read(text, replace(OFFERED, under_way=("botox",)))
    assert Intent.CANCEL not in reading.intents or reading.choice == 2


def test_half_an_hour_later_that_is_the_hour_shown_before() -> None:
    assert read("quero a das 15h").slot_choice == SLOTS[1]
    before = replace(OFFERED, shown=(datetime.fromisoformat("2026-12-02T15:00"),))
    assert read("quero a das 15h", before).slot_choice is None
    assert read("quero a das 15h30", before).slot_choice == SLOTS[1]


def test_a_pronoun_that_takes_what_nobody_spoke_of() -> None:
    assert read("vou querer ela").choice is None
    assert read("vou querer ela", replace(OFFERED, before="e quarta 17h dura até que horas")).choice == 3
    assert read("vou querer ela", replace(OFFERED, before="tem estacionamento?")).choice is None


def test_who_is_a_doctor_that_is_an_appointment_in_the_way() -> None:
    assert read("a das 13h, ela é médica né").choice == 1
    assert read("13h tenho médico").choice is None


@pytest.mark.parametrize(
    ("under_way", "booked", "slugs"),
    [
        (("preenchimento_labial", "limpeza_de_pele"), (), ("preenchimento_labial",)),
        ((), ("preenchimento_labial",), ("preenchimento_labial",)),
        (("preenchimento",), ("preenchimento_labial",), ("preenchimento",)),
        ((), (), ("preenchimento",)),
        ((), ("preenchimento", "preenchimento_labial"), ("preenchimento",)),
    ],
)
def test_a_short_name_that_becomes_another_of_its_family(
    under_way: tuple[str, ...], booked: tuple[str, ...], slugs: tuple[str, ...]
) -> None:
    context = replace(OPEN, under_way=under_way, booked=booked)
    assert read("preenchimento quarta às 17", context).procedure == slugs
    assert read("preenchimento facial quarta às 17", context).procedure == ("preenchimento",)


def test_what_something_is_to_come_before_that_is_wished_for() -> None:
    context = replace(OFFERED, under_way=("limpeza_de_pele",), booked=("preenchimento_labial",))
    assert read("antes do preenchimento às 16", context).procedure == ()


def test_a_condition_that_the_agenda_answers_and_the_waiting_list() -> None:
    assert Intent.WAITLIST not in read("tem às 18? se tiver quero a 3").intents
    assert Intent.WAITLIST in read("se tiver um horário antes me avisa").intents


def test_a_description_that_is_guessed_to_be_a_procedure() -> None:
    reading = read("aquele negócio do bumbum que fica durinho", OPEN)
    assert (reading.procedure, Nuance.ASKS_ADVICE in reading.nuances) == ((), True)
    assert read("quero furinhos no rosto", OPEN).procedure == ("microagulhamento",)
    assert Nuance.ASKS_ADVICE not in read("aquela coisa de sempre", OPEN).nuances


LABELLED = replace(
    OFFERED, options=(*(f"segunda, {day}/11, às 16h45" for day in (28, 30, 29)), "Outro dia ou horário")
)
ELSEWHERE = replace(
    OFFERED, slots=tuple(datetime.fromisoformat(f"2026-11-{day}T17:15") for day in (26, 27, 30))
)


@pytest.mark.parametrize(
    "text",
    ["não dá nenhum desses. quer dizer q depois das 17:30 nunca tem?", "nenhuma às 17:30?", "nenhum, dia 30 eu não posso"],
)  # fmt: skip
def test_half_an_hour_that_is_taken_for_the_day_of_a_label(text: str) -> None:
    assert read(text, replace(LABELLED, slots=ELSEWHERE.slots)).choice is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("nossa mas eu falei semana que vem e final da tarde, tipo 17h", None),
        ("mas eu pedi depois das 17h", None),
        ("ué, já disse que é de manhã na quinta", None),
        ("eu disse a 2", 2),
        ("já falei com meu marido, 13h ta bom", 1),
        ("mas eu falei 15h30 moça", 2),
    ],
)
def test_a_protest_that_books(text: str, number: int | None) -> None:
    """Would catch who says again what she had asked for being booked at what was offered instead."""
    assert read(text).choice == number


@pytest.mark.parametrize(
    ("text", "options", "number"),
    [
        ("remarcar pro dia 30 as 17 moça", ("Quero remarcar", "É mais um", "Manter como está"), 1),
        ("não! remarca pra quinta", ("Quero remarcar", "É mais um", "Manter como está"), 1),
        ("não precisa remarcar, sexta mesmo ta bom", ("Quero remarcar", "É mais um", "Manter como está"), None),
        ("sim cancela. vou ver outra clinica q abre a noite", ("Sim, cancelar", "Não, manter"), 1),
        ("NAO QUERO MAIS. cancela a de segunda 30", ("Sim, cancelar", "Não, manter"), 1),
        ("não cancela a de segunda", ("Sim, cancelar", "Não, manter"), None),
    ],
)  # fmt: skip
def test_an_option_said_in_so_many_words_beside_a_day(
    text: str, options: tuple[str, ...], number: int
) -> None:
    """Would catch who orders what an option is for, and names a day, being told that nothing changes."""
    assert read(text, replace(OPEN, state=State.CONFIRM_BOOKING, options=options)).choice == number


@pytest.mark.parametrize(
    ("text", "number"), [("quarta feira 15h", None), ("a das 15", 2), ("15h", 2), ("quarta às 15h30", 2)]
)
def test_another_hour_of_the_only_day(text: str, number: int | None) -> None:
    """Would catch 15h30 held for who asks for the Wednesday, 15h, of which nothing had been shown."""
    assert read(text).choice == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("é 17h não 15h30", 3),
        ("é cinco da tarde não três e meia", 3),
        ("quero 17h e não 15h30", 3),
        ("17 e não 15:30", 3),
        ("15h30 não, 17h", 3),
        ("15h30 não posso, 17h", 3),
    ],
)
def test_an_hour_that_is_set_against_another(text: str, number: int) -> None:
    """ "é 17h não 15h30" refused the one and took the other."""
    assert read(text).choice == number
