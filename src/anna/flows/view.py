"""The facts as a run sees them: its own slots, its trigger, what it was told, the rows as they are, what results brought."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from typing_extensions import override

from anna.flows.definition import Flow
from anna.flows.model import Run, Trigger
from anna.flows.steps import Json


def view(flow: Flow, run: Run, facts: Mapping[str, object]) -> Mapping[str, object]:
    """What the expressions of `flow` may name for `run`: its own first, then fresh rows, then what results brought."""
    slots = {**dict.fromkeys(flow.slots), **run.slots}
    return {**run.data, **facts, "slots": slots, "trigger": trigger_fact(run.trigger), "heard": run.heard}


class _Trigger(dict[str, Json]):
    """What a trigger did not bring is nothing: the ways to start a flow bring different things."""

    @override
    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: str) -> None:
        return None


def trigger_fact(trigger: Trigger) -> Mapping[str, Json]:
    """`trigger` as expressions see it."""
    return _Trigger({**trigger.data, "name": trigger.name, "at": trigger.at})


def plain(value: Any) -> Json:
    """A fact as JSON: instants and days as ISO text, ids and money as text."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
