"""Which consulta a message speaks of that names no other: "no mesmo dia", "mesma hora"."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection


async def find_spoken_of(
    conn: Connection, conversa_id: UUID, execucao_id: UUID | None, *, now: datetime
) -> datetime | None:
    """When the consulta begins that the run holds, else the one last booked or moved in the conversa; None where none is to come."""
    inicio: datetime | None = await conn.fetchval(
        """
        select a.inicio from agendamento.consultas a
        where a.status in ('reservado', 'agendado', 'confirmado') and a.inicio > $3
          and (a.conversa_id = $1 or a.id in (select r.alvo from automacao.refs r where r.execucao_id = $2 and r.tipo = 'consulta'))
        order by exists (select from automacao.refs r where r.execucao_id = $2 and r.tipo = 'consulta' and r.alvo = a.id) desc,
          a.status_em desc, a.id desc limit 1
        """,
        conversa_id, execucao_id, now,
    )  # fmt: skip
    return inicio
