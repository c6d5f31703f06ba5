from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from anna.embedded import watchdog
from anna.embedded.folder import Lock, check_port, choose_folder, free_port, load_keys, prepare_folder
from anna.embedded.http import says_ok
from anna.embedded.servers import Account, Postgres, Redis, reachable
from anna.errors import Conflict, InvalidInput

STRANGER = Account(uid=12345, gid=12345)


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


@pytest.fixture
def open_path(tmp_path: Path, scratch: Path) -> Path:
    """A folder that every account may walk into (pytest's own are private)."""
    path = scratch / tmp_path.name
    path.mkdir()
    return path


def test_the_folder_asked_for_is_taken(open_path: Path) -> None:
    assert choose_folder(open_path / "x", Path("/"), None) == open_path / "x"


def test_a_project_that_the_servers_account_can_reach_keeps_its_data_inside(open_path: Path) -> None:
    assert choose_folder(None, open_path, STRANGER) == open_path / ".anna"


def test_a_closed_project_of_root_gets_a_folder_of_its_own_elsewhere(open_path: Path) -> None:
    for name in ("one", "two"):
        (open_path / name).mkdir(mode=0o700)
    one, two = (choose_folder(None, open_path / name, STRANGER) for name in ("one", "two"))
    assert one.parent == two.parent == Path("/var/lib/anna")
    assert one != two
    assert choose_folder(None, open_path / "one", STRANGER) == one


def test_reachable_looks_at_every_folder_above(open_path: Path) -> None:
    closed = open_path / "closed"
    (closed / "inner").mkdir(parents=True)
    closed.chmod(0o700)
    assert not reachable(closed / "inner" / "later", STRANGER)
    assert reachable(closed / "inner" / "later", None)
    closed.chmod(0o711)
    assert reachable(closed / "inner" / "later", STRANGER)


def test_keys_are_made_once_and_only_their_owner_reads_them(open_path: Path) -> None:
    keys = load_keys(open_path)
    assert load_keys(open_path) == keys
    assert (open_path / "keys.json").stat().st_mode & 0o777 == 0o600
    other = open_path / "other"
    other.mkdir()
    assert load_keys(other) != keys


def test_damaged_keys_are_not_replaced_in_silence(open_path: Path) -> None:
    (open_path / "keys.json").write_text('{"secret_key": "x"}')
    with pytest.raises(InvalidInput, match="damaged"):
        load_keys(open_path)


def test_a_folder_that_cannot_be_made_is_told_with_what_to_do(open_path: Path) -> None:
    (open_path / "file").write_text("")
    with pytest.raises(InvalidInput, match=r"cannot be used .*choose another --data-dir"):
        prepare_folder(open_path / "file" / "data")


def test_a_lock_is_free_again_when_its_holder_let_go(open_path: Path) -> None:
    first, second = Lock(open_path), Lock(open_path)
    first.acquire()
    with pytest.raises(Conflict, match="is starting on"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()


def test_a_busy_port_is_told_with_what_to_do(listener: socket.socket) -> None:
    port = listener.getsockname()[1]
    with pytest.raises(Conflict, match=rf"127\.0\.0\.1:{port} .*choose another --port"):
        check_port("127.0.0.1", port)
    assert free_port(port) != port


def test_a_found_port_that_an_outgoing_connection_takes_first() -> None:
    lent_from = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text("utf-8").split()[0])
    assert all(free_port(0) < lent_from for _ in range(20))


def test_a_host_that_is_not_here_is_refused() -> None:
    with pytest.raises(InvalidInput, match="--host"):
        check_port("192.0.2.1", 0)


async def test_only_a_2xx_says_that_a_process_is_ready(listener: socket.socket) -> None:
    assert not await says_ok(f"http://127.0.0.1:{free_port(0)}/ready")
    assert not await says_ok(f"http://127.0.0.1:{listener.getsockname()[1]}/ready", within_s=0.1)


def test_a_socket_path_that_would_be_too_long_goes_to_a_short_folder(tmp_path: Path) -> None:
    deep = tmp_path / ("d" * 120) / "redis"
    assert len(bytes(Redis(deep).socket)) <= 103
    assert Redis(deep).socket != Redis(tmp_path / ("e" * 120) / "redis").socket


def test_addresses_survive_a_folder_with_spaces(scratch: Path) -> None:
    folder = scratch / "minha clínica"
    assert " " not in Postgres(folder / "pg").dsn()
    assert " " not in Redis(folder / "redis").url


def test_the_watchdog_ends_what_was_started_and_not_ended() -> None:
    assert watchdog.watch(["+10 15\n", "+11 2\n", "-10\n", "+12 15\n"]) == {11: 2, 12: 15}
