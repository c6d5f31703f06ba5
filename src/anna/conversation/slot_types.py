"""What a message says for one slot of a question, by the type of the slot: a wish, a name, a phone, whom it is for. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from anna.commands import Intent, Nuance, Reading, YesNo
from anna.conversation.for_whom import seen_in, told_whom, turns_hers, whom_of
from anna.conversation.question import OTHERS_NAME, Heard, Question
from anna.conversation.said import words
from anna.conversation.understanding.catalogue import EVALUATION
from anna.conversation.understanding.dates.beside import beside
from anna.conversation.understanding.dates.continuing import continued
from anna.conversation.understanding.dates.edges import as_late_as_open, at_closing, told_of_free
from anna.conversation.understanding.dates.when import judge, read_when
from anna.conversation.understanding.facts.attendants import read_attendants
from anna.conversation.understanding.facts.each import each_of_two, of_one
from anna.conversation.understanding.facts.each_hour import hour_of_the_other
from anna.conversation.understanding.facts.families import first_of_several
from anna.conversation.understanding.facts.procedures import REFUSED
from anna.conversation.understanding.facts.taking_off import named_in, taken_off
from anna.conversation.understanding.facts.two_names import name_of_kin, others_name, the_other_of, two_names
from anna.conversation.understanding.facts.whom import (
    Whom,
    by_pronoun,
    called,
    each_ones,
    introduces,
    read_whom,
    tells_only_of_the_other,
    wishes_too,
)
from anna.conversation.understanding.facts.whose import is_the_same
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.company import hide_the_two
from anna.conversation.understanding.text.line import Line
from anna.conversation.wish import has_day, merge, on_that_day, only_its_hour_failed
from anna.kit.text import fold
from anna.when import When, WhenStatus

Json = Any


@dataclass(frozen=True, slots=True)
class Answer:
    """A slot's value; `whole` is False when only part of it is known."""

    value: Json
    whole: bool = True


def _named(reading: Reading) -> list[str]:
    return [EVALUATION] if Nuance.EVALUATION_ONLY in reading.nuances else list(reading.procedure)


def _servicos(question: Question, slot: str, heard: Heard) -> Answer | None:
    """What is named; "e também limpeza" adds to what was named before, and an evaluation is where advice is given."""
    if heard.reading.nuances & {Nuance.ASKS_ADVICE, Nuance.ASKS_DOCTOR}:
        return None if question.known.get(slot) else Answer([EVALUATION])
    if Nuance.ASKS_AREA in heard.reading.nuances and question.known.get(slot):
        return None  # "e axila?" asks what that costs
    listens = question.slot is None and bool(question.passo)
    if listens and Nuance.OTHER_PROCEDURE not in heard.reading.nuances:
        return None  # nothing is asked: "quanto é o peeling?" changes nothing that is held
    named, known = _named(heard.reading), list(question.known.get(slot) or ())
    refused = _refused(heard) | set(_taken_off(heard, known))
    named = [slug for slug in named if slug not in refused]
    if not named and refused:
        left = [slug for slug in known if slug not in refused]
        return Answer(left) if left and left != known else None  # "não pedi peeling"
    refuses = bool(known) and set(known) <= refused  # "botox não, quanto é a limpeza?"
    if known and not refuses and question.slot != slot and _only_asks_of_another(heard, named, known):
        return None
    if known and named and (kept := _of_one_of_two(question, heard, named, known)):
        return kept
    if named and Intent.CANCEL in heard.reading.intents and set(named) <= set(known):
        return None  # it is called off, not wished for
    if Nuance.ASKS_CHEAPER in heard.reading.nuances and len(named) > 1:
        return None  # which of them it will be hangs on the answer
    if heard.reading.when:
        named = [slug for slug in first_of_several(named, known, heard.text) if slug not in refused]
    before = [slug for slug in known if slug not in refused] if Nuance.ALSO in words(heard.reading) else []
    return Answer([*dict.fromkeys([*before, *named])]) if named else None


def _of_one_of_two(
    question: Question, heard: Heard, named: Sequence[str], known: Sequence[str]
) -> Answer | None:
    """What both want together, where two come and it is said what one of them is to have: what is offered hangs on both."""
    if Whom.BOTH not in {question.known.get("para"), whom_of(question, heard)}:
        return None
    if tells_only_of_the_other(by_pronoun(heard.text)) or _shares(named, known, heard):
        return Answer(known)  # "só limpeza pra ela": hers stays
    if of_one(heard.text, seen_in(heard)) is not None:
        return Answer([*dict.fromkeys([*known, *named])])  # "eu botox": the other one's stays
    return None


def _refused(heard: Heard) -> set[str]:
    return {hit.meant for hit in heard.reading.trace if hit.rule == REFUSED}


def _taken_off(heard: Heard, known: Collection[str]) -> tuple[str, ...]:
    return taken_off(Line.of(heard.text).norm, named_in(heard.reading), known)


def refuses_another(known: Sequence[str], heard: Heard) -> bool:
    """Whether only what is not among the `known` is refused."""
    refused = _refused(heard)
    given_up = Nuance.GIVES_UP in heard.reading.nuances or Intent.CANCEL in heard.reading.intents
    return bool(known and refused) and not (refused & set(known) or given_up)


def what_is_left(known: Sequence[str], heard: Heard) -> list[str]:
    """Of several that are `known` those that stay, where the others are refused; empty where none is."""
    refused = _refused(heard) | set(_taken_off(heard, known))
    named = set(heard.reading.procedure) - refused
    if not refused and named < set(known) and _ONLY.search(fold(heard.text)) and "?" not in heard.text:
        refused = set(known) - named if named else set()
    left = [slug for slug in known if slug not in refused]
    return left if left != list(known) and named <= set(left) else []


_ONLY = re.compile(r"\b(?:so|somente|apenas|unicamente)\b")
_WISHES = frozenset(
    {
        Intent.SCHEDULE,
        Intent.AVAILABILITY,
        Intent.RESCHEDULE,
        Intent.CORRECTION,
        Intent.WAITLIST,
        Intent.OTHER_TIMES,
    }
)
_QUESTIONS = frozenset(
    {Intent.PRICE, Intent.INFO, Intent.MEDICAL_QUESTION, Intent.PAYMENT, Intent.PROMO_INTEREST}
)


def _only_asks_of_another(heard: Heard, named: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a procedure is named to ask about it, which changes nothing of what is booked: "o peeling é o que descama?"."""
    reading = heard.reading
    asks = reading.intents & _QUESTIONS or any(nuance.value.startswith("asks_") for nuance in reading.nuances)
    wishes = reading.intents & _WISHES or Nuance.ALSO in words(reading) or reading.when is not None
    return bool(asks) and not wishes and not set(named) <= set(known)


def _shares(named: Collection[str], known: Collection[str], heard: Heard) -> bool:
    """ "botox pra mim e a boca pra ela", of two procedures that are known: what is for whom, and nothing else than before."""
    return (
        set(named) < set(known)
        and (each_of_two(heard.text, seen_in(heard)) or each_ones(heard.text, two=True)) is not None
    )


def _quando(question: Question, slot: str, heard: Heard) -> Answer | None:
    known = question.known.get(slot)
    before = When.from_json(known) if known else None
    if before and question.known.get("para") == Whom.BOTH and hour_of_the_other(heard.text):
        whole = has_day(before) and before.time_kind is not None and before.status is WhenStatus.OK
        return Answer(known, whole=whole)  # "ela só pode depois das 16h": hers stays as it was wished
    said = _with_what_is_spoken_of(heard, before, two=question.known.get("para") == Whom.BOTH)
    if before and not question.has_times():
        said = continued(heard.text, said, before, asked=question.slot == slot)
    hour_asked = question.slot == slot and before is not None and has_day(before) and not question.has_times()
    said = told_of_free(heard.text, said, hour_asked=hour_asked)
    anything = bool(heard.reading.nuances & {Nuance.ANYTHING, Nuance.SKIPS, Nuance.ASKS_FREE})
    anything |= said is None and question.slot == slot and bool(read_attendants(heard.text, heard.team))
    if before and question.slot == slot and _wants_another_day(before, said, heard.reading):
        return Answer(before.on_another_day().to_json(), whole=False)
    if said is None:
        return _open_wish(question, slot, heard, before, anything=anything)
    if before and only_its_hour_failed(before, said, question.opened_at.date()):
        before = replace(before, status=WhenStatus.OK)
    merged = _judged(merge(before, said), said, heard) if before else said
    if (
        known
        and When.from_json(known).status is merged.status is WhenStatus.CLOSED
        and has_day(said)
        and said.time_kind is None
    ):
        merged = said  # the hour that was refused goes with no other day that is closed then
    merged = at_closing(merged, heard.calendar)
    if merged.status is not WhenStatus.OK:
        return Answer(merged.to_json(), whole=False)
    moves = Nuance.TAKES_BACK.value in question.accepts  # of what is moved the day's free times are shown
    said_all = has_day(merged) and (moves or merged.time_kind is not None or merged.edge is not None)
    asks_what_is_free = Intent.AVAILABILITY in heard.reading.intents and has_day(merged)
    return Answer(merged.to_json(), whole=said_all or anything or asks_what_is_free or merged.from_then_on)


def _wants_another_day(before: When, said: When | None, reading: Reading) -> bool:
    """ "hoje não, fica pra outro dia", where a day was named and its hour asked for."""
    return Nuance.ANOTHER_DAY in reading.nuances and has_day(before) and not (said and has_day(said))


def _of_two(heard: Heard) -> When | None:
    """The wish of one of two who come, where "as duas" are they: "sexta as duas de manhã"."""
    line = Line.of(heard.text)
    without = hide_the_two(line)
    if without is line or heard.calendar is None or heard.arrived is None:
        return heard.reading.when
    return read_when(
        without,
        Context(reference_time=heard.arrived.replace(tzinfo=heard.calendar.tz), calendar=heard.calendar),
    )[0]


def _with_what_is_spoken_of(heard: Heard, before: When | None, *, two: bool = False) -> When | None:
    """The wish of the message; "mesma hora" is that of the consulta that is spoken of, unless an hour was wished before."""
    said = _of_two(heard) if two else heard.reading.when
    if heard.spoken_of is None or heard.calendar is None or heard.arrived is None:
        return said
    whole = merge(before, said or When()) if before else said
    taken = beside(
        heard.text, whole, heard.spoken_of, now=heard.arrived, calendar=heard.calendar,
        along=read_whom(heard.text) is not None,
    )  # fmt: skip
    return said if taken == whole else taken


def _judged(merged: When, said: When, heard: Heard) -> When:
    """A wish that has its day of one message and its hour of another, as the calendar sees both together: 15h may be closed on a Saturday."""
    mixed = merged.status is WhenStatus.OK and replace(merged, clarify=said.clarify) != said
    if not mixed or heard.calendar is None or heard.arrived is None:
        return merged
    status = judge(merged, heard.arrived, heard.calendar)
    return replace(merged, status=status, clarify=merged.clarify or status is not WhenStatus.OK)


def _open_wish(
    question: Question, slot: str, heard: Heard, before: When | None, *, anything: bool
) -> Answer | None:
    """No day and no hour was named. "Tanto faz" leaves the choice to Anna, and a yes leaves her the half she asked for."""
    if question.slot not in (slot, None) and not heard.reading.procedure:
        return None  # "qualquer um" answers another question
    usable = before if before and before.status is WhenStatus.OK else None
    if anything:
        return Answer((usable or When()).to_json())
    agrees = question.slot == slot and heard.reading.yes_no is YesNo.YES
    if agrees and before and (late := as_late_as_open(before, heard.calendar)):
        return Answer(late.to_json())  # "à noite não atendemos. Qual fica bom?"
    if agrees and before and (sure := on_that_day(before, heard.arrived, heard.calendar)):
        return Answer(sure.to_json(), whole=sure.time_kind is not None)
    half = question.slot == slot and usable is not None and has_day(usable)
    return Answer(usable.to_json()) if usable and half and heard.reading.yes_no is YesNo.YES else None


def _phone(question: Question, slot: str, heard: Heard) -> Answer | None:
    reading = heard.reading
    if reading.phone:
        return Answer(reading.phone)
    will_do = reading.yes_no is YesNo.YES or Nuance.SKIPS in reading.nuances
    refuses = reading.yes_no is YesNo.NO and Nuance.SKIPS not in reading.nuances
    if refuses and reading.when is None and not reading.procedure:
        return None
    goes_on = reading.when is not None or bool(reading.procedure) or _moves_the_wish(question, heard)
    goes_on = goes_on or (question.known.get("para") == Whom.BOTH and others_name(heard.text) is not None)
    asked = question.slot == slot and (will_do or goes_on)
    if heard.own_phone and (asked or Nuance.OWN_NUMBER in reading.nuances):
        return Answer(heard.own_phone)  # who gives no other number is reached at the one that writes
    return None


def _moves_the_wish(question: Question, heard: Heard) -> bool:
    """ "o outro", "antes disso": another day or hour, and the same number."""
    kinds = dict(question.also) | dict(question.wanted)
    return any(kind == "quando" and _quando(question, slot, heard) for slot, kind in kinds.items())


def _nps(question: Question, slot: str, heard: Heard) -> Answer | None:
    return None if heard.reading.nps is None else Answer(heard.reading.nps)


def _name(question: Question, slot: str, heard: Heard) -> Answer | None:
    """Whose name it is that was said: hers who writes, or, where two come, the other one's."""
    name = heard.reading.name
    told = {question.known.get("para"), whom_of(question, heard)}
    if slot == OTHERS_NAME and Whom.BOTH in told and (not name or introduces(heard.text, name)):
        known = {word for one in (*heard.team, name or "") for word in fold(one).split()}
        name = others_name(heard.text) or called(heard.text, known) or name
    whom = whom_of(question, heard) or question.known.get("para")
    alone = whom == Whom.KIN and slot != OTHERS_NAME and question.known.get("para") != Whom.BOTH
    if alone and (theirs := name_of_kin(heard.text, name)):
        return Answer(theirs)
    if not name and slot != OTHERS_NAME and turns_hers(question, heard):
        return Answer("", whole=False) if question.known.get(slot) else None
    if name and question.slot == slot and (sure := _of_two_names(question, slot, heard, name)) is not None:
        return sure[0]
    if not name or question.slot == slot:
        return Answer(name) if name else None
    hers = introduces(heard.text, name)
    if Whom.BOTH in {whom, question.known.get("para")} or (whom is Whom.KIN and wishes_too(heard.text)):
        return Answer(name) if hers is (slot != OTHERS_NAME) and question.slot != "nome" else None
    if slot == OTHERS_NAME or (hers and whom == Whom.KIN):
        return None  # whose name is kept is whoever else comes
    return Answer(name)


def _of_two_names(question: Question, slot: str, heard: Heard, name: str) -> tuple[Answer | None] | None:
    """Whose of two names the asked one is, in a tuple: none where that is not plain; None where only one name was said."""
    pair = two_names(heard.text)
    if slot == OTHERS_NAME:
        other = others_name(heard.text)
        if introduces(heard.text, name) or (other and _first_name(other) != _first_name(name)):
            return (Answer(other) if other else None,)
    if pair is None:
        return None
    if slot != OTHERS_NAME:
        return (None,) if Whom.BOTH in {question.known.get("para"), whom_of(question, heard)} else None
    other = the_other_of(pair, question.known.get("nome") or "")
    return (Answer(other) if other else None,)


def _first_name(name: str) -> str:
    return fold(name).split()[0]


def _who(question: Question, slot: str, heard: Heard) -> Answer | None:
    whom = told_whom(question, slot, heard)
    return Answer(whom.value) if whom else None


def _text(question: Question, slot: str, heard: Heard) -> Answer | None:
    return Answer(heard.text) if heard.text and question.slot == slot else None


def read_slot(kind: str, question: Question, slot: str, heard: Heard) -> Answer | None:
    """What `heard` says for a slot of that kind, one of `SLOT_TYPES`; None when it says nothing of it."""
    return _TYPES[kind](question, slot, heard)


def _whose(question: Question, slot: str, heard: Heard) -> Answer | None:
    """What is whose, in her own words, where two come: they name it, or say that it is the same for both."""
    told = heard.reading.procedure or is_the_same(Line.of(heard.text))
    return Answer(heard.text) if told and question.slot == slot else None


_TYPES: Mapping[str, Callable[[Question, str, Heard], Answer | None]] = {
    "servicos": _servicos,
    "quando": _quando,
    "phone": _phone,
    "nps": _nps,
    "name": _name,
    "who": _who,
    "whose": _whose,
    "text": _text,
}
SLOT_TYPES = frozenset(_TYPES)
"""What an `ask` may want, beside `choice`."""
