"""Which day it is, to who asks: "que dia é hoje?" is no wish for one."""

from __future__ import annotations

from typing import Any

from anna.conversation.claims.models import Fact
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.dates import describe_day
from anna.turns.acting import Acting
from anna.turns.speaking import say

TEMPLATE = "hoje_e"

_DAY = r"(?:segunda|terca|quarta|quinta|sexta|sabado|domingo)(?: feira)?"
_LEAD = r"(?:(?:oi|ola|bom dia|boa tarde|boa noite|moca|e|mas|me (?:diz|fala)|perguntei|afinal|minha filha|filha|por favor|,|!|\.) ?)*"
_ASKS = (
    rf"^{_LEAD}(?:(?:que|q|qual) dia(?: da semana)?(?: (?:e|eh))?(?: que)?(?: (?:e|eh))? hoje|hoje (?:e|eh) (?:que dia|quantos|que data|{_DAY}(?: ou {_DAY})?(?= \?))"
    rf"|(?:que|qual) (?:e )?(?:a )?data(?: (?:e|de|eh))? hoje)(?: (?:mesmo|ai|moca|minha filha|filha|por favor|, ?{_DAY}(?: ou {_DAY})?|{_DAY} ou {_DAY}))*"
    rf"(?:[ ?!.,]*(?:{_DAY} ou {_DAY}|{_DAY}|por favor|obrigad[ao]|to perdid[ao]|nao sei))?[ ?!.]*$"
)


async def tell_today(acting: Acting) -> dict[str, Any] | None:
    """Say the clinic's day, and put the open question again; None where something else is asked."""
    asked = acting.asked
    if (
        asked.heard.arrived is None
        or asked.heard.tapped
        or not rx(_ASKS).search(Line.of(asked.burst.text).norm)
    ):
        return None
    today = Fact(
        "whatsapp.turnos", str(acting.turno_id), "iniciado_em", describe_day(asked.heard.arrived.date())
    )
    await say(
        acting.move,
        acting.replies,
        asked.taken,
        TEMPLATE,
        turno_id=acting.turno_id,
        unnamed=True,
        rows={"hoje": today},
    )
    await acting.return_to_question()
    return {"regra": "social", "motivo": TEMPLATE}
