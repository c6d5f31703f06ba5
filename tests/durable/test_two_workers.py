"""Three workers share one database: nothing is answered twice, nothing is lost, and no deadlock is seen."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from anna.clock import ManualClock
from anna.db.events import emit
from anna.flows.shelf import Shelf
from anna.simulation.house import House
from anna.whatsapp import ownership
from tests.durable.crew import PATIENCE_S, Patient, at_work, quiet, workers
from tests.durable.story import in_the_ledger, work
from tests.invariants import broken


def unforeseen(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What a worker's loop logged that an operator would have to read."""
    return [
        record.getMessage() + (f": {record.exc_info[1]!r}" if record.exc_info else "")
        for record in caplog.records
        if record.levelno >= logging.ERROR
    ]


async def holds(house: House) -> None:
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}


async def test_many_patients_want_the_same_times(house: House, caplog: pytest.LogCaptureFixture) -> None:
    patients = [Patient(house, f"55119000200{n:02}") for n in range(8)]
    async with workers(house, 3) as crew, at_work(crew):
        booked = await asyncio.gather(*(patient.books() for patient in patients))
        await quiet(house)
    assert all(booked), [await p.phone_shows() for p, ok in zip(patients, booked, strict=True) if not ok][:3]
    assert (
        await house.value(
            "select count(*) from agendamento.consultas where status = 'agendado' and conversa_id is not null"
        )
        == 8
    )
    await holds(house)
    for patient in patients:
        shown = await patient.phone_shows()
        assert shown == await in_the_ledger(house, patient.phone), "order kept, each once"
    assert (
        await house.value(
            "select count(*) from whatsapp.mensagens where direcao = 'entrada' and desfecho <> 'respondida'"
        )
        == 0
    )
    assert await house.value("select count(*) from automacao.execucoes where estado <> 'encerrada'") == 0
    assert unforeseen(caplog) == []


async def test_who_waits_for_a_person_is_booked_once_by_whichever_worker(house: House) -> None:
    patients = [Patient(house, f"55119000201{n:02}") for n in range(6)]
    async with workers(house, 3) as crew, at_work(crew):
        for patient in patients:
            await patient.says("faz desconto no botox?")
            await patient.hears()
        booked = await asyncio.gather(*(patient.books() for patient in patients))
        await quiet(house)
    assert all(booked), [await p.phone_shows() for p, ok in zip(patients, booked, strict=True) if not ok][:3]
    assert (
        await house.value("select count(*) from whatsapp.transferencias where devolvida_em is null") == 6
    ), "what was asked first is still to be answered"
    assert (
        await house.value(
            "select count(*) from agendamento.consultas where status = 'agendado' and conversa_id is not null"
        )
        == 6
    )
    await holds(house)


async def test_events_that_reach_two_conversations_from_both_sides(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """Each locks the conversations in another order: one of them gives way and is run again."""
    a, b = Patient(house, "5511900020101"), Patient(house, "5511900020102")
    for patient in (a, b):
        await patient.says("quero marcar limpeza de pele")
    await house.standin.core.settle()
    await house.settle()
    runs = await house.rows(
        "select execucao_id, conversa_id, clinica_id from automacao.perguntas order by aberta_em, id"
    )
    now = house.clock.now()
    async with house.client.database.transaction() as conn:
        for n in range(60):
            near, far = (runs[0], runs[1]) if n % 2 else (runs[1], runs[0])
            refs = {"conversa": near["conversa_id"], "execucao": far["execucao_id"]}
            await conn.execute(
                "insert into automacao.refs values ($1, $2, 'execucao', $2) on conflict do nothing",
                far["clinica_id"],
                far["execucao_id"],
            )
            await emit(
                conn, clinica_id=near["clinica_id"], nome="nada.aconteceu", refs=refs, dados={}, now=now
            )
    async with workers(house, 3) as crew, at_work(crew):
        await quiet(house)
    assert unforeseen(caplog) == []
    assert await house.value("select count(*) from automacao.eventos where erro is not null") == 0


async def test_the_slow_holder_of_a_lease_commits_nothing(house: House) -> None:
    """Worker A thinks for longer than its lease; B answers; A comes back and finds that it is not its turn any more."""
    patient = Patient(house, "5511900020201")
    thinking, thought = asyncio.Event(), asyncio.Event()
    understand = house.client.turns._understand

    async def slowly(situation: object) -> object:
        thinking.set()
        await thought.wait()
        return await understand(situation)  # type: ignore[arg-type]

    house.client.turns._understand = slowly  # type: ignore[method-assign,assignment]
    await patient.says("quero marcar limpeza de pele")
    await house.standin.core.settle()
    slow = asyncio.create_task(house.client.turns.take_next())
    async with asyncio.timeout(PATIENCE_S):
        await thinking.wait()
    async with workers(house, 1) as [(_, other)]:
        assert not await other.turns.take_next(), "the lease holds"
        house.clock.advance(timedelta(seconds=61))
        assert await other.turns.take_next(), "and ends"
        thought.set()
        await slow
        await work(house, other)
    assert await house.value("select count(*) from whatsapp.turnos") == 1
    assert len(await patient.phone_shows()) == 1
    await holds(house)


async def test_who_fails_slowly_leaves_the_conversation_to_who_has_it(house: House) -> None:
    patient = Patient(house, "5511900020202")
    thinking, thought = asyncio.Event(), asyncio.Event()

    async def badly(situation: object) -> object:
        thinking.set()
        await thought.wait()
        raise ValueError("a bug")

    house.client.turns._understand = badly  # type: ignore[method-assign,assignment]
    await patient.says("quero marcar limpeza de pele")
    await house.standin.core.settle()
    slow = asyncio.create_task(house.client.turns.take_next())
    async with asyncio.timeout(PATIENCE_S):
        await thinking.wait()
    async with workers(house, 1) as [(_, other)]:
        house.clock.advance(timedelta(seconds=61))
        await other.turns.take_next()
        thought.set()
        await slow
    assert await house.value("select array_agg(resultado) from whatsapp.turnos") == ["concluido"]
    await holds(house)


async def test_a_person_who_came_between_taking_and_reading_keeps_the_conversation(house: House) -> None:
    """Her time was over when the worker took the turn; then she wrote again."""
    patient = Patient(house, "5511900020203")
    await patient.says("oi")
    await house.standin.core.settle()
    await house.settle()
    conversa = await house.value(
        "select id from whatsapp.conversas where id in (select conversa_id from whatsapp.turnos)"
    )
    juliana = await house.value("select id from auth.usuarios where email = 'juliana@demo.example'")

    async def replies(text: str) -> None:
        async with house.client.database.transaction() as conn:
            await ownership.reply(conn, conversa, usuario_id=juliana, texto=text, now=house.clock.now())

    await replies("Oi, aqui é a Juliana")
    house.clock.advance(timedelta(minutes=31))
    await patient.says("e o preço?")
    await house.standin.core.settle()
    read = house.client.turns._situations.read

    async def meanwhile(taken: object, now: object) -> object:
        await replies("Já te digo!")
        return await read(taken, now)  # type: ignore[arg-type]

    house.client.turns._situations.read = meanwhile  # type: ignore[method-assign,assignment]
    await house.client.turns.take_next()
    assert await house.value("select dono from whatsapp.conversas where id = $1", conversa) == "pessoa"
    assert (
        await house.value("select desfecho from whatsapp.mensagens where texto = 'e o preço?'") == "da_pessoa"
    )


async def test_a_patient_who_types_on_is_overtaken_three_times_and_then_answered(house: House) -> None:
    patient = Patient(house, "5511900020204")
    understand = house.client.turns._understand
    said = 0

    async def while_she_types(situation: object) -> object:
        nonlocal said
        said += 1
        await patient.says(f"e mais uma coisa {said}")
        await house.standin.core.settle()
        return await understand(situation)  # type: ignore[arg-type]

    house.client.turns._understand = while_she_types  # type: ignore[method-assign,assignment]
    await patient.says("quero marcar limpeza de pele")
    await house.standin.core.settle()
    for _ in range(4):
        house.clock.advance(timedelta(seconds=1))
        await house.client.turns.take_next()
    house.client.turns._understand = understand  # type: ignore[method-assign]
    assert await house.value("select array_agg(resultado order by id) from whatsapp.turnos") == [
        *["ultrapassado"] * 3,
        "concluido",
    ]
    assert (
        await house.value(
            "select count(*) from whatsapp.mensagens where desfecho is null and direcao = 'entrada'"
        )
        == 1
    )
    await work(house, house.client)
    await holds(house)
    assert (
        await house.value(
            "select count(*) from whatsapp.mensagens where desfecho is null and direcao = 'entrada'"
        )
        == 0
    )


async def test_the_slow_sender_and_the_look_up_agree(house: House) -> None:
    """A's answer comes after its lease, when B has looked the message up: it was sent once, and both say so."""
    patient = Patient(house, "5511900020205")
    channel = await house.client.channels.open(
        await house.value("select id from whatsapp.instancias where nome = 'aroeira'")
    )
    sent, go_on = asyncio.Event(), asyncio.Event()

    class Slow:
        async def send(self, message: object) -> str:
            name = await channel.send(message)  # type: ignore[arg-type]
            sent.set()
            await go_on.wait()
            return name

    async def slow_channel(instancia_id: object) -> object:
        return Slow()

    house.client.door._open_channel = slow_channel  # type: ignore[assignment]
    await patient.says("quero marcar limpeza de pele")
    await house.standin.core.settle()
    await house.client.turns.take_next()
    slow = asyncio.create_task(house.client.door.send_next())
    async with asyncio.timeout(PATIENCE_S):
        await sent.wait()
    async with workers(house, 1) as [(_, other)]:
        house.clock.advance(timedelta(minutes=5))
        await work(house, other)
        go_on.set()
        await slow
        await work(house, other)
    assert len(await patient.phone_shows()) == 1
    await holds(house)
    assert (
        await house.value(
            "select count(*) from whatsapp.mensagens where autor = 'anna' and provedor_id is null"
        )
        == 0
    )


@pytest.mark.parametrize("sender", ["anna", "pessoa"])
async def test_an_echo_that_named_the_wrong_message_is_corrected(house: House, sender: str) -> None:
    """The same words twice, the first lost on the way: the second one's echo seems to be the first one's."""
    patient = Patient(house, "5511900020207")
    await patient.says("oi")
    await house.settle()
    async with house.client.database.transaction() as conn:
        for status in ("incerta", "planejada"):
            await conn.execute(
                "insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, especie, texto, status, status_em,"
                " criada_em, tentativas, nao_antes, portoes) select clinica_id, conversa_id, instancia_id, 'saida', $1, 'pessoa', 'Já vou!', $2::text, $3::timestamptz, $3::timestamptz,"
                " case $2::text when 'incerta' then 1 else 0 end, case $2 when 'incerta' then $3::timestamptz + interval '1 hour' end,"
                " case $2 when 'incerta' then '[]'::jsonb end from whatsapp.mensagens where direcao = 'entrada'",
                sender, status, house.clock.now(),
            )  # fmt: skip
    await house.control(
        "POST", "faults", {"provider": "evolution", "instance": "aroeira", "fault": "echo_first", "count": 1}
    )
    await house.settle()
    said = await house.rows(
        "select status, provedor_id from whatsapp.mensagens where texto = 'Já vou!' order by ordem"
    )
    assert said[0]["status"] == "incerta"
    assert said[1]["provedor_id"]
    assert (await patient.phone_shows())[-1] == "Já vou!"
    await holds(house)


async def test_an_effect_whose_lease_ended_is_finished_once(house: House) -> None:
    """A's charge hangs past its lease, B's is made; then A fails: the charge stays made, and is not asked for again."""
    patient = Patient(house, "5511900020206")
    for text in ("quero agendar botox sexta de manhã", "sim", "o primeiro"):
        await patient.says(text)
        await house.standin.core.settle()
        await house.client.turns.take_next()
        await house.client.door.send_next()
    charging, failing = asyncio.Event(), asyncio.Event()

    async def hangs(efeito: object, now: object) -> object:
        charging.set()
        await failing.wait()
        raise TimeoutError

    house.client.dispatcher._outside = {"charge": hangs}  # type: ignore[dict-item]
    slow = asyncio.create_task(house.client.dispatcher.act_next())
    async with asyncio.timeout(PATIENCE_S):
        await charging.wait()
    async with workers(house, 1) as [(_, other)]:
        assert not await other.dispatcher.act_next()
        house.clock.advance(timedelta(seconds=61))
        assert await other.dispatcher.act_next()
        failing.set()
        await slow
        house.clock.advance(timedelta(minutes=2))
        assert not await other.dispatcher.act_next()
        await work(house, other)
    assert await house.value("select status from automacao.efeitos") == "feito"
    assert await house.value("select count(*) from financeiro.faturas") == 1
    assert "http" in (await patient.phone_shows())[-1]
    await holds(house)


async def test_two_workers_that_bring_different_flows_get_different_versions(house: House) -> None:
    """A rolling deploy: live runs finish on the text they began with, so a version means one text."""
    flow = house.client.runner.shelf.get("price_info")
    shelves = [Shelf([replace(flow, cooldown=timedelta(days=days))]) for days in (1, 2, 3)]

    async def publish(shelf: Shelf) -> int:
        async with house.client.database.transaction() as conn:
            await shelf.publish(conn, now=house.clock.now())
        return shelf.get("price_info").version

    versions = await asyncio.gather(*map(publish, shelves))
    assert len(set(versions)) == 3


async def test_clocks_that_differ_by_some_seconds_lose_nothing(house: House, clock: ManualClock) -> None:
    """Each machine has its own idea of now; a lease is longer than their quarrel."""
    behind = ManualClock(clock.now() - timedelta(seconds=7))
    patients = [Patient(house, f"55119000203{n:02}") for n in range(4)]
    async with workers(house, 1) as ahead, workers(house, 1, clock=behind) as late, at_work([*ahead, *late]):
        assert all(await asyncio.gather(*(patient.books() for patient in patients)))
        clock.advance(timedelta(seconds=10))
        behind.advance(timedelta(seconds=10))
        await quiet(house)
    await holds(house)
    for patient in patients:
        assert await patient.phone_shows() == await in_the_ledger(house, patient.phone)
