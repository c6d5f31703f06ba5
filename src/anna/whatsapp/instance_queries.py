"""The SQL of setting up the clinic's numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenInstancia:
    """An instancia with its clinica; `segredos` is sealed."""

    id: UUID
    clinica_id: UUID
    clinica: str
    clinica_slug: str
    fuso: str
    nome: str
    provedor: str
    url: str
    numero: str | None
    segredos: bytes
    estado: str
    estado_em: datetime | None
    estado_motivo: str | None
    recebida_em: datetime | None
    conversas: int


_SEEN = """
  select i.id, i.clinica_id, k.nome as clinica, k.slug as clinica_slug, k.fuso, i.nome, i.provedor, i.url, i.numero, i.segredos,
    i.estado, i.estado_em, i.estado_motivo, i.recebida_em,
    (select count(*)::int from whatsapp.conversas v where v.instancia_id = i.id) as conversas
  from whatsapp.instancias i join clinica.clinicas k on k.id = i.clinica_id
"""


async def list_seen(conn: Connection) -> list[SeenInstancia]:
    return many(SeenInstancia, await conn.fetch(f"{_SEEN} order by k.slug, i.nome"))


async def find_seen(conn: Connection, nome: str) -> SeenInstancia | None:
    return one(SeenInstancia, await conn.fetchrow(f"{_SEEN} where i.nome = $1", nome))


async def list_clinicas(conn: Connection) -> dict[str, UUID]:
    """The clinicas of the client, by slug."""
    rows = await conn.fetch("select slug, id from clinica.clinicas order by slug")
    return {row["slug"]: row["id"] for row in rows}


async def insert_instancia(
    conn: Connection, *, clinica_id: UUID, nome: str, provedor: str, url: str, numero: str | None, segredos: bytes,
    now: datetime,
) -> UUID | None:  # fmt: skip
    """None when the name is taken: a webhook's path names an instancia by it."""
    id: UUID | None = await conn.fetchval(
        "insert into whatsapp.instancias (clinica_id, nome, provedor, url, numero, segredos, criada_em)"
        " values ($1, $2, $3, $4, $5, $6, $7) on conflict (nome) do nothing returning id",
        clinica_id, nome, provedor, url, numero, segredos, now,
    )  # fmt: skip
    return id


async def update_instancia(
    conn: Connection, instancia_id: UUID, *, url: str, numero: str | None, segredos: bytes
) -> None:
    """Its address and secrets are others; whether it can send is to be seen anew."""
    await conn.execute(
        "update whatsapp.instancias set url = $2, numero = coalesce($3, numero), segredos = $4, estado = 'desconhecido',"
        " estado_motivo = null where id = $1",
        instancia_id, url, numero, segredos,
    )  # fmt: skip


async def delete_unused(conn: Connection, instancia_id: UUID) -> bool:
    """Take out an instancia through which nobody ever wrote; False when somebody did."""
    await conn.fetchval("select id from whatsapp.instancias where id = $1 for update", instancia_id)
    if await conn.fetchval(
        "select true from whatsapp.conversas where instancia_id = $1 limit 1", instancia_id
    ):
        return False
    await conn.execute("delete from whatsapp.eventos_brutos where instancia_id = $1", instancia_id)
    await conn.execute("delete from whatsapp.status_orfaos where instancia_id = $1", instancia_id)
    await conn.execute("delete from whatsapp.instancias where id = $1", instancia_id)
    return True


async def switch_off(
    conn: Connection, instancia_id: UUID, *, segredos: bytes, motivo: str, now: datetime
) -> None:
    await conn.execute(
        "update whatsapp.instancias set segredos = $2, estado = 'fechado', estado_motivo = $3, estado_em = $4 where id = $1",
        instancia_id, segredos, motivo, now,
    )  # fmt: skip
