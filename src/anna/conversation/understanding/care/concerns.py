"""What must be handled with care, gravest first. Wide on purpose: a false alarm costs a person a look, a miss may cost more."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from anna.commands import Safety
from anna.conversation.understanding.care.beside_them import BESIDE_THEM, FAREWELLS
from anna.conversation.understanding.care.conditions import (
    CONTRAINDICATION,
    MEDICAL_ADVICE,
    MINOR,
    PREGNANCY,
    REMEDY,
)
from anna.conversation.understanding.care.conduct import ABUSE, COMPLAINT, INJECTION, THREAT
from anna.conversation.understanding.care.consent import COERCED, UNWILLING
from anna.conversation.understanding.care.dangers import EMERGENCY, SELF_HARM, SIGNS
from anna.conversation.understanding.care.devices import DEVICES
from anna.conversation.understanding.care.reactions import REACTION
from anna.conversation.understanding.care.violence import MISSING, VIOLENCE
from anna.conversation.understanding.text.families import FAMILIES
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.phrases import Found, Phrases

VIOLENT = "safety.violence"
"""An emergency by another's hand: the contract has no kind of its own for it."""

GONE = "safety.missing"
"""An emergency of its own: somebody of hers is nowhere to be found."""

HERSELF = "safety.self_harm"
"""Despair, and what is done out of it."""

HURT = "safety.device"
"""A reaction that is no question of what may come: it was done to her, and she tells it."""

AGAINST_HER_WILL, UNDER_THREAT = "safety.unwilling", "safety.coerced"
"""Conditions of a kind of their own: who is to be treated does not want it, or cannot say so; the latter under a threat at home."""

RULES: tuple[tuple[str, Safety, str], ...] = (
    (HERSELF, Safety.SELF_HARM, SELF_HARM + FAREWELLS),
    (VIOLENT, Safety.EMERGENCY, VIOLENCE),
    (GONE, Safety.EMERGENCY, MISSING),
    ("safety.emergency", Safety.EMERGENCY, EMERGENCY + BESIDE_THEM),
    ("safety.injection", Safety.INJECTION, INJECTION),
    (HURT, Safety.ADVERSE_REACTION, DEVICES),
    ("safety.adverse_reaction", Safety.ADVERSE_REACTION, REACTION),
    ("safety.threat", Safety.ABUSE, THREAT),
    ("safety.abuse", Safety.ABUSE, ABUSE),
    (UNDER_THREAT, Safety.CONTRAINDICATION, COERCED),
    (AGAINST_HER_WILL, Safety.CONTRAINDICATION, UNWILLING),
    ("safety.pregnancy", Safety.PREGNANCY, PREGNANCY),
    ("safety.minor", Safety.MINOR, MINOR),
    ("safety.contraindication", Safety.CONTRAINDICATION, CONTRAINDICATION),
    ("safety.remedy", Safety.MEDICAL_ADVICE, REMEDY),
    ("safety.medical_advice", Safety.MEDICAL_ADVICE, MEDICAL_ADVICE),
    ("safety.complaint", Safety.COMPLAINT, COMPLAINT),
)


@dataclass(frozen=True, slots=True)
class Seen:
    """The concerns of one message, gravest first, and the signs by which they are weighed (`dangers.SIGNS`)."""

    concerns: tuple[Found, ...]
    signs: frozenset[str]


def look(line: Line) -> Seen:
    """Everything the rules see in `line`; concern `n` is of `RULES[n]`."""
    found = sorted(_grammar().all(line), key=lambda f: (f.rule, f.start))
    names = tuple(SIGNS)
    return Seen(
        tuple(f for f in found if f.rule < len(RULES)),
        frozenset(names[f.rule - len(RULES)] for f in found if f.rule >= len(RULES)),
    )


@cache
def _grammar() -> Phrases:
    return Phrases(FAMILIES, [*(text for _, _, text in RULES), *SIGNS.values()])
