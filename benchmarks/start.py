"""Starting: how long each process takes until it works, and what memory it then holds."""

from __future__ import annotations

import asyncio
import time

from anna.embedded.supervisor import Child
from benchmarks.figures import Section, Spread
from benchmarks.ingest import bare_child
from benchmarks.stage import Stage, free_port, megabytes, open_stage

NAMES = ("standin", "web", "worker", "scheduler")
READY = {
    "bare": "answers",
    "standin": "answers",
    "web": "answers, and the control database answers it",
    "worker": "serves its client: it listens for news",
    "scheduler": "acts: it holds the lock",
}
SETTLE_S = 1.0


async def measure(*, quick: bool) -> Section:
    """Each process alone, in turn, several times; then the two servers as the others left them."""
    rounds = 1 if quick else 5
    times: dict[str, list[float]] = {}
    memory: dict[str, list[float]] = {}
    async with open_stage() as stage:
        for _ in range(rounds):
            for child in [bare_child(free_port()), *(stage.child(name) for name in NAMES)]:
                await _start(stage, child, times, memory)
        async with stage.running(*(stage.child(name) for name in NAMES)):
            await asyncio.sleep(SETTLE_S)
            for name, pid in stage.servers.pids().items():
                memory[name] = [megabytes(pid)]
    section = Section(
        "start",
        f"From the start of the process to the first moment it works, {rounds} times each, with the demo client's database in place;"
        " then, a second later, its memory (PSS: pages shared with others counted by share). The servers are measured with all of"
        " Anna's processes connected.",
        ("process", "works when it", "s", "MB"),
    )  # fmt: skip
    for name, label in (
        ("bare", "(a) aiohttp + orjson, for comparison"),
        *((name, f"anna {name}") for name in NAMES),
    ):
        row = (label, READY[name], Spread.of(times[name]).show(2), Spread.of(memory[name]).show(0))
        section.rows.append(row)
    for name in ("postgres", "redis"):
        section.rows.append((name, "", "", Spread.of(memory[name]).show(0)))
    total = sum(Spread.of(memory[name]).middle for name in (*NAMES, "postgres", "redis"))
    section.rows.append(("all of it", "", "", f"{total:.0f}"))
    return section


async def _start(
    stage: Stage, child: Child, times: dict[str, list[float]], memory: dict[str, list[float]]
) -> None:
    begun = time.perf_counter()
    async with stage.running(child) as supervisor:
        times.setdefault(child.name, []).append(time.perf_counter() - begun)
        await asyncio.sleep(SETTLE_S)
        memory.setdefault(child.name, []).append(megabytes(supervisor.pids()[child.name]))
