"""What one turn can do in its transaction: say a text, begin a run, put the open question again, call a person, say nothing on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from anna.commands import Nuance
from anna.conversation.manners import Manner
from anna.conversation.question import Heard, Question
from anna.conversation.replies import ReplyBook
from anna.db.events import emit
from anna.flows.definition import Flow, Lane
from anna.flows.dispatch import RETOMADA
from anna.flows.model import AskAgain, Reply
from anna.flows.moves import Move
from anna.flows.runner import Runner
from anna.turns import queries, recall_queries
from anna.turns.asked import Asked
from anna.turns.returning import hearing
from anna.turns.speaking import say
from anna.turns.starting import begin


@dataclass(frozen=True, slots=True)
class Acting:
    """A turn, what it understood, and the means to act on it. Every route it returns is kept in `turnos.rota`."""

    runner: Runner
    replies: ReplyBook
    move: Move
    asked: Asked

    @property
    def turno_id(self) -> UUID:
        assert self.move.turn is not None, "a turn answers a message"
        return self.move.turn.id

    def on(self, move: Move, asked: Asked) -> Self:
        """The same means for another view of the turn."""
        return type(self)(self.runner, self.replies, move, asked)

    def hearing(self, heard: Heard) -> Self:
        """The same turn, as if only that had been said."""
        return self.on(*hearing(self.move, self.asked, heard))

    async def say(self, template: str, about: Mapping[str, UUID] | None = None) -> None:
        """Plan a text that belongs to no run, only to this turn; `about` are ids of rows that it speaks of."""
        reading = self.asked.heard.reading
        # who has just said who speaks is not called by another name
        unnamed = bool(reading.name) or Nuance.OTHER_PERSON in reading.nuances
        await say(
            self.move, self.replies, self.asked.taken, template, turno_id=self.turno_id, unnamed=unnamed, about=about
        )  # fmt: skip

    async def begin(self, lane: Lane, said: frozenset[str]) -> Flow | None:
        """Begin the first flow of `lane` that one of the commands starts; None when none does."""
        return await begin(self.runner, self.move, self.asked, lane, said)

    async def deliver(self, execucao_id: UUID, what: Reply | AskAgain) -> None:
        """Give an answer, or the wish to be asked again, to the run that waits for it."""
        await self.runner.deliver(self.move, execucao_id, what)

    async def return_to_question(self, *, again: bool = False) -> bool:
        """After a digression the open question is put once more; False when there is none.

        Whether she may be reached where she writes from is asked once, and `again` only of who did not understand it.
        """
        question = None if self.asked.is_asked_back() else self.asked.open_question()
        if question and not await self.offers_anew(question):
            known = None if again else self.asked.own_number()
            await self.deliver(
                question.execucao_id, known or AskAgain(step=question.passo, visit=question.visita)
            )
        return question is not None

    async def offers_anew(self, question: Question) -> bool:
        """Whether one of the times that `question` lists has passed; its flow then looks for others instead of putting them again."""
        arrived = self.asked.heard.arrived
        starts = [datetime.fromisoformat(option["local"]) for option in question.options if "local" in option]
        if arrived is None or not any(start <= arrived for start in starts):
            return False
        await emit(
            self.move.conn, clinica_id=self.asked.taken.clinica_id, nome=RETOMADA, refs=self.asked.refs, dados={}, now=self.move.now,
        )  # fmt: skip
        return True

    async def hand_off(self, reason: str) -> dict[str, Any]:
        """Let a person answer: an event that the hand-off flow waits for, handled at once."""
        asked = self.asked
        await emit(
            self.move.conn, clinica_id=asked.taken.clinica_id, nome="entendimento.falhou_2x", refs=asked.refs,
            dados={"motivo": reason, "safety": None, "frase": asked.burst.text}, now=self.move.now,
        )  # fmt: skip
        return {"regra": "pessoa", "motivo": reason}

    async def mannered(self, manner: Manner) -> None:
        """Say what manners say; where that is nothing, the message is on record as left unanswered on purpose."""
        if manner.template:
            await self.say(manner.template)
            return
        await queries.set_outcomes(
            self.move.conn,
            self.asked.burst.ids,
            desfecho="ignorada",
            motivo=manner.why,
            turno_id=self.turno_id,
        )

    async def last_rule(self) -> str | None:
        """Why the turn before this one was routed as it was."""
        return await recall_queries.last_rule(self.move.conn, self.asked.taken.id, before=self.turno_id)

    async def was_for(self, *why: str) -> bool:
        """Whether the turn before this one was routed for one of these reasons."""
        return await self.last_rule() in why
