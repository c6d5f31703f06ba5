"""Free slots of a busy clinic: the search alone, the search with its reading from PostgreSQL, and two other ways to do it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time as wall, timedelta
from itertools import islice
from operator import itemgetter
from random import Random
from uuid import UUID, uuid5

from anna.agendamento.choice import choose
from anna.agendamento.models import Agenda, Busy
from anna.agendamento.offers import offer_slots
from anna.agendamento.slots import Search, epoch_minute, free_slots
from anna.clinica.calendar import Calendar
from anna.clinica.service import change_setting
from anna.clock import SystemClock
from anna.db.connect import Connection
from anna.provisioning.demo import demo_id
from benchmarks.figures import Aim, Section, Spread
from benchmarks.stage import open_stage

PROFISSIONAIS, DAYS, CONSULTAS = 10, 60, 2_000
DURATION, BUFFER, STEP = 45, 15, 15
LOOPS = 3
"""How often the slow way is taken."""

ZONE = "America/Sao_Paulo"
HOURS = ((wall(8), wall(12)), (wall(13), wall(18)))
CLINICA = demo_id("aroeira")

_MULTIRANGE = """
with dia as (
  select d, h.profissional_id, (d + h.inicio) at time zone $3 as abre,
    (d + h.fim) at time zone $3 - make_interval(mins => $4) as ultimo
  from unnest($2::date[]) d join agendamento.horarios h on h.dia = extract(isodow from d) - 1
  where h.profissional_id = any ($1)
), livre as (
  select profissional_id, range_agg(tstzrange(abre, ultimo, '[]')) - coalesce((
      select range_agg(tstzrange(c.inicio - make_interval(mins => $5), c.livre_em, '()')) from agendamento.consultas c
      where c.profissional_id = dia.profissional_id and c.status not in ('cancelado', 'faltou', 'expirado')), '{}') as quando
  from dia group by profissional_id
)
select profissional_id, inicio
from dia join livre using (profissional_id) cross join generate_series(abre, ultimo, interval '15 minutes') inicio
where quando @> inicio
"""
"""What PostgreSQL can do by itself: working hours minus consultas as multiranges, widened so that a slot is a point."""


@dataclass(frozen=True, slots=True)
class Book:
    """A clinic's agenda as values: who has a consulta when."""

    first: date
    ids: tuple[UUID, ...]
    consultas: tuple[tuple[UUID, datetime], ...]
    busy: Mapping[UUID, tuple[Busy, ...]]


def make_book(first: date, calendar: Calendar) -> Book:
    """As many consultas as fit, at random, never two at a time."""
    random = Random(7)
    ids = tuple(uuid5(UUID(int=7), str(number)) for number in range(PROFISSIONAIS))
    days = [day for n in range(DAYS) if calendar.opening(day := first + timedelta(days=n))]
    places = [(who, day, hour) for who in ids for day in days for hour in (8, 9, 10, 11, 13, 14, 15, 16, 17)]
    chosen = random.sample(places, CONSULTAS)
    consultas = tuple((who, datetime.combine(day, wall(hour), calendar.tz)) for who, day, hour in chosen)
    busy: dict[UUID, tuple[Busy, ...]] = dict.fromkeys(ids, ())
    for who, start in sorted(consultas, key=itemgetter(1)):
        minute = epoch_minute(start)
        busy[who] += ((minute, minute + DURATION + BUFFER),)
    return Book(first, ids, consultas, busy)


async def measure(*, quick: bool) -> Section:
    """Every way over the same agenda, turn about."""
    rounds = 3 if quick else 30
    today = SystemClock().now().astimezone(UTC).date() + timedelta(days=1)
    week = tuple(HOURS if day < 5 else () for day in range(7))
    calendar = Calendar(week=week, zone=ZONE)
    book = make_book(today, calendar)
    async with open_stage() as stage:
        conn = await stage.connect()
        try:
            await _store(conn, book)
            now = datetime.combine(book.first, wall(0), calendar.tz)
            return await _compare(conn, book, calendar, now, rounds)
        finally:
            await conn.close()


async def _store(conn: Connection, book: Book) -> None:
    """The clinic opens as the calendar says, and has these professionals and consultas."""
    servico = demo_id("aroeira", "servico", "botox")
    await conn.execute("delete from agendamento.profissional_servicos")
    await conn.execute("delete from clinica.horarios where clinica_id = $1", CLINICA)
    await conn.execute("delete from clinica.feriados where clinica_id = $1", CLINICA)
    await conn.executemany(
        "insert into clinica.horarios (clinica_id, dia, abre, fecha) values ($1, $2, $3, $4)",
        [(CLINICA, day, begins, ends) for day in range(5) for begins, ends in HOURS],
    )
    await change_setting(conn, CLINICA, "horizonte_dias", DAYS - 1)
    await change_setting(conn, CLINICA, "antecedencia_min", 0)
    await conn.execute(
        "update agendamento.servicos set duracao_min = $1, intervalo_min = $2", DURATION, BUFFER
    )
    await conn.executemany(
        "insert into agendamento.profissionais (id, clinica_id, nome) values ($1, $2, $3)",
        [(who, CLINICA, f"Profissional {number}") for number, who in enumerate(book.ids)],
    )
    await conn.executemany(
        "insert into agendamento.profissional_servicos (clinica_id, profissional_id, servico_id) values ($1, $2, $3)",
        [(CLINICA, who, servico) for who in book.ids],
    )
    await conn.executemany(
        "insert into agendamento.horarios (clinica_id, profissional_id, dia, inicio, fim) values ($1, $2, $3, $4, $5)",
        [(CLINICA, who, day, *hours) for who in book.ids for day in range(5) for hours in HOURS],
    )
    paciente = await conn.fetchval("select id from crm.pacientes where clinica_id = $1 limit 1", CLINICA)
    await conn.executemany(
        "insert into agendamento.consultas (clinica_id, profissional_id, profissional_numero, paciente_id, inicio, fim, livre_em,"
        " status, valor, criada_em, status_em) select $1, p.id, p.numero, $3, $4::timestamptz, $4 + make_interval(mins => $5),"
        " $4 + make_interval(mins => $6), 'agendado', 890, $4, $4 from agendamento.profissionais p where p.id = $2",
        [(CLINICA, who, paciente, start, DURATION, DURATION + BUFFER) for who, start in book.consultas],
    )
    await conn.execute("analyze")


def search_of(book: Book, calendar: Calendar, now: datetime) -> Search:
    """The agenda as the pure search takes it: minutes, as PostgreSQL hands them over."""
    weekly = dict.fromkeys(range(5), HOURS)
    agendas = tuple(Agenda(who, "", weekly, {}, book.busy[who]) for who in book.ids)
    last = book.first + timedelta(days=DAYS - 1)
    return Search(
        calendar=calendar, agendas=agendas, duracao_min=DURATION, intervalo_min=BUFFER, earliest=now, latest=last, passo_min=STEP
    )  # fmt: skip


def by_datetimes(book: Book, calendar: Calendar, days: Sequence[date]) -> int:
    """The way it is written first: every start of every day against every consulta, in aware datetimes."""
    step, length, whole = (timedelta(minutes=n) for n in (STEP, DURATION, DURATION + BUFFER))
    found = 0
    for who in book.ids:
        busy = [(start, start + whole) for other, start in book.consultas if other == who]
        for day in days:
            for begins, ends in calendar.opening(day):
                at, end = (datetime.combine(day, hour, calendar.tz) for hour in (begins, ends))
                while at + length <= end:
                    found += all(at >= until or at + whole <= since for since, until in busy)
                    at += step
    return found


async def _compare(conn: Connection, book: Book, calendar: Calendar, now: datetime, rounds: int) -> Section:
    servico = demo_id("aroeira", "servico", "botox")
    days = [book.first + timedelta(days=number) for number in range(DAYS)]
    days = [day for day in days if calendar.opening(day)]
    times: dict[str, list[float]] = {
        name: [] for name in ("whole", "five", "choose", "offer", "sql", "loops")
    }
    counts: set[int] = set()
    for number in range(rounds):
        with _timed(times["whole"]):
            counts.add(len(list(free_slots(search_of(book, calendar, now)))))
        with _timed(times["five"]):
            list(islice(free_slots(search_of(book, calendar, now)), 5))
        with _timed(times["choose"]):
            choose(search_of(book, calendar, now), None, count=5)
        with _timed(times["offer"]):
            await offer_slots(conn, clinica_id=CLINICA, servicos=[servico], when=None, now=now, count=5)
        with _timed(times["sql"]):
            counts.add(
                len(await conn.fetch(_MULTIRANGE, list(book.ids), days, ZONE, DURATION, DURATION + BUFFER))
            )
        if number < LOOPS:
            with _timed(times["loops"]):
                counts.add(by_datetimes(book, calendar, days))
    assert len(counts) == 1, f"not the same slots: {counts}"
    return _section(times, counts.pop())


def _section(times: Mapping[str, list[float]], count: int) -> Section:
    section = Section(
        "slots",
        f"{PROFISSIONAIS} professionals, {DAYS} days, {CONSULTAS:,} consultas, {DURATION} minutes and {BUFFER} of buffer on the quarter"
        f" hour: {count:,} free slots, the same by every way. {len(times['whole'])} rounds, turn about. The search gets"
        " its agenda as minutes in order, as PostgreSQL hands them over; `offer_slots` reads everything first.",
        ("way", "ms", "of the whole search"),
    )  # fmt: skip
    whole = Spread.of(times["whole"])
    for name, label in (
        ("whole", "every slot"),
        ("five", "the next five"),
        ("choose", "five to offer, spread over days and hours"),
        ("offer", "the same with all reading (`offer_slots`)"),
        ("sql", "every slot by multirange subtraction in PostgreSQL"),
        ("loops", "every slot by loops over aware datetimes"),
    ):
        took = Spread.of(times[name])
        shown = Spread(took.middle * 1000, took.least * 1000, took.most * 1000).show(2)
        section.rows.append((label, shown, f"{took.middle / whole.middle:.2f}"))
    for name, label, limit in (("whole", "every slot", 10), ("five", "the next five", 1)):
        took_ms = Spread.of(times[name]).middle * 1000
        section.aims.append(Aim(label, f"< {limit} ms", f"{took_ms:.2f} ms", took_ms < limit))
    return section


@contextmanager
def _timed(into: list[float]) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    into.append(time.perf_counter() - begun)
