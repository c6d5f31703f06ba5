"""A question about her health that waits for a professional and comes again while she books: it is answered first (decision 0022)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance, Safety
from anna.conversation.asked_of_health import goes_anyway, puts_health_first
from anna.conversation.routing import route
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.text.line import Line
from anna.flows.fact_queries import list_servicos
from anna.flows.facts import in_sentence, joined, wish_words
from anna.turns import deposit_queries, queries
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.noting import NOTED, note_wish
from anna.turns.speaking import say
from anna.turns.waiting_queries import Awaited
from anna.whatsapp import ownership
from anna.when import When, WhenStatus

HEALTH_FIRST = "saude_antes"
"""The reason of a hand-off for a question of health that was asked again: nothing is held and no deposit is asked for before the answer."""

ANSWER_FIRST, BEFORE_PAYING = "saude_antes", "saude_antes_do_sinal"
"""What she hears then, the latter where a time is held for her and waits for its deposit."""

_ASKED = frozenset({Intent.MEDICAL_QUESTION.value, HEALTH_FIRST})
_GRAVER = frozenset({
    Intent.EMERGENCY, Intent.ADVERSE_REACTION, Nuance.VIOLENCE, Nuance.GRIEF, Nuance.UNWILLING, Intent.MINOR, Intent.DATA_REQUEST, Intent.DATA_RIGHTS, "optout",
})  # fmt: skip
"""What is said or obeyed first, whatever is asked beside it."""
_HER_OWN = frozenset({Safety.CONTRAINDICATION, Safety.PREGNANCY})
_OF_WHAT_STANDS = frozenset({Intent.CANCEL, Intent.RESCHEDULE, Intent.CHECK_APPOINTMENT})
"""Whose wish this is does not book on."""


def is_put_first(asked: Asked, awaited: Awaited | None) -> bool:
    """Whether these words come back to the question of health that a professional was called for, or book on while its answer is first."""
    if awaited is None or awaited.motivo not in _ASKED or awaited.frase is None:
        return False
    if asked.burst.wordless or asked.said() & (_GRAVER | _OF_WHAT_STANDS) or goes_anyway(asked.burst.text):
        return False
    if awaited.motivo == HEALTH_FIRST and _chosen(asked):
        return True
    if _of_her_own(awaited) and _chosen(asked):
        return True  # before a time is held, and a deposit asked for
    return not asked.heard.tapped and puts_health_first(
        asked.burst.text, awaited.frase, books=asked.open_question() is not None
    )


def _of_her_own(awaited: Awaited) -> bool:
    """Whether it was asked what her own illness, medicine or pregnancy allows, and not what anybody may ask of a procedure."""
    return read_safety(Line.of(awaited.frase or ""))[0] in _HER_OWN


async def put_first(acting: Acting, awaited: Awaited) -> dict[str, Any] | None:
    """Let whoever comes read that this is asked again, and say that the answer comes first; what she wishes is said back. None where it is not."""
    move, asked = acting.move, acting.asked
    if not is_put_first(asked, awaited):
        return None
    held = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    if not held and (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas:
        return None  # what is booked already stands
    if awaited.motivo != HEALTH_FIRST:
        frase = f"{awaited.frase}\n{asked.burst.text}"
        await ownership.make_grave(move.conn, asked.taken.id, motivo=HEALTH_FIRST, frase=frase)
    if held:
        await acting.say(BEFORE_PAYING, held)
    else:
        noted = await _wished(acting)
        await say(
            move, acting.replies, asked.taken, ANSWER_FIRST, turno_id=acting.turno_id, noted=noted or None
        )
    await queries.set_outcomes(
        move.conn, asked.burst.ids, desfecho="da_pessoa", motivo=None, turno_id=acting.turno_id
    )
    await queries.mark_waiting(move.conn, asked.taken.id, now=move.now)
    return {"regra": "da_pessoa"}


async def note_beside(acting: Acting, *, aside: bool) -> None:
    """Say back what is left to the person who is called: the offered time that was taken beside a matter of health, or what was wished."""
    if not await _note_chosen(acting):
        await note_wish(acting.move, acting.replies, acting.asked, aside=aside)


async def _note_chosen(acting: Acting) -> bool:
    chosen = acting.asked.chosen
    if chosen is None or not chosen.waits or not (noted := await _wished(acting)):
        return False
    await say(acting.move, acting.replies, acting.asked.taken, NOTED, turno_id=acting.turno_id, noted=noted)
    return True


async def without_waiting(acting: Acting, awaited: Awaited) -> Awaited:
    """The hand-off as it is after this message: who books all the same no longer waits for the answer, which stays a professional's."""
    asked = acting.asked
    if awaited.motivo != HEALTH_FIRST or asked.said() & _GRAVER or not goes_anyway(asked.burst.text):
        return awaited
    await ownership.let_pass(acting.move.conn, asked.taken.id, motivo=Intent.MEDICAL_QUESTION.value)
    return replace(awaited, motivo=Intent.MEDICAL_QUESTION.value)


async def _wished(acting: Acting) -> str:
    """`Botox, sexta, 27/11, às 16h`: what is being booked, and the time that was chosen or wished; empty where nothing is."""
    asked, question = acting.asked, acting.asked.open_question()
    known = question.known if question else {}
    reading = asked.heard.reading
    slugs = list(reading.procedure or known.get("procedimentos") or ())
    servicos = await list_servicos(acting.move.conn, asked.taken.clinica_id, slugs)
    named = joined([in_sentence(servico.nome) for servico in servicos])
    return ", ".join(text for text in (named, _chosen(asked), *_times(asked)) if text)


def _chosen(asked: Asked) -> str | None:
    """The label of the offered time that is taken in the same breath."""
    heard = asked.chosen.choice if asked.chosen else asked.heard
    bound = route(heard, asked.questions).bound
    if bound is None or bound.choice is None:
        return None
    picked = (one for one in bound.question.options if str(one["id"]) == bound.choice and "local" in one)
    return next((str(one["rotulo"]) for one in picked), None)


def _times(asked: Asked) -> tuple[str | None, ...]:
    """Day and hour of the wish, where no offered time is taken."""
    question = asked.open_question()
    if _chosen(asked) or question is None:
        return ()
    known = question.known.get("quando")
    when = asked.heard.reading.when or (When.from_json(dict(known)) if known else None)
    words = wish_words(when) if when and when.status is WhenStatus.OK else {}
    return words.get("dia"), words.get("hora")
