"""A live run in words, for `anna flows runs` and `anna handoff show`."""

from __future__ import annotations

from dataclasses import dataclass

from anna.cli.common import Desk, clock, span
from anna.db.connect import Connection
from anna.flows import ref_queries
from anna.flows.ahead import Upcoming, upcoming
from anna.flows.facts import read_known
from anna.flows.model import Run
from anna.flows.run_queries import SeenRun
from anna.flows.show import does, waits_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a live run waits for, and what it does by itself and when; None when time does not move it."""

    waits_for: str
    by_itself: str | None


async def describe(desk: Desk, conn: Connection, seen: SeenRun) -> Standing:
    """How `seen` stands now, by the version of its flow that it began with."""
    now = desk.now()
    flow = await desk.client.runner.shelf.version(conn, seen.fluxo, seen.versao)
    run = Run.from_json(seen.dados)
    refs = await ref_queries.find_refs(conn, seen.id)
    known = await read_known(conn, seen.clinica_id, refs, now=now, parent_id=seen.pai_id, slots=run.slots)
    ahead = upcoming(flow, run, known.facts(), now)
    by_itself = None
    if ahead:
        at = ahead[0].at
        when = "now" if at <= now else f"in {span(at - now)}"
        by_itself = f"{clock(at, seen.fuso)} ({when}): {_does(ahead[0])}"
    return Standing(waits_for=waits_for(flow, run), by_itself=by_itself)


def _does(coming: Upcoming) -> str:
    if coming.prompt:
        return f"say {coming.prompt}"
    return ", then ".join(does(step) for step in coming.steps) or "end"
