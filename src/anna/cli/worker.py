"""`anna worker`."""

from __future__ import annotations

import click

from anna import logs
from anna.settings import load_settings
from anna.worker.main import run


@click.command()
def worker() -> None:
    """Answer patients, send, and fire what is due, until interrupted. Any number may run, on any number of machines."""
    settings = load_settings()
    logs.configure(level=settings.log_level, json=settings.log_json)
    run(settings)
