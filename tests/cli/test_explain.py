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


async def test_an_answer_that_a_model_wrote_says_who_from_which_rows_and_what_was_refused(
    operator: Operator,
) -> None:
    await operator.talk_to("oi, quanto custa o botox?")
    row = "01a201c3-c573-7f3a-8fca-1225b518c0d0"
    await operator.house.rows(
        "update whatsapp.turnos set rascunho = $1 returning id",
        {
            "desfecho": "escrito", "provedor": "openai", "versao": "2641baeefead", "linhas": {"s1": ["agendamento.servicos", row]},
            "usou": [["agendamento.servicos", row]], "sem_resposta": ["anthropic: resting"],
            "recusados": [{"texto": "O Botox custa R$ 9,00.", "por": [{"tipo": "preco", "trecho": "R$ 9,00"}]}],
        },
    )  # fmt: skip
    out = (await operator("explain", await message(operator, "direcao = 'saida'"))).out
    for expected in (
        "draft: a model wrote the answer, openai, wording 2641baeefead", f"used agendamento.servicos {row[-8:]}",
        "refused: “O Botox custa R$ 9,00.”", "no row says (preco): R$ 9,00", "did not answer: anthropic: resting",
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
