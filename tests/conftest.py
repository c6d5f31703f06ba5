"""One private PostgreSQL and Redis for the whole run, and a fresh database for each test that asks for one.

`client_db` is cloned from a migrated template, so a test may commit, kill connections and run several workers; cloning costs
about 30 ms. No test reaches a network: a guard refuses every address that is not loopback.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import hypothesis
import pytest

from anna.clock import ManualClock
from anna.db.connect import Connection, Database, connect, open_database
from anna.embedded.children import takes_connections
from anna.embedded.servers import Postgres, Redis, answers, spawn_as
from anna.simulation.databases import Ground, make_client_template, new_ground
from anna.simulation.ground import FORGETFUL
from anna.simulation.story_file import BEGINS
from anna.whatsapp.inbox import open_reception
from tests.processes import eventually

pytest_plugins = ["tests.house_fixtures"]

# What a machine is busy with says nothing about Anna: no example is timed.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

TEST_NOW = BEGINS  # a Wednesday, 14:12 in São Paulo
_numbers = count(1)


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Nothing in a test may reach an address that is not on this machine."""
    connect_for_real = socket.socket.connect

    def guarded(sock: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(("127.", "::1", "localhost")):
            raise RuntimeError(f"a test tried to reach {address!r}")
        connect_for_real(sock, address)  # type: ignore[arg-type]

    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]
    yield
    socket.socket.connect = connect_for_real  # type: ignore[method-assign]


def _memory() -> Path | None:
    """A roomy folder in memory that programs may run from, if there is one: databases are cloned ten times as quickly there."""
    folder = Path("/dev/shm")
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        return None
    roomy = shutil.disk_usage(folder).free > 4 * 1024**3
    return folder if roomy and not os.statvfs(folder).f_flag & os.ST_NOEXEC else None


@pytest.fixture(scope="session")
def scratch() -> Iterator[Path]:
    """A folder for the run's servers that any account may walk into."""
    with tempfile.TemporaryDirectory(prefix="anna-tests-", dir=_memory(), ignore_cleanup_errors=True) as name:
        path = Path(name)
        path.chmod(0o755)
        yield path


@pytest.fixture(scope="session")
def postgres(scratch: Path) -> Iterator[Postgres]:
    server = Postgres(scratch / "pg", settings=FORGETFUL)
    server.prepare()
    with subprocess.Popen(server.command(), stderr=subprocess.DEVNULL, **spawn_as(server.account)) as process:
        asyncio.run(eventually(lambda: takes_connections(server.dsn()), "PostgreSQL takes connections"))
        yield server
        process.send_signal(3)  # immediate shutdown
        process.wait()


@pytest.fixture(scope="session")
def redis_url(scratch: Path) -> Iterator[str]:
    server = Redis(scratch / "redis")
    server.prepare()
    with subprocess.Popen(server.command(), stdout=subprocess.DEVNULL) as process:
        asyncio.run(eventually(lambda: answers(server.socket), "Redis answers"))
        yield server.url
        process.kill()


@pytest.fixture(scope="session")
async def template(postgres: Postgres) -> str:
    """A migrated client database that tests clone."""
    return await make_client_template(postgres, now=TEST_NOW)


@pytest.fixture(scope="session")
def ground(postgres: Postgres, redis_url: str) -> Ground:
    """What houses stand on."""
    return new_ground(postgres, redis_url)


@dataclass
class ClientDatabase:
    """A fresh client database: the worker's pool, and how to open it as somebody else."""

    name: str
    postgres: Postgres
    worker: Database

    def dsn(self, role: str) -> str:
        return self.postgres.dsn(self.name, role)


@pytest.fixture
async def client_db(postgres: Postgres, template: str) -> AsyncIterator[ClientDatabase]:
    name = f"anna_cliente_t{next(_numbers)}"
    admin = await connect(postgres.dsn())
    await admin.execute(f"create database {name} template {template} strategy file_copy")
    worker = await open_database(postgres.dsn(name, "anna_worker"))
    yield ClientDatabase(name, postgres, worker)
    await worker.close()
    await admin.execute(f"drop database {name} with (force)")
    await admin.close()


@pytest.fixture
async def db(client_db: ClientDatabase) -> AsyncIterator[Connection]:
    """One worker's connection to a fresh client database, outside any transaction."""
    async with client_db.worker.pool.acquire() as conn:
        yield conn


@pytest.fixture
async def web_database(client_db: ClientDatabase) -> AsyncIterator[Database]:
    """The same database as `anna_web`: row level security applies."""
    database = await open_database(client_db.dsn("anna_web"))
    yield database
    await database.close()


@pytest.fixture
async def reception_database(client_db: ClientDatabase) -> AsyncIterator[Database]:
    """The same again, as an inbox has it to itself."""
    database = await open_reception(client_db.dsn("anna_web"))
    yield database
    await database.close()


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock(TEST_NOW)
