"""The SQL of voice messages that are to be written out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import one


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A voice message without its words, held until its lease ends. `perguntas`: how often a model was asked already."""

    mensagem_id: UUID
    clinica_id: UUID
    conversa_id: UUID
    criada_em: datetime
    dados: dict[str, Any]
    perguntas: int


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """The file of a message as far as it is here; `proxima_em` when somebody may try to fetch it again."""

    estado: str
    conteudo: bytes | None
    proxima_em: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """The last word of an unanswered burst, and when the burst began."""

    tipo: str
    texto: str | None
    tapped: bool
    criada_em: datetime
    first: datetime


async def insert_transcricoes(
    conn: Connection, mensagens: Sequence[tuple[UUID, UUID]], *, now: datetime
) -> None:
    """Voice messages to be written out, as (clinica, mensagem)."""
    await conn.execute(
        "insert into whatsapp.transcricoes (clinica_id, mensagem_id, estado, proxima_em, criada_em)"
        " select clinica_id, mensagem_id, 'pendente', $3, $3 from unnest($1::uuid[], $2::uuid[]) as v (clinica_id, mensagem_id)",
        *(list(column) for column in zip(*mensagens, strict=True)),
        now,
    )


async def claim(conn: Connection, *, now: datetime, until: datetime) -> Waiting | None:
    """Hold the voice message that has been due longest until `until`; None when none is due."""
    row = await conn.fetchrow(
        "with due as (select mensagem_id from whatsapp.transcricoes where estado = 'pendente' and proxima_em <= $1"
        "   order by proxima_em limit 1 for update skip locked)"
        " update whatsapp.transcricoes t set proxima_em = $2 from due, whatsapp.mensagens m"
        " where t.mensagem_id = due.mensagem_id and m.id = due.mensagem_id"
        " returning t.mensagem_id, t.clinica_id, m.conversa_id, t.criada_em, m.dados,"
        "   (select count(*) from analytics.interacoes_ia i where i.mensagem_id = t.mensagem_id) as perguntas",
        now, until,
    )  # fmt: skip
    return one(Waiting, row)


async def find_file(conn: Connection, mensagem_id: UUID) -> File | None:
    row = await conn.fetchrow(
        "select estado, conteudo, proxima_em from whatsapp.midias where mensagem_id = $1", mensagem_id
    )
    return one(File, row)


async def put_off(conn: Connection, mensagem_id: UUID, *, motivo: str | None, until: datetime) -> None:
    """Nobody takes it before `until`; `motivo` says what it waits for."""
    await conn.execute(
        "update whatsapp.transcricoes set proxima_em = $2, motivo = $3 where mensagem_id = $1 and estado = 'pendente'",
        mensagem_id, until, motivo,
    )  # fmt: skip


async def keep(conn: Connection, mensagem_id: UUID, *, chave: str, texto: str, now: datetime) -> None:
    """Write the words down beside the original, once."""
    await conn.execute(
        "with feita as (update whatsapp.transcricoes set estado = 'guardada', motivo = null, proxima_em = null, terminada_em = $4"
        "   where mensagem_id = $1 and estado = 'pendente' returning mensagem_id)"
        " update whatsapp.mensagens m set dados = m.dados || jsonb_build_object($2::text, $3::text) from feita where m.id = feita.mensagem_id",
        mensagem_id, chave, texto, now,
    )  # fmt: skip


async def give_up(conn: Connection, mensagem_id: UUID, *, motivo: str, now: datetime) -> None:
    """There will be no words, and why."""
    await conn.execute(
        "update whatsapp.transcricoes set estado = 'falhou', motivo = $2, proxima_em = null, terminada_em = $3"
        " where mensagem_id = $1 and estado = 'pendente'",
        mensagem_id, motivo, now,
    )  # fmt: skip


async def lock_conversa(conn: Connection, conversa_id: UUID) -> None:
    """Let no turn look at the conversa while its words are written down."""
    await conn.execute("select from whatsapp.conversas where id = $1 for update", conversa_id)


async def is_taken_back(conn: Connection, mensagem_id: UUID) -> bool:
    """Whether its author has taken the message back."""
    gone: bool = await conn.fetchval(
        "select dados ? 'apagada' from whatsapp.mensagens where id = $1", mensagem_id
    )
    return gone


async def say_late(conn: Connection, mensagem_id: UUID, texto: str, *, now: datetime) -> None:
    """Let the words of a message that was answered without them be read as a message of their own; nothing where it waits still."""
    await conn.execute(
        "with dita as (insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, canal, tipo, provedor_id, texto,"
        "   dados, provedor_em, criada_em, status, status_em, especie)"
        "   select clinica_id, conversa_id, instancia_id, direcao, autor, canal, 'texto', provedor_id || '~ouvida', $2,"
        "     jsonb_build_object('ouvida', id), $3, $3, status, $3, especie from whatsapp.mensagens"
        "   where id = $1 and desfecho in ('respondida', 'da_pessoa') on conflict do nothing returning conversa_id)"
        " update whatsapp.conversas c set responder_em = least(c.responder_em, $3) from dita where c.id = dita.conversa_id",
        mensagem_id, texto, now,
    )  # fmt: skip


async def find_newest(conn: Connection, conversa_id: UUID) -> Newest | None:
    """The burst of the conversa that nobody has answered; None when there is none."""
    row = await conn.fetchrow(
        "select tipo, texto, dados ? 'opcao' as tapped, criada_em, min(criada_em) over () as first from whatsapp.mensagens"
        " where conversa_id = $1 and direcao = 'entrada' and desfecho is null order by ordem desc limit 1",
        conversa_id,
    )
    return one(Newest, row)


async def answer_at(conn: Connection, conversa_id: UUID, at: datetime) -> None:
    """A conversa that waits to be answered need not wait longer than until `at`."""
    await conn.execute(
        "update whatsapp.conversas set responder_em = $2 where id = $1 and responder_em > $2", conversa_id, at
    )


async def tell(conn: Connection, conversa_id: UUID) -> None:
    """Whoever answers this conversation or shows it should look again."""
    await conn.execute(
        "select pg_notify('anna', $1), pg_notify('anna_mudou', $2)",
        f'{{"conversa":"{conversa_id}"}}', str(conversa_id),
    )  # fmt: skip


async def next_due_at(conn: Connection) -> datetime | None:
    """When the next voice message may be taken, leases apart."""
    when: datetime | None = await conn.fetchval(
        "select min(proxima_em) from whatsapp.transcricoes where estado = 'pendente'"
    )
    return when


async def count_ends(conn: Connection, *, since: datetime) -> list[tuple[str, str | None, int]]:
    """(estado, motivo, how many) of the voice messages that came since then, the most frequent first."""
    rows = await conn.fetch(
        "select estado, motivo, count(*) as n from whatsapp.transcricoes where criada_em >= $1 group by 1, 2 order by 3 desc, 1, 2",
        since,
    )
    return [(row["estado"], row["motivo"], row["n"]) for row in rows]
