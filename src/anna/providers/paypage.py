"""The demo's payment page as a `Gateway`: asks for a charge, and reads what the page posts back. Stripe will stand beside it."""

from __future__ import annotations

import hashlib
import hmac
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

import aiohttp
import orjson

from anna.errors import (
    InvalidBody,
    ProviderBusy,
    ProviderError,
    ProviderRefused,
    ProviderUnknown,
    Unauthorized,
)
from anna.financeiro.gateway import Charge
from anna.providers.wire import Reply, Request, call

SIGNATURE_HEADER = "X-Anna-Signature"
TOLERANCE = timedelta(minutes=5)
"""How far from now a signature's time may be, either way; each attempt is signed anew."""


MAX_VALOR = Decimal(1_000_000)
METHODS = frozenset({"pix", "cartao"})
_ID = re.compile(r"[\w.-]{1,100}", re.ASCII)


class PaymentEvent(StrEnum):
    """What the page tells."""

    PAID = "charge.paid"
    FAILED = "charge.failed"
    EXPIRED = "charge.expired"


@dataclass(frozen=True, slots=True)
class Payment:
    """One event of a charge; `metodo` is pix or cartao, and None when nothing was paid."""

    id: str
    event: PaymentEvent
    fatura_id: UUID
    valor: Decimal
    metodo: str | None
    ocorrido_em: datetime


class PayPage:
    """One account of the payment page. `key` signs Anna in; `webhook_url` is where the page tells what became of a charge."""

    name = "demo"

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        base_url: str,
        key: str,
        webhook_url: str,
        limit_s: float = 15.0,
    ) -> None:
        self._session = session
        self._url = f"{base_url.rstrip('/')}/pay/v1/charges"
        self._headers = {"Authorization": f"Bearer {key}"}
        self._webhook_url = webhook_url
        self._limit_s = limit_s

    async def create_charge(
        self, *, fatura_id: UUID, valor: Decimal, descricao: str, expires_at: datetime, return_url: str
    ) -> Charge:
        """A charge of `valor` reais, open until `expires_at`. Asking again for the same fatura gives the same charge.

        Raises ProviderRefused, -Busy or -Unknown; after -Unknown it is safe to ask again, because of that.
        """
        body = {
            "fatura_id": str(fatura_id),
            "amount_cents": int((valor * 100).to_integral_exact()),
            "description": descricao,
            "expires_at": expires_at.isoformat(),
            "return_url": return_url,
            "webhook_url": self._webhook_url,
        }
        request = Request("POST", self._url, self._headers, changes=True, json=body)
        reply = await call(self._session, request, limit_s=self._limit_s)
        if not reply.ok:
            raise _failure(reply)
        made = reply.json()
        try:
            return Charge(gateway_id=str(made["id"]), link=str(made["link"]))
        except (KeyError, TypeError) as error:
            raise ProviderUnknown(f"a {reply.status} without a charge") from error

    async def close_charge(self, gateway_id: str) -> None:
        """Let the page take no more money for this charge. What was paid already is told by its own event. Raises like `create_charge`."""
        request = Request("POST", f"{self._url}/{gateway_id}/expire", self._headers, changes=True)
        reply = await call(self._session, request, limit_s=self._limit_s)
        if not reply.ok and reply.status != 409:
            raise _failure(reply)


def verify(header: str | None, body: bytes, secret: str, *, now: datetime) -> None:
    """Raise Unauthorized unless `header` (X-Anna-Signature: `t=…,v1=…`) is the page's signature of exactly `body`, made about now."""
    parts = dict(part.partition("=")[::2] for part in (header or "").split(","))
    stamp, shown = parts.get("t", ""), parts.get("v1", "")
    if not secret or not (stamp.isascii() and stamp.isdecimal()) or len(stamp) > 12:
        raise Unauthorized("no signature")
    expected = hmac.new(secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected.encode(), shown.encode("utf-8", "surrogateescape")):
        raise Unauthorized("wrong signature")
    if abs(now.timestamp() - int(stamp)) > TOLERANCE.total_seconds():
        raise Unauthorized("the signature is too old or from the future")


def parse(body: bytes) -> Payment:
    """What the page posted. Raises InvalidBody for anything else."""
    try:
        told = orjson.loads(body)
        payment = Payment(
            id=str(told["id"]),
            event=PaymentEvent(told["event"]),
            fatura_id=UUID(told["fatura_id"]),
            valor=Decimal(told["amount_cents"]) / 100,
            metodo=told["method"],
            ocorrido_em=datetime.fromisoformat(told["occurred_at"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, ArithmeticError) as error:
        raise InvalidBody(f"not an event of the payment page: {type(error).__name__}") from error
    paid = payment.event is PaymentEvent.PAID
    sound = (
        _ID.fullmatch(payment.id),
        payment.valor.is_finite() and 0 < payment.valor < MAX_VALOR,
        payment.metodo in METHODS if paid else payment.metodo is None or payment.metodo in METHODS,
        payment.ocorrido_em.tzinfo is not None,
    )
    if not all(sound):
        raise InvalidBody("an event of the payment page that cannot be true")
    return payment


def _failure(reply: Reply) -> ProviderError:
    said = reply.json()
    error = said.get("error") if isinstance(said, dict) else None
    code = str(error.get("code")) if isinstance(error, dict) else str(reply.status)
    text = str(error.get("message")) if isinstance(error, dict) else f"HTTP {reply.status}"
    if reply.status == 429:
        return ProviderBusy(text, provider_code=code, retry_after_s=reply.retry_after_s())
    if reply.status >= 500 or reply.status == 408:
        return ProviderUnknown(text, provider_code=code)
    return ProviderRefused(text, provider_code=code)
