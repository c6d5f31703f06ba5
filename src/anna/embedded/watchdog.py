"""Ends the process groups of a supervisor that was killed. Run by path, with nothing but the standard library.

It reads lines from the supervisor on stdin: `+<group> <signal>` when a child was started (and the signal that ends it),
`-<group>` when it is gone. The end of stdin is the end of the supervisor, however it came: whatever groups are left are sent
their signal, and killed when they do not go.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterable

GRACE_S = 3.0


def watch(lines: Iterable[str]) -> dict[int, int]:
    """The groups left at the end of `lines`, each with the signal that ends it."""
    groups: dict[int, int] = {}
    for line in lines:
        group, _, number = line[1:].partition(" ")
        if line[0] == "+":
            groups[int(group)] = int(number)
        else:
            groups.pop(int(group), None)
    return groups


def end(groups: dict[int, int]) -> None:
    """Signal every group, wait up to GRACE_S seconds, kill the rest."""
    left = {group for group, number in groups.items() if _send(group, number)}
    deadline = time.monotonic() + GRACE_S
    while left and time.monotonic() < deadline:
        time.sleep(0.05)
        left = {group for group in left if _send(group, 0)}
    for group in left:
        _send(group, signal.SIGKILL)


def _send(group: int, number: int) -> bool:
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    end(watch(sys.stdin))
