"""What of a conversation waits for an answer: messages, open questions, and from which day they speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from anna.commands import Intent, Nuance
from anna.conversation.question import Question
from anna.conversation.understanding.dates.beside import names_weekday, speaks_beside
from anna.conversation.understanding.facts.families import says_short_name
from anna.conversation.understanding.facts.third import kin_named
from anna.conversation.understanding.facts.whom import Whom
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.refusing import speaks_of_two
from anna.conversation.understanding.replies.staying import speaks_of_staying
from anna.db.connect import Connection
from anna.flows import queries as flow_queries
from anna.flows.model import Run
from anna.turns import queries
from anna.turns.listening import arrived, differ_by_a_slip, questions_of, rewritten_from, said_in
from anna.turns.models.thinking import Thinking
from anna.turns.queries import Entrada, Taken
from anna.turns.reactions import answering
from anna.turns.spoken_queries import (
    find_spoken_of,
    list_booked_in_talk,
    list_procedures_of,
    list_to_come,
    list_told_before,
)
from anna.turns.waiting_queries import is_served
from anna.whatsapp.models import MotivoIgnorada, Tipo


class Gathering:
    """Gathers for turns; what it has to read for that, it reads by the rules."""

    def __init__(self, thinking: Thinking) -> None:
        self._thinking = thinking

    async def entradas(self, conn: Connection, taken: Taken) -> Sequence[Entrada]:
        """The unanswered messages that want an answer; those that want none have their outcome."""
        entradas = await self._without_reactions(conn, taken, await queries.list_unanswered(conn, taken.id))
        return await self._without_slips(conn, entradas)

    async def questions(self, conn: Connection, conversa_id: UUID) -> list[Question]:
        """The open questions of the conversa as routing sees them, newest first."""
        perguntas = await flow_queries.list_open_perguntas(conn, conversa_id)
        slots, shown, background = {}, {}, set()
        for execucao_id in {p.execucao_id for p in perguntas}:
            row = await flow_queries.find_run(conn, execucao_id)
            if row is not None:
                run = Run.from_json(row.dados)
                slots[execucao_id], shown[execucao_id] = run.slots, run.data.get("oferecidos") or ()
                if row.faixa == "background":
                    background.add(execucao_id)
        asked = [p.mensagem_id for p in perguntas if p.mensagem_id]
        changing = {p.execucao_id for p in perguntas if Nuance.TAKES_BACK in p.aceita}
        return questions_of(
            perguntas,
            stands={id: await list_procedures_of(conn, id) for id in changing},
            slots=slots,
            shown=shown,
            provider_ids=await queries.provider_ids(conn, asked),
            background=frozenset(background),
        )

    async def spoken_of(
        self, conn: Connection, taken: Taken, text: str, questions: Sequence[Question], context: Context
    ) -> datetime | None:
        """When the consulta begins, on the clinic's wall clock, whose day or hour the message means by "o mesmo"."""
        if not (speaks_beside(text) or speaks_of_staying(text)):
            return None
        execucao_id = next((question.execucao_id for question in questions if question.slot), None)
        found = await find_spoken_of(conn, taken.id, execucao_id, now=context.reference_time)
        return found and found.astimezone(context.calendar.tz).replace(tzinfo=None)

    async def told_before(
        self, conn: Connection, taken: Taken, text: str, questions: Sequence[Question]
    ) -> tuple[str, ...]:
        """What she said in this talk, where two come and one of hers is named: whether that is the other one, or a third."""
        two = next((q.execucao_id for q in questions if q.known.get("para") == Whom.BOTH), None)
        return await list_told_before(conn, taken.id, two) if two and kin_named(text) else ()

    async def under_way(
        self, conn: Connection, taken: Taken, text: str, questions: Sequence[Question], context: Context
    ) -> Context:
        """The context, which knows what is asked about, and where a short name is said, or what stays is told from what goes, what is booked in this talk."""
        asked = [slug for question in questions for slug in question.known.get("procedimentos") or ()]
        counts = says_short_name(text, context.catalogue) or bool(asked and speaks_of_two(text, context))
        booked = await list_booked_in_talk(conn, taken.id, now=context.reference_time) if counts else []
        return replace(context, under_way=tuple(dict.fromkeys(asked)), booked=tuple(booked))

    async def in_its_week(
        self, conn: Connection, taken: Taken, text: str, questions: Sequence[Question], context: Context
    ) -> Context:
        """The context, for which a bare weekday is that of the week of what is to be moved: "muda pra terça", of what is held for the week after."""
        if context.about or not names_weekday(text):
            return context
        about = next(
            (
                q
                for q in questions
                if Nuance.TAKES_BACK in q.accepts or (not q.slot and Nuance.DROPS in q.accepts)
            ),
            None,
        )
        reading = self._thinking.by_rules(text, context).reading
        if reading.procedure if about else Intent.RESCHEDULE not in reading.intents:
            return context
        starts = await list_to_come(
            conn, taken.id, about.execucao_id if about else None, now=context.reference_time
        )
        days = [start.astimezone(context.calendar.tz).date() for start in starts]
        weeks = {day - timedelta(days=day.weekday()) for day in days}
        monday = weeks.pop() if len(weeks) == 1 else None
        return replace(context, about=(monday, monday + timedelta(days=6))) if monday else context

    def from_the_day_it_names(self, entradas: Sequence[Entrada], context: Context) -> Context:
        """Of a burst that crosses midnight, days are counted from the message that names one: "amanhã" was said before it."""
        views = [replace(context, reference_time=arrived(entrada)) for entrada in entradas]
        if len({view.local_now.date() for view in views}) == 1:
            return context
        for entrada, view in zip(entradas, views, strict=True):
            when = self._thinking.by_rules(said_in(entrada) or "", view).reading.when
            if when and (when.date_start or when.dates or when.date_end):
                return view
        return context

    async def _without_reactions(
        self, conn: Connection, taken: Taken, entradas: Sequence[Entrada]
    ) -> Sequence[Entrada]:
        """The burst without its reactions, which have their outcome; only one that answers Anna's question is left."""
        reactions = [entrada for entrada in entradas if entrada.tipo == Tipo.REACAO]
        if not reactions:
            return entradas
        heard = taken.dono == "anna" or await is_served(conn, taken.id)
        questions = await self.questions(conn, taken.id) if heard else []
        answer = answering(entradas, questions)
        if answer and await queries.is_replaced(conn, taken.id, answer):
            answer = None
        idle = [entrada.id for entrada in reactions if entrada is not answer]
        await queries.set_outcomes(
            conn, idle, desfecho="ignorada", motivo=MotivoIgnorada.REACAO, turno_id=None
        )
        return [e for e in entradas if e.tipo != Tipo.REACAO or e is answer]

    async def _without_slips(self, conn: Connection, entradas: Sequence[Entrada]) -> Sequence[Entrada]:
        """The burst without messages that were rewritten after their answer and say the same as before."""
        slips = [entrada for entrada in entradas if self._is_slip(entrada)]
        if not slips:
            return entradas
        await queries.set_outcomes(
            conn, [s.id for s in slips], desfecho="ignorada", motivo=MotivoIgnorada.REESCRITA, turno_id=None
        )
        return [entrada for entrada in entradas if entrada not in slips]

    def _is_slip(self, entrada: Entrada) -> bool:
        before, after = rewritten_from(entrada), said_in(entrada)
        if not before or not after or not differ_by_a_slip(before, after):
            return False
        view = Context(reference_time=arrived(entrada))
        return self._thinking.by_rules(before, view) == self._thinking.by_rules(after, view)
