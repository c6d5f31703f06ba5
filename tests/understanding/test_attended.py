"""Choices in which whoever attends is named, why she can come, and what elimination may not choose."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Intent, Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

HELENA, OTAVIO, CAMILA = "Dra. Helena Bittencourt", "Dr. Otávio Prado", "Camila Teixeira"
TWO = (HELENA, OTAVIO, HELENA)


def read(text: str, attends: tuple[str, ...]) -> Reading:
    """What `text` answers to 16h, 16h30 and 17h30 of a Thursday, told on the Monday before."""
    slots = tuple(datetime.fromisoformat(f"2026-11-26T{hour}") for hour in ("16:00", "16:30", "17:30"))
    context = Context(
        reference_time=datetime(2026, 11, 23, 10, tzinfo=ZoneInfo("America/Sao_Paulo")),
        state=State.OFFER_SLOTS,
        slots=slots,
        attends=attends,
    )
    return OfflineUnderstander().understand(text, context)


@pytest.mark.parametrize(
    ("text", "attends", "hour"),
    [
        ("a de 16h30 com o medico", TWO, "16:30"),
        ("a de 16h30 com o medico", (CAMILA, OTAVIO, CAMILA), "16:30"),
        ("a das 17h30 com a doutora", TWO, "17:30"),
        ("a com o médico", TWO, "16:30"),
        ("com ele", TWO, "16:30"),
        ("a do otavio", TWO, "16:30"),
        ("quero com o dr. Otávio", TWO, "16:30"),
        ("a última com a médica", TWO, "17:30"),
        ("qualquer uma com o doutor", TWO, "16:30"),
        ("com o médico não, a das 16h", TWO, "16:00"),
        ("vou com ela na das 16h30", (CAMILA, CAMILA, CAMILA), "16:30"),
        ("a das 17h30 com ela", (CAMILA, CAMILA, CAMILA), "17:30"),
        ("então deixa a das 17h30, vou sair mais cedo", TWO, "17:30"),
        ("a de 17h30, saio às 16h", TWO, "17:30"),
        ("cancela a primeira e marca a segunda", TWO, "16:30"),
        ("desmarca a das 16h e fico com a das 17h30", TWO, "17:30"),
        ("16h e 16h30 não dá", TWO, "17:30"),
    ],
)
def test_the_time_that_was_said_is_chosen(text: str, attends: tuple[str, ...], hour: str) -> None:
    chosen = read(text, attends).slot_choice
    assert chosen is not None
    assert chosen.isoformat(timespec="minutes") == f"2026-11-26T{hour}"


@pytest.mark.parametrize(
    ("text", "attends"),
    [
        ("a das 16h com o médico", TWO),
        ("a 2 com a Helena", TWO),
        ("a com a médica", TWO),
        ("com ela", TWO),
        ("a de 16h30 com o medico", (CAMILA, CAMILA, CAMILA)),
        ("quero com a doutora", (HELENA, HELENA, HELENA)),
    ],
)
def test_an_hour_and_a_person_that_disagree_are_asked_about(text: str, attends: tuple[str, ...]) -> None:
    reading = read(text, attends)
    assert reading.slot_choice is None
    assert Intent.CHOOSE_SLOT in reading.intents
    assert not reading.human


@pytest.mark.parametrize(
    "text",
    [
        "às 16h tenho médico",
        "às 16h30 tenho médico e às 16h reunião",
        "saio às 16h30",
        "17h30 eu saio do trabalho",
        "vou sair mais cedo",
        "sexta com o médico",
        "não quero com o médico",
        "a de 16h30 é com o médico?",
        "quero falar com a doutora",
        "tem outro horário com o doutor?",
    ],
)
def test_what_only_looks_like_a_choice_chooses_nothing(text: str) -> None:
    assert read(text, TWO).slot_choice is None
