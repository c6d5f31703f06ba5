"""What binding is given: an open question, and a message as it was heard. Values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.clinica.calendar import Calendar
from anna.commands import Reading

Json = Any

WISHED = "pedida"
"""The option that is the very time she wished: a yes to the list takes it."""

OTHERS_NAME = "nome_da_outra"
"""The slot of the name of the other one, where two come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An open question, as routing sees it. `options` are those of a choice, in the order of their numbers."""

    id: UUID
    execucao_id: UUID
    passo: str
    visita: int
    slot: str | None
    wanted: Mapping[str, str]
    also: Mapping[str, str] = field(default_factory=dict)  # other slots that a reply may answer or correct
    accepts: frozenset[str]
    options: tuple[Mapping[str, Json], ...] = ()
    provedor_id: str | None = None  # of the bubble that asked: a quoted reply binds to it
    background: bool = False
    opened_at: datetime
    known: Mapping[str, Json] = field(default_factory=dict)  # what the run holds so far, in part or whole
    shown: tuple[str, ...] = ()  # the starts that were offered in this run, ISO
    stands: tuple[str, ...] = ()  # the procedures of the consulta that is to be moved or called off

    def has_times(self) -> bool:
        """Whether its options are times to choose from."""
        return any("local" in option for option in self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message as binding needs it: the reading, its words, the tapped option, and the number it came from."""

    reading: Reading
    text: str
    tapped: str | None = None  # id or label of a tapped button or list row
    own_phone: str | None = None
    calendar: Calendar | None = None  # with `arrived`, what a wish made of two messages is judged by
    arrived: datetime | None = None  # on the clinic's wall clock, naive
    team: tuple[str, ...] = ()  # the names of those who attend here
    spoken_of: datetime | None = None  # the start, so too, of the consulta that "mesma hora" means
    told_before: tuple[str, ...] = ()  # what she said in this talk, where two come
