from __future__ import annotations

import re
from contextlib import AsyncExitStack
from datetime import timedelta

import pytest

from anna.cli.common import Desk
from anna.cli.doctor import hearers, understanders
from anna.clock import ManualClock
from anna.db.connect import connect
from anna.reports import CHECKS
from anna.simulation.databases import Databases
from anna.simulation.house import House
from tests.cli.conftest import Operator
from tests.hearing import open_hearing_house


async def inbound_forgotten(house: House) -> None:
    await house.rows("update whatsapp.mensagens set desfecho = null where direcao = 'entrada' returning id")


async def inbound_overdue(house: House) -> None:
    await inbound_forgotten(house)
    await house.rows("update whatsapp.conversas set responder_em = $1 returning id", house.clock.now())


async def voice_overdue(house: House) -> None:
    await house.rows(
        "insert into whatsapp.transcricoes (clinica_id, mensagem_id, estado, proxima_em, criada_em)"
        " select clinica_id, id, 'pendente', $1, $1 from whatsapp.mensagens where direcao = 'entrada' returning mensagem_id",
        house.clock.now(),
    )


async def sending_past_lease(house: House) -> None:
    await house.rows(
        "update whatsapp.mensagens set status = 'enviando', enviar_ate = $1 where direcao = 'saida' returning id",
        house.clock.now(),
    )


async def planned_overdue(house: House) -> None:
    await house.rows(
        "update whatsapp.mensagens set status = 'planejada' where direcao = 'saida' returning id"
    )


async def number_down(house: House) -> None:
    await house.rows(
        "update whatsapp.instancias set caiu_em = $1 where nome = $2 returning id",
        house.clock.now(), house.instance,
    )  # fmt: skip


async def uncertain(house: House) -> None:
    await house.rows("update whatsapp.mensagens set status = 'incerta' where direcao = 'saida' returning id")


async def hold_expired(house: House) -> None:
    await house.rows(
        "update agendamento.consultas set status = 'reservado', expira_em = $1"
        " where id = (select id from agendamento.consultas where status = 'agendado' limit 1) returning id",
        house.clock.now(),
    )


async def run_overdue(house: House) -> None:
    await house.rows(
        "update automacao.execucoes set acorda_em = $1 where estado = 'viva' returning id", house.clock.now()
    )


async def run_stuck(house: House) -> None:
    await house.rows("update automacao.execucoes set acorda_em = null where estado = 'viva' returning id")
    await house.rows("update automacao.perguntas set fechada_em = $1 returning id", house.clock.now())


async def event_given_up(house: House) -> None:
    await house.rows(
        "insert into automacao.eventos (clinica_id, nome, refs, tentativas, erro, ocorrido_em, tratado_em)"
        " select id, 'conversa.encerrada', '{}', 9, 'ValueError()', $1, $1 from clinica.clinicas limit 1 returning id",
        house.clock.now(),
    )


async def person_overdue(house: House) -> None:
    await house.talk("5511900000186", "quero falar com uma pessoa", name="Priscila")
    await house.rows("update whatsapp.transferencias set prazo_em = $1 returning id", house.clock.now())


async def claim_unbound(house: House) -> None:
    lie = [{"tipo": "preco", "trecho": "R$ 1", "em": [0, 4], "valor": "1", "fato": None, "cita": False}]
    await house.rows(
        "update whatsapp.mensagens set provas = $1 where id = (select id from whatsapp.mensagens where autor = 'anna' limit 1) returning id",
        lie,
    )


WAYS = (
    inbound_forgotten, inbound_overdue, voice_overdue, sending_past_lease, planned_overdue, number_down, uncertain, hold_expired, run_overdue,
    run_stuck, event_given_up, person_overdue, claim_unbound,
)  # fmt: skip


async def test_a_house_in_order_has_nothing_to_find(operator: Operator) -> None:
    await operator.talk_to("oi, quero botox", "sexta às 15h")
    out = (await operator("doctor")).out
    for check in CHECKS:
        assert f"0      {check.name}" in out


@pytest.mark.parametrize("break_it", WAYS, ids=lambda way: way.__name__)
async def test_each_check_finds_what_it_looks_for(operator: Operator, break_it) -> None:
    await operator.talk_to("oi, quero botox")
    await break_it(operator.house)
    operator.house.clock.advance(timedelta(minutes=11))
    said = await operator("doctor", code=1)
    checks = said.out.partition("\n\n")[0].splitlines()[1:]
    found = [line.split()[1] for line in checks if not line.startswith("0 ")]
    assert found == [break_it.__name__]
    assert f"{break_it.__name__}: " in said.err


async def test_it_says_who_reads_messages(operator: Operator) -> None:
    said = (await operator("doctor")).out
    assert said.endswith("voice messages are written out by: nobody\nmessages are read by: offline\n")


async def test_it_says_who_writes_out_voices_and_how_it_went(
    databases: Databases, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with AsyncExitStack() as stack:
        house = await open_hearing_house(stack, databases, clock, monkeypatch)
        for words in ("oi, bom dia", "quanto custa o botox?", ""):
            await house.say("5511900000142", audio={"says": words})
            await house.settle()
        desk = Desk(anna=house.anna, client=house.client)
        async with house.client.database.transaction() as conn:
            who, lately = await hearers(desk, conn)
    assert who == (
        "voice messages are written out by: openai (gpt-transcribe), US$ 0.0045 a minute, up to 5 minutes"
    )
    assert lately == "  last 24 hours: 2 guardada, 1 falhou (vazio)"


async def test_it_says_how_models_answered_and_what_they_cost(modelled: House, vendor: str) -> None:
    await modelled.control(
        "POST", "faults", {"provider": vendor, "instance": "demo", "fault": "500", "count": 1}
    )
    for text in ("oi, quanto custa o botox?", "e a limpeza de pele, quanto é?"):
        await modelled.talk("5511900000142", text)
    desk = Desk(anna=modelled.anna, client=modelled.client)
    async with modelled.client.database.transaction() as conn:
        first, lately, spent = await understanders(desk, conn)
    assert re.fullmatch(rf"messages are read by: {vendor} \(.+\), offline", first)
    assert lately == f"  {vendor}, last 24 hours: 3 aceita, 1 nao_atendida"
    assert re.fullmatch(r"  spent: US\$ 0\.000\d+ of 5 today, US\$ 0\.000\d+ of 100 this month", spent)


async def test_an_overlap_the_database_did_not_refuse_is_found(operator: Operator) -> None:
    async with operator.house.client.database.transaction() as conn:
        (first, second) = await conn.fetch(
            "select id, inicio, fim, livre_em from agendamento.consultas where status = 'agendado' and profissional_id ="
            " (select profissional_id from agendamento.consultas where status = 'agendado' group by 1 having count(*) > 1"
            "  limit 1) order by inicio limit 2"
        )
    names = operator.databases
    admin = await connect(names.postgres.dsn(names.client))
    await admin.execute("alter table agendamento.consultas drop constraint sem_sobreposicao")
    await admin.execute(
        "update agendamento.consultas set inicio = $2, fim = $3, livre_em = $4 where id = $1",
        second["id"], first["inicio"], first["fim"], first["livre_em"],
    )  # fmt: skip
    await admin.close()
    said = await operator("doctor", code=1)
    assert "1      consulta_overlap" in said.out
