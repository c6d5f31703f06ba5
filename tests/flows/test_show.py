"""What a technician sees: the drawing of a flow and the trace of a dry run."""

from __future__ import annotations

import pytest

from anna.errors import InvalidInput
from anna.flows.dry import dry_run
from anna.flows.show import as_mermaid, as_text
from anna.flows.steps import OnReply
from tests.flows.play import FLOWS, NOW, facts


@pytest.mark.parametrize("name", sorted(FLOWS))
def test_the_drawing_names_every_step_arm_and_word(name):
    flow = FLOWS[name]
    text, mermaid = as_text(flow), as_mermaid(flow)
    for step in flow.steps:
        assert f"\n{step.id}\n" in text
        assert f"  s_{step.id}" in mermaid
        for arm in step.then:
            assert f"-> {arm.goto}" in text
            assert f"| s_{arm.goto}" in mermaid
            if isinstance(arm, OnReply):
                assert f"reply {' or '.join(arm.names)} -> {arm.goto}" in text


def test_a_head_says_what_starts_and_stops_it():
    head = as_text(FLOWS["reactivation"]).split("\n\n")[0]
    assert (
        head
        == """reactivation v1  marketing, background
  starts  every tue 10:00 for each of inactive_patients, at most 40, leaving out 10 %
  one per paciente.id
  stops   on paciente.saiu
  stops   on consulta.agendada -> returned
  again   after 90d at the earliest"""
    )


def test_a_drawing_has_no_arrow_where_a_step_does_not_go_on():
    mermaid = as_mermaid(FLOWS["booking"])
    assert "s_payment --> s_book" not in mermaid
    assert "s_taken --> " not in mermaid
    assert "s_do_hold_slot --> s_branch" in mermaid


OFFER = {"result": "done", "data": {"oferta": [{"id": "s1"}, {"id": "s2"}]}}


def test_a_dry_run_plays_a_script_to_its_end():
    trace = dry_run(
        FLOWS["booking"],
        [
            OFFER,
            {"reply": "unclear"},
            {"reply": [], "choice": "s2"},
            {"wait": "30m"},
            {"event": "fatura.paga"},
        ],
        facts(),
        NOW,
    )
    assert trace[0] == "Tue 03/11 13:00  Started"
    assert "Tue 03/11 13:20  Tick" in trace
    assert any("template=lembrar_pagamento" in line for line in trace)
    assert trace[-1] == "encerrada: booked"


def test_a_dry_run_says_where_it_stands_and_what_meant_nothing():
    trace = dry_run(FLOWS["booking"], [OFFER, {"event": "consulta.faltou"}], facts(), NOW)
    assert trace[-2:] == (
        "    (means nothing here)",
        "viva: at choose, waiting for question, next at Wed 04/11 09:00",
    )


def test_a_script_with_an_unknown_line_is_refused_with_its_number():
    with pytest.raises(InvalidInput, match="line 2 of the script"):
        dry_run(FLOWS["booking"], [OFFER, {"says": "oi"}], facts(), NOW)


@pytest.mark.parametrize("line", [{"dropped": "opted_out"}, {"stop": "replaced"}, {"child": "booked"}])
def test_every_kind_of_line_can_be_played(line):
    assert dry_run(FLOWS["reminder_24h"], [{"wait": "2d"}, line], facts(), NOW)[-1]
