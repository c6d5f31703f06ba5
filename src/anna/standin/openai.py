"""OpenAI's Responses API, as much of it as Anna uses: `POST /v1/responses`. Unknown and moved parameters are refused, and so is
whatever would leave a patient's words with the vendor (`store` is not false)."""

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

_TAKEN = frozenset(
    {
        "background", "include", "input", "instructions", "max_output_tokens", "max_tool_calls", "metadata", "model",
        "parallel_tool_calls", "previous_response_id", "prompt_cache_key", "prompt_cache_retention", "reasoning",
        "safety_identifier", "service_tier", "store", "stream", "text", "tool_choice", "tools", "top_logprobs", "truncation",
    }
)  # fmt: skip
_MOVED = {
    "response_format": "text.format",
    "max_tokens": "max_output_tokens",
    "max_completion_tokens": "max_output_tokens",
    "messages": "input",
    "reasoning_effort": "reasoning.effort",
}
_NOT_WITH_REASONING = frozenset({"temperature", "top_p", "user"})
_EFFORTS = frozenset({"none", "low", "medium", "high", "xhigh", "max"})
_LEAST_TOKENS = 16


def refusal(
    status: int, message: str, *, kind: str = "invalid_request_error", param: str | None = None,
    code: str | None = None, headers: Mapping[str, str] | None = None,
) -> web.HTTPException:  # fmt: skip
    """OpenAI's error body."""
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return raised(status, body, headers)


class OpenAI(Models):
    """All accounts of the pretended OpenAI."""

    def __init__(self, core: Core) -> None:
        super().__init__(core, "openai", core.config.openai)

    def routes(self) -> list[web.RouteDef]:
        """Every route, to be added to the application."""
        return [self.post("/v1/responses", self._create)]

    @override
    def signed_in(self, request: web.Request) -> ModelAccount:
        account = self.account_of(request)
        if account is None:
            raise refusal(401, "Incorrect API key provided.", code="invalid_api_key")
        return account

    @override
    def strike(self, account: ModelAccount) -> None:
        faults = account.line.faults
        too_many = faults.strike(Fault.TOO_MANY)
        if too_many:
            headers = {"Retry-After": str(too_many.options.get("retry_after", 1))}
            raise refusal(
                429, "Rate limit reached.", kind="requests", code="rate_limit_exceeded", headers=headers
            )
        if faults.strike(Fault.NO_CREDIT):
            raise refusal(
                429,
                "You exceeded your current quota.",
                kind="insufficient_quota",
                code="insufficient_quota",
            )
        if faults.strike(Fault.SERVER_ERROR):
            raise refusal(500, "The server had an error while processing your request.", kind="server_error")
        if faults.strike(Fault.OVERLOADED):
            raise refusal(503, "The engine is currently overloaded.", kind="service_unavailable_error")

    async def _create(self, account: ModelAccount, request: web.Request) -> web.StreamResponse:
        body = read(await request.read())
        question = _question(account, body)
        account.note(request, body)
        reply = account.reply(question)
        headers = {"x-request-id": word_id(self.core, "req")}
        return await account.send(request, self._response(question, reply), headers)

    def _response(self, question: Question, reply: Reply) -> Body:
        text = reply.text[: question.max_tokens * 4]
        status, reason, output = "completed", None, [self._message([_text(text)])]
        if reply.fault is Fault.TRUNCATED:
            status, reason = "incomplete", "max_output_tokens"
        elif reply.fault is Fault.MODEL_REFUSES:
            output = [self._message([{"type": "refusal", "refusal": "I can't help with that."}])]
        elif reply.fault is Fault.EMPTY:
            output = []
        elif reply.fault is Fault.INVENTED_TOOL:
            output = [self._call()]
        spent = question.max_tokens if status == "incomplete" else len(text) // 4 + 1
        return {
            "id": word_id(self.core, "resp"),
            "object": "response",
            "created_at": int(self.core.clock.now().timestamp()),
            "status": status,
            "error": None,
            "incomplete_details": {"reason": reason} if reason else None,
            "model": question.model,
            "output": output,
            "parallel_tool_calls": True,
            "store": False,
            "tool_choice": "auto",
            "tools": [],
            "usage": {
                "input_tokens": question.input_tokens,
                "input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0},
                "output_tokens": spent,
                "output_tokens_details": {"reasoning_tokens": 0},
                "total_tokens": question.input_tokens + spent,
            },
        }

    def _call(self) -> Body:
        return {
            "type": "function_call",
            "id": word_id(self.core, "fc"),
            "call_id": word_id(self.core, "call"),
            "name": "book_slot",
            "arguments": '{"slot_id": "b1946ac9"}',
            "status": "completed",
        }

    def _message(self, content: list[Body]) -> Body:
        return {
            "type": "message",
            "id": word_id(self.core, "msg"),
            "role": "assistant",
            "status": "completed",
            "content": content,
        }


def _text(text: str) -> Body:
    return {"type": "output_text", "text": text, "annotations": []}


def read(raw: bytes) -> Body:
    """The JSON object of a request."""
    try:
        body = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise refusal(400, "We could not parse the JSON body of your request.") from error
    if not isinstance(body, dict):
        raise refusal(400, "The body of your request must be an object.")
    return body


def _question(account: ModelAccount, body: Body) -> Question:
    """The request, or a 400 in the vendor's words."""
    for name in body:
        if name in _MOVED:
            told = f"Unsupported parameter: '{name}'. In the Responses API this is '{_MOVED[name]}'."
            raise refusal(400, told, param=name, code="unsupported_parameter")
        if name in _NOT_WITH_REASONING:
            told = f"Unsupported parameter: '{name}' is not supported with this model."
            raise refusal(400, told, param=name, code="unsupported_parameter")
        if name not in _TAKEN:
            raise refusal(400, f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")
    model = body.get("model")
    if not model:
        raise refusal(
            400, "Missing required parameter: 'model'.", param="model", code="missing_required_parameter"
        )
    if model not in account.config.models:
        told = f"The model '{model}' does not exist or you do not have access to it."
        raise refusal(404, told, param="model", code="model_not_found")
    if body.get("store") is not False:
        raise refusal(400, "This account keeps no responses: 'store' must be false.", param="store")
    most = body.get("max_output_tokens", 100_000)
    if type(most) is not int or most < _LEAST_TOKENS:
        told = (
            f"Invalid 'max_output_tokens': integer below minimum value. Expected a value >= {_LEAST_TOKENS}."
        )
        raise refusal(400, told, param="max_output_tokens", code="integer_below_min_value")
    effort = _object(body.get("reasoning"), "reasoning").get("effort", "medium")
    if not isinstance(effort, str) or effort not in _EFFORTS:
        raise refusal(400, f"Invalid value: '{effort}'.", param="reasoning.effort", code="invalid_value")
    return Question(
        model, str(body.get("instructions") or ""), _input(body.get("input")), _schema(body), most
    )


def _object(given: Any, name: str) -> Mapping[str, Any]:
    if given is not None and not isinstance(given, dict):
        told = f"Invalid type for '{name}': expected an object."
        raise refusal(400, told, param=name, code="invalid_type")
    return given or {}


def _input(given: Any) -> str:
    """The last thing the user says."""
    if isinstance(given, str) and given:
        return given
    if isinstance(given, list) and given and isinstance(given[-1], dict):
        content = given[-1].get("content")
        if isinstance(content, str):
            return content
    raise refusal(400, "Missing required parameter: 'input'.", param="input")


def _schema(body: Mapping[str, Any]) -> Mapping[str, Any] | None:
    asked = _object(_object(body.get("text"), "text").get("format"), "text.format")
    if asked.get("type", "text") == "text":
        return None
    if asked.get("type") != "json_schema":
        raise refusal(400, "Invalid value for 'text.format.type'.", param="text.format.type")
    for name in ("name", "schema"):
        if not asked.get(name):
            told = f"Missing required parameter: 'text.format.{name}'."
            raise refusal(400, told, param=f"text.format.{name}", code="missing_required_parameter")
    problem = schema_problem(asked["schema"], all_required=bool(asked.get("strict")))
    if problem:
        told = f"Invalid schema for response_format '{asked['name']}': {problem}"
        raise refusal(400, told, param="text.format.schema", code="invalid_json_schema")
    schema: Mapping[str, Any] = asked["schema"]
    return schema
