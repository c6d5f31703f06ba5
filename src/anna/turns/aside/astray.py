"""What is said to whoever writes of other things than the clinic, or cannot be followed, more than once in a row; and to words in passing."""

from __future__ import annotations

from dataclasses import replace

from anna.commands import Intent, Nuance
from anna.conversation.manners import ADVANCE, UNCHOSEN, Manner, is_advance, makes_advances, social
from anna.conversation.passing import Passing, passing
from anna.flows.moves import Move
from anna.turns import recall_queries
from anna.turns.asked import COURTESIES, Asked
from anna.turns.returning import hearing
from anna.turns.wordless import UNCLEAR

HELPED = "helped"
"""Why a turn ended in which Anna said what she can do."""

INSULT = "insult"
OFFTOPIC = "offtopic"

NOTHING_WISHED = COURTESIES | {
    Intent.OFFTOPIC,
    Intent.INFO,
    Intent.INFO_BOT,
    Intent.PAYMENT,
    Intent.AFFIRM,
    Nuance.ASKS_ABOUT,
}
"""What an advance may be read as besides."""

TWICE = "falhou_2x"
"""Why a person is called where nothing but not understanding was the matter."""


def manner_of(asked: Asked, said: frozenset[str], last: str | None) -> Manner | None:
    """What good manners answer to `said`, what becomes of it said once more, or what words in passing deserve.

    `last` is why the turn before this one ended.
    """
    manner = social(said)
    if manner is None:
        return None if said else in_passing(asked, last)
    if manner.why == "thanks" and asked.is_offered_times() and last != UNCHOSEN.why:
        return UNCHOSEN
    if manner.why == INSULT and is_advance(asked.burst.text):
        return replace(ADVANCE, template=None) if last == ADVANCE.why else ADVANCE
    if manner.why == INSULT and last == INSULT:
        return replace(manner, person=True)
    return once_more(manner, asked, last)


async def advanced(move: Move, asked: Asked, said: frozenset[str]) -> Manner | None:
    """What is said to somebody who wants Anna and not the clinic: one line, and nothing to whatever more of the kind comes."""
    assert move.turn is not None, "a turn answers a message"
    reading = asked.heard.reading
    if said - NOTHING_WISHED or reading.procedure or reading.when or reading.name or asked.heard.tapped:
        return None
    courts = makes_advances(asked.burst.text)
    if not courts and (said or asked.open_question()):
        return None
    if await recall_queries.last_rule(move.conn, asked.taken.id, before=move.turn.id) == ADVANCE.why:
        return replace(ADVANCE, template=None)
    return ADVANCE if courts else None


def once_more(manner: Manner, asked: Asked, last: str | None) -> Manner:
    """Of what is not the clinic's: the first time `manner`, then what Anna can do, by numbers where no question is open; then a person.

    `last` is why the turn before this one ended.
    """
    if manner.why != OFFTOPIC or last not in {OFFTOPIC, UNCLEAR, HELPED}:
        return manner
    if last == HELPED:
        return Manner(None, TWICE, person=True)
    return Manner("o_que_posso" if asked.open_question() is None else "o_que_posso_tambem", HELPED)


async def helped_out(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """ "sei lá", as if help had been asked for: of a day the first that is free is told and will do, of a procedure some are named."""
    question, reading = asked.open_question(), asked.heard.reading
    unsure = reading.intents == {Intent.UNCLEAR} and passing(asked.burst.text) is Passing.UNSURE
    if question is None or not unsure or asked.open_kind() not in {"quando", "servicos"}:
        return move, asked
    if asked.open_kind() == "servicos":
        helped = replace(
            reading, intents=frozenset({Intent.INFO}), nuances=frozenset({Nuance.ASKS_CATALOGUE})
        )
    else:
        any_day = Nuance.ANYTHING if question.known.get(question.slot or "") else Nuance.ASKS_FREE
        helped = replace(reading, nuances=reading.nuances | {any_day})
    return hearing(move, asked, replace(asked.heard, reading=helped))


def in_passing(asked: Asked, last: str | None) -> Manner | None:
    """What is said to a detail, a "hmm" or a "sei lá" beside an open question, which none of them answers or misunderstands.

    `last` is why the turn before this one ended: who does not know twice is helped by a person.
    """
    kind = passing(asked.burst.text)
    if kind is None or asked.open_question() is None or asked.burst.picture or asked.returned:
        return None
    if kind is Passing.DETAIL:
        return Manner("detalhe_ouvido", kind.value)
    if kind is Passing.HURRIES:  # at once to what is asked
        return Manner(None, kind.value) if last != kind else None
    if kind is Passing.HEARD_OF:
        return Manner(None, kind.value)
    if kind is Passing.THINKS:
        return Manner("sem_pressa", kind.value, returns=False) if last != kind else Manner(None, kind.value)
    if last == kind:
        return Manner(None, TWICE, person=True)
    choosing = asked.open_kind() == "choice"
    return Manner("sem_pressa" if choosing else None, kind.value, returns=not choosing)
