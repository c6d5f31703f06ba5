"""Reading the agenda: which slots to offer, and whether a slot still is one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from anna.agendamento import queries
from anna.agendamento.choice import Met, choose
from anna.agendamento.models import Busy, DisponibilidadeCustomizada, Horario, Profissional, Servico
from anna.agendamento.slots import Agenda, Search, Slot, free_slots, is_free, nearest
from anna.clinica.calendar import Calendar, Interval
from anna.clinica.service import load_calendar, load_settings
from anna.commands import When
from anna.db.connect import Connection
from anna.errors import ConsultaConflict, InvalidInput

_NEAR_DAYS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Slots for a wish: the first `matching` are what was wished, the others come nearest. Empty when there are none."""

    slots: tuple[Slot, ...]
    matching: int
    met: Met
    servicos: tuple[Servico, ...]

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
) -> Offer:
    """Up to `count` slots in which `servicos` are done one after the other by one professional (any, or `profissional_id`).

    `avoid` are starts already offered and not wanted. Raises InvalidInput without servicos, NotFound for one not on offer.
    """
    wanted, search = await _load(conn, clinica_id, servicos, now, profissional_id, given_up)
    chosen = choose(search, when, count=count, avoid=avoid)
    return Offer(slots=chosen.slots, matching=chosen.matching, met=chosen.met, servicos=tuple(wanted))


async def nearest_slots(
    conn: Connection,
    *,
    clinica_id: UUID,
    servicos: Sequence[UUID],
    start: datetime,
    now: datetime,
    n: int = 3,
    given_up: GivenUp = GivenUp(),
) -> list[Slot]:
    """The `n` slots nearest to `start`, in order of time: what to offer when the chosen one was just taken."""
    _, search = await _load(conn, clinica_id, servicos, now, None, given_up)
    near = (s for s in free_slots(search) if s.inicio - start <= timedelta(days=_NEAR_DAYS))
    return nearest(near, start, n)


async def check_open(
    conn: Connection,
    *,
    clinica_id: UUID,
    profissional_id: UUID,
    inicio: datetime,
    duracao_min: int,
    intervalo_min: int,
    now: datetime,
) -> None:
    """Raise ConsultaConflict unless `inicio` is to come, within working hours and not blocked.

    Whether another consulta is in the way is for the database to say, when the row is written.
    """
    calendar = await load_calendar(conn, clinica_id)
    day = inicio.astimezone(calendar.tz).date()
    start, end = _bounds(calendar, day, day, intervalo_min)
    blocked = await queries.list_bloqueios(conn, [profissional_id], start, end)
    agendas = _agendas(
        [(profissional_id, "")],
        await queries.list_horarios(conn, [profissional_id]),
        await queries.list_disponibilidade(conn, [profissional_id], day, day),
        blocked,
    )
    search = Search(
        calendar=calendar,
        agendas=agendas,
        duracao_min=duracao_min,
        intervalo_min=intervalo_min,
        earliest=now + timedelta(minutes=1),
        latest=day,
    )
    if not is_free(search, inicio, profissional_id):
        raise ConsultaConflict(f"{inicio.isoformat()} is over, outside working hours or blocked")


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
) -> tuple[list[Servico], Search]:
    if not servicos:
        raise InvalidInput("an offer needs at least one servico")
    wanted = await queries.get_servicos(conn, clinica_id, servicos)
    settings = await load_settings(conn, clinica_id)
    calendar = await load_calendar(conn, clinica_id)
    able = await queries.list_able_profissionais(conn, clinica_id, servicos)
    duracao_min, intervalo_min = duration(wanted)
    earliest = now + timedelta(minutes=settings.antecedencia_min)
    first = earliest.astimezone(calendar.tz).date()
    latest = now.astimezone(calendar.tz).date() + timedelta(days=settings.horizonte_dias)
    agendas = await _load_agendas(
        conn,
        [p for p in able if profissional_id in (None, p.id)],
        first,
        latest,
        _bounds(calendar, first, latest, intervalo_min),
        now,
        given_up,
    )
    search = Search(
        calendar=calendar,
        agendas=agendas,
        duracao_min=duracao_min,
        intervalo_min=intervalo_min,
        earliest=earliest,
        latest=latest,
        passo_min=settings.passo_min,
    )
    return wanted, search


async def _load_agendas(
    conn: Connection,
    profissionais: Sequence[Profissional],
    first: date,
    latest: date,
    bounds: tuple[datetime, datetime],
    now: datetime,
    given_up: GivenUp,
) -> tuple[Agenda, ...]:
    ids = [p.id for p in profissionais]
    conversa_id, consulta_id = given_up.conversa_id, given_up.consulta_id
    busy = await queries.list_busy(
        conn, ids, *bounds, now=now, conversa_id=conversa_id, consulta_id=consulta_id
    )
    busy += await queries.list_bloqueios(conn, ids, *bounds)
    if given_up.paciente_id is not None:
        own = await queries.list_paciente_busy(
            conn, given_up.paciente_id, *bounds, now=now, conversa_id=conversa_id, consulta_id=consulta_id
        )
        busy += [(profissional_id, one) for profissional_id in ids for one in own]
    return _agendas(
        [(p.id, p.nome) for p in profissionais],
        await queries.list_horarios(conn, ids),
        await queries.list_disponibilidade(conn, ids, first, latest),
        busy,
    )


def _agendas(
    profissionais: Sequence[tuple[UUID, str]],
    horarios: Iterable[Horario],
    customised: Iterable[DisponibilidadeCustomizada],
    busy: Iterable[tuple[UUID, Busy]],
) -> tuple[Agenda, ...]:
    weekly: dict[UUID, dict[int, tuple[Interval, ...]]] = {p: {} for p, _ in profissionais}
    custom: dict[UUID, dict[date, tuple[Interval, ...]]] = {p: {} for p, _ in profissionais}
    taken: dict[UUID, list[Busy]] = {p: [] for p, _ in profissionais}
    for horario in horarios:
        days = weekly[horario.profissional_id]
        days[horario.dia] = (*days.get(horario.dia, ()), (horario.inicio, horario.fim))
    for unlike in customised:
        own = custom[unlike.profissional_id]
        hours = () if unlike.inicio is None or unlike.fim is None else ((unlike.inicio, unlike.fim),)
        own[unlike.data] = (*own.get(unlike.data, ()), *hours)
    for profissional_id, span in busy:
        taken[profissional_id].append(span)
    return tuple(Agenda(p, nome, weekly[p], custom[p], tuple(taken[p])) for p, nome in profissionais)


def _bounds(calendar: Calendar, first: date, last: date, intervalo_min: int) -> tuple[datetime, datetime]:
    """The instants between which something busy could be in the way on the local days `first` … `last`."""
    start = datetime.combine(first, time(), calendar.tz)
    end = datetime.combine(last + timedelta(days=1), time(), calendar.tz)
    return start, end + timedelta(minutes=intervalo_min)
