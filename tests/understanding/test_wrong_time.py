"""What is said of a time that was just booked: that it is the wrong one, and which is right; or an hour and nothing else."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Nuance, Reading
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
