"""Which sentence answers words that are kept for a person who has not come (decision 0021). Pure.

Whoever says or asks something is answered each time; a courtesy, a bare yes or no, and a sound ("hmm", "kkk") may meet silence.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from anna.commands import Intent, Nuance
from anna.conversation.manners import WORDLESS
from anna.kit.text import fold
from anna.turns.asked import Asked
from anna.turns.handoff.children import is_responsible
from anna.turns.handoff.expected import asks, calls_out, tells
from anna.turns.handoff.keeping import asks_wait
from anna.turns.handoff.of_agenda import is_of_agenda
from anna.turns.waiting_queries import (
    CALL,
    CONDOLENCE,
    DISCOUNT,
    DISCREET_OF_AGENDA,
    ELSEWHERE,
    KEPT,
    KEPT_ELSEWHERE,
    KEPT_GONE,
    MATTER,
    MINOR,
    MOURNS,
    QUESTION,
    RESPONSIBLE,
    WISH,
    WORDS,
    Awaited,
)
from anna.whatsapp.reasons import ALARMS

PARTING, CONSENT = frozenset({Intent.THANKS, Intent.BYE}), frozenset({Intent.AFFIRM, Intent.DENY})
"""Words that need no answer where a person is awaited; the latter while they are bare."""

AGAIN = timedelta(minutes=30)
"""No sooner than this the same is said once more to what says nothing: a picture, a sound."""

GOODBYE = "ate_logo"

_BARE = 3
"""So many words of consent hold nothing beside it: "tá bom então", but not "então tenho 18, pronto"."""

_OF_US = re.compile(
    r"^(?!.*(?:\?|\b(?:cancel|desmarc)\w*)).*\b(?:desist\w+ d(?:e voc|e vc|essa clinica|e tudo)|outr[oa] (?:lugar|clinica|canto|salao)\b)"
)
"""What says that it is the clinic that is given up."""

_BOOKS = re.compile(r"\b(?:marc(?:a|ar|o|e)|agend(?:a|ar|o|e)|reserv(?:a|ar|o|e)|desmarc\w*|cancel\w*)\b")
"""Of a bare consent: it is a wish all the same, "marca aí"."""

_NOBODY = re.compile(
    r"\b(?:ninguem|ngm|alguem|cade|kd)\b.*\b(?:respo\w+|atend\w+|fal\w+|apare\w+|cheg\w+|vem|veio|retorn\w+|ai|pessoa)\b"
    r"|\bnao (?:me )?respo\w+|\bque demora\b|\bdemorando\b|\besperando\b"
)
"""Of a complaint: it is the wait that is complained of, and nothing that has to be made good."""

_ANYBODY = re.compile(
    r"\b(?:alguem|algm|ninguem|ngm)\b(?: (?:ja|me|ainda|nao|da|equipe|ai|de|voces|vcs|vai|vem))* (?:respo\w+|atend\w+|retorn\w+|veio|vem|chegou|apareceu|viu|leu)\b"
)
"""Of a question: it is asked whether a person has come."""

_DISCOUNT = re.compile(r"\bdescont\w+|\bpromoc\w+|\d ?%|\bpor cento\b")
"""What a price may be lowered by: nobody but a person says whether it is."""


def template_for(asked: Asked, awaited: Awaited, *, wishes: bool, now: datetime) -> str | None:
    """The template that says that these words are kept; None where nobody expects a word.

    That a wish is kept keeps words too; a wish itself, who asks for the person, and who asks anything else, are told so in a sentence of
    their own.
    """
    kind, text = asked.burst.wordless, asked.burst.text
    if not kind and leaves(asked):
        return GOODBYE
    if asked.burst.reaction or (WORDLESS[kind].template is None if kind else needs_no_answer(asked)):
        return None
    if awaited.motivo == ELSEWHERE:
        return DISCREET_OF_AGENDA if wishes or is_of_agenda(asked) else KEPT_ELSEWHERE
    expects = not kind and asks(text)
    template = WISH if wishes else _of_words(asked, awaited, kind=kind)
    if template == MOURNS:
        return MOURNS
    covers = {WORDS, WISH, QUESTION} if template == WORDS else {template}
    said_at = [at for name, at in awaited.said_at.items() if name in covers]
    if not said_at or now - max(said_at) >= AGAIN:
        return template
    if expects and template == WORDS:
        return QUESTION
    return template if not kind and (expects or tells(text)) else None


def _of_words(asked: Asked, awaited: Awaited, *, kind: str | None) -> str:
    """What is said to words, or to a message without any (`kind`), that wish for nothing in the agenda."""
    text = asked.burst.text
    minor = RESPONSIBLE if is_responsible(text, awaited.frase or "") else MINOR
    if kind:
        return minor if awaited.motivo == Intent.MINOR else WORDS
    if _calls(asked):
        return CALL
    if Intent.COMPLAINT in asked.said():
        return MATTER
    if awaited.motivo == Intent.MINOR:
        return minor
    if calls_out(text):
        return CALL
    if awaited.motivo == Nuance.GRIEF and CONDOLENCE in awaited.said_at and not asks(text):
        return MOURNS
    return DISCOUNT if asks_discount(asked) else WORDS


def leaves(asked: Asked) -> bool:
    """Whether she gives the clinic up, and nothing that stands in its agenda: who was called for her may still win her back."""
    given_up = Nuance.GIVES_UP in asked.heard.reading.nuances and not asked.heard.reading.procedure
    return given_up and _OF_US.search(fold(asked.burst.text)) is not None


def asks_discount(asked: Asked) -> bool:
    """Whether it is asked what became of a discount."""
    return asks(asked.burst.text) and _DISCOUNT.search(fold(asked.burst.text)) is not None


def complains_of_wait(asked: Asked) -> bool:
    """Of a complaint: whether it is only that nobody has come."""
    return _NOBODY.search(fold(asked.burst.text)) is not None


def _calls(asked: Asked) -> bool:
    """Whether it is the person who is asked for, or her not coming that is complained of."""
    said, text = asked.said(), asked.burst.text
    anybody = "?" in text and _ANYBODY.search(fold(text)) is not None  # "alguém respondeu?"
    waits = Intent.COMPLAINT in said and complains_of_wait(asked)
    person = Intent.HUMAN in said and (
        Intent.COMPLAINT not in said or Intent.HUMAN in asked.heard.reading.intents
    )
    return person or waits or asks_wait(asked) or anybody


def needs_no_answer(asked: Asked) -> bool:
    """Whether these are a courtesy, or a bare yes or no, that asks nothing and tells nothing."""
    said, text = asked.said(), asked.burst.text
    if not said or asks(text) or not said <= PARTING | CONSENT or _BOOKS.search(fold(text)):
        return False
    return not said & CONSENT or len(text.split()) <= _BARE


HEARD_ONCE = frozenset({*KEPT.values(), KEPT_GONE})
"""What is not said once more to an "ok"."""

_NODS = re.compile(
    r"(?:(?:ok|okay|ta|tah|ta bom|certo|entendi|obrigad[ao]|brigad[ao]|valeu|blz|beleza|aham|uhum|hum|viu)[ .,!]*)+"
)
_HEARD_FOR = timedelta(minutes=30)


def only_nods(asked: Asked, awaited: Awaited, *, now: datetime) -> bool:
    """Whether nothing is said but "ok", to where help is, a moment ago: it is not said once more until something new is told."""
    last = max((at for name, at in awaited.said_at.items() if name in ALARMS), default=None)
    nods = not asked.burst.wordless and _NODS.fullmatch(fold(asked.burst.text).strip()) is not None
    return nods and last is not None and now - last < _HEARD_FOR
