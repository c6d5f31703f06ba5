"""LISTEN on one connection of its own, opened again whenever it is lost."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import asyncpg

from anna.db.failures import TROUBLE

log = logging.getLogger(__name__)

AGAIN_S = 1.0

Told = Callable[[str, str], Awaitable[None]]
"""What to do with (channel, payload)."""


class Listener:
    """Hears what other transactions notify."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn

    async def run(self, channels: Sequence[str], told: Told) -> None:
        """Call `told` for every notification, one after the other, until cancelled.

        After a lost connection it is called once with each channel and an empty payload: something may have been missed.
        """
        while True:
            try:
                await self._hear(channels, told)
            except TROUBLE:
                log.info("listening again soon")
                await asyncio.sleep(AGAIN_S)

    async def _hear(self, channels: Sequence[str], told: Told) -> None:
        heard: asyncio.Queue[tuple[str, str] | None] = asyncio.Queue()

        def on_notify(_conn: Any, _pid: int, channel: str, payload: str) -> None:
            heard.put_nowait((channel, payload))

        def on_lost(_conn: Any) -> None:
            heard.put_nowait(None)

        conn = await asyncpg.connect(self._dsn)
        try:
            conn.add_termination_listener(on_lost)
            for channel in channels:
                await conn.add_listener(channel, on_notify)
            for channel in channels:
                await told(channel, "")
            while (item := await heard.get()) is not None:
                await told(*item)
            raise asyncpg.InterfaceError("the connection was lost")
        finally:
            await conn.close(timeout=1)
