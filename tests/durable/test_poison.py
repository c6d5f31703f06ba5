"""One row that always fails must not stand in front of the others, nor be forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from anna.db.events import emit
from anna.flows.dispatch import MAX_TRIES
from anna.simulation.house import INSTANCE, House
from tests.durable.story import act, in_the_ledger, on_the_phone, work
from tests.invariants import broken

FIRST, SECOND, THIRD = "5511900000142", "5511900000143", "5511900000144"
FAULTS = [TypeError("a bug"), KeyError("a key"), AssertionError("never")]


async def fault(house: House, name: str, count: int) -> None:
    """Let something go wrong at the stand-in, so many times."""
    body = {"provider": "evolution", "instance": INSTANCE, "fault": name, "count": count}
    await house.control("POST", "faults", body)


async def sound(house: House) -> bool:
    async with house.client.database.transaction() as conn:
        return not await broken(conn)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_a_turn_that_always_fails_goes_to_a_person(
    house: House, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    answer = house.client.turns._answering.answer

    async def poisoned(move: Any, asked: Any) -> Any:
        if "veneno" in asked.burst.text:
            raise fault
        return await answer(move, asked)

    monkeypatch.setattr(house.client.turns._answering, "answer", poisoned)
    await house.say(FIRST, text="veneno")
    await house.say(SECOND, text="quero marcar limpeza de pele")
    await work(house, house.client)
    assert await house.new_texts(SECOND), "the neighbour is answered"
    for _ in range(3):
        house.clock.advance(timedelta(seconds=20))
        await work(house, house.client)
    assert await house.value("select desfecho from whatsapp.mensagens where texto = 'veneno'") == "da_pessoa"
    assert await house.value("select count(*) from whatsapp.transferencias") == 1
    assert "equipe" in " ".join(await house.new_texts(FIRST)), "and told that a person answers"
    assert await sound(house)


@pytest.mark.parametrize(
    "sql",
    ["select 1/0", "select 'x'::int", "insert into automacao.refs select null, null, null, null"],
    ids=["division", "cast", "null"],
)
async def test_an_event_that_the_database_refuses_blocks_no_other(
    house: House, monkeypatch: pytest.MonkeyPatch, sql: str
) -> None:
    spread = house.client.dispatcher._spread

    async def poisoned(move: Any, evento: Any) -> None:
        if evento.nome == "veneno":
            await move.conn.execute(sql)
        await spread(move, evento)

    monkeypatch.setattr(house.client.dispatcher, "_spread", poisoned)
    clinica_id = await house.value("select id from clinica.clinicas limit 1")
    async with house.client.database.transaction() as conn:
        for name in ("veneno", "remedio"):
            await emit(conn, clinica_id=clinica_id, nome=name, refs={}, dados={}, now=house.clock.now())
    await work(house, house.client)
    assert await house.value("select tratado_em is not null from automacao.eventos where nome = 'remedio'")
    assert not await house.value("select tratado_em is not null from automacao.eventos where nome = 'veneno'")
    for _ in range(MAX_TRIES):
        house.clock.advance(timedelta(hours=1))
        await work(house, house.client)
    row = (
        await house.rows("select tentativas, tratado_em, erro from automacao.eventos where nome = 'veneno'")
    )[0]
    assert row["tratado_em"], "in the end it is closed"
    assert row["erro"], "with its error"


async def test_runs_that_cannot_be_woken_block_no_other(house: House) -> None:
    """More of them than the peek looks at, and all of them before the healthy one."""
    for phone in (FIRST, SECOND):
        await house.talk(phone, "quero marcar limpeza de pele")
    async with house.client.database.transaction() as conn:
        sick, healthy = [
            r["execucao_id"]
            for r in await conn.fetch("select execucao_id from automacao.perguntas order by aberta_em, id")
        ]
        await conn.execute(
            "update automacao.execucoes set dados = dados - 'trigger', acorda_em = $2 where id = $1",
            sick,
            house.clock.now(),
        )
        await conn.execute(
            "insert into automacao.execucoes (clinica_id, fluxo, versao, chave, raiz_id, faixa, estado, passo, dados, desde, criada_em, acorda_em)"
            " select clinica_id, fluxo, versao, 'x' || n, id, faixa, 'viva', passo, dados, desde, criada_em, acorda_em"
            " from automacao.execucoes, generate_series(1, 25) n where id = $1",
            sick,
        )
    house.clock.advance(timedelta(hours=4, minutes=1))
    await work(house, house.client)
    assert (
        await house.value("select dados->>'nudged' from automacao.execucoes where id = $1", healthy) == "true"
    )
    assert (
        await house.value(
            "select count(*) from automacao.execucoes where acorda_em > $1 and chave like 'x%'",
            house.clock.now(),
        )
        == 25
    )


async def test_a_message_whose_channel_cannot_be_built_blocks_no_other(house: House) -> None:
    """Its instance is gone from the installation's key; the other instance's patients are answered."""
    await house.say(FIRST, text="quero marcar limpeza de pele")
    await house.say(SECOND, text="quero marcar limpeza de pele")
    await house.client.turns.take_next()
    async with house.client.database.transaction() as conn:
        await conn.execute(
            "with i as (insert into whatsapp.instancias select (jsonb_populate_record(i, jsonb_build_object('id', $1::uuid, 'nome', 'quebrada', 'numero', null))).*"
            " from whatsapp.instancias i where i.nome = 'aroeira' returning id)"
            " update whatsapp.mensagens set instancia_id = i.id from i where status = 'planejada'",
            uuid4(),
        )
        await conn.execute("update whatsapp.instancias set segredos = '\\x00' where nome = 'quebrada'")
    await work(house, house.client)
    assert await house.new_texts(SECOND)
    assert (
        await house.value("select status from whatsapp.mensagens where autor = 'anna' order by ordem limit 1")
        == "falhou"
    )
    assert await sound(house)


async def test_an_unknown_outcome_that_cannot_be_looked_up_blocks_no_other(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for phone in (FIRST, SECOND):
        await fault(house, "500_after_accept", 1)
        await house.say(phone, text="quero marcar limpeza de pele")
        await fault(house, "lose_webhook", 4)  # what tells of it: the echo and the statuses
        await house.settle()
        await house.control("DELETE", "faults", {"provider": "evolution", "instance": INSTANCE})
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'incerta'") == 2
    open_channel = house.client.door._open_channel
    calls = 0

    async def sometimes(instancia_id: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise KeyError("token")
        return await open_channel(instancia_id)

    monkeypatch.setattr(house.client.door, "_open_channel", sometimes)
    assert await house.client.door.resolve_uncertain() == 2
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'incerta'") == 1


async def test_an_effect_with_a_bug_is_given_up_in_the_end(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken_charge(efeito: Any, now: Any) -> Any:
        raise TypeError("a bug")

    monkeypatch.setitem(house.client.dispatcher._outside, "charge", broken_charge)
    for text in ("quero agendar botox sexta de manhã", "sim", "o primeiro"):
        await house.talk(FIRST, text)
    for _ in range(MAX_TRIES):
        house.clock.advance(timedelta(minutes=5))
        await work(house, house.client)
    assert await house.value("select status from automacao.efeitos") == "falhou"
    (told,) = await house.new_texts(FIRST)
    assert "a falha é nossa" in told
    assert "sinal não chegou" not in told
    assert await house.value("select motivo from whatsapp.transferencias") == "cobranca_falhou"
    assert await house.value("select count(*) from agendamento.consultas where status = 'reservado'") == 1
    assert await sound(house)


async def test_what_waits_for_the_provider_is_not_overtaken(house: House) -> None:
    """A 429 puts a message off; the next one of that conversation waits behind it, everybody else's goes."""
    await fault(house, "429", 1)
    await house.say(FIRST, text="quero marcar limpeza de pele")
    await house.settle()
    await house.say(FIRST, text="quanto custa?")
    await house.say(SECOND, text="oi")
    await house.settle()
    assert await house.new_texts(SECOND)
    assert await house.new_texts(FIRST) == []
    house.clock.advance(timedelta(minutes=1))
    await work(house, house.client)
    heard = await on_the_phone(house, FIRST)
    assert len(heard) >= 2
    assert heard == await in_the_ledger(house, FIRST)


async def test_a_bug_after_the_provider_took_it_is_an_unknown_outcome(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody may send it again, and the loop goes on."""
    channel = await house.client.channels.open(
        await house.value("select id from whatsapp.instancias where nome = 'aroeira'")
    )
    send = type(channel).send

    async def misread(self: Any, message: Any) -> str:
        await send(self, message)
        raise KeyError("key")

    monkeypatch.setattr(type(channel), "send", misread)
    await house.say(FIRST, text="quero marcar limpeza de pele")
    await fault(house, "lose_webhook", 9)
    await house.settle()
    assert await house.value("select status from whatsapp.mensagens where autor = 'anna'") == "incerta"
    monkeypatch.setattr(type(channel), "send", send)
    await work(house, house.client)
    assert len(await on_the_phone(house, FIRST)) == 1
    assert await house.value("select status from whatsapp.mensagens where autor = 'anna'") == "aceita"


async def test_the_same_words_twice_are_not_resolved_to_the_same_message(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is listed at the provider may be an earlier message with the same words: it has an owner already."""
    await house.talk(FIRST, "oi")
    conversa = await house.value("select conversa_id from whatsapp.mensagens where autor = 'anna'")
    async with house.client.database.transaction() as conn:
        await conn.execute(
            "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, texto, status, status_em, criada_em, portoes)"
            " select clinica_id, conversa_id, instancia_id, direcao, autor, texto, 'incerta', status_em, criada_em, portoes"
            " from whatsapp.mensagens where conversa_id = $1 and autor = 'anna'",
            conversa,
        )
    await act(house, SECOND, "oi")
    await work(house, house.client)
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'incerta'") == 1
    house.clock.advance(timedelta(minutes=11))
    await work(house, house.client)
    assert await house.value("select count(*) from whatsapp.mensagens where status = 'falhou'") == 1
