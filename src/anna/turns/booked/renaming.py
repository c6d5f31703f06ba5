"""What is booked is put under the name of whom it is for, in whatever words: "esse é da Duda", "o das 11h15 é da Tereza, troca o nome"."""

from __future__ import annotations

from dataclasses import replace

from anna.commands import Intent, Nuance
from anna.conversation.manners import IN_HER_STEAD, ONE_IN_HER_STEAD, Manner
from anna.conversation.understanding.facts.whose_name import (
    comes_instead,
    name_told,
    names_whose,
    orders_a_name,
)
from anna.flows.actions.request_queries import list_last_booked
from anna.flows.moves import Move
from anna.turns import recall_queries
from anna.turns.asked import Asked
from anna.turns.handoff.serving import FOR_A_PERSON
from anna.turns.returning import hearing


async def renames(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a name that is put right, where it says whose that is which is booked or held here.

    While times are offered "esse é da Duda" may take one: then only where the name is spoken of.
    """
    reading, text = asked.heard.reading, asked.burst.text
    instead = comes_instead(text)
    if (
        asked.heard.tapped
        or asked.said() & FOR_A_PERSON
        or reading.safety
        or (reading.procedure and not instead)
    ):
        return move, asked
    question = asked.open_question()
    nome = names_whose(text) or (reading.name if instead else await _told_now(move, asked))
    if nome is None or (question and question.has_times() and not orders_a_name(text)):
        return move, asked
    booked = await list_last_booked(move.conn, asked.taken.id, now=move.now)
    if not booked or (instead and len(booked) > 1):
        return move, asked
    called = reading.name if reading.name and reading.name.startswith(nome) else nome
    meant = replace(
        reading, intents=frozenset({Intent.GIVE_NAME}), nuances=frozenset({Nuance.CORRECTS_NAME}), name=called, when=None,
        procedure=() if instead else reading.procedure, choice=None, slot_choice=None, yes_no=None,
    )  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=meant))


async def _told_now(move: Move, asked: Asked) -> str | None:
    """The name of whom she sends, where Anna had just asked for it."""
    nome = None if asked.open_question() else name_told(asked.burst.text)
    if nome is None or move.turn is None:
        return None
    last = await recall_queries.last_rule(move.conn, asked.taken.id, before=move.turn.id)
    return nome if last == IN_HER_STEAD.why else None


async def comes_for_her(move: Move, asked: Asked) -> Manner | None:
    """What is said to who has something booked to which somebody else is to come, whose name is not told: it is asked, or a person looks which of several it is."""
    if asked.open_question() or not comes_instead(asked.burst.text):
        return None
    booked = await list_last_booked(move.conn, asked.taken.id, now=move.now)
    if not booked:
        return None
    return IN_HER_STEAD if len(booked) == 1 else ONE_IN_HER_STEAD
