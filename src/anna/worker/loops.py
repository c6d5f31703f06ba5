"""The loops of one client: each takes one due thing after the other, sleeps until the next is due, and wakes when told.

PostgreSQL tells (LISTEN) when something new is there, the loops tell each other after each piece of work, and a look every
`POLL_S` makes up for whatever was missed. Any number of workers may run them at once: claims skip what others hold.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

import asyncpg

from anna.app import Anna, Client
from anna.db.connect import Connection
from anna.db.listen import Listener
from anna.door import queries as door_queries
from anna.flows import queries as flow_queries
from anna.logs import bind
from anna.turns import queries as turn_queries

log = logging.getLogger(__name__)

POLL_S = 2.0
"""The longest a loop sleeps without looking: what a lost notification costs at most."""

TROUBLE_S = 1.0
"""The pause after the database or something else failed."""

Step = Callable[[], Awaitable[bool]]
NextAt = Callable[[Connection], Awaitable[datetime | None]]


class Wake:
    """Lets every loop of a client know that there may be work."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def tell(self) -> None:
        """Wake all who wait, and all who took a look before and will wait."""
        self._event.set()
        self._event = asyncio.Event()

    def look(self) -> asyncio.Event:
        """To be taken before looking for work: what is told from now on is not missed by `wait`."""
        return self._event

    async def wait(self, look: asyncio.Event, seconds: float) -> None:
        """Come back when told since `look`, at the latest after `seconds`."""
        with contextlib.suppress(TimeoutError):
            # not wait_for: before Python 3.12 it swallows a cancellation that comes with the result
            async with asyncio.timeout(max(seconds, 0.005)):
                await look.wait()


class ClientLoops:
    """All loops of one client, as one task group."""

    def __init__(self, anna: Anna, client: Client, *, concurrency: int) -> None:
        self._anna = anna
        self._client = client
        self._concurrency = concurrency
        self._wake = Wake()

    async def run(self) -> None:
        """Work until cancelled."""
        client = self._client
        each = max(1, self._concurrency // 4)
        with bind(client=client.slug):
            async with asyncio.TaskGroup() as group:
                group.create_task(self._listen())
                for _ in range(each):
                    group.create_task(self._loop("turns", client.turns.take_next, turn_queries.next_due_at))
                    group.create_task(
                        self._loop("door", client.door.send_next, door_queries.next_departure_at)
                    )
                for _ in range(2):
                    group.create_task(
                        self._loop("wake", client.dispatcher.wake_next, flow_queries.next_wake_at)
                    )
                    group.create_task(self._loop("events", client.dispatcher.handle_next, None))
                    group.create_task(self._loop("effects", client.dispatcher.act_next, None))
                group.create_task(self._loop("uncertain", self._resolve, None))

    async def _resolve(self) -> bool:
        return await self._client.door.resolve_uncertain() > 0

    async def _loop(self, name: str, step: Step, next_at: NextAt | None) -> None:
        while True:
            look = self._wake.look()
            try:
                if await step():
                    self._wake.tell()
                    continue
                pause = await self._pause(next_at)
            except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError):
                log.exception("the %s loop waits for better times", name)
                pause = TROUBLE_S
            except Exception:  # whatever it was: one bad row must not stop a clinic
                log.exception("the %s loop met something unforeseen", name)
                pause = TROUBLE_S
            await self._wake.wait(look, pause)

    async def _pause(self, next_at: NextAt | None) -> float:
        if next_at is None:
            return POLL_S
        async with self._client.database.transaction() as conn:
            due = await next_at(conn)
        if due is None:
            return POLL_S
        return min(POLL_S, (due - self._client.clock.now()).total_seconds())

    async def _listen(self) -> None:
        async def told(channel: str, payload: str) -> None:
            if channel == "anna_relogio":
                await self._anna.reread_clock(self._client.slug)
            self._wake.tell()

        await Listener(self._client.dsn).run(("anna", "anna_relogio"), told)
