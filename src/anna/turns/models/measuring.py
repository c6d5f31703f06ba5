"""Asking a model where texts lie in meaning: on record before it leaves, within its time, its ceilings and its breaker."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from anna.clock import Clock
from anna.errors import ProviderError
from anna.llm.breaker import Breaker
from anna.llm.service import About, Ceiling, Ledger, Outcome, Resultado
from anna.llm.vectors import LONGEST, Embedder, Vector, cost_of, most_cost
from anna.turns.models.asking import unanswered

log = logging.getLogger(__name__)

VERSION = "texto"
"""There are no words of ours in the question: only the text is measured."""


@dataclass(frozen=True, slots=True)
class Scale:
    """One embedding model of this process, with its price (dollars per million tokens) and its breaker; clients share it."""

    embedder: Embedder
    price: Decimal
    breaker: Breaker = field(default_factory=Breaker)


class Measuring:
    """Measures for one client. `clock` is the client's, by which ceilings count; breakers rest by `process_clock`."""

    def __init__(
        self, *, scale: Scale, ledger: Ledger, limit_s: float, clock: Clock, process_clock: Clock | None = None
    ) -> None:  # fmt: skip
        self._scale = scale
        self._ledger = ledger
        self._limit_s = limit_s
        self._clock = clock
        self._process_clock = process_clock or clock

    @property
    def model(self) -> str:
        return self._scale.embedder.model

    async def measure(
        self, texts: Sequence[str], about: About, *, asked: list[UUID], limit_s: float | None = None
    ) -> Sequence[Vector] | None:  # fmt: skip
        """A vector for each of `texts`, or None when none came in time; the row of the question is added to `asked`."""
        scale, loop = self._scale, asyncio.get_running_loop()
        if not scale.breaker.allows(self._process_clock.now()):
            return None
        shown = [text[:LONGEST] for text in texts]
        opened = await self._ledger.reserve(
            most_cost(shown, scale.price), provider=scale.embedder.provider, model=self.model, version=VERSION, about=about,
            now=self._clock.now(),
        )  # fmt: skip
        if isinstance(opened, Ceiling):
            scale.breaker.gave_up()
            log.warning("texts are not measured", extra={"motivo": opened.value})
            return None
        asked.append(opened)
        began = loop.time()
        vectors: Sequence[Vector] | None = None
        try:
            async with asyncio.timeout(self._limit_s if limit_s is None else min(limit_s, self._limit_s)):
                embedded = await scale.embedder.embed(shown)
            vectors = embedded.vectors
            scale.breaker.succeeded()
            outcome = Outcome(
                resultado=Resultado.ACEITA, usage=embedded.usage, cost_usd=cost_of(embedded.usage, scale.price),
                model=embedded.model, request_id=embedded.request_id,
            )  # fmt: skip
        except (ProviderError, TimeoutError) as error:
            outcome = unanswered(scale.breaker, error, self._process_clock.now())
            log.warning("texts are not measured", extra={"motivo": outcome.motivo})
        except asyncio.CancelledError:
            scale.breaker.gave_up()  # the row stays under way, with what it may have cost
            raise
        latency = timedelta(seconds=loop.time() - began)
        await self._ledger.close(opened, outcome, latency=latency, now=self._clock.now())
        return vectors
