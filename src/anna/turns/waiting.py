"""What is said while a conversa waits for a person who has not come (decision 0019).

Nobody owns it yet. Who waits for a gentle reason and goes on with a booking is served like anybody (`serving`, decision 0020). Else
nothing is done behind the back of whoever will come: what the rows say is told, an opt-out is obeyed, who is in danger hears where help is,
and of all other words she hears every half hour that they are kept, and when persons answer.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from anna.commands import Intent, Nuance, Safety
from anna.conversation.deposit import Deposit, asks_whether_kept
from anna.conversation.manners import IDENTITY, LATER, NOT_GIVEN, THREAT
from anna.conversation.routing import Route
from anna.flows.definition import Flow, Lane
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns import queries
from anna.turns.acting import Acting
from anna.turns.aside.data_requests import tell_request
from anna.turns.aside.plainly import wants_private_number
from anna.turns.aside.somebody_else import kept_from_another
from anna.turns.asked import Asked
from anna.turns.booked.awaiting import BESIDE, said_of_awaited, speaks_of_lapsed
from anna.turns.booked.money import tell_whether_paid
from anna.turns.handoff.children import apart_from_child
from anna.turns.handoff.elsewhere import write_elsewhere
from anna.turns.handoff.expected import asks, tells
from anna.turns.handoff.health_first import put_first, without_waiting
from anna.turns.handoff.in_danger import (
    DANGERS,
    VIOLENT,
    held,
    help_for,
    hides_a_hand,
    takes_leave,
    tellable,
    told_to_go,
)
from anna.turns.handoff.keeping import asks_wait, say_kept
from anna.turns.handoff.kept import (
    CONSENT,
    HEARD_ONCE,
    PARTING,
    asks_discount,
    complains_of_wait,
    leaves,
    needs_no_answer,
    only_nods,
    template_for,
)
from anna.turns.handoff.looked_for import note_name
from anna.turns.handoff.mourning import leave_besides
from anna.turns.handoff.no_longer import gives_up, out_of_danger
from anna.turns.handoff.nothing_booked import serve_unbooked
from anna.turns.handoff.of_agenda import believes_booked, books, is_of_agenda
from anna.turns.handoff.serving import CHANGES, TIMED, fresh, way_of, without_withdrawn
from anna.turns.handoff.threats import threatens
from anna.turns.remembering import taken_again
from anna.turns.returning import wished_back
from anna.turns.waiting_queries import (
    CALL,
    CONDOLENCE,
    DISCOUNT,
    DISCREET,
    DISCREET_OF_AGENDA,
    ELSEWHERE,
    ERASES,
    FREE,
    HE_COMES,
    KEPT,
    MATTER,
    NO_ONE_ELSE,
    QUESTION,
    WISH,
    Awaited,
    is_served,
)
from anna.whatsapp import ownership
from anna.whatsapp.reasons import Weight, weight_of

NOT_HERS = frozenset({Intent.MINOR.value, Intent.DATA_REQUEST.value, Intent.DATA_RIGHTS.value})
"""What more is said of a person's business to who waits for a gentle reason."""

TOLD = frozenset({
    Intent.PRICE, Intent.INFO, Intent.INFO_BOT, Intent.HOURS, Intent.LOCATION, Intent.PAYMENT, Intent.CHECK_APPOINTMENT, Nuance.ASKS_PLACE,
    Nuance.ASKS_DURATION, Nuance.ASKS_WHO, Nuance.ASKS_LATENESS, Nuance.ASKS_REFUND, Nuance.ASKS_DEPOSIT, Nuance.ASKS_AGE, Nuance.ASKS_GUARANTEE,
    Nuance.ASKS_RECIPIENT, Nuance.ASKS_LANGUAGE, Nuance.CLAIMS_PRICE, Nuance.CLAIMS_PROMISE, Nuance.ASKS_AREA, Nuance.ASKS_CARE, Nuance.ASKS_DOCTOR, Nuance.ASKS_DOES,
})  # fmt: skip
"""Questions whose answers are rows."""

OWN = frozenset({Intent.CHECK_APPOINTMENT, Nuance.ASKS_PLACE, Nuance.ASKS_DURATION, Nuance.ASKS_WHO})
"""Those whose answers are, or may be, the patient's own rows: never for somebody of whom nobody knows whether she is the patient."""

CALLS = frozenset({Intent.HUMAN, Intent.COMPLAINT})
"""What is said by who asks where the person is that she waits for."""

_AGENDA = re.compile(r"\b(?:consultas?|horarios?|agendamento|reserva|sessao)\b")
"""Of a question that nothing else answers: it may be about what is booked."""

SOCIAL = "social"
"""How a message was routed to which manners answered, if only by silence."""

ABOUT_DEPOSIT = BESIDE | {Deposit.CASH, Deposit.REFUSED, Deposit.WILL_PAY}
"""What is answered of a deposit whatever she waits for."""

Serve = Callable[[Acting], Awaitable[dict[str, Any]]]


async def answer_meanwhile(acting: Acting, awaited: Awaited, *, serve: Serve) -> dict[str, Any]:
    """Answer what may be answered while `awaited` lasts; returns the route. What is left to the person has that outcome.

    `serve` answers like anybody's message. Whatever came of it, who said or asked something is not left in silence.
    """
    if takes_leave(acting.asked, awaited):
        return await _keep_from_harm(acting)
    route = await _answer(acting, awaited, serve=serve)
    asked = acting.asked
    unsaid = asked.burst.wordless or asked.burst.reaction or _moves(route) or needs_no_answer(asked)
    if unsaid or not (asks(asked.burst.text) or tells(asked.burst.text)):
        return route
    if not await queries.count_planned(acting.move.conn, acting.turno_id):
        await say_kept(acting, awaited, template_for(asked, awaited, wishes=False, now=acting.move.now))
    return route


def _moves(route: dict[str, Any]) -> bool:
    """Whether a run was begun or went on: what follows is said when it has happened."""
    return bool(route.get("ligada") or route["regra"] == "start")


async def _answer(acting: Acting, awaited: Awaited, *, serve: Serve) -> dict[str, Any]:
    acting, awaited = await out_of_danger(acting, awaited)
    move, asked = acting.move, acting.asked
    awaited = await apart_from_child(move, asked, awaited)
    move, asked = await taken_again(move, asked)
    acting = acting.on(move, asked)
    awaited = await without_waiting(acting, awaited)
    if moved := (
        await put_first(acting, awaited)
        or await write_elsewhere(acting, awaited)
        or await serve_unbooked(acting, awaited, serve)
    ):
        return moved
    if await _of_her_own(acting, awaited) or await note_name(acting, awaited):
        return {"regra": "espera"}
    way = way_of(asked, awaited)
    gone = await gives_up(acting, awaited)
    if way.settled or gone:
        await ownership.give_back(move.conn, asked.taken.id, desfecho=ownership.WITHDRAWN, now=move.now)
        if gone or not way.goes_on:
            await acting.say("espera_desfeita")
            return {"regra": "social", "motivo": ownership.WITHDRAWN}
        kept = without_withdrawn(asked, mistaken=way.mistaken)
        return await serve(acting.on(move, kept).hearing(kept.heard)) | {"desfeita": awaited.motivo}
    if way.goes_on:
        route = await serve(acting) | {"espera": awaited.motivo}
        if await queries.count_planned(move.conn, acting.turno_id):
            if asks_discount(asked):
                await acting.say(DISCOUNT)
            return route
        if _moves(route) or (route["regra"] == SOCIAL and not asks(asked.burst.text)):
            return route  # left unsaid on purpose
    route = await _tell(acting, awaited)
    if fresh(asked.open_question(), awaited) and await _served(acting):
        await acting.return_to_question()
    return route


async def _of_her_own(acting: Acting, awaited: Awaited) -> bool:
    """Give her back the messages she left, refuse what nobody gives, or say how what she asked of her data stands: that needs nobody who comes."""
    asked = acting.asked
    if asked.burst.wordless:
        return False
    if awaited.motivo not in KEPT and await wants_private_number(acting.move, asked):
        await acting.mannered(NOT_GIVEN)
        return True
    if awaited.motivo not in VIOLENT and (kept := await kept_from_another(acting.move, asked)):
        await acting.mannered(kept)
        return True
    if back := await wished_back(acting.move, asked, asked.said()):
        return await acting.begin(Lane.TALK, back) is not None
    return weight_of(awaited.motivo) is not Weight.GRAVE and await tell_request(acting)


async def _served(acting: Acting) -> bool:
    """Whether she has heard something in this turn, and nothing graver than before has been said in it."""
    conn = acting.move.conn
    return (
        await is_served(conn, acting.asked.taken.id)
        and await queries.count_planned(conn, acting.turno_id) > 0
    )


async def _tell(acting: Acting, awaited: Awaited) -> dict[str, Any]:
    """Tell what rows say, and that the rest is kept. Of a threat whoever comes hears at once, whatever he was called for."""
    move, asked = acting.move, acting.asked
    threat = threatens(asked)
    if threat:
        await acting.hand_off(THREAT.why)
    if override := await _override(acting, awaited):
        return {"regra": "override", "fluxo": override.name}
    if threat and awaited.motivo not in KEPT:
        await acting.mannered(THREAT)
        return await _leave_to_person(acting)
    help_is = None if asked.burst.reaction else help_for(asked, awaited)
    if help_is in HEARD_ONCE and only_nods(asked, awaited, now=move.now):
        return await _leave_to_person(acting)
    if help_is:
        await _tell_in_danger(acting, awaited, help_is)
        return await _leave_to_person(acting)
    wishes = not asked.burst.wordless and await _answer_and_find_wishes(acting, awaited)
    if held(asked, awaited) and (left := await _left_beside(acting)):
        await acting.say(left)
        return await _leave_to_person(acting)
    if not wishes and await queries.count_planned(move.conn, acting.turno_id):
        return {"regra": "espera"}
    if wishes and _puts_off(asked):
        await acting.mannered(LATER)
        return {"regra": SOCIAL, "motivo": LATER.why}
    template = template_for(asked, awaited, wishes=wishes, now=move.now)
    await say_kept(acting, awaited, template)
    return await _leave_to_person(acting)


async def _left_beside(acting: Acting) -> str | None:
    """What is said to who is out of danger, besides that this is good to know; None where she leaves nothing to the person, or was answered."""
    if acting.asked.said() & {Intent.COMPLAINT, Intent.INSULT}:
        return MATTER
    unanswered = await queries.count_planned(acting.move.conn, acting.turno_id) <= 1
    return QUESTION if unanswered and asks(acting.asked.burst.text) else None


_WAY_IN = frozenset({Intent.LOCATION, Intent.HOURS, Nuance.ASKS_DOCTOR})
"""Told to nobody who has threatened somebody: where we are, until when, and who works here."""


async def _answer_and_find_wishes(acting: Acting, awaited: Awaited) -> bool:
    """Answer what rows answer; returns whether what is left is a wish that would change the agenda."""
    asked, said = acting.asked, acting.asked.said()
    gentle = weight_of(awaited.motivo) is not Weight.GRAVE
    stranger = awaited.motivo in {ELSEWHERE, *(manner.why for manner in IDENTITY.values())}
    if not stranger and await _about_deposit(acting, said, gentle=gentle):
        return False
    told = TOLD - OWN if stranger else TOLD
    told -= _WAY_IN if awaited.motivo == THREAT.why else set()
    told -= {Nuance.CLAIMS_PROMISE} if asks_discount(asked) else set()
    told -= {Nuance.ASKS_DURATION} if asks_wait(asked) else set()
    told -= {Nuance.ASKS_REFUND, Intent.PAYMENT} if _asks_back(asked, awaited) else set()
    await acting.begin(Lane.ASIDE, said & told)
    wishes = _wishes(asked) and not leaves(asked)
    if not gentle:
        return wishes
    if _asks_of_agenda(asked, wishes=wishes) and not said & (CHANGES | TIMED | told):
        await _tell_booked(acting)
        wishes = wishes and not await queries.count_planned(acting.move.conn, acting.turno_id)
    await _weigh(acting.move, asked)
    return wishes


async def _override(acting: Acting, awaited: Awaited) -> Flow | None:
    """What is said or obeyed first, whatever is waited for."""
    asked = acting.asked
    if asked.burst.wordless:
        return None
    said, reading = asked.said(), asked.heard.reading
    if told_to_go(asked, awaited):
        said |= {Intent.ADVERSE_REACTION.value, Nuance.WORSENS.value}
    said |= hides_a_hand(asked, awaited)
    first = (
        DANGERS
        | {Nuance.READ_ALONG.value}
        | (NOT_HERS if weight_of(awaited.motivo) is not Weight.GRAVE else frozenset())
    )
    if reading.optout:
        first |= {"optout"}
    if Nuance.UNWILLING in said and weight_of(awaited.motivo) is not Weight.GRAVE:
        first |= {Nuance.UNWILLING.value}
        await ownership.make_grave(
            acting.move.conn, asked.taken.id, motivo=Nuance.UNWILLING, frase=asked.burst.text
        )
    if CONDOLENCE not in awaited.said_at:
        first |= {Nuance.GRIEF.value}
    override = await acting.begin(Lane.OVERRIDE, said & first)
    await leave_besides(acting, override, awaited)
    return override


async def _tell_in_danger(acting: Acting, awaited: Awaited, help_is: str) -> None:
    """Say where help is, first; then what rows answer, and of a plain wish that the agenda has not changed."""
    asked = acting.asked
    if help_is == DISCREET and is_of_agenda(asked):
        help_is = DISCREET_OF_AGENDA
    await acting.say(help_is)
    if (
        help_is in {DISCREET, DISCREET_OF_AGENDA, ERASES, FREE, HE_COMES, NO_ONE_ELSE, CALL}
        or asked.burst.wordless
    ):
        return
    if awaited.motivo in VIOLENT and Intent.HUMAN in asked.said():
        await acting.say(CALL)
    if told := tellable(asked, awaited):
        await acting.begin(Lane.ASIDE, told)
    elif Intent.COMPLAINT in asked.said() and not complains_of_wait(asked):
        await acting.say(MATTER)
    elif asked.said() & CHANGES or books(asked.burst.text) or believes_booked(asked.burst.text):
        await acting.say(WISH)


async def _keep_from_harm(acting: Acting) -> dict[str, Any]:
    """Name the help once more to who says farewell behind despair: whoever comes reads that it has not passed."""
    asked, despair = acting.asked, Safety.SELF_HARM.value
    await ownership.make_grave(acting.move.conn, asked.taken.id, motivo=despair, frase=asked.burst.text)
    await acting.say(KEPT[despair])
    return await _leave_to_person(acting)


async def _leave_to_person(acting: Acting) -> dict[str, Any]:
    move, asked = acting.move, acting.asked
    await queries.set_outcomes(
        move.conn, asked.burst.ids, desfecho="da_pessoa", motivo=None, turno_id=acting.turno_id
    )
    await queries.mark_waiting(move.conn, asked.taken.id, now=move.now)
    return {"regra": "da_pessoa"}


async def _weigh(move: Move, asked: Asked) -> None:
    """Let whoever comes read the graver reason that this message gives her: a person is asked for by name, or something is complained of."""
    calls = next((call for call in sorted(CALLS) if call in asked.said()), None)
    if calls and not (calls == Intent.COMPLAINT and complains_of_wait(asked)):
        await ownership.make_grave(move.conn, asked.taken.id, motivo=calls, frase=asked.burst.text)


async def _about_deposit(acting: Acting, said: frozenset[str], *, gentle: bool) -> bool:
    if acting.asked.speaks_of_paid() and await tell_whether_paid(acting, said):
        return True
    found = await said_of_awaited(acting.move, acting.asked, Route())
    kept = asks_whether_kept(acting.asked.burst.text) or await speaks_of_lapsed(
        acting.move, acting.asked, said
    )
    if found is None and gentle and kept:
        await _tell_booked(acting)
        return True
    if found is None or found[0] not in ABOUT_DEPOSIT:
        return False
    await acting.say(found[0].value, found[1])
    return True


def _wishes(asked: Asked) -> bool:
    """Whether the agenda would change, or it is asked whether it has: "marcou quinta 10h?"."""
    said, booking = asked.said(), books(asked.burst.text)
    timed = said & TIMED and (booking or asked.heard.reading.when)
    return bool(asked.wish or said & CHANGES or timed or (booking and "?" in asked.burst.text))


async def _tell_booked(acting: Acting) -> None:
    heard = acting.asked.heard
    reading = replace(heard.reading, intents=frozenset({Intent.CHECK_APPOINTMENT}), nuances=frozenset())
    of_agenda = acting.hearing(replace(heard, reading=reading))
    await of_agenda.begin(Lane.ASIDE, frozenset({Intent.CHECK_APPOINTMENT.value}))


def _puts_off(asked: Asked) -> bool:
    """Whether she only takes her leave till then: "ok, mês que vem então, obrigada"."""
    reading = asked.heard.reading
    rules = {hit.rule for hit in reading.trace}
    thanks = not rules.isdisjoint({"intents.thanks", "intents.bye"})
    inferred = asked.said() <= {Intent.SCHEDULE, *PARTING, *CONSENT} and "intents.schedule" not in rules
    bare = not reading.procedure and (reading.when is None or reading.when.time_kind is None)
    return thanks and inferred and bare and not asks(asked.burst.text)


def _asks_of_agenda(asked: Asked, *, wishes: bool) -> bool:
    """Whether it is asked what is booked, or whether something has become of it: "e a consulta, cancelou?"."""
    text = asked.burst.text
    return "?" in text and (wishes or _AGENDA.search(fold(text)) is not None)


def _asks_back(asked: Asked, awaited: Awaited) -> bool:
    """Whether somebody who mourns asks for what she has paid: no rule is read out to her."""
    return awaited.motivo == Nuance.GRIEF and Nuance.ASKS_REFUND in asked.heard.reading.nuances
