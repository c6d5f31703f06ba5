"""What people ask for that cannot be done at once: a place on the waiting list, an answer about their own data."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.commands import Intent, Nuance, Reading
from anna.db.events import emit
from anna.flows.actions import request_queries as queries
from anna.flows.actions.finding import ALL
from anna.flows.actions.request_queries import Place
from anna.flows.facts import joined
from anna.flows.registry import Result, Scene
from anna.kit.dates import describe_day
from anna.when import When

WAITS = timedelta(days=30)
"""How long a place on the waiting list is kept when no day was named."""

ANSWER_WITHIN = timedelta(days=15)
"""LGPD, article 19, II: the full answer to a person who asks for her data is due fifteen days after she asked."""


async def join_waitlist(scene: Scene) -> Result:
    """A place on the list for what was asked for; it ends with the last wished day, or after `WAITS`.

    An open one for one of these procedures gives way to it.
    """
    slots = scene.run.slots
    for older in await queries.find_open_for(scene.conn, scene.ref("contato"), slots["procedimentos"]):
        await _end(scene, older, motivo="trocada")
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


async def leave_waitlist(scene: Scene) -> Result:
    """Her own place on the list ends, for the procedure that was named or picked; `several` with `esperas` to choose from, `none`."""
    places = await queries.list_places(scene.conn, scene.ref("contato"))
    reading = scene.turn.reading if scene.turn else Reading()
    qual = scene.run.slots.get("qual")
    named = [p for p in places if str(p.id) == qual or set(reading.procedure) & set(p.procedimentos)]
    meant = named or places
    if not meant:
        return Result(name="none")
    if len(meant) > 1 and qual != ALL and Nuance.ALL_OF_THEM not in reading.nuances:
        return Result(name="several", data={"esperas": [*map(partial(_option, scene), meant), ALL]})
    for place in meant:
        await _end(scene, place.id, motivo="saiu")
    servicos = list(dict.fromkeys(nome for place in meant for nome in place.servicos))
    return Result(data={"palavras": {"procedimentos": joined(servicos)}})


async def _end(scene: Scene, espera_id: UUID, *, motivo: str) -> None:
    """End a place, and tell whatever waits for its time to be over."""
    await queries.end_espera(scene.conn, espera_id, motivo=motivo, now=scene.now)
    refs = {"espera": espera_id, "conversa": scene.ref("conversa"), "contato": scene.ref("contato")}
    await emit(
        scene.conn, clinica_id=scene.clinica_id, nome="espera.encerrada", refs=refs, dados={"motivo": motivo}, now=scene.now,
        causa=scene.raiz_id,
    )  # fmt: skip


def _option(scene: Scene, place: Place) -> dict[str, Any]:
    words = {"procedimentos": joined(place.servicos), "espera_ate": last_day(place, scene.known.zone)}
    return {"id": str(place.id), "tipo": "espera", "palavras": words}


def last_day(place: Place, zone: ZoneInfo) -> str:
    """The last day of a place, as it is said; it ends at the midnight after it."""
    return describe_day((place.vale_ate.astimezone(zone) - timedelta(minutes=1)).date())


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
