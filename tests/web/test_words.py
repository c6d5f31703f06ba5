"""The demo page has a word for everything that a flow of the product can do, so that nobody reads a name of the code."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, PackageLoader

from anna.commands import Intent
from anna.conversation.replies import ReplyBook
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.flows.definition import Flow
from anna.flows.language import parse_flow
from anna.flows.steps import Ask, Do, Send, Wait
from anna.kit.resources import resource_folder
from anna.web.demo_path import MILESTONES
from tests.understanding.evaluate import DATA, context_of, load


@pytest.fixture(scope="module")
def spoken() -> Any:
    """The words of the page, as its templates see them."""
    return (
        Environment(loader=PackageLoader("anna.web", "templates"), autoescape=True)
        .get_template("demo/words.html")
        .module
    )


def flows() -> list[Flow]:
    return [
        parse_flow(path.read_text("utf-8"), path.name)
        for path in sorted(resource_folder("flows").glob("*.yaml"))
    ]


def test_every_template_is_spoken_of(spoken: Any) -> None:
    names = {
        name for name in ReplyBook.load(resource_folder("prompts")).names if not name.startswith("opcao_")
    }
    assert names - spoken.ditos.keys() == set()


def test_every_command_is_spoken_of(spoken: Any) -> None:
    assert {intent.value for intent in Intent} - spoken.vontades.keys() == set()


@pytest.mark.parametrize("flow", flows(), ids=lambda flow: flow.name)
def test_every_step_is_spoken_of(spoken: Any, flow: Flow) -> None:
    unspoken = set() if flow.name in spoken.fluxos else {flow.name}
    for step in flow.steps:
        match step:
            case Ask():
                unspoken |= {slot.name for slot in step.slots} - spoken.respostas.keys()
            case Do():
                unspoken |= {step.action} - spoken.fara.keys()
            case Send():
                unspoken |= {step.template} - spoken.ditos.keys()
            case Wait():
                events = [name for arm in step.then for name in getattr(arm, "names", ())]
                unspoken |= set(events[:1]) - spoken.esperas.keys()
            case _:
                pass
        nudge = getattr(step, "nudge", None)
        unspoken |= {nudge.prompt} - spoken.lembretes.keys() if nudge else set()
    assert unspoken == set()


def test_every_milestone_is_spoken_of(spoken: Any) -> None:
    assert spoken.acoes.keys() == MILESTONES


def test_every_rule_that_reads_a_message_is_spoken_of(spoken: Any) -> None:
    """Of every tenth labelled message: the page shows which rule saw what, and "facts_asked" is a name of the code."""
    anna, rows = OfflineUnderstander(), load(DATA / "own_messages.jsonl")[::10]
    hits = {hit.rule for row in rows for hit in anna.understand(row["text"], context_of(row)).trace}
    assert len(hits) > 100
    assert {rule for rule in hits if str(spoken.regra(rule)).strip() == rule} == set()
