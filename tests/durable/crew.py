"""Several workers on one database, each with everything of its own, and patients who all talk at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from anna.app import Anna, Client
from anna.clock import Clock
from anna.simulation.house import INSTANCE, House
from anna.worker.loops import ClientLoops

PATIENCE_S = 30.0


@asynccontextmanager
async def workers(
    house: House, count: int, *, clock: Clock | None = None
) -> AsyncIterator[list[tuple[Anna, Client]]]:
    """`count` further workers, each with its own pools and session; `clock` if theirs goes differently."""
    async with AsyncExitStack() as stack:
        crew = []
        for _ in range(count):
            anna = Anna(house.anna.settings, role="anna_worker", clock=clock or house.clock)
            await stack.enter_async_context(anna)
            client = await anna.client("demo")
            assert client is not None
            crew.append((anna, client))
        yield crew


@asynccontextmanager
async def at_work(crew: list[tuple[Anna, Client]], *, concurrency: int = 8) -> AsyncIterator[None]:
    """The real loops of every worker, as tasks."""
    tasks = [
        asyncio.create_task(ClientLoops(anna, client, concurrency=concurrency).run(), name=f"worker {n}")
        for n, (anna, client) in enumerate(crew)
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


_PENDING = """
select (select count(*) from whatsapp.mensagens where direcao = 'entrada' and desfecho is null)
  + (select count(*) from whatsapp.mensagens where status in ('planejada', 'enviando', 'incerta'))
  + (select count(*) from whatsapp.conversas where turno_de is not null or responder_em is not null)
  + (select count(*) from automacao.eventos where tratado_em is null)
  + (select count(*) from automacao.efeitos where status in ('pendente', 'em_curso'))
"""


async def quiet(house: House, *, seconds: float = PATIENCE_S) -> None:
    """Come back when there is nothing left to do."""
    try:
        async with asyncio.timeout(seconds):
            while True:
                await house.standin.core.settle()
                if not await house.value(_PENDING):
                    return
                await asyncio.sleep(0.02)
    except TimeoutError:
        raise AssertionError(f"still not quiet: {await unfinished(house)}") from None


async def unfinished(house: House) -> list[dict[str, object]]:
    """What keeps the house from being quiet."""
    rows = await house.rows(
        "select 'mensagem' as o_que, status || ' ' || coalesce(motivo, '') || ' ' || coalesce(texto, '') as como from whatsapp.mensagens"
        " where direcao = 'entrada' and desfecho is null or status in ('planejada', 'enviando', 'incerta')"
        " union all select 'evento', nome || coalesce(erro, '') from automacao.eventos where tratado_em is null"
        " union all select 'efeito', acao || ' ' || status || coalesce(resultado::text, '') from automacao.efeitos"
        " where status in ('pendente', 'em_curso')"
        " union all select 'conversa', id::text || ' ' || coalesce(responder_em::text, '') from whatsapp.conversas"
        " where turno_de is not null or responder_em is not null"
    )
    return [dict(row) for row in rows]


@dataclass
class Patient:
    """Talks like a person: says something, waits for what comes, says the next thing."""

    house: House
    phone: str
    read: int = 0

    @property
    def name(self) -> str:
        """One under which somebody may be booked: of any other she is asked for her name."""
        return f"Paula {''.join('bcdfghjklm'[int(digit)] + 'a' for digit in self.phone[-3:]).title()}"

    async def says(self, *texts: str) -> None:
        """Say these one after the other; comes back when Anna has them all."""
        await self.posts(*texts)
        await self.house.standin.core.settle()

    async def posts(self, *texts: str) -> None:
        """Say these, and do not care whether they arrive."""
        for text in texts:
            body = {
                "from": self.phone,
                "at": self.house.clock.now().isoformat(),
                "text": text,
                "name": self.name,
            }
            await self.house.control("POST", f"evolution/{INSTANCE}/say", body)

    async def phone_shows(self) -> list[str]:
        """Everything that reached this phone, in order."""
        view = await self.house.control("GET", f"evolution/{INSTANCE}/phones/{self.phone}")
        return [m["text"] for m in view["messages"] if m["author"] != "patient"]

    async def hears(self) -> str:
        """Wait until something new is there and nothing more follows."""
        async with asyncio.timeout(PATIENCE_S):
            while True:
                shown = await self.phone_shows()
                if len(shown) > self.read and await self._answered():
                    shown = await self.phone_shows()
                    new, self.read = shown[self.read :], len(shown)
                    return "\n".join(new)
                await asyncio.sleep(0.15)

    async def _answered(self) -> bool:
        left = await self.house.value(
            "select count(*) from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id"
            " join whatsapp.identidades i using (contato_id) where i.tipo = 'phone' and i.endereco like $1 || '%'"
            " and (m.direcao = 'entrada' and m.desfecho is null or m.status in ('planejada', 'enviando', 'incerta'))",
            self.phone,
        )
        return not left

    async def _is_booked(self) -> bool:
        booked = await self.house.value(
            "select count(*) from agendamento.consultas a join whatsapp.conversas c on c.id = a.conversa_id"
            " join whatsapp.identidades i using (contato_id) where i.endereco like $1 || '%' and a.status = 'agendado'",
            self.phone,
        )
        return bool(booked)

    async def books(self) -> bool:
        """Ask for a cleaning on Friday morning and take the first time, however often it takes."""
        await self.says("oi", "quero agendar limpeza de pele", "na sexta de manhã")
        for _ in range(30):
            heard = await self.hears()
            if await self._is_booked():
                return True
            answer = next((answer for asked, answer in _ANSWERS.items() if asked in heard.casefold()), None)
            if answer is None:
                return False
            await self.says(answer)
        return False


_ANSWERS = {
    "1. ": "o primeiro",
    "este número": "sim, pode ser esse",
    "dia": "sexta de manhã",
    "horário": "de manhã",
    "procedimento": "limpeza de pele",
}
"""What a patient says to a question that has these words in it."""
