"""Who writes in another language is understood, answered in Portuguese, and told so once in her own."""

from __future__ import annotations

from datetime import timedelta

from anna.conversation.manners import IN_PORTUGUESE
from anna.turns import recall_queries
from anna.turns.acting import Acting

ONCE_IN = timedelta(days=30)
"""So long nobody need be told again."""


async def tell_language(acting: Acting) -> None:
    """Tell, by a template and before anything else, that Anna answers in Portuguese."""
    move, asked = acting.move, acting.asked
    template = next((IN_PORTUGUESE[n] for n in asked.heard.reading.nuances if n in IN_PORTUGUESE), None)
    since = move.now - ONCE_IN
    if template and not await recall_queries.has_sent(move.conn, asked.taken.id, template, since=since):
        await acting.say(template)
