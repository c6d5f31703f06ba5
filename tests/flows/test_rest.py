"""What waits for the morning when time moves a talk at night, and what does not."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from anna.flows.engine import rest_until
from anna.flows.expressions import parse_duration
from tests.flows.play import NOW, Play, facts

OFFER = ("done", {"oferta": [{"id": "s1"}, {"id": "s2"}]})


def rests(play: Play, after: str, *, sleeps: str = "10h") -> timedelta | None:
    """For how long a wake-up so long after the start is put off, in a night that lasts `sleeps` from then on."""
    now: datetime = NOW + parse_duration(after)
    until = rest_until(play.flow, play.run, play.facts, now=now, morning=now + parse_duration(sleeps))
    return until - now if until else None


@pytest.mark.parametrize("after", ["4h", "22h"], ids=["nudge", "end of the questions"])
def test_what_is_counted_from_a_silence_waits_for_the_morning(after: str) -> None:
    assert rests(Play.of("lead_to_booking", "schedule"), after) == timedelta(hours=10)


def test_nothing_that_is_not_due_is_put_off() -> None:
    assert rests(Play.of("lead_to_booking", "schedule"), "3h") is None


def test_a_deposit_is_due_when_it_is_due_and_its_reminder_waits_no_longer_than_that() -> None:
    known = facts(
        fatura={"id": "f1", "status": "pendente", "vence_em": NOW + timedelta(minutes=45), "substitui": False}
    )
    play = Play.flow_of(Play.of("booking").flow, known=known, results={"offer_slots": OFFER})
    play.reply(choice="s1")
    assert play.run.step == "payment"
    assert rests(play, "20m") == timedelta(minutes=28), "until nobody paid"
    assert rests(play, "48m") is None, "or the hold is never let go"


def test_a_run_that_is_over_rests_for_ever() -> None:
    play = Play.of("booking", offer_slots=OFFER).reply("deny")
    assert play.end
    assert rests(play, "20h") is None
