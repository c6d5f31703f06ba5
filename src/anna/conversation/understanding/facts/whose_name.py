"""What is booked is said to be somebody else's: "esse é da Duda", "o das 11h15 é da Tereza", "troca o nome pra Iracema". Pure."""

from __future__ import annotations

import re

from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold

_IS = re.compile(r"\bé\b", re.IGNORECASE)
_HOUR = r"\d{1,2} ?(?:h|:) ?(?:\d\d)?"
_THAT = (
    rf"(?:(?:ess[ea]|est[ea]|aquel[ea])(?: (?:ai|horario|reserva|consulta|vaga|{_HOUR}))?|[ao] (?:das |de |da )?{_HOUR}|{_HOUR}"
    r"|(?:[ao] )?(?:horario|reserva|nome)(?: (?:dess[ea]|dest[ea]|d[ao] (?:horario|consulta|reserva)))?|[ao] (?:primeir|segund|terceir|ultim|outr)[ao]"
    r"|[ao] d[aeo] (?:segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje))"
)
_BE = r"(?<!nao )(?:eh|era|seria|vai ser|fica)"
_WHO = rf"(?:d[ao]|de|pra|para|pro)(?: (?:a|o|minha|meu|dona|seu|nome d[aeo]|{KIN}))* (?P<who>(?!d[eao]s?\b|segunda\b|terca\b|quarta\b|quinta\b|sexta\b|sabado\b)[a-z]+)\b"
_NAME = r"\b(?:troc|mud|corri[gj]|arrum|alter|acert|coloc|bot|poe|poem)\w*(?: (?:so|ai|por favor|entao))*(?: (?:[ao] )?nomes?| ess[ea]| [ao] (?:primeir|segund|terceir|ultim)[ao])"
_ORDERED = rf"{_NAME}(?: (?!nao\b|pra\b|para\b|pro\b)[a-z]+){{0,3}}? {_WHO}"
_WAYS = (
    rf"(?:^|(?<=[^a-z])){_THAT} (?:aqui |ai |mesmo )?{_BE} {_WHO}",
    rf"\b{_BE} {_WHO} (?:ess[ea]|est[ea])\b",
    _ORDERED,
)


def names_whose(text: str) -> str | None:
    """The given name of whom what is booked is said to be, capitalised; None where no such name is told, or it is asked."""
    said = fold(_IS.sub("eh", text))
    if "?" in said:
        return None
    for pattern in _WAYS:
        match = rx(pattern).search(said)
        if match and match["who"] in KNOWN:
            return match["who"].capitalize()
    return None


def orders_a_name(text: str) -> bool:
    """Whether the name of what is booked is to be another: "troca o nome"."""
    return rx(rf"{_NAME}|\bn?o nome d[aeo]\b|\bnome (?:errad|trocad)[ao]\b").search(fold(text)) is not None
