"""Days and hours in a text. A day is compared by what it names: a date, a day of the month, a weekday, or counted from today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from anna.conversation.claims.amounts import WORDS
from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.claims.sheet import Sheet
from anna.kit.dates import FOLDED_WEEKDAYS
from anna.kit.numbers import read_number

_MONTHS = (
    "janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
)  # fmt: skip
_MONTH = "|".join(_MONTHS)
_RELATIVE = {"anteontem": -2, "ontem": -1, "hoje": 0, "amanha": 1, "depois de amanha": 2}

_DATE = re.compile(
    rf"(?:\bdias?\s+)?(?<![\d/])(?:(\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}|\d{{2}}))?|(\d{{1,2}})[.-](\d{{1,2}})[.-](\d{{4}}|\d{{2}}))(?![\d/])"
    rf"|\b(?:dia\s+)?(\d{{1,2}}|primeiro|{WORDS})\s+de\s+({_MONTH})\b(?:\s+(?:de\s+)?(\d{{4}})\b)?"
    rf"|\bdias?\s+(\d{{1,2}}|primeiro|{WORDS})\b(?!\s*(?:uteis|h\b|:))"
)
_WEEKDAY = re.compile(
    r"\b(segunda|terca|quarta|quinta|sexta)(?:s?-feiras?\b|\s+feiras?\b|s\b|\b)"
    r"(?!\s+(?:opcao|vez|sessao|via|dose|etapa|aplicacao|consulta|parte|camada|pessoa|maior|mensagem|dica))"
    r"|\b(sabado|domingo)s?\b"
)
_COUNTED = re.compile(r"\b(depois de amanha|anteontem|ontem|hoje|amanha)\b")
_VAGUE = re.compile(
    rf"\b(semana que vem|proxima semana|mes que vem|proximo mes|fim de semana)\b|\b(?:em|ate|mes de)\s+({_MONTH})\b"
)
_TIME = re.compile(
    rf"\b(meio[\s-]dia|meia[\s-]noite)(\s+e\s+meia)?\b"
    r"|(?:\b(?:as|das|pelas)\s+)?(?<![\d:,.])(\d{1,2})(?:\s*(?:h|hs|hrs|horas?)(?:\s?(\d{2})(?![\d/]))?(?:\s*min)?\b|:(\d{2})(?:\s*h(?:s|rs)?)?\b)(\s+e\s+meia\b)?"
    rf"|\b(?:as|das|pelas)\s+(?:(\d{{1,2}})(?![\d/.,%])|({WORDS}))(?:\s+horas?)?(?:\s+e\s+(meia|{WORDS})\b)?"
)
_PART = re.compile(r"^\s*(?:horas\s+)?(?:da|de)\s+(manha|tarde|noite|madrugada)\b")
_NOT_TODAY = re.compile(
    r"\b(?:vagas?|horarios?|abert\w*|abr\w+|fech\w+|atend\w+|livres?|dispon\w+|agenda\w*|marc\w+|consultas?|encaix\w+|ate|promoc\w+|so)\b"
)


FROM, UNTIL = "de", "ate"
"""Which end of a stretch of time an hour is: what a clinic opens at is no hour it closes at. An end names the beginning it is said with."""

_FROM = re.compile(r"^das\b|\b(?:de|desde(?: as)?|a partir d?as|entre(?: as)?)\s*$")
_UNTIL = re.compile(r"\bate(?: as)?\s*$")
_ON_TO = re.compile(r"\s*(?:a|ate|e|-|–|—)?\s*")
_ENDS = re.compile(r"\b(?:(abr\w+|comec\w+)|fech\w+|encerr\w+)\b")


def moments(sheet: Sheet, *, now: datetime) -> Iterator[Claim]:
    """Every day and hour the text names; `now` is the clinic's own time, from which "amanhã" is counted."""
    for match in sheet.find(_DATE):
        value = _date(match)
        if value:
            yield sheet.take(ClaimKind.DATE, *match.span(), value)
    for match in sheet.find(_WEEKDAY):
        yield sheet.take(
            ClaimKind.DATE, *match.span(), f"semana {FOLDED_WEEKDAYS.index(match[1] or match[2])}"
        )
    for match in sheet.find(_COUNTED):
        if match[1] != "hoje" or _NOT_TODAY.search(sentence(sheet.whole, match.start())):
            day = now.date() + timedelta(days=_RELATIVE[match[1]])
            yield sheet.take(ClaimKind.DATE, *match.span(), day.isoformat())
    for match in sheet.find(_VAGUE):
        value = f"mes {_MONTHS.index(match[2]) + 1}" if match[2] else match[1]
        yield sheet.take(ClaimKind.DATE, *match.span(), value)
    for match in sheet.find(_TIME):
        value = _clock(match, sheet.folded[match.end() :])
        if value:
            yield sheet.take(ClaimKind.TIME, *match.span(), value)


def with_ends(claims: Iterable[Claim], whole: str) -> Iterator[Claim]:
    """The claims with what the words around each hour say of it: that something begins then, or ends (`about`)."""
    last: Claim | None = None
    for claim in claims:
        if claim.kind is ClaimKind.TIME:
            claim = replace(claim, about=_end_of(claim, last, whole))
        last = claim
        yield claim


def _end_of(claim: Claim, last: Claim | None, whole: str) -> str | None:
    before = whole[: claim.start]
    if last and last.about == FROM and last.kind is ClaimKind.TIME and _ON_TO.fullmatch(before[last.end :]):
        return f"{UNTIL} {last.value}"
    if _FROM.search(whole[claim.start : claim.end]) or _FROM.search(before):
        return FROM
    if _UNTIL.search(before):
        return UNTIL
    said = sentence_before(whole, claim.start)
    verb = next(reversed(list(_ENDS.finditer(said))), None)
    return None if verb is None else FROM if verb[1] else UNTIL


def sentence_before(text: str, at: int) -> str:
    """What stands of the sentence around a place before it."""
    return text[max((m.end() for m in re.finditer(r"[\n!?]|\.(?=\s)", text[:at])), default=0) : at]


def sentence(text: str, at: int) -> str:
    """The sentence of `text` around a place."""
    end = re.search(r"[\n!?]|\.(?=\s|$)", text[at:])
    return sentence_before(text, at) + text[at : at + end.start() if end else len(text)]


def same_day(claimed: str, known: str, *, now: datetime, beside: bool) -> bool:
    """Whether what a text says of a day is what a row says of it.

    A weekday alone means the next one, within seven days; `beside` says that a date stands by it, so that it only has to be right.
    """
    if claimed == known:
        return True
    day = _resolved(known, now.date())
    if day is None:
        return False
    kind, _, rest = claimed.partition(" ")
    if kind == "semana":
        return rest == str(day.weekday()) and (
            beside or timedelta(0) <= day - now.date() <= timedelta(days=7)
        )
    if kind == "dia":
        return rest == str(day.day)
    if kind == "mes":
        return rest == str(day.month)
    return (
        claimed.removeprefix("--") == f"{day:%m-%d}"
        if claimed.startswith("--")
        else claimed == day.isoformat()
    )


def _resolved(value: str, today: date) -> date | None:
    """The day a stored value means: the nearest one where it names no year."""
    try:
        if not value.startswith("--"):
            return date.fromisoformat(value)
        days = [date.fromisoformat(f"{today.year + more}-{value[2:]}") for more in (-1, 0, 1)]
    except ValueError:
        return None
    return min(days, key=lambda day: abs(day - today))


def _date(match: re.Match[str]) -> str | None:
    day, month, year = match[1] or match[4], match[2] or match[5], match[3] or match[6] or match[9]
    if match[8]:
        day, month = match[7], str(_MONTHS.index(match[8]) + 1)
    if day is None:
        number = _number(match[10])
        return f"dia {number}" if 1 <= number <= 31 else None
    number = _number(day)
    if not (1 <= number <= 31 and 1 <= int(month) <= 12):
        return None
    if year:
        return f"{int(year) + (2000 if len(year) == 2 else 0):04}-{int(month):02}-{number:02}"
    return f"--{int(month):02}-{number:02}"


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if text == "primeiro":
        return 1
    found = read_number(tuple(text.split()))
    return found[0] if found else 0


def _clock(match: re.Match[str], after: str) -> str | None:
    if match[1]:
        hour, minute = (12, 0) if match[1].endswith("dia") else (0, 0)
        minute = 30 if match[2] else 0
    elif match[3]:
        hour, minute = int(match[3]), 30 if match[6] else int(match[4] or match[5] or 0)
    else:
        words = (match[8] or "").split(" e ")
        hour = int(match[7]) if match[7] else _hour_of(words)
        rest = match[9] or (words[1] if len(words) > 1 and hour < 20 else None)
        minute = 30 if rest == "meia" else _number(rest) if rest else 0
    part = _PART.match(after)
    if part and part[1] in {"tarde", "noite"} and 1 <= hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def _hour_of(words: list[str]) -> int:
    """`vinte e duas` is one number, `dez e quinze` are an hour and its minutes."""
    whole = _number(" e ".join(words))
    return whole or {"um": 1, "uma": 1}.get(words[0], 99)
