"""Who says that she has nothing booked, and has not: nobody has to come for a consulta that there is not, and what else she wants is done."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from anna.agendamento.service import known_patient
from anna.commands import Intent
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.intents.intents import holds_none
from anna.conversation.understanding.text.line import Line, rx
from anna.flows.moves import Move
from anna.turns import deposit_queries
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.returning import hearing
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


_OF_ANOTHER = rf"\b(?:d[aeo] )?(?:minha|meu) {KIN}\b|\b(?:mae|pai|filh[ao]|irma|irmao|marido|espos[ao]) d[aeo] \w+|\bd?el[ae]\b"


async def confirms_for_another(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """A coming that is confirmed for somebody else, of whom nothing is booked on this number, as a wish for a person: she tells the team."""
    reading = asked.heard.reading
    if asked.heard.tapped or Intent.CONFIRM_ATTENDANCE not in reading.intents or reading.safety:
        return move, asked
    if asked.open_kind() == "choice":  # a time is being chosen, and that is answered
        return move, asked
    if not rx(_OF_ANOTHER).search(Line.of(asked.burst.text).norm):
        return move, asked
    if (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas:
        return move, asked
    told = replace(
        reading,
        intents=frozenset({Intent.HUMAN}),
        human=True,
        procedure=(),
        when=None,
        name=None,
        yes_no=None,
    )
    return hearing(move, asked, replace(asked.heard, reading=told))


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
