"""The registry of actions: what a `do` step may name, and what carries it out.

An *inside* action touches the database only and runs in the run's own transaction, in a savepoint. An *outside* action talks to
somebody else: it is a row of `automacao.efeitos`, carried out by the worker, and its result comes back as an event.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.commands import Reading
from anna.conversation.claims.models import Fact
from anna.conversation.drafting.models import Free
from anna.conversation.inquiries import Inquiry
from anna.db.connect import Connection
from anna.flows.facts import Known
from anna.flows.model import Run
from anna.flows.vocabulary import DONE, ActionSpec

Json = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The patient's message that moves runs just now, if one does."""

    id: UUID
    text: str
    reading: Reading
    draft: Free | None = None  # a model's own answer to the questions in it, bound to rows
    inquiries: tuple[Inquiry, ...] = ()  # where it asks several things: each by itself
    whole: str | None = None  # where it is one of several questions: the message that asks them


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """All that an inside action gets: its transaction, the run as it stands, and what is known around it."""

    conn: Connection
    now: datetime
    clinica_id: UUID
    execucao_id: UUID
    raiz_id: UUID
    run: Run
    refs: Mapping[str, UUID]
    known: Known
    args: Mapping[str, Json] = field(default_factory=dict)
    rules: Sequence[Mapping[str, Json]] = ()
    turn: Turn | None = None

    def ref(self, name: str) -> UUID:
        """The id the run holds under `name`; a KeyError is a flow that calls the action too early."""
        return self.refs[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How an action ended: a name its spec declares, facts it brings, ids the run holds from now on, words it wants said.

    `forgets` are names of ids that the run holds no more.
    """

    name: str = DONE
    data: Mapping[str, Json] = field(default_factory=dict)
    refs: Mapping[str, UUID] = field(default_factory=dict)
    say: Sequence[Say] = ()
    forgets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Say:
    """A template an action wants said, with words of its own beside the run's.

    Where a model phrased those words, `facts` are what they are bound to, and the message is planned as a free text. `then` are said in the
    same message, a line each.
    """

    template: str
    words: Mapping[str, str | None] = field(default_factory=dict)
    especie: str = "conversa"
    facts: tuple[Fact, ...] = ()
    then: tuple[Say, ...] = ()


InsideAction = Callable[[Scene], Awaitable[Result]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A registered action; an outside one has no `carry_out` here, the worker brings its hands (app.py)."""

    spec: ActionSpec
    carry_out: InsideAction | None = None


Registry = Mapping[str, Action]
