"""What a message speaks of that does not name it: the consulta of "mesma hora", the procedure that was named last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many


async def find_spoken_of(
    conn: Connection, conversa_id: UUID, execucao_id: UUID | None, *, now: datetime
) -> datetime | None:
    """When the consulta begins that the run holds, else the one last booked or moved in the conversa; None where none is to come."""
    inicio: datetime | None = await conn.fetchval(
        """
        select a.inicio from agendamento.consultas a
        where a.status in ('reservado', 'agendado', 'confirmado') and a.inicio > $3
          and (a.conversa_id = $1 or a.id in (select r.alvo from automacao.refs r where r.execucao_id = $2 and r.tipo = 'consulta'))
        order by exists (select from automacao.refs r where r.execucao_id = $2 and r.tipo = 'consulta' and r.alvo = a.id) desc,
          a.status_em desc, a.id desc limit 1
        """,
        conversa_id, execucao_id, now,
    )  # fmt: skip
    return inicio


async def list_to_come(
    conn: Connection, conversa_id: UUID, execucao_id: UUID | None, *, now: datetime
) -> list[datetime]:
    """When the consultas begin that are to come: that of the run, else those held or booked in the conversa."""
    rows = await conn.fetch(
        """
        with of_run as (select r.alvo from automacao.refs r where r.execucao_id = $2 and r.tipo = 'consulta')
        select a.inicio from agendamento.consultas a
        where a.status in ('reservado', 'agendado', 'confirmado') and a.inicio > $3
          and case when exists (
            select from of_run join agendamento.consultas b on b.id = of_run.alvo
            where b.status in ('reservado', 'agendado', 'confirmado') and b.inicio > $3
          ) then a.id in (select alvo from of_run) else a.conversa_id = $1 end
        """,
        conversa_id, execucao_id, now,
    )  # fmt: skip
    return [row["inicio"] for row in rows]


async def list_booked_in_talk(conn: Connection, conversa_id: UUID, *, now: datetime) -> list[str]:
    """The slugs of what is held or booked in the conversa and to come."""
    rows = await conn.fetch(
        """
        select distinct s.slug from agendamento.consultas a
        join agendamento.consulta_servicos l on l.consulta_id = a.id
        join agendamento.servicos s on s.id = l.servico_id
        where a.conversa_id = $1 and a.status in ('reservado', 'agendado', 'confirmado') and a.inicio > $2
        """,
        conversa_id, now,
    )  # fmt: skip
    return [row["slug"] for row in rows]


async def list_told_before(conn: Connection, conversa_id: UUID, execucao_id: UUID) -> tuple[str, ...]:
    """What she wrote in the talk of that run, in order, and what began it; without what is being answered."""
    rows = await conn.fetch(
        """
        select t.texto from whatsapp.turnos t, automacao.execucoes e
        join automacao.execucoes r on r.id = coalesce(e.raiz_id, e.id)
        where e.id = $2 and t.conversa_id = $1 and t.resultado = 'concluido'
          and t.terminado_em >= r.criada_em order by t.iniciado_em, t.id
        """,
        conversa_id, execucao_id,
    )  # fmt: skip
    return tuple(row["texto"] for row in rows)


async def list_procedures_of(conn: Connection, execucao_id: UUID) -> list[str]:
    """The slugs of the consulta that the run holds; empty where it holds none."""
    rows = await conn.fetch(
        """
        select s.slug from automacao.refs r
        join agendamento.consulta_servicos l on l.consulta_id = r.alvo
        join agendamento.servicos s on s.id = l.servico_id
        where r.execucao_id = $1 and r.tipo = 'consulta'
        """,
        execucao_id,
    )
    return [row["slug"] for row in rows]


async def find_named_before(
    conn: Connection, conversa_id: UUID, *, before: UUID, since: datetime
) -> list[str]:
    """The procedures that were named last before that turn and since then, if nothing has been booked in the talk after that."""
    named: list[str] | None = await conn.fetchval(
        """
        select u.leitura->'procedure' from whatsapp.turnos u
        where u.conversa_id = $1 and u.id < $2 and u.resultado = 'concluido' and u.iniciado_em > $3 and u.leitura->'procedure' <> '[]'
          and not exists (select from agendamento.consultas a where a.conversa_id = $1 and a.criada_em > u.iniciado_em)
        order by u.iniciado_em desc, u.id desc limit 1
        """,
        conversa_id, before, since,
    )  # fmt: skip
    return named or []


async def find_wished_before(
    conn: Connection, conversa_id: UUID, *, before: UUID, since: datetime
) -> dict[str, Any] | None:
    """The day and hour that were named last before that turn and since then, if nothing has been booked in the talk after that."""
    found: dict[str, Any] | None = await conn.fetchval(
        """
        select u.leitura->'when' from whatsapp.turnos u
        where u.conversa_id = $1 and u.id < $2 and u.resultado = 'concluido' and u.iniciado_em > $3 and u.leitura->'when' <> 'null'
          and not exists (select from agendamento.consultas a where a.conversa_id = $1 and a.criada_em > u.iniciado_em)
        order by u.iniciado_em desc, u.id desc limit 1
        """,
        conversa_id, before, since,
    )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """What was said in an earlier turn, the name that was read in it, and the procedures."""

    texto: str
    nome: str | None
    procedimentos: Sequence[str]


async def list_said_before(
    conn: Connection, conversa_id: UUID, *, before: UUID, since: datetime
) -> list[SaidBefore]:
    """What was said before that turn and since then, newest first, if nothing has been held or booked in the talk after that."""
    rows = await conn.fetch(
        """
        select u.texto, u.leitura->>'name' as nome, coalesce(u.leitura->'procedure', '[]') as procedimentos from whatsapp.turnos u
        where u.conversa_id = $1 and u.id < $2 and u.resultado = 'concluido' and u.iniciado_em > $3 and u.texto is not null
          and not exists (select from agendamento.consultas a where a.conversa_id = $1 and a.criada_em > u.iniciado_em)
        order by u.iniciado_em desc, u.id desc limit 8
        """,
        conversa_id, before, since,
    )  # fmt: skip
    return many(SaidBefore, rows)
