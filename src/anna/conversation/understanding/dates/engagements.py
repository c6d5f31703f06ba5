"""Before or after something that has a day and an hour of its own: "tenho reunião às 10h na quinta, consigo antes disso?".

"Disso" is that hour of that day. Only what takes more than an hour of her day is gone by its day: of "viajo dia 15 às 10h, tem que ser antes" the hour is nothing.
"""

from __future__ import annotations

from dataclasses import replace

from anna.conversation.understanding.dates.days import DayAtom
from anna.conversation.understanding.dates.limits import SIDE
from anna.conversation.understanding.dates.surroundings import Said
from anna.conversation.understanding.dates.telling import EVENT, just_before
from anna.conversation.understanding.dates.times import TimeAtom
from anna.conversation.understanding.text.line import Line, rx

_HOUR_OF_DAY = r"^ (?:h )?(?:(?:d[aeo]|n[ao]|dia|des[st][ae]|nes[st][ae]) )*$"
_DAY_OF_HOUR = r"^ [^.,;!?]{0,40}$"


def beside_engagements(line: Line, said: list[Said]) -> list[Said]:
    """The same, with what is wished before or after an engagement meant of its hour, on its day; before an event it is of the day alone."""
    out = list(said)
    for i in range(len(said) - 1):
        first, last = said[i], said[i + 1]
        side = rx(SIDE).match(line.norm[last.atom.end :]) if _belong(line, first, last) else None
        if side is None:
            continue
        day, hour = (i, i + 1) if isinstance(first.atom, DayAtom) else (i + 1, i)
        if rx(EVENT).search(just_before(line, said[day].atom)):
            out[hour] = replace(out[hour], mode="dropped")
        elif isinstance(said[hour].atom, TimeAtom):
            op = "before" if side["side"] == "antes" else "after"
            out[hour], out[day] = (
                replace(out[hour], mode="wanted", op=op),
                replace(out[day], mode="wanted", op=""),
            )
    return out


def _belong(line: Line, first: Said, last: Said) -> bool:
    """Whether the two are a day and its hour or part, in either order."""
    between = line.norm[first.atom.end : last.atom.start]
    day, pattern = (first, _DAY_OF_HOUR) if isinstance(first.atom, DayAtom) else (last, _HOUR_OF_DAY)
    one = isinstance(day.atom, DayAtom) and day.atom.days.single is not None
    apart = isinstance(first.atom, DayAtom) != isinstance(last.atom, DayAtom)
    return one and apart and rx(pattern).match(between) is not None
