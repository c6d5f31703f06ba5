"""The payment page: one charge per fatura, buttons that work without scripts, and a signature over every post."""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta
from typing import Any

import pytest

from anna.clock import ManualClock
from tests.conftest import TEST_NOW
from tests.standin.harness import PAY_KEY, PAY_SECRET, World, world

FATURA = "019abc00-0000-7000-8000-000000000001"


def asked(there: World, **more: Any) -> dict[str, Any]:
    return {
        "fatura_id": FATURA,
        "amount_cents": 15_000,
        "description": "Sinal da consulta <b>",
        "expires_at": (TEST_NOW + timedelta(hours=1)).isoformat(),
        "return_url": "https://wa.me/5511999990001",
        "webhook_url": there.receiver.url,
        **more,
    }


async def charge(there: World, body: Any, key: str = PAY_KEY) -> tuple[int, Any]:
    headers = {"Authorization": f"Bearer {key}"}
    async with there.session.post(f"{there.url}/pay/v1/charges", json=body, headers=headers) as response:
        return response.status, await response.json()


async def press(there: World, link: str, button: str) -> str:
    async with there.session.post(f"{link}/{button}") as response:
        assert response.status == 200
        return await response.text()


async def test_one_fatura_has_one_charge(there: World) -> None:
    status, made = await charge(there, asked(there))
    assert (status, made["status"], made["fatura_id"]) == (201, "open", FATURA)
    assert await charge(there, asked(there)) == (200, made)
    status, refused = await charge(there, asked(there, amount_cents=1))
    assert (status, refused["error"]["code"]) == (409, "fatura_mismatch")


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount_cents": 0},
        {"amount_cents": 10.5},
        {"amount_cents": "15000"},
        {"amount_cents": True},
        {"expires_at": "amanhã"},
        {"expires_at": "2026-11-25T10:00:00"},
        {"return_url": "javascript:alert(1)"},
        {"webhook_url": "/relative"},
        {"description": ""},
        {"currency": "brl"},
    ],
)
async def test_a_wrong_request_is_refused(there: World, wrong: dict[str, Any]) -> None:
    status, body = await charge(there, asked(there, **wrong))
    assert (status, body["error"]["code"]) == (400, "invalid_request")


async def test_a_stranger_makes_no_charge(there: World) -> None:
    status, _ = await charge(there, asked(there), key="no")
    assert status == 401


@pytest.mark.parametrize(("button", "word"), [("pix", "Pix"), ("cartao", "cartão")])
async def test_paying_is_told_once_and_signed(there: World, button: str, word: str) -> None:
    _, made = await charge(there, asked(there))
    async with there.session.get(made["link"]) as response:
        text = await response.text()
    assert "R$ 150,00" in text
    assert "&lt;b&gt;" in text
    assert "<script" not in text
    for _ in range(2):
        text = await press(there, made["link"], button)
    assert f"Pagamento confirmado</b> por {word}" in text
    await there.settle()
    (hit,) = there.receiver.hits
    told = hit.json
    assert (told["event"], told["method"], told["amount_cents"], told["fatura_id"]) == (
        "charge.paid",
        button,
        15_000,
        FATURA,
    )
    stamp, signature = (part.partition("=")[2] for part in hit.headers["X-Anna-Signature"].split(","))
    expected = hmac.new(PAY_SECRET.encode(), f"{stamp}.".encode() + hit.body, hashlib.sha256).hexdigest()
    assert (int(stamp), signature) == (int(TEST_NOW.timestamp()), expected)


async def test_a_refusal_leaves_the_charge_open(there: World) -> None:
    _, made = await charge(there, asked(there))
    assert "foi recusado" in await press(there, made["link"], "recusar")
    assert "Pagamento confirmado" in await press(there, made["link"], "pix")
    await there.settle()
    assert [hit.json["event"] for hit in there.receiver.hits] == ["charge.failed", "charge.paid"]


async def test_an_expired_charge_says_so_and_takes_no_money() -> None:
    clock = ManualClock(TEST_NOW)
    async with world(clock=clock) as there:
        _, made = await charge(there, asked(there))
        clock.advance(timedelta(hours=1))
        assert "Este link expirou" in await press(there, made["link"], "pix")
        await there.settle()
        assert [hit.json["event"] for hit in there.receiver.hits] == ["charge.expired"]


async def test_an_unknown_link_is_a_page_of_its_own(there: World) -> None:
    async with there.session.get(f"{there.url}/pay/nothing") as response:
        assert response.status == 404
        assert "Cobrança não encontrada" in await response.text()


async def test_what_the_page_tells_is_told_again_until_it_is_taken(there: World) -> None:
    there.receiver.answers = [500, 500]
    _, made = await charge(there, asked(there))
    await press(there, made["link"], "pix")
    await there.settle()
    assert len({hit.json["id"] for hit in there.receiver.hits}) == 1
    assert len(there.receiver.hits) == 3
