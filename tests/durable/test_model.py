"""Anything may happen in any order, and the promises hold after each step.

Patients say things, time passes, one of two workers does some of its work or dies in the midst of it, somebody of the clinic takes a
conversation and gives it back, the provider misbehaves, a webhook comes twice. The model knows little: what was said by whom, and who
of the clinic has which conversation. After each step every invariant is asked for; in the end, when all is well again, everything
that was said has an outcome, and each phone shows what the ledger says, once and in order.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from itertools import count
from typing import Any, ClassVar
from uuid import UUID

from hypothesis import HealthCheck, Phase, settings, strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from typing_extensions import override

from anna.app import Anna, Client
from anna.clock import ManualClock
from anna.db.connect import connect
from anna.simulation.databases import Databases, Ground, register_client
from anna.simulation.house import INSTANCE, House, open_house
from anna.whatsapp import ownership
from tests.conftest import TEST_NOW
from tests.durable.killing import Killed, Reaper
from tests.durable.story import in_the_ledger, pay
from tests.invariants import broken

WORDS = (
    "oi", "quero marcar limpeza de pele", "quero agendar botox sexta de manhã", "sim", "não", "o primeiro", "2", "quinta à tarde",
    "quanto custa?", "outro horário", "quero falar com uma atendente", "para de me mandar mensagem", "deixa pra lá", "asdf qwer",
    "estou com falta de ar", "obrigada",
)  # fmt: skip
FORWARD = ("quero agendar botox sexta de manhã", "sim", "o primeiro", "$pix")
"""What somebody says and does who wants to be booked."""
FAULTS = ("429", "500_after_accept", "reset", "duplicate", "lose_webhook", "echo_first")
_phones = count(5511900050001)
_names = count(1)


class World:
    """One house for all examples; each example has patients of its own."""

    def __init__(self, ground: Ground, template: str) -> None:
        number = next(_names)
        self.loop = asyncio.new_event_loop()
        self.names = Databases(ground, f"anna_controle_m{number}", f"anna_cliente_m{number}")
        self.template = template
        self.clock = ManualClock(TEST_NOW)
        self.stack = AsyncExitStack()
        self.house: House
        self.crew: list[Client] = []

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self.loop.run_until_complete(work)

    async def open(self) -> None:
        admin = await connect(self.names.postgres.dsn())
        await admin.execute(
            f"create database {self.names.control} template template_controle strategy file_copy"
        )
        await admin.execute(
            f"create database {self.names.client} template {self.template} strategy file_copy"
        )
        await admin.close()
        await register_client(self.names.ground, self.names.control, self.names.client)
        self.house = await open_house(self.stack, self.names, self.clock)
        for _ in range(2):
            anna = Anna(self.house.anna.settings, role="anna_worker", clock=self.clock)
            await self.stack.enter_async_context(anna)
            client = await anna.client("demo")
            assert client is not None
            self.crew.append(client)

    async def close(self) -> None:
        await self.stack.aclose()


class Conversations(RuleBasedStateMachine):
    """The rules; `world` is set by the test."""

    world: ClassVar[World]
    seen: ClassVar[Counter[str]] = (
        Counter()
    )  # what happened in all examples: a model that meets nothing shows nothing

    def __init__(self) -> None:
        super().__init__()
        self.phones = [str(next(_phones)) for _ in range(2)]
        self.said: dict[str, list[str]] = {phone: [] for phone in self.phones}
        self.steps = dict.fromkeys(self.phones, 1)  # how far each has come in FORWARD

    @property
    def house(self) -> House:
        return self.world.house

    @initialize()
    def begin(self) -> None:
        self.world.run(self._say(self.phones[0], "quero agendar botox sexta de manhã"))

    @rule(who=st.integers(0, 1), text=st.sampled_from(WORDS))
    def says(self, who: int, text: str) -> None:
        self.world.run(self._say(self.phones[who], text))

    @rule(who=st.integers(0, 1), worker=st.integers(0, 1))
    def goes_on(self, who: int, worker: int) -> None:
        """Says the next thing on the way to a consulta, and is answered."""
        self.world.run(self._go_on(self.phones[who], self.world.crew[worker]))

    @rule(who=st.integers(0, 1))
    def goes_all_the_way(self, who: int) -> None:
        """To the consulta, if everything else lets her."""
        for number in range(len(FORWARD)):
            self.world.run(self._go_on(self.phones[who], self.world.crew[number % 2]))

    @rule(who=st.integers(0, 1), worker=st.integers(0, 1), at=st.integers(1, 150), before=st.booleans())
    def goes_on_while_a_worker_dies(self, who: int, worker: int, at: int, before: bool) -> None:
        mortal, heir = self.world.crew[worker], self.world.crew[1 - worker]
        self.world.run(self._step(self.phones[who]))
        self.world.run(self._die(mortal, Reaper(at=at, before=before)))
        self.world.clock.advance(timedelta(minutes=2))  # longer than any lease
        self.world.run(self._work(heir, 6))

    @rule(minutes=st.sampled_from([2, 40, 200]))
    def the_number_goes_down(self, minutes: int) -> None:
        until = self.world.clock.now() + timedelta(minutes=minutes)
        down = "update whatsapp.instancias set envio_apos = $1 where nome = $2 returning id"
        self.world.run(self.house.value(down, until, INSTANCE))

    @rule(minutes=st.sampled_from([0.1, 1.6, 12, 45, 300]))
    def time_passes(self, minutes: float) -> None:
        self.world.clock.advance(timedelta(minutes=minutes))

    @rule(who=st.integers(0, 1), steps=st.integers(1, 6))
    def works(self, who: int, steps: int) -> None:
        self.world.run(self._work(self.world.crew[who], steps))

    @rule()
    def work_together(self) -> None:
        async def both() -> None:
            await asyncio.gather(*(self._work(client, 4) for client in self.world.crew))

        self.world.run(both())

    @rule(who=st.integers(0, 1), at=st.integers(1, 120), before=st.booleans())
    def dies(self, who: int, at: int, before: bool) -> None:
        self.world.run(self._die(self.world.crew[who], Reaper(at=at, before=before)))

    @rule(fault=st.sampled_from(FAULTS))
    def provider_fails(self, fault: str) -> None:
        body = {"provider": "evolution", "instance": INSTANCE, "fault": fault, "count": 1}
        self.world.run(self.house.control("POST", "faults", body))

    @rule(who=st.integers(0, 1), act=st.sampled_from(["take", "reply", "return"]))
    def somebody_of_the_clinic(self, who: int, act: str) -> None:
        self.world.run(self._person(self.phones[who], act))

    @rule(who=st.integers(0, 1), how=st.sampled_from(["pix", "recusar"]))
    def pays(self, who: int, how: str) -> None:
        self.world.run(self._pay(self.phones[who], how))

    @invariant()
    def the_promises_hold(self) -> None:
        assert self.world.run(self._broken()) == {}

    @override
    def teardown(self) -> None:
        self.world.run(self._in_the_end())

    async def _go_on(self, phone: str, client: Client) -> None:
        await self._step(phone)
        await self._work(client, 6)

    async def _step(self, phone: str) -> None:
        self.seen["steps"] += 1
        step = FORWARD[self.steps[phone] % len(FORWARD)]
        self.steps[phone] += 1
        if step == "$pix":
            await self._pay(phone, "pix")
        else:
            await self._say(phone, step)
            self.world.clock.advance(timedelta(seconds=30))  # she has said it all

    async def _pay(self, phone: str, how: str) -> None:
        """Use the payment page, if there is one to use."""
        asked = (
            "join agendamento.consultas a on a.conversa_id = c.id join financeiro.faturas f on f.consulta_id = a.id"
            " and f.link is not null and f.status in ('pendente', 'falhou')"
        )
        if await self._conversa(phone, asked):
            await pay(self.house, phone, how)
            self.seen[how] += 1

    # -- how -----------------------------------------------------------------------------------------------------------------

    async def _say(self, phone: str, text: str) -> None:
        await self.house.control(
            "DELETE", "faults", {"provider": "evolution", "instance": INSTANCE, "fault": "lose_webhook"}
        )
        await self.house.say(phone, text=text)
        self.said[phone].append(text)

    async def _work(self, client: Client, steps: int) -> None:
        for _ in range(steps):
            await client.turns.take_next()
            await client.dispatcher.handle_next()
            await client.dispatcher.wake_next()
            await client.dispatcher.act_next()
            await client.door.send_next()
            await client.door.resolve_uncertain()
        await self.house.standin.core.settle()

    async def _die(self, client: Client, reaper: Reaper) -> None:
        pool, build = client.database.pool, client.channels.build
        charging = client.dispatcher._outside["charge"].__self__  # type: ignore[attr-defined]
        gateway = charging._gateway
        client.channels._open.clear()
        reaper.haunt(client)
        try:
            await self._work(client, 4)
        except Killed:
            self.seen["killed"] += 1
            self.seen["killed in " + reaper.what[-1].split()[0]] += 1
            await self.house.standin.core.settle()
        finally:
            client.database.pool, charging._gateway = pool, gateway
            client.channels.build = build  # type: ignore[method-assign]
            client.channels._open.clear()

    async def _conversa(self, phone: str, more: str = "") -> UUID | None:
        found: UUID | None = await self.house.value(
            f"select c.id from whatsapp.conversas c join whatsapp.identidades i using (contato_id) {more}"
            " where i.tipo = 'phone' and i.endereco like $1 || '%' limit 1",
            phone,
        )
        return found

    async def _person(self, phone: str, act: str) -> None:
        conversa = await self._conversa(phone)
        if conversa is None:
            return
        juliana = await self.house.value("select id from auth.usuarios where email = 'juliana@demo.example'")
        now = self.world.clock.now()
        async with self.house.client.database.transaction() as conn:
            self.seen[act] += 1
            if act == "take":
                await ownership.take(conn, conversa, usuario_id=juliana, now=now)
            elif act == "reply":
                await ownership.reply(
                    conn, conversa, usuario_id=juliana, texto=f"Aqui é a Juliana, {now:%H:%M:%S}", now=now
                )
            else:
                await ownership.give_back(conn, conversa, desfecho="resolvido", now=now)

    async def _broken(self) -> dict[str, list[str]]:
        async with self.house.client.database.transaction() as conn:
            return await broken(conn)

    async def _in_the_end(self) -> None:
        """All is well again, and everybody works until nothing is due."""
        await self.house.control("DELETE", "faults", {"provider": "evolution", "instance": INSTANCE})
        await self.house.value(
            "update whatsapp.instancias set envio_apos = null where nome = $1 returning id", INSTANCE
        )
        for minutes in (2, 3, 12, 6):
            self.world.clock.advance(timedelta(minutes=minutes))
            for client in self.world.crew:
                await self._work(client, 10)
        assert await self._broken() == {}
        for phone, said in self.said.items():
            rows = await self.house.rows(
                "select m.texto, m.desfecho, m.status, m.direcao from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id"
                " join whatsapp.identidades i using (contato_id) where i.tipo = 'phone' and i.endereco like $1 || '%' order by m.ordem",
                phone,
            )
            assert [row["texto"] for row in rows if row["direcao"] == "entrada"] == said, (
                "stored once, in order"
            )
            assert all(row["desfecho"] for row in rows if row["direcao"] == "entrada"), "nobody is forgotten"
            assert not [row for row in rows if row["status"] in ("planejada", "enviando", "incerta")], (
                "nothing is left hanging"
            )
            self.house.heard.clear()
            assert await self.house.new_texts(phone) == list(await in_the_ledger(self.house, phone))
        self.seen["examples"] += 1
        assert await self.house.value("select count(*) from automacao.eventos where erro is not null") == 0
        assert await self.house.value("select count(*) from automacao.execucoes where estado = 'falhou'") == 0


def test_whatever_happens(ground: Ground, demo_template: str) -> None:
    world = World(ground, demo_template)
    world.run(world.open())
    Conversations.world = world
    try:
        run_state_machine_as_test(
            Conversations,
            settings=settings(
                max_examples=11, stateful_step_count=26, derandomize=True, database=None,
                suppress_health_check=list(HealthCheck), phases=[Phase.generate, Phase.shrink], print_blob=False,
            ),
        )  # fmt: skip
        seen = Conversations.seen + world.run(counted(world.house))
    finally:
        world.run(world.close())
        world.loop.close()
    print(seen)
    for what, least in ENOUGH.items():
        assert seen[what] >= least, f"{what}: {seen}"


ENOUGH = {
    "killed": 10, "killed in commit": 2, "pix": 2, "reply": 1, "answered": 30, "held": 3, "booked": 2, "charged": 3, "handed over": 2,
    "never sent": 1,
}  # fmt: skip
"""What the examples have to meet together, so that it means something that no promise broke."""


async def counted(house: House) -> Counter[str]:
    """What the examples left in the database."""
    of = {
        "answered": "whatsapp.turnos where resultado = 'concluido'",
        "held": "agendamento.consultas where conversa_id is not null",
        "booked": "agendamento.consultas where conversa_id is not null and status = 'agendado'",
        "charged": "financeiro.faturas where link is not null",
        "handed over": "whatsapp.transferencias",
        "never sent": "whatsapp.mensagens where status in ('falhou', 'descartada')",
    }
    return Counter({what: await house.value(f"select count(*) from {rows}") for what, rows in of.items()})
