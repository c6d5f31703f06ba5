"""Wordings: words that stand exactly beside each other, listed a line each, for what people say in set ways.

    com_certeza|claro|logico         one of these; `_` joins the words of one alternative
    confirm* ?sim                    a word that begins so; what has a `?` may be missing
    nao +eu|me|mais quero            any number of these between
    vou ..2 faltar                   up to two words of any kind between
    tem ... ?                        anything up to the end of the sentence between
    as # h                           a number
    vou ~                            what was hidden, because it is understood already
    ^ capaz .                        the message begins here, the clause ends here
    !nao|num confirmo !que           neither of these before, nor that behind
    isso =obrigad*                   that must come next, and is no part of it
    caro =...?                       a question mark comes before the sentence ends (`!...?`: none does)
    que h $                          nothing but marks comes after it
    NOT quero                        a family of alternatives, given by name

Where `phrases` looks for a meaning in words near each other, this finds set expressions to the word, and where each of them ends, so that what
was understood can be hidden from whatever is read after it. A line is parsed when a message first has a word it may begin with; as a regular
expression the same list would be compiled whole, letter by letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from anna.conversation.understanding.text.line import HIDDEN

_MOST = 8  # of one repeated word: what keeps the work bounded
_FAR = 30
_ENDS = frozenset(".!?;\n")
_ANCHORS = frozenset({".", "$", "=...?", "!...?"})
_NUMBER, _SEEN = "#", "~"


class _Part(NamedTuple):
    """What stands in one place and how often it may; or, with a `look`, what must or must not come next."""

    words: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    several: tuple[tuple[str, ...], ...] = ()
    least: int = 1
    most: int = 1
    over_commas: bool = False
    look: str = ""


class _Wording(NamedTuple):
    opens: bool
    barred: _Part | None
    parts: tuple[_Part, ...]


class Wordings:
    """Numbered lists of wordings, each of which may be looked for alone; the families they share are given by name."""

    def __init__(self, families: Mapping[str, str], rows: Sequence[str]) -> None:
        self._families = families
        self._exact: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._begins: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        self._parts: dict[str, _Part] = {}
        for number, text in enumerate(rows):
            for line in text.splitlines():
                if line:
                    self._index(number, line)
        self._of_word = lru_cache(maxsize=8192)(self._look_up)
        self._parsed = lru_cache(maxsize=None)(self._parse)

    def possible(self, norm: str) -> frozenset[int]:
        """The rows of which `norm` has a first word."""
        return frozenset(row for word in set(norm.split(" ")) for row, _ in self._of_word(word))

    def spans(self, row: int, norm: str) -> Iterator[tuple[int, int]]:
        """Where a row is found in a normal form, as characters: from the left, each time the longest, never overlapping."""
        words = _Words(norm.split(" "))
        place = free = 0
        for i, word in enumerate(words):
            if i >= free:
                free = max((end for end in self._ends(row, words, i)), default=i)
                if free > i:
                    yield place, place + len(" ".join(words[i:free]))
            place += len(word) + 1

    def find(self, row: int, norm: str) -> tuple[int, int] | None:
        """The first place where a row is found."""
        return next(self.spans(row, norm), None)

    @property
    def words(self) -> frozenset[str]:
        """Every whole word that some wording waits for."""
        lines = {line for by in (self._exact, self._begins) for found in by.values() for _, line in found}
        parts = [part for line in lines for part in self._parsed(line).parts]
        several = {word for part in parts for words in part.several for word in words if word[-1] != "*"}
        return frozenset(several.union(*(part.words for part in parts)))

    def _ends(self, row: int, words: _Words, i: int) -> Iterator[int]:
        for number, line in self._of_word(words[i]):
            if number == row:
                yield from _ends(self._parsed(line), words, i)

    # -- building

    def _index(self, row: int, line: str) -> None:
        """Under every word that the line may begin with."""
        for text in line.split(" "):
            if text == "^" or _marked(text, "!"):
                continue  # no word of the line itself
            part = self._part(text)
            for word in part.words:
                self._exact[word].append((row, line))
            for word in (*part.begins, *(several[0] for several in part.several)):
                if word[-1:] == "*" or word in part.begins:
                    self._begins[word.rstrip("*")].append((row, line))
                else:
                    self._exact[word].append((row, line))
            if part.least:
                return

    def _look_up(self, word: str) -> tuple[tuple[int, str], ...]:
        found = [*self._exact.get(_NUMBER if word[:1].isdigit() else word, ()), *self._exact.get(word, ())]
        for size in range(len(word) + 1):
            found += self._begins.get(word[:size], ())
        return tuple(dict.fromkeys(found))

    def _parse(self, line: str) -> _Wording:
        texts = line.split(" ")
        opens = texts[0] == "^"
        texts = texts[opens:]
        barred = self._part(texts.pop(0)) if _marked(texts[0], "!") else None
        return _Wording(opens, barred, tuple(map(self._part, texts)))

    def _part(self, text: str) -> _Part:
        part = self._parts.get(text)
        if part is None:
            part = self._parts[text] = self._part_of(text)
        return part

    def _part_of(self, text: str) -> _Part:
        if text in _ANCHORS:
            return _Part(look=text)
        if text == "...":
            return _Part(begins=("",), least=0, most=_FAR, over_commas=True)
        if text.startswith(".."):
            return _Part(begins=("",), least=0, most=int(text[2:]))
        if _marked(text, "?+"):
            return self._part(text[1:])._replace(least=0, most=_MOST if text[0] == "+" else 1)
        if _marked(text, "!="):
            return self._part(text[1:])._replace(look=text[0])
        return self._alternatives(text)

    def _alternatives(self, text: str) -> _Part:
        words, begins, several = set(), [], []
        for name in text.split("|"):
            for word in self._families[name].split() if name.isupper() else (name,):
                if "_" in word:
                    several.append(tuple(word.split("_")))
                elif word[-1:] == "*":
                    begins.append(word[:-1])
                elif word == _SEEN:
                    begins.append(HIDDEN)
                elif word:
                    words.add(word)
                else:
                    raise ValueError(f"no word of a wording: {text!r}")
        return _Part(frozenset(words), tuple(begins), tuple(several))


class _Words(list[str]):
    """The words and marks of a normal form; `first` and `last` are the places of words that are no mark."""

    @cached_property
    def first(self) -> int:
        return next((i for i, word in enumerate(self) if _is_word(word)), len(self))

    @cached_property
    def last(self) -> int:
        return next((i for i in reversed(range(len(self))) if _is_word(self[i])), -1)


def _marked(text: str, marks: str) -> bool:
    return text[0] in marks and len(text) > 1


def _ends(wording: _Wording, words: _Words, i: int) -> Iterator[int]:
    """Every place where the wording may end that begins at place `i`."""
    if wording.opens and words.first < i:
        return
    if wording.barred and i and _fits(wording.barred, words[i - 1]):
        return
    reached = {i}
    for part in wording.parts:
        reached = (
            {at for at in reached if _looks(part, words, at)} if part.look else _after(part, words, reached)
        )
        if not reached:
            return
    yield from reached


def _looks(part: _Part, words: _Words, i: int) -> bool:
    if part.look == ".":
        return i == len(words) or not _is_word(words[i])
    if part.look == "$":
        return words.last < i
    if part.look in _ANCHORS:
        end = next((word for word in words[i:] if word in _ENDS), "")
        return (end == "?") is (part.look[0] == "=")
    return any(_steps(part, words, i)) is (part.look == "=")


def _after(part: _Part, words: _Words, reached: set[int]) -> set[int]:
    """Every place that comes after as many of `part` as there may be."""
    found = set(reached) if part.least == 0 else set()
    for _ in range(part.most):
        reached = {end for at in reached for end in _steps(part, words, at)} - found
        if not reached:
            break
        found |= reached
    return found


def _steps(part: _Part, words: _Words, i: int) -> Iterator[int]:
    if i < len(words) and _fits(part, words[i]):
        yield i + 1
    for several in part.several:
        if i + len(several) <= len(words) and all(map(_same, several, words[i:])):
            yield i + len(several)


def _fits(part: _Part, word: str) -> bool:
    if word in part.words or (_NUMBER in part.words and word[:1].isdigit()):
        return True
    if not part.begins or not word.startswith(part.begins):
        return False
    return _is_word(word) or (part.over_commas and word not in _ENDS)


def _same(wanted: str, word: str) -> bool:
    if wanted[-1] == "*":
        return word.startswith(wanted[:-1])
    return word == wanted or (wanted == _NUMBER and word[:1].isdigit())


def _is_word(word: str) -> bool:
    return word[:1].isalnum() or word[:1] == HIDDEN
