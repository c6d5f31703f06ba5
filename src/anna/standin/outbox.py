"""How the vendors post to Anna: one after another, never in the way of an answer, and again when it did not work.

First attempts keep their order. A failed one is tried again on its own, while the next go ahead: that is how one 503 inverts the
order in the field, and it does so here.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from random import Random

import aiohttp

from anna.standin.faults import Fault, Faults

_HELD_S = 1.0  # how long a reordered post waits for another to overtake it


@dataclass(frozen=True, slots=True)
class Post:
    """One webhook: its body is fixed when it happens, retries repeat it byte by byte.

    `fresh` makes the headers that a vendor renews with every attempt (a signature with the time in it).
    """

    label: str
    url: str
    body: bytes
    headers: Mapping[str, str]
    fresh: Callable[[], Mapping[str, str]] | None = None


@dataclass(frozen=True, slots=True)
class Retries:
    """When a vendor tries again: after these many seconds, on any status that is not 2xx and not in `never_on`.

    With `on_status` False only a connection that failed is tried again. `timeout_s` is for one attempt, and is not paced.
    """

    delays: tuple[float, ...]
    never_on: frozenset[int] = frozenset()
    on_status: bool = True
    timeout_s: float = 30.0
    jitter: float = 0.0
    least_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Delivery:
    """One attempt: `status` is None when no answer came."""

    label: str
    attempt: int
    status: int | None


@dataclass(slots=True)
class _Queued:
    post: Post
    retries: Retries
    done: asyncio.Event = field(default_factory=asyncio.Event)


class Outbox:
    """The webhooks of one instance. `start` and `stop` frame its life; `deliveries` keeps the last attempts."""

    def __init__(self, session: aiohttp.ClientSession, faults: Faults, *, pace: float, seed: int) -> None:
        self.deliveries: deque[Delivery] = deque(maxlen=2000)
        self._session = session
        self._faults = faults
        self._pace = pace
        self._random = Random(seed)  # noqa: S311 - repeatable on purpose, not a secret
        self._waiting: asyncio.Queue[_Queued] = asyncio.Queue()
        self._open = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self) -> None:
        self._spawn(self._run())

    async def stop(self) -> None:
        """Drop what is still to be posted, retries included, as a vendor's restart does."""
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def put(self, post: Post, retries: Retries) -> asyncio.Event:
        """Queue `post`; the event is set after its first attempt."""
        queued = _Queued(post, retries)
        self._begin()
        self._waiting.put_nowait(queued)
        return queued.done

    async def idle(self) -> None:
        """Wait until nothing is queued and no retry is pending."""
        await self._idle.wait()

    @property
    def quiet(self) -> bool:
        return self._idle.is_set()

    async def _run(self) -> None:
        while True:
            queued = await self._waiting.get()
            if self._faults.strike(Fault.LOSE_WEBHOOK):
                self._end(queued)
                continue
            if self._faults.strike(Fault.REORDER):
                overtaking = None
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(max(0.05, _HELD_S * self._pace)):
                        overtaking = await self._waiting.get()
                if overtaking:
                    await self._first(overtaking)
            await self._first(queued)

    async def _first(self, queued: _Queued) -> None:
        again = await self._attempt(queued.post, queued.retries, 1)
        if self._faults.strike(Fault.DUPLICATE):
            await self._attempt(queued.post, queued.retries, 1)
        if again and queued.retries.delays:
            self._begin()
            self._spawn(self._retry(queued))
        self._end(queued)

    async def _retry(self, queued: _Queued) -> None:
        retries = queued.retries
        try:
            for number, delay in enumerate(retries.delays, start=2):
                wait = max(
                    retries.least_s, delay * (1 + self._random.uniform(-retries.jitter, retries.jitter))
                )
                await asyncio.sleep(wait * self._pace)
                if not await self._attempt(queued.post, retries, number):
                    return
        finally:
            self._count_down()

    async def _attempt(self, post: Post, retries: Retries, number: int) -> bool:
        """Post once; True when it is to be tried again."""
        try:
            async with self._session.post(
                post.url,
                data=post.body,
                headers={**post.headers, **(post.fresh() if post.fresh else {})},
                timeout=aiohttp.ClientTimeout(total=retries.timeout_s),
                allow_redirects=False,
            ) as response:
                await response.read()
                status = response.status
        except (
            aiohttp.ClientError,
            TimeoutError,
            OSError,
            ValueError,
        ) as error:  # ValueError: a header nobody can send
            self.deliveries.append(Delivery(post.label, number, None))
            # a read time-out is no failed connection
            return retries.on_status or isinstance(error, aiohttp.ClientConnectorError)
        self.deliveries.append(Delivery(post.label, number, status))
        return retries.on_status and not 200 <= status < 300 and status not in retries.never_on

    def _begin(self) -> None:
        self._open += 1
        self._idle.clear()

    def _end(self, queued: _Queued) -> None:
        queued.done.set()
        self._count_down()

    def _count_down(self) -> None:
        self._open -= 1
        if self._open == 0:
            self._idle.set()

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
