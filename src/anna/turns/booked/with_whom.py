"""With whom one of the offered times would be: "a 2 é com quem?", "quem atende às 16?" is answered by that line of the list."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from anna.commands import Nuance
from anna.conversation.claims.binding import OFFER, RUNS
from anna.conversation.claims.models import Fact
from anna.conversation.question import Question
from anna.conversation.routing import Route
from anna.conversation.understanding.replies.choices import named_numbers
from anna.conversation.understanding.text.line import Line
from anna.kit.text import fold
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.speaking import say

TEMPLATE = "com_quem_e"

_HOUR = re.compile(r"\b(?P<h>\d{1,2})(?: ?(?:h|:|hs|hrs|horas) ?(?P<m>[0-5]\d)?)?\b")
_HALF = 12
"""Of the times that are offered "às 4" is the one at 16h."""


async def tell_with_whom(acting: Acting, routed: Route) -> dict[str, Any] | None:
    """Say the line of the list that is asked about, and put the list's question again; None where no single one is, or one is taken."""
    asked = acting.asked
    question = asked.open_question()
    if routed.bound and routed.bound.choice:
        return None
    if question is None or Nuance.ASKS_WHO not in asked.heard.reading.nuances or not question.has_times():
        return None
    labels = _asked_about(asked, question)
    if len(labels) != 1 or " com " not in labels[0]:
        return None
    line = Fact(RUNS, str(question.execucao_id), OFFER, labels[0])
    await say(
        acting.move, acting.replies, asked.taken, TEMPLATE, turno_id=acting.turno_id, unnamed=True, rows={"escolhido": line}
    )  # fmt: skip
    await acting.return_to_question()
    return {"regra": "social", "motivo": TEMPLATE}


def _asked_about(asked: Asked, question: Question) -> list[str]:
    """The offered times whose number or hour is said."""
    times = [option for option in question.options if "local" in option]
    numbers = named_numbers(Line.of(asked.burst.text), len(times), frozenset())
    if numbers:
        return [str(times[number - 1]["rotulo"]) for number in sorted(numbers) if number <= len(times)]
    said = {
        (int(found["h"]) % _HALF, int(found["m"] or 0)) for found in _HOUR.finditer(fold(asked.burst.text))
    }
    starts = {str(one["rotulo"]): datetime.fromisoformat(one["local"]) for one in times}
    return [label for label, start in starts.items() if (start.hour % _HALF, start.minute) in said]
