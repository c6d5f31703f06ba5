"""Conversations are the acceptance tests: in Portuguese, through the webhook, judged by rows and by what reached the phone.

`anna.simulation.story_file` says what may stand in such a file.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from anna.flows.expressions import parse_duration
from anna.reports import find_lies
from anna.simulation.house import House, Unmet
from anna.simulation.story import play_story
from anna.simulation.story_file import read_story
from tests.invariants import broken

HERE = Path(__file__).parent
FILES = sorted(HERE.glob("*.yaml"))
GREETING = """
catches: a greeting without an answer
talk:
  - says: oi
    hears: [Anna]
rows:
  select count(*) from whatsapp.turnos: 1
"""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_conversation(house: House, path: Path) -> None:
    await play_story(house, read_story(path))
    async with house.client.database.transaction() as conn:
        assert await broken(conn) == {}
        assert (await find_lies(conn)).lies == ()


def test_there_are_conversations() -> None:
    assert len(FILES) >= 120


def test_durations_of_the_stories_are_those_of_the_flows() -> None:
    assert parse_duration("4h") == timedelta(hours=4)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (("hears: [Anna]", "hears: [Zenaide]"), "'Zenaide' not in"),
        (("hears: [Anna]", "silent: true"), "heard"),
        (("hears: [Anna]", "not: Anna"), "'Anna' in"),
        (("turnos: 1", "turnos: 2"), "is 1, not 2"),
    ],
)
async def test_a_story_that_ends_otherwise_is_noticed(
    house: House, tmp_path: Path, changed: tuple[str, str], said: str
) -> None:
    path = tmp_path / "greeting.yaml"
    path.write_text(GREETING.replace(*changed), "utf-8")
    with pytest.raises(Unmet, match=said):
        await play_story(house, read_story(path))
