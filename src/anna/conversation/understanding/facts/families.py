"""Procedures that begin alike: said by that word alone, one means the one that is under way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.facts.procedures import Named, read_named, sound
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


def says_short_name(text: str, catalogue: Catalogue) -> bool:
    """Whether a word is said that several procedures begin with."""
    heads = families(catalogue)
    return bool(heads) and any(sound(word) in heads for word in fold(text).split() if len(word) > _SHORTEST)


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
