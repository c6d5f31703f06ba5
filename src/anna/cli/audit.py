"""`anna audit`: what Anna said, held against the rows it rests on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime

import click

from anna.cli.common import Desk, clock, cut, for_client, short, table
from anna.errors import InvalidInput
from anna.flows.expressions import ExpressionError, parse_duration
from anna.reports import Lie, find_lies


@click.group()
def audit() -> None:
    """Hold what Anna said against the rows it rests on."""


@audit.command()
@for_client
@click.option("--since", help="Only what was said since then: `24h`, `7d`, or a date such as 2026-11-20.")
async def claims(desk: Desk, since: str | None) -> None:
    """List every claim of a message that no row says: a price, a date, a name, something done.

    Every text is read anew and held against the bindings kept with it, and every binding against its row. Exits 1 when there is one.
    """
    async with desk.client.database.transaction() as conn:
        found = await find_lies(conn, since=_since(since, desk.now()))
    if found.lies:
        click.echo(table(("said", "message", "turn", "claim", "why", "text"), _lines(found.lies)))
    kept = f", {found.before} of before bindings were kept" if found.before else ""
    click.echo(
        f"{found.messages} messages, {found.claims} claims, {len(found.lies)} unbound{kept}",
        err=bool(found.lies),
    )
    if found.lies:
        sys.exit(1)


def _lines(lies: tuple[Lie, ...]) -> Iterator[tuple[object, ...]]:
    for lie in lies:
        turn = short(lie.turno_id) if lie.turno_id else None
        claim = f"{lie.claim.kind} {lie.claim.text!r} at {lie.claim.start}"
        yield clock(lie.said_at, lie.fuso), short(lie.mensagem_id), turn, claim, lie.why, cut(lie.texto, 60)


def _since(text: str | None, now: datetime) -> datetime | None:
    """A length of time back from `now`, or midnight of a date in UTC. Raises InvalidInput."""
    if text is None:
        return None
    try:
        day = datetime.fromisoformat(text)
    except ValueError:
        try:
            return now - parse_duration(text)
        except ExpressionError as error:
            raise InvalidInput(
                f"--since {text!r} is no length of time (24h, 7d) and no date (2026-11-20)"
            ) from error
    return day if day.tzinfo else day.replace(tzinfo=now.tzinfo)
