"""The score of a lead: rules are data, conditions are somebody else's, and the reasons add up to the number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

MIN, MAX = 0, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A rule whose condition held: it adds `points` (also negative), or lifts the score to `floor`, `because` of this."""

    because: str
    points: int = 0
    floor: int | None = None


@dataclass(frozen=True, slots=True)
class Motivo:
    """What one rule really contributed."""

    pontos: int
    porque: str

    def to_json(self) -> dict[str, Any]:
        return {"pontos": self.pontos, "porque": self.porque}


@dataclass(frozen=True, slots=True)
class Score:
    """0-100, and why: the points of `motivos` add up to `valor`."""

    valor: int
    motivos: tuple[Motivo, ...]


def score(hits: Iterable[Hit]) -> Score:
    """Add up the points, keep within 0 and 100, then lift to the highest floor.

    Points beyond the limits are taken off the last rules that brought them. A floor that lifts nothing is not a reason.
    """
    rules = list(hits)
    points = _limit([rule.points for rule in rules])
    motivos = [Motivo(p, rule.because) for p, rule in zip(points, rules, strict=True) if p]
    total = sum(points)
    highest = max((rule for rule in rules if rule.floor is not None), key=_floor, default=None)
    if highest is not None and _floor(highest) > total:
        motivos.append(Motivo(_floor(highest) - total, highest.because))
        total = _floor(highest)
    return Score(total, tuple(motivos))


def _floor(rule: Hit) -> int:
    return min(rule.floor or MIN, MAX)


def _limit(points: list[int]) -> list[int]:
    total = sum(points)
    surplus = max(total - MAX, 0) or min(total - MIN, 0)
    limited = list(points)
    for index in reversed(range(len(limited))):
        if limited[index] * surplus > 0:
            cut = limited[index] if abs(limited[index]) < abs(surplus) else surplus
            limited[index] -= cut
            surplus -= cut
    return limited
