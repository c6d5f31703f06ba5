"""The words that exist: what a flow may name, as one value that `check` reads.

The registry builds the real one from the actions, templates and events there are; tests build their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from anna.commands import COMMANDS

DONE: Final = "done"  # the result of an action that has only one
FAILED: Final = "failed"  # it surely was not done, or the child failed
STOPPED: Final = "stopped"  # the child was stopped from outside
DROPPED: Final = "dropped"  # the message was late, or the send door refused it
SENT: Final = "sent"  # the message was planned


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """An action: *inside* touches the database only; outside is a row of `automacao.efeitos`.

    `results` are the names an arm may wait for, beside `failed`, which every action can end in. `takes` are the keys of
    `with`. `gives` are the facts (name -> attributes) its data adds to the run. `rules` says whether it takes rules.
    """

    inside: bool
    results: frozenset[str] = frozenset({DONE})
    takes: frozenset[str] = frozenset()
    gives: Mapping[str, frozenset[str]] = field(default_factory=dict)
    rules: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSpec:
    """An event: the ids by which it reaches runs (`consulta.id`), and the attributes that `trigger` has after it."""

    ids: frozenset[str] = frozenset()
    attributes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All that flows may name.

    `facts` (name -> attributes) are there for every run; a fact without attributes is a plain value or a list.
    `instants` are the facts that times may be counted from (`consulta.inicio`). `channels` are those a message can go by,
    `media` says whether it can carry any. `command_attributes` are what `trigger` has after a command, beside `at` and `name`.
    `lists` are the templates that cannot be said where there are no options to list, `hides` those that may be said without
    listing any; `options` are the plain options that have a label (None: all of them have).
    `slot_types` (name -> attributes of its value) does not list `choice`, which the language itself has.
    """

    actions: Mapping[str, ActionSpec] = field(default_factory=dict)
    events: Mapping[str, EventSpec] = field(default_factory=dict)
    templates: frozenset[str] = frozenset()
    slot_types: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    populations: frozenset[str] = frozenset()
    instants: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    media: bool = False
    lists: frozenset[str] = frozenset()
    hides: frozenset[str] = frozenset()
    options: frozenset[str] | None = None
    command_attributes: frozenset[str] = frozenset()
    commands: frozenset[str] = COMMANDS
