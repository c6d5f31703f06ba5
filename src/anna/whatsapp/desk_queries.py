"""The SQL of an operator's look at conversations: hand-offs, who works where, what was said, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many, one
from anna.kit.phone import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversa:
    """A conversation with whose it is; `fuso` is the clinic's zone."""

    id: UUID
    clinica_id: UUID
    clinica: str
    fuso: str
    contato_id: UUID
    nome: str | None
    telefone: str | None
    provedor: str
    dono: str
    dono_ate: datetime | None
    usuario: str | None
    aguarda_desde: datetime | None
    janela_ate: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferencia:
    """A hand-off to a person, with the conversation it concerns. `ultima` is the patient's last sentence."""

    id: UUID
    conversa_id: UUID
    clinica: str
    fuso: str
    nome: str | None
    telefone: str | None
    motivo: str
    frase: str | None
    aberta_em: datetime
    prazo_em: datetime | None
    assumida_em: datetime | None
    usuario: str | None
    devolvida_em: datetime | None
    desfecho: str | None
    aguarda_desde: datetime | None
    ultima: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usuario:
    """Somebody of the clinic's staff, and the clinicas they work at."""

    id: UUID
    nome: str
    email: str
    papel: str
    clinicas: tuple[UUID, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensagem:
    """A line of the ledger, all of it; `transcricao` are the words of a voice message, `sem_palavras` why it has none."""

    id: UUID
    conversa_id: UUID
    fuso: str
    direcao: str
    autor: str
    canal: str
    tipo: str
    texto: str | None
    transcricao: str | None
    sem_palavras: str | None
    criada_em: datetime
    status: str
    status_em: datetime
    motivo: str | None
    desfecho: str | None
    especie: str
    modelo: str | None
    nao_antes: datetime | None
    nao_depois: datetime | None
    tentativas: int
    portoes: list[dict[str, str]] | None
    provedor_id: str | None
    execucao_id: UUID | None
    passo: str | None
    visita: int | None
    turno_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turno:
    """One answered burst and the reasons of its answer."""

    id: UUID
    texto: str
    contexto: dict[str, Any]
    leitura: dict[str, Any]
    regras: list[dict[str, str]]
    rota: dict[str, Any]
    entendeu: str
    sentimento: str | None
    rascunho: dict[str, Any] | None  # the answer a model was asked to write for it
    resultado: str
    iniciado_em: datetime
    terminado_em: datetime


_CONVERSA = """
  select v.id, v.clinica_id, k.nome as clinica, k.fuso, v.contato_id, c.nome, i.provedor, v.dono, v.dono_ate,
    u.nome as usuario, v.aguarda_desde, v.janela_ate, phone.telefone
  from whatsapp.conversas v
  join whatsapp.contatos c on c.id = v.contato_id
  join whatsapp.instancias i on i.id = v.instancia_id
  join clinica.clinicas k on k.id = v.clinica_id
  left join auth.usuarios u on u.id = v.usuario_id
  left join lateral (
    select '+' || regexp_replace(split_part(d.endereco, '@', 1), '[^0-9]', '', 'g') as telefone from whatsapp.identidades d
    where d.contato_id = c.id and d.tipo = 'phone' order by d.visto_em desc limit 1) phone on true
"""

_TRANSFERENCIA = """
  select t.id, t.conversa_id, k.nome as clinica, k.fuso, c.nome, t.motivo, t.frase, t.aberta_em, t.prazo_em, t.assumida_em,
    u.nome as usuario, t.devolvida_em, t.desfecho, v.aguarda_desde, phone.telefone,
    (select coalesce(m.texto, m.dados->>'transcricao') from whatsapp.mensagens m where m.conversa_id = v.id
      and m.direcao = 'entrada' and coalesce(m.texto, m.dados->>'transcricao') is not null order by m.ordem desc limit 1) as ultima
  from whatsapp.transferencias t
  join whatsapp.conversas v on v.id = t.conversa_id
  join whatsapp.contatos c on c.id = v.contato_id
  join clinica.clinicas k on k.id = t.clinica_id
  left join auth.usuarios u on u.id = t.usuario_id
  left join lateral (
    select '+' || regexp_replace(split_part(d.endereco, '@', 1), '[^0-9]', '', 'g') as telefone from whatsapp.identidades d
    where d.contato_id = c.id and d.tipo = 'phone' order by d.visto_em desc limit 1) phone on true
"""

_MENSAGEM = """
  select m.id, m.conversa_id, k.fuso, m.direcao, m.autor, m.canal, m.tipo, m.texto, m.dados->>'transcricao' as transcricao,
    t.motivo as sem_palavras, m.criada_em, m.status, m.status_em, m.motivo, m.desfecho, m.especie, m.modelo, m.nao_antes, m.nao_depois, m.tentativas, m.portoes, m.provedor_id, m.execucao_id, m.passo,
    m.visita, m.turno_id
  from whatsapp.mensagens m join clinica.clinicas k on k.id = m.clinica_id
  left join whatsapp.transcricoes t on t.mensagem_id = m.id
"""

_TURNO = """
  select id, texto, contexto, leitura, regras, rota, entendeu, sentimento, rascunho, resultado, iniciado_em,
    coalesce(terminado_em, iniciado_em) as terminado_em
  from whatsapp.turnos
"""

_NAMED = "replace({}::text, '-', '') like any (array[$1 || '%', '%' || $1])"
"""An id that begins or ends with $1: hexadecimal digits, no dashes."""


async def find_conversas(conn: Connection, needle: str) -> list[Conversa]:
    """The conversations whose id begins or ends so."""
    return many(Conversa, await conn.fetch(f"{_CONVERSA} where {_NAMED.format('v.id')} limit 6", needle))


async def find_conversas_by_phone(conn: Connection, phone: str) -> list[Conversa]:
    """The conversations of who writes from `phone`, with or without the ninth digit, the most recently begun first."""
    rows = await conn.fetch(
        f"{_CONVERSA} where exists (select from whatsapp.identidades d where d.contato_id = v.contato_id"
        " and d.tipo = 'phone' and d.valor = $1) order by v.criada_em desc",
        canonical(phone),
    )
    return many(Conversa, rows)


async def get_conversa(conn: Connection, conversa_id: UUID) -> Conversa | None:
    return one(Conversa, await conn.fetchrow(f"{_CONVERSA} where v.id = $1", conversa_id))


async def list_transferencias(conn: Connection) -> list[Transferencia]:
    """The open ones; who waits longest first."""
    rows = await conn.fetch(
        f"{_TRANSFERENCIA} where t.devolvida_em is null order by coalesce(v.aguarda_desde, t.aberta_em), t.id"
    )
    return many(Transferencia, rows)


async def find_transferencias(conn: Connection, needle: str) -> list[Transferencia]:
    """Those whose id begins or ends so; open ones first."""
    rows = await conn.fetch(
        f"{_TRANSFERENCIA} where {_NAMED.format('t.id')} order by t.devolvida_em is not null, t.aberta_em desc limit 6",
        needle,
    )
    return many(Transferencia, rows)


async def find_usuario(conn: Connection, email: str) -> Usuario | None:
    row = await conn.fetchrow(
        "select u.id, u.nome, u.email, u.papel,"
        " array(select x.clinica_id from auth.usuarios_clinicas x where x.usuario_id = u.id) as clinicas"
        " from auth.usuarios u where u.email = lower($1)",
        email.strip(),
    )
    return one(Usuario, row)


async def list_emails(conn: Connection, clinica_id: UUID) -> list[str]:
    """Who of a clinica may answer patients."""
    rows = await conn.fetch(
        "select u.email from auth.usuarios u join auth.usuarios_clinicas x on x.usuario_id = u.id"
        " where x.clinica_id = $1 and u.papel <> 'view' order by u.email",
        clinica_id,
    )
    return [row["email"] for row in rows]


async def list_mensagens(conn: Connection, conversa_id: UUID, *, limit: int) -> list[Mensagem]:
    """The last lines of a conversation, oldest first."""
    rows = await conn.fetch(
        f"{_MENSAGEM} where m.conversa_id = $1 order by m.ordem desc limit $2", conversa_id, limit
    )
    return many(Mensagem, reversed(rows))


async def find_mensagens(conn: Connection, needle: str, provedor_id: str) -> list[Mensagem]:
    """The lines whose id begins or ends so, or that the provider knows by this id."""
    where = f"m.provedor_id = $2 or ($1 <> '' and {_NAMED.format('m.id')})"
    return many(Mensagem, await conn.fetch(f"{_MENSAGEM} where {where} limit 6", needle, provedor_id))


async def get_mensagem(conn: Connection, mensagem_id: UUID) -> Mensagem | None:
    return one(Mensagem, await conn.fetchrow(f"{_MENSAGEM} where m.id = $1", mensagem_id))


async def find_turno(conn: Connection, turno_id: UUID) -> Turno | None:
    return one(Turno, await conn.fetchrow(f"{_TURNO} where id = $1", turno_id))


async def list_turnos(conn: Connection, conversa_id: UUID, *, limit: int) -> list[Turno]:
    """The turns that answered, newest first; not those that a newer message overtook, or that only said that one will."""
    rows = await conn.fetch(
        f"{_TURNO} where conversa_id = $1 and resultado not in ('ultrapassado', 'em_espera') order by iniciado_em desc, id desc limit $2",
        conversa_id, limit,
    )  # fmt: skip
    return many(Turno, rows)
