"""All claims of a text, in the order of their places, those that speak of one thing tied together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from anna.conversation.claims.amounts import amounts, numbers, spans
from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.claims.moments import moments, with_ends
from anna.conversation.claims.names import names
from anna.conversation.claims.sayings import acts, sayings
from anna.conversation.claims.sheet import Sheet

_JOINS = re.compile(
    r"[\s,()]*(?:(?:a|as|o|os|ao|aos|das?|de|do|dia|no|na|nos|nas|ate|e|feira|manha|tarde|noite|horas|por volta das|a partir das)[\s,()]*){0,4}"
)
_OPENS = re.compile(
    r"[\s,]*(?:atend\w+|abr\w+|fech\w+|encerr\w+|funcion\w+|estamos|ficamos|abertos?|tenho|temos|vagas?|horarios?|esta|livre)"
    r"(?:\s+(?:abertos?|vagas?|horarios?|livres?|so|apenas))*[\s,]*(?:de|ate|a partir)?\s*"
)
_WITH = re.compile(r"[\s,]*(?:com|com a|com o)\s+(?:(?:dra?\.?|doutora?)\s+)?")
_MOMENTS = frozenset({ClaimKind.DATE, ClaimKind.TIME})


def read_claims(text: str, *, now: datetime) -> tuple[Claim, ...]:
    """What `text` claims; `now` is the clinic's own time. Places count characters of the NFC form of `text`."""
    sheet = Sheet(text)
    found = [*_links_first(sheet), *spans(sheet), *moments(sheet, now=now), *names(sheet), *numbers(sheet)]
    found += acts(sheet)
    placed = sorted(found, key=lambda claim: (claim.start, claim.end))
    return tuple(_grouped(with_ends(placed, sheet.whole), sheet.whole))


def _links_first(sheet: Sheet) -> Iterator[Claim]:
    yield from amounts(sheet)
    yield from sayings(sheet)


def _grouped(claims: Iterable[Claim], whole: str) -> Iterator[Claim]:
    """Number the groups: a day, its hour and who attends then are one thing; the next day after an hour is another."""
    group, last, timed = 0, None, False
    for claim in claims:
        if claim.kind not in _MOMENTS and not (
            claim.kind is ClaimKind.NAME and last and _meets(last, claim, whole)
        ):
            yield claim
            continue
        if not (last and _meets(last, claim, whole)) or (timed and _begins_anew(last, claim, whole)):
            group, timed = group + 1, False
        timed = timed or claim.kind is ClaimKind.TIME
        last = replace(claim, group=group)
        yield last


def _begins_anew(last: Claim, claim: Claim, whole: str) -> bool:
    """Whether a day that has its hour is left: "até as 18h na sexta e até as 13h no sábado"."""
    after_day = last.kind is ClaimKind.DATE and claim.kind is ClaimKind.TIME
    return after_day and bool(re.search(r"\be\b|,", whole[last.end : claim.start]))


def _meets(last: Claim, claim: Claim, whole: str) -> bool:
    between = whole[last.end : claim.start]
    if claim.kind is ClaimKind.NAME:
        return last.kind in _MOMENTS and bool(_WITH.fullmatch(between))
    if last.kind is ClaimKind.DATE and claim.kind is ClaimKind.TIME and _OPENS.fullmatch(between):
        return True
    if last.kind not in _MOMENTS or not _JOINS.fullmatch(between):
        return False
    another_day = last.kind is ClaimKind.TIME and claim.kind is ClaimKind.DATE
    return not (another_day and re.search(r"\be\b|,", between))
