"""The models that the settings name, opened: which vendor's door each of them is, and what it costs."""

from __future__ import annotations

from anna.conversation.understanding.model.prompt import PromptBook
from anna.conversation.understanding.model.understander import ModelUnderstander
from anna.kit.resources import resource_folder
from anna.llm.audio import minute_price
from anna.llm.models import ChatModel
from anna.llm.prices import price_of, read_prices
from anna.llm.vectors import token_price
from anna.providers.anthropic import AnthropicModel
from anna.providers.openai import OpenAIModel
from anna.providers.openai_audio import OpenAITranscriber
from anna.providers.openai_embeddings import OpenAIEmbedder
from anna.settings import OFFLINE, ModelSettings
from anna.turns.hearing import Ear
from anna.turns.measuring import Scale
from anna.turns.thinking import Reader


def open_readers(settings: ModelSettings) -> list[Reader]:
    """The models that the settings name, in their order; whoever opens them closes them.

    Raises InvalidSettings for a model whose price nobody knows.
    """
    prices = read_prices(settings.model_prices or "")
    book = PromptBook.load(resource_folder("prompts"))
    readers = []
    for name in settings.understanders:
        if name != OFFLINE:
            named = settings.openai_model if name == "openai" else settings.anthropic_model
            price = price_of(named, prices)
            readers.append(Reader(ModelUnderstander(_open_model(settings, name), book), price))
    return readers


def open_scale(settings: ModelSettings) -> Scale | None:
    """The embedding model that the settings name; None when they name none. Raises InvalidSettings when nobody knows its price."""
    if settings.embedder == "off":
        return None
    named = settings.embedding_model
    said = {model: price.input for model, price in read_prices(settings.model_prices or "").items()}
    embedder = OpenAIEmbedder(
        api_key=settings.openai_api_key or "", model=named, base_url=settings.openai_url, limit_s=settings.model_limit_s + 1.0
    )  # fmt: skip
    return Scale(embedder, token_price(named, said))


def _open_model(settings: ModelSettings, name: str) -> ChatModel:
    s = settings
    limit_s = s.model_limit_s + 1.0  # whoever asks has the limit; this one is for who does not
    if name == "openai":
        return OpenAIModel(
            api_key=s.openai_api_key or "",
            model=s.openai_model,
            base_url=s.openai_url,
            limit_s=limit_s,
        )
    return AnthropicModel(
        api_key=s.anthropic_api_key or "",
        model=s.anthropic_model,
        base_url=s.anthropic_url,
        limit_s=limit_s,
    )


def open_ear(settings: ModelSettings) -> Ear | None:
    """The model that hears, by the settings; None when none does. Raises InvalidSettings when nobody knows its price."""
    s = settings
    if s.transcriber == "off":
        return None
    transcriber = OpenAITranscriber(
        api_key=s.openai_api_key or "",
        model=s.transcription_model,
        base_url=s.openai_url,
        limit_s=s.transcription_limit_s + 1.0,
    )
    return Ear(transcriber, minute_price(s.transcription_model, s.transcription_usd_per_minute))
