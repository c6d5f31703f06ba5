"""Each gate alone, their order, and what a walk through them records."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given, strategies as st

from anna.door.gates import GATES, Departure, Outcome, judge
from anna.door.quiet import quiet_until

NOW = datetime(2026, 11, 25, 17, 12, tzinfo=UTC)
FINE = Departure(
    now=NOW, especie="conversa", answers_patient=True, insists=False, spoke_at=NOW, nao_depois=None, planned_at=NOW, answer_until=None, saida=None, dono="anna", dono_ate=None,
    nobody_came=False, situation_changed=None, repeats_last=False, window_ends=None, has_window=False, quiet_until=None, consented=False,
)  # fmt: skip
UNASKED = replace(FINE, answers_patient=False)
LONG_AGO = replace(UNASKED, spoke_at=NOW - timedelta(hours=22))
NIGHT = NOW + timedelta(hours=9)


def last(departure: Departure) -> tuple[str, Outcome]:
    verdict = judge(departure)[-1]
    return verdict.gate, verdict.outcome


def test_the_order_of_the_gates_is_fixed() -> None:
    names = [gate.__name__ for gate in GATES]
    assert names == [
        "opted_out", "owner", "on_time", "still_true", "duplicate", "window", "quiet_hours", "consent", "bound",
    ]  # fmt: skip
    assert [verdict.gate for verdict in judge(FINE)] == names


@pytest.mark.parametrize(
    ("departure", "gate", "outcome"),
    [
        (replace(UNASKED, especie="lembrete", saida="automaticas"), "opted_out", Outcome.DROP),
        (replace(UNASKED, especie="lembrete", sem_lembretes=True), "opted_out", Outcome.DROP),
        (replace(UNASKED, especie="conversa", insists=True, saida="automaticas"), "opted_out", Outcome.DROP),
        (replace(UNASKED, especie="conversa", saida="tudo"), "opted_out", Outcome.DROP),
        (replace(UNASKED, especie="marketing", saida="marketing", consented=True), "opted_out", Outcome.DROP),
        (replace(FINE, dono="pessoa"), "owner", Outcome.DROP),
        (replace(FINE, dono="pessoa", dono_ate=NOW + timedelta(seconds=1)), "owner", Outcome.DROP),
        (replace(FINE, nao_depois=NOW - timedelta(seconds=1)), "on_time", Outcome.DROP),
        (replace(FINE, answer_until=NOW - timedelta(seconds=1)), "on_time", Outcome.DROP),
        (replace(FINE, situation_changed="the consulta changed"), "still_true", Outcome.DROP),
        (replace(FINE, repeats_last=True), "duplicate", Outcome.DROP),
        (replace(FINE, has_window=True, window_ends=NOW), "window", Outcome.DROP),
        (replace(FINE, has_window=True, window_ends=None), "window", Outcome.DROP),
        (replace(LONG_AGO, saida="automaticas"), "opted_out", Outcome.DROP),
        (replace(LONG_AGO, especie="pesquisa", quiet_until=NIGHT), "quiet_hours", Outcome.HOLD),
        (replace(LONG_AGO, quiet_until=NIGHT), "quiet_hours", Outcome.HOLD),
        (replace(UNASKED, spoke_at=None, quiet_until=NIGHT), "quiet_hours", Outcome.HOLD),
        (replace(LONG_AGO, especie="lembrete", quiet_until=NIGHT), "quiet_hours", Outcome.HOLD),
        (replace(UNASKED, insists=True, quiet_until=NIGHT), "quiet_hours", Outcome.HOLD),
        (
            replace(LONG_AGO, especie="pesquisa", quiet_until=NIGHT, nao_depois=NOW + timedelta(hours=1)),
            "quiet_hours",
            Outcome.DROP,
        ),
        (replace(UNASKED, especie="marketing"), "consent", Outcome.DROP),
        (replace(FINE, unbound="R$ 150"), "bound", Outcome.DROP),
    ],
)  # fmt: skip
def test_a_gate_stops_what_it_is_for(departure: Departure, gate: str, outcome: Outcome) -> None:
    assert last(departure) == (gate, outcome)


@pytest.mark.parametrize(
    "departure",
    [
        replace(FINE, saida="tudo"),  # an answer to the patient's own message always goes
        replace(FINE, especie="transferencia", dono="pessoa"),  # the notice of the hand-off itself
        replace(FINE, dono="pessoa", nobody_came=True),  # said in the move that handed it over
        replace(UNASKED, especie="lembrete", dono="pessoa"),  # reminders are exempt by kind
        replace(FINE, especie="pessoa", dono="pessoa", repeats_last=True),  # a person's own words
        replace(FINE, dono="pessoa", dono_ate=NOW),  # the time a person had is over
        replace(FINE, has_window=True, window_ends=NOW + timedelta(seconds=1)),
        replace(FINE, answer_until=NOW),
        replace(UNASKED, especie="marketing", saida=None, consented=True),
        replace(UNASKED, especie="lembrete", saida="marketing"),
        replace(
            UNASKED, especie="marketing", consented=True, sem_lembretes=True
        ),  # only reminders were refused
        replace(FINE, quiet_until=NIGHT, spoke_at=NOW - timedelta(hours=3)),  # an answer goes at any hour
        replace(
            UNASKED, quiet_until=NIGHT
        ),  # she wrote within the hour: the end of her hold, her paid consulta
        replace(LONG_AGO, especie="transferencia", quiet_until=NIGHT),
        replace(LONG_AGO, especie="pessoa", quiet_until=NIGHT),
        replace(UNASKED, saida="automaticas"),  # what follows from the patient's own doing: paid, so booked
    ],
)
def test_what_may_go_goes(departure: Departure) -> None:
    assert last(departure) == ("bound", Outcome.PASS)


DEPARTURES = st.builds(
    Departure,
    now=st.just(NOW),
    especie=st.sampled_from(["conversa", "transferencia", "lembrete", "pesquisa", "marketing", "pessoa"]),
    answers_patient=st.booleans(),
    insists=st.booleans(),
    spoke_at=st.none() | st.just(NOW) | st.just(NOW - timedelta(hours=2)),
    nao_depois=st.none() | st.datetimes(timezones=st.just(UTC)),
    planned_at=st.just(NOW - timedelta(hours=1)),
    answer_until=st.none() | st.just(NOW) | st.just(NOW - timedelta(minutes=1)),
    saida=st.sampled_from([None, "marketing", "automaticas", "tudo"]),
    dono=st.sampled_from(["anna", "pessoa"]),
    dono_ate=st.none() | st.datetimes(timezones=st.just(UTC)),
    nobody_came=st.booleans(),
    situation_changed=st.none() | st.just("moved"),
    repeats_last=st.booleans(),
    window_ends=st.none() | st.datetimes(timezones=st.just(UTC)),
    has_window=st.booleans(),
    quiet_until=st.none() | st.just(NOW + timedelta(hours=3)),
    consented=st.booleans(),
)


@given(DEPARTURES)
def test_no_marketing_without_consent_or_in_quiet_hours(departure: Departure) -> None:
    if departure.especie == "marketing" and judge(departure)[-1].outcome is Outcome.PASS:
        assert departure.consented
        assert departure.quiet_until is None
        assert departure.saida is None or departure.answers_patient


@given(DEPARTURES)
def test_whatever_does_not_pass_says_why_and_held_messages_say_until_when(departure: Departure) -> None:
    *passed, final = judge(departure)
    assert all(verdict.outcome is Outcome.PASS for verdict in passed)
    assert (final.why is None) == (final.outcome is Outcome.PASS)
    assert (final.until is not None) == (final.outcome is Outcome.HOLD)


@given(st.integers(0, 365 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes)))
def test_quiet_hours_end_in_the_clinics_morning(now: datetime) -> None:
    until = quiet_until(now, "America/Sao_Paulo", time(20), time(8))
    local_hour = (now - timedelta(hours=3)).hour
    assert (until is not None) == (local_hour >= 20 or local_hour < 8)
    if until is not None:
        assert now < until <= now + timedelta(hours=12)
        assert (until.hour, until.minute) == (8, 0)
