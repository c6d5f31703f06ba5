"""One model of OpenAI's through one client: what its chat models, its ears and its embeddings have in common."""

from __future__ import annotations

from contextlib import AbstractContextManager

from anna.providers.model_wire import translated


class OpenAIDoor:
    """The SDK is imported when the first door is built: two seconds that only who has a key pays. It tries nothing twice."""

    provider = "openai"

    def __init__(self, *, api_key: str, model: str, base_url: str, limit_s: float) -> None:
        import openai  # noqa: PLC0415  (slow, and only needed with a key)

        self.model = model
        self._errors = openai.APIStatusError, openai.OpenAIError
        self._client = openai.AsyncOpenAI(api_key=api_key, base_url=base_url, timeout=limit_s, max_retries=0)

    def _translated(self) -> AbstractContextManager[None]:
        """Inside, whatever goes wrong is a ProviderError."""
        return translated(self.provider, *self._errors)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()
