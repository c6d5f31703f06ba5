"""The names of weekdays, months and feasts, marked once in a line, so that no rule of days has to spell them all out.

    quinta feira que vem , ou 5 de marco  ->  DDDDDD feira que vem , ou 5 de LLLLL

A name is written over with a capital letter of its own, once for each character: places keep their meaning, the mark is a word
where the name was one, and no normal form has capitals (those of feasts are Cyrillic: there are more than the alphabet has left).
Spelled out in each of the fifty rules that need them, the names took most of the time in which these rules are compiled.
"""

from __future__ import annotations

import re
from dataclasses import replace

from anna.conversation.understanding.dates.feasts import FEAST as FEAST_NAME, FEAST_NAMES, feast_named
from anna.conversation.understanding.text.line import Line, rx

_MONTHS = ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez")
_WEEKDAYS = ("seg", "ter", "qua", "qui", "sex", "sab", "dom")
_MONDAY, _JANUARY, _FIRST_FEAST = ord("A"), ord("J"), 0x410

_MONTH_NAME = (
    r"(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
    r"|jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)"
)
_WEEKDAY_NAME = (
    r"(?:(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)s?|sabadao|domingao|seg|qua|qui|sex|sab|dom)"
)
_SHORT_NAME = (
    r"[2-6] (?:a feira|a? ?f\b|af\b|a(?= ?(?:$|[,;?!]|as \d|\d+ h|de manha|a tarde|que vem|(?:ou|e|/) [2-6])))"
    r"|ter(?=$| (?:[,.;?!/)]|as \d|\d|ou |que vem|de manha|a tarde|feira|[ea] (?:[C-F]|qua|qui|sex|sab)))"
)
_TAIL = r"(?: \.(?= ))?(?: - feiras?| feiras?)?"
_NAME = rf"\b(?:(?P<month>{_MONTH_NAME})|(?:{_WEEKDAY_NAME}))(?!\w)(?(month)|{_TAIL})"

# Over the normal form itself, for who reads no marks.
WEEKDAY_SPELLED = rf"(?:{_WEEKDAY_NAME}|{_SHORT_NAME}){_TAIL}"
# Over a marked line; "2ª feira" and "ter" are marked by `with_short` only.
MONTH = r"(?:[J-U]+\b(?: \.(?= \w))?)"
# Spelled out, and no other word or name ("marco", "maio", "abril").
FULL_MONTH = r"(?:J{7}|K{9}|O{5}|P{5}|Q{6}|R{8}|S{7}|T{8}|U{8})"
WEEKDAY = r"[A-G]+"
FEAST = rf"[{chr(_FIRST_FEAST)}-{chr(_FIRST_FEAST + len(FEAST_NAMES) - 1)}]+"
# "segunda", "quarta" and "quinta" count as well.
SECOND, FOURTH, FIFTH = "A{7}", "C{6}", "D{6}"


def marked(line: Line) -> Line:
    """`line` with the names marked; a weekday in the name of a feast is part of that name."""
    return replace(line, norm=rx(_NAME).sub(_mark, rx(FEAST_NAME).sub(_mark_feast, line.norm)))


def with_short(line: Line) -> Line:
    """A marked line in which "2ª feira" and "ter" are marked too: once the days of months are read, "dia 2 à tarde" being no Monday."""
    return replace(line, norm=rx(rf"\b(?:{_SHORT_NAME}){_TAIL}").sub(_mark_short, line.norm))


def month_of(mark: str) -> int:
    """1-12 of a marked month."""
    return ord(mark[0]) - _JANUARY + 1


def weekday_of(said: str) -> int:
    """0 = Monday, of a weekday that is marked, spelled or numbered."""
    if said[0].isdigit():
        return int(said[0]) - 2
    return _WEEKDAYS.index(said[:3]) if said[0].islower() else ord(said[0]) - _MONDAY


def feast_of(mark: str) -> str:
    """The name, as in `FEAST_NAMES`, of a marked feast."""
    return FEAST_NAMES[ord(mark[0]) - _FIRST_FEAST]


def _mark(match: re.Match[str]) -> str:
    name = match.group()
    first = _JANUARY + _MONTHS.index(name[:3]) if match["month"] else _MONDAY + _WEEKDAYS.index(name[:3])
    return chr(first) * len(name)


def _mark_feast(match: re.Match[str]) -> str:
    return chr(_FIRST_FEAST + FEAST_NAMES.index(feast_named(match.group()))) * len(match.group())


def _mark_short(match: re.Match[str]) -> str:
    return chr(_MONDAY + weekday_of(match.group())) * len(match.group())
