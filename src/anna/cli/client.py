"""`anna client`: which clients this installation serves, opening one, and saying from a file what its clinicas are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import asyncpg
import click

from anna.cli.common import Desk, data_dir_option, find_settings, for_client
from anna.cli.migrate import admin_dsn, control_admin_dsn, passwords
from anna.clock import SystemClock
from anna.db.connect import Connection, connect
from anna.errors import Busy, InvalidInput
from anna.kit.crypto import SecretBox
from anna.provisioning.clients import create_client, list_clients
from anna.provisioning.clinic_check import parse_clinic_file
from anna.provisioning.clinic_file import Change, example, store_clinic_file
from anna.provisioning.clinic_parts import ClinicFile
from anna.provisioning.models import Cliente
from anna.settings import Settings, load_settings


@click.group()
def client() -> None:
    """Open a client, describe its clinicas, or list the clients.

    \b
    anna client add belavida "Clínica Bela Vida"
    anna client load --example > belavida.yaml
    anna client load belavida.yaml --client belavida --dry-run
    anna client load belavida.yaml --client belavida

    `add` needs ANNA_ADMIN_DSN and a migrated control database, `list` and `load` what a worker needs.
    """


@client.command(short_help="Open a client: its database, migrated, and how each role enters it.")
@click.argument("slug")
@click.argument("nome")
def add(slug: str, nome: str) -> None:
    """Open the client SLUG (a-z, 0-9, _) named NOME: its database, migrated, with the DSN of each role.

    Called again it finishes what was interrupted and renews the DSNs.
    """
    asyncio.run(add_client(load_settings(), slug, nome))
    click.echo(f"{slug} is open: its webhooks are at /webhooks/{slug}/…")
    click.echo(
        f"say what its clinicas are: anna client load --example > {slug}.yaml, edit it, then anna client load {slug}.yaml --client {slug}"
    )


@client.command("list")
@data_dir_option
def print_clients(data_dir: Path | None) -> None:
    """Print each client's slug, state and name."""
    for cliente in asyncio.run(clients(find_settings(data_dir))):
        click.echo(f"{cliente.slug}\t{cliente.situacao}\t{cliente.nome}")


def _print_example(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(example(), nl=False)
        context.exit()


@client.command(short_help="Make a client's clinicas what a file says.")
@for_client
@click.argument("file", type=click.File("rb"))
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option(
    "--example",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_example,
    help="Print a commented file to start from.",
)
async def load(desk: Desk, file: BinaryIO, dry_run: bool) -> None:
    """Make the client's clinicas what FILE (or - for stdin) says: hours, holidays, settings, services, professionals, knowledge, staff.

    May be repeated: what changed is changed, what is new is added. Services and professionals that the file no longer names are
    taken off offer, hours, holidays, settings, knowledge and access are removed; consultas stay. All or nothing is stored; each
    problem is told with its line.
    """
    changes = await _load(desk, _read(file), dry_run=dry_run)
    for change in changes:
        click.echo(str(change))
    stored = "would change" if dry_run else "changed"
    click.echo(f"{len(changes) or 'nothing'} {stored} in {desk.client.slug}")


def _read(file: BinaryIO) -> ClinicFile:
    name = getattr(file, "name", "<stdin>")
    try:
        text = file.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{name}:1:1: expected a text in UTF-8: save it as that") from error
    return parse_clinic_file(text, name)


class _DryRunError(Exception):
    """Takes back what a dry run wrote."""


async def _load(desk: Desk, file: ClinicFile, *, dry_run: bool) -> list[Change]:
    changes: list[Change] = []
    with suppress(_DryRunError):
        async with desk.client.database.transaction() as conn:
            changes = await store_clinic_file(conn, file, now=desk.now())
            if dry_run:
                raise _DryRunError
    return changes


async def add_client(settings: Settings, slug: str, nome: str) -> Cliente:
    """Raises InvalidInput for a slug that names no database, InvalidSettings without an admin DSN."""
    async with control_database(control_admin_dsn(settings)) as control:
        return await create_client(
            admin_dsn=admin_dsn(settings),
            control=control,
            secret_box=SecretBox(settings.secret_key),
            slug=slug,
            nome=nome,
            now=SystemClock().now(),
            passwords=passwords(settings),
        )


async def clients(settings: Settings) -> list[Cliente]:
    """All clients, by slug, those that are not served too. Raises Busy."""
    async with control_database(settings.control_dsn) as control:
        return await list_clients(control)


@asynccontextmanager
async def control_database(dsn: str) -> AsyncIterator[Connection]:
    """The control database. Raises Busy when it is away or was never migrated."""
    try:
        conn = await connect(dsn)
    except asyncpg.InvalidCatalogNameError as error:
        raise Busy(f"{error}: run `anna migrate` first") from error
    except (OSError, asyncpg.PostgresError) as error:
        raise Busy(f"the control database cannot be reached: {error}") from error
    try:
        yield conn
    finally:
        await conn.close()
