"""For whom a message says that it is, beside what is known of that already. Pure."""

from __future__ import annotations

from anna.commands import Nuance
from anna.conversation.question import Heard, Question
from anna.conversation.understanding.facts.each import names_both, three_come
from anna.conversation.understanding.facts.of_two import Whose, who_stays_out
from anna.conversation.understanding.facts.one_for import for_me, wishes_herself
from anna.conversation.understanding.facts.procedures import NAMED
from anna.conversation.understanding.facts.third import is_a_third
from anna.conversation.understanding.facts.whom import (
    Whom,
    comes_too,
    is_hers_after_all,
    only_herself,
    only_the_other,
    read_whom,
    wishes_another,
    wishes_too,
)


def seen_in(heard: Heard) -> list[str]:
    """The procedures that are named, as they were written."""
    return [hit.saw for hit in heard.reading.trace if hit.rule == NAMED]


def told_whom(question: Question, slot: str, heard: Heard) -> Whom | None:
    """For whom it is from now on; None where `heard` changes nothing of that."""
    if only_herself(heard.text) or only_she_comes(question, heard):
        return Whom.OWN
    if only_the_other(heard.text):
        return Whom.KIN
    if question.known.get(slot) == Whom.BOTH and (
        whom_of(question, heard) is Whom.MORE or is_a_third(heard.text, heard.told_before)
    ):
        return Whom.MORE
    if question.known.get(slot) in {Whom.BOTH, Whom.MORE}:
        return None  # "pra minha mãe pode ser às 15h": still for both
    return Whom.OWN if turns_hers(question, heard) else whom_of(question, heard)


def only_she_comes(question: Question, heard: Heard) -> bool:
    """Whether of two who were to come the other one does not any more: "ela desistiu", and not "ela desistiu do laser, quer limpeza"."""
    two = question.known.get("para") == Whom.BOTH and heard.tapped is None and not heard.reading.procedure
    return two and who_stays_out(heard.text) is Whose.THEIRS


def _is_hers(heard: Heard) -> bool:
    """Whether what is named is for whoever writes: "botox pra mim", and after somebody else's "e eu quero botox"."""
    seen = seen_in(heard)
    return for_me(heard.text, seen) or (bool(seen) and wishes_herself(heard.text))


def turns_hers(question: Question, heard: Heard) -> bool:
    """Whether a procedure is named for whoever writes, while somebody else's is looked for."""
    theirs = question.known.get("para") == Whom.KIN and bool(question.passo)
    return theirs and bool(heard.reading.procedure) and is_hers_after_all(heard.text)


def whom_of(question: Question, heard: Heard) -> Whom | None:
    """For whom the message says that it is; who is named beside her while hers is looked for comes too: "minha irmã também quer".

    What begins a talk says nothing of hers, which may be booked already.
    """
    whom = read_whom(heard.text, heard.reading.name)
    if three_come(heard.text, seen_in(heard)):
        return Whom.MORE
    if whom is not Whom.MORE and names_both(heard.text, seen_in(heard)):
        return Whom.BOTH
    if whom is None and question.known.get("para") is None and _is_hers(heard):
        return Whom.OWN
    beside_hers = question.known.get("para") in {None, Whom.OWN} and Nuance.ALSO not in question.accepts
    too = (whom is Whom.KIN and wishes_too(heard.text)) or (
        whom in {None, Whom.KIN} and comes_too(heard.text)
    )
    known = question.known.get("procedimentos") or ()
    another = known and set(heard.reading.procedure) - set(known) and whom is Whom.KIN
    too = too or bool(another and wishes_another(heard.text, question.known.get("para")))
    return Whom.BOTH if beside_hers and question.passo and too else whom
