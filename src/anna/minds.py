"""The models that the settings name, opened: which vendor's door each of them is, and what it costs."""

from __future__ import annotations

from typing import TypedDict

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
from anna.turns.models.hearing import Ear
from anna.turns.models.measuring import Scale
from anna.turns.models.thinking import Reader

SLACK_S = 1.0
"""Whoever asks has the limit; that of a door, so much later, is for who does not."""


def open_readers(settings: ModelSettings) -> list[Reader]:
    """The models that the settings name, in their order; whoever opens them closes them.

    Raises InvalidSettings for a model whose price nobody knows.
    """
    prices = read_prices(settings.model_prices or "")
    named = [name for name in settings.understanders if name != OFFLINE]
    if not named:
        return []
    book = PromptBook.load(resource_folder("prompts"))
    readers = []
    for name in named:
        model = settings.openai_model if name == "openai" else settings.anthropic_model
        price = price_of(model, prices)
        readers.append(Reader(ModelUnderstander(_open_model(settings, name), book), price))
    return readers


def open_scale(settings: ModelSettings) -> Scale | None:
    """The embedding model that the settings name; None when they name none. Raises InvalidSettings when nobody knows its price."""
    if settings.embedder == "off":
        return None
    said = {model: price.input for model, price in read_prices(settings.model_prices or "").items()}
    price = token_price(settings.embedding_model, said)
    return Scale(
        OpenAIEmbedder(**_at_openai(settings, settings.embedding_model, settings.model_limit_s)), price
    )


def open_ear(settings: ModelSettings) -> Ear | None:
    """The model that hears, by the settings; None when none does. Raises InvalidSettings when nobody knows its price."""
    s = settings
    if s.transcriber == "off":
        return None
    price = minute_price(s.transcription_model, s.transcription_usd_per_minute)
    return Ear(OpenAITranscriber(**_at_openai(s, s.transcription_model, s.transcription_limit_s)), price)


def _open_model(settings: ModelSettings, name: str) -> ChatModel:
    s = settings
    if name == "openai":
        return OpenAIModel(**_at_openai(s, s.openai_model, s.model_limit_s))
    return AnthropicModel(
        api_key=s.anthropic_api_key or "",
        model=s.anthropic_model,
        base_url=s.anthropic_url,
        limit_s=s.model_limit_s + SLACK_S,
    )


class _Where(TypedDict):
    api_key: str
    model: str
    base_url: str
    limit_s: float


def _at_openai(settings: ModelSettings, model: str, limit_s: float) -> _Where:
    """How a door to a model of OpenAI's is opened."""
    return _Where(
        api_key=settings.openai_api_key or "",
        model=model,
        base_url=settings.openai_url,
        limit_s=limit_s + SLACK_S,
    )
