"""A number that cannot send: noticed, told once, its messages kept, and all of them sent when it can again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from anna.door import queries as door_queries
from anna.provisioning.demo import demo_id
from anna.provisioning.instances import OFF, remove_instance
from anna.simulation.house import INSTANCE, House
from anna.whatsapp.channel import ConnectionState
from anna.whatsapp.connection import NO_RECEIPTS
from anna.worker.upkeep import watch_connection

NUMBER = demo_id("aroeira", "instancia", INSTANCE)
TWILIO = demo_id("mandacaru", "instancia", "mandacaru-twilio")
ANA, BIA = "5511900000501", "5511900000502"
TOLD = "select count(*) from automacao.eventos where nome = 'instancia.caiu'"


async def connection(house: House, state: str, reason: int = 428) -> None:
    """The clinic's phone is connected or cut off; 428 is a loss that Evolution tells nobody, 401 a log-out."""
    await house.control("POST", f"evolution/{INSTANCE}/connection", {"state": state, "reason": reason})
    await house.standin.core.settle()


async def seen(house: House, instancia_id: UUID = NUMBER) -> tuple[Any, ...]:
    [row] = await house.rows(
        "select estado, estado_motivo, caiu_em is not null as caiu from whatsapp.instancias where id = $1",
        instancia_id,
    )
    return tuple(row.values())


async def replace_secrets(house: House, instancia_id: UUID, **changed: str) -> None:
    async with house.client.database.transaction() as conn:
        sealed = await conn.fetchval("select segredos from whatsapp.instancias where id = $1", instancia_id)
        secrets = house.anna.box.open(sealed) | changed
        await conn.execute(
            "update whatsapp.instancias set segredos = $2 where id = $1",
            instancia_id,
            house.anna.box.seal(secrets),
        )


async def test_a_dead_number_is_told_once_per_outage(house: House) -> None:
    await watch_connection(house.client, NUMBER)
    assert await seen(house) == ("aberto", None, False)
    for outage in (1, 2):
        await connection(house, "close")
        for _ in range(3):
            await watch_connection(house.client, NUMBER)
            house.clock.advance(timedelta(minutes=1))
        assert await seen(house) == ("fechado", "close", True)
        assert await house.value(TOLD) == outage
        await connection(house, "open")
        await watch_connection(house.client, NUMBER)
        assert await seen(house) == ("aberto", None, False)


async def test_a_log_out_that_the_webhook_tells_first_is_told_all_the_same(house: House) -> None:
    await watch_connection(house.client, NUMBER)
    await connection(house, "close", 401)
    assert await house.value(TOLD) == 1
    await watch_connection(house.client, NUMBER)
    assert await house.value(TOLD) == 1
    assert (await seen(house))[0] == "fechado"


async def test_a_reconnect_of_seconds_is_nobodys_news_and_one_of_minutes_is(house: House) -> None:
    await watch_connection(house.client, NUMBER)
    await connection(house, "connecting")
    await watch_connection(house.client, NUMBER)
    assert await house.value(TOLD) == 0
    house.clock.advance(timedelta(minutes=4))
    await watch_connection(house.client, NUMBER)
    assert await house.value(TOLD) == 1


async def test_a_server_that_does_not_answer_is_unknown_and_told_after_a_while(house: House) -> None:
    async with house.client.database.transaction() as conn:
        await conn.execute("update whatsapp.instancias set url = 'http://127.0.0.1:1' where id = $1", NUMBER)
    state = await watch_connection(house.client, NUMBER)
    assert state.estado is ConnectionState.DESCONHECIDO
    assert await house.value(TOLD) == 0
    house.clock.advance(timedelta(minutes=4))
    await watch_connection(house.client, NUMBER)
    assert (await seen(house))[::2] == ("desconhecido", True)


async def test_a_refused_token_is_a_dead_number_at_both_providers(house: House) -> None:
    await replace_secrets(house, NUMBER, token="no longer")
    await replace_secrets(house, TWILIO, auth_token="no longer")
    for instancia_id in (NUMBER, TWILIO):
        await watch_connection(house.client, instancia_id)
        assert (await seen(house, instancia_id)) == ("fechado", "unauthorized", True)


async def test_a_removed_number_is_left_alone(house: House) -> None:
    await house.talk(ANA, "oi")
    async with house.client.database.transaction() as conn:
        await remove_instance(conn, house.anna.box, INSTANCE, keep_history=True, now=house.clock.now())
    await watch_connection(house.client, NUMBER)
    assert await seen(house) == ("fechado", OFF, False)
    assert await house.value(TOLD) == 0


async def test_messages_wait_in_order_while_the_phone_is_off_and_all_arrive_once(house: House) -> None:
    await connection(house, "close")
    for phone in (ANA, BIA):
        assert await house.talk(phone, "quero marcar peeling") == []
    await house.wait(timedelta(hours=2))
    planned = await house.rows("select status, tentativas from whatsapp.mensagens where direcao = 'saida'")
    assert [tuple(row.values()) for row in planned] == [("planejada", 0), ("planejada", 0)]
    assert await house.value(TOLD) == 1, "refused sends alone are enough to know, after a while"

    await connection(house, "open")
    await house.settle()
    for phone in (ANA, BIA):
        assert len(await house.new_texts(phone)) == 1, "each once"
    assert await seen(house) == ("aberto", None, False)
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'falhou'") == 0


async def test_a_held_number_does_not_hold_another_one(house: House) -> None:
    await connection(house, "close")
    await house.talk(ANA, "quero marcar peeling")
    house.instance = "mandacaru"
    assert await house.talk(BIA, "quero marcar peeling")


async def test_a_held_number_is_tried_with_patience_and_the_loop_sleeps_between(house: House) -> None:
    await connection(house, "close")
    begun = house.clock.now()
    await house.talk(ANA, "quero marcar peeling")
    tried = []
    while house.clock.now() < begun + timedelta(hours=1):
        async with house.client.database.transaction() as conn:
            due = await door_queries.next_departure_at(conn)
        assert due is not None
        assert due > house.clock.now(), "the door's loop would spin"
        house.clock.set(due)
        tried.append(due)
        await house.settle()
    assert len(tried) < 25
    assert tried[0] - begun == timedelta(seconds=10)


async def test_a_server_that_says_open_and_refuses_every_send_is_down(house: House) -> None:
    await house.control("POST", "faults", {"provider": "evolution", "instance": INSTANCE, "fault": "closed"})
    await house.talk(ANA, "quero marcar peeling")
    for _ in range(6):
        await house.wait(timedelta(minutes=1))
        await watch_connection(house.client, NUMBER)
    assert await house.value(TOLD) == 1
    assert (await seen(house))[::2] == ("aberto", True), "open is what the server says, down is what is true"
    await house.control("DELETE", "faults", {"provider": "evolution", "instance": INSTANCE})
    await house.wait(timedelta(minutes=6))
    assert len(await house.new_texts(ANA)) == 1
    assert await seen(house) == ("aberto", None, False)


@pytest.mark.parametrize("at", [INSTANCE, "mandacaru-twilio"])
async def test_a_server_that_takes_everything_and_delivers_nothing_is_down(house: House, at: str) -> None:
    """Accepted is not delivered: the socket behind an open connection may have died."""
    house.instance = at
    number, provider = (NUMBER, "evolution") if at == INSTANCE else (TWILIO, "twilio")
    whose = {"provider": provider, "instance": at, "fault": "never_delivered"}
    await house.control("POST", "faults", whose)
    for phone in (ANA, BIA):
        assert await house.talk(phone, "quero marcar peeling")
    house.clock.advance(timedelta(minutes=5))
    await watch_connection(house.client, number)
    assert await seen(house, number) == ("aberto", None, False), "they may be on their way"
    for _ in range(5):
        house.clock.advance(timedelta(minutes=2))
        await watch_connection(house.client, number)
    assert await seen(house, number) == ("desconhecido", NO_RECEIPTS, True)
    assert await house.value(TOLD) == 1
    await house.control("DELETE", "faults", whose)
    await house.talk(ANA, "quero falar com uma pessoa")
    await watch_connection(house.client, number)
    assert await seen(house, number) == ("aberto", None, False)


async def test_one_message_without_a_receipt_is_that_patients_trouble(house: House) -> None:
    whose = {"provider": "evolution", "instance": INSTANCE, "fault": "never_delivered"}
    await house.control("POST", "faults", {**whose, "count": 1})
    for phone in (ANA, BIA):
        assert await house.talk(phone, "quero marcar peeling")
    house.clock.advance(timedelta(minutes=15))
    await watch_connection(house.client, NUMBER)
    assert await seen(house) == ("aberto", None, False)


async def test_twilio_with_a_wrong_token_keeps_its_messages_until_it_has_the_right_one(house: House) -> None:
    house.instance = "mandacaru-twilio"
    await house.say(ANA, text="quero marcar peeling")
    await replace_secrets(house, TWILIO, auth_token="no longer")
    await house.settle()
    assert await house.new_texts(ANA) == []
    assert await house.value("select status from whatsapp.mensagens where direcao = 'saida'") == "planejada"
    await replace_secrets(house, TWILIO, auth_token="demo-mandacaru-twilio-token")
    await house.wait(timedelta(minutes=1))
    assert len(await house.new_texts(ANA)) == 1


async def test_who_writes_to_both_numbers_is_answered_through_each_at_an_address_it_knows(
    house: House,
) -> None:
    """The last address of a person may be the other provider's way to write her number."""
    house.instance = "mandacaru-twilio"
    await house.say(ANA, text="quero marcar peeling")
    house.instance = "mandacaru"
    await house.say(ANA, text="oi, vocês fazem botox?")
    await house.settle()
    assert await house.new_texts(ANA)
    house.instance, house.heard[ANA] = "mandacaru-twilio", 0
    assert await house.new_texts(ANA)
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'falhou'") == 0
