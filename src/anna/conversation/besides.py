"""A message that does two things in one breath: "cancela a de sexta e marca a primeira", "1 e quero reclamar da demora". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from anna.commands import Intent, Nuance, Reading
from anna.conversation.question import Heard
from anna.conversation.wished import ANGRY, OF_HEALTH

_AND = re.compile(r"\s*(?:[,;.\n]\s*(?:e\s+)?|\be\b)\s*(?:depois\s+|aí\s+|ai\s+|já\s+|ja\s+)?", re.IGNORECASE)
_CANCELS = re.compile(
    r"\b(?:cancel(?:a|e|ar|em)|desmar(?:ca|que|car|quem))\s+(?:a|o|as|os|minha|meu|minhas|tudo|todas|essa|esse|aquela|aquele)\b",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:marc|marqu|agend|reserv|quer|peg|fic|bot|p[oõ]e|coloc|prefir|escolh|fech|confirm)\w*",
    re.IGNORECASE,
)
_GAP = re.compile(r"\s*(?:[,;.!\n]+|\b(?:e|mas|porém|porem|só que|so que|só q|so q)\b)\s*", re.IGNORECASE)
_OF_DATA = frozenset({Intent.DATA_REQUEST, Intent.DATA_RIGHTS})
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
        erased = bool(taken.intents & _OF_DATA) and not (taken.safety or taken.optout)
        if gone.intents == {Intent.CANCEL} and (erased or (_TAKES.search(rest) and _takes(taken, gone))):
            return Both(
                cancels=replace(heard, text=out, reading=gone), rest=replace(heard, text=rest, reading=taken)
            )
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A message in two: the offered time that is taken, and what brings a person."""

    choice: Heard
    rest: Heard

    @property
    def waits(self) -> bool:
        """Whether a professional answers first what is asked of her health: the choice is only said back."""
        return self.rest.reading.safety in OF_HEALTH


def chosen_beside(
    heard: Heard, read: Callable[[str], Reading], read_alone: Callable[[str], Reading]
) -> Beside | None:
    """The two halves of such a message, so that a person who is called leaves no choice unheard; None where it is none.

    `read` and `read_alone` are those of `both`. Beside a danger nothing is chosen.
    """
    reading = heard.reading
    if heard.tapped or reading.optout or not _calls(reading):
        return None
    for gap in _GAP.finditer(heard.text):
        parts = heard.text[: gap.start()], heard.text[gap.end() :]
        for this, other in (parts, parts[::-1]):
            choice, rest = read(this), read_alone(other)
            if _calls(rest) and not rest.optout and _only_chooses(choice):
                return Beside(
                    choice=replace(heard, text=this, reading=choice),
                    rest=replace(heard, text=other, reading=rest),
                )
    return None


def _calls(reading: Reading) -> bool:
    """Whether anger brings a person, or one is asked for, or something of her health, and nothing graver is said."""
    asks = Intent.MEDICAL_QUESTION in reading.intents and Nuance.ASKS_CARE not in reading.nuances
    return reading.safety in ANGRY | OF_HEALTH or (reading.safety is None and (reading.human or asks))


def _only_chooses(reading: Reading) -> bool:
    return reading.choice is not None and not (reading.safety or reading.optout or reading.human)


def _takes(reading: Reading, gone: Reading) -> bool:
    if reading.safety or reading.optout:
        return False
    another = bool(reading.procedure) and not set(reading.procedure) & set(gone.procedure)
    return Intent.CHOOSE_SLOT in reading.intents or (Intent.SCHEDULE in reading.intents and another)
