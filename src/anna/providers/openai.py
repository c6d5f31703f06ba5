"""OpenAI's Responses API as a `ChatModel`. The SDK is imported when the first model is built: two seconds that only who has a key pays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.llm.models import Completion, Prompt, Stop, Usage
from anna.providers.model_wire import count_of, retry_after_s

if TYPE_CHECKING:
    from openai import APIStatusError
    from openai.types.responses import Response

API = "https://api.openai.com/v1"
EFFORT: Final = "low"
"""Filling in a form needs little thought, and a patient waits."""


class OpenAIModel:
    """One model, through one client. Nothing is stored over there, and nothing is tried twice in here."""

    provider = "openai"

    def __init__(self, *, api_key: str, model: str, base_url: str, limit_s: float) -> None:
        import openai  # noqa: PLC0415  (slow, and only needed with a key)

        self.model = model
        self._sdk = openai
        self._client = openai.AsyncOpenAI(api_key=api_key, base_url=base_url, timeout=limit_s, max_retries=0)

    async def complete(self, prompt: Prompt) -> Completion:
        """Ask once; raises ProviderErrors."""
        form: Any = {
            "type": "json_schema",
            "name": prompt.name,
            "schema": dict(prompt.schema),
            "strict": True,
        }
        sdk = self._sdk
        try:
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
        except sdk.APIStatusError as error:
            raise refused(error) from error
        except sdk.OpenAIError as error:
            raise ProviderUnknown(f"openai: {type(error).__name__}", provider_code="no_answer") from error
        except (AttributeError, TypeError, ValueError) as error:
            raise ProviderUnknown("openai: an answer of no known form", provider_code="odd_answer") from error

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()


def refused(error: APIStatusError) -> ProviderError:
    """What a status that is no success means, whatever was asked for."""
    code = str(error.code or error.type or error.status_code)
    told = f"openai: {error.status_code} {code}"
    again = error.status_code in (408, 409, 429) or error.status_code >= 500
    if again and code != "insufficient_quota":
        return ProviderBusy(told, provider_code=code, retry_after_s=retry_after_s(error.response.headers))
    return ProviderRefused(told, provider_code=code)


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
