"""OpenAI's transcriptions as a `Transcriber`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from anna.kit.text import clean
from anna.llm.audio import Recording, Transcript
from anna.llm.models import Usage
from anna.providers.model_wire import count_of, seconds_of
from anna.providers.openai_door import OpenAIDoor

if TYPE_CHECKING:
    from openai.types.audio import Transcription

LANGUAGE: Final = "pt"


class OpenAITranscriber(OpenAIDoor):
    """A `Transcriber`."""

    async def transcribe(self, recording: Recording) -> Transcript:
        """Send the file once; raises ProviderErrors.

        The vendor goes by the extension of the name: the same bytes are taken as `.ogg` and refused as `.opus`.
        """
        with self._translated():
            heard = await self._client.audio.transcriptions.create(
                file=(f"audio.{recording.extension}", recording.content),
                model=self.model,
                language=LANGUAGE,
                response_format="json",
            )
            return self._transcript(heard)

    def _transcript(self, heard: Transcription) -> Transcript:
        """What was answered, read as plain data: the SDK takes any body for a transcription, whatever it lacks."""
        said: dict[str, Any] = heard.to_dict(mode="json", warnings=False)
        text = said.get("text")
        if not isinstance(text, str):
            raise TypeError("no text")
        billed = said.get("usage") or {}
        return Transcript(
            text=clean(text).strip(),
            model=self.model,
            seconds=seconds_of(billed),
            usage=Usage(input=count_of(billed, "input_tokens"), output=count_of(billed, "output_tokens")),
            request_id=heard._request_id,  # noqa: SLF001  (public by the SDK's own documentation)
        )
