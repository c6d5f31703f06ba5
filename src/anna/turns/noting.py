"""A wish that is left to the person who is called: said back in full, so that she sees it is not lost, and a misunderstanding shows."""

from __future__ import annotations

from anna.commands import Reading
from anna.conversation.replies import ReplyBook
from anna.flows.fact_queries import list_servicos
from anna.flows.facts import in_sentence, joined, wish_words
from anna.flows.moves import Move
from anna.turns.asked import Asked
from anna.turns.speaking import say

NOTED = "pedido_anotado"


async def note_wish(move: Move, replies: ReplyBook, asked: Asked) -> None:
    """Name what was wished beside anger, where something was."""
    if asked.wish is None or move.turn is None:
        return
    told = await _told(move, asked, asked.wish)
    if told:
        await say(move, replies, asked.taken, NOTED, turno_id=move.turn.id, noted=told)


async def _told(move: Move, asked: Asked, wish: Reading) -> str:
    """`depilação a laser, quarta, 25/11, às 9h`: what this clinica sells of it, and when."""
    servicos = await list_servicos(move.conn, asked.taken.clinica_id, list(wish.procedure))
    when = wish_words(wish.when) if wish.when else {}
    named = joined([in_sentence(servico.nome) for servico in servicos])
    return ", ".join(text for text in (named, when.get("dia"), when.get("hora")) if text)
