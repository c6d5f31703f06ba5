"""SQL that sets a client up: rows that exist before anybody works with them.

Every insert leaves alone what is there already, so that a set-up may be run again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from anna.db.connect import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConsulta:
    """A consulta as it is written with its history already behind it."""

    id: UUID
    clinica_id: UUID
    profissional_id: UUID
    paciente_id: UUID
    servico_id: UUID
    inicio: datetime
    fim: datetime
    livre_em: datetime
    status: str
    valor: Decimal
    sinal: Decimal
    criada_em: datetime
    status_em: datetime


async def insert_instancia(
    conn: Connection,
    *,
    instancia_id: UUID,
    clinica_id: UUID,
    nome: str,
    provedor: str,
    url: str,
    numero: str,
    segredos: bytes,
    now: datetime,
) -> None:
    """Add an instance; one that is there gets the address and secrets of this start."""
    await conn.execute(
        "insert into whatsapp.instancias (id, clinica_id, nome, provedor, url, numero, segredos, criada_em)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8)"
        " on conflict (id) do update set url = excluded.url, segredos = excluded.segredos",
        instancia_id, clinica_id, nome, provedor, url, numero, segredos, now,
    )  # fmt: skip


async def insert_day_off(
    conn: Connection, *, day_off_id: UUID, clinica_id: UUID, profissional_id: UUID, data: date
) -> None:
    await conn.execute(
        "insert into agendamento.disponibilidade_customizada (id, clinica_id, profissional_id, data)"
        " values ($1, $2, $3, $4) on conflict do nothing",
        day_off_id, clinica_id, profissional_id, data,
    )  # fmt: skip


async def insert_bloqueio(
    conn: Connection,
    *,
    bloqueio_id: UUID,
    clinica_id: UUID,
    profissional_id: UUID,
    inicio: datetime,
    fim: datetime,
    motivo: str,
) -> None:
    await conn.execute(
        "insert into agendamento.bloqueios (id, clinica_id, profissional_id, inicio, fim, motivo)"
        " values ($1, $2, $3, $4, $5, $6) on conflict do nothing",
        bloqueio_id, clinica_id, profissional_id, inicio, fim, motivo,
    )  # fmt: skip


async def insert_paciente(
    conn: Connection,
    *,
    paciente_id: UUID,
    clinica_id: UUID,
    nome: str,
    nome_busca: str,
    telefone: str,
    nascimento: date | None,
    now: datetime,
) -> None:
    await conn.execute(
        "insert into crm.pacientes (id, clinica_id, nome, nome_busca, telefone, nascimento, criado_em)"
        " values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing",
        paciente_id, clinica_id, nome, nome_busca, telefone, nascimento, now,
    )  # fmt: skip


async def find_contato_by_phone(conn: Connection, *, clinica_id: UUID, valor: str) -> UUID | None:
    """Whose telephone this is; `valor` is the comparing key."""
    contato_id: UUID | None = await conn.fetchval(
        "select contato_id from whatsapp.identidades where clinica_id = $1 and tipo = 'phone' and valor = $2",
        clinica_id, valor,
    )  # fmt: skip
    return contato_id


async def insert_contato(
    conn: Connection,
    *,
    contato_id: UUID,
    clinica_id: UUID,
    nome: str,
    valor: str,
    endereco: str,
    now: datetime,
) -> None:
    """Somebody who has written before, with a telephone: `valor` is the comparing key, `endereco` what to reply to."""
    await conn.execute(
        "insert into whatsapp.contatos (id, clinica_id, nome, criado_em) values ($1, $2, $3, $4) on conflict do nothing",
        contato_id, clinica_id, nome, now,
    )  # fmt: skip
    await conn.execute(
        "insert into whatsapp.identidades (clinica_id, contato_id, tipo, valor, endereco, visto_em)"
        " values ($1, $2, 'phone', $3, $4, $5) on conflict do nothing",
        clinica_id, contato_id, valor, endereco, now,
    )  # fmt: skip


async def insert_consulta(conn: Connection, new: NewConsulta) -> bool:
    """Write a consulta with its one service, unless it is there, its time is taken or the professional is away.

    Returns whether it was written.
    """
    row = await conn.fetchrow(
        "insert into agendamento.consultas (id, clinica_id, profissional_id, profissional_numero, paciente_id, inicio, fim, livre_em,"
        " status, valor, sinal, criada_em, status_em)"
        " select $1, $2, $3, p.numero, $4, $5, $6, $7, $8, $9, $10, $11, $12"
        " from agendamento.profissionais p join clinica.clinicas k on k.id = p.clinica_id where p.id = $3"
        " and not exists (select from agendamento.bloqueios b where b.profissional_id = $3 and b.inicio < $7 and b.fim > $5)"
        " and not exists (select from agendamento.disponibilidade_customizada d"
        "   where d.profissional_id = $3 and d.data = ($5 at time zone k.fuso)::date)"
        " on conflict do nothing returning id",
        new.id, new.clinica_id, new.profissional_id, new.paciente_id, new.inicio, new.fim, new.livre_em, new.status,
        new.valor, new.sinal, new.criada_em, new.status_em,
    )  # fmt: skip
    if row is None:
        return False
    await conn.execute(
        "insert into agendamento.consulta_servicos (clinica_id, consulta_id, servico_id, preco) values ($1, $2, $3, $4)",
        new.clinica_id, new.id, new.servico_id, new.valor,
    )  # fmt: skip
    return True
