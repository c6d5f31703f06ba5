"""`anna migrate`: the control database, then every client's, one after the other."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit, urlunsplit

import asyncpg
import click

from anna.cli.process import begin
from anna.clock import SystemClock
from anna.db.connect import Connection, connect, connected
from anna.db.migrate import migrate as migrate_database, pending_migrations
from anna.errors import AnnaError, Busy, InvalidSettings
from anna.kit.crypto import SecretBox
from anna.provisioning.client_queries import has_database
from anna.provisioning.clients import list_clients, open_client_dsn
from anna.provisioning.models import Papel
from anna.settings import Settings


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would be applied, and change nothing.")
def migrate(dry_run: bool) -> None:
    """Bring the control database and every client's up to date.

    Makes the control database if it is not there. A client that fails is named at the end, and the others still get theirs;
    then the exit code is 1.
    """
    report = asyncio.run(migrate_all(begin(), now=SystemClock().now(), say=click.echo, dry_run=dry_run))
    if report.failed:
        click.echo(f"anna: failed: {', '.join(report.failed)}", err=True)
        sys.exit(1)


@dataclass(slots=True)
class Report:
    """What happened: migrations applied (or pending, in a dry run) by database, and the clients that failed."""

    applied: dict[str, list[str]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)


async def migrate_all(
    settings: Settings, *, now: datetime, say: Callable[[str], None], dry_run: bool = False
) -> Report:
    """Migrate the control database, which must succeed, then each client's.

    Raises InvalidSettings without an admin DSN, Busy when the server cannot be reached.
    """
    report = Report()
    if not await _has_control(settings, create=not dry_run):
        say(f"control: {control_name(settings)} would be created")
        return report
    async with connected(control_admin_dsn(settings)) as control:
        report.applied["control"] = await _apply(control, "controle", now=now, dry_run=dry_run)
        say(_line("control", report.applied["control"], dry_run))
        if dry_run and report.applied["control"]:
            return report  # its tables may not be there to be asked
        if not dry_run:
            await _give_passwords(control, passwords(settings))
        box = SecretBox(settings.secret_key)
        slugs = [cliente.slug for cliente in await list_clients(control)]
        for number, slug in enumerate(slugs, 1):
            name = f"{slug} ({number}/{len(slugs)})"
            try:
                report.applied[slug] = await _apply_to_client(control, box, slug, now=now, dry_run=dry_run)
            except (AnnaError, asyncpg.PostgresError, OSError) as error:
                report.failed.append(slug)
                say(f"{name}: FAILED: {error}")
            else:
                say(_line(name, report.applied[slug], dry_run))
    return report


def admin_dsn(settings: Settings) -> str:
    """The administrator's DSN; raises InvalidSettings when there is none."""
    if settings.admin_dsn is None:
        raise InvalidSettings("ANNA_ADMIN_DSN: not set; this needs a superuser's DSN")
    return settings.admin_dsn


def passwords(settings: Settings) -> dict[Papel, str]:
    """Those of the login roles, where the server asks for any."""
    given = {Papel.WEB: settings.web_password, Papel.WORKER: settings.worker_password}
    return {papel: password for papel, password in given.items() if password is not None}


def control_name(settings: Settings) -> str:
    """The control database."""
    return urlsplit(settings.control_dsn).path.lstrip("/")


def control_admin_dsn(settings: Settings) -> str:
    """How the administrator enters it; raises InvalidSettings when there is none."""
    return with_database(admin_dsn(settings), control_name(settings))


def with_database(dsn: str, database: str) -> str:
    """`dsn` with another database on the same server."""
    return urlunsplit(urlsplit(dsn)._replace(path=f"/{database}"))


async def _has_control(settings: Settings, *, create: bool) -> bool:
    """Whether the control database is there, made if `create`."""
    name = control_name(settings)
    try:
        admin = await connect(admin_dsn(settings))
    except (OSError, asyncpg.PostgresError) as error:
        raise Busy(f"PostgreSQL cannot be reached as ANNA_ADMIN_DSN says: {error}") from error
    try:
        if await has_database(admin, name):
            return True
        if create:
            await admin.execute('create database "{}"'.format(name.replace('"', '""')))
        return create
    finally:
        await admin.close()


async def _give_passwords(conn: Connection, given: Mapping[Papel, str]) -> None:
    for papel, password in given.items():
        await conn.execute(
            await conn.fetchval(
                "select format('alter role %I password %L', $1::text, $2::text)", papel, password
            )
        )


async def _apply_to_client(
    control: Connection, box: SecretBox, slug: str, *, now: datetime, dry_run: bool
) -> list[str]:
    async with connected(await open_client_dsn(control, box, slug, Papel.OWNER)) as conn:
        return await _apply(conn, "cliente", now=now, dry_run=dry_run)


async def _apply(conn: Connection, kind: str, *, now: datetime, dry_run: bool) -> list[str]:
    """The names of the migrations that were applied, or would be."""
    if dry_run:
        return [migration.nome for migration in await pending_migrations(conn, kind)]
    return await migrate_database(conn, kind, now=now)


def _line(name: str, migrations: list[str], dry_run: bool) -> str:
    if not migrations:
        return f"{name}: up to date"
    return f"{name}: {'would apply' if dry_run else 'applied'} {', '.join(migrations)}"
