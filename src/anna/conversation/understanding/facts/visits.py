"""Two visits of one person in one breath, each with a day of its own: "limpeza quarta de manhã e botox sexta". Words only. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx

_DAY = r"\b(?:segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|dia \d{1,2}|\d{1,2}/\d{1,2})\b"
_PARTED = r" ?[,;.+\n] ?(?:e |mais |depois )*| (?:e|mais|depois) "
_ONE_OF_THEM = rf"\b(?:ou|nao|alias|melhor|menos|depois de|antes de|ela|ele|dela|dele|{KIN})\b"
"""One of both, a correction, or somebody else's: nothing is parted."""
_TWO = 2


def each_visit(text: str, seen: Iterable[str]) -> tuple[str, ...]:
    """What is said of each visit, where every thing `seen`, as it was written, stands beside a day of its own; empty where it does not."""
    line = Line.of(text)
    marks = sorted([*_things(line, seen), *((*day.span(), False) for day in rx(_DAY).finditer(line.norm))])
    rows: list[list[tuple[int, int, bool]]] = []
    for mark in marks:
        if rows and rows[-1][-1][2] is mark[2]:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    if len(rows) < _TWO * _TWO or len(rows) % _TWO or rx(_ONE_OF_THEM).search(line.norm, marks[0][0]):
        return ()
    cuts = [_cut(line, rows[at - 1][-1][1], rows[at][0][0]) for at in range(_TWO, len(rows), _TWO)]
    if None in cuts:
        return ()
    ends = [0, *(cut for cut in cuts if cut is not None), len(text)]
    return tuple(text[start:end] for start, end in pairwise(ends))


def _things(line: Line, seen: Iterable[str]) -> Sequence[tuple[int, int, bool]]:
    found, place = [], 0
    for words in seen:
        at = line.text.find(words, place)
        if at >= 0:
            place = at + len(words)
            found.append((*line.place_of(at, place), True))
    return found


def _cut(line: Line, end: int, start: int) -> int | None:
    """Where in the text the second of two begins, at the last that parts them; None where nothing does."""
    parted = list(rx(_PARTED).finditer(line.norm[end:start] + " "))
    if not parted:
        return None
    at = min(end + parted[-1].end(), start)
    return line.tokens[line.token_at(at)].start
