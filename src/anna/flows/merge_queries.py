"""The SQL of letting runs follow a person of whom there were two: what points at the emptied rows points at the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many
from anna.flows.queries import Evento, Execucao


@dataclass(slots=True, kw_only=True)
class Followed:
    """What followed a merge, by the conversa it came from (text): ids of runs, questions and consultas; and the runs of the contato."""

    runs: dict[str, list[UUID]] = field(default_factory=dict)
    questions: dict[str, list[UUID]] = field(default_factory=dict)
    bookings: dict[str, list[UUID]] = field(default_factory=dict)
    people: list[UUID] = field(default_factory=list)
    requests: dict[str, Any] = field(default_factory=dict)  # as `merge_requests` notes them

    def to_json(self) -> dict[str, Any]:
        """As it is noted with the merge."""

        def texts(found: Mapping[str, Sequence[UUID]]) -> dict[str, list[str]]:
            return {name: [str(id) for id in ids] for name, ids in found.items()}

        return {
            "execucoes": texts(self.runs), "perguntas": texts(self.questions), "consultas": texts(self.bookings),
            "contato": [str(id) for id in self.people], "pedidos": self.requests,
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Followed:
        """The inverse; nothing where a merge noted nothing."""

        def ids(name: str) -> dict[str, list[UUID]]:
            return {old: [UUID(id) for id in found] for old, found in data.get(name, {}).items()}

        return cls(
            runs=ids("execucoes"), questions=ids("perguntas"), bookings=ids("consultas"),
            people=[UUID(id) for id in data.get("contato", ())], requests=data.get("pedidos", {}),
        )  # fmt: skip


async def lock_merges_of(conn: Connection, contato_id: UUID, nomes: Sequence[str]) -> list[Evento]:
    """The merges into this contato, and the partings from or of it, that no run knows of yet, oldest first."""
    rows = await conn.fetch(
        "select id, clinica_id, nome, refs, dados, causa, ocorrido_em, tentativas from automacao.eventos"
        " where tratado_em is null and nome = any($2) and $1::text in (dados->>'em', dados->>'de', refs->>'contato')"
        " order by ocorrido_em, id for update",
        str(contato_id), list(nomes),
    )  # fmt: skip
    return many(Evento, rows)


async def lock_merge(conn: Connection, atividade_id: UUID) -> bool:
    """Whether the merge still holds, and goes on to until the transaction ends."""
    found = await conn.fetchval("select id from crm.atividades where id = $1 for update", atividade_id)
    return found is not None


async def note_followed(conn: Connection, atividade_id: UUID, followed: Followed) -> None:
    """Note with the merge what followed it."""
    await conn.execute(
        "update crm.atividades set texto = (texto::jsonb || jsonb_build_object('seguiram', $2::jsonb))::text where id = $1",
        atividade_id, followed.to_json(),
    )  # fmt: skip


async def list_live_roots(conn: Connection, conversas: Sequence[UUID]) -> list[Execucao]:
    """The live runs of these conversas that nobody called, oldest first."""
    rows = await conn.fetch(
        "select e.* from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = any($1::uuid[]) and e.estado = 'viva' and e.pai_id is null"
        " order by e.criada_em, e.id",
        list(conversas),
    )
    return many(Execucao, rows)


async def repoint(
    conn: Connection, tipo: str, old: UUID, new: UUID, *, only: Sequence[UUID] | None = None
) -> list[UUID]:
    """Let every run (or these `only`) that holds `old` hold `new`, in its refs and, while it lives, in its key; returns which."""
    await conn.execute(
        "update automacao.execucoes e set chave = replace(e.chave, $2::text, $3::text),"
        " dados = jsonb_set(e.dados, '{key}', to_jsonb(replace(e.chave, $2::text, $3::text)))"
        " from automacao.refs r where r.execucao_id = e.id and r.tipo = $1 and r.alvo = $2::text::uuid"
        " and e.estado = 'viva' and e.chave like '%' || $2::text || '%' and ($4::uuid[] is null or e.id = any($4))",
        tipo, str(old), str(new), only,
    )  # fmt: skip
    rows = await conn.fetch(
        "update automacao.refs set alvo = $3 where tipo = $1 and alvo = $2"
        " and ($4::uuid[] is null or execucao_id = any($4)) returning execucao_id as id",
        tipo, old, new, only,
    )  # fmt: skip
    return [row["id"] for row in rows]


async def move_perguntas(
    conn: Connection, old: UUID, new: UUID, *, only: Sequence[UUID] | None = None
) -> list[UUID]:
    """Let the questions (or these `only`) that were put in one conversa be open in another; returns which."""
    rows = await conn.fetch(
        "update automacao.perguntas set conversa_id = $2 where conversa_id = $1"
        " and ($3::uuid[] is null or id = any($3)) returning id",
        old, new, only,
    )  # fmt: skip
    return [row["id"] for row in rows]


async def move_consultas(
    conn: Connection, old: UUID, new: UUID, *, only: Sequence[UUID] | None = None
) -> list[UUID]:
    """Let what was booked in one conversa (or these `only`) belong to another; returns which."""
    rows = await conn.fetch(
        "update agendamento.consultas set conversa_id = $2 where conversa_id = $1"
        " and ($3::uuid[] is null or id = any($3)) returning id",
        old, new, only,
    )  # fmt: skip
    return [row["id"] for row in rows]


async def list_runs_in(conn: Connection, conversas: Sequence[UUID]) -> list[UUID]:
    """Every run that holds one of these conversas."""
    rows = await conn.fetch(
        "select execucao_id as id from automacao.refs where tipo = 'conversa' and alvo = any($1::uuid[])",
        list(conversas),
    )
    return [row["id"] for row in rows]


async def list_behind_strangers(conn: Connection) -> list[UUID]:
    """The live runs that wait behind a run of another conversa, parents first."""
    rows = await conn.fetch(
        "select e.id from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id and r.tipo = 'conversa'"
        " join automacao.refs b on b.execucao_id = e.suspensa_por and b.tipo = 'conversa'"
        " where e.estado = 'viva' and b.alvo <> r.alvo order by e.criada_em, e.id"
    )
    return [row["id"] for row in rows]


async def mark_handled(conn: Connection, evento_id: UUID, *, now: datetime) -> None:
    await conn.execute("update automacao.eventos set tratado_em = $2 where id = $1", evento_id, now)
