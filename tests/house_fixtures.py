"""Fixtures for tests that need the whole house."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import count

import pytest

from anna.clock import ManualClock
from anna.db.connect import Connection, connect
from anna.db.migrate import migrate
from anna.embedded.servers import Postgres
from anna.kit.crypto import SecretBox
from anna.provisioning.demo import seed_demo
from tests.conftest import TEST_NOW
from tests.databases import KEY, Databases, register_client
from tests.house import House, open_house

_numbers = count(1)


@pytest.fixture(scope="session")
async def demo_template(postgres: Postgres, template: str) -> str:
    """A client database with the demo's rows, and a control database beside it, to be cloned."""
    admin = await connect(postgres.dsn())
    await admin.execute(f"create database template_demo template {template} strategy file_copy")
    await admin.execute("create database template_controle")
    conn = await connect(postgres.dsn("template_controle"))
    await migrate(conn, "controle", now=TEST_NOW)
    await conn.close()
    conn = await connect(postgres.dsn("template_demo"))
    await seed_demo(conn, secret_box=SecretBox(KEY), provider_url="http://127.0.0.1:1", now=TEST_NOW)
    await conn.close()
    await admin.close()
    return "template_demo"


@pytest.fixture
async def databases(postgres: Postgres, demo_template: str, redis_url: str) -> AsyncIterator[Databases]:
    number = next(_numbers)
    names = Databases(postgres, f"anna_controle_h{number}", f"anna_cliente_h{number}", redis_url)
    admin = await connect(postgres.dsn())
    await admin.execute(f"create database {names.control} template template_controle strategy file_copy")
    await admin.execute(f"create database {names.client} template {demo_template} strategy file_copy")
    await register_client(postgres, names.control, names.client)
    yield names
    await admin.execute(f"drop database {names.control} with (force)")
    await admin.execute(f"drop database {names.client} with (force)")
    await admin.close()


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
        yield await open_house(stack, databases, clock, understanders=[vendor])
