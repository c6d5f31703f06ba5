"""What begins a run: conditions, lateness, keys, hold-outs, schedules and the talk lane."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from anna.flows.definition import Flow, OnSchedule
from anna.flows.expressions import ExpressionError
from anna.flows.language import parse_flow
from anna.flows.model import Happened, Pending, Run
from anna.flows.starts import Meeting, held_out, meet, next_time, run_key, starting, trigger_name
from tests.flows.play import FLOWS, NOW, Play, facts

SAO_PAULO = ZoneInfo("America/Sao_Paulo")


def flow_with(start: str) -> Flow:
    return parse_flow(
        f"flow: f\nversion: 1\npurpose: marketing\nlane: talk\nstart: [{start}]\nkey: [conversa.id, consulta.revisao]\nsteps: [{{end: e}}]",
        "f.yaml",
    )


def said(*commands: str) -> frozenset[str]:
    return frozenset(commands)


def news(name: str, **data: object) -> Happened:
    return Happened(id="e", name=name, at=NOW, data=data)


def test_a_command_starts_the_flow_whose_condition_holds():
    lead = FLOWS["lead_to_booking"]
    known = facts(paciente={"conhecido": True})
    assert starting(lead, said("greet"), facts(), NOW) is lead.starts[1]
    assert starting(lead, said("greet"), known, NOW) is None
    assert starting(lead, said("greet", "schedule"), known, NOW) is lead.starts[0]
    assert starting(lead, said("cancel"), facts(), NOW) is None


def test_the_gravest_command_of_a_message_names_the_trigger():
    hand_off = FLOWS["hand_off"]
    cause = said("human", "emergency")
    start = starting(hand_off, cause, facts(), NOW)
    assert start is not None
    assert trigger_name(start, cause) == "emergency"


def test_an_event_starts_a_flow_only_while_it_is_not_too_late():
    waitlist, event = FLOWS["waitlist"], news("consulta.cancelada")
    assert starting(waitlist, event, facts(), NOW) is waitlist.starts[0]
    near = facts(consulta={"inicio": NOW + timedelta(hours=2)})
    assert starting(waitlist, event, near, NOW) is None
    assert starting(waitlist, news("consulta.agendada"), facts(), NOW) is None


def test_a_condition_of_a_start_sees_the_trigger_and_what_was_heard():
    flow = flow_with(
        "{command: price, when: trigger.safety == none and 'price' in heard}, {event: a.b, when: trigger.n > 2}"
    )
    assert starting(flow, said("price"), {}, NOW) is flow.starts[0]
    assert starting(flow, said("price"), {}, NOW, {"safety": "minor"}) is None
    assert starting(flow, news("a.b", n=3), {}, NOW) is flow.starts[1]
    assert starting(flow, news("a.b"), {}, NOW) is None


def test_a_key_is_frozen_as_text_and_never_of_nothing():
    flow = flow_with("{call: true}")
    assert run_key(flow, facts()) == "c1|1"
    with pytest.raises(ExpressionError, match="conversa"):
        run_key(flow, facts(conversa=None))
    with pytest.raises(ExpressionError, match="revisao"):
        run_key(flow, facts(consulta={"revisao": None}))


HALF = flow_with("{event: a.b, holdout: 50}")


@given(st.text(max_size=40), st.integers(1, 9))
def test_a_holdout_leaves_out_the_same_keys_in_every_version(key, version):
    flow = HALF
    assert held_out(flow, flow.starts[0], key) == held_out(
        replace(flow, version=version), flow.starts[0], key
    )


def test_a_holdout_leaves_out_about_its_percentage():
    flow = flow_with("{event: a.b, holdout: 10}")
    assert 70 < sum(held_out(flow, flow.starts[0], str(number)) for number in range(1000)) < 130


def test_nobody_is_left_out_of_a_start_without_holdout():
    flow = flow_with("{event: a.b}")
    assert not any(held_out(flow, flow.starts[0], str(number)) for number in range(200))


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2026-11-03T09:59-03:00", "2026-11-03T10:00-03:00"),
        ("2026-11-03T10:00-03:00", "2026-11-10T10:00-03:00"),
        ("2026-11-04T01:00+00:00", "2026-11-10T10:00-03:00"),
    ],
)
def test_a_schedule_comes_round_in_the_clinics_own_time(after, expected):
    start = FLOWS["reactivation"].starts[0]
    assert isinstance(start, OnSchedule)
    found = next_time(start, datetime.fromisoformat(after).astimezone(UTC), SAO_PAULO)
    assert found == datetime.fromisoformat(expected)


def run_of(name: str, **changes: object) -> Run:
    return replace(Play.of(name, "schedule").run, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("new", "live", "meeting"),
    [
        ("price_info", run_of("lead_to_booking"), Meeting.BESIDE),
        ("hand_off", run_of("lead_to_booking"), Meeting.BESIDE),
        ("lead_to_booking", run_of("lead_to_booking"), Meeting.REFUSE),
        ("cancel", run_of("lead_to_booking"), Meeting.REPLACE),
        ("cancel", run_of("lead_to_booking", slots={"procedimentos": ["botox"]}), Meeting.SUSPEND),
        ("cancel", run_of("lead_to_booking", pending=Pending.WAIT), Meeting.SUSPEND),
        ("cancel", run_of("lead_to_booking", pending=Pending.ACTION), Meeting.SUSPEND),
    ],
)
def test_a_new_talk_run_suspends_what_holds_something_and_replaces_what_does_not(new, live, meeting):
    assert meet(FLOWS[new], live) is meeting


def test_the_deepest_run_says_whether_something_is_under_way():
    root = run_of("lead_to_booking", pending=Pending.CHILD)
    asking = run_of("booking")
    assert meet(FLOWS["cancel"], root, leaf=replace(asking, pending=Pending.QUESTION)) is Meeting.REPLACE
    assert meet(FLOWS["cancel"], root, leaf=replace(asking, pending=Pending.WAIT)) is Meeting.SUSPEND
