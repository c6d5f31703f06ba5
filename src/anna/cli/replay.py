"""`anna replay`: turns that were taken, put before another reader; only those whose decision changes are shown."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

import click

from anna.cli.common import Desk, clock, cut, for_client, short, since_when, table
from anna.cli.comparison import Message, open_comparison
from anna.conversation.decision import Decision
from anna.conversation.understanding.model.referee import is_final
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.db.connect import Database
from anna.errors import InvalidInput
from anna.settings import OFFLINE, VENDORS
from anna.turns.replay import PAGE, Replayed, find_past, read_past


@click.command()
@for_client
@click.option(
    "--since",
    default="yesterday",
    show_default=True,
    help="From then on: `yesterday`, `24h`, `7d`, or a date such as 2026-11-20.",
)
@click.option("--until", help="Until then; now, when it is not said.")
@click.option(
    "--with", "reader", default=OFFLINE, show_default=True, type=click.Choice((OFFLINE, *VENDORS)),
    help="Who reads them now: the rules of this version, or a model.",
)  # fmt: skip
async def replay(desk: Desk, since: str, until: str | None, reader: str) -> None:
    """Read past turns again, and show those that would be decided otherwise: before a new version or a model answers patients.

    Nothing is written and nobody hears of it. A model is asked for real: it costs money, within the limits of the settings, and what
    patients wrote goes to its vendor, as it would live.

    \b
    anna replay --since 7d
    anna replay --since yesterday --with openai
    """
    begin = since_when(since, desk.now(), option="--since")
    end = since_when(until, desk.now(), option="--until") if until else desk.now()
    if begin >= end:
        raise InvalidInput(f"--since {since} is not before --until {until or 'now'}")
    reading = Rereading(reader)
    try:
        await reading.work(
            desk.client.database, await find_past(desk.client.database, since=begin, until=end)
        )
    finally:  # what was found out, and paid for, is told though somebody lost patience
        await reading.close()
        click.echo(reading.report())


@dataclass
class Rereading:
    """Turns put before the reader of that name, and what came of it so far."""

    reader: str
    turns: int = 0
    gone: int = 0
    asked: int = 0
    changed: list[tuple[object, ...]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._rules = OfflineUnderstander()
        self._comparison = open_comparison((self.reader,)) if self.reader != OFFLINE else None

    async def close(self) -> None:
        """Let go of the model."""
        if self._comparison:
            await self._comparison.close()

    async def work(self, database: Database, ids: Sequence[UUID]) -> None:
        """Read these turns again."""
        with click.progressbar(length=len(ids), label="reading", file=sys.stderr) as bar:
            async for page in read_past(database, ids):
                expected = min(PAGE, len(ids) - self.turns - self.gone)
                self.gone += expected - len(page)
                await self._read(page)
                bar.update(expected)

    async def _read(self, page: Sequence[Replayed]) -> None:
        readings = []
        for turn in page:
            readings.append(self._rules.understand(turn.past.texto, turn.context))
            await asyncio.sleep(0)  # Ctrl-C is heard between two messages
        if self._comparison:
            doubtful = [n for n, turn in enumerate(page) if not is_final(readings[n], turn.past.texto)]
            messages = [Message(n, page[n].past.texto, page[n].context, None) for n in doubtful]
            self.asked += len(messages)
            for n, read in zip(doubtful, await self._comparison.read_all(messages), strict=True):
                readings[n] = read[self.reader]
        self.turns += len(page)
        self.changed += [
            _line(turn, before, after)
            for turn, reading in zip(page, readings, strict=True)
            if (before := turn.decided()) != (after := turn.decides(reading))
        ]

    def report(self) -> str:
        """The turns that change, and what it took to find out."""
        head = ("at", "conversation", "said", "decided by", "decided", f"{self.reader} would")
        told = f"{self.turns} turns, {len(self.changed)} would be decided otherwise"
        if self.gone:
            told += f"; {self.gone} cannot be read any more"
        if self._comparison:
            tally = self._comparison.tallies[self.reader]
            told += (
                f"; {self.reader} was asked of {self.asked}, answered {len(tally.seconds)}, US$ {tally.cost}"
            )
        return "\n".join([*([table(head, self.changed)] if self.changed else []), told])


def _line(turn: Replayed, before: Decision, after: Decision) -> tuple[object, ...]:
    past = turn.past
    at = clock(past.iniciado_em, past.fuso)
    return at, short(past.conversa_id), cut(past.texto, 60), past.entendeu, before.told(), after.told()
