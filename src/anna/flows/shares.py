"""Two who come: what each of them wants, and when, as far as the patient has told it apart."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from anna.agendamento.queries import list_servicos
from anna.clinica.service import load_calendar
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.facts.families import of_this_talk
from anna.conversation.understanding.facts.procedures import read_body_part, read_named, read_procedures
from anna.conversation.understanding.facts.whom import each_ones, tells_only_of_the_other
from anna.conversation.understanding.facts.whose import is_the_same
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.wish import merge
from anna.db.connect import Connection
from anna.when import When

_SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one of them wants; without a `wish`, it goes by the other one's."""

    procedures: Sequence[str]
    wish: When | None = None

    def wish_json(self) -> dict[str, Any] | None:
        """The wish as a run keeps it."""
        return self.wish.to_json() if self.wish else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """Hers who writes, and the other one's. `told` says whether anything was told apart, `alike` that there is nothing to tell apart."""

    hers: Part
    others: Part
    told: bool = False
    alike: bool = False


async def read_shares(
    conn: Connection, *, clinica_id: UUID, texts: Sequence[str], wanted: Sequence[str], wish: When | None, now: datetime,
    beyond: bool = False,
) -> Shares:  # fmt: skip
    """What `texts`, in the order they were said, tell apart of the procedures `wanted` and of the `wish` of both; the last that does so counts.

    `beyond`: the other one's may be others than `wanted`.
    """
    offered = await list_servicos(conn, clinica_id)
    catalogue = Catalogue.from_rows((one.slug, one.names) for one in offered)
    context = Context(reference_time=now, calendar=await load_calendar(conn, clinica_id), catalogue=catalogue)
    shares = Shares(
        hers=Part(procedures=wanted, wish=wish),
        others=Part(procedures=wanted),
        alike=_alike(texts, catalogue, wanted),
    )
    for text in texts:
        known = replace(context, under_way=tuple(dict.fromkeys([*shares.others.procedures, *wanted])))
        parts = each_ones(text, two=True)
        if parts is None:
            theirs = _named(text, known, catalogue.slugs) if tells_only_of_the_other(text) else []
            if theirs:
                shares = replace(shares, others=replace(shares.others, procedures=theirs), told=True)
            continue
        named = [_named(part, known, catalogue.slugs if beyond else wanted) for part in parts]
        wishes = _wishes(*(read_when(Line.of(part), context)[0] for part in parts), both=wish)
        if all(named):
            shares = replace(
                shares,
                hers=replace(shares.hers, procedures=named[0]),
                others=replace(shares.others, procedures=named[1]),
                told=True,
            )
        if wishes:
            shares = replace(
                shares,
                hers=replace(shares.hers, wish=wishes[0]),
                others=replace(shares.others, wish=wishes[1]),
                told=True,
            )
    return shares


_BESIDE = r"[ ,+/&]*(?:(?:e|mais|com|tambem|uma?|a|o|de|fazer|quero|queria|ou)[ ,+/&]+)*"


def _alike(texts: Sequence[str], catalogue: Catalogue, wanted: Collection[str]) -> bool:
    """Whether all of it is for both: it is one thing, all of it was named in one breath, or that was said."""
    if len(set(wanted)) < _SEVERAL:
        return True
    return any(_in_one_breath(line, catalogue, wanted) or is_the_same(line) for line in map(Line.of, texts))


def _in_one_breath(line: Line, catalogue: Catalogue, wanted: Collection[str]) -> bool:
    """ "limpeza e botox pra mim e pra minha mãe", and not "eu limpeza, ela botox"."""
    named = [one for one in read_named(line, catalogue) if one.slug in wanted]
    joined = all(rx(_BESIDE).fullmatch(line.norm[a.end : b.start]) for a, b in pairwise(named))
    return joined and {one.slug for one in named} >= set(wanted)


def _named(part: str, context: Context, wanted: Collection[str]) -> list[str]:
    """What a part names: "o preenchimento" is the one that is spoken of, and "boca" what is done to it."""
    line = Line.of(part)
    read = of_this_talk(line, read_procedures(line, context.catalogue)[0], context)
    return [slug for slug in read or read_body_part(line, context.catalogue) if slug in wanted]


def _wishes(hers: When | None, others: When | None, *, both: When | None) -> tuple[When, When] | None:
    """The wish of each where both said one; what one leaves open is as the other one's day, or as the day or hour that is wished for both."""
    if hers is None or others is None:
        return None
    if not _has_day(hers):
        hers = merge(others, hers)
    if not _has_day(others):
        others = merge(hers, others)
    same_day = both is not None and _has_day(both) and not (_has_day(hers) or _has_day(others))
    if both and (same_day or (both.time_kind and hers.time_kind is others.time_kind is None)):
        hers, others = merge(both, hers), merge(both, others)
    return hers, others


def _has_day(wish: When) -> bool:
    return bool(wish.dates or wish.date_start or wish.date_end)
