"""The models that the settings name: in their order, at their price, under the ceilings that hold where nobody says otherwise."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from decimal import Decimal
from typing import Any

import pytest

from anna import minds
from anna.errors import InvalidSettings
from anna.llm.prices import PRICES
from anna.minds import open_ear, open_readers, open_scale
from anna.settings import ModelSettings, load_model_settings

KEYS = {"openai_api_key": "k", "anthropic_api_key": "k"}


def settings(**more: Any) -> ModelSettings:
    return load_model_settings(**KEYS | more)


@pytest.fixture
async def closing() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


async def test_the_chain_is_that_of_the_settings(closing: AsyncExitStack) -> None:
    readers = open_readers(settings(understanders="anthropic,openai,offline", openai_model="gpt-6-sol"))
    for reader in readers:
        closing.push_async_callback(reader.model.close)
    assert [(reader.name, reader.model.model) for reader in readers] == [
        ("anthropic", "claude-haiku-5-5"),
        ("openai", "gpt-6-sol"),
    ]
    assert [reader.price for reader in readers] == [PRICES["claude-haiku-5-5"], PRICES["gpt-6-sol"]]


def test_by_default_nobody_is_asked_anything() -> None:
    assert open_readers(load_model_settings()) == []
    assert open_scale(load_model_settings()) is None
    assert open_ear(load_model_settings()) is None


def test_by_default_a_client_asks_twenty_times_a_minute_and_spends_little() -> None:
    defaults = load_model_settings()
    assert defaults.model_calls_per_minute == 20
    assert defaults.model_spend_day_usd == Decimal(5)
    assert defaults.model_spend_month_usd == Decimal(100)


@pytest.mark.parametrize(
    "named",
    [
        {"understanders": "openai", "openai_model": "gpt-99"},
        {"understanders": "anthropic", "anthropic_model": "claude-99"},
        {"embedder": "openai", "embedding_model": "near-99"},
        {"transcriber": "openai", "transcription_model": "ear-99"},
    ],
)
def test_a_model_whose_price_nobody_knows_is_not_opened(
    named: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Would catch: a bill without a ceiling, and a connection that nobody closes."""
    for door in ("OpenAIModel", "AnthropicModel", "OpenAIEmbedder", "OpenAITranscriber"):
        monkeypatch.setattr(minds, door, lambda **_: pytest.fail("opened"))
    given = settings(**named)
    with pytest.raises(InvalidSettings, match="99"):
        (open_readers(given), open_scale(given), open_ear(given))


def test_a_door_waits_a_little_longer_than_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Would catch: a vendor's time limit that ends a question before Anna's own, with another reason in the ledger."""
    opened: list[dict[str, Any]] = []

    def remember(**where: Any) -> object:
        opened.append(where)
        return object()

    monkeypatch.setattr(minds, "OpenAIModel", remember)
    open_readers(settings(understanders="openai", model_limit_s=3))
    assert opened[0]["limit_s"] == 4.0
