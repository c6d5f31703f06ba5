"""What is said to whoever writes of other things than the clinic, or cannot be followed, more than once in a row."""

from __future__ import annotations

from anna.conversation.manners import Manner
from anna.turns.asked import Asked
from anna.turns.wordless import UNCLEAR

HELPED = "helped"
"""Why a turn ended in which Anna said what she can do."""

OFFTOPIC = "offtopic"
TWICE = "falhou_2x"
"""Why a person is called where nothing but not understanding was the matter."""


def once_more(manner: Manner, asked: Asked, last: str | None) -> Manner:
    """Of what is not the clinic's: the first time `manner`, then what Anna can do, by numbers where no question is open; then a person.

    `last` is why the turn before this one ended.
    """
    if manner.why != OFFTOPIC or last not in {OFFTOPIC, UNCLEAR, HELPED}:
        return manner
    if last == HELPED:
        return Manner(None, TWICE, person=True)
    return Manner("o_que_posso" if asked.open_question() is None else "o_que_posso_tambem", HELPED)
