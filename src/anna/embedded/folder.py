"""The data folder of `anna up`: where it is, its keys, and who is running on it."""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import random
import secrets
import socket
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import orjson

from anna.embedded.servers import Account, reachable
from anna.errors import Conflict, InvalidInput
from anna.kit.crypto import new_key

ROOT_FOLDER = Path("/var/lib/anna")
"""Where the data of root's demos are when the project's folder is closed to others."""

SETTINGS = "settings.json"
"""The file in which an `anna up` leaves the settings of its worker, for the commands that are run beside it."""

_LOCK = "anna.lock"

HAND_OVER_S = 8.0
"""How long a start waits for the watchdog of a killed supervisor to finish on the same folder."""


def choose_folder(given: Path | None, project: Path, account: Account | None) -> Path:
    """The folder asked for, else `.anna` in `project`, else (root, in a folder its servers cannot reach) one under ROOT_FOLDER."""
    if given is not None:
        return given.absolute()
    usual = project.absolute() / ".anna"
    if reachable(usual, account):
        return usual
    return ROOT_FOLDER / hashlib.blake2s(str(usual).encode(), digest_size=5).hexdigest()


def prepare_folder(folder: Path) -> None:
    """Make it; others may pass through (the servers' own account must), not look. Raises InvalidInput."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o711)
        (folder / "logs").mkdir(exist_ok=True, mode=0o700)
    except OSError as error:
        raise InvalidInput(
            f"{folder} cannot be used ({error.strerror}): choose another --data-dir"
        ) from error


@dataclass(frozen=True, slots=True)
class Keys:
    """Secrets of this installation, made once."""

    secret_key: str
    pay_page_key: str
    pay_page_secret: str


def load_keys(folder: Path) -> Keys:
    """The keys in `folder`, made the first time, readable by their owner only."""
    path = folder / "keys.json"
    try:
        return Keys(**orjson.loads(path.read_bytes()))
    except FileNotFoundError:
        keys = Keys(new_key(), secrets.token_urlsafe(32), secrets.token_urlsafe(32))
    except (orjson.JSONDecodeError, TypeError) as error:
        raise InvalidInput(f"{path} is damaged: restore it, or remove {folder} to begin anew") from error
    write_private(path, asdict(keys))
    return keys


def write_private(path: Path, value: Any) -> None:
    """Write `value` as JSON in one step, readable by its owner only."""
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    draft.write_bytes(orjson.dumps(value))
    draft.rename(path)


@dataclass(frozen=True, slots=True)
class Running:
    """Who holds a data folder; `address` is empty until it answers."""

    pid: int
    address: str
    since: str


def last_running(folder: Path) -> Running | None:
    """Who holds `folder`, or held it last; None when that was never said."""
    try:
        return Running(**orjson.loads((folder / _LOCK).read_bytes()))
    except (FileNotFoundError, orjson.JSONDecodeError, TypeError):
        return None


class Lock:
    """Held on a data folder by the supervisor that works on it.

    There are two: the supervisor's own ends with it, however it ends; the one with a `fileno` is handed to its watchdog too and
    ends when the last child is gone.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / _LOCK
        self._own = self._path.open("a+b")
        self._children = (folder / "children.lock").open("ab")

    def fileno(self) -> int:
        return self._children.fileno()

    def acquire(self) -> None:
        """Waits for the clean-up after a killed supervisor.

        Raises Conflict, saying who is running, when somebody else holds it.
        """
        if not _locked(self._own):
            raise Conflict(self._who())
        deadline = time.monotonic() + HAND_OVER_S
        while not _locked(self._children):
            if time.monotonic() > deadline:
                raise Conflict(
                    f"processes of an earlier start still work on {self._path.parent}: end them first"
                )
            time.sleep(0.05)

    def write(self, *, address: str, now: datetime) -> None:
        """Say who holds it, for the next one who tries."""
        self._own.seek(0)
        self._own.truncate()
        self._own.write(
            orjson.dumps(asdict(Running(os.getpid(), address, now.isoformat(timespec="seconds"))))
        )
        self._own.flush()

    def release(self) -> None:
        self._own.close()
        self._children.close()

    def _who(self) -> str:
        holder = last_running(self._path.parent)
        if holder is None:
            return f"another `anna up` is starting on {self._path.parent}"
        where = f"at {holder.address}" if holder.address else "and is starting"
        return (
            f"Anna is already running on {self._path.parent} {where} (pid {holder.pid}, since {holder.since}): "
            f"use that one, end it, or choose another --data-dir and --port"
        )


def _locked(file: IO[bytes]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def check_port(host: str, port: int) -> None:
    """Raises Conflict when nothing can listen on `host`:`port`, InvalidInput when there is no such address here."""
    try:
        with _listener(host, port):
            return
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise InvalidInput(
                f"there is no address {host!r} on this machine: choose another --host"
            ) from error
        raise Conflict(
            f"nothing can listen on {host}:{port} ({error.strerror}): end what uses it, or choose another --port"
        ) from error


# Linux lends ports from 32768 upwards to outgoing connections: one of those may be gone between being found and being used.
_NOT_LENT = range(15_000, 32_000)
_TRIES = 100


def free_port(first: int) -> int:
    """A free loopback port: `first` if that is free and not 0, else one that stays free until it is used."""
    for port in (*([first] if first else []), *random.sample(_NOT_LENT, _TRIES)):
        try:
            with _listener("127.0.0.1", port) as found:
                return int(found.getsockname()[1])
        except OSError:
            continue
    raise Conflict("no loopback port is free")


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((host, port))
    except OSError:
        found.close()
        raise
    return found
