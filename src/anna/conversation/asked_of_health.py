"""A question about her health that was passed on and comes again, or stands before a choice or a payment: "3, mas e a alergia?". Pure."""

from __future__ import annotations

from functools import cache

from anna.conversation.understanding.text.families import FAMILIES
from anna.conversation.understanding.text.line import Line, rx

_OF_HEALTH = ("ILLNESS", "DRUG", "DRUGS", "PREGNANT")
_STEM = 5
"""So many letters say that two words are of one matter: "alergia", "alérgica"."""

_WORDS = r"\b(?:saude|amament\w+|mamando|operac\w+|operei|cirurgi\w+|medicac\w+|tomo|doenca|problema (?:de|na|no)|risco|perigo\w*|faz mal)\b"
_ASKED = (
    r"(?:(?:d?[oae]|na|no|sobre|minha|aquela|a minha|essa|isso) )*(?:pergunta|duvida|que (?:eu )?pergunt\w+)"
)
_KNOWN = r"(?:respond\w+|respost\w+|sab(?:er|endo|ido|ia)|sei|avali\w+|confirm\w+ (?:se|que) (?:eu )?poss\w+|(?:fal\w+|convers\w+) com (?:a |o |um |uma )?(?:medic\w+|doutor\w*|dr|dra|profissional))"
_TILL = r"(?:sem|antes|ate|enquanto|depois|quando|se|primeiro|assim que|so se|caso)"
_DOES = r"(?:pag(?:o|ar|amos)|marc(?:o|ar)|agend(?:o|ar)|reserv(?:o|ar)|fech(?:o|ar)|confirm(?:o|ar)|faco|fazer|vou|decid\w+)"
_PRESSES = (
    rf"\?|\bnao (?:me |foi |fui |tive |recebi |deram |veio )*(?:respond\w+|respost\w+|fal\w+|diss\w+|expli\w+|esclarec\w+)|\brespond\w*\b|\b{_TILL} (?:\w+ ){{0,2}}{_KNOWN}"
    rf"|\b(?:preciso|quero|queria|gostaria|tenho que|faltou|falta|posso) (?:\w+ ){{0,2}}{_KNOWN}|\bdepend\w+\b"
    rf"|\b(?:so|nao) (?:vou |posso |quero )?{_DOES}\b.*\b(?:{_TILL}|por causa)\b|\b(?:lembr\w+|esquec\w+) (?:d[ao]|que|se)\b|^(?:(?:e|mas|ta|ok|sim|pode) [,.]? ?)*e (?:quanto )?(?:a|o|ao|as|da|do|sobre)\b"
)
_FIRST = (
    rf"\b(?:nao|so) (?:vou |posso |quero |consigo )?{_DOES}\b.*\b{_TILL} (?:\w+ ){{0,4}}{_KNOWN}"
    rf"|\b{_TILL} (?:\w+ ){{0,4}}{_KNOWN}.*\b(?:nao|so) (?:vou |posso |quero |consigo )?{_DOES}\b"
)
"""Something is done only once the answer is there, whatever it is called."""
_UNANSWERED = rf"\b(?:posso|pode|podia|passa|libera) (?:fazer |marcar |ir )?ou (?:nao|num)\b|\bnao (?:me )?respond\w+|\b(?:e|cade|kd|ficou faltando|faltou|sem resposta (?:d[ao])?) {_ASKED}|\brespond\w* (?:antes|primeiro|logo )?{_ASKED}|\bsem (?:a |ter |uma )?respost\w+"
_ANYWAY = (
    r"\b(?:mesmo assim|assim mesmo|de qualquer (?:jeito|forma)|nao importa|tanto faz)\b"
    r"|\b(?:depois|la|na hora|no dia|na consulta|na clinica|pessoalmente) (?:eu |mesmo |a gente )*(?:vejo|vemos|pergunto|falo|converso|resolvo|tiro|confirmo)\b"
    r"|\b(?:vejo|pergunto|falo|converso|tiro|confirmo) (?:\w+ ){0,3}(?:depois|la|na hora|no dia|na consulta|na clinica|pessoalmente)\b"
    r"|\bnao precisa (?:mais )?(?:d[ae]ss?a |da |de |me )?(?:respost\w+|responder)\b|\b(?:ja )?(?:me responderam|(?:perguntei|falei|liguei|confirmei) (?:\w+ ){0,2}(?:medic\w+|doutor\w*|dr|dra))\b"
)


@cache
def _health() -> tuple[frozenset[str], tuple[str, ...]]:
    """Whole words of illness, medicine and pregnancy, and how others begin."""
    words = {word for family in _OF_HEALTH for word in FAMILIES[family].split()}
    return frozenset(word for word in words if not word.endswith("*")), tuple(
        word[:-1] for word in words if word.endswith("*")
    )


def _of_health(norm: str) -> frozenset[str]:
    """What of her body is named, by how it begins."""
    whole, beginnings = _health()
    words = rx(r"[a-z]+").findall(norm)
    return frozenset(word[:_STEM] for word in words if word in whole or word.startswith(beginnings))


def puts_health_first(text: str, before: str, *, books: bool) -> bool:
    """Whether `text` comes back to the question for a professional that was asked in `before`, or does something only once it is answered.

    `books` where a booking is under way: "você não respondeu" is that question then, and no grumble about the wait.
    """
    norm = Line.of(text).norm
    if goes_anyway(text):
        return False
    if rx(_FIRST).search(norm):
        return True
    named = _of_health(norm)
    same = named & _of_health(Line.of(before).norm) or rx(_WORDS).search(norm)
    if same and rx(_PRESSES).search(norm):
        return True
    return books and rx(_UNANSWERED).search(norm) is not None


def goes_anyway(text: str) -> bool:
    """Whether she does not wait for that answer: "marca mesmo assim, lá eu pergunto"."""
    norm = Line.of(text).norm
    return "?" not in norm and rx(_ANYWAY).search(norm) is not None
