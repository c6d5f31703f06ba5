"""A message that cancels what is booked and takes something else in one breath: "cancela a de sexta e marca a primeira". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from anna.commands import Intent, Reading
from anna.conversation.binding import Heard

_AND = re.compile(r"\s*(?:[,;.\n]\s*(?:e\s+)?|\be\b)\s*(?:depois\s+|aí\s+|ai\s+|já\s+|ja\s+)?", re.IGNORECASE)
_CANCELS = re.compile(
    r"\b(?:cancel(?:a|e|ar|em)|desmar(?:ca|que|car|quem))\s+(?:a|o|as|os|minha|meu|essa|esse|aquela|aquele)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:marc|marqu|agend|reserv|quer|peg|fic|bot|p[oõ]e|coloc|prefir|escolh|fech|confirm)\w*",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\?|\b(?:se|caso|n[aã]o)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """A message in two: the consulta that is called off, and what is taken or wished instead of it."""

    cancels: Heard
    rest: Heard


def both(heard: Heard, read: Callable[[str], Reading], read_alone: Callable[[str], Reading]) -> Both | None:
    """The two halves of such a message; None where it is none.

    `read` reads a part as an answer to what is asked, `read_alone` as if nothing were. A wish for the same procedure only moves it.
    """
    if heard.tapped or heard.reading.safety or _ASKS.search(heard.text) or not _CANCELS.search(heard.text):
        return None
    for gap in _AND.finditer(heard.text):
        parts = heard.text[: gap.start()], heard.text[gap.end() :]
        called_off = [part for part in parts if _CANCELS.search(part)]
        if len(called_off) != 1 or not all(parts):
            continue
        out = called_off[0]
        rest = parts[1] if out == parts[0] else parts[0]
        gone, taken = read_alone(out), read(rest)
        if _TAKES.search(rest) and gone.intents == {Intent.CANCEL} and _takes(taken, gone):
            return Both(
                cancels=replace(heard, text=out, reading=gone), rest=replace(heard, text=rest, reading=taken)
            )
    return None


def _takes(reading: Reading, gone: Reading) -> bool:
    if reading.safety or reading.optout:
        return False
    another = bool(reading.procedure) and not set(reading.procedure) & set(gone.procedure)
    return Intent.CHOOSE_SLOT in reading.intents or (Intent.SCHEDULE in reading.intents and another)
