"""OpenAI's Responses API as a `ChatModel`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from anna.llm.models import Completion, Prompt, Stop, Usage
from anna.providers.model_wire import count_of
from anna.providers.openai_door import OpenAIDoor

if TYPE_CHECKING:
    from openai.types.responses import Response

EFFORT: Final = "low"
"""Filling in a form needs little thought, and a patient waits."""


class OpenAIModel(OpenAIDoor):
    """A `ChatModel`. Nothing is stored over there."""

    async def complete(self, prompt: Prompt) -> Completion:
        """Ask once; raises ProviderErrors."""
        form: Any = {
            "type": "json_schema",
            "name": prompt.name,
            "schema": dict(prompt.schema),
            "strict": True,
        }
        with self._translated():
            response = await self._client.responses.create(
                model=self.model,
                instructions=prompt.system,
                input=prompt.user,
                text={"format": form},
                reasoning={"effort": EFFORT},
                max_output_tokens=prompt.max_output_tokens,
                store=False,
            )
            return _completion(response)


def _completion(response: Response) -> Completion:
    """What was answered, read as plain data: the SDK takes any body for a response, whatever it lacks."""
    said: dict[str, Any] = response.to_dict(mode="json", warnings=False)
    text, stop = "", Stop.ODD
    if said.get("status") == "completed":
        text, stop = _read(said.get("output"))
    elif said.get("status") == "incomplete":
        why = (said.get("incomplete_details") or {}).get("reason")
        stop = Stop.REFUSED if why == "content_filter" else Stop.TRUNCATED
    return Completion(
        text=text,
        stop=stop,
        usage=_usage(said.get("usage")),
        model=str(said.get("model") or ""),
        request_id=response._request_id,  # noqa: SLF001  (public by the SDK's own documentation)
    )


def _read(output: Any) -> tuple[str, Stop]:
    texts = []
    for item in output or ():
        if item.get("type") == "reasoning":
            continue
        if item.get("type") != "message":
            return "", Stop.ODD  # a call of a tool that nobody offered
        for part in item.get("content") or ():
            if part.get("type") == "refusal":
                return "", Stop.REFUSED
            texts.append(str(part.get("text") or ""))
    text = "".join(texts)
    return text, Stop.DONE if text.strip() else Stop.ODD


def _usage(said: Any) -> Usage:
    """Here the input includes what was read from and written into the cache."""
    counted = said or {}
    details = counted.get("input_tokens_details") or {}
    cached, written = count_of(details, "cached_tokens"), count_of(details, "cache_write_tokens")
    return Usage(
        input=max(0, count_of(counted, "input_tokens") - cached - written),
        cached=cached,
        written=written,
        output=count_of(counted, "output_tokens"),
    )
