"""Turns that were taken, put before another reader: would they have been decided otherwise?

Both readings, the one on record and the new one, are decided over the same questions, so that what is not on record any more (which
runs were suspended, what they knew) weighs on neither side. Nothing is written and nobody hears of it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from anna.clinica.calendar import Calendar
from anna.clinica.service import load_calendar
from anna.commands import Reading
from anna.conversation.binding import Heard, Question
from anna.conversation.decision import Decision, decide
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.port import Context, State
from anna.db.connect import Connection
from anna.turns import queries, replay_queries
from anna.turns.listening import questions_of
from anna.turns.replay_queries import Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A past turn as it is put before another reader."""

    past: Past
    context: Context
    questions: Sequence[Question]

    def decided(self) -> Decision:
        """What was decided then."""
        return self.decides(Reading.from_row(self.past.leitura))

    def decides(self, reading: Reading) -> Decision:
        """What that reading decides."""
        heard = Heard(
            reading=reading, text=self.past.texto, own_phone=self.past.telefone, calendar=self.context.calendar,
            arrived=self.context.local_now,
        )  # fmt: skip
        return decide(heard, self.questions, quoted=self.past.cita)


async def read_past(conn: Connection, *, since: datetime, until: datetime) -> AsyncIterator[Replayed]:
    """The turns of [since, until), oldest first, each in view of what it was read in view of.

    The calendar and the catalogue are those of today: what was closed or not on offer then is not on record.
    """
    clinicas: dict[UUID, tuple[Calendar, Catalogue]] = {}
    for past in await replay_queries.list_past(conn, since=since, until=until):
        if past.clinica_id not in clinicas:
            names = await queries.list_catalogue(conn, past.clinica_id)
            catalogue = Catalogue.from_rows((slug, (nome,)) for slug, nome in names)
            clinicas[past.clinica_id] = await load_calendar(conn, past.clinica_id), catalogue
        calendar, catalogue = clinicas[past.clinica_id]
        given = past.contexto
        context = Context(
            reference_time=past.chegou_em,
            state=State(given.get("estado", State.NONE)),
            bot_text=given.get("texto_da_anna"),
            slots=tuple(datetime.fromisoformat(slot) for slot in given.get("horarios") or ()),
            options=tuple(given.get("opcoes") or ()),
            calendar=calendar,
            catalogue=catalogue,
            outcome=given.get("desfecho"),
        )
        yield Replayed(past=past, context=context, questions=await _questions(conn, past))


async def _questions(conn: Connection, past: Past) -> list[Question]:
    perguntas = await replay_queries.list_questions_of(conn, past)
    asked = [p.mensagem_id for p in perguntas if p.mensagem_id]
    return questions_of(
        perguntas,
        slots={},
        provider_ids=await queries.provider_ids(conn, asked),
        background=await replay_queries.background_of(conn, [p.execucao_id for p in perguntas]),
    )
