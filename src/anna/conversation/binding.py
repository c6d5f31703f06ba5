"""Does this reading answer that question, and with what value? Pure.

A question wants one or more slots, each of a type. `bind` takes from a `Reading` whatever the wanted slots can use, however
many facts one message carries, and says which values are only part of an answer: a day without an hour, a day on which the
clinic is closed. Values are plain JSON, because a run keeps them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from anna.commands import Intent, Nuance, Reading
from anna.conversation.for_whom import only_she_comes
from anna.conversation.question import OTHERS_NAME, WISHED, Heard, Question
from anna.conversation.said import words
from anna.conversation.slot_types import (
    SLOT_TYPES,
    Answer,
    read_slot,
    refuses_another,
    what_is_left,
)
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.facts.another import of_somebody_else
from anna.conversation.understanding.facts.attendants import read_attendants
from anna.conversation.understanding.facts.each_hour import hour_of_the_other
from anna.conversation.understanding.facts.of_two import without_what_stays
from anna.conversation.understanding.facts.one_for import wishes_herself
from anna.conversation.understanding.facts.taking_off import named_in, refuses_all
from anna.conversation.understanding.facts.whom import (
    Whom,
    adds_another,
    changes_hers,
    comes_too,
    first_of_two,
    tells_only_of_the_other,
)
from anna.conversation.understanding.intents.yes_no import is_plain_yes
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.each_choice import (
    hers_of_two,
    hers_of_two_hours,
    names_a_day_for_each,
    takes_for_each,
    takes_for_herself,
    takes_for_the_other,
)
from anna.conversation.understanding.replies.one_more import wishes_one_more
from anna.conversation.understanding.replies.staying import drops_the_change, stays
from anna.conversation.understanding.text.line import Line
from anna.kit.text import fold

Json = Any

ALSO, DROPS, TAKES_BACK = Nuance.ALSO.value, Nuance.DROPS.value, Nuance.TAKES_BACK.value
HERS_TOO = Nuance.HERS_TOO.value

CONSENT = "lembretes"  # whose yes is a consent: nothing that is said of money gives one

KEEP = "keep"
"""Where leaving things as they are is an answer, whoever gives up has given it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What a reply means to one question; the fields are those of the engine's `Reply`."""

    question: Question
    said: frozenset[str]
    answers: Mapping[str, Json] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    choice: str | None = None
    unclear: bool = False


def _refuses_all(question: Question, heard: Heard) -> bool:
    """Whether what the question is about is not wished for at all."""
    known = question.known.get("procedimentos") or ()
    return (
        question.slot is not None and heard.tapped is None and refuses_all(heard.text, heard.reading, known)
    )


_CHANGES = frozenset({"cancel", "reschedule"})  # what is done to what stands in the agenda


def bind(question: Question, heard: Heard) -> Bound | None:
    """What `heard` answers of `question`; None when it is of no kind that the question accepts."""
    if not heard.tapped and _is_beside(question, heard):
        return None
    if plain := _plainly(question, heard):
        return plain
    heard = _of_who_is_left(question, _of_her_own(question, heard))
    choice = _choice(question, heard)
    if _takes_the_others(question, heard, chosen=choice is not None):
        return Bound(question=question, said=frozenset(), unclear=True)
    if question.options and choice is None and Intent.CHOOSE_SLOT in heard.reading.intents:
        # it fits several of them, and which one is asked again, or none: somebody else is to attend
        return Bound(question=question, said=_with_whom(question, heard) or words(heard.reading))
    answers = _answers(question, heard, choice)
    said = words(heard.reading) - ({TAKES_BACK} if "quando" in answers else frozenset())
    said |= _with_whom(question, heard) if choice is None else frozenset()
    said |= {ALSO} & question.accepts if adds_another(heard.text, question.known.get("para")) else frozenset()
    if refuses_another(question.known.get("procedimentos") or (), heard):
        said -= {Intent.DENY.value}  # "não pedi peeling", where none is booked: what is stays
    if _is_about_another(question, heard, said):
        return None
    gives_up = Nuance.GIVES_UP in heard.reading.nuances and not (
        Nuance.WHAT_IF in heard.reading.nuances or (answers and Intent.SCHEDULE in heard.reading.intents)
    )  # "esquece o desconto, quero marcar quinta" gives up something else
    if gives_up or _refuses_all(question, heard):
        said |= _leaves(question, heard)
    if not answers and choice is None and not said & question.accepts:
        return None
    return Bound(
        question=question, said=said, answers={slot: answer.value for slot, answer in answers.items()},
        incomplete=frozenset(slot for slot, answer in answers.items() if not answer.whole), choice=choice,
    )  # fmt: skip


def _plainly(question: Question, heard: Heard) -> Bound | None:
    """What is answered whatever else was read: it stays, each of two takes a time, or of several things some are refused."""
    if _stays(question, heard):
        return Bound(question=question, said=frozenset({TAKES_BACK}))
    two = question.known.get("para") == Whom.BOTH and heard.tapped is None
    hers = hers_of_two(heard.text, question.options, heard.team) if two else None
    if hers is not None and question.slot:
        kinds = dict(question.also) | dict(question.wanted)
        named = read_slot("name", question, OTHERS_NAME, heard) if OTHERS_NAME in kinds else None
        each = {question.slot: hers} | ({OTHERS_NAME: named.value} if named else {})
        return Bound(question=question, said=frozenset(), answers=each, choice=hers)
    if two and _asks_after_the_others(question, heard):
        return Bound(question=question, said=frozenset({ALSO}))
    if _wishes_hers_too(question, heard):
        return Bound(question=question, said=question.accepts & {ALSO, HERS_TOO})
    left = what_is_left(question.known.get("procedimentos") or (), heard) if DROPS in question.accepts else ()
    if left:
        return Bound(question=question, said=frozenset({DROPS}), answers={"procedimentos": left})
    return None


def _wishes_hers_too(question: Question, heard: Heard) -> bool:
    """Whether something is wished for whoever writes, beside what is looked for or held for somebody else: "eu também quero, limpeza"."""
    theirs = question.known.get("para") == Whom.KIN and heard.tapped is None and not heard.reading.safety
    waits = bool(question.accepts & {ALSO, HERS_TOO}) and bool(heard.reading.procedure)
    return theirs and waits and heard.reading.intents <= _ASKS_AFTER and wishes_herself(heard.text)


_ASKS_AFTER = frozenset({Intent.INFO, Intent.SCHEDULE, Intent.AVAILABILITY, Intent.UNCLEAR, Intent.AFFIRM})


def _asks_after_the_others(question: Question, heard: Heard) -> bool:
    """Whether the other one's is spoken of, which comes after hers: "é só o laser dela, sábado depois das 11", while hers is held."""
    if ALSO not in question.accepts or not heard.reading.intents <= _ASKS_AFTER:
        return False
    told = tells_only_of_the_other(heard.text) if heard.reading.procedure else hour_of_the_other(heard.text)
    return told or comes_too(heard.text)


def _with_whom(question: Question, heard: Heard) -> frozenset[str]:
    named = question.options and read_attendants(heard.text, heard.team)
    return question.accepts & {Nuance.OTHER_PROFESSIONAL.value} if named else frozenset()


def _answers(question: Question, heard: Heard, choice: str | None) -> Mapping[str, Answer]:
    """What the wanted slots can use of it, and those that may be corrected by the way."""
    answers: dict[str, Answer] = {}
    for slot, kind in (dict(question.also) | dict(question.wanted)).items():
        if kind == "choice":
            answer = Answer(choice) if choice is not None and slot == question.slot else None
        else:
            answer = read_slot(kind, question, slot, heard) if kind in SLOT_TYPES else None
        if answer is not None:
            answers[slot] = answer
    return answers


def _takes_the_others(question: Question, heard: Heard, *, chosen: bool) -> bool:
    """Whether one of the times is taken for somebody else than they are for: it is asked once more."""
    if heard.tapped is not None or not question.has_times():
        return False
    whom = question.known.get("para")
    starts = [datetime.fromisoformat(option["local"]) for option in question.options if "local" in option]
    if whom != Whom.KIN and names_a_day_for_each(heard.text, starts):
        return True
    if not chosen:
        return False
    if whom == Whom.BOTH:
        return takes_for_the_other(heard.text)
    if whom == Whom.KIN:
        return takes_for_herself(heard.text)
    each = takes_for_each(heard.text, starts) or hers_of_two_hours(heard.text) is not None
    return whom in {None, Whom.OWN} and each


def _of_her_own(question: Question, heard: Heard) -> Heard:
    """The hour of whoever writes alone, where each of two who come is given one and hers was not offered: "11 eu e 11h30 ele"."""
    two = question.known.get("para") == Whom.BOTH and heard.tapped is None and question.has_times()
    hers = hers_of_two_hours(heard.text) if two else None
    if hers is None or heard.calendar is None or heard.arrived is None:
        return heard
    context = Context(reference_time=heard.arrived.replace(tzinfo=heard.calendar.tz), calendar=heard.calendar)
    reading = replace(
        heard.reading, intents=frozenset({Intent.SCHEDULE}), when=read_when(Line.of(hers), context)[0], slot_choice=None,
        choice=None, yes_no=None,
    )  # fmt: skip
    return replace(heard, reading=reading)


def _of_who_is_left(question: Question, heard: Heard) -> Heard:
    """Without the no that is the other one's, where of two only she still comes; without what is hers and stays, where the other one's is looked for."""
    reading = heard.reading
    theirs = without_what_stays(heard.text) if question.known.get("para") == Whom.KIN else heard.text
    if theirs.strip() and theirs != heard.text:
        named = tuple(slug for slug, saw in named_in(reading) if fold(saw) in fold(theirs))
        return replace(heard, text=theirs, reading=replace(reading, procedure=named))
    if not only_she_comes(question, heard):
        return heard
    left = replace(
        reading, intents=reading.intents - {Intent.DENY, Intent.CANCEL}, nuances=reading.nuances - {Nuance.GIVES_UP}, yes_no=None
    )  # fmt: skip
    return replace(heard, reading=left)


def _is_about_another(question: Question, heard: Heard, said: frozenset[str]) -> bool:
    """Whether something else is to be changed than what the question is about: "cancela a de limpeza", "cancela o horário dela"."""
    if "cancel" in said and _speaks_of_another(question, heard.reading):
        return True
    return bool(said & _CHANGES) and _is_for_somebody_else(question, heard)


def _speaks_of_another(question: Question, reading: Reading) -> bool:
    """Whether other procedures are named than those the question's run is about."""
    own = question.known.get("procedimentos")
    return bool(own and reading.procedure) and not set(own or ()) & set(reading.procedure)


_ASKS_WHAT_STANDS = frozenset({Intent.CHECK_APPOINTMENT, Intent.GREET, Intent.THANKS, Intent.PAYMENT})


def _is_beside(question: Question, heard: Heard) -> bool:
    """Whether it says something beside the question: that she has paid, or that one more is wished while what stands is to be changed."""
    if question.slot == CONSENT and Nuance.SAYS_PAID in heard.reading.nuances:
        return True
    if question.slot is None and _ASKS_WHAT_STANDS >= heard.reading.intents >= {Intent.CHECK_APPOINTMENT}:
        return True  # "tudo certo pra sexta né": the day of what is held, and no other
    return TAKES_BACK in question.accepts and wishes_one_more(heard.text, heard.reading, question.stands)


def _stays(question: Question, heard: Heard) -> bool:
    """Whether what is to be moved or cancelled stays as it is."""
    offered = [
        datetime.fromisoformat(option["local"]).date() for option in question.options if "local" in option
    ]
    asked = TAKES_BACK in question.accepts and heard.tapped is None
    return asked and stays(heard.text, heard.reading, heard.spoken_of, offered)


def _leaves(question: Question, heard: Heard) -> frozenset[str]:
    """What whoever wants nothing of it has said; that nothing stands which is called off is heard with it."""
    given_up = {_given_up(question, heard.text)} & question.accepts
    calls_off = Intent.CANCEL in heard.reading.intents or Intent.DENY.value in question.accepts
    return frozenset(given_up if calls_off else given_up | {Intent.DENY.value})


def _given_up(question: Question, text: str) -> str:
    """The command that whoever gives up has said: things stay as they are, where that is an answer, else nothing comes of them."""
    if KEEP in question.accepts:
        return KEEP
    return TAKES_BACK if TAKES_BACK in question.accepts and drops_the_change(text) else Intent.CANCEL.value


def _is_for_somebody_else(question: Question, heard: Heard) -> bool:
    """Whether another person's consulta is to be changed, and not what the question is about, be that for her or for one of hers."""
    whom = question.known.get("para")
    if whom in {Whom.KIN, Whom.BOTH, Whom.MORE} or question.known.get("nome"):
        hers = whom == Whom.KIN or question.slot == OTHERS_NAME
        return hers and changes_hers(heard.text)  # "cancela a minha", while theirs is looked for
    offered = " ".join(
        str(value) for option in question.options for value in (option.get("palavras") or {}).values()
    )
    procedures = {word for slug in heard.reading.procedure for word in slug.split("-")}
    return of_somebody_else(heard.text, {*fold(offered).split(), *procedures})


def _choice(question: Question, heard: Heard) -> str | None:
    """The id of the option that was tapped, numbered, named by its time, or said in words."""
    if not question.options:
        return None
    ids = [str(option["id"]) for option in question.options]
    for option in question.options:
        if heard.tapped is not None and heard.tapped in (str(option["id"]), option.get("rotulo")):
            return str(option["id"])
    reading = heard.reading
    chosen = reading.slot_choice and reading.slot_choice.isoformat(timespec="minutes")
    for option in question.options:
        if chosen and option.get("local") == chosen:
            return str(option["id"])
    two = first_of_two(heard.text) if question.known.get("para") == Whom.BOTH else None
    number = reading.choice or two
    if number is not None and 1 <= number <= len(ids):
        return ids[number - 1]
    spoken = [option_id for option_id in ids if option_id in words(reading)]
    agrees = Nuance.STAYS not in reading.nuances and is_plain_yes(Line.of(heard.text))
    if not spoken and WISHED in question.options[0] and agrees:
        return ids[0]
    return spoken[0] if len(spoken) == 1 else None
