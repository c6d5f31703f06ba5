"""Turns that were taken, put before another reader: would they have been decided otherwise?

Both readings, the one on record and the new one, are decided over the same questions, so that what is not on record any more (which
runs were suspended, what they knew) weighs on neither side. Nothing is written and nobody hears of it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from anna.clinica.calendar import Calendar
from anna.clinica.service import load_calendar
from anna.commands import Intent, Reading
from anna.conversation.decision import Decision, decide
from anna.conversation.question import Heard, Question
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.port import Context, State
from anna.db.connect import Connection, Database
from anna.turns import queries, replay_queries
from anna.turns.listening import questions_of
from anna.turns.replay_queries import Past

PAGE = 200
"""Turns that are read at a time: a busy month fits in no memory, and no transaction lasts while a model thinks."""

Offer = tuple[Calendar, Catalogue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A past turn as it is put before another reader; `reading` is the one on record."""

    past: Past
    context: Context
    questions: Sequence[Question]
    reading: Reading

    def decided(self) -> Decision:
        """What was decided then."""
        return self.decides(self.reading)

    def decides(self, reading: Reading) -> Decision:
        """What that reading decides."""
        heard = Heard(
            reading=reading, text=self.past.texto, own_phone=self.past.telefone, calendar=self.context.calendar,
            arrived=self.context.local_now,
        )  # fmt: skip
        return decide(heard, self.questions, quoted=self.past.cita)


async def find_past(database: Database, *, since: datetime, until: datetime) -> list[UUID]:
    """Which turns of [since, until) `read_past` reads, oldest first."""
    async with database.transaction() as conn:
        return await replay_queries.list_past_ids(conn, since=since, until=until)


async def read_past(database: Database, ids: Sequence[UUID]) -> AsyncIterator[list[Replayed]]:
    """These turns, some at a time, each in view of what it was read in view of.

    The calendar and the catalogue are those of today: what was closed or not on offer then is not on record. A turn that was erased
    meanwhile, or kept in a form that cannot be read any more, is left out.
    """
    offers: dict[UUID, Offer] = {}
    for start in range(0, len(ids), PAGE):
        async with database.transaction() as conn:
            page = await _read_page(conn, ids[start : start + PAGE], offers)
        yield page


async def _read_page(conn: Connection, ids: Sequence[UUID], offers: dict[UUID, Offer]) -> list[Replayed]:
    pasts = await replay_queries.list_past(conn, ids)
    for clinica_id in {past.clinica_id for past in pasts} - offers.keys():
        catalogue = Catalogue.from_rows(await queries.list_catalogue(conn, clinica_id))
        offers[clinica_id] = await load_calendar(conn, clinica_id), catalogue
    perguntas = await replay_queries.list_questions_of(conn, ids)
    every = [pergunta for found in perguntas.values() for pergunta in found]
    provider_ids = await queries.provider_ids(conn, [p.mensagem_id for p in every if p.mensagem_id])
    background = await replay_queries.background_of(conn, [p.execucao_id for p in every])
    return [
        Replayed(
            past=past, context=restored[0], reading=restored[1],
            questions=questions_of(
                perguntas.get(past.id, []), slots={}, shown={}, stands={}, provider_ids=provider_ids, background=background
            ),
        )
        for past in pasts
        if (restored := _restored(past, *offers[past.clinica_id]))
    ]  # fmt: skip


def _restored(past: Past, calendar: Calendar, catalogue: Catalogue) -> tuple[Context, Reading] | None:
    """In view of what it was read, and how; None when that cannot be told any more."""
    given = past.contexto
    try:
        context = Context(
            reference_time=past.chegou_em,
            state=State(given.get("estado", State.NONE)),
            bot_text=given.get("texto_da_anna"),
            slots=tuple(datetime.fromisoformat(slot) for slot in given.get("horarios") or ()),
            attends=tuple(given.get("atendem") or ()),
            options=tuple(given.get("opcoes") or ()),
            calendar=calendar,
            catalogue=catalogue,
            outcome=given.get("desfecho"),
            about=_days(given.get("dias")),
            asked=frozenset(Intent(name) for name in given.get("pedia") or () if name in set(Intent)),
            under_way=tuple(given.get("em_curso") or ()),
            booked=tuple(given.get("marcados") or ()),
            in_danger=bool(given.get("em_perigo")),
            shown=tuple(datetime.fromisoformat(start) for start in given.get("mostrados") or ()),
        )
        return context, Reading.from_row(past.leitura)
    except (KeyError, ValueError, TypeError):
        return None


def _days(given: Sequence[str] | None) -> tuple[date, date] | None:
    if not given:
        return None
    first, last = given
    return date.fromisoformat(first), date.fromisoformat(last)
