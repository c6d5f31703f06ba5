"""What a technician sees: the drawing of a flow and the trace of a dry run."""

from __future__ import annotations

import json
from typing import Any

import pytest

from anna.errors import InvalidInput
from anna.flows.dry import dry_run
from anna.flows.script import Line, Words, parse_script
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


def script(*lines: Any) -> tuple[Line, ...]:
    return parse_script(json.dumps(lines), "s.yaml")  # every JSON is YAML


OFFER = {"result": "done", "data": {"oferta": [{"id": "s1"}, {"id": "s2"}]}}


def test_a_dry_run_plays_a_script_to_its_end():
    trace = dry_run(
        FLOWS["booking"],
        script(
            OFFER,
            {"reply": "unclear"},
            {"reply": [], "choice": "s2"},
            {"wait": "30m"},
            {"event": "fatura.paga"},
        ),
        facts(),
        NOW,
    )
    assert trace[0] == "Tue 03/11 13:00  Started"
    assert "Tue 03/11 13:20  Tick" in trace
    assert any("template=lembrar_pagamento" in line for line in trace)
    assert trace[-1] == "encerrada: booked"


def test_a_dry_run_says_where_it_stands_and_what_meant_nothing():
    trace = dry_run(FLOWS["booking"], script(OFFER, {"event": "consulta.faltou"}), facts(), NOW)
    assert trace[-2:] == (
        "    (means nothing here)",
        "viva: at choose, waiting for question, next at Wed 04/11 09:00",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- reply: x\n- replay: x", "s.yaml:2:3: expected a line: exactly one of wait, reply, result, child, event, dropped, stop, found replay; did you mean 'reply'?"),
        ("- {reply: deny, wait: 4h}", "s.yaml:1:3: expected a line: exactly one of wait, reply, result, child, event, dropped, stop, found wait and reply"),
        ("reply: x", "s.yaml:1:1: expected a list of lines"),
        ("- wait: 4x", "s.yaml:1:9: expected a duration such as 20m, 4h or 30d, found '4x'"),
        ("- wait: 10", "s.yaml:1:9: expected a duration such as 20m, 4h or 30d, found 10"),
        ("- reply: 3", "s.yaml:1:10: expected a command, an option or unclear"),
        ("- reply: [1]", "s.yaml:1:11: expected a command, an option or unclear"),
        ("- reply:", "s.yaml:1:3: expected a command, an option or unclear"),
        ("- reply: dney", "s.yaml:1:10: expected a command or an option, found 'dney'; did you mean 'deny'?"),
        ("- event: fatura.pago", "s.yaml:1:10: expected the name of an event, found 'fatura.pago'; did you mean 'fatura.paga'?"),
        ("- reply: []\n  answers: [a]", "s.yaml:2:12: expected slots with their values, found a list"),
        ("- reply: []\n  answers: {qando: x}", "s.yaml:2:20: expected a slot of the flow, found 'qando'; did you mean 'quando'?"),
        ("- reply: []\n  anwsers: {}", "s.yaml:2:3: expected a key of a line with reply (reply, answers, incomplete, choice), found 'anwsers'; did you mean 'answers'?"),
        ("- reply: x\n  incomplete: 5", "s.yaml:2:15: expected the name of a slot"),
        ("- result: done\n  data: 3", "s.yaml:2:9: expected names with values, found 3"),
        ("- stop:", "s.yaml:1:3: expected a word, found nothing"),
        ("- a: [", "s.yaml:1:7: expected the end of what is open"),
    ],
)  # fmt: skip
def test_each_mistake_of_a_script_is_told_with_its_place(text, told):
    words = Words(said={"deny", "x"}, events={"fatura.paga"}, answers={"quando"})
    with pytest.raises(InvalidInput) as caught:
        parse_script(text, "s.yaml", words)
    assert told in str(caught.value)


def test_an_empty_script_is_one():
    assert parse_script("# nothing happens\n", "s.yaml") == ()


@pytest.mark.parametrize("line", [{"dropped": "opted_out"}, {"stop": "replaced"}, {"child": "booked"}])
def test_every_kind_of_line_can_be_played(line):
    assert dry_run(FLOWS["reminder_24h"], script({"wait": "2d"}, line), facts(), NOW)[-1]
