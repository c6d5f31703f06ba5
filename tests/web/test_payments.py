"""The payment page's webhook: forged, old, repeated, unknown, late and broken events, as the real endpoint takes them."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest

from anna.db.connect import connect, see_clinicas
from anna.provisioning.demo import demo_id
from anna.simulation.databases import Databases
from anna.simulation.house import House

ANA = "5511900000541"
SECRET = "pay-secret"
STATUS = "select status from financeiro.faturas"


@pytest.fixture
async def charged(house: House) -> UUID:
    """A lead has a slot on hold and a link to pay; returns the fatura."""
    for text in ("quero agendar botox sexta de manhã", "sim", "o primeiro"):
        await house.talk(ANA, text)
    fatura: UUID = await house.value("select id from financeiro.faturas where status = 'pendente'")
    return fatura


def event(house: House, fatura: UUID, name: str = "charge.paid", **more: Any) -> bytes:
    told = {
        "id": f"evt_{uuid4().hex}",
        "event": name,
        "fatura_id": str(fatura),
        "amount_cents": 15000,
        "method": "pix",
        "occurred_at": house.clock.now().isoformat(),
    }
    return orjson.dumps(told | more)


def sign(body: bytes, at: datetime, secret: str = SECRET) -> str:
    stamp = int(at.timestamp())
    mac = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256)
    return f"t={stamp},v1={mac.hexdigest()}"


async def post(house: House, body: bytes, signature: str | None = "", cliente: str = "demo") -> int:
    """Post one event, signed now unless told otherwise; returns the HTTP status."""
    headers = {"Content-Type": "application/json"}
    if signature is not None:
        headers["X-Anna-Signature"] = signature or sign(body, house.clock.now())
    url = f"{house.anna.settings.public_url}/webhooks/{cliente}/pagamentos/demo"
    async with house.http.post(url, data=body, headers=headers) as answer:
        assert await answer.text() in ("", "413: Request Entity Too Large"), "nothing is revealed"
        return answer.status


async def test_what_is_not_signed_by_the_page_changes_nothing(house: House, charged: UUID) -> None:
    body, now = event(house, charged), house.clock.now()
    forged = {
        "none": None,
        "another secret": sign(body, now, "another"),
        "another body": sign(body + b" ", now),
        "yesterday's": sign(body, now - timedelta(minutes=6)),
        "tomorrow's": sign(body, now + timedelta(minutes=6)),
        "nonsense": "t=x,v1=y",
    }
    for what, signature in forged.items():
        assert await post(house, body, signature) == 401, what
    assert await post(house, body, cliente="nobody") == 401
    assert await house.value(STATUS) == "pendente"


async def test_a_payment_is_recorded_once_however_often_it_is_told(house: House, charged: UUID) -> None:
    body = event(house, charged)
    signature = sign(body, house.clock.now())
    for _ in range(3):
        assert await post(house, body, signature) == 200
    assert await house.value(STATUS) == "paga"
    assert await house.value("select count(*) from financeiro.transacoes") == 1
    await house.settle()
    assert (
        await house.value("select status from agendamento.consultas where conversa_id is not null")
        == "agendado"
    )
    assert await house.value("select count(*) from whatsapp.mensagens where modelo = 'consulta_marcada'") == 1


async def test_an_old_event_caught_on_the_wire_cannot_be_played_again(house: House, charged: UUID) -> None:
    body = event(house, charged)
    signature = sign(body, house.clock.now())
    house.clock.advance(timedelta(minutes=10))
    assert await post(house, body, signature) == 401
    assert await house.value(STATUS) == "pendente"


async def test_a_fatura_nobody_knows_is_no_reason_to_ask_again(house: House, charged: UUID) -> None:
    assert await post(house, event(house, uuid4())) == 200
    assert await house.value(STATUS) == "pendente"
    assert await house.value("select count(*) from financeiro.transacoes") == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"id": "x"}',
        b'{"id":"x","event":"charge.paid","fatura_id":"no","amount_cents":1,"method":"pix","occurred_at":"2026-11-25T12:00:00Z"}',
    ],
)
async def test_garbage_with_a_good_signature_is_refused(house: House, body: bytes) -> None:
    assert await post(house, body) == 400


@pytest.mark.parametrize(
    "more",
    [
        {"amount_cents": -5},
        {"amount_cents": "NaN"},
        {"amount_cents": 10**12},
        {"method": "boleto"},
        {"method": None},
        {"occurred_at": "2026-11-25T12:00:00"},
        {"id": "x" * 5000},
        {"id": "nul\x00"},
    ],
    ids=["negative", "no number", "too much", "unknown method", "no method", "no zone", "long id", "nul"],
)
async def test_a_signed_event_that_makes_no_sense_is_refused_and_not_asked_for_again(
    house: House, charged: UUID, more: dict[str, Any]
) -> None:
    assert await post(house, event(house, charged, **more)) == 400
    assert await house.value("select count(*) from financeiro.transacoes") == 0
    assert await house.value(STATUS) == "pendente"


async def test_a_body_without_an_end_is_cut(house: House) -> None:
    assert await post(house, b"x" * (64 * 1024 + 1)) == 413


async def test_a_part_of_the_deposit_books_nothing(house: House, charged: UUID) -> None:
    assert await post(house, event(house, charged, amount_cents=14900)) == 200
    await house.settle()
    assert await house.value(STATUS) == "pendente"
    assert await house.new_texts(ANA) == []
    assert await post(house, event(house, charged, amount_cents=100)) == 200
    await house.settle()
    assert await house.value(STATUS) == "paga"


async def test_money_for_a_slot_that_was_let_go_brings_a_person(house: House, charged: UUID) -> None:
    await house.wait(timedelta(minutes=50))  # the page closed after 45
    await house.new_texts(ANA)
    assert await post(house, event(house, charged)) == 200
    await house.settle()
    assert await house.value("select motivo from whatsapp.transferencias") == "pagamento_sem_reserva"
    assert any("devolver o valor" in text for text in await house.new_texts(ANA))
    assert await house.value("select count(*) from crm.atividades where texto = 'pagamento_sem_reserva'") == 1
    paid = "select count(*) from agendamento.consultas where conversa_id is not null and status in ('reservado', 'agendado')"
    assert await house.value(paid) == 0, "nothing is booked behind anybody's back"


async def test_a_second_payment_brings_a_person_who_gives_it_back(house: House, charged: UUID) -> None:
    for _ in range(2):
        assert await post(house, event(house, charged)) == 200
    await house.settle()
    assert await house.value("select motivo from whatsapp.transferencias") == "pagamento_sem_reserva"
    assert any("segundo pagamento" in text for text in await house.new_texts(ANA))


async def test_a_payment_that_is_faster_than_the_note_of_its_charge_is_told_again(
    house: House, charged: UUID
) -> None:
    async with house.client.database.transaction() as conn:
        await conn.execute("update financeiro.faturas set gateway = null, gateway_id = null")
    body = event(house, charged)
    assert await post(house, body) == 503
    async with house.client.database.transaction() as conn:
        await conn.execute("update financeiro.faturas set gateway = 'demo', gateway_id = 'ch_1'")
    assert await post(house, body) == 200
    assert await house.value(STATUS) == "paga"


async def test_an_expiry_told_after_the_payment_takes_nothing_back(house: House, charged: UUID) -> None:
    assert await post(house, event(house, charged)) == 200
    assert await post(house, event(house, charged, "charge.expired", method=None)) == 200
    assert await post(house, event(house, charged, "charge.failed", method=None)) == 200
    assert await house.value(STATUS) == "paga"


async def test_the_web_role_sees_the_fatura_of_its_clinica_alone(
    house: House, charged: UUID, databases: Databases
) -> None:
    """The endpoint learns whose fatura it is by one function, and sees nothing else of other clinicas."""
    conn = await connect(databases.postgres.dsn(databases.client, "anna_web"))
    count = "select count(*) from financeiro.faturas"
    try:
        assert await conn.fetchval(count) == 0
        found = await conn.fetchval("select financeiro.clinica_da_fatura($1)", charged)
        assert found == demo_id("aroeira")
        for clinica, seen in (("mandacaru", 0), ("aroeira", 1)):
            async with conn.transaction():
                await see_clinicas(conn, [demo_id(clinica)])
                assert await conn.fetchval(count) == seen
    finally:
        await conn.close()
