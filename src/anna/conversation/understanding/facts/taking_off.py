"""Which of several procedures are taken off: "tira o peeling", "deixa só a limpeza", "a depilação era só preço, só limpeza". Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from anna.commands import Reading
from anna.conversation.understanding.facts.procedures import NAMED, REFUSED
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_OFF = r"\b(?:tira|tirar|tire|tirem|tirando|retira|retirar|retire|remove|remover|remova|exclui|excluir|exclua|sem)(?: (?:so|apenas|somente|ai|fora|por favor|entao|ja|da lista|ess[ea]|aquel[ea]|[ao]s?|d[ao]))* ?$"
_CALLED_OFF = r"\b(?:cancel\w+|desmarc\w+|desmarqu\w+|solt[ae]\w*|liber[ae]\w*|desist\w+|nao (?:quero|queria|vou querer|vou fazer|vou mais fazer|preciso)(?: mais)?)(?: (?:so|apenas|somente|ai|entao|por favor|d[ao]|ess[ea]|[ao]s?|mais|fazer|de))* ?$"
_ONLY = r"\b(?:so|somente|apenas|unicamente)(?: (?:[ao]|quero|queria|vou|fazer|fica|ficar|deixa|manter|mantem|marca|com|mesmo))* ?$"
_TOO = r"(?:^|\w) (?:e|nem)(?: [ao]s?| d[ao])? $"
_BREAK = r"[.!?;,\n]"
_INSTEAD = (
    r"\b(?:poe|coloca|colocar|bota|botar|troc\w+|em vez|no lugar|inclu\w+|acrescent\w+|adicion\w+|tambem)\b"
)


def taken_off(
    norm: str, named: Sequence[tuple[str, str]], stands: Collection[str], *, apart: bool = False
) -> tuple[str, ...]:
    """Those of `stands` that are not wished any more; empty where none or all are.

    `norm` is a normal form, and `named` are the procedures in it, each with the words that named it. Where they are booked `apart`, one of
    them is called off too: "cancela só o botox".
    """
    verbs = rf"{_OFF}|{_CALLED_OFF}" if apart else _OFF
    if len(stands) < _SEVERAL or rx(_INSTEAD).search(norm) or not {slug for slug, _ in named} <= set(stands):
        return ()
    heard = [*named, *((slug, slug.split("_")[0]) for slug in stands if apart and slug not in dict(named))]
    places = [(slug, norm.find(fold(saw))) for slug, saw in heard]
    off = {slug for slug, at in places if at >= 0 and rx(verbs).search(norm[:at])}
    off |= {slug for slug, at in places if off and at >= 0 and rx(_TOO).search(norm[:at])}
    if not off and not apart:
        ends = [0, *(found.end() for found in rx(_BREAK).finditer(norm)), len(norm) + 1]
        for begin, end in pairwise(ends):
            within = {slug: at for slug, at in places if begin <= at < end}
            if any(rx(_ONLY).search(norm[begin:at]) for at in within.values()):
                off = set(stands) - set(within)
    return tuple(slug for slug in stands if slug in off) if off != set(stands) else ()


_SEVERAL = 2


def named_in(reading: Reading, *, refused: bool = False) -> list[tuple[str, str]]:
    """The procedures that were heard, each with the words that named it; with `refused` those too that are not wished."""
    rules = {NAMED, REFUSED} if refused else {NAMED}
    return [(hit.meant, hit.saw) for hit in reading.trace if hit.rule in rules]


_FOR_GOOD = (
    r"^(?:(?: ,)? (?:eu|nao|mais|nenhum|nenhuma|nada|ne|viu|ta|gente|moca|moco|mesmo|porra|caramba|meu deus|obrigad[ao]|valeu|kkk|coisa nenhuma"
    r"|de jeito nenhum|de forma nenhuma|deixa quieto|deixa (?:pra|para) la|por favor))* *(?:$|[,.;!])"
)


def refuses_all(text: str, reading: Reading, stands: Collection[str]) -> bool:
    """Whether all that `stands` is refused for good, and nothing else wished for: "eu não quero botox não, só queria falar com ela"."""
    refused = {hit.meant: hit.saw for hit in reading.trace if hit.rule == REFUSED}
    if not stands or reading.procedure or reading.when or not set(stands) <= set(refused):
        return False
    norm = Line.of(text).norm
    last = max((norm.rfind(fold(saw)) + len(saw) for saw in refused.values()), default=0)
    return rx(_FOR_GOOD).match(norm[last:]) is not None
