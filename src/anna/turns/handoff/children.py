"""A child of hers waits for the team, since only a responsible person arranges that with it; who writes, grown up, goes on for herself."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from anna.commands import Intent
from anna.conversation.understanding.facts.whom import KIN, Whom, read_whom
from anna.conversation.understanding.text.line import Line
from anna.flows.moves import Move
from anna.turns.asked import Asked
from anna.turns.plainly_queries import was_of_child
from anna.turns.waiting_queries import Awaited
from anna.whatsapp import ownership

OF_HERS = "minor_of_hers"
"""The reason of a hand-off for the child of somebody who is served herself."""

KNOWN_FOR = timedelta(days=60)
"""So long after the team was told of a child, the child that is spoken of is that one."""

_CHILD = rf"\b(?:del[ae]|el[ae]|menin[ao]|crianca|adolescente|{KIN})\b"
_HERSELF_YOUNG = r"\b(?:eu )?(?:tenho|fiz|faco|completei|vou fazer) (?:1[0-7]|[5-9])\b(?! ?(?:h\b|:|filh|net|dias?|sess|horas?))|\b(?:sou|eu sou) (?:de )?menor\b"


_FOR_CHILD = r"\b(?:del[ae]|el[ae]|filh[ao]|filhinh[ao]|menin[ao]|net[ao]|sobrinh[ao]|afilhad[ao]|entead[ao]|crianca|adolescente)\b"


async def is_for_child_again(move: Move, asked: Asked, said: frozenset[str]) -> bool:
    """Whether a time is wished for the child of whom the team was told before: what is arranged for it stays theirs."""
    text = asked.burst.text
    wished = said & {Intent.SCHEDULE, Intent.AVAILABILITY} and read_whom(text) is Whom.KIN
    if not wished or Line.of(text).find(_FOR_CHILD) is None:
        return False
    return await was_of_child(move.conn, asked.taken.id, since=move.now - KNOWN_FOR)


_OF_AGE = r"\b(?:eu )?(?:tenho|fiz|completei|to com|estou com) (?:ja )?(?:1[89]|[2-9]\d) ?(?:$|[.,!?]|anos)(?! (?:de (?:casad|experien|profiss|clinica|namoro|dor)|que |atras))|\bsou (?:de )?maior\b(?! (?:que|do)\b)|\bmaior de idade\b|\bsou (?:uma? )?adult[ao]\b|\b(?:que|qual) menor ?(?:\?|$)|\bnao (?:sou|e|tem|ha) (?:de |nenhum |ninguem )?menor\b(?! (?:que|do)\b)|\bninguem (?:aqui )?e (?:de )?menor\b|\bde menor nao\b"
_NOT_OF_AGE = r"\b(?:nao|quase|vou|faltam?|daqui) (?:\w+ )?(?:sou|fazer|tenho|de maior|maior|pra|para)\b|\bsou (?:quase|menor)\b"
_RESPONSIBLE = r"\b(?:eu )?sou (?:a |o )?(?:mae|pai|avo|responsavel|tutor\w*|guardia\w*)\b"


def is_grown_up(text: str, before: str) -> bool:
    """Whether who was taken for a minor is of age by her own words; `before` is what was said then: an age under 18, or a child of hers, stays."""
    line, earlier = Line.of(text), Line.of(before)
    if earlier.find(_HERSELF_YOUNG) or speaks_of_child(before) or line.find(_NOT_OF_AGE):
        return False
    return line.find(_OF_AGE) is not None


def is_responsible(text: str, before: str) -> bool:
    """Whether it is somebody grown up who asks for the child: its mother, or who has told of a child of hers."""
    young = any(Line.of(said).find(_HERSELF_YOUNG) for said in (text, before))
    return not young and (Line.of(text).find(_RESPONSIBLE) is not None or speaks_of_child(before))


def speaks_of_child(text: str) -> bool:
    """Whether somebody of hers is spoken of: nothing is arranged for a child here."""
    return Line.of(text).find(_CHILD) is not None


async def apart_from_child(move: Move, asked: Asked, awaited: Awaited) -> Awaited:
    """The hand-off as it is after this message: a wish for herself, of who had asked for a child of hers, leaves only the child to the team."""
    own = read_whom(asked.burst.text) is Whom.OWN and asked.said() & {Intent.SCHEDULE, Intent.AVAILABILITY}
    young = any(Line.of(text).find(_HERSELF_YOUNG) for text in (awaited.frase or "", asked.burst.text))
    of_hers = awaited.motivo == Intent.MINOR and speaks_of_child(awaited.frase or "") and not young
    if not (own and of_hers) or Intent.MINOR in asked.said() or speaks_of_child(asked.burst.text):
        return awaited
    await ownership.let_pass(move.conn, asked.taken.id, motivo=OF_HERS)
    return replace(awaited, motivo=OF_HERS)
