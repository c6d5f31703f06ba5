"""The real worker process, on a Redis that may be flushed or die: jobs are done, done twice is done once, and nothing is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
import redis

from anna.clock import SystemClock
from anna.jobs.queue import FULL, NAMESPACE, QUEUE, Job, Jobs, make_broker
from anna.provisioning.demo import demo_id
from anna.scheduler.main import Sweeps
from anna.settings import Settings
from anna.simulation.databases import Databases
from anna.simulation.house import INSTANCE, House
from tests.processes import RedisServer, end, eventually, process

ANA = "5511900000551"
AROEIRA, NUMBER = demo_id("aroeira"), demo_id("aroeira", "instancia", INSTANCE)
KEPT = "select count(*) from whatsapp.midias where estado = 'guardada'"


@pytest.fixture
async def own_redis(tmp_path: Path) -> AsyncIterator[RedisServer]:
    server = RedisServer(tmp_path / "redis")
    await server.start()
    yield server
    await server.kill()


@pytest.fixture
async def settings(house: House, databases: Databases, own_redis: RedisServer) -> Settings:
    """What the worker process is started with; the house keeps real time, as the process does."""
    house.clock.set(SystemClock().now())
    async with house.client.database.transaction() as conn:
        await conn.execute(
            "update whatsapp.instancias set criada_em = $1", house.clock.now() - timedelta(days=2)
        )
    return databases.settings(standin_url=house.standin_url)(
        "anna_worker", public_url=house.anna.settings.public_url, redis_url=own_redis.url, embedder="openai",
        openai_url=f"{house.standin_url}/v1",
    )  # fmt: skip


@pytest.fixture
def jobs(settings: Settings) -> Jobs:
    return Jobs(make_broker(settings.redis_url))


async def one_of_each(house: House) -> dict[Job, UUID]:
    """A file to fetch, a lost message to find, a number to watch and knowledge to measure, by the job that does it."""
    await house.say(ANA, audio={})
    await house.control(
        "POST", "faults", {"provider": "evolution", "instance": INSTANCE, "fault": "lose_webhook", "count": 1}
    )
    await house.say(ANA, text="oi")
    mensagem: UUID = await house.value("select mensagem_id from whatsapp.midias")
    return {
        Job.FETCH_MEDIA: mensagem,
        Job.RECONCILE: NUMBER,
        Job.WATCH_CONNECTION: NUMBER,
        Job.MEASURE: AROEIRA,
    }


async def enqueue(jobs: Jobs, work: dict[Job, UUID]) -> list[bool]:
    return [
        await jobs.enqueue(job, cliente="demo", clinica_id=AROEIRA, row_id=row_id)
        for job, row_id in work.items()
    ]


async def all_done(house: House) -> bool:
    """Whether the rows say that each job was done."""
    [row] = await house.rows(
        "select (select count(*) from whatsapp.midias where estado = 'guardada') as media,"
        " (select count(*) from whatsapp.mensagens where direcao = 'entrada') as heard,"
        " (select estado from whatsapp.instancias where id = $1) as state",
        NUMBER,
    )
    return tuple(row.values()) == (1, 2, "aberto")


async def is_measured(house: House) -> bool:
    """Whether all that the clinica wrote was measured."""
    left = await house.value(
        "select (select count(*) from clinica.conhecimento where clinica_id = $1)"
        " - (select count(*) from clinica.vetores where clinica_id = $1)",
        AROEIRA,
    )
    return bool(left == 0)


async def test_every_job_is_done_by_the_worker_and_done_again_changes_nothing(
    house: House, settings: Settings, jobs: Jobs
) -> None:
    work = await one_of_each(house)
    assert set(work) == set(Job), "a job that nobody tries is a job that nobody knows to work"
    async with process("worker", settings) as worker:
        assert all(await enqueue(jobs, work))
        await eventually(lambda: all_done(house), "the jobs are done")
        await eventually(lambda: is_measured(house), "the knowledge is measured")
        before = await snapshot(house)
        assert all(await enqueue(jobs, work))
        await eventually(lambda: is_empty(settings), "the queue is worked off")
        assert await end(worker) == 0
    assert await all_done(house)
    assert await snapshot(house) == before


async def test_the_worker_answers_patients_by_itself(house: House, settings: Settings) -> None:
    async with process("worker", settings):
        await house.say(ANA, text="quero marcar peeling")
        assert await eventually(lambda: house.new_texts(ANA), "Anna answers")
    wished = (
        "select dados->'slots'->'procedimentos'->>0 from automacao.execucoes where fluxo = 'lead_to_booking'"
    )
    assert await house.value(wished) == "peeling"


async def test_what_a_flushed_redis_forgot_the_sweep_finds_again(
    house: House, settings: Settings, jobs: Jobs
) -> None:
    work = await one_of_each(house)
    await enqueue(jobs, work)
    client = redis.Redis.from_url(settings.redis_url)
    client.flushall()
    async with process("worker", settings):
        await sweep(house, jobs)
        await eventually(lambda: all_done(house), "the jobs are done after all")
    client.close()


async def test_a_redis_that_dies_under_a_worker_costs_a_sweep(
    house: House, settings: Settings, jobs: Jobs, own_redis: RedisServer
) -> None:
    async with process("worker", settings) as worker:
        await house.say(ANA, text="oi")
        await eventually(lambda: house.new_texts(ANA), "the worker is up")
        await own_redis.kill()
        await house.say(ANA, audio={})
        mensagem = await house.value("select mensagem_id from whatsapp.midias")
        refused = await jobs.enqueue(Job.FETCH_MEDIA, cliente="demo", clinica_id=AROEIRA, row_id=mensagem)
        assert not refused, "who enqueues hears that it did not work"
        assert await jobs.is_full()
        await house.new_texts(ANA)
        await house.say(ANA, text="tem botox?")
        await eventually(lambda: house.new_texts(ANA), "patients are answered without Redis")
        await own_redis.start()
        await sweep(house, jobs)
        await eventually(lambda: house.value(KEPT), "the file is fetched by the same worker")
        assert worker.poll() is None


async def test_a_sweep_does_not_fill_a_queue_that_nobody_works_off(
    house: House, settings: Settings, jobs: Jobs
) -> None:
    await one_of_each(house)
    client = redis.Redis.from_url(settings.redis_url)
    for _ in range(3):
        await sweep(house, jobs)
    before = client.llen(f"{NAMESPACE}:{QUEUE}")
    assert before > 0
    client.rpush(f"{NAMESPACE}:{QUEUE}", *["x"] * FULL)
    await sweep(house, jobs)
    assert client.llen(f"{NAMESPACE}:{QUEUE}") == before + FULL
    client.close()


async def sweep(house: House, jobs: Jobs) -> None:
    """What the scheduler's clock does in five minutes."""
    sweeps = Sweeps(house.anna, jobs)
    for one in (sweeps.media, sweeps.watch, sweeps.reconcile):
        await sweeps.for_every_client(one)()


async def is_empty(settings: Settings) -> bool:
    """Whether no job waits and none is under way."""
    client = redis.Redis.from_url(settings.redis_url)
    broker = make_broker(settings.redis_url)
    size: int = broker.do_qsize(QUEUE)
    client.close()
    return size == 0


async def snapshot(house: House) -> list[Any]:
    """What a second run must not change: everything but the time of the last look."""
    found = await house.rows(
        "select 1, id::text as a, status as b from whatsapp.mensagens where direcao = 'entrada'"
        " union all select 2, mensagem_id::text, estado || tentativas from whatsapp.midias"
        " union all select 3, nome, estado from whatsapp.instancias order by 1, 2"
    )
    return [tuple(row.values()) for row in found]
