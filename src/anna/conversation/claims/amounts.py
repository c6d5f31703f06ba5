"""Amounts in a text: links, telephones, addresses, percentages, prices, lengths of time and whatever other numbers there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.claims.sheet import Sheet
from anna.kit.numbers import TEENS, TENS, UNITS

_HUNDREDS = {
    "cem": 100, "cento": 100, "duzentos": 200, "duzentas": 200, "trezentos": 300, "trezentas": 300, "quatrocentos": 400,
    "quatrocentas": 400, "quinhentos": 500, "quinhentas": 500, "seiscentos": 600, "seiscentas": 600, "setecentos": 700,
    "setecentas": 700, "oitocentos": 800, "oitocentas": 800, "novecentos": 900, "novecentas": 900,
}  # fmt: skip
_SMALL = {**UNITS, **TEENS, **TENS, **_HUNDREDS, "um": 1, "uma": 1}
_NUMBER_WORD = "|".join(sorted([*_SMALL, "mil"], key=len, reverse=True))
WORDS = rf"(?:{_NUMBER_WORD})(?:\s+(?:e\s+)?(?:{_NUMBER_WORD}))*"
"""A number written out, folded."""

FIGURES = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d+(?:[.,]\d{1,2})?"
"""A number in figures, as Brazilians write it."""

_LINK = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)@\w[\w.]+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|br|net|org|me|io|app|link|ly|site|online|shop|info|top|xyz)\b(?:/\S*)?"
)
_PHONE = re.compile(
    r"(?<![\d.,/])(?:\+?55[\s.-]?)?(?:\(\s?0?\d{2}\s?\)\s?|0?\d{2}[\s.-])?9?[\s.]?\d{4}[\s.-]?\d{4}(?![\d/]|,\d)"
    r"|\b0[38]00[\s-]?\d{3}[\s-]?\d{4}\b"
)
_STREET = re.compile(
    r"\b(?:rua|r\.|av\.|av\b|avenida|alameda|praca|travessa|rodovia|estrada|largo)\s+"
    r"((?:[^\W\d_]+\.?\s+){0,6}?[^\W\d_]+)(?:\s*,)?\s*(?:n[.o]*\s*|numero\s+)?(\d{1,5})\b"
)
_STREET_NAME = re.compile(
    r"\b(?:[Rr]ua|[Aa]v\.|[Aa]venida|[Aa]lameda|[Pp]ra[çc]a|[Tt]ravessa|[Rr]odovia|[Ee]strada)\s+"
    r"(?:(?:d[aeo]s?|e)\s+)*[A-ZÀ-Ý][\w’'-]*(?:\s+(?:(?:d[aeo]s?|e)\s+)?[A-ZÀ-Ý][\w’'-]*)*"
)
_PERCENT = re.compile(rf"(?:\b({WORDS})|({FIGURES}))\s*(?:%|por\s?cento\b)")
_HALF_PRICE = re.compile(r"\b(?:metade do (?:preco|valor)|pela metade)\b")
_PRICE = re.compile(
    rf"\br\$\s*({FIGURES})(\s*mil\b)?|\b({FIGURES})(\s*mil)?\s*(?:reais\b|real\b|contos?\b|pilas?\b|brl\b|r\$)"
    rf"|\b({WORDS})\s+(?:de\s+)?(?:reais|real|contos?|pilas?)\b"
)
_SPAN_UNIT = r"(minutos?|mins?|horas?|hrs?|hs|h|dias?|semanas?|mes|meses|anos?)\b(\s+e\s+meia)?"
_SPAN = re.compile(rf"\b(?:({WORDS})|meia)\s+{_SPAN_UNIT}|(?<![\d:,.])(\d{{1,3}})\s*{_SPAN_UNIT}", re.ASCII)
_CLOCK_BEFORE = re.compile(r"\b(?:as|das|ate as|pelas|desde as|entre|a partir das)\s*$")
_LASTS = re.compile(
    r"\b(?:dura|duram|durante|leva|levam|em|por|cerca de|ha|ate|daqui a|uns|umas|proximas|ultimas|nas|de|tolerancia de|apos)\s*$"
)
_AFTERWARDS = re.compile(
    r"^\s*(?:antes|depois|apos|de antecedencia|de duracao|por dia|anteriores|posteriores|seguid)"
)
_BEFORE = re.compile(r"^[\s,]*(?:de antecedencia|antes|anterior\w*|previ[ao]s?)\b")
_AFTER = re.compile(r"^[\s,]*(?:(?:antes|anterior\w*) (?:e|ou) )?(?:depois|apos|posterior\w*|seguintes?)\b")
_COUNT = re.compile(
    rf"\b({WORDS})\s+(?:vezes|sess(?:ao|oes)|parcelas?|unidades?|aplicac(?:ao|oes)|vagas?|clinicas|unidades|profissionais|quadras?)\b"
)
_BIG = re.compile(rf"\b(?=(?:\w+\s+e\s+)*(?:{'|'.join([*_HUNDREDS, 'mil'])})\b){WORDS}\b")
_FIGURES = re.compile(r"\d+(?:[.,]\d+)*")
_ENUMERATES = re.compile(r"(?:^|\n)\s*$")
_MINUTES = {"m": 1, "h": 60}
_DAYS = {"d": 1, "s": 7}


def amounts(sheet: Sheet) -> Iterator[Claim]:
    """Every claim of an amount; what was read is taken off the sheet."""
    for match in sheet.find(_LINK):
        end = match.end() - (len(match.group()) - len(match.group().rstrip(".,;:!?)")))
        yield sheet.take(ClaimKind.LINK, match.start(), end, sheet.text[match.start() : end].lower())
    for match in sheet.find(_PHONE):
        digits = re.sub(r"\D", "", match.group())
        if len(digits) >= 10 or "-" in match.group():
            national = digits.removeprefix("55") if len(digits) >= 12 else digits
            yield sheet.take(ClaimKind.PHONE, *_trimmed(match), national.removeprefix("0") or digits)
    yield from _addresses(sheet)
    for match in sheet.find(_PERCENT):
        yield sheet.take(ClaimKind.PERCENT, *match.span(), _plain(_amount(match[2], match[1])))
    for match in sheet.find(_HALF_PRICE):
        yield sheet.take(ClaimKind.PERCENT, *match.span(), "50")
    for match in sheet.find(_PRICE):
        value = _amount(match[1] or match[3], match[5]) * (1000 if match[2] or match[4] else 1)
        yield sheet.take(ClaimKind.PRICE, *match.span(), _plain(value), about=_about(sheet, match))


def spans(sheet: Sheet) -> Iterator[Claim]:
    """Lengths of time: `minutos`, `horas`, `dias`, `semanas`, `meses`, `anos`; an hour of the clock is left on the sheet."""
    for match in sheet.find(_SPAN):
        unit = match[2] or match[5]
        short = unit in {"h", "hs", "hr", "hrs"}
        before, after = sheet.folded[: match.start()], sheet.folded[match.end() :]
        if unit[0] == "h" and _CLOCK_BEFORE.search(before):
            continue
        if short and not (_LASTS.search(before) or _AFTERWARDS.search(after) or int(match[4] or 0) >= 24):
            continue
        number = Decimal(match[4]) if match[4] else _written(match[1]) if match[1] else Decimal("0.5")
        if number == 1 and match[1] and unit[0] == "d":
            continue  # "um dia" is some day
        number += Decimal("0.5") if match[3] or match[6] else 0
        yield sheet.take(ClaimKind.SPAN, *match.span(), _length(number, unit), about=_side(after))


def numbers(sheet: Sheet) -> Iterator[Claim]:
    """What other numbers are left: none goes out unread. The numbers of a list's lines are no claims."""
    for match in sheet.find(_COUNT):
        if match[1] not in {"um", "uma"}:
            yield sheet.take(ClaimKind.NUMBER, *match.span(1), _plain(_written(match[1])))
    for match in sheet.find(_BIG):
        yield sheet.take(ClaimKind.NUMBER, *match.span(), _plain(_written(match.group())))
    for match in sheet.find(_FIGURES):
        listed = _ENUMERATES.search(sheet.folded[: match.start()]) and sheet.folded[match.end() :][:1] in {
            ".",
            ")",
            "-",
        }
        if not listed:
            yield sheet.take(ClaimKind.NUMBER, *match.span(), _plain(_figures(match.group())))


def street(text: str) -> str:
    """An address as it is compared: its words and numbers, folded, without marks and `número`."""
    words = re.findall(r"[^\W_]+", text)
    spelled = {"av": "avenida", "r": "rua"}
    return " ".join(spelled.get(word, word) for word in words if word not in {"n", "no", "numero"})


def _addresses(sheet: Sheet) -> Iterator[Claim]:
    for match in sheet.find(_STREET):
        yield sheet.take(ClaimKind.ADDRESS, *match.span(), street(match.group()))
    for match in _STREET_NAME.finditer(sheet.text):
        if sheet.is_free(*match.span()):
            folded = sheet.folded[match.start() : match.end()]
            yield sheet.take(ClaimKind.ADDRESS, *match.span(), street(folded))


def _side(after: str) -> str | None:
    """Whether a length of time is one before something, after it, or both."""
    sides = [name for name, pattern in (("antes", _BEFORE), ("depois", _AFTER)) if pattern.search(after)]
    return " ".join(sides) or None


_DEPOSIT = re.compile(
    r"\b(?:sinal|entrada|deposito|reservar|pagamento)\b|\b(?:preco|valor|total|custa|sai|fica)\b"
)
_DEPOSIT_AFTER = re.compile(r"^\s*(?:de|como)\s+(?:sinal|entrada|deposito)\b")


def _about(sheet: Sheet, match: re.Match[str]) -> str | None:
    """Whether a price is said of the deposit: the last word before it that tells decides."""
    if _DEPOSIT_AFTER.search(sheet.folded[match.end() :]):
        return "sinal"
    clause = re.split(r"[\n;!?]|\.\s", sheet.folded[: match.start()])[-1]
    telling = _DEPOSIT.findall(clause[-48:])
    return (
        "sinal"
        if telling and telling[-1] in {"sinal", "entrada", "deposito", "reservar", "pagamento"}
        else None
    )


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    text = match.group()
    return match.start() + len(text) - len(text.lstrip()), match.end() - len(text) + len(text.rstrip())


def _amount(figures: str | None, words: str | None) -> Decimal:
    return _figures(figures) if figures else _written(words or "")


def _figures(text: str) -> Decimal:
    """`1.200,00`, `1200`, `150,5`, `150.50`: a single mark before one or two last digits is the decimal one."""
    if "," in text:
        text = text.replace(".", "").replace(",", ".", 1)
    elif re.search(r"\.\d{3}(?:\.|$)", text):
        text = text.replace(".", "")
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal(re.sub(r"\D", "", text))


def _written(text: str) -> Decimal:
    """`mil e duzentos`, `cento e cinquenta`, `vinte e cinco`."""
    total = current = 0
    for word in text.split():
        if word == "mil":
            total, current = total + max(current, 1) * 1000, 0
        else:
            current += _SMALL.get(word, 0)
    return Decimal(total + current)


def _plain(value: Decimal) -> str:
    text = f"{value.normalize():f}"
    return "0" if text in {"-0", ""} else text


def _length(number: Decimal, unit: str) -> str:
    if unit[0] in _DAYS and unit[0] != "h":
        return f"{_plain(number * _DAYS[unit[0]])} dias"
    if unit.startswith("me"):
        return f"{_plain(number)} meses"
    if unit[0] == "a":
        return f"{_plain(number * 12)} meses"
    return f"{_plain(number * _MINUTES[unit[0]])} min"
