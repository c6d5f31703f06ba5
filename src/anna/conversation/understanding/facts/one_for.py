"""One more of what was booked just now, for whom it is said and no more: "agora uma pra mim no mesmo horário", "quero uma pra minha irmã". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_LEAD = (
    r"(?:(?:agora|e|eu|ai|entao|mas|ah|oi|ok|otimo|perfeito|certo|blz|beleza|show|obrigad[ao]|quero|queria|gostaria de|preciso de|vou querer|marca|marcar|marque|agenda|agendar|agende|reserva|faz"
    r"|pode|poderia|da pra|consegue|consigo|ver|ve|tem|mais|tambem|falta|so|aproveita|aproveitando|ja|por favor|,|\.|!) ?)*"
)
_ONE = r"(?:uma?|1|outr[ao]|igual|a mesma|o mesmo)(?: (?:a|o|consulta|sessao|horario|h|vaga|igual|dess[ae]|dest[ae]|dessas|tambem|mesm[ao]))*"
_WHO = rf"(?:pra|para|pro) (?:mim|(?:a |o )?(?:minha|meu) {KIN}(?: (?!no|na|de|as|em|e|que|tambem|igual|depois)[a-z]{{3,}}){{0,2}})"
_TAIL = (
    r"(?:[ ,.!?]*(?:tambem|igual|junto|por favor|pode ser|mesmo|entao|agora|ne|viu|da|consegue|obrigad[ao]|n[ao] mesm[ao] (?:horario|h|hora|dia)|n?ess[ea] mesm[ao] (?:horario|h|hora|dia)"
    r"|(?:logo )?(?:depois|em seguida|antes)(?: (?:dela|dele|desse|dessa))?|(?:perto|ao lado|junto) (?:d[ae]l[ae]|desse|do dela)))*[ .!?]*"
)
_MINE = rf"{_LEAD}(?:\b(?:[ao] (?:minha|meu)|(?:pra|para) mim|eu)(?! {KIN}\b)){_TAIL}"
_LEADS_TO_HERS = r"\b(?:agora|falta|tambem|marca\w*|agenda\w*)\b|\be (?:pra|para) mim\b|\be eu ?\?"


def one_more_for(text: str) -> bool:
    """Whether one more is wished for herself or for one of hers, and what it is is not said."""
    said = Line.of(text).norm.strip()
    return rx(rf"{_LEAD}{_ONE} {_WHO}{_TAIL}").fullmatch(said) is not None


def now_for_herself(text: str) -> bool:
    """Whether her own is asked for, once somebody else's is booked: "agora a minha", "falta o meu", "e pra mim?"."""
    said = Line.of(text).norm.strip()
    return rx(_MINE).fullmatch(said) is not None and rx(_LEADS_TO_HERS).search(said) is not None


def for_me(text: str, seen: Iterable[str]) -> bool:
    """Whether one of the things `seen` in it is for herself: "botox pra mim segunda de tarde"."""
    said = fold(text)
    return any(
        re.search(rf"{re.escape(fold(thing))}(?: tambem| agora| so)* (?:pra|para) mim\b", said)
        for thing in seen
        if thing
    )


_BESIDE_THE_OTHER = r"(?:^|(?<=[,.!;?] )|\b(?:e|mas|agora|ai|entao) )(?:e )?eu (?:tambem )?_W_\b|\beu tambem _W_\b|\b_W_ tambem(?= *(?:$|[,.!;]))"
_I_WISH = r"(?:quero|queria|gostaria de|vou querer|vou fazer|preciso)(?: (?:marcar|fazer|agendar))?"
_NO_WISH = r"(?! (?:saber|ver|que|perguntar|remarcar|cancelar|desmarcar|falar|ir junto|acompanhar|pagar|confirmar|mudar|trocar|(?:pra|para) )\b)"


def wishes_herself(text: str) -> bool:
    """Whether whoever writes wishes for something herself, as is said once somebody else's was spoken of: "e eu quero botox", "eu também queria"."""
    return Line.of(text).find(_BESIDE_THE_OTHER.replace("_W_", _I_WISH + _NO_WISH)) is not None
