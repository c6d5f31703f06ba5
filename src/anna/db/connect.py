"""Pools, transactions and the conversion of values.

`Database` is one client's (or the control) database as one role. Every piece of work happens in `transaction()`: one request,
job or tick is one transaction, and nothing below the edge commits.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol
from uuid import UUID

import asyncpg
import orjson


class Connection(Protocol):
    """What a query needs of a connection: asyncpg's own and its pool's proxy both have it, and neither is typed."""

    async def execute(self, query: str, *args: Any, timeout: float | None = None) -> str: ...
    async def executemany(self, query: str, args: Iterable[Sequence[Any]]) -> None: ...
    async def fetch(
        self, query: str, *args: Any, timeout: float | None = None
    ) -> list[Mapping[str, Any]]: ...
    async def fetchrow(self, query: str, *args: Any) -> Mapping[str, Any] | None: ...
    async def fetchval(self, query: str, *args: Any) -> Any: ...
    def transaction(self) -> AbstractAsyncContextManager[Any]: ...
    async def set_type_codec(self, typename: str, **options: Any) -> None: ...
    async def close(self) -> None: ...


class Database:
    """One database as one role; `clinicas` restricts what row level security lets a transaction see."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self.pool = pool

    @asynccontextmanager
    async def transaction(self, clinicas: Iterable[UUID] = ()) -> AsyncIterator[Connection]:
        """Open a transaction that sees the rows of `clinicas` (a role that bypasses RLS sees all).

        Commits at the end, rolls back on any exception.
        """
        async with self.pool.acquire() as conn, conn.transaction():
            ids = list(clinicas)
            if ids:
                await see_clinicas(conn, ids)
            yield conn

    async def close(self) -> None:
        await self.pool.close()


async def see_clinicas(conn: Connection, clinicas: Iterable[UUID], *, session: bool = False) -> None:
    """Let the current transaction of `conn` (or its whole `session`) see the rows of `clinicas`, and of no others."""
    await conn.execute(
        "select set_config('anna.clinicas', $1, $2)",
        "{" + ",".join(str(c) for c in clinicas) + "}",
        not session,
    )


async def open_database(
    dsn: str,
    *,
    min_size: int = 1,
    max_size: int = 10,
    application_name: str = "anna",
    session_state: bool = False,
    options: Mapping[str, str] | None = None,
) -> Database:
    """Open a pool on `dsn`; raises what asyncpg raises when the server cannot be reached.

    What a transaction sets is gone with it, so a connection goes from one to the next as it is. `session_state` says that
    something is done outside of transactions (a session's lock): then each is cleaned when it comes back, a round trip more.
    `options` are settings of the server for every connection.
    """
    pool = await asyncpg.create_pool(
        dsn,
        min_size=min_size,
        max_size=max_size,
        init=_prepare,
        reset=None if session_state else _leave_as_it_is,
        server_settings={"application_name": application_name, "timezone": "UTC", **(options or {})},
    )
    return Database(pool)


async def connect(dsn: str) -> Connection:
    """One prepared connection, for tools that need no pool."""
    conn: Connection = await asyncpg.connect(dsn, server_settings={"timezone": "UTC"})
    await _prepare(conn)
    return conn


@asynccontextmanager
async def connected(dsn: str) -> AsyncIterator[Connection]:
    """The same for a block, closed at its end."""
    conn = await connect(dsn)
    try:
        yield conn
    finally:
        await conn.close()


async def _leave_as_it_is(conn: Connection) -> None:
    """Instead of asyncpg's `reset all`; an open transaction it ends before, whatever we do here."""


async def _prepare(conn: Connection) -> None:
    """jsonb comes and goes as Python values."""
    await conn.set_type_codec(
        "jsonb",
        schema="pg_catalog",
        encoder=_encode_jsonb,
        decoder=_decode_jsonb,
        format="binary",
    )


def _encode_jsonb(value: Any) -> bytes:
    return b"\x01" + orjson.dumps(value)


def _decode_jsonb(data: bytes) -> Any:
    return orjson.loads(data[1:])
