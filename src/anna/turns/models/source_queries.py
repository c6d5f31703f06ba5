"""The SQL of what a question may be answered from, beyond what the clinica itself knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many


@dataclass(frozen=True, slots=True, kw_only=True)
class Sold:
    """A procedure as it is spoken of, with who does it."""

    id: UUID
    slug: str
    nome: str
    preco: Decimal
    sinal: Decimal
    duracao_min: int
    profissionais: list[UUID]
    profissionais_nomes: list[str]


async def list_sold(conn: Connection, clinica_id: UUID, slugs: Sequence[str]) -> list[Sold]:
    """What this clinica sells among `slugs`, in their order."""
    rows = await conn.fetch(
        "select s.id, s.slug, s.nome, s.preco, s.sinal, s.duracao_min,"
        " coalesce(array_agg(p.id order by p.nome, p.id) filter (where p.id is not null), '{}') as profissionais,"
        " coalesce(array_agg(p.nome order by p.nome, p.id) filter (where p.id is not null), '{}') as profissionais_nomes"
        " from agendamento.servicos s"
        " left join agendamento.profissional_servicos x on x.servico_id = s.id"
        " left join agendamento.profissionais p on p.id = x.profissional_id and p.situacao = 'ativo'"
        " where s.clinica_id = $1 and s.slug = any($2) and s.situacao = 'ativo' group by s.id order by array_position($2, s.slug)",
        clinica_id, list(slugs),
    )  # fmt: skip
    return many(Sold, rows)
