"""What must be handled with care in a message: what the rules name in it, and what it resembles, each where it is asked (decision 0024)."""

from __future__ import annotations

from anna.commands import Safety
from anna.conversation.understanding.care.grief import read_grief
from anna.conversation.understanding.care.resembling import (
    AMID,
    BESIDE_A_WISH,
    MAYBE,
    SURE,
    Concern,
    read_likeness,
    second_opinion,
)
from anna.conversation.understanding.care.safety import read_safety
from anna.conversation.understanding.facts.threatening import threatens_somebody
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line


def read_concern(line: Line, unnamed: Line, context: Context, *, wishes: bool) -> Concern:
    """The gravest concern of the message, and the rule that saw it; what it resembles is weighed without the names in it (`unnamed`).
    Who `wishes` for something tells of a husband, a neighbour or a body for many reasons.

    Who has told of danger is heard word by word; a threat by who writes is no danger of hers; and a death has words of its own, unless
    it is her own that she speaks of.
    """
    named = read_safety(line)
    if not _is_weighed(line, context):
        return named
    seen = second_opinion(unnamed, named, least=BESIDE_A_WISH if wishes else AMID if _asks(context) else SURE)
    if seen[0] not in {named[0], Safety.SELF_HARM} and read_grief(line)[0]:
        return named
    return seen


def read_perhaps(unnamed: Line, context: Context) -> Concern:
    """What the message resembles without the names in it, for when nothing else is understood of it."""
    if not _is_weighed(unnamed, context):
        return None, ()
    return read_likeness(unnamed, least=SURE if _asks(context) else MAYBE)


def _asks(context: Context) -> bool:
    """Whether Anna asked what most words are an answer to: "ela entra depois de mim"."""
    return context.state not in {State.NONE, State.ASK_PROCEDURE}


def _is_weighed(line: Line, context: Context) -> bool:
    return not (context.in_danger or threatens_somebody(line.text))
