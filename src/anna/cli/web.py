"""`anna web`."""

from __future__ import annotations

import click

from anna.cli.process import run_until_told
from anna.web.main import serve


@click.command()
def web() -> None:
    """Serve webhooks, health and the demo page, until interrupted. Any number may run behind one address."""
    run_until_told(serve)
