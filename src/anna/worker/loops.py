"""The loops of one client: each takes one due thing after the other, sleeps until the next is due, and wakes when told.

PostgreSQL tells (LISTEN) when something new is there, the loops tell each other after each piece of work, and a look every
`POLL_S` makes up for whatever was missed. Any number of workers may run them at once: claims skip what others hold.

Of the loops that do the same, one is called at a time, and one keeps the time for all: when every loop looked whenever something
happened, the looking cost several times what the work did.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import datetime

from anna.app import Anna, Client
from anna.db.connect import Connection
from anna.db.failures import TROUBLE
from anna.db.listen import Listener
from anna.door import queries as door_queries
from anna.flows import queries as flow_queries
from anna.logs import bind
from anna.turns import queries as turn_queries
from anna.whatsapp import transcript_queries

log = logging.getLogger(__name__)

POLL_S = 2.0
"""The longest a loop sleeps without looking: what a lost notification costs at most."""

REST_S = 60.0
"""How long those rest who leave the time to another."""

TROUBLE_S = 1.0
"""The pause after the database or something else failed."""

Step = Callable[[], Awaitable[bool]]
NextAt = Callable[[Connection], Awaitable[datetime | None]]


class Bell:
    """Calls one of the loops that rest; when none does, the next that comes, because it looked for work before the bell rang."""

    def __init__(self) -> None:
        self._resting: deque[asyncio.Future[None]] = deque()
        self._rung = False
        self._time_is_kept = False

    def ring(self) -> None:
        """There may be work for one."""
        if not self._call():
            self._rung = True

    async def rest(self, until: Callable[[], Awaitable[float]]) -> None:
        """Come back when called.

        Who comes while nobody keeps the time does so: comes back after `until()` seconds too, and leaves the time to another.
        """
        if self._time_is_kept:
            await self._wait(REST_S, called_first=True)
            return
        self._time_is_kept = True
        try:
            await self._wait(await until(), called_first=False)
        finally:
            self._time_is_kept = False
            self._call()

    def _call(self) -> bool:
        while self._resting:
            waiting = self._resting.popleft()
            if not waiting.done():
                waiting.set_result(None)
                return True
        return False

    async def _wait(self, seconds: float, *, called_first: bool) -> None:
        if self._rung:
            self._rung = False
            return
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if called_first:
            self._resting.appendleft(waiting)
        else:
            self._resting.append(waiting)
        with contextlib.suppress(TimeoutError):
            # not wait_for: before Python 3.12 it swallows a cancellation that comes with the result
            async with asyncio.timeout(max(seconds, 0.005)):
                await waiting


class ClientLoops:
    """All loops of one client, as one task group."""

    def __init__(self, anna: Anna, client: Client, *, concurrency: int) -> None:
        self._anna = anna
        self._client = client
        self._concurrency = concurrency
        self._bells: list[Bell] = []

    async def run(self) -> None:
        """Work until cancelled."""
        client = self._client
        many = max(1, self._concurrency // 4)
        kinds: list[tuple[str, int, Step, NextAt | None]] = [
            ("turns", many, client.turns.take_next, turn_queries.next_due_at),
            ("door", many, client.door.send_next, door_queries.next_departure_at),
            ("wake", 2, client.dispatcher.wake_next, flow_queries.next_wake_at),
            ("events", 2, client.dispatcher.handle_next, None),
            ("effects", 2, client.dispatcher.act_next, None),
        ]
        if client.hearing is not None:
            kinds.append(("hearing", 4, client.hearing.hear_next, transcript_queries.next_due_at))
        with bind(client=client.slug):
            async with asyncio.TaskGroup() as group:
                group.create_task(self._listen())
                for name, number, step, next_at in kinds:
                    bell = Bell()
                    self._bells.append(bell)
                    for _ in range(number):
                        group.create_task(self._loop(name, step, next_at, bell))
                group.create_task(self._loop("uncertain", self._resolve, None, Bell()))

    async def _resolve(self) -> bool:
        return await self._client.door.resolve_uncertain() > 0

    def _tell(self) -> None:
        """Something happened: one of each kind looks whether there is work for it."""
        for bell in self._bells:
            bell.ring()

    async def _loop(self, name: str, step: Step, next_at: NextAt | None, bell: Bell) -> None:
        while True:
            try:
                if await step():
                    self._tell()
                else:
                    await bell.rest(lambda: self._pause(next_at))
                continue
            except TROUBLE:
                log.exception("the %s loop waits for better times", name)
            except Exception:  # whatever it was: one bad row must not stop a clinic
                log.exception("the %s loop met something unforeseen", name)
            await asyncio.sleep(TROUBLE_S)

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
            self._tell()

        await Listener(self._client.dsn).run(("anna", "anna_relogio"), told)
