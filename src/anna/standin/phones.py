"""The control API under `/_control`: what the demo page, the tests and the simulator use to be the people and the weather.

    GET    /_control                                         every account and the time
    GET    /_control/clock                                   {"now", "offset_seconds"}
    POST   /_control/clock                                   {"offset_seconds": 3600}
    POST   /_control/settle                                  answers when nothing is under way any more
    GET    /_control/faults                                  what is on, per account
    POST   /_control/faults                                  {"provider", "instance", "fault", "count"?, "probability"?, "options"?}
    DELETE /_control/faults                                  {"provider", "instance", "fault"?}
    POST   /_control/{provider}/{instance}/say               a patient's message: {"from", "name"?, "at"?, "id"?, "quote"?, "ad"?} and one of
                                                             text | audio | image | video | sticker | document | location | contact |
                                                             reaction | button | list | poll | raw
    POST   /_control/{provider}/{instance}/type              the clinic writes on its own phone: {"to", "at"?, "source"?} and the same
    POST   /_control/{provider}/{instance}/edit              {"id", "text"}, or {"id"} to delete
    POST   /_control/{provider}/{instance}/read              {"address", "id"?}: the phone reads what was delivered to it
    POST   /_control/{provider}/{instance}/numbers           {"number", "exists": false, "name"?}
    POST   /_control/{provider}/{instance}/webhook           {"url", "headers"?, "events"?}
    POST   /_control/{provider}/{instance}/connection        {"state": "open|connecting|close|qrcode", "reason": 401}
    GET    /_control/{provider}/{instance}/phones/{address}  the phone's chat, with statuses and the typing sign
    GET    /_control/{provider}/{instance}/messages          everything said through the account
    GET    /_control/{provider}/{instance}/deliveries        the last posts to Anna: label, attempt, status

Bodies must be `application/json`, which no page of another origin can send here without asking. A mistake is
400 `{"error": …}`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict
from datetime import timedelta
from typing import Any, Protocol

import orjson
from aiohttp import web

from anna.errors import AnnaError, InvalidInput, NotFound
from anna.standin.core import Core, Line
from anna.standin.http import answer

Body = dict[str, Any]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Player(Protocol):
    """One account under control. Every method raises InvalidInput for what cannot be done."""

    @property
    def line(self) -> Line: ...

    def say(self, asked: Mapping[str, Any]) -> Body: ...

    def type_on_phone(self, asked: Mapping[str, Any]) -> Body: ...

    def change(self, asked: Mapping[str, Any]) -> None: ...

    def read(self, address: str, message_id: str | None) -> int: ...

    def view(self, address: str) -> Body: ...

    def messages(self) -> list[Body]: ...

    def set_number(self, asked: Mapping[str, Any]) -> None: ...

    def point(self, asked: Mapping[str, Any]) -> None: ...

    def connection(self, asked: Mapping[str, Any]) -> None: ...

    def summary(self) -> Body: ...


class Phones:
    """The routes; `players` is asked for (provider, instance) of every account each time, since instances come and go."""

    def __init__(self, core: Core, players: Callable[[], Mapping[tuple[str, str], Player]]) -> None:
        self._core = core
        self._players = players

    def routes(self) -> list[web.RouteDef]:
        """Every route, to be added to the application."""
        account = "/_control/{provider}/{instance}"
        handlers: list[tuple[str, str, Handler]] = [
            ("GET", "/_control", self._overview),
            ("GET", "/_control/clock", self._clock),
            ("POST", "/_control/clock", self._set_clock),
            ("POST", "/_control/settle", self._settle),
            ("GET", "/_control/faults", self._faults),
            ("POST", "/_control/faults", self._set_fault),
            ("DELETE", "/_control/faults", self._clear_faults),
            ("POST", f"{account}/say", self._say),
            ("POST", f"{account}/type", self._type),
            ("POST", f"{account}/edit", self._edit),
            ("POST", f"{account}/read", self._read),
            ("POST", f"{account}/numbers", self._number),
            ("POST", f"{account}/webhook", self._webhook),
            ("POST", f"{account}/connection", self._connection),
            ("GET", f"{account}/phones/{{address}}", self._phone),
            ("GET", f"{account}/messages", self._messages),
            ("GET", f"{account}/deliveries", self._deliveries),
        ]
        return [web.route(method, path, safely(handler)) for method, path, handler in handlers]

    def _player(self, provider: str, instance: str) -> Player:
        try:
            return self._players()[provider, instance]
        except KeyError as error:
            raise NotFound(f"no {provider} account {instance!r} here") from error

    def _at(self, request: web.Request) -> Player:
        return self._player(request.match_info["provider"], request.match_info["instance"])

    async def _overview(self, request: web.Request) -> web.StreamResponse:
        accounts = [player.summary() for player in self._players().values()]
        return answer(200, {"now": self._core.clock.now().isoformat(), "accounts": accounts})

    async def _clock(self, request: web.Request) -> web.StreamResponse:
        clock = self._core.clock
        return answer(200, {"now": clock.now().isoformat(), "offset_seconds": clock.offset.total_seconds()})

    async def _set_clock(self, request: web.Request) -> web.StreamResponse:
        asked = await asked_of(request)
        self._core.advance(timedelta(seconds=float(asked["offset_seconds"])))
        return await self._clock(request)

    async def _settle(self, request: web.Request) -> web.StreamResponse:
        await self._core.settle()
        return answer(200, {})

    async def _faults(self, request: web.Request) -> web.StreamResponse:
        listed = [
            {"provider": provider, "instance": instance, "faults": player.line.faults.listed()}
            for (provider, instance), player in self._players().items()
        ]
        return answer(200, listed)

    async def _set_fault(self, request: web.Request) -> web.StreamResponse:
        asked = await asked_of(request)
        faults = self._player(str(asked["provider"]), str(asked["instance"])).line.faults
        faults.set(
            str(asked["fault"]),
            count=asked.get("count"),
            probability=float(asked.get("probability", 1.0)),
            **(asked.get("options") or {}),
        )
        return answer(201, faults.listed())

    async def _clear_faults(self, request: web.Request) -> web.StreamResponse:
        asked = await asked_of(request)
        faults = self._player(str(asked["provider"]), str(asked["instance"])).line.faults
        faults.clear(asked.get("fault"))
        return answer(200, faults.listed())

    async def _say(self, request: web.Request) -> web.StreamResponse:
        player, asked = self._at(request), await asked_of(request)
        if not asked.get("from"):
            raise InvalidInput("from: who says it is needed")
        return answer(201, player.say(asked))

    async def _type(self, request: web.Request) -> web.StreamResponse:
        player, asked = self._at(request), await asked_of(request)
        if not asked.get("to"):
            raise InvalidInput("to: to whom is needed")
        return answer(201, player.type_on_phone(asked))

    async def _edit(self, request: web.Request) -> web.StreamResponse:
        self._at(request).change(await asked_of(request))
        return answer(200, {})

    async def _read(self, request: web.Request) -> web.StreamResponse:
        player, asked = self._at(request), await asked_of(request)
        return answer(200, {"read": player.read(str(asked["address"]), asked.get("id"))})

    async def _number(self, request: web.Request) -> web.StreamResponse:
        self._at(request).set_number(await asked_of(request))
        return answer(200, {})

    async def _webhook(self, request: web.Request) -> web.StreamResponse:
        player = self._at(request)
        player.point(await asked_of(request))
        return answer(200, player.summary())

    async def _connection(self, request: web.Request) -> web.StreamResponse:
        player = self._at(request)
        player.connection(await asked_of(request))
        return answer(200, player.summary())

    async def _phone(self, request: web.Request) -> web.StreamResponse:
        return answer(200, self._at(request).view(request.match_info["address"]))

    async def _messages(self, request: web.Request) -> web.StreamResponse:
        return answer(200, self._at(request).messages())

    async def _deliveries(self, request: web.Request) -> web.StreamResponse:
        return answer(200, [asdict(delivery) for delivery in self._at(request).line.outbox.deliveries])


async def asked_of(request: web.Request) -> Body:
    """The JSON object that was posted; raises InvalidInput."""
    if request.content_type != "application/json":
        raise InvalidInput("the body must be application/json")
    try:
        asked = orjson.loads(await request.read())
    except orjson.JSONDecodeError as error:
        raise InvalidInput(f"the body is not JSON: {error}") from error
    if not isinstance(asked, dict):
        raise InvalidInput("the body must be an object")
    return asked


def safely(handler: Handler) -> Handler:
    """A mistake in what was asked is the asker's: 400 with what is wrong."""

    async def handle(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except AnnaError as error:
            return answer(error.status, {"error": str(error)})
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            return answer(400, {"error": f"{type(error).__name__}: {error}"})

    return handle
