"""`anna replay`: past turns before another reader, beside a running house."""

from __future__ import annotations

from datetime import timedelta

import pytest

from anna.commands import Reading
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.whatsapp.merging import merge_contatos
from tests.cli.conftest import Operator
from tests.models import KEY, pretended

TALK = ("oi, quanto custa o botox?", "quero marcar sexta às 15h", "pode ser esse número", "1")


async def test_what_was_read_by_the_same_rules_is_decided_the_same(operator: Operator) -> None:
    await operator.talk_to(*TALK)
    operator.house.clock.advance(timedelta(minutes=1))
    said = await operator("replay", "--since", "1h")
    assert said.out.strip() == "4 turns, 0 would be decided otherwise"


async def test_a_turn_that_another_reader_decides_otherwise_is_shown_with_both(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    await operator.talk_to(*TALK)
    operator.house.clock.advance(timedelta(minutes=1))
    understand = OfflineUnderstander.understand

    def differently(self: OfflineUnderstander, text: str, context: Context) -> Reading:
        return understand(self, "2" if text == "1" else text, context)

    monkeypatch.setattr(OfflineUnderstander, "understand", differently)
    said = await operator("replay", "--since", "1h")
    assert "4 turns, 1 would be decided otherwise" in said.out
    (line,) = (line for line in said.out.splitlines() if " offline " in line and not line.startswith("at "))
    before, after = line.split("to choose: ")[1:]
    assert "15h" in before
    assert "14h30" in after
    rows = "select count(*) from whatsapp.turnos"
    assert await operator.house.value(rows) == len(TALK)


async def test_a_model_is_asked_of_what_is_in_doubt_and_its_cost_is_told(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    await operator.talk_to("oi, quanto custa o botox?", "estou com falta de ar")
    operator.house.clock.advance(timedelta(minutes=1))
    async with pretended() as there:
        monkeypatch.setenv("ANNA_OPENAI_API_KEY", KEY)
        monkeypatch.setenv("ANNA_OPENAI_URL", f"{there.url}/v1")
        said = await operator("replay", "--since", "1h", "--with", "openai")
        assert len(await there.asked("openai")) == 1  # nobody is asked about an emergency
    assert "2 turns, 0 would be decided otherwise; openai was asked of 1, answered 1, US$ 0.0" in said.out


async def test_turns_of_somebody_who_was_erased_or_merged_stop_nobody(operator: Operator) -> None:
    """Erased: the words, the message, or the reading are gone. Merged: the turn stands in another conversation than it was taken in."""
    house = operator.house
    await operator.talk_to(*TALK)
    await house.talk("5511900000777", "quero marcar peeling sábado", name="Bia")
    house.clock.advance(timedelta(minutes=1))
    async with house.client.database.transaction() as conn:
        bia, ana = [
            row["contato_id"]
            for row in await conn.fetch(
                "select contato_id from whatsapp.conversas order by criada_em desc, id desc limit 2"
            )
        ]
        clinica = await conn.fetchval("select clinica_id from whatsapp.contatos where id = $1", ana)
        await merge_contatos(conn, clinica, ana, bia, now=house.clock.now())
    said = await operator("replay", "--since", "1h")
    assert said.out.strip() == "5 turns, 0 would be decided otherwise"
    turnos = [
        row["id"] for row in await house.rows("select id from whatsapp.turnos order by iniciado_em, id")
    ]
    async with house.client.database.transaction() as conn:
        await conn.execute("update whatsapp.turnos set texto = '' where id = $1", turnos[0])
        await conn.execute("update whatsapp.mensagens set turno_id = null where turno_id = $1", turnos[1])
        await conn.execute("update whatsapp.turnos set leitura = '{}' where id = $1", turnos[2])
        await conn.execute(
            'update whatsapp.turnos set contexto = \'{"estado": "gone"}\' where id = $1', turnos[3]
        )
    said = await operator("replay", "--since", "1h")
    assert said.out.strip() == "1 turns, 0 would be decided otherwise; 2 cannot be read any more"


async def test_a_month_is_read_in_pieces_and_what_was_found_is_told_though_somebody_loses_patience(
    operator: Operator, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it in memory at once, one transaction for all of it, and nothing told at the end of an hour that was cut short."""
    await operator.talk_to("oi, quanto custa o botox?")
    async with operator.house.client.database.transaction() as conn:
        await conn.execute(COPIES)
    operator.house.clock.advance(timedelta(minutes=1))
    said = await operator("replay", "--since", "1h")
    assert said.out.strip() == "1001 turns, 0 would be decided otherwise"
    understand, read = OfflineUnderstander.understand, list[str]()

    def impatient(self: OfflineUnderstander, text: str, context: Context) -> Reading:
        read.append(text)
        if len(read) == 500:
            raise KeyboardInterrupt
        return understand(self, "quero falar com uma pessoa", context)

    monkeypatch.setattr(OfflineUnderstander, "understand", impatient)
    said = await operator("replay", "--since", "1h", code=1)
    assert "400 turns, 400 would be decided otherwise" in said.out
    assert "Aborted" in said.err


COPIES = """
with novos as (
  insert into whatsapp.turnos (clinica_id, conversa_id, ate_ordem, texto, contexto, leitura, regras, rota, entendeu, resultado, iniciado_em)
  select clinica_id, conversa_id, ate_ordem, texto, contexto, leitura, regras, rota, entendeu, resultado, iniciado_em
  from whatsapp.turnos t, generate_series(1, 1000) where resultado = 'concluido' returning id)
insert into whatsapp.mensagens (clinica_id, conversa_id, instancia_id, direcao, autor, canal, tipo, provedor_id, texto, dados, criada_em,
  status, status_em, especie, desfecho, turno_id)
select m.clinica_id, m.conversa_id, m.instancia_id, m.direcao, m.autor, m.canal, m.tipo, 'copy' || n.id, m.texto, m.dados, m.criada_em,
  m.status, m.status_em, m.especie, m.desfecho, n.id
from (select * from whatsapp.mensagens where direcao = 'entrada' limit 1) m, novos n
"""
"""A thousand more turns like the one there is."""


@pytest.mark.parametrize(
    ("given", "why"),
    [
        (("--since", "ontem"), "--since 'ontem' is no length of time"),
        (("--since", "1h", "--until", "2h"), "--since 1h is not before --until 2h"),
        (("--since", "2099-01-01"), "--since 2099-01-01 is not before --until now"),
        (("--since", "0001-01-01T00:00+05:00"), "--since '0001-01-01T00:00+05:00' is no length of time"),
    ],
)
async def test_a_time_that_cannot_be_is_told(operator: Operator, given: tuple[str, ...], why: str) -> None:
    assert why in (await operator("replay", *given, code=2)).err
