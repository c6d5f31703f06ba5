"""The SQL of the upkeep jobs: media to fetch, instancias to watch and to reconcile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingMedia:
    """A file that is still to be fetched."""

    mensagem_id: UUID
    clinica_id: UUID
    conversa_id: UUID
    instancia_id: UUID
    origem: dict[str, Any]
    tentativas: int
    criada_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """An instancia as the watch and the reconcile job see it."""

    id: UUID
    clinica_id: UUID
    nome: str
    provedor: str
    segredos: bytes
    estado: str
    estado_em: datetime | None
    estado_motivo: str | None
    caiu_em: datetime | None
    recusa_desde: datetime | None
    recebida_em: datetime | None
    conciliada_ate: datetime | None
    criada_em: datetime


async def lease_media(
    conn: Connection, mensagem_id: UUID, *, now: datetime, until: datetime
) -> PendingMedia | None:
    """The pending file, leased until `until`; None when it is done, or somebody else's."""
    row = await conn.fetchrow(
        "update whatsapp.midias d set tentativas = d.tentativas + 1, proxima_em = $3"
        " from whatsapp.mensagens m where d.mensagem_id = $1 and m.id = d.mensagem_id and d.estado = 'pendente'"
        " and (d.proxima_em is null or d.proxima_em <= $2)"
        " returning d.mensagem_id, d.clinica_id, m.conversa_id, m.instancia_id, d.origem, d.tentativas, d.criada_em",
        mensagem_id, now, until,
    )  # fmt: skip
    return one(PendingMedia, row)


async def keep_media(
    conn: Connection, mensagem_id: UUID, *, conteudo: bytes, sha256: bytes, mime: str, nome: str | None
) -> None:
    await conn.execute(
        "update whatsapp.midias set estado = 'guardada', conteudo = $2, sha256 = $3, mime = $4, nome = coalesce($5, nome),"
        " proxima_em = null where mensagem_id = $1",
        mensagem_id, conteudo, sha256, mime, nome,
    )  # fmt: skip


async def put_off_media(
    conn: Connection, mensagem_id: UUID, *, motivo: str, again_at: datetime | None
) -> None:
    """Try again at `again_at`; None gives up."""
    await conn.execute(
        "update whatsapp.midias set motivo = $2, proxima_em = $3,"
        " estado = case when $3::timestamptz is null then 'falhou' else 'pendente' end where mensagem_id = $1",
        mensagem_id, motivo, again_at,
    )  # fmt: skip


async def list_due_media(conn: Connection, *, now: datetime, limit: int = 200) -> list[Mapping[str, UUID]]:
    """(clinica_id, row_id) of files whose time has come."""
    return await conn.fetch(
        "select clinica_id, mensagem_id as row_id from whatsapp.midias where estado = 'pendente'"
        " and (proxima_em is null or proxima_em <= $1) order by criada_em limit $2",
        now, limit,
    )  # fmt: skip


async def list_instancias(conn: Connection) -> list[Watched]:
    return many(Watched, await conn.fetch("select * from whatsapp.instancias order by nome"))


async def find_instancia(conn: Connection, instancia_id: UUID) -> Watched | None:
    return one(Watched, await conn.fetchrow("select * from whatsapp.instancias where id = $1", instancia_id))


async def lock_instancia(conn: Connection, instancia_id: UUID) -> Watched | None:
    row = await conn.fetchrow(
        "select * from whatsapp.instancias where id = $1 for no key update", instancia_id
    )
    return one(Watched, row)


async def lacks_receipts(conn: Connection, instancia_id: UUID, *, since: datetime, until: datetime) -> bool:
    """Whether two or more messages that the provider took in this time have no receipt, and none that came after the first has one."""
    return bool(
        await conn.fetchval(
            """
            with presas as (
              select id from whatsapp.mensagens where status = 'aceita' and status_em between $2 and $3
                and instancia_id = $1 and direcao = 'saida' and canal = 'whatsapp' and autor in ('anna', 'pessoa'))
            select count(*) > 1 and not exists (
              select from whatsapp.mensagens m where m.id > (select id from presas order by id limit 1) and m.instancia_id = $1
                and m.direcao = 'saida' and m.status in ('enviada', 'entregue', 'lida'))
            from presas
            """,
            instancia_id, since, until,
        )
    )  # fmt: skip


async def set_estado(
    conn: Connection, instancia_id: UUID, *, estado: str, motivo: str | None, since: datetime, numero: str | None,
    is_open: bool, heals: bool,
) -> None:  # fmt: skip
    """Write down the state of the connection. One that opens is up again unless its sends say otherwise, and `heals` lets them go
    at once."""
    await conn.execute(
        "update whatsapp.instancias set estado = $2, estado_motivo = $3, estado_em = $4, numero = coalesce($5, numero),"
        " caiu_em = case when not $6 or recusa_desde is not null then caiu_em end,"
        " envio_apos = case when not $7 then envio_apos end where id = $1",
        instancia_id, estado, motivo, since, numero, is_open, heals,
    )  # fmt: skip


async def set_down(conn: Connection, instancia_id: UUID, *, now: datetime) -> None:
    """The clinic has been told that this number cannot send."""
    await conn.execute("update whatsapp.instancias set caiu_em = $2 where id = $1", instancia_id, now)


async def hold_sends(conn: Connection, instancia_id: UUID, *, since: datetime, until: datetime) -> None:
    """Nothing goes out through this number before `until`; `since` all its sends are refused."""
    await conn.execute(
        "update whatsapp.instancias set recusa_desde = $2, envio_apos = $3 where id = $1",
        instancia_id, since, until,
    )  # fmt: skip


async def release_sends(conn: Connection, instancia_id: UUID) -> None:
    """A send was taken: the number works."""
    await conn.execute(
        "update whatsapp.instancias set recusa_desde = null, envio_apos = null, caiu_em = null"
        " where id = $1 and recusa_desde is not null",
        instancia_id,
    )


async def set_reconciled(conn: Connection, instancia_id: UUID, until: datetime) -> None:
    await conn.execute(
        "update whatsapp.instancias set conciliada_ate = $2 where id = $1", instancia_id, until
    )
