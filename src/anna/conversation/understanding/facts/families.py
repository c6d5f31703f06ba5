"""Procedures that begin alike: said by that word alone, one means the one that is under way."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.facts.procedures import Named, names_of, read_named, sound
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold


@lru_cache(maxsize=64)
def families(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """By the sound of the word that their names begin with, the slugs of several procedures: "preenchimento", facial or labial."""
    found: dict[str, set[str]] = {}
    for procedure in catalogue.procedures:
        found.setdefault(sound(fold(procedure.names[0]).split()[0]), set()).add(procedure.slug)
    return {word: frozenset(slugs) for word, slugs in found.items() if len(slugs) > 1}


@lru_cache(maxsize=64)
def _adjectives(catalogue: Catalogue) -> Mapping[str, tuple[str, frozenset[str]]]:
    """By the adjective that is all that tells one of a family, and is no name of its own, the word before it and that family: "facial"."""
    heads, alone = families(catalogue), names_of(catalogue).alone
    found: dict[str, tuple[str, frozenset[str]]] = {}
    for procedure in catalogue.procedures:
        for head, *rest in (fold(name).split() for name in procedure.names):
            family = heads.get(sound(head), frozenset())
            adjective = rest[0] if len(rest) == 1 and _ADJECTIVE.fullmatch(rest[0]) else None
            if procedure.slug in family and adjective and sound(adjective) not in alone:
                found.setdefault(adjective, (head, family))
    return found


_ADJECTIVE = re.compile(r"[a-z]+(?:al|ar|ic[ao])")
_LEADS = re.compile(
    r"(?:^|[,.;:!?\n(]|\b(?:e|eh|era|seria|sera|vai ser|pode ser|quero|queria|quis|prefiro|prefere|quer|sim|so|o|do|de|ao|pelo|pro|pra|para|nao|mas|ou|falei|disse|pedi|falou|escolhi|mesmo)) *$"
)


def spelt_out(text: str, catalogue: Catalogue, known: Collection[str] = ()) -> str:
    """The text with the whole name for the adjective of one of a family, where another of it is `known` or named: "não é labial, é facial"."""
    adjectives, said = _adjectives(catalogue), fold(text)
    words = set(said.split()) | set(re.findall(r"[a-z]+", said))
    if not adjectives.keys() & words or len(said) != len(text):
        return text
    line = Line.of(text)
    named = {one.slug for one in read_named(line, catalogue)}
    for match in reversed(list(re.finditer(r"[a-z]+", said))):
        head, family = adjectives.get(match.group(), ("", frozenset()))
        if family & {*known, *named} and _LEADS.search(said[: match.start()]):
            text = f"{text[: match.start()]}{head} {text[match.start() :]}"
    return text


def says_short_name(text: str, catalogue: Catalogue) -> bool:
    """Whether a word is said that several procedures begin with, or that alone tells one of them."""
    heads, adjectives = families(catalogue), _adjectives(catalogue)
    words = [word for word in re.findall(r"[a-z]+", fold(text)) if len(word) > _SHORTEST]
    return any(word in adjectives or sound(word) in heads for word in words)


_SHORTEST = 4


def of_this_talk(line: Line, slugs: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """`slugs` as they were read in `line`: a short name is the one of its family that is under way or booked, if that is only one.

    Named to say before or after what ("antes do preenchimento"), what is booked already is not wished for.
    """
    heads = families(context.catalogue)
    if not slugs or not (context.under_way or context.booked):
        return slugs
    meant: dict[str, str | None] = {}
    for named in read_named(line, context.catalogue):
        family = heads.get(_word(line, named), frozenset())
        if named.slug in family:
            meant[named.slug] = _of_family(family, context) or named.slug
            if meant[named.slug] in context.booked and rx(_ANCHOR).search(line.norm[: named.start]):
                meant[named.slug] = None
    read = (meant.get(slug, slug) for slug in slugs)
    return tuple(dict.fromkeys(slug for slug in read if slug))


_ANCHOR = r"\b(?:antes|depois|logo apos|junto|perto) d[aeo] $"


_ONLY = re.compile(r"\b(?:so|somente|apenas|nao|sem|prefiro|melhor|troca\w*|na verdade|em vez)\b")


def first_of_several(named: list[str], known: list[str], text: str) -> list[str]:
    """ "preenchimento quarta às 17h", of two that are `known`: both, that one first, unless it is the only one that is wanted."""
    of_them = bool(named) and set(named) < set(known)
    return [*dict.fromkeys([*named, *known])] if of_them and not _ONLY.search(fold(text)) else named


def _of_family(family: frozenset[str], context: Context) -> str | None:
    for known in (context.under_way, context.booked):
        ours = set(known) & family
        if len(ours) == 1:
            return ours.pop()
    return None


def _word(line: Line, named: Named) -> str:
    said = line.norm[named.start : named.end].split()
    return sound(said[0]) if len(said) == 1 else ""
