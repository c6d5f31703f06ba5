"""Reading flow files: what they mean, that they survive being stored, and how problems are told."""

from __future__ import annotations

import json
from datetime import time, timedelta

import pytest

from anna.errors import InvalidFlow
from anna.flows.definition import OnSchedule, Purpose
from anna.flows.language import flow_from_json, parse_flow
from anna.flows.loader import load_flows
from anna.flows.steps import Ask, Channel, End, Send
from tests.flows.play import FLOWS
from tests.flows.words import ROOT

HEAD = """flow: f
version: 3
purpose: marketing
lane: background
start: [{every: "tue,fri 18:00", for_each: inactive, limit: 40, holdout: 10}]
key: paciente.id
cooldown: 90d
"""


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidFlow) as caught:
        parse_flow(text, "f.yaml")
    return str(caught.value).splitlines()


def test_a_file_is_yaml_1_2():
    """In YAML 1.1 18:00 is a number, and `on`, `no` and `yes` are booleans."""
    flow = parse_flow(HEAD + "steps:\n  - id: no\n    send: on\n  - id: yes\n    end: off\n", "f.yaml")
    start = flow.starts[0]
    assert isinstance(start, OnSchedule)
    assert (start.weekdays, start.hour, start.limit, start.holdout) == ((1, 4), time(18), 40, 10)
    assert flow.steps == (Send(id="no", template="on"), End(id="yes", outcome="off"))
    assert (flow.purpose, flow.key, flow.cooldown) == (
        Purpose.MARKETING,
        ("paciente.id",),
        timedelta(days=90),
    )


@pytest.mark.parametrize("name", sorted(FLOWS))
def test_a_flow_survives_the_database(name):
    """jsonb sorts the keys of mappings: nothing may depend on their order."""
    stored = json.loads(json.dumps(FLOWS[name].to_json(), sort_keys=True))
    again = flow_from_json(stored)
    assert again == FLOWS[name]
    assert again.sha256 == FLOWS[name].sha256
    assert [step.id for step in again.steps] == [step.id for step in FLOWS[name].steps]


def test_the_order_of_questions_survives_the_database():
    flow = parse_flow(
        HEAD + "steps: [{ask: {z: {type: text, prompt: p}, a: {type: text, prompt: q}}}]", "f.yaml"
    )
    again = flow_from_json(json.loads(json.dumps(flow.to_json(), sort_keys=True)))
    step = again.steps[0]
    assert isinstance(step, Ask)
    assert [slot.name for slot in step.slots] == ["z", "a"]


def test_steps_without_an_id_get_one_that_says_what_they_do():
    steps = """steps:
  - id: send_x
    wait: {until: a.b}
  - send: x
  - send: x
  - do: act
  - ask: {nota: {type: nps, prompt: p}}
  - branch: [{goto: send_x}]
  - call: other
  - wait:
    then: [{goto: send_x}]
  - end: {outcome: out, emit: a.b}
"""
    flow = parse_flow(HEAD + steps, "f.yaml")
    assert [step.id for step in flow.steps] == [
        "send_x", "send_x_2", "send_x_3", "do_act", "ask_nota", "branch", "call_other", "wait", "end_out",
    ]  # fmt: skip
    assert flow.after("end_out") is None


def test_one_word_may_stand_for_a_list_of_one():
    short = parse_flow(
        HEAD + "steps: [{send: x, channel: sms, then: [{result: sent, goto: e}]}, {id: e, end: e}]", "f"
    )
    long = parse_flow(
        HEAD + "steps: [{send: x, channel: [sms], then: [{result: [sent], goto: e}]}, {id: e, end: e}]", "f"
    )
    assert short == long
    assert isinstance(short.steps[0], Send)
    assert short.steps[0].channel == (Channel.SMS,)


def test_the_version_is_what_is_written_not_where():
    spaced = parse_flow(
        "# a comment\n" + HEAD.replace("key: paciente.id", "key: [paciente.id]") + "steps: [{end: e}]",
        "g.yaml",
    )
    assert spaced.sha256 == parse_flow(HEAD + "steps: [{end: e}]", "f.yaml").sha256
    assert spaced.sha256 != parse_flow(HEAD + "steps: [{end: d}]", "f.yaml").sha256


def test_all_problems_are_told_at_once_with_their_places_and_the_nearest_name():
    text = """flow: F
version: 0
purpos: marketing
lane: tlk
start: [{evnt: a}, {event: b, call: true}]
key: conversa.id
steps:
  - ask: {a: {type: choice, prompt: p}}
    tres: 4
    then: [{after: 5x, goto: a}, {reply: deny, goto: 3, at: a.b}]
  - wait: {until: foo}
  - do: act
    with: {x: [1]}
    rules: [{when: a.b(), because: x, points: 500}]
"""
    assert problems(text) == [
        "f.yaml:1:1: expected a flow with the key 'purpose', found none",
        "f.yaml:1:7: expected the name of the flow, found 'F'; did you mean 'f'?",
        "f.yaml:2:10: expected a version from 1 to 1000000, found 0",
        "f.yaml:3:1: expected a key of a flow (flow, version, purpose, lane, start, key, stop, cooldown, steps),"
        " found 'purpos'; did you mean 'purpose'?",
        "f.yaml:4:7: expected one of talk, background, aside, override, found 'tlk'; did you mean 'talk'?",
        "f.yaml:5:9: expected a start: exactly one of command, event, every, call, found evnt; did you mean 'event'?",
        "f.yaml:5:20: expected a start: exactly one of command, event, every, call, found event and call",
        "f.yaml:8:14: expected 'of' exactly where the type is choice, found type 'choice'",
        "f.yaml:9:5: expected a key of a step of kind ask (id, ask, tries, nudge, not_after, channel, media, then),"
        " found 'tres'; did you mean 'tries'?",
        "f.yaml:10:20: expected a duration such as 20m, 4h or 30d, found '5x'",
        "f.yaml:10:34: expected an arm with one of reply, event, result, after, at, tries, found reply and at",
        "f.yaml:10:54: expected the id of a step, found 3",
        "f.yaml:11:19: expected a time such as consulta.inicio - 2h, found 'foo'",
        "f.yaml:13:15: expected a text, a number, true, false, or the name of a fact, found a list",
        "f.yaml:14:20: expected a condition, found 'a.b()' (call is not allowed)",
        "f.yaml:14:47: expected points from -100 to 100, found 500",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "f.yaml:1:1: expected a flow, found nothing"),
        ("- 1", "f.yaml:1:1: expected a flow, found a list"),
        (
            "a: [",
            "f.yaml:1:5: expected the end of what is open here, found the end of the file",
        ),
        ("a: 1\na: 2", "f.yaml:2:1: expected each key once, found 'a' again"),
        ("x: !!python/object:os.system 1", "f.yaml:1:1: expected a key of a flow"),
        ("flow: &a [*a]", "f.yaml:1:1: expected a flow with the key"),
        (HEAD + "steps: []", "f.yaml:8:8: expected a list of steps, found an empty list"),
        (HEAD + "steps: [{end: a, send: b}]", "f.yaml:8:9: expected a step: exactly one of"),
        (
            HEAD + "steps: [{id: a, end: a}, {id: a, end: b}]",
            "f.yaml:8:31: expected an id that no other step has",
        ),
        (HEAD + "steps: [{ask: {}}]", "f.yaml:8:15: expected at least one slot, found a mapping"),
        (HEAD + "steps: [{wait: , then: [{tries: in, goto: a}]}]", "f.yaml:8:33: expected 'out', found 'in'"),
        (
            HEAD.replace("tue,fri 18:00", "tue 25:00") + "steps: [{end: a}]",
            "f.yaml:5:17: expected a day and an hour",
        ),
    ],
)
def test_what_is_no_flow_is_told_with_its_place(text, told):
    assert problems(text)[0].startswith(told)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - id: e", "   - id: e", "f.yaml:10:4: expected a line that begins in the same column as line 9, column 3, found column 4"),
        ("    end: e", "   end: e", "f.yaml:11:4: expected a line that begins in the same column as line 9, column 3, found column 4"),
        ("    end: e", "\tend: e", "f.yaml:11:1: expected spaces before the first word, found a tab"),
        ("end: e", "end: 'e", "f.yaml:12:1: expected the closing quote of the text in line 11, column 10, found the end of the file"),
        ("end: e", "end: e: f", "f.yaml:11:11: expected one 'key: value' (a text with ': ' goes into quotes), found another ': '"),
        ("send: x", "send: x\n    then: [{result: dropped, goto: e]", "f.yaml:10:37: expected a comma or '}' in what is opened in line 10, column 12, found something else"),
        ("end: e", "end: @e", "f.yaml:11:10: expected a text in quotes where it begins with such a sign, found a bare one"),
        ("end: e", "end: *e", "f.yaml:11:10: expected an anchor (&name) before its alias (*name), found none"),
        ("end: e", "end: e\n---\nflow: g", "f.yaml:12:1: expected one document in a file, found a second document"),
        ("end: e", "end: \x00", "f.yaml:11:10: expected printable characters, found the character 0x0"),
        ("start: [", "start: {command: a}\nstop: [", "f.yaml:5:8: expected a list of starts, found one that is no list: write it as [{…}]"),
        ("send: x", "sned: x", "f.yaml:9:5: expected a step: exactly one of ask, send, wait, do, branch, call, end, found sned; did you mean 'send'?"),
        ("end: e", "branch: [{when: a.b > 1 adn c.d, goto: e}]", "f.yaml:11:21: expected a condition, found 'a.b > 1 adn c.d' (what is 'adn'?)"),
        ("send: x", "wait: 2h", "f.yaml:9:11: expected nothing (and an arm 'after' or 'at'), or {until: consulta.inicio - 2h}, found '2h'"),
    ],
)  # fmt: skip
def test_a_slip_of_the_hand_is_told_in_words_that_say_what_to_do(old, new, told):
    text = HEAD + "steps:\n  - send: x\n  - id: e\n    end: e\n"
    assert text.count(old) == 1
    assert problems(text.replace(old, new))[0].startswith(told)


def test_a_folder_tells_the_problems_of_all_its_files(tmp_path):
    (tmp_path / "a.yaml").write_text("flow: b\n", "utf-8")
    (tmp_path / "b.yaml").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "c.yaml").write_text(HEAD + "steps: [{end: e}]", "utf-8")
    with pytest.raises(InvalidFlow) as caught:
        load_flows(tmp_path)
    told = str(caught.value)
    assert "a.yaml:1:1: expected a flow with the key 'version'" in told
    assert "b.yaml:1:1: expected a text in UTF-8" in told
    assert "c.yaml:1:7: expected the name of its file, found 'f'" in told


def test_the_flows_of_the_product_are_there():
    assert set(load_flows(ROOT / "flows")) >= {
        "lead_to_booking",
        "booking",
        "price_info",
        "hand_off",
        "opt_out",
    }
