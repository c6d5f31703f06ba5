"""A private cluster with the demo client in it, and Anna's processes around it, as `anna up` starts them."""

from __future__ import annotations

import asyncio
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anna.cli.demo import prepare_demo
from anna.cli.migrate import migrate_all
from anna.clock import SystemClock
from anna.db.connect import Connection, connect
from anna.embedded.children import server_children
from anna.embedded.folder import prepare_folder, write_private
from anna.embedded.http import says_ok
from anna.embedded.servers import Postgres, Redis
from anna.embedded.supervisor import Child, Supervisor
from anna.kit.crypto import new_key
from anna.provisioning.clients import database_name
from anna.provisioning.demo import SLUG
from anna.provisioning.demo_standin import standin_config
from anna.settings import Settings, environment, load_settings

CONTROL = "anna_controle"
INSTANCE, SECRET = "aroeira", "demo-aroeira-webhook"
PEERS = Path(__file__).parents[1] / ".venv-bench" / "bin" / "python"
"""The environment of the peers; without it they are left out."""

Ready = Callable[[], Awaitable[bool]]


def free_port() -> int:
    """A port nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True, slots=True)
class Stage:
    """One cluster with its demo client."""

    folder: Path
    postgres: Postgres
    redis: Redis
    settings: Settings
    standin_port: int
    servers: Supervisor

    @property
    def path(self) -> str:
        """The path of the demo clinic's webhook."""
        return f"/webhooks/{SLUG}/evolution/{INSTANCE}"

    def dsn(self, user: str = "postgres") -> str:
        """The client's database as `user`."""
        return self.postgres.dsn(database_name(SLUG), user)

    async def connect(self) -> Connection:
        """A superuser's connection to the client's database."""
        return await connect(self.dsn())

    def child(self, name: str) -> Child:
        """One of Anna's processes: web, worker, scheduler or standin."""
        role = "anna_web" if name == "web" else "anna_worker"
        named = {field: getattr(self.settings, field) for field in self.settings.model_fields_set}
        env = environment(**(named | {"admin_dsn": None, "control_dsn": self.postgres.dsn(CONTROL, role)}))
        arguments: tuple[str, ...] = (name,)
        if name == "standin":
            config = self.folder / "standin.json"
            write_private(config, standin_config(self.settings) | {"pace": 0})
            arguments += ("--port", str(self.standin_port), "--config", str(config))
        return Child(name, (sys.executable, "-m", "anna", *arguments), env, self._ready(name))

    def _ready(self, name: str) -> Ready:
        async def listens() -> bool:
            return await self._finds("select from pg_stat_activity where query ilike 'listen%'")

        async def acts() -> bool:
            return await self._finds("select from pg_locks where locktype = 'advisory' and granted")

        return {
            "web": lambda: says_ok(f"{self.settings.public_url}/ready"),
            "standin": lambda: says_ok(f"http://127.0.0.1:{self.standin_port}/health"),
            "worker": listens,
            "scheduler": acts,
        }[name]

    async def _finds(self, sql: str) -> bool:
        conn = await self.connect()
        try:
            return bool(await conn.fetchval(f"select exists ({sql})"))
        finally:
            await conn.close()

    @asynccontextmanager
    async def running(self, *children: Child) -> AsyncIterator[Supervisor]:
        """Keep `children` up, started one after the other."""
        async with Supervisor(logs=self.folder / "logs", say=complain) as supervisor:
            for child in children:
                await supervisor.start(child)
            yield supervisor


def megabytes(pid: int) -> float:
    """The memory of a process and of all it started, in MB."""
    return sum(_pss(each) for each in _tree(pid)) / 1024


def _pss(pid: int) -> int:
    """Proportional set size in kB; 0 when the process is gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _tree(int(child))


def complain(line: str) -> None:
    """A process that dies spoils a measurement."""
    print(f"  ! {line}", file=sys.stderr)


@asynccontextmanager
async def open_stage() -> AsyncIterator[Stage]:
    """Make the cluster, migrate it and seed the demo client; all of it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="anna-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        prepare_folder(folder)
        postgres, redis = Postgres(folder / "postgres"), Redis(folder / "redis")
        port, standin_port = free_port(), free_port()
        settings = load_settings(**_values(postgres, redis, port, standin_port))
        async with Supervisor(logs=folder / "logs", say=complain) as servers:
            for child in await asyncio.to_thread(server_children, postgres, redis):
                await servers.start(child)
            now = SystemClock().now()
            report = await migrate_all(settings, now=now, say=lambda line: None)
            assert not report.failed
            standin_url = f"http://127.0.0.1:{standin_port}"
            await prepare_demo(
                settings, admin_dsn=postgres.dsn(), control_database=CONTROL, standin_url=standin_url, now=now
            )
            yield Stage(folder, postgres, redis, settings, standin_port, servers)


def _values(postgres: Postgres, redis: Redis, port: int, standin_port: int) -> dict[str, Any]:
    standin_url = f"http://127.0.0.1:{standin_port}"
    return {
        "demo": True,
        "admin_dsn": postgres.dsn(),
        "control_dsn": postgres.dsn(CONTROL, "anna_worker"),
        "redis_url": redis.url,
        "secret_key": new_key(),
        "port": port,
        "public_url": f"http://127.0.0.1:{port}",
        "standin_url": standin_url,
        "pay_page_url": standin_url,
        "pay_page_key": "key-of-the-benchmarks",
        "pay_page_secret": "secret-of-the-benchmarks",
        "quiet_min_s": 0,
        "quiet_s": 0,
        "quiet_max_s": 0,
    }
