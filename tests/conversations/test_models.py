"""Conversations read by models: an honest one, one that is away, and one that lies. Judged by rows, like all the others."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from anna.commands import Intent, Reading, Safety
from anna.conversation.understanding.model import understander as model_module
from anna.conversation.understanding.model.proposal import Proposal
from anna.conversation.understanding.port import Context
from anna.simulation.house import House
from anna.simulation.story_file import DEBORA
from anna.turns.models import thinking
from tests.conversations.test_conversations import HERE, test_conversation as tell
from tests.processes import eventually

STORIES = (
    "01_lead_with_typos_books",
    "12_emergency",
    "10_stop_sending",
    "17_known_patient",
    "14_price_then_back",
)


async def lie(house: House, vendor: str, *lies: Mapping[str, Any]) -> None:
    await house.control(
        "POST", f"{vendor}/demo/answers", {"answers": [{"change": dict(lie)} for lie in lies]}
    )


async def asked_in_vain(house: House, vendor: str) -> bool:
    """Whether the fault that was set for a vendor has struck: the question is on record, and on its way."""
    accounts = await house.control("GET", "faults")
    return all(not account["faults"] for account in accounts if account["provider"] == vendor)


async def readers(house: House) -> Sequence[str]:
    return [row["entendeu"] for row in await house.rows("select entendeu from whatsapp.turnos order by id")]


@pytest.mark.parametrize("story", STORIES)
async def test_a_conversation_read_by_a_model_ends_like_one_read_by_the_rules(
    modelled: House, vendor: str, story: str
) -> None:
    await tell(modelled, HERE / f"{story}.yaml")
    asked = await modelled.rows("select * from analytics.interacoes_ia")
    assert {row["resultado"] for row in asked} <= {"aceita"}
    assert all(row["turno_id"] and row["custo_usd"] > 0 for row in asked)
    if story != "12_emergency":  # nobody is asked about an emergency
        assert vendor in await readers(modelled)


@pytest.mark.parametrize("fault", ["hang", "500", "invalid_json", "429"])
async def test_a_conversation_goes_on_when_the_model_is_away(
    modelled: House, vendor: str, fault: str
) -> None:
    """A patient hears of none of it."""
    switch = {"provider": vendor, "instance": "demo", "fault": fault, "options": {"retry_after": 3600}}
    await modelled.control("POST", "faults", switch)
    await tell(modelled, HERE / "17_known_patient.yaml")
    assert set(await readers(modelled)) == {"offline"}


AGREES = {"intents": ["affirm", "choose_slot", "confirm_attendance"], "yes_no": "yes", "choice": 1}


async def test_a_model_that_invents_a_choice_books_nothing(modelled: House, vendor: str) -> None:
    await modelled.talk(DEBORA, "oi, quero fazer botox")
    await modelled.talk(DEBORA, "pode ser sexta de tarde, nesse número mesmo")
    assert (
        await modelled.value("select count(*) from agendamento.consultas where conversa_id is not null") == 0
    )
    await lie(modelled, vendor, AGREES, AGREES)
    await modelled.talk(DEBORA, "minha prima que indicou vocês")
    await modelled.talk(DEBORA, "ela gostou demais daí")
    assert (
        await modelled.value("select count(*) from agendamento.consultas where conversa_id is not null") == 0
    )


async def test_a_model_that_invents_a_cancellation_lets_no_slot_go(modelled: House, vendor: str) -> None:
    for text in ("quero botox sexta 15h", "sim", "1"):
        await modelled.talk(DEBORA, text)
    held = "select count(*) from agendamento.consultas where status = 'reservado' and conversa_id is not null"
    assert await modelled.value(held) == 1
    gone = {"intents": ["cancel", "deny", "reschedule", "other_times"], "yes_no": "no"}
    await lie(modelled, vendor, gone)
    await modelled.talk(DEBORA, "qual o endereço de vocês mesmo, por favor?")
    assert await modelled.value(held) == 1


async def test_a_model_that_invents_a_procedure_and_a_day_is_not_believed(
    modelled: House, vendor: str
) -> None:
    invented = {
        "intents": ["schedule"], "procedures": [{"slug": "limpeza_de_pele", "words": "limpeza"}],
        "day": "2026-11-27", "hour": "15:00", "name": "Maria",
    }  # fmt: skip
    await lie(modelled, vendor, invented)
    heard = await modelled.talk(DEBORA, "oi, queria marcar um horário com vocês")
    assert "procedimento" in heard[-1]
    (run,) = await modelled.rows("select dados from automacao.execucoes where fluxo = 'lead_to_booking'")
    assert not {"procedimentos", "quando", "nome"} & set(run["dados"]["slots"])


async def test_a_model_that_denies_an_emergency_changes_nothing(modelled: House, vendor: str) -> None:
    await lie(modelled, vendor, {"intents": ["greet"], "safety": "none", "human": False})
    heard = await modelled.talk(DEBORA, "fiz preenchimento ontem e to com muita falta de ar")
    assert any("192" in text for text in heard)
    assert await modelled.value("select dono from whatsapp.conversas") == "pessoa"


async def test_a_model_that_invents_an_opt_out_silences_nobody(modelled: House, vendor: str) -> None:
    await lie(modelled, vendor, {"intents": ["optout"], "optout": True})
    await modelled.talk(DEBORA, "vocês têm como parar essa dor?")
    assert await modelled.value("select saida from whatsapp.contatos limit 1") is None
    assert await modelled.value("select count(*) from automacao.execucoes where fluxo = 'opt_out'") == 0


async def test_a_model_that_raises_an_alarm_is_heard(modelled: House, vendor: str) -> None:
    alarm = {"intents": [Intent.EMERGENCY], "safety": Safety.EMERGENCY, "human": True}
    await lie(modelled, vendor, alarm)
    await modelled.talk(DEBORA, "depois da sessão meu coração ficou esquisito e estou tonta")
    assert await modelled.value("select dono from whatsapp.conversas") == "pessoa"


async def test_a_worker_that_dies_while_it_asks_leaves_the_turn_to_another(
    modelled: House, vendor: str
) -> None:
    """The question stays on record with what it may have cost, and the patient is answered once."""
    await modelled.control(
        "POST", "faults", {"provider": vendor, "instance": "demo", "fault": "hang", "count": 1}
    )
    await modelled.say(DEBORA, text="oi, quanto custa o botox?")
    dying = asyncio.create_task(modelled.client.turns.take_next())
    await eventually(lambda: asked_in_vain(modelled, vendor), "the vendor is asked and hangs")
    dying.cancel()
    await asyncio.gather(dying, return_exceptions=True)
    await modelled.settle()
    assert await modelled.new_texts(DEBORA) == []
    await modelled.wait(timedelta(minutes=2))
    assert "890,00" in (await modelled.new_texts(DEBORA))[0]
    asked = await modelled.rows("select * from analytics.interacoes_ia order by id")
    assert [(row["finalidade"], row["resultado"]) for row in asked] == [
        ("entender", "em_curso"),
        ("entender", "aceita"),
        ("responder", "aceita"),
    ]
    assert [row["turno_id"] is None for row in asked] == [True, False, False]
    assert await modelled.value("select count(*) from whatsapp.turnos where resultado = 'concluido'") == 1


# -- would anybody notice? ---------------------------------------------------------------------------------------------


def believe(proposal: Proposal, offline: Reading, text: str, context: Context, *, by: str) -> Reading:
    """What a house without a referee would take a model's word for."""
    return replace(
        offline, intents=proposal.intents, yes_no=proposal.yes_no, choice=proposal.choice, human=proposal.human,
        slot_choice=context.slots[proposal.choice - 1] if proposal.choice and context.slots else None,
        procedure=tuple(named.slug for named in proposal.procedures), name=proposal.name, optout=proposal.optout,
        safety=proposal.safety, by=by,
    )  # fmt: skip


@pytest.mark.parametrize("vendor", ["openai"], indirect=True)
@pytest.mark.parametrize(
    "guarded",
    [
        test_a_model_that_invents_a_choice_books_nothing,
        test_a_model_that_invents_a_cancellation_lets_no_slot_go,
        test_a_model_that_invents_a_procedure_and_a_day_is_not_believed,
        test_a_model_that_denies_an_emergency_changes_nothing,
        test_a_model_that_invents_an_opt_out_silences_nobody,
    ],
)
async def test_without_the_referee_every_lie_would_work(
    modelled: House, vendor: str, guarded: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_module, "settle", believe)
    monkeypatch.setattr(thinking, "is_final", lambda reading, text: False)
    with pytest.raises(AssertionError):
        await guarded(modelled, vendor)


async def test_a_turn_says_who_read_it_and_how_the_patient_sounds(modelled: House, vendor: str) -> None:
    await lie(modelled, vendor, {"sentiment": "negative"})
    await modelled.talk(DEBORA, "quanto custa a limpeza de pele? tô meio chateada com a minha")
    (turno,) = await modelled.rows("select * from whatsapp.turnos")
    assert (turno["entendeu"], turno["sentimento"]) == (vendor, "negative")
    asked, *written = await modelled.rows("select * from analytics.interacoes_ia order by id")
    assert asked["turno_id"] == turno["id"]
    assert [row["finalidade"] for row in written] == ["responder"]
    assert "price" in asked["intencoes"]
