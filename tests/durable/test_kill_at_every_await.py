"""A worker dies at any of its awaits, another one goes on, and nobody notices.

Each story is told once undisturbed; then again and again, each time with the worker killed at another statement, commit or call to
a provider. What is left must be the same. One thing may differ: a message whose sender died before the provider had it is never
sent blindly a second time, but given up by name, and a person is called.

All awaits are walked with EVERY_AWAIT=1; a run of the suite takes a sample that changes with nothing but the code.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from itertools import count
from random import Random

import pytest

from anna.app import Anna, Client
from anna.clock import ManualClock
from anna.simulation.databases import Databases
from anna.simulation.house import House, open_house
from tests.conftest import TEST_NOW
from tests.durable.killing import Killed, Reaper
from tests.durable.story import HOPELESS, LEASES, Left, act, in_the_ledger, left_of, on_the_phone, work
from tests.invariants import broken

STORIES = {
    "books and pays": ["quero agendar botox sexta de manhã", "sim", "o primeiro", "$pix"],
    "books without a deposit": ["oi, limpeza de pele na sexta de manhã", "pode ser esse", "quanto custa?", "a 2"],
    "stops sending": ["quero marcar peeling", "para de me mandar mensagem"],
    "wants a person": ["oi", "quero falar com uma atendente", "é sobre o botox"],
    "never pays": ["quero agendar botox sexta de manhã", "sim", "o primeiro", "$wait:25", "$wait:20", "$look"],
    "card declined, then pix": ["quero agendar botox sexta de manhã", "sim", "o primeiro", "$recusar", "$pix"],
}  # fmt: skip
EVERY = bool(os.environ.get("EVERY_AWAIT"))  # noqa: TID251 - a switch of this test, not one of Anna's settings
SAMPLE = 6
"""How many deaths of each story a run of the suite takes."""

_phones = count(5511900010001)


@dataclass
class Stage:
    """A house with two workers: the first one dies, the second goes on."""

    house: House
    mortal: Client
    heir: Client

    async def tell(self, story: list[str], reaper: Reaper) -> str:
        """Tell a story to a new patient, until the end or until a message is given up; returns the phone."""
        phone = str(next(_phones))
        self.house.clock.set(TEST_NOW)
        pool, build = self.mortal.database.pool, self.mortal.channels.build
        charging = self.mortal.dispatcher._outside["charge"].__self__  # type: ignore[attr-defined]
        gateway = charging._gateway
        self.mortal.channels._open.clear()
        reaper.haunt(self.mortal)
        worker = self.mortal
        try:
            for step in story:
                await act(self.house, phone, step)
                try:
                    await work(self.house, worker)
                except Killed:
                    await self.house.standin.core.settle()
                    worker = self.heir
                    await work(self.house, worker)
                    self.house.clock.advance(LEASES)
                    await work(self.house, worker)
                    if await self._given_up(phone):
                        return phone
        finally:
            self.mortal.database.pool, charging._gateway = pool, gateway
            self.mortal.channels.build = build  # type: ignore[method-assign]
            self.mortal.channels._open.clear()
        return phone

    async def _given_up(self, phone: str) -> bool:
        """Whether a message is still uncertain after all leases; then it is, after a while, a person's business."""
        uncertain = "select count(*) from whatsapp.mensagens where status = 'incerta'"
        if not await self.house.value(uncertain):
            return False
        self.house.clock.advance(HOPELESS)
        await work(self.house, self.heir)
        assert not await self.house.value(uncertain)
        return True

    async def clear(self) -> None:
        """Leave the agenda as it was, for the next patient."""
        async with self.mortal.database.transaction() as conn:
            await conn.execute(
                "update agendamento.consultas set status = case status when 'reservado' then 'expirado' else 'cancelado' end, expira_em = null"
                " where conversa_id is not null and status in ('reservado', 'agendado')"
            )
            await conn.execute(
                "update automacao.execucoes set estado = 'parada', acorda_em = null, encerrada_em = $1 where estado = 'viva'",
                TEST_NOW,
            )
            await conn.execute(
                "update automacao.perguntas set fechada_em = $1 where fechada_em is null", TEST_NOW
            )
            await conn.execute("update financeiro.faturas set status = 'cancelada' where status = 'pendente'")


@pytest.fixture
async def stage(databases: Databases, clock: ManualClock) -> AsyncIterator[Stage]:
    async with AsyncExitStack() as stack:
        house = await open_house(stack, databases, clock)
        other = await stack.enter_async_context(Anna(house.anna.settings, role="anna_worker", clock=clock))
        heir = await other.client("demo")
        assert heir is not None
        mortal, house.client = house.client, heir
        yield Stage(house, mortal, heir)


@pytest.mark.parametrize("name", STORIES)
async def test_nobody_notices(stage: Stage, name: str) -> None:
    story = STORIES[name]
    undisturbed = Reaper()
    phone = await stage.tell(story, undisturbed)
    wanted = await left_of(stage.house, phone)
    assert await on_the_phone(stage.house, phone) == await in_the_ledger(stage.house, phone)
    deaths = [(at, before) for at in range(1, undisturbed.count + 1) for before in (False, True)]
    if EVERY:
        deaths = [
            (at, before)
            for at, before in deaths
            if not before or undisturbed.what[at - 1].startswith(("commit", "provider"))
        ]
    else:
        deaths = Random(name).sample(deaths, SAMPLE)
    troubles = []
    for at, before in deaths:
        await stage.clear()
        reaper = Reaper(at=at, before=before)
        phone = await stage.tell(story, reaper)
        where = (
            f"{name}, {'before' if before else 'after'} await {at}: {' '.join(reaper.what[-1].split())[:110]}"
        )
        trouble = await judge(stage.house, phone, wanted)
        if trouble:
            troubles.append(f"{where}\n  {trouble}")
    assert not troubles, f"{len(troubles)} of {len(deaths)}\n" + "\n".join(troubles)


async def judge(house: House, phone: str, wanted: Left) -> str:
    """What is wrong with how a story ended; empty if nothing is."""
    async with house.client.database.transaction() as conn:
        if found := await broken(conn):
            return str(found)
    heard, ledger = await on_the_phone(house, phone), list(await in_the_ledger(house, phone))
    if heard != ledger:
        return f"the phone and the ledger differ: {heard} {ledger}"
    left = await left_of(house, phone)
    lost = [said for said in left.said if said[5] == "falhou"]
    if lost:
        told = [news for news in left.news if news[0] == "mensagem.perdida"]
        handed_over = left.people[0][4]
        return (
            "" if len(lost) == len(told) == handed_over == 1 else f"lost {lost}, told {told}, {handed_over}"
        )
    for name in Left.__dataclass_fields__:
        mine, theirs = getattr(left, name), getattr(wanted, name)
        if mine != theirs:
            return f"{name}: {mine}\n  wanted: {theirs}"
    return ""
