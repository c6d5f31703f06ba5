"""One message in the form that rules read: its tokens in normal form, joined by single spaces, each traceable to the original.

Rules are regular expressions over `Line.norm`. A rule that has explained some words can hide them from the rules after it with
`hide`: an address is not a date, a price not an hour.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

import pcre2  # type: ignore[import-untyped]

from anna.commands import RuleHit
from anna.conversation.understanding.text.foreign import is_english, translate
from anna.conversation.understanding.text.spelling import repair
from anna.kit.numbers import read_number
from anna.kit.text import Token, clean, tokenize

HIDDEN = "_"
EMOJI = "\U0001f300-\U0001faff"
"""The range of a class of characters."""
_APOSTROPHES = frozenset("'’´`")
_SLASHED = {"para", "com", "sem"}
_MAX_CHARS = 4000
_SENTENCE = 120
_BESIDE_H = frozenset("gjn")
_HOURS = frozenset(str(hour) for hour in range(7, 21))
COURTESY = r"(?:(?<!\w)(?:oi|ola|opa|bom dia|boa tarde|boa noite|moca|moco|amiga|amigo|gente|entao|por favor|obrigad[ao]|valeu|agradecid[ao]|grat[ao]|kkk|viu|ta|amor|querid[ao]|flor)(?!\w)|[^\w])"


@cache
def rx(pattern: str) -> re.Pattern[str]:
    """The compiled pattern; compiled at first use, so that importing rules costs nothing.

    PCRE2 reads a pattern as `re` does and finds the same (decision 0023; a test holds every pattern to both). Without its just-in-time
    code, whose small stack ends in an error where a message is long.
    """
    compiled: re.Pattern[str] = pcre2.compile(pattern, jit=False)
    return compiled


def just_before(pattern: str, norm: str, place: int, start: int = 0) -> re.Match[str] | None:
    """What stands right before `place`: `pattern` ends with `$`. It looks back a sentence at most, or long messages cost their square."""
    return rx(pattern).search(norm, max(start, place - _SENTENCE), place)


@dataclass(frozen=True, slots=True)
class Line:
    """`norm[starts[i]:starts[i] + len(tokens[i].norm)]` is token i."""

    text: str
    norm: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Line:
        """Read any text; beyond the first 4,000 characters nothing is read (a message, not a book)."""
        whole = clean(text)[:_MAX_CHARS]
        tokens = _merge(tokenize(whole))
        starts, place = [], 0
        for token in tokens:
            starts.append(place)
            place += len(token.norm) + 1
        return cls(whole, " ".join(t.norm for t in tokens), tokens, tuple(starts))

    def find(self, pattern: str) -> re.Match[str] | None:
        """The first match of `pattern` in the normal form."""
        return rx(pattern).search(self.norm)

    @property
    def core(self) -> str:
        """The normal form without greetings before it and courtesies, laughter and marks around it: what a bare answer leaves."""
        return rx(rf"{COURTESY}+$").sub("", rx(rf"^{COURTESY}+").sub("", self.norm))

    def saw(self, start: int, end: int) -> str:
        """The original words behind `norm[start:end]`."""
        first, last = self.token_at(start), self.token_at(max(start, end - 1))
        return self.text[self.tokens[first].start : self.tokens[last].end] if self.tokens else ""

    def token_at(self, place: int) -> int:
        """Index of the token that covers `place` of the normal form."""
        return max(0, bisect_right(self.starts, place) - 1)

    def place_of(self, start: int, end: int) -> tuple[int, int]:
        """The span in the normal form of the tokens that overlap `text[start:end]`."""
        inside = [i for i, t in enumerate(self.tokens) if t.start < end and t.end > start]
        if not inside:
            return 0, 0
        return self.starts[inside[0]], self.starts[inside[-1]] + len(self.tokens[inside[-1]].norm)

    def hide(self, start: int, end: int) -> Line:
        """The same line in which `norm[start:end]` matches no word; places keep their meaning."""
        return replace(self, norm=self.norm[:start] + HIDDEN * (end - start) + self.norm[end:])

    def hit(self, rule: str, start: int, end: int, meant: str) -> RuleHit:
        """A trace entry for a rule that matched `norm[start:end]`."""
        return RuleHit(rule, self.saw(start, end), meant)


def _merge(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Number words become digits, "p/" becomes "para", a hyphen inside a word goes."""
    norms = tuple("'" if t.norm in _APOSTROPHES else t.norm for t in tokens)
    english = is_english(norms)
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        meant = translate(norms, i, english=english)
        if meant:
            out.append(Token(token.text, token.start, tokens[i + meant[1] - 1].end, meant[0]))
            i += meant[1]
            continue
        number = read_number(norms[i : i + 3])
        if number and not _is_december(out, norms, i):
            value, used = number
            last = tokens[i + used - 1]
            out.append(Token(token.text, token.start, last.end, str(value)))
            i += used
            continue
        if token.norm == "/" and out and out[-1].norm in _SLASHED:
            i += 1
            continue
        if _is_hyphen(tokens, i):
            i += 1
            continue
        if token.norm in _BESIDE_H and out and out[-1].end == token.start and out[-1].norm in _HOURS:
            out.append(replace(token, norm="h"))  # "15g", "11j30": the key beside
            i += 1
            continue
        repaired = repair(token.norm)
        out.append(token if repaired == token.norm else replace(token, norm=repaired))
        i += 1
    return tuple(out)


def _is_hyphen(tokens: tuple[Token, ...], i: int) -> bool:
    """ "meio-dia", "segunda-feira": the mark only joins two words; in "9h - 11h" it is a span."""
    if tokens[i].norm != "-" or not 0 < i < len(tokens) - 1:
        return False
    left, right = tokens[i - 1], tokens[i + 1]
    return (
        left.end == tokens[i].start
        and tokens[i].end == right.start
        and left.text.isalpha()
        and right.text.isalpha()
    )


def _is_december(before: list[Token], norms: tuple[str, ...], i: int) -> bool:
    """ "21 de dez" is a month, "de dez a doze" is a number."""
    if norms[i] != "dez" or not before:
        return False
    if before[-1].norm.isdigit():
        return True
    return len(before) > 1 and before[-1].norm == "de" and before[-2].norm.isdigit()
