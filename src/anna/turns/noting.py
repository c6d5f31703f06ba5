"""A wish that is left to the person who is called: said back in full, so that she sees it is not lost, and a misunderstanding shows."""

from __future__ import annotations

from anna.commands import Intent, Nuance, Reading
from anna.conversation.replies import ReplyBook
from anna.conversation.understanding.facts.another import acts_by_law
from anna.flows.fact_queries import list_servicos
from anna.flows.facts import in_sentence, joined, wish_words
from anna.flows.moves import Move
from anna.turns.asked import Asked
from anna.turns.remembering import JUST_NOW
from anna.turns.speaking import say
from anna.turns.spoken_queries import find_named_before
from anna.when import WhenStatus

NOTED = "pedido_anotado"
_WISHES = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY})


async def note_wish(move: Move, replies: ReplyBook, asked: Asked, *, aside: bool = False) -> None:
    """Name what was wished beside anger, or beside questions of which a person is to answer one (`aside` where it is a single one)."""
    reading = asked.heard.reading
    if Nuance.UNWILLING in reading.nuances:
        return  # not her own
    alone = aside and bool(reading.intents & _WISHES) and not acts_by_law(asked.burst.text)
    named = reading.procedure or alone  # "tem quinta de tarde? dói muito?"
    beside = reading if (asked.inquiries or alone) and named and reading.when else None
    wish = asked.wish or beside
    if wish:
        await say_back(move, replies, asked, wish, NOTED)


async def say_back(move: Move, replies: ReplyBook, asked: Asked, wish: Reading, template: str) -> None:
    """Say `template` with the procedure and the time of `wish`, a time that cannot be left out."""
    assert move.turn is not None, "a turn answers a message"
    told = await _told(move, asked, wish)
    if told or template != NOTED:
        await say(move, replies, asked.taken, template, turno_id=move.turn.id, noted=told or None)


async def _told(move: Move, asked: Asked, wish: Reading) -> str:
    """`depilação a laser, quarta, 25/11, às 9h`: what this clinica sells of it, or of what was spoken of just before, and when."""
    slugs = list(wish.procedure)
    if wish.when and not slugs and move.turn:
        since = move.now - JUST_NOW
        slugs = await find_named_before(move.conn, asked.taken.id, before=move.turn.id, since=since)
    servicos = await list_servicos(move.conn, asked.taken.clinica_id, slugs)
    when = wish_words(wish.when) if wish.when and wish.when.status is WhenStatus.OK else {}
    named = joined([in_sentence(servico.nome) for servico in servicos])
    return ", ".join(text for text in (named, when.get("dia"), when.get("hora")) if text)
