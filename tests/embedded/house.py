"""A small `anna up` for tests: the real supervisor, lock and servers, with stubborn little children in place of Anna's own.

Run as `python -m tests.embedded.house <folder> [--servers]`; prints `up` when everything is ready.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from pathlib import Path

from anna.clock import SystemClock
from anna.embedded.children import server_children
from anna.embedded.folder import Lock, prepare_folder
from anna.embedded.servers import Postgres, Redis
from anna.embedded.supervisor import Child, Supervisor

POLITE = "import time; print('polite is here', flush=True); time.sleep(600)"
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
subprocess.Popen([sys.executable, '-c', 'import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)'])
time.sleep(600)
"""


def script(name: str, code: str, folder: Path) -> Child:
    """A child whose command line names `folder`, so that a test finds whatever is left of it."""
    return Child(name, (sys.executable, "-c", code, str(folder)))


async def main(folder: Path, with_servers: bool) -> None:
    prepare_folder(folder)
    lock = Lock(folder)
    lock.acquire()
    lock.write(address="http://127.0.0.1:8000", now=SystemClock().now())
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with Supervisor(logs=folder / "logs", say=print, hold=lock.fileno()) as supervisor:
        children = (
            server_children(Postgres(folder / "postgres"), Redis(folder / "redis")) if with_servers else []
        )
        children += [script("polite", POLITE, folder), script("stubborn", STUBBORN, folder)]
        await asyncio.gather(*(supervisor.start(child) for child in children))
        print("up", flush=True)
        await told.wait()
    lock.release()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), "--servers" in sys.argv))
