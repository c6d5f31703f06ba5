"""`anna doctor`: looks for what should never be."""

from __future__ import annotations

import sys
from collections import defaultdict
from datetime import timedelta

import click

from anna.cli.common import Desk, for_client, table
from anna.db.connect import Connection
from anna.llm import queries as llm_queries
from anna.llm.service import read_used
from anna.reports import self_check
from anna.settings import OFFLINE


@click.command()
@for_client
async def doctor(desk: Desk) -> None:
    """Look for what should never be: forgotten messages, stuck runs, overlaps, people who wait too long.

    Prints every check with its count, and for a violation some ids and what to do. Exits 1 when there is one. Then who reads
    messages, how models have answered lately, and what they have cost.
    """
    async with desk.client.database.transaction() as conn:
        findings = await self_check(conn, now=desk.now())
        understanding = await understanders(desk, conn)
    click.echo(table(("count", "check", ""), [(f.count, f.check.name, f.check.says) for f in findings]))
    click.echo("\n" + "\n".join(understanding))
    wrong = [finding for finding in findings if finding.count]
    for finding in wrong:
        ids = ", ".join(str(id) for id in finding.examples)
        more = " ..." if finding.count > len(finding.examples) else ""
        click.echo(f"{finding.check.name}: {ids}{more}\n  {finding.check.todo}", err=True)
    if wrong:
        sys.exit(1)


async def understanders(desk: Desk, conn: Connection) -> list[str]:
    """Who reads messages by the settings, and how it went in the last day."""
    s, now = desk.settings, desk.now()
    names = {"openai": f"openai ({s.openai_model})", "anthropic": f"anthropic ({s.anthropic_model})"}
    lines = ["messages are read by: " + ", ".join(names.get(name, name) for name in s.understanders)]
    if s.understanders == (OFFLINE,):
        return lines
    results: dict[str, list[str]] = defaultdict(list)
    for provedor, resultado, count in await llm_queries.count_results(conn, since=now - timedelta(days=1)):
        results[provedor].append(f"{count} {resultado}")
    lines += [f"  {provedor}, last 24 hours: {', '.join(counts)}" for provedor, counts in results.items()]
    used = await read_used(conn, now=now)
    day, month = s.model_spend_day_usd, s.model_spend_month_usd
    lines.append(f"  spent: US$ {used.custo_dia} of {day} today, US$ {used.custo_mes} of {month} this month")
    return lines
