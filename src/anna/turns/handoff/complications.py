"""After something went wrong and a person spoke with her about it: what they agreed is nobody's to answer but a person's, and nothing is sold."""

from __future__ import annotations

from datetime import timedelta

from anna.agendamento.service import known_patient
from anna.commands import Intent
from anna.conversation.understanding.text.line import rx
from anna.flows.moves import Move
from anna.kit.text import fold
from anna.turns import plainly_queries
from anna.turns.asked import Asked

COMPLICATIONS = ("adverse_reaction", "complaint", "complaint_passed", "emergency")
"""Why a hand-off was open about what had gone wrong."""

AGREED_FOR = timedelta(days=30)
"""So long after it was given back "a revisão" is the one that was agreed then."""

_AGREED = (
    r"\b(?:revis\w+|retorno|retoques?|corrigir|correcao|combin(?:ou|ado|amos|aram)|promet(?:eu|eram)|nao vou pagar|sem pagar|de graca|cortesia"
    r"|d(?:eu|ando) (?:errado|ruim|problema)|ficou (?:errado|ruim|torto|torta|horrivel)|estrag\w+"
    r"|(?:falou|falaram|conversou|ligou|disse|garantiu|tratou) (?:comigo|pra mim|que)|me (?:falou|falaram|disse|disseram|ligou|ligaram|garantiu|atendeu))\b"
)


async def asks_of_agreed(move: Move, asked: Asked, said: frozenset[str]) -> bool:
    """Whether she speaks of what a person agreed with her after a complication, and the agenda does not know it."""
    checks = Intent.CHECK_APPOINTMENT in said
    if not checks and not rx(_AGREED).search(fold(asked.burst.text)):
        return False
    since = move.now - AGREED_FOR
    if not await plainly_queries.was_given_back(move.conn, asked.taken.id, COMPLICATIONS, since=since):
        return False
    known = await known_patient(move.conn, asked.taken.contato_id, now=move.now)
    return not (checks and known.proximas)
