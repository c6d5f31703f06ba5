"""Who waits for a person for a gentle reason, and goes on with what she came for, is served all the same (decision 0020). Pure.

What is decided here is only whether a message goes on, and whether it takes back what the person was called for; how it is answered then
is the way of every message.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from anna.commands import Intent, Nuance, Safety
from anna.conversation.manners import IDENTITY
from anna.conversation.question import Heard, Question
from anna.conversation.routing import route
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.text.line import Line
from anna.conversation.wished import ANGRY
from anna.conversation.withdrawal import (
    apologises,
    drops_discount,
    is_anothers,
    read_withdrawal,
    waits_no_more,
)
from anna.turns.asked import Asked
from anna.turns.handoff.children import OF_HERS, is_grown_up, speaks_of_child
from anna.turns.waiting_queries import Awaited
from anna.whatsapp.reasons import Weight, weight_of

WISHES = frozenset({
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.RESCHEDULE, Intent.CANCEL, Intent.WAITLIST, Intent.CONFIRM_ATTENDANCE,
    Nuance.LEAVES_WAITLIST, Nuance.DROPS_PLACE, Nuance.TAKES_BACK, Nuance.CORRECTS_NAME,
})  # fmt: skip
"""What is done for whoever wishes it, while another matter of hers waits for a person."""

CHANGES = frozenset({Intent.RESCHEDULE, Intent.CANCEL, Intent.WAITLIST, Intent.CONFIRM_ATTENDANCE})
TIMED = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CHOOSE_SLOT})
"""Wishes that would change the agenda, the latter if they name a time: whoever comes decides, and she is to know that nothing is done."""

FOR_A_PERSON = frozenset({
    Intent.EMERGENCY, Intent.ADVERSE_REACTION, Nuance.VIOLENCE, Nuance.GRIEF, Intent.MINOR, Intent.COMPLAINT, Intent.HUMAN, Intent.INSULT,
    Intent.MEDICAL_QUESTION, Nuance.UNWILLING, Intent.DATA_REQUEST, Intent.DATA_RIGHTS, "optout",
})  # fmt: skip
"""What a message says that is told, obeyed or noted first, whatever is wished beside it."""

BY_HER_WORDS = frozenset({Intent.HUMAN.value, Nuance.OTHER_PERSON.value, Intent.INSULT.value})
"""Reasons for which a person is not called any more once she says that none is to come."""

_CONDITIONS = frozenset({Safety.PREGNANCY, Safety.CONTRAINDICATION})
_MISTAKABLE = frozenset({Intent.MINOR, Intent.MEDICAL_QUESTION})
"""For which a person may have been called by mistake, and she says so."""

_BARE = frozenset({"affirm", "deny", "thanks", "greet", "bye"})
"""What is an answer only to a question that was put since the person was called: before, it may as well mean "all right, I wait"."""


@dataclass(frozen=True, slots=True)
class Way:
    """`goes_on`: the ordinary flows answer. `settled`: nobody of the clinic has to come any more. `mistaken`: what the person was called for is not so."""

    goes_on: bool = False
    settled: bool = False
    mistaken: bool = False


def way_of(asked: Asked, awaited: Awaited) -> Way:
    """What a message of somebody who waits wants done."""
    if asked.burst.wordless and not asked.heard.tapped:
        return Way()
    if _was_mistaken(asked, awaited):
        more = asked.said() - _BARE - _MISTAKABLE
        return Way(settled=True, goes_on=bool(more), mistaken=True)
    weight = weight_of(awaited.motivo)
    withdrawn = read_withdrawal(asked.burst.text)
    said = asked.said() - ({Intent.HUMAN} if withdrawn and withdrawn.person else set())
    if said & FOR_A_PERSON or (awaited.motivo == OF_HERS and speaks_of_child(asked.burst.text)):
        return Way()
    nobody = withdrawn is not None and (
        withdrawn.person or (withdrawn.outright and _only_asked_for(awaited))
    )  # "pode ser com você. quanto é?", "deixa, marca botox segunda"
    further = nobody and withdrawn is not None and not withdrawn.alone
    goes_on = (_goes_on(asked, awaited, said) or further) and not (_expects(awaited) and _books(asked, said))
    sorry = awaited.motivo == Intent.INSULT and apologises(asked.burst.text) and bool(said & WISHES)
    settled = sorry or (
        withdrawn is not None
        and (weight is Weight.HERS or (awaited.motivo in BY_HER_WORDS and nobody))
        and (
            further
            or bool(said & WISHES)
            or _chooses(asked)
            or (withdrawn.alone and not _answers_new(asked, awaited))
        )
    )
    return Way(goes_on=goes_on and (settled or weight is not Weight.GRAVE), settled=settled)


def without_withdrawn(asked: Asked, *, mistaken: bool = False) -> Asked:
    """The same message without what it takes back, or denies where a person was `mistaken`ly called: nobody is called for it a second time."""
    reading = asked.heard.reading
    taken_back = {Intent.PROMO_INTEREST, Intent.HUMAN} | (_MISTAKABLE if mistaken else set())
    if waits_no_more(asked.burst.text):
        taken_back |= {Intent.CANCEL}
    kept = replace(
        reading, intents=reading.intents - taken_back, nuances=reading.nuances - {Nuance.HAGGLES, Nuance.GIVES_UP}, human=False,
        safety=None if mistaken else reading.safety,
    )  # fmt: skip
    return replace(asked, heard=replace(asked.heard, reading=kept), awaited=None)


def without_discount(asked: Asked) -> Heard | None:
    """What was heard without a discount that is given up in it: nobody is called for what nobody wants. None where none is."""
    heard = asked.heard
    if heard.tapped or not drops_discount(asked.burst.text):
        return None
    reading = heard.reading
    kept = replace(
        reading,
        intents=reading.intents - {Intent.PROMO_INTEREST},
        nuances=reading.nuances - {Nuance.HAGGLES, Nuance.GIVES_UP},
    )
    return replace(heard, reading=kept)


def fresh(question: Question | None, awaited: Awaited) -> bool:
    """Whether that was asked since the person was called: ids are in the order in which rows were made, however little apart."""
    return question is not None and question.id > awaited.id


def _only_asked_for(awaited: Awaited) -> bool:
    """Whether the person was called because she asked for one, and not in anger."""
    frase = awaited.frase or ""
    return awaited.motivo == Intent.HUMAN and read_safety(Line.of(frase))[0] not in ANGRY


def _was_mistaken(asked: Asked, awaited: Awaited) -> bool:
    """Whether what the person was called for is not so, by her own words: she is of age, or it is somebody else who is pregnant."""
    if awaited.motivo == Intent.MINOR:
        return is_grown_up(asked.burst.text, awaited.frase or "")
    told = read_safety(Line.of(awaited.frase or ""))[0] if awaited.motivo == Intent.MEDICAL_QUESTION else None
    return told in _CONDITIONS and is_anothers(asked.burst.text)


def _expects(awaited: Awaited) -> bool:
    """Whether a professional was asked because she is pregnant or nurses: nothing new is booked for two before the answer."""
    asked = awaited.motivo == Intent.MEDICAL_QUESTION and awaited.frase is not None
    return asked and read_safety(Line.of(awaited.frase or ""))[0] is Safety.PREGNANCY


def _books(asked: Asked, said: frozenset[str]) -> bool:
    """Whether a new consulta is wished, or its booking answered; what stands already may be moved and called off."""
    bound = route(asked.heard, asked.questions, quoted=asked.burst.quoted).bound
    if bound:
        return "servicos" in {*bound.question.wanted.values(), *bound.question.also.values()}
    return bool(said & TIMED) and not said & CHANGES


def _goes_on(asked: Asked, awaited: Awaited, said: frozenset[str]) -> bool:
    if asked.heard.reading.nuances & {*IDENTITY, Nuance.SAYS_PAID} or said & WISHES:
        return True
    bound = route(asked.heard, asked.questions, quoted=asked.burst.quoted).bound
    if bound and (asked.heard.tapped or bound.choice):
        return True
    if Intent.PROMO_INTEREST in said:  # "500 e fecho" is no yes to what it costs
        return False
    if bound is None:
        return not said and fresh(asked.open_question(), awaited)
    return fresh(bound.question, awaited) or (bool(bound.answers) and not said <= _BARE)


def _chooses(asked: Asked) -> bool:
    bound = route(asked.heard, asked.questions, quoted=asked.burst.quoted).bound
    return bound is not None and bound.choice is not None


def _answers_new(asked: Asked, awaited: Awaited) -> bool:
    bound = route(asked.heard, asked.questions, quoted=asked.burst.quoted).bound
    return bound is not None and fresh(bound.question, awaited)
