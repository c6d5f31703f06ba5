"""A worker that dies at a chosen await: at a statement, a commit, or a call to a provider.

`Reaper` counts what the worker awaits. At the chosen one it breaks every connection the worker has, so that the server rolls back
what was not committed, and raises `Killed` through the worker's code, which is a BaseException and nothing there may catch it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import asyncpg

from anna.app import Client
from anna.whatsapp.channel import Channel


class Killed(BaseException):
    """The process is gone."""


@dataclass
class Reaper:
    """Counts a worker's awaits and kills it at number `at` (from 1), before or after that await took effect."""

    at: int | None = None
    before: bool = False
    count: int = 0
    what: list[str] = field(default_factory=list)
    dead: bool = False
    _connections: set[Any] = field(default_factory=set)

    async def passes(self, name: str, work: Callable[[], Awaitable[Any]]) -> Any:
        """Do `work`, unless this is where the worker dies."""
        if self.dead:
            raise Killed(name)
        self.count += 1
        self.what.append(name)
        if self.before and self.count == self.at:
            self.kill()
            raise Killed(name)
        result = await work()
        if self.count == self.at:
            self.kill()
            raise Killed(name)
        return result

    def kill(self) -> None:
        """Break all connections at once, as the end of a process does."""
        self.dead = True
        for connection in self._connections:
            connection.terminate()

    def haunt(self, client: Client) -> None:
        """Let everything `client` awaits pass through here."""
        pool = client.database.pool
        client.database.pool = _Pool(pool, self)
        build = client.channels.build
        client.channels.build = lambda instancia: _Far(build(instancia), self)  # type: ignore[method-assign]
        charging = client.dispatcher._outside["charge"].__self__  # type: ignore[attr-defined]
        charging._gateway = _Far(charging._gateway, self)


class _Pool:
    """An asyncpg pool whose connections can die."""

    def __init__(self, pool: asyncpg.Pool, reaper: Reaper) -> None:
        self._pool = pool
        self._reaper = reaper

    @asynccontextmanager
    async def acquire(self) -> AsyncIterator[_Connection]:
        if self._reaper.dead:
            raise Killed("acquire")
        connection = await self._pool.acquire()
        self._reaper._connections.add(connection)
        try:
            yield _Connection(connection, self._reaper)
        finally:
            self._reaper._connections.discard(connection)
            await self._pool.release(connection)

    async def close(self) -> None:
        await self._pool.close()


class _Connection:
    """What `db.connect.Connection` promises, counted."""

    def __init__(self, connection: Any, reaper: Reaper) -> None:
        self._connection = connection
        self._reaper = reaper

    async def execute(self, query: str, *args: Any, **more: Any) -> Any:
        return await self._reaper.passes(query, lambda: self._connection.execute(query, *args, **more))

    async def executemany(self, query: str, args: Any) -> Any:
        return await self._reaper.passes(query, lambda: self._connection.executemany(query, args))

    async def fetch(self, query: str, *args: Any, **more: Any) -> Any:
        return await self._reaper.passes(query, lambda: self._connection.fetch(query, *args, **more))

    async def fetchrow(self, query: str, *args: Any) -> Any:
        return await self._reaper.passes(query, lambda: self._connection.fetchrow(query, *args))

    async def fetchval(self, query: str, *args: Any) -> Any:
        return await self._reaper.passes(query, lambda: self._connection.fetchval(query, *args))

    def transaction(self) -> AbstractAsyncContextManager[Any]:
        return _Transaction(self._connection.transaction(), self._reaper)


class _Transaction:
    """BEGIN, COMMIT and ROLLBACK are round trips of their own; after a death there are none."""

    def __init__(self, transaction: Any, reaper: Reaper) -> None:
        self._transaction = transaction
        self._reaper = reaper

    async def __aenter__(self) -> None:
        await self._reaper.passes("begin", self._transaction.start)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reaper.dead:
            return
        if kind is None:
            await self._reaper.passes("commit", self._transaction.commit)
        else:
            await self._transaction.rollback()


class _Far:
    """A provider's door: whoever dies after a call does not hear the answer, and the provider has taken it."""

    def __init__(self, channel: Channel | Any, reaper: Reaper) -> None:
        self._channel = channel
        self._reaper = reaper

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._channel, name)
        if name not in ("send", "look_up", "create_charge"):
            return value

        async def call(*args: Any, **more: Any) -> Any:
            return await self._reaper.passes(f"provider {name}", lambda: value(*args, **more))

        return call
