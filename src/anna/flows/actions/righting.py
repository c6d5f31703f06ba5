"""What was booked or moved a moment ago is not what was said: "eu disse 16h30, você colocou 17h30", "5 da tarde"."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from anna.agendamento import service
from anna.agendamento.offers import GivenUp, offer_slots
from anna.agendamento.queries import get_consulta, list_consulta_servicos
from anna.agendamento.slots import Slot
from anna.commands import Nuance
from anna.errors import ConsultaConflict
from anna.flows.actions.attending import named_in
from anna.flows.actions.request_queries import find_just_booked
from anna.flows.fact_queries import JUST_NOW, find_consulta_facts, find_paid_fatura
from anna.flows.registry import Result, Scene
from anna.when import TimeKind, When, WhenStatus


async def put_right(scene: Scene) -> Result:
    """Move what was last booked to the hour that is said, with whom it is said or else as it was, if that is free.

    `same` when it is that already; `unsaid` when no hour was said, or it was only asked for, or is not free with whom it was: `mudanca.quando` is
    what is known of it.
    """
    id = await find_just_booked(scene.conn, scene.ref("contato"), since=scene.now - JUST_NOW, now=scene.now)
    consulta = await find_consulta_facts(scene.conn, id) if id else None
    if consulta is None:
        return Result(name="none")
    paid = await find_paid_fatura(scene.conn, consulta.id)
    refs = {"consulta": consulta.id} | ({"fatura": paid} if paid else {})
    start = consulta.inicio.astimezone(scene.known.zone)
    wish = scene.turn.reading.when if scene.turn else None
    if wish and not (wish.date_start or wish.date_end or wish.dates):
        wish = replace(wish, date_start=start.date(), date_end=start.date())
    if wish is None or wish.status not in (WhenStatus.OK, WhenStatus.CLOSED):
        return Result(name="unsaid", refs=refs, data={"mudanca": {"quando": None}})
    with_whom = await named_in(scene, consulta.slugs)
    exact = (
        wish.time_kind is TimeKind.AT and wish.date_start == wish.date_end and wish.status is WhenStatus.OK
    )
    stays = exact and (wish.date_start, wish.time_start) == (start.date(), start.time().replace(tzinfo=None))
    if stays and (with_whom is None or with_whom.nome == consulta.profissional):
        return Result(name="same", refs=refs)
    says_so = exact and not _asks_for_it(scene)
    slot = await _free(scene, consulta.id, wish, with_whom.id if with_whom else None) if says_so else None
    if slot and await _moved(scene, consulta.id, slot):
        return Result(refs=refs)
    return Result(name="unsaid", refs=refs, data={"mudanca": {"quando": wish.to_json()}})


def _asks_for_it(scene: Scene) -> bool:
    """Whether the hour is only asked for, "sexta 10h?", and nothing was said to be wrong."""
    turn = scene.turn
    return turn is not None and "?" in turn.text and Nuance.WRONG_TIME not in turn.reading.nuances


async def _free(scene: Scene, consulta_id: UUID, wish: When, profissional_id: UUID | None) -> Slot | None:
    """That very time, with whom it is said, else with whom it was: she is not given to another one unasked."""
    old = await get_consulta(scene.conn, consulta_id)
    offer = await offer_slots(
        scene.conn, clinica_id=scene.clinica_id, servicos=await list_consulta_servicos(scene.conn, consulta_id), when=wish, now=scene.now, count=1,
        profissional_id=profissional_id or old.profissional_id,
        given_up=GivenUp(conversa_id=scene.refs.get("conversa"), consulta_id=consulta_id, paciente_id=old.paciente_id),
    )  # fmt: skip
    return offer.slots[0] if offer.matching else None


async def _moved(scene: Scene, consulta_id: UUID, slot: Slot) -> bool:
    try:
        await service.move_consulta(
            scene.conn, consulta_id, inicio=slot.inicio, profissional_id=slot.profissional_id, now=scene.now, causa=scene.raiz_id
        )  # fmt: skip
    except ConsultaConflict:
        return False
    return True
