from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import orjson
import pytest

from anna.simulation.house import House
from tests.cli.conftest import Operator, run_here


@asynccontextmanager
async def a_worker(house: House) -> AsyncIterator[None]:
    """Somebody who does what is due, as a worker would."""

    async def work() -> None:
        while True:
            await house.settle()
            await asyncio.sleep(0.05)

    working = asyncio.create_task(work())
    try:
        yield
    finally:
        working.cancel()
        await asyncio.gather(working, return_exceptions=True)


async def test_lines_of_a_pipe_are_answered_one_after_the_other(operator: Operator) -> None:
    async with a_worker(operator.house):
        typed = "oi, quero botox\n\nsexta às 15h\n/quit\nnever said\n"
        out = (await operator("chat", typed=typed)).out
    lines = out.splitlines()
    assert lines[0] == "> oi, quero botox"
    assert lines[1].startswith("Anna: ")
    assert lines[2] == "> sexta às 15h"
    assert lines[3].startswith("Anna: ")
    assert "never said" not in out


async def test_it_says_why(operator: Operator) -> None:
    async with a_worker(operator.house):
        out = (await operator("chat", "--phone", "11900000187", typed="/why\nquero botox\n/why\n")).out
    assert "nothing was answered yet" in out
    assert 'procedure ["botox"]' in out
    assert "went by: start -> lead_to_booking" in out


@pytest.mark.parametrize("before", ["oi, quero botox\n", ""], ids=["wrote before", "never wrote"])
async def test_time_passes_when_it_is_told_to(operator: Operator, before: str) -> None:
    """The clock is the demo page's: the command only has to find it, and to add up its steps; who never wrote is waited for by nobody."""
    address = operator.house.anna.settings.public_url
    running = {"pid": 1, "address": address, "since": "2026-11-25T17:12:00+00:00"}
    (operator.folder / "anna.lock").write_bytes(orjson.dumps(running))
    typed = f"{before}/clock +4h\n"
    async with a_worker(operator.house), operator.house_time():
        async with operator.house.http.get(f"{address}/c/demo/demo"):
            pass  # the page looks at the clock, and the web process with it
        said = await asyncio.to_thread(run_here, ("chat", "--data-dir", str(operator.folder)), typed)
    assert "it is 25/11 21:1" in said.out, said


async def test_wrong_words_are_told_what_there_is(operator: Operator) -> None:
    assert "there is no /nonsense" in (await operator("chat", typed="/nonsense\n", code=2)).err
    assert "say how long, as +1h" in (await operator("chat", typed="/clock tomorrow\n", code=2)).err
    assert "is no telephone number" in (await operator("chat", "--phone", "12", code=2)).err
    said = await operator("chat", "--instance", "other", code=1)
    assert "there are: aroeira, mandacaru, nova" in said.err
