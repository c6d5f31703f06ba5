"""Numbered plain-SQL migrations, applied once, in order, under one lock.

Each file `NNNN_name.sql` is one transaction and leaves its checksum; a file that changed after it was applied is refused.
`optional.sql` runs every time: it makes what needs an
extension that a server may lack, once that is there. `after.sql` runs whenever something was applied: it guards and grants what the migrations made. A statement that waits longer
than `LOCK_TIMEOUT` for a lock gives up, so that a migration never queues in front of a clinic at work.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any

from anna.db.connect import Connection
from anna.errors import Conflict

LOCK_TIMEOUT = "5s"
_ADVISORY_KEY = 0x616E6E61  # "anna"

ROLES = """
do $$ begin
  if not exists (select from pg_roles where rolname = 'anna_owner') then create role anna_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'anna_web') then create role anna_web login; end if;
  if not exists (select from pg_roles where rolname = 'anna_worker') then create role anna_worker login bypassrls; end if;
end $$;
"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One file of `migrations/<kind>`."""

    numero: int
    nome: str
    sql: str

    @property
    def sha256(self) -> bytes:
        return hashlib.sha256(self.sql.encode()).digest()


def load_migrations(kind: str) -> list[Migration]:
    """The migrations of `kind` ("controle" or "cliente"), in order."""
    found = []
    for path in files("anna.db").joinpath("migrations", kind).iterdir():
        stem, _, suffix = path.name.rpartition(".")
        if suffix == "sql" and stem[:4].isdigit():
            found.append(Migration(int(stem[:4]), stem, path.read_text("utf-8")))
    return sorted(found, key=lambda m: m.numero)


async def pending_migrations(conn: Connection, kind: str) -> list[Migration]:
    """What `migrate` would apply to the database of `conn`; changes nothing. Raises Conflict as `migrate` does."""
    if await conn.fetchval("select to_regclass('public.migracoes') is null"):
        return load_migrations(kind)
    return _pending(load_migrations(kind), await conn.fetch("select * from public.migracoes"))


async def migrate(conn: Connection, kind: str, *, now: datetime) -> list[str]:
    """Bring the database of `conn` (a superuser's or owner's connection) up to date; returns the names applied.

    Raises Conflict when an applied file has changed or is missing here.
    """
    await conn.execute("select pg_advisory_lock($1)", _ADVISORY_KEY)
    try:
        await conn.execute(f"set lock_timeout = '{LOCK_TIMEOUT}'")
        await conn.execute(ROLES)
        await conn.execute(
            "create table if not exists public.migracoes"
            " (numero int primary key, nome text not null, sha256 bytea not null, aplicada_em timestamptz not null)"
        )
        pending = _pending(load_migrations(kind), await conn.fetch("select * from public.migracoes"))
        for migration in pending:
            async with conn.transaction():
                await conn.execute(migration.sql)
                await conn.execute(
                    "insert into public.migracoes values ($1, $2, $3, $4)",
                    migration.numero, migration.nome, migration.sha256, now,
                )  # fmt: skip
        optional = files("anna.db").joinpath("migrations", kind, "optional.sql")
        if optional.is_file():
            async with conn.transaction():
                await conn.execute(optional.read_text("utf-8"))
        if pending:
            async with conn.transaction():
                await conn.execute(
                    files("anna.db").joinpath("migrations", kind, "after.sql").read_text("utf-8")
                )
        return [m.nome for m in pending]
    finally:
        await conn.execute("reset lock_timeout")
        await conn.execute("select pg_advisory_unlock($1)", _ADVISORY_KEY)


def _pending(known: list[Migration], applied: list[Mapping[str, Any]]) -> list[Migration]:
    by_number = {m.numero: m for m in known}
    for row in applied:
        here = by_number.pop(row["numero"], None)
        if here is None:
            raise Conflict(f"migration {row['nome']} was applied, but this version of Anna does not have it")
        if here.sha256 != row["sha256"]:
            raise Conflict(f"migration {here.nome} was changed after it was applied; add a new one instead")
    return sorted(by_number.values(), key=lambda m: m.numero)
