from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from anna.db.connect import connect
from anna.embedded.children import takes_connections
from anna.embedded.folder import Lock
from anna.embedded.servers import Postgres
from anna.embedded.supervisor import Child, Supervisor
from anna.errors import Busy, Conflict
from tests.embedded.house import POLITE, STUBBORN, script
from tests.embedded.processes import Seen, children, family, live, naming

PROJECT = Path(__file__).parents[2]


@pytest.fixture
def folder(scratch: Path, request: pytest.FixtureRequest) -> Path:
    """A data folder of this test, reachable by the servers' own account."""
    path = scratch / f"house-{abs(hash(request.node.name)) % 10**8}"
    (path / "logs").mkdir(parents=True)
    return path


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
async def supervisor(folder: Path, said: list[str]) -> AsyncIterator[Supervisor]:
    async with Supervisor(logs=folder / "logs", say=said.append) as running:
        yield running


def left(folder: Path) -> list[Seen]:
    """Live processes whose command line names `folder`."""
    return naming(str(folder))


async def until(true: Callable[[], bool], seconds: float = 10) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not happen in time"
        await asyncio.sleep(0.02)


@pytest.fixture
def house(folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts tests/embedded/house.py on the folder and waits until it is up; kills what is left afterwards."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.embedded.house", str(folder), *options],
            stdout=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            start_new_session=True,
        )
        started.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
    for forgotten in left(folder):
        with suppress(ProcessLookupError):
            os.kill(forgotten.pid, signal.SIGKILL)


async def test_a_killed_child_comes_back(supervisor: Supervisor, said: list[str], folder: Path) -> None:
    await supervisor.start(script("polite", POLITE, folder))
    before = supervisor.pids()["polite"]
    os.kill(before, signal.SIGKILL)
    await until(lambda: supervisor.pids().get("polite", before) != before)
    await until(lambda: said[-1] == "polite is back")
    assert said[0] == "polite ended (killed by SIGKILL); starting it again in 0.2 s"


async def test_what_a_dead_child_left_behind_is_ended_before_it_comes_back(
    supervisor: Supervisor, folder: Path
) -> None:
    await supervisor.start(script("stubborn", STUBBORN, folder))
    leader = supervisor.pids()["stubborn"]
    await until(lambda: len(children(leader)) == 1)
    (orphan,) = children(leader)
    os.kill(leader, signal.SIGKILL)
    await until(lambda: orphan.pid not in {process.pid for process in live()})


async def test_a_crash_loop_backs_off_and_shows_why(
    supervisor: Supervisor, said: list[str], folder: Path
) -> None:
    code = "import sys, time; time.sleep(0.4); sys.exit('no such table')"
    await supervisor.start(Child("web", (sys.executable, "-c", code)))
    await until(lambda: any("3 times in a row" in line for line in said))
    pauses = [line.rpartition(" in ")[2] for line in said if "starting it again" in line]
    assert pauses == ["0.2 s", "0.4 s", "0.8 s"]
    assert any("web: no such table" in line for line in said)


async def test_a_child_that_dies_before_it_is_ready_is_an_error_with_its_last_words(
    supervisor: Supervisor,
) -> None:
    async def never() -> bool:
        return False

    with pytest.raises(Busy, match=r"web did not start \(exit code 1\):\n    web: port taken"):
        await supervisor.start(
            Child("web", (sys.executable, "-c", "import sys; sys.exit('port taken')"), ready=never)
        )
    with pytest.raises(Busy, match=r"deaf did not answer within 0\.3 s"):
        await supervisor.start(Child("deaf", (sys.executable, "-c", POLITE), ready=never), within_s=0.3)


async def test_closing_ends_a_child_that_ignores_being_told_within_five_seconds(folder: Path) -> None:
    begun = time.monotonic()
    async with Supervisor(logs=folder / "logs", say=print) as supervisor:
        await supervisor.start(script("stubborn", STUBBORN, folder))
        assert len(left(folder)) >= 1
    assert time.monotonic() - begun < 5
    assert left(folder) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_ctrl_c_leaves_no_process(
    house: Callable[..., subprocess.Popen[str]], folder: Path, number: signal.Signals
) -> None:
    process = house("--servers")
    everyone = family(process.pid)
    assert len(everyone) >= 6
    process.send_signal(number)
    assert await asyncio.to_thread(process.wait, 5) == 0
    assert everyone & {seen.pid for seen in live()} == set()
    assert left(folder) == []


async def test_kill_9_of_the_supervisor_leaves_nothing(
    house: Callable[..., subprocess.Popen[str]], folder: Path
) -> None:
    process = house("--servers")
    process.kill()
    await until(lambda: left(folder) == [], seconds=6)


async def test_a_second_start_is_told_who_runs(
    house: Callable[..., subprocess.Popen[str]], folder: Path
) -> None:
    process = house()
    second = Lock(folder)
    with pytest.raises(
        Conflict, match=rf"already running on .* at http://127\.0\.0\.1:8000 \(pid {process.pid}, since 20"
    ):
        second.acquire()
    second.release()


async def test_the_next_start_waits_for_the_clean_up_after_a_kill_and_finds_the_data(
    house: Callable[..., subprocess.Popen[str]], folder: Path
) -> None:
    first = house("--servers")
    conn = await connect(Postgres(folder / "postgres").dsn())
    await conn.execute("create table kept as select 42 as answer")
    await conn.close()
    first.kill()
    house("--servers")
    conn = await connect(Postgres(folder / "postgres").dsn())
    assert await conn.fetchval("select answer from kept") == 42
    await conn.close()


async def test_killed_servers_come_back_with_their_data(
    house: Callable[..., subprocess.Popen[str]], folder: Path
) -> None:
    process = house("--servers")
    dsn = Postgres(folder / "postgres").dsn()
    conn = await connect(dsn)
    await conn.execute("create table kept as select 42 as answer")
    await conn.close()
    for child in children(process.pid):
        if child.name in ("postgres", "redis-server"):
            os.kill(child.pid, signal.SIGKILL)

    deadline = time.monotonic() + 10
    while not await takes_connections(dsn) or len(children(process.pid)) < 5:
        assert time.monotonic() < deadline
        await asyncio.sleep(0.05)
    conn = await connect(dsn)
    assert await conn.fetchval("select answer from kept") == 42
    await conn.close()
