"""Who threatens the team, or somebody who is spoken of: the team hears of it at once, and no complaint is said to be understood."""

from __future__ import annotations

from typing import Any

from anna.commands import Safety
from anna.conversation.manners import THREAT
from anna.conversation.understanding.facts.threatening import threatens_somebody
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.noting import note_wish

_RULE = "safety.threat"


def threatens(asked: Asked) -> bool:
    """Whether harm is promised, to those who work here or to somebody who is spoken of."""
    return _to_team(asked) or (not asked.burst.wordless and threatens_somebody(asked.burst.text))


async def answer_threat(acting: Acting) -> dict[str, Any] | None:
    """Call the team for a threat to it, by the clock; None where there is none. A wish beside it is said back."""
    asked = acting.asked
    if asked.heard.reading.safety is not Safety.ABUSE or not _to_team(asked):
        return None
    await acting.mannered(THREAT)
    handed = await acting.hand_off(THREAT.why)
    await note_wish(acting.move, acting.replies, asked)
    return handed


def _to_team(asked: Asked) -> bool:
    return any(hit.rule == _RULE for hit in asked.heard.reading.trace)
