"""The port to a payment company: Stripe's door and the demo's pay page both have this shape."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Charge:
    """A charge that the payment company made: its id there, and the page where it is paid."""

    gateway_id: str
    link: str


class Gateway(Protocol):
    """Makes charges. `name` is what `faturas.gateway` calls it."""

    name: str

    async def create_charge(
        self, *, fatura_id: UUID, valor: Decimal, descricao: str, expires_at: datetime, return_url: str
    ) -> Charge:
        """Make the charge of a fatura, or return the one that was made for it: asking twice never charges twice.

        `valor` is in reais, `descricao` what the payer reads, `return_url` where the payer goes afterwards. Raises ProviderRefused,
        ProviderBusy or ProviderUnknown.
        """
        ...

    async def close_charge(self, gateway_id: str) -> None:
        """Let nobody pay this charge any more; one that was paid, or is over, stays as it is. Raises as `create_charge` does."""
        ...
