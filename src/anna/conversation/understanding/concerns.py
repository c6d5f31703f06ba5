"""What must be handled with care, gravest first. Wide on purpose: a false alarm costs a person a look, a miss may cost more."""

from __future__ import annotations

from functools import cache

from anna.commands import Safety
from anna.conversation.understanding.conditions import (
    CONTRAINDICATION,
    MEDICAL_ADVICE,
    MINOR,
    PREGNANCY,
    REMEDY,
)
from anna.conversation.understanding.conduct import ABUSE, COMPLAINT, INJECTION, THREAT
from anna.conversation.understanding.dangers import EMERGENCY, REACTION, SELF_HARM
from anna.conversation.understanding.families import FAMILIES
from anna.conversation.understanding.phrases import Phrases

RULES: tuple[tuple[str, Safety, str], ...] = (
    ("safety.self_harm", Safety.SELF_HARM, SELF_HARM),
    ("safety.emergency", Safety.EMERGENCY, EMERGENCY),
    ("safety.injection", Safety.INJECTION, INJECTION),
    ("safety.threat", Safety.ABUSE, THREAT),
    ("safety.abuse", Safety.ABUSE, ABUSE),
    ("safety.pregnancy", Safety.PREGNANCY, PREGNANCY),
    ("safety.minor", Safety.MINOR, MINOR),
    ("safety.adverse_reaction", Safety.ADVERSE_REACTION, REACTION),
    ("safety.contraindication", Safety.CONTRAINDICATION, CONTRAINDICATION),
    ("safety.remedy", Safety.MEDICAL_ADVICE, REMEDY),
    ("safety.medical_advice", Safety.MEDICAL_ADVICE, MEDICAL_ADVICE),
    ("safety.complaint", Safety.COMPLAINT, COMPLAINT),
)


@cache
def grammar() -> Phrases:
    """The concerns ready to be read; rule `n` is `RULES[n]`."""
    return Phrases(FAMILIES, [text for _, _, text in RULES])
