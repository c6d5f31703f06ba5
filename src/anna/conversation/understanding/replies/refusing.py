"""What was wanted is wanted no more, whatever times are offered for it: "não quero esse facial", "cancela o botox", "tira isso"."""

from __future__ import annotations

from anna.conversation.understanding.facts.procedures import names_of, read_named, sound
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_CALLS_OFF = (
    r"\b(?:(?:nao|num) (?:quero|vou querer|vou fazer|pedi|quis|e para fazer)(?: (?:mais|fazer|nenhum[ao]?|o|a|ess[ae]|tal|de|do|da))*|"
    r"(?:cancel[ae]\w*|tir[ae]r?|tirem|remov[ae]\w*|desist[io]\w*|esque[cç]\w*|desmar[cq]\w+)(?: (?:o|a|ess[ae]|d[aoe]|d?ess[ae]|tal))*) (?P<what>[a-z]{4,})(?P<rest>[^,.;!?\n]*)"
)
_FILLS = r"(?:nao|mais|nenhum[ao]?|agora|ai|moca|por favor|obrigad[ao]|viu|ta|ja|de|a|o|disse|falei|para mim)"
_DEAR = r"(?:(?:ja|e|eh|que|porque|pois|ai|esta|ta|tava|ficou|fica|saiu|sai|achei|acho|muito|bem|meio|tao|mais|,) )+(?:car[ao]|carinh[ao]|salgad[ao]|puxad[ao])\b"
# "melhor não, ficou caro": no other time helps
_NOT_AT_THAT_PRICE = (
    r"\b(?:melhor nao|(?:nao|num) (?:vou|quero|vai dar|deu|da para mim|vou querer|posso)|deixa|desist\w+|prefiro nao)\b(?:(?! com )[^?])*?"
    rf"\b{_DEAR}(?! com )[^?]*$"
)
_ONE_MORE = r"\b(?:outr[ao]|mais uma?|tambem|remarc\w+|mud\w+|troc\w+)\b"
_ALL_OF_IT = (
    r"(?:^\W*|[,.;!] )(?:(?:nao|moca|ai|pode|podem|por favor|entao|,) )*(?:tir[ae]r?|tirem|remov[ae]\w*|retir[ae]r?|desfa[zc]\w*|cancel[ae]r?|apag[ae]r?) (?:isso|isto|ess[ae] (?:reserva|pedido|agendamento|merda|porra|bosta|droga|desgraca|palhacada|negocio|coisa|caralho|treco)|tudo isso)"
    r"(?: (?:ai|dai|por favor|moca|agora|tudo|ja|logo))*\W*$"
)


_STAYS = r"(?:so|somente|apenas|quero|vou|fazer|fica|ficar|deixa|mantem|manter|mesmo|moca|entao|mas|nao|por favor|obrigad[ao]|ja|ta|esta|marcad[ao]|a|o|de|e|com|essa|esse|,|[.!]+)"


def speaks_of_two(text: str, context: Context) -> bool:
    """Whether two procedures are named, or one alone that stays, so that it counts what is booked."""
    line = Line.of(text)
    if not context.catalogue.procedures:
        return False
    named = {one.slug for one in read_named(line, context.catalogue)}
    return len(named) > 1 or (bool(named) and line.find(_ONLY) is not None)


_ONLY = r"\b(?:so|somente|apenas|mantem|manter)\b"


def _stays_alone(line: Line, context: Context, named: set[str]) -> bool:
    """Whether nothing is wanted but what is booked already: "quero só a limpeza mesmo", while times are offered for something else."""
    if not named or not named <= set(context.booked) - set(context.under_way) or not line.find(_ONLY):
        return False
    known = names_of(context.catalogue).known
    return all(sound(word) in known or rx(_STAYS).fullmatch(word) for word in line.norm.split())


def calls_off(line: Line, context: Context) -> bool:
    """Whether what times are offered for, or was just held, is itself refused or called off; with a time or another wish in it, it is not."""
    if line.find(_ALL_OF_IT):
        return True
    named = {one.slug for one in read_named(line, context.catalogue)}
    if _stays_alone(line, context, named):
        return True
    if named & set(context.under_way) and not line.find(_ONE_MORE):
        named -= set(context.booked) - set(context.under_way)  # "não quero botox, só a limpeza", which stands
    if len(context.under_way) > 1 or len(named) > 1:
        return False  # which of them? and "não quero o peeling, prefiro limpeza" goes on
    if line.find(_NOT_AT_THAT_PRICE) and named <= set(context.under_way):
        return True
    ours = _words_under_way(context)
    if not ours and not named:
        return False  # "não quero a primeira"
    known = names_of(context.catalogue).known
    for match in rx(_CALLS_OFF).finditer(line.norm):
        what = sound(match["what"])
        if what not in known or (ours and what not in ours):
            continue
        said = rx(rf" {_DEAR}.*$").sub("", match["rest"])
        rest = [word for word in said.split() if not rx(_FILLS).fullmatch(word)]
        if all(sound(word) in known for word in rest):
            return True
    return False


def _words_under_way(context: Context) -> frozenset[str]:
    """The sounds of the words that name what is under way, where that is known."""
    names = (p.names[0] for p in context.catalogue.procedures if p.slug in context.under_way)
    return frozenset(sound(word) for name in names for word in fold(name).split())
