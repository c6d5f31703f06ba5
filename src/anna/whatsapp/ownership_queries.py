"""The SQL of who may speak in a conversa, and of hand-offs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import one
from anna.whatsapp.reasons import GRAVITY, SERVED, URGENT

_MOST_WORDS = 2000
"""Characters of what was said that a hand-off keeps."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferencia:
    """A hand-off to a person, from the reason to the outcome."""

    id: UUID
    clinica_id: UUID
    conversa_id: UUID
    motivo: str
    frase: str | None
    aberta_em: datetime
    prazo_em: datetime | None
    assumida_em: datetime | None
    usuario_id: UUID | None
    devolvida_em: datetime | None
    desfecho: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A conversa as far as ownership goes."""

    id: UUID
    clinica_id: UUID
    contato_id: UUID
    instancia_id: UUID
    dono: str
    usuario_id: UUID | None
    dono_ate: datetime | None


async def lock_conversa(conn: Connection, conversa_id: UUID) -> Owned | None:
    row = await conn.fetchrow(
        "select id, clinica_id, contato_id, instancia_id, dono, usuario_id, dono_ate from whatsapp.conversas"
        " where id = $1 for update",
        conversa_id,
    )
    return one(Owned, row)


async def set_owner(
    conn: Connection,
    conversa_id: UUID,
    *,
    usuario_id: UUID | None,
    motivo: str | None,
    until: datetime | None,
) -> None:
    """The conversa is a person's, until `until` or until given back."""
    await conn.execute(
        "update whatsapp.conversas set dono = 'pessoa', usuario_id = coalesce($2, usuario_id),"
        " dono_motivo = coalesce($3, dono_motivo), dono_ate = $4 where id = $1",
        conversa_id, usuario_id, motivo, until,
    )  # fmt: skip


async def set_waiting(conn: Connection, conversa_id: UUID, *, since: datetime | None) -> None:
    await conn.execute("update whatsapp.conversas set aguarda_desde = $2 where id = $1", conversa_id, since)


async def clear_owner(conn: Connection, conversa_id: UUID) -> None:
    """Every lock a person can have on a conversa, in one statement."""
    await conn.execute(
        "update whatsapp.conversas set dono = 'anna', usuario_id = null, dono_motivo = null, dono_ate = null,"
        " aguarda_desde = null where id = $1",
        conversa_id,
    )


async def insert_transferencia(
    conn: Connection, *, clinica_id: UUID, conversa_id: UUID, motivo: str, frase: str | None, prazo_em: datetime | None,
    now: datetime,
) -> UUID | None:  # fmt: skip
    """None when one is open already: the first reason stays, unless nobody has come and the new one is more urgent, or grave behind a gentle one.

    What was urgent before stays readable behind the new words.
    """
    outdone = [
        reason for reason in URGENT if GRAVITY[reason] > GRAVITY.get(motivo, -1)
    ]  # graver than the new one
    id: UUID | None = await conn.fetchval(
        "insert into whatsapp.transferencias as t (clinica_id, conversa_id, motivo, frase, aberta_em, prazo_em)"
        " values ($1, $2, $3, $4, $5, $6) on conflict (conversa_id) where devolvida_em is null do update"
        " set motivo = excluded.motivo, prazo_em = least(t.prazo_em, excluded.prazo_em),"
        "   frase = concat_ws(E'\n', excluded.frase, case when t.motivo = any($7) then t.frase end)"
        " where t.assumida_em is null and t.motivo <> excluded.motivo"
        "   and (excluded.motivo = any($7) and t.motivo <> all($9) or t.motivo = any($8) and excluded.motivo <> all($8)) returning id",
        clinica_id, conversa_id, motivo, frase, now, prazo_em, list(URGENT), list(SERVED), outdone,
    )  # fmt: skip
    return id


async def add_words(conn: Connection, conversa_id: UUID, *, frase: str, motivo: str) -> None:
    """Keep what more is said of danger with the hand-off that nobody has taken: behind its words, but of threats the last is read first."""
    await conn.execute(
        "update whatsapp.transferencias set frase = left("
        "   case when motivo = $4 and $4 = 'ameaca' then concat_ws(E'\n', $2::text, frase) else concat_ws(E'\n', frase, $2::text) end, $5)"
        " where conversa_id = $1 and devolvida_em is null and assumida_em is null and motivo = any($3)"
        "   and position($2 in coalesce(frase, '')) = 0",
        conversa_id, frase, list(URGENT), motivo, _MOST_WORDS,
    )  # fmt: skip


async def make_grave(conn: Connection, conversa_id: UUID, *, motivo: str, frase: str | None) -> bool:
    """The gentle reason of the hand-off that nobody has taken gives way to `motivo`; False where there is none."""
    done = await conn.execute(
        "update whatsapp.transferencias set motivo = $2, frase = $3"
        " where conversa_id = $1 and devolvida_em is null and assumida_em is null and motivo = any($4)",
        conversa_id, motivo, frase, list(SERVED),
    )  # fmt: skip
    return done != "UPDATE 0"


async def let_pass(conn: Connection, conversa_id: UUID, *, motivo: str) -> None:
    """The reason of the hand-off that nobody has taken is `motivo` from now on; what was said stays."""
    await conn.execute(
        "update whatsapp.transferencias set motivo = $2 where conversa_id = $1 and devolvida_em is null and assumida_em is null",
        conversa_id, motivo,
    )  # fmt: skip


async def find_open_transferencia(conn: Connection, conversa_id: UUID) -> Transferencia | None:
    row = await conn.fetchrow(
        "select id, clinica_id, conversa_id, motivo, frase, aberta_em, prazo_em, assumida_em, usuario_id, devolvida_em,"
        " desfecho from whatsapp.transferencias where conversa_id = $1 and devolvida_em is null",
        conversa_id,
    )
    return one(Transferencia, row)


async def mark_taken(conn: Connection, transferencia_id: UUID, *, usuario_id: UUID, now: datetime) -> None:
    await conn.execute(
        "update whatsapp.transferencias set assumida_em = coalesce(assumida_em, $3), usuario_id = $2"
        " where id = $1 and devolvida_em is null",
        transferencia_id, usuario_id, now,
    )  # fmt: skip


async def mark_returned(conn: Connection, transferencia_id: UUID, *, desfecho: str, now: datetime) -> None:
    await conn.execute(
        "update whatsapp.transferencias set devolvida_em = $3, desfecho = $2 where id = $1",
        transferencia_id, desfecho, now,
    )  # fmt: skip


async def plan_reply(conn: Connection, conversa: Owned, *, texto: str, now: datetime) -> UUID:
    """A person's words, for the door to send."""
    id: UUID = await conn.fetchval(
        "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, texto, status, status_em,"
        " criada_em, especie) values ($1, $2, $3, 'saida', 'pessoa', $4, 'planejada', $5, $5, 'pessoa') returning id",
        conversa.clinica_id, conversa.id, conversa.instancia_id, texto, now,
    )  # fmt: skip
    return id


async def announce(conn: Connection, conversa_id: UUID) -> None:
    """Whoever shows this conversation should look again."""
    await conn.execute("select pg_notify('anna_mudou', $1)", str(conversa_id))


async def wake(conn: Connection, conversa_id: UUID) -> None:
    """A worker should look at this conversation now."""
    await conn.execute("select pg_notify('anna', $1)", f'{{"conversa":"{conversa_id}"}}')


async def widen_saida(conn: Connection, contato_id: UUID, scope: str, *, now: datetime) -> str:
    """Opt out of so much; returns what the contato is out of now: a smaller wish never narrows a larger one."""
    await conn.execute(
        "update whatsapp.contatos set saida = $2, saida_em = $3 where id = $1 and"
        " coalesce(array_position(array['marketing', 'automaticas', 'tudo'], saida), 0)"
        " < array_position(array['marketing', 'automaticas', 'tudo'], $2::text)",
        contato_id, scope, now,
    )  # fmt: skip
    saida: str = await conn.fetchval("select saida from whatsapp.contatos where id = $1", contato_id)
    return saida
