"""Days said together: "de seg a qui", "quarta ou sexta", "semana que vem, na quinta", "segunda, dia 10"."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from itertools import pairwise

from anna.conversation.understanding.dates.days import DayAtom, Days, month_days, safe_date, week_of
from anna.conversation.understanding.dates.limits import TO_WORDS
from anna.conversation.understanding.dates.month_readings import part_of_month
from anna.conversation.understanding.dates.surroundings import Said
from anna.conversation.understanding.dates.telling import BY_THEN, EVENT
from anna.conversation.understanding.text.line import Line, rx
from anna.when import Daypart, TimeKind

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(slots=True)
class Build:
    """What is collected on the way to a `When`."""

    days: Days | None = None
    kind: TimeKind | None = None
    first: time | None = None
    last: time | None = None
    part: Daypart | None = None
    told: bool = False  # the hour follows from working hours, nobody asked for it
    after_work: bool = False  # and the days ruled out are those of that work: free from that hour on
    conflict: bool = False
    doubt: bool = False
    dates: list[date] = field(default_factory=list)
    weekdays: list[str] = field(default_factory=list)
    parts: list[Daypart] = field(default_factory=list)
    times: list[time] = field(default_factory=list)


def take_days(build: Build, line: Line, said: list[Said], today: date) -> None:
    """Join the wished days into `build.days` and note those ruled out."""
    days = [s for s in said if isinstance(s.atom, DayAtom)]
    for i, s in enumerate(days):
        if s.mode == "excluded" and isinstance(s.atom, DayAtom) and not _over(s.atom, today):
            _exclude_days(build, s, days[i + 1 :])
    for first, last in pairwise(days):
        if first.mode == last.mode == "excluded":
            _exclude_between(build, line, first, last)
    wanted = [s for s in days if s.mode == "wanted"]
    ahead = [s for s in wanted if isinstance(s.atom, DayAtom) and not _over(s.atom, today)]
    wanted = ahead or wanted  # "semana passada fui, quero voltar semana que vem"
    if not wanted:
        return
    build.dates += [
        s.atom.days.instead_of for s in wanted if isinstance(s.atom, DayAtom) and s.atom.days.instead_of
    ]
    wanted = _framed(_same_week(line, wanted))
    current = _limited(wanted[0], line, today)
    for last, this in pairwise(wanted):
        current = _join(build, line, current, last, this, today)
    build.days = current
    build.doubt |= current.doubt


def _wished_after_all(refused: DayAtom, later: list[Said]) -> bool:
    """ "quarta não... aliás quarta sim"."""
    return any(
        s.mode == "wanted" and isinstance(s.atom, DayAtom) and s.atom.days.single == refused.days.single
        for s in later
        if refused.days.single
    )


def _exclude_between(build: Build, line: Line, first: Said, last: Said) -> None:
    """ "de segunda a quinta não posso": those in the middle too."""
    assert isinstance(first.atom, DayAtom)
    assert isinstance(last.atom, DayAtom)
    begin, end = first.atom.days.weekday, last.atom.days.weekday
    spanned = rx(r"^ (?:a|ate)(?: a| o)? $").match(line.norm[first.atom.end : last.atom.start])
    if spanned and begin is not None and end is not None:
        build.weekdays[-1:-1] = NAMES[begin + 1 : end]


def _over(atom: DayAtom, today: date) -> bool:
    return atom.days.end is not None and atom.days.end < today


def _same_week(line: Line, wanted: list[Said]) -> list[Said]:
    """ "terça e quinta da semana que vem": both are of that week."""
    out = list(wanted)
    for i in range(len(out) - 2, -1, -1):
        this, following = out[i].atom, out[i + 1].atom
        if not isinstance(this, DayAtom) or not isinstance(following, DayAtom) or this.days.weekday is None:
            continue
        listed = rx(r"^ ?(?:,|e|ou|a|ate|/)(?: (?:a|na|no|o|ou|e))? ?$").match(
            line.norm[this.end : following.start]
        )
        if listed and following.rule.startswith("days.weekday_of_") and following.days.start:
            monday = following.days.start - timedelta(days=following.days.start.weekday())
            day = Days.one(monday + timedelta(days=this.days.weekday))
            out[i] = replace(out[i], atom=replace(this, days=day, rule=following.rule))
    return out


def _framed(wanted: list[Said]) -> list[Said]:
    """ "semana que vem, quarta e sexta", "mês que vem, depois do dia 10": what is said after a week or month is of it."""
    frame: Days | None = None
    out: list[Said] = []
    for said in wanted:
        atom = said.atom
        if isinstance(atom, DayAtom) and atom.days.grain in _FRAMES and not atom.days.part and not said.op:
            frame = atom.days
        elif isinstance(atom, DayAtom) and atom.rule == "days.next_week_weekday" and atom.days.start:
            frame = week_of(atom.days.start)  # "semana que vem, terça ou quinta"
        elif isinstance(atom, DayAtom) and frame is not None and (inside := _inside(frame, atom.days)):
            said = replace(said, atom=replace(atom, days=replace(inside, weekday=atom.days.weekday)))
            if not said.op and out and isinstance(out[-1].atom, DayAtom) and out[-1].atom.days is frame:
                out.pop()
        out.append(said)
    return out


_FRAMES = frozenset({"week", "month", "weekend"})


def _inside(frame: Days, day: Days) -> Days | None:
    """A weekday, a day of no particular month or a part of none, within the span named before it; None if it is not of it."""
    start, end = frame.start, frame.end
    if start is None or end is None:
        return None
    if frame.grain != "month":
        return _narrow(frame, day)
    if day.number is not None:
        found = safe_date(start.year, start.month, day.number)
        return Days.one(found) if found else None
    if day.part:
        return part_of_month(day.part, month_days(start.year, start.month), start)
    return None


def _exclude_days(build: Build, said: Said, later: list[Said]) -> None:
    atom = said.atom
    if not isinstance(atom, DayAtom) or _wished_after_all(atom, later):
        return
    # "na sexta em vez da quinta": that one quinta
    if atom.days.weekday is not None and said.op != "instead":
        build.weekdays.append(NAMES[atom.days.weekday])
    elif atom.days.single:
        build.dates.append(atom.days.single)
    elif atom.days.dates:
        build.dates.extend(atom.days.dates)
    elif atom.days.grain == "weekend":
        build.weekdays.extend(("sat", "sun"))


def _limited(said: Said, line: Line, today: date) -> Days:
    assert isinstance(said.atom, DayAtom)
    days = said.atom.days
    event = rx(EVENT).search(line.norm[max(0, said.atom.start - 80) : said.atom.start]) is not None
    if event and rx(BY_THEN).search(line.norm) and days.start:
        return Days(today, days.start - timedelta(days=1), grain="limit", doubt=True)
    if said.op == "after" and days.end:
        return Days(days.end + timedelta(days=1), None, grain="limit", doubt=days.doubt)
    if said.op == "from":
        return Days(days.start, None, grain="limit", doubt=days.doubt)
    if said.op == "before" and said.atom.rule.startswith("days.part_of"):
        return Days(today, days.end, grain="limit", doubt=days.doubt)  # "antes do fim do mês"
    if said.op == "before" and days.start:
        return Days(today, days.start - timedelta(days=1), grain="limit", doubt=days.doubt)
    if said.op == "until" and days.end:
        return Days(today, days.end, grain="limit", doubt=days.doubt)
    return days


def _join(build: Build, line: Line, current: Days, last: Said, this: Said, today: date) -> Days:
    """One more wanted day, read together with what was wanted before it."""
    assert isinstance(this.atom, DayAtom)
    assert isinstance(last.atom, DayAtom)
    new, between = _limited(this, line, today), line.norm[last.atom.end : this.atom.start]
    if new.impossible or current.impossible:
        return new if new.impossible else current
    if spanned := _spanned(line, current, new, last, this, today):
        return spanned
    if (
        _same_breath(between)
        and current.single
        and new.single
        and (current.single - new.single).days % 7 == 0
    ):
        return replace(current if _is_named(this.atom) else new, doubt=False)  # "sexta que vem, dia 6"
    narrowed = (
        _numbered(current, last.atom, new)
        or _narrow(current, new)
        or _inside(new, current)
        or _bounded(current, new)
    )
    if narrowed:
        return narrowed
    if _same_breath(between) and (_agree(last.atom.days, new) or _agree(new, last.atom.days)):
        if current.dates and last.atom.days.single and new.single:  # "amanhã dia 30 ou quarta dia 1"
            dates = tuple(sorted({*current.dates} - {last.atom.days.single} | {new.single}))
            return Days(dates[0], dates[-1], dates=dates) if len(dates) > 1 else new
        return replace(new if new.weekday is None else current, doubt=False)
    if (
        current.single
        and new.single
        and current.single != new.single
        and _same_breath(between)
        and _is_named(last.atom) != _is_named(this.atom)
        and not rx(r"^ ?e ").match(between)  # "quinta e dia 30": hardly "quinta é dia 30"
    ):
        build.conflict = True  # "segunda, dia 10", and the 10th is no Monday
        return new if new.weekday is None else current
    if current.single and current.single == new.single:
        return replace(new, doubt=False)
    return _alternatives(current, new)


def _is_named(atom: DayAtom) -> bool:
    """Whether a day was said as a weekday, of whatever week."""
    return atom.days.weekday is not None or "weekday" in atom.rule


def _spanned(line: Line, current: Days, new: Days, last: Said, this: Said, today: date) -> Days | None:
    """From one day to another: "de quarta a sexta", "a partir do dia 5 até o 12", "entre terça e quinta"."""
    assert isinstance(this.atom, DayAtom)
    assert isinstance(last.atom, DayAtom)
    between = line.norm[last.atom.end : this.atom.start]
    to = rx(rf"^ ?{TO_WORDS}(?: (?:a|o|dia|na|no))?(?: feira)? ?$").match(between)
    if to and this.op in {"", "until"} and last.op != "after":
        return _span(current, this.atom.days, last.atom.days, today)
    if this.op == "until" and rx(r"^ ?,? ?ou\b").match(between):
        return _alternatives(current, this.atom.days)  # "quarta ou no máximo quinta"
    if last.op in {"from", "after"} and this.op in {"until", "before"}:
        return Days(current.start, new.end, grain="range", doubt=current.doubt)
    between_them = new.start is not None and current.end is not None and new.start <= current.end
    if last.op in {"until", "before"} and this.op in {"from", "after"} and between_them:
        # "antes do dia 12 e depois do dia 8"
        return Days(new.start, current.end, grain="range", doubt=new.doubt)
    lead = line.norm[max(0, last.atom.start - 12) : last.atom.start]
    if rx(r"\bentre(?: a| o)? $").search(lead) and rx(r"^ ?e(?: a| o)? ?$").match(between):
        return _span(current, this.atom.days, last.atom.days, today)
    return None


def _numbered(current: Days, last: DayAtom, new: Days) -> Days | None:
    """ "depois do réveillon, dia 4", "véspera do carnaval, dia 5": the day of that number from then on, or beside the feast."""
    if new.number is None or current.start is None:
        return None
    near = current.start - timedelta(days=7) if last.rule == "days.feast" and current.grain == "day" else None
    begin = near or (current.start if current.grain == "limit" else None)
    if begin is None:
        return None
    days = (begin + timedelta(days=i) for i in range(15 if near else 31))
    return next((Days.one(day) for day in days if day.day == new.number), None)


def _bounded(current: Days, new: Days) -> Days | None:
    """ "semana que vem, a partir de quarta": a limit within a span; "amanhã ou quarta, antes do natal": one around the days named."""
    if new.grain == "limit" and current.dates:
        first, last = new.start or current.dates[0], new.end or current.dates[-1]
        return current if first <= current.dates[0] and current.dates[-1] <= last else None
    for longer, limit in ((current, new), (new, current)):
        if longer.grain in _FRAMES and limit.grain == "limit" and longer.start and longer.end:
            start = max(longer.start, limit.start or longer.start)
            end = min(longer.end, limit.end or longer.end)
            return Days(start, end, grain="range", doubt=longer.doubt) if start <= end else None
    return None


def _agree(weekday: Days, dated: Days) -> bool:
    """ "quinta, dia 12": the date is that weekday, though maybe not the nearest one."""
    day = dated.single
    return (
        weekday.weekday is not None
        and dated.weekday is None
        and day is not None
        and day.weekday() == weekday.weekday
    )


def _same_breath(between: str) -> bool:
    return (
        rx(
            r"^ ?(?:feira)?(?: ?,? ?\b(?:uai|ue|oxe|ora|ne|viu|moca|moco|gente|amiga|mesmo|certo|isso)\b)* ?[,(-]?(?: que e| e)?(?: (?:no|na|dia|o|uma|um))* ?$"
        ).match(between)
        is not None
    )


def _span(first: Days, last: Days, first_said: Days, today: date) -> Days:
    """From one day to another: a weekday that is today begins today; the end follows the beginning."""
    start, end = first.start, last.end
    if first_said.weekday is not None and today.weekday() == first_said.weekday:
        start = today
    if start and end and last.weekday is not None:
        end = start + timedelta(days=(last.weekday - start.weekday()) % 7)
    if start and end and end < start:
        return Days(None, None, impossible=True, doubt=True)
    return Days(start, end, grain="range")


def _narrow(current: Days, new: Days) -> Days | None:
    """ "semana que vem, na quinta": a weekday within a longer span, whichever was said first."""
    for longer, day in ((current, new), (new, current)):
        if (
            longer.grain not in {"week", "month", "limit", "range", "weekend", "year"}
            or day.weekday is None
            or longer.start is None
        ):
            continue
        found = longer.start + timedelta(days=(day.weekday - longer.start.weekday()) % 7)
        if longer.end is None or found <= longer.end:
            return Days.one(found, doubt=longer.grain not in {"week", "weekend"} or longer.doubt)
    for longer, day in ((current, new), (new, current)):
        if (
            longer.grain in {"week", "month"}
            and day.single
            and longer.start
            and longer.end
            and longer.start <= day.single <= longer.end
        ):
            return day
    return None


def _alternatives(current: Days, new: Days) -> Days:
    known = list(current.dates or ([current.single] if current.single else []))
    added = list(new.dates or ([new.single] if new.single else []))
    if not known or not added:
        if current.start and new.end and current.end and new.start:
            if current.grain == new.grain == "limit" and current.start == new.start:
                return min(
                    current, new, key=lambda days: days.end or days.start or date.max
                )  # gone from the 15th to the 30th
            return Days(min(current.start, new.start), max(current.end, new.end), grain="range", doubt=True)
        return current
    dates = tuple(sorted({*known, *added}))
    if len(dates) == 1:
        return Days.one(dates[0])
    return Days(dates[0], dates[-1], dates=dates)
