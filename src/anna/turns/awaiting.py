"""Whether a message is about the deposit that its conversa waits for, and what it says of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from anna.commands import Nuance, TimeKind, When, YesNo
from anna.conversation.deposit import Deposit, said_of_deposit
from anna.conversation.routing import Route
from anna.flows.definition import Flow
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns import deposit_queries, queries
from anna.turns.asked import Asked

_SAME_HOUR = re.compile(r"\b(?:mesm[oa]|aquel[ea]|ess[ea]|est[ea]) (?:horario|hora|vaga)\b")

LAPSED_FOR = timedelta(days=7)
"""So long the telephone that was given for a slot need not be asked for again."""

AGREES = frozenset({"affirm", "thanks", "greet", "confirms"})
"""What a bare "ok" to the link may come with."""


async def said_of_awaited(
    move: Move, asked: Asked, routed: Route
) -> tuple[Deposit, Mapping[str, UUID]] | None:
    """What is said, and the ids of the held consulta and its charge; None where no deposit is awaited or it is about something else.

    While a question is open the message is about that.
    """
    reading = asked.heard.reading
    if Nuance.SAYS_PAID in reading.nuances or asked.open_question():
        return None
    about = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    if not about:
        return None
    kind = said_of_deposit(asked.burst.text, procedure=bool(reading.procedure))
    if kind is None and not routed.bound and reading.yes_no is YesNo.YES and asked.said() <= AGREES:
        kind = Deposit.WILL_PAY
    if kind is None or (kind is Deposit.OTHERS and routed.bound):
        return None
    return kind, about


async def same_hour(move: Move, asked: Asked, flow: Flow) -> Mapping[str, Any]:
    """What "quero o mesmo horário" says after a deposit that was not paid in time: that hour, and the telephone that was given for it."""
    reading = asked.heard.reading
    if reading.when or not _SAME_HOUR.search(fold(asked.burst.text)):
        return {}
    start = await deposit_queries.find_lapsed_start(move.conn, asked.taken.id, now=move.now)
    if start is None:
        return {}
    wish = When(
        date_start=start.date(), date_end=start.date(), time_kind=TimeKind.AT, time_start=start.time()
    )
    since = move.now - LAPSED_FOR
    phone = await queries.find_unmet_wish(move.conn, asked.taken.id, flow.name, "telefone", since=since)
    return {"quando": wish.to_json()} | ({"telefone": phone} if phone else {})
