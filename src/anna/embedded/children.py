"""The two private servers as children of a supervisor."""

from __future__ import annotations

import signal

import asyncpg

from anna.db.connect import connected
from anna.embedded.servers import Postgres, Redis, answers
from anna.embedded.supervisor import Child


def server_children(postgres: Postgres, redis: Redis) -> list[Child]:
    """PostgreSQL and Redis, ready to be started. Blocking: makes their folders the first time; raises what `prepare` does."""
    postgres.prepare()
    redis.prepare()
    return [
        Child(
            "postgres",
            tuple(postgres.command()),
            ready=lambda: takes_connections(postgres.dsn()),
            account=postgres.account,
            stop_signal=signal.SIGINT,  # SIGTERM would wait for clients
            server=True,
        ),
        Child("redis", tuple(redis.command()), ready=lambda: answers(redis.socket), server=True),
    ]


async def takes_connections(dsn: str) -> bool:
    """Whether the server at `dsn` has finished starting."""
    try:
        async with connected(dsn):
            return True
    except (OSError, asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError):
        return False
