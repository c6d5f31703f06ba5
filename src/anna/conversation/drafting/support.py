"""Whether the rows say what a sentence says. Pure.

A sentence made of a row's words may still say something else: the reverse of it, all of it where the row has a part, a number that
belongs to another word, before where the row has after. So each word must stand on the side of yes or no on which its row has it, each
figure beside the words it has there, and what says *all*, *only*, *before* or *after* must be in the row too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import lru_cache

from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.claims.reading import read_claims
from anna.conversation.claims.sheet import in_place
from anna.conversation.drafting.vocabulary import COURTESY, PHATIC
from anna.kit.stems import content_words, stem

_ANY_TIME = datetime(2000, 1, 3, 12, tzinfo=UTC)
"""Lengths of time and numbers are read alike on any day."""

_COURTESY, _PHATIC = frozenset(map(stem, COURTESY)), frozenset(map(stem, PHATIC))
_FIGURES = frozenset({ClaimKind.SPAN, ClaimKind.NUMBER, ClaimKind.PERCENT, ClaimKind.ADDRESS})
_BOUND_ELSEWHERE = _FIGURES | {ClaimKind.PRICE, ClaimKind.TIME, ClaimKind.PHONE}
"""Claims whose words the gate itself holds against a row; whole names are others."""

_HARD = re.compile(r"(?<!\d)[,.:]+|[,.:]+(?!\d)|[;()–—!?\n]+|\s-\s|\b(?:mas|porem|que)\b|\b(?=nem\b)")
_SOFT = re.compile(r"\b(?:e|ou)\b")
_IS = re.compile(r"\b[éÉ]\b")
"""Which is "e" once it is folded, and joins nothing."""

_IDIOMS = re.compile(
    r"(?<!\w)(?:sem problemas?|tudo bem|qualquer (?:duvida|coisa)|nao se preocupe|(?:[e^] )?so (?=[a-z]+r\b)|so ate"
    r"|(?:fico|ficamos|estou|estamos) [aà] (?:sua )?disposicao|garantir (?:[oa] )?(?:seu |sua )?(?:horario|data|vaga|reserva))\b"
)
_NEGATES = re.compile(r"\b(?:nao|nem|nada|nunca|jamais|tampouco|nenhum|nenhuma|ninguem)\b")
_AVOIDS = re.compile(
    r"\b(?:evit|suspend|proib|dispens)\w*|\b(?:deix|par)\w* de\b|\bfech\w+\b(?!\s+(?:so |sempre )?(?:as|ao meio|a uma|a meia)\b)"
)
_FROM_HERE = re.compile(r"\b(?:sem|exceto|salvo)\b")
_TO_HERE = re.compile(r"\b(?:para|pra|por|n[ao]s?|em|com|ate|durante|quando|antes|depois)\b")
_IF = re.compile(r"\s*(?:se|caso|ao)\b")
_GIVES = re.compile(r"\bsem (?:custo|juros)\b|\bgrat\w+|\bde graca\b|\bcortesia\b")
_TO_RESERVE = re.compile(
    r"^\s*(?:(?:para|se (?:voce )?(?:quiser|desejar|preferir|for)) (?:reservar|marcar|agendar)|(?:pag[oa] )?na reserva)\b"
)
_WEAK = frozenset({stem("sinal")})
"""What may be said of it is too much to be shown by the word alone."""

_LIMITS = re.compile(r"\b(?:apenas|somente|so|unic[oa]s?|unicamente|exclusiv\w+|particular\w*)\b")
_ALL = re.compile(r"\b(tod[oa]s?|tudo|qualquer|sempre|inteir[oa]s?|cada|nunca)\b")
_PART_OF_DAY = re.compile(r"\b(manha|tarde|noite|madrugada|almoco|cedo)\b")
_TELLS_WHICH_HOUR = re.compile(
    r"(?:\d|\b(?:h|horas|meia|uma|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze)) ?d[ae] $"
)
_SIDES = {
    "antes": re.compile(
        r"\b(?:antes|antecedencia|anterior\w*|vespera|previ[ao]\w*)\b(?:\s+d[aeo]s?\s+([^\W\d_]+))?"
    ),
    "depois": re.compile(r"\b(?:depois|apos|posterior\w*|seguintes?)\b(?:\s+(?:d?[aeo]s?\s+)?([^\W\d_]+))?"),
}
ANSWERING = frozenset(map(stem, ("pode", "podem", "fazemos", "aceitamos", "atendemos", "oferecemos", "trabalhamos", "abrimos", "parcelamos")))  # fmt: skip
_DENIED = "!"
_SIDE_WORDS = frozenset(map(stem, ("antecedencia", "apos", "anterior", "anteriores", "posterior", "posteriores", "seguinte", "seguintes", "previo")))  # fmt: skip


class Answer(StrEnum):
    """How a sentence answers a question for a yes or a no."""

    YES = "sim"
    NO = "nao"
    IMPLIED = "diz"  # "atendemos das 8h às 18h": it begins with what was asked


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence: the words it speaks of, each with its place and whether it is denied (None: that cannot be told); its figures."""

    words: tuple[tuple[str, bool | None, int], ...]
    figures: tuple[tuple[ClaimKind, str, int], ...] = ()
    gives: bool = False  # "sem custo", "sem juros"
    conditional: bool = False  # "se desmarcar": it says nothing, it only tells of when
    hollow: frozenset[str] = (
        frozenset()
    )  # its words, where none is its own and nothing is claimed: "e fica com a gente"

    @property
    def stems(self) -> frozenset[str]:
        return frozenset(word for word, _, _ in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, of a row or of a draft."""

    text: str  # folded
    clauses: tuple[Clause, ...]

    @property
    def stems(self) -> frozenset[str]:
        return frozenset().union(*(clause.stems for clause in self.clauses))

    @property
    def words(self) -> frozenset[str]:
        """The stems of all its words; that it denies, and on which side of something it speaks, are words too."""
        return _all_words(self.text)

    @property
    def denies(self) -> bool:
        return bool(_NEGATES.search(self.text) or _AVOIDS.search(self.text))

    @property
    def limits(self) -> bool:
        return bool(_LIMITS.search(self.text))

    def has(self, word: str, denied: bool | None) -> bool:
        """Whether it says this word on that side of yes and no."""
        return any(
            word == mine and (denied is None or sign is None or denied is sign)
            for clause in self.clauses
            for mine, sign, _ in clause.words
        )


@lru_cache(maxsize=4096)
def read_line(text: str) -> Line:
    """A sentence as it is compared."""
    folded = _IDIOMS.sub(lambda match: " " * len(match.group()), in_place(_IS.sub("^", text)))
    return Line(folded, tuple(_clauses(folded, read_claims(text, now=_ANY_TIME))))


@lru_cache(maxsize=4096)
def read_columns(text: str) -> Line:
    """A row of columns as it is compared: all of it is said of one thing."""
    line = read_line(text)
    words = tuple((word, False, at) for clause in line.clauses for word, _, at in clause.words)
    figures = tuple(figure for clause in line.clauses for figure in clause.figures)
    return Line(line.text, (Clause(words, figures),))


def stems_of(folded: str) -> frozenset[str]:
    """The stems of what a text says beyond courtesies."""
    return frozenset(map(stem, content_words(folded))) - _COURTESY


def is_borne_out(
    said: Line, lines: Sequence[Line], about: str, *, asked: frozenset[str], answers: Answer | None
) -> bool:
    """Whether `lines` say what a sentence says.

    `about` is what they answer, `asked` the stems of the question, `answers` how the sentence answers a question for a yes or a no.
    """
    beside = [line for line in lines if line.stems & said.stems]
    if not beside:
        return False
    hedged = any(line.denies or line.limits for line in beside)
    topic = stems_of(in_place(about))
    if answers is Answer.NO and not hedged:
        return False
    says_yes = answers is Answer.YES or (answers is Answer.IMPLIED and not said.limits)
    if says_yes and not said.denies and _passes_over(said, beside, lines, asked):
        return False
    return (
        all(_is_said(clause, lines, topic, hedged=hedged) for clause in said.clauses)
        and (not said.limits or any(line.limits for line in beside))
        and adds_nothing(said, beside)
        and all(_stands_beside(figure, clause, lines) for clause in said.clauses for figure in clause.figures)
        and (not any(clause.gives for clause in said.clauses) or _keeps_bounds(said, beside))
    )


def _is_said(clause: Clause, lines: Sequence[Line], topic: frozenset[str], *, hedged: bool) -> bool:
    """Whether one line has all words of a clause, each on its side; what the lines answer may be spoken of where it is denied."""
    words = [
        (word, denied)
        for word, denied, _ in clause.words
        if not (word in topic and (clause.conditional or (hedged and denied)))
    ]
    return not (words or clause.hollow) or any(
        all(line.has(*word) for word in words) and clause.hollow <= line.words for line in lines
    )


def _keeps_bounds(said: Line, beside: Sequence[Line]) -> bool:
    """Whether what is given away is given within its figures: two hours without cost, six times without interest."""
    bounds = [clause.figures for line in beside for clause in line.clauses if clause.gives and clause.figures]
    told = {(kind, value) for clause in said.clauses for kind, value, _ in clause.figures}
    return not bounds or any({(kind, value) for kind, value, _ in figures} <= told for figures in bounds)


def is_hollow(said: Line, lines: Sequence[Line]) -> bool:
    """Whether a part of a sentence says something that no line can be held against."""
    return not all(_is_said(clause, lines, frozenset(), hedged=False) for clause in said.clauses)


def _passes_over(said: Line, beside: Sequence[Line], lines: Sequence[Line], asked: frozenset[str]) -> bool:
    """Whether a plain yes passes over what the rows restrict: there, or in the answer of which they say only something near."""
    near = max(beside, key=lambda line: len(asked & line.stems))
    if asked <= near.stems:
        return near.limits and not said.limits
    return any(line.limits for line in lines)


def adds_nothing(said: Line, lines: Sequence[Line]) -> bool:
    """Whether "todos", "sempre", "à noite", "antes" and "depois" are in the lines too; a part of the day that is denied takes nothing more."""
    words = {word for line in lines for word in re.findall(r"[^\W\d_]+", line.text)}
    if any(match[1] not in words for match in _ALL.finditer(said.text)):
        return False
    parts = [
        match[1]
        for match in _PART_OF_DAY.finditer(said.text)
        if not _TELLS_WHICH_HOUR.search(said.text[: match.start()])
    ]
    return (said.denies or words.issuperset(parts)) and _is_on_their_side(said, lines)


def _is_on_their_side(said: Line, lines: Sequence[Line]) -> bool:
    """Whether what is before or after something is so in the lines: "antes da aplicação" is not "depois da aplicação"."""
    theirs = {
        side: {match[1] and stem(match[1]) for line in lines for match in pattern.finditer(line.text)}
        for side, pattern in _SIDES.items()
    }
    for side, pattern in _SIDES.items():
        others = set().union(*(words for other, words in theirs.items() if other != side)) - {None}
        for match in pattern.finditer(said.text):
            of = match[1] and stem(match[1])
            if not theirs[side] or (of in others and of not in theirs[side]):
                return False
    return True


def _stands_beside(figure: tuple[ClaimKind, str, int], clause: Clause, lines: Sequence[Line]) -> bool:
    """Whether the words on both sides of a figure are those that the same figure is said of in a line."""
    kind, value, place = figure
    theirs = [part for line in lines for part in line.clauses if _has_figure(part, kind, value)]
    known = frozenset().union(*(line.stems for line in lines))
    left = [word for word, _, at in clause.words if at < place and word in known][-1:]
    right = [word for word, _, at in clause.words if at > place and word in known][:2]
    return not theirs or any(part.stems.issuperset((*left, *right)) for part in theirs)


def _has_figure(part: Clause, kind: ClaimKind, value: str) -> bool:
    return any(
        kind is mine and (value == known or (kind is ClaimKind.ADDRESS and value in known))
        for mine, known, _ in part.figures
    )


# -- the parts of a sentence -----------------------------------------------------------------------------------------------------


def _clauses(folded: str, claims: Sequence[Claim]) -> Iterator[Clause]:
    """The parts of a sentence, and on which side of yes and no each of their words stands."""
    elsewhere = [(c.start, c.end) for c in claims if c.kind in _BOUND_ELSEWHERE or _is_whole_name(c)]
    last: tuple[bool | None, int] | None = None
    for start, end, softly in _parts(folded):
        places = [
            (word, at)
            for word, at in _content(folded, start, end)
            if not any(begin <= at < stop for begin, stop in elsewhere)
        ]
        text = folded[start:end]
        denied = bool(_NEGATES.search(text)) != bool(len(_AVOIDS.findall(text)) % 2)
        short = 0 < len(places) <= (2 if softly else 1)
        if last and last[0] and last[1] == start and short and _is_plain(text):
            denied = True  # "evite maquiagem e bebida alcoólica"
        inside = [claim for claim in claims if claim.start < end and start < claim.end]
        yield Clause(
            words=tuple((word, _side(text, at - start, denied), at) for word, at in places),
            figures=tuple(
                (c.kind, c.value, c.start) for c in inside if c.kind in _FIGURES and c.start >= start
            ),
            gives=bool(_GIVES.search(text)),
            conditional=bool(_IF.match(text)),
            hollow=_hollow(text, {word for word, _ in places}, claimed=bool(inside)),
        )
        if places:
            last = _side(text, places[-1][1] - start, denied), _next_start(folded, end)


def _is_whole_name(claim: Claim) -> bool:
    """Whether a claim is somebody's name: one word with a capital may be a procedure."""
    return claim.kind is ClaimKind.NAME and " " in claim.text.strip()


def _hollow(text: str, words: set[str], *, claimed: bool) -> frozenset[str]:
    """The words of a clause that speaks of nothing, or only of the deposit, and claims nothing."""
    if claimed or words - _WEAK or _TO_RESERVE.search(text):
        return frozenset()
    said = _all_words(text) - _PHATIC - (ANSWERING if not words else frozenset())
    return said if said - {_DENIED} else frozenset()


@lru_cache(maxsize=4096)
def _all_words(text: str) -> frozenset[str]:
    sides = {side for side, pattern in (*_SIDES.items(), (_DENIED, _NEGATES)) if pattern.search(text)}
    return (frozenset(map(stem, content_words(text))) - _SIDE_WORDS) | sides


def _is_plain(text: str) -> bool:
    return not (_NEGATES.search(text) or _AVOIDS.search(text) or _FROM_HERE.search(text))


def _side(text: str, at: int, denied: bool) -> bool | None:
    """Whether the word at a place of a clause is denied: "sem" turns what follows, as far as the next thing that is said of it."""
    without = _FROM_HERE.search(text)
    if without is None or at < without.start():
        return denied
    stop = _TO_HERE.search(text, without.end())
    return not denied if stop is None or at < stop.start() else None


def _next_start(folded: str, end: int) -> int:
    """Where the clause begins that goes on after one which ends here."""
    match = re.match(r"[\s,]*(?:\b(?:e|ou)\b)?", folded[end:])
    return end + (match.end() if match else 0)


def _parts(folded: str) -> Iterator[tuple[int, int, bool]]:
    """Where the clauses are, and whether each is joined to the one before by "e" or "ou"."""
    at = 0
    for match in [*_HARD.finditer(folded), None]:
        end = match.start() if match else len(folded)
        yield from _softly(folded, at, end)
        at = match.end() if match else end


def _softly(folded: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """ "E" and "ou" part two clauses where both say more than a word, or where what goes before is denied."""
    begin, softly = start, False
    for match in _SOFT.finditer(folded, start, end):
        rest = next((m.start() for m in _SOFT.finditer(folded, match.end(), end)), end)
        left, right = folded[begin : match.start()], folded[match.end() : rest]
        if (_says_enough(left) and _says_enough(right)) or not _is_plain(left):
            yield begin, match.start(), softly
            begin, softly = match.end(), True
    yield begin, end, softly


def _says_enough(text: str) -> bool:
    """Whether a side of an "e" says something by itself: "feriados" does not, "fica com a gente" does."""
    count = sum(1 for _ in _content(text, 0, len(text)))
    return count > 1 or bool(re.search(r"\d", text)) or (count == 0 and bool(_all_words(text) - _PHATIC))


def _content(folded: str, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The stems of the words that say what it is about, with their places."""
    for match in re.finditer(r"[^\W\d_]+", folded[start:end]):
        for word in map(stem, content_words(match.group())):
            if word not in _COURTESY and word not in _SIDE_WORDS:
                yield word, start + match.start()
