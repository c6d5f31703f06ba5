"""The door to OpenAI's ear, through its SDK and over real HTTP, against the strict stand-in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from time import monotonic
from typing import Any

import pytest
from aiohttp import web

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.llm.audio import Recording
from anna.llm.models import Usage
from anna.providers.openai_audio import OpenAITranscriber
from anna.standin.voices import voice
from tests.models import KEY, Models, pretended, served

SAID = "Oi, tudo bem? Queria saber o preço da limpeza de pele."
RECORDING = Recording(content=voice(SAID, 6.4), extension="ogg", seconds=6.4)


@pytest.fixture
async def there() -> AsyncIterator[Models]:
    async with pretended() as made:
        yield made


@pytest.fixture
async def ear(there: Models) -> AsyncIterator[OpenAITranscriber]:
    made = OpenAITranscriber(api_key=KEY, model="gpt-transcribe", base_url=f"{there.url}/v1", limit_s=5)
    yield made
    await made.close()


async def test_what_is_said_comes_back_with_what_is_billed(ear: OpenAITranscriber) -> None:
    heard = await ear.transcribe(RECORDING)
    assert heard.text == SAID
    assert heard.seconds == 7
    assert heard.request_id
    assert heard.request_id.startswith("req_")


async def test_portuguese_is_asked_for_under_a_name_that_is_taken(
    there: Models, ear: OpenAITranscriber
) -> None:
    await ear.transcribe(RECORDING)
    (asked,) = await there.asked("openai")
    assert {name: value for name, value in asked["body"].items() if name != "file"} == {
        "model": "gpt-transcribe", "language": "pt", "response_format": "json",
    }  # fmt: skip
    assert asked["body"]["file"]["name"] == "audio.ogg"


async def test_a_model_that_bills_tokens_says_no_seconds(there: Models) -> None:
    model = OpenAITranscriber(
        api_key=KEY, model="gpt-4o-mini-transcribe", base_url=f"{there.url}/v1", limit_s=5
    )
    heard = await model.transcribe(RECORDING)
    await model.close()
    assert heard.seconds is None
    assert heard.usage.input == 64


async def test_silence_is_an_empty_text(there: Models, ear: OpenAITranscriber) -> None:
    there.fault("openai", "empty")
    assert (await ear.transcribe(RECORDING)).text == ""


@pytest.mark.parametrize(
    ("fault", "options", "error", "retry"),
    [
        ("429", {"retry_after": 3600}, ProviderBusy, 3600.0),
        ("500", {}, ProviderBusy, None),
        ("529", {}, ProviderBusy, None),
        ("no_credit", {}, ProviderRefused, None),
        ("reset", {}, ProviderUnknown, None),
        ("truncated", {}, ProviderUnknown, None),
        ("invalid_json", {}, ProviderUnknown, None),
        ("out_of_schema", {}, ProviderUnknown, None),
    ],
)
async def test_a_failure_comes_back_at_once_and_is_not_tried_again(
    there: Models, ear: OpenAITranscriber, fault: str, options: dict[str, Any], error: type[ProviderError], retry: float | None
) -> None:  # fmt: skip
    there.fault("openai", fault, **options)
    began = monotonic()
    with pytest.raises(error) as failed:
        await ear.transcribe(RECORDING)
    assert monotonic() - began < 2
    assert getattr(failed.value, "retry_after_s", None) == retry
    there.standin.players()["openai", "demo"].line.faults.clear()
    assert len(await there.asked("openai")) <= 1


async def test_what_no_column_takes_is_not_heard(there: Models, ear: OpenAITranscriber) -> None:
    """Would catch: a voice message that is asked about again and again because its words cannot be kept."""
    heard = await ear.transcribe(
        Recording(content=voice("Oi,\0 tudo bem?", 6.4), extension="ogg", seconds=6.4)
    )
    assert heard.text == "Oi, tudo bem?"


@pytest.mark.parametrize("seconds", ["1e999", "-1", "1e12", "NaN", "1" + "0" * 400])
async def test_a_bill_that_cannot_be_is_no_bill(seconds: str) -> None:
    """Would catch: a vendor's slip that breaks the row of what was asked, or eats a day's money."""
    tokens = 10**30

    async def bill(request: web.Request) -> web.Response:
        usage = f'{{"type": "duration", "seconds": {seconds}, "input_tokens": {tokens}, "output_tokens": -1}}'
        return web.Response(text=f'{{"text": "oi", "usage": {usage}}}', content_type="application/json")

    async with served(bill) as url:
        ear = OpenAITranscriber(api_key=KEY, model="gpt-transcribe", base_url=f"{url}/v1", limit_s=5)
        heard = await ear.transcribe(RECORDING)
        await ear.close()
    assert (heard.text, heard.seconds, heard.usage) == ("oi", None, Usage())


@pytest.mark.parametrize("fault", ["hang", "drip"])
async def test_silence_and_drips_end_with_the_limit_of_whoever_asks(
    there: Models, ear: OpenAITranscriber, fault: str
) -> None:
    there.fault("openai", fault)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.4):
            await ear.transcribe(RECORDING)


async def test_a_name_that_is_not_taken_and_an_empty_file_are_refused(ear: OpenAITranscriber) -> None:
    for recording in (
        Recording(content=RECORDING.content, extension="opus", seconds=None),
        Recording(content=b"", extension="ogg", seconds=None),
    ):
        with pytest.raises(ProviderRefused):
            await ear.transcribe(recording)
