"""Whether somebody else holds the telephone: what stands in the agenda for its owner is told to nobody but herself."""

from __future__ import annotations

from datetime import timedelta

from anna.commands import Intent, Nuance
from anna.conversation.manners import OTHERS, TOLD_NOBODY, Manner
from anna.conversation.understanding.facts.another import asks_when_she_comes
from anna.conversation.understanding.facts.speaking import asks_to_tell_nobody, says_name, who_speaks
from anna.conversation.understanding.text.line import Line, rx
from anna.crm.models import Relacao
from anna.crm.service import list_pacientes_by_contato
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns import plainly_queries
from anna.turns.asked import COURTESIES, Asked

HELD_FOR = timedelta(hours=1)
"""So long whoever said that he is somebody else is not told what is hers, unless she says that it is her."""

OF_HERS = frozenset(
    {Intent.CHECK_APPOINTMENT, Intent.CANCEL, Intent.RESCHEDULE, Nuance.ASKS_DURATION, Nuance.ASKS_WHO}
)
"""What is read, or changed, in rows of hers."""

_AGENDA = (
    r"\b(?:consultas?|horarios?|agendad[ao]s?|agenda|sess(?:ao|oes)|procedimentos?|marcad[ao]s?|marcou|atendid[ao])\b"
    r"|\b(?:que h|quando|que dia)\b"
)
_BOOKS = frozenset({Intent.SCHEDULE, Intent.AVAILABILITY})


async def kept_from_another(move: Move, asked: Asked) -> Manner | None:
    """What is said to somebody else who asks for what is hers, and to her who wants him told nothing; None where neither is so."""
    text, said = asked.burst.text, asked.said()
    if asked.heard.tapped or asked.burst.wordless or asked.is_for_two():
        return None
    if asks_to_tell_nobody(text):
        return TOLD_NOBODY
    first = asked.taken.ultimo_texto is None and "?" not in text  # only says good day
    introduced = not first and said <= COURTESIES and who_speaks(text) is not None
    asks = asks_when_she_comes(text) or (
        "?" in text and rx(_AGENDA).search(Line.of(text).norm) and not said & _BOOKS
    )
    if not (introduced or said & OF_HERS or asks):
        return None
    return OTHERS if await _is_another(move, asked) else None


async def _is_another(move: Move, asked: Asked) -> bool:
    """Whether the last word on who writes was that it is not the telephone's owner."""
    texts = (
        asked.burst.text,
        *await plainly_queries.list_texts(move.conn, asked.taken.id, since=move.now - HELD_FOR),
    )
    if not any(who_speaks(text) for text in texts):
        return False
    linked = await list_pacientes_by_contato(move.conn, asked.taken.contato_id)
    names = {True: set[str](), False: set[str]()}
    for one in linked:
        names[one.relacao is Relacao.PROPRIO].update(fold(one.paciente.nome).split())
    for text in texts:
        if says_name(text, names[True]):
            return False
        if speaker := who_speaks(text):
            return not speaker.is_owner(names[True], names[False])
    return False
