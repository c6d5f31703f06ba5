"""`anna worker`."""

from __future__ import annotations

import click

from anna.cli.process import begin
from anna.worker.main import run


@click.command()
def worker() -> None:
    """Answer patients, send, and fire what is due, until interrupted. Any number may run, on any number of machines."""
    run(begin())
