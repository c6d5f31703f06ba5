"""`anna <command>`: each command's module is imported when the command is called, so `anna --help` is immediate."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

import click

from anna import __version__
from anna.errors import AnnaError, InvalidInput
from anna.kit.crypto import new_key

COMMANDS = {
    "up": ("anna.cli.up:up", "Start everything on this machine, with a demo client."),
    "web": ("anna.cli.web:web", "Run the web process: webhooks, health and metrics."),
    "worker": ("anna.cli.worker:worker", "Run a worker: answers patients, sends, fires what is due."),
    "scheduler": (
        "anna.cli.scheduler:scheduler",
        "Run the scheduler: sweeps by the clock; one acts at a time.",
    ),
    "standin": ("anna.cli.standin:standin", "Run the stand-in that plays every vendor on this machine."),
    "migrate": ("anna.cli.migrate:migrate", "Bring the control database and every client's up to date."),
    "client": ("anna.cli.client:client", "Open a client, load what its clinicas are, or list them."),
    "chat": ("anna.cli.chat:chat", "Be a patient of the demo, in this terminal."),
    "handoff": ("anna.cli.handoff:handoff", "Who waits for a person: list, show, take, reply, return."),
    "texts": ("anna.cli.texts:texts", "Print everything Anna says, filled with a clinica's facts."),
    "flows": ("anna.cli.flows:flows", "Check, show and play flows; list and stop their runs."),
    "instance": ("anna.cli.instance:instance", "The clinic's WhatsApp numbers: add, connect, test, remove."),
    "explain": ("anna.cli.explain:explain", "Say why a message was, or was not, sent or answered."),
    "audit": ("anna.cli.audit:audit", "Hold what Anna said against the rows it rests on."),
    "doctor": ("anna.cli.doctor:doctor", "Look for what should never be: what waits, overlaps or is stuck."),
    "understand": ("anna.cli.understand:understand", "Read JSON lines, write what Anna understood of each."),
    "eval": (
        "anna.cli.evaluate:evaluate",
        "Play the acceptance conversations, and say how often all goes well.",
    ),
    "replay": (
        "anna.cli.replay:replay",
        "Read past turns again, and show those that would be decided otherwise.",
    ),
}
"""Command -> where it is, and its line in `anna --help`."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line. Exits 0, 1 (it failed) or 2 (what was given is wrong), with one message on stderr."""
    try:
        anna.main(arguments, prog_name="anna")
    except AnnaError as error:
        click.echo(f"anna: {error}", err=True)
        sys.exit(2 if isinstance(error, InvalidInput) else 1)


def lazy(name: str, target: str, line: str) -> click.Command:
    """A command that stands for the one at `target` ("module:attribute") and imports it when it is called."""

    def call(arguments: tuple[str, ...]) -> None:
        module, _, attribute = target.partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        outer = click.get_current_context()
        with command.make_context(name, list(arguments), parent=outer.parent) as context:
            command.invoke(context)

    return click.Command(
        name,
        callback=call,
        params=[click.Argument(["arguments"], nargs=-1, type=click.UNPROCESSED)],
        context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
        add_help_option=False,
        short_help=line,
    )


_lazy_commands = [lazy(name, *place) for name, place in COMMANDS.items()]


@click.group(commands=_lazy_commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="anna")
def anna() -> None:
    """Anna answers a clinic's WhatsApp.

    A newcomer needs one command: `anna up`. The single processes (web, worker, scheduler) read their settings from ANNA_*
    variables; docs/operations.md lists them.
    """


@anna.command()
def version() -> None:
    """Print the version."""
    click.echo(__version__)


@anna.command("new-key")
def print_new_key() -> None:
    """Print a fresh key for ANNA_SECRET_KEY."""
    click.echo(new_key())
