"""A stand-in with one account of each vendor of models, and Anna's doors to them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
from aiohttp import web
from aiohttp.test_utils import TestServer

from anna.clock import ManualClock
from anna.conversation.understanding.model.prompt import PromptBook
from anna.conversation.understanding.model.understander import ModelUnderstander
from anna.conversation.understanding.port import Context, State
from anna.kit.resources import resource_folder
from anna.llm.models import ChatModel
from anna.providers.anthropic import AnthropicModel
from anna.providers.openai import OpenAIModel
from anna.standin.app import STANDIN, Standin, create_app
from anna.standin.config import ModelConfig, StandinConfig
from tests.conftest import TEST_NOW

KEY = "sk-test"
ACCOUNT = "demo"
VENDORS = {"openai": "gpt-6-luna", "anthropic": "claude-haiku-5-5"}


@dataclass
class Models:
    """The pretended vendors, and how to be a model of one of them."""

    standin: Standin
    url: str
    session: aiohttp.ClientSession
    open: list[ChatModel]

    def model(
        self, vendor: str, *, key: str = KEY, name: str | None = None, limit_s: float = 5.0
    ) -> ChatModel:
        """A door to that vendor; closed with the fixture."""
        named = name or VENDORS[vendor]
        made: ChatModel
        if vendor == "openai":
            made = OpenAIModel(api_key=key, model=named, base_url=f"{self.url}/v1", limit_s=limit_s)
        else:
            made = AnthropicModel(api_key=key, model=named, base_url=self.url, limit_s=limit_s)
        self.open.append(made)
        return made

    def reader(self, vendor: str) -> ModelUnderstander:
        return ModelUnderstander(self.model(vendor), book())

    def fault(self, vendor: str, fault: str, **options: Any) -> None:
        self.standin.players()[vendor, ACCOUNT].line.faults.set(fault, **options)

    async def control(self, path: str, body: Any = None, *, method: str = "POST") -> Any:
        async with self.session.request(method, f"{self.url}/_control/{path}", json=body) as response:
            told = await response.json()
            assert response.ok, told
            return told

    async def answers(self, vendor: str, *answers: Mapping[str, Any]) -> None:
        await self.control(f"{vendor}/{ACCOUNT}/answers", {"answers": answers})

    async def asked(self, vendor: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = await self.control(f"{vendor}/{ACCOUNT}/asked", method="GET")
        return found


def book() -> PromptBook:
    return PromptBook.load(resource_folder("prompts"))


def context(state: State = State.NONE, *, now: datetime = TEST_NOW, **more: Any) -> Context:
    return Context(reference_time=now, state=state, **more)


@asynccontextmanager
async def pretended() -> AsyncIterator[Models]:
    account = ModelConfig(ACCOUNT, KEY)
    app = create_app(StandinConfig(pace=0, openai=(account,), anthropic=(account,)), ManualClock(TEST_NOW))
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        made = Models(app[STANDIN], str(server.make_url("/")).rstrip("/"), session, [])
        yield made
        for model in made.open:
            await model.close()


@asynccontextmanager
async def served(handler: Callable[[web.Request], Awaitable[web.StreamResponse]]) -> AsyncIterator[str]:
    """Where a vendor is whose only answer is `handler`'s."""
    app = web.Application()
    app.router.add_post("/{path:.*}", handler)
    async with TestServer(app) as server:
        yield str(server.make_url("")).rstrip("/")
