"""A number was down for hours: what Anna had answered is not said as if nothing had happened, and nobody is left without an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anna.clinica.service import change_setting
from anna.simulation.house import House
from tests.durable.story import pay, work
from tests.invariants import broken

PHONE = "5511900080001"


async def down(house: House, hours: float) -> None:
    """The number cannot send for so long."""
    until = house.clock.now() + timedelta(hours=hours)
    await house.value(
        "update whatsapp.instancias set envio_apos = $1 where nome = 'aroeira' returning id", until
    )


async def passes(house: House, hours: float) -> list[str]:
    house.clock.advance(timedelta(hours=hours))
    await work(house, house.client)
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}
    return await house.new_texts(PHONE)


async def handed(house: House) -> list[str]:
    return [
        row["motivo"]
        for row in await house.rows("select motivo from whatsapp.transferencias order by aberta_em")
    ]


async def test_a_lunch_without_the_phone_costs_nothing(house: House) -> None:
    await down(house, 1.9)
    await house.talk(PHONE, "quero marcar limpeza de pele")
    heard = await passes(house, 1.95)
    assert [text for text in heard if "dia" in text]
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'descartada'") == 0


async def test_a_question_is_put_again_with_an_apology(house: House) -> None:
    await down(house, 3)
    await house.talk(PHONE, "quero marcar limpeza de pele")
    heard = await passes(house, 3.1)
    assert len(heard) == 2
    assert "Desculpe a demora" in heard[0]
    assert "dia" in heard[1]
    said = await house.rows(
        "select status, motivo from whatsapp.mensagens where autor = 'anna' order by ordem limit 1"
    )
    assert tuple(said[0].values()) == ("descartada", "on_time: an answer of 3 h 06 ago")
    await house.talk(PHONE, "sexta de manhã")
    assert await handed(house) == []
    assert await house.value(
        "select dados->'slots' ? 'quando' from automacao.execucoes where fluxo = 'lead_to_booking'"
    )


async def test_old_offers_are_looked_for_anew(house: House) -> None:
    """The times of this morning may be over, or taken."""
    await house.talk(PHONE, "quero marcar limpeza de pele na sexta de manhã")
    await down(house, 3)
    await house.talk(PHONE, "pode ser esse")
    before = await house.value("select count(*) from whatsapp.mensagens where modelo = 'ask_vaga'")
    heard = await passes(house, 3.1)
    assert (
        await house.value("select count(*) from whatsapp.mensagens where modelo = 'ask_vaga'") == before + 1
    )
    assert "Desculpe a demora" in heard[0]
    visits = await house.rows(
        "select passo, visita from whatsapp.mensagens where modelo = 'ask_vaga' order by ordem"
    )
    assert visits[-1]["visita"] > visits[0]["visita"]
    offered = await house.value(
        "select dados->'data'->'oferecidos' from automacao.execucoes where fluxo = 'booking' and estado = 'viva'"
    )
    assert len(offered) > 3, "looked for, not repeated"


async def test_an_answer_that_asks_nothing_goes_to_a_person(house: House) -> None:
    await house.talk(PHONE, "obrigada")
    await down(house, 3)
    await house.talk(PHONE, "onde fica a clínica?")
    heard = await passes(house, 3.1)
    assert ["Desculpe a demora" in heard[0], "equipe" in heard[-1]] == [True, True]
    assert await handed(house) == ["resposta_atrasada"]
    assert (
        await house.value("select desfecho from automacao.execucoes where fluxo = 'late_answer'") == "handed"
    )


async def test_several_old_answers_call_one_person_and_apologise_once(house: House) -> None:
    await down(house, 5)
    for text in ("quero marcar limpeza de pele", "onde fica a clínica?", "quanto custa?"):
        await house.talk(PHONE, text)
    heard = await passes(house, 5.1)
    assert sum("Desculpe" in text for text in heard) == 1
    assert len(await handed(house)) <= 1
    assert await passes(house, 0.1) == []


async def test_a_booking_that_was_paid_meanwhile_is_confirmed_by_a_person(house: House) -> None:
    for text in ("quero agendar botox sexta de manhã", "sim", "o primeiro"):
        await house.talk(PHONE, text)
    await down(house, 3)
    await pay(house, PHONE)
    await work(house, house.client)
    await passes(house, 3.1)
    assert await handed(house) == ["resposta_atrasada"]
    assert (
        await house.value("select status from agendamento.consultas where conversa_id is not null")
        == "agendado"
    )


@pytest.mark.parametrize("text", ["obrigada", "tchau"])
async def test_courtesies_are_let_go_in_silence(house: House, text: str) -> None:
    await house.talk(PHONE, "oi")
    await house.talk(PHONE, "deixa pra lá")
    await house.new_texts(PHONE)
    await down(house, 3)
    await house.talk(PHONE, text)
    assert await passes(house, 3.1) == []
    assert await handed(house) == []


async def test_a_nudge_of_this_morning_is_let_go_in_silence(house: House) -> None:
    await house.talk(PHONE, "quero marcar limpeza de pele")
    await house.new_texts(PHONE)
    await passes(house, 3.9)
    await down(house, 3)
    assert await passes(house, 0.2) == []
    assert await passes(house, 3) == []
    assert await handed(house) == []


async def test_what_a_person_has_taken_meanwhile_is_hers(house: House) -> None:
    await down(house, 3)
    await house.talk(PHONE, "quero falar com uma atendente")
    await passes(house, 1)
    await house.talk(PHONE, "onde fica a clínica?")
    await passes(house, 2.2)
    assert await handed(house) == ["human"]
    assert await house.value("select count(*) from automacao.execucoes where fluxo = 'late_answer'") == 0


async def test_the_clinic_says_how_long_an_answer_may_lie(house: House) -> None:
    async with house.client.database.transaction() as conn:
        clinica = await conn.fetchval("select clinica_id from whatsapp.instancias where nome = 'aroeira'")
        await change_setting(conn, clinica, "resposta_max_min", 20)
    await down(house, 0.5)
    await house.talk(PHONE, "quero marcar limpeza de pele")
    assert "Desculpe a demora" in (await passes(house, 0.55))[0]
