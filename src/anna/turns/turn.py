"""One turn: a burst is read, understood outside any transaction, routed, and answered in one transaction.

The conversa is held by a lease, never by a row lock across a model call. The answer is committed only if the burst is still what was
read: nothing came meanwhile, nothing was rewritten or taken back. Else the turn is on record as overtaken and the conversa is due
again, three times at most.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from anna.clock import Clock
from anna.commands import Reading, YesNo
from anna.conversation.besides import both, chosen_beside
from anna.conversation.inquiries import Inquiry, asks_besides, inquiries, without_asked_day
from anna.conversation.leaving import apart
from anna.conversation.messages_spoken_of import spoken_of_messages
from anna.conversation.question import OTHERS_NAME, Heard
from anna.conversation.reminding import reminded
from anna.conversation.unanswered import Left, unanswered
from anna.conversation.understanding.facts.attendants import without_attendant
from anna.conversation.understanding.port import Context, State
from anna.conversation.wished import calmed, wished_besides
from anna.db.connect import Connection, Database
from anna.db.events import emit
from anna.db.failures import FAULTS, RACES, despite_races
from anna.flows.actions.telling_queries import list_attending
from anna.flows.moves import Move
from anna.flows.registry import Turn
from anna.llm import queries as llm_queries
from anna.llm.service import About
from anna.logs import bind
from anna.turns import queries
from anna.turns.answering import Answering
from anna.turns.asked import Asked
from anna.turns.gathering import Gathering
from anna.turns.listening import Burst, read_burst
from anna.turns.models.asking import Limits
from anna.turns.models.drafting import Draft, Drafting
from anna.turns.models.thinking import Thinking, Thought
from anna.turns.queries import Taken
from anna.turns.situation import Situation, Situations
from anna.turns.waiting_queries import find_awaited
from anna.turns.yielding import is_a_persons, leave_to_person

log = logging.getLogger(__name__)

MAX_OVERTAKEN = 3
"""A patient who never stops typing, or rewriting, is answered all the same."""

MAX_FAILURES = 3
"""Then a person has the conversation."""

_NAMES = frozenset({"nome", OTHERS_NAME})
_SPOKEN = {YesNo.YES: "sim", YesNo.NO: "não", YesNo.UNCLEAR: ""}
"""What a reaction says, in the words that the rules read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnSettings:
    """lease: longer than understanding may take."""

    lease: timedelta = timedelta(seconds=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """What came of thinking: the reading, and an answer in a model's own words where one was wished for."""

    thought: Thought
    draft: Draft | None = None

    @property
    def interacoes(self) -> tuple[UUID, ...]:
        return (*self.thought.interacoes, *(self.draft.interacoes if self.draft else ()))


class Turns:
    """Takes the turns of one client."""

    def __init__(
        self,
        *,
        database: Database,
        answering: Answering,
        thinking: Thinking,
        drafting: Drafting,
        limits: Limits,
        clock: Clock,
        settings: TurnSettings | None = None,
        hears: bool = False,
    ) -> None:
        """`hears` says that voice messages are written out: their turn waits for it."""
        self._database = database
        self._answering = answering
        self._thinking = thinking
        self._gathering = Gathering(thinking)
        self._drafting = drafting
        self._limits = limits
        self._clock = clock
        self._settings = settings or TurnSettings()
        self._situations = Situations(
            database=database, answering=answering, thinking=thinking, gathering=self._gathering, hears=hears
        )

    async def take_next(self) -> bool:
        """Take the turn of one due conversa; False when none is due."""
        now = self._clock.now()
        async with self._database.transaction() as conn:
            taken = await queries.take_due_conversa(
                conn, lease=uuid4(), now=now, lease_until=now + self._settings.lease
            )
        if taken is None:
            return False
        with bind(clinica=taken.clinica_id, conversa=taken.id):
            try:
                await self._take(taken, now)
            except (*FAULTS, *RACES):
                log.exception("a turn failed")
                await despite_races(lambda: self._failed(taken, now))
        return True

    async def _take(self, taken: Taken, now: datetime) -> None:
        situation = await despite_races(lambda: self._situations.read(taken, now))
        if situation is None:
            return
        end = self._limits.ends()
        thought = await self._understand(situation)
        considered = Considered(thought=thought, draft=await self._draft(situation, thought, end))
        await despite_races(lambda: self._answer(situation, considered, now))

    # -- thinking --------------------------------------------------------------------------------------------------------

    async def _understand(self, situation: Situation) -> Thought:
        """A tap, a reaction and a message without words need no model."""
        taken, burst = situation.taken, situation.burst
        if burst.reaction:
            return self._thinking.by_rules(_SPOKEN[burst.reaction], situation.context)
        if burst.tapped or burst.wordless:
            return self._thinking.by_rules(burst.text, situation.context)
        about = About(clinica_id=taken.clinica_id, conversa_id=taken.id)
        return await self._thinking.think(burst.text, situation.context, about)

    async def _draft(self, situation: Situation, thought: Thought, end: float) -> Draft | None:
        """An answer in a model's own words, in what understanding left of the time of the turn."""
        taken, burst = situation.taken, situation.burst
        if burst.tapped or burst.wordless or burst.reaction:
            return None
        return await self._drafting.draft(
            burst.text, thought.reading, clinica_id=taken.clinica_id, conversa_id=taken.id, end=end
        )

    # -- answering -------------------------------------------------------------------------------------------------------

    async def _answer(self, situation: Situation, considered: Considered, started: datetime) -> None:
        taken, burst, reading = situation.taken, situation.burst, considered.thought.reading
        said_of = situation
        if calm := self._calmed(situation, reading):
            words, reading = calm
            burst = replace(burst, text=words)
            said_of = replace(situation, burst=burst)
        several = self._inquiries(said_of, reading)
        if several:
            reading = without_asked_day(burst.text, reading, self._read_alone(situation))
        elif left := self._unanswered(said_of, reading):
            several, reading = (left.inquiry,), left.rest
        now = self._clock.now()
        async with self._database.transaction() as conn:
            locked = await queries.lock_for_turn(conn, taken)
            if locked is None:
                return  # the lease went to somebody else: theirs is the answer
            if await is_a_persons(conn, locked, now):
                await leave_to_person(conn, locked, burst, now)
                return
            said = await queries.list_unanswered(conn, taken.id)
            if tuple(said) != burst.entradas and await self._may_wait(conn, taken, burst):
                await self._record(conn, situation, considered, "ultrapassado", started, now)
                await queries.release(conn, taken, answered=False, now=now)
                return
            turno_id = await self._record(conn, situation, considered, "concluido", started, now)
            await queries.set_outcomes(conn, burst.ids, desfecho="respondida", motivo=None, turno_id=turno_id)
            questions = await self._gathering.questions(conn, taken.id)
            context = situation.context
            team = tuple(one.nome for one in await list_attending(conn, taken.clinica_id))
            if not any(question.slot in _NAMES for question in questions):
                reading = without_attendant(reading, burst.text, team)
            heard = Heard(
                reading=reading, text=burst.text, tapped=burst.tapped, own_phone=taken.telefone,
                calendar=context.calendar, arrived=context.local_now,
                team=team,
                spoken_of=await self._gathering.spoken_of(conn, taken, burst.text, questions, context),
                told_before=await self._gathering.told_before(conn, taken, burst.text, questions),
            )  # fmt: skip
            alone = replace(context, state=State.NONE, slots=(), options=())
            read, read_alone = self._reader(context), self._reader(alone)
            asked = Asked(
                taken=locked, burst=burst, questions=questions, heard=heard, returned=situation.returned,
                apart=apart(heard, read), reminded=reminded(heard, read), spoken=spoken_of_messages(heard, read, answers=context.state is not State.NONE),
                both=both(heard, read, read_alone), chosen=chosen_beside(heard, read, read_alone),
                awaited=await find_awaited(conn, taken.id) if locked.dono == "pessoa" else None,
                wish=wished_besides(burst.text, reading, read),
                asks_besides=asks_besides(burst.text, reading, self._read_alone(situation)), inquiries=several,
            )  # fmt: skip
            free = considered.draft.free if considered.draft else None
            turn = Turn(id=turno_id, text=burst.text, reading=reading, draft=free, inquiries=several)
            rota = await self._answering.answer(Move(conn, now, turn), asked)
            await queries.finish_turno(conn, turno_id, rota=rota, ended=self._clock.now())
            await queries.release(conn, taken, answered=True, now=now)
            await queries.announce(conn, taken.id)

    def _calmed(self, situation: Situation, reading: Reading) -> tuple[str, Reading] | None:
        """What was said without its rude words, where that is served."""
        burst, context = situation.burst, situation.context
        if burst.tapped or burst.wordless or burst.reaction:
            return None
        return calmed(burst.text, reading, self._reader(context), answers=context.state is not State.NONE)

    def _inquiries(self, situation: Situation, reading: Reading) -> tuple[Inquiry, ...]:
        burst = situation.burst
        if burst.tapped or burst.wordless or burst.reaction:
            return ()
        return inquiries(burst.text, reading, self._read_alone(situation))

    def _unanswered(self, situation: Situation, reading: Reading) -> Left | None:
        """The one thing that is asked beside an answer or a wish, and was read as nothing."""
        burst = situation.burst
        if burst.tapped or burst.wordless or burst.reaction:
            return None
        return unanswered(burst.text, reading, self._reader(situation.context), self._read_alone(situation))

    def _reader(self, context: Context) -> Callable[[str], Reading]:
        """How a part of the message is read."""
        return lambda part: self._thinking.by_rules(part, context).reading

    def _read_alone(self, situation: Situation) -> Callable[[str], Reading]:
        """How a part of the message is read by itself, as if nothing had been asked."""
        context = replace(
            situation.context,
            state=State.NONE,
            bot_text=None,
            slots=(),
            options=(),
            about=None,
            asked=frozenset(),
        )
        return self._reader(context)

    async def _may_wait(self, conn: Connection, taken: Taken, burst: Burst) -> bool:
        overtaken = await queries.count_recent(
            conn, taken.id, "ultrapassado", since=burst.entradas[0].criada_em
        )
        return overtaken < MAX_OVERTAKEN

    async def _record(
        self, conn: Connection, situation: Situation, considered: Considered, resultado: str, started: datetime, now: datetime
    ) -> UUID:  # fmt: skip
        context, reading = situation.context, considered.thought.reading
        turno_id = await queries.insert_turno(
            conn, situation.taken, ate_ordem=situation.burst.until, texto=situation.burst.text,
            contexto={
                "estado": context.state.value,
                "texto_da_anna": context.bot_text,
                "horarios": [slot.isoformat(timespec="minutes") for slot in context.slots],
                "opcoes": list(context.options),
                **({"atendem": list(context.attends)} if context.attends else {}),
                **({"desfecho": context.outcome} if context.outcome else {}),
                **({"dias": [day.isoformat() for day in context.about]} if context.about else {}),
                **({"pedia": sorted(context.asked)} if context.asked else {}),
                **({"em_curso": list(context.under_way)} if context.under_way else {}),
                **({"marcados": list(context.booked)} if context.booked else {}),
                **({"em_perigo": True} if context.in_danger else {}),
                **({"mostrados": [start.isoformat() for start in context.shown]} if context.shown else {}),
            },
            leitura=reading.to_row(), regras=[asdict(hit) for hit in reading.trace], entendeu=reading.by,
            resultado=resultado, rota={}, started=started, ended=now, sentimento=reading.sentiment.value,
            rascunho=considered.draft.record if considered.draft else None,
        )  # fmt: skip
        await llm_queries.tie_to_turno(conn, considered.interacoes, turno_id)
        await llm_queries.tie_to_turno_of(conn, situation.burst.ids, turno_id)
        return turno_id

    async def _failed(self, taken: Taken, now: datetime) -> None:
        """Try again a little later; after `MAX_FAILURES` a person gets the conversation.

        Whoever failed so slowly that the lease is somebody else's leaves it to them.
        """
        async with self._database.transaction() as conn:
            if await queries.lock_for_turn(conn, taken) is None:
                return
            entradas = await queries.list_unanswered(conn, taken.id)
            if not entradas:
                await queries.release(conn, taken, answered=True, now=now)
                return
            burst = read_burst(entradas, now=now)
            turno_id = await queries.insert_turno(
                conn, taken, ate_ordem=burst.until, texto=burst.text, contexto={}, leitura={}, regras=[],
                entendeu="nobody", resultado="falhou", rota={"regra": "falhou"}, started=now, ended=now,
            )  # fmt: skip
            failures = await queries.count_recent(conn, taken.id, "falhou", since=burst.entradas[0].criada_em)
            if failures < MAX_FAILURES:
                await queries.put_off(conn, taken, until=now + timedelta(seconds=5 * failures))
                return
            await queries.set_outcomes(
                conn, burst.ids, desfecho="da_pessoa", motivo="falhou", turno_id=turno_id
            )
            await queries.release(conn, taken, answered=True, now=now)
            await emit(
                conn, clinica_id=taken.clinica_id, nome="entendimento.falhou_2x",
                refs={"conversa": taken.id, "contato": taken.contato_id},
                dados={"motivo": "falhou", "safety": None, "frase": burst.text}, now=now,
            )  # fmt: skip
