"""The text under the reader's eyes: what one rule has read, no later one reads again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from anna.conversation.claims.models import Claim, ClaimKind
from anna.kit.text import fold

_TAKEN = "\x00"


@lru_cache(maxsize=4096)
def _letter(char: str) -> str:
    folded = fold(char)
    return folded[0] if folded and folded[0].isprintable() else " " if char.isspace() else "\x01"


def in_place(text: str) -> str:
    """`text` folded so that every character stays where it is; lines stay lines."""
    return "".join("\n" if char == "\n" else _letter(char) for char in text)


class Sheet:
    """A text with its folded copy; `take` blanks what was read."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.whole = in_place(self.text)
        self.folded = self.whole

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Every match in what is left, one after the other as the sheet empties."""
        at = 0
        while match := pattern.search(self.folded, at):
            yield match
            at = max(match.end(), at + 1)

    def is_free(self, start: int, end: int) -> bool:
        return _TAKEN not in self.folded[start:end]

    def take(self, kind: ClaimKind, start: int, end: int, value: str, *, about: str | None = None) -> Claim:
        """The claim at this place, which nobody reads again."""
        self.folded = self.folded[:start] + _TAKEN * (end - start) + self.folded[end:]
        return Claim(kind, self.text[start:end], start, end, value, about=about)
