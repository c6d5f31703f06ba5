"""What a run says: questions and messages become rows, rendered from rows as they are at that moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.clinica.service import load_calendar, load_settings
from anna.commands import Nuance
from anna.conversation.claims.models import Fact
from anna.conversation.manners import IN_PORTUGUESE
from anna.conversation.replies import ReplyBook, numbered
from anna.conversation.understanding.facts.whom import Whom
from anna.db.connect import Connection
from anna.flows import message_queries, queries
from anna.flows.evidence import literal_facts, prove, word_facts
from anna.flows.fact_queries import OTHERS_QUESTION, has_said, list_popular, list_servicos
from anna.flows.facts import SAID_FOR, Known, in_sentence, joined, wish_words
from anna.flows.message_queries import Speaking
from anna.flows.model import DiscardMessage, Listen, OpenQuestion, Postponed, SendMessage
from anna.flows.moves import Live, Move
from anna.flows.registry import Say
from anna.flows.shares import Part, read_shares, read_visits
from anna.flows.wording import (
    OF_HOURS,
    OPTIONS,
    REMEMBERED,
    Bubble,
    Wording,
    Words,
    attends,
    especie_of,
    half_words,
    hour_words,
    in_opening,
    needs_of,
    shown_options,
)
from anna.kit.money import brl
from anna.when import When, WhenStatus

_SEVERAL = 2

SOME = 6
"""How many procedures are named where all of them would be a wall of text."""

_ASKS_BACK = frozenset({Nuance.ASKS_AGAIN, Nuance.ASKS_MEANING, Nuance.SKIPS})

_HOW_MANY: Mapping[str, str] = {Whom.BOTH: "duas", Whom.MORE: "várias"}

QUESTION_PASSED = "transferencia_pergunta_medica"
"""What is said before a wish is taken up that came beside a question for a professional: that it was heard is still to be shown."""

IN_SIGHT = 4
"""A list so many messages of Anna's above is still on the screen."""


async def word(
    conn: Connection, replies: ReplyBook, conversa: Speaking, template: str, words: Words, *, seed: str, now: datetime,
    again: bool = False,
) -> Bubble:  # fmt: skip
    """`template` in the tone of the clinica, after what was said in this conversa; the first words ever say who speaks."""
    wording, introduce = await wording_for(conn, replies, conversa, seed=seed, now=now)
    return wording.bubble(template, words, again=again, introduce=introduce)


async def wording_for(
    conn: Connection, replies: ReplyBook, conversa: Speaking, *, seed: str, now: datetime
) -> tuple[Wording, bool]:
    """How things are said in this conversa, and whether its next words are the first ever: they say who speaks."""
    wording = Wording(
        replies, seed=seed, settings=await load_settings(conn, conversa.clinica_id),
        before=await message_queries.list_said(conn, conversa.id, limit=REMEMBERED),
    )  # fmt: skip
    introduce = conversa.avisada_em is None
    if introduce:
        await message_queries.mark_introduced(conn, conversa.id, now=now)
    return wording, introduce


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
        template, words = await self._question(move, live, effect)
        if (one := attends(effect.options)) is not None:
            words = {**words, "com_quem": one}
        words = {**words, **await self._offered(move, live, effect)}
        template, words = await self._briefly(move, live, effect, template, words)
        mensagem_id = await self.plan(
            move, live, Say(template=template, words=words, especie=especie_of(live.flow)),
            passo=effect.step, visita=effect.visit, options=options, not_after=effect.not_after,
            again=effect.again > 0 and not effect.resumed and template != "procedimento_que_nao_temos",
        )  # fmt: skip
        await queries.insert_pergunta(
            move.conn, clinica_id=live.clinica_id, conversa_id=conversa_id, execucao_id=live.id, passo=effect.step,
            visita=effect.visit, mensagem_id=mensagem_id, slot=effect.slot, desejados=effect.wanted, tambem=effect.also,
            aceita=effect.accepts(), opcoes=options or None, now=move.now,
        )  # fmt: skip
        return None

    async def _offered(self, move: Move, live: Live, effect: OpenQuestion) -> Words:
        """What the offered times are for: not always what the consulta is of that is held while others are looked at."""
        slugs = live.run.data.get("agora")
        if not slugs or not any("vaga" in option for option in effect.options if isinstance(option, Mapping)):
            return {}
        servicos = await list_servicos(move.conn, live.clinica_id, slugs)
        return {"procedimentos": joined([in_sentence(s.nome) for s in servicos])}

    async def _question(self, move: Move, live: Live, effect: OpenQuestion) -> tuple[str, Words]:
        """The template that puts the question now, and the words that only this moment adds."""
        reading = move.turn.reading if move.turn else None
        if effect.type == "quando" and effect.partial:
            return half_words(effect, await load_calendar(move.conn, live.clinica_id), move.now)
        if effect.type == "servicos" and reading and (effect.again or Nuance.UNLISTED in reading.nuances):
            unlisted = Nuance.UNLISTED in reading.nuances
            return "procedimento_que_nao_temos" if unlisted else "ask_procedimento_da_lista", {}
        if effect.type == "servicos" and reading and reading.when and reading.when.status is WhenStatus.OK:
            return effect.template, {"anotado": await self._noted(move, live)}
        if effect.type == "phone" and reading and (reading.when or reading.procedure or reading.nuances):
            several = _HOW_MANY.get(live.run.slots.get("para") or "")
            apart = await self._noted_apart(move, live) if several == _HOW_MANY[Whom.BOTH] else {}
            return effect.template, {
                "anotado": await self._noted(move, live),
                "quantas": None if apart else several,
                **apart,
            }
        return effect.template, {}

    async def _briefly(
        self, move: Move, live: Live, effect: OpenQuestion, template: str, words: Words
    ) -> tuple[str, Words]:
        """A question that comes after something else of this turn, or once more, leaves out what was said before it."""
        turn = move.turn
        spoken = turn is not None and await message_queries.has_spoken(
            move.conn, turn.id, beside=(*IN_PORTUGUESE.values(), QUESTION_PASSED)
        )
        if effect.resumed:  # that the wished time is not free was said the first time
            words = {
                **words,
                "dia_pedido": None,
                "hora_pedida": None,
                "vaga_pedida": None,
                "so_ha": None,
                "ja_marcado": None,
                "ja_mostrado": None,
                "so_com": None,
                "para_quantas": None,
                "hoje_ate": None,
            }
        if not spoken:
            return template, words
        # a day that was said just now is said back all the same
        if turn is None or turn.reading.when is None:
            words = {**words, "anotado": None, "anotado_dela": None}
        if template == "ask_quando":
            words = {**words, "procedimentos": None}
        asks_back = turn is not None and not turn.reading.nuances.isdisjoint(_ASKS_BACK)
        if template != "ask_vaga" or not effect.resumed or asks_back:
            return template, words
        return ("ask_vaga_de_novo" if await self._just_listed(move, live) else template), words

    async def _just_listed(self, move: Move, live: Live) -> bool:
        """Whether the times are still to be seen, a few messages above."""
        said = await message_queries.list_said(move.conn, live.refs["conversa"], limit=IN_SIGHT)
        return any("ask_vaga" in (one.get("ditas") or {}) for one in said)

    async def _noted(self, move: Move, live: Live) -> str | None:
        """What is wished so far, in full, so that a misunderstanding shows: `Botox, sexta, 27/11, às 15h`."""
        slots = live.run.slots
        if visits := await self._visits(move, live):
            each = [await self._in_full(move, live, one.procedures, one.wish or When()) for one in visits]
            return "; ".join(filter(None, each)) or None
        wish = When.from_json(slots["quando"]) if slots.get("quando") else When()
        return await self._in_full(move, live, slots.get("procedimentos") or [], wish)

    async def _visits(self, move: Move, live: Live) -> Sequence[Part]:
        """The visits of one person that were told apart."""
        wanted = live.run.slots.get("procedimentos") or []
        if len(wanted) < _SEVERAL or live.run.slots.get("para") in _HOW_MANY:
            return ()
        return await read_visits(
            move.conn,
            clinica_id=live.clinica_id,
            texts=await self._heard(move, live),
            wanted=wanted,
            now=move.now,
        )

    async def _heard(self, move: Move, live: Live) -> Sequence[str]:
        """What was said in this talk, in order."""
        since = await message_queries.list_heard(move.conn, live.refs["conversa"], raiz_id=live.row.raiz_id)
        return [text for text in (live.run.trigger.data.get("frase"), *since) if text]

    async def _in_full(self, move: Move, live: Live, slugs: Sequence[str], wish: When) -> str | None:
        servicos = await list_servicos(move.conn, live.clinica_id, list(slugs))
        said = wish_words(in_opening(wish, await load_calendar(move.conn, live.clinica_id), move.now))
        when = [text for text in (said["dia"], said["hora"]) if text]
        what = joined([in_sentence(s.nome) for s in servicos])
        return ", ".join(filter(None, [what, *when])) if when else None

    async def _noted_apart(self, move: Move, live: Live) -> dict[str, str | None]:
        """The same of each of two who come, where it was told apart."""
        slots = live.run.slots
        shares = await read_shares(
            move.conn, clinica_id=live.clinica_id, now=move.now, wanted=slots.get("procedimentos") or [],
            texts=await self._heard(move, live),
            wish=When.from_json(slots["quando"]) if slots.get("quando") else None,
        )  # fmt: skip
        if shares.hers.wish and shares.others.wish:
            return {
                "anotado_dela": await self._in_full(move, live, shares.hers.procedures, shares.hers.wish),
                "anotado_da_outra": await self._in_full(
                    move, live, shares.others.procedures, shares.others.wish
                ),
            }
        if not shares.told or set(shares.hers.procedures) == set(shares.others.procedures):
            return {}
        theirs = await list_servicos(move.conn, live.clinica_id, list(shares.others.procedures))
        return {
            "anotado_dela": await self._in_full(
                move, live, shares.hers.procedures, shares.hers.wish or When()
            ),
            "anotado_da_outra": joined([in_sentence(s.nome) for s in theirs]),
        }

    async def send(self, move: Move, live: Live, effect: SendMessage) -> None:
        """Plan the message of a `send` or of a nudge."""
        say = Say(template=effect.template, especie=especie_of(live.flow))
        await self.plan(move, live, say, passo=effect.step, visita=effect.visit, not_after=effect.not_after)

    async def listen(self, move: Move, live: Live, effect: Listen) -> None:
        """Let the next words of the patient reach a wait."""
        if "conversa" in live.refs:
            await queries.insert_pergunta(
                move.conn, clinica_id=live.clinica_id, conversa_id=live.refs["conversa"], execucao_id=live.id,
                passo=effect.step, visita=effect.visit, mensagem_id=None, slot=None, desejados={},
                tambem={name: kind for name, kind in live.flow.slots.items() if name in effect.replies},
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
        words = await self._words(move, live, say, known)
        if options:
            words[OPTIONS] = numbered(str(option["rotulo"]) for option in options)
        wording, introduce = await wording_for(
            move.conn, self._replies, conversa, seed=f"{live.id}{visita}", now=move.now
        )
        bubble = wording.bubble(say.template, words, again=again, introduce=introduce)
        own: list[Fact] = []
        for more in say.then:
            further = await self._words(move, live, more, known)
            bubble = bubble.then(wording.bubble(more.template, further))
            own += [*literal_facts(self._replies, more.template), *word_facts(further, known, live.id)]
        provas = await prove(
            move.conn, bubble.texto, template=say.template, replies=self._replies, words=words, known=known,
            conversa_id=conversa.id, execucao_id=live.id, phrased=say.facts, own=own,
            heard=(move.turn.whole or move.turn.text) if move.turn else None,
        )  # fmt: skip
        return await message_queries.plan_message(
            move.conn, conversa=conversa, texto=bubble.texto, especie=say.especie,
            modelo=None if say.facts else say.template, now=move.now, provas=provas, execucao_id=live.id,
            passo=passo, visita=visita, turno_id=move.turn.id if move.turn else None,
            opcoes=list(options) or None, nao_depois=not_after, dados=_about(known) | bubble.to_json(),
        )  # fmt: skip

    async def _words(self, move: Move, live: Live, say: Say, known: Known) -> dict[str, str | None]:
        """All that `say` may name."""
        words = known.words(said=move.turn.text if move.turn else None) | await self._asked_procedures(
            move, live, known
        )
        if move.turn and move.turn.reading.name:
            words["nome"] = None  # who has just said a name is not called by another one
        words |= await self._needed(move, live, say.template)
        return words | (live.run.data.get("palavras") or {}) | dict(say.words)

    async def _needed(self, move: Move, live: Live, template: str) -> dict[str, str | None]:
        """Words that take a look at the clinic to know, for the templates that have a use for them."""
        needs = needs_of(template, self._replies)
        words: dict[str, str | None] = {}
        if needs & OF_HOURS:
            words.update(hour_words(await load_calendar(move.conn, live.clinica_id), move.now))
        if "alguns_procedimentos" in needs:
            popular = await list_popular(move.conn, live.clinica_id, limit=SOME)
            words["alguns_procedimentos"] = joined([in_sentence(nome) for nome in popular])
        return words

    async def _asked_procedures(self, move: Move, live: Live, known: Known) -> dict[str, str | None]:
        """The procedures a run was asked for, by the names this clinica gives them, until a consulta says so.

        Their price goes along when it was asked for before the procedure was known.
        """
        slugs = live.run.slots.get("procedimentos")
        if "consulta" in live.refs or not isinstance(slugs, list):
            return {}
        servicos = await list_servicos(move.conn, live.clinica_id, slugs)
        words: dict[str, str | None] = {"procedimentos": joined([in_sentence(s.nome) for s in servicos])}
        prices = [brl(s.preco) for s in servicos]
        if "price" in live.run.heard and not await has_said(
            move.conn, live.refs["conversa"], prices, since=move.now - SAID_FOR
        ):
            each = [f"{in_sentence(s.nome)} por {brl(s.preco)}" for s in servicos]
            words |= {"precos_pedidos": joined(each)} if len(each) > 1 else {"preco_pedido": joined(prices)}
        return words

    async def _conversa(self, move: Move, live: Live) -> Speaking | None:
        conversa_id = live.refs.get("conversa")
        return await message_queries.lock_conversa(move.conn, conversa_id) if conversa_id else None


def _about(known: Known) -> dict[str, object]:
    """What a message is about, so that the door can see whether it is still true."""
    if known.consulta is None:
        return {}
    return {"consulta": str(known.consulta.id), "revisao": known.consulta.revisao}
