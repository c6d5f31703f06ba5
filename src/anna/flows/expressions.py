"""Durations, instants and conditions: the three small expressions a flow may contain.

    20m  4h  30d                                a duration: a whole number above zero of minutes, hours or days
    consulta.inicio - 2h                        a moment: the name of an instant, plus or minus a duration
    lead.score >= 40 and not paciente.conhecido   a condition: names, comparisons, `in`, and, or, not

All are evaluated against *facts*, a mapping of names to mappings or plain values. A name that the facts do not have is
refused, never taken for false. A name they have without a value (None: the lead gave no day) is *nothing*: it is false,
equals only `none`, is neither less nor more than anything, and so are its attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from jinja2 import StrictUndefined, TemplateError, Undefined, nodes
from jinja2.parser import Parser
from jinja2.sandbox import SandboxedEnvironment
from typing_extensions import override

from anna.errors import InvalidInput

_INCOMPARABLE: Final = (TypeError, ValueError, ArithmeticError)

_UNITS: Final = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}
_DURATION: Final = re.compile(r"([1-9][0-9]{0,3})([mhd])")
_PATH: Final = re.compile(r"[a-z_][a-z0-9_]*(\.[a-z_][a-z0-9_]*)+")
_MOMENT: Final = re.compile(rf"({_PATH.pattern})(?:\s*([+-])\s*({_DURATION.pattern}))?")
_ALLOWED: Final = (
    nodes.Add, nodes.And, nodes.Compare, nodes.Const, nodes.Getattr, nodes.List, nodes.Name, nodes.Neg, nodes.Not,
    nodes.Operand, nodes.Or, nodes.Sub, nodes.Tuple,
)  # fmt: skip


class ExpressionError(InvalidInput):
    """An expression that cannot be read, or that names what the facts do not have."""


def parse_duration(text: str) -> timedelta:
    """The time that `20m`, `4h` or `30d` lasts; a day is 24 hours. Anything else raises ExpressionError."""
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ExpressionError(f"{text!r} is not a duration such as 20m, 4h or 30d")
    return int(match[1]) * _UNITS[match[2]]


def format_duration(duration: timedelta) -> str:
    """The shortest text that `parse_duration` reads back; seconds do not occur in the language."""
    for unit, size in reversed(_UNITS.items()):
        if duration % size == timedelta(0):
            return f"{duration // size}{unit}"
    raise ExpressionError(f"{duration} is not a whole number of minutes")


def is_reference(value: object) -> bool:
    """Whether a value of `with` names a fact (`slots.quando`) instead of being itself."""
    return isinstance(value, str) and _PATH.fullmatch(value) is not None


def look_up(facts: Mapping[str, object], path: str) -> Any:
    """What `path` names in the facts; None is nothing, and nothing's attributes are nothing. Unknown names raise ExpressionError."""
    name, *attributes = path.split(".")
    if name not in facts:
        raise ExpressionError(f"{name!r} is unknown in {path!r}")
    value = facts[name]
    for attribute in attributes:
        if value is None:
            return None
        value = _attribute(value, attribute, path)
    return value


def _attribute(value: object, attribute: str, path: str) -> object:
    if not isinstance(value, Mapping) or attribute not in value:
        raise ExpressionError(f"{attribute!r} is unknown in {path!r}")
    return value[attribute]


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant that is looked up each time: `path` plus `offset`, which may be negative."""

    path: str
    offset: timedelta = timedelta(0)

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read `name.attribute`, optionally plus or minus a duration; ExpressionError for anything else."""
        match = _MOMENT.fullmatch(text.strip())
        if match is None:
            raise ExpressionError(f"{text!r} is not a time such as consulta.inicio - 2h")
        offset = parse_duration(match[4]) if match[4] else timedelta(0)
        return cls(match[1], -offset if match[3] == "-" else offset)

    def at(self, facts: Mapping[str, object]) -> datetime:
        """The aware instant. ExpressionError when the name is unknown, holds nothing, or holds no aware instant."""
        value = look_up(facts, self.path)
        if isinstance(value, str):  # facts that came through JSON
            try:
                value = datetime.fromisoformat(value)
            except ValueError:
                raise ExpressionError(f"{self.path!r} is not an instant") from None
        if not isinstance(value, datetime) or value.tzinfo is None:
            raise ExpressionError(f"{self.path!r} is not an instant")
        return value + self.offset

    @override
    def __str__(self) -> str:
        if not self.offset:
            return self.path
        sign = "-" if self.offset < timedelta(0) else "+"
        return f"{self.path} {sign} {format_duration(abs(self.offset))}"


@dataclass(frozen=True, slots=True)
class Condition:
    """A question about the facts, in the safe part of Jinja's expressions: no calls, no filters, no indexes."""

    source: str

    @classmethod
    def parse(cls, text: str) -> Condition:
        """ExpressionError when `text` is no condition."""
        _compile(text)
        return cls(text)

    def names(self) -> frozenset[str]:
        """The paths it reads, such as `lead.score`."""
        return _compile(self.source)[1]

    def holds(self, facts: Mapping[str, object]) -> bool:
        """Whether it is true of the facts. ExpressionError for unknown names and values that cannot be compared."""
        evaluate, names = _compile(self.source)
        used = {name for name, *_ in (path.split(".") for path in names)}
        known = {name: NOTHING if facts[name] is None else facts[name] for name in used if name in facts}
        try:
            return bool(evaluate(known))
        except (TemplateError, *_INCOMPARABLE) as problem:
            raise ExpressionError(f"{self.source!r}: {problem}") from problem

    @override
    def __str__(self) -> str:
        return self.source


class Nothing:
    """A known name without a value, inside conditions."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    @override
    def __eq__(self, other: object) -> bool:
        return other is None or isinstance(other, Nothing)

    @override
    def __hash__(self) -> int:
        return hash(None)

    def __lt__(self, other: object) -> bool:
        return False

    __le__ = __gt__ = __ge__ = __contains__ = __lt__

    def __add__(self, other: object) -> Nothing:
        return self

    __radd__ = __sub__ = __rsub__ = __add__

    def __neg__(self) -> Nothing:
        return self


NOTHING: Final = Nothing()


class _Sandbox(SandboxedEnvironment):
    """Attributes are keys of mappings and nothing else: no Python object can be reached."""

    @override
    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, Nothing):
            return NOTHING
        if isinstance(obj, Undefined):
            return str(obj)  # a StrictUndefined refuses every use of itself, and says which name it is
        value = _attribute(obj, attribute, attribute)
        return NOTHING if value is None else value


@lru_cache(maxsize=1)
def _sandbox() -> _Sandbox:
    environment = _Sandbox(undefined=StrictUndefined)
    environment.globals.clear()
    return environment


@lru_cache(maxsize=1024)
def _compile(source: str) -> tuple[Callable[[Mapping[str, object]], Any], frozenset[str]]:
    environment = _sandbox()
    try:
        parser = Parser(environment, source, state="variable")
        tree = parser.parse_expression()
        if not parser.stream.eos:
            raise ExpressionError(f"{source!r} is not a condition: what is {parser.stream.current.value!r}?")
        _refuse_all_but_allowed(tree, source)  # before compiling, which would work out 9 ** 9 ** 9
        evaluate = environment.compile_expression(source, undefined_to_none=False)
    except TemplateError as problem:
        raise ExpressionError(f"{source!r} is not a condition: {problem}") from problem
    return evaluate, frozenset(_paths(tree))


def _refuse_all_but_allowed(tree: nodes.Expr, source: str) -> None:
    for node in [tree, *tree.find_all(nodes.Node)]:
        if not isinstance(node, _ALLOWED):
            kind = type(node).__name__.lower()
            raise ExpressionError(f"{source!r} is not a condition: {kind} is not allowed")


def _paths(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Name):
        yield node.name
    elif isinstance(node, nodes.Getattr):
        yield from (f"{path}.{node.attr}" for path in _paths(node.node))
    else:
        for child in node.iter_child_nodes():
            yield from _paths(child)
