"""`anna web`."""

from __future__ import annotations

import click

from anna import logs
from anna.settings import load_settings
from anna.web.main import run


@click.command()
def web() -> None:
    """Serve webhooks, health and the demo page, until interrupted. Any number may run behind one address."""
    settings = load_settings()
    logs.configure(level=settings.log_level, json=settings.log_json)
    run(settings)
