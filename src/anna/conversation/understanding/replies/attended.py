"""Whoever attends, named in a choice: "a das 16h30 com o médico" is one of his, and "a com a médica" hers, if it is the only one.

Names and forms of address are the rows' (`Context.attends`). Who has none may be meant by any, as far as the name allows.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from anna.conversation.understanding.port import Context
from anna.conversation.understanding.replies.stances import is_taken
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_TITLES = {"dra": "a", "sra": "a", "profa": "a", "dr": "o", "sr": "o", "prof": "o"}
_TITLE = r"(?:medic[ao]|doutora?|dra?|esteticista|biomedic[ao]|enfermeir[ao])"
_BY = r"(?:com|d[ao]|pel[ao]|n[ao]|o|a)"
_SAID = rf"\bcom (?:n?ess[ea] |n?est[ea] )?(?P<pronoun>ele|ela)\b|\b(?:com (?P<with>[ao]) |com |d(?P<of>[ao]) )(?:mesm[ao] |ess[ae] )?(?P<title>{_TITLE})\b(?: \.)?|(?<!vou )(?<!ir )\bcom (?:[ao] |uma? )?(?:mulher|homem)\b(?! gravid| d[aeo]\b| que\b)"


_OTHERWISE = r"\?|\b(?:fal\w+|convers\w+|pergunt\w+|duvida\w*|contato|ligar|ligue\w*|chama\w*)\b"
"""Who is to be spoken to, or is asked about, is not taken a time with."""


@dataclass(frozen=True, slots=True)
class Attended:
    """A line without whom it names, and the offered times at which it can be one of them."""

    line: Line
    slots: frozenset[datetime]


def read_attended(line: Line, context: Context) -> Attended | None:
    """Whom `line` takes one of the offered times with; None where it names nobody, or only tells, asks or refuses."""
    if len(context.attends) != len(context.slots) or line.find(_OTHERWISE):
        return None
    names = {who: set(rx(r"[a-z]+").findall(fold(who))) - set(_TITLES) for who in context.attends}
    by_name = "|".join(sorted(word for words in names.values() for word in words if len(word) > _SHORTEST))
    named = (
        rf"(?:\b{_BY} )*(?:\b{_TITLE} (?:\. )?)?\b(?P<name>{by_name})\b(?: (?:{by_name})\b)*|"
        if by_name
        else ""
    )
    spans = [
        (match, match.group(0))
        for match in rx(f"{named}{_SAID}" if named else f"(?P<name>(?!))|{_SAID}").finditer(line.norm)
    ]
    if not spans:
        return None
    hidden = line
    for match, _ in spans:
        hidden = hidden.hide(*match.span())
    if not all(is_taken(hidden, match.start()) for match, _ in spans):
        return None
    match, said = spans[-1]
    can = (
        {who for who in names if match["name"] in names[who]}
        if match["name"]
        else _addressed(set(names), said, pronoun=bool(match["pronoun"]))
    )
    slots = zip(context.slots, context.attends, strict=True)
    return Attended(hidden, frozenset(slot for slot, who in slots if who in can))


_SHORTEST = 2


def _addressed(names: Collection[str], said: str, *, pronoun: bool) -> set[str]:
    """Those who may be spoken of so: by their title; who has none, where nobody with one is meant, or by a pronoun."""
    feminine = rx(r"\b(?:ela|a|da|mulher|medica|doutora|dra|biomedica|enfermeira)\b").search(said) is not None
    ending, other = ("a", "o") if feminine else ("o", "a")
    titled = {who for who in names if _TITLES.get(_first(who)) == ending}
    bare = {who for who in names if _first(who) not in _TITLES and not _first(who).endswith(other)}
    return titled | bare if pronoun else titled or bare


def _first(name: str) -> str:
    return fold(name).partition(" ")[0].strip(".")
