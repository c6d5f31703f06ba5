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
    r"\bmeu nome nao eh?(?: a| o)? [a-z]+(?: nao)?(?: ?[,.;])?(?: (?:mas|e sim|meu nome))? (?:eh?|e sim|sim)(?: a| o)? (?P<who>[a-z]+)\b",
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


_IN_MY_STEAD = (
    r"\b(?:ir|vai|va|vem|vir|venha|iria|mandar|mando|mande|fazer|faz|faca)\b(?: (?!voces?\b|vcs?\b|fosse\b|nao\b|foi\b)[a-z]+){0,4}? (?:no|em) meu lugar\b(?! (?:voces?|vcs?)\b)"
    r"|\b(?:ela|ele) (?:no|em) meu lugar\b"
)


_LEADS = r"^(?:(?:oi|eh?|sim|claro|ela|ele|se|chama|nome|dela|dele|completo|a|o|minha|meu|dona|seu|irma|irmao|mae|pai|filha|filho|amiga|amigo|prima|prim[oa]|tia|sogra|cunhada)(?:\W+|$))*"
_MOST_WORDS = 5


def name_told(text: str) -> str | None:
    """The name that answers who is to come: "Paula", "é a Paula Dias", "o nome dela é Paula"; None where more than a name is said."""
    clean = re.sub(r"\W+", " ", text).strip()
    words = clean.split()
    told = rx(_LEADS).sub("", fold(clean)).split()
    if not told or told[0] not in KNOWN or len(told) > _MOST_WORDS or not all(w.isalpha() for w in told):
        return None
    return " ".join(word if word in _JOINS else word.capitalize() for word in words[-len(told) :])


_JOINS = frozenset({"da", "de", "do", "das", "dos", "e"})


def comes_instead(text: str) -> bool:
    """Whether somebody else is to come in the writer's stead: "minha irmã pode ir no meu lugar na limpeza de sexta?"."""
    return rx(_IN_MY_STEAD).search(fold(text)) is not None


def orders_a_name(text: str) -> bool:
    """Whether the name of what is booked is to be another: "troca o nome"."""
    return rx(rf"{_NAME}|\bn?o nome d[aeo]\b|\bnome (?:errad|trocad)[ao]\b").search(fold(text)) is not None
