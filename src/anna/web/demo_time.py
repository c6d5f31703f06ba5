"""Lets the demo client's time pass, as it would have passed: it stops wherever something is due and waits until that is done.

So a day that is skipped has its reminder after four hours and its end after twenty-two, each with its own hour.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime, timedelta
from uuid import UUID

import aiohttp

from anna.app import Anna, Client
from anna.errors import ProviderError
from anna.web import demo_queries as queries

log = logging.getLogger(__name__)

STOP_S = 2.0
"""How long the workers have at each stop."""

BUDGET_S = 8.0
"""How long all stops together may take; then the rest of the time passes at once."""

LOOK_S = 0.03
STANDIN_LIMIT = aiohttp.ClientTimeout(total=5)


class StandIn:
    """The stand-in's control API, as the demo needs it. Everything raises ProviderError when it does not answer."""

    def __init__(self, session: aiohttp.ClientSession, url: str) -> None:
        self._session = session
        self._url = f"{url}/_control"

    async def say(self, instance: str, message: dict[str, object]) -> None:
        """A phone sends a message: the real webhook follows."""
        await self._post(f"evolution/{instance}/say", message)

    async def set_clock(self, offset: timedelta) -> None:
        """Run this far ahead, as the client does; the stand-in forgets it when it is started again."""
        await self._post("clock", {"offset_seconds": offset.total_seconds()})

    async def _post(self, path: str, body: dict[str, object]) -> None:
        try:
            async with self._session.post(f"{self._url}/{path}", json=body, timeout=STANDIN_LIMIT) as answer:
                if not answer.ok:
                    raise ProviderError(f"the stand-in refused {path}: {await answer.text()}")
        except (aiohttp.ClientError, TimeoutError) as error:
            raise ProviderError(f"the stand-in does not answer: {error}") from error


class Passing:
    """Moves one client's clock."""

    def __init__(self, anna: Anna, client: Client, standin: StandIn, clinica_id: UUID) -> None:
        self._anna = anna
        self._client = client
        self._standin = standin
        self._clinica_id = clinica_id
        self._lock = asyncio.Lock()

    async def align(self) -> None:
        """Let the stand-in's clock be the client's. Raises ProviderError when it does not answer."""
        await self._standin.set_clock(self._client.clock.offset)

    async def pass_time(self, span: timedelta) -> None:
        """Let `span` pass, stopping at what is due on the way; comes back when it is over."""
        loop = asyncio.get_running_loop()
        async with self._lock:
            end = self._client.clock.offset + span
            budget = loop.time() + BUDGET_S
            while self._client.clock.offset < end and loop.time() < budget:
                now = self._client.clock.now()
                due = await self._due(now)
                offset = self._client.clock.offset + (due - now) if due else end
                await self._move(min(end, max(offset, self._client.clock.offset)))
                await self._settle(min(budget, loop.time() + STOP_S))
            await self._move(end)

    async def _move(self, offset: timedelta) -> None:
        """The control database says so, the stand-in follows, every process hears of it."""
        async with self._anna.control.transaction() as conn:
            await queries.set_offset(conn, self._client.slug, offset)
        await self._anna.reread_clock(self._client.slug)
        try:
            await self.align()
        except ProviderError:
            log.warning("the stand-in's clock is behind; the next look at the page sets it")
        async with self._client.database.transaction() as conn:
            await queries.tell_clock(conn, self._client.slug)

    async def _settle(self, until: float) -> None:
        """Wait until nothing is due any more, at the longest until `until` of the loop's clock."""
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            now = self._client.clock.now()
            due = await self._due(now)
            if due is None or due > now:
                return
            await asyncio.sleep(LOOK_S)

    async def _due(self, now: datetime) -> datetime | None:
        async with self._client.database.transaction([self._clinica_id]) as conn:
            return await queries.find_due(conn, now=now)
