"""A name that is put so ("José Carlos, pode por assim"), and what is asked after in words that may as well give one."""

from __future__ import annotations

from anna.conversation.understanding.facts.given_names import KNOWN, SHORT
from anna.conversation.understanding.facts.name_words import after_title, name_at
from anna.conversation.understanding.text.line import Line, rx

_FULL = 2  # words
_SO = r"(?: ?[,.:-])? (?:pode|podem|e so|so) (?:por|botar|deixar|colocar)(?: (?:assim|ess[ae]|este|nome|ai|mesmo|so|por favor|isso|desse jeito|moca|,))*\W*$"


def put_so(line: Line) -> list[int] | None:
    """The full name before "pode por assim"."""
    match = line.find(_SO)
    first = after_title(line, 0) if match and line.tokens else 0
    if match is None or line.tokens[first].norm not in KNOWN | SHORT:
        return None
    found = name_at(line, first, capital=False, strict=False)
    if not found or len(found) < _FULL:
        return None
    return found if line.starts[found[-1]] + len(line.tokens[found[-1]].norm) == match.start() else None


_ITS_NAME = r" ?,?(?: (?:e|eh|seria))? o nome (?:completo )?(?:del[ae]|d[ao] (?:paciente|menin[ao]|moc[ao]|crianca|minha \w+|meu \w+))\b(?! (?:e|eh|:|=|-)(?: |$))"
_LONGEST = 5  # words


def named_before(line: Line) -> list[int] | None:
    """The name before "o nome dela": "é Bruna Lima o nome dela"."""
    match = line.find(_ITS_NAME)
    if match is None or not match.start():
        return None
    last = line.token_at(match.start() - 1)
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        begins = line.tokens[first].norm in KNOWN | SHORT or line.tokens[first].text[:1].isupper()
        found = name_at(line, first, capital=False, strict=True) if begins else None
        if found and found[-1] == last:
            return found
    return None


def is_thing(line: Line, led: str, found: list[int], *, asked: bool) -> bool:
    """Whether "e o bigode chinês" asks after something, and gives no name: words in small letters that nobody is known to be called."""
    first = line.tokens[found[0]]
    named = first.norm in KNOWN | SHORT or first.text[:1].isupper()
    return (
        not named
        and rx(r"\b(?:sou|aq|aqui)\b").search(led) is None
        and ("?" in line.norm or (len(found) > 1 and not asked))
    )
