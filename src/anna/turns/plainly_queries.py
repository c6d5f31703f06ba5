"""What is known of a conversa and its clinica where no flow is asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.kit.text import fold


async def asked_professional(conn: Connection, conversa_id: UUID, *, since: datetime) -> bool:
    """Whether a person was called since then because a professional had to answer."""
    asked: bool = await conn.fetchval(
        "select exists (select from whatsapp.transferencias where conversa_id = $1 and motivo = 'medical_question' and aberta_em > $2)",
        conversa_id, since,
    )  # fmt: skip
    return asked


async def was_of_child(conn: Connection, conversa_id: UUID, *, since: datetime) -> bool:
    """Whether a person was called since then because somebody is a minor."""
    told: bool = await conn.fetchval(
        "select exists (select from whatsapp.transferencias where conversa_id = $1 and motivo in ('minor', 'minor_of_hers') and aberta_em > $2)",
        conversa_id, since,
    )  # fmt: skip
    return told


async def list_professionals(conn: Connection, clinica_id: UUID) -> frozenset[str]:
    """The words of the names of those who attend, folded."""
    rows = await conn.fetch("select nome from agendamento.profissionais where clinica_id = $1", clinica_id)
    return frozenset(word for row in rows for word in fold(row["nome"]).split())


async def was_given_back(
    conn: Connection, conversa_id: UUID, reasons: Sequence[str], *, since: datetime
) -> bool:
    """Whether a person gave the conversa back since then, after a hand-off for one of these reasons."""
    given: bool = await conn.fetchval(
        "select exists (select from whatsapp.transferencias where conversa_id = $1 and motivo = any($2) and devolvida_em >= $3"
        " and assumida_em is not null)",
        conversa_id, list(reasons), since,
    )  # fmt: skip
    return given


async def list_texts(conn: Connection, conversa_id: UUID, *, since: datetime) -> list[str]:
    """What the patient wrote in the turns of the conversa since then, the last first."""
    rows = await conn.fetch(
        "select texto from whatsapp.turnos where conversa_id = $1 and resultado in ('concluido', 'da_pessoa') and iniciado_em > $2"
        " order by iniciado_em desc, id desc",
        conversa_id, since,
    )  # fmt: skip
    return [row["texto"] or "" for row in rows]
