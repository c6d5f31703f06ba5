"""`anna doctor`: looks for what should never be."""

from __future__ import annotations

import sys
from collections import defaultdict
from datetime import timedelta

import click

from anna.cli.common import Desk, for_client, table
from anna.db.connect import Connection
from anna.llm import queries as llm_queries
from anna.llm.audio import minute_price
from anna.llm.service import read_used
from anna.reports import self_check
from anna.settings import OFFLINE
from anna.whatsapp.transcript_queries import count_ends


@click.command()
@for_client
async def doctor(desk: Desk) -> None:
    """Look for what should never be: forgotten messages, stuck runs, overlaps, people who wait too long.

    Prints every check with its count, and for a violation some ids and what to do. Exits 1 when there is one. Then who hears and
    who reads messages, how models have answered lately, and what they have cost.
    """
    async with desk.client.database.transaction() as conn:
        findings = await self_check(conn, now=desk.now())
        understanding = [*await hearers(desk, conn), *await understanders(desk, conn)]
    click.echo(table(("count", "check", ""), [(f.count, f.check.name, f.check.says) for f in findings]))
    click.echo("\n" + "\n".join(understanding))
    wrong = [finding for finding in findings if finding.count]
    for finding in wrong:
        ids = ", ".join(str(id) for id in finding.examples)
        more = " ..." if finding.count > len(finding.examples) else ""
        click.echo(f"{finding.check.name}: {ids}{more}\n  {finding.check.todo}", err=True)
    if wrong:
        sys.exit(1)


async def hearers(desk: Desk, conn: Connection) -> list[str]:
    """Who writes out voice messages by the settings, and how it went in the last day."""
    s, now = desk.settings, desk.now()
    if s.transcriber == "off":
        return ["voice messages are written out by: nobody"]
    price = minute_price(s.transcription_model, s.transcription_usd_per_minute)
    who = f"{s.transcriber} ({s.transcription_model}), US$ {price} a minute, up to {s.audio_max_minutes:g} minutes"
    counts = await count_ends(conn, since=now - timedelta(days=1))
    went = [f"{count} {estado}" + (f" ({motivo})" if motivo else "") for estado, motivo, count in counts]
    lines = [f"voice messages are written out by: {who}"]
    return lines + ([f"  last 24 hours: {', '.join(went)}"] if went else [])


async def understanders(desk: Desk, conn: Connection) -> list[str]:
    """Who reads messages by the settings, and how it went in the last day."""
    s, now = desk.settings, desk.now()
    names = {"openai": f"openai ({s.openai_model})", "anthropic": f"anthropic ({s.anthropic_model})"}
    lines = ["messages are read by: " + ", ".join(names.get(name, name) for name in s.understanders)]
    if s.understanders == (OFFLINE,) and s.transcriber == "off":
        return lines
    results: dict[str, list[str]] = defaultdict(list)
    for provedor, resultado, count in await llm_queries.count_results(conn, since=now - timedelta(days=1)):
        results[provedor].append(f"{count} {resultado}")
    lines += [f"  {provedor}, last 24 hours: {', '.join(counts)}" for provedor, counts in results.items()]
    used = await read_used(conn, now=now)
    day, month = s.model_spend_day_usd, s.model_spend_month_usd
    lines.append(f"  spent: US$ {used.custo_dia} of {day} today, US$ {used.custo_mes} of {month} this month")
    return lines
