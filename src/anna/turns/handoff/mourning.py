"""Who mourns: an opt-out beside a death is obeyed with it, the number that is given is named, and whoever tells it once more is answered."""

from __future__ import annotations

from anna.commands import Nuance
from anna.conversation.leaving import OF_DATA
from anna.conversation.manners import RECALLED
from anna.conversation.understanding.care.grief import recalls_death
from anna.conversation.understanding.text.line import Line
from anna.flows.definition import Flow, Lane
from anna.turns.acting import Acting
from anna.turns.handoff.keeping import say_number
from anna.turns.returning import OPT_OUT
from anna.turns.waiting_queries import NUMBER, Awaited


async def say_kindly(acting: Acting) -> None:
    """Say a kind word to who tells of a death of a while ago, whatever she wants besides."""
    if recalls_death(Line.of(acting.asked.burst.text)):
        await acting.mannered(RECALLED)


async def leave_besides(acting: Acting, override: Flow | None, awaited: Awaited | None = None) -> None:
    """Obey an opt-out beside what `override` has said first, beside a death with the number that was given."""
    reading = acting.asked.heard.reading
    if override is None or not reading.optout or acting.asked.burst.picture:
        return
    if awaited is None and reading.intents & OF_DATA:
        return  # what is asked of her data has been weighed with it
    if override.name != OPT_OUT:
        await acting.begin(Lane.OVERRIDE, frozenset({"optout"}))
    mourns = Nuance.GRIEF in reading.nuances or (awaited is not None and awaited.motivo == Nuance.GRIEF)
    if mourns and reading.phone:
        await say_number(acting, NUMBER, reading.phone)
