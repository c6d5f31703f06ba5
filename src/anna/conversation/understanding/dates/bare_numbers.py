"""Numbers that only their neighbours or Anna's question make days or hours: "sábado 21", "quinta 10", a lone "15"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from anna.conversation.understanding.dates.day_readings import day_of_month
from anna.conversation.understanding.dates.days import DayAtom, Days, Today, safe_date, today_of, week_of
from anna.conversation.understanding.dates.surroundings import FIX
from anna.conversation.understanding.dates.times import TimeAtom, clock
from anna.conversation.understanding.port import Context, State
from anna.conversation.understanding.text.line import COURTESY, HIDDEN, Line, rx

_FILLER = rf"[\s{HIDDEN},(]*"
_NEXT_TO = rf"^{_FILLER}(?P<n>\d{{1,2}})(?= *(?:$|[^\w\s:/.]|ou\b|e\b|pode|da\b|se\b|mesmo|ta\b|por\b|as\b|(?P<limit>(?:depois|a partir) d[ae]s\b)|{HIDDEN}))"
# No clinic begins later, so a greater number beside a day is a day.
_LAST_HOUR = 19
_LAST_DAY = 31
_INSTEAD = r"\b(?:entao|pode ser|so|ou|melhor|sim|mas|prefiro|quero|marca)(?: (?:o|no|dia|pro|para o))* (?P<n>2\d|3[01])\b(?! ?(?:h\b|:|/|\d|reais|anos|min|sess|%|x\b))"
_DATED = frozenset({"days.day", "days.day_month", "days.numeric", "days.numeric_marks", "days.numeric_dash"})
_NAMED = frozenset({"days.weekday", "days.every_weekday"})
_LEAD = rf"{COURTESY}*(?:(?:no|o|pro|la|pode ser|acho que|quero|dias?|ou|entre|os|pelo) )*"
_DAY = r"(?:[1-9]|[12]\d|3[01])"
_LATE_DAY = r"(?:^|(?<=[.,!?;] )|\b(?:n?o|pro|para o) )(?P<m>2[1-9]|3[01])(?=(?: (?:as|a|ao|de))? _)|\b(?:depois d[eo]|apos(?: o)?|antes d[eo]|ate(?: o)?|a partir d[eo]|por volta d[eo]|la pel[oa]s?|pel[oa]|umas?) (?P<n>2[1-9]|3[01])\b(?! ?(?:h\b|:|/|\d|anos|sess|reais|min|pessoas|%))"
_SPAN = rf"(?:\b(?:de|do|entre(?: o)?) |^)(?P<a>{_DAY}) (?:a|ao|ate|ate o|e|e o) (?P<b>{_DAY})\b(?! ?(?:h\b|:|/|\d|anos|sess|reais|min|pessoas))"


def bare_numbers(
    rest: Line, days: tuple[DayAtom, ...], times: tuple[TimeAtom, ...], context: Context
) -> tuple[tuple[TimeAtom, ...], tuple[DayAtom, ...]]:
    """Further hours, and all days: a number right after a day is its date if they agree, else an hour; alone it is what was asked for."""
    found: list[TimeAtom] = []
    kept = list(days)
    weeks = _weeks_named(rest, days)
    for i, day in enumerate(days):
        kept[i] = day = _numbered_before(rest, day)
        follow = rx(_NEXT_TO).match(rest.norm[day.end :])
        if not follow or day.days.single is None:
            continue
        number, place = int(follow["n"]), day.end + follow.start("n")
        dated = _dated(day, number, context.local_now.date()) or _within(weeks, day, number)
        dated = dated or _before_its_hour(rest, day, day.end + follow.end(), times)
        at = clock(number, 0, "")
        if dated is not None:
            kept[i] = replace(
                day, end=day.end + follow.end(), days=_as(day, dated), rule="days.weekday_and_number"
            )
        elif at and 1 <= number <= _LAST_HOUR + 3 and not follow["limit"]:
            found.append(TimeAtom(place, day.end + follow.end(), at, "times.after_day"))
        elif len(days) == 1 and _LAST_HOUR + 3 < number <= _LAST_DAY and day.rule in _NAMED:
            other = day_of_month(
                number, today_of(context)
            )  # "terça 25", where that is a Wednesday: which of them is asked
            kept.append(DayAtom(place, day.end + follow.end(), other, "days.day"))
    if times and not days and context.state is State.ASK_WHEN:
        return tuple(found), _late_day(rest, context)
    if not days and not times:
        return _lone_hour(rest, context), _lone_span(rest, context) or _lone_days(rest, context)
    return tuple(found), (*kept, *_instead(rest, kept, context))


_BEFORE = rf"(?<![\w:/.,-])(?P<n>{_DAY}) ?(?P<told>que (?:e|cai)(?: n?[ao]| numa?)? |, )?$"


def _numbered_before(rest: Line, day: DayAtom) -> DayAtom:
    """ "31 que é sexta": a number of a day before its weekday, if it can be no hour or is said to be that day."""
    match = rx(_BEFORE).search(rest.norm[: day.start]) if day.rule in _NAMED else None
    if match is None or not match["told"] or (match["told"] == ", " and int(match["n"]) <= _LAST_HOUR):
        return day
    start, number = day.days.start, int(match["n"])
    weeks = (start + timedelta(weeks=i) for i in range(9)) if start else ()
    dated = next((found for found in weeks if found.day == number), None)
    return (
        replace(day, start=match.start(), days=Days.one(dated), rule="days.weekday_and_number")
        if dated
        else day
    )


def _as(day: DayAtom, dated: date) -> Days:
    return day.days if day.days.start == dated else Days.one(dated)


def _dated(day: DayAtom, number: int, today: date) -> date | None:
    """ "sábado 21": the next Saturday that is a 21st, if 21 can be no hour; "sexta 13" is next Friday if that is a 13th.

    It is looked for before the days that are spoken of too, where no such day comes in the month after them.
    """
    start = day.days.start
    if day.days.weekday is None or start is None:
        return None
    if start.day == number:
        return start
    if number <= _LAST_HOUR:
        return None
    since = -((start - today).days // 7)
    weeks = (*range(_A_MONTH), *range(since, 0), *range(_A_MONTH, 9))
    return next((d for i in weeks if (d := start + timedelta(weeks=i)).day == number), None)


_AT = r"^ ?,? (?:as|a|pelas|ao) $"


def _before_its_hour(rest: Line, day: DayAtom, end: int, times: tuple[TimeAtom, ...]) -> date | None:
    """ "segunda 14 às 13": with an hour right behind it a number is no hour too, but the day of the month that such a weekday is."""
    behind = any(rx(_AT).match(rest.norm[end : at.start]) for at in times if at.start >= end)
    number = rx(r"\d{1,2}$").search(rest.norm[:end])
    if not behind or number is None or day.days.weekday is None or day.days.start is None:
        return None
    weeks = (day.days.start + timedelta(weeks=i) for i in range(_A_MONTH))
    return next((found for found in weeks if found.day == int(number.group())), None)


_A_MONTH = 5
"""So many weeks on are looked through before the ones that go before what is spoken of."""


def _weeks_named(rest: Line, days: tuple[DayAtom, ...]) -> tuple[Days, ...]:
    """The weeks that the weekdays of a message may be of: those it names, and that in which two numbers or more are their dates."""
    named = tuple(day.days for day in days if day.days.grain in _FRAMES)
    numbered = [
        (day, int(follow["n"])) for day in days if (follow := rx(_NEXT_TO).match(rest.norm[day.end :]))
    ]
    first = numbered[0][0].days.start if len(numbered) > 1 else None
    ahead = (week_of(first, weeks) for weeks in range(_WEEKS_AHEAD)) if first else ()
    return (*named, *(week for week in ahead if all(_within((week,), day, n) for day, n in numbered)))


def _within(spans: tuple[Days, ...], day: DayAtom, number: int) -> date | None:
    """ "semana que vem, terça 1": the weekday of that number in a span that is spoken of."""
    if day.days.weekday is None:
        return None
    for span in spans:
        if span.start is None or span.end is None:
            continue
        length = (span.end - span.start).days + 1
        days = (span.start + timedelta(days=ahead) for ahead in range(length))
        dated = next((d for d in days if d.day == number and d.weekday() == day.days.weekday), None)
        if dated is not None:
            return dated
    return None


_FRAMES = frozenset({"week", "month"})
_WEEKS_AHEAD = 2

_SLIPS = (
    r"(?:nao|ops|opa|digo|alias|quer dizer|ou melhor|melhor|na verdade|errei|desculpa|pera|perai|mentira)"
)
_CORRECTED = rf"^ ?[,.]* ?(?P<slip>{_SLIPS})(?: (?:,|\.|nao|da|posso|consigo|pode|ser|so|mas|e|o|no|dia|pro))* (?P<n>{_DAY})\b(?! ?(?:h\b|:|/|\d|e meia|da (?:manha|tarde|noite)|reais|min))"


# "dia 15 é domingo, então 16"
_CLOSED_THEN = rf"^ ?,? ?(?:que )?(?:e|cai) (?:n?[ao] |num )?(?:_+|feriad\w+)(?: ne| [a-z]+)? ?,? ?(?:entao|pode ser|so|melhor|ai)(?: (?:o|no|dia|pro))* (?P<n>{_DAY})\b(?! ?(?:h\b|:|/|\d|e meia|da (?:manha|tarde|noite)))"


def corrected_days(rest: Line, days: tuple[DayAtom, ...], today: Today) -> tuple[tuple[DayAtom, ...], Line]:
    """ "dia 13, ops, 14", "21/04 não, 22": the number behind a slip is the day that was meant, of the same month; the rest of the line."""
    out = list(days)
    for day in days:
        behind = rest.norm[day.end :] if day.rule in _DATED and day.days.single else ""
        match = rx(_CORRECTED).match(behind) or rx(_CLOSED_THEN).match(behind)
        if match is None:
            continue
        said, number = day.days.single, int(match["n"])
        meant = (
            day_of_month(number, today).start
            if day.days.number
            else said and safe_date(said.year, said.month, number)
        )
        if meant is None:
            continue
        end = day.end + match.end()
        refused = said if match.groupdict().get("slip") == "nao" else None
        out = [d for d in out if d is day or d.start < day.start or d.start >= end]
        out[out.index(day)] = replace(
            day, end=end, days=Days.one(meant, instead_of=refused), rule="days.day_corrected"
        )
        rest = rest.hide(day.start, end)
    return tuple(out), rest


_SAME = r"^ ?[,(]? ?(?:que (?:e|cai) )?(?:(?:n?o|dia) )*$"


def said_twice(line: Line, days: tuple[DayAtom, ...], today: Today) -> tuple[DayAtom, ...]:
    """ "quinta, dia 25": one day, where the 25th is that weekday; the weekday alone may be nearer."""
    out: list[DayAtom] = []
    for day in days:
        this, last = day, out[-1] if out else None
        beside = last is not None and rx(_SAME).match(line.norm[last.end : this.start]) is not None
        if last and beside:
            this, out[-1] = _soonest(this, last, today), _soonest(last, this, today)
            last = out[-1]
        if last and beside and _agree(last, this):
            dated = this if last.days.weekday is not None else last
            out[-1] = replace(dated, start=last.start, end=this.end, days=replace(dated.days, doubt=False))
        else:
            out.append(this)
    return tuple(out)


def _soonest(dated: DayAtom, named: DayAtom, today: Today) -> DayAtom:
    """ "sábado agora, dia 28", while days of December are spoken of: the next 28th, where that is such a day and theirs is not."""
    weekday = named.days.single.weekday() if named.days.single and "weekday" in named.rule else None
    if dated.days.number is None or weekday is None or not dated.days.start:
        return dated
    soonest = day_of_month(dated.days.number, replace(today, about=None))
    if dated.days.start.weekday() == weekday or not soonest.start or soonest.start.weekday() != weekday:
        return dated
    return replace(dated, days=soonest)


def _agree(first: DayAtom, second: DayAtom) -> bool:
    named, dated = (first, second) if first.days.weekday is not None else (second, first)
    several = dated is second and dated.rule.startswith(("days.list", "days.range"))
    day = dated.days.start if several else dated.days.single if dated.rule in _DATED else None
    return day is not None and named.rule in _NAMED and day.weekday() == named.days.weekday


def _instead(rest: Line, days: list[DayAtom], context: Context) -> tuple[DayAtom, ...]:
    """ "dia 20 é feriado né, então 21"."""
    last = max((day.end for day in days if day.days.number is not None), default=None)
    match = rx(_INSTEAD).search(rest.norm[last:]) if last is not None else None
    if last is None or match is None:
        return ()
    return (
        DayAtom(
            last + match.start("n"),
            last + match.end("n"),
            day_of_month(int(match["n"]), today_of(context)),
            "days.instead",
        ),
    )


def _lone_span(rest: Line, context: Context) -> tuple[DayAtom, ...]:
    """ "de 20 a 31", when a day was asked for: too late for hours."""
    match = rx(_SPAN).search(rest.norm) if context.state is State.ASK_WHEN else None
    if match is None or int(match["b"]) <= _LAST_HOUR + 1:
        return ()
    first, last = (day_of_month(int(match[name]), today_of(context)).start for name in "ab")
    if first is None or last is None or first > last:
        return ()
    days = Days(first, last, grain="range", doubt=True)
    return (DayAtom(match.start(), match.end(), days, "days.asked_span"),)


def _lone_days(rest: Line, context: Context) -> tuple[DayAtom, ...]:
    """ "15", "13, 14 ou 16", when a day was asked for."""
    if context.state is not State.ASK_WHEN:
        return ()
    late = _late_day(rest, context)
    if late:
        return late
    if not rx(
        rf"^{_LEAD}{_DAY}(?: ?,? ?(?:(?:e|ou|o|no|dia|entao|prefiro|melhor|de preferencia) )*{_DAY})*(?: (?:mesmo|por favor|pode ser))?$"
    ).match(rest.norm):
        return ()
    return tuple(
        DayAtom(
            match.start(),
            match.end(),
            replace(day_of_month(int(match.group()), today_of(context)), doubt=True),
            "days.asked",
        )
        for match in rx(rf"\b{_DAY}\b").finditer(rest.norm)
    )


def _late_day(rest: Line, context: Context) -> tuple[DayAtom, ...]:
    """ "depois do 25", "24 de manhã", "22 às 10": too late for an hour."""
    late = rx(_LATE_DAY).search(rest.norm)
    if late is None:
        return ()
    name = "n" if late["n"] else "m"
    day = replace(day_of_month(int(late[name]), today_of(context)), doubt=True)
    return (DayAtom(late.start(name), late.end(name), day, "days.asked"),)


def _lone_hour(rest: Line, context: Context) -> tuple[TimeAtom, ...]:
    """ "10", "14 30", when an hour was asked for; the last one where they are corrected."""
    if context.state is not State.ASK_TIME:
        return ()
    one = rx(r"^(?:a |as )?uma(?: h)?(?: em ponto)?$").match(rest.norm)
    if one:
        return (TimeAtom(0, one.end(), time(13), "times.asked"),)
    said = list(
        rx(r"(?<![\w.,/:-])(?P<h>\d{1,2})(?:(?: e | )?(?P<m>[0-5]\d))?(?![\w.,/:-])").finditer(rest.norm)
    )
    if not said:
        return ()
    corrected = rx(FIX).search(rest.norm[said[0].end() : said[-1].start()]) is not None
    match = said[-1 if corrected else 0]
    at = clock(int(match["h"]), int(match["m"] or 0), "")
    return (TimeAtom(match.start(), match.end(), at, "times.asked"),) if at else ()
