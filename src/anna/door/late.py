"""An answer that could not go out for hours is not given as if nothing had happened.

Its times may be over, its link dead; and whoever asked may have asked somebody else. The gate `on_time` drops it, and what it was is told
by `resposta.atrasada`, so that Anna asks again or a person answers (flows/late_answer.yaml).
"""

from __future__ import annotations

from datetime import datetime, timedelta

from anna.clinica.service import load_settings
from anna.conversation.manners import LATER, SOCIAL
from anna.db.connect import Connection
from anna.db.events import emit
from anna.door import queries
from anna.door.queries import Planned

EVENT = "resposta.atrasada"
FRESH = timedelta(minutes=5)
"""No clinic calls an answer of so few minutes old."""

COURTESIES = frozenset({
    "desculpa_demora",
    *(manner.template for manner in (*SOCIAL.values(), LATER) if manner.template and not manner.returns),
})  # fmt: skip
"""Templates that answer nothing: nobody waits for them."""


async def answer_until(conn: Connection, planned: Planned, now: datetime) -> datetime | None:
    """Until when `planned` is still the answer it was planned as; None for what is none, or was planned just now."""
    if planned.especie != "conversa" or now - planned.criada_em <= FRESH:
        return None
    settings = await load_settings(conn, planned.clinica_id)
    return planned.criada_em + timedelta(minutes=settings.resposta_max_min)


async def tell_late(conn: Connection, planned: Planned, *, now: datetime) -> None:
    """Tell that an answer was too old, if somebody waits for it: not for a nudge, a courtesy, or a question that was replaced."""
    if (planned.passo or "").endswith("/nudge") or planned.modelo in COURTESIES:
        return
    question = await queries.find_question(conn, planned.id)
    if question and question.fechada_em is not None:
        return
    await emit(
        conn, clinica_id=planned.clinica_id, nome=EVENT,
        refs={"conversa": planned.conversa_id, "contato": planned.contato_id},
        dados={"pergunta": question is not None, "mensagem": str(planned.id)}, now=now,
    )  # fmt: skip
