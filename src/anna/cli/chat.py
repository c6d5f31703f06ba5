"""`anna chat`: a phone of the demo in a terminal, beside a running `anna up`."""

from __future__ import annotations

import asyncio
import re
import sys
import threading
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import click

from anna.cli.common import Desk, for_client
from anna.cli.explain import turn_lines
from anna.db.failures import AWAY
from anna.embedded.folder import last_running
from anna.errors import AnnaError, Busy, InvalidInput, NotFound
from anna.kit.phone import parse, pretty
from anna.llm.queries import list_of_turno
from anna.web.demo_queries import is_quiet
from anna.whatsapp import desk_queries as queries

PHONE, NAME = "11900000142", "Débora Siqueira"
LOOK_S = 0.4
ANSWER_S = 90.0
"""How long a piped line waits for its answer."""

LIMIT = aiohttp.ClientTimeout(total=60)
HELP = "/clock +23h  let time pass    /why  what the last message meant    /quit"

_CLOCK = re.compile(r"\+(\d{1,3})([hd])")
_PROMPT = "> "


@click.command()
@for_client
@click.option(
    "--phone", default=PHONE, show_default=True, help="Who writes; 11900000275 is a patient already."
)
@click.option("--name", help=f"The name on that phone. [default: {NAME} for {PHONE}]")
@click.option("--instance", help="The clinic's number to write to. [default: the demo's first]")
async def chat(desk: Desk, phone: str, name: str | None, instance: str | None) -> None:
    """Write to Anna as a patient, and read her answers as they arrive.

    Needs a running `anna up`. Lines on stdin work as well: each is sent when the one before has had its answer.

    \b
    /clock +23h   let time pass, with all that happens in it (+1h, +2d)
    /why          what the last message was understood as, and which rule answered it
    /quit         end; Ctrl-D does too

    \b
    anna chat
    printf 'oi\\nquero botox amanhã de tarde\\n' | anna chat --phone 11900000187
    """
    number = parse(phone)
    if number is None:
        raise InvalidInput(f"{phone!r} is no telephone number: write it as 11900000142")
    if not desk.settings.standin_url:
        raise InvalidInput("only a demo has a phone to play with: start `anna up`")
    line = await _find_line(desk, instance)
    talk = Chat(desk, line, number, name or (NAME if phone == PHONE else None), sys.stdin.isatty())
    await talk.run()


@dataclass(slots=True)
class Chat:
    """One phone and one number of the clinic."""

    desk: Desk
    line: str
    phone: str
    name: str | None
    lively: bool  # somebody sits there and types
    seen: set[str] = field(default_factory=set)

    async def run(self) -> None:
        """Until the end of input, or `/quit`."""
        history = [message async for message in self._new()]
        if self.lively:
            click.echo(f"{self.name or ''} {pretty(self.phone)} writes to {self.line}.  {HELP}".strip())
            for message in history[-6:]:
                self._show(message)
        lines = _lines_of_stdin()
        watching = asyncio.create_task(self._watch()) if self.lively else None
        try:
            while True:
                if self.lively:
                    click.echo(_PROMPT, nl=False)
                text = await lines.get()
                if text is None or text.strip() == "/quit":
                    return
                await self._take(text.strip())
        finally:
            if watching:
                watching.cancel()
                await asyncio.gather(watching, return_exceptions=True)

    async def _take(self, text: str) -> None:
        if not text:
            return
        if not self.lively:
            click.echo(f"{_PROMPT}{text}")
        try:
            if text == "/why":
                click.echo(await self._why())
            elif text.startswith("/clock"):
                await self._pass_time(text.removeprefix("/clock").strip())
            elif text.startswith("/"):
                raise InvalidInput(f"there is no {text.split()[0]}:  {HELP}")
            else:
                await self._say(text)
        except AnnaError as error:
            if not self.lively:
                raise
            click.echo(str(error), err=True)
            return
        if not self.lively and text != "/why":
            await self._settle(said=not text.startswith("/"))
            await self._print_new()

    # -- doing -----------------------------------------------------------------------------------------------------------

    async def _say(self, text: str) -> None:
        await self.desk.anna.reread_clock(self.desk.client.slug)  # the page may have moved it
        body = {"from": self.phone, "text": text, "at": self.desk.now().isoformat()}
        await _ask(self.desk, "POST", f"{self.line}/say", body | ({"name": self.name} if self.name else {}))

    async def _pass_time(self, span: str) -> None:
        found = _CLOCK.fullmatch(span)
        if found is None:
            raise InvalidInput(f"{span!r}: say how long, as +1h, +23h or +2d")
        running = last_running(self.desk.settings.data_dir)
        address = running.address if running else self.desk.settings.public_url
        url = f"{address}/c/{self.desk.client.slug}/demo/clock"
        for step in _steps(int(found[1]), found[2]):
            await _call(self.desk, "POST", url, {"span": step})
        await self.desk.anna.reread_clock(self.desk.client.slug)
        click.echo(f"it is {self.desk.now():%d/%m %H:%M} UTC")

    async def _why(self) -> str:
        async with self.desk.client.database.transaction() as conn:
            for conversa in await queries.find_conversas_by_phone(conn, self.phone):
                turnos = await queries.list_turnos(conn, conversa.id, limit=1)
                if turnos:
                    asked = await list_of_turno(conn, turnos[0].id)
                    return "\n".join(turn_lines(turnos[0], asked))
        return "nothing was answered yet"

    # -- listening -------------------------------------------------------------------------------------------------------

    async def _watch(self) -> None:
        """Print what arrives while somebody types."""
        while True:
            try:
                if await self._print_new():
                    click.echo(_PROMPT, nl=False)
            except AnnaError as error:
                click.echo(f"\r{error}", err=True)
            await asyncio.sleep(LOOK_S)

    async def _settle(self, *, said: bool) -> None:
        """Wait until nothing more is to be expected; `said` is whether this phone has just said something."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + ANSWER_S
        while loop.time() < deadline:
            with suppress(AnnaError, *AWAY):  # a process or a server may be on its way back
                await _ask(self.desk, "POST", "settle", {})
                if await self._is_quiet(said=said):
                    await _ask(self.desk, "POST", "settle", {})
                    return
            await asyncio.sleep(LOOK_S / 2)
        raise Busy(
            f"no answer within {ANSWER_S:.0f} s: see the logs in {self.desk.settings.data_dir / 'logs'}"
        )

    async def _is_quiet(self, *, said: bool) -> bool:
        """Whether nothing is under way; a phone of which nothing is known is about to be, if it `said` something, else it has no talk yet."""
        async with self.desk.client.database.transaction() as conn:
            found = await queries.find_conversas_by_phone(conn, self.phone)
            return bool(found or not said) and all(
                [await is_quiet(conn, one.id, now=self.desk.now()) for one in found]
            )

    async def _print_new(self) -> bool:
        printed = False
        async for message in self._new():
            if message["author"] != "patient":
                if self.lively and not printed:
                    click.echo("\r", nl=False)
                self._show(message)
                printed = True
        return printed

    async def _new(self) -> AsyncIterator[Mapping[str, Any]]:
        """What came to the phone, or went out from it, since this was last asked."""
        digits = self.phone.lstrip("+")
        view = await _ask(self.desk, "GET", f"{self.line}/phones/{digits}")
        for message in view["messages"]:
            if message["id"] not in self.seen:
                self.seen.add(message["id"])
                yield message

    def _show(self, message: Mapping[str, Any]) -> None:
        who = {"patient": "you", "api": "Anna", "person": "clinic's phone"}[message["author"]]
        text = message["text"] or f"[{message['kind']}]"
        indent = "\n" + " " * (len(who) + 2)
        click.echo(f"{who}: {indent.join(text.splitlines())}")


async def _find_line(desk: Desk, instance: str | None) -> str:
    """`provider/name` of the number to write to."""
    accounts = [
        a for a in (await _ask(desk, "GET", ""))["accounts"] if a["provider"] in ("evolution", "twilio")
    ]
    for account in accounts:
        if instance in (None, account["instance"]):
            return f"{account['provider']}/{account['instance']}"
    listed = ", ".join(account["instance"] for account in accounts) or "none"
    raise NotFound(f"the stand-in plays no number {instance!r}; there are: {listed}")


async def _ask(desk: Desk, method: str, path: str, body: Mapping[str, object] | None = None) -> Any:
    """Ask the stand-in's control API."""
    return await _call(desk, method, f"{desk.settings.standin_url}/_control/{path}".rstrip("/"), body)


async def _call(desk: Desk, method: str, url: str, body: Mapping[str, object] | None) -> Any:
    try:
        async with desk.anna.http.request(method, url, json=body, timeout=LIMIT) as answer:
            if not answer.ok:
                raise InvalidInput(f"{url} answered {answer.status}: {(await answer.text())[:300]}")
            return await answer.json() if answer.content_type == "application/json" else None
    except (aiohttp.ClientConnectionError, TimeoutError) as error:
        raise Busy(f"the demo does not answer ({error}): is `anna up` running?") from error


def _steps(number: int, unit: str) -> list[str]:
    """The spans the demo's clock knows, which add up to it."""
    hours = number * (24 if unit == "d" else 1)
    days, rest = divmod(hours, 24)
    return ["1d"] * days + (["23h"] if rest == 23 else ["1h"] * rest)


def _lines_of_stdin() -> asyncio.Queue[str | None]:
    """Lines as they are typed, None at the end. The thread that reads them keeps nobody from leaving."""
    loop = asyncio.get_running_loop()
    lines: asyncio.Queue[str | None] = asyncio.Queue()
    stdin = sys.stdin

    def read() -> None:
        with suppress(RuntimeError):  # the loop is closed: whoever asked for lines has left
            for line in stdin:
                loop.call_soon_threadsafe(lines.put_nowait, line)
            loop.call_soon_threadsafe(lines.put_nowait, None)

    threading.Thread(target=read, daemon=True, name="stdin").start()
    return lines
