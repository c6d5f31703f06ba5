"""Whether a message leaves a consulta where it is: "mantém quarta", "deixa como estava", "fica na sexta mesmo". Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from anna.commands import Intent, Nuance, Reading
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import FOLDED_WEEKDAYS
from anna.when import TimeKind, When

_STAYS = r"\b(?<!nao )(?<!num )(?:fica|fico|fique|ficar|deixa|deixe|deixar|mantem|mantenha|manter|mantenho|continua|continuar)\b"
_BACK = rf"\b(?:volt(?:a|e|ar|em|o)|retorna\w*) (?:pr[ao]|para(?: a)?|a|na|no)(?: (?:minha|meu|mesm[ao]|dia))* (?:{'|'.join(FOLDED_WEEKDAYS)}|dia \d)"
"""Back to where it stands, in the middle of a move."""

_OTHERWISE = r"\?|\b(?:outr[ao]s?|mas|porem|so que|mais (?:cedo|tarde)|que vem|semana|mes|depois|antes|ou)\b"
_WANTS_NONE = r"\b(?:nao|num) (?:quero|preciso|vou querer|tenho interesse)\b|\b(?:desist|cancel|desmarc)\w*"
_NAMED = rf"\b(?:{'|'.join(FOLDED_WEEKDAYS)})\b"


def speaks_of_staying(text: str) -> bool:
    """Whether words of `text` may leave something where it is."""
    line = Line.of(text)
    return any(line.find(pattern) for pattern in (_STAYS, _BACK))


def stays(text: str, reading: Reading, start: datetime | None, offered: Collection[date] = ()) -> bool:
    """Whether the consulta that begins at `start` (the clinic's wall clock, naive) is to stay as it is.

    A day or an hour that is named must be its own. Where times of that weekday are `offered`, only plain words of keeping keep it:
    "fica na sexta mesmo" may choose one of them.
    """
    line = Line.of(text)
    plainly = Nuance.TAKES_BACK in reading.nuances or line.find(_BACK) is not None
    if not (plainly or line.find(_STAYS)) or line.find(_OTHERWISE) or reading.intents & {Intent.CANCEL}:
        return False
    days = {FOLDED_WEEKDAYS.index(name) for name in rx(_NAMED).findall(line.norm)}
    dated = rx(r"\bdia (\d{1,2})\b|\b(\d{1,2})/\d{1,2}\b").findall(line.norm)
    numbers = {int(day or other) for day, other in dated}
    if not days and not numbers:
        return plainly and _has_its_hour(reading.when, start)
    if start is None or not (plainly or not any(day.weekday() == start.weekday() for day in offered)):
        return False
    return days <= {start.weekday()} and numbers <= {start.day} and _has_its_hour(reading.when, start)


def drops_the_change(text: str) -> bool:
    """Whether whoever gives up gives up another time, and not the consulta: "nenhum desses, deixa pra lá", not "não quero mais"."""
    return Line.of(text).find(_WANTS_NONE) is None


def _has_its_hour(when: When | None, start: datetime | None) -> bool:
    if when is None or when.time_kind is None:
        return True
    return start is not None and when.time_kind is TimeKind.AT and when.time_start == start.time()
