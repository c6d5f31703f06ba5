"""An operator at the command line beside a running house: the real commands, by way of `main`, on the house's databases."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner

from anna.cli.main import main
from anna.clock import ManualClock, SystemClock
from anna.db.connect import connect
from anna.embedded.folder import SETTINGS
from anna.settings import environment
from anna.simulation.databases import Databases
from anna.simulation.house import House, open_house
from tests.models import KEY, Models, pretended

PHONE = "5511900000142"
TWILIO = "mandacaru-twilio"


@dataclass(frozen=True)
class Said:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


@dataclass
class Operator:
    """Somebody at a terminal."""

    house: House
    databases: Databases
    folder: Path

    async def __call__(self, *arguments: str, typed: str = "", code: int = 0) -> Said:
        """Run `anna` with these arguments at the house's time; fails when it ends otherwise than with `code`."""
        async with self.house_time():
            said = await asyncio.to_thread(run_here, (*arguments, "--data-dir", str(self.folder)), typed)
        assert said.code == code, said
        return said

    async def process(self, *arguments: str) -> Said:
        """The same as a process of its own, at the real time, for what has to happen at once."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "anna", *arguments, "--data-dir", str(self.folder),
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, err = await process.communicate()
        assert process.returncode is not None
        return Said(process.returncode, out.decode(), err.decode())

    async def talk_to(self, *lines: str) -> list[str]:
        """The patient of PHONE says these lines; all that Anna answered."""
        return [text for line in lines for text in await self.house.talk(PHONE, line)]

    @asynccontextmanager
    async def house_time(self) -> AsyncIterator[None]:
        """A command asks the real clock and the client's offset: meanwhile they are the house's time together."""
        control = await connect(self.databases.postgres.dsn(self.databases.control))
        change = "update tenants.clientes set relogio_avanco = $1"
        await control.execute(change, self.house.clock.now() - SystemClock().now())
        try:
            yield
        finally:
            await control.execute(change, timedelta(0))
            await control.close()


def run_here(arguments: Sequence[str], typed: str) -> Said:
    code: object = 0
    with CliRunner().isolation(input=typed) as (out, err, _):
        try:
            main(arguments)
        except SystemExit as ended:
            code = ended.code
        return Said(int(str(code or 0)), out.getvalue().decode(), err.getvalue().decode())


@pytest.fixture
async def operator(databases: Databases, clock: ManualClock, tmp_path: Path) -> AsyncIterator[Operator]:
    """A house whose stand-in also plays an Evolution instance that nobody has scanned yet."""
    nova = {"name": "nova", "token": "nova-token", "number": "5511900000111", "state": "close"}
    async with AsyncExitStack() as stack:
        house = await open_house(stack, databases, clock, more_numbers=[nova])
        settings = house.anna.settings.model_copy(update={"data_dir": tmp_path})
        left = settings.model_dump(mode="json", include=settings.model_fields_set | {"standin_url"})
        (tmp_path / SETTINGS).write_bytes(orjson.dumps(left))
        # the web process opens the client now, while its clock is the house's own
        await house.http.post(f"{settings.public_url}/webhooks/demo/evolution/{house.instance}")
        yield Operator(house, databases, tmp_path)


@pytest.fixture
async def there(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Models]:
    """The pretended vendors of models, named by the environment, in which nothing else of Anna's is."""
    for variable in environment():
        if variable.startswith("ANNA_"):
            monkeypatch.delenv(variable)
    async with pretended() as made:
        named = {"OPENAI_URL": f"{made.url}/v1", "ANTHROPIC_URL": made.url, "MODEL_LIMIT_S": "10"}
        for variable, value in ({"OPENAI_API_KEY": KEY, "ANTHROPIC_API_KEY": KEY} | named).items():
            monkeypatch.setenv(f"ANNA_{variable}", value)
        yield made
