"""Who reads a message: the models of the settings in their order, each within its time, its ceilings and its breaker; else the rules.

A reading always comes, and it comes in time. Whatever a model does - silence, a drip, nonsense, a bill - ends in the next one, and the
offline rules are the last: they need nobody.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from anna.clock import Clock
from anna.commands import Reading, RuleHit
from anna.conversation.understanding.model.referee import is_final
from anna.conversation.understanding.model.understander import ModelUnderstander
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.llm.breaker import Breaker
from anna.llm.models import ChatModel, Completion
from anna.llm.prices import Price
from anna.llm.service import About, Ledger, Outcome, Resultado
from anna.turns.models.asking import Asking, Limits, billed

__all__ = ["Limits", "Reader", "Thinking", "Thought"]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reader:
    """One model of this process, with its price and its breaker; clients share it."""

    understander: ModelUnderstander
    price: Price
    breaker: Breaker = field(default_factory=Breaker)

    @property
    def name(self) -> str:
        return self.understander.name

    @property
    def model(self) -> ChatModel:
        return self.understander.model


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
        self._limits = limits
        self._asking = Asking(ledger=ledger, limits=limits, clock=clock, process_clock=process_clock)

    async def think(self, text: str, context: Context, about: About) -> Thought:
        """Read `text`. The trace of a reading names every model that was passed over, and why."""
        thought = self.by_rules(text, context)
        if not self._readers or is_final(thought.reading, text):
            return thought
        end = self._limits.ends()
        passed: list[RuleHit] = []
        asked: list[UUID] = []
        for reader in self._readers:

            def judge(completion: Completion, reader: Reader = reader) -> tuple[Reading, Outcome]:
                return _judged(reader, completion, text, context)

            prompt = reader.understander.prompt(text, context)
            found = await self._asking.ask(reader, prompt, about, end=end, judge=judge, asked=asked)
            if isinstance(found, Reading):
                return Thought(replace(found, trace=(*found.trace, *passed)), tuple(asked))
            passed.append(RuleHit("model.passed_over", reader.name, found))
            log.warning("an understander did not answer", extra={"entendeu": reader.name, "motivo": found})
        reading = thought.reading
        return Thought(replace(reading, trace=(*reading.trace, *passed)), tuple(asked))

    def by_rules(self, text: str, context: Context) -> Thought:
        """Read `text` without asking anybody."""
        return Thought(self._offline.understand(text, context))


def _judged(reader: Reader, completion: Completion, text: str, context: Context) -> tuple[Reading, Outcome]:
    judged = reader.understander.judge(completion, text, context)
    return judged.reading, replace(
        billed(Resultado.ACEITA, completion),
        intents=tuple(sorted(judged.proposal.intents)),
        sentiment=judged.proposal.sentiment.value,
    )
