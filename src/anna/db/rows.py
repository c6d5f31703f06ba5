"""Rows become frozen values: column = attribute, nothing in between."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Model = TypeVar("Model")


def one(model: type[Model], row: Mapping[str, Any] | None) -> Model | None:
    """The value of `row`, or None when there is no row."""
    return None if row is None else value(model, row)


def many(model: type[Model], rows: Iterable[Mapping[str, Any]]) -> list[Model]:
    """The values of `rows`, in their order."""
    return [value(model, row) for row in rows]


def value(model: type[Model], row: Mapping[str, Any]) -> Model:
    """Build `model` from a row that has each of its columns; texts become the StrEnums the attributes declare.

    Raises KeyError when the query forgot a column.
    """
    kind: Any = model  # hashable, as every class; mypy looks at the __hash__ of its instances
    return model(**{name: convert(row[name]) for name, convert in _converters(kind)})


@lru_cache(maxsize=256)
def _converters(model: Hashable) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    if not (isinstance(model, type) and is_dataclass(model)):
        raise TypeError(f"{model!r} is not a dataclass")
    hints = get_type_hints(model)
    return tuple((f.name, _converter(hints[f.name])) for f in fields(model))


def _converter(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) in (Union, UnionType):
        inner = [arg for arg in get_args(hint) if arg is not NoneType]
        if len(inner) == 1:
            convert = _converter(inner[0])
            return lambda raw: None if raw is None else convert(raw)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    if get_origin(hint) is tuple or hint is tuple:
        return tuple
    return _same


def _same(raw: Any) -> Any:
    return raw
