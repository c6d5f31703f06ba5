"""docs/glossary.md explains every Portuguese noun of the database in one line: a new table or status brings its own."""

from __future__ import annotations

import re
from pathlib import Path

from anna.db.connect import Connection, connect
from anna.db.migrate import migrate
from anna.embedded.servers import Postgres
from tests.conftest import TEST_NOW, ClientDatabase

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
LINE = re.compile(r"- `([^`]+)`: \S.*")


def explained() -> list[str]:
    lines = GLOSSARY.read_text("utf-8").splitlines()
    return [match[1] for line in lines if (match := LINE.fullmatch(line))]


async def nouns(conn: Connection) -> set[str]:
    """The tables (`schema.table`) and the words that their checks allow."""
    tables = await conn.fetch(
        "select schemaname || '.' || tablename as name from pg_tables"
        " where schemaname not in ('pg_catalog', 'information_schema', 'public')"
    )
    checks = await conn.fetch(
        "select pg_get_constraintdef(oid) as check from pg_constraint where contype = 'c'"
    )
    listed = [re.findall(r"'([^']+)'::text", row["check"]) for row in checks if "ARRAY[" in row["check"]]
    return {row["name"] for row in tables} | {word for words in listed for word in words}


async def test_every_table_and_status_is_explained_and_nothing_else(
    client_db: ClientDatabase, db: Connection, postgres: Postgres
) -> None:
    admin = await connect(postgres.dsn())
    await admin.execute("create database controle_glossario")
    control = await connect(postgres.dsn("controle_glossario"))
    await migrate(control, "controle", now=TEST_NOW)
    known = await nouns(db) | await nouns(control)
    await control.close()
    await admin.execute("drop database controle_glossario")
    await admin.close()
    words = explained()
    missing, surplus = sorted(known - set(words)), sorted(set(words) - known)
    assert not missing, f"explain in docs/glossary.md: {' '.join(missing)}"
    assert not surplus, f"the database does not know: {' '.join(surplus)}"
    assert len(words) == len(set(words)), "explained twice"
