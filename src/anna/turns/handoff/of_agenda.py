"""Whether the agenda is spoken of by who waits for a person: a wish for a time, or the belief that one is booked. Pure."""

from __future__ import annotations

import re

from anna.kit.text import fold
from anna.turns.asked import Asked
from anna.turns.handoff.serving import CHANGES, TIMED

_BOOKS = re.compile(r"\b(?:marc(?:a|ar|o|e|ou)|agend(?:a|ar|o|e|ou)|reserv(?:a|ar|o|e|ou))\b")
"""The wish for a time in so many words: she is to know that nothing is booked, whatever else is read in them."""

_DAY = r"(?:hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|dia \d+|[aà]s \d+|\d+ ?h)"
_BOOKED = re.compile(
    r"\b(?:marcad[oa]|agendad[oa]|reservad[oa]|confirmad[oa])\b"
    rf"|\b(?:to|vou|estou|estarei) (?:indo|ir|ai)(?: (?:ai|la|entao|na|no|so|mesmo))* {_DAY}\b"
    rf"|\b(?:ate|te vejo|nos vemos|apareco) (?:ai |la |na |no )*{_DAY}\b"
)


def books(text: str) -> bool:
    """Whether a time is wished for in so many words."""
    return _BOOKS.search(fold(text)) is not None


def believes_booked(text: str) -> bool:
    """Whether a time is believed in: "ficou marcado então?", "então tô indo sexta"."""
    return _BOOKED.search(fold(text)) is not None


def is_of_agenda(asked: Asked) -> bool:
    """Whether a bare "tudo bem" would be heard as a yes to a time."""
    text = asked.burst.text
    return bool(asked.said() & (CHANGES | TIMED)) or books(text) or believes_booked(text)
