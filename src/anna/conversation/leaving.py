"""Leaving messages beside something else, and coming back at once: what a message with an opt-out says besides, and "foi sem querer". Pure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from anna.commands import Intent, Reading
from anna.conversation.binding import Heard
from anna.conversation.decision import commands
from anna.kit.text import fold

WISHES = frozenset({
    Intent.SCHEDULE, Intent.AVAILABILITY, Intent.PRICE, Intent.HOURS, Intent.LOCATION, Intent.PAYMENT, Intent.CHECK_APPOINTMENT,
    Intent.RESCHEDULE, Intent.CANCEL, Intent.WAITLIST, Intent.CONFIRM_ATTENDANCE, Intent.CHOOSE_SLOT,
})  # fmt: skip
"""What somebody wants for herself, whatever messages she wants no more."""

_PARTS = re.compile(r"(?<=[.!?;\n])\s*|\s*\b(?:mas|porém|porem)\b\s*", re.IGNORECASE)
_TAKES_BACK = re.compile(
    r"(?<!nao )(?<!num )\b(?:foi (?:sem querer|engano|por engano|um erro|erro meu)|sem querer|por engano|(?:apertei|cliquei|digitei|mandei|escrevi|toquei) (?:\w+ ){0,2}errad[oa]|mudei de ideia|me arrependi|arrependi|desfaz|desfaca|volta atras)\b"
    r"|\bnao (?:era|e|foi) (?:isso|(?:pra|para) (?:sair|parar|tirar))\b|\bnao quero (?:sair|parar)\b"
    r"|\b(?:quero|queria|pode|podem|prefiro) (?:\w+ ){0,2}?(?:continua\w*|receber|voltar a receber|ficar recebendo|manda\w*|envia\w*)\b"
)
_BACK = re.compile(
    r"^(?:(?:oi|ola|quero|queria|pode|podem|eu|sim|me|por favor|ta|ok) )*(?:voltar|volta|volto|voltem)(?: (?:a receber|sim|por favor|quero|eu|tudo))*$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A message in two: what asks for silence, and what is wished besides."""

    leaving: Heard
    rest: Heard


def apart(heard: Heard, read: Callable[[str], Reading]) -> Apart | None:
    """The two halves of a message that opts out; None where it does not, or says nothing else that somebody could wish."""
    if not heard.reading.optout or heard.reading.safety:
        return None
    parts = [part for part in _PARTS.split(heard.text) if part and part.strip()]
    leaving = [part for part in parts if read(part).optout]
    rest = "\n".join(part for part in parts if part not in leaving)
    if not leaving or not rest:
        return None
    reading = read(rest)
    if reading.optout or reading.safety or not commands(reading) & WISHES:
        return None
    out = "\n".join(leaving)
    return Apart(
        leaving=replace(heard, text=out, reading=read(out), tapped=None),
        rest=replace(heard, text=rest, reading=reading),
    )


def regrets_leaving(text: str, said: frozenset[str]) -> bool:
    """Whether whoever has just left the messages would not have: "ops, foi sem querer, quero continuar recebendo".

    Who wishes something else with it has changed her mind about that ("mudei de ideia, quero a limpeza").
    """
    return not said & WISHES and _TAKES_BACK.search(" ".join(fold(text).split())) is not None


def comes_back(text: str) -> bool:
    """Whether it is the word by which whoever left the messages comes back ("VOLTAR"), and nothing else; of others it says nothing."""
    return _BACK.search(" ".join(re.sub(r"[^\w ]", " ", fold(text)).split())) is not None
