"""One more of what is booked, for whom it is said and no more: "agora uma pra mim no mesmo horário" is a wish for the same procedure."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.agendamento.queries import get_detalhe
from anna.agendamento.service import known_patient
from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.facts.one_for import now_for_herself, one_more_for
from anna.conversation.understanding.facts.taking_off import named_in
from anna.conversation.understanding.text.line import Line, rx
from anna.crm.models import Relacao
from anna.crm.service import list_pacientes_by_contato
from anna.flows.actions.request_queries import find_just_booked
from anna.flows.actions.telling_queries import was_said
from anna.flows.fact_queries import find_topic
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns.asked import COURTESIES, Asked
from anna.turns.returning import hearing
from anna.when import TimeKind, When

_READ_AS = COURTESIES | {Intent.UNCLEAR, Intent.AFFIRM, Intent.SCHEDULE, Intent.AVAILABILITY}
_NAMED = frozenset({Intent.GIVE_NAME, Nuance.CORRECTS_NAME})
"""What such a message may be read as besides."""

_AFTER_HER = r"\b(?:depois|em seguida)(?: (?:del[ae]|d[ao] del[ae]|dess[ea]))?(?= *(?:$|[,.!?]))"

JUST_NOW = timedelta(hours=2)
"""So long after somebody else was booked "agora a minha" is a wish."""


async def one_more(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a wish for what was booked last, where it says no more than that one is wished, and for whom."""
    reading, text = asked.heard.reading, asked.burst.text
    if asked.heard.tapped or asked.open_question() or reading.procedure or asked.said() - _READ_AS - _NAMED:
        return move, asked
    if not (one_more_for(text) or (now_for_herself(text) and await _only_others(move, asked))):
        return move, asked
    booked = await find_just_booked(
        move.conn, asked.taken.contato_id, since=move.now - JUST_NOW, now=move.now
    )
    named = await find_topic(move.conn, asked.taken.id) if booked else []
    if not (booked and named):
        return move, asked
    wish = replace(
        reading, intents=(reading.intents - _READ_AS) | {Intent.SCHEDULE}, nuances=reading.nuances - {Nuance.CORRECTS_NAME},
        procedure=tuple(named), when=reading.when or await _after(move, booked, text), yes_no=None,
    )  # fmt: skip
    return hearing(move, asked, replace(asked.heard, reading=wish))


_THAT = r"^(?:(?:ah|ta|ok|obrigad[ao]|obg|certo|bom|agora) ?[,.!]? ?)*e ?,? (?:[ao]s?|de|d[ao]|com|pra|para|aquel[ea]|meu|minha) "
_NO_WORD = r"[^a-z]|\b(?:a|o|as|os|de|da|do|e|entao|tambem|la|que|eu|pedi|queria|falei|junto|mesmo|ne|hein|moca|ve|marca|olha|pra|para|mim|como|fica)\b"
_PRICED = ("preco", "preco_de_cada", "preco_somado")
_A_MOMENT = timedelta(minutes=5)
"""So long after a price was told "e o botox?" asks for that one's."""


async def wishes_that_too(move: Move, asked: Asked) -> tuple[Move, Asked]:
    """The message as a wish for what it only names, where another thing has just been booked: "e o botox?"."""
    reading = asked.heard.reading
    if (
        not reading.procedure
        or asked.heard.tapped
        or asked.open_question()
        or asked.said() - COURTESIES - {Intent.INFO}
    ):
        return move, asked
    if not names_only(reading, Line.of(asked.burst.text).norm, _THAT):
        return move, asked
    booked = await find_just_booked(
        move.conn, asked.taken.contato_id, since=move.now - JUST_NOW, now=move.now
    )
    if not booked or await was_said(move.conn, asked.taken.id, _PRICED, since=move.now - _A_MOMENT):
        return move, asked
    meant = replace(reading, intents=reading.intents - {Intent.INFO} | {Intent.SCHEDULE})
    return hearing(move, asked, replace(asked.heard, reading=meant))


def names_only(reading: Reading, norm: str, begins: str) -> bool:
    """Whether behind `begins` a procedure is named, and nothing asked of it: not "e o botox demora?"."""
    found = rx(begins).search(norm)
    if found is None:
        return False
    rest = norm[found.end() :]
    named = [fold(saw) for _, saw in named_in(reading) if fold(saw) in rest]
    for saw in named:
        rest = rest.replace(saw, " ")
    return bool(named) and not rx(_NO_WORD).sub("", rest)


async def _after(move: Move, booked: UUID, text: str) -> When | None:
    """The wish to come once the other one has been seen: "uma pra mim logo depois dela"."""
    if not rx(_AFTER_HER).search(fold(text)):
        return None
    hers = await get_detalhe(move.conn, booked)
    end = hers.fim.astimezone(ZoneInfo(hers.fuso))
    return When(
        date_start=end.date(),
        date_end=end.date(),
        time_kind=TimeKind.AFTER,
        time_start=end.time().replace(tzinfo=None),
    )


async def _only_others(move: Move, asked: Asked) -> bool:
    """Whether something is booked for somebody else, and nothing for herself."""
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    linked = await list_pacientes_by_contato(move.conn, asked.taken.contato_id)
    own = {one.paciente.id for one in linked if one.relacao is Relacao.PROPRIO}
    return bool(known.proximas) and not any(c.paciente_id in own for c in known.proximas)
