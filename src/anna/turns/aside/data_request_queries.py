"""The open request of somebody about her data."""

from __future__ import annotations

from uuid import UUID

from anna.db.connect import Connection


async def find_open(conn: Connection, contato_id: UUID) -> UUID | None:
    """The open request that is due first; None where none is open."""
    id: UUID | None = await conn.fetchval(
        "select id from lgpd.solicitacoes_titular where contato_id = $1 and status = 'aberta' order by prazo_em, id limit 1",
        contato_id,
    )
    return id
