"""Conversations are the acceptance tests: in Portuguese, through the webhook, judged by rows and by what reached the phone.

Each `*.yaml` here tells one: `catches` says what would go unnoticed without it, `talk` is what happens, `rows` what must be in the
database at the end (SQL: value). In `talk`, `says` (or `sends` for other kinds of message, `burst` for several at once) is the
patient, `quotes` a reply to an older bubble, `reacts` an emoji on one, `edits` and `deletes` change what the patient said before, `hears` what must arrive (expressions, each in some new bubble), `silent: true` that nothing may, `not` what must not;
`waits` lets time pass, `pays` uses the link, `types` is somebody on the clinic's phone, `person` somebody at the console; `does` is SQL
that has happened, `meanwhile` SQL that is happening: nobody sees it, and it is committed when somebody waits for it. `instance`
is the number that is written to, the first clinica's unless said otherwise (also in a step).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from anna.flows.expressions import parse_duration
from anna.whatsapp import ownership
from tests.house import PROVIDERS, House, at
from tests.processes import eventually

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))
_SOMEBODY_WAITS = (
    "select exists (select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid)))"
)
DEBORA = "5511900000142"
KINDS = (
    "text",
    "audio",
    "image",
    "sticker",
    "location",
    "contact",
    "reaction",
    "button",
    "quote",
    "lid",
    "document",
)


def test_there_are_conversations() -> None:
    assert len(FILES) >= 25


def read_story(path: Path) -> dict[str, Any]:
    """One conversation as it is written."""
    story: dict[str, Any] = YAML(typ="safe").load(path.read_text("utf-8"))
    return story


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_conversation(house: House, path: Path) -> None:
    story = read_story(path)
    assert story["catches"], "a conversation says what it would catch"
    if "now" in story:
        house.clock.set(at(story["now"]))
    house.instance = str(story.get("instance", house.instance))
    player = Player(house, str(story.get("phone", DEBORA)), story.get("name", "Débora Siqueira"))
    for number, step in enumerate(story["talk"], start=1):
        await player.play(step, f"{path.name}, step {number}")
    for sql, expected in story["rows"].items():
        assert await house.value(sql) == expected, f"{path.name}: {sql}"
    assert await house.value("select count(*) from automacao.execucoes where estado = 'falhou'") == 0
    assert await house.value("select count(*) from automacao.eventos where erro is not null") == 0
    await nothing_is_forgotten(house)


async def nothing_is_forgotten(house: House) -> None:
    """DESIGN section 2, 3: every inbound message has an outcome, or a due time by which it will."""
    forgotten = await house.value(
        "select count(*) from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id"
        " where m.direcao = 'entrada' and m.desfecho is null and c.responder_em is null"
    )
    assert forgotten == 0


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
        for verb, do in self._verbs().items():
            if verb in step:
                await do(step[verb], phone)
        await self.house.settle()
        for task in self.under_way:
            await task
        self.under_way.clear()
        self.heard = await self.house.new_texts(phone)
        said = "\n---\n".join(self.heard)
        if step.get("silent"):
            assert not self.heard, f"{where}: heard {said!r}"
        for wanted in _list(step.get("hears")):
            assert any(re.search(wanted, text, re.DOTALL) for text in self.heard), (
                f"{where}: {wanted!r} not in {said!r}"
            )
        for unwanted in _list(step.get("not")):
            assert not re.search(unwanted, said), f"{where}: {unwanted!r} in {said!r}"
        for sql, expected in (step.get("rows") or {}).items():
            assert await self.house.value(sql) == expected, f"{where}: {sql}"

    def _verbs(self) -> Mapping[str, Callable[[Any, str], Awaitable[None]]]:
        return {
            "fault": self._fault,
            "does": self._does,
            "meanwhile": self._meanwhile,
            "says": self._says,
            "sends": self._sends,
            "burst": self._burst,
            "quotes": self._quotes,
            "reacts": self._reacts,
            "edits": self._edits,
            "deletes": self._deletes,
            "types": self._types,
            "person": self._person,
            "pays": self._pays,
            "waits": self._waits,
        }

    async def _says(self, text: str, phone: str) -> None:
        await self.house.say(phone, name=self.name, text=text)

    async def _sends(self, message: Mapping[str, Any], phone: str) -> None:
        await self.house.say(phone, name=self.name, **message)

    async def _burst(self, texts: list[str], phone: str) -> None:
        for text in texts:
            await self._says(text, phone)

    async def _quotes(self, reply: Mapping[str, str], phone: str) -> None:
        """Answer a certain bubble of Anna's: the first that contains `what`."""
        view = await self.house.control("GET", f"{self.house.line}/phones/{phone}")
        said = (m for m in view["messages"] if m["author"] != "patient" and reply["what"] in m["text"])
        await self.house.say(phone, name=self.name, text=reply["text"], quote=next(said)["id"])

    async def _reacts(self, reaction: Mapping[str, str], phone: str) -> None:
        """An emoji on the last bubble of Anna's that contains `what`."""
        bubble = await self._bubble(reaction["what"], phone, patients=False)
        await self._sends({"reaction": {"id": bubble, "text": reaction["text"]}}, phone)

    async def _edits(self, change: Mapping[str, str], phone: str) -> None:
        """The patient rewrites the own message that contains `what`."""
        bubble = await self._bubble(change["what"], phone, patients=True)
        await self.house.control("POST", f"{self.house.line}/edit", {"id": bubble, "text": change["text"]})
        await self.house.standin.core.settle()

    async def _deletes(self, what: str, phone: str) -> None:
        """The patient takes back the own message that contains `what`."""
        bubble = await self._bubble(what, phone, patients=True)
        await self.house.control("POST", f"{self.house.line}/edit", {"id": bubble})
        await self.house.standin.core.settle()

    async def _bubble(self, what: str, phone: str, *, patients: bool) -> str:
        view = await self.house.control("GET", f"{self.house.line}/phones/{phone}")
        said = [m for m in view["messages"] if (m["author"] == "patient") is patients and what in m["text"]]
        return str(said[-1]["id"])

    async def _types(self, text: str, phone: str) -> None:
        await self.house.control("POST", f"{self.house.line}/type", {"to": phone, "text": text})
        await self.house.standin.core.settle()

    async def _waits(self, span: str, phone: str) -> None:
        await self.house.wait(parse_duration(span))

    async def _pays(self, how: str, phone: str) -> None:
        """Use the newest payment link: pix, cartao or recusar."""
        link = await self.house.value(
            "select link from financeiro.faturas where link is not null order by criada_em desc limit 1"
        )
        async with self.house.http.post(f"{link}/{how}") as response:
            assert response.ok, await response.text()
        await self.house.standin.core.settle()

    async def _does(self, sql: str, phone: str) -> None:
        """Something happens in the clinic's database meanwhile."""
        async with self.house.client.database.transaction() as conn:
            await conn.execute(sql)

    async def _meanwhile(self, sql: str, phone: str) -> None:
        """Somebody else is about to do the same: what she does is not to be seen until the house waits for her."""
        begun = asyncio.Event()

        async def beside() -> None:
            async with self.house.client.database.transaction() as conn:
                await conn.execute(sql)
                begun.set()
                await eventually(lambda: conn.fetchval(_SOMEBODY_WAITS), "the house waits for her", seconds=5)

        self.under_way.append(asyncio.create_task(beside()))
        await begun.wait()

    async def _fault(self, fault: Mapping[str, Any], phone: str) -> None:
        instance = self.house.instance
        body = {"provider": PROVIDERS[instance], "instance": instance, **fault}
        await self.house.control("POST", "faults", body)

    async def _person(self, act: Mapping[str, str], phone: str) -> None:
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


def _list(value: Any) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [value]


def test_durations_of_the_stories_are_those_of_the_flows() -> None:
    assert parse_duration("4h") == timedelta(hours=4)
