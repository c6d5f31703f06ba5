"""Where texts lie among others in meaning, and the port behind which every vendor's embeddings stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_UP, Decimal
from typing import Protocol

from anna.errors import InvalidSettings
from anna.llm.models import Usage

Vector = tuple[float, ...]

MOST_TEXTS = 64
"""Of one question to a model: each vendor takes far more."""

LONGEST = 4000
"""Characters of a text that are measured: below the limit of every model, of any language."""

_MILLION = 1_000_000
_CHARS_PER_TOKEN = 2
"""Of Portuguese, on the safe side, as for prompts."""

TOKEN_PRICES: Mapping[str, Decimal] = {
    "text-embedding-3-small": Decimal("0.02"),
    "text-embedding-3-large": Decimal("0.13"),
}
"""US dollars per million tokens, as published; what is not here needs ANNA_MODEL_PRICES."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """One vector for each text, in their order."""

    vectors: tuple[Vector, ...]
    model: str
    usage: Usage
    request_id: str | None = None


class Embedder(Protocol):
    """One model of one vendor that measures texts.

    `embed` raises ProviderRefused, ProviderBusy and ProviderUnknown as `ChatModel.complete` does, and tries once.
    """

    @property
    def provider(self) -> str: ...

    @property
    def model(self) -> str: ...

    async def embed(self, texts: Sequence[str]) -> Embedded: ...

    async def close(self) -> None: ...


def token_price(model: str, overrides: Mapping[str, Decimal]) -> Decimal:
    """What a million tokens cost; raises InvalidSettings when nobody has said it, because then no ceiling could hold."""
    price = overrides.get(model, TOKEN_PRICES.get(model))
    if price is None:
        raise InvalidSettings(
            f"the price of {model} is not known (known: {', '.join(TOKEN_PRICES)}): say it in ANNA_MODEL_PRICES, as {model}=INPUT/0"
        )
    return price


def most_cost(texts: Sequence[str], price: Decimal) -> Decimal:
    """The most that measuring `texts` can cost, in dollars."""
    exact = sum(map(len, texts)) / Decimal(_CHARS_PER_TOKEN) * price / _MILLION
    return exact.quantize(Decimal("0.000001")) + Decimal("0.000001")


def cost_of(usage: Usage, price: Decimal) -> Decimal:
    """What it did cost, to the next millionth."""
    return (usage.input * price / _MILLION).quantize(Decimal("0.000001"), rounding=ROUND_UP)
