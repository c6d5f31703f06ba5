"""How words are kept for a person who has not come: the number that is given with them, what is wished, and until when she is to answer."""

from __future__ import annotations

import re

from anna.commands import Nuance
from anna.conversation.claims.models import Fact
from anna.kit.dates import describe_start
from anna.kit.phone import pretty
from anna.kit.text import fold
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.handoff.serving import CHANGES, fresh
from anna.turns.noting import say_back
from anna.turns.speaking import say
from anna.turns.waiting_queries import CALL, DUE, NUMBER, WISH, WORDS, Awaited

_HOW_LONG = re.compile(
    r"\b(?:(?:vai|vao) demor\w+|vcs|voces|alguem|ninguem|respo\w+|atend\w+|retorn\w+|esper\w+)\b"
)
"""Of a question how long something takes: it is the wait, and no procedure."""

_BARELY_HOW_LONG = re.compile(
    r"(?:(?:e|mas|oi|ok|ta|moca|certo|entao)[ ,]+)*(?:(?:vai |vao )?demor\w+(?: muito| mto)?|(?:mais ou menos )?quanto tempo(?: mais)?(?: isso)?(?: (?:vai )?(?:demor\w+|lev\w+))?)[ ?!.]*"
)
"""The same of who has been asked nothing since the person was called."""


async def say_kept(acting: Acting, awaited: Awaited, template: str | None) -> None:
    """Say `template`, with what was given or asked; None says nothing."""
    move, asked = acting.move, acting.asked
    calendar = asked.heard.calendar
    if calendar and template == CALL and asks_wait(asked) and awaited.prazo_em > move.now:
        until = describe_start(awaited.prazo_em.astimezone(calendar.tz))
        due = Fact("whatsapp.transferencias", str(awaited.id), "prazo_em", until)
        await say(
            move, acting.replies, asked.taken, DUE, turno_id=acting.turno_id, rows={"responde_ate": due}
        )
    elif template in {WISH, WORDS} and asked.heard.reading.phone:
        await say_number(acting, NUMBER, asked.heard.reading.phone)
    elif template == WISH and not asked.said() & CHANGES:
        await say_back(move, acting.replies, asked, asked.wish or asked.heard.reading, template)
    elif template:
        await acting.say(template)


async def say_number(acting: Acting, template: str, phone: str) -> None:
    """Say `template` with the number that was given in this turn, by no name: somebody else may read it."""
    given = Fact("whatsapp.turnos", str(acting.turno_id), "texto", pretty(phone))
    await say(
        acting.move, acting.replies, acting.asked.taken, template, turno_id=acting.turno_id, unnamed=True,
        rows={"numero_anotado": given},
    )  # fmt: skip


def asks_wait(asked: Asked) -> bool:
    """Whether it is asked how long the person takes."""
    reading, text = asked.heard.reading, fold(asked.burst.text)
    if asked.awaited and not fresh(asked.open_question(), asked.awaited) and _BARELY_HOW_LONG.fullmatch(text):
        return True
    return Nuance.ASKS_DURATION in reading.nuances and not reading.procedure and bool(_HOW_LONG.search(text))
