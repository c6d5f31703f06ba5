"""The pretended embeddings refuse what the real ones refuse, and put texts about one thing near each other."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import AsyncIterator
from struct import unpack
from typing import Any

import pytest

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.providers.openai_embeddings import DIMENSIONS, OpenAIEmbedder
from tests.models import KEY, Models, pretended

MODEL = "text-embedding-3-small"


@pytest.fixture
async def there() -> AsyncIterator[Models]:
    async with pretended() as made:
        yield made


@pytest.fixture
async def embedder(there: Models) -> AsyncIterator[OpenAIEmbedder]:
    made = OpenAIEmbedder(api_key=KEY, model=MODEL, base_url=f"{there.url}/v1", limit_s=1.0)
    yield made
    await made.close()


async def post(there: Models, *, key: str = KEY, **changes: Any) -> tuple[int, Any]:
    body = {"model": MODEL, "input": "oi"} | changes
    headers = {"Authorization": f"Bearer {key}"}
    async with there.session.post(f"{there.url}/v1/embeddings", json=body, headers=headers) as response:
        return response.status, await response.json()


@pytest.mark.parametrize(
    ("changes", "status", "param"),
    [
        ({"creativity": 1}, 400, "creativity"),
        ({"store": False}, 400, "store"),
        ({"dimensions": 0}, 400, "dimensions"),
        ({"dimensions": 1537}, 400, "dimensions"),
        ({"dimensions": "512"}, 400, "dimensions"),
        ({"encoding_format": "hex"}, 400, "encoding_format"),
        ({"input": ""}, 400, "input"),
        ({"input": []}, 400, "input"),
        ({"input": ["a", ""]}, 400, "input"),
        ({"input": ["a"] * 2049}, 400, "input"),
        ({"input": "a" * 40_000}, 400, "input"),
        ({"model": "text-embedding-9"}, 404, "model"),
        ({"model": ""}, 400, None),
        ({"key": "sk-other"}, 401, None),
    ],
)
async def test_it_refuses(there: Models, changes: dict[str, Any], status: int, param: str | None) -> None:
    got, body = await post(there, **changes)
    assert got == status
    assert body["error"]["param"] == param


async def test_both_formats_say_the_same(there: Models) -> None:
    _, plain = await post(there, dimensions=8)
    _, packed = await post(there, dimensions=8, encoding_format="base64")
    vector = unpack("<8f", b64decode(packed["data"][0]["embedding"]))
    assert vector == pytest.approx(plain["data"][0]["embedding"])
    assert sum(value * value for value in vector) == pytest.approx(1)


async def test_texts_about_one_thing_are_near(embedder: OpenAIEmbedder) -> None:
    embedded = await embedder.embed(
        ["onde estaciono?", "tem estacionamento?", "quais as formas de pagamento?"]
    )
    car, parking, paying = embedded.vectors
    assert len(car) == DIMENSIONS
    assert embedded.usage.input > 0
    assert embedded.request_id

    def near(a: tuple[float, ...], b: tuple[float, ...]) -> float:
        return sum(x * y for x, y in zip(a, b, strict=True))

    assert near(car, parking) > 2 * near(car, paying)


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("429", ProviderBusy), ("500", ProviderBusy), ("no_credit", ProviderRefused), ("hang", ProviderUnknown),
        ("reset", ProviderUnknown), ("empty", ProviderUnknown), ("out_of_schema", ProviderUnknown),
    ],
)  # fmt: skip
async def test_every_fault_is_told_apart(
    there: Models, embedder: OpenAIEmbedder, fault: str, error: type[ProviderError]
) -> None:
    there.fault("openai", fault)
    with pytest.raises(error):
        await embedder.embed(["oi"])
