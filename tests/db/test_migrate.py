from __future__ import annotations

import asyncio

import pytest

from anna.db.connect import connect
from anna.db.migrate import load_migrations, migrate
from anna.errors import Conflict
from tests.conftest import TEST_NOW, ClientDatabase


async def test_a_second_run_applies_nothing(client_db: ClientDatabase) -> None:
    conn = await connect(client_db.dsn("postgres"))
    assert await migrate(conn, "cliente", now=TEST_NOW) == []
    await conn.close()


async def test_two_migrators_at_once_apply_each_file_once(client_db: ClientDatabase) -> None:
    admin = await connect(client_db.dsn("postgres"))
    await admin.execute("create database migrate_twice")
    conns = [await connect(client_db.postgres.dsn("migrate_twice")) for _ in range(3)]
    applied = await asyncio.gather(*(migrate(c, "cliente", now=TEST_NOW) for c in conns))
    assert sorted(map(len, applied)) == [0, 0, len(load_migrations("cliente"))]
    for conn in conns:
        await conn.close()
    await admin.execute("drop database migrate_twice")
    await admin.close()


async def test_a_migration_changed_after_it_was_applied_is_refused(client_db: ClientDatabase) -> None:
    conn = await connect(client_db.dsn("postgres"))
    await conn.execute("update public.migracoes set sha256 = 'x' where numero = 2")
    with pytest.raises(Conflict, match="0002_whatsapp was changed"):
        await migrate(conn, "cliente", now=TEST_NOW)
    await conn.close()


async def test_the_control_database_migrates(client_db: ClientDatabase) -> None:
    admin = await connect(client_db.dsn("postgres"))
    await admin.execute("create database controle_t")
    conn = await connect(client_db.postgres.dsn("controle_t"))
    assert await migrate(conn, "controle", now=TEST_NOW) == ["0001_tenants"]
    await conn.close()
    await admin.execute("drop database controle_t")
    await admin.close()
