"""`anna scheduler`."""

from __future__ import annotations

import click

from anna import logs
from anna.scheduler.main import run
from anna.settings import load_settings


@click.command()
def scheduler() -> None:
    """Sweep and watch by the clock, until interrupted. One of several acts, the others stand by."""
    settings = load_settings()
    logs.configure(level=settings.log_level, json=settings.log_json)
    run(settings)
