"""Where providers call: verify, read, hand to the inbox, and answer 200 only after the commit.

401 reveals nothing: a wrong secret, an unknown instance and an unknown client look the same, and nothing is stored. What was
proved but not understood is kept raw and answered 200, because asking again would not make it clearer. 503 is Anna's own trouble:
Evolution and Twilio ask again. Evolution never repeats a 4xx, so that is only ever the caller's fault.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from aiohttp import web

from anna.clock import Clock
from anna.db.connect import Database
from anna.db.failures import TROUBLE
from anna.errors import Busy, InvalidSettings, Unauthorized
from anna.kit.crypto import SecretBox
from anna.providers.evolution import auth as evolution_auth, inbound as evolution
from anna.providers.twilio import auth as twilio_auth, inbound as twilio
from anna.whatsapp import queries
from anna.whatsapp.inbox import Inbox
from anna.whatsapp.models import Delivery, Ignored, Inbound, Provedor, Receiver, StatusChange, Unknown

MAX_BODY = 25 * 1024 * 1024
LIMIT_S = 10.0
"""How long a webhook may wait for the database: Twilio gives up on us after 15 s, Evolution after 30."""

INSTANCE_TTL_S = 30.0
RECENT_S = 2.0
"""What was read so short a time ago is not read again for somebody who cannot prove who he is."""

MAX_CACHED = 10_000

_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._-]{0,60}")  # as the table checks it
_EMPTY_TWIML = b'<?xml version="1.0" encoding="UTF-8"?><Response/>'
_MISREAD = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)

_NOT_NOW = (Busy, InvalidSettings, *TROUBLE)

_log = logging.getLogger(__name__)


class InstanceDirectory:
    """The instances of one client by their webhook path, with their secrets opened; remembered for INSTANCE_TTL_S."""

    def __init__(self, database: Database, box: SecretBox) -> None:
        self._database = database
        self._box = box
        self._known: dict[tuple[str, str], tuple[float, Receiver | None]] = {}

    async def prove(self, provedor: Provedor, nome: str, verify: Callable[[Receiver], None]) -> Receiver:
        """The instance of that name for which `verify` does not raise. Raises Unauthorized, and what asyncpg raises.

        What does not prove what is remembered is held against the row once more: the secret may have changed a moment ago, and
        Evolution never repeats what was refused. RECENT_S keeps somebody who guesses from asking the database each time.
        """
        receiver, age = await self._find(provedor, nome)
        try:
            return _proved(receiver, verify)
        except Unauthorized:
            if age < RECENT_S:
                raise
            self._known.pop((provedor, nome))
        receiver, _ = await self._find(provedor, nome)
        return _proved(receiver, verify)

    async def _find(self, provedor: Provedor, nome: str) -> tuple[Receiver | None, float]:
        """The instance of that name, or None; and how many seconds ago its row was read."""
        if not _NAME.fullmatch(nome):
            return None, 0.0
        now = asyncio.get_running_loop().time()
        if (known := self._known.get((provedor, nome))) and now - known[0] < INSTANCE_TTL_S:
            return known[1], now - known[0]
        async with asyncio.timeout(LIMIT_S), self._database.transaction() as conn:
            found = await queries.find_receiver(conn, provedor, nome)
        receiver = found and Receiver(found[0], found[1], nome, provedor, self._box.open(found[2]))
        if len(self._known) >= MAX_CACHED:  # somebody tries names
            self._known.clear()
        self._known[provedor, nome] = now, receiver
        return receiver, 0.0


def _proved(receiver: Receiver | None, verify: Callable[[Receiver], None]) -> Receiver:
    if receiver is None:
        raise Unauthorized("no such instance")
    verify(receiver)
    return receiver


@dataclass(frozen=True, slots=True)
class ClientReception:
    """What receiving for one client needs."""

    instances: InstanceDirectory
    inbox: Inbox


@dataclass(frozen=True, slots=True)
class Reception:
    """What receiving needs: the clients by their slug (None for an unknown one), and Anna's address as providers call it."""

    find_client: Callable[[str], Awaitable[ClientReception | None]]
    public_url: str
    clock: Clock


RECEPTION = web.AppKey("reception", Reception)


def add_webhook_routes(app: web.Application) -> None:
    """Add the webhook routes; `app[RECEPTION]` must be set before the first request."""
    path = "/webhooks/{cliente}/{provedor}/{instancia}"
    app.router.add_post(path, receive)
    app.router.add_post(path + "/{tail}", receive)  # Twilio's `status`, or Evolution's event (`byEvents`)


async def receive(request: web.Request) -> web.Response:
    """One webhook request, from the wire to the commit."""
    reception = request.app[RECEPTION]
    path = request.match_info
    try:
        client = await reception.find_client(path["cliente"])
        if client is None or path["provedor"] not in _DOORS:
            return web.Response(status=401)
        provedor = Provedor(path["provedor"])
        delivery = await _DOORS[provedor](request, reception, client.instances)
        async with asyncio.timeout(LIMIT_S):
            await client.inbox.receive(delivery)
    except Unauthorized:
        return web.Response(status=401)
    except web.RequestPayloadError:  # cut short, or not what its own headers say
        return web.Response(status=400)
    except _NOT_NOW as error:
        _log.error("a webhook has to be repeated: %r", error, extra={"client": path["cliente"]})
        return web.Response(status=503, headers={"Retry-After": "5"})
    if provedor is Provedor.EVOLUTION:
        return web.Response()
    if any(isinstance(item, StatusChange) for item in delivery.items):
        return web.Response(status=204)
    return web.Response(body=_EMPTY_TWIML, content_type="text/xml", charset="utf-8")


async def _from_evolution(
    request: web.Request, reception: Reception, instances: InstanceDirectory
) -> Delivery:
    def verify(receiver: Receiver) -> None:
        shown = request.headers.get("Authorization")
        evolution_auth.verify(shown, receiver.segredos, now=reception.clock.now())

    receiver = await instances.prove(Provedor.EVOLUTION, request.match_info["instancia"], verify)
    content = await read_body(request)
    body = parse_json(content)
    if not isinstance(body, dict):
        return Delivery(receiver, (Unknown("sem_json" if body is None else "sem_objeto"),), content)
    tail = request.match_info.get("tail")
    return Delivery(receiver, _read(lambda: evolution.parse(body, path_event=tail)), body)


async def _from_twilio(request: web.Request, reception: Reception, instances: InstanceDirectory) -> Delivery:
    content = await read_body(request)
    params: list[tuple[str, str]] | None = None
    if request.content_type != "application/json":
        try:
            params = parse_qsl(
                content.decode("utf-8", "replace"),
                keep_blank_values=True,
                max_num_fields=1000,
                encoding="utf-8",
                errors="replace",
            )
        except ValueError as error:
            raise Unauthorized("not a form Twilio would send") from error

    def verify(receiver: Receiver) -> None:
        twilio_auth.verify(
            request.headers.get("X-Twilio-Signature"),
            url=reception.public_url + request.raw_path,
            params=params,
            body=content,
            auth_token=str(receiver.segredos.get("auth_token") or ""),
        )

    receiver = await instances.prove(Provedor.TWILIO, request.match_info["instancia"], verify)
    if params is None:
        return Delivery(receiver, (Unknown("sem_formulario"),), content)
    form: dict[str, str] = {}
    for name, value in params:
        form.setdefault(name, value)
    return Delivery(receiver, _read(lambda: twilio.parse(form)), form)


_DOORS: Mapping[str, Callable[[web.Request, Reception, InstanceDirectory], Awaitable[Delivery]]] = {
    Provedor.EVOLUTION: _from_evolution,
    Provedor.TWILIO: _from_twilio,
}


def _read(parse: Callable[[], tuple[Inbound, ...]]) -> tuple[Inbound, ...]:
    """What a body says; a form that no parser foresaw is kept raw instead of being refused."""
    try:
        return parse() or (Ignored("vazio"),)
    except _MISREAD as error:
        _log.error("a webhook body could not be read and is kept raw", exc_info=error)
        return (Unknown(f"ilegivel: {type(error).__name__}"),)


async def read_body(request: web.Request) -> bytes:
    """The request's body. Raises HTTPRequestEntityTooLarge (413) beyond MAX_BODY, also when it only unpacks to more."""
    if (request.content_length or 0) > MAX_BODY:
        raise _too_large(request.content_length or 0)
    if request.content.is_eof():  # nearly always the whole body has come before we look
        whole = request.content.read_nowait()
        if len(whole) > MAX_BODY:
            raise _too_large(len(whole))
        return whole
    content = bytearray()
    async for chunk in request.content.iter_any():
        content += chunk
        if len(content) > MAX_BODY:
            raise _too_large(len(content))
    return bytes(content)


def _too_large(size: int) -> web.HTTPRequestEntityTooLarge:
    return web.HTTPRequestEntityTooLarge(max_size=MAX_BODY, actual_size=size)


def parse_json(content: bytes) -> Any:
    """The JSON value of a body, read as leniently as it can be; None when it is none.

    orjson is strict and fast; what it refuses (lone surrogates, bare control characters, bytes that are no UTF-8) is read by the
    standard library. Nesting deeper than the interpreter's stack is no JSON here.
    """
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError:
        pass
    try:
        return json.loads(content.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None
