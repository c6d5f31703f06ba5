"""Days counted from another day of the same message: "no dia seguinte", "uma semana antes", "na outra não, na seguinte".

What the counting starts from is then only told: of "dia 9 é aniversário do meu filho, marca pro dia seguinte" the 10th is wished.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from anna.conversation.understanding.dates.clauses import is_told
from anna.conversation.understanding.dates.day_marks import WEEKDAY_SPELLED
from anna.conversation.understanding.dates.days import (
    DayAtom,
    Days,
    Today,
    add_months,
    month_days,
    next_weekday,
    week_of,
)
from anna.conversation.understanding.dates.month_readings import part_of
from anna.conversation.understanding.dates.surroundings import Said
from anna.conversation.understanding.dates.week_readings import weekday_number
from anna.conversation.understanding.text.line import Line, rx

_REACH = 80
_COUNT = r"(?:uns |umas )?(?P<n>\d{1,2}|uma?) (?P<unit>dias?|semanas?|mes(?:es)?) (?P<side>antes|depois|apos)"
_EVE = r"(?:n?a )?vesperas?|(?:n?o |um |pro |para o )?dia (?:anterior|antes)"
_MORROW = (
    r"(?:n?o |um |pro |para o )?(?<!qualquer )(?<!algum )(?<!any )dia (?:seguinte|depois|posterior|apos)"
)
_PART = r"comecinho|comeco|inicio|meio|meados|finalzinho|finzinho|final|fim"
_END = r"(?= *(?:$|[^\w\s]|por favor|pode|mesmo|entao|ja|eu|ta|tanto|qualquer|de (?:manha|tarde)|a tarde|tambem|nao|sim|\d))"
_AN_HOUR = r"(?= (?:(?:bem|la|logo|so|mais) )?(?:antes|depois|ate|apos|as|das|entre|cedo|cedinho|umas|pelas|por volta|a partir|no fim|no final|no comeco)\b)"

# "fim de tarde" is an hour
_NOT_OF_A_DAY = r"(?! d[aeo] (?:manha|tarde|noite|dia|expediente)\b)"

# "véspera do feriado de 21 de abril", "3 dias antes do meu casamento que é dia 20": said before the day itself.
_AHEAD = rf"\b(?:(?P<eve>{_EVE})|(?P<morrow>{_MORROW})|{_COUNT}|semana (?P<week>antes|depois|anterior|seguinte)) (?:d[aeo]s?|ao?)(?: (?:[a-z]+|,)){{0,5}} ?$"

Count = Callable[[re.Match[str], Days, Today], Days | None]


def _moved(day: date, match: re.Match[str]) -> date:
    """The day so many days, weeks or months before or after."""
    count = int(match["n"]) if match["n"].isdigit() else 1
    sign = -1 if match["side"] == "antes" else 1
    if match["unit"].startswith("m"):
        return add_months(day, sign * count)
    return day + timedelta(days=sign * count * (7 if match["unit"].startswith("s") else 1))


def _counted(match: re.Match[str], of: Days, today: Today) -> Days | None:
    edge = of.start if match["side"] == "antes" else of.end
    return Days.one(_moved(edge, match)) if edge else None


def _morrow(_: re.Match[str], of: Days, today: Today) -> Days | None:
    return Days.one(of.end + timedelta(days=1)) if of.end else None


def _eve(_: re.Match[str], of: Days, today: Today) -> Days | None:
    return Days.one(of.start - timedelta(days=1)) if of.start else None


def _next_week(match: re.Match[str], of: Days, today: Today) -> Days | None:
    named = match.group().lstrip().startswith("semana")
    return week_of(of.end, 1) if of.end and (named or of.grain == "week") else None


def _weekday(match: re.Match[str], of: Days, today: Today) -> Days | None:
    return Days.one(next_weekday(of.end, weekday_number(match))) if of.end else None


def _next_one(_: re.Match[str], of: Days, today: Today) -> Days | None:
    if of.weekday is None and not of.single:
        return None
    return Days.one(of.single + timedelta(days=7), doubt=True, instead_of=of.single) if of.single else None


def _week_before(match: re.Match[str], of: Days, today: Today) -> Days | None:
    if of.grain != "week" and not match.group().startswith("semana"):
        return None
    return week_of(of.start, -1) if of.start else None


def _part_of_next(match: re.Match[str], of: Days, today: Today) -> Days | None:
    if of.end is None or of.grain not in {"week", "month"}:
        return None
    following = of.end + timedelta(days=1)
    longer = week_of(following) if of.grain == "week" else month_days(following.year, following.month)
    return part_of(match["part"], longer, today)


def _weekday_before(match: re.Match[str], of: Days, today: Today) -> Days | None:
    return Days.one(next_weekday(of.start - timedelta(days=8), weekday_number(match))) if of.start else None


def _week_later(_: re.Match[str], of: Days, today: Today) -> Days | None:
    if of.grain == "week":
        return week_of(of.end, 1) if of.end else None
    return Days.one(of.single + timedelta(days=7), doubt=True) if of.single else None


def _onwards(_: re.Match[str], of: Days, today: Today) -> Days | None:
    return Days(of.end, None, grain="limit") if of.end else None


def _rest(_: re.Match[str], of: Days, today: Today) -> Days | None:
    sunday = week_of(of.end).end if of.end else None
    return Days(of.end + timedelta(days=1), sunday, grain="week") if of.end and sunday else None


def _later(_: re.Match[str], of: Days, today: Today) -> Days | None:
    return Days(of.end + timedelta(days=1), None, grain="limit") if of.end else None


def _same(_: re.Match[str], of: Days, today: Today) -> Days | None:
    return of


def _part(match: re.Match[str], of: Days, today: Today) -> Days | None:
    return part_of(match["part"], of, today)


# (name, pattern, meaning, whether it only counts from something that was told)
_BEHIND: tuple[tuple[str, str, Count, bool], ...] = (
    ("days.or_then", rf"(?<=\bou )n?[ao] (?:outr[ao]|seguinte|proxim[ao])(?:{_END}|{_AN_HOUR})", _week_later, False),
    ("days.weekday_then", rf"\b(?P<wd>{WEEKDAY_SPELLED}) (?:seguinte|depois (?:disso|dess[ae] (?:dia|data|feriado|viagem)))\b", _weekday, False),
    ("days.next_one", rf"\bnao\b(?: [a-z]+| ,){{0,8}}? ?[,.] ?(?:so |mas |pode ser |marca )*n[ao] outr[ao]{_END}", _next_one, False),
    ("days.weekday_before", rf"\b(?P<wd>{WEEKDAY_SPELLED}) (?:antes|anterior){_END}", _weekday_before, False),
    ("days.week_before", r"\bsemana (?:anterior|de antes)\b(?! d[aeo])|(?<=na )semana antes\b(?! d[aeo])|(?<=\bna )anterior(?= *(?:$|[^\w\s]))", _week_before, False),
    ("days.part_of_next", rf"\b(?P<part>{_PART}) d[ao] (?:outr[ao]|proxim[ao]|seguinte){_END}", _part_of_next, False),
    ("days.week_then", r"\bsemana (?:seguinte|posterior|depois d(?:ess|est|el)[ae])\b", _next_week, False),
    ("days.week_then", rf"\b(?:n?a|pr?a|para a|so a) (?:(?:outra|proxima|seguinte|posterior)(?: depois d(?:ess|est|el)[ae])?|depois d(?:ess|est|el)[ae]){_END}", _next_week, False),
    ("days.morrow", rf"\b(?:{_MORROW})\b(?! (?:d[aeo]s?|ao?|\d)\b)", _morrow, False),
    ("days.eve", rf"\b(?:{_EVE})\b(?! (?:d[aeo]s?|\d)\b)", _eve, False),
    ("days.counted_from", rf"\b{_COUNT}\b(?! d[aeo]s?\b)", _counted, True),
    ("days.morrow", rf"\bno outro dia{_END}", _morrow, True),
    ("days.rest_of_that", r"\b(?:o )?rest(?:o|inho|ante) da semana\b", _rest, False),
    ("days.onwards", r"\b(?:dali|dai|de la)(?: (?:para|pra) (?:frente|la)| em diante)\b|\ba partir (?:dai|dali|disso|dess[ae] (?:dia|data))\b", _onwards, False),
    ("days.later", r"\b(?:logo|so|ai|mas so) depois(?= *(?:$|[.,!?]))|(?<=[,.;] )depois(?= *$)", _later, True),
    ("days.that", r"\b(?:n|d)?ess[ae]s? (?:mesm[ao]s? )?(?:periodo|dias?|datas?|intervalo)\b", _same, True),
    ("days.part_of_that", rf"(?:(?<=, )|\b(?:mais |bem |la |logo )*(?:para o|pr?o|n?o|pelo) )(?P<part>{_PART}){_NOT_OF_A_DAY}{_END}", _part, False),
)  # fmt: skip


def with_anchored(line: Line, atoms: tuple[DayAtom, ...], today: Today) -> tuple[DayAtom, ...]:
    """The days said in `line`, those counted from another among them, in order."""
    atoms = _weekdays_beside(line, atoms)
    found = [
        _counted_ahead(line, atom, last.end if last else 0, today)
        for last, atom in zip((None, *atoms), atoms, strict=False)
    ]
    for name, pattern, count, told in _BEHIND if found else ():
        for match in rx(pattern).finditer(line.norm):
            start = match.end() - len(match.group().lstrip())
            of = max((a for a in found if a.end <= start), key=lambda a: a.end, default=None)
            taken = any(a.start < match.end() and start < a.end and a.of is not None for a in found)
            days = None if of is None or taken else count(match, of.days, today)
            if of is None or days is None:
                continue
            found = [a for a in found if a.end <= start or a.start >= match.end()]
            either = name == "days.or_then" or rx(r"\bou\b").search(line.norm[of.end : start])
            anchor = None if either else of.start
            found.append(DayAtom(start, match.end(), days, name, of=anchor, only_told=told))
            found.sort(key=lambda a: a.start)
    return tuple(found)


_BESIDE = r"^ (?P<side>antes|depois|anterior|seguinte|apos) (?:d[aeo]s?|[ao]s?|ao)(?: (?:[a-z]+|,)){0,4} $"
_LISTED = r"^ ?(?:,|e|ou|/)(?: (?:n?a|o|no))? ?$"


def _weekdays_beside(line: Line, atoms: tuple[DayAtom, ...]) -> tuple[DayAtom, ...]:
    """ "na sexta antes do feriado", "segunda ou terça depois do dia 10": the weekday before or after the day it is said of."""
    found = list(atoms)
    for i in range(len(found) - 1, 0, -1):
        of, here = found[i], found[i - 1]
        beside = rx(_BESIDE).match(line.norm[here.end : of.start])
        if beside is None or here.days.weekday is None or of.days.weekday is not None:
            continue
        for k in range(i - 1, -1, -1):
            number = found[k].days.weekday
            days = None if number is None else _beside(number, of.days, beside["side"])
            if days is None or (k < i - 1 and not _is_listed(line, found, k + 1)):
                break
            found[k] = replace(found[k], days=days)
        found[i - 1] = replace(found[i - 1], end=of.end, rule="days.weekday_beside")
        del found[i]
    return tuple(found)


def _is_listed(line: Line, atoms: list[DayAtom], i: int) -> bool:
    return rx(_LISTED).match(line.norm[atoms[i - 1].end : atoms[i].start]) is not None


def _beside(number: int, of: Days, side: str) -> Days | None:
    edge = of.end if side in _LATER else of.start and of.start - timedelta(days=8)
    return Days.one(next_weekday(edge, number), doubt=True) if edge else None


_LATER = frozenset({"depois", "apos", "seguinte"})


def _counted_ahead(line: Line, atom: DayAtom, after: int, today: Today) -> DayAtom:
    begin = max(0, after, atom.start - _REACH)
    match = rx(_AHEAD).search(line.norm[begin : atom.start])
    if match is None or not (atom.days.start and atom.days.end):
        return atom
    if match["week"]:
        days: Days | None = week_of(atom.days.start, 1 if match["week"] in {"depois", "seguinte"} else -1)
    elif match["eve"]:
        days = _eve(match, atom.days, today)
    elif match["morrow"]:
        days = _morrow(match, atom.days, today)
    else:
        days = _counted(match, atom.days, today)
    return replace(atom, start=begin + match.start(), days=days or atom.days, rule="days.counted_ahead")


def settled(line: Line, said: list[Said]) -> list[Said]:
    """The same, with the days that others are counted from only told; a count from a day that is itself wished is another visit's."""
    out = list(said)
    for i, this in enumerate(out):
        atom = this.atom
        if not isinstance(atom, DayAtom) or atom.of is None or this.mode == "dropped":
            continue
        begin = atom.of
        j = next(
            (k for k, s in enumerate(out) if s.atom.start == begin and isinstance(s.atom, DayAtom)), None
        )
        if j is None:
            continue
        if atom.only_told and out[j].mode == "wanted" and not is_told(line, out[j]):
            out[i] = replace(this, mode="dropped")
        elif out[j].mode == "wanted" and this.mode == "wanted":
            out[j] = replace(out[j], mode="dropped")
            out[j + 1 : i] = [_gone_with(line, out[j], s) for s in out[j + 1 : i]]
    return out


def _gone_with(line: Line, day: Said, said: Said) -> Said:
    """The hour or part of the day that was told with a day goes with it: "viajo sexta de manhã, ..."."""
    between = line.norm[day.atom.end : max(day.atom.end, said.atom.start)]
    beside = rx(r"^[^,.;!?]{0,8}$").match(between) is not None
    return replace(said, mode="dropped") if beside and not isinstance(said.atom, DayAtom) else said
