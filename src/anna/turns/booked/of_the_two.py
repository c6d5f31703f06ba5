"""One of two who are booked does not come any more: "minha mãe não vai mais poder ir, só eu" calls off the one, or moves it, and begins nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from anna.agendamento.choice import wishes_day
from anna.agendamento.models import ConsultaDetalhe
from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance
from anna.conversation.understanding.facts.of_two import (
    Whose,
    asks_of_that_one,
    asks_when_it_is,
    asks_whether_stands,
    calls_off_and_moves,
    changes_what_stands,
    neither_comes,
    swaps_the_two,
    who_stays_out,
    whose_each_is,
    whose_is_moved,
    whose_is_off,
)
from anna.conversation.understanding.facts.taking_off import named_in
from anna.conversation.understanding.facts.whom import Whom
from anna.crm.models import Relacao
from anna.crm.service import list_pacientes_by_contato
from anna.flows.actions.telling_queries import was_said
from anna.flows.fact_queries import list_servicos
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.handoff.serving import FOR_A_PERSON
from anna.turns.returning import hearing
from anna.when import When

_READ_AS = frozenset({
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.UNCLEAR, Intent.DENY, Intent.AFFIRM, Intent.CONFIRM_ATTENDANCE, Intent.CORRECTION, Intent.WAITLIST, Intent.HOURS,
})  # fmt: skip
"""What such a message is read as where nobody knows that two are booked."""

_TELLS = (
    "consulta_confere", "consulta_nao_confere", "minhas_consultas", "consulta_cancelada", "consulta_cancelada_com_sinal", "consulta_mantida", "consulta_remarcada",
)  # fmt: skip
"""Texts that say what stands, of one or of both."""

JUST_NOW = timedelta(minutes=15)

ONE_OF_TWO = "so_uma_de_duas"
"""The reason for which a person sees to it where only the other one of two still comes: hers were the times that were looked for."""

_CHANGES = frozenset({Intent.CANCEL, Intent.RESCHEDULE})


async def one_of_two(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a wish to call off, or to move, what one of the two has booked of whom it says that she does not come."""
    reading = asked.heard.reading
    if (
        asked.heard.tapped
        or asked.open_question()
        or asked.said() & FOR_A_PERSON
        or reading.intents & _CHANGES
        or Nuance.OTHER_PROCEDURE in reading.nuances
    ):
        return move, asked
    hers, theirs = await _booked(move, asked)
    names = {fold(c.paciente).split()[0] for c in theirs}
    if (hers or theirs) and (
        asks_whether_stands(asked.burst.text, names)
        or (theirs and not reading.procedure and asks_when_it_is(asked.burst.text, names))
        or (asks_of_that_one(asked.burst.text, names) and await _spoken_of(move, asked))
    ):
        return _read_as(move, asked, Intent.CHECK_APPOINTMENT)
    if hers and theirs and neither_comes(asked.burst.text):
        return _read_as(move, asked, Intent.CANCEL, Nuance.ALL_OF_THEM)
    off = whose_is_off(asked.burst.text, names) if theirs else None
    moved = whose_is_moved(asked.burst.text, names) if theirs and reading.when else None
    gone = theirs if (moved or off) is Whose.THEIRS else hers
    if (moved or off) is None or not gone:
        return move, asked
    wish = _instead(reading.when, {c.inicio_local.date() for c in gone})
    another = _of_another(wish, [c.inicio_local.date() for c in (*hers, *theirs)])
    if not (moved or another):
        return _read_as(move, asked, Intent.CANCEL)
    asked = replace(asked, heard=replace(asked.heard, reading=replace(reading, when=wish)))
    return _read_as(move, asked, Intent.RESCHEDULE)


async def swap(acting: Acting) -> dict[str, Any] | None:
    """Call a person where each of two is to have the other one's time, one is called off and the other moved, or only the other one still comes."""
    asked = acting.asked
    if asked.heard.tapped:
        return None
    question = asked.open_question()
    two = question and question.known.get("para") == Whom.BOTH and not asked.heard.reading.procedure
    if two and who_stays_out(asked.burst.text) is Whose.HERS and not (await _booked(acting.move, asked))[0]:
        return await acting.hand_off(ONE_OF_TWO)
    if await _is_the_others(acting):
        return await acting.hand_off(Intent.RESCHEDULE.value)
    if not changes_what_stands(asked.burst.text):
        return None
    hers, theirs = await _booked(acting.move, asked)
    if not theirs or len(hers) + len(theirs) == 1:
        return None
    names = {fold(c.paciente).split()[0] for c in theirs}
    both = swaps_the_two(asked.burst.text, names) or (hers and calls_off_and_moves(asked.burst.text, names))
    return await acting.hand_off(Intent.RESCHEDULE.value) if both else None


async def _is_the_others(acting: Acting) -> bool:
    """Whether what is booked for the one is said to be the other one's: "a limpeza é minha, o botox que é dele"."""
    asked, reading = acting.asked, acting.asked.heard.reading
    if not reading.procedure or asked.open_question() or Nuance.OTHER_PROCEDURE in reading.nuances:
        return False
    hers, theirs = await _booked(acting.move, asked)
    names = {fold(c.paciente).split()[0] for c in theirs}
    told = whose_each_is(asked.burst.text, named_in(reading), names) if theirs else frozenset()
    servicos = await list_servicos(
        acting.move.conn, asked.taken.clinica_id, sorted({slug for _, slug in told})
    )
    called = {one.slug: one.nome for one in servicos}
    own, others = ({nome for c in of for nome in c.servicos} for of in (hers, theirs))
    mistaken = {Whose.HERS: others - own, Whose.THEIRS: own - others}
    return any(called.get(slug) in mistaken[whose] for whose, slug in told)


async def _booked(move: Move, asked: Asked) -> tuple[list[ConsultaDetalhe], list[ConsultaDetalhe]]:
    """What is to come of her own, and of those she writes for."""
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    linked = await list_pacientes_by_contato(move.conn, asked.taken.contato_id)
    own = {one.paciente.id for one in linked if one.relacao is Relacao.PROPRIO}
    hers = [c for c in known.proximas if c.paciente_id in own]
    return hers, [c for c in known.proximas if c.paciente_id not in own]


async def _spoken_of(move: Move, asked: Asked) -> bool:
    """Whether Anna has just said what is booked, or what is not any more."""
    return await was_said(move.conn, asked.taken.id, _TELLS, since=move.now - JUST_NOW)


def _read_as(move: Move, asked: Asked, wish: Intent, *nuances: Nuance) -> tuple[Move, Asked]:
    reading = asked.heard.reading
    kept = replace(
        reading, intents=(reading.intents - _READ_AS) | {wish}, nuances=(reading.nuances - {Nuance.GIVES_UP}) | set(nuances), yes_no=None,
    )  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=kept))


def _instead(when: When | None, theirs: Collection[date]) -> When | None:
    """The wish without the days on which what is moved stands: "não vai poder no sábado, tem na sexta?"."""
    left = sorted(set(when.dates or ()) - set(theirs)) if when else []
    if when is None or not left or len(left) == len(when.dates or ()):
        return when
    several = tuple(left) if len(left) > 1 else None
    return replace(when, dates=several, date_start=left[0], date_end=left[-1])


def _of_another(when: When | None, days: Sequence[date]) -> bool:
    """Whether a day is wished that is none of theirs."""
    if when is None or not (when.date_start or when.date_end or when.dates):
        return False
    return not any(wishes_day(when, day) for day in days)
