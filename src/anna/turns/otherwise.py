"""What is said when no run takes the message: manners, another try to understand, what has no words, and at last a person."""

from __future__ import annotations

from typing import Any

from anna.commands import Nuance, YesNo
from anna.conversation.manners import EXPLAINED, NEEDS_PERSON, Manner
from anna.flows.model import Reply
from anna.turns import recall_queries
from anna.turns.acting import Acting
from anna.turns.aside.astray import HELPED, manner_of
from anna.turns.remembering import WISHES
from anna.turns.wordless import ASKED_ABOUT, UNCLEAR, VOICE, answer_to
from anna.whatsapp.transcripts import TOO_MUCH

NOTHING_ASKED = "nothing was asked"
CLARIFIED = "clarified"


async def clarify(acting: Acting) -> dict[str, Any]:
    """Say what the open question is about and put it again; whoever asks that twice in a row gets a person."""
    if await acting.was_for(CLARIFIED):
        return await acting.hand_off(CLARIFIED)
    template = EXPLAINED.get(acting.asked.open_kind() or "")
    if template and acting.asked.heard.reading.nuances & {Nuance.ASKS_MEANING, Nuance.SKIPS}:
        await acting.say(template)
    await acting.return_to_question(again=True)
    return {"regra": "social", "motivo": CLARIFIED}


async def answer_otherwise(acting: Acting, said: frozenset[str]) -> dict[str, Any]:
    """What nothing else has answered: a wish for a person, manners, or another try."""
    asked = acting.asked
    wish = next((intent for intent in NEEDS_PERSON if intent.value in said), None)
    if wish:
        return await acting.hand_off(wish.value)
    if asked.heard.reading.yes_no is YesNo.NO and asked.open_kind() == "phone":
        await acting.say("ask_outro_telefone")
        return {"regra": "social", "motivo": "another_number"}
    if said & WISHES and await acting.return_to_question():
        return {"regra": "social", "motivo": "asked again"}  # "eu queria…", "marcar": that is under way
    manner = None if asked.asks_besides else manner_of(asked, said, await acting.last_rule())
    if manner and manner.person:
        return await acting.hand_off(manner.why)
    if manner and manner.why in {"greet", NOTHING_ASKED} and await acting.return_to_question():
        return {"regra": "social", "motivo": "asked again"}
    if manner is None:
        return await ask_once_more(acting)
    if manner.template or not manner.returns:
        await acting.mannered(manner)
    if manner.returns:
        await acting.return_to_question()
    return {"regra": "social", "motivo": manner.why}


async def tell_plainly(acting: Acting, manner: Manner) -> dict[str, Any]:
    """Say what no row answers, and go back to what was asked; or call the person who is to know."""
    await acting.mannered(manner)
    if manner.person:
        return await acting.hand_off(manner.why)
    if manner.returns:
        await acting.return_to_question()
    return {"regra": "social", "motivo": manner.why}


async def ask_once_more(acting: Acting) -> dict[str, Any]:
    """The first time Anna asks again, the second time in a row a person is called.

    Right after a person gave the conversation back it was most likely meant for that person, and is no failure.
    """
    asked = acting.asked
    if asked.returned:
        if not await acting.return_to_question():
            await acting.say("de_volta")
        return {"regra": "returned"}
    if asked.burst.picture:
        return await answer_wordless(acting, asked.burst.picture)
    if asked.own_number():
        await acting.return_to_question()
        return {"regra": "own_number"}
    if await acting.was_for(UNCLEAR, HELPED, *ASKED_ABOUT):
        return await acting.hand_off("falhou_2x")
    question = next((q for q in asked.questions if q.slot), None)
    if question is None:
        await acting.say("pode_ajudar")
    elif not await acting.offers_anew(question):
        unclear = Reply(step=question.passo, visit=question.visita, said=asked.said(), unclear=True)
        await acting.deliver(question.execucao_id, unclear)
    return {"regra": UNCLEAR}


async def is_about_file(acting: Acting) -> bool:
    """Whether a picture came along, or Anna has just asked what something without words was about."""
    return acting.asked.burst.picture is not None or await acting.was_for(*ASKED_ABOUT)


async def answer_wordless(acting: Acting, kind: str) -> dict[str, Any]:
    """Answer what has no words, or whose words say nothing: a picture, a voice, a place."""
    move, asked = acting.move, acting.asked
    before = await recall_queries.read_before(
        move.conn, asked.taken.id, turno_id=acting.turno_id, now=move.now
    )
    unheard = asked.burst.why_unheard
    answer = answer_to(kind, before, unheard=unheard)
    if answer.template or not answer.person:
        await acting.mannered(Manner(answer.template, answer.why))
    if answer.person:
        return await acting.hand_off(answer.why)
    if answer.returns:
        await acting.return_to_question()
    return {"regra": "wordless", "motivo": kind, **({"audio": unheard} if unheard else {})}


async def answer_unheard_part(acting: Acting) -> dict[str, Any] | None:
    """Beside words there is a voice that nobody could write out: the patient is told, or a person hears it."""
    if acting.asked.burst.unheard is None:
        return None
    if acting.asked.burst.why_unheard in TOO_MUCH:
        return await answer_wordless(acting, VOICE)
    await acting.say("parte_em_audio")
    return None
