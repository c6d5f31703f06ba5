"""Sweeps and watches, by APScheduler; an advisory lock in the control database says which process acts.

Its jobs only look for rows that say there is something to do, and enqueue idempotent work for them by id. So a missed tick costs
time and never work, and a lost Redis costs one sweep.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from anna.agendamento.service import expire_holds
from anna.app import Anna, Client
from anna.db.failures import TROUBLE
from anna.financeiro.service import expire_due_faturas
from anna.jobs.queue import Job, Jobs, make_broker
from anna.logs import bind
from anna.settings import Settings
from anna.whatsapp import upkeep_queries as queries
from anna.whatsapp.marks import adopt_orphan_statuses, forget_orphan_statuses
from anna.whatsapp.ownership_queries import announce

log = logging.getLogger(__name__)

_LOCK = 0x616E6E61_0001
"""The key, in the control database, that the one who acts holds."""

STAND_BY_S = 5.0

MEDIA_S = 3
WATCH_S = 60
RECONCILE_S = 300
HOLDS_S = 30
STATUSES_S = 60
KNOWLEDGE_S = 60

ORPHAN_LIFE = timedelta(days=1)
"""How long a status waits for the message it is about."""


class Sweeps:
    """What is looked for, client by client."""

    def __init__(self, anna: Anna, jobs: Jobs) -> None:
        self._anna = anna
        self._jobs = jobs

    async def media(self, client: Client) -> None:
        """Files that nobody has fetched yet."""
        if await self._jobs.is_full():
            return
        async with client.database.transaction() as conn:
            due = await queries.list_due_media(conn, now=client.clock.now())
        for row in due:
            await self._jobs.enqueue(
                Job.FETCH_MEDIA, cliente=client.slug, clinica_id=row["clinica_id"], row_id=row["row_id"]
            )

    async def watch(self, client: Client) -> None:
        """Every number: can it send?"""
        await self._each_instancia(client, Job.WATCH_CONNECTION)

    async def reconcile(self, client: Client) -> None:
        """Every number: did we miss anything?"""
        await self._each_instancia(client, Job.RECONCILE)

    async def knowledge(self, client: Client) -> None:
        """Clinicas that changed what they wrote: a worker measures it, so that no patient waits for that."""
        if client.meaning is None or await self._jobs.is_full():
            return
        for clinica_id in await client.meaning.list_to_do():
            await self._jobs.enqueue(
                Job.MEASURE, cliente=client.slug, clinica_id=clinica_id, row_id=clinica_id
            )

    async def holds(self, client: Client) -> None:
        """Holds and charges that ran out: their slots are free again, and whoever waits for them hears it."""
        async with client.database.transaction() as conn:
            await expire_holds(conn, now=client.clock.now())
        async with client.database.transaction() as conn:
            await expire_due_faturas(conn, now=client.clock.now())

    async def statuses(self, client: Client) -> None:
        """Statuses that came before their message had a name: they find it now, or are forgotten after a day."""
        now = client.clock.now()
        async with client.database.transaction() as conn:
            for conversa_id in await adopt_orphan_statuses(conn, now=now):
                await announce(conn, conversa_id)
            await forget_orphan_statuses(conn, before=now - ORPHAN_LIFE)

    async def _each_instancia(self, client: Client, job: Job) -> None:
        if await self._jobs.is_full():
            return
        async with client.database.transaction() as conn:
            instancias = await queries.list_instancias(conn)
        for instancia in instancias:
            await self._jobs.enqueue(
                job, cliente=client.slug, clinica_id=instancia.clinica_id, row_id=instancia.id
            )

    def for_every_client(self, sweep: Callable[[Client], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """A job that sweeps all clients; trouble with one does not keep it from the others."""

        async def job() -> None:
            for cliente in await self._anna.list_clients():
                with bind(client=cliente.slug):
                    try:
                        client = await self._anna.client(cliente.slug)
                        if client is not None:
                            await sweep(client)
                    except TROUBLE:
                        log.exception("a sweep failed")

        return job


async def serve(settings: Settings, told: asyncio.Event) -> None:
    """Stand by until the lock is ours, then act until `told`."""
    broker = make_broker(settings.redis_url)
    async with Anna(settings, role="anna_worker") as anna:
        sweeps = Sweeps(anna, Jobs(broker))
        while not told.is_set():
            try:
                await _act(anna, sweeps, told)
            except TROUBLE:
                log.exception("the scheduler waits for better times")
            await _pause(told, STAND_BY_S)
    broker.close()


async def _act(anna: Anna, sweeps: Sweeps, told: asyncio.Event) -> None:
    """Hold the lock on one connection for as long as it lives, and run the clock meanwhile."""
    async with anna.control.pool.acquire() as conn:
        if not await conn.fetchval("select pg_try_advisory_lock($1)", _LOCK):
            return
        log.info("this scheduler acts")
        lost = asyncio.Event()
        conn.add_termination_listener(lambda _conn: lost.set())
        scheduler = AsyncIOScheduler(timezone="UTC")
        for sweep, seconds in (
            (sweeps.media, MEDIA_S),
            (sweeps.watch, WATCH_S),
            (sweeps.reconcile, RECONCILE_S),
            (sweeps.holds, HOLDS_S),
            (sweeps.statuses, STATUSES_S),
            (sweeps.knowledge, KNOWLEDGE_S),
        ):
            scheduler.add_job(
                sweeps.for_every_client(sweep), IntervalTrigger(seconds=seconds), name=sweep.__name__,
                coalesce=True, max_instances=1, misfire_grace_time=None,
            )  # fmt: skip
        scheduler.start()
        try:
            while not told.is_set() and not lost.is_set():
                await _pause(told, STAND_BY_S)
                await conn.fetchval("select 1")  # the lock lives as long as this connection does
        finally:
            scheduler.shutdown(wait=False)


async def _pause(told: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(told.wait(), seconds)
    except TimeoutError:
        return
