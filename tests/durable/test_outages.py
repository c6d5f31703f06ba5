"""What the house stands on goes away for a while: Redis, PostgreSQL, a provider. It comes back by itself, and nothing is lost."""

from __future__ import annotations

import asyncio
import logging
import signal
import subprocess
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import asyncpg
import pytest

from anna.clock import ManualClock
from anna.db.connect import connect
from anna.db.migrate import migrate
from anna.embedded.children import takes_connections
from anna.embedded.servers import Postgres, spawn_as
from anna.kit.crypto import SecretBox
from anna.provisioning.demo import seed_demo
from anna.simulation.databases import Databases, new_ground, register_client
from anna.simulation.house import INSTANCE, House, open_house
from anna.worker.loops import Bell
from tests.conftest import TEST_NOW
from tests.durable.crew import Patient, at_work, quiet, workers
from tests.durable.story import in_the_ledger, work
from tests.invariants import broken
from tests.processes import eventually


async def holds(house: House) -> None:
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}


@dataclass
class Server:
    """A private PostgreSQL of one test, which may be stopped and started."""

    postgres: Postgres
    process: subprocess.Popen[bytes] = field(init=False)

    async def start(self) -> None:
        self.process = await asyncio.to_thread(self._spawn)
        await eventually(lambda: takes_connections(self.postgres.dsn()), "PostgreSQL takes connections")

    def _spawn(self) -> subprocess.Popen[bytes]:
        account = spawn_as(self.postgres.account)
        return subprocess.Popen(self.postgres.command(), stderr=subprocess.DEVNULL, **account)

    async def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        self.process.send_signal(how)
        await asyncio.to_thread(self.process.wait)


@pytest.fixture
async def server(scratch: Path) -> AsyncIterator[Server]:
    postgres = Postgres(
        scratch / "pg-outage", settings={"fsync": "off", "full_page_writes": "off", "shared_buffers": "32MB"}
    )
    await asyncio.to_thread(postgres.prepare)
    server = Server(postgres)
    await server.start()
    yield server
    await server.stop(signal.SIGQUIT)


@pytest.fixture
async def fragile(server: Server, clock: ManualClock, redis_url: str) -> AsyncIterator[House]:
    """A house on the server that may be stopped."""
    ground = new_ground(server.postgres, redis_url)
    names = Databases(ground, "controle", "cliente")
    admin = await connect(server.postgres.dsn())
    for name, kind in ((names.control, "controle"), (names.client, "cliente")):
        await admin.execute(f"create database {name}")
        conn = await connect(server.postgres.dsn(name))
        await migrate(conn, kind, now=TEST_NOW)
        if kind == "cliente":
            await seed_demo(
                conn, secret_box=SecretBox(ground.key), provider_url="http://127.0.0.1:1", now=TEST_NOW
            )
        await conn.close()
    await admin.close()
    await register_client(ground, names.control, names.client)
    async with AsyncExitStack() as stack:
        yield await open_house(stack, names, clock, pace=0.03)  # retries of webhooks take a while


async def test_a_database_that_restarts_costs_time_and_nothing_else(fragile: House, server: Server) -> None:
    """Two loops of restarts, in the midst of turns; webhooks are refused meanwhile, asked again, and stored once."""
    house = fragile
    patients = [Patient(house, f"55119000400{n:02}") for n in range(4)]
    async with workers(house, 2) as crew, at_work(crew), ticking(house.clock):
        talks = [asyncio.create_task(patient.books()) for patient in patients]
        for how in (signal.SIGINT, signal.SIGQUIT):
            await asyncio.sleep(0.7)
            await server.stop(how)
            for patient in patients:
                await patient.posts(f"alguém aí? {how.name}")
            await asyncio.sleep(0.3)
            await server.start()
        _, unfinished = await asyncio.wait(talks, timeout=8)
        for talk in unfinished:  # what matters is that nothing was lost, not that they all came to an end
            talk.cancel()
        await asyncio.gather(*talks, return_exceptions=True)
        async with asyncio.timeout(60):
            while await still(house):
                pass
    await holds(house)
    deliveries = await house.control("GET", f"evolution/{INSTANCE}/deliveries")
    assert any(delivery["status"] == 503 for delivery in deliveries)
    for patient in patients:
        assert await patient.phone_shows() == await in_the_ledger(house, patient.phone)
        for name in ("SIGINT", "SIGQUIT"):
            assert await house.value(
                "select count(*) from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id"
                " join whatsapp.identidades i using (contato_id) where i.endereco like $1 || '%' and m.texto = $2 and m.desfecho is not null",
                patient.phone, f"alguém aí? {name}",
            ) == 1  # fmt: skip
    assert await house.value("select count(*) from whatsapp.turnos where resultado = 'falhou'") == 0


@asynccontextmanager
async def ticking(clock: ManualClock) -> AsyncIterator[None]:
    """Let the clock run, forty times as fast as real, so that leases of the dead end."""

    async def tick() -> None:
        while True:
            clock.advance(timedelta(seconds=2))
            await asyncio.sleep(0.05)

    task = asyncio.create_task(tick())
    try:
        yield
    finally:
        task.cancel()


async def still(house: House) -> bool:
    """Whether anything is left to do; the database may not be there to say so."""
    with suppress(AssertionError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
        await quiet(house, seconds=0.4)
        return False
    return True


async def test_the_worker_answers_without_redis(databases: Databases, clock: ManualClock) -> None:
    """Redis only carries wake-ups."""
    away = replace(databases, ground=replace(databases.ground, redis_url="unix:///nowhere/redis.sock"))
    async with AsyncExitStack() as stack:
        house = await open_house(stack, away, clock)
        patient = Patient(house, "5511900040101")
        async with workers(house, 1) as crew, at_work(crew):
            assert await patient.books()


async def test_a_provider_that_hangs_for_one_number_keeps_nobody_else_waiting(house: House) -> None:
    """One send hangs and is not taken; the others go out meanwhile. What hung is looked up and given up, never sent again."""
    slow, quick = Patient(house, "5511900040201"), Patient(house, "5511900040202")
    hang = {
        "provider": "evolution",
        "instance": INSTANCE,
        "fault": "hang",
        "count": 1,
        "options": {"accept": False},
    }
    await house.control("POST", "faults", hang)
    async with workers(house, 1) as crew, at_work(crew, concurrency=8):
        await slow.posts("quero marcar peeling")
        hangs = "select exists (select from whatsapp.mensagens where status = 'enviando')"
        for _ in range(500):  # until it hangs: else it may be the other's message that does
            if await house.value(hangs):
                break
            await asyncio.sleep(0.02)
        assert await quick.books()
        assert await house.value(hangs)
    for minutes in (2, 5, 6):
        house.clock.advance(timedelta(minutes=minutes))
        await work(house, house.client)
    shown = await slow.phone_shows()
    assert ["equipe" in text for text in shown] == [True], "what hung never came; a person does"
    assert await house.value("select count(*) from automacao.eventos where nome = 'mensagem.perdida'") == 1
    assert await house.value("select motivo from whatsapp.transferencias") == "mensagem.perdida"
    await holds(house)


async def test_a_hanging_payment_page_keeps_no_conversation_waiting(house: House) -> None:
    """The charge is asked for again with the same key: one charge at the page, one fatura, one link."""
    patient = Patient(house, "5511900040301")
    for text in ("quero agendar botox sexta de manhã", "sim"):
        await patient.says(text)
        await house.settle()
    charging = house.client.dispatcher._outside["charge"].__self__  # type: ignore[attr-defined]
    create = charging._gateway.create_charge
    asked = 0

    async def never_answers(**order: object) -> object:
        nonlocal asked
        asked += 1
        charge = await create(**order)
        if asked == 1:
            raise TimeoutError
        return charge

    charging._gateway.create_charge = never_answers
    await patient.says("o primeiro")
    await house.settle()
    house.clock.advance(timedelta(seconds=5))
    await work(house, house.client)
    assert asked == 2
    assert await house.value("select count(*) from financeiro.faturas where link is not null") == 1
    assert sum("http" in text for text in await patient.phone_shows()) == 1


@pytest.mark.parametrize(
    "now", ["2026-11-25T23:59:30-03:00", "2026-12-31T23:59:30-03:00", "2026-11-29T23:59:59.999-03:00"]
)
async def test_a_conversation_over_midnight(house: House, now: str) -> None:
    """`amanhã` was said today: it is the day after the message, not after the answer."""
    house.clock.set(datetime.fromisoformat(now))
    patient = Patient(house, "5511900040401")
    await patient.says("oi, quero marcar limpeza de pele")
    await house.settle()
    await patient.says("amanhã de manhã")
    day_after = (datetime.fromisoformat(now) + timedelta(days=1)).date().isoformat()
    house.clock.advance(timedelta(minutes=1))
    await house.settle()
    run = "select dados->'slots'->'quando'->>'date_start' from automacao.execucoes where fluxo = 'lead_to_booking'"
    assert await house.value(run) == day_after
    await work(house, house.client)
    await holds(house)


async def test_a_sign_that_comes_while_a_loop_looks_is_not_missed() -> None:
    """Without it a lost race costs every loop its whole pause."""
    bell = Bell()
    bell.ring()  # while the loop asks the database
    async with asyncio.timeout(0.5):
        await bell.rest(a_long_time)


async def a_long_time() -> float:
    return 30


async def test_a_lost_notification_costs_one_look(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """Nobody listens; the loops find their work all the same."""
    caplog.set_level(logging.ERROR)
    patient = Patient(house, "5511900040501")
    async with workers(house, 1) as [(anna, client)]:
        deaf = replace(client, dsn=client.dsn.replace("anna_worker@", "nobody_there@"))
        async with at_work([(anna, deaf)]):
            await patient.says("oi")
            assert await patient.hears()
    await holds(house)
