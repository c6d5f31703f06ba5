"""The names of two who come, said in one breath: "nilza e neide", "eu sou a Nilza e ela é Neide". Pure."""

from __future__ import annotations

from collections.abc import Collection

from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.facts.name_words import PARTICLES
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold

_WORDS = r"[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,4}?"
_PAIR = rf"\W*(?:(?:é|e|eh|são|sao|somos|nomes?|a|o|eu) )*(?P<one>{_WORDS}) ?(?:,|/|\+|&| e| mais)(?: (?:a|o))? (?P<other>{_WORDS})\W*"
_OTHERS = rf"\b(?:ela|ele|dela|dele|outra|outro|(?:minha|meu) {KIN})(?: (?:se|chama|e|eh|o|nome|a|vai|ser))*[ ,:]*(?:\b(?:a|o|dona) )?(?P<who>[^\W\d_]{{2,}}(?: (?:d[aeo]s? )?[^\W\d_]{{2,}})?)"


def two_names(text: str) -> tuple[str, str] | None:
    """The two names that are all of the text, as they were written; None where it is one name: "Maria do Carmo e Silva"."""
    pair = rx(rf"(?i:{_PAIR})").fullmatch(text)
    if pair is None or not all(fold(pair[at]).split()[0] in KNOWN for at in ("one", "other")):
        return None
    return _capitalised(pair["one"]), _capitalised(pair["other"])


def others_name(text: str) -> str | None:
    """How the other one is called, where that is said beside who she is: "eu sou nilza e ela neide"."""
    said = fold(text)
    for match in rx(_OTHERS).finditer(said):
        words = (text if len(said) == len(text) else said)[slice(*match.span("who"))].split()
        if fold(words[0]) in KNOWN:
            whole = words if fold(words[-1]) not in {"e", "eu", "mas", "sou"} else words[:1]
            return _capitalised(" ".join(whole))
    return None


def the_other_of(pair: Collection[str], hers: str) -> str | None:
    """Which of a pair is not `hers`, where one of them is."""
    first = fold(hers).split()[:1]
    rest = [one for one in pair if fold(one).split()[:1] != first]
    return rest[0] if len(rest) == 1 else None


def _capitalised(name: str) -> str:
    return " ".join(word if word in PARTICLES else word.capitalize() for word in name.lower().split())
