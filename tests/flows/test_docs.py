"""docs/flows.md: every example can be read, and every key of the language is explained."""

from __future__ import annotations

import re

import pytest

from anna.flows.check import problems_in
from anna.flows.definition import Lane, Purpose
from anna.flows.grammar import ARM_KEYS, SLOT_KEYS, STEP_KEYS
from anna.flows.language import FLOW_KEYS, START_KEYS, parse_flow
from anna.flows.steps import Channel
from anna.flows.vocabulary import Vocabulary
from tests.flows.words import ROOT

TEXT = (ROOT / "docs" / "flows.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```", TEXT, flags=re.MULTILINE | re.DOTALL)
FRAME = {
    "flow": "example",
    "version": "1",
    "purpose": "atendimento",
    "lane": "talk",
    "start": "[{call: true}]",
    "key": "[parent.id]",
    "steps": "[{id: returned, end: done}]",
}


def whole(example: str) -> str:
    """The example as a flow: steps and parts of a head get the rest around them."""
    if example.startswith("- "):
        example = "steps:\n" + example
    own = re.match(r"\w+", example)
    assert own
    given = {line.split(":")[0] for line in example.splitlines() if re.match(r"\w", line)}
    return "".join(f"{key}: {value}\n" for key, value in FRAME.items() if key not in given) + example


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_can_be_read_and_leads_nowhere_wrong(example):
    flow = parse_flow(whole(example), "flows.md")
    shape = [
        str(problem)
        for problem in problems_in(flow, Vocabulary(), {})
        if re.search(
            r"id of a step|arm of time|way to the step|'end' after|a nudge before|result: dropped",
            str(problem),
        )
    ]
    assert shape == []


def test_every_key_of_the_language_is_explained():
    keys = {*FLOW_KEYS, *ARM_KEYS, *SLOT_KEYS, *STEP_KEYS, *START_KEYS}
    keys |= {key for keys in (*STEP_KEYS.values(), *START_KEYS.values()) for key in keys}
    words = {member.value for kind in (Purpose, Lane, Channel) for member in kind} - {"whatsapp"}
    assert {word for word in keys | words if not re.search(rf"\b{word}\b", TEXT)} == set()
