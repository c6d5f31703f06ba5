"""What a clinic may set for itself: the names, types and defaults of `clinica.configuracoes`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import time
from enum import StrEnum
from typing import Any

from anna.errors import InvalidInput

_HHMM = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Tom(StrEnum):
    """How Anna speaks for the clinic."""

    INFORMAL = "informal"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicaSettings:
    """One clinic's settings. Names ending in `_min` are minutes, in `_dias` days; hours are the clinic's own."""

    antecedencia_min: int = 120  # a slot is offered no later than this before it begins
    horizonte_dias: int = 60  # nor farther ahead than this
    passo_min: int = 15  # slots begin on multiples of this within the hour
    reserva_min: int = 50  # how long a hold lives
    tom: Tom = Tom.INFORMAL
    emoji: bool = False  # whether some of Anna's texts end with one
    espera_min: int = 60  # within which a person should answer a hand-off
    resposta_max_min: int = 120  # an answer that could not go out for longer is not given as it was
    score_agenda: int = 70  # above it Anna offers slots
    score_pessoa: int = 40  # from it on a person follows up
    silencio_inicio: time = time(20)  # nothing but answers to a patient goes out from here …
    silencio_fim: time = time(8)  # … to here


def read_settings(stored: Mapping[str, Any]) -> ClinicaSettings:
    """The settings of a clinic that changed `stored` (JSON values by name).

    Raises InvalidInput naming every unknown name and every value that does not fit.
    """
    problems: list[str] = []
    values: dict[str, Any] = {}
    for name, raw in stored.items():
        try:
            values[name] = read_setting(name, raw)
        except InvalidInput as error:
            problems.append(str(error))
    settings = ClinicaSettings(**values)
    if settings.score_pessoa > settings.score_agenda:
        problems.append("score_pessoa: must not be above score_agenda")
    if problems:
        raise InvalidInput("; ".join(problems))
    return settings


def read_setting(name: str, raw: Any) -> int | bool | time | Tom:
    """One value as `ClinicaSettings` holds it; raises InvalidInput naming the setting."""
    reader = _READERS.get(name)
    if reader is None:
        known = ", ".join(f.name for f in fields(ClinicaSettings))
        raise InvalidInput(f"{name}: there is no such setting; known are {known}")
    try:
        return reader(raw)
    except ValueError as error:
        raise InvalidInput(f"{name}: {raw!r} {error}") from error


def _integer(low: int, high: int) -> Callable[[Any], int]:
    def read(raw: Any) -> int:
        if isinstance(raw, bool) or not isinstance(raw, int) or not low <= raw <= high:
            raise ValueError(f"is not a whole number from {low} to {high}")
        return raw

    return read


def _step(raw: Any) -> int:
    if raw not in (5, 10, 15, 20, 30, 60):
        raise ValueError("is not 5, 10, 15, 20, 30 or 60")
    return int(raw)


def _tom(raw: Any) -> Tom:
    if not isinstance(raw, str) or raw not in set(Tom):
        raise ValueError("is neither formal nor informal")
    return Tom(raw)


def _flag(raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise ValueError("is neither true nor false")
    return raw


def _hour(raw: Any) -> time:
    if not isinstance(raw, str) or not _HHMM.fullmatch(raw):
        raise ValueError("is not a time HH:MM")
    return time.fromisoformat(raw)


_READERS: dict[str, Callable[[Any], int | bool | time | Tom]] = {
    "antecedencia_min": _integer(0, 14 * 24 * 60),
    "horizonte_dias": _integer(1, 365),
    "passo_min": _step,
    "reserva_min": _integer(1, 24 * 60),
    "tom": _tom,
    "emoji": _flag,
    "espera_min": _integer(1, 24 * 60),
    "resposta_max_min": _integer(5, 24 * 60),
    "score_agenda": _integer(0, 100),
    "score_pessoa": _integer(0, 100),
    "silencio_inicio": _hour,
    "silencio_fim": _hour,
}
