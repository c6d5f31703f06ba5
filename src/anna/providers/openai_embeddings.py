"""OpenAI's embeddings as an `Embedder`."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from anna.llm.models import Usage
from anna.llm.vectors import Embedded, Vector
from anna.providers.model_wire import count_of
from anna.providers.openai_door import OpenAIDoor

if TYPE_CHECKING:
    from openai.types import CreateEmbeddingResponse

DIMENSIONS: Final = 512
"""Of the model's 1,536 and more: its first ones tell the most, and a clinic's knowledge is small."""


class OpenAIEmbedder(OpenAIDoor):
    """An `Embedder`."""

    async def embed(self, texts: Sequence[str]) -> Embedded:
        """Measure `texts`, none of them empty, once; raises ProviderErrors."""
        with self._translated():
            measured = await self._client.embeddings.create(
                model=self.model, input=list(texts), dimensions=DIMENSIONS, encoding_format="float"
            )
            return self._embedded(measured, len(texts))

    def _embedded(self, measured: CreateEmbeddingResponse, expected: int) -> Embedded:
        """What was answered, read as plain data: the SDK takes any body for an answer, whatever it lacks."""
        said: dict[str, Any] = measured.to_dict(mode="json", warnings=False)
        rows = sorted(said.get("data") or (), key=lambda row: int(row["index"]))
        vectors = tuple(_vector(row["embedding"]) for row in rows)
        if len(vectors) != expected:
            raise ValueError(f"{len(vectors)} vectors for {expected} texts")
        return Embedded(
            vectors=vectors,
            model=str(said.get("model") or self.model),
            usage=Usage(input=count_of(said.get("usage") or {}, "prompt_tokens")),
            request_id=measured._request_id,  # noqa: SLF001  (public by the SDK's own documentation)
        )


def _vector(values: Any) -> Vector:
    vector = tuple(float(value) for value in values)
    if len(vector) != DIMENSIONS or not all(map(isfinite, vector)):
        raise ValueError(f"no vector of {DIMENSIONS} dimensions")
    return vector
