"""Days counted from another day of the same message."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

TUESDAY = datetime.fromisoformat("2026-03-03T10:00:00-03:00")


def span(text: str) -> tuple[date | None, date | None]:
    when = OfflineUnderstander().understand(text, Context(reference_time=TUESDAY, state=State.ASK_WHEN)).when
    assert when is not None
    return when.date_start, when.date_end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("dia 9 é aniversário do meu filho, marca pro dia seguinte", date(2026, 3, 10)),
        ("viajo dia 12, pode ser no dia anterior?", date(2026, 3, 11)),
        ("na véspera do feriado de 21 de abril", date(2026, 4, 20)),
        ("um dia depois do feriado de 21 de abril", date(2026, 4, 22)),
        ("no feriado de 21 de abril não, na quinta seguinte", date(2026, 4, 23)),
        ("meu casamento é dia 28 de março, quero o botox 15 dias antes", date(2026, 3, 13)),
        ("na véspera do carnaval do ano que vem não, dia 20", date(2026, 3, 20)),
    ],
)
def test_a_day_taken_for_the_one_it_is_counted_from(text: str, day: date) -> None:
    assert span(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "monday"),
    [
        ("essa semana não, a próxima também não, na seguinte", date(2026, 3, 16)),
        ("próxima semana tô de férias, marca pra semana seguinte", date(2026, 3, 16)),
        ("semana que vem não consigo, pode ser na outra?", date(2026, 3, 16)),
        ("essa semana não dá, na outra", date(2026, 3, 9)),
    ],
)
def test_a_week_after_a_refused_one_counted_from_today(text: str, monday: date) -> None:
    assert span(text)[0] == monday


def test_a_second_visit_taken_for_the_wish() -> None:
    assert span("quero botox quinta e o retorno 15 dias depois") == (date(2026, 3, 5), date(2026, 3, 5))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("mês que vem depois do dia 10", date(2026, 4, 11), date(2026, 4, 30)),
        ("agora em março antes do dia 20", date(2026, 3, 3), date(2026, 3, 19)),
        ("em abril, na segunda quinzena", date(2026, 4, 16), date(2026, 4, 30)),
        ("semana que vem, a partir de quarta", date(2026, 3, 11), date(2026, 3, 15)),
        ("de 16 a 20 de março estarei viajando, só depois", date(2026, 3, 21), None),
        ("em abril, no dia 5", date(2026, 4, 5), date(2026, 4, 5)),
    ],
)
def test_a_day_or_limit_outside_the_month_or_week_named_beside_it(
    text: str, first: date, last: date | None
) -> None:
    assert span(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [("sábado 21", date(2026, 3, 21)), ("sexta 6", date(2026, 3, 6)), ("o 16", date(2026, 3, 16))],
)
def test_a_day_of_the_month_taken_for_an_hour(text: str, day: date) -> None:
    assert span(text) == (day, day)


MARCH = (date(2027, 3, 1), date(2027, 3, 31))
NEXT_WEEK = (date(2026, 3, 9), date(2026, 3, 15))


@pytest.mark.parametrize(
    ("about", "text", "day"),
    [
        (MARCH, "dia 10", date(2027, 3, 10)),
        (MARCH, "quarta", date(2027, 3, 3)),
        (MARCH, "terça 23", date(2027, 3, 23)),
        (MARCH, "dia 10 de abril", date(2026, 4, 10)),
        (MARCH, "amanhã", date(2026, 3, 4)),
        (NEXT_WEEK, "quinta", date(2026, 3, 12)),
        (NEXT_WEEK, "dia 4", date(2026, 3, 4)),
        (None, "quinta", date(2026, 3, 5)),
    ],
)
def test_a_bare_day_outside_the_days_that_are_spoken_of(
    about: tuple[date, date] | None, text: str, day: date
) -> None:
    context = Context(reference_time=TUESDAY, state=State.ASK_WHEN, about=about)
    when = OfflineUnderstander().understand(text, context).when
    assert when is not None
    assert when.date_start == when.date_end == day
