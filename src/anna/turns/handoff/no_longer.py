"""What a person was called for and is no longer so: the worst of a danger is over, or she wants nothing any more."""

from __future__ import annotations

from dataclasses import replace

from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance, Safety
from anna.conversation.manners import DANGERS as DANGER_KINDS
from anna.conversation.understanding.care.safety import after_treatment, read_safety
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.wished import ANGRY
from anna.conversation.withdrawal import (
    apologises,
    denies,
    explains_away,
    only_books,
    read_withdrawal,
    takes_grievance_back,
    was_joking,
    without_denied_grievance,
)
from anna.kit.text import fold
from anna.turns import deposit_queries
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.handoff.expected import asks
from anna.turns.handoff.in_danger import FAREWELL, PASSED, held, is_calm, is_over, of_scars, wants_something
from anna.turns.handoff.serving import CHANGES, FOR_A_PERSON, TIMED, WISHES
from anna.turns.waiting_queries import MISTAKEN, UNHURRIED, Awaited
from anna.whatsapp import ownership
from anna.whatsapp.reasons import Weight, weight_of

_MOURNED = frozenset({Nuance.GRIEF.value, PASSED[Nuance.GRIEF.value]})


async def gives_up(acting: Acting, awaited: Awaited) -> bool:
    """Whether she wants nothing any more of what a person was called for, and nothing of hers stands in the agenda: she goes in peace.

    So does who told of a death for a joke.
    """
    asked = acting.asked
    if awaited.motivo in _MOURNED and not asked.said() & FOR_A_PERSON and was_joking(asked.burst.text):
        return True
    hers = awaited.motivo == Intent.MINOR or weight_of(awaited.motivo) is Weight.HERS
    leaves = Nuance.GIVES_UP in asked.heard.reading.nuances and not asks(asked.burst.text)
    if not (hers and leaves) or asked.open_question():
        return False
    if asked.said() & (FOR_A_PERSON - {Intent.MINOR}) or asked.said() & TIMED:
        return False
    known = await known_patient(acting.move.conn, asked.taken.contato_id, now=acting.move.now)
    deposit = await deposit_queries.find_awaited(acting.move.conn, asked.taken.id, now=acting.move.now)
    return not known.proximas and not deposit


async def out_of_danger(acting: Acting, awaited: Awaited) -> tuple[Acting, Awaited]:
    """Acknowledge that the worst is over, or that she is not alone; the hand-off as it is then. A wish that follows is hers to make."""
    asked = acting.asked
    if of_scars(asked, awaited):
        awaited = replace(awaited, motivo=Safety.SELF_HARM.value)
        return acting.on(acting.move, replace(asked, awaited=awaited)), awaited
    angry = awaited.motivo == Intent.HUMAN and _was_angry(awaited)
    passed = PASSED.get(Intent.COMPLAINT if angry else awaited.motivo)
    over = awaited.motivo == Intent.EMERGENCY and is_over(asked, awaited)
    said = "espera_passou" if over else held(asked, awaited)
    guess = awaited.is_guess() and not asked.said() & FOR_A_PERSON
    explained = _is_explained(asked, awaited)
    if explained or (guess and denies(asked.burst.text)):
        over, said, passed = True, MISTAKEN, passed or PASSED[Intent.EMERGENCY.value]
    if said:
        if not asked.said() & {Intent.INSULT, Intent.COMPLAINT}:  # no "que bom" to anger
            await acting.say(said)
        reading = replace(
            asked.heard.reading,
            safety=None if asked.heard.reading.safety in DANGER_KINDS else asked.heard.reading.safety,
            human=False,
            intents=asked.heard.reading.intents
            - ({Intent.EMERGENCY, Intent.ADVERSE_REACTION} if explained else {Intent.EMERGENCY}),
        )
        acting = acting.hearing(replace(asked.heard, reading=reading))
        asked = acting.asked
        awaited = awaited.saying(said, now=acting.move.now)
    acting, taken_back = _without_grievance(acting, awaited)
    asked, over = acting.asked, over or taken_back
    said_now = asked.said()
    wishes = (said_now & WISHES or Nuance.ASKS_ABOUT in said_now) and not said_now & FOR_A_PERSON
    mourns = awaited.motivo == Nuance.GRIEF and _wishes_new(asked)
    sorry = _is_sorry(asked, awaited)
    if passed and (
        over
        or (
            wishes
            and (mourns or sorry or (guess and awaited.motivo != Safety.SELF_HARM) or is_calm(asked, awaited))
        )
    ):
        await ownership.let_pass(acting.move.conn, asked.taken.id, motivo=passed)
        awaited = replace(awaited, motivo=passed)
        if said and passed == PASSED[Safety.SELF_HARM.value]:
            await acting.say(UNHURRIED)
    return acting.on(acting.move, replace(asked, awaited=awaited)), awaited


_EXPLAINED = frozenset({Intent.EMERGENCY.value, Intent.ADVERSE_REACTION.value, Safety.SELF_HARM.value})
"""What a film, a cat or an old story may be heard as. Violence is not taken back so: he may be the one who writes."""


def _is_explained(asked: Asked, awaited: Awaited) -> bool:
    """Whether she says that what was heard as a danger is none; of despair only beside something that she came for."""
    if awaited.motivo not in _EXPLAINED or asked.burst.wordless:
        return False
    if awaited.motivo == Safety.SELF_HARM and (
        not wants_something(asked) or rx(FAREWELL).search(fold(asked.burst.text))
    ):
        return False
    done = after_treatment(Line.of(awaited.frase or ""))  # "não tenho falta de ar" leaves the crooked face
    return explains_away(asked.burst.text, of_herself=awaited.motivo != Intent.EMERGENCY and not done)


def _wishes_new(asked: Asked) -> bool:
    """Whether a time is wished for, and nothing that stands is spoken of."""
    said = asked.said()
    return bool(said & {Intent.SCHEDULE, Intent.AVAILABILITY}) and not said & CHANGES


def _is_sorry(asked: Asked, awaited: Awaited) -> bool:
    """Whether who was angry takes it back: what she told stays with the person, and what she wishes is done."""
    text = asked.burst.text
    return _is_angry(awaited) and (apologises(text) or only_books(text))


def _is_angry(awaited: Awaited) -> bool:
    """Whether the person is awaited because of a complaint, or of words in anger."""
    return awaited.motivo == Intent.COMPLAINT or (awaited.motivo == Intent.HUMAN and _was_angry(awaited))


def _without_grievance(acting: Acting, awaited: Awaited) -> tuple[Acting, bool]:
    """The message without the person who is only said not to be wanted, and whether a complaint is said to have been none.

    "não reclamei de nada, não preciso de pessoa, tem 9h?": whoever looks into it may still do so.
    """
    asked, text = acting.asked, acting.asked.burst.text
    back = takes_grievance_back(text) and _grieves_not(text)
    if asked.burst.wordless or not _is_angry(awaited) or not (back or only_books(text)):
        return acting, False
    reading = asked.heard.reading
    withdrawn = read_withdrawal(text)
    unsaid = {Intent.HUMAN} if withdrawn and withdrawn.person else set()
    unsaid |= {Intent.COMPLAINT} if back else set()
    reading = replace(
        reading,
        intents=reading.intents - unsaid,
        human=reading.human and not unsaid,
        safety=None if back and reading.safety is Safety.COMPLAINT else reading.safety,
    )
    acting = acting.hearing(replace(asked.heard, reading=reading))
    return acting, back and not acting.asked.said() & FOR_A_PERSON


def _grieves_not(text: str) -> bool:
    """Whether nothing is complained of beside what is denied."""
    return read_safety(Line.of(without_denied_grievance(text)))[0] is not Safety.COMPLAINT


def _was_angry(awaited: Awaited) -> bool:
    """Whether the person was called for by an insult or a threat, and not only asked for."""
    return awaited.frase is not None and read_safety(Line.of(awaited.frase))[0] in ANGRY
