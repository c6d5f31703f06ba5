"""The SQL of letting what a person asked for follow her, of whom there were two: places on the waiting list, requests about her data.

What cannot be open twice for one person is ended on one side: of two places for the same procedure the older gives way, as when she asks
twice; of two requests of one kind the one due first stays open and has the words of both. An undo gives back exactly that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection

_WHERE_THEY_WERE = "select id, contato_id, conversa_id from {} where contato_id = $1 or conversa_id = any($2::uuid[]) order by id for update"
_MOVED = (
    "update {0} r set contato_id = case when r.contato_id = $1 then $2 else r.contato_id end,"
    " conversa_id = coalesce((select v.para from unnest($3::uuid[], $4::uuid[]) as v (de, para) where v.de = r.conversa_id), r.conversa_id)"
    " where r.contato_id = $1 or r.conversa_id = any($3)"
)
_PUT_BACK = (
    "update {0} r set contato_id = v.contato, conversa_id = v.conversa"
    " from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as v (id, contato, conversa) where r.id = v.id"
)
_TABLES = {"esperas": "agendamento.lista_espera", "pedidos": "lgpd.solicitacoes_titular"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """From whom to whom, and the emptied conversas with those they became part of."""

    drop: UUID
    keep: UUID
    de: Sequence[UUID]
    para: Sequence[UUID]


async def move_requests(conn: Connection, moving: Moving, *, now: datetime) -> dict[str, Any]:
    """Let everything asked for by `drop`, or in an emptied conversa, be asked for by `keep`. Returns what `return_requests` needs."""
    noted: dict[str, Any] = {
        "trocadas": await _end_older_places(conn, moving, now=now),
        "reunidos": await _unite_requests(conn, moving, now=now),
    }
    for name, table in _TABLES.items():
        before = await conn.fetch(_WHERE_THEY_WERE.format(table), moving.drop, list(moving.de))
        noted[name] = [[str(value) for value in row.values()] for row in before]
        await conn.execute(_MOVED.format(table), moving.drop, moving.keep, list(moving.de), list(moving.para))
    return noted


async def return_requests(conn: Connection, noted: Mapping[str, Any]) -> None:
    """The inverse: everything is asked for again by whom and where it was, and what only the merge had ended is open."""
    for name, table in _TABLES.items():
        rows = [[UUID(value) for value in row] for row in noted.get(name, ())]
        await conn.execute(
            _PUT_BACK.format(table),
            *(list(column) for column in zip(*rows, strict=True)) if rows else ([], [], []),
        )
    await conn.execute(
        "update agendamento.lista_espera set status = 'aberta', encerrada_em = null, motivo = null"
        " where id = any($1::uuid[]) and motivo = 'reunida'",
        [UUID(id) for id in noted.get("trocadas", ())],
    )
    for pair in noted.get("reunidos", ()):
        await conn.execute(
            "update lgpd.solicitacoes_titular k set frase = replace(k.frase, E'\\n' || d.frase, '')"
            " from lgpd.solicitacoes_titular d where k.id = $1 and d.id = $2",
            UUID(pair["em"]), UUID(pair["de"]),
        )  # fmt: skip
        await conn.execute(
            "update lgpd.solicitacoes_titular set status = 'aberta', encerrada_em = null, desfecho = null"
            " where id = $1 and desfecho = 'reunida'",
            UUID(pair["de"]),
        )


async def _end_older_places(conn: Connection, moving: Moving, *, now: datetime) -> list[str]:
    rows = await conn.fetch(
        "update agendamento.lista_espera o set status = 'encerrada', encerrada_em = $3, motivo = 'reunida'"
        " where o.status = 'aberta' and o.contato_id in ($1, $2) and exists (select from agendamento.lista_espera n"
        "   where n.status = 'aberta' and n.contato_id in ($1, $2) and n.contato_id <> o.contato_id"
        "   and n.procedimentos && o.procedimentos and (n.criada_em, n.id) > (o.criada_em, o.id)) returning o.id",
        moving.drop, moving.keep, now,
    )  # fmt: skip
    return [str(row["id"]) for row in rows]


async def _unite_requests(conn: Connection, moving: Moving, *, now: datetime) -> list[dict[str, str]]:
    """Of two open requests of one kind the one due first takes the words of the other, which is ended."""
    pairs = await conn.fetch(
        "select case when k.prazo_em <= d.prazo_em then k.id else d.id end as em,"
        " case when k.prazo_em <= d.prazo_em then d.id else k.id end as de"
        " from lgpd.solicitacoes_titular k join lgpd.solicitacoes_titular d on d.tipo = k.tipo"
        " where k.contato_id = $2 and d.contato_id = $1 and k.status = 'aberta' and d.status = 'aberta' for update",
        moving.drop, moving.keep,
    )  # fmt: skip
    for pair in pairs:
        await conn.execute(
            "update lgpd.solicitacoes_titular k set frase = k.frase || E'\\n' || d.frase"
            " from lgpd.solicitacoes_titular d where k.id = $1 and d.id = $2",
            pair["em"], pair["de"],
        )  # fmt: skip
        await conn.execute(
            "update lgpd.solicitacoes_titular set status = 'encerrada', encerrada_em = $2, desfecho = 'reunida' where id = $1",
            pair["de"], now,
        )  # fmt: skip
    return [{"em": str(pair["em"]), "de": str(pair["de"])} for pair in pairs]
