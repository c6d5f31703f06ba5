"""A house whose voice messages are written out, by the ear that the stand-in plays."""

from __future__ import annotations

from contextlib import AsyncExitStack
from dataclasses import fields

import pytest
from typing_extensions import override

from anna.clock import ManualClock
from anna.simulation.databases import Databases
from anna.simulation.house import House, open_house
from anna.turns.models.hearing import Hearing


class HearingHouse(House):
    """The worker's ear is pumped beside the rest of it."""

    @override
    async def settle(self) -> None:
        while True:
            await super().settle()
            if not await self.hearing.hear_next():
                return

    @property
    def hearing(self) -> Hearing:
        assert self.client.hearing is not None
        return self.client.hearing


async def open_hearing_house(
    stack: AsyncExitStack, databases: Databases, clock: ManualClock, monkeypatch: pytest.MonkeyPatch, **settings: str
) -> HearingHouse:  # fmt: skip
    """A house as `open_house` makes it, that hears; `settings` (variables without their prefix) are put over those of the tests."""
    given = {"TRANSCRIBER": "openai", "TRANSCRIPTION_LIMIT_S": "4"} | settings
    for name, value in given.items():
        monkeypatch.setenv(f"ANNA_{name}", value)
    house = await open_house(stack, databases, clock)
    return HearingHouse(**{field.name: getattr(house, field.name) for field in fields(house)})
