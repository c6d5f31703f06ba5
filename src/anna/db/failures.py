"""What a failure says: the row is at fault, somebody else was faster, or (everything else) the server is in trouble.

Work that is taken from the database row by row needs the difference. A fault would come again, so the row is put off and in the end
closed with it; a lost race is simply run again; trouble is nobody's fault, and whoever meets it waits for better times.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import asyncpg
import pcre2  # type: ignore[import-untyped]

from anna.errors import AnnaError

log = logging.getLogger(__name__)

FAULTS: Final = (
    AnnaError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    RuntimeError,
    TypeError,
    ValueError,
    asyncpg.DataError,
    asyncpg.IntegrityConstraintViolationError,
    asyncpg.ProgramLimitExceededError,
    asyncpg.SyntaxOrAccessError,
    pcre2.LibraryError,  # a pattern that went back too often over a message
)
"""Errors that the same work on the same row would meet again."""

RACES: Final = (asyncpg.TransactionRollbackError, asyncpg.LockNotAvailableError)
"""A deadlock or a serialization failure: the server chose us to give way."""

TROUBLE: Final = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
)
"""What the server, or the way to it, may do to any statement. asyncpg has no one name for it: where a connection dies in the very
moment a statement begins, it says InternalClientError."""

AWAY: Final = (
    ConnectionRefusedError,
    ConnectionResetError,
    FileNotFoundError,  # the socket
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    asyncpg.OperatorInterventionError,
    asyncpg.PostgresConnectionError,
)
"""That part of the trouble which says that PostgreSQL is not there, or is just coming back."""

RUNS: Final = 4
"""How often a piece of work is run at the most when it loses races."""

Outcome = TypeVar("Outcome")


async def despite_races(work: Callable[[], Awaitable[Outcome]]) -> Outcome:
    """Do `work`, a transaction or a savepoint as a whole, and run it again when it loses a race; `RUNS` times at most."""
    for _ in range(RUNS - 1):
        try:
            return await work()
        except RACES as error:
            log.info("lost a race, running again: %r", error)
    return await work()
