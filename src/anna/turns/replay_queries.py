"""The SQL of replaying: turns that were taken, and the questions that were open when they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many
from anna.flows.queries import Pergunta


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


async def list_past(conn: Connection, *, since: datetime, until: datetime) -> list[Past]:
    """The turns with words that Anna answered in [since, until), oldest first. A tapped option was not read, and is left out."""
    rows = await conn.fetch(
        """
        select t.id, t.clinica_id, t.conversa_id, t.texto, t.contexto, t.leitura, t.entendeu, t.iniciado_em, k.fuso,
          m.chegou_em, m.cita,
          (select '+' || regexp_replace(split_part(d.endereco, '@', 1), '[^0-9]', '', 'g') from whatsapp.identidades d
            where d.contato_id = c.contato_id and d.tipo = 'phone' order by d.visto_em desc limit 1) as telefone
        from whatsapp.turnos t
        join whatsapp.conversas c on c.id = t.conversa_id
        join clinica.clinicas k on k.id = t.clinica_id
        join lateral (
          select coalesce(provedor_em, criada_em) as chegou_em, cita, dados from whatsapp.mensagens
          where turno_id = t.id and direcao = 'entrada' order by ordem desc limit 1) m on true
        where t.iniciado_em >= $1 and t.iniciado_em < $2 and t.resultado = 'concluido' and t.entendeu <> 'nobody'
          and t.texto <> '' and not m.dados ? 'opcao'
        order by t.iniciado_em, t.id
        """,
        since, until,
    )  # fmt: skip
    return many(Past, rows)


async def list_questions_of(conn: Connection, past: Past) -> list[Pergunta]:
    """The questions that were open when that turn began, newest first; which runs were suspended then is not on record."""
    rows = await conn.fetch(
        "select id, clinica_id, conversa_id, execucao_id, passo, visita, mensagem_id, slot, desejados, tambem, aceita, opcoes, aberta_em"
        " from automacao.perguntas where conversa_id = $1 and id < $2 and (fechada_em is null or fechada_em >= $3)"
        " order by aberta_em desc, id desc",
        past.conversa_id, past.id, past.iniciado_em,
    )  # fmt: skip
    return many(Pergunta, rows)


async def background_of(conn: Connection, execucao_ids: Sequence[UUID]) -> frozenset[UUID]:
    """Which of these runs talk in the background."""
    rows = await conn.fetch(
        "select id from automacao.execucoes where id = any($1) and faixa = 'background'", list(execucao_ids)
    )
    return frozenset(row["id"] for row in rows)
