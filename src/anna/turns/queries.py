"""The SQL of turns: take a conversa by lease, read what it says, write down what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one
from anna.kit.phone import canonical
from anna.whatsapp.ownership import LAPSED, WITHDRAWN

ACKNOWLEDGEMENT = "audio_recebido"
"""The template that says that a voice message has arrived. It asks nothing, so nothing that is said next answers it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A conversa taken by lease for one turn."""

    id: UUID
    clinica_id: UUID
    contato_id: UUID
    instancia_id: UUID
    dono: str
    dono_ate: datetime | None
    avisada_em: datetime | None
    turno_de: UUID
    fuso: str
    telefone: str | None
    ultimo_texto: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """How a hand-off ended: what a person noted for Anna when giving the conversation back."""

    motivo: str
    desfecho: str | None
    devolvida_em: datetime

    @property
    def noted(self) -> str | None:
        """The note, if a person wrote one."""
        return None if self.desfecho == LAPSED else self.desfecho

    def to_json(self) -> dict[str, str | None]:
        """As a turno's route keeps it."""
        return {
            "motivo": self.motivo,
            "desfecho": self.desfecho,
            "em": self.devolvida_em.isoformat(timespec="seconds"),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrada:
    """An inbound message without an outcome; `transcricao` says how far somebody is with writing it out, None that nobody does."""

    id: UUID
    ordem: int
    tipo: str
    texto: str | None
    dados: dict[str, Any]
    cita: str | None
    criada_em: datetime
    provedor_em: datetime | None
    transcricao: str | None = None
    transcricao_motivo: str | None = None


async def take_due_conversa(
    conn: Connection, *, lease: UUID, now: datetime, lease_until: datetime
) -> Taken | None:
    """Lease the conversa whose burst has been due longest and that nobody holds."""
    row = await conn.fetchrow(
        """
        with due as (
          select id from whatsapp.conversas
          where responder_em <= $1 and (turno_ate is null or turno_ate < $1)
          order by responder_em limit 1 for update skip locked)
        update whatsapp.conversas c set turno_de = $2, turno_ate = $3
        from due, clinica.clinicas k
        where c.id = due.id and k.id = c.clinica_id
        returning c.id, c.clinica_id, c.contato_id, c.instancia_id, c.dono, c.dono_ate, c.avisada_em, c.turno_de, k.fuso,
          (select '+' || regexp_replace(split_part(d.endereco, '@', 1), '[^0-9]', '', 'g') from whatsapp.identidades d
            where d.contato_id = c.contato_id and d.tipo = 'phone' order by d.visto_em desc limit 1) as telefone,
          (select m.texto from whatsapp.mensagens m where m.conversa_id = c.id and m.autor = 'anna'
            and m.status <> 'descartada' and m.modelo is distinct from $4 order by m.ordem desc limit 1) as ultimo_texto
        """,
        now, lease, lease_until, ACKNOWLEDGEMENT,
    )  # fmt: skip
    return one(Taken, row)


async def list_unanswered(conn: Connection, conversa_id: UUID) -> list[Entrada]:
    """The burst: inbound messages without an outcome, in the order they were stored."""
    rows = await conn.fetch(
        "select m.id, m.ordem, m.tipo, m.texto, m.dados, m.cita, m.criada_em, m.provedor_em, t.estado as transcricao,"
        " t.motivo as transcricao_motivo from whatsapp.mensagens m left join whatsapp.transcricoes t on t.mensagem_id = m.id"
        " where m.conversa_id = $1 and m.direcao = 'entrada' and m.desfecho is null order by m.ordem",
        conversa_id,
    )
    return many(Entrada, rows)


async def is_our_own(conn: Connection, telefone: str | None) -> bool:
    """Whether that number (E.164) is one that Anna answers at: two of her would never stop talking."""
    if telefone is None:
        return False
    rows = await conn.fetch("select numero from whatsapp.instancias where numero is not null")
    return canonical(telefone) in {canonical(row["numero"]) for row in rows}


async def lock_for_turn(conn: Connection, taken: Taken) -> Taken | None:
    """Lock the conversa for the transaction that answers; None when the lease went to somebody else meanwhile."""
    row = await conn.fetchrow(
        "select c.id, c.clinica_id, c.contato_id, c.instancia_id, c.dono, c.dono_ate, c.avisada_em, c.turno_de,"
        " $3::text as fuso, $4::text as telefone, $5::text as ultimo_texto"
        " from whatsapp.conversas c where c.id = $1 and c.turno_de = $2 for update",
        taken.id, taken.turno_de, taken.fuso, taken.telefone, taken.ultimo_texto,
    )  # fmt: skip
    return one(Taken, row)


async def is_replaced(conn: Connection, conversa_id: UUID, reaction: Entrada) -> bool:
    """Whether the patient has put another emoji there since, or taken it away."""
    replaced: bool = await conn.fetchval(
        "select exists (select from whatsapp.mensagens where conversa_id = $1 and direcao = 'entrada' and tipo = 'reacao'"
        " and cita = $2 and ordem > $3)",
        conversa_id, reaction.cita, reaction.ordem,
    )  # fmt: skip
    return replaced


async def release(conn: Connection, taken: Taken, *, answered: bool, now: datetime) -> None:
    """Give the lease back. An answered conversa is due again only when something unanswered is left."""
    await conn.execute(
        "update whatsapp.conversas c set turno_de = null, turno_ate = null, responder_em = case when $3 and not exists ("
        "   select from whatsapp.mensagens m where m.conversa_id = c.id and m.direcao = 'entrada' and m.desfecho is null)"
        " then null else greatest(c.responder_em, $4) end where c.id = $1 and c.turno_de = $2",
        taken.id, taken.turno_de, answered, now,
    )  # fmt: skip


async def put_off(conn: Connection, taken: Taken, *, until: datetime) -> None:
    """The turn failed: give the lease back and try again at `until`."""
    await conn.execute(
        "update whatsapp.conversas set turno_de = null, turno_ate = null, responder_em = $3 where id = $1 and turno_de = $2",
        taken.id, taken.turno_de, until,
    )  # fmt: skip


async def find_return(conn: Connection, conversa_id: UUID) -> Returned | None:
    """The give-back since which Anna has not answered yet; None when there is none."""
    row = await conn.fetchrow(
        "select t.motivo, t.desfecho, t.devolvida_em from whatsapp.transferencias t where t.conversa_id = $1"
        " and t.devolvida_em is not null and t.desfecho is distinct from $2 and not exists (select from whatsapp.turnos u where u.conversa_id = $1"
        "   and u.resultado = 'concluido' and u.iniciado_em >= t.devolvida_em)"
        " order by t.devolvida_em desc limit 1",
        conversa_id,
        WITHDRAWN,
    )
    return one(Returned, row)


async def mark_waiting(conn: Connection, conversa_id: UUID, *, now: datetime) -> None:
    await conn.execute(
        "update whatsapp.conversas set aguarda_desde = coalesce(aguarda_desde, $2) where id = $1",
        conversa_id,
        now,
    )


async def set_outcomes(
    conn: Connection, ids: Sequence[UUID], *, desfecho: str, motivo: str | None, turno_id: UUID | None
) -> None:
    await conn.execute(
        "update whatsapp.mensagens set desfecho = $2, motivo = $3, turno_id = $4 where id = any($1)",
        list(ids), desfecho, motivo, turno_id,
    )  # fmt: skip


async def insert_turno(
    conn: Connection, taken: Taken, *, ate_ordem: int, texto: str, contexto: Mapping[str, Any], leitura: Mapping[str, Any],
    regras: Sequence[Mapping[str, Any]], entendeu: str, resultado: str, rota: Mapping[str, Any], started: datetime,
    ended: datetime | None, sentimento: str | None = None, rascunho: Mapping[str, Any] | None = None,
) -> UUID:  # fmt: skip
    turno_id: UUID = await conn.fetchval(
        "insert into whatsapp.turnos (clinica_id, conversa_id, ate_ordem, texto, contexto, leitura, regras, rota, entendeu,"
        " resultado, iniciado_em, terminado_em, sentimento, rascunho)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id",
        taken.clinica_id, taken.id, ate_ordem, texto, dict(contexto), dict(leitura), [dict(r) for r in regras], dict(rota),
        entendeu, resultado, started, ended, sentimento, rascunho,
    )  # fmt: skip
    return turno_id


async def finish_turno(conn: Connection, turno_id: UUID, *, rota: Mapping[str, Any], ended: datetime) -> None:
    await conn.execute(
        "update whatsapp.turnos set rota = $2, terminado_em = $3 where id = $1", turno_id, dict(rota), ended
    )


async def count_recent(conn: Connection, conversa_id: UUID, resultado: str, *, since: datetime) -> int:
    count: int = await conn.fetchval(
        "select count(*) from whatsapp.turnos where conversa_id = $1 and resultado = $2 and iniciado_em >= $3",
        conversa_id, resultado, since,
    )  # fmt: skip
    return count


async def has_acknowledged(conn: Connection, conversa_id: UUID, *, since: int) -> bool:
    """Whether the patient has heard that a voice message arrived, after the message with that `ordem`."""
    heard: bool = await conn.fetchval(
        "select exists (select from whatsapp.mensagens where conversa_id = $1 and ordem > $2 and autor = 'anna' and modelo = $3)",
        conversa_id, since, ACKNOWLEDGEMENT,
    )  # fmt: skip
    return heard


async def provider_ids(conn: Connection, mensagem_ids: Sequence[UUID]) -> dict[UUID, str]:
    """Our messages' ids at the provider, by which a quote names them."""
    rows = await conn.fetch(
        "select id, provedor_id from whatsapp.mensagens where id = any($1) and provedor_id is not null",
        list(mensagem_ids),
    )
    return {row["id"]: row["provedor_id"] for row in rows}


async def list_catalogue(conn: Connection, clinica_id: UUID) -> list[tuple[str, tuple[str, ...]]]:
    """(slug, names) of what the clinica sells: the nome first, then what the clinica says that it is called too."""
    rows = await conn.fetch(
        "select slug, array_prepend(nome, apelidos) as names from agendamento.servicos"
        " where clinica_id = $1 and situacao = 'ativo' order by nome",
        clinica_id,
    )
    return [(row["slug"], tuple(row["names"])) for row in rows]


async def next_due_at(conn: Connection) -> datetime | None:
    """When the next burst is due, leases apart."""
    when: datetime | None = await conn.fetchval(
        "select min(greatest(responder_em, coalesce(turno_ate, responder_em))) from whatsapp.conversas where responder_em is not null"
    )
    return when


async def announce(conn: Connection, conversa_id: UUID) -> None:
    """Whoever shows this conversation should look again."""
    await conn.execute("select pg_notify('anna_mudou', $1)", str(conversa_id))


async def count_planned(conn: Connection, turno_id: UUID) -> int:
    """How many messages this turn has planned so far."""
    count: int = await conn.fetchval(
        "select count(*) from whatsapp.mensagens where turno_id = $1 and direcao = 'saida'", turno_id
    )
    return count


async def something_follows(conn: Connection, turno_id: UUID, conversa_id: UUID, *, now: datetime) -> bool:
    """Whether this turn has planned a message, or left behind what one follows from: an event of the conversa, or what a run of it has a vendor do."""
    follows: bool = await conn.fetchval(
        """
        select exists (select from whatsapp.mensagens where turno_id = $1 and direcao = 'saida')
          or exists (select from automacao.eventos where tratado_em is null and ocorrido_em >= $3::timestamptz and refs->>'conversa' = ($2::uuid)::text)
          or exists (select from automacao.efeitos e join automacao.refs r using (execucao_id)
            where r.tipo = 'conversa' and r.alvo = $2::uuid and e.status in ('pendente', 'em_curso'))
        """,
        turno_id, conversa_id, now,
    )  # fmt: skip
    return follows


async def is_handed_over(conn: Connection, conversa_id: UUID) -> bool:
    """Whether a person owns the conversa as this transaction sees it."""
    handed: bool = await conn.fetchval(
        "select dono = 'pessoa' from whatsapp.conversas where id = $1", conversa_id
    )
    return handed
