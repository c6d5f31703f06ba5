"""`anna understand`: messages in, readings out, one JSON object per line; no database, no network."""

from __future__ import annotations

import json
from importlib import import_module

import click

from anna.cli.contract import answer, explained, read_messages
from anna.conversation.understanding.offline import OfflineUnderstander


@click.command()
@click.option("--explain", is_flag=True, help="For a person: which rule saw what in each message.")
@click.option(
    "--with",
    "readers",
    multiple=True,
    type=click.Choice(("offline", "openai", "anthropic")),
    help="Who reads; given several times, the first answers and a table compares them. [default: offline]",
)
def understand(explain: bool, readers: tuple[str, ...]) -> None:
    """Read JSON lines {id, text, reference_time, context} and write what each message means.

    A line that cannot be read is reported with its number and the others are still answered; the exit code is then 2.

    \b
    anna understand < messages.jsonl
    anna understand --with openai --with anthropic < messages.jsonl > read.jsonl
    """
    if set(readers) - {OfflineUnderstander.name}:
        import_module("anna.cli.comparison").compare(readers, explain=explain)
        return
    anna = OfflineUnderstander()
    refused: list[int] = []
    for name, text, context, _ in read_messages(refused):
        reading = anna.understand(text, context)
        click.echo(
            explained(name, text, reading)
            if explain
            else json.dumps(answer(name, reading), ensure_ascii=False)
        )
    if refused:
        raise click.exceptions.Exit(2)
