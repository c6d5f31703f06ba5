"""Which piece of the clinic's knowledge answers a question: ranked by the words they share, and none where too little is shared. Pure.

A question is short and full of slips, a wrong answer costs more than none: what is asked about and stands nowhere counts against every
answer, so that "posso levar meu cachorro?" is not answered by who may be brought along.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from anna.clinica.models import Conhecimento
from anna.clinica.subjects import SUBJECTS
from anna.kit.stems import content_words, stem

ANSWERS = 0.5
"""The share of a question, by the weight of its words, that a piece of knowledge must speak of to be its answer."""

IN_QUESTION = 1.0
IN_ANSWER = 0.7
"""What a word counts where the clinic's own question has it, and where only the answer does."""

SLIP = 0.9
"""What is left of that for a word that was probably meant."""

_EARLIER = 0.98
"""Of two subjects the first is the topic: "o estacionamento é pago?" asks about parking."""

_UNKNOWN = 0.5
"""As how rare a word counts that stands nowhere."""

_SLIP_FROM = 6
_TWO_SLIPS_FROM = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of knowledge and how much of the question it speaks of, 0 to 1."""

    item: Conhecimento
    score: float

    @property
    def answers(self) -> bool:
        """Whether it may be said as the answer."""
        return self.score >= ANSWERS


def rank(text: str, items: Iterable[Conhecimento]) -> list[Found]:
    """Those of `items` that share a word with the question `text`, best first."""
    pages = [(item, terms(item.pergunta), terms(item.resposta)) for item in items]
    common = Counter(term for _, asked, said in pages for term in asked | said)
    words = {word for item, _, _ in pages for word in content_words(f"{item.pergunta} {item.resposta}")}
    meant = list({_meant(word, common, words): None for word in content_words(text)})
    weights = {
        term: log(1 + len(pages) / (common[term] or _UNKNOWN)) * _EARLIER**place
        for place, (term, _) in enumerate(meant)
    }
    whole = sum(weights.values())
    found = [
        Found(item, sum(weights[term] * sure * _place(term, asked, said) for term, sure in meant) / whole)
        for item, asked, said in pages
        if whole
    ]
    return sorted((f for f in found if f.score), key=lambda f: (-f.score, f.item.pergunta, f.item.id))


_SENTENCES = re.compile(r"(?<=[.!?])(?<!Dr\.)(?<!Dra\.)\s+")


def excerpt(text: str, subjects: frozenset[str]) -> str:
    """The sentences of `text` that speak of one of `subjects` (`SUBJECTS`); all of it where none does."""
    about = [part for part in _SENTENCES.split(text) if terms(part) & subjects]
    return " ".join(about) or text


def fuse(rankings: Sequence[Sequence[Conhecimento]], *, k: int = 60) -> list[Conhecimento]:
    """One ranking of several by reciprocal rank fusion (Cormack, Clarke and Büttcher 2009): what stands high in most comes first."""
    scores: dict[Conhecimento, float] = {}
    for ranking in rankings:
        for place, item in enumerate(ranking, start=1):
            scores[item] = scores.get(item, 0.0) + 1 / (k + place)
    return sorted(scores, key=lambda item: (-scores[item], item.pergunta, item.id))


def _place(term: str, asked: frozenset[str], said: frozenset[str]) -> float:
    return IN_QUESTION if term in asked else IN_ANSWER if term in said else 0.0


@lru_cache(maxsize=4096)
def terms(text: str) -> frozenset[str]:
    """What `text` is about: the stems of its words, those of one subject as that subject."""
    return frozenset(map(_term, content_words(text)))


def _term(word: str) -> str:
    """The subject that a word belongs to, else its stem."""
    root = stem(word)
    return _BY_STEM.get(root, root)


def _meant(word: str, known: Mapping[str, int], words: Collection[str]) -> tuple[str, float]:
    """The term of `word`, or the known one of the word that it is a slip of, and how sure that is."""
    term = _term(word)
    if term in known or term in SUBJECTS or len(word) < _SLIP_FROM:
        return term, 1.0
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only an unknown word needs it)

    slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
    near = [
        (distance, _term(other))
        for other in (*words, *_SPELLED)
        if abs(len(other) - len(word)) <= slips and other[0] == word[0] and len(other) >= _SLIP_FROM and _term(other) in known
        and (distance := OSA.distance(word, other, score_cutoff=slips)) <= slips
    ]  # fmt: skip
    return (min(near)[1], SLIP) if near else (term, 1.0)


_BY_STEM: Mapping[str, str] = {stem(word): subject for subject, words in SUBJECTS.items() for word in words}
_SPELLED = frozenset(word for words in SUBJECTS.values() for word in words)
