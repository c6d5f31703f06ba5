"""Messages that somebody names in passing: given back to who left them, told of to who only asks; what is said besides is served."""

from __future__ import annotations

from datetime import time
from typing import Any

from anna.clinica.service import load_settings
from anna.commands import Nuance
from anna.conversation.messages_spoken_of import Spoken, SpokenOf
from anna.conversation.question import Heard
from anna.conversation.reminding import Reminded
from anna.flows.actions.request_queries import insert_opt_in
from anna.turns.acting import Acting
from anna.turns.asked import Asked
from anna.turns.returning import OPT_IN, back_to, has_left_all, has_left_news, has_left_reminders

REMINDED = "reminders"
"""Why nothing else was said."""


def asks_which_messages(asked: Asked) -> bool:
    """Whether she has been asked which messages she wants: what she says of the reminders is the answer then."""
    return any(Nuance.WANTS_REMINDERS.value in question.accepts for question in asked.questions)


async def tell_reminders(acting: Acting, reminded: Reminded) -> dict[str, str]:
    """Give the reminders back, or say how they stand; what that adds to the route."""
    move, taken = acting.move, acting.asked.taken
    if not await has_left_reminders(move, acting.asked):
        await acting.say("lembretes_ja_ligados")
        return {"lembretes": "on"}
    if reminded.asks:
        await acting.say("lembretes_desligados")
        return {"lembretes": "off"}
    await insert_opt_in(
        move.conn, clinica_id=taken.clinica_id, conversa_id=taken.id, execucao_id=None, turno_id=acting.turno_id,
        palavras=reminded.wish.text, pedido=None, news=False, now=move.now,
    )  # fmt: skip
    # "e só disso" is said to who has left the rest
    await acting.say(
        "lembretes_ligados" if await has_left_news(move, acting.asked) else "lembretes_ja_ligados"
    )
    return {"volta": OPT_IN}


async def tell_back(acting: Acting, leaving: Heard) -> dict[str, str]:
    """Give back the messages to who comes back beside a wish, at once: no run of that may put the wish off; what that adds to the route."""
    move, taken = acting.move, acting.asked.taken
    news = Nuance.WANTS_NEWS.value in back_to(leaving.reading)
    left = await has_left_news(move, acting.asked) or await has_left_reminders(move, acting.asked)
    if left or news:
        await insert_opt_in(
            move.conn, clinica_id=taken.clinica_id, conversa_id=taken.id, execucao_id=None, turno_id=acting.turno_id,
            palavras=leaving.text, pedido=None, news=news, now=move.now,
        )  # fmt: skip
    only = not news and await has_left_news(move, acting.asked)
    told = "mensagens_ligadas" if news else "lembretes_ligados" if only else "lembretes_ja_ligados"
    await acting.say(told)
    return {"volta": OPT_IN}


_LATE, _EARLY = time(22), time(6)
_ASKED = {
    Spoken.STOPPED_NEWS: (has_left_news, "novidades_paradas", "novidades_ligadas"),
    Spoken.STOPPED_ALL: (has_left_all, "mensagens_paradas", "mensagens_nao_paradas"),
}
_TOLD = {
    Spoken.NIGHTS: "noite_em_paz",
    Spoken.SOME_REMINDERS: "lembretes_juntos",
    Spoken.REBUFF: "sem_pressa",
}


async def tell_of_messages(acting: Acting, spoken: SpokenOf) -> dict[str, Any]:
    """Say how it stands with the messages to who speaks of them and leaves none; nothing is switched on or off. The route."""
    if asked := _ASKED.get(spoken.what):
        has_left, stopped, goes_on = asked
        await acting.say(stopped if await has_left(acting.move, acting.asked) else goes_on)
    elif spoken.what is Spoken.SOME_REMINDERS and await has_left_reminders(acting.move, acting.asked):
        await acting.say("lembretes_desligados")
    elif spoken.what is Spoken.NIGHTS and not await _is_quiet_at_night(acting):
        return await acting.hand_off("sem_resposta")
    else:
        await acting.say(_TOLD[spoken.what])
    return {"regra": "social", "motivo": spoken.what.value}


async def _is_quiet_at_night(acting: Acting) -> bool:
    """Whether this clinica's quiet hours are those in which people sleep."""
    settings = await load_settings(acting.move.conn, acting.asked.taken.clinica_id)
    return settings.silencio_fim <= settings.silencio_inicio <= _LATE and settings.silencio_fim >= _EARLY
