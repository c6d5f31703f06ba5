"""A recording, what a model heard in it, and what a minute costs; the port behind which every vendor's ear stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_UP, Decimal
from typing import Protocol

from anna.errors import InvalidSettings
from anna.llm.models import Usage

LARGEST = 25 * 1024 * 1024
"""Bytes of the largest file that OpenAI takes."""

SHORTEST_S = 0.1
"""Seconds below which OpenAI refuses a file: nobody says anything in that time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """A file with somebody's voice: `extension` says what is in it (`kit.sound`), `seconds` how long it plays, where that is known."""

    content: bytes
    extension: str
    seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What was heard. `seconds` and `usage` are what the vendor says it bills, where it says so."""

    text: str
    model: str
    seconds: float | None = None
    usage: Usage = field(default_factory=Usage)
    request_id: str | None = None


class Transcriber(Protocol):
    """One model of one vendor that writes out what is said.

    `transcribe` raises ProviderRefused, ProviderBusy and ProviderUnknown as `ChatModel.complete` does, and tries once.
    """

    @property
    def provider(self) -> str: ...

    @property
    def model(self) -> str: ...

    async def transcribe(self, recording: Recording) -> Transcript: ...

    async def close(self) -> None: ...


MINUTE_PRICES: Mapping[str, Decimal] = {
    "gpt-transcribe": Decimal("0.0045"),
    "gpt-4o-transcribe": Decimal("0.006"),
    "gpt-4o-mini-transcribe": Decimal("0.003"),
    "whisper-1": Decimal("0.006"),
}
"""List prices in US dollars, as published by 2026-11; all but the first end on 2027-02-26."""


def minute_price(model: str, given: Decimal | None) -> Decimal:
    """What a minute costs, in dollars; raises InvalidSettings when nobody has said it, because then no ceiling could hold."""
    price = MINUTE_PRICES.get(model) if given is None else given
    if price is None:
        raise InvalidSettings(
            f"the price of {model} is not known (known: {', '.join(sorted(MINUTE_PRICES))}):"
            " say it in ANNA_TRANSCRIPTION_USD_PER_MINUTE"
        )
    return price


def minutes_cost(seconds: float, per_minute: Decimal) -> Decimal:
    """What so many seconds cost, in dollars, to the millionth and never less."""
    return (Decimal(str(seconds)) / 60 * per_minute).quantize(Decimal("0.000001"), rounding=ROUND_UP)
