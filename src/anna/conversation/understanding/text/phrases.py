"""Phrases of meaning: rules over words and families of words, for what people say in a hundred ways.

A message is marked once, word by word, with every family its words belong to; a rule is a line of such marks:

    nao|mal .. respir*       one of these words, then, after at most three others and no comma, one that begins so
    BODY ... SWOLLEN         two families, anything between them, in one sentence
    DONE & SWOLLEN           both, in any order, anywhere in the message
    ^ sair $                 the whole message, courtesies aside
    drop* ?me list           `?me` may be missing
    !nao SORE                no such word among the three before
    BODY SORE ~ BETTER       unless there is something of the second anywhere

Words beside each other may have little words between them ("nao mand*" is also "não é para vocês me mandarem"), a comma never.
A line costs a few dictionary entries, where the same meaning as a regular expression costs its compilation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from anna.conversation.understanding.text.line import Line

NEAR, FAR = 3, 20
_COMMA = NEAR + 1  # as many words as end what is near
_GAPS = {"..": NEAR, "...": FAR}
_START, _END = -1, -2
_ANCHORS = frozenset("^$")
_ENDS = frozenset(".!?;\n")
_EMOJI = "\U0001f300"
# Little words that may stand between two words of a phrase.
_LITTLE_WORDS = """
o a os as um uma uns umas me te se lhe lhes nos eu ele ela eles elas voce voces tu meu minha meus minhas seu sua seus suas teu tua de do da
dos das d em no na nas num numa ao aos por pelo pela pelos pelas e que q ja ai aqui la so muito muita muitos muitas bem mais tao tanto tanta
super ainda esse essa esses essas este esta estes estas isto aquele aquela ta to estou tava estava pra para pro com mesmo mesma tambem assim
gente moca moco toda todo tudo todas todos meio uai viu ne ali daqui dai dali bastante demais agora amor menina guria
"""
# Said around a message without changing it.
_COURTESIES = """
oi ola opa bom boa dia tarde noite moca moco amiga amigo gente entao por favor obrigada obrigado valeu agradecida agradecido grata grato kkk
viu ta amor querida querido flor guria mana menina minha filha e ne gentileza pelo de deus uai oxe bah tche ja agora pf senhora senhor
"""
_LITTLE = frozenset(_LITTLE_WORDS.split())
_COURTESY = frozenset(_COURTESIES.split())


class _Part(NamedTuple):
    """One place of a phrase: what stands there, how far after the last one, and whether it may be missing."""

    mark: int
    gap: int
    optional: bool
    barred: int | None


class _Phrase(NamedTuple):
    rule: int
    sequences: tuple[tuple[_Part, ...], ...]
    vetoes: tuple[tuple[_Part, ...], ...]
    needed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Rule number `rule` saw `norm[start:end]`."""

    rule: int
    start: int
    end: int


class Phrases:
    """Rules, each a text of one phrase a line, read against messages; the families they share are given by name."""

    def __init__(self, families: Mapping[str, str], rules: Sequence[str]) -> None:
        self._families = families
        self._exact: defaultdict[str, list[int]] = defaultdict(list)
        self._begins: defaultdict[str, list[int]] = defaultdict(list)
        # of a family's mark: those of the alternatives it is part of
        self._within: defaultdict[int, list[int]] = defaultdict(list)
        self._marks: dict[str, int] = {"^": _START, "$": _END}
        self._by_mark: defaultdict[int, list[_Phrase]] = defaultdict(list)
        for number, text in enumerate(rules):
            for line in text.splitlines():
                if line.strip():
                    self._add(number, line)
        self._of_word = lru_cache(maxsize=8192)(self._look_up)

    def first(self, line: Line) -> Found | None:
        """The lowest-numbered rule with a phrase in the message."""
        return min(self.all(line), key=lambda f: (f.rule, f.start), default=None)

    def all(self, line: Line) -> Iterator[Found]:
        """Every phrase of the message, in no order; the same rule may come several times."""
        message = _Message(line, self._of_word)
        for mark in message.places:
            for phrase in self._by_mark.get(mark, ()):
                span = message.has(phrase)
                if span:
                    yield Found(phrase.rule, *message.span(*span))

    @property
    def words(self) -> frozenset[str]:
        """Every whole word that some phrase waits for."""
        return frozenset(self._exact)

    # -- building

    def _add(self, number: int, line: str) -> None:
        wanted, *unless = line.split(" ~ ")
        sequences = tuple(self._sequence(s) for s in wanted.split(" & "))
        needed = tuple({p.mark for s in sequences for p in s if not p.optional and p.mark >= 0})
        phrase = _Phrase(number, sequences, tuple(self._sequence(s) for s in unless), needed)
        # the last word of a phrase is mostly its rarest ("não … respirar")
        self._by_mark[_last_needed(sequences[0])].append(phrase)

    def _sequence(self, text: str) -> tuple[_Part, ...]:
        parts: list[_Part] = []
        gap, barred = 0, None
        for word in text.split():
            if word in _GAPS:
                gap = _GAPS[word]
                continue
            if word[0] == "!":
                barred = self._mark(word[1:])
                continue
            optional = word[0] == "?" and word != "?"
            parts.append(_Part(self._mark(word[1:] if optional else word), gap, optional, barred))
            gap, barred = 0, None
        return tuple(parts)

    def _mark(self, text: str) -> int:
        """The mark of "word|beginn*|FAMILY". A family is written out once, however many alternatives it is part of."""
        mark = self._marks.get(text)
        if mark is not None:
            return mark
        mark = self._marks[text] = len(self._marks)
        for word in text.split("|"):
            if not word or word in _ANCHORS:  # "?" opens an optional word, "^" and "$" stand alone
                raise ValueError(f"no word of a phrase: {text!r}")
            if not word.isupper():
                self._wait_for(word, mark)
            elif word == text:
                for each in self._families[word].split():
                    self._wait_for(each, mark)
            else:
                self._within[self._mark(word)].append(mark)
        return mark

    def _wait_for(self, word: str, mark: int) -> None:
        if word[-1] == "*":
            self._begins[word[:-1]].append(mark)
        else:
            self._exact[word].append(mark)

    def _look_up(self, word: str) -> tuple[int, ...]:
        found = [*self._exact.get(word, ())]
        for size in range(1, len(word) + 1):
            found += self._begins.get(word[:size], ())
        for mark in tuple(found):
            found += self._within.get(mark, ())
        return tuple(dict.fromkeys(found))


def _last_needed(sequence: tuple[_Part, ...]) -> int:
    return next(p.mark for p in reversed(sequence) if not p.optional and p.mark >= 0)


_REACH = 4  # how many places, little words included, one word of a gap may take up


class _Message:
    """One message as its words, with the places of every mark."""

    def __init__(self, line: Line, of_word: Callable[[str], tuple[int, ...]]) -> None:
        self.words = line.norm.split(" ")
        self.places: dict[int, list[int]] = {}
        self._weights, self._sentences = [0], []
        weight = sentence = 0
        for i, word in enumerate(self.words):
            for mark in of_word(word):
                self.places.setdefault(mark, []).append(i)
            weight += _COMMA if word == "," else word not in _LITTLE
            sentence += word in _ENDS or word >= _EMOJI
            self._weights.append(weight)
            self._sentences.append(sentence)
        self._first, self._last = self._core()

    def _core(self) -> tuple[int, int]:
        first, last = 0, len(self.words)
        while first < last and _is_courtesy(self.words[first]):
            first += 1
        while last > first and _is_courtesy(self.words[last - 1]):
            last -= 1
        return first, last

    def has(self, phrase: _Phrase) -> tuple[int, int] | None:
        """The first and last place of the phrase, if it is there."""
        if any(mark not in self.places for mark in phrase.needed):
            return None
        spans = [self._match(sequence) for sequence in phrase.sequences]
        if any(span is None for span in spans) or any(self._match(veto) for veto in phrase.vetoes):
            return None
        return spans[0]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """From places to the characters of the normal form."""
        start = sum(len(word) + 1 for word in self.words[:first])
        return start, start + sum(len(word) + 1 for word in self.words[first : last + 1]) - 1

    def _match(self, parts: tuple[_Part, ...]) -> tuple[int, int] | None:
        if parts[0].mark == _START:
            return self._from(parts, 1, self._first - 1, None, set())
        return self._from(parts, 0, None, None, set())

    def _from(
        self,
        parts: tuple[_Part, ...],
        k: int,
        last: int | None,
        first: int | None,
        tried: set[tuple[int, int]],
    ) -> tuple[int, int] | None:
        """Match `parts[k:]` after place `last`; `tried` are dead ends."""
        if k == len(parts):
            return first or 0, last or 0
        part = parts[k]
        if part.mark == _END:
            return (first or 0, last or 0) if last is not None and last + 1 >= self._last else None
        if (k, -1 if last is None else last) in tried:
            return None
        for place in self._after(part, last):
            span = self._from(parts, k + 1, place, place if first is None else first, tried)
            if span:
                return span
        tried.add((k, -1 if last is None else last))
        return self._from(parts, k + 1, last, first, tried) if part.optional else None

    def _after(self, part: _Part, last: int | None) -> Iterator[int]:
        for place in self.places.get(part.mark, ()):
            if last is not None:
                if place <= last:
                    continue
                if place - last > _REACH * (part.gap + 2):
                    return
                if last >= 0 and self._sentences[place - 1] != self._sentences[last]:
                    return
                if self._weights[place] - self._weights[last + 1] > part.gap:
                    return
            if part.barred is None or not any(
                0 < place - p <= NEAR for p in self.places.get(part.barred, ())
            ):
                yield place


def _is_courtesy(word: str) -> bool:
    return word in _COURTESY or not word.isalnum()
