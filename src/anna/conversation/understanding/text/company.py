"""Where a "two" counts those who come, and is no hour. Pure."""

from __future__ import annotations

import re

from anna.conversation.understanding.text.line import Line, rx

# "sábado cedo pra duas": with another hour or the morning beside it, "duas" are two who come; "muda de manhã pra duas" is the hour.
_FOR_TWO = r"\b(?:para|pra) (?:as |os |nos )?2(?= *(?:$|[,.!?;\n]|pessoas\b|(?:n?[ao]|de|as|com|e|por favor|limpeza|sabado|amanha|hoje|segunda|terca|quarta|quinta|sexta|dia)\b))(?! (?:e (?:meia|\d)|da (?:tarde|manha)|h\b|ou\b))"
_ANOTHER_HOUR = r"\b(?:cedo|cedinho|manha|manhazinha|meio dia|\d{1,2} h|\d{1,2} ?: ?\d\d|as \d{1,2})\b"
_FROM_ONE_TO_TWO = r"\b(?:mud|pass|troc|remarc|adi|antecip|transf|jog|empurr|da manha|d[ae]s? \d)\w*"


def for_two(line: Line) -> re.Match[str] | None:
    """Where it says that two come, and not that it is to be at two."""
    match = line.find(_FOR_TWO)
    if match is None or line.find(_FROM_ONE_TO_TWO):
        return None
    beside = line.norm[: match.start()] + line.norm[match.end() :]
    return match if rx(_ANOTHER_HOUR).search(beside) else None
