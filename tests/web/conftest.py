"""A house whose worker works by itself, as in a real process, and the page it serves."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import pytest

from anna.simulation.house import House
from anna.worker.loops import ClientLoops


@pytest.fixture
async def living(house: House) -> AsyncIterator[House]:
    """The house with its loops running: what is due happens without being pumped."""
    loops = asyncio.create_task(ClientLoops(house.anna, house.client, concurrency=4).run())
    yield house
    loops.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await loops


@pytest.fixture
def base(house: House) -> str:
    """Where the demo page is."""
    return f"{house.anna.settings.public_url}/c/demo/demo"
