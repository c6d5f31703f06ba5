"""Web processes that are killed while they receive: whoever heard 200 is in the ledger, and nobody is in it twice."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from functools import partial
from typing import Any

import aiohttp

from anna.embedded.folder import free_port
from anna.embedded.http import says_ok
from anna.settings import Settings
from anna.simulation.databases import Databases
from anna.simulation.house import INSTANCE, House
from tests.invariants import broken
from tests.processes import eventually, process
from tests.receiving.test_conversas import said

PEOPLE, EACH = 40, 8
SECRET = {"Authorization": "Bearer demo-aroeira-webhook"}


def settings_of(databases: Databases, house: House, port: int) -> Settings:
    build = databases.settings(standin_url=house.standin_url)
    return build("anna_web", port=port, public_url=f"http://127.0.0.1:{port}")


def listens(port: int) -> Callable[[], Awaitable[bool]]:
    return partial(says_ok, f"http://127.0.0.1:{port}/health")


class Provider:
    """Posts a webhook to any of the webs, and again until one says that it has it."""

    def __init__(self, session: aiohttp.ClientSession, ports: list[int], chance: random.Random) -> None:
        self._session = session
        self._ports = ports
        self._chance = chance
        self.refused = 0

    async def tell(self, body: Mapping[str, Any]) -> None:
        while True:
            port = self._chance.choice(self._ports)
            try:
                async with self._session.post(
                    f"http://127.0.0.1:{port}/webhooks/demo/evolution/{INSTANCE}", json=body, headers=SECRET
                ) as answer:
                    if answer.status == 200:
                        return
                    assert answer.status >= 500, answer.status  # nothing that a provider would give up on
            except (aiohttp.ClientError, TimeoutError):
                pass
            self.refused += 1
            await asyncio.sleep(0.02)


async def test_what_was_taken_under_kills_is_stored_once(house: House, databases: Databases) -> None:
    chance = random.Random(7)
    ports = [free_port(0), free_port(0)]
    bodies = [
        said(f"{number}", jid=f"55119{person:08d}@s.whatsapp.net", at=house.clock.now())
        for number in range(EACH)
        for person in range(PEOPLE)
    ]
    told = bodies + chance.sample(bodies, len(bodies) // 3)  # a provider repeats itself, and not in order
    chance.shuffle(told)
    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))
        )
        places = asyncio.Semaphore(24)
        provider = Provider(session, ports, chance)

        async def tell(body: Mapping[str, Any]) -> None:
            async with places:
                await provider.tell(body)
                await asyncio.sleep(chance.random() * 0.3)  # people type

        webs = [
            await stack.enter_async_context(process("web", settings_of(databases, house, p))) for p in ports
        ]
        await eventually(listens(ports[0]), "a web process listens")
        telling = asyncio.gather(*map(tell, told))
        for web, port in zip(webs, ports, strict=True):
            await asyncio.sleep(0.5)
            web.kill()
            await stack.enter_async_context(process("web", settings_of(databases, house, port)))
            await eventually(listens(port), "a web process listens again")
        await telling
    stored = await house.rows(
        "select provedor_id, count(*) as n from whatsapp.mensagens where direcao = 'entrada' group by 1"
    )
    assert {row["provedor_id"] for row in stored} == {body["data"]["key"]["id"] for body in bodies}
    assert {row["n"] for row in stored} == {1}
    assert (
        await house.value("select count(*) from whatsapp.conversas where responder_em is not null") == PEOPLE
    )
    assert provider.refused > 0, "nobody was killed in the midst of it"
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}
