"""README's map of the house against the house."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_a_room_that_the_map_does_not_show_and_one_that_is_not_there() -> None:
    table = (
        (ROOT / "README.md").read_text(encoding="utf-8").split("## The map of the house")[1].split("\n## ")[0]
    )
    folders = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `src/anna/")]
    shown = {name.removeprefix("src/anna/") for row in folders for name in re.findall(r"`([^`]+)`", row)}
    assert shown == {path.name for path in (ROOT / "src/anna").iterdir() if path.name[:2] != "__"}
