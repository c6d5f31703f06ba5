"""Brazilian telephone numbers: found in free text, stored as E.164, compared without the ninth digit.

Mobiles gained a leading 9 between 2012 and 2016, and WhatsApp still knows many by the old eight digits (field note 13): the two
forms are one person. Landlines (first digit 2-5) never had it and are never touched.
"""

from __future__ import annotations

import re

import phonenumbers

_DIGITS = re.compile(r"\d")
_CANDIDATE = re.compile(r"\+?(?:[(\[]?\d[)\]]?[\s.()\-]{0,3}){8,}")
_GROUP = re.compile(r"(?<!\d)[+(\[]*\d")
_BRAZIL = 55
_MOST_CHARACTERS = 90  # of fifteen digits, each in brackets and three marks behind it


def parse(text: str) -> str | None:
    """The number written in `text` as E.164 (`+5511987654321`); Brazilian unless it says otherwise. None if it is none.

    A number without area code has no E.164 form and is None. An old mobile without its ninth digit is given it.
    """
    digits = "".join(_DIGITS.findall(text))
    if not 8 <= len(digits) <= 15:
        return None
    if text.lstrip(" ([").startswith("+") and not digits.startswith(str(_BRAZIL)):
        return _foreign(digits)
    national = digits.lstrip("0")
    if len(national) in (12, 13) and national.startswith(str(_BRAZIL)):
        national = national[2:]
    if len(national) == 10 and national[2] in "6789":
        national = national[:2] + "9" + national[2:]
    return _valid(f"+{_BRAZIL}{national}") if len(national) in (10, 11) else None


def find(text: str) -> tuple[str, int, int] | None:
    """The first telephone number inside `text`, as (E.164, start, end); None if there is none."""
    for match in _CANDIDATE.finditer(text):
        run = match.group().rstrip(" .(-\n\t[")
        for group in _GROUP.finditer(
            run, max(0, len(run) - _MOST_CHARACTERS)
        ):  # an hour or a day may stand before the number
            number = parse(run[group.start() :])
            if number:
                return number, match.start() + group.start(), match.start() + len(run)
    return None


def canonical(phone: str) -> str:
    """A key under which the two forms of one Brazilian mobile are equal: 55 + area code + last eight digits.

    `phone` is E.164 or the digits of a WhatsApp id. Landlines and foreign numbers keep all their digits.
    """
    digits = "".join(_DIGITS.findall(phone))
    if len(digits) == 13 and digits.startswith("55") and digits[4] == "9":
        return digits[:4] + digits[5:]
    return digits


def pretty(phone: str) -> str:
    """`(11) 99999-0000` for a Brazilian number, the international form for any other; what cannot be read comes back as it is."""
    try:
        number = phonenumbers.parse(phone, "BR")
    except phonenumbers.NumberParseException:
        return phone
    if number.country_code != _BRAZIL:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    national = str(number.national_number)
    if len(national) not in (10, 11):
        return phone
    return f"({national[:2]}) {national[2:-4]}-{national[-4:]}"


def _valid(e164: str) -> str | None:
    number = phonenumbers.parse(e164, None)
    if phonenumbers.is_valid_number(number):
        return e164
    return None


def _foreign(digits: str) -> str | None:
    try:
        return _valid(f"+{digits}")
    except phonenumbers.NumberParseException:
        return None
