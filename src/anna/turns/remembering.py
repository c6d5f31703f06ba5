"""What an earlier talk that came to nothing had been told already: nobody who comes back is asked for it again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from anna.commands import Intent, Nuance
from anna.conversation.question import OTHERS_NAME
from anna.conversation.understanding.facts.one_for import for_me, now_for_herself
from anna.conversation.understanding.facts.procedures import NAMED
from anna.conversation.understanding.facts.whom import Whom, introduces, read_whom
from anna.flows.actions.request_queries import find_just_booked
from anna.flows.definition import Flow
from anna.flows.fact_queries import JUST_NOW as BOOKED_JUST_NOW, find_topic
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns import deposit_queries, recall_queries
from anna.turns.asked import Asked
from anna.turns.returning import hearing
from anna.turns.spoken_queries import find_named_before, list_said_before
from anna.when import TimeKind, When

REMEMBERED = timedelta(days=7)
"""So long Anna knows what a talk that came to nothing was about."""

JUST_NOW = timedelta(hours=2)
"""So long a procedure that was only asked about is still the one that is spoken of."""

LATELY = timedelta(days=1)
"""So long it is known for whom a question was asked."""

FEW = 6
"""Of more words "o mesmo horário" is only a part."""

WISHES = frozenset({"schedule", "availability"})
_SAME_HOUR = re.compile(
    r"\b(?:mesm[oa]|aquel[ea]|ess[ea]|est[ea]) (?:horario|hora|vaga)\b|^(?:\w+ ){0,2}[oa] mesm[oa]\b(?! (?:dia|data|procedimento|doutora?|medic[ao]))"
)
_AND_PAY = re.compile(
    r"[ ,.]*(?:\be )?(?:pode )?(?:me )?(?:mand\w+|envi\w+|pass\w+|(?:ja |vou )?pag\w+|faco)(?: (?:o|a|agora|ja|no|novo|outro))* (?:pix|link|sinal)(?: (?:de novo|agora|ai|novamente|por favor))*[ .!]*$"
)
""" "quero o mesmo, manda o pix": how it is to be paid is no more of a wish."""
_OF_WISH = frozenset({Intent.UNCLEAR, Intent.AFFIRM, Intent.PAYMENT})


async def remembered(move: Move, asked: Asked, flow: Flow, said: frozenset[str]) -> Mapping[str, Any]:
    """What an earlier talk that came to nothing was told, for whoever comes back to it: the procedure, if none is named, and the telephone.

    "Uma pra mim também" is one more of what was booked just now; "sexta às 14h" after "botox dói?" is of what was asked about.
    """
    named = asked.heard.reading.nuances & {Nuance.UNLISTED, Nuance.ASKS_OFFER, Nuance.ASKS_CATALOGUE}
    kinds = {kind: name for name, kind in flow.slots.items()}
    if named or "servicos" not in kinds or not said & WISHES:
        return {}
    told = {
        name: await recall_queries.find_unmet_wish(
            move.conn, asked.taken.id, flow.name, name, since=move.now - REMEMBERED
        )
        for kind, name in kinds.items()
        if kind in {"servicos", "phone"}
    }
    again = await _same_hour(move, asked) if told[kinds["servicos"]] else {}
    if not told[kinds["servicos"]] and asked.wants_the_same():
        told[kinds["servicos"]] = await find_topic(move.conn, asked.taken.id)
    if not told[kinds["servicos"]] and await _of_what_was_booked(move, asked):
        told[kinds["servicos"]] = await find_topic(move.conn, asked.taken.id)
    if not told[kinds["servicos"]] and move.turn:
        told[kinds["servicos"]] = await find_named_before(
            move.conn, asked.taken.id, before=move.turn.id, since=move.now - JUST_NOW
        )
    return {**again, **{name: value for name, value in told.items() if value}}


async def _of_what_was_booked(move: Move, asked: Asked) -> bool:
    """Whether another day is named and nothing else right after something was booked: "manhã de sábado"; that, or one more, is asked then."""
    reading = asked.heard.reading
    if reading.procedure or reading.name or not reading.when or read_whom(asked.burst.text):
        return False
    booked = await find_just_booked(
        move.conn, asked.taken.contato_id, since=move.now - BOOKED_JUST_NOW, now=move.now
    )
    return booked is not None


@dataclass(frozen=True, slots=True)
class ForWhom:
    """For whom an earlier message of the talk said that it is, as slots; `text` is that message."""

    slots: Mapping[str, str]
    text: str | None = None


async def for_whom_before(move: Move, asked: Asked, flow: Flow, said: frozenset[str]) -> ForWhom:
    """Who comes, as it was said beside a question that began nothing: "quanto é a limpeza pra mim e pra minha mãe?", then "quero marcar".

    Of another procedure than is wished now it tells nothing.
    """
    reading = asked.heard.reading
    if not {"who", "name"} <= set(flow.slots.values()) or not said & WISHES or move.turn is None:
        return ForWhom({})
    told = await list_said_before(
        move.conn, asked.taken.id, before=move.turn.id, since=move.now - LATELY
    )  # fmt: skip
    own = next((one.nome for one in told if one.nome and introduces(one.texto, one.nome)), None)
    slots = {"nome": own} if own else {}
    seen = [hit.saw for hit in reading.trace if hit.rule == NAMED]
    if now_for_herself(asked.burst.text) or for_me(asked.burst.text, seen):
        return ForWhom({**slots, "para": Whom.OWN.value})
    spoken = ((one, whom) for one in told if (whom := read_whom(one.texto, one.nome)))
    found = next(spoken, None)
    if found is None or found[1] is Whom.OWN or read_whom(asked.burst.text, reading.name):
        return ForWhom(slots)
    last, whom = found
    if reading.procedure and last.procedimentos and not set(reading.procedure) & set(last.procedimentos):
        return ForWhom(slots)
    theirs = last.nome if last.nome != own else None
    if whom is Whom.KIN:
        slots = {"nome": theirs} if theirs else {}
    elif theirs:
        slots |= {OTHERS_NAME: theirs}
    return ForWhom({**slots, "para": whom.value}, last.texto)


async def taken_again(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """ "O mesmo horário", of a time whose deposit was late, is the wish for it: so Anna said that it could be had.

    So is a day that is named with paying: "esqueci de pagar, mas prefiro sábado de manhã".
    """
    reading, text = asked.heard.reading, fold(asked.burst.text)
    same = len(_AND_PAY.sub("", text).split()) <= FEW and _SAME_HOUR.search(text) is not None
    another = reading.when is not None and Intent.PAYMENT in reading.intents
    if not asked.open_question() and (hour := await _its_hour(move, asked)):
        wished = replace(reading, intents=frozenset({Intent.SCHEDULE}), when=hour)
        return hearing(move, asked, replace(asked.heard, reading=wished))
    if not reading.intents <= _OF_WISH or asked.open_question() or not (same or another):
        return move, asked
    if await deposit_queries.find_lapsed_start(move.conn, asked.taken.id, now=move.now) is None:
        return move, asked
    wished = replace(reading, intents=frozenset({Intent.SCHEDULE}))
    return hearing(move, asked, replace(asked.heard, reading=wished))


_ASKS_FOR_IT = frozenset({Intent.AVAILABILITY, Intent.SCHEDULE})


async def _its_hour(move: Move, asked: Asked) -> When | None:
    """The lapsed time, where no more than its hour is asked for: "ainda tem as 11:45?"."""
    reading = asked.heard.reading
    when = reading.when
    if (
        when is None
        or reading.procedure
        or when.date_start
        or when.dates
        or when.time_kind is not TimeKind.AT
    ):
        return None
    if not reading.intents & _ASKS_FOR_IT or not reading.intents <= _ASKS_FOR_IT | _OF_WISH:
        return None
    start = await deposit_queries.find_lapsed_start(move.conn, asked.taken.id, now=move.now)
    if start is None or start.time() != when.time_start:
        return None
    return When(
        date_start=start.date(), date_end=start.date(), time_kind=TimeKind.AT, time_start=start.time()
    )


async def _same_hour(move: Move, asked: Asked) -> Mapping[str, Any]:
    """What "quero o mesmo horário" says after a deposit that was not paid in time: that hour."""
    reading = asked.heard.reading
    if reading.when or not _SAME_HOUR.search(fold(asked.burst.text)):
        return {}
    start = await deposit_queries.find_lapsed_start(move.conn, asked.taken.id, now=move.now)
    if start is None:
        return {}
    wish = When(
        date_start=start.date(), date_end=start.date(), time_kind=TimeKind.AT, time_start=start.time()
    )
    return {"quando": wish.to_json()}
