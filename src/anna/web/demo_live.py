"""Tells open pages that there is something new to look at: one listener per client, any number of pages.

No news is carried: a page fetches what it shows anew, so that whatever was missed while offline is not missed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

from aiohttp import web

from anna.app import Anna
from anna.db.listen import Listener

CHANNELS = ("anna", "anna_mudou", "anna_relogio")
CLOCK = "anna_relogio"
BEAT_S = 15.0
"""How often a page looks again though nothing was told: its relative times grow old, and proxies close what is silent."""


class Hub:
    """The pages that look at one client."""

    def __init__(self, dsn: str, on_clock: Callable[[], Awaitable[None]]) -> None:
        self._listener = Listener(dsn)
        self._on_clock = on_clock
        self._watchers: set[asyncio.Event] = set()

    async def run(self) -> None:
        """Listen until cancelled."""
        await self._listener.run(CHANNELS, self._told)

    async def _told(self, channel: str, payload: str) -> None:
        if channel == CLOCK:
            await self._on_clock()
        self.tell()

    def tell(self) -> None:
        """Let every page look again."""
        for watcher in self._watchers:
            watcher.set()

    @contextmanager
    def watch(self) -> Iterator[asyncio.Event]:
        """An event that is set whenever there is something new; whoever waits clears it."""
        event = asyncio.Event()
        self._watchers.add(event)
        try:
            yield event
        finally:
            self._watchers.discard(event)


class Live:
    """The hubs of an application, begun when the first page looks and ended with it."""

    def __init__(self, anna: Anna) -> None:
        self._anna = anna
        self._hubs: dict[str, tuple[Hub, asyncio.Task[None]]] = {}
        self._closing = False

    def hub(self, slug: str, dsn: str) -> Hub:
        """The hub of one client."""
        if slug not in self._hubs:
            hub = Hub(dsn, lambda: self._anna.reread_clock(slug))
            self._hubs[slug] = hub, asyncio.get_running_loop().create_task(hub.run())
        return self._hubs[slug][0]

    async def stream(self, request: web.Request, hub: Hub) -> web.StreamResponse:
        """Server-sent events until the page goes, or the application ends."""
        response = web.StreamResponse(
            headers={
                "Content-Type": "text/event-stream; charset=utf-8",
                "Cache-Control": "no-store",
                "X-Accel-Buffering": "no",
            }
        )
        with hub.watch() as news, suppress(ConnectionResetError):  # the page was closed
            await response.prepare(request)
            await response.write(b"retry: 1000\n\n")
            news.set()
            async for _ in _beats(news):
                if self._closing:
                    break
                await response.write(b"event: mudou\ndata: 1\n\n")
        return response

    async def close(self, app: web.Application) -> None:
        """End the open streams and the listeners."""
        self._closing = True
        for hub, task in self._hubs.values():
            hub.tell()
            task.cancel()
        await asyncio.gather(*(task for _, task in self._hubs.values()), return_exceptions=True)


async def _beats(news: asyncio.Event) -> AsyncIterator[None]:
    """Once per piece of news, however many came together, and at least every `BEAT_S`."""
    while True:
        with suppress(TimeoutError):
            await asyncio.wait_for(news.wait(), BEAT_S)
        news.clear()
        yield
