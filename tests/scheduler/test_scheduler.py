"""Two real scheduler processes: one acts, the other takes over when the first is killed, or loses its lock."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from uuid import UUID

import pytest
import redis

from anna.clock import SystemClock
from anna.db.connect import Connection, connect
from anna.jobs.queue import NAMESPACE, QUEUE, Jobs, make_broker
from anna.provisioning.demo import demo_id
from anna.scheduler.main import ORPHAN_LIFE, Sweeps
from anna.settings import Settings
from anna.simulation.databases import Databases
from anna.simulation.house import INSTANCE, House
from tests.processes import end, eventually, process

HOLDERS = (
    "select array_agg(l.pid order by l.pid) from pg_locks l join pg_database d on d.oid = l.database"
    " where l.locktype = 'advisory' and l.granted and d.datname = $1"
)
ANA = "5511900000561"


@pytest.fixture
def settings(house: House, databases: Databases) -> Settings:
    house.clock.set(SystemClock().now())
    redis.Redis.from_url(databases.ground.redis_url).flushall()
    return databases.settings(standin_url=house.standin_url)("anna_worker")


def acting(admin: Connection, databases: Databases) -> Callable[[], Awaitable[list[int] | None]]:
    """The server processes that hold the scheduler's lock."""

    async def holders() -> list[int] | None:
        found: list[int] | None = await admin.fetchval(HOLDERS, databases.control)
        return found

    return holders


async def test_one_acts_and_the_other_takes_over(
    house: House, settings: Settings, databases: Databases, admin: Connection
) -> None:
    queue = redis.Redis.from_url(settings.redis_url)
    holders = acting(admin, databases)
    await house.say(ANA, audio={})
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(process("scheduler", settings))
        [one] = await eventually(holders, "the first acts") or []
        second = await stack.enter_async_context(process("scheduler", settings))

        async def swept() -> bool:
            return bool(queue.llen(f"{NAMESPACE}:{QUEUE}"))

        await eventually(swept, "the one that acts enqueues the file")
        assert await holders() == [one], "never two"
        first.kill()
        first.wait()
        queue.flushall()

        async def another() -> bool:
            return (await holders() or [one]) != [one]

        await eventually(another, "the second takes over")
        await eventually(swept, "and sweeps")
        [two] = await holders() or []
        await admin.fetchval("select pg_terminate_backend($1)", two)

        async def again() -> bool:
            return (await holders() or [two]) != [two]

        await eventually(again, "who lost its connection takes the lock anew")
        assert second.poll() is None
        assert await end(second) == 0
    assert await holders() is None
    queue.close()


@pytest.fixture
def sweeps(house: House, databases: Databases) -> Sweeps:
    return Sweeps(house.anna, Jobs(make_broker(databases.ground.redis_url)))


async def test_the_sweep_of_holds_lets_go_of_slots_and_of_charges_nobody_paid(
    house: House, sweeps: Sweeps
) -> None:
    for text in ("quero agendar botox sexta de manhã", "sim", "o primeiro"):
        await house.talk(ANA, text)
    house.clock.advance(timedelta(hours=1))
    for _ in range(2):
        await sweeps.for_every_client(sweeps.holds)()
    assert await house.value("select status from financeiro.faturas") == "expirada"
    assert (
        await house.value("select status from agendamento.consultas where conversa_id is not null")
        == "expirado"
    )
    told = "select count(*) from automacao.eventos where nome in ('fatura.expirada', 'consulta.expirada')"
    assert await house.value(told) == 2
    await house.settle()
    assert any("foi liberada" in text for text in await house.new_texts(ANA))


async def test_the_sweep_of_statuses_hands_them_over_and_forgets_old_ones(
    house: House, sweeps: Sweeps
) -> None:
    await house.talk(ANA, "quero marcar peeling")
    number: UUID = demo_id("aroeira", "instancia", INSTANCE)
    known = await house.value("select provedor_id from whatsapp.mensagens where direcao = 'saida'")
    now = house.clock.now()
    async with house.client.database.transaction() as conn:
        await conn.executemany(
            "insert into whatsapp.status_orfaos (clinica_id, instancia_id, provedor_id, status, recebido_em)"
            " values ($1, $2, $3, 'lida', $4)",
            [
                (demo_id("aroeira"), number, known, now),
                (demo_id("aroeira"), number, "NEVER-1", now),
                (demo_id("aroeira"), number, "NEVER-2", now - ORPHAN_LIFE - timedelta(seconds=1)),
            ],
        )
    await sweeps.for_every_client(sweeps.statuses)()
    assert await house.value("select status from whatsapp.mensagens where direcao = 'saida'") == "lida"
    assert await house.value("select array_agg(provedor_id) from whatsapp.status_orfaos") == ["NEVER-1"]


async def test_trouble_with_one_client_does_not_keep_a_sweep_from_the_others(
    house: House, sweeps: Sweeps, databases: Databases
) -> None:
    control = await connect(databases.postgres.dsn(databases.control))
    await control.execute(
        "insert into tenants.clientes (slug, nome, criado_em) values ('aaa', 'Gone', '2026-01-01Z')"
    )
    away = house.anna.box.seal(databases.postgres.dsn("no_such_database", "anna_worker"))
    await control.execute(
        "insert into tenants.database_credentials (cliente_id, papel, dsn)"
        " select id, 'anna_worker', $1 from tenants.clientes where slug = 'aaa'",
        away,
    )
    await control.close()
    assert len(await house.anna.list_clients()) == 2
    for text in ("quero agendar botox sexta de manhã", "sim", "o primeiro"):
        await house.talk(ANA, text)
    house.clock.advance(timedelta(hours=1))
    await sweeps.for_every_client(sweeps.holds)()
    assert await house.value("select status from financeiro.faturas") == "expirada"
