"""Anna's processes as they run in production, beside a house whose stand-in and web they share."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from anna.embedded.servers import Redis, answers
from anna.settings import Settings, environment

PATIENCE_S = 60.0
"""Ten times what an idle machine needs, because tests run beside others."""


async def eventually(holds: Callable[[], Awaitable[Any]], what: str, *, seconds: float = PATIENCE_S) -> Any:
    """Come back with what `holds` says when that is true; fails after `seconds`."""
    deadline = asyncio.get_running_loop().time() + seconds
    while not (said := await holds()):
        assert asyncio.get_running_loop().time() < deadline, f"never: {what}"
        await asyncio.sleep(0.05)
    return said


class RedisServer:
    """A Redis of one test's own, to be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self._server = Redis(folder)
        self._server.prepare()
        self._process: subprocess.Popen[bytes] | None = None
        self.url = self._server.url

    async def start(self) -> None:
        self._process = _spawn(self._server.command())
        await eventually(lambda: answers(self._server.socket), "Redis answers")

    async def kill(self) -> None:
        """It ends at once, and what was in it is gone."""
        if self._process is not None:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)
            self._process = None
            self._server.socket.unlink(missing_ok=True)


@asynccontextmanager
async def process(name: str, settings: Settings) -> AsyncIterator[subprocess.Popen[bytes]]:
    """`anna <name>` as a process of its own; killed at the end if it still runs."""
    values = {
        field: getattr(settings, field)
        for field in ("demo", "control_dsn", "redis_url", "secret_key", "public_url", "standin_url", "port")
    }
    quick = {field: getattr(settings, field) for field in ("quiet_min_s", "quiet_s", "quiet_max_s")}
    models = {field: getattr(settings, field) for field in ("openai_api_key", "openai_url", "embedder")}
    running = _spawn([sys.executable, "-m", "anna", name], env=environment(**values, **quick, **models))
    try:
        yield running
    finally:
        running.kill()
        await asyncio.to_thread(running.wait)


async def end(running: subprocess.Popen[bytes]) -> int:
    """Ask a process to end, as a supervisor does; returns its exit code."""
    running.send_signal(signal.SIGTERM)
    return await asyncio.to_thread(running.wait, 30)


def _spawn(command: list[str], env: Mapping[str, str] | None = None) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
