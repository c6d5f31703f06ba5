"""What people ask for that cannot be done at once: a place on the waiting list, an answer about their own data."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from anna.commands import Intent, When
from anna.flows.actions import request_queries as queries
from anna.flows.registry import Result, Scene

WAITS = timedelta(days=30)
"""How long a place on the waiting list is kept when no day was named."""

ANSWER_WITHIN = timedelta(days=15)
"""LGPD, article 19, II: the full answer to a person who asks for her data is due fifteen days after she asked."""


async def join_waitlist(scene: Scene) -> Result:
    """A place on the list for what was asked for; it ends with the last wished day, or after `WAITS`."""
    slots = scene.run.slots
    wish = When.from_json(slots["quando"]) if slots.get("quando") else None
    espera_id = await queries.insert_espera(
        scene.conn, clinica_id=scene.clinica_id, contato_id=scene.ref("contato"), conversa_id=scene.ref("conversa"),
        procedimentos=slots["procedimentos"], quando=slots.get("quando"), until=_until(scene, wish), now=scene.now,
    )  # fmt: skip
    return Result(refs={"espera": espera_id})


def _until(scene: Scene, wish: When | None) -> datetime:
    """The midnight that ends the last wished day; of a wish without an end, the day on which `WAITS` is over."""
    last = (max(wish.dates) if wish.dates else wish.date_end) if wish else None
    last = last or (scene.now + WAITS).astimezone(scene.known.zone).date()
    return datetime.combine(last + timedelta(days=1), time(), scene.known.zone)


async def close_waitlist(scene: Scene) -> Result:
    """The time of a place is over; `served` when the person has booked it since, or somebody ended it before."""
    ended = await queries.close_espera(scene.conn, scene.ref("espera"), now=scene.now)
    return Result() if ended == "prazo" else Result(name="served")


async def record_data_request(scene: Scene) -> Result:
    """What she asks of her data, in her own words, due within `ANSWER_WITHIN`; asked again, the first due time stays."""
    tipo = "acesso" if scene.run.trigger.name == Intent.DATA_REQUEST else "direito"
    pedido_id = await queries.insert_solicitacao(
        scene.conn, clinica_id=scene.clinica_id, contato_id=scene.ref("contato"), conversa_id=scene.ref("conversa"),
        tipo=tipo, frase=scene.turn.text if scene.turn else "", due=scene.now + ANSWER_WITHIN, now=scene.now,
    )  # fmt: skip
    return Result(refs={"pedido": pedido_id})
