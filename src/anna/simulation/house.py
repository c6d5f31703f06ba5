"""The whole house in one process, on real PostgreSQL, over real HTTP, under a clock that stands still.

The stand-in posts real webhook bodies to the real handlers; the worker's own code is pumped by hand until nothing is due, so a
conversation takes milliseconds and always goes the same way.
"""

from __future__ import annotations

import re
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import aiohttp
from aiohttp import web

from anna.app import Anna, Client
from anna.clock import ManualClock
from anna.errors import InvalidInput
from anna.provisioning.demo import SLUG
from anna.provisioning.demo_standin import model_urls, standin_config
from anna.simulation.databases import Databases
from anna.standin.app import STANDIN, Standin, create_app as create_standin
from anna.standin.config import config_from
from anna.web.demo_queries import find_due
from anna.web.main import create_app
from anna.whatsapp import marks

INSTANCE = "aroeira"
PROVIDERS = {"aroeira": "evolution", "mandacaru": "evolution", "mandacaru-twilio": "twilio"}
"""The demo's numbers, and who carries them."""

LOOK = timedelta(hours=1)
"""How often a house is looked at in which nothing is due."""

LOOK_AGAIN = timedelta(minutes=5)
"""The same while something that is due cannot be done: a provider is away, a number cannot send."""

RESTLESS = 200
"""A house in which so many rounds in a row bring something to do is going in circles."""


class Unmet(AssertionError):
    """What a conversation expected did not happen: a judgement on Anna, no error of hers."""


@dataclass
class House:
    """A demo client, its stand-in, and somebody to play the patient; `instance` is the number that is written to."""

    anna: Anna
    client: Client
    standin: Standin
    clock: ManualClock
    http: aiohttp.ClientSession
    standin_url: str
    heard: dict[str, int] = field(default_factory=dict)
    instance: str = INSTANCE

    @property
    def line(self) -> str:
        """The stand-in's path of the number that is written to."""
        return f"{PROVIDERS[self.instance]}/{self.instance}"

    async def say(self, phone: str, *, name: str | None = "Débora Siqueira", **message: Any) -> None:
        """The patient with this number sends a message ({"text": …} or another kind); comes back when Anna has it."""
        body = {"from": phone, "at": self.clock.now().isoformat(), **message}
        if name:
            body["name"] = name
        await self.control("POST", f"{self.line}/say", body)
        await self.standin.core.settle()

    async def control(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        """Ask the stand-in's control API."""
        async with self.http.request(method, f"{self.standin_url}/_control/{path}", json=body) as response:
            answer = await response.json()
            if not response.ok:
                raise InvalidInput(f"the stand-in refuses {method} {path}: {answer}")
            return answer

    async def settle(self) -> None:
        """Let everything that is due happen, and what follows from it."""
        for _ in range(RESTLESS):
            worked = [
                await self.client.turns.take_next(),
                await self.client.dispatcher.handle_next(),
                await self.client.dispatcher.wake_next(),
                await self.client.dispatcher.act_next(),
                await self.client.door.send_next(),
            ]
            await self.standin.core.settle()
            if not any(worked) and not await self._sweep():
                return
        raise Unmet("the house does not come to rest")

    async def _sweep(self) -> bool:
        """What the scheduler does once in a while: a status that was told while its message was being named finds it."""
        async with self.client.database.transaction() as conn:
            return bool(await marks.adopt_orphan_statuses(conn, now=self.clock.now()))

    async def talk(self, phone: str, text: str, **more: Any) -> list[str]:
        """Say something and hear what Anna answers."""
        await self.say(phone, text=text, **more)
        await self.settle()
        return await self.new_texts(phone)

    async def wait(self, span: timedelta) -> None:
        """Let time pass, stopping whenever something is due."""
        end = self.clock.now() + span
        while (now := self.clock.now()) < end:
            async with self.client.database.transaction() as conn:
                due = await find_due(conn, now=now)
            look = now + (LOOK if due is None or due > now else LOOK_AGAIN)
            self.clock.set(min(end, look, due if due and due > now else look))
            await self.settle()

    async def new_texts(self, phone: str) -> list[str]:
        """What reached the patient's phone since this was last asked."""
        address = re.sub("[^0-9]", "", phone)
        view = await self.control("GET", f"{self.line}/phones/{address}")
        texts = [m["text"] for m in view["messages"] if m["author"] != "patient"]
        seen = self.heard.get(phone, 0)
        self.heard[phone] = len(texts)
        return texts[seen:]

    async def rows(self, sql: str, *args: Any) -> Sequence[Mapping[str, Any]]:
        """Look into the client's database."""
        async with self.client.database.transaction() as conn:
            return await conn.fetch(sql, *args)

    async def value(self, sql: str, *args: Any) -> Any:
        """One value of the client's database."""
        async with self.client.database.transaction() as conn:
            return await conn.fetchval(sql, *args)


async def open_house(
    stack: AsyncExitStack,
    databases: Databases,
    clock: ManualClock,
    *,
    pace: float = 0,
    more_numbers: Sequence[Mapping[str, Any]] = (),
    models: Mapping[str, Any] | None = None,
) -> House:
    """Build everything; `stack` closes it.

    `pace` is the stand-in's, `more_numbers` are instances of Evolution that it plays beside the demo's, `models` settings of who
    reads before the rules do; a vendor without a key of its own there is played by the stand-in too.
    """
    ours, standins = stack.enter_context(_bound()), stack.enter_context(_bound())
    public, standin_url = _url(ours), _url(standins)
    settings = databases.settings(standin_url=standin_url)
    web_settings = settings("anna_web", public_url=public)
    played = standin_config(web_settings)
    config = config_from(played | {"pace": pace, "evolution": [*played["evolution"], *more_numbers]})
    standin_app = create_standin(config, clock)
    await stack.enter_async_context(_serving(standin_app, standins))
    receiving = await stack.enter_async_context(Anna(web_settings, role="anna_web", clock=clock))
    await stack.enter_async_context(_serving(create_app(receiving), ours))
    played_models = {
        "model_calls_per_minute": 10_000,
        "model_limit_s": 2.0,
        **model_urls(web_settings, standin_url),
    }
    worker_settings = settings("anna_worker", public_url=public, **played_models | dict(models or {}))
    worker = await stack.enter_async_context(
        Anna(worker_settings, role="anna_worker", clock=clock, thinks=True)
    )
    client = await worker.client(SLUG)
    assert client is not None, "it has just been registered"
    async with client.database.transaction() as conn:
        await conn.execute("update whatsapp.instancias set url = $1", standin_url)
    http = await stack.enter_async_context(aiohttp.ClientSession())
    return House(worker, client, standin_app[STANDIN], clock, http, standin_url)


def _bound() -> socket.socket:
    """A loopback port that stays ours from now on: one only found free may be somebody else's by the time it is served."""
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    found.bind(("127.0.0.1", 0))
    return found


def _url(listener: socket.socket) -> str:
    return f"http://127.0.0.1:{listener.getsockname()[1]}"


@asynccontextmanager
async def _serving(app: web.Application, listener: socket.socket) -> AsyncIterator[None]:
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        yield
    finally:
        await runner.cleanup()
