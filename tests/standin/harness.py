"""A stand-in on loopback, and a receiver in Anna's place that writes down what is posted to it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import orjson
from aiohttp import web
from aiohttp.test_utils import TestServer

from anna.clock import Clock, ManualClock
from anna.standin.app import STANDIN, Standin, create_app
from anna.standin.config import Delays, EvolutionConfig, PayConfig, StandinConfig, TwilioConfig, Webhook
from tests.conftest import TEST_NOW

INSTANCE, TOKEN, GLOBAL_KEY = "clinica-wa", "tok-wa", "global-key"
CLOUD_INSTANCE = "clinica-cloud"
ACCOUNT_SID, AUTH_TOKEN = "AC" + "a" * 32, "twilio-token"
SENDER, SMS_SENDER = "whatsapp:+551130000000", "+551130000001"
TEMPLATE_SID = "HX" + "0" * 32
PAY_KEY, PAY_SECRET = "pay-key", "pay-secret"
MARIA = "5511988887777"
MARIA_JID = f"{MARIA}@s.whatsapp.net"


@dataclass(frozen=True)
class Hit:
    """One request that Anna would have got."""

    path: str
    url: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return orjson.loads(self.body)


@dataclass
class Receiver:
    """Answers 200 unless `answers` says otherwise, in turn."""

    hits: list[Hit] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    delay_s: float = 0.0
    before: Callable[[], None] | None = None
    url: str = ""

    async def handle(self, request: web.Request) -> web.Response:
        self.hits.append(Hit(request.path, str(request.url), dict(request.headers), await request.read()))
        if self.before:
            self.before()
        if self.delay_s:
            await asyncio.sleep(self.delay_s)
        return web.Response(status=self.answers.pop(0) if self.answers else 200)

    def events(self) -> list[str]:
        return [hit.json["event"] for hit in self.hits]

    def of(self, event: str) -> list[Any]:
        return [hit.json["data"] for hit in self.hits if hit.json["event"] == event]


@dataclass
class World:
    """The stand-in, what it posted, and a session to call it with."""

    standin: Standin
    url: str
    receiver: Receiver
    session: aiohttp.ClientSession
    clock: Clock

    async def settle(self) -> None:
        await self.standin.core.settle()

    async def api(
        self, path: str, body: Any = None, *, method: str = "POST", key: str | None = TOKEN
    ) -> tuple[int, Any]:
        headers = {} if key is None else {"apikey": key}
        async with self.session.request(method, self.url + path, json=body, headers=headers) as response:
            return response.status, await response.json()

    async def control(self, path: str, body: Any = None, *, method: str = "POST") -> Any:
        async with self.session.request(method, f"{self.url}/_control{path}", json=body) as response:
            answer = await response.json()
            assert response.status < 300, answer
            return answer

    async def say(self, text: str = "Oi", **more: Any) -> Any:
        body = {"from": MARIA, "name": "Maria Souza", "text": text, **more}
        return await self.control(f"/evolution/{INSTANCE}/say", body)

    def faults(self, provider: str = "evolution", name: str = INSTANCE) -> Any:
        return self.standin.players()[provider, name].line.faults


@asynccontextmanager
async def world(
    *, pace: float = 0.0, delays: Delays | None = None, clock: Clock | None = None, base64: bool = False
) -> AsyncIterator[World]:
    """Everything on loopback; `pace` 0 makes delays and retries happen at once."""
    receiver = Receiver()
    inbox = web.Application()
    inbox.router.add_route("*", "/{tail:.*}", receiver.handle)
    clock = clock or ManualClock(TEST_NOW)
    async with TestServer(inbox) as server:
        receiver.url = str(server.make_url("/hook"))
        hook = Webhook(receiver.url, {"Authorization": "Bearer s3cret"}, base64=base64)
        config = StandinConfig(
            global_key=GLOBAL_KEY,
            pace=pace,
            delays=delays or Delays(accepted=0.1, delivered=0.1),
            evolution=(
                EvolutionConfig(INSTANCE, TOKEN, webhook=hook),
                EvolutionConfig(CLOUD_INSTANCE, TOKEN, integration="WHATSAPP-BUSINESS", webhook=hook),
                EvolutionConfig("nova", TOKEN, state="close", webhook=hook),
            ),
            twilio=(
                TwilioConfig(
                    "clinica-tw",
                    ACCOUNT_SID,
                    AUTH_TOKEN,
                    (SENDER, SMS_SENDER),
                    api_keys={"SK1": "sk-secret"},
                    webhook_url=f"{receiver.url}/tw#rc=2&rp=all",
                    templates={TEMPLATE_SID: "Olá {{1}}, sua consulta é {{2}}."},
                ),
            ),
            pay=(PayConfig("demo", PAY_KEY, PAY_SECRET),),
        )
        app = create_app(config, clock)
        async with TestServer(app) as standin, aiohttp.ClientSession() as session:
            url = str(standin.make_url("/")).rstrip("/")
            yield World(app[STANDIN], url, receiver, session, clock)
