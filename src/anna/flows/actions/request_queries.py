"""The SQL of what people ask for themselves: a place on the waiting list, what is kept about them, reminders again, a consulta back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.db.connect import Connection


async def insert_espera(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, conversa_id: UUID, procedimentos: Sequence[str],
    quando: dict[str, Any] | None, until: datetime, now: datetime,
) -> UUID:  # fmt: skip
    """A new place on the list; an open one of the contato for one of these procedures gives way to it."""
    await conn.execute(
        "update agendamento.lista_espera set status = 'encerrada', encerrada_em = $3, motivo = 'trocada'"
        " where contato_id = $1 and status = 'aberta' and procedimentos && $2",
        contato_id, list(procedimentos), now,
    )  # fmt: skip
    id: UUID = await conn.fetchval(
        "insert into agendamento.lista_espera (clinica_id, contato_id, conversa_id, procedimentos, quando, status, criada_em, vale_ate)"
        " values ($1, $2, $3, $4, $5, 'aberta', $6, $7) returning id",
        clinica_id, contato_id, conversa_id, list(procedimentos), quando, now, until,
    )  # fmt: skip
    return id


async def close_espera(conn: Connection, espera_id: UUID, *, now: datetime) -> str | None:
    """End an open place: `marcou` if the person has booked one of its procedures since, else `prazo`; None when it was ended before."""
    motivo: str | None = await conn.fetchval(
        """
        update agendamento.lista_espera e set status = 'encerrada', encerrada_em = $2, motivo = case when exists (
          select from agendamento.consultas a
          join agendamento.consulta_servicos x on x.consulta_id = a.id join agendamento.servicos s on s.id = x.servico_id
          where a.paciente_id in (select paciente_id from whatsapp.contato_pacientes where contato_id = e.contato_id)
            and a.criada_em >= e.criada_em and s.slug = any (e.procedimentos)
            and a.status in ('agendado', 'confirmado', 'realizado')) then 'marcou' else 'prazo' end
        where e.id = $1 and e.status = 'aberta' returning e.motivo
        """,
        espera_id, now,
    )  # fmt: skip
    return motivo


async def list_given_up(
    conn: Connection, contato_id: UUID, *, since: datetime, now: datetime
) -> list[UUID]:
    """The consultas still to come that the contato gave up since then, and booked nothing instead of; the next first."""
    rows = await conn.fetch(
        "select a.id from agendamento.consultas a where a.paciente_id in (select paciente_id from whatsapp.contato_pacientes where contato_id = $1)"
        " and a.status = 'cancelado' and a.motivo = 'paciente' and a.inicio > $3 and a.status_em > $2"
        " and not exists (select from agendamento.consultas n where n.paciente_id = a.paciente_id and n.criada_em >= a.status_em"
        "   and n.status in ('reservado', 'agendado', 'confirmado')) order by a.inicio, a.id",
        contato_id, since, now,
    )  # fmt: skip
    return [row["id"] for row in rows]


async def insert_solicitacao(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, conversa_id: UUID, tipo: str, frase: str, due: datetime,
    now: datetime,
) -> UUID:  # fmt: skip
    """The request, or the one of this kind that is open already, with its own due time."""
    id: UUID = await conn.fetchval(
        "insert into lgpd.solicitacoes_titular (clinica_id, contato_id, conversa_id, tipo, frase, status, aberta_em, prazo_em)"
        " values ($1, $2, $3, $4, $5, 'aberta', $6, $7)"
        " on conflict (contato_id, tipo) where status = 'aberta'"
        " do update set frase = solicitacoes_titular.frase || E'\\n' || excluded.frase returning id",
        clinica_id, contato_id, conversa_id, tipo, frase, now, due,
    )  # fmt: skip
    return id


async def insert_opt_in(
    conn: Connection, *, clinica_id: UUID, conversa_id: UUID, execucao_id: UUID, turno_id: UUID, palavras: str,
    now: datetime,
) -> None:  # fmt: skip
    """Consent to reminders, with its evidence: the message that asked, and the words that answered. An opt-out of news stays."""
    await conn.execute(
        """
        with quem as (
          update whatsapp.contatos set saida = 'marketing', saida_em = $6
          where id = (select contato_id from whatsapp.conversas where id = $2) and saida = 'automaticas' returning id)
        insert into lgpd.consentimentos (clinica_id, contato_id, finalidade, status, evidencia, registrado_em)
        select $1, quem.id, 'lembretes', 'dado', jsonb_build_object('turno', $4::uuid, 'palavras', $5::text, 'pergunta', (
          select m.texto from automacao.perguntas p join whatsapp.mensagens m on m.id = p.mensagem_id
          where p.execucao_id = $3 order by p.id desc limit 1)), $6
        from quem
        """,
        clinica_id, conversa_id, execucao_id, turno_id, palavras, now,
    )  # fmt: skip
