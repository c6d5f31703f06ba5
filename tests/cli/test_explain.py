from __future__ import annotations

from tests.cli.conftest import Operator


async def message(operator: Operator, where: str) -> str:
    id = await operator.house.value(
        f"select id from whatsapp.mensagens where {where} order by ordem desc limit 1"
    )
    return str(id.hex[-8:])


async def test_an_answer_has_its_gates_its_run_and_its_turn(operator: Operator) -> None:
    await operator.talk_to("oi, quero botox")
    out = (await operator("explain", await message(operator, "direcao = 'saida'"))).out
    for expected in (
        "by anna, as conversa", "owner: pass", "run: lead_to_booking v1", "step questions", "template ask_quando",
        'procedure ["botox"]', "went by: start -> lead_to_booking",
    ):  # fmt: skip
        assert expected in out


async def test_a_message_that_was_not_sent_says_which_gate_refused_it(operator: Operator) -> None:
    await operator.talk_to("oi, quero botox")
    await operator.house.say("5511900000142", text="sexta às 15h")
    await operator.house.client.turns.take_next()
    await operator.house.rows("update whatsapp.conversas set dono = 'pessoa' returning id")
    await operator.house.settle()
    out = (await operator("explain", await message(operator, "status = 'descartada'"))).out
    assert "status: descartada" in out
    assert "owner: drop (a person owns the conversation)" in out


async def test_a_patients_message_says_its_outcome_and_can_be_named_by_the_providers_id(
    operator: Operator,
) -> None:
    await operator.talk_to("oi, quero botox")
    known = await operator.house.value("select provedor_id from whatsapp.mensagens where direcao = 'entrada'")
    out = (await operator("explain", known)).out
    assert "outcome: respondida" in out
    assert "went by: start" in out
    assert "there is no message" in (await operator("explain", "nothing-like-it", code=1)).err
