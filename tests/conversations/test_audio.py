"""Conversations in which patients speak, and the clinic has somebody write it out. Judged by rows, like all the others."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from anna.clock import ManualClock
from anna.simulation.databases import Databases
from anna.simulation.story import play_story
from anna.simulation.story_file import read_story
from tests.hearing import HearingHouse, open_hearing_house

FILES = sorted((Path(__file__).parent / "audio").glob("*.yaml"))


@pytest.fixture
async def hearing(
    databases: Databases, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[HearingHouse]:
    async with AsyncExitStack() as stack:
        yield await open_hearing_house(stack, databases, clock, monkeypatch)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
async def test_spoken(hearing: HearingHouse, path: Path) -> None:
    await play_story(hearing, read_story(path))
    waiting = await hearing.value("select count(*) from whatsapp.transcricoes where estado = 'pendente'")
    assert waiting == 0
