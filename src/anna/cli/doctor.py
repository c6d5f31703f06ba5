"""`anna doctor`: looks for what should never be."""

from __future__ import annotations

import sys

import click

from anna.cli.common import Desk, for_client, table
from anna.reports import self_check


@click.command()
@for_client
async def doctor(desk: Desk) -> None:
    """Look for what should never be: forgotten messages, stuck runs, overlaps, people who wait too long.

    Prints every check with its count, and for a violation some ids and what to do. Exits 1 when there is one.
    """
    async with desk.client.database.transaction() as conn:
        findings = await self_check(conn, now=desk.now())
    click.echo(table(("count", "check", ""), [(f.count, f.check.name, f.check.says) for f in findings]))
    wrong = [finding for finding in findings if finding.count]
    for finding in wrong:
        ids = ", ".join(str(id) for id in finding.examples)
        more = " ..." if finding.count > len(finding.examples) else ""
        click.echo(f"{finding.check.name}: {ids}{more}\n  {finding.check.todo}", err=True)
    if wrong:
        sys.exit(1)
