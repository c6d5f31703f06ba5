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
from anna.conversation.understanding.facts.each import each_of_two, of_one
from anna.conversation.understanding.facts.each_hour import (
    bare_hours,
    each_hour,
    hour_of_the_other,
    told_apart,
    two_times,
    with_hours,
)
from anna.conversation.understanding.facts.families import of_this_talk
from anna.conversation.understanding.facts.procedures import (
    NAMED,
    read_named,
    read_procedures,
)
from anna.conversation.understanding.facts.unnamed import read_body_part
from anna.conversation.understanding.facts.visits import each_visit
from anna.conversation.understanding.facts.whom import by_pronoun, each_ones, tells_only_of_the_other
from anna.conversation.understanding.facts.whose import is_the_same
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.company import without_both, without_the_two
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.wish import merge
from anna.db.connect import Connection
from anna.when import When, WhenStatus

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


async def read_visits(
    conn: Connection, *, clinica_id: UUID, texts: Sequence[str], wanted: Sequence[str], now: datetime
) -> Sequence[Part]:
    """The visits of one person, where `texts` give all that is `wanted` days of its own; empty where they do not.

    An hour that is said afterwards is for each of them, a day for the first.
    """
    if len(wanted) < _SEVERAL:
        return ()
    offered = await list_servicos(conn, clinica_id)
    catalogue = Catalogue.from_rows((one.slug, one.names) for one in offered)
    context = Context(reference_time=now, calendar=await load_calendar(conn, clinica_id), catalogue=catalogue)
    visits: Sequence[Part] = ()
    before: When | None = None
    for text in texts:
        seen = [hit.saw for hit in read_procedures(Line.of(text), catalogue)[1] if hit.rule == NAMED]
        if told := _visits(each_visit(text, seen), context, wanted):
            hours = any(one.wish and one.wish.time_kind for one in told)
            visits = [_at(one, before, first=True) for one in told] if before and not hours else told
        elif (said := read_when(Line.of(text), context)[0]) is None:
            continue
        elif not visits:
            before = merge(before, said) if before else said
        else:
            first, *rest = visits
            also = [] if _has_day(said) else [_at(one, said) for one in rest]
            visits = (_at(first, said), *(also or rest))
    return visits


def _at(part: Part, said: When, *, first: bool = False) -> Part:
    """Its wish with what was `said` after it, or `first`."""
    before, after = (said, part.wish) if first else (part.wish, said)
    return replace(part, wish=merge(before, after) if before and after else before or after)


def _visits(parts: Sequence[str], context: Context, wanted: Sequence[str]) -> Sequence[Part]:
    told = [
        Part(
            procedures=[
                slug for slug in read_procedures(Line.of(part), context.catalogue)[0] if slug in wanted
            ],
            wish=read_when(Line.of(part), context)[0],
        )
        for part in parts
    ]
    slugs = [slug for one in told for slug in one.procedures]
    whole = sorted(slugs) == sorted(wanted) and all(
        one.procedures and one.wish and one.wish.status is WhenStatus.OK and _has_day(one.wish)
        for one in told
    )
    return told if whole and len({one.wish for one in told}) > 1 else ()


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
    for said_text in texts:
        alike = without_both(said_text)
        text = without_the_two(alike)
        known = replace(context, under_way=tuple(dict.fromkeys([*shares.others.procedures, *wanted])))
        parts, sure = _apart(text, catalogue)
        if parts is None or (tells_only_of_the_other(by_pronoun(text)) and not _names(parts[0], catalogue)):
            shares = _told_of_one(shares, text, _named(text, known, catalogue.slugs), catalogue)
            said = read_when(Line.of(with_hours(text)), context)[0] if hour_of_the_other(text) else None
            if said and wish:
                theirs = said if _has_day(said) else merge(wish, said)
                shares = replace(shares, others=replace(shares.others, wish=theirs), told=True)
            continue
        named = [_named(part, known, catalogue.slugs if beyond else wanted) for part in parts]
        wishes = _wishes(
            *(_when(part, context) for part in parts),
            both=wish,
            alike=alike != said_text,
        )
        if sure and all(named):
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


def _told_of_one(shares: Shares, text: str, named: Sequence[str], catalogue: Catalogue) -> Shares:
    """The same where `text` says what one of both is to have: of several things that are not for both, the other one has the rest."""
    seen = [hit.saw for hit in read_procedures(Line.of(text), catalogue)[1] if hit.rule == NAMED]
    hers = of_one(text, seen)
    theirs = hers is False or tells_only_of_the_other(by_pronoun(text))
    if not named or not (hers or theirs):
        return shares
    one, other = (shares.others, shares.hers) if theirs else (shares.hers, shares.others)
    rest = [slug for slug in other.procedures if slug not in named]
    if rest and not shares.alike:
        other = replace(other, procedures=rest)
    one = replace(one, procedures=named)
    return replace(shares, hers=other if theirs else one, others=one if theirs else other, told=True)


def _apart(text: str, catalogue: Catalogue) -> tuple[tuple[str, str] | None, bool]:
    """What `text` says of each of both, and whether that holds for the procedures too: of two it must be plain whose each is."""
    slugs, hits = read_procedures(Line.of(text), catalogue)
    if len(slugs) < _SEVERAL:
        if two_times(text) and not told_apart(text):
            return None, True  # whose each of them is was asked for
        return each_ones(with_hours(text), two=True) or each_hour(text), True
    parts = each_of_two(text, [hit.saw for hit in hits if hit.rule == NAMED])
    return parts or each_ones(text, two=True), parts is not None


_BESIDE = r"[ ,+/&]*(?:(?:e|mais|com|tambem|uma?|a|o|de|fazer|quero|queria|ou)[ ,+/&]+)*"


_FOR_BOTH = r"[ ,]*(?:para|pra|pro|pras) (?:(?:nos|as|os) )*(?:2|a gente|cada (?:uma?|1)|ambas|ambos)\b(?!(?: \w+){0,2} ?,)"
_BOTH_WISH = r"\b(?:queremos|queriamos|gostariamos|precisamos|vamos fazer|(?:as|os|nos) 2|ambas|ambos|cada (?:uma?|1))\b"


def _alike(texts: Sequence[str], catalogue: Catalogue, wanted: Collection[str]) -> bool:
    """Whether all of it is for both: it is one thing, or both as one wish for all of it, or that was said."""
    if len(set(wanted)) < _SEVERAL:
        return True
    return any(_in_one_breath(line, catalogue, wanted) or is_the_same(line) for line in map(Line.of, texts))


def _in_one_breath(line: Line, catalogue: Catalogue, wanted: Collection[str]) -> bool:
    """ "limpeza e botox pra nós duas"; "pra mim e pra minha mãe" may as well be one for each."""
    named = [one for one in read_named(line, catalogue) if one.slug in wanted]
    joined = all(rx(_BESIDE).fullmatch(line.norm[a.end : b.start]) for a, b in pairwise(named))
    whole = joined and {one.slug for one in named} >= set(wanted)
    return whole and (
        rx(_FOR_BOTH).match(line.norm[named[-1].end :]) is not None or line.find(_BOTH_WISH) is not None
    )


def _when(part: str, context: Context) -> When | None:
    """When one of them is to come, of what is said of her: "minha irmã fica com 15h30" is no more than the hour."""
    said = read_when(Line.of(with_hours(part)), context)[0]
    return said or read_when(Line.of(bare_hours(part)), context)[0]


def _names(part: str, catalogue: Catalogue) -> bool:
    """Whether a procedure is named in it: "eu e minha irmã" names none."""
    return bool(read_procedures(Line.of(part), catalogue)[0])


def _named(part: str, context: Context, wanted: Collection[str]) -> list[str]:
    """What a part names: "o preenchimento" is the one that is spoken of, and "boca" what is done to it."""
    line = Line.of(part)
    read = of_this_talk(line, read_procedures(line, context.catalogue)[0], context)
    return [slug for slug in read or read_body_part(line, context.catalogue) if slug in wanted]


def _wishes(
    hers: When | None, others: When | None, *, both: When | None, alike: bool
) -> tuple[When, When] | None:
    """The wish of each where both said one; what one leaves open is as the other one's day, or as the day or hour that is wished for both.

    `alike`: an hour that one of them says is for both, "as duas às 10".
    """
    if hers is None or others is None:
        return None
    if not _has_day(hers):
        hers = merge(others, hers)
    if not _has_day(others):
        others = merge(hers, others)
    if alike and (hers.time_kind is None) is not (others.time_kind is None):
        hers, others = merge(others, hers), merge(hers, others)
    same_day = both is not None and _has_day(both) and not (_has_day(hers) or _has_day(others))
    if both and (same_day or (both.time_kind and hers.time_kind is others.time_kind is None)):
        hers, others = merge(both, hers), merge(both, others)
    return hers, others


def _has_day(wish: When) -> bool:
    return bool(wish.dates or wish.date_start or wish.date_end)
