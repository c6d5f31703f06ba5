"""`anna audit`: what Anna said, held against the rows it rests on."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from anna.cli.common import Desk, clock, cut, for_client, short, since_when, table
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
        found = await find_lies(conn, since=since_when(since, desk.now()) if since else None)
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
