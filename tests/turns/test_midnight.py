"""What is said of a day is meant of the day on which it was said, whatever the clock says when it is read."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from anna.simulation.house import House

PHONE = "5511900000142"
LATE = datetime(2026, 11, 25, 23, 59, 50, tzinfo=ZoneInfo("America/Sao_Paulo"))


@pytest.fixture
def night(house: House) -> House:
    house.clock.set(LATE)
    return house


async def heard(house: House) -> str:
    await house.settle()
    return "\n".join(await house.new_texts(PHONE))


async def test_a_burst_that_crosses_midnight_means_the_day_it_began_on(night: House) -> None:
    """ "Amanhã" at 23:59 and "de manhã" a breath later: read by the last message it would be a day too far."""
    await night.say(PHONE, text="quero limpeza de pele amanhã")
    night.clock.advance(timedelta(seconds=15))
    await night.say(PHONE, text="de manhã")
    assert "quinta, 26/11, de manhã" in await heard(night)


async def test_a_day_said_after_midnight_in_the_same_burst_is_counted_from_there(night: House) -> None:
    await night.say(PHONE, text="oi, quero limpeza de pele")
    night.clock.advance(timedelta(seconds=15))
    await night.say(PHONE, text="amanhã de manhã")
    assert "sexta, 27/11, de manhã" in await heard(night)


async def test_what_was_written_before_midnight_and_received_after_it_means_the_day_it_was_written(
    night: House,
) -> None:
    """Two webs, the second one a breath behind: the time is the message's, not the web's."""
    written = LATE.isoformat()
    night.clock.advance(timedelta(seconds=20))
    await night.say(PHONE, text="quero limpeza de pele amanhã de manhã", at=written)
    assert "quinta, 26/11, de manhã" in await heard(night)
