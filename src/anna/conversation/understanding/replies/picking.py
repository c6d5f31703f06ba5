"""Which of the offered times a message picks, which it drops, and which it only speaks of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from anna.commands import RuleHit
from anna.conversation.understanding.dates.when import read_when
from anna.conversation.understanding.intents.yes_no import without_put_off, without_waiting
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.slots import (
    TOO,
    Named,
    fits,
    has_wish,
    named_slots,
    read_slot,
    refuses_all,
)
from anna.conversation.understanding.replies.stances import SHOULD, Stances, read_stances
from anna.conversation.understanding.text.line import Line, rx
from anna.when import Exclude, When


@dataclass(frozen=True, slots=True)
class Picked:
    """`slot` was chosen; `dropped` were refused; `held` when one was asked about or doubted; `when` is what is wished beside."""

    when: When | None
    slot: datetime | None = None
    hit: RuleHit | None = None
    dropped: frozenset[datetime] = frozenset()
    doubted: bool = False
    asked: bool = False
    refuses: bool = False  # what was offered, without a name of it: too early, not with him


def pick(line: Line, when: When | None, context: Context) -> Picked:
    """What `line`, in which `when` was read, picks of `context.slots`: never what it refuses, doubts or asks about."""
    should = line.find(SHOULD)
    if should and should.start():  # "a 2, mas se vagar às 8h me avisa": that hour is waited for
        before = line.hide(*should.span())
        chosen = _pick(before, read_when(without_put_off(before), context)[0], context)
        if chosen.slot:
            return chosen
    return _pick(line, when, context)


def _pick(line: Line, when: When | None, context: Context) -> Picked:
    stances = read_stances(line)
    if stances.plain:
        taken = without_waiting(stances.taken)
        wish = when if stances.taken == line else read_when(without_put_off(taken), context)[0]
        slot, hit = read_slot(taken, wish, context)
        return Picked(wish, slot, hit)
    refused = named_slots(stances.refused, context)
    dropped, asked = refused.slots, _some(named_slots(stances.asked, context), context)
    doubted = named_slots(stances.doubted, context).slots
    taken = without_waiting(stances.taken)
    wish = read_when(without_put_off(taken), context)[0]
    ruled_out = read_when(stances.refused, context)[0]
    slot, hit = None, None
    if rx(r"[^\W_]").search(taken.norm):
        slot, hit = read_slot(taken, _excluding(wish, ruled_out), context, out=dropped)
    open_yet = bool(asked or doubted or stances.doubts)
    too = stances.refused.find(TOO) is not None
    told = when is not None and _wishes(when) and any(fits(s, when) for s in dropped | asked | doubted)
    beside = _beside(stances, context) if told or too or stances.doubts or not _wishes(when) else when
    if slot is None and dropped and not (open_yet or _wishes(wish) or _wishes(beside) or refuses_all(line)):
        left = [offered for offered in context.slots if offered not in dropped]
        if len(left) == 1:
            slot, hit = left[0], line.hit("answers.left", 0, len(line.norm), "the one left")
    if stances.doubts or slot in doubted:
        slot, hit = None, None
    hours = When(exclude=Exclude(times=tuple(sorted(refused.hours))))
    beside = _excluding(_excluding(beside, ruled_out), hours)
    return Picked(
        beside,
        slot,
        hit,
        dropped,
        doubted=bool(doubted) or stances.doubts,
        asked=bool(asked),
        refuses=too or stances.refused.find(_WITH) is not None,
    )


_WITH = r"\bcom (?:o|a|ele|ela|ess[ae]|dr|dra|doutora?)\b(?! (?:mesm[ao]|de|das|d[ao]) )"


def _some(named: Named, context: Context) -> frozenset[datetime]:
    """Those that are asked about, if they are not merely all that there are: "tem mais pro fim do mês?"."""
    return frozenset() if len(named.slots) == len(context.slots) > 1 else named.slots


def _beside(stances: Stances, context: Context) -> When | None:
    """What is wished beside what was refused: "8h30 não dá, tem às 10?"."""
    return read_when(without_put_off(stances.beside), context)[0]


def _wishes(when: When | None) -> bool:
    return when is not None and has_wish(when)


def _excluding(wish: When | None, refused: When | None) -> When | None:
    """`wish` without what the other rules out."""
    if refused is None or refused.exclude == Exclude():
        return wish
    base = wish or When()
    ours, theirs = base.exclude, refused.exclude
    joined = Exclude(
        dates=tuple(dict.fromkeys((*ours.dates, *theirs.dates))),
        weekdays=tuple(dict.fromkeys((*ours.weekdays, *theirs.weekdays))),
        dayparts=tuple(dict.fromkeys((*ours.dayparts, *theirs.dayparts))),
        times=tuple(dict.fromkeys((*ours.times, *theirs.times))),
    )
    return replace(base, exclude=joined)
