"""Durations, instants and conditions: what they mean, and that nothing else gets through."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from anna.flows.expressions import (
    Condition,
    ExpressionError,
    Moment,
    format_duration,
    is_reference,
    look_up,
    parse_duration,
)

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
FACTS = {
    "lead": {"score": 71, "dias": None},
    "paciente": None,
    "consulta": {
        "inicio": NOON,
        "texto": NOON.isoformat(),
        "naive": NOON.replace(tzinfo=None),
        "status": "agendado",
    },
    "heard": frozenset({"schedule"}),
}


@given(st.integers(1, 9999), st.sampled_from("mhd"))
def test_a_duration_survives_being_written(number, unit):
    duration = parse_duration(f"{number}{unit}")
    assert parse_duration(format_duration(duration)) == duration


@pytest.mark.parametrize("text", ["0m", "5", "m", "-5m", "5s", "1h30m", "99999d", " 5m", "5 m", "٥m"])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(ExpressionError):
        parse_duration(text)


def test_a_fraction_of_a_minute_cannot_be_written():
    with pytest.raises(ExpressionError):
        format_duration(timedelta(seconds=90))


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("consulta.inicio", 0),
        ("consulta.inicio - 2h", -2),
        ("consulta.inicio+24h", 24),
        ("consulta.texto - 1d", -24),
    ],
)
def test_a_moment_is_looked_up_and_moved(text, offset):
    moment = Moment.parse(text)
    assert moment.at(FACTS) == NOON + timedelta(hours=offset)
    assert Moment.parse(str(moment)) == moment


@pytest.mark.parametrize(
    "text", ["inicio", "consulta.inicio - 2", "2h", "consulta.inicio * 2h", "consulta.", "", "a.b - 2h - 2h"]
)
def test_what_is_no_moment_is_refused(text):
    with pytest.raises(ExpressionError):
        Moment.parse(text)


@pytest.mark.parametrize(
    "path", ["consulta.naive", "consulta.status", "consulta.nada", "paciente.x", "nada.x", "lead.score"]
)
def test_an_instant_that_is_not_there_is_refused_when_looked_up(path):
    with pytest.raises(ExpressionError, match=path.replace(".", r"\.")):
        Moment.parse(path).at(FACTS)


@pytest.mark.parametrize(
    ("source", "holds"),
    [
        ("lead.score > 70", True),
        ("lead.score > 71", False),
        ("not paciente.conhecido", True),
        ("paciente.visitas.total > 3", False),
        ("lead.dias <= 7", False),
        ("lead.dias > 7", False),
        ("not (lead.dias <= 7)", True),
        ("lead.dias == none", True),
        ("lead.dias + 1 > 0", False),
        ("-lead.dias < 0", False),
        ("7 > lead.dias", False),
        ("consulta.status in ['agendado', 'confirmado']", True),
        ("'schedule' in heard and 'price' not in heard", True),
        ("'x' in lead.dias", False),
        ("lead.score - 1 == 70 or false", True),
        ("lead.dias", False),
    ],
)
def test_a_condition_means_what_it_says(source, holds):
    assert Condition.parse(source).holds(FACTS) is holds


@pytest.mark.parametrize(
    "source",
    ["", "lead.score >", "lead.score()", "lead['score']", "lead|length", "lead is defined", "1 if lead else 2", "a ~ b",
     "lead.score > 70 lead", "{{ lead }}", "9 ** 9 ** 9", "'a' * 99999999", "{'a': 1}", "[1][0]"],
)  # fmt: skip
def test_only_names_comparisons_and_or_not_are_conditions(source):
    with pytest.raises(ExpressionError):
        Condition.parse(source)


@pytest.mark.parametrize(
    "source",
    ["nada", "nada.x", "lead.nada", "lead.__class__", "heard.pop", "lead.score > 'a'", "consulta.inicio > 3", "consulta.naive > consulta.inicio"],
)  # fmt: skip
def test_unknown_names_and_values_that_do_not_compare_are_refused_not_false(source):
    with pytest.raises(ExpressionError):
        Condition.parse(source).holds(FACTS)


def test_a_condition_knows_its_names():
    assert Condition.parse("a.b > 1 and not (c.d.e in [f, 2])").names() == {"a.b", "c.d.e", "f"}


def test_a_reference_has_a_dot():
    assert is_reference("slots.quando")
    assert not any(is_reference(value) for value in ("lead_morno", "50m", 3, True, "a b.c", "A.b"))
    assert look_up(FACTS, "paciente.nome") is None
