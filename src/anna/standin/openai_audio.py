"""OpenAI's `POST /v1/audio/transcriptions`, as much of it as Anna uses: a form with a file, refused for whatever the real one refuses.

What it hears is what a pretended voice says (`standin.voices`); in any other file it hears nothing.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import orjson
from aiohttp import BodyPartReader, web

from anna.kit.sound import container_of, seconds_of
from anna.llm.audio import LARGEST, SHORTEST_S
from anna.standin.faults import Fault
from anna.standin.http import cut
from anna.standin.model_accounts import Body, ModelAccount, word_id
from anna.standin.openai import OpenAI, refusal
from anna.standin.voices import words_of

MODELS = ("gpt-transcribe", "gpt-4o-transcribe", "gpt-4o-mini-transcribe", "whisper-1")
EXTENSIONS = ("flac", "m4a", "mp3", "mp4", "mpeg", "mpga", "oga", "ogg", "wav", "webm")
_TAKEN = frozenset(
    {
        "chunking_strategy", "file", "include[]", "keywords[]", "language", "languages[]", "model", "prompt", "response_format",
        "stream", "temperature", "timestamp_granularities[]",
    }
)  # fmt: skip
_ONLY_GPT_TRANSCRIBE = ("keywords[]", "languages[]")
_FORMATS = ("json", "text", "srt", "verbose_json", "vtt")
_BY_THE_TOKEN = ("gpt-4o-transcribe", "gpt-4o-mini-transcribe")
_TOKENS_PER_S = 10
_UNKNOWN_S = 3.0
"""How long a file plays that does not say so."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a form."""

    name: str
    mime: str
    content: bytes


Form = Mapping[str, str | Upload]


def transcription_routes(openai: OpenAI) -> list[web.RouteDef]:
    """Every route of the pretended OpenAI for files with voices, to be added to the application."""
    return [openai.post("/v1/audio/transcriptions", _create)]


async def _create(account: ModelAccount, request: web.Request) -> web.StreamResponse:
    if not request.content_type.startswith("multipart/"):
        raise refusal(400, f"Invalid content type {request.content_type}: send multipart/form-data.")
    form = await _read(request)
    _check(form)
    file = _file(form)
    account.note(request, _noted(form, file))
    return await _answer(account, request, str(form["model"]), file.content)


async def _read(request: web.Request) -> Form:
    """The fields of a form; of several with one name the first."""
    form: dict[str, str | Upload] = {}
    try:
        async for part in await request.multipart():
            if not isinstance(part, BodyPartReader) or not part.name:
                continue
            content = bytes(await part.read())
            mime = part.headers.get("Content-Type", "application/octet-stream")
            value = (
                content.decode(errors="replace")
                if part.filename is None
                else Upload(part.filename, mime, content)
            )
            form.setdefault(part.name, value)
    except ValueError as error:
        raise refusal(400, "Could not parse multipart form") from error
    return form


async def _answer(
    account: ModelAccount, request: web.Request, model: str, content: bytes
) -> web.StreamResponse:
    faults = account.line.faults
    text = "" if faults.strike(Fault.EMPTY) else words_of(content)
    seconds = seconds_of(content) or _UNKNOWN_S
    body: Body = {"text": text, "usage": _usage(model, seconds, text)}
    headers = {"x-request-id": word_id(account.core, "req")}
    if faults.strike(Fault.OUT_OF_SCHEMA):
        body = {"transcript": text}
    if faults.strike(Fault.INVALID_JSON):
        return web.Response(text='{"text": "', content_type="application/json", headers=headers)
    if faults.strike(Fault.TRUNCATED):
        return await _half(request, orjson.dumps(body), headers)
    return await account.send(request, body, headers)


async def _half(request: web.Request, raw: bytes, headers: Mapping[str, str]) -> web.StreamResponse:
    """The connection ends in the middle of the answer."""
    response = web.StreamResponse(headers={"Content-Type": "application/json", **headers})
    response.content_length = len(raw)
    await response.prepare(request)
    await response.write(raw[: len(raw) // 2])
    cut(request)
    return response


def _usage(model: str, seconds: float, text: str) -> Body:
    if model not in _BY_THE_TOKEN:
        return {"type": "duration", "seconds": math.ceil(seconds)}
    heard, said = round(seconds * _TOKENS_PER_S), len(text) // 4 + 1
    return {
        "type": "tokens",
        "input_tokens": heard,
        "input_token_details": {"audio_tokens": heard, "text_tokens": 0},
        "output_tokens": said,
        "total_tokens": heard + said,
    }


def _check(form: Form) -> None:
    """Refuse, in the vendor's words, what is wrong beside the file."""
    for name in form:
        if name not in _TAKEN:
            raise refusal(400, f"Unknown parameter: '{name}'.", param=name, code="unknown_parameter")
        if name != "file" and not isinstance(form[name], str):
            raise refusal(400, f"Invalid type for '{name}': expected a string.", param=name)
    model = form.get("model")
    if not model:
        raise refusal(400, "you must provide a model parameter", param="model")
    if model not in MODELS:
        told = f"The model '{model}' does not exist or you do not have access to it."
        raise refusal(404, told, param="model", code="model_not_found")
    for name in _ONLY_GPT_TRANSCRIBE:
        if name in form and model != MODELS[0]:
            raise refusal(400, f"'{name}' is not supported with this model.", param=name)
    _check_values(form, str(model))


def _check_values(form: Form, model: str) -> None:
    language = str(form.get("language", "pt"))
    if not (len(language) == 2 and language.isascii() and language.islower()):
        told = f"Invalid language '{language}'. Language parameter must be specified in ISO-639-1 format."
        raise refusal(400, told, param="language", code="invalid_language_format")
    wanted = str(form.get("response_format", "json"))
    if wanted not in (_FORMATS if model == "whisper-1" else _FORMATS[:1]):
        told = f"response_format '{wanted}' is not compatible with model '{model}'. Use 'json' instead."
        raise refusal(400, told, param="response_format", code="unsupported_value")
    if wanted != "json" or form.get("stream", "false") != "false":
        raise refusal(400, "Only whole answers in JSON are played here.", param="response_format")
    try:
        warm = float(str(form.get("temperature", "0")))
    except ValueError:
        warm = math.nan
    if not 0 <= warm <= 1:
        raise refusal(400, "Invalid 'temperature': expected a number from 0 to 1.", param="temperature")


def _file(form: Form) -> Upload:
    """The file, or a refusal in the vendor's words."""
    file = form.get("file")
    if not isinstance(file, Upload):
        raise refusal(400, "Missing required parameter: 'file'.", param="file")
    _, _, extension = file.name.rpartition(".")
    if extension not in EXTENSIONS:
        raise refusal(400, f"Unsupported file format {extension}", param="file", code="unsupported_format")
    if len(file.content) > LARGEST:
        told = f"{LARGEST}: Maximum content size limit exceeded ({len(file.content)} bytes read)"
        raise refusal(413, told, param="file")
    if container_of(file.content) is None:
        raise refusal(400, "Audio file might be corrupted or unsupported", param="file", code="invalid_value")
    seconds = seconds_of(file.content)
    if seconds is not None and seconds < SHORTEST_S:
        told = f"Audio file is too short. Minimum audio length is {SHORTEST_S} seconds."
        raise refusal(400, told, param="file", code="audio_too_short")
    return file


def _noted(form: Form, file: Upload) -> Body:
    """What is remembered of a request: every field, and of the file its name and size."""
    fields: Body = {name: value for name, value in form.items() if name != "file"}
    return fields | {"file": {"name": file.name, "mime": file.mime, "size": len(file.content)}}
