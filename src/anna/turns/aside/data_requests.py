"""What somebody hears who asks after what she has asked of her data: that it is on record, and by when it is answered."""

from __future__ import annotations

from uuid import UUID

from anna.commands import Intent
from anna.conversation.understanding.text.line import Line, rx
from anna.flows.moves import Move
from anna.turns.acting import Acting
from anna.turns.aside import data_request_queries
from anna.turns.asked import Asked
from anna.turns.handoff.serving import WISHES

STANDS = "pedido_de_dados_prazo"

_ABOUT = r"\b(?:apag|exclu|delet|elimin|solicitac)\w*|\b(?:meus|os) dados\b|\b(?:meu|o) pedido\b|\blgpd\b"
_ASKS = r"\?|\b(?:quanto tempo|quando|prazo|demora\w*|ate quando|ja (?:apag|exclu|delet)\w*|em que pe|andamento)\b"


def asks_after_it(text: str) -> bool:
    """Whether it is asked how a request about her data stands: "quanto tempo demora pra apagar?"."""
    said = Line.of(text).norm
    return rx(_ABOUT).search(said) is not None and rx(_ASKS).search(said) is not None


async def tell_request(acting: Acting) -> bool:
    """Say by when her open request is answered, where she asks; False where there is none, or she asks something else."""
    pedido_id = await _asked_after(acting.move, acting.asked)
    if pedido_id:
        await acting.say(STANDS, {"pedido": pedido_id})
    return pedido_id is not None


async def _asked_after(move: Move, asked: Asked) -> UUID | None:
    said = asked.said()
    if asked.heard.tapped or asked.heard.reading.procedure or said & WISHES or Intent.DATA_RIGHTS in said:
        return None
    if not asks_after_it(asked.burst.text):
        return None
    return await data_request_queries.find_open(move.conn, asked.taken.contato_id)
