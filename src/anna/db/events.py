"""News as rows: what happened is told in the transaction in which it happened, and read upwards by whoever waits for it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection


async def emit(
    conn: Connection,
    *,
    clinica_id: UUID,
    nome: str,
    refs: Mapping[str, UUID],
    dados: Mapping[str, Any],
    now: datetime,
    causa: UUID | None = None,
) -> UUID:
    """Write one row of `automacao.eventos` in the current transaction; returns its id.

    `nome` is "thing.happened" (`consulta.agendada`), `refs` the ids by which it finds the runs it concerns ({"consulta": …}),
    `causa` the root run that caused it: events of its own tree never stop a run.
    """
    event_id: UUID = await conn.fetchval(
        "insert into automacao.eventos (clinica_id, nome, refs, dados, causa, ocorrido_em)"
        " values ($1, $2, $3, $4, $5, $6) returning id",
        clinica_id, nome, {tipo: str(alvo) for tipo, alvo in refs.items()}, dict(dados), causa, now,
    )  # fmt: skip
    return event_id
