"""Which reaction is an answer: a yes or a no on the newest open question, if that asks for one. Pure.

Everything else that people react to is mere courtesy. A reaction that is taken back, once it was an answer, undoes nothing: what was
said was said.
"""

from __future__ import annotations

from collections.abc import Sequence

from anna.conversation.question import Question
from anna.turns.queries import Entrada
from anna.whatsapp.models import Tipo
from anna.whatsapp.reactions import reacted

_PLAIN = frozenset({"affirm", "deny"})
_REMINDER = "confirm_attendance"


def answering(entradas: Sequence[Entrada], questions: Sequence[Question]) -> Entrada | None:
    """The reaction among `entradas` that answers, the last one if there are several; None beside words, which say more."""
    if not questions or any(entrada.tipo != Tipo.REACAO for entrada in entradas):
        return None
    newest = questions[0]
    if newest.provedor_id is None or not asks_yes_or_no(newest):
        return None
    on_it = [e for e in entradas if e.cita == newest.provedor_id and reacted(e.texto)]
    return on_it[-1] if on_it else None


def asks_yes_or_no(question: Question) -> bool:
    """Whether a yes is the whole answer: "posso usar este número?", "confirma?"; not a choice between cancelling and moving."""
    if question.has_times():
        return False
    ids = {str(option["id"]) for option in question.options}
    return ids >= _PLAIN or _REMINDER in ids or question.wanted.get(question.slot or "") == "phone"
