"""The SQL of `analytics.interacoes_ia`: one row per question to a model, there before it is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What a client has used: questions since one instant, dollars since two."""

    perguntas: int
    custo_dia: Decimal
    custo_mes: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Interacao:
    """One question to a model, as it is on record."""

    id: UUID
    turno_id: UUID | None
    finalidade: str
    provedor: str
    modelo: str
    prompt_versao: str
    resultado: str
    motivo: str | None
    tokens_entrada: int
    tokens_saida: int
    custo_usd: Decimal
    latencia_ms: int | None
    iniciada_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What questions came to."""

    perguntas: int = 0
    sem_resposta: int = 0
    tokens: int = 0
    custo_usd: Decimal = Decimal(0)
    latencia_ms: int = 0


async def lock_ceilings(conn: Connection) -> None:
    """Let nobody else of this client judge the ceilings until this transaction ends."""
    await conn.execute("select pg_advisory_xact_lock(hashtextextended('anna.interacoes_ia', 0))")


async def read_used(conn: Connection, *, minute: datetime, day: datetime, month: datetime) -> Used:
    """Questions since `minute`, and dollars since `day` and `month`; a question under way counts with what it may cost."""
    row = await conn.fetchrow(
        "select count(*) filter (where iniciada_em > $1) as perguntas,"
        " coalesce(sum(custo_usd) filter (where iniciada_em >= $2), 0) as custo_dia,"
        " coalesce(sum(custo_usd) filter (where iniciada_em >= $3), 0) as custo_mes"
        " from analytics.interacoes_ia where iniciada_em >= least($1, $2, $3)",
        minute, day, month,
    )  # fmt: skip
    used = one(Used, row)
    assert used is not None, "an aggregate has a row"
    return used


async def open_interacao(
    conn: Connection, *, clinica_id: UUID, conversa_id: UUID | None, finalidade: str, provedor: str, modelo: str,
    prompt_versao: str, reserva: Decimal, now: datetime, mensagem_id: UUID | None = None,
) -> UUID:  # fmt: skip
    interacao_id: UUID = await conn.fetchval(
        "insert into analytics.interacoes_ia (clinica_id, conversa_id, mensagem_id, finalidade, provedor, modelo, prompt_versao,"
        " resultado, custo_usd, iniciada_em) values ($1, $2, $3, $4, $5, $6, $7, 'em_curso', $8, $9) returning id",
        clinica_id, conversa_id, mensagem_id, finalidade, provedor, modelo, prompt_versao, reserva, now,
    )  # fmt: skip
    return interacao_id


async def close_interacao(
    conn: Connection, interacao_id: UUID, *, resultado: str, motivo: str | None, modelo: str | None, pedido_id: str | None,
    tokens: Sequence[int], custo_usd: Decimal | None, intencoes: Sequence[str] | None, sentimento: str | None,
    latencia_ms: int, now: datetime, segundos: int | None = None,
) -> None:  # fmt: skip
    """What became of a question. `tokens` are input, cached, written, output; a cost of None leaves what was reserved."""
    await conn.execute(
        "update analytics.interacoes_ia set resultado = $2, motivo = $3, modelo = coalesce($4, modelo), pedido_id = $5,"
        " tokens_entrada = $6, tokens_cache = $7, tokens_gravados = $8, tokens_saida = $9, custo_usd = coalesce($10, custo_usd),"
        " intencoes = $11, sentimento = $12, latencia_ms = $13, terminada_em = $14, segundos = $15 where id = $1",
        interacao_id, resultado, motivo, modelo, pedido_id, *tokens, custo_usd,
        None if intencoes is None else list(intencoes), sentimento, latencia_ms, now, segundos,
    )  # fmt: skip


async def tie_to_turno(conn: Connection, interacoes: Sequence[UUID], turno_id: UUID) -> None:
    """These questions were asked for that turn."""
    await conn.execute(
        "update analytics.interacoes_ia set turno_id = $2 where id = any($1)", list(interacoes), turno_id
    )


async def tie_to_turno_of(conn: Connection, mensagem_ids: Sequence[UUID], turno_id: UUID) -> None:
    """What was asked about these messages alone, before anybody answered them, was asked for that turn."""
    await conn.execute(
        "update analytics.interacoes_ia set turno_id = $2 where mensagem_id = any($1) and turno_id is null",
        list(mensagem_ids), turno_id,
    )  # fmt: skip


async def count_results(conn: Connection, *, since: datetime) -> list[tuple[str, str, int]]:
    """(provedor, resultado, how many) of the questions since then, the most frequent first."""
    rows = await conn.fetch(
        "select provedor, resultado, count(*) as n from analytics.interacoes_ia where iniciada_em >= $1"
        " group by 1, 2 order by 1, 3 desc, 2",
        since,
    )
    return [(row["provedor"], row["resultado"], row["n"]) for row in rows]


async def list_of_turno(conn: Connection, turno_id: UUID) -> list[Interacao]:
    """The questions of a turn, in the order they were asked."""
    rows = await conn.fetch(
        "select id, turno_id, finalidade, provedor, modelo, prompt_versao, resultado, motivo,"
        " tokens_entrada + tokens_cache + tokens_gravados as tokens_entrada, tokens_saida, custo_usd, latencia_ms, iniciada_em"
        " from analytics.interacoes_ia where turno_id = $1 order by iniciada_em, id",
        turno_id,
    )
    return many(Interacao, rows)


async def read_total(conn: Connection) -> Total:
    """Every question of this client so far, together; a question under way is unanswered, and counts with what it may cost."""
    row = await conn.fetchrow(
        "select count(*) as perguntas, count(*) filter (where resultado <> 'aceita') as sem_resposta,"
        " coalesce(sum(tokens_entrada + tokens_cache + tokens_gravados + tokens_saida), 0)::bigint as tokens,"
        " coalesce(sum(custo_usd), 0) as custo_usd, coalesce(sum(latencia_ms), 0)::bigint as latencia_ms"
        " from analytics.interacoes_ia"
    )
    total = one(Total, row)
    assert total is not None, "an aggregate has a row"
    return total
