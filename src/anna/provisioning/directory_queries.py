"""What the composition root reads: the clients, and the instancias whose channels it builds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A client (`models.Cliente`) as a process serves it: how its role reaches the database."""

    slug: str
    nome: str
    dsn: bytes
    relogio_avanco: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Instancia:
    """What a channel is built from."""

    id: UUID
    clinica_id: UUID
    nome: str
    provedor: str
    url: str
    numero: str | None
    segredos: bytes


async def list_served(conn: Connection, papel: str) -> list[Served]:
    """Active clients with the DSN of `papel`, sealed."""
    rows = await conn.fetch(
        "select c.slug, c.nome, d.dsn, c.relogio_avanco from tenants.clientes c"
        " join tenants.database_credentials d on d.cliente_id = c.id and d.papel = $1"
        " where c.situacao = 'ativo' order by c.slug",
        papel,
    )
    return many(Served, rows)


async def find_instancia(conn: Connection, instancia_id: UUID) -> Instancia | None:
    row = await conn.fetchrow(
        "select id, clinica_id, nome, provedor, url, numero, segredos from whatsapp.instancias where id = $1",
        instancia_id,
    )
    return one(Instancia, row)
