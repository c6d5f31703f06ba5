"""What tokens cost, in US dollars. Vendors change prices: each row says since when it is known, and a setting overrides it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from anna.errors import InvalidSettings
from anna.llm.models import Prompt, Usage

_MILLION = 1_000_000
_CHARS_PER_TOKEN = 2
"""Of Portuguese with JSON around it, on the safe side (three and more in practice): a reservation must not be too small."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """US dollars per million tokens, for prompts below the vendors' first threshold (100,000 tokens and more)."""

    input: Decimal
    cached: Decimal
    written: Decimal
    output: Decimal
    since: date | None = None


def _usd(input: str, cached: str, written: str, output: str, since: str) -> Price:
    return Price(
        input=Decimal(input), cached=Decimal(cached), written=Decimal(written), output=Decimal(output),
        since=date.fromisoformat(since),
    )  # fmt: skip


PRICES: Mapping[str, Price] = {
    "gpt-6-luna": _usd("0.10", "0.01", "0.125", "0.50", "2026-09-22"),
    "gpt-6.1-terra": _usd("1.00", "0.05", "1.25", "5.00", "2026-10-26"),
    "gpt-6-sol": _usd("2.00", "0.20", "2.50", "10.00", "2026-09-22"),
    "claude-haiku-5-5": _usd("0.10", "0.01", "0.125", "0.50", "2026-10-07"),
    "claude-sonnet-5-5": _usd("2.00", "0.10", "2.50", "10.00", "2026-10-07"),
    "claude-opus-5-5": _usd("4.00", "0.20", "5.00", "20.00", "2026-09-22"),
}
"""List prices as published by 2026-11; what is not here needs ANNA_MODEL_PRICES."""


def read_prices(text: str) -> dict[str, Price]:
    """`MODEL=INPUT/OUTPUT` or `MODEL=INPUT/CACHED/WRITTEN/OUTPUT`, comma separated, dollars per million tokens.

    Raises InvalidSettings naming the part that cannot be read.
    """
    found = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        model, _, rest = part.partition("=")
        try:
            amounts = [Decimal(amount) for amount in rest.split("/")]
        except InvalidOperation:
            amounts = []
        if not model.strip() or len(amounts) not in (2, 4) or not all(map(_sane, amounts)):
            raise InvalidSettings(
                f"{part!r} is no price: write MODEL=INPUT/OUTPUT in dollars per million tokens"
            )
        if len(amounts) == 2:
            amounts = [amounts[0], amounts[0], amounts[0], amounts[1]]
        found[model.strip()] = Price(
            input=amounts[0], cached=amounts[1], written=amounts[2], output=amounts[3]
        )
    return found


def _sane(amount: Decimal) -> bool:
    return amount.is_finite() and 0 <= amount < 10_000


def price_of(model: str, overrides: Mapping[str, Price]) -> Price:
    """The price of `model`; raises InvalidSettings when nobody has said it, because then no ceiling could hold."""
    price = overrides.get(model) or PRICES.get(model)
    if price is None:
        known = ", ".join(sorted({*PRICES, *overrides}))
        raise InvalidSettings(
            f"the price of {model} is not known (known: {known}): say it in ANNA_MODEL_PRICES, as {model}=INPUT/OUTPUT"
        )
    return price


def cost(usage: Usage, price: Price) -> Decimal:
    """What `usage` costs, in dollars, to the millionth."""
    exact = (
        usage.input * price.input
        + usage.cached * price.cached
        + usage.written * price.written
        + usage.output * price.output
    )
    return (exact / _MILLION).quantize(Decimal("0.000001"))


def reservation(prompt: Prompt, price: Price) -> Decimal:
    """The most that asking `prompt` can cost: kept free under the ceiling before anything is sent."""
    chars = len(prompt.system) + len(prompt.user) + len(str(prompt.schema))
    most = max(price.input, price.written)
    exact = chars / Decimal(_CHARS_PER_TOKEN) * most + prompt.max_output_tokens * price.output
    return (exact / _MILLION).quantize(Decimal("0.000001"))
