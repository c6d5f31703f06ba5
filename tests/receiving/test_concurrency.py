"""Many webhooks at once, two receptions on one database, and a database that goes away."""

from __future__ import annotations

import asyncio
from collections import Counter

from aiohttp.test_utils import TestClient, TestServer

from anna.clock import ManualClock
from anna.db.connect import Connection, Database
from anna.kit.crypto import SecretBox
from anna.whatsapp.inbox import Inbox, open_reception
from tests.conftest import ClientDatabase
from tests.receiving.conftest import CLIENTE, NOW, SECRET, Receiving, fixture_body, reception_app
from tests.receiving.test_conversas import LID, PHONE, said


async def test_the_same_webhook_twenty_times_at_once_is_one_row(receiving: Receiving) -> None:
    body = fixture_body("baileys_in_conversation")
    assert await asyncio.gather(*(receiving.post(body) for _ in range(20))) == [200] * 20
    assert await receiving.count("whatsapp.mensagens") == 1
    assert await receiving.count("whatsapp.contatos") == 1


async def test_two_hundred_messages_of_fifty_people_are_stored_in_each_persons_order(
    receiving: Receiving,
) -> None:
    bodies = [said(str(n), jid=f"55119{n % 50:08d}@s.whatsapp.net") for n in range(200)]
    assert await asyncio.gather(*map(receiving.post, bodies)) == [200] * 200
    assert await receiving.count("whatsapp.contatos") == 50
    assert await receiving.count("whatsapp.conversas") == 50
    assert await receiving.count("whatsapp.mensagens") == 200
    order: dict[object, list[int]] = {}
    for row in await receiving.messages():
        order.setdefault(row["conversa_id"], []).append(int(row["texto"]))
    assert all(len(texts) == 4 for texts in order.values())


async def test_two_receptions_on_one_database_do_not_double_anybody(
    receiving: Receiving, client_db: ClientDatabase, box: SecretBox
) -> None:
    """Both meet fifty strangers at the same moment, by phone here and by phone and LID there."""
    second = await open_reception(client_db.dsn("anna_web"))
    inbox = Inbox(second, ManualClock(NOW))
    app, _ = reception_app(second, inbox, box, ManualClock(NOW))
    headers = {"Authorization": f"Bearer {SECRET}"}
    async with TestClient(TestServer(app)) as other:

        async def there(number: int) -> int:
            body = said(
                f"there {number}", jid=f"2045{number:011d}@lid", alt=f"55119{number:08d}@s.whatsapp.net"
            )
            async with other.post(
                f"/webhooks/{CLIENTE}/evolution/clinica-wa", json=body, headers=headers
            ) as answer:
                return answer.status

        async def same(number: int) -> int:
            body = fixture_body("baileys_in_conversation")
            body["data"]["key"]["id"] = f"SAME{number % 10}"
            async with other.post(
                f"/webhooks/{CLIENTE}/evolution/clinica-wa", json=body, headers=headers
            ) as answer:
                return answer.status

        def here(number: int) -> dict[str, object]:
            return said(f"here {number}", jid=f"55119{number:08d}@s.whatsapp.net")

        def same_here(number: int) -> dict[str, object]:
            body = fixture_body("baileys_in_conversation")
            body["data"]["key"]["id"] = f"SAME{number % 10}"
            return body

        numbers = [n % 50 for n in range(150)]
        statuses = await asyncio.gather(
            *(there(n) for n in numbers),
            *(receiving.post(here(n)) for n in numbers),
            *(same(n) for n in range(30)),
            *(receiving.post(same_here(n)) for n in range(30)),
        )
    await inbox.close()
    await second.close()
    assert Counter(statuses) == {200: 360}
    assert await receiving.count("whatsapp.mensagens") == 310
    assert await receiving.count("whatsapp.identidades") == 102
    assert (
        await receiving.db.fetchval("select count(*) from whatsapp.contatos where fundido_em is null") == 51
    )
    assert await receiving.db.fetchval("select count(distinct contato_id) from whatsapp.identidades") == 51


async def test_a_lid_and_a_phone_that_meet_for_the_first_time_in_one_batch_are_one_person(
    receiving: Receiving,
) -> None:
    bodies = [said(jid=LID), said(jid=PHONE), said(jid=PHONE, alt=LID), said(jid=LID)]
    assert set(await asyncio.gather(*map(receiving.post, bodies))) == {200}
    assert await receiving.db.fetchval("select count(distinct contato_id) from whatsapp.identidades") == 1
    assert len({row["conversa_id"] for row in await receiving.messages()}) == 1


async def test_a_conversa_somebody_holds_costs_only_its_own_messages(receiving: Receiving) -> None:
    await receiving.post(said(jid=PHONE))
    async with receiving.db.transaction():
        await receiving.db.execute("select from whatsapp.conversas for update")
        bodies = [
            said(jid=PHONE),
            said(jid="5511900000001@s.whatsapp.net"),
            said(jid="5511900000002@s.whatsapp.net"),
        ]
        assert await asyncio.gather(*map(receiving.post, bodies)) == [503, 200, 200]
    assert await receiving.count("whatsapp.mensagens") == 3


async def test_a_database_that_dies_in_a_batch_is_503_and_the_retry_stores_once(
    receiving: Receiving, owner: Connection
) -> None:
    await receiving.post(said(jid=PHONE))
    bodies = [said(str(n), jid=f"551190000{n:04d}@s.whatsapp.net") for n in range(40)]
    async with receiving.db.transaction():
        await receiving.db.execute("lock table whatsapp.mensagens in access exclusive mode")
        posts = [asyncio.create_task(receiving.post(body)) for body in bodies]
        await asyncio.sleep(0.3)
        await owner.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'anna_web'"
        )
        statuses = await asyncio.gather(*posts)
    assert Counter(statuses) == {503: 40}
    assert await asyncio.gather(*map(receiving.post, bodies + bodies)) == [200] * 80
    assert await receiving.count("whatsapp.mensagens") == 41


async def test_without_a_database_nobody_is_told_that_all_is_well(
    receiving: Receiving, reception_database: Database
) -> None:
    body = said()
    assert await receiving.post(said()) == 200
    await reception_database.close()
    assert await receiving.post(body) == 503
    assert await receiving.count("whatsapp.mensagens") == 1


async def test_a_caller_that_gives_up_does_not_stop_the_batch(receiving: Receiving) -> None:
    async with receiving.db.transaction():
        await receiving.db.execute("lock table whatsapp.mensagens in access exclusive mode")
        gone = asyncio.create_task(receiving.post(said("gone")))
        stays = asyncio.create_task(receiving.post(said("stays")))
        await asyncio.sleep(0.2)
        gone.cancel()
    assert await stays == 200
    assert {row["texto"] for row in await receiving.messages()} >= {"stays"}


async def test_row_level_security_hides_another_clinics_people(receiving: Receiving, box: SecretBox) -> None:
    """The same number at two clinicas of one client is two people."""
    other = await receiving.db.fetchval(
        "insert into clinica.clinicas (slug, nome, endereco, criada_em) values ('norte', 'Norte', 'Rua B', $1) returning id",
        NOW,
    )
    await receiving.db.execute(
        "insert into whatsapp.instancias (clinica_id, nome, provedor, url, segredos, criada_em)"
        " values ($1, 'norte-wa', 'evolution', 'x', $2, $3)",
        other, box.seal({"webhook_secret": SECRET}), NOW,
    )  # fmt: skip
    bodies = [(said(), "clinica-wa"), (said(), "norte-wa")] * 3
    assert set(await asyncio.gather(*(receiving.post(body, instance=name) for body, name in bodies))) == {200}
    people = await receiving.rows("whatsapp.contatos")
    assert {row["clinica_id"] for row in people} == {receiving.clinica_id, other}
    assert len(people) == 2
    assert len(await receiving.rows("whatsapp.conversas")) == 2
