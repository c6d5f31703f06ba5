"""Both doors to models, through their SDKs and over real HTTP, against the strict stand-in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.llm.models import ChatModel, Stop
from anna.providers.anthropic import AnthropicModel
from anna.providers.openai import OpenAIModel
from tests.models import VENDORS, Models, book, context, pretended, served

QUESTION = book().prompt("quero botox quinta às 15h", context())
both = pytest.mark.parametrize("vendor", VENDORS)


@pytest.fixture
async def there() -> AsyncIterator[Models]:
    async with pretended() as made:
        yield made


def at_url(vendor: str, url: str) -> ChatModel:
    """A door to a vendor of one's own."""
    where: Any = {"api_key": "k", "model": VENDORS[vendor], "limit_s": 2}
    if vendor == "openai":
        return OpenAIModel(base_url=f"{url}/v1", **where)
    return AnthropicModel(base_url=url, **where)


@both
async def test_an_answer_comes_back_whole_with_its_tokens(there: Models, vendor: str) -> None:
    completion = await there.model(vendor).complete(QUESTION)
    assert completion.stop is Stop.DONE
    assert '"schedule"' in completion.text
    assert completion.usage.input > 500
    assert completion.usage.output > 20
    assert completion.model == VENDORS[vendor]
    assert completion.request_id
    assert completion.request_id.startswith("req_")


async def test_nothing_is_stored_over_there_and_no_sampling_is_asked_for(there: Models) -> None:
    for vendor in VENDORS:
        await there.model(vendor).complete(QUESTION)
    (openai,) = await there.asked("openai")
    (anthropic,) = await there.asked("anthropic")
    assert openai["body"]["store"] is False
    assert set(openai["body"]) == {
        "model", "instructions", "input", "text", "reasoning", "max_output_tokens", "store",
    }  # fmt: skip
    assert set(anthropic["body"]) == {"model", "max_tokens", "system", "messages", "output_config"}
    assert anthropic["headers"]["anthropic-version"] == "2026-10-21"


@both
@pytest.mark.parametrize(
    ("fault", "stop"),
    [
        ("truncated", Stop.TRUNCATED),
        ("model_refuses", Stop.REFUSED),
        ("invented_tool", Stop.ODD),
        ("empty", Stop.ODD),
    ],
)
async def test_what_is_no_answer_is_no_text_and_was_billed(
    there: Models, vendor: str, fault: str, stop: Stop
) -> None:
    there.fault(vendor, fault)
    completion = await there.model(vendor).complete(QUESTION)
    assert (completion.stop, completion.text) == (stop, "")
    assert completion.usage.input > 0


@both
@pytest.mark.parametrize(
    ("fault", "options", "error", "retry"),
    [
        ("429", {"retry_after": 3600}, ProviderBusy, 3600.0),
        ("429", {"retry_after": 1}, ProviderBusy, 1.0),
        ("529", {}, ProviderBusy, None),
        ("500", {}, ProviderBusy, None),
        ("no_credit", {}, ProviderRefused, None),
        ("reset", {}, ProviderUnknown, None),
    ],
)
async def test_a_refusal_comes_back_at_once_and_is_not_tried_again(
    there: Models,
    vendor: str,
    fault: str,
    options: dict[str, Any],
    error: type[ProviderError],
    retry: float | None,
) -> None:
    """The SDKs' own retries would sleep for an hour inside the call, or ask three times in vain."""
    there.fault(vendor, fault, **options)
    async with asyncio.timeout(60):
        with pytest.raises(error) as refused:
            await there.model(vendor).complete(QUESTION)
    assert getattr(refused.value, "retry_after_s", None) == retry
    there.standin.players()[vendor, "demo"].line.faults.clear()
    assert await there.asked(vendor) == []


@both
async def test_a_wrong_key_or_model_is_refused_and_not_named(there: Models, vendor: str) -> None:
    with pytest.raises(ProviderRefused) as refused:
        await there.model(vendor, key="sk-private-words").complete(QUESTION)
    assert "private" not in str(refused.value)
    with pytest.raises(ProviderRefused):
        await there.model(vendor, name="gpt-3").complete(QUESTION)


@both
@pytest.mark.parametrize("fault", ["hang", "drip"])
async def test_silence_and_drips_end_with_the_limit_of_whoever_asks(
    there: Models, vendor: str, fault: str
) -> None:
    """A time limit on reading never sees a drip: each byte comes in time."""
    there.fault(vendor, fault)
    model = there.model(vendor, limit_s=60)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.4):
            await model.complete(QUESTION)


@both
async def test_nobody_there_is_an_unknown_outcome_and_no_crash(vendor: str) -> None:
    model = at_url(vendor, "http://127.0.0.1:9")
    with pytest.raises(ProviderUnknown):
        await model.complete(QUESTION)
    await model.close()


@both
async def test_an_answer_that_is_cut_in_the_middle_is_unknown(vendor: str) -> None:
    async def cut(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json", "Content-Length": "5000"})
        await response.prepare(request)
        await response.write(b'{"status": "completed", "content"')
        assert request.transport is not None
        request.transport.close()
        return response

    async with served(cut) as url:
        model = at_url(vendor, url)
        with pytest.raises(ProviderUnknown):
            await model.complete(QUESTION)
        await model.close()


@both
@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("<html>gateway</html>", "text/html"),
        ('{"status": "completed"', "application/json"),
        ("{}", "application/json"),
        ("[]", "application/json"),
        ('"ok"', "application/json"),
        ('{"status": "completed", "output": ["x"], "content": ["x"], "usage": "y"}', "application/json"),
    ],
)
async def test_a_body_of_no_known_form_is_no_answer(vendor: str, body: str, kind: str) -> None:
    """A proxy's page with status 200, half an answer: whatever the SDK makes of it, no text comes of it."""

    async def odd(request: web.Request) -> web.Response:
        return web.Response(text=body, content_type=kind)

    async with served(odd) as url:
        model = at_url(vendor, url)
        try:
            completion = await model.complete(QUESTION)
            assert (completion.stop, completion.text) == (Stop.ODD, "")
        except ProviderUnknown:
            pass
        await model.close()
