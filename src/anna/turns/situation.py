"""What there is to answer, read in one transaction before anybody thinks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from anna.clinica.service import load_calendar
from anna.conversation.question import Question
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.port import Context
from anna.db.connect import Connection, Database
from anna.flows.moves import Move
from anna.turns import queries, recall_queries
from anna.turns.answering import Answering
from anna.turns.gathering import Gathering
from anna.turns.listening import Burst, arrived, context_of, read_burst, requoted
from anna.turns.models.thinking import Thinking
from anna.turns.queries import Returned, Taken
from anna.turns.waiting_queries import is_in_danger, is_served
from anna.turns.yielding import is_a_persons, leave_to_person
from anna.whatsapp import ownership
from anna.whatsapp.transcripts import wait_for_words

TALKED_OF_FOR = timedelta(minutes=30)
"""So long "e da virilha?" asks of another procedure what was just asked of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that was read about a conversa before thinking."""

    taken: Taken
    burst: Burst
    questions: Sequence[Question]
    context: Context
    returned: Returned | None


class Situations:
    """Reads what a conversa waits for."""

    def __init__(
        self,
        *,
        database: Database,
        answering: Answering,
        thinking: Thinking,
        gathering: Gathering,
        hears: bool,
    ) -> None:
        """`hears` says that voice messages are written out: their turn waits for it."""
        self._database = database
        self._answering = answering
        self._thinking = thinking
        self._gathering = gathering
        self._hears = hears

    async def read(self, taken: Taken, now: datetime) -> Situation | None:
        """What there is to answer; None when there is nothing, or a person answers."""
        async with self._database.transaction() as conn:
            locked = await queries.lock_for_turn(conn, taken)  # a person may have come since it was taken
            if locked is None:
                return None
            entradas = await self._gathering.entradas(conn, locked)
            if not entradas:
                await queries.release(conn, taken, answered=True, now=now)
                return None
            burst = read_burst(entradas, now=now)
            if await queries.is_our_own(conn, taken.telefone):
                await queries.set_outcomes(
                    conn, burst.ids, desfecho="ignorada", motivo="numero_proprio", turno_id=None
                )
                await queries.release(conn, taken, answered=True, now=now)
                return None
            await self._answering.follow_merges(Move(conn, now), locked)
            if await is_a_persons(conn, locked, now):
                await leave_to_person(conn, taken, burst, now)
                return None
            if locked.dono == "pessoa" and locked.dono_ate:
                await ownership.give_back(conn, taken.id, desfecho=ownership.LAPSED, now=now)
            returned = await queries.find_return(conn, taken.id)
            questions = await self._gathering.questions(conn, taken.id)
            if burst.quoted and all(question.provedor_id != burst.quoted for question in questions):
                burst = requoted(burst, await recall_queries.find_options(conn, taken.id, burst.quoted))
            before, intents = await recall_queries.find_last_heard(conn, taken.id, since=now - TALKED_OF_FOR)
            context = context_of(
                questions,
                arrived=arrived(entradas[-1]),
                bot_text=taken.ultimo_texto,
                outcome=returned.noted if returned else None,
                asked=intents,
                before=before,
                calendar=await load_calendar(conn, taken.clinica_id),
                catalogue=Catalogue.from_rows(await queries.list_catalogue(conn, taken.clinica_id)),
            )
            context = self._gathering.from_the_day_it_names(entradas, context)
            context = await self._gathering.under_way(conn, taken, burst.text, questions, context)
            context = await self._gathering.in_its_week(conn, taken, burst.text, questions, context)
            if locked.dono == "pessoa":
                context = replace(context, in_danger=await is_in_danger(conn, taken.id))
            awaits_person = (
                locked.dono == "pessoa" and not locked.dono_ate and not await is_served(conn, taken.id)
            )
            if (
                self._hears
                and not awaits_person
                and await self._waits_for_words(conn, taken, burst, context, now)
            ):
                return None
        return Situation(taken=taken, burst=burst, questions=questions, context=context, returned=returned)

    async def _waits_for_words(
        self, conn: Connection, taken: Taken, burst: Burst, context: Context, now: datetime
    ) -> bool:
        """Whether the answer waits until what was said aloud is written out. A danger that was typed does not wait."""
        if burst.awaited is None or self._thinking.by_rules(burst.text, context).reading.safety:
            return False
        acknowledged = await queries.has_acknowledged(conn, taken.id, since=burst.entradas[0].ordem)
        wait = wait_for_words(burst.awaited.criada_em, acknowledged=acknowledged, now=now)
        if wait is None:
            return False
        if wait.acknowledge:
            turno_id = await queries.insert_turno(
                conn, taken, ate_ordem=burst.until, texto=burst.text, contexto={}, leitura={}, regras=[],
                entendeu="nobody", resultado="em_espera", rota={"regra": "espera_audio"}, started=now, ended=now,
            )  # fmt: skip
            await self._answering.acknowledge(Move(conn, now), taken, turno_id)
        await queries.put_off(conn, taken, until=wait.until)
        await queries.announce(conn, taken.id)
        return True
