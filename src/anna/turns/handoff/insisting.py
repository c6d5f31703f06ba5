"""Whoever has to say twice that she was not understood, or answers a question again and again, is heard by a person too (decision 0022).

Rules that misread her would do so again.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from anna.commands import Intent
from anna.conversation.other_trades import was_mistaken
from anna.conversation.protests import protests
from anna.conversation.routing import Route
from anna.conversation.understanding.care.resembling import may_be_trouble
from anna.conversation.understanding.text.line import Line
from anna.turns import queries, recall_queries
from anna.turns.acting import Acting
from anna.turns.going import is_left_for_good

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
    if was_mistaken(asked.burst.text) or is_left_for_good(asked):
        return {}  # she goes, and whoever goes waits for nobody
    earlier = await recall_queries.list_last_texts(
        move.conn, asked.taken.id, before=acting.turno_id, since=move.now - WITHIN, most=FEW
    )
    if not any(protests(text) for text in earlier):
        return {}
    if await queries.is_handed_over(move.conn, asked.taken.id):
        return {}
    return {"insiste": (await acting.hand_off(MISUNDERSTOOD))["motivo"]}


ANSWERED = 3
"""So many answers to one question, and one more, and it is still open: it is not the question that she answers."""


async def call_for_circling(acting: Acting, routed: Route) -> dict[str, Any]:
    """Call a person beside the question that is put again though she has answered it each time; what that adds to the route."""
    question = routed.bound.question if routed.bound else None
    if question is None or question.slot is None or question.has_times() or acting.asked.heard.tapped:
        return {}
    stays = await recall_queries.has_stayed(
        acting.move.conn, acting.asked.taken.id, question.execucao_id, question.slot, before=acting.turno_id, turns=ANSWERED
    )  # fmt: skip
    if not stays or await queries.is_handed_over(acting.move.conn, acting.asked.taken.id):
        return {}
    return {"insiste": (await acting.hand_off(MISUNDERSTOOD))["motivo"]}


LONG = 10
"""From so many words on a message tells something."""

_OF_US = (
    r"\b(?:voces?|clinica|recepcao|insta\w*|perfil|site|google|anuncio|propaganda|indic\w+|recomend\w+|procediment\w*|tratament\w*|estetica|profissiona\w+|lind[ao]s?|parabens"
    r"|consulta|horario|agenda\w*|marcar|preco|valor|vaga|trabalho|kkk|agulhas?|mensage\w+|audio|foto\w*|sem querer|engan\w+|bom dia|boa tarde|boa noite)\b"
)
"""Who speaks of the clinic tells no trouble of her own; greetings are long by themselves."""

_HELD_NOTHING = frozenset({Intent.UNCLEAR, Intent.GREET})


async def call_for_untold(acting: Acting) -> dict[str, Any] | None:
    """Call a person for a long message of which nothing is understood, and say where help is; None where it is none.

    Who tells a story that no rule knows is not asked for a procedure: it may be trouble.
    """
    asked, reading = acting.asked, acting.asked.heard.reading
    if asked.returned or asked.heard.tapped or asked.burst.picture or not reading.intents <= _HELD_NOTHING:
        return None
    if reading.nuances or reading.procedure or reading.when or reading.name or reading.phone:
        return None
    line = Line.of(asked.burst.text)
    if len(line.tokens) < LONG or line.find(_OF_US) or not may_be_trouble(line):
        return None
    await acting.say("nao_sei_se_entendi")
    return await acting.hand_off(MISUNDERSTOOD)
