"""Who is called, and that the time is always kept."""

from __future__ import annotations

import asyncio

import pytest

from anna.worker.loops import Bell

SOON_S, LONG_S = 0.05, 30.0


class Loops:
    """Loops of one kind that find no work, however often they look."""

    def __init__(self, number: int, pause: float) -> None:
        self.bell = Bell()
        self.pause = pause
        self.looks = [0] * number
        self.timed = 0
        self.tasks = [asyncio.create_task(self._loop(n)) for n in range(number)]

    async def _loop(self, number: int) -> None:
        while True:
            self.looks[number] += 1
            await self.bell.rest(self._until)

    async def _until(self) -> float:
        self.timed += 1
        await asyncio.sleep(0)
        return self.pause

    async def stop(self) -> None:
        for task in self.tasks:
            task.cancel()
        ended = await asyncio.gather(*self.tasks, return_exceptions=True)
        assert all(isinstance(end, asyncio.CancelledError) for end in ended)


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.mark.parametrize("number", [2, 5])
async def test_a_ring_makes_one_of_several_look(number: int) -> None:
    """When all looked, eight looks were in vain for each one that found something."""
    loops = Loops(number, LONG_S)
    await settle()
    assert loops.looks == [1] * number
    loops.bell.ring()
    await settle()
    assert sum(loops.looks) == number + 1
    assert loops.timed == 1, "the time was asked for again although somebody keeps it"
    await loops.stop()


async def test_as_many_look_as_it_rang() -> None:
    loops = Loops(4, LONG_S)
    await settle()
    for _ in range(3):
        loops.bell.ring()
    await settle()
    assert sorted(loops.looks) == [1, 2, 2, 2]
    await loops.stop()


async def test_when_its_time_has_come_the_keeper_looks_and_the_time_stays_kept() -> None:
    """Without a successor nothing that is due later would be seen while the first one works."""
    loops = Loops(3, SOON_S)
    await settle()
    await asyncio.sleep(SOON_S * 4.5)
    assert loops.timed >= 3
    assert sum(loops.looks) >= 3 + 2 * (loops.timed - 1)
    await loops.stop()


async def test_a_ring_while_all_work_is_for_the_first_that_comes_to_rest() -> None:
    bell = Bell()
    bell.ring()
    bell.ring()
    async with asyncio.timeout(1):
        await bell.rest(long)  # called at once
    resting = asyncio.create_task(bell.rest(long))
    await settle()
    assert not resting.done(), "two signs before a look are one reason to look"
    resting.cancel()
    await asyncio.gather(resting, return_exceptions=True)


async def test_one_who_was_cancelled_is_not_called_in_place_of_another() -> None:
    bell = Bell()
    keeper, first, second = (asyncio.create_task(bell.rest(long)) for _ in range(3))
    await settle()
    second.cancel()
    await settle()
    bell.ring()
    await settle()
    assert first.done()
    assert not keeper.done()
    keeper.cancel()
    await asyncio.gather(keeper, second, return_exceptions=True)


async def long() -> float:
    return LONG_S
