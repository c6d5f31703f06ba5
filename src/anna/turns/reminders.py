"""Reminders that somebody names in passing: given back to who left them, told of to who only asks; what is said besides is served."""

from __future__ import annotations

from anna.commands import Nuance
from anna.conversation.reminding import Reminded
from anna.flows.actions.request_queries import insert_opt_in
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.returning import OPT_IN, has_left_reminders

REMINDED = "reminders"
"""Why nothing else was said."""


def asks_which_messages(asked: Asked) -> bool:
    """Whether she has been asked which messages she wants: what she says of the reminders is the answer then."""
    return any(Nuance.WANTS_REMINDERS.value in question.accepts for question in asked.questions)


async def tell_reminders(acting: Acting, reminded: Reminded) -> dict[str, str]:
    """Give the reminders back, or say how they stand; what that adds to the route."""
    move, taken = acting.move, acting.asked.taken
    if not await has_left_reminders(move, acting.asked):
        await acting.say("lembretes_ja_ligados")
        return {"lembretes": "on"}
    if reminded.asks:
        await acting.say("lembretes_desligados")
        return {"lembretes": "off"}
    await insert_opt_in(
        move.conn, clinica_id=taken.clinica_id, conversa_id=taken.id, execucao_id=None, turno_id=acting.turno_id,
        palavras=reminded.wish.text, pedido=None, news=False, now=move.now,
    )  # fmt: skip
    await acting.say("lembretes_ligados")
    return {"volta": OPT_IN}
