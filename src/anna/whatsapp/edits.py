"""Messages that their author rewrites or takes back.

Before anybody looked, that is what was said. What was answered stays as it was answered: rewritten while its answer is the last thing
in the conversation, it is said anew, as a message of its own that the next turn reads.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import one
from anna.whatsapp import queries
from anna.whatsapp.models import Autor, Direcao, Edited, Especie, MensagemStatus, Tipo
from anna.whatsapp.queries import ConversaChange
from anna.whatsapp.quiet import Quiet, when_to_answer

REWRITES = "reescreve"
"""What `mensagens.dados` of a message said anew has: the words that were answered."""

EDITABLE = timedelta(minutes=20)
"""WhatsApp lets people rewrite a message for a quarter of an hour; what is told later happened long ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A patient's message whose answer is the newest of its conversa, as it is told to have been rewritten."""

    clinica_id: UUID
    conversa_id: UUID
    instancia_id: UUID
    canal: str
    texto: str
    cita: str | None


async def find_answered(
    conn: Connection, mensagem_id: UUID, texto: str, *, direcao: str | None, now: datetime
) -> Answered | None:
    """The message as it was answered, if `texto` is new; None when it waits still, is older than `EDITABLE`, or the talk went on."""
    row = await conn.fetchrow(
        "select m.clinica_id, m.conversa_id, m.instancia_id, m.canal, m.texto, m.cita from whatsapp.mensagens m where m.id = $1"
        " and m.direcao = 'entrada' and coalesce($2, 'entrada') = 'entrada' and m.tipo = 'texto' and m.texto <> $3"
        " and not m.dados ? 'apagada' and m.criada_em > $4 and exists (select from whatsapp.mensagens x"
        "   where x.conversa_id = m.conversa_id and (x.id = m.id or starts_with(x.provedor_id, m.provedor_id || '~'))"
        "   and x.turno_id = (select t.id from whatsapp.turnos t where t.conversa_id = m.conversa_id"
        "     and t.resultado in ('concluido', 'da_pessoa') order by t.iniciado_em desc, t.id desc limit 1))",
        mensagem_id, direcao, texto, now - EDITABLE,
    )  # fmt: skip
    return one(Answered, row)


async def edit(
    conn: Connection, mensagem_id: UUID, item: Edited, *, direcao: str | None, now: datetime, quiet: Quiet
) -> None:
    """Record that this message was rewritten or taken back, and let the turn look that has to."""
    answered = item.texto and await find_answered(conn, mensagem_id, item.texto, direcao=direcao, now=now)
    await edit_mensagem(conn, mensagem_id, item.texto, direcao=direcao, now=now)
    if answered:
        await _say_anew(conn, item, answered, now=now, quiet=quiet)


async def _say_anew(
    conn: Connection, item: Edited, answered: Answered, *, now: datetime, quiet: Quiet
) -> None:
    """Let what was rewritten after its answer be read once more, as words of its own, however often the edit is told."""
    assert item.texto is not None
    waiting = await conn.fetchval(
        "update whatsapp.mensagens set texto = $2 where conversa_id = $1 and direcao = 'entrada' and desfecho is null"
        " and starts_with(provedor_id, $3 || '~') returning id",
        answered.conversa_id, item.texto, item.provider_id,
    )  # fmt: skip
    if waiting:
        return  # rewritten once more before anybody looked
    name = f"{item.provider_id}~{hashlib.sha256(item.texto.encode()).hexdigest()[:12]}"
    row = (
        answered.clinica_id, answered.conversa_id, answered.instancia_id, Direcao.ENTRADA, Autor.PACIENTE, answered.canal, Tipo.TEXTO,
        name, item.texto, {REWRITES: answered.texto}, answered.cita, now, MensagemStatus.RECEBIDA, None, None, Especie.CONVERSA,
    )  # fmt: skip
    if await queries.insert_mensagens(conn, [row], now=now):
        due = when_to_answer(Tipo.TEXTO, item.texto, tapped=False, now=now, first_unanswered=now, quiet=quiet)
        change = ConversaChange(answered.conversa_id, responder_em=due, espera_desde=now)
        await queries.change_conversas(conn, [change], now=now)


async def edit_mensagem(
    conn: Connection, mensagem_id: UUID, texto: str | None, *, direcao: str | None = None, now: datetime
) -> None:
    """Record that the author changed a message, or (`texto` None) took it back; the old text is kept in `dados`.

    With `direcao`, only if it is a message of that side: nobody edits what the other one wrote.
    """
    if texto is None:
        await conn.execute(
            """
            update whatsapp.mensagens set texto = null,
              dados = dados || jsonb_build_object('apagada', jsonb_build_object('texto', texto, 'em', $2::timestamptz)),
              desfecho = case when direcao = 'entrada' and desfecho is null then 'ignorada' else desfecho end,
              motivo = case when direcao = 'entrada' and desfecho is null then 'apagada' else motivo end
            where id = $1 and not dados ? 'apagada' and direcao = coalesce($3, direcao)
            """,
            mensagem_id,
            now,
            direcao,
        )
        return
    await conn.execute(
        """
        update whatsapp.mensagens set texto = $3,
          dados = jsonb_set(dados, '{editada}', coalesce(dados -> 'editada', '[]')
            || jsonb_build_array(jsonb_build_object('texto', texto, 'em', $2::timestamptz)))
        where id = $1 and texto is distinct from $3 and not dados ? 'apagada' and direcao = coalesce($4, direcao)
        """,
        mensagem_id,
        now,
        texto,
        direcao,
    )
