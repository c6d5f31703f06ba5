from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest

from anna.db.connect import Connection, connect
from anna.db.migrate import load_migrations, migrate
from anna.embedded.servers import Postgres
from anna.errors import InvalidInput, InvalidSettings, NotFound
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.clients import create_client, database_name, list_clients, open_client_dsn, role_dsns
from anna.provisioning.models import Papel
from tests.conftest import TEST_NOW

BOX = SecretBox(new_key())
SLUGS = ("norte", "sul")


@pytest.fixture
async def control(postgres: Postgres) -> AsyncIterator[Connection]:
    """A control database of its own, and no client database left behind."""
    admin = await connect(postgres.dsn())
    await admin.execute("create database controle_clientes")
    conn = await connect(postgres.dsn("controle_clientes"))
    await migrate(conn, "controle", now=TEST_NOW)
    yield conn
    await conn.close()
    for name in ("controle_clientes", *(database_name(slug) for slug in SLUGS)):
        await admin.execute(f"drop database if exists {name} with (force)")
    await admin.close()


async def open_client(
    postgres: Postgres, control: Connection, slug: str = "norte", nome: str = "Grupo Norte"
) -> None:
    await create_client(
        admin_dsn=postgres.dsn(), control=control, secret_box=BOX, slug=slug, nome=nome, now=TEST_NOW
    )


async def steps_written_down(control: Connection) -> list[str]:
    rows = await control.fetch(
        "select passo from tenants.logs_auto_creation where slug = 'norte' order by id"
    )
    return [row["passo"] for row in rows]


async def test_a_client_has_a_database_that_each_role_can_enter(
    postgres: Postgres, control: Connection
) -> None:
    await open_client(postgres, control)
    assert [(c.slug, c.nome) for c in await list_clients(control)] == [("norte", "Grupo Norte")]
    for papel, user in ((Papel.OWNER, "postgres"), (Papel.WEB, "anna_web"), (Papel.WORKER, "anna_worker")):
        conn = await connect(await open_client_dsn(control, BOX, "norte", papel))
        assert await conn.fetchval("select current_user::text") == user
        assert await conn.fetchval("select current_database()::text") == "anna_cliente_norte"
        await conn.close()


async def test_opening_again_changes_nothing_but_is_allowed(postgres: Postgres, control: Connection) -> None:
    await open_client(postgres, control)
    await open_client(postgres, control, nome="Outro nome")
    assert [c.nome for c in await list_clients(control)] == ["Grupo Norte"]
    assert await steps_written_down(control) == ["banco", "migracoes", "registro"]


async def test_two_that_open_one_client_at_once_open_one(postgres: Postgres, control: Connection) -> None:
    other = await connect(postgres.dsn("controle_clientes"))
    await asyncio.gather(open_client(postgres, control), open_client(postgres, other))
    await other.close()
    assert len(await list_clients(control)) == 1
    assert await steps_written_down(control) == ["banco", "migracoes", "registro"]


class Crash(BaseException):
    """What nobody catches."""


class Dying:
    """A control connection whose process dies at the statement number `last`."""

    def __init__(self, conn: Connection, last: int) -> None:
        self._conn = conn
        self._left = last

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise Crash

    async def execute(self, query: str, *args: Any) -> str:
        if "unlock" not in query:  # a dead process's session lock goes with its connection
            self._count()
        return await self._conn.execute(query, *args)

    async def fetchrow(self, query: str, *args: Any) -> Mapping[str, Any] | None:
        self._count()
        return await self._conn.fetchrow(query, *args)

    def transaction(self) -> Any:
        return self._conn.transaction()


async def test_a_crash_at_any_statement_is_finished_by_the_next_call(
    postgres: Postgres, control: Connection
) -> None:
    crashes = 0
    while True:
        dying: Any = Dying(control, crashes)
        try:
            await open_client(postgres, dying, "sul", "Grupo Sul")
        except Crash:
            assert await list_clients(control) == [], "what is listed must be whole"
            crashes += 1
        else:
            break
    assert crashes >= 6
    assert [c.slug for c in await list_clients(control)] == ["sul"]
    conn = await connect(await open_client_dsn(control, BOX, "sul", Papel.WORKER))
    assert await conn.fetchval("select count(*) from clinica.clinicas") == 0
    await conn.close()


async def test_a_database_that_was_made_but_not_migrated_is_migrated(
    postgres: Postgres, control: Connection
) -> None:
    admin = await connect(postgres.dsn())
    await admin.execute("create database anna_cliente_norte")
    await admin.close()
    await open_client(postgres, control)
    conn = await connect(await open_client_dsn(control, BOX, "norte", Papel.OWNER))
    assert await conn.fetchval("select count(*) from public.migracoes") == len(load_migrations("cliente"))
    await conn.close()


@pytest.mark.parametrize("slug", ["", "a", "Norte", "1norte", "nor-te", 'x"; drop', "a" * 32])
async def test_what_cannot_name_a_database_is_refused(slug: str) -> None:
    with pytest.raises(InvalidInput):
        database_name(slug)


async def test_a_dsn_is_sealed_and_needs_the_key(postgres: Postgres, control: Connection) -> None:
    await open_client(postgres, control)
    assert b"postgresql" not in await control.fetchval("select dsn from tenants.database_credentials limit 1")
    with pytest.raises(InvalidSettings):
        await open_client_dsn(control, SecretBox(new_key()), "norte", Papel.WEB)
    with pytest.raises(NotFound):
        await open_client_dsn(control, BOX, "sul", Papel.WEB)


def test_a_role_never_gets_the_administrators_password() -> None:
    dsns = role_dsns(
        "postgresql://root:s%40cret@db:5432/postgres?sslmode=require", "anna_cliente_x", {Papel.WEB: "p:w/d"}
    )
    assert dsns == {
        Papel.OWNER: "postgresql://root:s%40cret@db:5432/anna_cliente_x?sslmode=require",
        Papel.WEB: "postgresql://anna_web:p%3Aw%2Fd@db:5432/anna_cliente_x?sslmode=require",
        Papel.WORKER: "postgresql://anna_worker@db:5432/anna_cliente_x?sslmode=require",
    }
