"""The pretended OpenAI hears what its voices say, and refuses the forms and files that the real one refuses."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO
from typing import Any

import aiohttp
import pytest
from hypothesis import given, strategies as st

from anna.kit.sound import container_of, seconds_of
from anna.llm.audio import LARGEST
from anna.standin.voices import voice, words_of
from tests.models import KEY, Models, pretended

VOICE = voice("quero marcar um botox na sexta", 4.2)
PATH = "/v1/audio/transcriptions"


@pytest.fixture
async def there() -> AsyncIterator[Models]:
    async with pretended() as made:
        yield made


async def ask(
    there: Models, content: bytes = VOICE, /, *, name: str = "audio.ogg", key: str = KEY, **fields: str
) -> tuple[int, Any]:
    form = aiohttp.FormData()
    form.add_field("file", BytesIO(content), filename=name)
    for field, value in ({"model": "gpt-transcribe"} | fields).items():
        form.add_field(field, value)
    headers = {"Authorization": f"Bearer {key}"}
    async with there.session.post(f"{there.url}{PATH}", data=form, headers=headers) as response:
        return response.status, await response.json()


async def test_it_hears_the_words_and_bills_whole_seconds(there: Models) -> None:
    status, body = await ask(there, language="pt", response_format="json")
    assert status == 200
    assert body == {"text": "quero marcar um botox na sexta", "usage": {"type": "duration", "seconds": 5}}


async def test_an_older_model_bills_tokens(there: Models) -> None:
    _, body = await ask(there, model="gpt-4o-mini-transcribe")
    assert body["usage"]["type"] == "tokens"
    assert body["usage"]["input_token_details"]["audio_tokens"] == 42


async def test_it_hears_nothing_in_a_file_without_a_voice(there: Models) -> None:
    _, body = await ask(there, b"OggS" + bytes(40))
    assert body["text"] == ""


@pytest.mark.parametrize(
    ("fields", "status", "param", "code"),
    [
        ({"tone": "warm"}, 400, "tone", "unknown_parameter"),
        ({"store": "false"}, 400, "store", "unknown_parameter"),
        ({"model": "gpt-6-luna"}, 404, "model", "model_not_found"),
        ({"model": ""}, 400, "model", None),
        ({"language": "portuguese"}, 400, "language", "invalid_language_format"),
        ({"language": "pt-BR"}, 400, "language", "invalid_language_format"),
        ({"response_format": "verbose_json"}, 400, "response_format", "unsupported_value"),
        ({"model": "whisper-1", "keywords[]": "botox"}, 400, "keywords[]", None),
        ({"temperature": "hot"}, 400, "temperature", None),
        ({"temperature": "2"}, 400, "temperature", None),
        ({"name": "audio.opus"}, 400, "file", "unsupported_format"),
        ({"name": "audio"}, 400, "file", "unsupported_format"),
    ],
)
async def test_it_refuses(
    there: Models, fields: dict[str, str], status: int, param: str, code: str | None
) -> None:
    found, body = await ask(there, **fields)
    assert (found, body["error"]["param"], body["error"]["code"]) == (status, param, code)


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"#!AMR\n" + bytes(100), 400, "invalid_value"),
        (voice("a", 0.05), 400, "audio_too_short"),
        (b"OggS" + bytes(LARGEST), 413, None),
    ],
    ids=["unreadable", "short", "large"],
)
async def test_it_refuses_a_file(there: Models, content: bytes, status: int, code: str | None) -> None:
    found, body = await ask(there, content)
    assert (found, body["error"]["param"], body["error"]["code"]) == (status, "file", code)


async def test_it_wants_a_form_with_a_file_and_a_key(there: Models) -> None:
    assert (await ask(there, key="sk-other"))[0] == 401
    headers = {"Authorization": f"Bearer {KEY}"}
    other_forms: tuple[dict[str, Any], ...] = (
        {"json": {"model": "gpt-transcribe"}},
        {"data": {"model": "gpt-transcribe"}},
    )
    for sent in other_forms:
        async with there.session.post(f"{there.url}{PATH}", headers=headers, **sent) as response:
            assert response.status == 400
    form = aiohttp.FormData({"model": "gpt-transcribe", "file": "words"}, default_to_multipart=True)
    async with there.session.post(f"{there.url}{PATH}", data=form, headers=headers) as response:
        assert (await response.json())["error"]["param"] == "file"


async def test_what_it_took_is_remembered_without_the_voice(there: Models) -> None:
    await ask(there, language="pt")
    (asked,) = await there.asked("openai")
    assert asked["path"] == PATH
    assert asked["body"] == {
        "model": "gpt-transcribe",
        "language": "pt",
        "file": {"name": "audio.ogg", "mime": "application/octet-stream", "size": len(VOICE)},
    }
    assert "authorization" not in asked["headers"]


@given(st.text(max_size=2000), st.floats(0, 4000))
def test_a_voice_says_its_words_and_lasts_as_long_as_it_says(words: str, seconds: float) -> None:
    content = voice(words, seconds)
    assert words_of(content) == words
    assert container_of(content) == "ogg"
    assert seconds_of(content) == pytest.approx(seconds, abs=1e-4)


@given(st.binary(max_size=300), st.booleans(), st.integers(0, 200))
def test_any_bytes_have_a_length_or_none(noise: bytes, voiced: bool, cut: int) -> None:
    """Patients send what they like: a file that ends in the middle must not stop a worker."""
    content = voice("oi", 2)[:cut] + noise if voiced else noise
    assert (seconds_of(content) or 0) >= 0
    container_of(content)
