"""Which days a message speaks of: every way a day is said becomes a `Days`, resolved against the day the message arrived.

Rules run from the most specific to the least; each hides what it explained from the next. Whether a day is wished for, ruled
out or corrected is not decided here but in `when`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from anna.conversation.understanding.days import (
    IMPOSSIBLE,
    DayAtom,
    Days,
    Today,
    add_months,
    month_days,
    next_weekday,
    safe_date,
    week_of,
)
from anna.conversation.understanding.feasts import FEAST, holiday_date
from anna.conversation.understanding.line import Line, rx

MONTHS = ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez")
WEEKDAY_NUMBERS = {
    "seg": 0,
    "ter": 1,
    "qua": 2,
    "qui": 3,
    "sex": 4,
    "sab": 5,
    "dom": 6,
    "2": 0,
    "3": 1,
    "4": 2,
    "5": 3,
    "6": 4,
}

MONTH = (
    r"(?:(?:janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro"
    r"|jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez)\b(?: \.(?= \w))?)"
)
SINCE = r"(?:(?:desde|a partir d[eo]|apartir d[eo]|d[eo])(?: o)?(?: dia(?= \d))? )?"
NUM = r"(?:\d{1,2}(?: o(?= de| dia|$))?|primeiro)"
YEAR = r"(?: (?:de |do ano |do ano de )?(?P<year>20\d\d)\b)?"
WEEKDAY = (
    r"(?:(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)s?|sabadao|domingao|seg|qua|qui|sex|sab|dom|[2-6] a feira|[2-6] a(?= ?$)"
    r"|ter(?=$| (?:[,.;?!/)]|as \d|\d|ou |que vem|de manha|a tarde|e (?:qua|qui|sex|sab)|feira|a (?:qua|qui|sex|sab))))"
    r"(?: \.(?= ))?(?: - feiras?| feiras?)?"
)
NEXT_WEEK = r"(?:semana (?:que vem|seguinte|que entra|proxima)|proxima semana|(?:a |na |da )?outra semana)"
THIS_WEEK = r"(?:(?:n?essa|n?esta|dessa|desta) (?:mesma )?semana(?: mesmo| agora| ainda)?|semana atual)"
TO = r"(?:ao?|ate(?: [oa])?|-)"
PART = r"(?:(?P<part>comecinho|comeco|inicio|meio|meados|finalzinho|finzinho|final|fim|(?:primeira|segunda) quinzena) d[aeo] )"
NEXT = r"vem|prox|outro|seguinte"

Build = Callable[[re.Match[str], Today], Days | None]


def read_days(line: Line, today: Today) -> tuple[tuple[DayAtom, ...], Line]:
    """All days said in `line`, in order, and the line with them hidden."""
    found: list[DayAtom] = []
    for name, pattern, build in RULES:
        for match in rx(pattern).finditer(line.norm):
            days = build(match, today)
            if days is not None:
                found.append(DayAtom(match.start(), match.end(), days, name))
                line = line.hide(match.start(), match.end())
    return tuple(sorted(found, key=lambda a: a.start)), line


def _get(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


def _number(word: str) -> int:
    return 1 if word.startswith(("primeiro", "um")) else int(word.split()[0])


def _month(word: str) -> int:
    return MONTHS.index(word[:3]) + 1


def _weekday(match: re.Match[str]) -> int:
    word = match["wd"]
    return WEEKDAY_NUMBERS[word[:3] if word[0].isalpha() else word[0]]


def _in_month(day: int, month: int, year: str, today: Today) -> Days:
    """A day and a month, of this year unless that is long gone: two months back is a slip, more is next year."""
    if year:
        found = safe_date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        return Days.one(found) if found else IMPOSSIBLE
    found = safe_date(today.day.year, month, day)
    if found and found < today.day - timedelta(days=60):
        found = safe_date(today.day.year + 1, month, day)
    return Days.one(found) if found else IMPOSSIBLE


def day_of_month(day: int, today: Today) -> Days:
    """ "dia 5": the next 5th, today included; the next month that has such a day at all."""
    for ahead in range(3):
        first = month_days(today.day.year, today.day.month + ahead).start or today.day
        found = safe_date(first.year, first.month, day)
        if found and found >= today.day:
            skipped = ahead > 1 or (ahead == 1 and day > today.day.day)
            return Days.one(found, doubt=skipped)
    return IMPOSSIBLE


def _numeric(match: re.Match[str], today: Today) -> Days | None:
    day, month = int(match["d"]), int(match["m"])
    if 12 < month <= 31 and day < month and match.string[: match.start()].endswith(("dia ", "dias ")):
        both = [day_of_month(n, today).start for n in (day, month)]  # "dia 15/16"
        dates = tuple(d for d in both if d)
        return Days(dates[0], dates[-1], dates=dates)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return IMPOSSIBLE if "/" in match.group() and max(day, month) <= 39 else None
    return _in_month(day, month, _get(match, "year"), today)


def _ranged(match: re.Match[str], today: Today) -> Days | None:
    month, year = _get(match, "m2"), _get(match, "year")
    if month:
        first = _in_month(_number(match["a"]), _month(_get(match, "m1") or month), year, today)
        last = _in_month(_number(match["b"]), _month(month), year, today)
    else:
        first, last = day_of_month(_number(match["a"]), today), day_of_month(_number(match["b"]), today)
        if first.start and last.end and last.end < first.start:
            first = Days.one(today.day)  # "do dia 1 ao dia 5", said on the 3rd
    if first.start is None or last.end is None:
        return IMPOSSIBLE
    end = last.end
    if end < first.start:
        end = safe_date(end.year + 1, end.month, end.day) or end
    return Days(first.start, end, grain="range") if first.start <= end else IMPOSSIBLE


def _listed(match: re.Match[str], today: Today) -> Days | None:
    days = [_number(n) for n in rx(NUM).findall(match["list"])]
    month = _get(match, "m2")
    read = [_in_month(n, _month(month), "", today) if month else day_of_month(n, today) for n in days]
    dates = tuple(sorted({d.start for d in read if d.start}))
    if len(dates) < len(set(days)):
        return IMPOSSIBLE
    return Days(dates[0], dates[-1], dates=dates) if len(dates) > 1 else Days.one(dates[0])


def _day_month(match: re.Match[str], today: Today) -> Days | None:
    return _in_month(_number(match["d"]), _month(match["m"]), _get(match, "year"), today)


def _plain_day(match: re.Match[str], today: Today) -> Days | None:
    which = _get(match, "which")
    if not which:
        return day_of_month(_number(match["d"]), today)
    first = month_days(today.day.year, today.day.month + bool(rx(NEXT).search(which))).start or today.day
    found = safe_date(first.year, first.month, _number(match["d"]))
    return Days.one(found) if found else IMPOSSIBLE


def _relative(offset: int) -> Build:
    return lambda _, today: Days.one(today.day + timedelta(days=offset))


def _tomorrow_or_after(_: re.Match[str], today: Today) -> Days:
    first, second = today.day + timedelta(days=1), today.day + timedelta(days=2)
    return Days(first, second, dates=(first, second))


def _from_now(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"]) if match["n"].isdigit() else 1
    if count > 400:
        return None
    if match["unit"].startswith("d"):
        return Days.one(today.day + timedelta(days=count))
    if match["unit"].startswith("s"):
        return Days.one(today.day + timedelta(weeks=count))
    return Days.one(add_months(today.day, count))


def _week(ahead: int) -> Build:
    return lambda match, today: _part_of_week(_get(match, "part"), week_of(today.day, ahead), today)


def _part_of_week(part: str, week: Days, today: Today) -> Days:
    monday, sunday = week.start or today.day, week.end or today.day
    if part:
        first, last = {"com": (0, 1), "ini": (0, 1), "mei": (1, 3), "mea": (1, 3)}.get(part[:3], (3, 4))
        monday, sunday = monday + timedelta(days=first), monday + timedelta(days=last)
    if monday <= today.day <= sunday:
        monday = today.day
    return Days(monday, sunday, grain="week")


def _bare_part_of_week(match: re.Match[str], today: Today) -> Days:
    """ "começo da semana": of this week while that still lies ahead, else of the next."""
    this = _part_of_week(match["part"], week_of(today.day), today)
    if this.end and this.end > today.day:
        return this
    return _part_of_week(match["part"], week_of(today.day, 1), today)


def _weeks_ahead(match: re.Match[str], today: Today) -> Days | None:
    count, start = int(match["n"]), week_of(today.day, 1).start or today.day
    return Days(start, start + timedelta(days=7 * count - 1), grain="week") if 1 <= count <= 26 else None


def _days_ahead(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"])
    if not 1 <= count <= 60:
        return None
    return Days(today.day + timedelta(days=1), today.day + timedelta(days=count), grain="range")


def _months_ahead(match: re.Match[str], today: Today) -> Days | None:
    count = int(match["n"])
    if not 1 <= count <= 24:
        return None
    last = month_days(today.day.year, today.day.month + count)
    return Days(month_days(today.day.year, today.day.month + 1).start, last.end, grain="month")


def _weekend(later: bool) -> Build:
    def build(_: re.Match[str], today: Today) -> Days:
        saturday = next_weekday(today.day, 5, today_counts=True)
        if today.day.weekday() == 6:
            saturday = today.day - timedelta(days=1)
        if later:
            saturday += timedelta(days=7)
        return Days(max(saturday, today.day), saturday + timedelta(days=1), grain="weekend", doubt=later)

    return build


def _weekday_in_week(ahead: int) -> Build:
    def build(match: re.Match[str], today: Today) -> Days:
        monday = week_of(today.day, ahead).start or today.day
        return Days.one(monday + timedelta(days=_weekday(match)))

    return build


def _weekday_next(match: re.Match[str], today: Today) -> Days:
    """ "quinta que vem" is Thursday of the next calendar week; some people mean the nearest, so a difference is a doubt."""
    nearest = next_weekday(today.day, _weekday(match))
    following = (week_of(today.day, 1).start or today.day) + timedelta(days=_weekday(match))
    return Days.one(following, doubt=nearest != following)


def _weekday_nearest(match: re.Match[str], today: Today) -> Days:
    """ "próxima quinta" is the nearest one to come; some mean that of the next week."""
    nearest = next_weekday(today.day, _weekday(match))
    following = (week_of(today.day, 1).start or today.day) + timedelta(days=_weekday(match))
    return Days.one(nearest, doubt=nearest != following)


def _weekday_other(match: re.Match[str], today: Today) -> Days:
    return Days.one(next_weekday(today.day, _weekday(match)) + timedelta(days=7), doubt=True)


def _weekday_this(match: re.Match[str], today: Today) -> Days:
    found = next_weekday(today.day, _weekday(match), today_counts=True)
    return Days.one(found, doubt=found == today.day)


def _weekday_bare(match: re.Match[str], today: Today) -> Days:
    found = next_weekday(today.day, _weekday(match))
    return Days.one(found, weekday=_weekday(match), doubt=_weekday(match) == today.day.weekday())


def _weekday_past(match: re.Match[str], today: Today) -> Days:
    return Days.one(next_weekday(today.day, _weekday(match), today_counts=True) - timedelta(days=7))


def _the_other(match: re.Match[str], today: Today) -> Days | None:
    """ "essa semana não, a outra": the noun was said before."""
    return (
        week_of(today.day, 1)
        if rx(r"\bsemana\b").search(match.string[: match.start()].replace("_", " "))
        or "_" in match.string[: match.start()]
        else None
    )


def _part_of_month(part: str, month: Days, today: Today) -> Days:
    first, last = month.start or today.day, month.end or today.day
    middle = first.replace(day=15)
    if part.endswith("quinzena"):
        first, last = (first, middle) if part.startswith("primeira") else (middle + timedelta(days=1), last)
    elif part[:3] in {"com", "ini"}:
        last = first.replace(day=10)
    elif part[:3] in {"mei", "mea"}:
        first, last = first.replace(day=11), first.replace(day=20)
    elif part:
        first = first.replace(day=21)
    return Days(max(first, today.day) if last >= today.day else first, last, grain="month")


def _month_named(match: re.Match[str], today: Today) -> Days | None:
    month, year = _month(match["m"]), _get(match, "year")
    chosen = int(year) if year else today.day.year + (month < today.day.month)
    return _part_of_month(_get(match, "part"), month_days(chosen, month), today)


def _month_ahead(ahead: int) -> Build:
    return lambda match, today: _part_of_month(
        _get(match, "part"), month_days(today.day.year, today.day.month + ahead), today
    )


def _bare_part_of_month(match: re.Match[str], today: Today) -> Days:
    this = _part_of_month(match["part"], month_days(today.day.year, today.day.month), today)
    if this.end and this.end >= today.day:
        return this
    return _part_of_month(match["part"], month_days(today.day.year, today.day.month + 1), today)


def _week_of_month(match: re.Match[str], today: Today) -> Days:
    """ "primeira semana de abril" is its first seven days; the last week its last seven."""
    which = _get(match, "which")
    if match["m"]:
        year = today.day.year + (_month(match["m"]) < today.day.month)
        month = month_days(year, _month(match["m"]))
    else:
        month = month_days(today.day.year, today.day.month + bool(rx(NEXT).search(which)))
    first, last = month.start or today.day, month.end or today.day
    nth = ("primeira", "segunda", "terceira", "quarta", "ultima").index(match["nth"])
    start = last - timedelta(days=6) if nth == 4 else first + timedelta(days=7 * nth)
    return Days(start, start + timedelta(days=6), grain="week")


def _last_of_month(match: re.Match[str], today: Today) -> Days:
    month = month_days(today.day.year, today.day.month + bool(rx(NEXT).search(match["which"])))
    return Days.one(month.end or today.day)


def _feast(match: re.Match[str], today: Today) -> Days | None:
    for year in (today.day.year, today.day.year + 1):
        found = holiday_date(match["name"], year)
        if found and match["eve"]:
            found -= timedelta(days=1)
        if found and found >= today.day:
            carnival = match["name"] == "carnaval" and not match["eve"]
            return Days(found, found + timedelta(days=1) if carnival else found, doubt=True)
    return None


def _public_holiday(_: re.Match[str], today: Today) -> Days:
    return Days.one(today.calendar.next_holiday(today.day), doubt=True)


_OTHER = r"(?:sem ser|tirando|nao(?: n?a| n?o)?) (?:ess[ae]|est[ae])(?: agora| que vem)?(?: ,)?(?: ?[an]a? outra| ?n?o outro)?"

RULES: tuple[tuple[str, str, Build], ...] = (
    ("days.feast", rf"\b(?P<eve>vespera d[aeo] )?(?P<name>{FEAST})\b", _feast),
    ("days.tomorrow_or_after", r"\bamanha ou depois(?: de amanha)?\b(?! d)", _tomorrow_or_after),
    ("days.after_tomorrow", r"\bdepois de (?:amanha|manha)\b(?! cedo| as)|\bdepois de amanha\b", _relative(2)),
    ("days.eight_days_idiom", r"\bhoje (?:a|em) 8(?: dias)?\b", _relative(7)),
    ("days.before_yesterday", r"\b(?:anteontem|antes de ontem|antontem)\b", _relative(-2)),
    ("days.yesterday", r"\bontem\b", _relative(-1)),
    ("days.tomorrow", r"\bamanha\b", _relative(1)),
    ("days.today", r"\b(?:hoje|(?:n?essa|n?esta)(?= noite\b))", _relative(0)),
    (
        "days.range_two_months",
        rf"\b{SINCE}(?P<a>{NUM}) (?:de )?(?P<m1>{MONTH}) {TO}(?: dia)? (?P<b>{NUM}) (?:de )?(?P<m2>{MONTH}){YEAR}",
        _ranged,
    ),
    ("days.range_of_month", rf"\b{SINCE}(?P<a>{NUM}) {TO}(?: dia)? (?P<b>{NUM}) (?:de )?(?P<m2>{MONTH}){YEAR}", _ranged),
    (
        "days.range_between",
        rf"\bentre (?:os |o )?(?:dias? )?(?P<a>{NUM}) e (?:o )?(?:dia )?(?P<b>{NUM}) (?:de )?(?P<m2>{MONTH}){YEAR}",
        _ranged,
    ),
    ("days.range_dash", rf"\b(?P<a>\d{{1,2}})-(?P<b>\d{{1,2}}) (?:de )?(?P<m2>{MONTH}){YEAR}", _ranged),
    ("days.range_this_month", rf"\b{SINCE}dias? (?P<a>{NUM}) {TO}(?: o)?(?: dia)? (?P<b>{NUM})\b(?! ?(?:h\b|:|da (?:manha|tarde)))", _ranged),
    ("days.range_between_days", rf"\bentre (?:os |o )?dias? (?P<a>{NUM}) e (?:o )?(?:dia )?(?P<b>{NUM})\b", _ranged),
    (
        "days.list",
        rf"\bdias? (?P<list>{NUM}(?: ?, (?:dia )?{NUM})* (?:e|ou|ou no|ou entao)(?: o)?(?: dia)? {NUM})\b(?! ?(?:h\b|:|da (?:manha|tarde)|e meia))(?: de (?P<m2>{MONTH}))?",
        _listed,
    ),
    ("days.numeric", r"(?<![\w.,/-])(?P<d>\d{1,2})/(?P<m>\d{1,2})(?:/(?P<year>\d{4}|\d{2}))?(?![\w/-])", _numeric),
    ("days.numeric_marks", r"(?<![\w.,/-])(?P<d>\d{1,2})[.-](?P<m>\d{1,2})[.-](?P<year>20\d{2}|2\d)(?![\w/-])", _numeric),
    ("days.numeric_dash", r"(?:(?<=dia )|(?<=pra )|(?<=para )|(?<=no )|(?<=em )|^)(?P<d>\d{2})(?:-|\.(?=\d\d (?:as|a tarde|de manha) ))(?P<m>0\d|1[0-2])(?= *$| as | ,| a tarde| de manha)", _numeric),
    ("days.day_month", rf"\b(?:dia )?(?P<d>{NUM}|um(?= de)) (?:d[eo] )?(?P<m>{MONTH}){YEAR}", _day_month),
    ("days.month_day", rf"^(?:dia )?(?P<m>{MONTH}) (?P<d>\d{{1,2}})$", _day_month),
    (
        "days.day",
        rf"\bdia (?P<d>{NUM})\b(?! ?(?:h\b|/))(?P<which> (?:d[eo] )?(?:mes (?:que vem|seguinte|proximo|atual)|proximo mes|outro mes|desse mes|deste mes))?",
        _plain_day,
    ),
    ("days.last_of_month", r"\bultimo dia (?:util )?d[oe](?P<which> ?mes(?: que vem)?| ?(?:proximo|outro) mes)\b", _last_of_month),
    (
        "days.from_now",
        r"\b(?:daqui(?: a| ha)?|em|dentro de|de hoje a)(?: uns| umas| mais)? (?P<n>\d{1,3}|um|uma) (?P<unit>dias?|semanas?|mes(?:es)?)\b",
        _from_now,
    ),
    ("days.weekday_after_next_week", rf"\b(?P<wd>{WEEKDAY}) da semana depois da (?:que vem|proxima)\b", _weekday_in_week(2)),
    ("days.weekday_of_next_week", rf"\b(?P<wd>{WEEKDAY})(?: ,)? (?:d[ae] |na )?{NEXT_WEEK}\b", _weekday_in_week(1)),
    ("days.weekday_of_this_week", rf"\b(?P<wd>{WEEKDAY})(?: ,)? (?:d[ae] |ainda )?{THIS_WEEK}\b", _weekday_in_week(0)),
    (
        "days.next_week_weekday",
        rf"\b{NEXT_WEEK}(?: ,)?(?: na| no| de| pode ser(?: na| no)?| tipo)? (?P<wd>{WEEKDAY})\b(?! (?:a|ate|e|ou)(?: a)? {WEEKDAY}| ,)",
        _weekday_in_week(1),
    ),
    ("days.part_of_month", r"\b(?P<part>comecinho|comeco|inicio|meio|meados|finalzinho|finzinho|final|fim|(?:primeira|segunda) quinzena) d[oe] mes\b", _bare_part_of_month),
    ("days.part_of_named_month", rf"\b{PART}(?P<m>{MONTH}){YEAR}", _month_named),
    (
        "days.week_of_month",
        rf"\b(?P<nth>primeira|segunda|terceira|quarta|ultima) semana (?:d[eo] )?(?:(?P<m>{MONTH})|(?P<which>(?:d?esse |d?este )?mes(?: que vem)?|proximo mes))",
        _week_of_month,
    ),
    ("days.next_weeks", r"\b(?P<n>\d{1,2}) (?:proximas semanas|semanas que vem)\b", _weeks_ahead),
    ("days.next_weeks", r"\bproximas (?P<n>\d{1,2}) semanas\b", _weeks_ahead),
    ("days.next_days", r"\bproximos (?P<n>\d{1,2}) dias\b", _days_ahead),
    ("days.next_months", r"\b(?P<n>\d{1,2}) (?:proximos meses|meses que vem)\b", _months_ahead),
    ("days.next_months", r"\bproximos (?P<n>\d{1,2}) meses\b", _months_ahead),
    ("days.next_weekend", r"\b(?:(?:fim|final) de semana (?:que vem|seguinte|sem ser esse)|(?:proximo|outro) (?:fim|final) de semana)\b", _weekend(True)),
    ("days.weekend", r"\b(?:(?:n?esse|n?este) )?(?:fim|final|finais|fins) de semanas?\b", _weekend(False)),
    ("days.week_after_next", rf"\bsemana (?:depois da (?:que vem|proxima)|{_OTHER})\b", _week(2)),
    ("days.next_week", rf"\b{PART}?{NEXT_WEEK}\b", _week(1)),
    ("days.this_week", rf"\b{PART}?{THIS_WEEK}\b", _week(0)),
    ("days.part_of_week", r"\b(?P<part>comecinho|comeco|inicio|meio|finalzinho|final|fim) da semana\b", _bare_part_of_week),
    ("days.last_week", r"\bsemana (?:passada|retrasada)\b", _week(-1)),
    ("days.weekday_past", rf"\b(?P<wd>{WEEKDAY}) (?:passad[ao]|retrasad[ao])\b", _weekday_past),
    ("days.weekday_past", rf"\bultim[ao] (?P<wd>{WEEKDAY})\b", _weekday_past),
    ("days.weekday_skip", rf"\b(?P<wd>{WEEKDAY})(?: ,)? {_OTHER}", _weekday_other),
    ("days.weekday_skip", rf"\b(?P<wd>{WEEKDAY})(?: agora)? nao ?,? (?:so )?(?:n?a outra|n?o outro)\b", _weekday_other),
    ("days.weekday_other", rf"\boutr[ao] (?P<wd>{WEEKDAY})\b", _weekday_other),
    ("days.weekday_que_vem", rf"\b(?P<wd>{WEEKDAY}) (?:que vem|q vem|seguinte|que entra)\b", _weekday_next),
    ("days.weekday_proxima", rf"\bproxim[ao]s? (?P<wd>{WEEKDAY})\b", _weekday_nearest),
    ("days.weekday_proxima", rf"\b(?P<wd>{WEEKDAY}) proxim[ao]\b", _weekday_nearest),
    ("days.weekday_this", rf"\b(?:n?ess[ae]|n?est[ae]|dess[ae]|dest[ae]) (?P<wd>{WEEKDAY})\b(?: agora)?", _weekday_this),
    ("days.weekday_this", rf"\b(?P<wd>{WEEKDAY}) agora\b", _weekday_this),
    ("days.weekday", rf"\b(?P<wd>{WEEKDAY})(?!\w)", _weekday_bare),
    ("days.other_week", r"\b(?:n?a|pr?a|para a|da) outra(?= *(?:$|[^\w\s]|pode|por favor|ta|sim|entao|mesmo))", _the_other),
    ("days.next_month", rf"\b{PART}?(?:mes que vem|proximo mes|mes seguinte|outro mes|mes proximo)\b", _month_ahead(1)),
    ("days.this_month", rf"\b{PART}?(?:(?:n?esse|n?este|desse|deste) mes|mes atual)\b", _month_ahead(0)),
    ("days.last_month", r"\bmes passado\b", _month_ahead(-1)),
    (
        "days.month",
        rf"(?:(?<=em )|(?<=mes de )|(?<=para )|(?<=pra )|(?<=ate )|(?<=depois de )|(?<=antes de )|(?<=partir de )|(?<=durante )|^)(?P<m>{MONTH}){YEAR}(?! \d)",
        _month_named,
    ),
    ("days.public_holiday", r"\b(?<=o |[oe] )(?:proximo )?(?:feriado|feriadao)\b|(?<=no )feriado\b", _public_holiday),
)  # fmt: skip
