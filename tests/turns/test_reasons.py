"""Every reason for which a person is called, and what may be done for the patient until one comes (decision 0020)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from anna.commands import Nuance, Safety
from anna.conversation.manners import ANOTHERS_NUMBER, IDENTITY, NEEDS_PERSON, THREATENED, WORDLESS
from anna.turns.aside.astray import INSULT
from anna.turns.booked.money import SAYS_PAID
from anna.turns.handoff.children import OF_HERS
from anna.turns.handoff.health_first import HEALTH_FIRST
from anna.turns.handoff.in_danger import PASSED
from anna.turns.handoff.insisting import MISUNDERSTOOD
from anna.turns.otherwise import CLARIFIED
from anna.turns.waiting_queries import (
    ELSEWHERE,
    FREE,
    HELD,
    HELP_COMES,
    KEPT,
    KEPT_GONE,
    KEPT_NOW,
    KEPT_UNSURE,
    TOLD_IN_DANGER,
)
from anna.turns.wordless import ASKED_ABOUT, UNCLEAR, VOICE, Before, answer_to
from anna.whatsapp.reasons import ALARMS, RELIEFS, SERVED, URGENT, WEIGHTS, Weight, weight_of
from anna.whatsapp.transcripts import Unheard

FLOWS = sorted((Path(__file__).parents[2] / "flows").glob("*.yaml"))


def of_flows() -> Iterator[str]:
    """What flows hand over for; `hand_off` for what begins it."""
    for path in FLOWS:
        flow: dict[str, Any] = YAML(typ="safe", pure=True).load(path.read_text("utf-8"))
        for step in flow["steps"]:
            if step.get("do") != "hand_off":
                continue
            if path.stem == "hand_off":
                for start in flow["start"]:
                    told = start.get("command") or start.get("event")
                    yield from [told] if isinstance(told, str) else told
            else:
                yield step["with"]["reason"]


def of_turns() -> Iterator[str]:
    """What turns hand over for by themselves."""
    yield from (
        SAYS_PAID,
        "link_suspeito",
        "link_nao_abre",
        CLARIFIED,
        INSULT,
        *PASSED.values(),
        OF_HERS,
        HEALTH_FIRST,
        ELSEWHERE,
        THREATENED.why,
        ANOTHERS_NUMBER.why,
        MISUNDERSTOOD,
        "falhou",
    )
    yield from (wish.value for wish in NEEDS_PERSON)
    yield from (manner.why for manner in IDENTITY.values())
    befores = [
        Before(),
        Before(concern=True),
        Before(says_paid=True),
        *(Before(rule=rule) for rule in sorted({*ASKED_ABOUT, UNCLEAR})),
    ]
    for before in befores:
        for kind in WORDLESS:
            for unheard in [None, *(reason.value for reason in Unheard)] if kind == VOICE else [None]:
                answer = answer_to(kind, before, unheard=unheard)
                if answer.person:
                    yield answer.why


@pytest.mark.parametrize("reason", sorted({*of_flows(), *of_turns(), Safety.SELF_HARM.value}))
def test_a_new_reason_has_its_weight(reason: str) -> None:
    assert reason in WEIGHTS


def test_a_reason_that_is_gone_leaves_the_table() -> None:
    assert set(WEIGHTS) == {*of_flows(), *of_turns(), Safety.SELF_HARM.value, "falhou_2x"}


@pytest.mark.parametrize(
    "reason",
    [
        *sorted({*URGENT, *KEPT}), "human", "complaint", "grief", "minor", Nuance.SAYS_PAID.value, *(manner.why for manner in IDENTITY.values()),
        "pagamento_sem_reserva", "sinal_de_consulta_cancelada", "comprovante", "what nobody has thought of",
    ],
)  # fmt: skip
def test_behind_a_grave_reason_nothing_is_booked(reason: str) -> None:
    assert weight_of(reason) is Weight.GRAVE
    assert reason not in SERVED


@pytest.mark.parametrize(
    "reason", ["sem_resposta", "medical_question", "sem_vaga", "lead_morno", "entendimento.falhou_2x"]
)
def test_behind_a_gentle_reason_the_sale_is_not_lost(reason: str) -> None:
    assert weight_of(reason) is not Weight.GRAVE
    assert reason in SERVED


@pytest.mark.parametrize(
    "reason", ["medical_question", "late", "pedido_de_dados", "foto_clinica", "audio_longo"]
)
def test_what_somebody_has_to_know_or_see_is_not_taken_back_by_a_word(reason: str) -> None:
    assert weight_of(reason) is Weight.GENTLE


def test_every_number_that_is_said_while_somebody_waits_is_an_alarm() -> None:
    said = {*KEPT.values(), *KEPT_NOW.values(), *TOLD_IN_DANGER, FREE, KEPT_GONE, KEPT_UNSURE}
    assert said == set(ALARMS)
    assert {HELD, HELP_COMES} <= set(RELIEFS)
