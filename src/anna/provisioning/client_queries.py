"""All SQL of the schema `tenants` that opening and finding clients needs."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one
from anna.provisioning.models import Cliente, Papel


async def find_cliente(conn: Connection, slug: str) -> Cliente | None:
    return one(Cliente, await conn.fetchrow("select * from tenants.clientes where slug = $1", slug))


async def list_clientes(conn: Connection) -> list[Cliente]:
    return many(Cliente, await conn.fetch("select * from tenants.clientes order by slug"))


async def insert_cliente(conn: Connection, *, slug: str, nome: str, now: datetime) -> bool:
    """List a client; returns False when it was listed already."""
    row = await conn.fetchrow(
        "insert into tenants.clientes (slug, nome, criado_em) values ($1, $2, $3)"
        " on conflict (slug) do nothing returning id",
        slug, nome, now,
    )  # fmt: skip
    return row is not None


async def upsert_credential(conn: Connection, cliente_id: UUID, papel: Papel, dsn: bytes) -> None:
    """Note the sealed DSN with which `papel` enters; the server may have moved since the last time."""
    await conn.execute(
        "insert into tenants.database_credentials (cliente_id, papel, dsn) values ($1, $2, $3)"
        " on conflict (cliente_id, papel) do update set dsn = excluded.dsn",
        cliente_id, papel, dsn,
    )  # fmt: skip


async def find_credential(conn: Connection, slug: str, papel: Papel) -> bytes | None:
    """The sealed DSN with which `papel` enters the client's database."""
    dsn: bytes | None = await conn.fetchval(
        "select d.dsn from tenants.database_credentials d join tenants.clientes c on c.id = d.cliente_id"
        " where c.slug = $1 and d.papel = $2",
        slug, papel,
    )  # fmt: skip
    return dsn


async def insert_log(conn: Connection, *, slug: str, passo: str, detalhe: str, now: datetime) -> None:
    """Write down a step of opening a client, for whoever asks how it came to be."""
    await conn.execute(
        "insert into tenants.logs_auto_creation (slug, passo, detalhe, ocorrido_em) values ($1, $2, $3, $4)",
        slug, passo, detalhe, now,
    )  # fmt: skip


async def lock_opening(conn: Connection, slug: str) -> None:
    """Wait until nobody else opens this client, and keep others out until `unlock_opening`."""
    await conn.execute("select pg_advisory_lock(hashtextextended('anna.opening.' || $1, 0))", slug)


async def unlock_opening(conn: Connection, slug: str) -> None:
    await conn.execute("select pg_advisory_unlock(hashtextextended('anna.opening.' || $1, 0))", slug)


async def has_database(admin: Connection, name: str) -> bool:
    return bool(await admin.fetchval("select true from pg_database where datname = $1", name))
