"""Stories played again and again by one understander: how often all goes well, and what it costs.

`pass^k` is the chance that k independent runs of a story all end as they should; of c successes in n runs the unbiased estimate is
C(c, k) / C(n, k), and the figure is its mean over the stories (tau-bench, Yao et al. 2024, section 3). One run that goes well says
little of an assistant that talks to thousands.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import count
from math import comb
from statistics import fmean
from typing import Any

from anna.clock import ManualClock
from anna.errors import InvalidInput
from anna.llm.queries import Total, read_total
from anna.simulation.databases import Ground, clone_templates
from anna.simulation.house import Unmet, open_house
from anna.simulation.story import play_story
from anna.simulation.story_file import Story

AT_ONCE = 4
"""Stories that are played at the same time: a model answers in a second or two, and the machine waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One story played once. `unmet` says what was not as it should be; None when all was."""

    story: str
    unmet: str | None = None
    asked: Total = field(default_factory=Total)


class Purse:
    """What may still be spent, in US dollars. Each trial takes a share, and gives back what it did not use."""

    def __init__(self, dollars: Decimal, *, shares: int) -> None:
        self._left = dollars
        self._shares = shares

    def take(self) -> Decimal:
        """A share of what is left: together, those who play at once cannot spend more."""
        share = self._left / self._shares
        self._left -= share
        return share

    def give_back(self, dollars: Decimal) -> None:
        self._left += dollars


class Rehearsal:
    """Plays stories on `ground`, each in a house of its own. `models` are settings of who reads; without them, the rules do.

    `spend` is what all trials together may cost, in US dollars; beyond it no model is asked, and the rules read. `told` hears of
    each trial as it ends.
    """

    def __init__(
        self, ground: Ground, *, models: Mapping[str, Any] | None = None, spend: Decimal = Decimal(0),
        told: Callable[[Trial], None] = lambda trial: None,
    ) -> None:  # fmt: skip
        self._ground = ground
        self._models = models
        self._purse = Purse(spend, shares=AT_ONCE)
        self._told = told
        self._numbers = count(1)
        self._places = asyncio.Semaphore(AT_ONCE)

    async def play(self, stories: Sequence[Story], *, times: int) -> list[Trial]:
        """Every story `times` times, in their order."""
        return list(await asyncio.gather(*(self._try(story) for story in stories for _ in range(times))))

    async def _try(self, story: Story) -> Trial:
        async with self._places:
            playing = asyncio.create_task(self._play(story))
            try:
                await asyncio.wait([playing])
            finally:  # whoever is called off leaves before the ground is gone
                playing.cancel()
                await asyncio.wait([playing])
            trial = (
                Trial(story=story.id, unmet=_why(playing.exception()))
                if playing.exception()
                else playing.result()
            )
            self._told(trial)
            return trial

    async def _play(self, story: Story) -> Trial:
        share = self._purse.take()
        asked = Total()
        try:
            async with (
                clone_templates(self._ground, next(self._numbers)) as databases,
                AsyncExitStack() as stack,
            ):
                models = {**self._models, "model_spend_day_usd": share} if self._models else None
                house = await open_house(stack, databases, ManualClock(story.begins), models=models)
                unmet = None
                try:
                    await play_story(house, story)
                except Unmet as error:
                    unmet = str(error)
                async with house.client.database.transaction() as conn:
                    asked = await read_total(conn)
                return Trial(story=story.id, unmet=unmet, asked=asked)
        finally:
            self._purse.give_back(share - asked.custo_usd)


def _why(error: BaseException | None) -> str:
    """Of what broke instead of ending badly."""
    return f"{type(error).__name__}: {error}"


def pass_hat(trials: Iterable[Trial], k: int) -> float:
    """pass^k over all stories that were played at least k times: 0 to 1. Raises InvalidInput where there is none."""
    runs: dict[str, list[bool]] = {}
    for trial in trials:
        runs.setdefault(trial.story, []).append(trial.unmet is None)
    often = [ended for ended in runs.values() if len(ended) >= k]
    if not often:
        raise InvalidInput(f"no story was played {k} times")
    return fmean(comb(sum(ended), k) / comb(len(ended), k) for ended in often)
