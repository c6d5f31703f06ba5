"""Tables of what people say, a rule or two each."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from anna.commands import Intent, Reading, YesNo
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.when import TimeKind, WhenStatus

ANNA = OfflineUnderstander()
TUESDAY = datetime.fromisoformat("2026-03-03T10:00:00-03:00")
SLOTS = tuple(datetime.fromisoformat(s) for s in ("2026-03-05T09:00", "2026-03-05T14:30", "2026-03-06T11:00"))
BOOKING = "Posso confirmar limpeza de pele na quinta 05/03 às 10h?"


def read(
    text: str, state: State = State.NONE, *, bot: str | None = None, slots: tuple[datetime, ...] = ()
) -> Reading:
    return ANNA.understand(text, Context(reference_time=TUESDAY, state=state, bot_text=bot, slots=slots))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("quarta, aliás quinta", date(2026, 3, 5)),
        ("hoje não, amanhã", date(2026, 3, 4)),
        ("amanhã não posso, quinta também não, sexta", date(2026, 3, 6)),
        ("não é na quinta, é na sexta", date(2026, 3, 6)),
        ("desmarca a de sexta e marca pra segunda", date(2026, 3, 9)),
        ("em vez de quinta pode ser sexta", date(2026, 3, 6)),
        ("não pode ser amanhã?", date(2026, 3, 4)),
        ("semana que vem, na quinta", date(2026, 3, 12)),
        ("quinta agora não, a outra", date(2026, 3, 12)),
        ("quinta, dia 12", date(2026, 3, 12)),
    ],
)
def test_a_correction_or_refusal_that_keeps_the_wrong_day(text: str, day: date) -> None:
    when = read(text, State.ASK_WHEN).when
    assert when is not None
    assert (when.date_start, when.date_end) == (day, day)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("quinze pras três", TimeKind.AT, time(14, 45), None),
        ("meio-dia e meia", TimeKind.AT, time(12, 30), None),
        ("entre 10 e 12h", TimeKind.BETWEEN, time(10), time(12)),
        ("9h-11h", TimeKind.BETWEEN, time(9), time(11)),
        ("8:00-10:00", TimeKind.BETWEEN, time(8), time(10)),
        ("das 2 às 4 da tarde", TimeKind.BETWEEN, time(14), time(16)),
        ("depois das 15", TimeKind.AFTER, time(15), None),
        ("trabalho das 8 às 17", TimeKind.AFTER, time(17), None),
        ("até as 16h", TimeKind.BEFORE, None, time(16)),
        ("umas 3 e pouco", TimeKind.AROUND, time(15), None),
        ("à tarde", TimeKind.DAYPART, time(12), time(18)),
    ],
)
def test_an_hour_said_another_way(text: str, kind: TimeKind, first: time | None, last: time | None) -> None:
    when = read(text, State.ASK_TIME).when
    assert when is not None
    assert (when.time_kind, when.time_start, when.time_end) == (kind, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "tenho 35 anos",
        "moro na rua 25 de março, 300",
        "são 10 sessões de 40 minutos?",
        "R$ 1.200,00 em 12x",
        "é minha segunda sessão",
        "sou a Maria Domingos Abril",
        "o Sr. Domingos indicou vocês",
        "boa tarde!",
        "moro em Natal",
        "nota 10",
        "fiz dia 10 de fevereiro",
        "tem promoção esse mês?",
        "posso malhar amanhã?",
        "meu cpf é 123.456.789-09",
        "de 15 em 15 dias",
    ],
)
def test_a_number_or_name_taken_for_a_date(text: str) -> None:
    assert read(text).when is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("domingo às 10", WhenStatus.CLOSED),
        ("sexta às 20h", WhenStatus.CLOSED),
        ("sábado à tarde", WhenStatus.CLOSED),
        ("sexta feira santa", WhenStatus.CLOSED),
        ("hoje às 9", WhenStatus.PAST),
        ("ontem", WhenStatus.PAST),
        ("30 de fevereiro", WhenStatus.AMBIGUOUS),
        ("segunda dia 10", WhenStatus.AMBIGUOUS),
        ("sábado às 12h", WhenStatus.OK),
    ],
)
def test_a_wish_the_calendar_would_refuse(text: str, status: WhenStatus) -> None:
    when = read(text, State.ASK_WHEN).when
    assert when is not None
    assert when.status is status
    assert when.clarify == (status is not WhenStatus.OK)


@pytest.mark.parametrize(
    "text",
    [
        "não, pode sim!",
        "já falei que sim",
        "não tem problema",
        "nem fala, pode marcar",
        "por que não?",
        "sim, quinta às 10",
    ],
)
def test_a_yes_inside_a_no(text: str) -> None:
    assert read(text, State.CONFIRM_BOOKING, bot=BOOKING).yes_no is YesNo.YES


@pytest.mark.parametrize(
    "text",
    [
        "pode não",
        "claro que não",
        "tá ótimo não",
        "sim... aliás não",
        "quero não",
        "infelizmente não vou conseguir",
    ],
)
def test_a_no_inside_a_yes(text: str) -> None:
    assert read(text, State.CONFIRM_BOOKING, bot=BOOKING).yes_no is YesNo.NO


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("2", 1),
        ("a segunda", 1),
        ("o último", 2),
        ("a das 14:30", 1),
        ("sexta", 2),
        ("quinta de manhã", 0),
        ("11", 2),
        ("quinta não, sexta", 2),
        ("a do meio", 1),
    ],
)
def test_an_offered_slot_picked_in_words(text: str, slot: int) -> None:
    reading = read(text, State.OFFER_SLOTS, slots=SLOTS)
    assert reading.slot_choice == SLOTS[slot]
    assert reading.choice == slot + 1


@pytest.mark.parametrize(
    "text",
    ["nenhum desses", "tem outro horário?", "só tem esses?", "não posso nesses dias", "nem quinta nem sexta"],
)
def test_a_refusal_of_all_slots_that_picks_one(text: str) -> None:
    reading = read(text, State.OFFER_SLOTS, slots=SLOTS)
    assert reading.slot_choice is None
    assert Intent.OTHER_TIMES in reading.intents


@pytest.mark.parametrize("text", ["quinta", "de manhã", "1 ou 2", "sim"])
def test_an_answer_that_fits_two_slots_and_picks_one(text: str) -> None:
    assert read(text, State.OFFER_SLOTS, slots=SLOTS).slot_choice is None


def test_a_number_bound_to_options_of_another_question() -> None:
    context = Context(
        reference_time=TUESDAY, state=State.REMINDER, options=("Confirmar", "Remarcar", "Cancelar")
    )
    assert ANNA.understand("1", context).intents == {Intent.CONFIRM_ATTENDANCE}
    assert ANNA.understand("2", context).intents == {Intent.RESCHEDULE}
    cancel = ANNA.understand("Cancelar", context)
    assert cancel.intents == {Intent.CANCEL}
    assert (cancel.choice, cancel.yes_no) == (3, YesNo.NO)


@pytest.mark.parametrize(
    "text",
    ["tem como parar a dor?", "posso sair antes das 15h?", "quero sair da lista de espera", "não me liguem, só mensagem", "bloqueia esse horário pra mim",
     "pode parar de perguntar e me passar um atendente?", "não quero mais esse horário", "não recebi o endereço", "vou parar de tomar o remédio"],
)  # fmt: skip
def test_a_look_alike_that_opts_a_patient_out(text: str) -> None:
    assert not read(text).optout


@pytest.mark.parametrize(
    "text",
    [
        "não quero mais receber nada",
        "para de mandar mensagem pra mim",
        "me tira dessa lista",
        "SAIR",
        "vou bloquear se continuar mandando",
    ],
)
def test_an_opt_out_missed(text: str) -> None:
    reading = read(text, State.CAMPAIGN)
    assert reading.optout
    assert reading.intents == {Intent.OPTOUT}


@pytest.mark.parametrize(
    ("text", "leaves"),
    [
        ("quero limpeza de pele sexta\nSAIR", True),
        ("STOP\nquem é vc?", True),
        ("quanto custa o botox?\n PARAR ", True),
        ("tenho que\nparar\no remédio?", False),
        ("QUERO BOTOX SEXTA\nTENHO QUE\nPARAR O REMEDIO?", False),
        ("TENHO QUE\nSAIR\nAS 15H", False),
        ("vou ter que SAIR mais cedo\npode ser às 9h?", False),
        ("OI\nquero saber o preço", False),
    ],
)
def test_the_keyword_counts_as_it_is_told_to_be_sent_among_other_messages(text: str, leaves: bool) -> None:
    """A burst is read as one text: an opt-out between two other messages would be a word in their sentence."""
    assert read(text).optout is leaves


def test_a_clinic_that_does_not_offer_what_the_default_one_does() -> None:
    only = Catalogue.from_rows([("peeling", ("Peeling",)), ("banho_de_lua", ("Banho de lua",))])
    context = Context(reference_time=TUESDAY, state=State.ASK_PROCEDURE, catalogue=only)
    assert ANNA.understand("quero botox", context).procedure == ()
    assert ANNA.understand("banho de lua", context).procedure == ("banho_de_lua",)


def test_a_rule_that_fires_without_leaving_a_trace() -> None:
    trace = read("quero marcar botox amanhã às 14h, sou a Bia, 11 98765-4321").trace
    seen = {hit.rule.split(".")[0] for hit in trace}
    assert {"people", "days", "times", "procedures", "intents"} <= seen
    assert "answers.number" in {hit.rule for hit in read("2", State.OFFER_SLOTS, slots=SLOTS).trace}
    assert "answers.score" in {hit.rule for hit in read("9", State.NPS).trace}
    assert any(hit.saw == "amanhã" and hit.meant == "2026-03-04" for hit in trace)


async def test_a_reading_that_differs_by_the_door_it_came_through() -> None:
    context = Context(reference_time=TUESDAY)
    assert await ANNA.read("quero marcar botox", context) == ANNA.understand("quero marcar botox", context)
