"""Appointments that are there already: which one is meant, moving it, confirming it, giving it up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from anna.agendamento import service
from anna.agendamento.choice import wishes_day
from anna.agendamento.models import ConsultaDetalhe
from anna.clinica.service import load_settings
from anna.commands import Reading, When, WhenStatus
from anna.errors import Conflict, ConsultaConflict
from anna.flows.actions.booking import chosen_slot
from anna.flows.fact_queries import find_consulta_facts, find_paid_fatura, list_servicos
from anna.flows.facts import joined
from anna.flows.registry import Result, Scene
from anna.kit.dates import describe_start

GONE = Result(name="gone")
"""It is not booked any more: somebody was faster, or its time has come."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_BOOKED = frozenset({"agendado", "confirmado"})


async def find_consulta(scene: Scene) -> Result:
    """Which booked consulta is meant: the one the run knows, the one that was picked, or the one the words fit.

    `one` and the run holds it, with what was paid for it; `several`, with `consultas` to choose from; `none`; `begun` when its
    time has come, and with `notice` `near` when it comes sooner than the clinic lets a slot be offered. What was said of another
    day or hour than the consulta's own is `mudanca.quando`.
    """
    reading = scene.turn.reading if scene.turn else Reading()
    if "consulta" in scene.refs:
        facts = await find_consulta_facts(scene.conn, scene.refs["consulta"])
        if facts is None or facts.status not in _BOOKED:
            return Result(name="none")
        return await _found(scene, facts.id, facts.inicio, _new_time([_local(scene, facts.inicio)], reading))
    known = await service.known_patient(scene.conn, scene.ref("contato"), now=scene.now)
    ahead = [c for c in known.proximas if c.inicio > scene.now] or known.proximas
    if not ahead:
        return Result(name="none")
    picked = [consulta for consulta in ahead if str(consulta.id) == scene.run.slots.get("qual")]
    left = picked or await _meant(scene, ahead, reading)
    said_before = (scene.run.data.get("mudanca") or {}).get("quando")
    wish = _new_time([consulta.inicio_local for consulta in left], reading) or said_before
    if len(left) > 1:
        consultas = [_option(consulta) for consulta in left]
        return Result(name="several", data={"consultas": consultas, "mudanca": {"quando": wish}})
    return await _found(scene, left[0].id, left[0].inicio, wish)


async def _found(scene: Scene, consulta_id: UUID, inicio: datetime, wish: dict[str, Any] | None) -> Result:
    paid = await find_paid_fatura(scene.conn, consulta_id)
    settings = await load_settings(scene.conn, scene.clinica_id)
    notice = timedelta(minutes=settings.antecedencia_min if scene.args.get("notice") else 0)
    return Result(
        name="begun" if inicio <= scene.now else "near" if inicio < scene.now + notice else "one",
        data={"mudanca": {"quando": wish}},
        refs={"consulta": consulta_id} | ({"fatura": paid} if paid else {}),
    )


async def _meant(scene: Scene, among: Sequence[ConsultaDetalhe], reading: Reading) -> list[ConsultaDetalhe]:
    """Those that fit what was said: the procedure, and the day if it is one of theirs. All of them when nothing fits."""
    left = list(among)
    if reading.procedure:
        servicos = await list_servicos(scene.conn, scene.clinica_id, list(reading.procedure))
        left = [c for c in left if {s.nome for s in servicos} & set(c.servicos)] or left
    if reading.when:
        left = [c for c in left if _speaks_of(reading.when, c.inicio_local)] or left
    return left


def _speaks_of(when: When, inicio: datetime) -> bool:
    """Whether a day or hour that was said can be the consulta's own: "a de sexta", "não posso ir na sexta"."""
    if when.exclude.dates or when.exclude.weekdays:
        return inicio.date() in when.exclude.dates or _WEEKDAYS[inicio.weekday()] in when.exclude.weekdays
    return _names_day(when, inicio.date()) and when.time_start in (None, inicio.time())


def _names_day(when: When, day: date) -> bool:
    single = when.dates is not None or (when.date_start is not None and when.date_start == when.date_end)
    return single and wishes_day(when, day)


def _new_time(starts: Sequence[datetime], reading: Reading) -> dict[str, Any] | None:
    """The wish for another time; None when the words only named a consulta itself, or a time that cannot be."""
    when = reading.when
    if when is None or when.status not in (WhenStatus.OK, WhenStatus.CLOSED):
        return None
    return None if any(_speaks_of(when, start) for start in starts) else when.to_json()


def _local(scene: Scene, at: datetime) -> datetime:
    return at.astimezone(scene.known.zone)


def _option(consulta: ConsultaDetalhe) -> dict[str, Any]:
    inicio = consulta.inicio_local
    return {
        "id": str(consulta.id),
        "tipo": "consulta",
        "local": inicio.replace(tzinfo=None).isoformat(timespec="minutes"),
        "palavras": {"procedimentos": joined(consulta.servicos), "inicio": describe_start(inicio)},
    }


async def move_consulta(scene: Scene) -> Result:
    """The consulta moves to the chosen slot in one statement: its old time is free only when the new one is taken.

    `taken` when somebody was faster, and it stays where it was; `gone` when it is not booked any more.
    """
    slot = chosen_slot(scene)
    if _over(scene):
        return GONE
    try:
        await service.move_consulta(
            scene.conn, scene.ref("consulta"), inicio=slot.inicio, profissional_id=slot.profissional_id, now=scene.now,
            causa=scene.raiz_id,
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
