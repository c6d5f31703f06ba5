"""What a turn does with what it understood: which runs begin, which question gets the reply, what is said otherwise.

The order is fixed: overrides first (safety, opt-out, a person); then digressions are answered; then the reply goes to the question
it belongs to; then a new talk run may begin; and only when nothing of that happened do manners decide. Everything happens in the
turn's own transaction, and the route is kept as the reason of the answer.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from anna.commands import Intent, Nuance
from anna.conversation.binding import Bound
from anna.conversation.leaving import WISHES, Apart
from anna.conversation.manners import IDENTITY, LATER, MISSENT, REPEATED
from anna.conversation.messages_spoken_of import Spoken
from anna.conversation.question import Heard
from anna.conversation.replies import ReplyBook
from anna.conversation.routing import Route, route
from anna.conversation.thinks_booked import thinks_booked
from anna.conversation.understanding.intents.booked import says_booked
from anna.conversation.understanding.intents.reminders import refuses_reminders
from anna.conversation.understanding.text.line import Line
from anna.flows.definition import Lane
from anna.flows.merging import follow_merges
from anna.flows.model import Reply
from anna.flows.moves import Move
from anna.flows.runner import Runner
from anna.turns import queries, recall_queries
from anna.turns.acting import Acting
from anna.turns.aside.another_leaves import take_off_another
from anna.turns.aside.data_requests import tell_request
from anna.turns.aside.foreigners import tell_language
from anna.turns.aside.plainly import of_no_row, person_wished, without_private
from anna.turns.aside.reminders import (
    REMINDED,
    asks_which_messages,
    tell_back,
    tell_of_messages,
    tell_reminders,
)
from anna.turns.aside.today import tell_today
from anna.turns.asked import COURTESIES, Asked
from anna.turns.booked.calling_off import called_off_besides
from anna.turns.booked.money import answer_deposit, answer_money, is_grumble, warn_of_swindle
from anna.turns.booked.of_the_two import swap
from anna.turns.booked.two_times import ask_whose_is_which
from anna.turns.booked.with_whom import tell_with_whom
from anna.turns.handoff.elsewhere import write_elsewhere
from anna.turns.handoff.health_first import is_put_first, note_beside
from anna.turns.handoff.insisting import call_for_circling, call_for_insisting, call_for_untold
from anna.turns.handoff.mourning import leave_besides, say_kindly
from anna.turns.handoff.serving import FOR_A_PERSON, without_discount
from anna.turns.handoff.threats import answer_threat
from anna.turns.noting import note_wish
from anna.turns.otherwise import (
    answer_otherwise,
    answer_unheard_part,
    answer_wordless,
    ask_once_more,
    clarify,
    is_about_file,
    tell_plainly,
)
from anna.turns.queries import Taken
from anna.turns.rereading import reread
from anna.turns.restating import restate
from anna.turns.returning import OPT_IN, OPT_OUT, back_to, past_menu, purpose, stopped, wished_back
from anna.turns.speaking import say
from anna.turns.unsaid import answer_after_all
from anna.turns.waiting import answer_meanwhile

_CANCELS = frozenset({Intent.CANCEL.value})
_BOOKS = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY})
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
        acting = Acting(self._runner, self._replies, move, asked)
        route = await self._both_or_one(acting)
        return route if asked.awaited else route | await answer_after_all(acting, route)

    async def _both_or_one(self, acting: Acting) -> dict[str, Any]:
        """Answer a time that is taken and what brings a person one after the other, anything else at once."""
        asked = acting.asked
        if asked.chosen and not asked.chosen.waits and not is_put_first(asked, asked.awaited):
            taken = await self._answer(acting.hearing(asked.chosen.choice))
            return taken | {"chama": await self._answer(acting.hearing(asked.chosen.rest))}
        return await self._answer(acting)

    async def _answer(self, acting: Acting) -> dict[str, Any]:
        asked = acting.asked
        if asked.awaited:
            return await answer_meanwhile(acting, asked.awaited, serve=_serve)
        if (
            moved := await write_elsewhere(acting)
            or await answer_threat(acting)
            or await take_off_another(acting)
        ):
            return moved
        if plainer := without_discount(asked):
            acting = acting.hearing(plainer)
            asked = acting.asked
        acting, left = await _of_messages(acting)
        if "regra" in left:
            return left
        asked = acting.asked
        if quiet := await stopped(acting.move, asked):
            await acting.mannered(quiet)
            return {"regra": "social", "motivo": quiet.why}
        # under a file nobody asks for two things of herself: what comes first is obeyed
        if asked.apart and not asked.burst.picture and await _leave(acting, asked.apart):
            left |= {"saida": OPT_OUT}
            acting = acting.hearing(asked.apart.rest)
        both = await called_off_besides(acting.move, acting.asked)
        rota = await _serve(acting.hearing(both.rest) if both else acting) | left
        if both:
            await acting.hearing(both.cancels).begin(Lane.TALK, _CANCELS)
        if rota.get("regra") != "override" and not left:
            rota |= await call_for_insisting(acting)
        returned = acting.asked.returned
        return rota | ({"devolvida": returned.to_json()} if returned else {})


async def _of_messages(acting: Acting) -> tuple[Acting, dict[str, Any]]:
    """Answer what is said of the messages and leaves none; the rest of the turn and what this adds to its route, a whole route where nothing is left."""
    asked = acting.asked
    if asked.reminded and not asks_which_messages(asked):
        left = await tell_reminders(acting, asked.reminded)
        if asked.reminded.rest is None:
            await acting.return_to_question()
            return acting, {"regra": "social", "motivo": REMINDED} | left
        apart = asked.reminded.apart
        acting = acting.hearing(asked.reminded.rest)
        return acting.on(acting.move, replace(acting.asked, apart=apart)), left
    if spoken := asked.spoken:
        told = await tell_of_messages(acting, spoken)
        if spoken.rest is not None:
            return acting.hearing(spoken.rest), {"mensagens": spoken.what.value}
        if spoken.what is not Spoken.REBUFF:
            await acting.return_to_question()
        return acting, told
    return acting, {}


async def _leave(acting: Acting, apart: Apart) -> bool:
    """Obey an opt-out, or a wish to hear again, beside which something else is said; that is answered as if it had been said alone."""
    if apart.back:
        await tell_back(acting, apart.leaving)
        return True
    return await acting.hearing(apart.leaving).begin(Lane.OVERRIDE, frozenset({"optout"})) is not None


async def _serve(acting: Acting) -> dict[str, Any]:
    """Answer a message in the order of this module; returns the route."""
    if acting.asked.burst.late:
        await acting.say("desculpa_demora")
    if acting.asked.burst.wordless and not acting.asked.heard.tapped:
        return await answer_wordless(acting, acting.asked.burst.wordless)
    acting = await reread(acting)
    move, asked = acting.move, acting.asked
    said = await without_private(move, asked)
    called = await person_wished(move, asked, said)
    if overridden := await _override(acting, said, called):
        return overridden
    if (
        handed := await answer_unheard_part(acting)
        or await _come_back(acting, said)
        or await swap(acting)
        or await ask_whose_is_which(acting)
    ):
        return handed
    if plain := await of_no_row(move, asked, said):
        return await tell_plainly(acting, plain)
    await say_kindly(acting)
    routed = route(asked.heard, asked.questions, quoted=asked.burst.quoted)
    if menu := past_menu(asked, said, routed):
        await acting.deliver(
            menu.execucao_id, Reply(step=menu.passo, visit=menu.visita, said=back_to(asked.heard.reading))
        )
        acting = acting.on(move, replace(asked, questions=[q for q in asked.questions if q is not menu]))
        return {"volta": OPT_IN} | await _converse(acting, said, Route())
    if not (routed.bound or asked.open_question()) and (again := await restate(acting)):
        return routed.to_json() | {"regra": "restated", "fluxo": again}
    if (
        told := await answer_deposit(acting, routed)
        or await tell_with_whom(acting, routed)
        or await tell_today(acting)
    ):
        return routed.to_json() | told
    answered = routed.bound and routed.bound.answers
    if not answered and (settled := await _settle(acting, said, routed)):
        return routed.to_json() | settled
    await tell_language(acting)
    return routed.to_json() | await _converse(acting, said, routed)


async def _override(acting: Acting, said: frozenset[str], called: frozenset[str]) -> dict[str, Any] | None:
    """Call a person, or obey, for what comes before everything else; what is wished beside it is served, or noted for whoever comes."""
    flow = await acting.begin(Lane.OVERRIDE, said | called)
    if flow is None:
        return None
    out = {"regra": "override", "fluxo": flow.name}
    await leave_besides(acting, flow)
    await warn_of_swindle(acting)
    if not called and (rest := _wish_beside_question(acting.asked, said)):
        beside = acting.hearing(rest)
        routed = route(rest, acting.asked.questions, quoted=acting.asked.burst.quoted)
        return await _converse(beside, beside.asked.said(), routed) | out
    aside = bool(called) or bool(said & {Intent.MEDICAL_QUESTION, Intent.MINOR})
    await note_beside(acting, aside=aside)
    await _go_on(acting, flow.name)
    return out


def _wish_beside_question(asked: Asked, said: frozenset[str]) -> Heard | None:
    """What is wished or answered beside a question for a professional in which no danger lies: who is called for it keeps nobody from a time (decision 0020)."""
    reading = asked.heard.reading
    if said & FOR_A_PERSON != {Intent.MEDICAL_QUESTION} or reading.safety:
        return None
    rest = replace(
        asked.heard,
        reading=replace(reading, intents=reading.intents - {Intent.MEDICAL_QUESTION}, human=False),
    )
    bound = route(rest, asked.questions, quoted=asked.burst.quoted).bound
    return rest if said & _BOOKS or (bound and bound.answers) else None


async def _go_on(acting: Acting, override: str) -> None:
    """Put the open question again where no more than the reminders was refused."""
    if override == OPT_OUT and refuses_reminders(acting.asked.burst.text):
        await acting.return_to_question()


async def _come_back(acting: Acting, said: frozenset[str]) -> dict[str, Any] | None:
    """Give back what she left to whoever comes back, or ask what that is; say what messages are for, how her request stands, to whoever asks."""
    if await tell_request(acting):
        return {"regra": "social", "motivo": Intent.DATA_REQUEST.value}
    if told := await purpose(acting.move, acting.asked):
        await acting.say(told)
        return {"regra": "social", "motivo": Nuance.ASKS_PURPOSE.value}
    wished = await wished_back(acting.move, acting.asked, said)
    again = await acting.begin(Lane.TALK, wished) if wished else None
    return {"regra": "start", "fluxo": again.name} if again else None


async def _settle(acting: Acting, said: frozenset[str], routed: Route) -> dict[str, Any] | None:
    """What is decided before any flow: who speaks, money that is missing, a price that was all, a second tap."""
    asked, nuances = acting.asked, acting.asked.heard.reading.nuances
    manner = next((manner for nuance, manner in IDENTITY.items() if nuance in nuances), None)
    if Nuance.MISSENT in nuances and not (manner or said & WISHES):
        if not any(q.background for q in asked.questions):  # her own mistake: nobody here had written to her
            await acting.mannered(MISSENT)
            return {"regra": "social", "motivo": MISSENT.why}
        manner = IDENTITY[Nuance.OTHER_PERSON]
    if manner:
        await acting.mannered(manner)
        return await acting.hand_off(manner.why)
    if routed.bound or routed.which:
        return None
    if Nuance.SAYS_PAID in nuances and asked.burst.picture:
        return await answer_wordless(acting, asked.burst.picture)
    if told := await answer_money(acting, said):
        return told
    if Nuance.ONLY_ASKED in nuances and asked.has_heard_price(said):
        await acting.mannered(LATER)
        return {"regra": "social", "motivo": LATER.why}
    if Nuance.TOO_DEAR in nuances and await is_grumble(acting, said):
        await acting.say("preco_comentado")
        return {"regra": "social", "motivo": "too_dear"}
    since = acting.move.now - SECOND_TAP
    if not asked.is_offered_times() and await recall_queries.repeats_answer(
        acting.move.conn, asked.taken.id, asked.burst.text, before=acting.turno_id, since=since
    ):
        await acting.mannered(REPEATED)
        return {"regra": "social", "motivo": REPEATED.why}
    return await call_for_untold(acting)


async def _converse(acting: Acting, said: frozenset[str], routed: Route) -> dict[str, Any]:
    """A digression is answered, the reply goes to its question, a run begins, or what is left is said; what that adds to the route."""
    move, asked = acting.move, acting.asked
    aside = await acting.begin(Lane.ASIDE, asked.beside(said, routed.bound))
    out = {"aparte": aside.name} if aside else {}
    handed = aside and not asked.awaited and await queries.is_handed_over(move.conn, asked.taken.id)
    taken = routed.bound and routed.bound.choice and Intent.PROMO_INTEREST not in said
    wishes = said & _BOOKS and not (said & FOR_A_PERSON or asked.heard.reading.safety)
    if aside and handed and not (asked.asks_one_besides or taken or wishes):
        await note_wish(move, acting.replies, asked, aside=True)
        return out | {"regra": "pessoa", "motivo": aside.name}
    if routed.bound:
        await _give(acting, routed.bound)
        return out | await call_for_circling(acting, routed)
    if routed.which:
        await acting.say("qual_pergunta")
        return out
    if Nuance.LATER in asked.heard.reading.nuances and not aside and said <= COURTESIES:
        await acting.mannered(LATER)
        return out | {"regra": "social", "motivo": LATER.why}
    if not aside and asked.asks_to_clarify(said):
        return out | await clarify(acting)
    if not said and not aside and await is_about_file(acting):
        return out | await ask_once_more(acting)
    talk = None if asked.returned and not said else await acting.begin(Lane.TALK, said)
    if talk:
        return out | {"regra": "start", "fluxo": talk.name}
    if aside:
        if not _asks_what_stands(asked):
            await acting.return_to_question()
        return out | {"regra": "aside"}
    return out | await answer_otherwise(acting, said)


def _asks_what_stands(asked: Asked) -> bool:
    """Whether she tells or asks of what is booked, while nothing new is named: who does so wishes for nothing new."""
    own = frozenset({Intent.CHECK_APPOINTMENT.value})
    only = asked.said() - COURTESIES == own and asked.open_kind() == "servicos"
    return only or says_booked(Line.of(asked.burst.text)) or thinks_booked(asked.burst.text)


async def _give(acting: Acting, bound: Bound) -> None:
    """Give an answer to its question; where it changes nothing the question is put again, since silence is no answer."""
    reply = Reply(
        step=bound.question.passo, visit=bound.question.visita, said=bound.said, answers=bound.answers,
        incomplete=bound.incomplete, choice=bound.choice, unclear=bound.unclear,
    )  # fmt: skip
    await acting.deliver(bound.question.execucao_id, reply)
    if not await queries.count_planned(acting.move.conn, acting.turno_id):
        await acting.return_to_question()
