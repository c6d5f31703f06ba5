"""What a run says: questions and messages become rows, rendered from rows as they are at that moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from anna.conversation.replies import ReplyBook, numbered
from anna.flows import message_queries, queries
from anna.flows.fact_queries import list_servicos
from anna.flows.facts import Known, joined
from anna.flows.message_queries import Speaking
from anna.flows.model import DiscardMessage, Listen, OpenQuestion, Postponed, SendMessage
from anna.flows.moves import Live, Move
from anna.flows.registry import Say
from anna.flows.wording import Wording, especie_of, question_words, shown_options
from anna.kit.money import brl

OTHERS_QUESTION = timedelta(minutes=30)
"""A background run does not ask while another question of the conversa is younger than this (FLOWS rule 4)."""


class Speech:
    """Plans the messages of runs; the door sends them."""

    def __init__(self, replies: ReplyBook) -> None:
        self._replies = replies

    async def ask(self, move: Move, live: Live, effect: OpenQuestion) -> Postponed | None:
        """Put a question, unless a background run would talk over another one: then say until when it waits."""
        conversa_id = live.refs["conversa"]
        if live.row.faixa == "background" and move.turn is None:
            busy = await queries.newest_open_question_of_others(
                move.conn, conversa_id, live.row.raiz_id, since=move.now - OTHERS_QUESTION
            )
            if busy:
                return Postponed(step=effect.step, visit=effect.visit, until=busy + OTHERS_QUESTION)
        options = shown_options(effect.options, self._replies)
        template, words = question_words(effect)
        mensagem_id = await self.plan(
            move, live, Say(template=template, words=words, especie=especie_of(live.flow)),
            passo=effect.step, visita=effect.visit, options=options, not_after=effect.not_after,
            again=effect.again > 0 and not effect.resumed,
        )  # fmt: skip
        await queries.insert_pergunta(
            move.conn, clinica_id=live.clinica_id, conversa_id=conversa_id, execucao_id=live.id, passo=effect.step,
            visita=effect.visit, mensagem_id=mensagem_id, slot=effect.slot, desejados=effect.wanted, tambem=effect.also,
            aceita=effect.accepts(), opcoes=options or None, now=move.now,
        )  # fmt: skip
        return None

    async def send(self, move: Move, live: Live, effect: SendMessage) -> None:
        """Plan the message of a `send` or of a nudge."""
        say = Say(template=effect.template, especie=especie_of(live.flow))
        await self.plan(move, live, say, passo=effect.step, visita=effect.visit, not_after=effect.not_after)

    async def listen(self, move: Move, live: Live, effect: Listen) -> None:
        """Let the next words of the patient reach a wait."""
        if "conversa" in live.refs:
            await queries.insert_pergunta(
                move.conn, clinica_id=live.clinica_id, conversa_id=live.refs["conversa"], execucao_id=live.id,
                passo=effect.step, visita=effect.visit, mensagem_id=None, slot=None, desejados={}, tambem={},
                aceita=effect.replies, opcoes=None, now=move.now,
            )  # fmt: skip

    async def discard(self, move: Move, live: Live, effect: DiscardMessage) -> None:
        """Put on record what came too late to be said."""
        conversa = await self._conversa(move, live)
        if conversa:
            await message_queries.record_discarded(
                move.conn, conversa=conversa, modelo=effect.template, especie=especie_of(live.flow),
                motivo=f"late: not after {effect.not_after.isoformat()}", execucao_id=live.id, passo=effect.step,
                visita=effect.visit, now=move.now,
            )  # fmt: skip

    async def plan(
        self, move: Move, live: Live, say: Say, *, passo: str, visita: int,
        options: Sequence[dict[str, Any]] = (), not_after: datetime | None = None, again: bool = False,
    ) -> UUID | None:  # fmt: skip
        """Render one bubble and write it down for the door; None when it was planned before, or there is nobody to tell."""
        conversa = await self._conversa(move, live)
        if conversa is None:
            return None
        known = await live.known(move)
        words = known.words() | await self._asked_procedures(move, live, known)
        words |= (live.run.data.get("palavras") or {}) | dict(say.words)
        if options:
            words["opcoes"] = numbered(str(option["rotulo"]) for option in options)
        wording = Wording(self._replies, seed=f"{live.id}{visita}", last=conversa.ultimo_texto)
        texto = wording.text(say.template, words, again=again)
        if conversa.avisada_em is None:
            texto = wording.introduced(say.template, texto, words)
            await message_queries.mark_introduced(move.conn, conversa.id, now=move.now)
        return await message_queries.plan_message(
            move.conn, conversa=conversa, texto=texto, especie=say.especie, modelo=say.template, now=move.now,
            execucao_id=live.id, passo=passo, visita=visita, turno_id=move.turn.id if move.turn else None,
            opcoes=list(options) or None, nao_depois=not_after, dados=_about(known),
        )  # fmt: skip

    async def _asked_procedures(self, move: Move, live: Live, known: Known) -> dict[str, str | None]:
        """The procedures a run was asked for, by the names this clinica gives them, until a consulta says so.

        Their price goes along when it was asked for before the procedure was known.
        """
        slugs = live.run.slots.get("procedimentos")
        if "consulta" in live.refs or not isinstance(slugs, list):
            return {}
        servicos = await list_servicos(move.conn, live.clinica_id, slugs)
        words: dict[str, str | None] = {"procedimentos": joined([s.nome for s in servicos])}
        asked_price = "price" in live.run.heard and "preco" not in known.around.ditos
        if asked_price and servicos:
            words["preco_pedido"] = brl(sum((s.preco for s in servicos), Decimal(0)))
        return words

    async def _conversa(self, move: Move, live: Live) -> Speaking | None:
        conversa_id = live.refs.get("conversa")
        return await message_queries.lock_conversa(move.conn, conversa_id) if conversa_id else None


def _about(known: Known) -> dict[str, object]:
    """What a message is about, so that the door can see whether it is still true."""
    if known.consulta is None:
        return {}
    return {"consulta": str(known.consulta.id), "revisao": known.consulta.revisao}
