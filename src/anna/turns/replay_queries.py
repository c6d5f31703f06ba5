"""The SQL of replaying: turns that were taken, and the questions that were open when they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, value
from anna.flows.queries import Pergunta

_LAST_WORD = """
  select coalesce(provedor_em, criada_em) as chegou_em, cita, dados from whatsapp.mensagens
  where turno_id = t.id and direcao = 'entrada' order by ordem desc limit 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A turn that was answered: what was said, in view of what, and how it was read. `chegou_em` is when its last message arrived."""

    id: UUID
    clinica_id: UUID
    conversa_id: UUID
    texto: str
    contexto: dict[str, Any]
    leitura: dict[str, Any]
    entendeu: str
    iniciado_em: datetime
    chegou_em: datetime
    cita: str | None
    telefone: str | None
    fuso: str


async def list_past_ids(conn: Connection, *, since: datetime, until: datetime) -> list[UUID]:
    """The turns with words that Anna answered in [since, until), oldest first. A tapped option was not read, and is left out."""
    rows = await conn.fetch(
        f"select t.id from whatsapp.turnos t join lateral ({_LAST_WORD}) m on true"  # noqa: S608 - a constant
        " where t.iniciado_em >= $1 and t.iniciado_em < $2 and t.resultado = 'concluido' and t.entendeu <> 'nobody'"
        " and t.texto <> '' and not m.dados ? 'opcao' order by t.iniciado_em, t.id",
        since, until,
    )  # fmt: skip
    return [row["id"] for row in rows]


async def list_past(conn: Connection, ids: Sequence[UUID]) -> list[Past]:
    """These turns, oldest first; one that is gone meanwhile is left out."""
    rows = await conn.fetch(
        f"""
        select t.id, t.clinica_id, t.conversa_id, t.texto, t.contexto, t.leitura, t.entendeu, t.iniciado_em, k.fuso,
          m.chegou_em, m.cita,
          (select '+' || regexp_replace(split_part(d.endereco, '@', 1), '[^0-9]', '', 'g') from whatsapp.identidades d
            where d.contato_id = c.contato_id and d.tipo = 'phone' order by d.visto_em desc limit 1) as telefone
        from whatsapp.turnos t
        join whatsapp.conversas c on c.id = t.conversa_id
        join clinica.clinicas k on k.id = t.clinica_id
        join lateral ({_LAST_WORD}) m on true
        where t.id = any($1)
        order by t.iniciado_em, t.id
        """,  # noqa: S608 - a constant
        list(ids),
    )
    return many(Past, rows)


async def list_questions_of(conn: Connection, ids: Sequence[UUID]) -> dict[UUID, list[Pergunta]]:
    """The questions that were open when each of these turns began, newest first; which runs were suspended then is not on record."""
    rows = await conn.fetch(
        "select t.id as turno_id, p.id, p.clinica_id, p.conversa_id, p.execucao_id, p.passo, p.visita, p.mensagem_id, p.slot,"
        " p.desejados, p.tambem, p.aceita, p.opcoes, p.aberta_em from whatsapp.turnos t join automacao.perguntas p"
        " on p.conversa_id = t.conversa_id and p.id < t.id and (p.fechada_em is null or p.fechada_em >= t.iniciado_em)"
        " where t.id = any($1) order by p.aberta_em desc, p.id desc",
        list(ids),
    )
    found: dict[UUID, list[Pergunta]] = {}
    for row in rows:
        found.setdefault(row["turno_id"], []).append(value(Pergunta, row))
    return found


async def background_of(conn: Connection, execucao_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Which of these runs talk in the background."""
    rows = await conn.fetch(
        "select id from automacao.execucoes where id = any($1) and faixa = 'background'", list(execucao_ids)
    )
    return frozenset(row["id"] for row in rows)
