"""Who wrote to another place, sees that it was a mistake, or leaves what she is asked: read as no more than that, and nothing is asked of her again."""

from __future__ import annotations

from dataclasses import replace

from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance, Reading, Safety
from anna.conversation.farewells import leaves_for_good, leaves_for_now
from anna.conversation.manners import PARTED
from anna.conversation.other_trades import seeks_another_trade, tells_of_tooth, was_mistaken
from anna.flows.moves import Move
from anna.turns import recall_queries
from anna.turns.asked import COURTESIES, Asked
from anna.turns.returning import hearing

_GUESSED = "likeness."
_KINDS = frozenset({"servicos", "quando", "choice", "phone"})
"""What of is left by "deixa, outro dia eu vejo": what is asked before anything is booked."""


async def not_for_us(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as one that wants another trade, or that sees its mistake; as it is where it is for the clinic."""
    reading, text = asked.heard.reading, asked.burst.text
    if asked.heard.tapped or asked.burst.wordless or reading.procedure or reading.optout:
        return move, asked
    if _is_grave(reading, text):
        return move, asked
    if seeks_another_trade(text):
        return _as(move, asked, frozenset({Intent.OFFTOPIC}), frozenset())
    theirs = Nuance.OTHER_PERSON in reading.nuances or any(q.background for q in asked.questions)
    if not theirs and was_mistaken(text):
        return _as(move, asked, frozenset({Intent.UNCLEAR}), frozenset({Nuance.MISSENT}))
    return move, asked


async def leaves_it(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as one that gives up what is asked, or puts it off, where it says nothing else."""
    reading, text, question = asked.heard.reading, asked.burst.text, asked.open_question()
    if asked.heard.tapped or asked.burst.wordless or reading.optout or _is_grave(reading, text):
        return move, asked
    if not asked.questions:
        gone = await _has_left_already(move, asked)
        return _as(move, asked, frozenset(), frozenset({Nuance.LATER})) if gone else (move, asked)
    if question is None or asked.open_kind() not in _KINDS or question.stands or reading.slot_choice:
        return move, asked
    puts_off = Nuance.LATER in reading.nuances and asked.said() <= COURTESIES
    if asked.open_kind() == "quando" and Nuance.GIVES_UP not in reading.nuances:
        puts_off |= Nuance.ANOTHER_DAY in reading.nuances  # "fica pra outro dia": which one is asked
    if not puts_off and is_left_for_good(asked):
        return _as(move, asked, frozenset({Intent.DENY}), frozenset({Nuance.GIVES_UP}))
    if Nuance.GIVES_UP not in reading.nuances and leaves_for_now(text):
        return _as(move, asked, frozenset(), frozenset({Nuance.LATER}))
    return move, asked


async def _has_left_already(move: Move, asked: Asked) -> bool:
    """Whether she only says once more that she wants nothing, where nothing is asked, awaited or booked."""
    assert move.turn is not None, "a turn answers a message"
    if asked.awaited or not leaves_for_good(asked.burst.text, unasked=True):
        return False
    if (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas:
        return False
    last = await recall_queries.last_rule(move.conn, asked.taken.id, before=move.turn.id)
    return last in PARTED or leaves_for_good(asked.burst.text)


def is_left_for_good(asked: Asked) -> bool:
    """Whether what is asked is given up, and nothing else is said."""
    return leaves_for_good(asked.burst.text, unasked=asked.open_kind() in {"servicos", "quando"})


def _is_grave(reading: Reading, text: str) -> bool:
    """Whether trouble is told of that is more than a guess by what words resemble, or a tooth that nobody here has touched."""
    if reading.safety is None:
        return False
    if reading.safety is Safety.ADVERSE_REACTION and seeks_another_trade(text) and tells_of_tooth(text):
        return False
    guessed = any(hit.rule.startswith(_GUESSED) for hit in reading.trace)
    told = any(hit.rule.startswith("safety.") for hit in reading.trace)
    return told or not guessed


def _as(
    move: Move, asked: Asked, intents: frozenset[Intent], nuances: frozenset[Nuance]
) -> tuple[Move, Asked]:
    meant = replace(
        asked.heard.reading, intents=intents, nuances=nuances, procedure=(), when=None, name=None, phone=None, safety=None,
        human=False, choice=None, slot_choice=None, yes_no=None,
    )  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=meant))
