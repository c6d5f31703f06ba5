"""The sign that somebody writes: seen before an answer, and nothing that is sent depends on it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

from anna.clock import ManualClock
from anna.door.send import Door, DoorSettings
from anna.simulation.databases import Databases
from anna.simulation.house import House, open_house
from anna.whatsapp import ownership
from tests.processes import eventually

PHONE = "5511900070001"


def door(house: House, *, typing_max: float) -> Door:
    async def never(*_: object) -> None:
        return None

    return Door(
        database=house.client.database, open_channel=house.client.channels.open, quiet_until=never, clock=house.clock,
        settings=DoorSettings(typing_max=typing_max),
    )  # fmt: skip


@pytest.fixture
async def house(databases: Databases, clock: ManualClock) -> AsyncIterator[House]:
    """One whose provider takes the time that a real one would."""
    async with AsyncExitStack() as stack:
        yield await open_house(stack, databases, clock, pace=1)


async def answered(house: House) -> None:
    """Somebody has written, and Anna's answer is planned."""
    await house.say(PHONE, text="quero marcar botox")
    assert await house.client.turns.take_next()


async def shows_typing(house: House) -> bool:
    view = await house.control("GET", f"{house.line}/phones/{PHONE}")
    return view["typing_until"] is not None


async def test_the_patient_sees_that_somebody_writes_and_then_the_answer(house: House) -> None:
    await answered(house)
    sending = asyncio.create_task(door(house, typing_max=0.4).send_next())
    await eventually(lambda: shows_typing(house), "the sign is shown")
    assert await house.new_texts(PHONE) == []
    assert await sending
    assert len(await house.new_texts(PHONE)) == 1
    assert not await shows_typing(house)


async def test_a_person_who_takes_over_while_the_sign_shows_is_heard(house: House) -> None:
    """Judged before the sign, the answer would go out into the conversation of a person (DESIGN section 2, 5)."""
    await answered(house)
    sending = asyncio.create_task(door(house, typing_max=0.4).send_next())
    await eventually(lambda: shows_typing(house), "the sign is shown")
    async with house.client.database.transaction() as conn:
        conversa = await conn.fetchval("select id from whatsapp.conversas order by criada_em desc limit 1")
        usuario = await conn.fetchval("select id from auth.usuarios where email = 'juliana@demo.example'")
        await ownership.take(conn, conversa, usuario_id=usuario, now=house.clock.now())
    assert await sending
    assert await house.new_texts(PHONE) == []
    assert (await house.value("select motivo from whatsapp.mensagens where autor = 'anna'")).startswith(
        "owner"
    )


async def test_a_sign_that_fails_costs_no_answer(house: House) -> None:
    """Taken for part of the sending, its failure would count as one of the answer, which would come later or never."""
    await answered(house)
    await house.control(
        "POST", "faults", {"provider": "evolution", "instance": "aroeira", "fault": "license", "count": 1}
    )
    assert await door(house, typing_max=0.2).send_next()
    assert len(await house.new_texts(PHONE)) == 1
    assert await house.value("select tentativas from whatsapp.mensagens where autor = 'anna'") == 1


async def test_nobody_types_where_nothing_is_answered(house: House) -> None:
    """A reminder that is due, or nothing at all, is announced by no sign."""
    there = door(house, typing_max=5)
    assert not await asyncio.wait_for(there.send_next(), 2)
    await house.talk(PHONE, "quero marcar botox")
    await house.wait(timedelta(hours=3, minutes=58))
    house.clock.advance(timedelta(minutes=10))
    while await house.client.dispatcher.wake_next():
        pass
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'planejada'") == 1
    assert await asyncio.wait_for(there.send_next(), 2), "the nudge goes at once"
