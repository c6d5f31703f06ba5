"""Checking flows against a vocabulary: the thirteen are clean, and each way to be wrong is told with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from anna.conversation.replies import ReplyBook
from anna.errors import InvalidFlow
from anna.flows.check import check_all, problems_in
from anna.flows.installed import vocabulary
from anna.flows.language import parse_flow
from anna.flows.vocabulary import Vocabulary
from anna.kit.resources import resource_folder
from tests.flows.play import FLOWS
from tests.flows.words import ROOT, VOCABULARY

HEAD = "flow: f\nversion: 1\npurpose: atendimento\nlane: talk\nstart: [{command: schedule}, {call: true}]\nkey: [conversa.id]\n"


def told(steps: str, head: str = HEAD) -> list[str]:
    flow = parse_flow(f"{head}steps:\n{steps}\n  - id: e\n    end: e\n", "f.yaml")
    found = problems_in(flow, VOCABULARY, {**FLOWS, "f": flow})
    return [str(problem).partition(": ")[2] for problem in found]


def test_the_thirteen_flows_are_clean():
    check_all(FLOWS, VOCABULARY)


@pytest.mark.parametrize(
    ("steps", "problem"),
    [
        ("  - send: transferncia", "expected the name of a template, found 'transferncia'; did you mean 'transferencia'?"),
        ("  - do: ofer_slots", "expected the name of an action, found 'ofer_slots'; did you mean 'offer_slots'?"),
        ("  - do: offer_slots\n    with: {cuont: 3}", "expected what offer_slots takes, found 'cuont'; did you mean 'count'?"),
        ("  - do: offer_slots\n    then: [{result: nome, goto: e}]", "expected a result of do_offer_slots, found 'nome'; did you mean 'none'?"),
        ("  - do: offer_slots\n    then: [{after: 1h, goto: e}]", "expected an arm that can hold at 'do', found 'after'"),
        ("  - do: book\n    rules: [{when: lead.score > 1, points: 1, because: x}]", "expected no rules: book does not score, found rules"),
        ("  - do: hand_off\n    with: {reason: lead.scor}", "expected an attribute of lead, found 'scor'; did you mean 'score'?"),
        ("  - call: boking", "expected the name of a flow with {call: true}, found 'boking'; did you mean 'booking'?"),
        ("  - call: nps", "expected the name of a flow with {call: true}, found 'nps'"),
        ("  - call: booking\n    with: {quand: slots.x}", "expected an attribute of slots, found 'x'"),
        ("  - call: booking\n    with: {quand: x}", "expected a slot booking is given, found 'quand'; did you mean 'quando'?"),
        ("  - call: booking\n    then: [{result: bookd, goto: e}]", "expected a result of call_booking, found 'bookd'; did you mean 'booked'?"),
        ("  - branch: [{when: led.score > 3, goto: e}]", "expected the name of a fact, found 'led'; did you mean 'lead'?"),
        ("  - branch: [{goto: e}, {when: lead.score > 3, goto: e}]", "expected the way without 'when' to be the last, found more ways below"),
        ("  - branch: [{when: lead.score > 3, goto: ee}]", "expected the id of a step, found 'ee'; did you mean 'e'?"),
        ("  - branch: [{when: slots.nota > 3, goto: e}]", "expected an attribute of slots, found 'nota'"),
        ("  - branch: [{when: cupom.id, goto: e}]", "expected the name of a fact, found 'cupom'"),
        ("  - wait: {until: consulta.inico - 2h}", "expected an attribute of consulta, found 'inico'; did you mean 'inicio'?"),
        ("  - wait:\n    then: [{event: fatura.paga, goto: e}]", "expected an arm of time ('after' or 'at'), so that nobody waits for ever, found none"),
        ("  - wait:\n    then: [{event: fatura.pago, goto: e}, {after: 1h, goto: e}]", "expected the name of an event, found 'fatura.pago'; did you mean 'fatura.paga'?"),
        ("  - wait:\n    then: [{result: x, goto: e}, {after: 1h, goto: e}]", "expected an arm that can hold at 'wait', found 'result'"),
        ("  - wait:\n    then: [{reply: [deny, deny], goto: e}, {after: 1h, goto: e}]", "expected a reply that no arm above takes, found 'deny'"),
        ("  - wait:\n    nudge: {after: 2h, prompt: upsell}\n    then: [{after: 1h, goto: e}]", "expected a nudge before the arm that ends the wait, found a later one"),
        ("  - ask: {a: {type: nsp, prompt: ask_nps}}\n    then: [{after: 1h, goto: e}]", "expected the type of a slot, found 'nsp'; did you mean 'nps'?"),
        ("  - ask: {a: {type: nps, prompt: ask_nsp}}\n    then: [{after: 1h, goto: e}]", "expected the name of a template, found 'ask_nsp'; did you mean 'ask_nps'?"),
        ("  - ask: {a: {type: nps, prompt: ask_nps}}\n    then: [{tries: out, goto: e}]", "expected an arm of time ('after' or 'at'), so that nobody waits for ever, found none"),
        ("  - ask: {a: {type: nps, prompt: ask_nps}}\n    then: [{tries: out, goto: e}, {after: 1h, goto: e}]", "expected tries, since an arm counts on them, found none"),
        ("  - ask: {a: {type: nps, prompt: ask_nps}}\n    then: [{reply: denny, goto: e}, {after: 1h, goto: e}]", "expected a command, an option or a slot, found 'denny'; did you mean 'deny'?"),
        ("  - ask: {a: {type: nps, prompt: ask_nps}}\n    not_after: consulta.inicio\n    then: [{after: 1h, goto: e}]", "expected an arm {result: dropped} for the question that is too late, found none"),
        ("  - ask: {a: {type: choice, of: oferta, prompt: ask_vaga}}\n    then: [{after: 1h, goto: e}]", "expected the name of a fact, found 'oferta'"),
        ("  - send: upsell\n    media: paciente.foto", "expected an attribute of paciente, found 'foto'; did you mean 'foto_consentida'?"),
        ("  - end: {outcome: x, emit: nps.promotr}", "expected the name of an event, found 'nps.promotr'; did you mean 'nps.promotor'?"),
        ("  - end: x\n  - send: upsell", "expected a way to the step 'send_upsell', found none"),
        ("  - do: answer\n    then: [{result: [done, unknown, late, late_ahead, person, part, medical, care], goto: e}]\n  - send: upsell", "expected a way to the step 'send_upsell', found none"),
        ("  - id: a\n    send: upsell\n  - branch: [{when: lead.score > 3, goto: e}]\n  - do: book\n    then: [{goto: a}]", "expected a step that waits (ask, wait, call) in every circle, found a -> branch -> do_book -> a"),
        ("  - id: a\n    ask: {a: {type: nps, prompt: ask_nps}}\n    then: [{after: 1h, goto: e}]\n  - send: upsell\n    then: [{goto: a}]", "expected a step that waits (ask, wait, call) in every circle, found a -> send_upsell -> a"),
        ("  - wait: {until: lead.score}", "expected the name of an instant (consulta.inicio, espera.vale_ate, fatura.vence_em, pedido.prazo_em, transferencia.cobrar_em, trigger.at), found 'lead.score'"),
        ("  - call: f", "expected a flow that does not lead back to this one, found 'f'"),
        (
            "  - ask: {a: {type: nps, prompt: ask_nps}}\n    then: [{after: 1h, goto: e}]\n"
            "  - ask: {a: {type: text, prompt: ask_nps}}\n    then: [{after: 1h, goto: e}]",
            "expected one type per slot, 'text', found 'nps'",
        ),
    ],
)  # fmt: skip
def test_a_wrong_word_is_told_with_the_nearest_right_one(steps, problem):
    assert problem in told(steps)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("{command: schedule}", "{command: schedul}", "expected the name of a command, found 'schedul'; did you mean 'schedule'?"),
        ("{command: schedule}", "{event: consulta.marcada}", "expected the name of an event, found 'consulta.marcada'"),
        ("{command: schedule}", "{every: day 09:00, for_each: inactive}", "expected the name of a population, found 'inactive'"),
        ("{command: schedule}", "{command: schedule, when: slots.x}", "expected the name of a fact, found 'slots'"),
        ("{call: true}", "{call: true, with: {a: txt}}", "expected the type of a slot, found 'txt'; did you mean 'text'?"),
        ("[conversa.id]", "[conversas.id]", "expected the name of a fact, found 'conversas'; did you mean 'conversa'?"),
        ("[conversa.id]", "[trigger.name]", "expected an id of a row, such as conversa.id, found 'trigger.name'"),
        ("key:", "stop: [{event: x.y, goto: z, undo: u}]\nkey:", "expected the id of a step (e, send_upsell), found 'z'"),
    ],
)  # fmt: skip
def test_a_wrong_head_is_told(old, new, problem):
    found = told("  - send: upsell", HEAD.replace(old, new))
    assert any(line.startswith(problem) for line in found), found


@pytest.mark.parametrize(
    "steps",
    [
        "  - id: a\n    do: charge\n    then: [{result: failed, goto: e}]\n  - send: upsell\n    then: [{goto: a}]",
        "  - id: a\n    ask: {a: {type: choice, of: [affirm], prompt: ask_nps}}\n    then: [{after: 1h, goto: e}]\n  - send: upsell\n    then: [{goto: a}]",
        "  - id: a\n    call: booking\n  - branch: [{when: lead.score > 3, goto: a}]",
    ],
)
def test_a_circle_that_waits_for_somebody_is_none_of_our_business(steps):
    assert not [problem for problem in told(steps) if "circle" in problem]


def test_what_this_installation_cannot_send_by_is_told():
    """Else a flow says that it sends an SMS, and WhatsApp it is."""
    words = replace(VOCABULARY, channels=frozenset({"whatsapp"}), media=False)
    flow = parse_flow(
        HEAD + "steps:\n  - send: upsell\n    channel: sms\n    media: paciente.foto_consentida\n  - end: e",
        "f.yaml",
    )
    assert [str(problem).partition(": ")[2] for problem in problems_in(flow, words, {})] == [
        "expected a channel that is installed (whatsapp), found 'sms'",
        "expected no media: nothing here can send any, found 'paciente.foto_consentida'",
    ]


ASKED = "ask: {a: {type: choice, of: [affirm, depois], prompt: ask_saida}}"


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        (
            "  - ask: {a: {type: nps, prompt: ask_saida}}\n    then: [{after: 1h, goto: e}]",
            ["8:34: expected a question with options ('of'), which this template lists, found 'ask_saida'"],
        ),
        (
            "  - send: ask_saida",
            ["8:11: expected a question with options ('of'), which this template lists, found 'ask_saida'"],
        ),
        (
            f"  - {ASKED}\n    nudge: {{after: 1m, prompt: ask_saida}}\n    then: [{{after: 1h, goto: e}}]",
            [
                "8:42: expected an option that has a label (affirm, deny), found 'depois'",
                "9:32: expected a question with options ('of'), which this template lists, found 'ask_saida'",
            ],
        ),
        (
            "  - ask: {a: {type: choice, of: [affirm, deny], prompt: ask_nps}}\n    then: [{after: 1h, goto: e}]",
            ["8:57: expected a template that lists the options in every wording, found 'ask_nps'"],
        ),
        (
            f"  - {ASKED.replace('depois', 'deny')}\n    then: [{{after: 1h, goto: e}}]",
            [],
        ),
    ],
    ids=["no options", "said", "nudged, and no label", "hidden", "as it should be"],
)
def test_options_that_nobody_could_see_are_told(steps, found):
    """Such a question fails when it is put, and the patient meets a person instead of it."""
    words = replace(
        VOCABULARY,
        lists=frozenset({"ask_saida"}),
        hides=frozenset({"ask_nps"}),
        options=frozenset({"affirm", "deny"}),
    )
    flow = parse_flow(f"{HEAD}steps:\n{steps}\n  - id: e\n    end: e\n", "f.yaml")
    assert [str(problem).removeprefix("f.yaml:") for problem in problems_in(flow, words, {})] == found


def test_the_templates_of_this_installation_say_themselves_which_of_them_list_options():
    """Else the check above would pass whatever a flow asks."""
    words = vocabulary(ReplyBook.load(resource_folder("prompts")))
    assert {"ask_vaga", "ask_saida", "ask_qual_consulta"} <= words.lists
    assert not words.lists & words.hides
    assert words.options
    assert {"affirm", "deny", "other_times"} <= words.options


def test_a_last_step_that_does_not_end_is_told():
    flow = parse_flow(HEAD + "steps: [{send: upsell}]", "f.yaml")
    (problem,) = problems_in(flow, VOCABULARY, {})
    assert str(problem) == "f.yaml:7:9: expected an 'end' after the last step, found 'send_upsell'"


def test_a_trigger_has_what_one_of_the_ways_to_start_brings():
    head = HEAD.replace("{command: schedule}", "{event: consulta.agendada}, {command: schedule}")
    good = "  - branch: [{when: trigger.safety or trigger.consulta or trigger.name == 'x', goto: e}]"
    assert told(good, head) == []
    assert told(good.replace("safety", "saftey"), head) == [
        "expected an attribute of trigger, found 'saftey'; did you mean 'safety'?"
    ]


def test_problems_of_all_flows_are_raised_together_with_their_places():
    bad = parse_flow(HEAD + "steps:\n  - send: nada\n  - end: e\n", "f.yaml")
    other = parse_flow(HEAD.replace("flow: f", "flow: g") + "steps:\n  - do: nada\n  - end: e\n", "g.yaml")
    with pytest.raises(InvalidFlow) as caught:
        check_all({"f": bad, "g": other}, VOCABULARY)
    lines = str(caught.value).splitlines()
    assert [line.split(" ")[0] for line in lines] == ["f.yaml:8:11:", "g.yaml:8:9:"]


def test_an_empty_vocabulary_is_told_and_does_not_raise():
    for flow in FLOWS.values():
        assert problems_in(flow, Vocabulary(), {})


def test_every_word_of_the_product_flows_can_be_broken_and_is_found():
    """Not one name in the five files is unchecked: a letter changed anywhere is a problem told, or no name."""
    for name in ("booking", "hand_off", "lead_to_booking", "opt_out", "price_info"):
        text = (ROOT / "flows" / f"{name}.yaml").read_text("utf-8")
        words = {
            *VOCABULARY.templates,
            *VOCABULARY.actions,
            *VOCABULARY.events,
            "booking",
            *(s.id for s in FLOWS[name].steps),
        }
        for word in sorted(
            words - {name, "none", "booked", "late"}
        ):  # also words of other kinds, which may stay
            broken = text.replace(f": {word}}}", f": {word}x}}").replace(f": {word}\n", f": {word}x\n")
            if broken == text or f"id: {word}\n" in text:
                continue
            flow = parse_flow(broken, f"{name}.yaml")
            if flow != FLOWS[name]:
                assert problems_in(flow, VOCABULARY, {**FLOWS, name: flow}), word
