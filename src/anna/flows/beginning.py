"""What begins a run, for a patient's words and for events alike: a start that holds, a key, and nothing that keeps it back."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass

from anna.flows import queries
from anna.flows.definition import Flow
from anna.flows.expressions import ExpressionError
from anna.flows.model import Happened
from anna.flows.moves import Move
from anna.flows.starts import held_out, run_key, starting, trigger_name
from anna.flows.steps import Json

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A run that is to begin: its key, and the command or event that is its `trigger.name`."""

    key: str
    name: str


async def find_beginning(
    move: Move,
    flow: Flow,
    cause: frozenset[str] | Happened,
    facts: Mapping[str, object],
    data: Mapping[str, Json] | None = None,
) -> Beginning | None:
    """What `cause` begins of `flow` now; None when no start holds, or the key is left out or cools down.

    A flow that cannot be judged here (nothing to make its key of) is on record in the log, and keeps the cause from no other.
    """
    try:
        start = starting(flow, cause, facts, move.now, data)
        if start is None:
            return None
        key = run_key(flow, facts)
    except ExpressionError as problem:
        log.error("a flow cannot begin", extra={"fluxo": flow.name, "motivo": str(problem)})
        return None
    if held_out(flow, start, key) or await _cooling(move, flow, key):
        return None
    return Beginning(key=key, name=trigger_name(start, cause))


async def _cooling(move: Move, flow: Flow, key: str) -> bool:
    if flow.cooldown is None:
        return False
    last = await queries.last_started(move.conn, flow.name, key)
    return last is not None and move.now - last < flow.cooldown
