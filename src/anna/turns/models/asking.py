"""One question to one model: on record before it leaves, within its time, its ceilings and its breaker. Whoever asks decides what is asked next."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from anna.clock import Clock
from anna.errors import ProviderBusy, ProviderError, ProviderRefused
from anna.llm.breaker import Breaker
from anna.llm.models import ChatModel, Completion, Prompt, Stop
from anna.llm.prices import Price
from anna.llm.service import About, Ceiling, Ledger, Outcome, Resultado

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")

LEAST_S = 0.5
"""With less time left nobody is asked any more."""

_UNUSABLE = {
    Stop.TRUNCATED.value: Resultado.TRUNCADA,
    Stop.REFUSED.value: Resultado.RECUSADA,
}


class Priced(Protocol):
    """A model of this process, with its price and its breaker."""

    @property
    def model(self) -> ChatModel: ...

    @property
    def price(self) -> Price: ...

    @property
    def breaker(self) -> Breaker: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds: of all that models do for one turn, and of one question to one model."""

    turn_s: float
    question_s: float

    def ends(self) -> float:
        """When the time of a turn that begins now is over, on the loop's clock."""
        return asyncio.get_running_loop().time() + self.turn_s


class Asking:
    """Asks for one client. `clock` is the client's, by which ceilings count; breakers rest by `process_clock`."""

    def __init__(
        self, *, ledger: Ledger, limits: Limits, clock: Clock, process_clock: Clock | None = None
    ) -> None:
        self._ledger = ledger
        self._limits = limits
        self._clock = clock
        self._process_clock = process_clock or clock

    async def ask(
        self, whom: Priced, prompt: Prompt, about: About, *, end: float,
        judge: Callable[[Completion], tuple[Answer, Outcome]], asked: list[UUID],
    ) -> Answer | str:  # fmt: skip
        """What `judge` made of the answer, or why there is none; the row of the question is added to `asked`.

        `judge` raises ProviderRefused, with `provider_code` saying how it is unusable, when nothing counts of the answer.
        """
        loop = asyncio.get_running_loop()
        left_s = end - loop.time()
        if left_s < LEAST_S:
            return "no time left"
        if not whom.breaker.allows(self._process_clock.now()):
            return "resting"
        opened = await self._ledger.open(
            prompt, provider=whom.model.provider, model=whom.model.model, price=whom.price, about=about, now=self._clock.now()
        )  # fmt: skip
        if isinstance(opened, Ceiling):
            whom.breaker.gave_up()
            return opened.value
        asked.append(opened)
        began = loop.time()
        completion: Completion | None = None
        answer: Answer | None = None
        try:
            async with asyncio.timeout(min(left_s, self._limits.question_s)):
                completion = await whom.model.complete(prompt)
            answer, outcome = judge(completion)
            whom.breaker.succeeded()
        except (ProviderError, TimeoutError) as error:
            outcome = self._failed(whom, error, completion)
        except asyncio.CancelledError:
            whom.breaker.gave_up()  # the row stays under way, with what it may have cost
            raise
        await self._ledger.close(
            opened, outcome, price=whom.price, latency=timedelta(seconds=loop.time() - began), now=self._clock.now()
        )  # fmt: skip
        return (outcome.motivo or outcome.resultado.value) if answer is None else answer

    def _failed(
        self, whom: Priced, error: ProviderError | TimeoutError, completion: Completion | None
    ) -> Outcome:
        """What a failure was, and what the breaker makes of it.

        A model that would not, or ran out of room, was made to by a message: that is no reason to leave its provider alone.
        """
        now = self._process_clock.now()
        if isinstance(error, ProviderRefused) and completion is not None:
            code = error.provider_code or ""
            resultado = _UNUSABLE.get(code, Resultado.INVALIDA)
            if resultado is Resultado.INVALIDA:
                whom.breaker.failed(now)
            else:
                whom.breaker.gave_up()
            return billed(resultado, completion, motivo=code)
        return unanswered(whom.breaker, error, now)


def unanswered(breaker: Breaker, error: ProviderError | TimeoutError, now: datetime) -> Outcome:
    """How a question ended to which no answer came, which `breaker` learns too."""
    if isinstance(error, ProviderBusy):
        breaker.failed(now, retry_after_s=error.retry_after_s)
        return Outcome(resultado=Resultado.NAO_ATENDIDA, motivo=error.provider_code)
    breaker.failed(now)
    if isinstance(error, ProviderRefused):
        log.error("a model's provider refuses what it is asked", extra={"motivo": error.provider_code})
        return Outcome(resultado=Resultado.NAO_ATENDIDA, motivo=error.provider_code)
    motivo = "timeout" if isinstance(error, TimeoutError) else error.provider_code
    return Outcome(resultado=Resultado.SEM_RESPOSTA, motivo=motivo)


def billed(resultado: Resultado, completion: Completion, motivo: str | None = None) -> Outcome:
    """How a question ended that was answered, whatever the answer is worth."""
    return Outcome(
        resultado=resultado,
        motivo=motivo,
        usage=completion.usage,
        model=completion.model or None,
        request_id=completion.request_id,
    )
