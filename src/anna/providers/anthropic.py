"""Anthropic's Messages API as a `ChatModel`. The SDK is imported when the first model is built, like OpenAI's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from anna.llm.models import Completion, Prompt, Stop, Usage
from anna.providers.model_wire import count_of, translated

if TYPE_CHECKING:
    from anthropic.types import Message

_WHOLE = frozenset({"end_turn", "stop_sequence"})
_STOPS = {
    "max_tokens": Stop.TRUNCATED,
    "model_context_window_exceeded": Stop.TRUNCATED,
    "refusal": Stop.REFUSED,
}


class AnthropicModel:
    """One model, through one client. Nothing is tried twice: this SDK would obey a Retry-After of an hour inside the call."""

    provider = "anthropic"

    def __init__(self, *, api_key: str, model: str, base_url: str, limit_s: float) -> None:
        import anthropic  # noqa: PLC0415  (slow, and only needed with a key)

        self.model = model
        self._errors = anthropic.APIStatusError, anthropic.AnthropicError
        self._client = anthropic.AsyncAnthropic(
            api_key=api_key, base_url=base_url, timeout=limit_s, max_retries=0
        )

    async def complete(self, prompt: Prompt) -> Completion:
        """Ask once; raises ProviderErrors."""
        with translated(self.provider, *self._errors):
            message = await self._client.messages.create(
                model=self.model,
                max_tokens=prompt.max_output_tokens,
                system=prompt.system,
                messages=[{"role": "user", "content": prompt.user}],
                output_config={
                    "format": {"type": "json_schema", "schema": dict(prompt.schema)},
                    "effort": "low",
                },
            )
            return _completion(message)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()


def _completion(message: Message) -> Completion:
    """What was answered, read as plain data: the SDK takes any body for a message, whatever it lacks."""
    said: dict[str, Any] = message.to_dict(mode="json", warnings=False)
    blocks = said.get("content") or ()
    text = "".join(str(block.get("text") or "") for block in blocks if block.get("type") == "text")
    stop = _STOPS.get(str(said.get("stop_reason")), Stop.ODD)
    if said.get("stop_reason") in _WHOLE and text.strip():
        stop = Stop.DONE
    usage = said.get("usage") or {}
    return Completion(
        text=text if stop is Stop.DONE else "",
        stop=stop,
        usage=Usage(
            input=count_of(usage, "input_tokens"),
            cached=count_of(usage, "cache_read_input_tokens"),
            written=count_of(usage, "cache_creation_input_tokens"),
            output=count_of(usage, "output_tokens"),
        ),
        model=str(said.get("model") or ""),
        request_id=message._request_id,  # noqa: SLF001  (public by the SDK's own documentation)
    )
