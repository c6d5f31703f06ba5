"""`anna audit claims` at the command line, beside a running house; and the door, which holds a free text against its bindings."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from anna import reports
from anna.conversation.claims.binding import bind_claims
from anna.flows import message_queries
from anna.flows.evidence import read_facts
from anna.reports import find_lies
from tests.cli.conftest import PHONE, Operator

LIE = "O Botox custa R$ 9,00."
TRUE = "O Botox custa R$ 890,00."


async def test_after_a_whole_conversation_there_is_nothing_unbound(operator: Operator) -> None:
    await operator.talk_to(
        "oi, quanto custa o botox?", "quero marcar sexta às 15h", "pode ser esse número", "1"
    )
    said = await operator("audit", "claims")
    assert " 0 unbound" in said.out
    assert " 0 claims" not in said.out


@pytest.mark.parametrize(("sql", "why"), [
    ("update whatsapp.mensagens set texto = 'O Botox custa R$ 9,00.', provas = '[]' where autor = 'anna' and texto ~ '890' returning id",
     "no row says it"),
    ("update whatsapp.mensagens set provas = replace(provas::text, s.id::text, uuidv7()::text)::jsonb from agendamento.servicos s"
     " where provas::text ~ s.id::text returning s.id", "its row is gone"),
])  # fmt: skip
async def test_a_claim_without_a_row_is_listed_with_its_message(
    operator: Operator, sql: str, why: str
) -> None:
    await operator.talk_to("oi, quanto custa o botox?", "sexta às 15h")
    assert await operator.house.rows(sql)
    said = await operator("audit", "claims", code=1)
    assert why in said.out
    assert "preco 'R$ " in said.out


async def test_a_long_history_is_read_page_by_page(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Would catch: a message that stands between two pages and is read by nobody."""
    await operator.talk_to("oi, quanto custa o botox?", "sexta às 15h", "onde fica a clínica?")
    await operator.house.rows(
        "update whatsapp.mensagens set provas = '[]' where autor = 'anna' and texto ~ '890' returning id"
    )
    async with operator.house.client.database.transaction() as conn:
        whole = await find_lies(conn)
        monkeypatch.setattr(reports, "PAGE", 1)
        assert await find_lies(conn) == whole
    assert whole.lies
    assert whole.messages > 2


async def test_what_is_older_is_left_out(operator: Operator) -> None:
    await operator.talk_to("oi, quanto custa o botox?")
    await operator.house.rows(
        "update whatsapp.mensagens set provas = '[]', criada_em = criada_em - interval '2 days' where autor = 'anna' returning id"
    )
    assert " 0 unbound" in (await operator("audit", "claims", "--since", "24h")).out
    assert "date (2026-11-20)" in (await operator("audit", "claims", "--since", "ontem", code=2)).err


@pytest.mark.parametrize(("text", "status"), [(LIE, "descartada"), (TRUE, "entregue")])
async def test_the_door_sends_a_free_text_only_as_it_was_bound(
    operator: Operator, text: str, status: str
) -> None:
    """Would catch: a draft that was changed, or never bound, and goes out all the same."""
    house = operator.house
    await operator.talk_to("oi")
    conversa_id = await house.value("select id from whatsapp.conversas where avisada_em is not null limit 1")
    now = house.clock.now()
    async with house.client.database.transaction() as conn:
        conversa = await message_queries.lock_conversa(conn, conversa_id)
        assert conversa
        facts = await read_facts(conn, conversa.clinica_id, conversa_id, zone=ZoneInfo("America/Sao_Paulo"))
        bound = bind_claims(TRUE, facts, now=now)
        assert not bound.unbound
        mensagem_id = await message_queries.plan_message(
            conn,
            conversa=conversa,
            texto=text,
            especie="conversa",
            modelo=None,
            now=now,
            provas=bound.to_json(),
        )
    await house.settle()
    row = (
        await house.rows("select status, motivo, portoes from whatsapp.mensagens where id = $1", mensagem_id)
    )[0]
    assert row["status"] == status
    heard = await house.new_texts(PHONE)
    assert (text in heard) == (text == TRUE)
    if text == LIE:
        assert row["motivo"] == "bound: no row says: R$ 9,00"
        assert await house.value("select count(*) from whatsapp.transferencias") == 1
