"""Which day it is, or on which day a date falls, to who asks: "que dia é hoje?", "27 é quarta né?" are no wish for one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from anna.conversation.claims.models import Fact
from anna.conversation.understanding.dates.calendar_asked import date_asked
from anna.conversation.understanding.dates.days import Today
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import describe_day
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.speaking import say

TEMPLATE = "hoje_e"
CALENDAR = "dia_da_semana"

_DAY = r"(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)(?: feira)?"
_LEAD = r"(?:(?:oi|ola|bom dia|boa tarde|boa noite|moca|e|mas|me (?:diz|fala)|perguntei|afinal|minha filha|filha|por favor|,|!|\.) ?)*"
_ASKS = (
    rf"^{_LEAD}(?:(?:que|q|qual) dia(?: da semana)?(?: (?:e|eh))?(?: que)?(?: (?:e|eh))? hoje|hoje (?:e|eh) (?:que dia|quantos|que data|{_DAY}(?: ou {_DAY})?(?= \?))"
    rf"|(?:que|qual) (?:e )?(?:a )?data(?: (?:e|de|eh))? hoje)(?: (?:mesmo|ai|moca|minha filha|filha|por favor|, ?{_DAY}(?: ou {_DAY})?|{_DAY} ou {_DAY}))*"
    rf"(?:[ ?!.,]*(?:{_DAY} ou {_DAY}|{_DAY}|por favor|obrigad[ao]|to perdid[ao]|nao sei))?[ ?!.]*$"
)


async def tell_today(acting: Acting) -> dict[str, Any] | None:
    """Say the clinic's day, or that of a date, and put the open question again; None where something else is asked."""
    asked = acting.asked
    if asked.heard.arrived is None or asked.heard.tapped:
        return None
    line = Line.of(asked.burst.text)
    if rx(_ASKS).search(line.norm):
        return await _tell(acting, TEMPLATE, "hoje", asked.heard.arrived.date())
    day = _date_asked(asked, line, asked.heard.arrived)
    return await _tell(acting, CALENDAR, "cai_em", day) if day else None


def _date_asked(asked: Asked, line: Line, arrived: datetime) -> date | None:
    question, calendar = asked.open_question(), asked.heard.calendar
    if calendar is None:
        return None
    options = question.options if question else ()
    days = [datetime.fromisoformat(one["local"]).date() for one in options if "local" in one]
    about = (min(days), max(days)) if days else None
    return date_asked(line, Today(arrived.date(), calendar, about), numbered=len(options))


async def _tell(acting: Acting, template: str, word: str, day: date) -> dict[str, Any]:
    asked = acting.asked
    fact = Fact("whatsapp.turnos", str(acting.turno_id), "iniciado_em", describe_day(day))
    await say(
        acting.move, acting.replies, asked.taken, template, turno_id=acting.turno_id, unnamed=True, rows={word: fact}
    )  # fmt: skip
    await acting.return_to_question()
    return {"regra": "social", "motivo": template}
