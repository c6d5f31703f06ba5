"""`anna client`: which clients this installation serves, and opening one."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import asyncpg
import click

from anna.cli.migrate import admin_dsn, passwords, with_database
from anna.clock import SystemClock
from anna.db.connect import Connection, connect
from anna.errors import Busy
from anna.kit.crypto import SecretBox
from anna.provisioning.clients import create_client, list_clients
from anna.provisioning.models import Cliente
from anna.settings import Settings, load_settings


@click.group()
def client() -> None:
    """Open a client, or list them. Needs ANNA_ADMIN_DSN and a migrated control database."""


@client.command()
@click.argument("slug")
@click.argument("nome")
def add(slug: str, nome: str) -> None:
    """Open the client SLUG (a-z, 0-9, _) named NOME: its database, migrated, with the DSN of each role.

    Called again it finishes what was interrupted and renews the DSNs.
    """
    asyncio.run(add_client(load_settings(), slug, nome))
    click.echo(f"{slug} is open: its webhooks are at /webhooks/{slug}/…")


@client.command("list")
def print_clients() -> None:
    """Print each client's slug, state and name."""
    for cliente in asyncio.run(clients(load_settings())):
        click.echo(f"{cliente.slug}\t{cliente.situacao}\t{cliente.nome}")


async def add_client(settings: Settings, slug: str, nome: str) -> Cliente:
    """Raises InvalidInput for a slug that names no database, InvalidSettings without an admin DSN."""
    async with control_database(settings) as control:
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
    """All clients, by slug."""
    async with control_database(settings) as control:
        return await list_clients(control)


@asynccontextmanager
async def control_database(settings: Settings) -> AsyncIterator[Connection]:
    """The control database as the administrator. Raises InvalidSettings, or Busy when it is away or was never migrated."""
    name = urlsplit(settings.control_dsn).path.lstrip("/")
    try:
        conn = await connect(with_database(admin_dsn(settings), name))
    except asyncpg.InvalidCatalogNameError as error:
        raise Busy(f"there is no database {name}: run `anna migrate` first") from error
    except (OSError, asyncpg.PostgresError) as error:
        raise Busy(f"the control database cannot be reached: {error}") from error
    try:
        yield conn
    finally:
        await conn.close()
