"""`anna scheduler`."""

from __future__ import annotations

import click

from anna.cli.process import run_until_told
from anna.scheduler.main import serve


@click.command()
def scheduler() -> None:
    """Sweep and watch by the clock, until interrupted. One of several acts, the others stand by."""
    run_until_told(serve)
