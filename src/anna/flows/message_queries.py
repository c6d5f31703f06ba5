"""The SQL of what runs and turns say: the conversa they speak in, and the messages they plan for the door."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import one


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaking:
    """The conversa a run speaks in."""

    id: UUID
    clinica_id: UUID
    instancia_id: UUID
    contato_id: UUID
    avisada_em: datetime | None


async def lock_conversa(conn: Connection, conversa_id: UUID) -> Speaking | None:
    """The conversa, locked: everything that happens in one conversation happens one after the other."""
    row = await conn.fetchrow(
        "select id, clinica_id, instancia_id, contato_id, avisada_em from whatsapp.conversas where id = $1 for update",
        conversa_id,
    )
    return one(Speaking, row)


async def list_said(conn: Connection, conversa_id: UUID, *, limit: int) -> list[dict[str, Any]]:
    """What is kept of how Anna's last messages were worded (`dados`), the last one first."""
    rows = await conn.fetch(
        "select dados from whatsapp.mensagens where conversa_id = $1 and autor = 'anna' and status <> 'descartada'"
        " order by ordem desc limit $2",
        conversa_id, limit,
    )  # fmt: skip
    return [row["dados"] for row in rows]


async def has_spoken(conn: Connection, turno_id: UUID, *, beside: Collection[str]) -> bool:
    """Whether something is said in this turn already, the templates `beside` apart."""
    said: bool = await conn.fetchval(
        "select exists (select from whatsapp.mensagens where turno_id = $1 and direcao = 'saida'"
        " and coalesce(modelo, '') <> all($2::text[]))",
        turno_id, list(beside),
    )  # fmt: skip
    return said


async def mark_introduced(conn: Connection, conversa_id: UUID, *, now: datetime) -> None:
    await conn.execute("update whatsapp.conversas set avisada_em = $2 where id = $1", conversa_id, now)


async def plan_message(
    conn: Connection, *, conversa: Speaking, texto: str, especie: str, modelo: str | None, now: datetime,
    provas: Sequence[Mapping[str, Any]],
    execucao_id: UUID | None = None, passo: str | None = None, visita: int | None = None, turno_id: UUID | None = None,
    opcoes: list[dict[str, Any]] | None = None, nao_depois: datetime | None = None, dados: Mapping[str, Any] | None = None,
) -> UUID | None:  # fmt: skip
    """Write a message that the door will send; None when this (run, step, visit) has planned it already.

    `modelo` is None for a free text; `provas` is what it claims, each claim with its row (`Bound.to_json`).
    """
    planned: UUID | None = await conn.fetchval(
        "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, texto, status, status_em,"
        " criada_em, especie, modelo, opcoes, nao_depois, execucao_id, passo, visita, turno_id, dados, provas)"
        " values ($1, $2, $3, 'saida', 'anna', $4, 'planejada', $5, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        " on conflict (execucao_id, passo, visita, canal, parte) where execucao_id is not null do nothing returning id",
        conversa.clinica_id, conversa.id, conversa.instancia_id, texto, now, especie, modelo, opcoes, nao_depois,
        execucao_id, passo, visita, turno_id, dict(dados or {}), [dict(prova) for prova in provas],
    )  # fmt: skip
    return planned


async def record_discarded(
    conn: Connection, *, conversa: Speaking, modelo: str, especie: str, motivo: str, execucao_id: UUID, passo: str,
    visita: int, now: datetime,
) -> None:  # fmt: skip
    await conn.execute(
        "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, status, status_em, criada_em,"
        " especie, modelo, motivo, execucao_id, passo, visita)"
        " values ($1, $2, $3, 'saida', 'anna', 'descartada', $4, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing",
        conversa.clinica_id, conversa.id, conversa.instancia_id, now, especie, modelo, motivo, execucao_id, passo, visita,
    )  # fmt: skip


async def list_heard(conn: Connection, conversa_id: UUID, *, raiz_id: UUID) -> Sequence[str]:
    """What the patient has written since the first run of this talk began, in order."""
    rows = await conn.fetch(
        "select texto from whatsapp.mensagens where conversa_id = $1 and direcao = 'entrada' and texto is not null"
        " and criada_em >= (select criada_em from automacao.execucoes where id = $2) order by criada_em, id",
        conversa_id, raiz_id,
    )  # fmt: skip
    return [row["texto"] for row in rows]


async def list_exchanged(conn: Connection, conversa_id: UUID, *, since: datetime, but: str) -> Sequence[str]:
    """What either side has written `since` then, newest first, without the message `but` and what came after it."""
    rows = await conn.fetch(
        "select m.texto from whatsapp.mensagens m where m.conversa_id = $1 and m.texto is not null and m.criada_em >= $2"
        " and not exists (select from whatsapp.mensagens n where n.conversa_id = $1 and n.direcao = 'entrada' and n.texto = $3"
        " and n.criada_em >= $2 and (n.criada_em, n.id) <= (m.criada_em, m.id))"
        " order by m.criada_em desc, m.id desc limit 6",
        conversa_id, since, but,
    )  # fmt: skip
    return [row["texto"] for row in rows]
