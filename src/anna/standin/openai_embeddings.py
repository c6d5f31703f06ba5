"""OpenAI's `POST /v1/embeddings`, as much of it as Anna uses. Unknown parameters are refused, and so are empty texts and too many dimensions.

Where a text lies is made of its words and of pieces of them, so that texts about one thing lie near each other in every run.
"""

from __future__ import annotations

import hashlib
import math
from base64 import b64encode
from collections.abc import Iterator, Sequence
from struct import pack
from typing import Any

from aiohttp import web

from anna.clinica.retrieval import terms
from anna.kit.stems import content_words
from anna.standin.faults import Fault
from anna.standin.model_accounts import Body, ModelAccount, word_id
from anna.standin.openai import OpenAI, read, refusal

MODELS = {"text-embedding-3-small": 1536, "text-embedding-3-large": 3072}
"""With the dimensions they have unless fewer are asked for."""

_TAKEN = frozenset({"model", "input", "dimensions", "encoding_format", "user"})
_MOST_TEXTS = 2048
_LONGEST = 8192 * 4
_PIECE = 4


def embedding_routes(openai: OpenAI) -> list[web.RouteDef]:
    """Every route of the pretended OpenAI for texts that are to be measured, to be added to the application."""
    return [openai.post("/v1/embeddings", _create)]


async def _create(account: ModelAccount, request: web.Request) -> web.StreamResponse:
    body = read(await request.read())
    texts, dimensions = _asked(body)
    account.note(request, body)
    headers = {"x-request-id": word_id(account.core, "req")}
    return await account.send(request, _answer(account, body, texts, dimensions), headers)


def _asked(body: Body) -> tuple[Sequence[str], int]:
    for name in body:
        if name not in _TAKEN:
            raise refusal(400, f"Unrecognized request argument supplied: {name}", param=name)
    model = body.get("model")
    if not model:
        raise refusal(400, "you must provide a model parameter")
    if not isinstance(model, str) or model not in MODELS:
        told = f"The model `{model}` does not exist or you do not have access to it."
        raise refusal(404, told, param="model", code="model_not_found")
    dimensions = body.get("dimensions", MODELS[model])
    if type(dimensions) is not int or not 1 <= dimensions <= MODELS[model]:
        told = f"Invalid value for 'dimensions' = {dimensions}. Must be between 1 and {MODELS[model]}."
        raise refusal(400, told, param="dimensions")
    if body.get("encoding_format", "float") not in {"float", "base64"}:
        raise refusal(400, "'encoding_format' must be 'float' or 'base64'.", param="encoding_format")
    return _texts(body.get("input")), dimensions


def _texts(given: Any) -> Sequence[str]:
    texts = [given] if isinstance(given, str) else given
    if (
        not isinstance(texts, list)
        or not 1 <= len(texts) <= _MOST_TEXTS
        or not all(isinstance(t, str) and t for t in texts)
    ):
        raise refusal(400, "'$.input' is invalid. Please check the API reference.", param="input")
    if any(len(text) > _LONGEST for text in texts):
        raise refusal(400, "This model's maximum context length is 8192 tokens.", param="input")
    return texts


def _answer(account: ModelAccount, body: Body, texts: Sequence[str], dimensions: int) -> Body:
    faults = account.line.faults
    vectors = [_vector(text, dimensions) for text in texts]
    if faults.strike(Fault.EMPTY):
        vectors = []
    if faults.strike(Fault.OUT_OF_SCHEMA):
        vectors = [vector[:-1] for vector in vectors]
    packed = body.get("encoding_format") == "base64"
    tokens = sum(len(text) // 4 + 1 for text in texts)
    return {
        "object": "list",
        "model": body["model"],
        "data": [
            {"object": "embedding", "index": index, "embedding": _packed(vector) if packed else vector}
            for index, vector in enumerate(vectors)
        ],
        "usage": {"prompt_tokens": tokens, "total_tokens": tokens},
    }


def _vector(text: str, dimensions: int) -> list[float]:
    """A unit vector: every word and piece of a word adds to a place of its own."""
    vector = [0.0] * dimensions
    for piece in _pieces(text):
        vector[int.from_bytes(hashlib.blake2s(piece.encode(), digest_size=4).digest()) % dimensions] += 1.0
    length = math.sqrt(sum(value * value for value in vector))
    return [value / length for value in vector] if length else [1.0, *vector[1:]]


def _pieces(text: str) -> Iterator[str]:
    yield from terms(text)
    for word in content_words(text):
        yield from (word[at : at + _PIECE] for at in range(max(1, len(word) - _PIECE + 1)))


def _packed(vector: Sequence[float]) -> str:
    return b64encode(pack(f"<{len(vector)}f", *vector)).decode()
