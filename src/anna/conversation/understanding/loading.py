"""Loading the grammar before the first message comes, so that no patient waits for it.

Every rule is compiled at its first use. Whoever is the first to write would wait for most of them, and the collector would walk over
all that is being made, again and again, to find that nothing of it can go.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

from anna.conversation.understanding.facts.whom import read_whom
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

_OF_EVERY_KIND = (
    "oi, boa tarde! quero marcar uma limpeza pra minha filha Ana na quinta depois das 15h, ou dia 5 de março, no feriado não posso",
    "não, a segunda opção não dá pra mim. semana que vem de manhã tem? quanto custa e onde fica?",
    "sim, pode ser o 2, meu número é 11 99999-0000. para de me mandar mensagem, quero falar com uma pessoa, tô com falta de ar",
)
_ASKED = (State.NONE, State.OFFER_SLOTS, State.ASK_PHONE, State.REMINDER, State.NPS)


def load_grammar(now: datetime) -> None:
    """Compile what ordinary messages need, by reading one of every kind in every state; about 80 ms of processor time, and as much again and more for the reading."""
    anna = OfflineUnderstander()
    slots = (now.replace(tzinfo=None),) * 3
    with _uncollected():
        for text in _OF_EVERY_KIND:
            read_whom(text)  # asked of a reading by whoever books
        for state in _ASKED:
            asked = Context(reference_time=now, state=state)
            context = replace(asked, slots=slots) if state is State.OFFER_SLOTS else asked
            for text in _OF_EVERY_KIND:
                anna.understand(text, context)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector: nearly everything that is made stays until the process ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
