"""Days with hours of their own: "terça 9h ou quinta 15h", "quinta só de manhã, sexta o dia todo"."""

from __future__ import annotations

from datetime import date

from anna.conversation.understanding.dates.days import DayAtom, Days
from anna.conversation.understanding.dates.hours import take_times
from anna.conversation.understanding.dates.joining import Build
from anna.conversation.understanding.dates.surroundings import Said
from anna.conversation.understanding.text.line import Line, rx
from anna.when import DayHours, TimeKind

_WHOLE_DAY = r"^ ?,? ?(?:(?:e|eu|pode ser|posso|ta|estou|to|serve|e) )*(?:(?:o )?dia (?:todo|inteiro)|qualquer (?:h|horario|hora)|livre|tanto faz|a qualquer)\b"


def paired(line: Line, said: list[Said], days: Days | None) -> tuple[DayHours, ...]:
    """What was said of each of several `days`, when it was not the same of all; empty otherwise."""
    groups = _with_shared_hours(line, _groups(said))
    if days is None or not days.dates or len(groups) < len(days.dates) or len(groups) < 2:
        return ()
    each = {}
    for day, hours in groups:
        dated = _among(day, days.dates)
        whole = rx(_WHOLE_DAY).match(line.norm[day.end : day.end + 40]) is not None
        if dated is None or not (hours or whole):
            return ()
        own = Build()
        take_times(own, line, hours)
        first, last = (None, own.first) if own.kind is TimeKind.BEFORE else (own.first, own.last)
        each[dated] = DayHours(
            day=dated, time_kind=own.kind, time_start=first, time_end=last, daypart=own.part
        )
    alike = {(h.time_kind, h.time_start, h.time_end) for h in each.values()}
    return tuple(each[day] for day in sorted(each)) if len(alike) > 1 else ()


_OR = r"^ ?,? ?ou(?: (?:entao|ja|so|senao|n?[ao]|dia))* $"
_ITS_HOUR = (
    r"^ ?,? ?(?:(?:de|a|as|da|na|no|pela|pelas|umas|la|das|bem|logo|so|mais|depois|antes|a partir) )*$"
)


def with_day_asked(line: Line, said: list[Said], asked: date | None, today: date) -> list[Said]:
    """ "de tarde ou amanhã de manhã": the first is of the day that was `asked`, or of today; the same where every hour has its day."""
    wanted = [s for s in said if s.mode == "wanted"]
    if len(wanted) < _PAIR_AND_HOUR or isinstance(wanted[0].atom, DayAtom):
        return said
    first, other, its = wanted[:_PAIR_AND_HOUR]
    if not isinstance(other.atom, DayAtom) or isinstance(its.atom, DayAtom):
        return said
    either = rx(_OR).match(line.norm[first.atom.end : other.atom.start])
    beside = rx(_ITS_HOUR).match(line.norm[other.atom.end : its.atom.start])
    day = asked or (today if other.atom.rule == "days.tomorrow" else None)
    if day is None or either is None or beside is None or other.op:
        return said
    begin = first.atom.start
    return [Said(DayAtom(begin, begin, Days.one(day), "days.asked"), "wanted", ""), *said]


_PAIR_AND_HOUR = 3


def alone_at_the_end(line: Line, said: list[Said], days: Days | None) -> date | None:
    """The last of several days, said behind the hours of the one before it: Saturday in "sexta depois das 15 ou sábado"."""
    groups = _groups(said)
    if days is None or not days.dates or len(groups) < 2:
        return None
    (_, hours), (last, its) = groups[-2:]
    if its or not hours or not rx(_OR).match(line.norm[hours[-1].atom.end : last.start]):
        return None
    return _among(last, days.dates)


def _groups(said: list[Said]) -> list[tuple[DayAtom, list[Said]]]:
    """Each single day that is wished with the hours said beside it: after it, or before it where hours come first."""
    wanted = [s for s in said if s.mode == "wanted"]
    hours_first = bool(wanted) and not isinstance(wanted[0].atom, DayAtom)
    groups: list[tuple[DayAtom, list[Said]]] = []
    waiting: list[Said] = []
    for s in wanted:
        if not isinstance(s.atom, DayAtom):
            (waiting if hours_first or not groups else groups[-1][1]).append(s)
        elif s.atom.days.single is None or s.op:
            return []
        else:
            groups.append((s.atom, waiting if hours_first else []))
            waiting = []
    return groups


_JOINED = r"^ ?(?:,|e|ou|/)(?: (?:n?[ao]s?|de|ou|e))* ?$"


def _with_shared_hours(
    line: Line, groups: list[tuple[DayAtom, list[Said]]]
) -> list[tuple[DayAtom, list[Said]]]:
    """ "terça e quinta depois das 16h ou sábado de manhã": a day without hours has those of the day that it is joined to."""
    shared = list(groups)
    for i in range(len(groups) - 2, -1, -1):
        (day, hours), (beside, its) = groups[i], shared[i + 1]
        if not hours and rx(_JOINED).match(line.norm[day.end : beside.start]):
            shared[i] = (day, its)
    return shared


def _among(day: DayAtom, dates: tuple[date, ...]) -> date | None:
    """The one of `dates` that was said as `day`: a weekday may have been moved into the week named beside it."""
    if day.days.single in dates:
        return day.days.single
    return next((d for d in dates if d.weekday() == day.days.weekday), None)
