"""OpenAI's transcriptions as a `Transcriber`. As with the chat models, the SDK is imported when the first one is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from anna.errors import ProviderUnknown
from anna.llm.audio import Recording, Transcript
from anna.llm.models import Usage
from anna.providers.model_wire import count_of
from anna.providers.openai import refused

if TYPE_CHECKING:
    from openai.types.audio import Transcription

LANGUAGE: Final = "pt"


class OpenAITranscriber:
    """One model, through one client, which tries nothing twice."""

    provider = "openai"

    def __init__(self, *, api_key: str, model: str, base_url: str, limit_s: float) -> None:
        import openai  # noqa: PLC0415  (slow, and only needed with a key)

        self.model = model
        self._sdk = openai
        self._client = openai.AsyncOpenAI(api_key=api_key, base_url=base_url, timeout=limit_s, max_retries=0)

    async def transcribe(self, recording: Recording) -> Transcript:
        """Send the file once; raises ProviderErrors.

        The vendor goes by the extension of the name: the same bytes are taken as `.ogg` and refused as `.opus`.
        """
        sdk = self._sdk
        try:
            heard = await self._client.audio.transcriptions.create(
                file=(f"audio.{recording.extension}", recording.content),
                model=self.model,
                language=LANGUAGE,
                response_format="json",
            )
            return self._transcript(heard)
        except sdk.APIStatusError as error:
            raise refused(error) from error
        except sdk.OpenAIError as error:
            raise ProviderUnknown(f"openai: {type(error).__name__}", provider_code="no_answer") from error
        except (AttributeError, TypeError, ValueError) as error:
            raise ProviderUnknown("openai: an answer of no known form", provider_code="odd_answer") from error

    def _transcript(self, heard: Transcription) -> Transcript:
        """What was answered, read as plain data: the SDK takes any body for a transcription, whatever it lacks."""
        said: dict[str, Any] = heard.to_dict(mode="json", warnings=False)
        text = said.get("text")
        if not isinstance(text, str):
            raise TypeError("no text")
        billed = said.get("usage") or {}
        seconds = billed.get("seconds")
        return Transcript(
            text=text.strip(),
            model=self.model,
            seconds=float(seconds) if isinstance(seconds, int | float) and seconds >= 0 else None,
            usage=Usage(input=count_of(billed, "input_tokens"), output=count_of(billed, "output_tokens")),
            request_id=heard._request_id,  # noqa: SLF001  (public by the SDK's own documentation)
        )

    async def close(self) -> None:
        """Let go of the connections."""
        await self._client.close()
