"""The SQL of looking at runs from outside: lists for operators, one run by a part of its id."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenRun:
    """A run with whose it is; `dados` is the engine's `Run`, `fuso` the clinic's zone."""

    id: UUID
    clinica_id: UUID
    fuso: str
    fluxo: str
    versao: int
    estado: str
    passo: str
    dados: dict[str, Any]
    pai_id: UUID | None
    desde: datetime
    acorda_em: datetime | None
    criada_em: datetime
    encerrada_em: datetime | None
    desfecho: str | None
    motivo: str | None
    conversa_id: UUID | None
    nome: str | None


_SEEN = """
  select e.id, e.clinica_id, k.fuso, e.fluxo, e.versao, e.estado, e.passo, e.dados, e.pai_id, e.desde, e.acorda_em, e.criada_em,
    e.encerrada_em, e.desfecho, e.motivo, v.id as conversa_id, coalesce(t.nome, p.nome) as nome
  from automacao.execucoes e
  join clinica.clinicas k on k.id = e.clinica_id
  left join automacao.refs r on r.execucao_id = e.id and r.tipo = 'conversa'
  left join whatsapp.conversas v on v.id = r.alvo
  left join whatsapp.contatos t on t.id = v.contato_id
  left join automacao.refs q on q.execucao_id = e.id and q.tipo = 'paciente'
  left join crm.pacientes p on p.id = q.alvo
"""


async def list_runs(
    conn: Connection, *, fluxo: str | None, estado: str | None, conversas: list[UUID] | None, limit: int
) -> list[SeenRun]:
    """Runs, newest first; a None filters nothing."""
    rows = await conn.fetch(
        _SEEN + " where ($1::text is null or e.fluxo = $1) and ($2::text is null or e.estado = $2)"
        " and ($3::uuid[] is null or v.id = any($3)) order by e.criada_em desc, e.id desc limit $4",
        fluxo, estado, conversas, limit,
    )  # fmt: skip
    return many(SeenRun, rows)


async def find_runs(conn: Connection, needle: str) -> list[SeenRun]:
    """The runs whose id begins or ends with `needle` (hexadecimal digits, no dashes)."""
    rows = await conn.fetch(
        _SEEN + " where replace(e.id::text, '-', '') like any (array[$1 || '%', '%' || $1]) limit 6", needle
    )
    return many(SeenRun, rows)


async def find_others_time(conn: Connection, raiz_id: UUID) -> dict[str, Any] | None:
    """The wish for the other one of two that was told while the first one's time was chosen, in this talk; None where none was."""
    found: dict[str, Any] | None = await conn.fetchval(
        "select dados->'data'->'da_outra' from automacao.execucoes where raiz_id = $1 and dados->'data' ? 'da_outra'"
        " order by criada_em desc, id desc limit 1",
        raiz_id,
    )
    return found


async def find_others_name(conn: Connection, raiz_id: UUID) -> str | None:
    """The name of the other one of two, as it was told anywhere in this talk; None where it was not."""
    found: str | None = await conn.fetchval(
        "select dados->'slots'->>'nome_da_outra' from automacao.execucoes where raiz_id = $1 and dados->'slots' ? 'nome_da_outra'"
        " order by criada_em desc, id desc limit 1",
        raiz_id,
    )
    return found


async def find_left(conn: Connection, raiz_id: UUID) -> list[dict[str, Any]]:
    """What the first of two was still to have, as it was kept in this talk until the other one is seen to."""
    found: list[dict[str, Any]] | None = await conn.fetchval(
        "select dados->'data'->'ainda' from automacao.execucoes where raiz_id = $1 and dados->'data' ? 'ainda'"
        " order by criada_em desc, id desc limit 1",
        raiz_id,
    )
    return found or []


async def find_hours_wished(conn: Connection, consulta_id: UUID, *, besides: UUID) -> dict[str, Any] | None:
    """The wish that was last told for that consulta, by another run than that, where it had hours."""
    found: dict[str, Any] | None = await conn.fetchval(
        "select e.dados->'slots'->'quando' from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'consulta' and r.alvo = $1 and e.id <> $2 and e.dados->'slots'->'quando'->>'time_kind' is not null"
        " order by e.criada_em desc, e.id desc limit 1",
        consulta_id, besides,
    )  # fmt: skip
    return found


async def follow_paciente(conn: Connection, consulta_id: UUID, paciente_id: UUID) -> None:
    """Live runs about the consulta are about whom it is for now: what is paid for it is told with that patient."""
    await conn.execute(
        "update automacao.refs p set alvo = $2 from automacao.refs c"
        " where c.tipo = 'consulta' and c.alvo = $1 and c.viva and p.execucao_id = c.execucao_id and p.tipo = 'paciente'",
        consulta_id, paciente_id,
    )  # fmt: skip
