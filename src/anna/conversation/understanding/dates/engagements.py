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


_LEAVES = r"\b(?:saio|largo|solto|trabalho|termino|chego|liber[ao]d?[ao]?|acabo|fico livre|serv(?:ico|o))\b[^.!?;\n]{0,30}$"
_IN_THE_WEEK = r"^ ?(?:h )?(?:e |so |isso e |mas |, )*(?:n[ao]|durante a|de|em dia de) ?(?:dias? de )?(?:semana(?! que)|semana que eu)\b"


def of_the_working_week(line: Line, said: list[Said]) -> list[Said]:
    """The same, without the hour at which her working days end where a Saturday is wished in a sentence of its own: "só saio 18:30. sábado tem?"."""
    saturdays = [one.atom for one in said if isinstance(one.atom, DayAtom) and _is_saturday(one.atom)]
    if not saturdays:
        return said
    return [replace(one, mode="dropped") if _ends_work(line, one, saturdays) else one for one in said]


def _ends_work(line: Line, one: Said, saturdays: list[DayAtom]) -> bool:
    atom = one.atom
    if not isinstance(atom, TimeAtom) or one.mode != "wanted":
        return False
    if rx(_IN_THE_WEEK).match(line.norm[atom.end :]):
        return True
    told = one.op == "after" and rx(_LEAVES).search(line.norm[: atom.start]) is not None
    ends = r"[,.!?;\n]" if atom.at.hour >= _EVENING else r"[.!?;\n]"
    apart = all(rx(ends).search(line.norm[atom.end : day.start]) for day in saturdays)
    return told and apart and not rx(r"\b(?:depois|antes|apos) disso\b").search(line.norm)


def _is_saturday(day: DayAtom) -> bool:
    return day.days.single is not None and day.days.single.weekday() == _SATURDAY


_SATURDAY = 5
_EVENING = 17


def _belong(line: Line, first: Said, last: Said) -> bool:
    """Whether the two are a day and its hour or part, in either order."""
    between = line.norm[first.atom.end : last.atom.start]
    day, pattern = (first, _DAY_OF_HOUR) if isinstance(first.atom, DayAtom) else (last, _HOUR_OF_DAY)
    one = isinstance(day.atom, DayAtom) and day.atom.days.single is not None
    apart = isinstance(first.atom, DayAtom) != isinstance(last.atom, DayAtom)
    return one and apart and rx(pattern).match(between) is not None
