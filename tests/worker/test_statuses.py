"""Delivery statuses that come early, late, or for a run that waits for them."""

from __future__ import annotations

from datetime import timedelta

from anna.simulation.house import INSTANCE, House
from anna.whatsapp.marks import adopt_orphan_statuses

ANA = "5511900000511"
OUT = "from whatsapp.mensagens where direcao = 'saida'"
NEWS = "select count(*) from automacao.eventos where nome = 'mensagem.{}'"


async def test_what_overtook_the_answer_to_the_send_is_not_lost(house: House) -> None:
    """At pace 0 the stand-in delivers before its answer is written down."""
    await house.talk(ANA, "quero marcar peeling")
    assert await house.value(f"select status {OUT}") == "entregue"
    assert await house.value("select count(*) from whatsapp.status_orfaos") == 0


async def test_an_orphan_that_nobody_adopted_finds_its_message_in_the_sweep(house: House) -> None:
    await house.control(
        "POST", "faults", {"provider": "evolution", "instance": INSTANCE, "fault": "never_delivered"}
    )
    await house.talk(ANA, "quero marcar peeling")
    async with house.client.database.transaction() as conn:
        await conn.execute(
            "insert into whatsapp.status_orfaos (clinica_id, instancia_id, provedor_id, status, recebido_em)"
            f" select clinica_id, instancia_id, provedor_id, 'lida', $1 {OUT}", house.clock.now(),
        )  # fmt: skip
        assert len(await adopt_orphan_statuses(conn, now=house.clock.now())) == 1
        assert await adopt_orphan_statuses(conn, now=house.clock.now()) == []
    assert await house.value(f"select status {OUT}") == "lida"
    assert await house.value(NEWS.format("entregue")) == 1, "who read it has it"


async def test_a_run_hears_once_that_its_message_arrived_and_a_read_adds_nothing(house: House) -> None:
    await house.talk(ANA, "quero marcar peeling")
    await house.control("POST", f"evolution/{INSTANCE}/read", {"address": ANA})
    await house.standin.core.settle()
    assert await house.value(f"select status {OUT}") == "lida"
    [news] = await house.rows("select refs, dados from automacao.eventos where nome = 'mensagem.entregue'")
    [sent] = await house.rows(f"select id, conversa_id, execucao_id, passo, visita {OUT}")
    assert news["refs"] == {
        "mensagem": str(sent["id"]), "conversa": str(sent["conversa_id"]), "execucao": str(sent["execucao_id"]),
    }  # fmt: skip
    assert news["dados"] == {"passo": sent["passo"], "visita": sent["visita"], "motivo": None}


async def test_a_run_hears_that_its_message_will_not_arrive(house: House) -> None:
    await house.control(
        "POST", "faults", {"provider": "evolution", "instance": INSTANCE, "fault": "undelivered"}
    )
    await house.talk(ANA, "quero marcar peeling")
    assert await house.value(NEWS.format("falhou")) == 1
    assert await house.value(NEWS.format("entregue")) == 0


async def test_messages_of_no_run_make_no_news(house: House) -> None:
    """A greeting is answered by manners, not by a run: thousands of those must not become events."""
    await house.talk(ANA, "quero marcar peeling")
    before = await house.value(NEWS.format("entregue"))
    await house.control("POST", f"evolution/{INSTANCE}/type", {"to": ANA, "text": "aqui é a Juliana"})
    await house.settle()
    await house.wait(timedelta(minutes=5))
    assert await house.value(NEWS.format("entregue")) == before
