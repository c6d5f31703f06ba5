from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from anna.cli.common import clock, cut, find_settings, needle, short, span, table
from anna.cli.up import House
from anna.embedded.folder import SETTINGS
from anna.errors import InvalidInput


def test_what_an_up_leaves_opens_the_worker_and_never_the_administrator(tmp_path: Path) -> None:
    """Commands beside a running `anna up` need no variable; the file is its owner's alone."""
    house = House(tmp_path, {})
    house.processes()
    settings = find_settings(tmp_path)
    assert "anna_worker" in settings.control_dsn
    assert settings.admin_dsn is None
    assert settings.standin_url == house.standin_url
    assert settings.secret_key == house.settings.secret_key
    assert (tmp_path / SETTINGS).stat().st_mode & 0o777 == 0o600


def test_an_id_is_named_by_its_beginning_or_its_end() -> None:
    id = UUID("01a20099-03dc-755d-95fd-143b781e721f")
    assert short(id) == "781e721f"
    assert needle("01A20099-03dc") == "01a2009903dc"
    for wrong in ("", "abc", "%%%%", "781e721g", "0" * 33):
        with pytest.raises(InvalidInput):
            needle(wrong)


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(seconds=45), "45 s"),
        (timedelta(minutes=12, seconds=59), "12 min"),
        (timedelta(hours=3, minutes=5), "3 h 05"),
        (timedelta(hours=47, minutes=59), "47 h 59"),
        (timedelta(days=4, hours=2), "4 d 2 h"),
        (timedelta(minutes=-5), "5 min"),
    ],
)
def test_lengths_of_time_are_short(length: timedelta, text: str) -> None:
    assert span(length) == text


def test_an_instant_is_told_on_the_clinics_own_clock() -> None:
    at = datetime(2026, 11, 25, 17, 12, tzinfo=UTC)
    assert clock(at, "America/Sao_Paulo") == "25/11 14:12"
    assert clock(None, "America/Sao_Paulo") is None


def test_a_cell_with_lines_of_its_own_does_not_break_its_row() -> None:
    assert table(("a", "b"), [("1\n2", None), ("x", "y")]) == "a    b\n1 2\nx    y"
    assert cut("um  dois\ntrês", 8) == "um dois…"
