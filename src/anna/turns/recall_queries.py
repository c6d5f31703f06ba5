"""The SQL of what was said before: what the turns of a conversa heard and answered, and what her runs were told."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.commands import Intent
from anna.db.connect import Connection
from anna.db.rows import one
from anna.turns.deposit_queries import awaits_payment
from anna.turns.wordless import CONCERNS, PREFIX, REMEMBERED, Before


async def read_before(conn: Connection, conversa_id: UUID, *, turno_id: UUID, now: datetime) -> Before:
    """What went before that turn, as far as it matters for what has no words."""
    row = await conn.fetchrow(
        "select t.iniciado_em, t.rota->>'regra' as regra, t.rota->>'motivo' as motivo from whatsapp.turnos t"
        " where t.conversa_id = $1 and t.resultado = 'concluido' and t.id < $2 order by t.iniciado_em desc, t.id desc limit 1",
        conversa_id, turno_id,
    )  # fmt: skip
    spoken = await conn.fetchrow(
        "select coalesce(bool_or(leitura->>'safety' = any($3)), false) as concern,"
        " coalesce(bool_or(leitura->'nuances' ? 'says_paid'), false) as says_paid from whatsapp.turnos"
        " where conversa_id = $1 and resultado = 'concluido' and iniciado_em > $2",
        conversa_id, now - REMEMBERED, list(CONCERNS),
    )  # fmt: skip
    assert spoken is not None, "an aggregate has a row"
    told = Before(
        concern=spoken["concern"], says_paid=spoken["says_paid"], owes=await awaits_payment(conn, conversa_id)
    )
    if row is None:
        return told
    rule = f"{PREFIX}{row['motivo']}" if row["regra"] == "wordless" else row["regra"]
    return replace(told, rule=rule, ago=now - row["iniciado_em"])


async def last_rule(conn: Connection, conversa_id: UUID, *, before: UUID) -> str | None:
    """How the last turn of the conversa before that one was routed; of mere manners, why, and of what has no words, its kind."""
    rule: str | None = await conn.fetchval(
        "select case rota->>'regra' when 'social' then rota->>'motivo' when 'wordless' then 'wordless.' || (rota->>'motivo')"
        " else rota->>'regra' end from whatsapp.turnos where conversa_id = $1 and resultado = 'concluido'"
        " and id < $2 order by iniciado_em desc, id desc limit 1",
        conversa_id, before,
    )  # fmt: skip
    return rule


async def find_last_heard(
    conn: Connection, conversa_id: UUID, *, since: datetime
) -> tuple[str, frozenset[Intent]]:
    """What the last turn of the conversa answered, and was understood to ask or wish, if it was since then."""
    row = await conn.fetchrow(
        "select texto, leitura->'intents' as intents from whatsapp.turnos where conversa_id = $1 and resultado = 'concluido'"
        " and iniciado_em > $2 order by iniciado_em desc, id desc limit 1",
        conversa_id, since,
    )  # fmt: skip
    names = (row["intents"] if row else None) or ()
    return (row["texto"] or "") if row else "", frozenset(
        Intent(name) for name in names if name in set(Intent)
    )


async def list_last_texts(
    conn: Connection, conversa_id: UUID, *, before: UUID, since: datetime, most: int
) -> list[str]:
    """What the last turns of the conversa before that one answered, since then, the newest first."""
    rows = await conn.fetch(
        "select texto from whatsapp.turnos where conversa_id = $1 and resultado = 'concluido' and id < $2 and iniciado_em > $3"
        " and texto is not null order by iniciado_em desc, id desc limit $4",
        conversa_id, before, since, most,
    )  # fmt: skip
    return [row["texto"] for row in rows]


async def has_stayed(
    conn: Connection, conversa_id: UUID, execucao_id: UUID, slot: str, *, before: UUID, turns: int
) -> bool:
    """Whether each of the last so many turns before that one answered that question of the run, which is open all the same."""
    stayed: bool = await conn.fetchval(
        "select count(*) = $5 and bool_and(coalesce(ligada->>'execucao' = $3::text and ligada->>'slot' = $4, false))"
        "   and exists (select from automacao.perguntas where execucao_id = $3::text::uuid and slot = $4 and fechada_em is null)"
        " from (select rota->'ligada' as ligada from whatsapp.turnos"
        "   where conversa_id = $1 and resultado = 'concluido' and id < $2 order by iniciado_em desc, id desc limit $5) last",
        conversa_id, before, str(execucao_id), slot, turns,
    )  # fmt: skip
    return stayed


async def has_just_begun(conn: Connection, conversa_id: UUID, fluxo: str, *, before: UUID) -> bool:
    """Whether the turn before that one began that flow of the lane override, or left a message for it beside another."""
    begun: bool | None = await conn.fetchval(
        "select rota->>'regra' = 'override' and rota->>'fluxo' = $3 or coalesce(rota->>'saida' = $3, false)"
        " from whatsapp.turnos where conversa_id = $1 and resultado = 'concluido' and id < $2"
        " order by iniciado_em desc, id desc limit 1",
        conversa_id, before, fluxo,
    )  # fmt: skip
    return bool(begun)


async def repeats_answer(
    conn: Connection, conversa_id: UUID, text: str, *, before: UUID, since: datetime
) -> bool:
    """Whether the turn before that one had the same words, since then, and they were an answer."""
    repeats: bool | None = await conn.fetchval(
        "select lower(btrim(texto)) = lower(btrim($3)) and iniciado_em > $4"
        "   and (jsonb_typeof(rota->'ligada') = 'object' or rota->>'motivo' = 'repeated')"
        " from whatsapp.turnos where conversa_id = $1 and resultado = 'concluido' and id < $2"
        " order by iniciado_em desc, id desc limit 1",
        conversa_id, before, text, since,
    )  # fmt: skip
    return bool(repeats)


async def find_unmet_wish(
    conn: Connection, conversa_id: UUID, flow: str, slot: str, *, since: datetime
) -> list[str] | str | None:
    """What the last run of that flow in the conversa was told for `slot`, if it ended since then and booked nothing."""
    found: list[str] | str | None = await conn.fetchval(
        "select case when e.desfecho is distinct from 'booked' then e.dados->'slots'->$3 end"
        " from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = $1 and e.fluxo = $2 and e.encerrada_em > $4"
        " order by e.encerrada_em desc limit 1",
        conversa_id, flow, slot, since,
    )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class LastList:
    """The last thing Anna said, where that is a list of `options` choices and nobody waits for the answer any more."""

    fluxo: str
    dados: dict[str, Any]
    options: int


async def find_last_list(conn: Connection, conversa_id: UUID, *, since: datetime) -> LastList | None:
    """That list, if it was said since then; the flow and the run are the ones that began it."""
    row = await conn.fetchrow(
        "select r.fluxo, r.dados, jsonb_array_length(m.opcoes) as options from (select * from whatsapp.mensagens"
        "   where conversa_id = $1 and direcao = 'saida' and status <> 'descartada' order by ordem desc limit 1) m"
        " join automacao.execucoes e on e.id = m.execucao_id join automacao.execucoes r on r.id = e.raiz_id"
        " where m.autor = 'anna' and jsonb_typeof(m.opcoes) = 'array' and m.criada_em > $2 and e.estado <> 'viva'",
        conversa_id, since,
    )  # fmt: skip
    return one(LastList, row)


async def find_options(conn: Connection, conversa_id: UUID, provedor_id: str) -> list[dict[str, Any]]:
    """The options that the message of ours with this provider id offered."""
    found: list[dict[str, Any]] | None = await conn.fetchval(
        "select opcoes from whatsapp.mensagens where conversa_id = $1 and provedor_id = $2 and direcao = 'saida'",
        conversa_id, provedor_id,
    )  # fmt: skip
    return found or []


async def has_sent(conn: Connection, conversa_id: UUID, modelo: str, *, since: datetime) -> bool:
    """Whether that template was said in the conversa since then."""
    sent: bool = await conn.fetchval(
        "select exists (select from whatsapp.mensagens where conversa_id = $1 and modelo = $2 and criada_em > $3 and status <> 'descartada')",
        conversa_id, modelo, since,
    )  # fmt: skip
    return sent
