"""Every set way to say yes, no or neither, as wordings, in the order of reading.

What an expression has explained is hidden from the ones after it; `yes_no` decides what the verdicts mean together.
"""

from __future__ import annotations

from functools import cache

from anna.conversation.understanding.intents.answer_words import FAMILIES, Expression
from anna.conversation.understanding.intents.decided import DECIDED
from anna.conversation.understanding.intents.undecided import UNDECIDED
from anna.conversation.understanding.text.wordings import Wordings

EXPRESSIONS: tuple[Expression, ...] = (*UNDECIDED, *DECIDED)
RHETORICAL = 3
"""How many of the first expressions answer by asking: "e eu ia perder?"."""


@cache
def wordings() -> Wordings:
    """The wordings of `EXPRESSIONS`, by their place."""
    return Wordings(FAMILIES, [expression.wordings for expression in EXPRESSIONS])


@cache
def place_of(words: str) -> int:
    """Where these wordings stand in `EXPRESSIONS`."""
    return next(i for i, expression in enumerate(EXPRESSIONS) if expression.wordings is words)
