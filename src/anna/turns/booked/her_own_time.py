"""The time that is booked, named back: "hj às 16 né?", "o horário é 13:15 mesmo" and "vou às 16, tchau" wish for nothing new.

Said while another time is offered or asked for, it stays: "não! deixa as 16".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from anna.agendamento.choice import wishes_day
from anna.agendamento.models import ConsultaDetalhe
from anna.agendamento.queries import get_detalhe
from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.facts.taking_off import named_in
from anna.conversation.understanding.replies.checking import checks_booked, may_check, speaks_of_what_stands
from anna.conversation.understanding.replies.keeping import (
    arrives,
    forgets,
    keeps_booked,
    lets_go,
    moves_own,
    wishes_other_time,
)
from anna.conversation.understanding.text.line import Line, rx
from anna.flows.fact_queries import list_servicos
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns import deposit_queries
from anna.turns.asked import COURTESIES, Asked
from anna.turns.returning import hearing
from anna.when import TimeKind, When

_READ_AS = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY, Intent.AFFIRM, Intent.UNCLEAR})
"""What such a message is read as where nobody knows that it is booked."""

_CHECKED_AS = frozenset({
    Intent.CHECK_APPOINTMENT, Intent.CONFIRM_ATTENDANCE, Intent.HOURS, Intent.CORRECTION, Intent.DENY, Intent.RESCHEDULE,
    Nuance.SECOND_THOUGHT, Nuance.ANOTHER_DAY, Nuance.CONFIRMS, Nuance.ONLY_ASKED, Nuance.WRONG_TIME, Nuance.GIVES_UP,
})  # fmt: skip
"""What else a question what stands is read as."""

LATE_BY = timedelta(hours=1)
"""So long after it began she is late, and wishes for no other time."""

_NEW = r"\b(?:quero|queria|gostaria|marcar?|agendar?|reservar?|encaix\w+|outr[ao]s?|mais (?:um|uma)|tambem|vagas?|livres?|tem|teria|(?:para|pra|pro) (?:a |o )?(?:minha|meu|ela|ele))\b"


_NO_LONGER = r"\b(?:imprevisto|contratempo|compromisso|problem\w+|viagem|viajar|plantao|surgiu|nao (?:posso|consigo|vai dar|da|vou poder|vou conseguir|rola)(?! perder))\b"
_ANOTHER = frozenset({Intent.DENY, Nuance.SECOND_THOUGHT, Nuance.ANOTHER_DAY})
_LET_GO = re.compile(r"\d{4}-\d\d-\d\d(?= \((?:excluded|dropped)\))")
_ONE_MORE = r"\b(?:marcar|marca|agendar|mais (?:um|uma)|tambem|(?:para|pra) (?:a |o )?(?:minha|meu) (?:mae|filh\w+|irma|irmao|amig\w+|marido|espos\w+|namorad\w+))\b"


async def her_own_time(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as what it says of what is booked: a question what stands, a move, coming late; as it is where it says nothing of that."""
    if moves_own(asked.burst.text) and await _is_not_here(move, asked):
        return _read_as(move, asked, Intent.RESCHEDULE)
    if checked := await _only_checks(move, asked):
        return hearing(move, asked, replace(asked.heard, reading=checked))
    if asked.open_question():
        return await _kept_meanwhile(move, asked)
    reading, text = asked.heard.reading, asked.burst.text
    other, days = wishes_other_time(text), _ruled_out(asked)
    if not (other or days or reading.when or reading.procedure):
        return move, asked
    booked = (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas
    if not booked:
        return move, asked
    if reading.when and arrives(text) and not reading.safety and _comes_late(booked, reading.when):
        return _read_as(move, asked, Intent.LATE)
    if reading.procedure and await _names_another(move, asked, booked):
        return move, asked
    if meant := _moved(asked, booked, days) or _stands(asked, booked, other=other):
        return hearing(move, asked, replace(asked.heard, reading=meant))
    return move, asked


async def _only_checks(move: Move, asked: Asked) -> Reading | None:
    """The message as a question what stands, where something is booked or held and it asks no more than whether, or when, that is."""
    reading, text, question = asked.heard.reading, asked.burst.text, asked.open_question()
    stands = speaks_of_what_stands(text)
    more = asked.said() - COURTESIES - _READ_AS - _CHECKED_AS - ({Intent.INFO} if stands else set())
    if asked.heard.tapped or reading.safety or reading.optout or reading.human or more:
        return None
    if question and (not stands or reading.slot_choice or reading.yes_no or not reading.intents & _READ_AS):
        return None
    if not (stands or may_check(text, reading)):
        return None
    booked = (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas
    about = await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)
    held = [await get_detalhe(move.conn, about["consulta"])] if about else []
    starts = [one.inicio_local.replace(tzinfo=None) for one in (*booked, *held)]
    if not starts or not (stands or checks_booked(text, reading, starts)):
        return None
    if not stands and reading.procedure and await _names_another(move, asked, [*booked, *held]):
        return None
    when, procedure = (None, ()) if held else (reading.when, reading.procedure)
    return replace(
        reading, intents=frozenset({Intent.CHECK_APPOINTMENT}), nuances=frozenset(), when=when, procedure=procedure, choice=None, yes_no=None,
    )  # fmt: skip


def _stands(asked: Asked, booked: Sequence[ConsultaDetalhe], *, other: bool) -> Reading | None:
    """The message as a question what stands, where the very hour of it is named; as a move where an `other` time is wished for."""
    reading, text = asked.heard.reading, asked.burst.text
    plain = asked.said() - COURTESIES <= _READ_AS and not reading.safety
    if not plain or (not other and rx(_NEW).search(fold(text))):
        return None
    starts = [consulta.inicio_local.replace(tzinfo=None) for consulta in booked]
    if other:
        meant = {Intent.RESCHEDULE}
    elif keeps_booked(text, reading, starts) if reading.procedure else _names_hour(reading.when, starts):
        meant = set() if Nuance.SAYS_PAID in reading.nuances else {Intent.CHECK_APPOINTMENT}
    else:
        return None
    return replace(
        reading, intents=(reading.intents - _READ_AS) | meant, nuances=reading.nuances & {Nuance.SAYS_PAID}, procedure=(), yes_no=None,
    )  # fmt: skip


def _ruled_out(asked: Asked) -> set[date]:
    """The days on which she says that she cannot come, where no more is read than days: "sexta não vai dar, tem outro dia?"."""
    reading, norm = asked.heard.reading, Line.of(asked.burst.text).norm
    told = rx(_NO_LONGER).search(norm) is not None and not rx(_ONE_MORE).search(norm)
    if not told or reading.safety or asked.said() - COURTESIES - _READ_AS - _ANOTHER:
        return set()
    return {
        date.fromisoformat(found[0])
        for hit in reading.trace
        if hit.rule.startswith("days.") and (found := _LET_GO.match(hit.meant))
    }


def _moved(asked: Asked, booked: Sequence[ConsultaDetalhe], days: Collection[date]) -> Reading | None:
    """The message as a move, where something is booked on one of the `days` that are ruled out, or another hour is named for the one thing."""
    reading = asked.heard.reading
    moved = replace(reading, intents=(reading.intents - _READ_AS) | {Intent.RESCHEDULE}, yes_no=None)
    if any(consulta.inicio_local.date() in days for consulta in booked):
        return replace(moved, nuances=reading.nuances - {Nuance.SAYS_PAID})
    return replace(moved, procedure=()) if _moves_the_one(asked, booked) else None


_ANOTHER_HOUR = (
    r"\b(?:mais (?:cedo|tarde)|adiant\w+|antecip\w+|(?:nesse|no) (?:mesmo )?dia|chegar (?:(?:la|ai|as|umas|la pelas) )?\d|sair (?:mais )?(?:cedo|antes)"
    r"|(?:mud|troc|pass)(?:ar|a|o)\b.* (?:para|pra|pro) )"
)


def _moves_the_one(asked: Asked, booked: Sequence[ConsultaDetalhe]) -> bool:
    """Whether another hour is named for the one thing that is booked: on its day, or in words of moving; not where one more is wished."""
    reading, norm = asked.heard.reading, Line.of(asked.burst.text).norm
    when = reading.when
    if when is None or reading.safety or asked.said() - COURTESIES - _READ_AS or rx(_ONE_MORE).search(norm):
        return False
    if len(booked) != 1:
        return False
    start = booked[0].inicio_local.replace(tzinfo=None)
    if _names_hour(when, [start]):
        return False
    its_day = when.date_start == when.date_end == start.date() and when.time_start is not None
    return (its_day and not reading.procedure) or rx(_ANOTHER_HOUR).search(norm) is not None


def _read_as(move: Move, asked: Asked, intent: Intent) -> tuple[Move, Asked]:
    reading = asked.heard.reading
    meant = replace(reading, intents=frozenset({intent}), nuances=frozenset(), procedure=(), when=None, choice=None, yes_no=None)  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=meant))


async def _is_not_here(move: Move, asked: Asked) -> bool:
    """Whether nothing is booked or held for her, while a new one is about to be: what is to be moved, a person looks for."""
    question, reading = asked.open_question(), asked.heard.reading
    if asked.heard.tapped or reading.safety or reading.optout or reading.human:
        return False
    if question is not None and (question.stands or "telefone" not in question.wanted):
        return False
    if (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas:
        return False
    return not await deposit_queries.find_awaited(move.conn, asked.taken.id, now=move.now)


def _comes_late(booked: Sequence[ConsultaDetalhe], when: When) -> bool:
    """Whether the hour is one soon after the beginning of what is booked."""
    hour = when.time_start if when.time_kind is TimeKind.AT else None
    if hour is None:
        return False
    begins = [consulta.inicio_local for consulta in booked]
    late = ((at, at.replace(hour=hour.hour, minute=hour.minute) - at) for at in begins)
    return any(timedelta() < by < LATE_BY and wishes_day(when, at.date()) for at, by in late)


def _names_hour(when: When | None, starts: Sequence[datetime]) -> bool:
    if when is None or when.time_kind is not TimeKind.AT or when.time_start is None:
        return False
    return any(at.time() == when.time_start and wishes_day(when, at.date()) for at in starts)


async def _kept_meanwhile(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as one that gives up what is asked or offered, where it keeps what is booked."""
    question, reading = asked.open_question(), asked.heard.reading
    if question is None or Nuance.STAYS.value not in question.accepts or asked.heard.tapped:
        return move, asked
    if reading.safety or reading.optout or reading.human:
        return move, asked
    booked = (await known_patient(move.conn, asked.taken.contato_id, now=move.now)).proximas
    starts = [consulta.inicio_local.replace(tzinfo=None) for consulta in booked]
    offered = [datetime.fromisoformat(option["local"]) for option in question.options if "local" in option]
    wished = set(question.known.get("procedimentos") or ())
    dropped = (
        lets_go(Line.of(asked.burst.text).norm, named_in(reading)) if "?" not in asked.burst.text else set()
    )
    gone = bool(booked and wished) and wished <= dropped
    if not gone and not keeps_booked(
        asked.burst.text, reading, starts, offered if question.has_times() else ()
    ):
        return move, asked
    named = bool(reading.procedure) and await _names_another(move, asked, booked)
    if reading.procedure and named is not (gone or forgets(asked.burst.text)):
        return move, asked  # "esquece o botox" gives up what is not booked, and nothing else
    kept = replace(
        reading,
        intents=frozenset(),
        nuances=frozenset({Nuance.STAYS}),
        when=None,
        procedure=(),
        slot_choice=None,
        choice=None,
        yes_no=None,
    )
    return hearing(move, asked, replace(asked.heard, reading=kept))


async def _names_another(move: Move, asked: Asked, booked: Sequence[ConsultaDetalhe]) -> bool:
    """Whether a procedure is named that is not booked."""
    named = list(asked.heard.reading.procedure)
    known = {name for consulta in booked for name in consulta.servicos}
    return not all(s.nome in known for s in await list_servicos(move.conn, asked.taken.clinica_id, named))
