"""Who says that she has nothing booked, and has not: nobody has to come for a consulta that there is not, and what else she wants is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from anna.agendamento.service import known_patient
from anna.commands import Intent
from anna.conversation.understanding.intents.intents import holds_none
from anna.conversation.understanding.text.line import Line
from anna.flows.moves import Move
from anna.turns import deposit_queries
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.waiting_queries import Awaited
from anna.whatsapp import ownership

OF_CONSULTA = frozenset({
    "consulta_nao_encontrada", "consulta_muito_perto", "cancelamento_em_cima_da_hora", Intent.CANCEL.value, Intent.RESCHEDULE.value,
    Intent.CONFIRM_ATTENDANCE.value,
})  # fmt: skip
"""Reasons of a hand-off that are about a consulta of hers."""

_OF_ONE = frozenset({Intent.CANCEL, Intent.RESCHEDULE, Intent.CHECK_APPOINTMENT, Intent.CONFIRM_ATTENDANCE})


async def has_nothing_booked(move: Move, asked: Asked) -> bool:
    """Whether she says that nothing is booked for her, and the agenda says so too."""
    if asked.heard.tapped or asked.burst.wordless or not holds_none(Line.of(asked.burst.text)):
        return False
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    if known.proximas:
        return False
    return not await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)


async def serve_unbooked(
    acting: Acting, awaited: Awaited, serve: Callable[[Acting], Awaitable[dict[str, Any]]]
) -> dict[str, Any] | None:
    """Let go the person who was called for a consulta that she says she has not, and serve her; returns the route, None where that is not so."""
    move, asked = acting.move, acting.asked
    if awaited.motivo not in OF_CONSULTA or not await has_nothing_booked(move, asked):
        return None
    await ownership.give_back(move.conn, asked.taken.id, desfecho=ownership.WITHDRAWN, now=move.now)
    kept = _without_consulta(asked)
    return await serve(acting.on(move, kept).hearing(kept.heard)) | {"desfeita": awaited.motivo}


def _without_consulta(asked: Asked) -> Asked:
    """The same message without what can only be done with a consulta of hers; nobody is awaited for it."""
    reading = asked.heard.reading
    kept = replace(reading, intents=reading.intents - _OF_ONE)
    return replace(asked, heard=replace(asked.heard, reading=kept), awaited=None)
