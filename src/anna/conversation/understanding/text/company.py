"""Where a "two" counts those who come, and is no hour. Pure."""

from __future__ import annotations

import re

from anna.conversation.understanding.text.line import Line, rx

# "sábado cedo pra duas": with another hour or the morning beside it, "duas" are two who come; "muda de manhã pra duas" is the hour.
_FOR_TWO = r"\b(?:para|pra) (?:as |os |nos )?2(?= *(?:$|[,.!?;\n]|pessoas\b|(?:n?[ao]|de|as|com|e|por favor|limpeza|sabado|amanha|hoje|segunda|terca|quarta|quinta|sexta|dia)\b))(?! (?:e (?:meia|\d)|da (?:tarde|manha)|h\b|ou\b))"
# "AS DUAS, eu e ela kkk sexta de manhã": nobody's hour, where it says so or another one stands beside it.
_THE_TWO = r"\b(?:as|os|nos|nos as) 2(?: (?:juntas|juntos|pessoas|queremos|podemos|conseguimos|precisamos|querem|podem)\b|(?: ,)?(?: (?:e|eh|sao|seria))? eu e (?:ela|ele|(?:a |o )?(?:minha|meu) [a-z]+)\b)"
_SAYS_SO = r"(?:^|[,.;!] |\b(?:falei|disse|dizer|sao|somos|seria|e|eh|pra|para|nos) )$"
# "sexta as duas de manhã": at two in the morning nobody comes.
_IN_THE_MORNING = r"\b(?:as|os|nos|para|pra)(?: as)? 2(?: entao)?(?= (?:(?:n[ao]|em|d[ao]|de|pra|para) )?(?:(?:segunda|terca|quarta|quinta|sexta|sabado|amanha|hoje|dia \d+(?:/\d+)?)(?: feira| que vem| agora)* )?(?:de|pel[ao]|na parte da) manha\b)"
_ANOTHER_HOUR = r"\b(?:cedo|cedinho|manha|manhazinha|meio dia|\d{1,2} h|\d{1,2} ?: ?\d\d|as \d{1,2})\b"
_FROM_ONE_TO_TWO = r"\b(?:mud|pass|troc|remarc|adi|antecip|transf|jog|empurr|da manha|d[ae]s? \d)\w*"


# "eu e minha namorada queremos limpeza as duas na quinta": who says that two come counts them, unless a day or "depois d" leads to the hour.
_WE = (
    r"\b(?:eu|mim) (?:e|mais|com) (?:(?:para|pra) )?(?:(?:a|o) )?(?:ela|ele|(?:minha|meu) [a-z]+|[a-z_]{3,})\b"
    r"|\b(?:somos|queremos|queriamos|gostariamos|podemos|precisamos|pensamos)\b|\b(?:para|pra) mim\b.*\b(?:para|pra) (?:(?:a|o) )?(?:minha|meu) [a-z]+"
)
_BOTH_OF_US = r"(?<!\bnas )\bas 2\b(?! ?(?:h\b|:|e meia|e \d|em ponto|da tarde|hora|ou\b|as\b|ate\b|da madrugada|primeir|ultim|opc|axilas?\b|pernas?\b|coisas?\b|sessoes\b|procedimentos?\b|maos\b))"
_LEADS_TO_AN_HOUR = r"\b(?:segunda|terca|quarta|quinta|sexta|sabado|feira|amanha|hoje|dia \d+|\d+/\d+|depois|antes|partir|ate|desde|entre|para|la|tipo|tarde|umas?) ?,? ?$"


MANY_TOGETHER = r"\b[ao]s [3-6](?: (?:pode|podem|podemos|ser|ir|fazer|vamos|vao|querem|queremos|quer|marcar|, ))* (?:junt[ao]s|no mesmo (?:dia|horario)|uma? (?:atras|depois|seguid[ao]|apos)|seguid[ao]s|em sequencia)\b"
"""So many who come, and no hour and no number of a list: "as três pode ser um atrás do outro"."""


def for_two(line: Line) -> tuple[int, int] | None:
    """Where it says that two come, and not that it is to be at two."""
    if many := line.find(MANY_TOGETHER):
        return many.span()
    told = line.find(_THE_TWO)
    if told and "\u00e0" not in line.saw(*told.span()).lower():
        apart = f"{line.norm[: told.start()]} {line.norm[told.end() :]}"
        if (
            " eu " not in told.group()
            or rx(_SAYS_SO).search(line.norm[: told.start()])
            or rx(_ANOTHER_HOUR).search(apart)
        ):
            return told.span()
    if us := _both_of_us(line):
        return us.span()
    match = line.find(_FOR_TWO)
    if match is None or line.find(_FROM_ONE_TO_TWO):
        return None
    beside = line.norm[: match.start()] + line.norm[match.end() :]
    return match.span() if rx(_ANOTHER_HOUR).search(beside) else None


def _both_of_us(line: Line) -> re.Match[str] | None:
    """The "as duas" of two who are named, written out and without the accent of an hour."""
    us = line.find(_BOTH_OF_US)
    if us is None or line.saw(*us.span()).lower() != "as duas" or not line.find(_WE):
        return None
    led = rx(_LEADS_TO_AN_HOUR).search(line.norm[: us.start()])
    return None if led and not rx(_ANOTHER_HOUR).search(line.norm[us.end() :]) else us


def without_both(text: str) -> str:
    """The text without the "as duas" of two who are named: "pra mim amanhã e pra minha irmã quinta, as duas limpeza às 10"."""
    return (
        re.sub(r"\bas duas\b", " ", text, count=1, flags=re.IGNORECASE)
        if _both_of_us(Line.of(text))
        else text
    )


_HOUR_BESIDE = r"\b\d{1,2} h\b|\b\d{1,2}:\d\d\b"


def hide_the_two(line: Line) -> Line:
    """The line without "as duas" where it is known that two come and no hour is meant: "sexta as duas de manhã", "as duas na quinta, eu 10h30 ela 15h30"."""
    match = line.find(_IN_THE_MORNING)
    if match is None and (us := line.find(_BOTH_OF_US)) and line.saw(*us.span()).lower() == "as duas":
        hidden = line.hide(*us.span())
        match = us if len({one.group() for one in rx(_HOUR_BESIDE).finditer(hidden.norm)}) > 1 else None
    return line.hide(*match.span()) if match else line


def without_the_two(text: str) -> str:
    """The text without "as duas" that are who come, where each has an hour of her own."""
    line = Line.of(text)
    return text if hide_the_two(line) is line else re.sub(r"(?i)\bas duas\b,?", " ", text, count=1)
