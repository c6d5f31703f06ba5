"""While a model thinks nobody holds a connection: whoever is slow out there would else take the database from everybody in here."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Any

import pytest

from anna.clock import ManualClock
from anna.db.connect import Connection, connect
from anna.provisioning.demo import demo_id
from anna.simulation.databases import Databases
from tests.hearing import open_hearing_house

SLOW_S = 0.4
QUESTIONS = {"entender", "buscar", "responder", "transcrever", "indexar"}

_ASKED = "select finalidade from analytics.interacoes_ia where resultado = 'em_curso'"
_HELD = (
    "select query from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
    " and xact_start < clock_timestamp() - interval '200 milliseconds'"
)


async def watch(conn: Connection, seen: dict[str, int], held: list[str]) -> None:
    """Count how often each question was seen under way, and keep what was open meanwhile."""
    while True:
        asked: Sequence[Mapping[str, Any]] = await conn.fetch(_ASKED)
        for row in asked:
            seen[row["finalidade"]] += 1
        if asked:
            held += [row["query"] for row in await conn.fetch(_HELD)]
        await asyncio.sleep(0.02)


async def test_no_transaction_is_open_while_a_model_thinks(
    databases: Databases, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Would catch: a question to a model asked inside a transaction, by whichever of the five ways there are."""
    seen: dict[str, int] = defaultdict(int)
    held: list[str] = []
    async with AsyncExitStack() as stack:
        models = {"UNDERSTANDERS": "openai", "EMBEDDER": "openai"}
        house = await open_hearing_house(stack, databases, clock, monkeypatch, **models)
        switch = {"provider": "openai", "instance": "demo", "fault": "slow", "options": {"seconds": SLOW_S}}
        await house.control("POST", "faults", switch)
        admin = await connect(house.client.dsn)
        stack.push_async_callback(admin.close)
        watching = asyncio.create_task(watch(admin, seen, held))
        assert house.client.meaning
        await house.client.meaning.index(demo_id("aroeira"))
        await house.talk("5511900000142", "onde é que eu paro quando chego?")
        await house.say("5511900000143", audio={"says": "Quanto custa a limpeza de pele?", "seconds": 3})
        await house.settle()
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
    assert set(seen) == QUESTIONS
    assert min(seen.values()) > 3
    assert held == []
