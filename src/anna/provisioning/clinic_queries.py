"""SQL that a client's file is written with: services, professionals and staff as they are, and as the file wants them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from anna.db.connect import Connection

_LOCK = 0x616E6E61
"""The key of migrations too: two loads of one client take turns, and a load and a migration."""


async def lock_loading(conn: Connection) -> None:
    """Wait until no other transaction loads a file into this client."""
    await conn.execute("select pg_advisory_xact_lock($1)", _LOCK)


async def make_id(conn: Connection) -> UUID:
    """A fresh id, as the tables would give it."""
    id: UUID = await conn.fetchval("select uuidv7()")
    return id


async def list_servicos(conn: Connection, clinica_id: UUID) -> list[Mapping[str, Any]]:
    """All services, those that are not on offer too."""
    return await conn.fetch(
        "select * from agendamento.servicos where clinica_id = $1 order by slug", clinica_id
    )


async def upsert_servico(
    conn: Connection,
    *,
    servico_id: UUID,
    clinica_id: UUID,
    slug: str,
    nome: str,
    duracao_min: int,
    intervalo_min: int,
    preco: Decimal,
    sinal: Decimal,
    apelidos: Sequence[str],
    situacao: str,
) -> None:
    await conn.execute(
        "insert into agendamento.servicos (id, clinica_id, slug, nome, duracao_min, intervalo_min, preco, sinal, apelidos, situacao)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do update set nome = excluded.nome,"
        " duracao_min = excluded.duracao_min, intervalo_min = excluded.intervalo_min, preco = excluded.preco,"
        " sinal = excluded.sinal, apelidos = excluded.apelidos, situacao = excluded.situacao",
        servico_id, clinica_id, slug, nome, duracao_min, intervalo_min, preco, sinal, list(apelidos), situacao,
    )  # fmt: skip


async def list_profissionais(conn: Connection, clinica_id: UUID) -> list[Mapping[str, Any]]:
    """All professionals, those who see nobody any more too; who is at work comes last."""
    return await conn.fetch(
        "select id, nome, situacao from agendamento.profissionais where clinica_id = $1"
        " order by situacao = 'ativo', numero",
        clinica_id,
    )


async def upsert_profissional(
    conn: Connection, *, profissional_id: UUID, clinica_id: UUID, nome: str, situacao: str
) -> None:
    await conn.execute(
        "insert into agendamento.profissionais (id, clinica_id, nome, situacao) values ($1, $2, $3, $4)"
        " on conflict (id) do update set nome = excluded.nome, situacao = excluded.situacao",
        profissional_id, clinica_id, nome, situacao,
    )  # fmt: skip


async def list_done_by(conn: Connection, profissional_id: UUID) -> list[str]:
    """The slugs of what a professional does."""
    rows = await conn.fetch(
        "select s.slug from agendamento.profissional_servicos ps join agendamento.servicos s on s.id = ps.servico_id"
        " where ps.profissional_id = $1 order by s.slug",
        profissional_id,
    )
    return [row["slug"] for row in rows]


async def insert_done_by(
    conn: Connection, *, clinica_id: UUID, profissional_id: UUID, servico_id: UUID
) -> None:
    await conn.execute(
        "insert into agendamento.profissional_servicos (clinica_id, profissional_id, servico_id) values ($1, $2, $3)",
        clinica_id, profissional_id, servico_id,
    )  # fmt: skip


async def delete_done_by(conn: Connection, *, profissional_id: UUID, slug: str) -> None:
    await conn.execute(
        "delete from agendamento.profissional_servicos ps using agendamento.servicos s"
        " where ps.servico_id = s.id and ps.profissional_id = $1 and s.slug = $2",
        profissional_id, slug,
    )  # fmt: skip


async def list_working_hours(conn: Connection, profissional_id: UUID) -> list[Mapping[str, Any]]:
    return await conn.fetch(
        "select dia, inicio, fim from agendamento.horarios where profissional_id = $1 order by dia, inicio",
        profissional_id,
    )


async def upsert_working_hours(
    conn: Connection, *, clinica_id: UUID, profissional_id: UUID, dia: int, inicio: time, fim: time
) -> None:
    await conn.execute(
        "insert into agendamento.horarios (clinica_id, profissional_id, dia, inicio, fim) values ($1, $2, $3, $4, $5)"
        " on conflict (profissional_id, dia, inicio) do update set fim = excluded.fim",
        clinica_id, profissional_id, dia, inicio, fim,
    )  # fmt: skip


async def delete_working_hours(conn: Connection, *, profissional_id: UUID, dia: int, inicio: time) -> None:
    await conn.execute(
        "delete from agendamento.horarios where profissional_id = $1 and dia = $2 and inicio = $3",
        profissional_id, dia, inicio,
    )  # fmt: skip


async def list_usuarios(conn: Connection) -> list[Mapping[str, Any]]:
    return await conn.fetch("select id, email, nome, papel from auth.usuarios order by email")


async def upsert_usuario(
    conn: Connection, *, usuario_id: UUID, nome: str, email: str, papel: str, now: datetime
) -> None:
    await conn.execute(
        "insert into auth.usuarios (id, nome, email, papel, criado_em) values ($1, $2, $3, $4, $5)"
        " on conflict (id) do update set nome = excluded.nome, papel = excluded.papel",
        usuario_id, nome, email, papel, now,
    )  # fmt: skip


async def list_staff(conn: Connection, clinica_id: UUID) -> list[str]:
    """The addresses of those who work at the clinica."""
    rows = await conn.fetch(
        "select u.email from auth.usuarios_clinicas uc join auth.usuarios u on u.id = uc.usuario_id"
        " where uc.clinica_id = $1 order by u.email",
        clinica_id,
    )
    return [row["email"] for row in rows]


async def insert_staff(conn: Connection, *, usuario_id: UUID, clinica_id: UUID) -> None:
    await conn.execute(
        "insert into auth.usuarios_clinicas (usuario_id, clinica_id) values ($1, $2)", usuario_id, clinica_id
    )


async def delete_staff(conn: Connection, *, usuario_id: UUID, clinica_id: UUID) -> None:
    await conn.execute(
        "delete from auth.usuarios_clinicas where usuario_id = $1 and clinica_id = $2", usuario_id, clinica_id
    )
