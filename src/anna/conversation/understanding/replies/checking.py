"""Whether a message only checks what is booked: "eai tudo certo pra quinta ne", "então é quarta às 3 né", "ué, já não marcou 16h30?". Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from anna.agendamento.choice import wishes_day
from anna.commands import Reading
from anna.conversation.understanding.facts.taking_off import named_in
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold
from anna.when import TimeKind, When

_FEW, _SOME = 16, 10
"""Of more words than these more is said than that."""

_STANDS = (
    r"\b(?:de pe|valendo|na agenda|tudo (?:certo|ok|combinado|confirmado)|cert(?:inh)?[oa]s? (?:para|pra|n[ao])\b|nao mudou(?: de)? nada|nada mudou)\b"
    r"|\b(?:ta|esta|to|estou|tao|ja|ficou|ficaram|fica|continua|segue|tava|eu|voce|foi|tem eu|ainda|sou|a gente|nos) (?:ja |tudo |sim |ainda |mesmo |nao |ai |eu |aqui )*(?:marc(?:ad[ao]s?|ou|aram|amos|ei)|agend(?:ad[ao]s?|ou|aram|ei)|confirmad[ao]s?|reservad[ao]s?|garantid[ao]s?|certinh[ao]s?)\b"
    r"|^(?:(?:e|ai|oi|entao|mas|ue|uai|voces?|moca|ja|nao) )*(?:marcou|marcaram|agendou|agendaram|marcad[ao]|confirmad[ao]|agendad[ao])\b"
    r"|\b(?:continua|segue|permanece|mantid[ao])\b(?= *(?:$|[?,.!]|ne\b|marcad|cert|mesm|n[ao]\b|de pe|para\b|pra\b|as\b|tudo\b|normal|igual))"
    r"|\b(?:so|apenas|somente)\b(?: \w+){0,3} confirm(?:ar|a|ando|e)\b"
    r"|\bja tenho\b|\bsaber (?:(?:certinho|direito|mesmo|a|o) )?(?:que|qual|quando|h|horario|dia)\b(?: [a-z]+){0,2}? (?:e|ficou|ta|esta|foi|mesmo|certinh[ao]|cert[ao])(?= *(?:$|[?.,!]|mesmo|a minha|o meu|minha|meu))"
    r"|\b(?:fala|diz|me diz|manda|lembra) (?:so )?(?:a|o|qual|que) (?:a |o )?(?:h|horario|dia) (?:e|certinh[ao]|cert[ao]|mesmo|d[ao] (?:minha|meu)|que (?:ficou|ta|esta|eu))\b"
)
"""It speaks of what stands."""

_ASKS = r"\?|\b(?:ne|certo|mesmo|isso|confere|viu|ta|ok)\W*$|\b(?:so|apenas|somente)\b(?: \w+){0,3} confirm|\b(?:saber|diz|fala|confirma se|lembra)\b|\bnao quero marcar\b|^(?:(?:e|ai|oi|entao|mas|ue|uai|moca) )*(?:a|o|ja|ta|esta)\b.*\bmarcad[ao]s?\b"
_SURE = r"\bne[ ?!.]*$"
_SETTLED = r"\b(?:combinad[oa]|fechad[oa]|beleza|ok|certo|entao|ta|mesmo|isso)\b"
_HOUR = r"\b\d{1,2}(?: ?h\b|:\d\d)|\b(?:as|das|pras) \d{1,2}\b|\bmeio dia\b"
_ONLY_TO_KNOW = (
    r"\bnao (?:quero|e para|e pra|precis\w+|vou|to querendo|estou querendo)(?: (?:mais|que|de|voce))* (?:mudar|trocar|remarcar|marcar|agendar|cancelar|desmarcar|mexer)(?: (?:outr[ao]|mais (?:uma?|nada)|nada|nao|de novo|horario|consulta))*"
    r"|\b(?:quero|queria|gostaria de|preciso|vim|era|so|para|pra|posso|pode)(?: (?:so|te|me|so para|so pra|ai))* (?:confirm(?:ar|a|e)|saber|ver|conferir|lembrar)(?: se)?\b|\bconfirm(?:a|ar|e)(?: ai| (?:pra|para) mim)? se\b"
)
"""What is wished for there is no more than to know."""

_WISHES = (
    r"\b(?:quero|queria|gostaria|preciso|prefir\w+|marcar?|marque|agend(?:ar|e|o)|(?<!na )agenda|reserv(?:ar|e)|encaix\w+|outr[ao]s?|mais (?:uma?|1|cedo|tarde|perto)|tambem|vag\w+|livres?|dispon\w+|tem(?! eu\b)|tinha|teria|sobrou"
    r"|pode|podia|poderia|posso|consegu?\w*|da (?:para|pra)|rola|cancel\w+|desmarc\w+|remarc\w+|(?<!nao )mud\w+|troc\w+|adi\w+|antecip\w+|pass(?:ar?|e|o)|tir(?:ar?|a|e|o)|desist\w+|esquec\w+ (?:o|a)"
    r"|abr\w+|fech(?:a|am|ar)|funciona\w*|atend\w+|feriado|endereco|telefone|numero|nome|forma|email|quanto|valor|preco|custa|desconto|doi|sinal|pix|comprovante|link|paguei|pago|pagar|se|nao (?:vou|posso|vai|da|quero|consigo|esta|ta))\b"
)
_SPOKEN = (
    "e ai oi ola moca moco anna querida amiga amor bem bom dia boa tarde noite entao mas ue uai ah ok beleza certo certa certinho certinha ta tudo isso sim ne nao mesmo a o as os na no nas nos"
    " em de da do das pra para pro minha meu eu que vou vamos venho horario h consulta sessao avaliacao retorno feira hoje amanha segunda terca quarta quinta sexta sabado manha meio meia era foi"
    " fica ficou vai ser certeza confere confirma confirmado confirmada combinado combinada fechado fechada ou ja so la to estou esse essa desse dessa este esta semana mes proxima proximo"
    " vem gente por favor obrigada obrigado brigada viu voce voces qual quando ate umas"
)
_WORDS = frozenset(_SPOKEN.split())
"""All there may be beside a day, an hour and a procedure where nothing says that it speaks of what stands."""


def speaks_of_what_stands(text: str) -> bool:
    """Whether it is asked, or said, that something stands, and nothing is wished for."""
    line = Line.of(text)
    norm = rx(_ONLY_TO_KNOW).sub(" saber ", line.norm)
    return (
        sum(token.norm[0].isalnum() for token in line.tokens) <= _FEW
        and rx(_STANDS).search(line.norm) is not None
        and rx(_ASKS).search(line.norm) is not None
        and rx(_WISHES).search(norm) is None
    )


def may_check(text: str, reading: Reading) -> bool:
    """Whether no more is said than a day, an hour or a procedure, as whoever checks what she has says them."""
    line = Line.of(text)
    if len(line.tokens) > _SOME or not (reading.when or reading.procedure or rx(_HOUR).search(line.norm)):
        return False
    named = {word for _, saw in named_in(reading) for word in fold(saw).split()}
    words = {word for token in line.tokens for word in token.norm.split() if any(map(str.isalpha, word))}
    return words <= _WORDS | named


def checks_booked(text: str, reading: Reading, booked: Sequence[datetime]) -> bool:
    """Whether such a message is about what begins at one of `booked` (the clinic's wall clock, naive).

    "Quinta?" is so where it is booked on that day, and "é quarta às 3 né" wherever something is: who says "né" has a time already.
    """
    norm = Line.of(text).norm
    if rx(_SURE).search(norm):
        return True
    if not any(_fits(reading.when, at) for at in booked):
        return False
    return "?" in text or rx(_SETTLED).search(norm) is not None


def _fits(when: When | None, at: datetime) -> bool:
    if when is None or when.daypart or not wishes_day(when, at.date()):
        return when is None
    return when.time_start is None or (when.time_kind is TimeKind.AT and when.time_start == at.time())
