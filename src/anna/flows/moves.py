"""What one move of a run is made of, while a transaction lasts."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from anna.db.connect import Connection
from anna.flows.definition import Flow
from anna.flows.facts import Known, read_known
from anna.flows.model import Input, Run
from anna.flows.queries import Execucao
from anna.flows.registry import Turn


@dataclass(frozen=True, slots=True)
class Move:
    """What one transaction brings along: its connection, its instant, and the patient's message if there is one."""

    conn: Connection
    now: datetime
    turn: Turn | None = None


@dataclass(slots=True)
class Live:
    """A run in the hands of the runner."""

    row: Execucao
    flow: Flow
    run: Run
    refs: dict[str, UUID]
    inputs: deque[Input] = field(default_factory=deque)

    @property
    def id(self) -> UUID:
        return self.row.id

    @property
    def clinica_id(self) -> UUID:
        return self.row.clinica_id

    async def known(self, move: Move) -> Known:
        """What the run knows now."""
        return await read_known(
            move.conn,
            self.clinica_id,
            self.refs,
            now=move.now,
            parent_id=self.row.pai_id,
            slots=self.run.slots,
        )
