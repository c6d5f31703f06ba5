"""`anna up`: everything on this machine, with a demo client, until Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from anna import __version__, logs
from anna.cli.demo import prepare_demo
from anna.cli.migrate import migrate_all
from anna.clock import SystemClock
from anna.embedded.children import server_children
from anna.embedded.folder import (
    ROOT_FOLDER,
    SETTINGS,
    Lock,
    check_port,
    choose_folder,
    free_port,
    load_keys,
    prepare_folder,
    write_private,
)
from anna.embedded.http import says_ok
from anna.embedded.servers import PRIVATE_USER, Account, Postgres, Redis
from anna.embedded.supervisor import Child, Supervisor
from anna.errors import Busy
from anna.provisioning.demo_standin import model_urls, standin_config
from anna.settings import VENDORS, environment, is_given, load_settings

CONTROL = "anna_controle"
DEMO_QUIET = {"quiet_min_s": 1.0, "quiet_s": 2.5, "quiet_max_s": 12.0}
"""Whoever tries Anna out sends whole messages and watches: she waits less for the end of a burst than she would at work."""


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), help="Port of the one address. [default: 8000]")
@click.option("--host", help="Address to listen on. [default: 127.0.0.1]")
@click.option(
    "--data-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the databases, keys and logs. [default: .anna here]",
)
def up(port: int | None, host: str | None, data_dir: Path | None) -> None:
    """Start everything on this machine, with a demo client, and print one address.

    PostgreSQL, Redis, web, worker, scheduler and a stand-in for every vendor, as child processes that are restarted when they
    die. Ctrl-C ends all of them; the next start continues where this one was.
    """
    logs.configure(json=False, level="WARNING")
    folder = choose_folder(data_dir, Path.cwd(), Account.private())
    prepare_folder(folder)
    lock = Lock(folder)
    lock.acquire()
    try:
        house = House(folder, {"port": port, "host": host})
        check_port(house.settings.host, house.settings.port)
        lock.write(address="", now=SystemClock().now())
        asyncio.run(_until_told(house, lock, click.echo))
    finally:
        lock.release()
    sys.exit(0)


class House:
    """The servers, the settings and the processes of one data folder."""

    def __init__(self, folder: Path, given: dict[str, Any]) -> None:
        self.folder = folder
        self.postgres = Postgres(folder / "postgres")
        self.redis = Redis(folder / "redis")
        self.admin_dsn = self.postgres.dsn()
        keys = load_keys(folder)
        played = (f"{vendor}_api_key" for vendor in VENDORS)
        settings = load_settings(
            demo=True,
            admin_dsn=self.admin_dsn,
            control_dsn=self.postgres.dsn(CONTROL, "anna_worker"),
            redis_url=self.redis.url,
            secret_key=keys.secret_key,
            pay_page_key=keys.pay_page_key,
            pay_page_secret=keys.pay_page_secret,
            data_dir=folder,
            log_json=False,
            **DEMO_QUIET,
            **{name: keys.pay_page_key for name in played if not is_given(name)},
            **{name: value for name, value in given.items() if value is not None},
        )
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104
        self.address = f"http://{host}:{settings.port}"
        self.standin_port = free_port(settings.port + 1)
        self.standin_url = f"http://127.0.0.1:{self.standin_port}"
        computed = {"standin_url": self.standin_url, "pay_page_url": self.standin_url}
        computed |= model_urls(settings, self.standin_url)
        if "public_url" not in settings.model_fields_set:
            computed["public_url"] = self.address
        self.settings = settings.model_copy(update=computed)

    def processes(self) -> list[Child]:
        """Anna's own, each with the settings of its role; only migrations know the administrator."""
        config = self.folder / "standin.json"
        write_private(config, standin_config(self.settings))
        write_private(self.folder / SETTINGS, self._left_for_operators())
        web = environment(**self._values(control_dsn=self.postgres.dsn(CONTROL, "anna_web")))
        worker = environment(**self._values())
        standin = ("standin", "--port", str(self.standin_port), "--config", str(config))
        return [
            Child("standin", _anna(*standin), worker, lambda: says_ok(f"{self.standin_url}/health")),
            Child("web", _anna("web"), web, lambda: says_ok(f"{self.address}/ready")),
            Child("worker", _anna("worker"), worker),
            Child("scheduler", _anna("scheduler"), worker),
        ]

    def _left_for_operators(self) -> dict[str, Any]:
        """The worker's settings as JSON."""
        named = self.settings.model_fields_set - {"admin_dsn"}
        return self.settings.model_dump(mode="json", include=named)

    def _values(self, **role: object) -> dict[str, object]:
        known = {name: getattr(self.settings, name) for name in self.settings.model_fields_set}
        return known | {"admin_dsn": None} | role


def _anna(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "anna", *arguments)


async def _until_told(house: House, lock: Lock, say: Callable[[str], None]) -> None:
    """Start the house, keep it up until a signal comes, end it."""
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with Supervisor(logs=house.folder / "logs", say=say, hold=lock.fileno()) as supervisor:
        starting = asyncio.create_task(_start(house, supervisor, lock, say))
        waiting = asyncio.create_task(told.wait())
        await asyncio.wait((starting, waiting), return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            starting.result()  # raises what stood in the way
            await waiting
        starting.cancel()
        await asyncio.gather(starting, return_exceptions=True)
        say("Ending ...")
    say("Everything is ended.")


async def _start(house: House, supervisor: Supervisor, lock: Lock, say: Callable[[str], None]) -> None:
    clock = SystemClock()
    loop = asyncio.get_running_loop()
    begun = loop.time()
    say(f"Anna {__version__}, data in {house.folder}")
    if house.folder.parent == ROOT_FOLDER:
        say(f"  (not here: PostgreSQL runs as {PRIVATE_USER}, who cannot enter this folder)")
    say("  PostgreSQL and Redis ...")
    servers = await asyncio.to_thread(server_children, house.postgres, house.redis)
    await _together(supervisor, servers)
    say("  databases ...")
    report = await migrate_all(house.settings, now=clock.now(), say=lambda line: None)
    if report.failed:
        raise Busy(f"the databases of {', '.join(report.failed)} could not be brought up to date")
    say("  demo client ...")
    await prepare_demo(
        house.settings,
        admin_dsn=house.admin_dsn,
        control_database=CONTROL,
        standin_url=house.standin_url,
        now=clock.now(),
    )
    say("  web, worker, scheduler and the stand-in ...")
    await _together(supervisor, house.processes())
    lock.write(address=house.address, now=clock.now())
    say(f"  ready in {loop.time() - begun:.1f} s; logs in {house.folder / 'logs'}; Ctrl-C ends everything")
    say("")
    say(f"Anna is at {house.address}")


async def _together(supervisor: Supervisor, children: list[Child]) -> None:
    """Start `children` at the same time; the first that fails is what is raised."""
    try:
        async with asyncio.TaskGroup() as group:
            for child in children:
                group.create_task(supervisor.start(child))
    except ExceptionGroup as failed:
        raise failed.exceptions[0] from None
