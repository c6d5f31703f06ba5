"""What a lost webhook should have told is found by asking: stored once, in order, answered once, and never when it is too old."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from anna.provisioning.demo import demo_id
from anna.simulation.house import PROVIDERS, House
from anna.worker.upkeep import reconcile

ANA = "5581900000531"
NUMBERS = {
    "aroeira": demo_id("aroeira", "instancia", "aroeira"),
    "mandacaru-twilio": demo_id("mandacaru", "instancia", "mandacaru-twilio"),
}
HEARD = "select texto from whatsapp.mensagens where direcao = 'entrada' order by ordem"


async def lose_webhooks(house: House) -> None:
    account = {"provider": PROVIDERS[house.instance], "instance": house.instance}
    await house.control("POST", "faults", {**account, "fault": "lose_webhook"})


async def find_webhooks(house: House) -> None:
    account = {"provider": PROVIDERS[house.instance], "instance": house.instance}
    await house.control("DELETE", "faults", {**account, "fault": "lose_webhook"})


def number(house: House) -> UUID:
    return NUMBERS[house.instance]


async def ask(house: House) -> int:
    return await reconcile(house.client, house.anna.box, number(house))


async def texts(house: House) -> list[str]:
    return [row["texto"] for row in await house.rows(HEARD)]


async def test_three_lost_messages_are_stored_once_and_answered_once_with_an_apology(
    at_provider: House,
) -> None:
    house = at_provider
    await lose_webhooks(house)
    for text in ("oi", "quero marcar peeling", "quinta à tarde"):
        await house.say(ANA, text=text)
        house.clock.advance(timedelta(minutes=1))
    await house.settle()
    assert await texts(house) == []
    await find_webhooks(house)
    house.clock.advance(timedelta(hours=1))

    await ask(house)
    assert await texts(house) == ["oi", "quero marcar peeling", "quinta à tarde"]
    await house.settle()
    said = await house.new_texts(ANA)
    assert sum("demora" in text for text in said) == 1
    assert await house.value("select count(*) from whatsapp.turnos") == 1

    await ask(house)
    await house.settle()
    assert len(await texts(house)) == 3
    assert await house.new_texts(ANA) == []
    assert await house.value("select count(*) from whatsapp.conversas") == 1


async def test_what_is_older_than_a_day_is_stored_and_not_answered(at_provider: House) -> None:
    house = at_provider
    await lose_webhooks(house)
    await house.say(ANA, text="quero marcar peeling")
    await find_webhooks(house)
    async with house.client.database.transaction() as conn:
        await conn.execute("update whatsapp.instancias set conciliada_ate = $1", house.clock.now())
    house.clock.advance(timedelta(hours=30))
    await ask(house)
    await house.settle()
    assert await texts(house) == ["quero marcar peeling"]
    assert await house.value("select motivo from whatsapp.mensagens") == "antiga"
    assert await house.new_texts(ANA) == []


async def test_a_lost_status_is_found_too(at_provider: House) -> None:
    house = at_provider
    await house.say(ANA, text="quero marcar peeling")
    await lose_webhooks(house)
    await house.settle()
    sent = "select status from whatsapp.mensagens where direcao = 'saida'"
    assert await house.value(sent) == "aceita"
    await find_webhooks(house)
    await ask(house)
    assert await house.value(sent) == "entregue"
    await ask(house)
    assert await house.value("select count(*) from automacao.eventos where nome = 'mensagem.entregue'") == 1


async def test_what_arrived_by_webhook_is_not_answered_again(at_provider: House) -> None:
    house = at_provider
    await house.talk(ANA, "quero marcar peeling")
    for _ in range(2):
        await ask(house)
        await house.settle()
    assert await house.new_texts(ANA) == []
    assert await house.value("select count(*) from whatsapp.mensagens") == 2


async def test_each_look_goes_back_only_a_little_before_the_last(at_provider: House) -> None:
    house = at_provider
    await house.talk(ANA, "quero marcar peeling")
    assert await ask(house) > 0
    house.clock.advance(timedelta(hours=1))
    await ask(house)
    house.clock.advance(timedelta(hours=1))
    assert await ask(house) == 0
    assert await house.value(
        "select conciliada_ate from whatsapp.instancias where id = $1", number(house)
    ) == (house.clock.now())


async def test_words_typed_on_the_clinics_phone_meanwhile_are_a_persons(house: House) -> None:
    house.instance = "aroeira"
    await house.talk(ANA, "quero marcar peeling")
    await lose_webhooks(house)
    await house.control("POST", f"{house.line}/type", {"to": ANA, "text": "Oi! Aqui é a Juliana."})
    await find_webhooks(house)
    await ask(house)
    assert await house.value("select dono from whatsapp.conversas") == "pessoa"
    assert await house.value("select count(*) from whatsapp.mensagens where autor = 'pessoa'") == 1


async def test_what_nobody_understands_is_kept_once_and_not_at_every_look(house: House) -> None:
    house.instance = "aroeira"
    kind = {"kind": "brandNewMessage", "message": {"brandNewMessage": {"x": 1}}}
    await house.say(ANA, raw=kind)
    for _ in range(2):
        await ask(house)
    assert await house.value("select count(*) from whatsapp.eventos_brutos") == 1
    assert (
        await house.value("select tipo from whatsapp.mensagens where direcao = 'entrada'") == "desconhecido"
    )
    await lose_webhooks(house)
    await house.say(ANA, raw=kind)
    await find_webhooks(house)
    await ask(house)
    assert len(await texts(house)) == 2, "a lost one is a message all the same"
