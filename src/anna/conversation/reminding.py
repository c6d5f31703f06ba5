"""Reminders that are wished for or asked about, alone or beside something else: "pode. mas o lembrete do dia eu quero", "a primeira. e o lembrete?". Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from anna.commands import Nuance, Reading
from anna.conversation.leaving import Apart, apart
from anna.conversation.question import Heard
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold

_WORD = "lembrete"
_CLAUSE = r"(?:(?<=[.!?;,\n])|\b(?:mas|porem|so que)\b|\be (?=(?:o|os|me|meus?|quero|vou|vai|vao|vcs|voces|manda)\b)|^)[^.!?;,\n]*\blembretes?\b[^.!;,\n?]*\??"
_WISHED = r"\b(?:quero|queria|preciso|prefiro|pode|podem|manda|mande|mandem|mandar|deixa|deixem|mante\w+|continu\w+|sim|so|somente|apenas|volt\w+|lig(?:a|ar|ue|uem)|ativ(?:a|e|ar|em)|reativ\w+|religu?\w+|habilit\w+|falei|disse)\b"
_ASKED = r"\?|\bou nao\b|\b(?:vou|vai|vao|vem|veio|chega\w*|sera)\b"
_MINDS = r"\b(?:nao|num|n|nem) (?:va |vai |me |se )*esquec\w+"
_REFUSED = r"\b(?:nao|num|n|nem|sem|nunca|par[ae]m?|parar|chega|tira\w*|cancel(?:a|e|em|ar|o)\b|dispens\w+|nada de|errad[oa]|outro numero|ela|ele|dela|dele|mae|pai|filh[oa]|marido|obrigad[oa]|recebi|hoje)\b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminded:
    """What is said of the reminders, whether they are only asked about, and what is said besides."""

    wish: Heard
    asks: bool
    rest: Heard | None
    apart: Apart | None = None  # an opt-out of other messages among the rest


def reminded(heard: Heard, read: Callable[[str], Reading]) -> Reminded | None:
    """What a message says of reminders that are wanted; None where it says nothing of them, refuses them, or leaves the messages."""
    norm = fold(heard.text)
    reading = heard.reading
    if _WORD not in norm or len(norm) != len(heard.text) or heard.tapped:
        return None
    if (
        reading.optout
        or reading.safety
        or reading.nuances & {Nuance.OPTS_IN, Nuance.ASKS_RECIPIENT, Nuance.GRIEF}
    ):
        return None
    found = rx(_CLAUSE).search(norm)
    if found is None:
        return None
    start = found.start() + _behind_choice(heard.text[: found.end()][found.start() :], read)
    said = norm[start : found.end()].replace("sim ou nao", "?").replace("ou nao", "?")
    said = rx(_MINDS).sub("quero", said)
    asks = rx(_ASKED).search(said) is not None
    if rx(_REFUSED).search(said) or not (asks or rx(_WISHED).search(said)):
        return None
    rest = f"{heard.text[:start]} {heard.text[found.end() :]}".strip(" ,;")
    words = any(letter.isalnum() for letter in rest)
    left = replace(heard, text=rest, reading=read(rest)) if words else None
    return Reminded(
        wish=replace(heard, text=heard.text[start : found.end()].strip(" ,;.")),
        asks=asks,
        rest=left,
        apart=apart(left, read) if left else None,
    )


_AND = r"(?i)\be (?=(?:o|os|me|meus?|quero|pode|podem|deixa|mantem|manda)\b)"


def _behind_choice(clause: str, read: Callable[[str], Reading]) -> int:
    """Where the reminders begin in `clause`: behind one of several things that is picked, "a 1ª e pode mandar lembrete"."""
    gap = rx(_AND).search(clause)
    return gap.start() if gap and gap.start() and read(clause[: gap.start()]).choice is not None else 0
