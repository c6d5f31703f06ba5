"""Does this reading answer that question, and with what value? Pure.

A question wants one or more slots, each of a type. `bind` takes from a `Reading` whatever the wanted slots can use, however
many facts one message carries, and says which values are only part of an answer: a day without an hour, a day on which the
clinic is closed. Values are plain JSON, because a run keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.clinica.calendar import Calendar
from anna.commands import Intent, Nuance, Reading, YesNo
from anna.conversation.said import words
from anna.conversation.understanding.catalogue import EVALUATION
from anna.conversation.understanding.dates.beside import beside
from anna.conversation.understanding.dates.continuing import continued
from anna.conversation.understanding.dates.edges import at_closing, told_of_free
from anna.conversation.understanding.dates.when import judge
from anna.conversation.understanding.facts.another import of_somebody_else
from anna.conversation.understanding.facts.attendants import read_attendants
from anna.conversation.understanding.facts.families import first_of_several
from anna.conversation.understanding.facts.whom import (
    Whom,
    adds_another,
    called,
    first_of_two,
    introduces,
    only_herself,
    only_the_other,
    read_whom,
    speaks_of_hers,
    wishes_too,
)
from anna.conversation.understanding.intents.yes_no import is_plain_yes
from anna.conversation.understanding.replies.each_choice import hers_of_two
from anna.conversation.understanding.replies.staying import drops_the_change, stays
from anna.conversation.understanding.text.line import Line
from anna.conversation.wish import has_day, merge, only_its_hour_failed
from anna.kit.text import fold
from anna.when import When, WhenStatus

Json = Any

ALSO, TAKES_BACK = Nuance.ALSO.value, Nuance.TAKES_BACK.value

CONSENT = "lembretes"  # whose yes is a consent: nothing that is said of money gives one

WISHED = "pedida"
"""The option that is the very time she wished: a yes to the list takes it."""

KEEP = "keep"
"""Where leaving things as they are is an answer, whoever gives up has given it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open question, as routing sees it. `options` are those of a choice, in the order of their numbers."""

    id: UUID
    execucao_id: UUID
    passo: str
    visita: int
    slot: str | None
    wanted: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)  # other slots that a reply may answer or correct
    accepts: frozenset[str]
    options: tuple[Mapping[str, Json], ...] = ()
    provedor_id: str | None = None  # of the bubble that asked: a quoted reply binds to it
    background: bool = False
    opened_at: datetime
    known: Mapping[str, Json] = field(default_factory=dict)  # what the run holds so far, in part or whole
    shown: tuple[str, ...] = ()  # the starts that were offered in this run, ISO

    def has_times(self) -> bool:
        """Whether its options are times to choose from."""
        return any("local" in option for option in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What a reply means to one question; the fields are those of the engine's `Reply`."""

    question: Question
    said: frozenset[str]
    answers: Mapping[str, Json] = field(default_factory=dict)
    incomplete: frozenset[str] = frozenset()
    choice: str | None = None
    unclear: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """A slot's value; `whole` is False when only part of it is known."""

    value: Json
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message as binding needs it: the reading, its words, the tapped option, and the number it came from."""

    reading: Reading
    text: str
    tapped: str | None = None  # id or label of a tapped button or list row
    own_phone: str | None = None
    calendar: Calendar | None = None  # with `arrived`, what a wish made of two messages is judged by
    arrived: datetime | None = None  # on the clinic's wall clock, naive
    team: tuple[str, ...] = ()  # the names of those who attend here
    spoken_of: datetime | None = None  # the start, so too, of the consulta that "mesma hora" means


OTHERS_NAME = "nome_da_outra"
"""The slot of the name of the other one, where two come."""

_CHANGES = frozenset({"cancel", "reschedule"})  # what is done to what stands in the agenda


def bind(question: Question, heard: Heard) -> Bound | None:
    """What `heard` answers of `question`; None when it is of no kind that the question accepts."""
    if question.slot == CONSENT and Nuance.SAYS_PAID in heard.reading.nuances and not heard.tapped:
        return None
    if _stays(question, heard):
        return Bound(question=question, said=frozenset({TAKES_BACK}))
    two = question.known.get("para") == Whom.BOTH and heard.tapped is None
    hers = hers_of_two(heard.text, question.options, heard.team) if two else None
    if hers is not None and question.slot:
        kinds = dict(question.also) | dict(question.wanted)
        named = _name(question, OTHERS_NAME, heard) if OTHERS_NAME in kinds else None
        each = {question.slot: hers} | ({OTHERS_NAME: named.value} if named else {})
        return Bound(question=question, said=frozenset(), answers=each, choice=hers)
    choice = _choice(question, heard)
    if question.options and choice is None and Intent.CHOOSE_SLOT in heard.reading.intents:
        # it fits several of them, and which one is asked again, or none: somebody else is to attend
        return Bound(question=question, said=_with_whom(question, heard) or words(heard.reading))
    answers = _answers(question, heard, choice)
    said = words(heard.reading) - ({TAKES_BACK} if "quando" in answers else frozenset())
    said |= _with_whom(question, heard) if choice is None else frozenset()
    said |= {ALSO} & question.accepts if adds_another(heard.text, question.known.get("para")) else frozenset()
    if _is_about_another(question, heard, said):
        return None
    if Nuance.GIVES_UP in heard.reading.nuances and not (
        Nuance.WHAT_IF in heard.reading.nuances or (answers and Intent.SCHEDULE in heard.reading.intents)
    ):  # "esquece o desconto, quero marcar quinta" gives up something else
        said |= {_given_up(question, heard.text)} & question.accepts
    if not answers and choice is None and not said & question.accepts:
        return None
    return Bound(
        question=question, said=said, answers={slot: answer.value for slot, answer in answers.items()},
        incomplete=frozenset(slot for slot, answer in answers.items() if not answer.whole), choice=choice,
    )  # fmt: skip


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
            answer = _TYPES[kind](question, slot, heard) if kind in _TYPES else None
        if answer is not None:
            answers[slot] = answer
    return answers


def _is_about_another(question: Question, heard: Heard, said: frozenset[str]) -> bool:
    """Whether something else is to be changed than what the question is about: "cancela a de limpeza", "cancela o horário dela"."""
    if "cancel" in said and _speaks_of_another(question, heard.reading):
        return True
    return bool(said & _CHANGES) and _is_for_somebody_else(question, heard)


def _speaks_of_another(question: Question, reading: Reading) -> bool:
    """Whether other procedures are named than those the question's run is about."""
    own = question.known.get("procedimentos")
    return bool(own and reading.procedure) and not set(own or ()) & set(reading.procedure)


def _stays(question: Question, heard: Heard) -> bool:
    """Whether what is to be moved or cancelled stays as it is."""
    offered = [
        datetime.fromisoformat(option["local"]).date() for option in question.options if "local" in option
    ]
    asked = TAKES_BACK in question.accepts and heard.tapped is None
    return asked and stays(heard.text, heard.reading, heard.spoken_of, offered)


def _given_up(question: Question, text: str) -> str:
    """The command that whoever gives up has said: things stay as they are, where that is an answer, else nothing comes of them."""
    if KEEP in question.accepts:
        return KEEP
    return TAKES_BACK if TAKES_BACK in question.accepts and drops_the_change(text) else Intent.CANCEL.value


def _is_for_somebody_else(question: Question, heard: Heard) -> bool:
    """Whether another person's consulta is to be changed, and not what the question is about, be that for her or for one of hers."""
    whom = question.known.get("para")
    if whom in {Whom.KIN, Whom.BOTH, Whom.MORE} or question.known.get("nome"):
        return whom == Whom.KIN and speaks_of_hers(
            heard.text
        )  # "cancela a minha", while theirs is looked for
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
    if not spoken and WISHED in question.options[0] and is_plain_yes(Line.of(heard.text)):
        return ids[0]
    return spoken[0] if len(spoken) == 1 else None


def _servicos(question: Question, slot: str, heard: Heard) -> Answer | None:
    """What is named; "e também limpeza" adds to what was named before, and an evaluation is where advice is given."""
    if Nuance.ASKS_ADVICE in heard.reading.nuances:
        return None if question.known.get(slot) else Answer([EVALUATION])
    if Nuance.ASKS_AREA in heard.reading.nuances and question.known.get(slot):
        return None  # "e axila?" asks what that costs
    named, known = list(heard.reading.procedure), list(question.known.get(slot) or ())
    if named and Intent.CANCEL in heard.reading.intents and set(named) <= set(known):
        return None  # it is called off, not wished for
    if Nuance.ASKS_CHEAPER in heard.reading.nuances and len(named) > 1:
        return None  # which of them it will be hangs on the answer
    if heard.reading.when:
        named = first_of_several(named, known, heard.text)
    before = known if Nuance.ALSO in words(heard.reading) else []
    return Answer([*dict.fromkeys([*before, *named])]) if named else None


def _quando(question: Question, slot: str, heard: Heard) -> Answer | None:
    known = question.known.get(slot)
    before = When.from_json(known) if known else None
    said = _with_what_is_spoken_of(heard, before)
    if before and not question.has_times():
        said = continued(heard.text, said, before, asked=question.slot == slot)
    said = told_of_free(heard.text, said)
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
    said_all = has_day(merged) and (merged.time_kind is not None or merged.edge is not None)
    return Answer(merged.to_json(), whole=said_all or anything or merged.from_then_on)


def _wants_another_day(before: When, said: When | None, reading: Reading) -> bool:
    """ "hoje não, fica pra outro dia", where a day was named and its hour asked for."""
    return Nuance.ANOTHER_DAY in reading.nuances and has_day(before) and not (said and has_day(said))


def _with_what_is_spoken_of(heard: Heard, before: When | None) -> When | None:
    """The wish of the message; "mesma hora" is that of the consulta that is spoken of, unless an hour was wished before."""
    said = heard.reading.when
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
    half = question.slot == slot and usable is not None and has_day(usable)
    return Answer(usable.to_json()) if usable and half and heard.reading.yes_no is YesNo.YES else None


def _phone(question: Question, slot: str, heard: Heard) -> Answer | None:
    reading = heard.reading
    if reading.phone:
        return Answer(reading.phone)
    will_do = reading.yes_no is YesNo.YES or Nuance.SKIPS in reading.nuances
    goes_on = reading.when is not None or bool(reading.procedure) or _moves_the_wish(question, heard)
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
    if not name and slot == OTHERS_NAME and Whom.BOTH in {question.known.get("para"), read_whom(heard.text)}:
        name = called(heard.text, {word for one in heard.team for word in fold(one).split()})
    if not name or question.slot == slot:
        return Answer(name) if name else None
    whom = read_whom(heard.text, name) or question.known.get("para")
    hers = introduces(heard.text, name)
    if Whom.BOTH in {whom, question.known.get("para")} or (whom is Whom.KIN and wishes_too(heard.text)):
        return Answer(name) if hers is (slot != OTHERS_NAME) and question.slot != "nome" else None
    if slot == OTHERS_NAME or (hers and whom == Whom.KIN):
        return None  # whose name is kept is whoever else comes
    return Answer(name)


def _who(question: Question, slot: str, heard: Heard) -> Answer | None:
    if only_herself(heard.text):
        return Answer(Whom.OWN.value)
    if only_the_other(heard.text):
        return Answer(Whom.KIN.value)
    if question.known.get(slot) in {Whom.BOTH, Whom.MORE}:
        return None  # "pra minha mãe pode ser às 15h": still for both
    whom = read_whom(heard.text, heard.reading.name)
    if (
        whom is Whom.KIN
        and question.passo
        and question.known.get(slot) in {None, Whom.OWN}
        and wishes_too(heard.text)
    ):
        return Answer(Whom.BOTH.value)  # "minha irmã também quer", while hers is looked for
    return Answer(whom.value) if whom else None


def _text(question: Question, slot: str, heard: Heard) -> Answer | None:
    return Answer(heard.text) if heard.text and question.slot == slot else None


_TYPES: Mapping[str, Callable[[Question, str, Heard], Answer | None]] = {
    "servicos": _servicos,
    "quando": _quando,
    "phone": _phone,
    "nps": _nps,
    "name": _name,
    "who": _who,
    "text": _text,
}
SLOT_TYPES = frozenset(_TYPES)
"""What an `ask` may want, beside `choice`."""
