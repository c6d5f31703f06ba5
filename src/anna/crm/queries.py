"""All SQL of the schema `crm`, and of the link between a contato and the pacientes it writes for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from anna.crm.models import Atividade, Lead, Paciente, PacienteDoContato, Qualificacao, Relacao, StatusLead
from anna.db.connect import Connection
from anna.db.rows import many, one, value
from anna.errors import NotFound


async def find_open_lead(conn: Connection, contato_id: UUID) -> Lead | None:
    row = await conn.fetchrow(
        "select * from crm.leads where contato_id = $1 and status in ('novo', 'qualificado')", contato_id
    )
    return one(Lead, row)


async def insert_open_lead(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, origem: str | None, now: datetime
) -> Lead | None:
    """Open a lead; None when the contato already has an open one."""
    row = await conn.fetchrow(
        "insert into crm.leads (clinica_id, contato_id, status, origem, criado_em, status_em)"
        " values ($1, $2, 'novo', $3, $4, $4)"
        " on conflict (contato_id) where status in ('novo', 'qualificado') do nothing returning *",
        clinica_id, contato_id, origem, now,
    )  # fmt: skip
    return one(Lead, row)


async def update_lead_status(
    conn: Connection, lead_id: UUID, status: StatusLead, *, of: Sequence[StatusLead], now: datetime
) -> Lead | None:
    """Move a lead that is in one of the statuses `of`; None when it is in another."""
    row = await conn.fetchrow(
        "update crm.leads set status = $2, status_em = $3 where id = $1 and status = any ($4) returning *",
        lead_id, status, now, list(of),
    )  # fmt: skip
    return one(Lead, row)


async def insert_qualificacao(
    conn: Connection,
    *,
    clinica_id: UUID,
    lead_id: UUID,
    procedimentos: Sequence[str],
    quando: dict[str, Any] | None,
    telefone: str | None,
    score: int,
    motivos: list[dict[str, Any]],
    now: datetime,
) -> Qualificacao:
    row = await conn.fetchrow(
        "insert into crm.qualificacoes (clinica_id, lead_id, procedimentos, quando, telefone, score, motivos, avaliado_em)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8) returning *",
        clinica_id, lead_id, list(procedimentos), quando, telefone, score, motivos, now,
    )  # fmt: skip
    assert row is not None
    return value(Qualificacao, row)


async def find_last_qualificacao(conn: Connection, lead_id: UUID) -> Qualificacao | None:
    row = await conn.fetchrow(
        "select * from crm.qualificacoes where lead_id = $1 order by avaliado_em desc, id desc limit 1",
        lead_id,
    )
    return one(Qualificacao, row)


async def find_paciente(conn: Connection, paciente_id: UUID) -> Paciente | None:
    return one(Paciente, await conn.fetchrow("select * from crm.pacientes where id = $1", paciente_id))


async def insert_paciente(
    conn: Connection,
    *,
    clinica_id: UUID,
    nome: str,
    nome_busca: str,
    telefone: str | None,
    email: str | None = None,
    nascimento: date | None = None,
    now: datetime,
) -> Paciente:
    row = await conn.fetchrow(
        "insert into crm.pacientes (clinica_id, nome, nome_busca, telefone, email, nascimento, criado_em)"
        " values ($1, $2, $3, $4, $5, $6, $7) returning *",
        clinica_id, nome, nome_busca, telefone, email, nascimento, now,
    )  # fmt: skip
    assert row is not None
    return value(Paciente, row)


async def update_paciente_nome(conn: Connection, paciente_id: UUID, *, nome: str, nome_busca: str) -> None:
    await conn.execute(
        "update crm.pacientes set nome = $2, nome_busca = $3 where id = $1", paciente_id, nome, nome_busca
    )


async def list_pacientes_by_telefone(conn: Connection, clinica_id: UUID, telefone: str) -> list[Paciente]:
    """The patients with this E.164 number, oldest first: a family may share it."""
    rows = await conn.fetch(
        "select * from crm.pacientes where clinica_id = $1 and telefone = $2 order by criado_em, id",
        clinica_id, telefone,
    )  # fmt: skip
    return many(Paciente, rows)


async def search_pacientes(
    conn: Connection, clinica_id: UUID, words: Sequence[str], *, limit: int
) -> list[Paciente]:
    """The patients whose folded name has every one of `words` in it."""
    rows = await conn.fetch(
        "select * from crm.pacientes p where clinica_id = $1"
        " and not exists (select from unnest($2::text[]) w where position(w in p.nome_busca) = 0)"
        " order by nome_busca, id limit $3",
        clinica_id, list(words), limit,
    )  # fmt: skip
    return many(Paciente, rows)


async def lock_contato(conn: Connection, contato_id: UUID) -> UUID:
    """Hold the contato's row until the transaction ends; returns its clinica. Raises NotFound."""
    clinica_id: UUID | None = await conn.fetchval(
        "select clinica_id from whatsapp.contatos where id = $1 for no key update", contato_id
    )
    if clinica_id is None:
        raise NotFound(f"no contato {contato_id}")
    return clinica_id


async def list_pacientes_by_contato(conn: Connection, contato_id: UUID) -> list[PacienteDoContato]:
    """Whom this contato writes for: itself first, then in the order in which they became patients."""
    rows = await conn.fetch(
        "select p.*, cp.relacao from whatsapp.contato_pacientes cp"
        " join crm.pacientes p on p.clinica_id = cp.clinica_id and p.id = cp.paciente_id"
        " where cp.contato_id = $1 order by cp.relacao <> 'proprio', p.criado_em, p.id",
        contato_id,
    )  # fmt: skip
    return [PacienteDoContato(paciente=value(Paciente, row), relacao=Relacao(row["relacao"])) for row in rows]


async def link_paciente(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, paciente_id: UUID, relacao: Relacao
) -> None:
    """Let the contato write for the patient; a link that is there already keeps its relacao."""
    await conn.execute(
        "insert into whatsapp.contato_pacientes (clinica_id, contato_id, paciente_id, relacao)"
        " values ($1, $2, $3, $4) on conflict do nothing",
        clinica_id, contato_id, paciente_id, relacao,
    )  # fmt: skip


async def insert_atividade(
    conn: Connection,
    *,
    clinica_id: UUID,
    contato_id: UUID | None,
    paciente_id: UUID | None,
    tipo: str,
    texto: str,
    now: datetime,
) -> Atividade:
    row = await conn.fetchrow(
        "insert into crm.atividades (clinica_id, contato_id, paciente_id, tipo, texto, ocorrida_em)"
        " values ($1, $2, $3, $4, $5, $6) returning *",
        clinica_id, contato_id, paciente_id, tipo, texto, now,
    )  # fmt: skip
    assert row is not None
    return value(Atividade, row)


async def list_atividades(conn: Connection, contato_id: UUID, *, limit: int = 50) -> list[Atividade]:
    """What happened with this person, newest first."""
    rows = await conn.fetch(
        "select * from crm.atividades where contato_id = $1 order by ocorrida_em desc, id desc limit $2",
        contato_id, limit,
    )  # fmt: skip
    return many(Atividade, rows)
