"""Whoever has to say twice that she was not understood is heard by a person too (decision 0022): rules that misread her would do so again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from anna.conversation.protests import protests
from anna.turns import queries, recall_queries
from anna.turns.acting import Acting

MISUNDERSTOOD = "nao_entendida"
"""The reason of that hand-off. A gentle one: she is served as before."""

WITHIN = timedelta(hours=2)
FEW = 8
"""How long ago, and how many turns, a protest still counts."""


async def call_for_insisting(acting: Acting) -> dict[str, Any]:
    """Call a person beside the answer of this turn where it protests, and one of the last turns did; what that adds to the route."""
    move, asked = acting.move, acting.asked
    if asked.heard.tapped or asked.burst.wordless or not protests(asked.burst.text):
        return {}
    earlier = await recall_queries.list_last_texts(
        move.conn, asked.taken.id, before=acting.turno_id, since=move.now - WITHIN, most=FEW
    )
    if not any(protests(text) for text in earlier):
        return {}
    if await queries.is_handed_over(move.conn, asked.taken.id):
        return {}
    return {"insiste": (await acting.hand_off(MISUNDERSTOOD))["motivo"]}
