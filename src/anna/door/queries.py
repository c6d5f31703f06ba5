"""The door's SQL: claim a planned message, and write down what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from anna.conversation.manners import FAREWELL, PARTED
from anna.db.connect import Connection
from anna.db.rows import many, one
from anna.door.quiet import WHY
from anna.whatsapp.reasons import SERVED


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A planned message with what the gates and the channel need to know of it."""

    id: UUID
    clinica_id: UUID
    conversa_id: UUID
    contato_id: UUID
    instancia_id: UUID
    ordem: int
    texto: str
    opcoes: list[dict[str, Any]] | None
    especie: str
    modelo: str | None
    criada_em: datetime
    tentativas: int
    nao_depois: datetime | None
    execucao_id: UUID | None
    turno_id: UUID | None
    passo: str | None
    visita: int | None
    provedor: str
    janela_ate: datetime | None
    saida: str | None
    sem_lembretes: bool
    dono: str
    dono_ate: datetime | None
    nobody_came: bool
    endereco: str | None
    repeats_last: bool
    situation_changed: str | None
    spoke_at: datetime | None
    consented: bool
    fuso: str
    provas: list[dict[str, Any]] | None


async def lock_next_planned(conn: Connection, *, now: datetime, repeat_after: timedelta) -> Planned | None:
    """Lock the oldest planned message that is due and that no earlier one of its conversation stands before.

    One that the provider was too busy for keeps its place; one that waits for the end of quiet hours lets the others pass.
    The conversa is locked with it, so that a person who takes the conversation either comes before the claim, and is seen by
    the gates, or waits until it is committed. Rows another worker holds are skipped, numbers that cannot send are left out.
    """
    row = await conn.fetchrow(_NEXT_PLANNED, now, now - repeat_after, list(PARTED), list(SERVED))
    return one(Planned, row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What Anna is about to answer a patient, and where."""

    texto: str
    instancia_id: UUID
    endereco: str


async def find_next_answer(conn: Connection, *, now: datetime) -> Answer | None:
    """The message that would be claimed now, nothing locked; None when that is no answer of Anna's to somebody's words."""
    row = await conn.fetchrow(_NEXT_ANSWER, now)
    return one(Answer, row)


_DUE = f"""
  select m.id, m.conversa_id
  from whatsapp.mensagens m
  where m.status = 'planejada' and (m.nao_antes is null or m.nao_antes <= $1)
    and not exists (select from whatsapp.instancias i where i.id = m.instancia_id and i.envio_apos > $1)
    and not exists (
      select from whatsapp.mensagens e
      where e.conversa_id = m.conversa_id and e.ordem < m.ordem
        and (e.status = 'enviando' or e.status = 'planejada'
          and (e.nao_antes is null or e.nao_antes <= $1 or e.motivo is distinct from '{WHY}')))
  order by m.ordem
  limit 1"""  # noqa: S608 - constants
_SPOKE_AT = """
  select u.criada_em from whatsapp.mensagens u where u.conversa_id = m.conversa_id and u.direcao = 'entrada'
  order by u.ordem desc limit 1"""
_ADDRESS = """
  select d.endereco from whatsapp.identidades d
  where d.clinica_id = m.clinica_id and d.contato_id = c.contato_id
    and d.tipo <> case i.provedor when 'twilio' then 'lid' else 'bsuid' end
  order by d.visto_em desc, d.tipo desc limit 1"""
_NEXT_ANSWER = f"""
select * from (
  select m.texto, m.instancia_id, ({_ADDRESS}) as endereco
  from ({_DUE}) due
  join whatsapp.mensagens m on m.id = due.id
  join whatsapp.conversas c on c.id = due.conversa_id
  join whatsapp.instancias i on i.id = m.instancia_id
  where m.turno_id is not null and m.autor = 'anna' and (c.dono = 'anna' or c.dono_ate <= $1
    or exists (select from whatsapp.transferencias t where t.conversa_id = c.id and t.devolvida_em is null and t.assumida_em is null))
) answer where texto is not null and endereco is not null
"""  # noqa: S608 - constants
_NEXT_PLANNED = f"""
with due as ({_DUE}
  for update of m skip locked
), conversa as (
  select c.* from whatsapp.conversas c join due on c.id = due.conversa_id for update of c
)
select m.id, m.clinica_id, m.conversa_id, m.instancia_id, m.ordem, coalesce(m.texto, '') as texto, m.opcoes, m.especie,
       m.modelo, m.provas, l.fuso, m.criada_em, m.tentativas, m.nao_depois, m.execucao_id, m.turno_id, m.passo, m.visita,
       i.provedor, c.contato_id, c.janela_ate, c.dono, c.dono_ate, p.saida,
       coalesce((
         select k.status = 'negado' from lgpd.consentimentos k
         where k.contato_id = c.contato_id and k.finalidade = 'lembretes'
         order by k.registrado_em desc, k.id desc limit 1), false) as sem_lembretes,
       ({_ADDRESS}) as endereco, ({_SPOKE_AT}) as spoke_at,
       coalesce((
         select u.direcao = 'saida' and u.texto = m.texto and u.criada_em > $2
           and (u.especie, coalesce(u.execucao_id, u.id)) = (m.especie, coalesce(m.execucao_id, u.id))
         from whatsapp.mensagens u
         where u.conversa_id = m.conversa_id and u.ordem < m.ordem and u.status <> 'descartada' and u.tipo <> 'reacao'
         order by u.ordem desc limit 1), false) as repeats_last,
       case
         when (m.passo like '%/nudge' or m.modelo = '{FAREWELL}' and m.turno_id is null) and (
           select t.rota->>'regra' = 'social' and t.rota->>'motivo' = any($3) from whatsapp.turnos t
           where t.conversa_id = m.conversa_id and t.resultado = 'concluido' order by t.iniciado_em desc, t.id desc limit 1)
           then 'the patient took her leave'
         when m.motivo = '{WHY}' and m.especie = 'conversa' and m.turno_id is null and ({_SPOKE_AT}) > m.criada_em
           then 'the patient has written since'
         when m.especie not in ('lembrete', 'pesquisa', 'marketing') then null
         when x.estado = 'parada' then 'the run was stopped: ' || coalesce(x.motivo, '?')
         when m.dados ? 'consulta' and not exists (
           select from agendamento.consultas a
           where a.id = (m.dados->>'consulta')::uuid and a.revisao = (m.dados->>'revisao')::int
             and a.status in ('agendado', 'confirmado', 'realizado'))
           then 'the consulta changed'
       end as situation_changed,
       exists (
         select from whatsapp.transferencias t
         where t.conversa_id = m.conversa_id and t.devolvida_em is null and t.assumida_em is null
           and (m.criada_em <= t.aberta_em or m.turno_id is not null
             or t.motivo = any($4) and m.especie = 'conversa' and (coalesce(m.passo, '') not like '%/nudge' or exists (
               select from whatsapp.mensagens a
               where a.execucao_id = m.execucao_id and a.turno_id is not null and a.id > t.id)))) as nobody_came,
       coalesce((
         select k.status = 'dado' from lgpd.consentimentos k
         where k.contato_id = c.contato_id and k.finalidade = 'novidades'
         order by k.registrado_em desc, k.id desc limit 1), false) as consented
from due
join whatsapp.mensagens m on m.id = due.id
join conversa c on true
join whatsapp.contatos p on p.id = c.contato_id
join whatsapp.instancias i on i.id = m.instancia_id
join clinica.clinicas l on l.id = m.clinica_id
left join automacao.execucoes x on x.id = m.execucao_id
"""  # noqa: S608 - constants


async def mark_sending(
    conn: Connection, mensagem_id: UUID, *, portoes: list[dict[str, str]], now: datetime, lease: timedelta
) -> None:
    """`enviando` is committed before the call, and never claimed again."""
    await conn.execute(
        "update whatsapp.mensagens set status = 'enviando', status_em = $2, enviar_ate = $3, tentativas = tentativas + 1,"
        " portoes = $4 where id = $1",
        mensagem_id, now, now + lease, portoes,
    )  # fmt: skip


async def mark_dropped(
    conn: Connection, mensagem_id: UUID, *, motivo: str, portoes: list[dict[str, str]], now: datetime
) -> None:
    await conn.execute(
        "update whatsapp.mensagens set status = 'descartada', status_em = $2, motivo = $3, portoes = $4 where id = $1",
        mensagem_id, now, motivo, portoes,
    )  # fmt: skip


async def mark_held(
    conn: Connection,
    mensagem_id: UUID,
    *,
    until: datetime,
    portoes: list[dict[str, str]] | None,
    motivo: str | None,
) -> bool:
    """Put a message back to wait until `until`; only one that surely was not taken may be."""
    done = await conn.execute(
        "update whatsapp.mensagens set status = 'planejada', nao_antes = $2, enviar_ate = null, motivo = $4,"
        " portoes = coalesce($3, portoes) where id = $1 and status in ('planejada', 'enviando', 'incerta')",
        mensagem_id, until, portoes, motivo,
    )  # fmt: skip
    return done == "UPDATE 1"


async def put_back(conn: Connection, mensagem_id: UUID, *, motivo: str) -> None:
    """Plan a message again that surely was not taken, through no fault of its own: the try does not count."""
    await conn.execute(
        "update whatsapp.mensagens set status = 'planejada', enviar_ate = null, motivo = $2, tentativas = tentativas - 1"
        " where id = $1 and status in ('enviando', 'incerta')",
        mensagem_id, motivo,
    )  # fmt: skip


async def mark_accepted(conn: Connection, mensagem_id: UUID, *, provedor_id: str, now: datetime) -> None:
    """The provider took it. An echo may have said so before the answer came: then only the id is sure."""
    await conn.execute(
        "update whatsapp.mensagens set status = case when status in ('enviando', 'incerta') then 'aceita' else status end,"
        " status_em = $3, provedor_id = $2, enviar_ate = null, motivo = null where id = $1 and provedor_id is distinct from $2",
        mensagem_id, provedor_id, now,
    )  # fmt: skip


async def take_name_back(conn: Connection, mensagem_id: UUID, provedor_id: str, *, now: datetime) -> None:
    """An echo named another row with the id that the provider now gives to this one: the answer knows better.

    Another message of the door's, with the same words, is uncertain again; what nobody here sent was this message.
    """
    others = "instancia_id = (select instancia_id from whatsapp.mensagens where id = $1) and provedor_id = $2 and id <> $1"
    await conn.execute(
        f"delete from whatsapp.mensagens where {others} and tentativas = 0",  # noqa: S608 - a constant
        mensagem_id, provedor_id,
    )  # fmt: skip
    await conn.execute(
        f"update whatsapp.mensagens set provedor_id = null, status = 'incerta', status_em = $3 where {others}",  # noqa: S608
        mensagem_id, provedor_id, now,
    )  # fmt: skip


async def is_named(conn: Connection, instancia_id: UUID, provedor_id: str) -> bool:
    """Whether a message of the ledger has this provider id already."""
    named: bool = await conn.fetchval(
        "select exists (select from whatsapp.mensagens where instancia_id = $1 and provedor_id = $2)",
        instancia_id, provedor_id,
    )  # fmt: skip
    return named


async def mark_failed(conn: Connection, mensagem_id: UUID, *, motivo: str, now: datetime) -> bool:
    done = await conn.execute(
        "update whatsapp.mensagens set status = 'falhou', status_em = $3, motivo = $2, enviar_ate = null"
        " where id = $1 and status in ('enviando', 'incerta')",
        mensagem_id, motivo, now,
    )  # fmt: skip
    return done == "UPDATE 1"


async def mark_uncertain(conn: Connection, mensagem_id: UUID, *, motivo: str, now: datetime) -> None:
    """Nobody knows whether it was taken: never sent again, looked up instead."""
    await conn.execute(
        "update whatsapp.mensagens set status = 'incerta', status_em = $3, motivo = $2, enviar_ate = null"
        " where id = $1 and status = 'enviando'",
        mensagem_id, motivo, now,
    )  # fmt: skip


async def expire_sends(conn: Connection, *, now: datetime) -> int:
    """Whoever was sending these is gone: their outcome is unknown."""
    done = await conn.execute(
        "update whatsapp.mensagens set status = 'incerta', status_em = $1, enviar_ate = null,"
        " motivo = 'the sender vanished' where status = 'enviando' and enviar_ate < $1",
        now,
    )
    return int(done.split()[1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertain:
    """A message whose outcome nobody knows yet."""

    id: UUID
    clinica_id: UUID
    conversa_id: UUID
    contato_id: UUID
    instancia_id: UUID
    provedor: str
    texto: str
    endereco: str | None
    status_em: datetime
    criada_em: datetime
    tentativas: int


async def list_uncertain(conn: Connection, *, now: datetime, limit: int = 20) -> list[Uncertain]:
    """Unknown outcomes that may be looked up now, oldest first, leased by `nao_antes`."""
    rows = await conn.fetch(
        """
        with due as (
          select id from whatsapp.mensagens
          where status = 'incerta' and (nao_antes is null or nao_antes <= $1)
          order by status_em limit $2 for update skip locked)
        update whatsapp.mensagens m set nao_antes = $1 + interval '30 seconds', tentativas = tentativas + 1
        from due, whatsapp.conversas c, whatsapp.instancias i
        where m.id = due.id and c.id = m.conversa_id and i.id = m.instancia_id
        returning m.id, m.clinica_id, m.conversa_id, c.contato_id, m.instancia_id, i.provedor, coalesce(m.texto, '') as texto, m.status_em,
          m.criada_em, m.tentativas,
          (select d.endereco from whatsapp.identidades d where d.contato_id = c.contato_id
              and d.tipo <> case i.provedor when 'twilio' then 'lid' else 'bsuid' end
            order by d.visto_em desc, d.tipo desc limit 1) as endereco
        """,
        now, limit,
    )  # fmt: skip
    return many(Uncertain, rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """A question that a message put."""

    id: UUID
    fechada_em: datetime | None


async def find_question(conn: Connection, mensagem_id: UUID) -> Put | None:
    """The question that this message put; None when it put none."""
    return one(
        Put,
        await conn.fetchrow(
            "select id, fechada_em from automacao.perguntas where mensagem_id = $1", mensagem_id
        ),
    )


async def next_departure_at(conn: Connection) -> datetime | None:
    """When the earliest planned message may go; None when none is planned.

    Those that stand behind another of their conversation are left out: they may go when that one has gone. Those of a number that
    cannot send may go when it is tried again.
    """
    when: datetime | None = await conn.fetchval(
        """
        select min(greatest(coalesce(m.nao_antes, m.criada_em), i.envio_apos))
        from whatsapp.mensagens m join whatsapp.instancias i on i.id = m.instancia_id
        where m.status = 'planejada' and not exists (
          select from whatsapp.mensagens e where e.conversa_id = m.conversa_id and e.ordem < m.ordem
            and (e.status = 'enviando' or e.status = 'planejada' and e.especie not in ('marketing', 'pesquisa')))
        """
    )
    return when


async def announce(conn: Connection, conversa_id: UUID) -> None:
    """Whoever shows this conversation should look again."""
    await conn.execute("select pg_notify('anna_mudou', $1)", str(conversa_id))
