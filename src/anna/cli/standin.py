"""`anna standin`: every vendor Anna talks to, on this machine."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from pathlib import Path

import click

from anna.standin.app import serve
from anna.standin.config import StandinConfig, read_config


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8770, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on."
)
@click.option(
    "--config",
    "path",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="JSON file with the instances and accounts to play; without one, instances are made through the API.",
)
def standin(host: str, port: int, path: Path | None) -> None:
    """Play Evolution, Twilio, a payment page, OpenAI and Anthropic until interrupted."""
    config = read_config(path) if path else StandinConfig()
    asyncio.run(_until_told(config, host, port))


async def _until_told(config: StandinConfig, host: str, port: int) -> None:
    serving = asyncio.create_task(serve(config, host=host, port=port))
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, serving.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        await serving
