"""Fixtures for tests that need the whole house."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import count

import pytest

from anna.clock import ManualClock
from anna.db.connect import Connection, connect
from anna.simulation.databases import DEMO, Databases, Ground, clone_templates, make_house_templates
from anna.simulation.house import House, open_house
from tests.conftest import TEST_NOW

_numbers = count(1)


@pytest.fixture(scope="session")
async def demo_template(ground: Ground, template: str) -> str:
    """A client database with the demo's rows, and a control database beside it, to be cloned."""
    await make_house_templates(ground, now=TEST_NOW)
    return DEMO


@pytest.fixture
async def databases(ground: Ground, demo_template: str) -> AsyncIterator[Databases]:
    async with clone_templates(ground, next(_numbers)) as databases:
        yield databases


@pytest.fixture
async def admin(databases: Databases) -> AsyncIterator[Connection]:
    """The server's administrator, beside the test's databases."""
    conn = await connect(databases.postgres.dsn())
    yield conn
    await conn.close()


@pytest.fixture
async def house(databases: Databases, clock: ManualClock) -> AsyncIterator[House]:
    async with AsyncExitStack() as stack:
        yield await open_house(stack, databases, clock)


@pytest.fixture(params=["openai", "anthropic"])
def vendor(request: pytest.FixtureRequest) -> str:
    """One vendor of models."""
    return str(request.param)


@pytest.fixture
async def modelled(databases: Databases, clock: ManualClock, vendor: str) -> AsyncIterator[House]:
    """A house whose messages are read by that vendor's model, which the stand-in plays."""
    async with AsyncExitStack() as stack:
        yield await open_house(stack, databases, clock, models={"understanders": vendor})
