"""What whoever runs Anna looks at: is it alive, can it serve, how much does it do, and logs without a patient's words."""

from __future__ import annotations

import asyncio
import io
import json
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress
from typing import Any

import pytest

from anna.db.connect import Connection
from anna.logs import configure
from anna.provisioning.demo import demo_id
from anna.simulation.databases import Databases
from anna.simulation.house import INSTANCE, House
from anna.worker.loops import ClientLoops
from tests.processes import eventually

ANA = "5511900000571"
MARK = "xilofone-7f3a"
NAME = "Zuleica Marcante"


async def get(house: House, path: str) -> tuple[int, str]:
    async with house.http.get(f"{house.anna.settings.public_url}{path}") as answer:
        return answer.status, await answer.text()


async def cut_off(admin: Connection, database: str) -> None:
    await admin.execute(f"alter database {database} allow_connections false")
    await admin.execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", database)


async def test_ready_says_when_the_control_database_is_away_and_when_it_is_back(
    house: House, databases: Databases, admin: Connection
) -> None:
    assert (await get(house, "/ready"))[0] == 200
    await cut_off(admin, databases.control)
    assert (await get(house, "/ready"))[0] == 503
    assert await get(house, "/health") == (200, '{"status": "ok"}'), "the process itself is well"
    await admin.execute(f"alter database {databases.control} allow_connections true")

    async def ready() -> bool:
        return (await get(house, "/ready"))[0] == 200

    await eventually(ready, "ready again")


async def test_ready_says_who_reads_messages(house: House) -> None:
    status, text = await get(house, "/ready")
    assert (status, json.loads(text)) == (
        200,
        {"status": "ready", "understanders": ["offline"], "transcriber": "off"},
    )


async def test_metrics_count_requests_by_route_and_never_name_who_asked(house: House) -> None:
    await house.talk(ANA, MARK, name=NAME)
    await get(house, "/nowhere/at/all")
    status, text = await get(house, "/metrics")
    assert status == 200
    route = "/webhooks/{cliente}/{provedor}/{instancia}"
    assert f'anna_http_requests_total{{route="{route}",status="200"}}' in text
    assert f'anna_http_request_seconds_bucket{{le="0.1",route="{route}"}}' in text
    for secret in (INSTANCE, ANA, MARK, "nowhere"):
        assert secret not in text


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    """Where every line of this test goes; pytest's own handlers come back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    out = io.StringIO()
    configure(level="DEBUG", stream=out)
    yield out
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture
async def at_work(house: House) -> AsyncIterator[House]:
    """The house with the worker's own loops, instead of somebody who pumps."""
    loops = asyncio.create_task(ClientLoops(house.anna, house.client, concurrency=4).run())
    yield house
    loops.cancel()
    with suppress(asyncio.CancelledError):
        await loops


async def test_no_line_of_a_whole_conversation_has_a_word_of_the_patient(
    stream: io.StringIO, at_work: House, databases: Databases, admin: Connection
) -> None:
    """Understood, misunderstood, refused by the provider, and with the database away: whatever is logged, it is not that."""
    house = at_work

    async def heard() -> Any:
        return await house.new_texts(ANA)

    await house.say(ANA, name=NAME, text=f"quero marcar peeling, o {MARK} falou bem")
    await eventually(heard, "an answer")
    account = {"provider": "evolution", "instance": INSTANCE}
    await house.control("POST", "faults", {**account, "fault": "closed", "count": 1})
    await house.say(ANA, name=NAME, text=f"quinta à tarde, por causa da {MARK}")

    async def held() -> bool:
        return "a number cannot send" in stream.getvalue()

    await eventually(held, "the refused send is logged")
    await house.say(ANA, name=NAME, document={"name": f"{MARK}.pdf", "caption": MARK})
    await cut_off(admin, databases.client)
    with suppress(AssertionError):  # the stand-in gives up: its retries are Evolution's, minutes apart
        async with asyncio.timeout(5):
            await house.say(ANA, name=NAME, text=MARK)
    await admin.execute(f"alter database {databases.client} allow_connections true")

    written = stream.getvalue()
    lines = [json.loads(line) for line in written.splitlines()]
    assert any("has to be repeated" in line["message"] for line in lines), "the outage is logged"
    for word in (MARK, NAME, "Zuleica", ANA, "falou bem", "quinta"):
        assert word not in written
    refused = next(line for line in lines if line["message"] == "a number cannot send")
    assert refused["client"] == "demo"
    assert refused["clinica"] == str(demo_id("aroeira"))
    assert refused["conversa"]
    assert refused["execucao"], "the question that was refused belongs to a run"
    assert all(
        line["client"] == "demo" for line in lines if line["logger"].startswith("anna.") and "client" in line
    )
