"""What rows say of how long, who and how much, for answers on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from itertools import groupby
from typing import Any
from uuid import UUID

from anna.clinica.calendar import Interval, Week
from anna.db.connect import Connection
from anna.db.rows import many
from anna.flows.fact_queries import ServicoFacts


async def list_who_does(conn: Connection, clinica_id: UUID, servicos: Sequence[UUID]) -> list[str]:
    """The names of those who do all of `servicos`."""
    rows = await conn.fetch(
        "select p.nome from agendamento.profissionais p where p.clinica_id = $1 and p.situacao = 'ativo'"
        " and not exists (select from unnest($2::uuid[]) s where not exists (select from agendamento.profissional_servicos x"
        "   where x.profissional_id = p.id and x.servico_id = s)) order by p.nome",
        clinica_id, list(servicos),
    )  # fmt: skip
    return [row["nome"] for row in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Attends:
    """When somebody usually works: of Monday … Sunday the intervals, in order."""

    nome: str
    week: Week


async def list_attending(conn: Connection, clinica_id: UUID) -> list[Attends]:
    """Everybody of the clinica with the weekly hours; days unlike the others are not in them."""
    rows = await conn.fetch(
        "select p.id, p.nome, h.dia, h.inicio, h.fim from agendamento.profissionais p"
        " join agendamento.horarios h on h.profissional_id = p.id where p.clinica_id = $1 and p.situacao = 'ativo'"
        " order by p.nome, p.id, h.dia, h.inicio",
        clinica_id,
    )
    found = []
    for (_, nome), hours in groupby(rows, key=lambda row: (row["id"], row["nome"])):
        days: list[list[Interval]] = [[] for _ in range(7)]
        for row in hours:
            days[row["dia"]].append((row["inicio"], row["fim"]))
        found.append(Attends(nome=nome, week=tuple(tuple(day) for day in days)))
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who attends, and the names of what she does."""

    nome: str
    servicos: list[str]


async def list_team(conn: Connection, clinica_id: UUID) -> list[Member]:
    """Everybody who attends at the clinica, with what is on offer of what she does."""
    rows = await conn.fetch(
        "select p.nome, coalesce(array_agg(s.nome order by s.nome) filter (where s.id is not null), '{}') as servicos"
        " from agendamento.profissionais p left join agendamento.profissional_servicos x on x.profissional_id = p.id"
        " left join agendamento.servicos s on s.id = x.servico_id and s.situacao = 'ativo'"
        " where p.clinica_id = $1 and p.situacao = 'ativo' group by p.id, p.nome order by p.nome",
        clinica_id,
    )
    return many(Member, rows)


async def list_cheaper(
    conn: Connection, clinica_id: UUID, *, than: Decimal | None, like: Sequence[UUID], limit: int
) -> list[ServicoFacts]:
    """What costs less `than` so many reais: first what those do who do `like`, the nearest in price first. With no sum, the cheapest."""
    rows = await conn.fetch(
        """
        select s.id, s.slug, s.nome, s.preco, s.sinal, s.duracao_min from agendamento.servicos s
        where s.clinica_id = $1 and s.situacao = 'ativo' and s.preco > 0 and ($2::numeric is null or s.preco < $2)
        order by exists (select from agendamento.profissional_servicos a join agendamento.profissional_servicos b
            on b.profissional_id = a.profissional_id where a.servico_id = s.id and b.servico_id = any($3)) desc,
          case when $2::numeric is null then s.preco else -s.preco end, s.nome
        limit $4
        """,
        clinica_id, than, list(like), limit,
    )  # fmt: skip
    return many(ServicoFacts, rows)


async def is_choosing(conn: Connection, conversa_id: UUID) -> bool:
    """Whether free times have been shown in this conversa and one of them is still to be chosen."""
    choosing: bool = await conn.fetchval(
        "select exists (select from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = $1 and e.estado = 'viva' and e.fluxo in ('booking', 'new_time'))",
        conversa_id,
    )
    return choosing


async def find_wish(conn: Connection, conversa_id: UUID) -> dict[str, Any] | None:
    """The day or hour wished so far in the newest live talk of a conversa, as it is kept."""
    wish: dict[str, Any] | None = await conn.fetchval(
        "select e.dados->'slots'->'quando' from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id"
        " where r.tipo = 'conversa' and r.alvo = $1 and e.estado = 'viva' and e.faixa = 'talk'"
        " order by e.criada_em desc limit 1",
        conversa_id,
    )
    return wish


async def list_priced(conn: Connection, clinica_id: UUID, *, limit: int) -> list[ServicoFacts]:
    """What has a price, the most booked first."""
    rows = await conn.fetch(
        "select s.id, s.slug, s.nome, s.preco, s.sinal, s.duracao_min from agendamento.servicos s"
        " where s.clinica_id = $1 and s.situacao = 'ativo' and s.preco > 0"
        " order by (select count(*) from agendamento.consulta_servicos x where x.servico_id = s.id) desc, s.nome limit $2",
        clinica_id, limit,
    )  # fmt: skip
    return many(ServicoFacts, rows)


async def was_said(conn: Connection, conversa_id: UUID, templates: Sequence[str], *, since: datetime) -> bool:
    """Whether Anna has said one of these texts in the conversa since then."""
    said: bool = await conn.fetchval(
        "select exists (select from whatsapp.mensagens where conversa_id = $1 and autor = 'anna' and modelo = any($2)"
        " and status <> 'descartada' and criada_em > $3)",
        conversa_id, list(templates), since,
    )  # fmt: skip
    return said


async def awaits_person(conn: Connection, conversa_id: UUID) -> bool:
    """Whether somebody of the clinic was called to the conversa and has not come yet."""
    called: bool = await conn.fetchval(
        "select exists (select from whatsapp.transferencias where conversa_id = $1 and devolvida_em is null and assumida_em is null)",
        conversa_id,
    )
    return called
