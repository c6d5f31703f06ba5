from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from anna.cli.client import add_client, clients
from anna.cli.migrate import migrate_all, with_database
from anna.db.connect import Connection, connect
from anna.db.migrate import load_migrations, pending_migrations
from anna.embedded.servers import Postgres
from anna.errors import Busy, InvalidSettings
from anna.kit.crypto import SecretBox, new_key
from anna.provisioning.clients import open_client_dsn
from anna.provisioning.models import Papel
from anna.settings import Settings, load_settings
from tests.conftest import TEST_NOW

SLUGS = ("migra_a", "migra_b", "migra_c")
CONTROL = "anna_controle_migra"


@pytest.fixture
def settings(postgres: Postgres) -> Settings:
    return load_settings(
        admin_dsn=postgres.dsn(),
        control_dsn=postgres.dsn(CONTROL),
        redis_url="redis://x/0",
        secret_key=new_key(),
    )


@pytest.fixture
async def admin(postgres: Postgres, template: str) -> AsyncIterator[Connection]:
    """The superuser, on a server without the databases of these tests."""
    conn = await connect(postgres.dsn())
    yield conn
    for name in (CONTROL, *(f"anna_cliente_{slug}" for slug in SLUGS)):
        await conn.execute(f"drop database if exists {name} with (force)")
    await conn.close()


async def add_clients(settings: Settings, admin: Connection, *, without_database: str = "") -> None:
    """List three clients, each with the DSN of its owner; one of them may have lost its database."""
    control, box = await connect(settings.control_dsn), SecretBox(settings.secret_key)
    for slug in SLUGS:
        if slug != without_database:
            await admin.execute(f"create database anna_cliente_{slug}")
        dsn = with_database(settings.control_dsn, f"anna_cliente_{slug}")
        await control.execute(
            "with cliente as (insert into tenants.clientes (slug, nome, criado_em) values ($1, $1, $2) returning id)"
            " insert into tenants.database_credentials (cliente_id, papel, dsn) select id, 'anna_owner', $3 from cliente",
            slug, TEST_NOW, box.seal(dsn),
        )  # fmt: skip
    await control.close()


@pytest.mark.usefixtures("admin")
async def test_the_control_database_is_made_and_a_second_run_changes_nothing(settings: Settings) -> None:
    said: list[str] = []
    first = await migrate_all(settings, now=TEST_NOW, say=said.append)
    second = await migrate_all(settings, now=TEST_NOW, say=said.append)
    assert first.applied["control"] == [m.nome for m in load_migrations("controle")]
    assert second.applied["control"] == []
    assert said[-1] == "control: up to date"


async def test_a_client_that_fails_is_named_and_the_others_still_get_theirs(
    settings: Settings, admin: Connection
) -> None:
    said: list[str] = []
    await migrate_all(settings, now=TEST_NOW, say=said.append)
    await add_clients(settings, admin, without_database="migra_b")
    report = await migrate_all(settings, now=TEST_NOW, say=said.append)
    assert report.failed == ["migra_b"]
    assert any(line.startswith("migra_b (2/3): FAILED") for line in said)
    for slug in ("migra_a", "migra_c"):
        conn = await connect(with_database(settings.control_dsn, f"anna_cliente_{slug}"))
        assert await pending_migrations(conn, "cliente") == []
        await conn.close()


async def test_a_dry_run_tells_and_changes_nothing(settings: Settings, admin: Connection) -> None:
    said: list[str] = []
    await migrate_all(settings, now=TEST_NOW, say=said.append, dry_run=True)
    assert said == [f"control: {CONTROL} would be created"]
    assert not await admin.fetchval("select true from pg_database where datname = $1", CONTROL)
    await migrate_all(settings, now=TEST_NOW, say=said.append)
    await add_clients(settings, admin)
    report = await migrate_all(settings, now=TEST_NOW, say=said.append, dry_run=True)
    names = [m.nome for m in load_migrations("cliente")]
    assert report.applied == {"control": [], **dict.fromkeys(SLUGS, names)}
    assert said[-1] == f"migra_c (3/3): would apply {', '.join(names)}"
    conn = await connect(with_database(settings.control_dsn, "anna_cliente_migra_a"))
    assert len(await pending_migrations(conn, "cliente")) == len(names)
    await conn.close()


async def test_login_roles_get_their_passwords(settings: Settings, admin: Connection) -> None:
    before = await admin.fetchval("select rolpassword from pg_authid where rolname = 'anna_web'")
    given = settings.model_copy(update={"web_password": "it's $1 \\ long"})
    await migrate_all(given, now=TEST_NOW, say=print)
    after = await admin.fetchval("select rolpassword from pg_authid where rolname = 'anna_web'")
    assert before != after
    assert after.startswith("SCRAM-SHA-256$")
    await admin.execute("alter role anna_web password null")


async def test_a_client_opened_by_command_is_listed_with_a_dsn_for_each_role(
    settings: Settings, admin: Connection
) -> None:
    await migrate_all(settings, now=TEST_NOW, say=print)
    given = settings.model_copy(update={"web_password": "p@ss/word"})
    await add_client(given, "migra_a", "Clínica A")
    assert [cliente.slug for cliente in await clients(settings)] == ["migra_a"]
    control = await connect(settings.control_dsn)
    dsn = await open_client_dsn(control, SecretBox(settings.secret_key), "migra_a", Papel.WEB)
    await control.close()
    assert dsn.startswith("postgresql://anna_web:p%40ss%2Fword@/anna_cliente_migra_a")
    assert await admin.fetchval("select true from pg_database where datname = 'anna_cliente_migra_a'")


async def test_opening_a_client_before_the_first_migration_says_what_to_do(settings: Settings) -> None:
    with pytest.raises(Busy, match="run `anna migrate` first"):
        await add_client(settings, "migra_a", "Clínica A")


async def test_without_an_administrator_it_says_which_variable_is_missing(settings: Settings) -> None:
    with pytest.raises(InvalidSettings, match="ANNA_ADMIN_DSN"):
        await migrate_all(settings.model_copy(update={"admin_dsn": None}), now=TEST_NOW, say=print)


async def test_a_server_that_is_away_is_one_clear_message(settings: Settings) -> None:
    away = settings.model_copy(update={"admin_dsn": "postgresql://postgres@/postgres?host=/nowhere"})
    with pytest.raises(Busy, match="PostgreSQL cannot be reached as ANNA_ADMIN_DSN says"):
        await migrate_all(away, now=TEST_NOW, say=print)
