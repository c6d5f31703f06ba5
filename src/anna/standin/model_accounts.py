"""What the pretended OpenAI and Anthropic share: accounts with a script, what was asked of them, and how they fail.

Whoever scripts an account says what it answers next; with nothing left to say it answers what the offline rules read in the
question, so that a demo and a conversation in the tests have a model that understands, without a key.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from aiohttp import web

from anna.errors import InvalidInput
from anna.standin.config import ModelConfig
from anna.standin.core import Core, Line
from anna.standin.faults import Fault
from anna.standin.http import cut, silence
from anna.standin.model_mind import think

Body = dict[str, Any]
_KEPT = 200
_DRIPS_S = 0.05
_CHARS_PER_TOKEN = 4
_GARBAGE = '{"intents": ["schedule"'


@dataclass(frozen=True, slots=True)
class Reply:
    """What the model says now. `fault` tells the vendor's part to dress it up as one of its own failures."""

    text: str
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A request that was taken, as the vendor's part read it."""

    model: str
    system: str
    user: str
    schema: Mapping[str, Any] | None
    max_tokens: int

    @property
    def input_tokens(self) -> int:
        size = len(self.system) + len(self.user) + len(orjson.dumps(self.schema or {}))
        return size // _CHARS_PER_TOKEN + 1


class ModelAccount:
    """One key of one vendor."""

    def __init__(self, core: Core, provider: str, config: ModelConfig) -> None:
        self.core = core
        self.provider = provider
        self.config = config
        self.line: Line = core.new_line(provider, config.name)
        self.asked: deque[Body] = deque(maxlen=_KEPT)
        self._script: deque[Mapping[str, Any]] = deque()

    def script(self, answers: list[Mapping[str, Any]]) -> None:
        """Say these next, in order: {"text": …}, {"json": …}, or {"change": {…}}, which is the own answer with fields changed.

        An answer with {"asked": field} beside it waits for a question whose form has that field. Raises InvalidInput for anything else.
        """
        for answer in answers:
            if len(set(answer) - {"asked"}) != 1 or not {"text", "json", "change"} & set(answer):
                raise InvalidInput("an answer is one of text, json, change")
        self._script.extend(answers)

    def forget(self) -> None:
        """Say nothing of what was scripted and not asked for yet."""
        self._script.clear()

    def note(self, request: web.Request, body: Body) -> None:
        """Remember a request that was taken, without its key."""
        headers = {name.lower(): value for name, value in request.headers.items()}
        headers.pop("authorization", None)
        self.asked.append({"path": request.path, "headers": headers, "body": body})

    def reply(self, question: Question) -> Reply:
        """The next answer, whatever is wrong with it."""
        faults = self.line.faults
        for fault, text in (
            (Fault.INVALID_JSON, _GARBAGE),
            (Fault.OUT_OF_SCHEMA, '{"price": "R$ 1,00"}'),
        ):
            if faults.strike(fault):
                return Reply(text)
        for fault in (Fault.TRUNCATED, Fault.MODEL_REFUSES, Fault.INVENTED_TOOL, Fault.EMPTY):
            if faults.strike(fault):
                return Reply(_GARBAGE, fault)
        return Reply(self._scripted(question))

    def _scripted(self, question: Question) -> str:
        fields = (question.schema or {}).get("properties", {})
        unasked: Mapping[str, Any] = {"change": {}}
        answer = next((a for a in self._script if a.get("asked") in (None, *fields)), unasked)
        if answer is not unasked:
            self._script.remove(answer)
        if "text" in answer:
            return str(answer["text"])
        if "json" in answer:
            return orjson.dumps(answer["json"]).decode()
        return orjson.dumps(think(question.user, question.schema or {}) | answer["change"]).decode()

    async def delay(self, request: web.Request) -> web.StreamResponse | None:
        """The faults of the wire that come before any answer; None when there is none."""
        faults = self.line.faults
        slow = faults.strike(Fault.SLOW)
        if slow:
            await asyncio.sleep(float(slow.options.get("seconds", 2)))  # a pace of 0 would hide what is tried
        if faults.strike(Fault.RESET):
            return cut(request)
        if faults.strike(Fault.HANG):
            return await silence(request, self.core.stopping)
        return None

    async def send(self, request: web.Request, body: Body, headers: Mapping[str, str]) -> web.StreamResponse:
        """The answer, at once or (fault `drip`) a few bytes at a time, so that no pause is ever long."""
        raw = orjson.dumps(body)
        drip = self.line.faults.strike(Fault.DRIP)
        response = web.StreamResponse(headers={"Content-Type": "application/json", **headers})
        await response.prepare(request)
        if not drip:
            await response.write(raw)
            return response
        gap = float(drip.options.get("gap", _DRIPS_S))
        for start in range(0, len(raw), 2):
            if self.core.stopping.is_set():
                break
            await response.write(raw[start : start + 2])
            await asyncio.sleep(gap)
        return response


Serve = Callable[[ModelAccount, web.Request], Awaitable[web.StreamResponse]]
"""Reads a request of an account and answers it."""


class Models(ABC):
    """All accounts of one vendor."""

    def __init__(self, core: Core, provider: str, configs: tuple[ModelConfig, ...]) -> None:
        self.core = core
        self.provider = provider
        self.accounts = {config.name: ModelAccount(core, provider, config) for config in configs}

    def post(self, path: str, serve: Serve) -> web.RouteDef:
        """A route that `serve` answers, unless the key is unknown or a fault is on that comes before anything is read."""

        async def handle(request: web.Request) -> web.StreamResponse:
            account = self.signed_in(request)
            early = await account.delay(request)
            if early is not None:
                return early
            self.strike(account)
            return await serve(account, request)

        return web.post(path, handle)

    @abstractmethod
    def signed_in(self, request: web.Request) -> ModelAccount:
        """Whose request that is; raises the vendor's refusal of what comes before the body."""

    @abstractmethod
    def strike(self, account: ModelAccount) -> None:
        """Raise the refusal that is switched on, if one is."""

    def account_of(self, request: web.Request) -> ModelAccount | None:
        """Whose bearer key that is; both vendors' current SDKs send one."""
        kind, _, key = request.headers.get("Authorization", "").partition(" ")
        if kind != "Bearer":
            return None
        return next((a for a in self.accounts.values() if a.config.api_key == key), None)


def schema_problem(schema: Any, *, all_required: bool, path: str = "()") -> str | None:
    """What a strict mode has against a schema; None when it takes it.

    Both vendors want every object closed; OpenAI also wants every property required.
    """
    if not isinstance(schema, dict):
        return f"In context={path}, a schema must be an object."
    for name, value in schema.items():
        if not isinstance(value, _KEYWORDS.get(name, ())):
            return f"In context={path}, '{name}' is not permitted."
    own = _own_problem(schema, all_required=all_required)
    if own:
        return f"In context={path}, {own}"
    inner = [*schema.get("properties", {}).items(), *enumerate(schema.get("anyOf", ()))]
    inner += [("items", schema["items"])] if "items" in schema else []
    problems = (
        schema_problem(part, all_required=all_required, path=f"{path}.{name}") for name, part in inner
    )
    return next(filter(None, problems), None)


def _own_problem(schema: Mapping[str, Any], *, all_required: bool) -> str | None:
    if "enum" in schema and not schema["enum"]:
        return "'enum' must not be empty."
    if schema.get("type") != "object":
        return None
    if schema.get("additionalProperties") is not False:
        return "'additionalProperties' is required to be supplied and to be false."
    required = schema.get("required", [])
    if all_required and sorted(map(str, required)) != sorted(schema.get("properties", {})):
        return "'required' is required to be supplied and to be an array including every key in properties."
    return None


_KEYWORDS: Mapping[str, type | tuple[type, ...]] = {
    "type": (str, list),
    "properties": dict,
    "required": list,
    "additionalProperties": bool,
    "items": dict,
    "enum": list,
    "anyOf": list,
    "description": str,
    "title": str,
}
"""The part of JSON Schema that both strict modes take."""


def word_id(core: Core, prefix: str) -> str:
    """An id as vendors make them."""
    return f"{prefix}_{core.unique(24).lower()}"
