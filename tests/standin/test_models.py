"""The pretended OpenAI and Anthropic refuse what the real ones refuse, in their words."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from anna.conversation.understanding.catalogue import DEFAULT
from anna.conversation.understanding.model.proposal import schema_for
from tests.models import ACCOUNT, KEY, Models, pretended

OPENAI: Mapping[str, Any] = {"model": "gpt-6-luna", "input": "oi", "store": False}
ANTHROPIC: Mapping[str, Any] = {
    "model": "claude-haiku-5-5",
    "max_tokens": 200,
    "messages": [{"role": "user", "content": "oi"}],
}
VERSION = {"anthropic-version": "2026-10-21"}


@pytest.fixture
async def there() -> AsyncIterator[Models]:
    async with pretended() as made:
        yield made


async def post(
    there: Models, path: str, body: Any, headers: Mapping[str, str] | None = None, key: str = KEY
) -> tuple[int, Any]:
    signed = {"Authorization": f"Bearer {key}", **(headers or {})}
    async with there.session.post(f"{there.url}{path}", json=body, headers=signed) as response:
        return response.status, await response.json()


async def openai(there: Models, **changes: Any) -> tuple[int, Any]:
    return await post(there, "/v1/responses", {**OPENAI, **changes})


async def anthropic(there: Models, **changes: Any) -> tuple[int, Any]:
    return await post(there, "/v1/messages", {**ANTHROPIC, **changes}, VERSION)


def form(schema: Any, **more: Any) -> dict[str, Any]:
    return {
        "text": {"format": {"type": "json_schema", "name": "x", "strict": True, "schema": schema, **more}}
    }


@pytest.mark.parametrize(
    ("changes", "param", "code"),
    [
        ({"temperature": 0.2}, "temperature", "unsupported_parameter"),
        ({"user": "5511988887777"}, "user", "unsupported_parameter"),
        ({"response_format": {}}, "response_format", "unsupported_parameter"),
        ({"max_tokens": 100}, "max_tokens", "unsupported_parameter"),
        ({"messages": []}, "messages", "unsupported_parameter"),
        ({"creativity": 1}, "creativity", "unknown_parameter"),
        ({"max_output_tokens": 3}, "max_output_tokens", "integer_below_min_value"),
        ({"reasoning": {"effort": "enormous"}}, "reasoning.effort", "invalid_value"),
        ({"store": True}, "store", None),
        ({"store": None}, "store", None),
        ({"input": ""}, "input", None),
        (form({"type": "object", "properties": {}}), "text.format.schema", "invalid_json_schema"),
        (
            form({"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}),
            "text.format.schema",
            "invalid_json_schema",
        ),
        (form({"type": "string", "default": "x"}), "text.format.schema", "invalid_json_schema"),
        (form({"type": "string", "enum": []}), "text.format.schema", "invalid_json_schema"),
        (form({"type": "string"}, name=""), "text.format.name", "missing_required_parameter"),
    ],
)
async def test_openai_refuses(there: Models, changes: dict[str, Any], param: str, code: str | None) -> None:
    status, body = await openai(there, **changes)
    assert status == 400
    assert set(body) == {"error"}
    assert (body["error"]["type"], body["error"]["param"], body["error"]["code"]) == (
        "invalid_request_error", param, code,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"temperature": 1.0}, "temperature: this parameter is not supported"),
        ({"top_k": 5}, "top_k: this parameter is not supported"),
        ({"response_format": {}}, "response_format: Extra inputs are not permitted"),
        ({"max_tokens": None}, "max_tokens: Field required"),
        ({"messages": []}, "messages: Field required"),
        ({"messages": [{"role": "assistant", "content": "{"}]}, "prefill"),
        ({"messages": [{"role": "user", "content": ""}]}, "non-empty"),
        ({"output_config": {"effort": "none"}}, "output_config.effort"),
        ({"output_config": {"schema": {}}}, "output_config.schema: Extra inputs"),
        ({"output_config": {"format": {"type": "json_object"}}}, "output_config.format"),
        (
            {"output_config": {"format": {"type": "json_schema", "schema": {"type": "object"}}}},
            "additionalProperties",
        ),
    ],
)
async def test_anthropic_refuses(there: Models, changes: dict[str, Any], told: str) -> None:
    status, body = await anthropic(there, **changes)
    assert status == 400
    assert body["type"] == "error"
    assert body["error"]["type"] == "invalid_request_error"
    assert told in body["error"]["message"]


async def test_keys_models_versions_and_paths_are_checked(there: Models) -> None:
    status, body = await post(there, "/v1/responses", OPENAI, key="sk-other")
    assert (status, body["error"]["code"]) == (401, "invalid_api_key")
    status, body = await post(there, "/v1/messages", ANTHROPIC, VERSION, key="sk-other")
    assert (status, body["error"]["type"]) == (401, "authentication_error")
    status, body = await post(there, "/v1/messages", ANTHROPIC, {"anthropic-version": "2023-06-01"})
    assert (status, body["error"]["type"]) == (400, "invalid_request_error")
    assert (await openai(there, model="gpt-4o"))[0] == 404
    assert (await anthropic(there, model="claude-3-opus"))[0] == 404
    assert (await post(there, "/v1/chat/completions", {}))[1]["error"]["type"] == "invalid_request_error"
    assert (await post(there, "/v1/complete", {}, VERSION))[1]["error"]["type"] == "not_found_error"


async def test_both_strict_modes_take_annas_form(there: Models) -> None:
    schema = schema_for(DEFAULT)
    status, _ = await openai(there, **form(schema))
    assert status == 200
    status, _ = await anthropic(
        there, output_config={"format": {"type": "json_schema", "schema": schema}, "effort": "low"}
    )
    assert status == 200


async def test_a_script_is_said_in_order_and_then_the_model_thinks_itself(there: Models) -> None:
    await there.answers("openai", {"text": "um"}, {"json": {"b": 2}})
    said = [(await openai(there))[1]["output"][0]["content"][0]["text"] for _ in range(3)]
    assert said == ["um", '{"b":2}', "{}"]


async def test_a_script_of_another_kind_is_refused(there: Models) -> None:
    path = f"{there.url}/_control/openai/{ACCOUNT}/answers"
    async with there.session.post(path, json={"answers": [{"price": 1}]}) as response:
        assert response.status == 400


async def test_what_was_asked_is_kept_without_the_key(there: Models) -> None:
    await openai(there)
    (asked,) = await there.asked("openai")
    assert asked["body"] == OPENAI
    assert KEY not in str(asked)


@pytest.mark.parametrize(("vendor", "status"), [("openai", 503), ("anthropic", 529)])
async def test_overload_has_each_vendors_own_status(there: Models, vendor: str, status: int) -> None:
    there.fault(vendor, "529", count=1)
    call = openai if vendor == "openai" else anthropic
    assert (await call(there))[0] == status
    assert (await call(there))[0] == 200


async def test_faults_are_switched_through_the_control_api(there: Models) -> None:
    body = {
        "provider": "anthropic",
        "instance": ACCOUNT,
        "fault": "429",
        "count": 1,
        "options": {"retry_after": 3600},
    }
    await there.control("faults", body)
    signed = {"Authorization": f"Bearer {KEY}", **VERSION}
    async with there.session.post(f"{there.url}/v1/messages", json=ANTHROPIC, headers=signed) as response:
        assert response.status == 429
        assert response.headers["retry-after"] == "3600"


# -- any body whatever --------------------------------------------------------------------------------------------------

NAMES = {
    "openai": (
        *OPENAI,
        "text",
        "reasoning",
        "max_output_tokens",
        "instructions",
        "tools",
        "temperature",
        "metadata",
    ),
    "anthropic": (*ANTHROPIC, "output_config", "system", "thinking", "tools", "temperature", "metadata"),
}
PARTS = st.sampled_from(
    ["type", "json_schema", "schema", "strict", "name", "properties", "anyOf", "items", "enum", "effort", "format", "role", "user",
     "content", "text", "object", "additionalProperties", "required"]
)  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | PARTS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(PARTS, inner, max_size=4),
    max_leaves=10,
)


@pytest.fixture(scope="module")
def ask() -> Iterator[Callable[[str, Any], int]]:
    """The status of a body sent to a vendor, from a plain function: hypothesis calls no coroutines."""
    loop = asyncio.new_event_loop()
    context = pretended()
    there = loop.run_until_complete(context.__aenter__())

    def send(vendor: str, body: Any) -> int:
        path, headers = ("/v1/responses", {}) if vendor == "openai" else ("/v1/messages", VERSION)
        return loop.run_until_complete(post(there, path, body, headers))[0]

    yield send
    loop.run_until_complete(context.__aexit__(None, None, None))
    loop.close()


@pytest.mark.parametrize("vendor", NAMES)
@given(data=st.data())
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_body_is_taken_or_refused(
    ask: Callable[[str, Any], int], vendor: str, data: st.DataObject
) -> None:
    right = OPENAI if vendor == "openai" else ANTHROPIC
    changes = st.dictionaries(st.sampled_from(NAMES[vendor]), JSON, max_size=3)
    body = data.draw(changes.map(lambda changed: {**right, **changed}) | JSON)
    assert ask(vendor, body) in {200, 400, 404}, body
