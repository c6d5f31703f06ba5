"""Hours and parts of the day said together: "das 14 às 16", "de manhã ou à tarde", "trabalho até as 17"."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from anna.conversation.understanding.dates.days import DayAtom
from anna.conversation.understanding.dates.joining import Build
from anna.conversation.understanding.dates.limits import THEY_WORK_UNTIL, TO_WORDS
from anna.conversation.understanding.dates.surroundings import BUSY_BEFORE, Said
from anna.conversation.understanding.dates.telling import REACH
from anna.conversation.understanding.dates.times import PARTS, PartAtom, TimeAtom
from anna.conversation.understanding.text.line import Line, rx
from anna.when import Daypart, TimeKind


def take_times(build: Build, line: Line, said: list[Said]) -> None:
    """Join the wished hours into `build` and note those ruled out."""
    hours = [s for s in said if isinstance(s.atom, TimeAtom)]
    parts = [s for s in said if isinstance(s.atom, PartAtom)]
    for s in said:
        if s.mode == "excluded" and isinstance(s.atom, TimeAtom):
            build.times.append(s.atom.at)
        if s.mode == "excluded" and isinstance(s.atom, PartAtom):
            build.parts.append(s.atom.part)
    outright = _said_outright(line, [s for s in hours if s.mode == "wanted"])
    until = _works_until(line, said, outright)
    if until:
        build.kind, build.first, build.told, build.after_work = TimeKind.AFTER, until, True, True
    elif not _only_tells_the_part(line, outright, parts):
        _take_hours(build, line, outright)
    wanted = [s.atom for s in parts if s.mode == "wanted" and isinstance(s.atom, PartAtom)]
    ops = [s.op for s in parts if s.mode == "wanted"]
    if wanted:
        _take_part(build, wanted, ops, line)


_VAGUE = {
    "times.lunch": TimeKind.AROUND,
    "times.after_work": TimeKind.AFTER,
    "times.after_lunch": TimeKind.AFTER,
    "times.before_lunch": TimeKind.BEFORE,
}


def _said_outright(line: Line, wanted: list[Said]) -> list[Said]:
    """ "hora do almoço, umas 12:30", "depois do serviço, às 17": the hour says it all; "saio às 7, pode ser 7 e meia": the later one does."""
    outright = [s for s in wanted if s.atom.rule not in _VAGUE]
    while len(outright) > 1 and _only_free_from(line, outright[0], outright[1]):
        outright = outright[1:]
    if outright and not outright[0].op and wanted[0].atom.rule == "times.after_work":
        outright[0] = replace(outright[0], op="after")
    return outright or wanted[:1]


def _only_tells_the_part(line: Line, hours: list[Said], parts: list[Said]) -> bool:
    """ "trabalho até meio-dia, então só de tarde": the part of the day is the wish, the hour its reason."""
    wished = [s for s in parts if s.mode == "wanted"]
    return len(hours) == 1 and len(wished) == 1 and _only_free_from(line, hours[0], wished[0])


_FREE_FROM = r"\b(?:entro|pego (?:no|as)|comeco a trabalhar|saio|largo|termino|acab\w+|libero|solto|encerro|trabalho ate|expediente|turno|aula|plantao|servico)\b"
_WISHED = r"[,.;]|\b(?:ai|entao|dai|teria|tem que|pode|quero|queria|marca|so|bota|poe|consigo|da|seria|mas)\b"


def _only_free_from(line: Line, first: Said, second: Said) -> bool:
    """Whether the first of two hours only says from when on she could come."""
    told = rx(_FREE_FROM).search(line.norm[max(0, first.atom.start - 50) : first.atom.start]) is not None
    between = line.norm[first.atom.end : second.atom.start]
    return told and second.op != "before" and rx(_WISHED).search(between) is not None


def _take_hours(build: Build, line: Line, wanted: list[Said]) -> None:
    if not wanted:
        return
    ats = [s.atom.at for s in wanted if isinstance(s.atom, TimeAtom)]
    first = wanted[0]
    if len(wanted) == 1:
        build.first = ats[0]
        build.kind = TimeKind(first.op) if first.op else _VAGUE.get(first.atom.rule, TimeKind.AT)
        before = line.norm[max(0, first.atom.start - REACH) : first.atom.start]
        build.told |= rx(THEY_WORK_UNTIL).search(before) is not None
        return
    second, between = wanted[1], line.norm[first.atom.end : wanted[1].atom.start]
    lead = line.norm[max(0, first.atom.start - 30) : first.atom.start]
    if _works_between(lead, between):
        build.kind, build.first, build.told = TimeKind.AFTER, ats[1], True
    elif _is_span(lead, between, first, second):
        build.kind, build.first, build.last = TimeKind.BETWEEN, ats[0], _later(ats[0], ats[1])
    elif rx(r"^ ?(?:para|pras|pra|pro)(?: as)? ?$").match(between):
        build.kind, build.first = TimeKind.AT, ats[1]
        build.times.append(ats[0])
    else:
        build.first, build.kind = ats[0], TimeKind(first.op) if first.op else TimeKind.AT
        build.doubt |= ats[0] != ats[1]


def _works_between(lead: str, between: str) -> bool:
    return bool(
        rx(r"\b(?:trabalho|aula|estudo|plantao|expediente|ocupad[ao])(?: [a-z]+){0,3} (?:das?|de) ?$").search(
            lead
        )
    ) and bool(rx(rf"^ ?(?:h )?{TO_WORDS} ?$").match(between))


def _is_span(lead: str, between: str, first: Said, second: Said) -> bool:
    if rx(rf"^ ?(?:h )?{TO_WORDS} ?$").match(between) and (
        first.op != "after" or rx(r"\bd[ae]s? $").search(lead)
    ):
        return True
    if rx(r"\bentre(?: as| a| o)? $").search(lead) and rx(r"^ ?(?:h )?e(?: as| a| o| umas)? ?$").match(
        between
    ):
        return True
    return first.op == "after" and second.op == "before" and _at(first) < _at(second)


def _works_until(line: Line, said: list[Said], hours: list[Said]) -> time | None:
    """ "trabalho de segunda a sexta até as 17", "das 8 às 17": when that work ends, if that is all that is said of hours."""
    before = [s for s in said if hours and s.atom.start < hours[0].atom.start]
    days = [s for s in before if isinstance(s.atom, DayAtom)]
    if not days or days != before or any(s.mode != "excluded" for s in days) or len(hours) > _SPAN:
        return None
    works = rx(BUSY_BEFORE).search(line.norm[max(0, days[0].atom.start - REACH) : days[0].atom.start])
    joins = rx(r"^ (?:(?:ate|das?|de|as|a|n?a|o|feira|dia|todo|inteiro) )*$").match(
        line.norm[days[-1].atom.end : hours[0].atom.start]
    )
    spans = len(hours) == _SPAN and rx(rf"^ ?(?:h )?{TO_WORDS} ?$").match(
        line.norm[hours[0].atom.end : hours[1].atom.start]
    )
    ends = spans or (len(hours) == 1 and hours[0].op == "before")
    return _at(hours[-1]) if works and joins and ends else None


_SPAN = 2


def _at(said: Said) -> time:
    return said.atom.at if isinstance(said.atom, TimeAtom) else time(0)


def _later(first: time, last: time) -> time:
    """ "das 9 às 3": the end of a span lies after its beginning."""
    return last.replace(hour=last.hour + 12) if last <= first and last.hour < 12 else last


def _take_part(build: Build, wanted: list[PartAtom], ops: list[str], line: Line) -> None:
    part = wanted[0]
    several = {p.part for p in wanted}
    if build.kind is not None and build.first is not None:
        build.part = part.part if len(several) == 1 else None
        if (
            part.part is not Daypart.MANHA
            and build.first.hour < 12
            and (part.part is Daypart.NOITE or build.first.hour < 7)
        ):
            build.first = build.first.replace(hour=build.first.hour + 12)
        return
    if part.last is None:
        build.kind, build.first = TimeKind.AFTER, part.first
    elif len(several) > 1:
        chosen = sorted(several, key=lambda p: PARTS[p][0])
        build.first, build.last = PARTS[chosen[0]][0], PARTS[chosen[-1]][1]
        build.kind = TimeKind.BETWEEN if chosen[-1] is not Daypart.NOITE else TimeKind.AFTER
    else:
        build.kind, build.part, build.first, build.last = TimeKind.DAYPART, part.part, part.first, part.last
    if build.last == PARTS[Daypart.NOITE][1]:
        build.last = None  # an evening has no agreed end
