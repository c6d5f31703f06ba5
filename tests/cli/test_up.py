"""`anna up` as a newcomer meets it: the real command, the real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.request import urlopen

import pytest

from anna.embedded.folder import free_port
from tests.embedded.processes import children, family, live, naming

COLD_S, WARM_S, END_S = 180, 30, 5
"""Ten times what an idle machine needs to start, because tests run beside others; the end has its own time limit."""
PROJECT = Path(__file__).parents[2]


def answers(url: str) -> bool:
    """Whether a GET is answered with 200."""
    try:
        with urlopen(url, timeout=2) as response:
            return bool(response.status == 200)
    except OSError:
        return False


class Up:
    """One `anna up` on a data folder."""

    def __init__(self, folder: Path, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}"
        self.begun = time.monotonic()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "anna", "up", "--port", str(port), "--data-dir", str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=PROJECT,
            start_new_session=True,
        )

    def address_line(self) -> str:
        """Reads on until the address is printed; fails with what was said instead."""
        assert self.process.stdout is not None
        said = []
        for line in self.process.stdout:
            said.append(line)
            if "http://" in line:
                return line.strip()
        raise AssertionError("".join(said) + self.process.communicate()[1])

    def end(self, number: signal.Signals) -> float:
        """Seconds from the signal to the end."""
        begun = time.monotonic()
        self.process.send_signal(number)
        assert self.process.wait(timeout=2 * END_S) == 0
        return time.monotonic() - begun


@pytest.fixture
def folder(scratch: Path, tmp_path: Path) -> Path:
    return scratch / f"up-{tmp_path.name}"


@pytest.fixture
def up(folder: Path) -> Iterator[Callable[[int], Up]]:
    started: list[Up] = []

    def start(port: int) -> Up:
        started.append(Up(folder, port))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.communicate()
    for left in naming(str(folder)):
        with suppress(ProcessLookupError):
            os.kill(left.pid, signal.SIGKILL)


def test_from_an_empty_folder_to_an_address_and_back_to_nothing(
    up: Callable[[int], Up], folder: Path
) -> None:
    port = free_port(0)
    first = up(port)
    assert first.address_line() == f"Anna is at {first.address}"
    assert time.monotonic() - first.begun < COLD_S
    assert answers(f"{first.address}/ready")

    second = subprocess.run(
        [sys.executable, "-m", "anna", "up", "--data-dir", str(folder)],
        capture_output=True,
        text=True,
        cwd=PROJECT,
        timeout=20,
        check=False,
    )
    assert second.returncode == 1
    assert (
        f"already running on {folder} at {first.address} (pid {first.process.pid}, since 20" in second.stderr
    )

    everyone = family(first.process.pid)
    assert {"postgres", "redis-server"} <= {process.name for process in children(first.process.pid)}
    assert first.end(signal.SIGINT) < END_S
    assert [process for process in live() if process.pid in everyone] == []
    assert naming(str(folder)) == []

    again = up(port)
    again.address_line()
    assert time.monotonic() - again.begun < WARM_S
    assert again.end(signal.SIGTERM) < END_S
    assert naming(str(folder)) == []


def test_a_killed_web_process_answers_again(up: Callable[[int], Up]) -> None:
    house = up(free_port(0))
    house.address_line()
    (web,) = [process for process in children(house.process.pid) if process.command.endswith("anna web ")]
    os.kill(web.pid, signal.SIGKILL)
    deadline = time.monotonic() + 15
    while web.pid in family(house.process.pid) or not answers(f"{house.address}/ready"):
        assert time.monotonic() < deadline
    assert house.end(signal.SIGINT) < END_S
