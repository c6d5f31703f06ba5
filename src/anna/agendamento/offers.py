"""Reading the agenda: which slots to offer, and whether a slot still is one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from anna.agendamento import pairs, queries
from anna.agendamento.choice import Met, choose
from anna.agendamento.models import Servico
from anna.agendamento.slots import Search, Slot, is_free
from anna.clinica.service import load_calendar, load_settings
from anna.db.connect import Connection
from anna.errors import ConsultaConflict, InvalidInput
from anna.when import TimeKind, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Slots for a wish: the first `matching` are what was wished, the others come nearest. Empty when there are none.

    `latest` is the last day on which the clinic opens as far as its agenda goes.
    """

    slots: tuple[Slot, ...]
    matching: int
    met: Met
    servicos: tuple[Servico, ...]
    latest: date

    @property
    def valor(self) -> Decimal:
        """What the servicos cost together, in reais."""
        return sum((s.preco for s in self.servicos), Decimal(0))

    @property
    def sinal(self) -> Decimal:
        """What is to be paid to book, in reais; 0 when nothing is."""
        return sum((s.sinal for s in self.servicos), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenUp:
    """What a new booking may ignore, because it replaces it: the holds of a conversa, and the consulta that is moved.

    `paciente_id` is who comes: slots at which this patient is elsewhere in the clinic are not offered.
    """

    conversa_id: UUID | None = None
    consulta_id: UUID | None = None
    paciente_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Somebody else for whom `servicos` are to be found beside it: `at_once`, or soon after."""

    servicos: Sequence[UUID]
    at_once: bool


async def offer_slots(
    conn: Connection,
    *,
    clinica_id: UUID,
    servicos: Sequence[UUID],
    when: When | None,
    now: datetime,
    count: int = 3,
    profissional_id: UUID | None = None,
    given_up: GivenUp = GivenUp(),
    avoid: Collection[datetime] = (),
    refused: Collection[datetime] = (),
    besides: Sequence[UUID] = (),
    beside: Beside | None = None,
    among: Collection[UUID] = (),
    taken: Slot | None = None,
) -> Offer:
    """Up to `count` slots in which `servicos` are done one after the other by one professional (any, or `profissional_id`).

    With `among` it is one of these professionals. `avoid` are starts that will not do, `refused` those already offered and turned down.
    Whoever attends does `besides` too, where somebody does all of it. With `beside` there is a slot for somebody else beside each; `taken` is somebody else's already. Raises
    InvalidInput without servicos, NotFound for one not on offer.
    """
    wanted, search = await _load(conn, clinica_id, servicos, now, profissional_id, given_up, besides)
    if among:
        search = replace(search, agendas=tuple(a for a in search.agendas if a.profissional_id in among))
    if taken:
        search = pairs.without(search, taken)
    only = None
    if beside:
        holds = GivenUp(conversa_id=given_up.conversa_id)
        _, theirs = await _load(conn, clinica_id, beside.servicos, now, None, holds)
        only = pairs.beside(search, theirs, at_once=beside.at_once)
    chosen = choose(search, when, count=count, avoid=avoid, refused=refused, only=only)
    return Offer(
        slots=chosen.slots,
        matching=chosen.matching,
        met=chosen.met,
        servicos=tuple(wanted),
        latest=max(filter(search.calendar.is_open, search.days()), default=search.latest),
    )


async def nearest_slots(
    conn: Connection,
    *,
    clinica_id: UUID,
    servicos: Sequence[UUID],
    start: datetime,
    now: datetime,
    n: int = 3,
    given_up: GivenUp = GivenUp(),
    besides: Sequence[UUID] = (),
) -> list[Slot]:
    """The `n` slots nearest to `start`, in order of time: what to offer when the chosen one was just taken."""
    _, search = await _load(conn, clinica_id, servicos, now, None, given_up, besides)
    lost = start.astimezone(search.calendar.tz)
    wish = When(dates=(lost.date(),), time_kind=TimeKind.AT, time_start=lost.time())
    return sorted(choose(search, wish, count=n).slots)


async def check_open(
    conn: Connection,
    *,
    clinica_id: UUID,
    profissional_id: UUID,
    servicos: Sequence[UUID],
    inicio: datetime,
    duracao_min: int,
    intervalo_min: int,
    now: datetime,
    consulta_id: UUID | None = None,
    paciente_id: UUID | None = None,
) -> None:
    """Raise ConsultaConflict unless `inicio` is to come, within working hours and nothing but `consulta_id` is in the way.

    With `paciente_id` another consulta of that patient is in the way too, whoever attends it. The last word is the database's, when the
    row is written. Raises InvalidInput when the professional does not do all of `servicos`.
    """
    calendar = await load_calendar(conn, clinica_id)
    earliest = max(inicio, now + timedelta(minutes=1))
    search = Search(
        calendar=calendar,
        duracao_min=duracao_min,
        intervalo_min=intervalo_min,
        earliest=earliest,
        latest=earliest.astimezone(calendar.tz).date(),
    )
    given_up = GivenUp(consulta_id=consulta_id, paciente_id=paciente_id)
    search = await _with_agendas(conn, clinica_id, search, servicos, now, profissional_id, given_up)
    if not search.agendas:
        raise InvalidInput(f"profissional {profissional_id} does not do all of these servicos")
    if not is_free(search, inicio, profissional_id):
        raise ConsultaConflict(f"{inicio.isoformat()} is over, outside working hours, blocked or taken")


def duration(servicos: Iterable[Servico]) -> tuple[int, int]:
    """Minutes that the servicos take one after the other, and minutes of preparation after them: the longest of theirs."""
    chosen = list(servicos)
    return sum(s.duracao_min for s in chosen), max((s.intervalo_min for s in chosen), default=0)


async def _load(
    conn: Connection,
    clinica_id: UUID,
    servicos: Sequence[UUID],
    now: datetime,
    profissional_id: UUID | None,
    given_up: GivenUp,
    besides: Sequence[UUID] = (),
) -> tuple[list[Servico], Search]:
    if not servicos:
        raise InvalidInput("an offer needs at least one servico")
    wanted = await queries.get_servicos(conn, clinica_id, servicos)
    settings = await load_settings(conn, clinica_id)
    calendar = await load_calendar(conn, clinica_id)
    duracao_min, intervalo_min = duration(wanted)
    search = Search(
        calendar=calendar,
        duracao_min=duracao_min,
        intervalo_min=intervalo_min,
        earliest=now + timedelta(minutes=settings.antecedencia_min),
        latest=now.astimezone(calendar.tz).date() + timedelta(days=settings.horizonte_dias),
        passo_min=settings.passo_min,
    )
    able = await _with_agendas(
        conn, clinica_id, search, [*servicos, *besides], now, profissional_id, given_up
    )
    if besides and not able.agendas:
        able = await _with_agendas(conn, clinica_id, search, servicos, now, profissional_id, given_up)
    return wanted, able


async def _with_agendas(
    conn: Connection,
    clinica_id: UUID,
    search: Search,
    servicos: Sequence[UUID],
    now: datetime,
    profissional_id: UUID | None,
    given_up: GivenUp,
) -> Search:
    """`search` with the agendas of those who do `servicos`, or of `profissional_id`."""
    days = search.days()
    if not days:
        return search
    zone = search.calendar.tz
    agendas = await queries.list_agendas(
        conn,
        clinica_id,
        servicos,
        days[0],
        days[-1],
        datetime.combine(days[0], time(), zone),
        datetime.combine(days[-1] + timedelta(days=1), time(), zone)
        + timedelta(minutes=search.intervalo_min),
        now=now,
        profissional_id=profissional_id,
        conversa_id=given_up.conversa_id,
        consulta_id=given_up.consulta_id,
        paciente_id=given_up.paciente_id,
    )
    return replace(search, agendas=tuple(agendas))
