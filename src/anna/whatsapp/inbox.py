"""Natural group commit: no timer, one flush in flight, and the next takes everything that queued meanwhile.

A lone message is committed at once; under load one commit carries many. A batch that fails because of one row is taken again item
by item, so that a bad body never costs its neighbours anything; the bad one is kept raw. What is Anna's own trouble is Busy, and
nothing of it is stored.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

import asyncpg

from anna.clock import Clock
from anna.db.connect import Connection, Database, open_database, see_clinicas
from anna.db.failures import TROUBLE
from anna.errors import Busy
from anna.whatsapp import queries
from anna.whatsapp.intake import Entry, keep_raw, store
from anna.whatsapp.models import Delivery, Ignored
from anna.whatsapp.people import Overtaken
from anna.whatsapp.quiet import Quiet

MAX_BATCH = 256
"""Requests in one transaction, at most."""

TRIES = 4
LIMIT_S = 8.0
"""How long one transaction may take: less than the webhook's own limit."""

_AGAIN = (Overtaken, asyncpg.DeadlockDetectedError, asyncpg.SerializationError)
_BLOCKED = (asyncpg.LockNotAvailableError,)
_BAD_DATA = (
    asyncpg.DataError,
    asyncpg.IntegrityConstraintViolationError,
    asyncpg.ProgramLimitExceededError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)

_log = logging.getLogger(__name__)


class _Waiting:
    """A delivery and the request that waits for its commit."""

    __slots__ = ("delivery", "done")

    def __init__(self, delivery: Delivery, done: asyncio.Future[None]) -> None:
        self.delivery = delivery
        self.done = done

    def finish(self, failure: Exception | None) -> None:
        """Let the request go on; it may have given up meanwhile."""
        if self.done.done():
            return
        if failure is None:
            self.done.set_result(None)
        else:
            self.done.set_exception(failure)


async def open_reception(dsn: str, *, application_name: str = "anna") -> Database:
    """The database of an `Inbox`, which is nobody else's: what it sees and how it plans holds from one batch to the next."""
    return await open_database(
        dsn, min_size=0, max_size=1, application_name=application_name, options=queries.SESSION
    )


class Inbox:
    """Stores what one client's providers say. One per process and client; several processes may share a database.

    `hears` says that somebody writes out voice messages.
    """

    def __init__(
        self, database: Database, clock: Clock, *, quiet: Quiet | None = None, hears: bool = False
    ) -> None:
        self._database = database
        self._clock = clock
        self._quiet = quiet or Quiet()
        self._hears = hears
        self._queue: list[_Waiting] = []
        self._flusher: asyncio.Task[None] | None = None
        self._held: Connection | None = None
        self._seen: frozenset[UUID] = frozenset()
        self.ignored: Counter[str] = Counter()
        """How many things were nobody's business, by reason, since this process began."""

    async def receive(self, delivery: Delivery) -> None:
        """Come back when `delivery` is committed. Raises Busy when it could not be: the provider has to ask again."""
        waiting = _Waiting(delivery, asyncio.get_running_loop().create_future())
        self._queue.append(waiting)
        if self._flusher is None:
            self._flusher = asyncio.create_task(self._drain(), name="inbox")
        await waiting.done

    async def close(self) -> None:
        """Finish what is queued."""
        while self._flusher is not None:
            await asyncio.wait([self._flusher])

    async def _drain(self) -> None:
        try:
            while self._queue:
                batch = self._queue[:MAX_BATCH]
                del self._queue[:MAX_BATCH]
                await self._flush(batch)
        finally:
            self._flusher = None
            for (
                waiting
            ) in self._queue:  # only after a crash: a request must not wait for a flusher that is gone
                waiting.finish(Busy("the reception stopped"))
            self._queue.clear()
            await self._let_go()

    async def _connection(self, clinicas: frozenset[UUID]) -> Connection:
        """One connection for as long as batches follow one another, that sees `clinicas`: both cost as much as a statement."""
        if self._held is None:
            self._held = await self._database.pool.acquire()
            self._seen = frozenset()
        if self._seen != clinicas:
            await see_clinicas(self._held, clinicas, session=True)
            self._seen = clinicas
        return self._held

    async def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            with suppress(*TROUBLE):
                await self._database.pool.release(held)

    async def _flush(self, batch: Sequence[_Waiting]) -> None:
        try:
            failure = await self._commit(
                [(waiting.delivery, item) for waiting in batch for item in waiting.delivery.items]
            )
            for waiting in batch:
                if isinstance(failure, _BLOCKED + _BAD_DATA):
                    waiting.finish(await self._store_alone(waiting.delivery))
                else:
                    waiting.finish(failure)
        finally:
            for waiting in batch:
                waiting.finish(Busy("the reception stopped"))
        for waiting in batch:
            for item in waiting.delivery.items:
                if isinstance(item, Ignored):
                    self.ignored[item.reason] += 1

    async def _store_alone(self, delivery: Delivery) -> Exception | None:
        """Store each item of a delivery by itself; what the database refuses is kept raw. Returns why that failed, too."""
        for item in delivery.items:
            failure = await self._commit([(delivery, item)])
            if isinstance(failure, _BAD_DATA):
                _log.warning(
                    "a webhook body was refused and kept raw",
                    extra={"instancia": str(delivery.receiver.id), "error": type(failure).__name__},
                )
                failure = await self._commit([], refused=(delivery, f"recusado: {type(failure).__name__}"))
            if failure is not None:
                return Busy("the database is away") if not isinstance(failure, Busy) else failure
        return None

    async def _commit(
        self, entries: Sequence[Entry], *, refused: tuple[Delivery, str] | None = None
    ) -> Exception | None:
        """One transaction. Returns None, or what went wrong: one of _BLOCKED or _BAD_DATA, else Busy."""
        for _ in range(TRIES):
            now = self._clock.now()
            clinicas = frozenset(
                delivery.receiver.clinica_id for delivery, _ in [*entries, *([refused] if refused else [])]
            )
            try:
                async with asyncio.timeout(LIMIT_S):
                    conn = await self._connection(clinicas)
                    await store(conn, entries, now=now, quiet=self._quiet, hears=self._hears)
                    if refused:
                        await keep_raw(conn, [refused], now=now)
                return None
            except _AGAIN:
                continue
            except _BLOCKED + _BAD_DATA as error:
                return error
            except TROUBLE as error:
                _log.error("webhooks cannot be stored", exc_info=error)
                await self._let_go()
                busy = Busy("the database is away")
                busy.__cause__ = error
                return busy
        return Busy("other receptions were always faster")
