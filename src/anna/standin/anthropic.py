"""Anthropic's Messages API, as much of it as Anna uses: `POST /v1/messages`, version 2026-10-21. Sampling parameters that this
version dropped are refused even at their old defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson
from aiohttp import web
from typing_extensions import override

from anna.standin.core import Core
from anna.standin.faults import Fault
from anna.standin.http import raised
from anna.standin.model_accounts import Body, ModelAccount, Models, Question, Reply, schema_problem, word_id

VERSION = "2026-10-21"
_TAKEN = frozenset(
    {
        "cache_control", "inference_geo", "max_tokens", "messages", "metadata", "model", "output_config", "service_tier",
        "stop_sequences", "stream", "system", "thinking", "tool_choice", "tools",
    }
)  # fmt: skip
_DROPPED = frozenset({"temperature", "top_p", "top_k"})
_EFFORTS = frozenset({"low", "medium", "high", "xhigh", "max"})
_KINDS = {
    400: "invalid_request_error",
    401: "authentication_error",
    404: "not_found_error",
    429: "rate_limit_error",
    500: "api_error",
    529: "overloaded_error",
}


def refusal(status: int, message: str, *, headers: Mapping[str, str] | None = None) -> web.HTTPException:
    """Anthropic's error body."""
    body = {"type": "error", "error": {"type": _KINDS[status], "message": message}}
    return raised(status, body, headers)


class Anthropic(Models):
    """All accounts of the pretended Anthropic."""

    def __init__(self, core: Core) -> None:
        super().__init__(core, "anthropic", core.config.anthropic)

    def routes(self) -> list[web.RouteDef]:
        """Every route, to be added to the application."""
        return [self.post("/v1/messages", self._create)]

    @override
    def signed_in(self, request: web.Request) -> ModelAccount:
        account = self.account_of(request)
        if account is None:
            raise refusal(401, "invalid bearer token")
        version = request.headers.get("anthropic-version")
        if version != VERSION:
            raise refusal(400, f"anthropic-version: {version} is not a valid version")
        return account

    @override
    def strike(self, account: ModelAccount) -> None:
        faults = account.line.faults
        too_many = faults.strike(Fault.TOO_MANY)
        if too_many:
            headers = {"retry-after": str(too_many.options.get("retry_after", 1))}
            raise refusal(429, "This request would exceed your rate limit.", headers=headers)
        if faults.strike(Fault.NO_CREDIT):
            raise refusal(400, "Your credit balance is too low to access the API.")
        if faults.strike(Fault.SERVER_ERROR):
            raise refusal(500, "Internal server error")
        if faults.strike(Fault.OVERLOADED):
            raise refusal(529, "Overloaded")

    async def _create(self, account: ModelAccount, request: web.Request) -> web.StreamResponse:
        body = _read(await request.read())
        question = _question(account, body)
        account.note(request, body)
        reply = account.reply(question)
        headers = {"request-id": word_id(self.core, "req")}
        return await account.send(request, self._message(question, reply), headers)

    def _message(self, question: Question, reply: Reply) -> Body:
        text = reply.text[: question.max_tokens * 4]
        content: list[Body] = [{"type": "text", "text": text}]
        reason = "end_turn"
        if reply.fault is Fault.TRUNCATED:
            reason = "max_tokens"
        elif reply.fault is Fault.MODEL_REFUSES:
            reason, content = "refusal", []
        elif reply.fault is Fault.EMPTY:
            content = []
        elif reply.fault is Fault.INVENTED_TOOL:
            call = {"name": "book_slot", "input": {"slot_id": "b1946ac9"}}
            reason = "tool_use"
            content = [{"type": "tool_use", "id": word_id(self.core, "toolu"), **call}]
        spent = question.max_tokens if reason == "max_tokens" else len(text) // 4 + 1
        return {
            "id": word_id(self.core, "msg"),
            "type": "message",
            "role": "assistant",
            "model": question.model,
            "content": content,
            "stop_reason": reason,
            "stop_sequence": None,
            "usage": {
                "input_tokens": question.input_tokens,
                "cache_creation_input_tokens": 0,
                "cache_read_input_tokens": 0,
                "output_tokens": spent,
                "service_tier": "standard",
            },
        }


def _read(raw: bytes) -> Body:
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise refusal(400, "The request body is not valid JSON.") from error
    if not isinstance(body, dict):
        raise refusal(400, "The request body must be an object.")
    return body


def _question(account: ModelAccount, body: Body) -> Question:
    """The request, or a 400 in the vendor's words."""
    for name in body:
        if name in _DROPPED:
            raise refusal(400, f"{name}: this parameter is not supported by this API version")
        if name not in _TAKEN:
            raise refusal(400, f"{name}: Extra inputs are not permitted")
    for name in ("model", "max_tokens", "messages"):
        if not body.get(name):
            raise refusal(400, f"{name}: Field required")
    model, most = body["model"], body["max_tokens"]
    if model not in account.config.models:
        raise refusal(404, f"model: {model}")
    if type(most) is not int or most < 1:
        raise refusal(400, "max_tokens: Input should be greater than or equal to 1")
    return Question(model, _system(body.get("system")), _last(body["messages"]), _schema(body), most)


def _system(given: Any) -> str:
    if isinstance(given, list):
        return "".join(str(block.get("text", "")) for block in given if isinstance(block, dict))
    return str(given or "")


def _last(messages: Any) -> str:
    """The last thing the user says; a last word of the assistant is refused by the models of today."""
    if not isinstance(messages, list) or not all(isinstance(message, dict) for message in messages):
        raise refusal(400, "messages: Input should be a valid list")
    last = messages[-1]
    if last.get("role") != "user":
        raise refusal(400, "This model does not support assistant message prefill.")
    content = last.get("content")
    if isinstance(content, list):
        content = "".join(str(block.get("text", "")) for block in content if isinstance(block, dict))
    if not isinstance(content, str) or not content:
        raise refusal(400, "messages.0.content: text content blocks must be non-empty")
    return content


def _object(given: Any, name: str) -> Mapping[str, Any]:
    if given is not None and not isinstance(given, dict):
        raise refusal(400, f"{name}: Input should be an object")
    return given or {}


def _schema(body: Mapping[str, Any]) -> Mapping[str, Any] | None:
    config = _object(body.get("output_config"), "output_config")
    unknown = set(config) - {"format", "effort"}
    if unknown:
        raise refusal(400, f"output_config.{min(unknown)}: Extra inputs are not permitted")
    effort = config.get("effort") or "medium"
    if not isinstance(effort, str) or effort not in _EFFORTS:
        raise refusal(400, "output_config.effort: Input should be 'low', 'medium', 'high', 'xhigh' or 'max'")
    asked = _object(config.get("format"), "output_config.format")
    if not asked:
        return None
    if asked.get("type") != "json_schema" or set(asked) != {"type", "schema"}:
        raise refusal(400, "output_config.format: Input should be a json_schema with its schema")
    problem = schema_problem(asked["schema"], all_required=False)
    if problem:
        raise refusal(400, f"output_config.format.schema: {problem}")
    schema: Mapping[str, Any] = asked["schema"]
    return schema
