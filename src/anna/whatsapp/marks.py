"""SQL of what providers tell about messages that are already in the ledger: statuses, and echoes of Anna's own sends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.whatsapp.models import STATUS_RANK, StatusChange

_RANK = [status.value for status in STATUS_RANK]


@dataclass(frozen=True, slots=True)
class Known:
    """A message of the ledger that a provider speaks of."""

    id: UUID
    conversa_id: UUID


async def find_mensagens(conn: Connection, keys: Sequence[tuple[UUID, str]]) -> dict[tuple[UUID, str], Known]:
    """The messages with these (instancia, provider id); what is unknown is absent."""
    rows = await conn.fetch(
        """
        select k.n, m.id, m.conversa_id from unnest($1::uuid[], $2::text[]) with ordinality as k (instancia_id, provedor_id, n)
        cross join lateral (
          select m.id, m.conversa_id from whatsapp.mensagens m
          where m.instancia_id = k.instancia_id and m.provedor_id = k.provedor_id limit 1) m
        """,
        [key[0] for key in keys],
        [key[1] for key in keys],
    )
    return {keys[row["n"] - 1]: Known(row["id"], row["conversa_id"]) for row in rows}


# Who waits for a message of a run hears that it arrived or will not: once, since a status only rises.
_RISE = """
  update whatsapp.mensagens m set status = v.status, status_em = $1, motivo = v.motivo, enviar_ate = null
  from v where m.id = v.id and m.id = any(array(select id from v)) and m.direcao = 'saida' and m.provedor_id is not null
    and array_position($2::text[], m.status) < array_position($2::text[], v.status)
  returning m.id, m.clinica_id, m.conversa_id, m.execucao_id, m.passo, m.visita, m.motivo,
    old.status in ('entregue', 'lida') as chegara, new.status as status
"""
_TELL = """
  insert into automacao.eventos (clinica_id, nome, refs, dados, ocorrido_em)
  select clinica_id, case status when 'falhou' then 'mensagem.falhou' else 'mensagem.entregue' end,
    jsonb_build_object('mensagem', id, 'conversa', conversa_id, 'execucao', execucao_id),
    jsonb_build_object('passo', passo, 'visita', visita, 'motivo', motivo), $1
  from subida where execucao_id is not null and not chegara and status in ('entregue', 'lida', 'falhou')
"""


async def raise_statuses(
    conn: Connection, changes: Sequence[tuple[UUID, StatusChange]], *, now: datetime
) -> None:
    """Let outbound messages, as (mensagem, change), rise to these statuses; nothing falls.

    Tells `mensagem.entregue` and `mensagem.falhou` of messages that a run planned.
    """
    ordered = sorted(changes, key=lambda change: change[0])
    await conn.execute(
        f"""
        with v as materialized (select * from unnest($3::uuid[], $4::text[], $5::text[]) as v (id, status, motivo)),
        subida as ({_RISE})
        {_TELL}
        """,  # noqa: S608 - constants
        now,
        _RANK,
        [mensagem for mensagem, _ in ordered],
        [change.status for _, change in ordered],
        [change.error for _, change in ordered],
    )


async def keep_orphan_statuses(
    conn: Connection, orphans: Sequence[tuple[UUID, UUID, StatusChange]], *, now: datetime
) -> None:
    """Remember statuses of messages nobody knows, as (clinica, instancia, change): of each message the highest."""
    ordered = sorted(orphans, key=lambda orphan: (orphan[1], orphan[2].provider_id))
    await conn.execute(
        """
        insert into whatsapp.status_orfaos as o (clinica_id, instancia_id, provedor_id, status, motivo, recebido_em)
        select clinica_id, instancia_id, provedor_id, status, motivo, $6
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as v (clinica_id, instancia_id, provedor_id, status, motivo)
        on conflict (instancia_id, provedor_id) do update
          set status = excluded.status, motivo = excluded.motivo, recebido_em = excluded.recebido_em
          where array_position($7::text[], o.status) < array_position($7::text[], excluded.status)
        """,
        [clinica for clinica, _, _ in ordered],
        [instancia for _, instancia, _ in ordered],
        [change.provider_id for _, _, change in ordered],
        [change.status for _, _, change in ordered],
        [change.error for _, _, change in ordered],
        now,
        _RANK,
    )


async def adopt_orphan_statuses(conn: Connection, *, now: datetime) -> list[UUID]:
    """Give every remembered status to its message, if that is known by now; returns the conversas of those messages.

    To be called after provider ids were written, and once in a while: a status and its message may commit at the same moment
    without seeing each other.
    """
    rows = await conn.fetch(
        f"""
        with v as (
          delete from whatsapp.status_orfaos o using whatsapp.mensagens m
          where m.instancia_id = o.instancia_id and m.provedor_id = o.provedor_id
          returning m.id, o.status, o.motivo),
        subida as ({_RISE}),
        contada as ({_TELL})
        select distinct conversa_id from subida
        """,  # noqa: S608 - constants
        now,
        _RANK,
    )
    return [row["conversa_id"] for row in rows]


async def forget_orphan_statuses(conn: Connection, *, before: datetime) -> int:
    """Drop what nobody asked for; returns how many."""
    rows = await conn.fetch("delete from whatsapp.status_orfaos where recebido_em < $1 returning 1", before)
    return len(rows)


async def resolve_own_send(
    conn: Connection, conversa_id: UUID, provedor_id: str, texto: str | None, *, exact: bool, now: datetime
) -> bool:
    """Name the message of Anna's that an echo shows: it came before the answer to her request, or instead of it.

    The one with the same text comes first; else the one in flight, because a provider may render it differently. `exact` takes
    only the one in flight with the same text. Returns whether there was one.
    """
    resolved = await conn.fetchval(
        """
        update whatsapp.mensagens set provedor_id = $2, status = 'aceita', status_em = $5, enviar_ate = null
        where id = (
          select id from whatsapp.mensagens
          where conversa_id = $1 and provedor_id is null and direcao = 'saida' and canal = 'whatsapp'
            and (status = 'enviando' and (not $4 or texto = $3) or status = 'incerta' and not $4 and texto = $3)
          order by texto is not distinct from $3 desc, ordem limit 1)
        returning id
        """,
        conversa_id,
        provedor_id,
        texto,
        exact,
        now,
    )
    return resolved is not None
