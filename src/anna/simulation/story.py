"""Stories played in a house: what happens, what must be heard, and what must be in the database at the end."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

from anna.db.connect import Connection
from anna.flows.expressions import parse_duration
from anna.simulation.house import PROVIDERS, House, Unmet
from anna.simulation.story_file import Story
from anna.whatsapp import ownership

_TEMPLATE = re.compile(r"<(\w+)>")
_LOOKS, _LOOK_S = 100, 0.05
_SOMEBODY_WAITS = (
    "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))"
)
_FAILED = (
    ("a run failed", "select count(*) from automacao.execucoes where estado = 'falhou'"),
    ("an event was not carried out", "select count(*) from automacao.eventos where erro is not null"),
    (
        "a message was forgotten (DESIGN section 2, 3)",
        "select count(*) from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id"
        " where m.direcao = 'entrada' and m.desfecho is null and c.responder_em is null",
    ),
)


async def play_story(house: House, story: Story) -> None:
    """Play it in a house that has just been opened. Raises Unmet at the first thing that is not as it should be."""
    house.clock.set(story.begins)
    house.instance = story.instance
    player = Player(house, story.phone, story.name)
    for number, step in enumerate(story.talk, start=1):
        await player.play(step, f"{story.id}, step {number}")
    for sql, expected in story.rows.items():
        await _require(house, sql, expected, story.id)
    for what, sql in _FAILED:
        if found := await house.value(sql):
            raise Unmet(f"{story.id}: {what}: {found}")


class Player:
    """Plays one patient, and the clinic's people where the story has some."""

    def __init__(self, house: House, phone: str, name: str | None) -> None:
        self.house = house
        self.phone = phone
        self.name = name
        self.heard: list[str] = []
        self.under_way: list[asyncio.Task[None]] = []

    async def play(self, step: Mapping[str, Any], where: str) -> None:
        """Do one step of the story and hold what was heard against it."""
        phone = str(step.get("phone", self.phone))
        self.house.instance = str(step.get("instance", self.house.instance))
        for verb, do in VERBS.items():
            if verb in step:
                await do(self, step[verb], phone)
        await self.house.settle()
        for task in self.under_way:
            await task
        self.under_way.clear()
        self.heard = await self.house.new_texts(phone)
        self._judge(step, await self._templates(), where)
        for sql, expected in (step.get("rows") or {}).items():
            await _require(self.house, sql, expected, where)

    async def _templates(self) -> frozenset[str]:
        """The templates that what was just heard is made of, as its rows say."""
        rows = await self.house.rows(
            "select modelo, dados->'ditas' as ditas from whatsapp.mensagens where direcao = 'saida' and texto = any($1)",
            self.heard,
        )
        return frozenset(name for row in rows for name in (row["modelo"], *(row["ditas"] or ())) if name)

    def _judge(self, step: Mapping[str, Any], templates: frozenset[str], where: str) -> None:
        said = "\n---\n".join(self.heard)
        if step.get("silent") and self.heard:
            raise Unmet(f"{where}: heard {said!r}")

        def hears(wanted: str, texts: Sequence[str]) -> bool:
            named = _TEMPLATE.fullmatch(wanted)
            return named[1] in templates if named else any(re.search(wanted, t, re.DOTALL) for t in texts)

        told = f"{said!r} ({', '.join(sorted(templates))})"
        for wanted in _list(step.get("hears")):
            if not hears(wanted, self.heard):
                raise Unmet(f"{where}: {wanted!r} not in {told}")
        for unwanted in _list(step.get("not")):
            if hears(unwanted, self.heard):
                raise Unmet(f"{where}: {unwanted!r} in {told}")

    async def says(self, text: str, phone: str) -> None:
        await self.house.say(phone, name=self.name, text=text)

    async def sends(self, message: Mapping[str, Any], phone: str) -> None:
        await self.house.say(phone, name=self.name, **message)

    async def burst(self, texts: list[str], phone: str) -> None:
        for text in texts:
            await self.says(text, phone)

    async def quotes(self, reply: Mapping[str, str], phone: str) -> None:
        """Answer the first bubble of Anna's that contains `what`."""
        bubble = (await self._bubbles(reply["what"], phone, patients=False))[0]
        await self.house.say(phone, name=self.name, text=reply["text"], quote=bubble)

    async def reacts(self, reaction: Mapping[str, str], phone: str) -> None:
        """An emoji on the last bubble of Anna's that contains `what`."""
        bubble = (await self._bubbles(reaction["what"], phone, patients=False))[-1]
        await self.sends({"reaction": {"id": bubble, "text": reaction["text"]}}, phone)

    async def edits(self, change: Mapping[str, str], phone: str) -> None:
        """The patient rewrites the own message that contains `what`."""
        bubble = (await self._bubbles(change["what"], phone, patients=True))[-1]
        await self.house.control("POST", f"{self.house.line}/edit", {"id": bubble, "text": change["text"]})
        await self.house.standin.core.settle()

    async def deletes(self, what: str, phone: str) -> None:
        """The patient takes back the own message that contains `what`."""
        bubble = (await self._bubbles(what, phone, patients=True))[-1]
        await self.house.control("POST", f"{self.house.line}/edit", {"id": bubble})
        await self.house.standin.core.settle()

    async def _bubbles(self, what: str, phone: str, *, patients: bool) -> list[str]:
        view = await self.house.control("GET", f"{self.house.line}/phones/{phone}")
        said = [m for m in view["messages"] if (m["author"] == "patient") is patients and what in m["text"]]
        if not said:
            raise Unmet(f"nobody said {what!r}")
        return [str(message["id"]) for message in said]

    async def types(self, text: str, phone: str) -> None:
        """Somebody writes on the clinic's phone."""
        await self.house.control("POST", f"{self.house.line}/type", {"to": phone, "text": text})
        await self.house.standin.core.settle()

    async def waits(self, span: str, phone: str) -> None:
        await self.house.wait(parse_duration(span))

    async def pays(self, how: str, phone: str) -> None:
        """Use the newest payment link: pix, cartao or recusar."""
        link = await self.house.value(
            "select link from financeiro.faturas where link is not null order by criada_em desc limit 1"
        )
        async with self.house.http.post(f"{link}/{how}") as response:
            if not response.ok:
                raise Unmet(f"the pay page refuses {how}: {await response.text()}")
        await self.house.standin.core.settle()

    async def does(self, sql: str, phone: str) -> None:
        """Something happens in the clinic's database meanwhile."""
        async with self.house.client.database.transaction() as conn:
            await conn.execute(sql)

    async def meanwhile(self, sql: str, phone: str) -> None:
        """Somebody else is about to do the same: what she does is not to be seen until the house waits for her."""
        begun = asyncio.Event()

        async def beside() -> None:
            async with self.house.client.database.transaction() as conn:
                await conn.execute(sql)
                begun.set()
                await _somebody_waits(conn)

        self.under_way.append(asyncio.create_task(beside()))
        await begun.wait()

    async def fault(self, fault: Mapping[str, Any], phone: str) -> None:
        instance = self.house.instance
        body = {"provider": PROVIDERS[instance], "instance": instance, **fault}
        await self.house.control("POST", "faults", body)

    async def person(self, act: Mapping[str, str], phone: str) -> None:
        """Somebody of the clinic takes, replies or gives back."""
        now = self.house.clock.now()
        conversa_id = await self.house.value(
            "select c.id from whatsapp.conversas c join whatsapp.identidades i using (contato_id)"
            " join whatsapp.instancias n on n.id = c.instancia_id"
            " where i.tipo = 'phone' and i.endereco like '%' || $1 || '%' and n.nome = $2 limit 1",
            phone, self.house.instance,
        )  # fmt: skip
        usuario_id = await self.house.value(
            "select id from auth.usuarios where email = 'juliana@demo.example'"
        )
        async with self.house.client.database.transaction() as conn:
            if "takes" in act:
                await ownership.take(conn, conversa_id, usuario_id=usuario_id, now=now)
            if "replies" in act:
                await ownership.reply(conn, conversa_id, usuario_id=usuario_id, texto=act["replies"], now=now)
            if "returns" in act:
                await ownership.give_back(conn, conversa_id, desfecho=act["returns"], now=now)


VERBS: Mapping[str, Callable[[Player, Any, str], Awaitable[None]]] = {
    "fault": Player.fault,
    "does": Player.does,
    "meanwhile": Player.meanwhile,
    "says": Player.says,
    "sends": Player.sends,
    "burst": Player.burst,
    "quotes": Player.quotes,
    "reacts": Player.reacts,
    "edits": Player.edits,
    "deletes": Player.deletes,
    "types": Player.types,
    "person": Player.person,
    "pays": Player.pays,
    "waits": Player.waits,
}
"""What may happen in a step (`story_file`), in the order in which it does."""


async def _somebody_waits(conn: Connection) -> None:
    for _ in range(_LOOKS):
        if await conn.fetchval(_SOMEBODY_WAITS):
            return
        await asyncio.sleep(_LOOK_S)
    raise Unmet("the house never waited for what happened meanwhile")


async def _require(house: House, sql: str, expected: Any, where: str) -> None:
    found = await house.value(sql)
    if found != expected:
        raise Unmet(f"{where}: {sql} is {found!r}, not {expected!r}")


def _list(value: Any) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [value]
