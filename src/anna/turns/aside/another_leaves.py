"""Who wants somebody else's number to be written to no more: whose it is has not said so, and a person sees to it.

Whoever says that she wants no messages herself leaves them as ever.
"""

from __future__ import annotations

from typing import Any

from anna.conversation.manners import ANOTHERS_NUMBER
from anna.conversation.others_number import leaves_for_another, leaves_too
from anna.conversation.understanding.facts.of_two import whose_is_off
from anna.conversation.understanding.facts.whom import speaks_of_hers
from anna.flows.definition import Lane
from anna.turns.acting import Acting
from anna.turns.noting import note_wish
from anna.turns.returning import GRAVER, has_left_reminders


async def take_off_another(acting: Acting) -> dict[str, Any] | None:
    """Call a person for the other number; returns the route, None where no such thing is wished, or danger comes first."""
    asked = acting.asked
    if asked.heard.tapped or asked.burst.wordless or asked.said() & GRAVER or asked.heard.reading.safety:
        return None
    if not leaves_for_another(asked.burst.text, of_messages=True):
        return None
    if (
        asked.heard.reading.phone is None
        and whose_is_off(asked.burst.text)
        and speaks_of_hers(asked.burst.text)
    ):
        return None  # "tira a dela e deixa o meu": of what is booked, and no number
    left = await has_left_reminders(acting.move, asked)
    number = asked.heard.reading.phone is not None
    if not leaves_for_another(asked.burst.text, of_messages=left or number):
        return None
    if leaves_too(asked.burst.text) and not left:
        await acting.begin(Lane.OVERRIDE, frozenset({"optout"}))
    await acting.mannered(ANOTHERS_NUMBER)
    handed = await acting.hand_off(ANOTHERS_NUMBER.why)
    await note_wish(acting.move, acting.replies, asked)
    return handed
