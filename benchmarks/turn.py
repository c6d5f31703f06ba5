"""One turn: from the moment a message is stored to the moment the provider has accepted the first answer.

Everything between is Anna's own, in her own processes: the wake-up, the lease, understanding (offline), routing, the runs, the
planned message, the door and its gates, and the call of Evolution's API, which the stand-in plays over HTTP. The clinic's quiet
window is off. Times are those the rows bear, so nothing is added to measure them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

import aiohttp

from anna.clock import SystemClock
from anna.db.connect import Connection
from anna.whatsapp.ownership import give_back
from benchmarks.figures import Aim, Section, Spread, percentile
from benchmarks.history import add_people
from benchmarks.load import Load, apply_load, bodies
from benchmarks.stage import INSTANCE, SECRET, Stage, open_stage

SCRIPT = (
    "oi, quanto custa o botox?",
    "quero marcar para quinta à tarde",
    "sim, pode ser esse número",
    "nenhum desses horários serve",
    "deixa pra lá, não quero mais",
)
"""What every patient says, again and again: five turns of unlike work, from a price to the offer of slots."""

LIMIT_S = 60
LOOK_S = 0.03
"""How often the database is asked whether all is said: seldom enough not to be in the way."""

FIRST = 100_000
"""The number of the first person: those of the demo come before."""


@dataclass(frozen=True, slots=True)
class Size:
    """Histories by their number of messages, `cycles` of the script in each; `crowd` people who write at the same moment."""

    histories: tuple[int, ...]
    others: int
    others_messages: int
    cycles: int
    crowd: int
    bursts: int


FULL = Size((10, 1_000, 100_000), 2_000, 50, 12, 300, 5)
QUICK = Size((10, 100), 20, 10, 1, 10, 1)


@dataclass(slots=True)
class Patient:
    """Somebody with so many messages behind her."""

    number: int
    conversa: UUID
    messages: int
    seconds: list[float] = field(default_factory=list)


async def measure(*, quick: bool) -> Section:
    """Latency one turn at a time, by length of history; then turns a second, when a crowd writes at once."""
    size = QUICK if quick else FULL
    async with open_stage() as stage:
        conn = await stage.connect()
        try:
            async with stage.running(*(stage.child(name) for name in ("standin", "web", "worker"))):
                patients = await _prepare(conn, stage, size)
                floor = await _floor(stage, rounds=len(SCRIPT) * size.cycles)
                await _one_by_one(conn, stage, patients, size)
                bursts = [await _crowd(conn, stage, size, number) for number in range(size.bursts)]
            return _section(size, patients, floor, bursts)
        finally:
            await conn.close()


async def _prepare(conn: Connection, stage: Stage, size: Size) -> list[Patient]:
    now = SystemClock().now()
    await add_people(
        conn, range(FIRST, FIRST + size.others), messages=size.others_messages, now=now, live=True
    )
    patients = []
    for number, messages in zip(count(FIRST + size.others), size.histories, strict=False):
        ids = await add_people(conn, range(number, number + 1), messages=messages, now=now)
        patients.append(Patient(number, ids[number], messages))
    await conn.execute("analyze")
    return patients


# -- one at a time -------------------------------------------------------------------------------------------------------


async def _one_by_one(conn: Connection, stage: Stage, patients: Sequence[Patient], size: Size) -> None:
    """The patients take turns, so that a slow minute of the machine is everybody's."""
    async with aiohttp.ClientSession() as http:
        await _hear(http, stage, ["MESSAGES_UPSERT"])  # a status would overwrite when a message was accepted
        numbers = count(1_000_000)
        for cycle in range(size.cycles + 1):
            for text in SCRIPT:
                for patient in patients:
                    await _say(http, stage, patient.number, text, next(numbers))
                    seconds = await _answered(conn, patient.conversa)
                    if cycle:  # the first is for warming up
                        patient.seconds.append(seconds)
            for patient in patients:
                await _begin_anew(conn, patient.conversa)


async def _begin_anew(conn: Connection, conversa: UUID) -> None:
    """Whoever gave up is left to a person, who gives the conversation back."""
    await _no_news(conn)
    async with conn.transaction():
        await give_back(conn, conversa, desfecho="resolvida", now=SystemClock().now())
    await _no_news(conn)


async def _no_news(conn: Connection) -> None:
    """Wait until every event is handled."""
    await _until(conn, "select not exists (select from automacao.eventos where tratado_em is null)")


async def _until(conn: Connection, sql: str, *args: Any) -> None:
    """Wait until `sql` says yes; raises TimeoutError after LIMIT_S."""
    deadline = time.monotonic() + LIMIT_S
    while not await conn.fetchval(sql, *args):
        if time.monotonic() > deadline:
            raise TimeoutError(f"this never came true: {sql}")
        await asyncio.sleep(LOOK_S)


async def _hear(http: aiohttp.ClientSession, stage: Stage, events: list[str]) -> None:
    """Let the stand-in post only these events to Anna; all of them when there are none."""
    url = f"http://127.0.0.1:{stage.standin_port}/_control/evolution/{INSTANCE}/webhook"
    hook = {
        "url": stage.settings.public_url + stage.path,
        "headers": {"Authorization": f"Bearer {SECRET}"},
        "events": events,
    }
    async with http.post(url, json=hook) as answer:
        answer.raise_for_status()


async def _say(http: aiohttp.ClientSession, stage: Stage, person: int, text: str, number: int) -> None:
    load = _load(stage, first=number, count=1, first_person=person, text=text)
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {load.secret}"}
    async with http.post(
        f"http://127.0.0.1:{load.port}{load.path}", data=next(bodies(load)), headers=headers
    ) as answer:
        answer.raise_for_status()


def _load(stage: Stage, **more: Any) -> Load:
    return Load(
        port=stage.settings.port,
        path=stage.path,
        secret=SECRET,
        instance=INSTANCE,
        people=more["count"],
        **more,
    )


async def _answered(conn: Connection, conversa: UUID) -> float:
    """Wait until everything due in the conversa is said; seconds from stored to the first answer accepted."""
    await _until(
        conn,
        "select responder_em is null and turno_de is null and not exists (select from whatsapp.mensagens m"
        " where m.conversa_id = c.id and m.status in ('planejada', 'enviando')) from whatsapp.conversas c where id = $1",
        conversa,
    )
    return await _seconds(conn, conversa)


async def _seconds(conn: Connection, conversa: UUID) -> float:
    seconds: float | None = await conn.fetchval(
        """
        select extract(epoch from min(o.status_em) - e.criada_em)::float8
        from (select turno_id, criada_em from whatsapp.mensagens
              where conversa_id = $1 and direcao = 'entrada' order by ordem desc limit 1) e
        join whatsapp.mensagens o on o.conversa_id = $1 and o.turno_id = e.turno_id and o.direcao = 'saida' and o.status = 'aceita'
        group by e.criada_em
        """,
        conversa,
    )
    assert seconds is not None, "an answer was not accepted"
    return seconds


async def _floor(stage: Stage, *, rounds: int) -> list[float]:
    """What the durable part alone costs: three commits and the provider's call, nothing thought of."""
    conn = await stage.connect()
    await conn.execute("create table if not exists public.piso (id int primary key, estado text)")
    url = f"http://127.0.0.1:{stage.standin_port}/message/sendText/{INSTANCE}"
    seconds = []
    async with aiohttp.ClientSession(headers={"apikey": "demo-aroeira-token"}) as http:
        for number in range(rounds):
            begun = time.perf_counter()
            await conn.execute("insert into public.piso values ($1, 'planejada')", number)
            await conn.execute("update public.piso set estado = 'enviando' where id = $1", number)
            async with http.post(url, json={"number": "5511900000001", "text": f"Oi {number}"}) as answer:
                answer.raise_for_status()
                await answer.read()
            await conn.execute("update public.piso set estado = 'aceita' where id = $1", number)
            seconds.append(time.perf_counter() - begun)
    await conn.close()
    return seconds


# -- a crowd -------------------------------------------------------------------------------------------------------------


async def _crowd(conn: Connection, stage: Stage, size: Size, number: int) -> float:
    """Turns a second when so many people say the same line of the script at once, with every event of the provider coming in."""
    async with aiohttp.ClientSession() as http:
        await _hear(http, stage, [])
    before = await conn.fetchval("select max(ordem) from whatsapp.mensagens")
    text = SCRIPT[number % len(SCRIPT)]
    await apply_load(
        _load(stage, first=2_000_000 + number * size.crowd, count=size.crowd, first_person=FIRST, text=text)
    )
    await _until(
        conn,
        "select not exists (select from whatsapp.mensagens where ordem > $1"
        " and (direcao = 'entrada' and desfecho is null or status in ('planejada', 'enviando')))",
        before,
    )
    row = await conn.fetchrow(
        """
        select count(*) filter (where direcao = 'entrada' and desfecho = 'respondida') as answered,
          count(distinct turno_id) filter (where direcao = 'saida') as turns,
          extract(epoch from max(t.terminado_em) - min(criada_em))::float8 as thinking,
          extract(epoch from max(status_em) filter (where direcao = 'saida') - min(criada_em))::float8 as seconds
        from whatsapp.mensagens m left join whatsapp.turnos t on t.id = m.turno_id where m.ordem > $1
        """,
        before,
    )
    assert row is not None
    assert row["answered"] == row["turns"] == size.crowd, f"{size.crowd} wrote: {dict(row)}"
    return float(size.crowd / row["seconds"])


# -- the table -----------------------------------------------------------------------------------------------------------


def _section(
    size: Size, patients: Sequence[Patient], floor: Sequence[float], bursts: Sequence[float]
) -> Section:
    section = Section(
        "turn",
        f"From stored to the first answer accepted by the stand-in, quiet window off, one web, one worker, one stand-in;"
        f" {len(SCRIPT)} lines a cycle (price, wish, confirmation, refusal of what is offered, goodbye), {size.cycles} cycles, the"
        f" patients in turn. Beside them the database holds {size.others:,} conversations of {size.others_messages} messages each, with"
        " their turns, runs, questions and events, and a run that waits in each.",
        ("turn", "p50 ms", "p99 ms", "of the shortest history"),
    )  # fmt: skip
    section.rows.append(("floor: three commits and the provider's call", *_latency(floor), ""))
    shortest = patients[0]
    for patient in patients:
        ratio = percentile(patient.seconds, 0.5) / percentile(shortest.seconds, 0.5)
        label = f"a turn after {patient.messages:,} messages"
        section.rows.append((label, *_latency(patient.seconds), f"{ratio:.2f}"))
    rate = Spread.of(bursts)
    section.notes.append(
        f"{size.crowd} people writing at once, every status of the provider coming in as well: {rate.show()} turns/s from the first"
        " message stored to the last answer's last status; none unanswered, none answered twice."
    )  # fmt: skip
    longest = patients[-1]
    grown = percentile(longest.seconds, 0.5) / percentile(shortest.seconds, 0.5)
    what = f"p50 after {longest.messages:,} messages, of that after {shortest.messages:,}"
    section.aims.append(Aim(what, "flat: < 1.2", f"{grown:.2f}", grown < 1.2))
    return section


def _latency(seconds: Sequence[float]) -> Iterator[str]:
    for share in (0.5, 0.99):
        yield f"{percentile(seconds, share) * 1000:.1f}"
