"""A payment gateway with a page of its own: a charge has a link, the link has buttons, and what was pressed is posted back signed.

    POST /pay/v1/charges        Bearer key; {fatura_id, amount_cents, description, expires_at, return_url, webhook_url}
                                201 {id, link, status}; 200 with the same charge for the same fatura, 409 for another amount
    GET  /pay/v1/charges/{id}   Bearer key; the charge
    POST /pay/v1/charges/{id}/expire   Bearer key; 200 the charge, which takes no more money; 409 when it is paid
    GET  /pay/{token}           the page
    POST /pay/{token}/{answer}  pix | cartao | recusar

Posted: {"id", "event": "charge.paid|charge.failed|charge.expired", "fatura_id", "amount_cents", "method", "occurred_at"} with
`X-Anna-Signature: t=<unix>,v1=<hex HMAC-SHA256 of "t.body">`, signed anew for each attempt, tried again for half an hour.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import orjson
from aiohttp import web
from jinja2 import Environment, PackageLoader

from anna.kit.money import brl
from anna.standin.config import PayConfig
from anna.standin.core import Core, Line
from anna.standin.http import answer, raised
from anna.standin.outbox import Post, Retries

RETRIES = Retries(delays=(1, 5, 30, 300, 1800), timeout_s=15.0)
_SWEEP_S = 1.0
_TEXTS = ("fatura_id", "description", "expires_at", "return_url", "webhook_url")
_TAKEN = frozenset({*_TEXTS, "amount_cents"})
_METHODS = {"pix", "cartao"}
_ZONE = ZoneInfo("America/Sao_Paulo")
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


@dataclass(slots=True)
class Charge:
    """One charge: `status` is open, paid or expired; a refusal leaves it open."""

    id: str
    token: str
    fatura_id: str
    amount_cents: int
    description: str
    expires_at: datetime
    return_url: str
    webhook_url: str
    status: str = "open"
    method: str | None = None


class PayAccount:
    """One account and its charges."""

    def __init__(self, core: Core, config: PayConfig) -> None:
        self.config = config
        self.line: Line = core.new_line("pay", config.name)
        self.by_fatura: dict[str, Charge] = {}


class PayPage:
    """All accounts of the pretended gateway."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.accounts = {config.name: PayAccount(core, config) for config in core.config.pay}
        self._template = Environment(
            loader=PackageLoader("anna.standin", "pages"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
        ).get_template("pay.html")

    def routes(self) -> list[web.RouteDef]:
        """Every route, to be added to the application."""
        return [
            web.post("/pay/v1/charges", self._create),
            web.get("/pay/v1/charges/{id}", self._fetch),
            web.post("/pay/v1/charges/{id}/expire", self._expire),
            web.get("/pay/{token}", self._page),
            web.post("/pay/{token}/{answer}", self._answered),
        ]

    async def sweep(self) -> None:
        """Let charges expire when their time comes; runs until cancelled."""
        while True:
            self.expire_due()
            await asyncio.sleep(_SWEEP_S)

    def expire_due(self) -> None:
        """Expire what is due now, and tell."""
        now = self.core.clock.now()
        for account in self.accounts.values():
            for charge in account.by_fatura.values():
                if charge.expires_at <= now:
                    self._close(account, charge)

    def _close(self, account: PayAccount, charge: Charge) -> None:
        if charge.status == "open":
            charge.status = "expired"
            self._tell(account, charge, "charge.expired")

    async def _create(self, request: web.Request) -> web.StreamResponse:
        account = self._signed_in(request)
        asked = _asked(await request.read())
        charge = account.by_fatura.get(asked["fatura_id"])
        if charge is not None:
            if charge.amount_cents != asked["amount_cents"]:
                raise _refusal(409, "fatura_mismatch", "this fatura was charged with another amount")
            return answer(200, self._shown(charge))
        unique = self.core.unique(48).lower()
        charge = Charge(id=f"ch_{unique[:24]}", token=unique[24:], **asked)
        account.by_fatura[charge.fatura_id] = charge
        return answer(201, self._shown(charge))

    async def _fetch(self, request: web.Request) -> web.StreamResponse:
        _, charge = self._asked_for(request)
        return answer(200, self._shown(charge))

    async def _expire(self, request: web.Request) -> web.StreamResponse:
        account, charge = self._asked_for(request)
        if charge.status == "paid":
            raise _refusal(409, "charge_paid", "this charge is paid")
        self._close(account, charge)
        return answer(200, self._shown(charge))

    def _asked_for(self, request: web.Request) -> tuple[PayAccount, Charge]:
        account = self._signed_in(request)
        self.expire_due()
        for charge in account.by_fatura.values():
            if charge.id == request.match_info["id"]:
                return account, charge
        raise _refusal(404, "unknown_charge", "no such charge")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        self.expire_due()
        _, charge = self._by_token(request)
        return self._html(charge, refused=request.query.get("recusado") == "1")

    def _html(self, charge: Charge | None, *, refused: bool = False) -> web.Response:
        amount = brl(Decimal(charge.amount_cents) / 100) if charge else ""
        until = charge.expires_at.astimezone(_ZONE) if charge else None
        over = charge is not None and charge.expires_at <= self.core.clock.now()
        text = self._template.render(charge=charge, amount=amount, until=until, over=over, refused=refused)
        return web.Response(
            status=200 if charge else 404, text=text, content_type="text/html", headers=_HEADERS
        )

    async def _answered(self, request: web.Request) -> web.StreamResponse:
        """A button was pressed. The page comes back by redirect, so that a reload presses nothing again."""
        self.expire_due()
        account, charge = self._by_token(request)
        if account is None or charge is None:
            return self._html(None)
        pressed = request.match_info["answer"]
        here = f"/pay/{charge.token}"
        if charge.status == "open" and pressed in _METHODS:
            charge.status, charge.method = "paid", pressed
            self._tell(account, charge, "charge.paid")
        elif charge.status == "open" and pressed == "recusar":
            self._tell(account, charge, "charge.failed")
            here += "?recusado=1"
        raise web.HTTPSeeOther(here)

    def _signed_in(self, request: web.Request) -> PayAccount:
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        for account in self.accounts.values():
            if kind == "Bearer" and key == account.config.key:
                return account
        raise _refusal(401, "unauthorized", "unknown key")

    def _by_token(self, request: web.Request) -> tuple[PayAccount, Charge] | tuple[None, None]:
        for account in self.accounts.values():
            for charge in account.by_fatura.values():
                if charge.token == request.match_info["token"]:
                    return account, charge
        return None, None

    def _shown(self, charge: Charge) -> dict[str, Any]:
        return {
            "id": charge.id,
            "link": f"{self.core.url()}/pay/{charge.token}",
            "fatura_id": charge.fatura_id,
            "amount_cents": charge.amount_cents,
            "expires_at": charge.expires_at.isoformat(),
            "status": charge.status,
            "method": charge.method,
        }

    def _tell(self, account: PayAccount, charge: Charge, event: str) -> None:
        now = self.core.clock.now()
        told = {
            "id": f"evt_{self.core.unique(24).lower()}",
            "event": event,
            "fatura_id": charge.fatura_id,
            "amount_cents": charge.amount_cents,
            "method": charge.method,
            "occurred_at": now.isoformat(),
        }
        body = orjson.dumps(told)

        def signature() -> dict[str, str]:
            stamp = int(self.core.clock.now().timestamp())
            signed = hmac.new(account.config.secret.encode(), f"{stamp}.".encode() + body, hashlib.sha256)
            return {"X-Anna-Signature": f"t={stamp},v1={signed.hexdigest()}"}

        headers = {"Content-Type": "application/json"}
        account.line.outbox.put(Post(event, charge.webhook_url, body, headers, signature), RETRIES)


def _asked(raw: bytes) -> dict[str, Any]:
    """A charge as it is asked for. Raises a 400 that names what is wrong."""
    try:
        asked = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise _refusal(400, "invalid_json", str(error)) from error
    if not isinstance(asked, dict) or set(asked) != _TAKEN:
        raise _refusal(400, "invalid_request", f"exactly these are needed: {', '.join(sorted(_TAKEN))}")
    for name in _TEXTS:
        if not isinstance(asked[name], str) or not asked[name]:
            raise _refusal(400, "invalid_request", f"{name} must be a text")
    amount = asked["amount_cents"]
    if not isinstance(amount, int) or isinstance(amount, bool) or amount <= 0:
        raise _refusal(400, "invalid_request", "amount_cents must be a whole number above 0")
    for name in ("return_url", "webhook_url"):
        if not asked[name].startswith(("http://", "https://")) or not _host(asked[name]):
            raise _refusal(400, "invalid_request", f"{name} must be an http address")
    return asked | {"expires_at": _moment(asked["expires_at"])}


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise _refusal(400, "invalid_request", "expires_at must be ISO 8601") from error
    if moment.tzinfo is None:
        raise _refusal(400, "invalid_request", "expires_at needs an offset")
    return moment


def _refusal(status: int, code: str, message: str) -> web.HTTPException:
    return raised(status, {"error": {"code": code, "message": message}})
