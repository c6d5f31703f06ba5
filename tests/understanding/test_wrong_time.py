"""What is said of a time that was just booked: that it is the wrong one, and which is right; or an hour and nothing else."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context


def read(text: str) -> Reading:
    now = datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))
    return OfflineUnderstander().understand(text, Context(reference_time=now))


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("nao, eu disse 16h30, vc colocou 17h30", time(16, 30)),
        ("nao, eu disse 16h30 com o dr otavio, vc colocou 17h30 com a camila", time(16, 30)),
        ("vc marcou pra 17h30 e eu pedi 16h30", time(16, 30)),
        ("ja ta marcado da Renata, so ta errado o horario. tem que ser 16h30", time(16, 30)),
        ("você marcou errado, era pra ser 17h", time(17)),
        ("não era 17h30, era 16h30", time(16, 30)),
        ("nao foi esse que eu escolhi, escolhi o de 16h30", time(16, 30)),
        ("não é 15h, é 14h", time(14)),
        ("não era isso", None),
        ("o horário ficou errado", None),
        ("marcou o dia errado", None),
    ],
)
def test_the_right_hour_is_not_the_wrong_one(text: str, hour: time | None) -> None:
    reading = read(text)
    assert Nuance.WRONG_TIME in reading.nuances
    assert (reading.when and reading.when.time_start) == hour


@pytest.mark.parametrize(
    "text",
    [
        "tem que ser às 17h?",
        "qual o horário mesmo?",
        "não era pra mim",
        "eu pedi o botox",
        "tá certo o horário",
        "quero marcar botox quinta 16h",
        "você marcou que horas?",
    ],
)
def test_what_is_asked_or_wished_is_no_complaint(text: str) -> None:
    assert Nuance.WRONG_TIME not in read(text).nuances


@pytest.mark.parametrize("text", ["5 da tarde", "às 17h", "17h30 então", "meio dia mesmo", "quinta às 15h"])
def test_an_hour_and_nothing_else(text: str) -> None:
    assert Nuance.ONLY_TIME in read(text).nuances


@pytest.mark.parametrize(
    "text", ["17h quanto custa", "botox às 17h", "de tarde", "quinta", "chego às 17h", "5"]
)
def test_more_than_an_hour_or_none(text: str) -> None:
    assert Nuance.ONLY_TIME not in read(text).nuances


@pytest.mark.parametrize(
    "text",
    [
        "ops, na vdd quarta q vem de manha da?",
        "na verdade prefiro quinta",
        "melhor sexta as 15h",
        "aliás, pode ser na sexta?",
        "mudei de ideia, quero quinta",
        "errei, é terça",
        "prefiro de tarde",
        "perai, quinta não, sexta",
        "dá pra ser sexta?",
        "quarta eu tenho prova\nda pra ser sexta?",
    ],
)
def test_another_day_or_hour_after_a_second_thought(text: str) -> None:
    assert Nuance.SECOND_THOUGHT in read(text).nuances


@pytest.mark.parametrize(
    "text",
    [
        "quarta de manhã",
        "prefiro limpeza na quinta",
        "na verdade prefiro limpeza",
        "melhor não na sexta",
        "qual o melhor horário?",
        "na verdade quanto custa na quinta?",
        "aliás, chego às 17h",
        "ops, quinta não posso",
        "na verdade é pra minha filha, quinta",
        "aliás, vocês abrem no sábado?",
        "pensando bem, cancela quinta",
        "quero falar com alguém, melhor de tarde",
    ],
)
def test_no_second_thought_about_the_hour(text: str) -> None:
    assert Nuance.SECOND_THOUGHT not in read(text).nuances


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("oi mudei de ideia de novo kkk pode ser sexta 13h", True),
        ("na verdade prefiro quinta", True),
        ("opa, tem quinta 10h?", False),
        ("dá pra ser sexta?", False),
        ("na verdade queria marcar outra quinta 10h", False),
        ("mudei de ideia, marca mais uma quinta", False),
    ],
)
def test_a_change_of_mind_is_of_what_stands_however_long_it_does(text: str, changes: bool) -> None:
    assert (Nuance.CHANGES_MIND in read(text).nuances) is changes


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("10:45 pode?", True),
        ("posso chegar 10:15?", True),
        ("é tres da tarde nao tres e meia", True),
        ("segunda 13h?", False),
        ("10h quanto custa?", False),
        ("limpeza 10h", False),
        ("10h não", False),
    ],
)
def test_an_hour_without_a_day_is_of_what_is_booked(text: str, only: bool) -> None:
    assert (Nuance.ONLY_HOUR in read(text).nuances) is only


@pytest.mark.parametrize("text", ["marcou errado, é pra minha mãe Lúcia", "o nome tá errado é Lúcia Prado"])
def test_a_name_that_is_wrong_is_no_wrong_time(text: str) -> None:
    nuances = read(text).nuances
    assert Nuance.CORRECTS_NAME in nuances
    assert Nuance.WRONG_TIME not in nuances


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("quais horarios eu tenho marcado?", True),
        ("esta confirmada a Isabela terça 10h?", True),
        ("paguei. tá garantido?", True),
        ("em que nome ficou?", True),
        ("qual nome tá lá?", True),
        ("me confirma o procedimento", True),
        ("esse é labial né?", True),
        ("essa reserva é pro Marcos né?", True),
        ("é no meu nome né?", True),
        ("que horários vocês têm?", False),
        ("qual nome do produto que vocês têm aí?", False),
        ("o resultado tá garantido?", False),
        ("a clínica é boa né?", False),
        ("a consulta é paga né?", False),
        ("qual procedimento é melhor?", False),
    ],
)
def test_what_is_booked_is_asked_about(text: str, asks: bool) -> None:
    assert (Intent.CHECK_APPOINTMENT in read(text).intents) is asks


@pytest.mark.parametrize(
    ("text", "hers"),
    [
        ("então não dá, cancela a minha tb", True),
        ("cancela minha consulta", True),
        ("cancela", False),
        ("cancela o meu botox e marca limpeza", False),
    ],
)
def test_what_is_hers_is_called_off(text: str, hers: bool) -> None:
    assert (Nuance.HERS in read(text).nuances) is hers


@pytest.mark.parametrize("text", ["oi, não pude ir hoje, remarca?", "não consegui ir hoje", "faltei hoje"])
def test_the_day_that_was_missed_is_no_wished_day(text: str) -> None:
    reading = read(text)
    assert (reading.when, Intent.RESCHEDULE in reading.intents) == (None, True)


def test_a_wish_beside_a_missed_day_stands() -> None:
    reading = read("não consegui ir hoje, dá pra remarcar pra sexta?")
    assert reading.when is not None
    assert reading.when.date_start is not None
    assert reading.when.date_start.weekday() == 4
