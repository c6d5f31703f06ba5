"""`anna replay`: turns that were taken, put before another reader; only those whose decision changes are shown."""

from __future__ import annotations

from collections.abc import Sequence

import click

from anna.cli.common import Desk, clock, cut, for_client, short, since_when, table
from anna.cli.comparison import Message, open_comparison
from anna.conversation.understanding.model.referee import is_final
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.errors import InvalidInput
from anna.settings import OFFLINE, VENDORS
from anna.turns.replay import Replayed, read_past


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
    async with desk.client.database.transaction() as conn:
        turns = [turn async for turn in read_past(conn, since=begin, until=end)]
    changed, told = await _changed(turns, reader)
    if changed:
        click.echo(table(("at", "conversation", "said", "decided by", "decided", f"{reader} would"), changed))
    click.echo(f"{len(turns)} turns, {len(changed)} would be decided otherwise{told}")


async def _changed(turns: Sequence[Replayed], reader: str) -> tuple[list[tuple[object, ...]], str]:
    """Rows of the turns that change, and what it took to find out."""
    rules = OfflineUnderstander()
    now = [rules.understand(turn.past.texto, turn.context) for turn in turns]
    told = ""
    if reader != OFFLINE:
        comparison = open_comparison((reader,))
        doubtful = [n for n, turn in enumerate(turns) if not is_final(now[n], turn.past.texto)]
        asked = [Message(n, turns[n].past.texto, turns[n].context, None) for n in doubtful]
        for n, readings in zip(doubtful, await comparison.read_all(asked), strict=True):
            now[n] = readings[reader]
        await comparison.close()
        tally = comparison.tallies[reader]
        told = f"; {reader} was asked of {len(asked)}, answered {len(tally.seconds)}, US$ {tally.cost}"
    rows: list[tuple[object, ...]] = []
    for turn, reading in zip(turns, now, strict=True):
        before, after = turn.decided(), turn.decides(reading)
        if before != after:
            past = turn.past
            rows.append(
                (
                    clock(past.iniciado_em, past.fuso),
                    short(past.conversa_id),
                    cut(past.texto, 60),
                    past.entendeu,
                    before.told(),
                    after.told(),
                )
            )
    return rows, told
