"""What is asked, told or wanted in set ways; `asks` has the many ways beside them, and `intents` what words do not say."""

from __future__ import annotations

from functools import cache

from anna.commands import Intent
from anna.conversation.understanding.intents.bookings import BOOKING_FAMILIES, BOOKINGS
from anna.conversation.understanding.intents.questions import QUESTION_FAMILIES, QUESTIONS
from anna.conversation.understanding.text.wordings import Wordings

INTENTS: tuple[Intent, ...] = tuple(intent for intent, _ in (*QUESTIONS, *BOOKINGS))
EXPLAINS = 0
"""The row of what is asked to be explained."""


@cache
def wordings() -> Wordings:
    """The wordings of each of `INTENTS`, in their order."""
    families = {**QUESTION_FAMILIES, **BOOKING_FAMILIES}
    return Wordings(families, [text for _, text in (*QUESTIONS, *BOOKINGS)])
