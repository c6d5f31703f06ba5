"""What a wish takes from the consulta that is spoken of. Tuesday 8 December 2026 at 14:45, said on Monday 23 November."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.clinica.calendar import DEFAULT
from anna.conversation.understanding.dates.beside import beside, speaks_beside
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

NOW = datetime.fromisoformat("2026-11-23T09:00:00-03:00")
START = datetime(2026, 12, 8, 14, 45)  # noqa: DTZ001  (on the clinic's wall clock)


def wished(text: str) -> tuple[str | None, str | None]:
    """The day and the hour that `text` comes to."""
    context = Context(reference_time=NOW)
    said = OfflineUnderstander().when(text, context)
    when = beside(text, said, START, now=context.local_now, calendar=DEFAULT)
    assert speaks_beside(text) or when == said
    if when is None:
        return None, None
    first = when.time_start or when.time_end
    day = f"{when.date_start:%d/%m}" if when.date_start else None
    return day, f"{when.time_kind} {first:%H:%M}" if first else None


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("posso mudar pra sexta dia 11 mesma hora?", "11/12", "at 14:45"),
        ("sexta 11/12 no msm horário", "11/12", "at 14:45"),
        ("pro mesmo horario do dia seguinte?", "09/12", "at 14:45"),
        ("quero outra pra minha mãe no mesmo dia", "08/12", None),
        ("na mesma data, às 10h", "08/12", "at 10:00"),
        ("mesmo dia e hora", "08/12", "at 14:45"),
        ("mesma data e horário", "08/12", "at 14:45"),
        ("remarca pra semana do dia 14, mesmo dia e hora", "15/12", "at 14:45"),
        ("remarca pra mais tarde no mesmo dia", "08/12", "after 14:45"),
        ("no mesmo dia, só que mais cedo", "08/12", "before 14:45"),
        ("passa pro dia anterior", "07/12", None),
        ("consigo passar pro dia de antes?", "07/12", None),
        ("uma semana depois, mesmo horário", "15/12", "at 14:45"),
        ("2 dias antes, na mesma hora", "06/12", "at 14:45"),
        ("dá pra adiantar uma hora?", "08/12", "at 13:45"),
        ("dá pra antecipar em meia hora?", "08/12", "at 14:15"),
        ("remarca pra 2 horas mais cedo", "08/12", "at 12:45"),
        ("pode ser uma hora e meia depois?", "08/12", "at 16:15"),
    ],
)
def test_a_day_or_an_hour_is_taken_along(text: str, day: str | None, hour: str | None) -> None:
    assert wished(text) == (day, hour)


@pytest.mark.parametrize(
    ("text", "day", "hour"),
    [
        ("sexta dia 11 às 10h", "11/12", "at 10:00"),
        ("não pode ser no mesmo dia, pode ser dia 10?", "10/12", None),
        ("quero remarcar", None, None),
        ("vou atrasar", None, None),
        ("de manhã", None, "daypart 08:00"),
    ],
)
def test_what_says_its_own_takes_nothing(text: str, day: str | None, hour: str | None) -> None:
    assert wished(text) == (day, hour)


def test_what_is_taken_along_is_judged_by_the_calendar() -> None:
    """14:45 on a Saturday is closed, and so is the Sunday after."""
    context = Context(reference_time=NOW)
    for text in ("sábado dia 12 na mesma hora", "5 dias depois"):
        said = OfflineUnderstander().when(text, context)
        when = beside(text, said, START, now=context.local_now, calendar=DEFAULT)
        assert when is not None
        assert when.status == "closed"


@pytest.mark.parametrize(
    "text",
    [
        "da p jogar pra 17:30 ou quarta dia 9 nesse msm horario?",
        "pode ser 17h30, ou então dia 9 no mesmo horário",
        "muda pra 17:30 ou na quarta 09/12 na mesma hora",
    ],
)
def test_another_hour_or_its_own_on_another_day(text: str) -> None:
    """Would catch the hour of the one day joined to the other: "17:30 ou quarta nesse mesmo horário"."""
    context = Context(reference_time=NOW)
    when = beside(
        text, OfflineUnderstander().when(text, context), START, now=context.local_now, calendar=DEFAULT
    )
    assert when is not None
    assert [f"{own.day:%d/%m} {own.time_start:%H:%M}" for own in when.each] == ["08/12 17:30", "09/12 14:45"]
