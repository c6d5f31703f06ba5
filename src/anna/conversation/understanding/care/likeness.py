"""How much a message resembles those that told of trouble: a second opinion beside the rules, for words that no rule names (decision 0024).

A multinomial logistic regression over the words of the normal form and their parts, hashed (Weinberger et al., "Feature Hashing for Large
Scale Multitask Learning", 2009). It is trained by `make train` on the labelled messages; here it is only weighed, in a fraction of a millisecond.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from zlib import crc32

import orjson

from anna.conversation.understanding.text.line import Line


class Trouble(StrEnum):
    """What a message can resemble, in the order of the stored weights."""

    SELF_HARM = "self_harm"
    VIOLENCE = "violence"
    EMERGENCY = "emergency"
    REACTION = "adverse_reaction"


PLACES = 1 << 15
"""How many weights each kind has; what is hashed onto the same place shares it."""

WEIGHTS = "likeness.weights"
"""The file beside this module: a line of JSON (`steps` and `biases` by kind), then a byte of each weight, kind by kind."""

_PARTS = (3, 4, 5)  # letters


def grams(norm: str) -> Iterator[str]:
    """What is weighed of a normal form: parts of words with their edges, words, words in a row, words around another."""
    words = norm.split()
    for word in words:
        edged = f" {word} "
        for size in _PARTS:
            for start in range(len(edged) - size + 1):
                yield edged[start : start + size]
        yield f"1{word}"
    for first, second in zip(["^", *words], [*words, "$"], strict=True):
        yield f"2{first} {second}"
    for first, second in zip(words, words[2:], strict=False):
        yield f"3{first} {second}"


def places(norm: str) -> frozenset[int]:
    """Where the weights of a message stand; each counts once, by the square root of how many there are."""
    return frozenset(crc32(gram.encode()) % PLACES for gram in grams(norm))


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learnt: of each kind one signed byte a place, the value of one step of it, and how likely the kind is by itself (log odds against none)."""

    kinds: Sequence[memoryview]
    steps: Sequence[float]
    biases: Sequence[float]

    @classmethod
    def of(cls, stored: bytes) -> Weights:
        """The weights of a stored file."""
        head, _, body = stored.partition(b"\n")
        told = orjson.loads(head)
        learnt = memoryview(body).cast("b")
        kinds = [learnt[n * PLACES : (n + 1) * PLACES] for n in range(len(Trouble))]
        return cls(kinds, told["steps"], told["biases"])

    def weigh(self, norm: str) -> Mapping[Trouble, float]:
        """How likely each kind is of a message in normal form, 0 to 1; what is left to 1 is that it tells of no trouble."""
        at = places(norm)
        scale = 1 / math.sqrt(len(at) or 1)
        odds = [
            math.exp(bias + step * scale * sum(map(learnt.__getitem__, at)))
            for learnt, step, bias in zip(self.kinds, self.steps, self.biases, strict=True)
        ]
        whole = 1 + sum(odds)
        return {kind: one / whole for kind, one in zip(Trouble, odds, strict=True)}


@cache
def _learnt() -> Weights:
    return Weights.of(files("anna.conversation.understanding.care").joinpath(WEIGHTS).read_bytes())


def likeness(line: Line) -> Mapping[Trouble, float]:
    """How likely the message tells of each kind of trouble, 0 to 1. Nothing is raised."""
    return _learnt().weigh(line.norm)
