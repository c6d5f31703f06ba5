"""Money as Brazilians write it."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Decimal


def brl(amount: Decimal) -> str:
    """`R$ 1.200,00`; the amount is in reais and is rounded to centavos."""
    cents = amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN)
    sign = "-" if cents < 0 else ""
    return f"{sign}R$ " + f"{abs(cents):,.2f}".translate(str.maketrans(",.", ".,"))
