"""What runs on this machine, from /proc: enough for tests, without a library."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Seen:
    """One live process."""

    pid: int
    parent: int
    name: str
    command: str


def live() -> list[Seen]:
    """Every process but zombies."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                name, _, rest = (folder / "stat").read_text().partition("(")[2].rpartition(")")
                state, parent = rest.split()[:2]
                command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                if state != "Z":
                    found.append(Seen(int(folder.name), int(parent), name, command))
    return found


def naming(text: str) -> list[Seen]:
    """Live processes whose command line contains `text`."""
    return [process for process in live() if text in process.command]


def children(pid: int) -> list[Seen]:
    return [process for process in live() if process.parent == pid]


def family(pid: int) -> set[int]:
    """`pid` and everything below it."""
    found = {pid}
    for child in children(pid):
        found |= family(child.pid)
    return found
