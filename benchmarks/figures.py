"""Medians with their spread, percentiles, and the page they are written to."""

from __future__ import annotations

import math
import platform
from collections.abc import Awaitable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Protocol

VERSIONS = ("aiohttp", "asyncpg", "orjson", "dramatiq", "pydantic")


@dataclass(frozen=True, slots=True)
class Spread:
    """The median of several repetitions, between the least and the greatest."""

    middle: float
    least: float
    most: float

    @classmethod
    def of(cls, values: Iterable[float]) -> Spread:
        known = sorted(values)
        return cls(median(known), known[0], known[-1])

    def show(self, digits: int = 0, unit: str = "") -> str:
        middle, least, most = (f"{value:,.{digits}f}" for value in (self.middle, self.least, self.most))
        return f"{middle}{unit}" if least == most else f"{middle}{unit} ({least} … {most})"


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of `values` does not exceed; nearest rank."""
    known = sorted(values)
    return known[max(0, math.ceil(share * len(known)) - 1)]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be, and whether it is."""

    what: str
    aim: str
    found: str
    met: bool


@dataclass(slots=True)
class Section:
    """One measurement: how it was done, a table, what to know beside it, and the aims."""

    name: str
    how: str
    columns: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    aims: list[Aim] = field(default_factory=list)

    def text(self) -> str:
        """As Markdown."""
        lines = [f"## {self.name}", "", self.how, "", *_table(self.columns, self.rows), ""]
        return "\n".join([*lines, *(f"- {note}" for note in self.notes), *([""] if self.notes else [])])


class Measure(Protocol):
    """One measurement; `quick` only proves that it runs."""

    def __call__(self, *, quick: bool) -> Awaitable[Section]: ...


def page(sections: Sequence[Section], *, now: datetime, postgres: str, busy: float) -> str:
    """The whole page of results; `busy` is the load average before anything was measured."""
    aims = [
        (section.name, aim.what, aim.aim, aim.found, "yes" if aim.met else "**no**")
        for section in sections
        for aim in section.aims
    ]
    return "\n".join([
        "# Results",
        "",
        "Written by `make bench`; what is measured and how is said beside each table. Medians of repetitions, least and greatest in"
        " brackets. Compare ratios: the absolute figures are this machine's.",
        "",
        f"{now:%Y-%m-%d}, {machine()}, {platform.system()}, CPython {platform.python_version()}, PostgreSQL {postgres},"
        f" {', '.join(f'{name} {version(name)}' for name in VERSIONS)}. Processes waiting for a processor when it began: {busy:.1f}.",
        "",
        *_table(("", "figure", "aim", "found", "met"), aims),
        "",
        *(section.text() for section in sections),
    ])  # fmt: skip


def machine() -> str:
    """Cores and the processor's model."""
    cores = 0
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    for line in info.read_text().splitlines() if info.exists() else ():
        name, _, value = line.partition(":")
        cores += name.strip() == "processor"
        if name.strip() == "model name":
            model = value.strip()
    return f"{cores} cores of {model}" if cores else model


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [f"| {' | '.join(columns)} |", f"|{'---|' * len(columns)}"]
    return lines + [f"| {' | '.join(row)} |" for row in rows]
