"""From days and hours said to one `When`, and what the clinic's calendar says of it.

traps hidden -> days, hours, parts of the day read -> judged by the words around -> joined -> resolved against the calendar
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from anna.clinica.calendar import Calendar
from anna.commands import RuleHit
from anna.conversation.understanding.dates.anchors import settled, with_anchored
from anna.conversation.understanding.dates.bare_numbers import bare_numbers, corrected_days, said_twice
from anna.conversation.understanding.dates.clauses import without_stories
from anna.conversation.understanding.dates.day_rules import read_days
from anna.conversation.understanding.dates.days import DayAtom, Days, today_of, week_of
from anna.conversation.understanding.dates.done_by import with_end
from anna.conversation.understanding.dates.engagements import beside_engagements, of_the_working_week
from anna.conversation.understanding.dates.hours import take_times
from anna.conversation.understanding.dates.joining import Build, take_days
from anna.conversation.understanding.dates.pairs import alone_at_the_end, paired, with_day_asked
from anna.conversation.understanding.dates.reasons import without_reasons
from anna.conversation.understanding.dates.surroundings import Said, judged, taken_back
from anna.conversation.understanding.dates.telling import Atom
from anna.conversation.understanding.dates.times import LAST_OF_DAY, PARTS, TimeAtom, read_parts, read_times
from anna.conversation.understanding.dates.traps import hide_traps
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import Line
from anna.when import DayHours, Daypart, Exclude, TimeKind, When, WhenStatus

# More days and hours than this in one message are no wish but a timetable.
_MOST = 24


def read_when(line: Line, context: Context) -> tuple[When | None, tuple[RuleHit, ...]]:
    """The wish for a day or an hour in `line`, or None, and the rules that saw it."""
    now = context.local_now
    asked = context.state in {State.ASK_WHEN, State.ASK_TIME}
    bare, hits = hide_traps(line, day_asked=asked, listed=context.state is State.OFFER_SLOTS)
    today = today_of(context)
    days, rest = read_days(bare, today)
    days, rest = corrected_days(rest, days, today)
    days = with_anchored(line, said_twice(line, days, today), today)
    for day in days:
        rest = rest.hide(day.start, day.end)
    times, rest = read_times(rest, day_said=bool(days) or context.state is State.ASK_TIME)
    parts, rest = read_parts(rest)
    extra, days = bare_numbers(rest, days, times, context)
    times = tuple(sorted(times + extra, key=lambda a: a.start))
    unordered: list[Atom] = [*days, *times, *parts]
    atoms = sorted(unordered, key=lambda atom: atom.start)[:_MOST]
    if not atoms:
        return _any_day(line, context), hits
    meant = of_the_working_week(line, beside_engagements(line, without_reasons(line, judged(line, atoms))))
    said = without_stories(line, taken_back(line, settled(line, meant)))
    said = with_day_asked(line, said, context.asked_day, now.date())
    build = Build()
    take_days(build, line, said, now.date())
    take_times(build, line, said)
    _take_edges(build, context)
    when = _resolve(build, paired(line, said, build.days), now, context.calendar)
    if when and (alone := alone_at_the_end(line, said, build.days)):
        when = _any_hour_on(alone, when, now, context.calendar)
    when = with_end(line, when)
    shown = tuple(line.hit(s.atom.rule, s.atom.start, s.atom.end, _meant(s)) for s in said)
    return when, hits + shown


ANY_DAY = (
    r"\b(?:qualquer (?:dia|um|data)|tanto faz|o quanto antes|quanto antes|mais rapido possivel|mais cedo possivel|assim que (?:der|puder|tiver)|(?:dia|data|vaga)(?: livre| disponivel)? mais (?:proxim[ao]|perto)(?! d)|proxim[ao] (?:dia|data)|primeir[ao] (?:dia|data|vaga)|o que tiver|quando tiver|quando (?:voces )?puder\w*|urgente)\b"
    r"|^(?:(?:pode ser|quero|queria|prefiro|tipo|entao|oi|ola|opa|bom dia|boa tarde|boa noite|moca|querida|,|!|\.) )*[ao] mais (?:proxim[ao]|perto)(?! d)"
)


def _any_day(line: Line, context: Context) -> When | None:
    """ "o quanto antes", when a day was asked for: any from today on."""
    if context.state is State.ASK_WHEN and line.find(ANY_DAY):
        return When(date_start=context.local_now.date())
    return None


def _take_edges(build: Build, context: Context) -> None:
    """The last appointment of a day begins an hour before the clinic closes."""
    if build.first != LAST_OF_DAY:
        return
    day = build.days.single if build.days else None
    opening = context.calendar.opening(day) if day else ()
    closing = opening[-1][1] if opening else time(18)
    build.first, build.doubt = closing.replace(hour=closing.hour - 1), True


def _meant(said: Said) -> str:
    atom = said.atom
    if isinstance(atom, DayAtom):
        value = f"{atom.days.start}" if atom.days.single else f"{atom.days.start}..{atom.days.end}"
    elif isinstance(atom, TimeAtom):
        value = atom.at.isoformat(timespec="minutes")
    else:
        value = atom.part.value
    return " ".join(
        word for word in (said.op, value, "" if said.mode == "wanted" else f"({said.mode})") if word
    )


# -- the calendar's word ---------------------------------------------------------------------------------------------------------


def _resolve(build: Build, each: tuple[DayHours, ...], now: datetime, calendar: Calendar) -> When | None:
    exclude = Exclude(
        dates=tuple(dict.fromkeys(build.dates)),
        weekdays=tuple(dict.fromkeys(build.weekdays)),
        dayparts=tuple(part for part in dict.fromkeys(build.parts) if not _wishes_within(build, part)),
        times=tuple(dict.fromkeys(build.times)),
    )
    if build.days is None and build.kind is None and exclude == Exclude():
        return None
    days = build.days or Days(None, None)
    when = When(
        date_start=days.start,
        date_end=days.end,
        dates=days.dates,
        time_kind=build.kind,
        time_start=build.first,
        time_end=build.last,
        daypart=build.part,
        exclude=exclude,
        each=each,
    )
    if build.kind is TimeKind.BEFORE:
        when = replace(when, time_start=None, time_end=build.first)
    if build.after_work and judge(when, now, calendar) is WhenStatus.OK:
        when = replace(when, exclude=replace(exclude, weekdays=()))
    status = WhenStatus.AMBIGUOUS if build.conflict or days.impossible else judge(when, now, calendar)
    if status is WhenStatus.CLOSED and build.told:  # "meu expediente é das 9 às 18, só sábado"
        days_only = replace(when, time_kind=None, time_start=None, time_end=None)
        return replace(days_only, status=judge(days_only, now, calendar), clarify=build.doubt)
    return replace(when, status=status, clarify=build.doubt or status is not WhenStatus.OK)


def _wishes_within(build: Build, part: Daypart) -> bool:
    """ "de manhã, umas 10, mas não muito cedo": the part of the day in which the wish lies is not ruled out as a whole."""
    if build.kind in {TimeKind.AT, TimeKind.AROUND} and build.first:
        start, end = PARTS[part]
        return start <= build.first < end
    return build.kind is TimeKind.DAYPART and build.part is part


def _any_hour_on(day: date, when: When, now: datetime, calendar: Calendar) -> When:
    """The same with `day` free of hours at which it is closed all through: they were said of the other one."""
    if when.each or not when.dates or not calendar.is_open(day) or _fits(day, when, now, calendar):
        return when
    hours = [
        DayHours(day=other, time_kind=when.time_kind, time_start=when.time_start, time_end=when.time_end, daypart=when.daypart)
        for other in when.dates
        if other != day
    ]  # fmt: skip
    return replace(when, each=(*hours, DayHours(day=day)))


def judge(when: When, now: datetime, calendar: Calendar) -> WhenStatus:
    """What the calendar says of a wish: past, closed or ok. A span is ok while one of its days and hours is."""
    last = when.date_end or when.date_start
    if last and when.date_end and last < now.date():
        return WhenStatus.PAST
    days = _days_of(when, now.date(), calendar)
    if days and all(_gone(day, when, now) for day in days):
        return WhenStatus.PAST
    return (
        WhenStatus.OK
        if not days or any(_fits(day, when, now, calendar) for day in days)
        else WhenStatus.CLOSED
    )


def _days_of(when: When, today: date, calendar: Calendar) -> list[date]:
    """The days worth asking about: those named, or a fortnight of a long span, or any open day for a bare hour."""
    if when.dates:
        return list(when.dates)
    if when.date_start is None:
        monday = week_of(today, 1).start or today
        return [d for d in (monday + timedelta(days=i) for i in range(14)) if calendar.is_open(d)]
    end = min(when.date_end or when.date_start + timedelta(days=13), when.date_start + timedelta(days=40))
    return [when.date_start + timedelta(days=i) for i in range((end - when.date_start).days + 1)]


def _gone(day: date, when: When, now: datetime) -> bool:
    when = when.on(day)
    if day != now.date() or when.date_start is None:
        return day < now.date()
    if when.time_kind in {TimeKind.AT, TimeKind.AROUND} and when.time_start:
        return when.time_start <= now.time()
    return when.time_end is not None and when.time_end <= now.time()


def _fits(day: date, when: When, now: datetime, calendar: Calendar) -> bool:
    """Whether an hour of the wish lies within opening hours; a wide wish that only touches them does not fit."""
    opening, when = calendar.opening(day), when.on(day)
    if when.time_kind is None or not opening:
        return bool(opening) and not (day == now.date() and now.time() >= opening[-1][1])
    if when.time_kind in {TimeKind.AT, TimeKind.AROUND} and when.time_start:
        return any(start <= when.time_start < end for start, end in opening)
    first, last = when.time_start or time(0), when.time_end or time(23, 59)
    needed = 61 if when.time_kind is TimeKind.DAYPART else 1
    return any(_minutes(min(end, last)) - _minutes(max(start, first)) >= needed for start, end in opening)


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute
