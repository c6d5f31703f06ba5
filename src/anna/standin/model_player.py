"""The control API's hands on one account of a model: what it says next, and what it was asked.

    POST /_control/{openai|anthropic}/{account}/answers  {"answers": [{"json": …} | {"text": …} | {"change": {…}}, …]}, each maybe with "asked"
    GET  /_control/{openai|anthropic}/{account}/asked    the last requests it took: path, headers, body

Faults are switched like those of every other account.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from aiohttp import web

from anna.errors import InvalidInput, NotFound
from anna.standin.core import Line
from anna.standin.http import answer
from anna.standin.model_accounts import Body, ModelAccount, Models
from anna.standin.phones import asked_of, safely


class ModelPlayer:
    """Implements `anna.standin.phones.Player`, for the faults: a model has no phone."""

    def __init__(self, account: ModelAccount) -> None:
        self._account = account

    @property
    def line(self) -> Line:
        return self._account.line

    def say(self, asked: Mapping[str, Any]) -> Body:
        self._no_phone()

    def type_on_phone(self, asked: Mapping[str, Any]) -> Body:
        self._no_phone()

    def change(self, asked: Mapping[str, Any]) -> None:
        self._no_phone()

    def read(self, address: str, message_id: str | None) -> int:
        self._no_phone()

    def view(self, address: str) -> Body:
        self._no_phone()

    def messages(self) -> list[Body]:
        return []

    def set_number(self, asked: Mapping[str, Any]) -> None:
        self._no_phone()

    def point(self, asked: Mapping[str, Any]) -> None:
        self._no_phone()

    def connection(self, asked: Mapping[str, Any]) -> None:
        self._no_phone()

    def summary(self) -> Body:
        return {
            "provider": self._account.provider,
            "instance": self._account.config.name,
            "models": list(self._account.config.models),
        }

    def _no_phone(self) -> NoReturn:
        raise InvalidInput("a model has no phone")


class Scripts:
    """The routes that only models have; they come before those of the phones."""

    def __init__(self, vendors: Sequence[Models]) -> None:
        self._vendors = {vendor.provider: vendor for vendor in vendors}

    def routes(self) -> list[web.RouteDef]:
        """Every route, to be added to the application."""
        account = "/_control/{provider:openai|anthropic}/{account}"
        return [
            web.post(f"{account}/answers", safely(self._answers)),
            web.get(f"{account}/asked", safely(self._asked)),
        ]

    def _at(self, request: web.Request) -> ModelAccount:
        provider, name = request.match_info["provider"], request.match_info["account"]
        try:
            return self._vendors[provider].accounts[name]
        except KeyError as error:
            raise NotFound(f"no {provider} account {name!r} here") from error

    async def _answers(self, request: web.Request) -> web.StreamResponse:
        account = self._at(request)
        account.script((await asked_of(request))["answers"])
        return answer(201, {})

    async def _asked(self, request: web.Request) -> web.StreamResponse:
        return answer(200, list(self._at(request).asked))
