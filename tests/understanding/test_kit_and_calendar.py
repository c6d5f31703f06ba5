"""The pure helpers understanding stands on: text, phones, numbers, money, the clinic's calendar."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from anna.clinica.calendar import DEFAULT, Calendar, easter
from anna.kit.dates import describe_day, describe_time
from anna.kit.money import brl
from anna.kit.numbers import read_number
from anna.kit.phone import canonical, find, parse, pretty
from anna.kit.text import clean, fold, tokenize


@given(st.text(alphabet=st.characters(codec=None)))
def test_text_that_postgresql_refuses(text: str) -> None:
    cleaned = clean(text)
    assert "\x00" not in cleaned
    cleaned.encode()
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("oiiii vc", ["oi", "voce"]),
        ("NÃOOO!", ["nao", "!"]),
        ("14h30min", ["14", "h", "30", "min"]),
        ("kkkkk", ["kkk"]),
        ("1º", ["1", "o"]),
    ],
)
def test_a_spelling_that_is_not_its_normal_form(text: str, norms: list[str]) -> None:
    assert [t.norm for t in tokenize(text)] == norms


def test_an_accent_that_survives_folding() -> None:
    assert fold("Sobrancelha À CÃO ﬁm") == "sobrancelha a cao fim"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(11) 99999-0000", "+5511999990000"),
        ("011 98765 4321", "+5511987654321"),
        ("+55 62 9 8123 4567", "+5562981234567"),
        ("11 8765-4321", "+5511987654321"),
        ("11 3456-7890", "+551134567890"),
        ("+1 212 555 2368", "+12125552368"),
        ("98877-6655", None),
        ("123.456.789-09", None),
        ("20 98765-4321", None),
    ],
)
def test_a_phone_read_as_another_or_as_none(text: str, number: str | None) -> None:
    assert parse(text) == number


def test_an_hour_before_a_phone_that_becomes_part_of_it() -> None:
    assert find("pode ligar às 14:30 11 98765-4321 obrigada") is not None
    assert (find("às 10 21 98765-4321") or ("",))[0] == "+5521987654321"


@given(st.integers(11, 99), st.integers(60000000, 99999999))
def test_two_forms_of_one_mobile_that_are_two_people(area: int, number: int) -> None:
    assert canonical(f"+55{area}9{number}") == canonical(f"55{area}{number}") == f"55{area}{number}"


@given(st.integers(11, 99), st.integers(20000000, 59999999))
def test_a_landline_that_is_touched(area: int, number: int) -> None:
    assert canonical(f"+55{area}{number}") == f"55{area}{number}"


def test_a_phone_shown_as_nobody_writes_it() -> None:
    assert pretty("+5511999990000") == "(11) 99999-0000"
    assert pretty("+551134567890") == "(11) 3456-7890"
    assert pretty("not a phone") == "not a phone"


def test_two_numbers_read_as_one() -> None:
    assert read_number(("vinte", "e", "cinco")) == (25, 3)
    assert read_number(("dez", "e", "quinze")) == (10, 1)
    assert read_number(("vinte", "e", "trinta")) == (20, 1)
    assert read_number(("uma",)) is None


@pytest.mark.parametrize(
    ("amount", "text"),
    [("1200", "R$ 1.200,00"), ("0.5", "R$ 0,50"), ("-3.1", "-R$ 3,10"), ("1234567.891", "R$ 1.234.567,89")],
)
def test_money_written_the_english_way(amount: str, text: str) -> None:
    assert brl(Decimal(amount)) == text


def test_a_day_or_hour_written_the_english_way() -> None:
    assert describe_day(date(2025, 10, 14)) == "terça, 14/10"
    assert (describe_time(time(15, 30)), describe_time(time(15)), describe_time(time(9, 5))) == (
        "15h30",
        "15h",
        "9h05",
    )


def test_a_feast_on_the_wrong_day() -> None:
    assert [easter(year) for year in (2024, 2025, 2026, 2038)] == [
        date(2024, 3, 31),
        date(2025, 4, 20),
        date(2026, 4, 5),
        date(2038, 4, 25),
    ]
    carnival, corpus = (date(2026, 2, 16), date(2026, 2, 17)), date(2026, 6, 4)
    assert all(DEFAULT.is_holiday(day) for day in (*carnival, corpus, date(2026, 12, 25), date(2026, 4, 3)))
    assert not DEFAULT.is_holiday(date(2026, 2, 18))


def test_a_holiday_the_clinic_edited_and_the_calendar_ignores() -> None:
    party, corpus = date(2026, 3, 19), date(2026, 6, 4)
    own = Calendar(extra_holidays=frozenset({party}), removed_holidays=frozenset({corpus}))
    assert not own.is_open(party)
    assert own.is_open(corpus)
    assert hash(own) != hash(DEFAULT)


def test_a_clinic_open_after_it_closes() -> None:
    assert DEFAULT.is_open_at(date(2026, 3, 7), time(12, 59))
    assert not DEFAULT.is_open_at(date(2026, 3, 7), time(13))
    assert not DEFAULT.is_open(date(2026, 3, 8))
    lunch = Calendar(week=(((time(8), time(12)), (time(14), time(18))),) * 7)
    assert not lunch.is_open_at(date(2026, 3, 3), time(13))
