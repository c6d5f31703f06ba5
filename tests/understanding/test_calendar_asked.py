"""A date and its day of the week: who asks hears it, and who corrects a day rules none out."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from anna.clinica.calendar import DEFAULT
from anna.conversation.understanding.dates.calendar_asked import date_asked
from anna.conversation.understanding.dates.day_for_day import put_right, without_its_no
from anna.conversation.understanding.dates.days import Today
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line

WEDNESDAY = date(2026, 11, 25)
TODAY = Today(WEDNESDAY, DEFAULT, None)
OFFER = Context(
    reference_time=datetime(2026, 11, 25, 14, 12, tzinfo=ZoneInfo("America/Sao_Paulo")),
    state=State.OFFER_SLOTS,
    slots=(datetime.fromisoformat("2026-11-27T10:00"), datetime.fromisoformat("2026-11-27T11:00")),
)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("27 é quarta né?", date(2026, 11, 27)),
        ("que dia da semana cai 27?", date(2026, 11, 27)),
        ("dia 4/12 cai que dia", date(2026, 12, 4)),
        ("4 de dezembro é sexta?", date(2026, 12, 4)),
        ("mas 27 não é quinta?", date(2026, 11, 27)),
        ("amanhã é quinta né?", date(2026, 11, 26)),
        ("quinta é 27", date(2026, 11, 27)),
        ("quinta é dia 26?", date(2026, 11, 26)),
        ("que dia é sexta?", date(2026, 11, 27)),
        ("dia 27 é quarta ou quinta?", date(2026, 11, 27)),
        ("em que dia da semana cai dia 4?", date(2026, 12, 4)),
    ],
)
def test_who_asks_for_the_day_of_a_date_hears_it(text: str, day: date) -> None:
    assert date_asked(Line.of(text), TODAY) == day


@pytest.mark.parametrize(
    "text",
    [
        "dia 27 é sexta", "27 sexta", "quero dia 27 quinta", "dia 27 quinta", "quinta às 10", "2 é quarta?", "30 é feriado?", "quarta ou quinta?",
        "que dia tem?", "31/02 cai que dia", "sexta é bom pra mim", "que dia você tem?", "quinta é às 15?",
    ],
)  # fmt: skip
def test_a_wish_is_no_such_question(text: str) -> None:
    assert date_asked(Line.of(text), TODAY, numbered=4) is None


@pytest.mark.parametrize(
    "text", ["não quinta feira!!", "nao é quarta", "não, quinta", "não, não, é quinta de manhã"]
)
def test_a_day_that_is_not_offered_is_meant(text: str) -> None:
    line = Line.of(text)
    assert without_its_no(line, OFFER) is not line


@pytest.mark.parametrize(
    "text", ["não sexta", "quinta não", "não quero quinta", "não posso quinta", "não pode ser quinta?", "não"]
)
def test_a_day_that_is_refused_stays_refused(text: str) -> None:
    line = Line.of(text)
    assert without_its_no(line, OFFER) is line


@pytest.mark.parametrize(
    "text", ["não, quinta", "não! era quinta", "nao é sexta é quinta", "não é na sexta não, é na quinta"]
)
def test_the_day_that_was_meant(text: str) -> None:
    right = put_right(Line.of(text))
    assert right is not None
    assert right.norm.startswith("quinta")
