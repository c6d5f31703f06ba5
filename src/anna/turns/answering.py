"""What a turn does with what it understood: which runs begin, which question gets the reply, what is said otherwise.

The order is fixed: overrides first (safety, opt-out, a person); then digressions are answered; then the reply goes to the question
it belongs to; then a new talk run may begin; and only when nothing of that happened do manners decide. Everything happens in the
turn's own transaction, and the route is kept as the reason of the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from anna.commands import Intent, Nuance, YesNo
from anna.conversation.deposit import Deposit, Paid, asks_how_there, asks_whether_ours
from anna.conversation.leaving import Apart
from anna.conversation.manners import (
    EXPLAINED,
    IDENTITY,
    LATER,
    MISSENT,
    NEEDS_PERSON,
    REPEATED,
    Manner,
)
from anna.conversation.replies import ReplyBook
from anna.conversation.routing import Route, route
from anna.db.events import emit
from anna.flows.definition import Flow, Lane
from anna.flows.merging import follow_merges
from anna.flows.model import AskAgain, Reply
from anna.flows.moves import Move
from anna.flows.registry import Turn
from anna.flows.runner import Runner
from anna.turns import queries
from anna.turns.asked import COURTESIES, Asked
from anna.turns.astray import HELPED, helped_out, manner_of
from anna.turns.awaiting import picked_again, said_of_awaited, said_to_be_paid, tell_waiting
from anna.turns.calling_off import called_off_besides
from anna.turns.foreigners import tell_language
from anna.turns.noting import note_wish
from anna.turns.plainly import of_no_row, person_wished
from anna.turns.queries import Taken
from anna.turns.remembering import WISHES
from anna.turns.restating import restate
from anna.turns.returning import OPT_OUT, hearing, purpose, wished_back
from anna.turns.speaking import say
from anna.turns.starting import begin, trigger_data
from anna.turns.waiting import answer_meanwhile
from anna.turns.wordless import ASKED_ABOUT, UNCLEAR, VOICE, answer_to
from anna.whatsapp.transcripts import TOO_MUCH

SAYS_PAID = Nuance.SAYS_PAID.value
NOTHING_ASKED = "nothing was asked"
_CANCELS = frozenset({Intent.CANCEL.value})
CLARIFIED = "clarified"
SECOND_TAP = timedelta(minutes=5)
"""The same words so soon after they were an answer are a second tap, no second answer."""


class Answering:
    """Answers turns of one client with its flows."""

    def __init__(self, *, runner: Runner, replies: ReplyBook) -> None:
        self._runner = runner
        self._replies = replies

    async def follow_merges(self, move: Move, taken: Taken) -> None:
        """Whoever turned out to be one person with another goes on with the talk of both; who did not, with the own one."""
        await follow_merges(self._runner, move, taken.contato_id)

    async def acknowledge(self, move: Move, taken: Taken, turno_id: UUID) -> None:
        """Say that a voice message has arrived and will be answered."""
        await say(move, self._replies, taken, queries.ACKNOWLEDGEMENT, turno_id=turno_id)

    async def answer(self, move: Move, asked: Asked) -> dict[str, Any]:
        """Move the runs this turn moves and plan what is said; returns the route, which the turno keeps."""
        if asked.awaited:
            return await answer_meanwhile(
                move, self._replies, asked, asked.awaited, serve=self._answer, begin=partial(self._begin, move, asked),
                say=partial(self._say, move, asked), ask_again=partial(self._return_to_question, move, asked))  # fmt: skip
        left: dict[str, Any] = {}
        if asked.apart and await self._leave(move, asked, asked.apart):
            left = {"saida": OPT_OUT}
            move, asked = hearing(move, asked, asked.apart.rest)
        both = await called_off_besides(move, asked)
        rota = await self._answer(*(hearing(move, asked, both.rest) if both else (move, asked))) | left
        if both:
            await self._begin(*hearing(move, asked, both.cancels), Lane.TALK, _CANCELS)
        return rota | ({"devolvida": asked.returned.to_json()} if asked.returned else {})

    async def _leave(self, move: Move, asked: Asked, apart: Apart) -> bool:
        """Obey an opt-out beside which something else is said; that is answered as if it had been said alone."""
        move, asked = hearing(move, asked, apart.leaving)
        return await self._begin(move, asked, Lane.OVERRIDE, frozenset({"optout"})) is not None

    async def _come_back(self, move: Move, asked: Asked, said: frozenset[str]) -> dict[str, Any] | None:
        """Give back what she left to whoever comes back, or ask what that is; say what the messages are for to whoever asks."""
        if told := await purpose(move, asked):
            await self._say(move, asked, told)
            return {"regra": "social", "motivo": Nuance.ASKS_PURPOSE.value}
        wished = await wished_back(move, asked, said)
        again = await self._begin(move, asked, Lane.TALK, wished) if wished else None
        return {"regra": "start", "fluxo": again.name} if again else None

    async def _answer(self, move: Move, asked: Asked) -> dict[str, Any]:
        if asked.burst.late:
            await self._say(move, asked, "desculpa_demora")
        if asked.burst.wordless and not asked.heard.tapped:
            return await self._wordless(move, asked, asked.burst.wordless)
        move, asked = helped_out(move, asked)
        said = asked.said()
        override = await self._begin(
            move, asked, Lane.OVERRIDE, said | await person_wished(move, asked, said)
        )
        if override:
            await note_wish(move, self._replies, asked)
            return {"regra": "override", "fluxo": override.name}
        if handed := await self._unheard_part(move, asked) or await self._come_back(move, asked, said):
            return handed
        if plain := await of_no_row(move, asked, said):
            return await self._told_plainly(move, asked, plain)
        routed = route(asked.heard, asked.questions, quoted=asked.burst.quoted)
        if not (routed.bound or asked.open_question()):
            tell, data = partial(self._say, move, asked), trigger_data(asked)
            if again := await restate(self._runner, move, asked.taken, asked.burst.text, data, tell):
                return routed.to_json() | {"regra": "restated", "fluxo": again}
        if deposit := await self._about_deposit(move, asked, routed):
            return routed.to_json() | deposit
        answered = routed.bound and routed.bound.answers
        if not answered and (settled := await self._settle(move, asked, said, routed)):
            return routed.to_json() | settled
        await tell_language(move, asked, partial(self._say, move, asked))
        return await self._converse(move, asked, said, routed)

    async def _settle(
        self, move: Move, asked: Asked, said: frozenset[str], routed: Route
    ) -> dict[str, Any] | None:
        """What is decided before any flow: who speaks, money that is missing, a price that was all, a second tap."""
        nuances = asked.heard.reading.nuances
        manner = next((manner for nuance, manner in IDENTITY.items() if nuance in nuances), None)
        if Nuance.MISSENT in nuances and not manner:
            if not any(
                q.background for q in asked.questions
            ):  # her own mistake: nobody here had written to her
                await self._mannered(move, asked, MISSENT)
                return {"regra": "social", "motivo": MISSENT.why}
            manner = IDENTITY[Nuance.OTHER_PERSON]
        if manner:
            await self._mannered(move, asked, manner)
            return await self._hand_off(move, asked, manner.why)
        if routed.bound or routed.which:
            return None
        if Nuance.SAYS_PAID in nuances and asked.burst.picture:
            return await self._wordless(move, asked, asked.burst.picture)
        if Nuance.SAYS_PAID in nuances and (paid := await self._about_paid(move, asked, said)):
            return paid
        if Nuance.ONLY_ASKED in nuances and asked.has_heard_price(said):
            await self._mannered(move, asked, LATER)
            return {"regra": "social", "motivo": LATER.why}
        if Nuance.TOO_DEAR in nuances and asked.has_heard_price(said):
            await self._say(move, asked, "preco_comentado")
            return {"regra": "social", "motivo": "too_dear"}
        since = move.now - SECOND_TAP
        if not asked.is_offered_times() and await queries.repeats_answer(
            move.conn, asked.taken.id, asked.burst.text, before=_turn(move).id, since=since
        ):
            await self._mannered(move, asked, REPEATED)
            return {"regra": "social", "motivo": REPEATED.why}
        return None

    async def _about_paid(self, move: Move, asked: Asked, said: frozenset[str]) -> dict[str, Any] | None:
        """Say what is true of the money; where none is awaited, or not that way, a person looks for it."""
        found = await said_to_be_paid(move, asked, said, again=await self._again(move, asked, SAYS_PAID))
        if found is None:
            return None
        paid, about = found
        await say(move, self._replies, asked.taken, paid.value, turno_id=_turn(move).id, about=about)
        if paid in {Paid.NOT_FOUND, Paid.ELSEWHERE}:
            return await self._hand_off(move, asked, SAYS_PAID)
        return {"regra": "social", "motivo": SAYS_PAID}

    async def _about_deposit(self, move: Move, asked: Asked, routed: Route) -> dict[str, Any] | None:
        """What is asked about a deposit while it is awaited, answered from its own rows; twice a link that fails brings a person."""
        if asks_whether_ours(asked.burst.text):
            await self._say(move, asked, "link_suspeito")
            return await self._hand_off(move, asked, "link_suspeito")
        found = await said_of_awaited(move, asked, routed)
        again = None if found else await picked_again(move, asked, routed)
        if again and again.reply:
            await self._runner.deliver(move, again.execucao_id, again.reply)
            return {"regra": "deposit", "motivo": "picked_again"}
        found = (Deposit.WILL_PAY, again.about) if again else found
        if found is None:
            return None
        kind, about = found
        if kind is Deposit.OTHERS:
            return await tell_waiting(self._runner, move, asked, kind.value)
        if kind is Deposit.LINK and await self._again(move, asked, kind.value):
            return await self._hand_off(move, asked, "link_nao_abre")
        if kind is Deposit.REFUSED and await self._again(move, asked, kind.value):
            return await tell_waiting(self._runner, move, asked, Intent.DENY.value)
        await self._say(move, asked, kind.value, about)
        if kind is Deposit.WHY and asks_how_there(asked.burst.text):
            await self._begin(
                move, asked, Lane.ASIDE, frozenset({Intent.PAYMENT.value})
            )  # the rest, at the clinic
        return {"regra": "social", "motivo": kind.value}

    async def _converse(
        self, move: Move, asked: Asked, said: frozenset[str], routed: Route
    ) -> dict[str, Any]:
        bound = routed.bound
        free = asked.beside(said, bound)
        aside = await self._begin(move, asked, Lane.ASIDE, free)
        out = routed.to_json() | ({"aparte": aside.name} if aside else {})
        if aside and not asked.awaited and await queries.is_handed_over(move.conn, asked.taken.id):
            await note_wish(move, self._replies, asked)
            return out | {"regra": "pessoa", "motivo": aside.name}
        if bound:
            await self._runner.deliver(
                move,
                bound.question.execucao_id,
                Reply(
                    step=bound.question.passo, visit=bound.question.visita, said=bound.said, answers=bound.answers,
                    incomplete=bound.incomplete, choice=bound.choice, unclear=bound.unclear,
                ),
            )  # fmt: skip
            if not await queries.count_planned(move.conn, _turn(move).id):
                await self._return_to_question(move, asked)  # it changed nothing, and silence is no answer
            return out
        if routed.which:
            await self._say(move, asked, "qual_pergunta")
            return out
        if Nuance.LATER in asked.heard.reading.nuances and not aside and said <= COURTESIES:
            await self._mannered(move, asked, LATER)
            return out | {"regra": "social", "motivo": LATER.why}
        if not aside and asked.asks_to_clarify(said):
            return out | await self._clarify(move, asked)
        if not said and not aside and await self._is_about_a_file(move, asked):
            return out | await self._unclear(move, asked)
        talk = None if asked.returned and not said else await self._begin(move, asked, Lane.TALK, said)
        if talk:
            return out | {"regra": "start", "fluxo": talk.name}
        if aside:
            await self._return_to_question(move, asked)
            return out | {"regra": "aside"}
        return out | await self._manners(move, asked, said)

    async def _begin(self, move: Move, asked: Asked, lane: Lane, said: frozenset[str]) -> Flow | None:
        return await begin(self._runner, move, asked, lane, said)

    async def _hand_off(self, move: Move, asked: Asked, reason: str) -> dict[str, Any]:
        """Let a person answer: an event that the hand-off flow waits for, handled at once."""
        await emit(
            move.conn, clinica_id=asked.taken.clinica_id, nome="entendimento.falhou_2x", refs=asked.refs,
            dados={"motivo": reason, "safety": None, "frase": asked.burst.text}, now=move.now,
        )  # fmt: skip
        return {"regra": "pessoa", "motivo": reason}

    # -- otherwise -------------------------------------------------------------------------------------------------------

    async def _clarify(self, move: Move, asked: Asked) -> dict[str, Any]:
        """Say what the open question is about and put it again; whoever asks that twice in a row gets a person."""
        if await self._again(move, asked, CLARIFIED):
            return await self._hand_off(move, asked, CLARIFIED)
        template = EXPLAINED.get(asked.open_kind() or "")
        if template and asked.heard.reading.nuances & {Nuance.ASKS_MEANING, Nuance.SKIPS}:
            await self._say(move, asked, template)
        await self._return_to_question(move, asked, again=True)
        return {"regra": "social", "motivo": CLARIFIED}

    async def _manners(self, move: Move, asked: Asked, said: frozenset[str]) -> dict[str, Any]:
        wish = next((intent for intent in NEEDS_PERSON if intent.value in said), None)
        if wish:
            return await self._hand_off(move, asked, wish.value)
        if asked.heard.reading.yes_no is YesNo.NO and asked.open_kind() == "phone":
            await self._say(move, asked, "ask_outro_telefone")
            return {"regra": "social", "motivo": "another_number"}
        if said & WISHES and await self._return_to_question(move, asked):
            return {"regra": "social", "motivo": "asked again"}  # "eu queria…", "marcar": that is under way
        manner = None if asked.asks_besides else manner_of(asked, said, await self._last(move, asked))
        if manner and manner.person:
            return await self._hand_off(move, asked, manner.why)
        if manner and manner.why in {"greet", NOTHING_ASKED} and await self._return_to_question(move, asked):
            return {"regra": "social", "motivo": "asked again"}
        if manner:
            if manner.template or not manner.returns:
                await self._mannered(move, asked, manner)
            if manner.returns:
                await self._return_to_question(move, asked)
            return {"regra": "social", "motivo": manner.why}
        return await self._unclear(move, asked)

    async def _unclear(self, move: Move, asked: Asked) -> dict[str, Any]:
        """The first time Anna asks again, the second time in a row a person is called.

        Right after a person gave the conversation back it was most likely meant for that person, and is no failure.
        """
        if asked.returned:
            if not await self._return_to_question(move, asked):
                await self._say(move, asked, "de_volta")
            return {"regra": "returned"}
        if asked.burst.picture:
            return await self._wordless(move, asked, asked.burst.picture)
        if asked.own_number():
            await self._return_to_question(move, asked)
            return {"regra": "own_number"}
        if await self._again(move, asked, UNCLEAR, HELPED, *ASKED_ABOUT):
            return await self._hand_off(move, asked, "falhou_2x")
        question = next((q for q in asked.questions if q.slot), None)
        if question is None:
            await self._say(move, asked, "pode_ajudar")
        else:
            await self._runner.deliver(
                move,
                question.execucao_id,
                Reply(step=question.passo, visit=question.visita, said=asked.said(), unclear=True),
            )
        return {"regra": UNCLEAR}

    async def _is_about_a_file(self, move: Move, asked: Asked) -> bool:
        """Whether a picture came along, or Anna has just asked what something without words was about."""
        return asked.burst.picture is not None or await self._again(move, asked, *ASKED_ABOUT)

    async def _again(self, move: Move, asked: Asked, *why: str) -> bool:
        """Whether the turn before this one was routed for one of these reasons."""
        return await self._last(move, asked) in why

    async def _last(self, move: Move, asked: Asked) -> str | None:
        return await queries.last_rule(move.conn, asked.taken.id, before=_turn(move).id)

    async def _wordless(self, move: Move, asked: Asked, kind: str) -> dict[str, Any]:
        """Answer what has no words, or whose words say nothing: a picture, a voice, a place."""
        before = await queries.read_before(move.conn, asked.taken.id, turno_id=_turn(move).id, now=move.now)
        unheard = asked.burst.why_unheard
        answer = answer_to(kind, before, unheard=unheard)
        if answer.template or not answer.person:
            await self._mannered(move, asked, Manner(answer.template, answer.why))
        if answer.person:
            return await self._hand_off(move, asked, answer.why)
        if answer.returns:
            await self._return_to_question(move, asked)
        return {"regra": "wordless", "motivo": kind, **({"audio": unheard} if unheard else {})}

    async def _unheard_part(self, move: Move, asked: Asked) -> dict[str, Any] | None:
        """Beside words there is a voice that nobody could write out: the patient is told, or a person hears it."""
        if asked.burst.unheard is None:
            return None
        if asked.burst.why_unheard in TOO_MUCH:
            return await self._wordless(move, asked, VOICE)
        await self._say(move, asked, "parte_em_audio")
        return None

    async def _return_to_question(self, move: Move, asked: Asked, *, again: bool = False) -> bool:
        """After a digression the open question is put once more; False when there is none.

        Whether she may be reached where she writes from is asked once, and `again` only of who did not understand it.
        """
        question = None if asked.is_asked_back() else asked.open_question()
        if question:
            known = None if again else asked.own_number()
            put = known or AskAgain(step=question.passo, visit=question.visita)
            await self._runner.deliver(move, question.execucao_id, put)
        return question is not None

    async def _mannered(self, move: Move, asked: Asked, manner: Manner) -> None:
        """Say what manners say; where that is nothing, the message is on record as left unanswered on purpose."""
        if manner.template:
            await self._say(move, asked, manner.template)
            return
        await queries.set_outcomes(
            move.conn, asked.burst.ids, desfecho="ignorada", motivo=manner.why, turno_id=_turn(move).id
        )

    async def _told_plainly(self, move: Move, asked: Asked, manner: Manner) -> dict[str, Any]:
        await self._mannered(move, asked, manner)
        if manner.returns:
            await self._return_to_question(move, asked)
        return {"regra": "social", "motivo": manner.why}

    async def _say(
        self, move: Move, asked: Asked, template: str, about: Mapping[str, UUID] | None = None
    ) -> None:
        """Plan a text that belongs to no run, only to this turn; `about` are ids of rows that it speaks of."""
        reading = asked.heard.reading
        # who has just said who speaks is not called by another name
        unnamed = bool(reading.name) or Nuance.OTHER_PERSON in reading.nuances
        await say(
            move, self._replies, asked.taken, template, turno_id=_turn(move).id, unnamed=unnamed, about=about
        )


def _turn(move: Move) -> Turn:
    assert move.turn is not None, "a turn answers a message"
    return move.turn
