"""Appointments that are there already: moving one, confirming it, giving it up."""

from __future__ import annotations

from uuid import UUID

from anna.agendamento import service
from anna.agendamento.queries import list_servicos_by_slug
from anna.errors import Conflict, ConsultaConflict
from anna.flows.actions.booking import chosen_slot
from anna.flows.fact_queries import find_consulta_facts, find_paid_fatura
from anna.flows.registry import Result, Scene

GONE = Result(name="gone")
"""It is not booked any more: somebody was faster, or its time has come."""


async def move_consulta(scene: Scene) -> Result:
    """The consulta moves to the chosen slot in one statement, and is of `troca` instead where that is wished: its old time is free only when the new one is taken.

    `taken` when somebody was faster, and it stays where it was, `passed` when the slot's time has come meanwhile; `gone` when it is not booked any more.
    """
    slot = chosen_slot(scene)
    if _over(scene):
        return GONE
    if slot.inicio <= scene.now:
        return Result(name="passed", data={"perdido": slot.inicio.isoformat()})
    instead = await list_servicos_by_slug(scene.conn, scene.clinica_id, scene.run.slots.get("troca") or [])
    try:
        await service.move_consulta(
            scene.conn, scene.ref("consulta"), inicio=slot.inicio, profissional_id=slot.profissional_id, now=scene.now,
            servicos=[servico.id for servico in instead], causa=scene.raiz_id,
        )  # fmt: skip
    except ConsultaConflict:
        return Result(name="taken", data={"perdido": slot.inicio.isoformat()})
    except Conflict:
        return GONE
    return Result()


async def cancel_consulta(scene: Scene) -> Result:
    """The patient gives it up; `gone` when it is not booked any more, or its time has come."""
    if _over(scene):
        return GONE
    try:
        await service.cancel_consulta(
            scene.conn, scene.ref("consulta"), motivo="paciente", now=scene.now, causa=scene.raiz_id
        )
    except Conflict:
        return GONE
    return Result()


async def cancel_all(scene: Scene) -> Result:
    """The patient gives up all of `todas`, or none: `gone` when one of them is not booked any more, or its time has come."""
    ids = [UUID(id) for id in scene.run.data["todas"]]
    starts = [facts.inicio for id in ids if (facts := await find_consulta_facts(scene.conn, id))]
    if any(start <= scene.now for start in starts):
        return GONE
    try:
        async with scene.conn.transaction():
            for id in ids:
                await service.cancel_consulta(
                    scene.conn, id, motivo="paciente", now=scene.now, causa=scene.raiz_id
                )
    except Conflict:
        return GONE
    paid = [fatura for id in ids if (fatura := await find_paid_fatura(scene.conn, id))]
    return Result(refs={"fatura": paid[0]} if paid else {})


async def confirm_all(scene: Scene) -> Result:
    """She comes to all of `todas`; `gone` when one of them is not booked any more, and nothing is confirmed."""
    try:
        async with scene.conn.transaction():
            for id in scene.run.data["todas"]:
                await service.confirm_consulta(scene.conn, UUID(id), now=scene.now, causa=scene.raiz_id)
    except Conflict:
        return GONE
    return Result()


async def confirm_consulta(scene: Scene) -> Result:
    """The patient says that she comes; `gone` when it is not booked any more."""
    try:
        await service.confirm_consulta(scene.conn, scene.ref("consulta"), now=scene.now, causa=scene.raiz_id)
    except Conflict:
        return GONE
    return Result()


def _over(scene: Scene) -> bool:
    consulta = scene.known.consulta
    return consulta is not None and consulta.inicio <= scene.now
