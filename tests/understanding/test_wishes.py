"""What is wished of something that stands already: a table of messages, and of look-alikes that wish nothing of the kind."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import COMMANDS, FURTHER_COMMANDS, Intent, Nuance, Reading
from anna.conversation.said import words
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime.fromisoformat("2026-11-25T14:12:00-03:00")


def read(text: str, *options: str, state: State = State.NONE) -> Reading:
    context = Context(reference_time=NOW, state=state, options=options)
    return OfflineUnderstander().understand(text, context)


def test_a_further_command_has_a_name_of_its_own() -> None:
    assert not {nuance.value for nuance in FURTHER_COMMANDS} & {intent.value for intent in Intent}
    assert len(COMMANDS) == len(FURTHER_COMMANDS) + len(Intent)


@pytest.mark.parametrize(
    "text",
    [
        "confirmo minha consulta",
        "Confirmo minha presença",
        "confirmadíssimo pra amanhã",
        "bom dia, passando pra confirmar minha consulta de amanhã",
        "pode confirmar que eu vou",
        "tô confirmada pra sexta às 16h",
        "to confirmando presença",
        "confirmo minha consulta, que horas é mesmo?",
    ],
)
def test_who_confirms_outside_a_reminder_is_heard(text: str) -> None:
    assert Intent.CONFIRM_ATTENDANCE in read(text).intents
    assert Intent.SCHEDULE not in read(text).intents


def test_the_day_that_somebody_confirms_is_kept() -> None:
    """It may not be the day on which she is booked."""
    when = read("confirmo minha consulta amanhã às 10h").when
    assert when is not None
    assert when.date_start is not None


@pytest.mark.parametrize(
    "text",
    [
        "não confirmo",
        "ainda não confirmei minha consulta",
        "queria saber se minha consulta está confirmada",
        "pode confirmar o meu horário?",
        "queria confirmar o horário de funcionamento",
        "confirmo que paguei",
        "quero confirmar o preço",
    ],
)
def test_who_asks_or_speaks_of_something_else_confirms_nothing(text: str) -> None:
    assert "confirm_attendance" not in words(read(text))


@pytest.mark.parametrize(
    ("nuance", "text"),
    [
        (Nuance.CONFIRMS, "confirmado!"),
        (Nuance.COMES, "eu vou na sexta viu, pode confirmar"),
        (Nuance.COMES, "vou sim amanhã às 16"),
        (Nuance.COMES, "acho que consigo ir sim"),
        (Nuance.COMES, "ah não, vou sim"),
        (Nuance.OPTS_IN, "quero voltar a receber as mensagens"),
        (Nuance.WANTS_REMINDERS, "reativa os lembretes por favor"),
        (Nuance.WANTS_REMINDERS, "me manda os lembretes de novo"),
        (Nuance.WANTS_NEWS, "me inscreve de novo nas promoções"),
        (Nuance.LEAVES_WAITLIST, "me tira da lista de espera"),
        (Nuance.LEAVES_WAITLIST, "não preciso mais esperar vaga"),
        (Nuance.DROPS_PLACE, "não preciso mais da vaga"),
        (Nuance.ASKS_PLACE, "em que lugar eu tô na lista de espera?"),
        (Nuance.ASKS_PLACE, "quantas pessoas tem na minha frente?"),
        (Nuance.TAKES_BACK, "desculpa, pode manter?"),
        (Nuance.TAKES_BACK, "não era pra cancelar"),
        (Nuance.TAKES_BACK, "desisti de cancelar"),
        (Nuance.TAKES_BACK, "mudei de ideia, quero sim"),
        (Nuance.TAKES_BACK, "pensando bem quero sim, o mesmo"),
        (Nuance.TAKES_BACK, "poxa, eu quero ele de volta"),
        (Nuance.ALL_OF_THEM, "cancela as duas"),
        (Nuance.ALL_OF_THEM, "desmarca todas elas"),
    ],
)
def test_each_wish_is_heard(nuance: Nuance, text: str) -> None:
    assert nuance.value in words(read(text))


@pytest.mark.parametrize(
    ("nuance", "text"),
    [
        (Nuance.COMES, "vou sim, quanto custa?"),
        (Nuance.COMES, "eu vou ver"),
        (Nuance.COMES, "não vou conseguir ir"),
        (Nuance.COMES, "não consigo ir sexta"),
        (Nuance.COMES, "vou ir não"),
        (Nuance.CONFIRMS, "passando pra confirmar o endereço"),
        (Nuance.OPTS_IN, "não quero mais receber mensagens"),
        (Nuance.OPTS_IN, "quero receber um orçamento"),
        (Nuance.OPTS_IN, "pode me avisar se abrir vaga"),
        (Nuance.OPTS_IN, "sim"),
        (Nuance.OPTS_IN, "manda a mensagem de novo"),
        (Nuance.OPTS_IN, "quais são as promoções?"),
        (Nuance.OPTS_IN, "tem promoção de botox?"),
        (Nuance.LEAVES_WAITLIST, "não me tira da lista de espera não"),
        (Nuance.LEAVES_WAITLIST, "me tira dessa lista"),
        (Nuance.LEAVES_WAITLIST, "quero entrar na lista de espera"),
        (Nuance.DROPS_PLACE, "não quero vaga de manhã"),
        (Nuance.ASKS_PLACE, "em que lugar fica?"),
        (Nuance.TAKES_BACK, "mudei de ideia, quero limpeza"),
        (Nuance.TAKES_BACK, "quero um horário"),
        (Nuance.TAKES_BACK, "quero na sexta"),
        (Nuance.TAKES_BACK, "não quero"),
        (Nuance.ALL_OF_THEM, "cancela a das duas"),
        (Nuance.ALL_OF_THEM, "cancela as 2 da tarde"),
        (Nuance.ALL_OF_THEM, "pode ser as duas"),
    ],
)
def test_what_only_looks_like_a_wish_is_none(nuance: Nuance, text: str) -> None:
    assert nuance.value not in words(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "tenho consulta amanhã?",
        "o que eu tenho marcado?",
        "a consulta da minha mãe é que horas?",
        "que dia é a consulta da Nina?",
        "qual meu horário",
        "eu tenho horário sexta?",
        "tô marcada pra quando?",
        "tem alguma coisa no meu nome?",
        "quando eu fui aí a última vez?",
    ],
)
def test_who_asks_what_is_booked_wants_no_new_appointment(text: str) -> None:
    assert read(text).intents == {Intent.CHECK_APPOINTMENT}


@pytest.mark.parametrize(
    "text",
    [
        "vocês têm horário sexta?",
        "qual o horário da clínica?",
        "quero marcar retorno do botox que fiz dia 3, pode ser sexta 16h",
    ],
)
def test_who_asks_for_a_time_or_for_the_hours_asks_for_no_booking_of_hers(text: str) -> None:
    assert Intent.CHECK_APPOINTMENT not in read(text).intents


def test_both_are_both_where_anna_asked_which_and_an_hour_where_she_asked_when() -> None:
    which = read(
        "as duas", "Limpeza de pele: sexta, 27/11, às 16h", "Botox: terça, 01/12, às 16h", "Todas elas"
    )
    assert Nuance.ALL_OF_THEM in which.nuances
    assert which.when is None
    hour = read("as duas", state=State.ASK_TIME)
    assert Nuance.ALL_OF_THEM not in hour.nuances
    assert hour.when is not None


def test_a_date_chooses_no_other_day_of_the_same_weekday() -> None:
    offered = tuple(datetime.fromisoformat(f"2026-12-0{day}T10:00") for day in (2, 3, 4))
    context = Context(reference_time=NOW, state=State.OFFER_SLOTS, slots=offered)
    understand = OfflineUnderstander().understand
    assert understand("não, dia 27/11 mesmo, de manhã", context).slot_choice is None
    assert understand("sexta", context).slot_choice == offered[2]


CANCEL = ("Sim, cancelar", "Quero remarcar", "Manter como está")


@pytest.mark.parametrize(
    "text",
    ["desisti de cancelar", "ah não, vou sim", "pensando bem vou sim", "não precisa cancelar", "acho que consigo ir sim", "nem quero cancelar"],
)  # fmt: skip
def test_a_word_of_a_label_that_is_turned_down_chooses_nothing(text: str) -> None:
    assert read(text, *CANCEL, state=State.REMINDER).choice != 1


@pytest.mark.parametrize(
    ("text", "number"),
    [("sim", 1), ("sim, cancela", 1), ("pode cancelar", 1), ("quero remarcar", 2), ("melhor manter", 3), ("deixa como está", 3)],
)  # fmt: skip
def test_the_words_of_a_label_choose_it(text: str, number: int) -> None:
    reading = read(text, *CANCEL, state=State.REMINDER)
    assert reading.choice == number or (number == 1 and Intent.CANCEL in reading.intents)


def test_who_wants_news_again_asks_for_no_offer() -> None:
    assert "promo_interest" not in words(read("quero voltar a receber promoções"))
