"""The payment page's client against the stand-in, and the proof that a post is the page's own."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import orjson
import pytest
from hypothesis import given, strategies as st

from anna.errors import InvalidBody, ProviderBusy, ProviderRefused, Unauthorized
from anna.financeiro.gateway import Charge, Gateway
from anna.providers.paypage import SIGNATURE_HEADER, TOLERANCE, PaymentEvent, PayPage, parse, verify
from tests.conftest import TEST_NOW
from tests.standin.harness import PAY_KEY, PAY_SECRET, World

FATURA = UUID("019abc00-0000-7000-8000-000000000001")


def gateway(there: World, key: str = PAY_KEY) -> Gateway:
    return PayPage(there.session, base_url=there.url, key=key, webhook_url=there.receiver.url, limit_s=1.0)


async def charge(pay: Gateway, valor: Decimal = Decimal("150.00")) -> Charge:
    return await pay.create_charge(
        fatura_id=FATURA,
        valor=valor,
        descricao="Sinal da consulta",
        expires_at=TEST_NOW + timedelta(hours=1),
        return_url="https://wa.me/5511999990001",
    )


async def test_asking_twice_charges_once(there: World) -> None:
    pay = gateway(there)
    assert await charge(pay) == await charge(pay)
    with pytest.raises(ProviderRefused) as caught:
        await charge(pay, Decimal("150.01"))
    assert caught.value.provider_code == "fatura_mismatch"


async def test_a_closed_charge_takes_no_money_and_a_paid_one_stays_paid(there: World) -> None:
    pay = gateway(there)
    made = await charge(pay)
    await pay.close_charge(made.gateway_id)
    await pay.close_charge(made.gateway_id)
    async with there.session.post(f"{made.link}/pix") as response:
        assert "não vale mais" in await response.text()
    await there.settle()
    assert [parse(hit.body).event for hit in there.receiver.hits] == [PaymentEvent.EXPIRED]
    with pytest.raises(ProviderRefused):
        await pay.close_charge("ch_unknown")


async def test_closing_what_was_paid_a_moment_ago_is_no_trouble(there: World) -> None:
    pay = gateway(there)
    made = await charge(pay)
    async with there.session.post(f"{made.link}/pix") as response:
        assert response.status == 200
    await pay.close_charge(made.gateway_id)
    await there.settle()
    assert [parse(hit.body).event for hit in there.receiver.hits] == [PaymentEvent.PAID]


async def test_a_wrong_key_is_refused_and_nobody_there_is_busy(there: World, unused_tcp_port: int) -> None:
    with pytest.raises(ProviderRefused):
        await charge(gateway(there, key="no"))
    away = PayPage(
        there.session, base_url=f"http://127.0.0.1:{unused_tcp_port}", key="k", webhook_url=there.receiver.url
    )
    with pytest.raises(ProviderBusy):
        await charge(away)


async def test_what_is_paid_is_read_and_proven(there: World) -> None:
    made = await charge(gateway(there))
    async with there.session.post(f"{made.link}/pix") as response:
        assert response.status == 200
    await there.settle()
    (hit,) = there.receiver.hits
    signature = hit.headers[SIGNATURE_HEADER]
    verify(signature, hit.body, PAY_SECRET, now=TEST_NOW)
    payment = parse(hit.body)
    assert (payment.event, payment.fatura_id, payment.metodo) == (PaymentEvent.PAID, FATURA, "pix")
    assert (payment.valor, payment.ocorrido_em) == (Decimal("150.00"), TEST_NOW)
    late = TOLERANCE + timedelta(seconds=1)
    for header, body, secret, now in [
        (None, hit.body, PAY_SECRET, TEST_NOW),
        ("", hit.body, PAY_SECRET, TEST_NOW),
        (signature.partition(",")[0], hit.body, PAY_SECRET, TEST_NOW),
        (signature.replace("v1=", "v1=0"), hit.body, PAY_SECRET, TEST_NOW),
        (signature, hit.body + b" ", PAY_SECRET, TEST_NOW),
        (signature, hit.body, "other", TEST_NOW),
        (signature, hit.body, "", TEST_NOW),
        (signature, hit.body, PAY_SECRET, TEST_NOW + late),
        (signature, hit.body, PAY_SECRET, TEST_NOW - late),
    ]:
        with pytest.raises(Unauthorized):
            verify(header, body, secret, now=now)


@given(st.text(max_size=60))
def test_a_strangers_header_is_never_more_than_unauthorized(header: str) -> None:
    with pytest.raises(Unauthorized):
        verify(header, b"{}", PAY_SECRET, now=TEST_NOW)


_JSON = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(max_size=8) | st.just(str(FATURA))


@given(
    st.binary(max_size=20)
    | st.dictionaries(
        st.sampled_from(["id", "event", "fatura_id", "amount_cents", "method", "occurred_at"]),
        _JSON | st.sampled_from(["charge.paid", "2026-11-25T14:12:00Z"]) | st.lists(_JSON, max_size=2),
    ).map(orjson.dumps)
)
def test_any_other_body_is_invalid_and_nothing_worse(body: bytes) -> None:
    try:
        parse(body)
    except InvalidBody:
        return
    assert orjson.loads(body)["event"] in set(PaymentEvent)
