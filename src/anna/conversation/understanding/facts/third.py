"""A third one who is to come where two do already: "minha prima também quer ir", of her and her sister. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from anna.conversation.understanding.facts.whom import KIN, comes_too, wishes_too
from anna.conversation.understanding.text.line import Line, rx

_THEIRS = rf"\b(?:minha|meu|minhas|meus|uma?|1) (?P<kin>{KIN}s?)\b|\b(?P<dear>mainha|painho|voinha|voinho)\b"
_SAME = {
    "mainha": "mae", "painho": "pai", "filhinha": "filha", "filhinho": "filho", "vovo": "avo", "vo": "avo", "voinha": "avo",
    "voinho": "avo", "mulher": "esposa", "noiva": "namorada", "noivo": "namorado", "comadre": "amiga", "colega": "amiga",
}  # fmt: skip
"""Who may be one and the same, called otherwise."""
_ONE_MORE = (
    rf"\b(?:inclu|coloc|encaix|acrescent|bot|adicion|marqu|marc|agend)\w* (?:(?:ai|tambem|pra|para|uma?|1|a|o|mais|junto) )*(?:minha|meu) {KIN}\b(?= *(?:$|[,.!?]|tambem\b|junto\b|ai\b))"
    rf"|\bmais (?:(?:uma?|1|vaga|pessoa|h|horario|pra|para|a|o|,) )*(?:minha|meu) {KIN}\b"
    rf"|\b(?:minha|meu) {KIN}(?: (?:agora|ai))? (?:vai|vem|quer ir|quer vir|resolveu ir|decidiu ir|se animou|animou)(?: (?:tambem|junto|com a gente|conosco))\b"
    rf"|\b(?:minha|meu) {KIN} (?:quer|queria|gostaria de|precisa de)(?: (?!que\b|saber\b|ver\b|me\b)\w+){{1,2}} tambem\b"
)
_INSTEAD = r"\b(?:em vez|no lugar|ao inves|troc\w+|nao e|nao vai|nao quer|desistiu|so me|me leva|busca|acompanh\w+|quem (?:paga|leva))\b"


def kin_named(text: str) -> frozenset[str]:
    """Who of hers is named, each by one word."""
    found = rx(_THEIRS).finditer(Line.of(text).norm)
    named = ((match["kin"] or match["dear"]).removesuffix("s") for match in found)
    return frozenset(_SAME.get(who, who) for who in named)


def is_a_third(text: str, before: Iterable[str]) -> bool:
    """Whether one of hers is to come too who was not named `before`, where another one was."""
    known = frozenset[str]().union(*(kin_named(one) for one in before if one != text))
    line = Line.of(text)
    if not known or not kin_named(text) - known or line.find(_INSTEAD) is not None:
        return False
    return comes_too(text) or wishes_too(text) or line.find(_ONE_MORE) is not None
