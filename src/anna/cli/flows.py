"""`anna flows`: judge, draw and play flow files; look at the runs of a client, and stop one."""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import click
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from anna.cli.common import (
    Desk,
    clock,
    cut,
    for_client,
    needle,
    only,
    open_desk,
    short,
    table,
    which_client,
)
from anna.cli.runs import describe
from anna.clock import SystemClock
from anna.commands import COMMANDS
from anna.conversation.replies import ReplyBook
from anna.db.connect import Connection
from anna.errors import Conflict, InvalidFlow, InvalidInput, NotFound
from anna.flows import message_queries, queries, run_queries
from anna.flows.check import problems_in
from anna.flows.definition import Flow
from anna.flows.dry import dry_run
from anna.flows.facts import FACTS, INSTANTS
from anna.flows.installed import EVENTS, vocabulary
from anna.flows.language import flow_from_json, parse_flow
from anna.flows.loader import read_flows
from anna.flows.model import RunState
from anna.flows.moves import Move
from anna.flows.reading import nearest
from anna.flows.run_queries import SeenRun
from anna.flows.schema import json_schema
from anna.flows.script import Line, Words, parse_script
from anna.flows.show import as_mermaid, as_text
from anna.flows.steps import Ask, Call
from anna.kit.resources import resource_folder
from anna.whatsapp.desk_queries import find_conversas, find_conversas_by_phone

ZONE = ZoneInfo("America/Sao_Paulo")
"""Where a dry run takes place."""

STATES = tuple(state.value for state in RunState)

SUFFIX = ".yaml"

UNKNOWN_HINT = (
    "What an action would bring is said in the script: `- result: done` with `data: {name: value}` below it."
)

_DATETIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d.*")


@click.group()
def flows() -> None:
    """Judge, draw and play flows; look at their runs.

    \b
    anna flows check                        all flows of this installation
    anna flows check my/flows/retorno.yaml  one file, among those beside it
    anna flows show booking --mermaid
    anna flows run booking --dry --script script.yaml
    anna flows runs --state viva
    """


@flows.command(short_help="Find every mistake in flow files.")
@click.argument("place", required=False, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--prompts",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder of the templates. [default: those of this installation]",
)
def check(place: Path | None, prompts: Path | None) -> None:
    """Find every mistake in the flows of a folder, or in one file: file:line:column, what was expected, what is there.

    Exits 2 when there is a mistake. Without PLACE the flows of this installation are judged.
    """
    folder = place or resource_folder("flows")
    file = None
    if folder.is_file():
        if folder.suffix != SUFFIX:
            raise InvalidInput(f"{folder}: a flow is a file that ends in {SUFFIX}, or it is never loaded")
        folder, file = folder.parent, folder.name
    found, unread = read_flows(folder)
    if not found and not unread:
        raise InvalidInput(f"{folder}: there is no flow here (*.yaml)")
    words = vocabulary(ReplyBook.load(prompts or resource_folder("prompts")))
    problems = [line for name, text in unread.items() if file in (None, name) for line in text.splitlines()]
    unreadable = {Path(name).stem for name in unread}
    for flow in found.values():
        calls = {step.flow for step in flow.steps if isinstance(step, Call)}
        if file in (None, flow.file) and not calls & (unreadable - found.keys()):
            problems += [str(problem) for problem in problems_in(flow, words, found)]
    for problem in sorted(problems, key=_place):
        click.echo(f"{folder / problem}" if place else problem)
    if problems:
        sys.exit(2)
    click.echo(f"{file} holds together" if file else f"{len(found)} flows hold together")


@flows.command(short_help="Draw a flow, as text or mermaid.")
@click.argument("name")
@click.option("--mermaid", is_flag=True, help="As a mermaid flowchart.")
@click.option("--version", "versao", type=int, help="That version, as the client's live runs go by it.")
@which_client
def show(name: str, mermaid: bool, versao: int | None, slug: str | None, data_dir: Path | None) -> None:
    """Draw the flow NAME (or a file): each step with where its arms lead."""
    flow = _flow(name) if versao is None else asyncio.run(_published(name, versao, slug, data_dir))
    click.echo(as_mermaid(flow) if mermaid else as_text(flow), nl=False)


@flows.command(short_help="Play a flow against a script; no database, no message.")
@click.argument("name")
@click.option("--dry", is_flag=True, help="Play it here: no database, no message. The only way to run it.")
@click.option("--script", type=click.File("r", encoding="utf-8"), help="What happens, as YAML; - is stdin.")
@click.option("--at", metavar="ISO", help="When it begins. [default: now]")
@click.option("--fact", "facts", multiple=True, metavar="NAME.ATTR=VALUE", help="A row as it is, repeatable.")
@click.option(
    "--slot", "slots", multiple=True, metavar="NAME=VALUE", help="An answer known before, repeatable."
)
@click.option("--trigger", default="dry", show_default=True, help="What started it: a command or an event.")
def run(
    name: str, dry: bool, script: Any, at: str | None, facts: tuple[str, ...], slots: tuple[str, ...], trigger: str
) -> None:  # fmt: skip
    """Play the flow NAME (or a file) against a script and print what it does.

    A script is a list of lines such as these; an action of which it says nothing comes out as done:

    \b
    - reply: schedule                    # said to the open question
    - reply: []
      answers: {procedimentos: [botox]}
    - wait: 4h
    - result: taken                      # of the action that is waited for
    - child: booked                      # of the flow that was called
    - event: fatura.paga
    - dropped: opted_out
    - stop: replaced

    \b
    anna flows run booking --dry --script script.yaml --fact consulta.inicio=2026-12-01T14:00:00-03:00
    """
    if not dry:
        raise InvalidInput("a flow begins by itself, in a conversation: add --dry to play it here")
    begins = _instant("--at", at) if at else SystemClock().now().astimezone(ZONE)
    flow = _flow(name)
    given = dict(_pairs("--slot", slots))
    for slot in given.keys() - flow.slots.keys():
        known = ", ".join(sorted(flow.slots)) or "none"
        raise InvalidInput(f"--slot {slot}: {flow.name} has no such slot; it has {known}")
    trace = dry_run(flow, _script(flow, script), _facts(facts), begins, trigger=trigger, slots=given)
    click.echo("\n".join(trace))
    if " is unknown in " in trace[-1]:
        click.echo(UNKNOWN_HINT, err=True)


@flows.command(short_help="List runs: where they stand, what comes next.")
@for_client
@click.option("--flow", "fluxo", help="Only of this flow.")
@click.option("--state", type=click.Choice(STATES), help="Only those that stand so.")
@click.option("--conversa", metavar="ID", help="Only of this conversation.")
@click.option("--phone", help="Only of who writes from this telephone.")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1000))
async def runs(
    desk: Desk, fluxo: str | None, state: str | None, conversa: str | None, phone: str | None, limit: int
) -> None:
    """List runs, newest first: where each stands, what it waits for, and what it does by itself and when."""
    async with desk.client.database.transaction() as conn:
        conversas = await _conversas(conn, conversa, phone)
        found = await run_queries.list_runs(conn, fluxo=fluxo, estado=state, conversas=conversas, limit=limit)
        rows = [await _row(desk, conn, seen) for seen in found]
    head = ("id", "flow", "who", "state", "step", "since", "waits for", "by itself")
    click.echo(table(head, rows) if rows else "no run")


@flows.command(short_help="End a live run.")
@for_client
@click.argument("run_id")
@click.option("--reason", required=True, help="Why; it is kept with the run.")
async def stop(desk: Desk, run_id: str, reason: str) -> None:
    """End a live run and what it called, undoing what its flow says is to be undone.

    RUN_ID is the id, or its first or last characters as `anna flows runs` shows them.
    """
    now = desk.now()
    async with desk.client.database.transaction() as conn:
        seen = only(await run_queries.find_runs(conn, needle(run_id)), run_id, "run")
        if seen.conversa_id:
            await message_queries.lock_conversa(conn, seen.conversa_id)
        before = await queries.find_run(conn, seen.id)
        if before is None or before.estado != "viva":
            raise Conflict(f"the run {short(seen.id)} is over already: {before and before.estado}")
        await desk.client.runner.stop(Move(conn, now), seen.id, reason)
    click.echo(f"{seen.fluxo} v{seen.versao} {short(seen.id)} is stopped at {seen.passo}")


@flows.command()
@click.option("--write", type=click.Path(dir_okay=False, path_type=Path), help="Into this file.")
def schema(write: Path | None) -> None:
    """Print the JSON Schema of the language, for editors."""
    text = json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"
    if write is None:
        click.echo(text, nl=False)
    else:
        try:
            write.write_text(text, encoding="utf-8")
        except OSError as error:
            raise InvalidInput(f"{write} cannot be written: {error.strerror}") from error


def _place(problem: str) -> tuple[str, ...]:
    """By file, and within it as it stands there."""
    file, line, column, _ = problem.split(":", 3)
    return file, line.rjust(6), column.rjust(6)


# -- reading what was given --------------------------------------------------------------------------------------------------


def _flow(name: str) -> Flow:
    path = Path(name)
    if path.suffix == SUFFIX or path.is_file():
        try:
            return parse_flow(path.read_text("utf-8"), name)
        except OSError as error:
            raise InvalidInput(f"{name} cannot be read: {error.strerror}") from error
        except UnicodeDecodeError as error:
            raise InvalidInput(f"{name} is not a text in UTF-8") from error
    found, unread = read_flows(resource_folder("flows"))
    if name in found:
        return found[name]
    if f"{name}.yaml" in unread:
        raise InvalidFlow(unread[f"{name}.yaml"])
    near = nearest(name, found)
    raise NotFound(f"there is no flow {name!r}" + (f", did you mean {near}?" if near else ""))


async def _published(name: str, versao: int, slug: str | None, data_dir: Path | None) -> Flow:
    async with open_desk(slug, data_dir) as desk, desk.client.database.transaction() as conn:
        row = await queries.find_fluxo(conn, name, versao)
        known = [str(number) for number, _ in await queries.list_versions(conn, name)]
    if row is None:
        raise NotFound(f"{name} has no version {versao}; there are: {', '.join(known) or 'none'}")
    return flow_from_json(row["definicao"])


def _yaml() -> YAML:
    yaml = YAML(typ="safe", pure=True)
    yaml.version = (1, 2)
    return yaml


def _script(flow: Flow, file: Any) -> tuple[Line, ...]:
    if file is None:
        return ()
    asks = [step for step in flow.steps if isinstance(step, Ask)]
    options = {option for ask in asks for slot in ask.slots for option in slot.options}
    words = Words(said={*COMMANDS, *flow.slots, *options}, events=EVENTS, answers=flow.slots)
    try:
        text = file.read()
    except UnicodeDecodeError as error:
        raise InvalidInput(f"{file.name}: the script is not in UTF-8") from error
    return parse_script(text, file.name, words)


def _facts(given: Iterable[str]) -> dict[str, object]:
    """Every fact a run has, all unknown but for those that were given."""
    facts: dict[str, Any] = {
        name: dict.fromkeys(attributes) if attributes else () for name, attributes in FACTS.items()
    }
    for path, value in _pairs("--fact", given):
        name, dot, attribute = path.partition(".")
        if not dot or not isinstance(facts.get(name, {}), dict):
            raise InvalidInput(f"--fact {path}: write it as name.attribute=value")
        if name not in FACTS:
            near = nearest(name, FACTS)
            meant = f", did you mean {near}?" if near else ""
            raise InvalidInput(f"--fact {path}: there is no fact {name!r}{meant}")
        if path in INSTANTS and not isinstance(value, datetime):
            raise InvalidInput(f"--fact {path}: write it as 2026-12-01T14:00:00-03:00")
        if attribute not in FACTS[name]:
            expected = ", ".join(sorted(FACTS[name]))
            raise InvalidInput(f"--fact {path}: {name} has no {attribute!r}; it has {expected}")
        facts[name][attribute] = value
    return facts


def _pairs(option: str, given: Iterable[str]) -> Iterable[tuple[str, Any]]:
    """`name=value`, the value read as YAML 1.2; an instant needs its offset, or is taken on the clinic's clock."""
    yaml = _yaml()
    for text in given:
        name, equals, value = text.partition("=")
        if not equals:
            raise InvalidInput(f"{option} {text}: write it as name=value")
        try:
            read = _instant(option, value) if _DATETIME.fullmatch(value) else yaml.load(value)
        except YAMLError as error:
            raise InvalidInput(f"{option} {text}: the value is no YAML") from error
        yield name.strip(), read


def _instant(option: str, text: str) -> datetime:
    try:
        return _aware(datetime.fromisoformat(text))
    except ValueError as error:
        raise InvalidInput(f"{option} {text}: write it as 2026-12-01T14:00:00-03:00") from error


def _aware(at: datetime) -> datetime:
    return at.replace(tzinfo=ZONE) if at.tzinfo is None else at.astimezone(ZONE)


async def _conversas(conn: Connection, conversa: str | None, phone: str | None) -> list[UUID] | None:
    """The conversations that were asked for; None when none was named. Raises NotFound."""
    if conversa:
        return [only(await find_conversas(conn, needle(conversa)), conversa, "conversa").id]
    if phone:
        found = [one.id for one in await find_conversas_by_phone(conn, phone)]
        if not found:
            raise NotFound(f"nobody has written from {phone}")
        return found
    return None


async def _row(desk: Desk, conn: Connection, seen: SeenRun) -> tuple[object, ...]:
    who = cut(seen.nome, 24) or (seen.conversa_id and short(seen.conversa_id))
    head = (short(seen.id), f"{seen.fluxo} v{seen.versao}", who, seen.estado, seen.passo)
    if seen.estado != "viva":
        return (*head, clock(seen.encerrada_em, seen.fuso), seen.desfecho or seen.motivo, None)
    standing = await describe(desk, conn, seen)
    return (*head, clock(seen.desde, seen.fuso), standing.waits_for, standing.by_itself)
