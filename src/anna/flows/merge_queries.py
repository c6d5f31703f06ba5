"""The SQL of letting runs follow a person of whom there were two: what points at the emptied rows points at the others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many
from anna.flows.queries import Evento, Execucao


async def lock_merges_into(conn: Connection, contato_id: UUID, nome: str) -> list[Evento]:
    """The merges into this contato that no run knows of yet, oldest first."""
    rows = await conn.fetch(
        "select id, clinica_id, nome, refs, dados, causa, ocorrido_em, tentativas from automacao.eventos"
        " where tratado_em is null and nome = $2 and dados->>'em' = $1::text order by ocorrido_em, id for update",
        str(contato_id), nome,
    )  # fmt: skip
    return many(Evento, rows)


async def list_live_roots(conn: Connection, conversas: Sequence[UUID]) -> list[Execucao]:
    """The live runs of these conversas that nobody called, oldest first."""
    rows = await conn.fetch(
        "select e.* from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = any($1::uuid[]) and e.estado = 'viva' and e.pai_id is null"
        " order by e.criada_em, e.id",
        list(conversas),
    )
    return many(Execucao, rows)


async def repoint(conn: Connection, tipo: str, old: UUID, new: UUID) -> None:
    """Let every run that holds `old` hold `new`, in its refs and, while it lives, in its key."""
    await conn.execute(
        "update automacao.execucoes e set chave = replace(e.chave, $2::text, $3::text),"
        " dados = jsonb_set(e.dados, '{key}', to_jsonb(replace(e.chave, $2::text, $3::text)))"
        " from automacao.refs r where r.execucao_id = e.id and r.tipo = $1 and r.alvo = $2::text::uuid"
        " and e.estado = 'viva' and e.chave like '%' || $2::text || '%'",
        tipo, str(old), str(new),
    )  # fmt: skip
    await conn.execute("update automacao.refs set alvo = $3 where tipo = $1 and alvo = $2", tipo, old, new)


async def move_perguntas(conn: Connection, old: UUID, new: UUID) -> None:
    """Let the questions that were put in one conversa be open in another."""
    await conn.execute("update automacao.perguntas set conversa_id = $2 where conversa_id = $1", old, new)


async def mark_handled(conn: Connection, evento_id: UUID, *, now: datetime) -> None:
    await conn.execute("update automacao.eventos set tratado_em = $2 where id = $1", evento_id, now)
