"""All SQL of the schema `clinica`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from anna.clinica.models import Assunto, Clinica, Conhecimento, Feriado, Horario, TipoFeriado
from anna.db.connect import Connection
from anna.db.rows import many, one
from anna.errors import NotFound


async def find_clinica(conn: Connection, clinica_id: UUID) -> Clinica | None:
    return one(Clinica, await conn.fetchrow("select * from clinica.clinicas where id = $1", clinica_id))


async def get_clinica(conn: Connection, clinica_id: UUID) -> Clinica:
    """Raises NotFound."""
    clinica = await find_clinica(conn, clinica_id)
    if clinica is None:
        raise NotFound(f"no clinica {clinica_id}")
    return clinica


async def find_clinica_by_slug(conn: Connection, slug: str) -> Clinica | None:
    return one(Clinica, await conn.fetchrow("select * from clinica.clinicas where slug = $1", slug))


async def list_clinicas(conn: Connection) -> list[Clinica]:
    return many(Clinica, await conn.fetch("select * from clinica.clinicas order by nome, id"))


async def upsert_clinica(
    conn: Connection,
    *,
    clinica_id: UUID,
    slug: str,
    nome: str,
    fuso: str,
    telefone: str | None,
    endereco: str,
    referencia: str | None,
    now: datetime,
) -> None:
    """Add the clinica, or change what is said of it; its slug and birth stay."""
    await conn.execute(
        "insert into clinica.clinicas (id, slug, nome, fuso, telefone, endereco, referencia, criada_em)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do update set nome = excluded.nome, fuso = excluded.fuso,"
        " telefone = excluded.telefone, endereco = excluded.endereco, referencia = excluded.referencia",
        clinica_id, slug, nome, fuso, telefone, endereco, referencia, now,
    )  # fmt: skip


async def list_horarios(conn: Connection, clinica_id: UUID) -> list[Horario]:
    rows = await conn.fetch(
        "select * from clinica.horarios where clinica_id = $1 order by dia, abre", clinica_id
    )
    return many(Horario, rows)


async def upsert_horario(conn: Connection, *, clinica_id: UUID, dia: int, abre: time, fecha: time) -> None:
    """Add an opening interval, or change when the one that begins at `abre` ends."""
    await conn.execute(
        "insert into clinica.horarios (clinica_id, dia, abre, fecha) values ($1, $2, $3, $4)"
        " on conflict (clinica_id, dia, abre) do update set fecha = excluded.fecha",
        clinica_id, dia, abre, fecha,
    )  # fmt: skip


async def delete_horario(conn: Connection, *, clinica_id: UUID, dia: int, abre: time) -> None:
    await conn.execute(
        "delete from clinica.horarios where clinica_id = $1 and dia = $2 and abre = $3",
        clinica_id, dia, abre,
    )  # fmt: skip


async def list_feriados(conn: Connection, clinica_id: UUID) -> list[Feriado]:
    rows = await conn.fetch("select * from clinica.feriados where clinica_id = $1 order by data", clinica_id)
    return many(Feriado, rows)


async def upsert_feriado(
    conn: Connection, *, clinica_id: UUID, data: date, nome: str, tipo: TipoFeriado
) -> None:
    """Add a day unlike the national calendar, or change what it is."""
    await conn.execute(
        "insert into clinica.feriados (clinica_id, data, nome, tipo) values ($1, $2, $3, $4)"
        " on conflict (clinica_id, data) do update set nome = excluded.nome, tipo = excluded.tipo",
        clinica_id, data, nome, tipo,
    )  # fmt: skip


async def delete_feriado(conn: Connection, *, clinica_id: UUID, data: date) -> None:
    await conn.execute("delete from clinica.feriados where clinica_id = $1 and data = $2", clinica_id, data)


async def list_configuracoes(conn: Connection, clinica_id: UUID) -> Mapping[str, Any]:
    """What this clinica changed of the defaults, by name."""
    rows = await conn.fetch(
        "select chave, valor from clinica.configuracoes where clinica_id = $1 order by chave", clinica_id
    )
    return {row["chave"]: row["valor"] for row in rows}


async def upsert_configuracao(conn: Connection, *, clinica_id: UUID, chave: str, valor: Any) -> None:
    await conn.execute(
        "insert into clinica.configuracoes (clinica_id, chave, valor) values ($1, $2, $3)"
        " on conflict (clinica_id, chave) do update set valor = excluded.valor",
        clinica_id, chave, valor,
    )  # fmt: skip


async def delete_configuracao(conn: Connection, *, clinica_id: UUID, chave: str) -> None:
    """Let the default count again."""
    await conn.execute(
        "delete from clinica.configuracoes where clinica_id = $1 and chave = $2", clinica_id, chave
    )


async def list_conhecimento(conn: Connection, clinica_id: UUID) -> list[Conhecimento]:
    rows = await conn.fetch(
        "select id, clinica_id, assunto, servico_id, pergunta, resposta from clinica.conhecimento"
        " where clinica_id = $1 order by pergunta, id",
        clinica_id,
    )
    return many(Conhecimento, rows)


async def upsert_conhecimento(
    conn: Connection,
    *,
    conhecimento_id: UUID,
    clinica_id: UUID,
    assunto: Assunto,
    servico_id: UUID | None,
    pergunta: str,
    resposta: str,
    busca: str,
) -> None:
    """Add a piece of knowledge, or change it. `busca` is folded text."""
    await conn.execute(
        "insert into clinica.conhecimento (id, clinica_id, assunto, servico_id, pergunta, resposta, busca)"
        " values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do update set assunto = excluded.assunto,"
        " servico_id = excluded.servico_id, pergunta = excluded.pergunta, resposta = excluded.resposta, busca = excluded.busca",
        conhecimento_id, clinica_id, assunto, servico_id, pergunta, resposta, busca,
    )  # fmt: skip


async def delete_conhecimento(conn: Connection, *, clinica_id: UUID, conhecimento_id: UUID) -> None:
    await conn.execute(
        "delete from clinica.conhecimento where clinica_id = $1 and id = $2", clinica_id, conhecimento_id
    )


async def search_conhecimento(
    conn: Connection,
    clinica_id: UUID,
    *,
    assunto: Assunto | None,
    servicos: Sequence[UUID],
    words: Sequence[str],
    limit: int,
) -> list[Conhecimento]:
    """Knowledge of `assunto` (any when None), that with most of `words` (folded) in it first.

    With `servicos`, only what is about one of them or about the whole clinica, the former first.
    """
    rows = await conn.fetch(
        """
        select k.id, k.clinica_id, k.assunto, k.servico_id, k.pergunta, k.resposta
        from clinica.conhecimento k
        cross join lateral (select count(*) from unnest($4::text[]) w where position(w in k.busca) > 0) as hits (n)
        where k.clinica_id = $1
          and ($2::text is null or k.assunto = $2)
          and (cardinality($3::uuid[]) = 0 or k.servico_id is null or k.servico_id = any ($3))
        order by hits.n desc, (k.servico_id = any ($3)) is true desc, k.pergunta, k.id
        limit $5
        """,
        clinica_id, assunto, list(servicos), list(words), limit,
    )  # fmt: skip
    return many(Conhecimento, rows)
