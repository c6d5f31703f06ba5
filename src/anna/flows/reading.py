"""Walks the data of a YAML file with its positions, and collects what is wrong with it instead of stopping at the first."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final, TypeVar

from rapidfuzz import fuzz, process
from typing_extensions import override

from anna.flows.definition import Mark, Path
from anna.flows.expressions import ExpressionError, parse_duration

T = TypeVar("T")

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")
_ID: Final = re.compile(r"[a-z][a-z0-9_]*")
_CLOSE: Final = 60  # rapidfuzz ratio, 0-100, from which another name is worth suggesting


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold: where, what was expected, what was found, and the nearest name there is."""

    file: str
    line: int
    column: int
    expected: str
    found: str
    nearest: str | None = None

    @override
    def __str__(self) -> str:
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        return f"{self.file}:{self.line}:{self.column}: expected {self.expected}, found {self.found}{hint}"


def nearest(name: str, known: Collection[str]) -> str | None:
    """The known name most like `name`, or the first that `name` begins, if any is alike."""
    names = sorted(known)
    best = process.extractOne(name, names, scorer=fuzz.ratio, score_cutoff=_CLOSE)
    if best:
        return best[0]
    return next((other for other in names if len(name) > 2 and other.startswith(name)), None)


@dataclass(slots=True)
class Report:
    """What reading one file found: its problems, and where each part was written."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    marks: dict[Path, Mark] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cursor:
    """One value of the file at its path. The reading methods report what is wrong and answer with something harmless."""

    report: Report
    value: Any
    path: Path = ()
    mark: Mark = (1, 1)

    def problem(
        self, expected: str, *, found: str | None = None, near: Collection[str] = (), hint: str | None = None
    ) -> None:
        """Report this value; `near` are the names it might have been, `hint` the one that it surely is."""
        found = _shown(self.value) if found is None else found
        if hint is None and isinstance(self.value, str):
            hint = nearest(self.value, near)
        self.report.problems.append(Problem(self.report.file, *self.mark, expected, found, hint))

    def keys(
        self, allowed: Sequence[str], required: Sequence[str] = (), *, what: str
    ) -> Mapping[str, Cursor]:
        """The parts of a mapping by key; unknown keys and missing required ones are reported."""
        parts = self.parts(what)
        for key in [key for key in parts if key not in allowed]:
            mark = _key_mark(self.value, key, self.mark)
            Cursor(self.report, key, (*self.path, key), mark).problem(
                f"a key of {what} ({', '.join(allowed)})", near=allowed
            )
        for key in required:
            if key not in parts and isinstance(self.value, Mapping):
                self.problem(f"{what} with the key {key!r}", found="none")
        return {key: part for key, part in parts.items() if key in allowed}

    def parts(self, what: str) -> Mapping[str, Cursor]:
        """The parts of a mapping whose keys are names."""
        if not isinstance(self.value, Mapping):
            self.problem(what)
            return {}
        return {str(key): self._part(key, _value_mark(self.value, key, self.mark)) for key in self.value}

    def items(self, what: str) -> list[Cursor]:
        """The parts of a list that has at least one."""
        if isinstance(self.value, Mapping):
            self.problem(what, found="one that is no list: write it as [{…}], or each item below with '- '")
            return []
        if not isinstance(self.value, Sequence) or isinstance(self.value, str) or not self.value:
            self.problem(what)
            return []
        return list(self._items())

    def _items(self) -> Iterator[Cursor]:
        for place in range(len(self.value)):
            yield self._part(place, _item_mark(self.value, place, self.mark))

    def _part(self, key: Any, mark: Mark) -> Cursor:
        path = (*self.path, key if isinstance(key, int) else str(key))
        self.report.marks[path] = mark
        return Cursor(self.report, self.value[key], path, mark)

    def name(self, what: str) -> str:
        """A name: small letters, digits and underscores, parts joined by dots."""
        return self._match(_NAME, what)

    def id(self, what: str) -> str:
        """A name without dots."""
        lower = self.value.lower() if isinstance(self.value, str) else None
        return self._match(_ID, what, hint=lower if lower and _ID.fullmatch(lower) else None)

    def names(self, what: str) -> tuple[str, ...]:
        """One name or a list of names."""
        if isinstance(self.value, str):
            return (self.name(what),)
        return tuple(item.name(what) for item in self.items(f"{what}, or a list of them"))

    def text(self, what: str) -> str:
        """Any text that is not empty."""
        if isinstance(self.value, str) and self.value.strip():
            return self.value
        self.problem(what)
        return ""

    def number(self, what: str, low: int, high: int) -> int:
        """A whole number between `low` and `high`, both included."""
        value = self.value
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return int(value)
        self.problem(f"{what} from {low} to {high}")
        return low

    def duration(self) -> timedelta:
        """A duration such as 20m, 4h or 30d."""
        return self.expression(parse_duration, "a duration such as 20m, 4h or 30d") or timedelta(days=1)

    def expression(self, parse: Callable[[str], T], what: str) -> T | None:
        """What `parse` makes of the text; None when it is refused."""
        if isinstance(self.value, str):
            try:
                return parse(self.value)
            except ExpressionError as problem:
                shown = repr(self.value)
                reason = str(problem).removeprefix(shown).partition(": ")[2]
                self.problem(what, found=f"{shown} ({reason})" if reason else shown)
                return None
        self.problem(what)
        return None

    def _match(self, pattern: re.Pattern[str], what: str, *, hint: str | None = None) -> str:
        if isinstance(self.value, str) and pattern.fullmatch(self.value):
            return self.value
        self.problem(what, hint=hint)
        return ""


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list" if value else "an empty list"
    return repr(value if isinstance(value, str | int | float | bool) else str(value))


def _key_mark(value: Any, key: object, fallback: Mark) -> Mark:
    lc = getattr(value, "lc", None)
    return _plus_one(lc.key(key)) if lc is not None and key in (lc.data or {}) else fallback


def _value_mark(value: Any, key: object, fallback: Mark) -> Mark:
    if value[key] is None:  # nothing has no place of its own
        return _key_mark(value, key, fallback)
    lc = getattr(value, "lc", None)
    return _plus_one(lc.value(key)) if lc is not None and key in (lc.data or {}) else fallback


def _item_mark(value: Any, place: int, fallback: Mark) -> Mark:
    lc = getattr(value, "lc", None)
    return _plus_one(lc.item(place)) if lc is not None and place in (lc.data or {}) else fallback


def _plus_one(mark: tuple[int, int]) -> Mark:
    return mark[0] + 1, mark[1] + 1
