"""Whether somebody says that she was not understood, or says again what she has said: "mas eu falei sexta", "NAO, só limpeza!!". Pure.

Once it may be answered by what she says; who has to say it twice is losing patience, or has been misunderstood (decision 0022).
"""

from __future__ import annotations

import re

from anna.conversation.understanding.text.line import Line

_AGAIN = (
    r"(?<!o que )(?<!que a gente )(?<!com quem )\b(?:eu (?:ja |te |lhe |so |acabei de )*|(?:ja|acabei de) (?:te |lhe |eu )*|como (?:eu )?(?:ja )?(?:te )?)"
    r"(?:falei|falado|falar|disse|dito|dizer|respondi|responder|expliquei|explicar|escrevi|repeti|pedi(?! (?:folga|ajuda|carona|uber|(?:o|um|uma|a) )))\b"
    r"(?! (?:com|sim|carta|a carta|(?:para|pra) (?:(?:o|a|meu|minha) |ele\b|ela\b))\b)(?!.*\b(?:mas na (?:verdade|real)|quis dizer|quer dizer|errei|me enganei|vou ter que pedir)\b)"
)
"""It has been said: "já falei que é sexta"."""

_NOT_HEARD = (
    r"\b(?:voces?|ces?|tu|ai) (?:so )?nao (?:me )?(?:entenderam|entendem|leram|leem|entendeu|ta entendendo|esta entendendo|entende|leu|le|ta lendo|ouviu|escuta|escutou|ta ouvindo|presta atencao|respondeu|responde)\b"
    r"|\b(?:entendeu|entendendo|leu|anotou|marcou) (?:tudo )?errado\b|\bnao (?:foi|e|era|eh) (?:nada d?isso|isso)\b(?! tudo)|\bnada a ver\b"
    r"|\bnao (?:pedi|falei|disse|marquei|quis|quero) (?:nada d?isso|isso)\b|\bnao pedi(?! desculpa)\b"
    r"|\bquantas vezes (?:eu )?(?:vou|tenho|terei|preciso|ja)\b|\bpela (?:segunda|terceira|2|3|quarta|decima|milesima)\w* vez\b|\b(?:ta|esta|voce) (?:trocando|trocou|confundindo|confundiu|misturando|misturou) (?:tudo|as coisas)\b"
)
"""What was made of it is not what was meant."""

_INSISTS = re.compile(
    r"^\W*(?:(?:moça|moca|gente|nossa|mas|ué|ue|uai|oxe|meu deus|aff+)\W+)*(?:n[aã]o|só|so|é|eh)\b(?![^!]*\b(?:queria|saber|isso|obrigad[ao])\b)[^?]*!{2}",
    re.IGNORECASE,
)
_LOUD = re.compile(r"^\W*(?:\w+\W+)?(?:N[AÃ]O|S[OÓ])\b")
"""Who puts it with two marks, or begins with a "no" or an "only" in capitals before small letters, insists."""


def protests(text: str) -> bool:
    """Whether `text` says that something was said before, or that it was not understood."""
    line = Line.of(text)
    if line.find(_AGAIN) or line.find(_NOT_HEARD):
        return True
    shouts = _LOUD.search(text) is not None and any(letter.islower() for letter in text)
    return shouts or _INSISTS.search(text) is not None
