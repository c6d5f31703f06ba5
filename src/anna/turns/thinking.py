"""Who reads a message: the models of the settings in their order, each within its time, its ceilings and its breaker; else the rules.

A reading always comes, and it comes in time. Whatever a model does - silence, a drip, nonsense, a bill - ends in the next one, and the
offline rules are the last: they need nobody.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from uuid import UUID

from anna.clock import Clock
from anna.commands import Reading, RuleHit
from anna.conversation.understanding.model import ModelUnderstander
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.referee import is_final
from anna.errors import ProviderBusy, ProviderError, ProviderRefused
from anna.llm.breaker import Breaker
from anna.llm.models import Completion, Stop
from anna.llm.prices import Price
from anna.llm.service import About, Ceiling, Ledger, Outcome, Resultado

log = logging.getLogger(__name__)

LEAST_S = 0.5
"""With less time left nobody is asked any more."""

_UNUSABLE = {
    Stop.TRUNCATED.value: Resultado.TRUNCADA,
    Stop.REFUSED.value: Resultado.RECUSADA,
}


@dataclass(frozen=True, slots=True)
class Reader:
    """One model of this process, with its price and its breaker; clients share it."""

    understander: ModelUnderstander
    price: Price
    breaker: Breaker = field(default_factory=Breaker)

    @property
    def name(self) -> str:
        return self.understander.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds: of understanding one turn as a whole, and of one question to one model."""

    turn_s: float
    question_s: float


@dataclass(frozen=True, slots=True)
class Thought:
    """A reading, and the questions to models that were asked for it (rows of `interacoes_ia`)."""

    reading: Reading
    interacoes: tuple[UUID, ...] = ()


class Thinking:
    """Understands for one client. `clock` is the client's, by which ceilings count; breakers rest by `process_clock`."""

    def __init__(
        self, *, readers: Sequence[Reader], offline: OfflineUnderstander, ledger: Ledger, limits: Limits,
        clock: Clock, process_clock: Clock | None = None,
    ) -> None:  # fmt: skip
        self._readers = readers
        self._offline = offline
        self._ledger = ledger
        self._limits = limits
        self._clock = clock
        self._process_clock = process_clock or clock

    async def think(self, text: str, context: Context, about: About) -> Thought:
        """Read `text`. The trace of a reading names every model that was passed over, and why."""
        thought = self.by_rules(text, context)
        if not self._readers or is_final(thought.reading, text):
            return thought
        loop = asyncio.get_running_loop()
        end = loop.time() + self._limits.turn_s
        passed: list[RuleHit] = []
        asked: list[UUID] = []
        for reader in self._readers:
            left = end - loop.time()
            found = await self._try(reader, text, context, about, left_s=left, asked=asked)
            if isinstance(found, Reading):
                return Thought(replace(found, trace=(*found.trace, *passed)), tuple(asked))
            passed.append(RuleHit("model.passed_over", reader.name, found))
            log.warning("an understander did not answer", extra={"entendeu": reader.name, "motivo": found})
        reading = thought.reading
        return Thought(replace(reading, trace=(*reading.trace, *passed)), tuple(asked))

    def by_rules(self, text: str, context: Context) -> Thought:
        """Read `text` without asking anybody."""
        return Thought(self._offline.understand(text, context))

    async def _try(
        self, reader: Reader, text: str, context: Context, about: About, *, left_s: float, asked: list[UUID]
    ) -> Reading | str:
        """A reading, or why there is none."""
        if left_s < LEAST_S:
            return "no time left"
        if not reader.breaker.allows(self._process_clock.now()):
            return "resting"
        prompt = reader.understander.prompt(text, context)
        model = reader.understander.model
        opened = await self._ledger.open(
            prompt, provider=model.provider, model=model.model, price=reader.price, about=about, now=self._clock.now()
        )  # fmt: skip
        if isinstance(opened, Ceiling):
            reader.breaker.gave_up()
            return opened.value
        asked.append(opened)
        loop = asyncio.get_running_loop()
        began = loop.time()
        completion: Completion | None = None
        try:
            async with asyncio.timeout(min(left_s, self._limits.question_s)):
                completion = await model.complete(prompt)
            reading, outcome = self._judged(reader, completion, text, context)
        except (ProviderError, TimeoutError) as error:
            reading, outcome = None, self._failed(reader, error, completion)
        except asyncio.CancelledError:
            reader.breaker.gave_up()  # the row stays under way, with what it may have cost
            raise
        await self._ledger.close(
            opened, outcome, price=reader.price, latency=timedelta(seconds=loop.time() - began), now=self._clock.now()
        )  # fmt: skip
        return reading or outcome.motivo or outcome.resultado.value

    def _judged(
        self, reader: Reader, completion: Completion, text: str, context: Context
    ) -> tuple[Reading, Outcome]:
        judged = reader.understander.judge(completion, text, context)
        reader.breaker.succeeded()
        return judged.reading, replace(
            _billed(Resultado.ACEITA, completion),
            intents=tuple(sorted(judged.proposal.intents)),
            sentiment=judged.proposal.sentiment.value,
        )

    def _failed(
        self, reader: Reader, error: ProviderError | TimeoutError, completion: Completion | None
    ) -> Outcome:
        """What a failure was, and what the breaker makes of it.

        A model that would not, or ran out of room, was made to by a message: that is no reason to leave its provider alone.
        """
        now = self._process_clock.now()
        if isinstance(error, ProviderRefused) and completion is not None:
            code = error.provider_code or ""
            resultado = _UNUSABLE.get(code, Resultado.INVALIDA)
            if resultado is Resultado.INVALIDA:
                reader.breaker.failed(now)
            else:
                reader.breaker.gave_up()
            return _billed(resultado, completion, motivo=code)
        if isinstance(error, ProviderBusy):
            reader.breaker.failed(now, retry_after_s=error.retry_after_s)
            return Outcome(resultado=Resultado.NAO_ATENDIDA, motivo=error.provider_code)
        reader.breaker.failed(now)
        if isinstance(error, ProviderRefused):
            log.error("a model's provider refuses what it is asked", extra={"motivo": error.provider_code})
            return Outcome(resultado=Resultado.NAO_ATENDIDA, motivo=error.provider_code)
        motivo = "timeout" if isinstance(error, TimeoutError) else error.provider_code
        return Outcome(resultado=Resultado.SEM_RESPOSTA, motivo=motivo)


def _billed(resultado: Resultado, completion: Completion, motivo: str | None = None) -> Outcome:
    return Outcome(
        resultado=resultado,
        motivo=motivo,
        usage=completion.usage,
        model=completion.model or None,
        request_id=completion.request_id,
    )
