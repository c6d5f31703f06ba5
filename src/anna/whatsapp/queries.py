"""All SQL of the reception. Every statement works on a whole batch; `inbox` decides what goes into one.

A batch runs with sequential scans and hash joins switched off (`SESSION`): a plan made while the tables were empty would
otherwise be kept, and is five times slower once they are not. Sets are sorted by their caller, so that two receptions on one
database take locks in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from anna.db.connect import Connection
from anna.whatsapp.models import Alias

LOCK_TIMEOUT = "3s"
"""A row that somebody else holds longer than this fails its own message, not the whole batch."""

HEARTBEAT = timedelta(seconds=5)
"""How exact `instancias.recebida_em` is: it is a sign of life, not worth a write per message."""


SESSION: Final = {
    "lock_timeout": LOCK_TIMEOUT,
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "plan_cache_mode": "force_generic_plan",
}
"""What a connection of the reception is opened with: it gives up on locks, and keeps to index look-ups."""


class Wanted(NamedTuple):
    """An address to look up, and the instance whose conversa is meant. A tuple: batches make and hash thousands of them."""

    clinica_id: UUID
    tipo: str
    valor: str
    instancia_id: UUID


@dataclass(frozen=True, slots=True)
class Found:
    """Whose address it is, and the conversa with that person, if there is one; `pendente_desde` when its open burst began."""

    contato_id: UUID
    endereco: str
    visto_em: datetime
    nome: str | None
    conversa_id: UUID | None
    pendente_desde: datetime | None


async def find_people(conn: Connection, wanted: Sequence[Wanted]) -> dict[Wanted, Found]:
    """Who stands behind each address; what is unknown is absent."""
    rows = await conn.fetch(
        """
        select a.n, i.contato_id, i.endereco, i.visto_em, p.nome, c.id as conversa_id, m.criada_em as pendente_desde
        from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) with ordinality as a (clinica_id, tipo, valor, instancia_id, n)
        cross join lateral (
          select * from whatsapp.identidades i
          where i.clinica_id = a.clinica_id and i.tipo = a.tipo and i.valor = a.valor limit 1) i
        cross join lateral (select p.nome from whatsapp.contatos p where p.id = i.contato_id limit 1) p
        left join lateral (
          select c.id from whatsapp.conversas c
          where c.contato_id = i.contato_id and c.instancia_id = a.instancia_id limit 1) c on true
        left join lateral (
          select m.criada_em from whatsapp.mensagens m
          where m.conversa_id = c.id and m.direcao = 'entrada' and m.desfecho is null order by m.ordem limit 1) m on true
        """,
        [w.clinica_id for w in wanted],
        [w.tipo for w in wanted],
        [w.valor for w in wanted],
        [w.instancia_id for w in wanted],
    )
    return {
        wanted[row["n"] - 1]: Found(
            row["contato_id"],
            row["endereco"],
            row["visto_em"],
            row["nome"],
            row["conversa_id"],
            row["pendente_desde"],
        )
        for row in rows
    }


async def new_ids(conn: Connection, count: int) -> list[UUID]:
    """Fresh ids, ascending."""
    rows = await conn.fetch("select uuidv7() as id from generate_series(1, $1)", count)
    return [row["id"] for row in rows]


async def insert_contatos(
    conn: Connection, contatos: Sequence[tuple[UUID, UUID, str | None]], *, now: datetime
) -> None:
    """New people, as (id, clinica, name)."""
    await conn.execute(
        "insert into whatsapp.contatos (id, clinica_id, nome, criado_em)"
        " select id, clinica_id, nome, $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) as v (id, clinica_id, nome)",
        [c[0] for c in contatos],
        [c[1] for c in contatos],
        [c[2] for c in contatos],
        now,
    )


async def insert_identidades(
    conn: Connection, identidades: Sequence[tuple[UUID, UUID, Alias]], *, now: datetime
) -> int:
    """New addresses, as (clinica, contato, alias); returns how many were not there yet."""
    rows = await conn.fetch(
        """
        insert into whatsapp.identidades (clinica_id, contato_id, tipo, valor, endereco, visto_em)
        select clinica_id, contato_id, tipo, valor, endereco, $6
        from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[]) as v (clinica_id, contato_id, tipo, valor, endereco)
        order by clinica_id, tipo, valor
        on conflict do nothing returning 1
        """,
        [i[0] for i in identidades],
        [i[1] for i in identidades],
        [i[2].tipo for i in identidades],
        [i[2].valor for i in identidades],
        [i[2].endereco for i in identidades],
        now,
    )
    return len(rows)


async def insert_conversas(
    conn: Connection, conversas: Sequence[tuple[UUID, UUID, UUID]], *, now: datetime
) -> int:
    """New conversas, as (clinica, contato, instancia); returns how many were not there yet."""
    rows = await conn.fetch(
        """
        insert into whatsapp.conversas (clinica_id, contato_id, instancia_id, criada_em)
        select clinica_id, contato_id, instancia_id, $4
        from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as v (clinica_id, contato_id, instancia_id)
        order by contato_id, instancia_id
        on conflict do nothing returning 1
        """,
        [c[0] for c in conversas],
        [c[1] for c in conversas],
        [c[2] for c in conversas],
        now,
    )
    return len(rows)


async def renew_identidades(
    conn: Connection, identidades: Sequence[tuple[UUID, Alias]], *, now: datetime
) -> None:
    """Known addresses seen again, as (clinica, alias): the last form of an address is the one to reply to."""
    await conn.execute(
        """
        update whatsapp.identidades i set endereco = v.endereco, visto_em = $5
        from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as v (clinica_id, tipo, valor, endereco)
        where i.clinica_id = v.clinica_id and i.tipo = v.tipo and i.valor = v.valor
          and i.clinica_id = any($1::uuid[]) and i.tipo = any($2::text[]) and i.valor = any($3::text[])
        """,
        [i[0] for i in identidades],
        [i[1].tipo for i in identidades],
        [i[1].valor for i in identidades],
        [i[1].endereco for i in identidades],
        now,
    )


async def rename_contatos(conn: Connection, names: Mapping[UUID, str]) -> None:
    """The names people chose for themselves last."""
    await conn.execute(
        "update whatsapp.contatos c set nome = v.nome from unnest($1::uuid[], $2::text[]) as v (id, nome)"
        " where c.id = v.id and c.id = any($1::uuid[]) and c.nome is distinct from v.nome",
        sorted(names),
        [names[contato] for contato in sorted(names)],
    )


MENSAGEM_COLUMNS = (
    "clinica_id uuid, conversa_id uuid, instancia_id uuid, direcao text, autor text, canal text, tipo text, provedor_id text,"
    " texto text, dados jsonb, cita text, provedor_em timestamptz, status text, motivo text, desfecho text, especie text"
)
_NAMES = ", ".join(column.split()[0] for column in MENSAGEM_COLUMNS.split(", "))
_ARRAYS = [column.split()[1] + "[]" for column in MENSAGEM_COLUMNS.split(", ")]


def _parameters(types: Iterable[str], *, first: int) -> str:
    return ", ".join(f"${number}::{kind}" for number, kind in enumerate(types, start=first))


_INSERT_MENSAGENS = f"""
insert into whatsapp.mensagens ({_NAMES}, criada_em, status_em)
select {_NAMES}, $1, $1 from unnest({_parameters(_ARRAYS, first=2)}) with ordinality as v ({_NAMES}, n) order by n
on conflict (instancia_id, provedor_id) where provedor_id is not null do nothing
returning id, instancia_id, provedor_id
"""  # noqa: S608


async def insert_mensagens(
    conn: Connection, rows: Sequence[tuple[Any, ...]], *, now: datetime
) -> dict[tuple[UUID, str], UUID]:
    """Store rows of MENSAGEM_COLUMNS in their order; returns the ids of those that were not there, by (instancia, provider id)."""
    inserted = await conn.fetch(_INSERT_MENSAGENS, now, *(list(column) for column in zip(*rows, strict=True)))
    return {(row["instancia_id"], row["provedor_id"]): row["id"] for row in inserted}


async def insert_midias(
    conn: Connection,
    midias: Sequence[tuple[UUID, UUID, Mapping[str, Any], str | None, str | None]],
    *,
    now: datetime,
) -> None:
    """Files to fetch, as (clinica, mensagem, origem, mime, nome): due at once."""
    await conn.execute(
        """
        insert into whatsapp.midias (clinica_id, mensagem_id, estado, origem, mime, nome, proxima_em, criada_em)
        select clinica_id, mensagem_id, 'pendente', origem, mime, nome, $6, $6
        from unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::text[], $5::text[]) as v (clinica_id, mensagem_id, origem, mime, nome)
        """,
        *(list(column) for column in zip(*midias, strict=True)),
        now,
    )


@dataclass(slots=True)
class ConversaChange:
    """What a batch's new messages do to one conversa.

    `pessoa_ate` is until when the person who wrote on the phone owns it; `espera_desde` since when the patient waits for that
    person, by what this batch alone knows.
    """

    conversa_id: UUID
    responder_em: datetime | None = None
    janela_ate: datetime | None = None
    pessoa_ate: datetime | None = None
    espera_desde: datetime | None = None


_CHANGE_CONVERSAS = """
update whatsapp.conversas c set
  responder_em = coalesce(v.responder_em, c.responder_em),
  janela_ate = greatest(c.janela_ate, v.janela_ate),
  dono = case when v.pessoa_ate is null then c.dono else 'pessoa' end,
  usuario_id = case when v.pessoa_ate is null or (c.dono = 'pessoa' and (c.dono_ate is null or c.dono_ate > $1)) then c.usuario_id end,
  dono_motivo = case when v.pessoa_ate is null or (c.dono = 'pessoa' and (c.dono_ate is null or c.dono_ate > $1)) then c.dono_motivo else 'celular' end,
  dono_ate = case
    when v.pessoa_ate is null or c.dono = 'pessoa' and c.dono_ate is null then c.dono_ate
    else greatest(c.dono_ate, v.pessoa_ate) end,
  aguarda_desde = case
    when v.pessoa_ate is not null then v.espera_desde
    when (c.dono = 'pessoa' and (c.dono_ate is null or c.dono_ate > $1)) then coalesce(c.aguarda_desde, v.espera_desde)
    else c.aguarda_desde end
from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::timestamptz[])
  as v (id, responder_em, janela_ate, pessoa_ate, espera_desde)
where c.id = v.id and c.id = any($2::uuid[])
"""


async def change_conversas(conn: Connection, changes: Sequence[ConversaChange], *, now: datetime) -> None:
    """Apply the changes to what the rows say at this moment.

    A person's ownership is prolonged, never shortened, and one without an end stays without; an ownership that ended is begun
    anew and belongs to nobody in particular.
    """
    await conn.execute(_CHANGE_CONVERSAS, now, *_change_columns(changes))


def _change_columns(changes: Sequence[ConversaChange]) -> tuple[list[Any], ...]:
    ordered = sorted(changes, key=lambda change: change.conversa_id)
    return (
        [c.conversa_id for c in ordered],
        [c.responder_em for c in ordered],
        [c.janela_ate for c in ordered],
        [c.pessoa_ate for c in ordered],
        [c.espera_desde for c in ordered],
    )


async def take_transferencias(conn: Connection, conversas: Sequence[UUID], *, now: datetime) -> None:
    """Who writes on the phone has taken the open hand-off of that conversa."""
    await conn.execute(
        "update whatsapp.transferencias set assumida_em = $2"
        " where conversa_id = any($1::uuid[]) and devolvida_em is null and assumida_em is null",
        sorted(conversas),
        now,
    )


async def insert_raw(
    conn: Connection, bodies: Sequence[tuple[UUID, UUID, bytes, str]], *, now: datetime
) -> None:
    """Keep what was not understood, as (clinica, instancia, body, reason)."""
    await conn.execute(
        "insert into whatsapp.eventos_brutos (clinica_id, instancia_id, corpo, motivo, recebido_em)"
        " select clinica_id, instancia_id, corpo, motivo, $5"
        " from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::text[]) as v (clinica_id, instancia_id, corpo, motivo)",
        *(list(column) for column in zip(*bodies, strict=True)),
        now,
    )


async def touch(
    conn: Connection, instancias: Iterable[UUID], conversas: Iterable[UUID], *, now: datetime
) -> None:
    """Sign of life of the instances, and a wake-up for each touched conversa."""
    await conn.execute(
        """
        with vivas as (
          update whatsapp.instancias set recebida_em = $2
          where id = any($1::uuid[]) and (recebida_em is null or recebida_em < $3))
        select pg_notify('anna', '{"conversa":"' || id || '"}') from unnest($4::uuid[]) as v (id)
        """,
        sorted(instancias),
        now,
        now - HEARTBEAT,
        sorted(conversas),
    )


_WRITE = f"""
with v as materialized (select * from unnest({_parameters(_ARRAYS, first=7)}) with ordinality as v ({_NAMES}, n)),
conhecida as materialized (
  select v.instancia_id, v.provedor_id from v cross join lateral (
    select from whatsapp.mensagens m where m.instancia_id = v.instancia_id and m.provedor_id = v.provedor_id limit 1) m),
nova as (
  insert into whatsapp.mensagens ({_NAMES}, criada_em, status_em)
  select {_NAMES}, $1, $1 from v where not exists (select from conhecida) order by n),
mudada as ({_CHANGE_CONVERSAS} and not exists (select from conhecida)),
viva as (
  update whatsapp.instancias set recebida_em = $1
  where id in (select instancia_id from v) and (recebida_em is null or recebida_em < $1 - '{HEARTBEAT.seconds} s'::interval))
select instancia_id, provedor_id from conhecida
union all
select id, pg_notify('anna', '{{"conversa":"' || id || '"}}')::text from unnest($2::uuid[]) as v (id)
where not exists (select from conhecida)
"""  # noqa: S608


async def write(
    conn: Connection, rows: Sequence[tuple[Any, ...]], changes: Sequence[ConversaChange], *, now: datetime
) -> set[tuple[UUID, str]]:
    """All that messages of known people need, in one statement: `rows` of MENSAGEM_COLUMNS, `changes`, a sign of life, wake-ups.

    All or nothing: where some of the messages are in the ledger already, nothing is written and those are returned, as (instancia,
    provider id). Raises UniqueViolationError when another reception stores one at this very moment.
    """
    known = await conn.fetch(
        _WRITE, now, *_change_columns(changes), *(list(column) for column in zip(*rows, strict=True))
    )
    return {(row["instancia_id"], row["provedor_id"]) for row in known if row["provedor_id"]}


async def find_receiver(conn: Connection, provedor: str, nome: str) -> tuple[UUID, UUID, bytes] | None:
    """The (id, clinica, sealed secrets) of the instance a webhook's path names; None if there is none."""
    row = await conn.fetchrow("select * from whatsapp.instancia_do_webhook($1, $2)", provedor, nome)
    return None if row is None else (row["id"], row["clinica_id"], row["segredos"])
