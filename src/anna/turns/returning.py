"""Who left the messages: what brings her back, and what somebody hears who asks what is wanted of her."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from anna.commands import Intent, Nuance, Reading
from anna.conversation.leaving import WISHES, comes_back, regrets_leaving, stops_again
from anna.conversation.manners import STOPPED, Manner
from anna.conversation.question import Heard, Question
from anna.conversation.routing import Route
from anna.conversation.understanding.text.line import rx
from anna.flows.actions.telling_queries import was_said
from anna.flows.facts import read_known
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns import recall_queries
from anna.turns.asked import COURTESIES, Asked

OPT_OUT, OPT_IN = "opt_out", "opt_in_by_words"
ONLY_NEWS = "marketing"

GRAVER = frozenset({Intent.EMERGENCY, Intent.ADVERSE_REACTION, Nuance.VIOLENCE, Nuance.GRIEF})
"""What is answered first, whoever says beside it that it is to stop."""

ALONE = COURTESIES | {"info_bot"}
"""What the question may come with and be no other."""

TOLD_FOR = timedelta(days=1)
"""So long nobody is told once more that it has stopped."""

_NAMED = frozenset({Nuance.WANTS_NEWS, Nuance.WANTS_REMINDERS})

_NO_MORE = COURTESIES | {Intent.DENY, Intent.UNCLEAR, Nuance.GIVES_UP}

SOME_OF_THEM = frozenset({Nuance.NAMES_NEWS, Nuance.OPTS_IN, *_NAMED})
"""What says which messages are meant, or are wanted after all."""


async def wished_back(move: Move, asked: Asked, said: frozenset[str]) -> frozenset[str]:
    """The commands by which she comes back: what she left where she says "VOLTAR", what she names or is asked who takes it back at once."""
    assert move.turn is not None, "a turn answers a message"
    if comes_back(asked.burst.text):  # the word that was promised, whatever is asked
        left = await _left(move, asked)
        if left:
            again = Nuance.WANTS_NEWS if left == ONLY_NEWS else Nuance.WANTS_REMINDERS
            return frozenset({Nuance.OPTS_IN.value, again.value})
    if not regrets_leaving(asked.burst.text, said) or not await recall_queries.has_just_begun(
        move.conn, asked.taken.id, OPT_OUT, before=move.turn.id
    ):
        return frozenset()
    return frozenset({Nuance.OPTS_IN.value, *(said & _NAMED)})


def back_to(reading: Reading) -> frozenset[str]:
    """The commands by which she comes back while she wishes something else too: what she names, else the reminders."""
    return frozenset({Nuance.OPTS_IN.value, *(reading.nuances & _NAMED or {Nuance.WANTS_REMINDERS.value})})


def past_menu(asked: Asked, said: frozenset[str], routed: Route) -> Question | None:
    """The question which messages are wanted, where something else is wished instead of an answer; None where it is answered, or not open."""
    bound, reading = routed.bound, asked.heard.reading
    question = bound.question if bound else asked.open_question()
    if question is None or Nuance.WANTS_REMINDERS.value not in question.accepts:
        return None
    if asked.heard.tapped or (bound and bound.choice):
        return None
    wishes = said & WISHES and (reading.procedure or reading.when)
    return question if wishes and not reading.nuances & _NAMED else None


async def stopped(move: Move, asked: Asked) -> Manner | None:
    """What is said to whoever has left all messages and only says once more that it is to stop: that it has stopped, once; then nothing."""
    assert move.turn is not None, "a turn answers a message"
    stops, refuses = _only_stops(asked), _wants_nothing(asked)
    if not (stops or refuses) or await _left(move, asked) in {None, ONLY_NEWS}:
        return None
    before = move.turn.id
    if (refuses or asked.open_question()) and not (
        await recall_queries.has_just_begun(move.conn, asked.taken.id, OPT_OUT, before=before)
        or await recall_queries.last_rule(move.conn, asked.taken.id, before=before) == STOPPED.why
    ):
        return None  # who has begun to talk since may mean what she was asked
    if not any(letter.isalnum() for letter in asked.burst.text):
        return replace(STOPPED, template=None)
    told = await was_said(move.conn, asked.taken.id, [STOPPED.template or ""], since=move.now - TOLD_FOR)
    return replace(STOPPED, template=None) if told else STOPPED


def _only_stops(asked: Asked) -> bool:
    reading, text = asked.heard.reading, asked.burst.text
    if asked.said() & GRAVER:
        return False
    beside = asked.heard.tapped or asked.apart or asked.both or asked.burst.picture
    named = reading.procedure or reading.when or reading.nuances & SOME_OF_THEM
    return not (beside or named) and (reading.optout or stops_again(text))


def _wants_nothing(asked: Asked) -> bool:
    """Whether nothing is said but no, or nothing at all: "não quero botox porra nenhuma", "...". Only of somebody who has just left the messages."""
    reading, text = asked.heard.reading, fold(asked.burst.text)
    beside = asked.heard.tapped or asked.apart or asked.both or asked.burst.picture or asked.burst.wordless
    if beside or reading.procedure or reading.when or asked.open_question() or "?" in text:
        return False
    if not any(letter.isalnum() for letter in text):
        return not text.strip(". \u2026")
    return asked.said() <= _NO_MORE and rx(r"\b(?:nao|num|nunca|nem|nada)\b").search(text) is not None


async def purpose(move: Move, asked: Asked) -> str | None:
    """The template for whoever asks what is wanted of her ("o que vocês querem comigo?"); None where she asks nothing of the kind, or answers."""
    asks = Nuance.ASKS_PURPOSE in asked.heard.reading.nuances and not asked.said() - ALONE
    if not asks or asked.open_question():
        return None
    if await _left(move, asked) not in {None, ONLY_NEWS}:
        return "quem_somos_sem_mensagens"
    return "quem_somos" if asked.taken.ultimo_texto is None else "quem_somos_e_como_sair"


async def has_left_reminders(move: Move, asked: Asked) -> bool:
    """Whether she has left the reminders too, with everything or alone."""
    known = await read_known(move.conn, asked.taken.clinica_id, asked.refs, now=move.now)
    return known.around.sem_lembretes or known.around.saida not in {None, ONLY_NEWS}


async def has_left_news(move: Move, asked: Asked) -> bool:
    """Whether she has left the news, alone or with everything."""
    return await _left(move, asked) is not None


async def has_left_all(move: Move, asked: Asked) -> bool:
    """Whether she has left all automatic messages."""
    return await _left(move, asked) not in {None, ONLY_NEWS}


async def _left(move: Move, asked: Asked) -> str | None:
    """The messages she has left (`contatos.saida`); None who left none."""
    known = await read_known(move.conn, asked.taken.clinica_id, asked.refs, now=move.now)
    return known.around.saida


def hearing(move: Move, asked: Asked, heard: Heard) -> tuple[Move, Asked]:
    """The same turn, as if only that had been said."""
    assert move.turn is not None, "a turn answers a message"
    turn = replace(move.turn, text=heard.text, reading=heard.reading)
    burst = replace(asked.burst, text=heard.text)
    return replace(move, turn=turn), replace(
        asked, heard=heard, burst=burst, apart=None, reminded=None, spoken=None, both=None, chosen=None
    )
