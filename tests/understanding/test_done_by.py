"""The hour by which all must be over is a limit, and no hour to begin at nor one from which she is free."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State
from anna.when import TimeKind, When

NOW = datetime.fromisoformat("2026-11-25T14:10:00-03:00")


def read(text: str) -> When | None:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=State.ASK_WHEN)).when


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("mas leva qto tempo? preciso ta livre as 10", 10),
        ("tenho que estar liberada até as 11", 11),
        ("sábado, mas tem que acabar antes das 10", 10),
        ("nao to livre ATE as 10, tem q acabar antes. 8h ou 8:30 tem?", 10),
        ("amanhã, pra sair daí até as 17h", 17),
        ("tenho que ir embora as 15h", 15),
        ("quinta, terminando antes das 16h", 16),
        ("preciso ter terminado as 12h", 12),
        ("quinta, pra estar desocupada às 16h", 16),
        ("quero terminar até 11h", 11),
    ],
)
def test_all_must_be_over_by_an_hour(text: str, hour: int) -> None:
    """Would catch ten o'clock offered to who must be gone by ten."""
    when = read(text)
    assert when is not None
    assert (when.time_kind, when.time_start, when.time_end, when.done) == (
        TimeKind.BEFORE,
        None,
        time(hour),
        True,
    )
    assert When.from_json(when.to_json()) == when


@pytest.mark.parametrize(
    "text",
    [
        "só fico livre às 10",
        "to livre as 10",
        "preciso de um horário livre às 10",
        "minha aula vai acabar antes das 10, pode ser depois",
        "saio do trabalho às 17h",
        "quero às 10",
        "quero ficar com você às 10",
        "antes das 10",
        "até as 11",
        "quando eu terminar as 10",
    ],
)
def test_an_hour_to_begin_at_is_none_to_be_done_by(text: str) -> None:
    """Would catch a wish that is narrowed by words of somebody's work."""
    when = read(text)
    assert when is not None
    assert not when.done


def test_who_must_be_gone_takes_no_time_that_was_offered() -> None:
    """Would catch 9h30 booked for who must be free at ten, because it begins before."""
    offered = (datetime.fromisoformat("2026-11-28T09:30"),)
    context = Context(reference_time=NOW, state=State.OFFER_SLOTS, slots=offered)
    taken = OfflineUnderstander().understand("leva qto tempo? preciso ta livre as 10", context)
    assert taken.choice is None
