"""The SQL of `clinica.vetores`: where the clinic's texts lie in meaning, by what they say. The table is there where pgvector is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anna.clinica.models import Conhecimento
from anna.db.connect import Connection
from anna.db.rows import many

_TEXT = "k.pergunta || E'\\n' || k.resposta"
_HASH = f"sha256(convert_to({_TEXT}, 'UTF8'))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmeasured:
    """A text of a clinic that nobody has measured with this model yet; `hash` is the sha256 of it."""

    clinica_id: UUID
    texto: str
    hash: bytes


async def has_vectors(conn: Connection) -> bool:
    """Whether this database can hold vectors at all."""
    there: bool = await conn.fetchval("select to_regclass('clinica.vetores') is not null")
    return there


async def list_unmeasured(conn: Connection, clinica_id: UUID, modelo: str, *, limit: int) -> list[Unmeasured]:
    """Each text once, however many pieces of knowledge say the same."""
    rows = await conn.fetch(
        f"select distinct k.clinica_id, {_TEXT} as texto, {_HASH} as hash from clinica.conhecimento k"  # noqa: S608 - constants
        f" where k.clinica_id = $1 and not exists (select from clinica.vetores v where v.clinica_id = k.clinica_id"
        f"   and v.modelo = $2 and v.hash = {_HASH}) order by hash limit $3",
        clinica_id, modelo, limit,
    )  # fmt: skip
    return many(Unmeasured, rows)


async def list_clinicas_unmeasured(conn: Connection, modelo: str) -> list[UUID]:
    """The clinicas that have something to measure."""
    rows = await conn.fetch(
        "select distinct k.clinica_id from clinica.conhecimento k where not exists ("  # noqa: S608 - constants
        f" select from clinica.vetores v where v.clinica_id = k.clinica_id and v.modelo = $1 and v.hash = {_HASH})",
        modelo,
    )
    return [row["clinica_id"] for row in rows]


async def insert_vetor(
    conn: Connection, *, clinica_id: UUID, modelo: str, hash: bytes, vetor: Sequence[float], now: datetime
) -> None:
    await conn.execute(
        "insert into clinica.vetores (clinica_id, modelo, hash, vetor, medido_em) values ($1, $2, $3, $4::text::vector, $5)"
        " on conflict do nothing",
        clinica_id, modelo, hash, _literal(vetor), now,
    )  # fmt: skip


async def delete_stale(conn: Connection, clinica_id: UUID, modelo: str) -> None:
    """Forget what was measured with another model, or of a text that nobody says any more."""
    await conn.execute(
        "delete from clinica.vetores v where v.clinica_id = $1 and (v.modelo <> $2 or not exists ("  # noqa: S608 - constants
        f" select from clinica.conhecimento k where k.clinica_id = v.clinica_id and {_HASH} = v.hash))",
        clinica_id, modelo,
    )  # fmt: skip


async def list_nearest(
    conn: Connection, clinica_id: UUID, modelo: str, vetor: Sequence[float], *, least: float, limit: int
) -> list[Conhecimento]:
    """The knowledge nearest to `vetor`, nearest first; `least` is the smallest cosine that counts as near."""
    rows = await conn.fetch(
        "select k.id, k.clinica_id, k.assunto, k.servico_id, k.pergunta, k.resposta from clinica.conhecimento k"  # noqa: S608 - constants
        f" join clinica.vetores v on v.clinica_id = k.clinica_id and v.modelo = $2 and v.hash = {_HASH}"
        " where k.clinica_id = $1 and 1 - (v.vetor <=> $3::text::vector) >= $4 order by v.vetor <=> $3::text::vector, k.id limit $5",
        clinica_id, modelo, _literal(vetor), least, limit,
    )  # fmt: skip
    return many(Conhecimento, rows)


def _literal(vetor: Sequence[float]) -> str:
    return "[" + ",".join(map(repr, vetor)) + "]"
