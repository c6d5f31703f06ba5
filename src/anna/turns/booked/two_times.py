"""Two come, and two times are said of which it is not plain whose each is: nothing is guessed, it is asked once, and then a person hears it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from anna.commands import Nuance, YesNo
from anna.conversation.question import Question
from anna.conversation.understanding.facts.each_hour import names_one, told_apart, two_times
from anna.conversation.understanding.facts.of_two import books_later
from anna.conversation.understanding.facts.whom import Whom, read_whom
from anna.conversation.understanding.replies.each_choice import each_choice
from anna.flows.moves import Move
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.handoff.insisting import MISUNDERSTOOD
from anna.turns.returning import hearing

TEMPLATE = "qual_e_de_quem"


async def ask_whose_is_which(acting: Acting) -> dict[str, Any] | None:
    """Ask which of the two times is whose, or call a person where that was asked just now; None where it is plain, or only one is said."""
    asked = acting.asked
    if not asked.is_for_two() or asked.heard.tapped or asked.heard.reading.safety:
        return None
    if _is_plain(asked.burst.text, asked.open_question()):
        return None
    again = await acting.was_for(TEMPLATE)
    if not (two_times(asked.burst.text) or (again and _answers(asked))):
        return None
    if again:
        return await acting.hand_off(MISUNDERSTOOD)
    await acting.say(TEMPLATE)
    return {"regra": "social", "motivo": TEMPLATE}


async def without_either(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The first word of two who come without its times, where it is not plain whose each of them is: both are asked for."""
    reading, text = asked.heard.reading, asked.burst.text
    begins = not asked.questions and reading.when is not None and read_whom(text) is Whom.BOTH
    if not begins or not two_times(text) or told_apart(text):
        return move, asked
    return hearing(move, asked, replace(asked.heard, reading=replace(reading, when=None)))


async def later_for_the_other(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """ "Depois ela marca o dela" takes no time and no other: the other one of two stays out for now."""
    question, reading = asked.open_question(), asked.heard.reading
    two = question is not None and question.known.get("para") in {Whom.BOTH, Whom.KIN}
    if not two or asked.heard.tapped or reading.safety or not books_later(asked.burst.text):
        return move, asked
    left = replace(
        reading, intents=frozenset(), nuances=frozenset({Nuance.GIVES_UP}), when=None, slot_choice=None, choice=None, yes_no=None,
    )  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=left))


def _is_plain(text: str, question: Question | None) -> bool:
    """Whether it is said of each of the two times whose it is, or of the list what each takes."""
    if told_apart(text):
        return True
    options = question.options if question else ()
    starts = [datetime.fromisoformat(option["local"]) for option in options if "local" in option]
    return bool(starts) and each_choice(text, starts) is not None


def _answers(asked: Asked) -> bool:
    """Whether it answers with a time, a number of the list, a yes, or with one of the two."""
    reading = asked.heard.reading
    timed = bool(reading.when or reading.slot_choice or reading.choice) or reading.yes_no is YesNo.YES
    return timed or names_one(asked.burst.text)
