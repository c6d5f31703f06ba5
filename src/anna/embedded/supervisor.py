"""Child processes that stay up: started, waited for, restarted when they die, and ended, all of them, whatever happens to us.

Each child leads a process group of its own, so a Ctrl-C in the terminal reaches only the supervisor, and whatever a child starts
goes with it. A watchdog process ends the groups when the supervisor itself is killed. Output goes to `<logs>/<name>.log`.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT, Process
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from anna.embedded import watchdog
from anna.embedded.servers import Account, spawn_as
from anna.errors import Busy

BACKOFF_MIN_S, BACKOFF_MAX_S = 0.2, 30.0
STEADY_S = 20.0
"""A child that lived this long starts its next life without a wait."""
END_WITHIN_S = 4.2
"""From being told to the last child's own end; what is left then is killed, and that still stays under five seconds."""
GRACE_S = 2.5
"""How much of it the children get that use the servers; the servers get the rest."""
LAST_WORD_S = 0.3
POLL_S = 0.05
ALIVE_S = 0.3
"""A child that cannot be asked is ready when it lived this long."""
_LARGEST_LOG = 5_000_000
_TAIL_LINES = 8


@dataclass(frozen=True, slots=True)
class Child:
    """One process to keep up."""

    name: str
    argv: tuple[str, ...]
    env: Mapping[str, str] | None = None
    ready: Callable[[], Awaitable[bool]] | None = None
    """Asked again and again after a start until it says yes; without it, being alive for a moment is enough."""
    account: Account | None = None
    stop_signal: signal.Signals = signal.SIGTERM
    server: bool = False
    """Ended after all others, because they use it."""


@dataclass(slots=True)
class _Life:
    """What the supervisor knows of a child; `process` is its latest one."""

    child: Child
    log: Path
    process: Process | None = None
    keeper: asyncio.Task[None] | None = None


class Supervisor:
    """Keeps children up until it is closed; use as an async context manager.

    `say` gets one line for each thing a person should know. `hold` is a file descriptor that must stay open until the last
    child is gone (a lock).
    """

    def __init__(self, *, logs: Path, say: Callable[[str], None], hold: int | None = None) -> None:
        self._logs = logs
        self._say = say
        self._hold = hold
        self._lives: dict[str, _Life] = {}
        self._watchdog: Process | None = None

    async def __aenter__(self) -> Self:
        self._watchdog = await asyncio.create_subprocess_exec(
            sys.executable, "-I", "-S", watchdog.__file__,
            stdin=PIPE, stdout=DEVNULL, start_new_session=True,
            pass_fds=() if self._hold is None else (self._hold,),
        )  # fmt: skip
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        await self.close()

    async def start(self, child: Child, *, within_s: float = 60) -> None:
        """Start `child` and return when it is ready; from then on it is kept up.

        Raises Busy, with the end of its log, when it dies before or is not ready `within_s` seconds later.
        """
        life = self._lives[child.name] = _Life(child, self._logs / f"{child.name}.log")
        process = await self._spawn(life)
        try:
            async with asyncio.timeout(within_s):
                if not await _becomes_ready(child, process):
                    raise Busy(
                        f"{child.name} did not start ({_how(process.returncode)}):\n{self.tail(child.name)}"
                    )
        except TimeoutError:
            raise Busy(
                f"{child.name} did not answer within {within_s:g} s:\n{self.tail(child.name)}"
            ) from None
        life.keeper = asyncio.create_task(self._keep(life, process), name=f"keep {child.name}")

    def pids(self) -> dict[str, int]:
        """The children alive now."""
        return {
            name: life.process.pid
            for name, life in self._lives.items()
            if life.process is not None and life.process.returncode is None
        }

    def tail(self, name: str) -> str:
        """The last lines that child `name` wrote, indented."""
        try:
            with self._lives[name].log.open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - 4000))
                lines = file.read().decode(errors="replace").splitlines()
        except FileNotFoundError:
            lines = []
        return "\n".join(f"    {name}: {line}" for line in lines[-_TAIL_LINES:])

    async def close(self) -> None:
        """End every child: those that use the servers first. Takes under five seconds, whatever they do."""
        lives = list(self._lives.values())
        keepers = [life.keeper for life in lives if life.keeper is not None]
        for keeper in keepers:
            keeper.cancel()
        await asyncio.gather(*keepers, return_exceptions=True)
        deadline = asyncio.get_running_loop().time() + END_WITHIN_S
        await self._end([life for life in lives if not life.child.server], GRACE_S)
        left_s = deadline - asyncio.get_running_loop().time()
        await self._end([life for life in lives if life.child.server], left_s)
        if self._watchdog is not None and self._watchdog.stdin is not None:
            self._watchdog.stdin.close()
            await self._watchdog.wait()
            self._watchdog = None

    async def _keep(self, life: _Life, process: Process) -> None:
        """Wait for the death of a child, bring it back, again and again."""
        loop = asyncio.get_running_loop()
        deaths, born = 0, loop.time()
        while True:
            code = await process.wait()
            self._forget(process.pid)
            deaths = 1 if loop.time() - born > STEADY_S else deaths + 1
            pause = min(BACKOFF_MIN_S * 2 ** (deaths - 1), BACKOFF_MAX_S)
            again = f", {deaths} times in a row" if deaths > 1 else ""
            self._say(f"{life.child.name} ended ({_how(code)}{again}); starting it again in {pause:.1f} s")
            if deaths > 1:
                self._say(self.tail(life.child.name))
            await asyncio.sleep(pause)
            process, born = await self._spawn(life), loop.time()
            if await _becomes_ready(life.child, process):
                self._say(f"{life.child.name} is back")

    async def _spawn(self, life: _Life) -> Process:
        child = life.child
        with _open_log(life.log) as log:
            life.process = await asyncio.create_subprocess_exec(
                *child.argv, env=child.env, stdin=DEVNULL, stdout=log, stderr=STDOUT,
                process_group=0, **spawn_as(child.account),
            )  # fmt: skip
        self._tell_watchdog(f"+{life.process.pid} {child.stop_signal.value}")
        return life.process

    async def _end(self, lives: list[_Life], grace_s: float) -> None:
        """Ask, ask harder (PostgreSQL ends its own children then), kill."""
        started = [(life.child, life.process) for life in lives if life.process is not None]
        for number, patience_s in ((None, grace_s), (signal.SIGQUIT, LAST_WORD_S)):
            alive = [(child, process) for child, process in started if process.returncode is None]
            for child, process in alive:
                _signal_group(process.pid, number or child.stop_signal)
            if alive:
                await asyncio.wait([asyncio.create_task(p.wait()) for _, p in alive], timeout=patience_s)
        for _, process in started:
            self._forget(process.pid)
            await process.wait()

    def _forget(self, group: int) -> None:
        """Whatever is left of a group goes too."""
        _signal_group(group, signal.SIGKILL)
        self._tell_watchdog(f"-{group}")

    def _tell_watchdog(self, line: str) -> None:
        if self._watchdog is not None and self._watchdog.stdin is not None:
            self._watchdog.stdin.write(f"{line}\n".encode())


async def _becomes_ready(child: Child, process: Process) -> bool:
    """True once it is ready, False when it died before."""
    alive_for = 0.0
    while process.returncode is None:
        if await child.ready() if child.ready is not None else alive_for >= ALIVE_S:
            return True
        await asyncio.sleep(POLL_S)
        alive_for += POLL_S
    return False


def _signal_group(group: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, number)


def _how(code: int | None) -> str:
    if code is None:
        return "still starting"
    return f"exit code {code}" if code >= 0 else f"killed by {signal.Signals(-code).name}"


def _open_log(path: Path) -> IO[bytes]:
    if path.exists() and path.stat().st_size > _LARGEST_LOG:
        path.replace(path.with_suffix(".old.log"))
    return path.open("ab")
