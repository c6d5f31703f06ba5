"""The ids that runs hold: what events find them by, and what their facts are read from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from uuid import UUID

from anna.db.connect import Connection


async def put_refs(conn: Connection, execucao_id: UUID, clinica_id: UUID, refs: Mapping[str, UUID]) -> None:
    await conn.executemany(
        "insert into automacao.refs (clinica_id, execucao_id, tipo, alvo, viva)"
        " select $1, id, $3, $4, viva from automacao.execucoes where id = $2"
        " on conflict (execucao_id, tipo) do update set alvo = excluded.alvo",
        [(clinica_id, execucao_id, tipo, alvo) for tipo, alvo in refs.items()],
    )


async def find_refs(conn: Connection, execucao_id: UUID) -> dict[str, UUID]:
    rows = await conn.fetch("select tipo, alvo from automacao.refs where execucao_id = $1", execucao_id)
    return {row["tipo"]: row["alvo"] for row in rows}


async def drop_refs(conn: Connection, execucao_id: UUID, names: Collection[str]) -> None:
    await conn.execute(
        "delete from automacao.refs where execucao_id = $1 and tipo = any($2::text[])",
        execucao_id,
        list(names),
    )
