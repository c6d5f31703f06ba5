"""Opening a client: its own database, migrated, and listed in the control database with how to enter it.

Every step looks at what is there first, so a process that died at any point is finished by calling again. The client is listed
last: what is listed can be served.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import quote, urlsplit, urlunsplit

from anna.db.connect import Connection, connected
from anna.db.migrate import migrate
from anna.errors import InvalidInput, NotFound
from anna.kit.crypto import SecretBox
from anna.provisioning import client_queries
from anna.provisioning.models import Cliente, Papel

_SLUG = re.compile(r"[a-z][a-z0-9_]{1,30}")


async def create_client(
    *,
    admin_dsn: str,
    control: Connection,
    secret_box: SecretBox,
    slug: str,
    nome: str,
    now: datetime,
    passwords: Mapping[Papel, str] | None = None,
) -> Cliente:
    """Open the client `slug`, or finish opening it, or bring its database and DSNs up to date.

    `admin_dsn` enters the server as somebody who may create databases; `control` is a connection to the migrated control database,
    outside any transaction, that may write there. `passwords` are those of the login roles, where the server asks for any. A client
    that exists keeps its `nome`. Raises InvalidInput for a slug that is no name of a database.
    """
    database = database_name(slug)
    await client_queries.lock_opening(control, slug)
    try:
        await _make_database(admin_dsn, control, slug, database, now)
        await _migrate(admin_dsn, control, slug, database, now)
        async with control.transaction():
            if await client_queries.insert_cliente(control, slug=slug, nome=nome, now=now):
                await client_queries.insert_log(control, slug=slug, passo="registro", detalhe=nome, now=now)
            cliente = await get_client(control, slug)
            for papel, dsn in role_dsns(admin_dsn, database, passwords or {}).items():
                await client_queries.upsert_credential(control, cliente.id, papel, secret_box.seal(dsn))
        return cliente
    finally:
        await client_queries.unlock_opening(control, slug)


async def list_clients(control: Connection) -> list[Cliente]:
    """All clients, by slug."""
    return await client_queries.list_clientes(control)


async def get_client(control: Connection, slug: str) -> Cliente:
    """Raises NotFound."""
    cliente = await client_queries.find_cliente(control, slug)
    if cliente is None:
        raise NotFound(f"no client {slug!r}")
    return cliente


async def open_client_dsn(control: Connection, secret_box: SecretBox, slug: str, papel: Papel) -> str:
    """The DSN with which `papel` enters the client's database. Raises NotFound, or InvalidSettings when the key is another."""
    sealed = await client_queries.find_credential(control, slug, papel)
    if sealed is None:
        raise NotFound(f"no client {slug!r} that {papel} may enter")
    return str(secret_box.open(sealed))


def database_name(slug: str) -> str:
    """The client's database; raises InvalidInput when `slug` cannot name one."""
    if not _SLUG.fullmatch(slug):
        raise InvalidInput(f"{slug!r} is no client name: a letter, then 1 to 30 of a-z, 0-9 and _")
    return f"anna_cliente_{slug}"


def role_dsns(admin_dsn: str, database: str, passwords: Mapping[Papel, str]) -> dict[Papel, str]:
    """How each role enters `database` on the server of `admin_dsn`; the owner cannot log in and enters as the administrator."""
    return {
        Papel.OWNER: _dsn(admin_dsn, database),
        Papel.WEB: _dsn(admin_dsn, database, Papel.WEB, passwords.get(Papel.WEB)),
        Papel.WORKER: _dsn(admin_dsn, database, Papel.WORKER, passwords.get(Papel.WORKER)),
    }


def _dsn(dsn: str, database: str, user: str | None = None, password: str | None = None) -> str:
    parts = urlsplit(dsn)
    netloc = parts.netloc
    if user is not None:
        secret = "" if password is None else ":" + quote(password, safe="")
        netloc = f"{user}{secret}@{netloc.rpartition('@')[2]}"
    return urlunsplit(parts._replace(netloc=netloc, path=f"/{database}"))


async def _make_database(
    admin_dsn: str, control: Connection, slug: str, database: str, now: datetime
) -> None:
    async with connected(admin_dsn) as admin:
        if not await client_queries.has_database(admin, database):
            await admin.execute(f'create database "{database}"')
            await client_queries.insert_log(control, slug=slug, passo="banco", detalhe=database, now=now)


async def _migrate(admin_dsn: str, control: Connection, slug: str, database: str, now: datetime) -> None:
    async with connected(_dsn(admin_dsn, database)) as conn:
        applied = await migrate(conn, "cliente", now=now)
    if applied:
        await client_queries.insert_log(
            control, slug=slug, passo="migracoes", detalhe=", ".join(applied), now=now
        )
