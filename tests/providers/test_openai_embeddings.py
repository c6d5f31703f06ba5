"""The door to OpenAI's embeddings, where the vendor answers otherwise than it says it does."""

from __future__ import annotations

import json
from typing import Any

import pytest
from aiohttp import web

from anna.errors import ProviderUnknown
from anna.providers.openai_embeddings import DIMENSIONS, OpenAIEmbedder
from tests.models import KEY, served


def row(index: Any = 0, first: Any = 0.5) -> dict[str, Any]:
    return {"object": "embedding", "index": index, "embedding": [first] + [0.0] * (DIMENSIONS - 1)}


ODD: tuple[Any, ...] = (
    {"data": [{"embedding": row()["embedding"]}]},
    {"data": [{"index": 0}]},
    {"data": [row(index="first")]},
    {"data": [row(first="near")]},
    {"data": [row(first=None)]},
    {"data": [row(first=10**400)]},
    {"data": [row(first=float("nan"))]},
    {"data": [row(first=float("inf"))]},
    {"data": [row(), row(1)]},
    {"data": [[0.5] * DIMENSIONS]},
    {"data": {"0": 1}},
    {"data": "x"},
    {},
    [],
)


@pytest.mark.parametrize("body", ODD, ids=range(len(ODD)))
async def test_what_is_no_measure_is_an_unknown_outcome_and_no_crash(body: Any) -> None:
    """Would catch: a turn that falls, or a place that is near everything, because of an answer of another form."""

    async def odd(request: web.Request) -> web.Response:
        return web.Response(text=json.dumps(body), content_type="application/json")

    async with served(odd) as url:
        embedder = OpenAIEmbedder(
            api_key=KEY, model="text-embedding-3-small", base_url=f"{url}/v1", limit_s=2
        )
        with pytest.raises(ProviderUnknown):
            await embedder.embed(["oi"])
        await embedder.close()
