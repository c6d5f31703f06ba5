"""What every pretended vendor shares: the clock, the pace, the session it posts with, and knowing when all is quiet."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Coroutine
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count
from typing import Any, TypeVar

import aiohttp

from anna.clock import Clock, ShiftedClock
from anna.standin.config import StandinConfig
from anna.standin.faults import Faults
from anna.standin.outbox import Outbox

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Line:
    """The way from one account to Anna, and what goes wrong on it."""

    faults: Faults
    outbox: Outbox


class Core:
    """Built inside a running loop; `stop` ends everything it started."""

    def __init__(self, config: StandinConfig, clock: Clock) -> None:
        self.config = config
        self.clock = ShiftedClock(clock)
        self.session = aiohttp.ClientSession()
        self.stopping = asyncio.Event()
        self.seen_url = ""
        self._lines: list[Line] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._calls: set[asyncio.Task[Any]] = set()
        self._numbers = count(1)
        self._run = f"{config.seed}/{clock.now().isoformat()}"

    def new_line(self, provider: str, name: str) -> Line:
        """The faults and the outbox of one account."""
        faults = Faults(self.config.seed, f"{provider}/{name}")
        line = Line(faults, Outbox(self.session, faults, pace=self.config.pace, seed=self.config.seed))
        line.outbox.start()
        self._lines.append(line)
        return line

    def url(self) -> str:
        """Where this stand-in is reached."""
        return self.config.public_url.rstrip("/") or self.seen_url

    def unique(self, length: int) -> str:
        """Upper-case hex that differs within a run, and between runs that began at another time."""
        text = f"{self._run}/{next(self._numbers)}"
        return hashlib.sha256(text.encode()).hexdigest()[:length].upper()

    async def sleep(self, seconds: float) -> None:
        """Wait at the configured pace."""
        await asyncio.sleep(seconds * self.config.pace)

    def after(self, seconds: float) -> datetime:
        """When a wait that begins now is over, on the stand-in's clock."""
        return self.clock.now() + timedelta(seconds=seconds * self.config.pace)

    def later(self, work: Coroutine[None, None, None]) -> None:
        """Do `work` beside the answer."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def finish(self, work: Coroutine[Any, Any, Result]) -> Result:
        """Do `work` to its end even when whoever called goes away meanwhile: so does a vendor."""
        task = asyncio.get_running_loop().create_task(work)
        self._calls.add(task)
        task.add_done_callback(self._finished)
        return await asyncio.shield(task)

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._calls.discard(task)
        if not task.cancelled():
            task.exception()  # seen: its caller may be gone

    async def settle(self) -> None:
        """Wait until no status is due and nothing is left to post, retries included."""
        while self._tasks or not all(line.outbox.quiet for line in self._lines):
            waits: list[Awaitable[object]] = [line.outbox.idle() for line in self._lines]
            await asyncio.gather(*tuple(self._tasks), *waits, return_exceptions=True)

    def advance(self, offset: timedelta) -> None:
        """Run this far ahead of the clock that was handed in."""
        self.clock.offset = offset

    async def stop(self) -> None:
        """End what is under way, unanswered calls included."""
        self.stopping.set()
        under_way = (*self._tasks, *self._calls)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        for line in self._lines:
            await line.outbox.stop()
        await self.session.close()
