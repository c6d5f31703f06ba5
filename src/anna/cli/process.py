"""How every process begins and ends: its settings, its log lines, and the signals that end it."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable

from anna import logs
from anna.settings import Settings, load_settings

Serve = Callable[[Settings, asyncio.Event], Awaitable[None]]
"""A process on an event loop: it serves until the event is set."""


def begin() -> Settings:
    """This process's settings, with its log lines going where they say. Raises InvalidSettings."""
    settings = load_settings()
    logs.configure(level=settings.log_level, json=settings.log_json)
    return settings


def run_until_told(serve: Serve) -> None:
    """Begin, and `serve` until SIGTERM or SIGINT."""
    settings = begin()

    async def until_told() -> None:
        told = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, told.set)
        await serve(settings, told)

    asyncio.run(until_told())
