"""The house rules of Anna's texts, held against a text as it is read: filled with facts, not as a template. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from anna.clinica.settings import Tom
from anna.kit.dates import WEEKDAYS

LONGEST = 240
"""Characters of one text, the list of options and the addresses of pages apart: more is a wall on a telephone."""

LONGEST_WHOLE = 400
"""The same of a whole message, with who speaks and all that stands beside it."""

MOST_OPTIONS = 9
"""Options that can be answered with one digit."""

_OPTION = re.compile(r"(?m)^\d+\. .*$\n?")
_PAGE = re.compile(r"https?://\S+")
_EMOJI = re.compile("[\u203c\u2049\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]")
_MONEY = re.compile(r"R\$\s?[\d.,]*\d|\b\d+(?:[.,]\d+)?\s+reais\b", re.IGNORECASE)
_PRICE = re.compile(r"R\$ \d{1,3}(?:\.\d{3})*,\d{2}")
_DATE = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b")
_DAY_NAMED = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}), $", re.IGNORECASE)
_LEFT_OVER = re.compile(r"[{}<>\[\]]|\b(?:None|null|undefined)\b")
_HOLE = re.compile(r"  |\(\s*\)|\s[,.;:!?]|[,.]\s*[,.]|\b(?:de|com|para|é|em) ?[.,!?]")
_FAMILIAR = re.compile(
    r"\b(?:você|vocês|vc|te|contigo|oi|oie|tchau|pra|pro|tá|a gente|me (?:diz|conta|passa|manda|chama|avisa|escreve|responde))\b",
    re.IGNORECASE,
)
_CEREMONIOUS = re.compile(r"\b(?:senhora?|sra?\.|vossa|prezad[oa])", re.IGNORECASE)
_SHOUTED = re.compile(r"\b[A-ZÀ-Ý]{4,}\b")
_CAPITALS = frozenset({"SAMU", "SAIR", "VOLTAR"})
"""What is written so everywhere: an acronym, and the word that everybody knows to answer with."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a text breaks, and where it shows."""

    rule: str
    found: str


def breaches(
    text: str, tom: Tom, *, emoji: bool = False, longest: int = LONGEST, fixed: str = ""
) -> list[Breach]:
    """Every rule that `text` breaks in this tone. `fixed` are the template's own words: a date there is an example, no date."""
    return [Breach(rule, found) for rule, look in _RULES.items() for found in look(text, fixed)] + [
        *_lengths(text, longest),
        *_register(text, tom),
        *_emojis(text, emoji),
    ]


def length(text: str) -> int:
    """Characters to be read, the numbered options and the addresses of pages apart."""
    return len(_PAGE.sub("", _OPTION.sub("", text)).strip())


def _lengths(text: str, longest: int) -> Iterator[Breach]:
    if (characters := length(text)) > longest:
        yield Breach("too long", f"{characters} characters, {longest} at most")
    if (options := len(_OPTION.findall(text))) > MOST_OPTIONS:
        yield Breach("too many options", f"{options}, {MOST_OPTIONS} at most")


def _register(text: str, tom: Tom) -> Iterator[Breach]:
    wrong = _FAMILIAR if tom is Tom.FORMAL else _CEREMONIOUS
    yield from (Breach("wrong tone", match.group()) for match in wrong.finditer(text))


def _emojis(text: str, wanted: bool) -> Iterator[Breach]:
    found = _EMOJI.findall(text)
    if len(found) > wanted:
        yield Breach("emoji", " ".join(found))


def _questions(text: str, fixed: str) -> Iterator[str]:
    if (asked := text.count("?")) > 1:
        yield f"{asked} questions"


def _prices(text: str, fixed: str) -> Iterator[str]:
    return (match.group() for match in _MONEY.finditer(text) if not _PRICE.fullmatch(match.group()))


def _dates(text: str, fixed: str) -> Iterator[str]:
    examples, text = _DATE.findall(fixed), _PAGE.sub("", text)
    for match in _DATE.finditer(text):
        if match.group() not in examples and not _DAY_NAMED.search(text[: match.start()]):
            yield match.group()


def _placeholders(text: str, fixed: str) -> Iterator[str]:
    return (match.group() for match in (*_LEFT_OVER.finditer(text), *_HOLE.finditer(text)))


def _shouts(text: str, fixed: str) -> Iterator[str]:
    return (word for word in _SHOUTED.findall(text) if word not in _CAPITALS)


_RULES: dict[str, Callable[[str, str], Iterator[str]]] = {
    "more than one question": _questions,
    "price not as R$ 1.234,56": _prices,
    "date without its weekday": _dates,
    "something left out": _placeholders,
    "shouted": _shouts,
}
