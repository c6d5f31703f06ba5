"""What is told of one's own: what is booked or held, what was called off and by whom, what has passed."""

from __future__ import annotations

import re
from datetime import datetime

from anna.agendamento.offers import offer_slots
from anna.agendamento.queries import list_servicos_by_slug
from anna.agendamento.service import known_patient
from anna.flows.actions.finding import LATELY, at_its_time, listed, of_whom, own_patients
from anna.flows.actions.request_queries import Held, NoMore, find_called_off, find_held, find_passed
from anna.flows.actions.telling_queries import was_said
from anna.flows.facts import SAID_FOR, in_sentence, joined
from anna.flows.registry import Result, Say, Scene
from anna.kit.dates import describe_start
from anna.kit.text import fold

_TELLS_WHOSE = re.compile(r"\bquem\b")
_CALLED_OFF = re.compile(r"\b(?:cancel|desmarc|derrub)\w*")
_BY_HERSELF = "paciente"
NONE = "nenhuma_consulta"
"""What is said where nothing is booked; who has booked all the same is heard by a person."""

PERSON = "person"
"""The result where somebody of the clinic is to say the rest."""


async def tell_appointments(scene: Scene) -> Result:
    """What is booked, of whom it is asked; else what is held, or was; else what has passed. Who asks why it was called off hears that first.

    `person` where it was the clinic that did: why, somebody of the clinic says; and where nothing is found for the second time.
    """
    known = await known_patient(scene.conn, scene.ref("contato"), now=scene.now)
    own = await own_patients(scene)
    text = fold(scene.turn.text) if scene.turn else ""
    gone = await _called_off(scene) if _CALLED_OFF.search(text) else None
    said = [_of_called_off(scene, gone)] if gone else []
    result = PERSON if gone and gone.motivo != _BY_HERSELF else "done"
    if known.proximas:
        meant = of_whom(known.proximas, own, text) or known.proximas
        own = frozenset() if _TELLS_WHOSE.search(text) else own
        booked = Say(template="minhas_consultas", words={"consultas": listed(meant, own)})
        return Result(name=result, say=[*said, booked])
    held = await find_held(scene.conn, scene.ref("contato"), now=scene.now)
    if held and not (gone and held.vencida):
        return Result(name=result, say=[*said, await _of_held(scene, held)])
    if said:
        return Result(name=result, say=said)
    passed = await _of_the_past(scene, known.ultima)
    again = passed.template == NONE and await was_said(
        scene.conn, scene.ref("conversa"), [NONE], since=scene.now - SAID_FOR
    )
    return Result(name=PERSON) if again else Result(say=[passed])


async def _called_off(scene: Scene) -> NoMore | None:
    return await find_called_off(scene.conn, scene.ref("contato"), since=scene.now - LATELY, now=scene.now)


def _of_called_off(scene: Scene, gone: NoMore) -> Say:
    template = "cancelada_a_pedido" if gone.motivo == _BY_HERSELF else "cancelada_pela_clinica"
    return Say(template=template, words=_words(scene, gone) | {"cancelada_em": _said(scene, gone.status_em)})


async def _of_held(scene: Scene, held: Held) -> Say:
    template = "reserva_sem_sinal"
    if held.vencida:
        template = "reserva_vencida" if await _is_free(scene, held) else "reserva_vencida_ocupada"
    words = {
        "procedimentos": joined(held.servicos),
        "inicio": _said(scene, held.inicio),
        "prazo": _said(scene, held.prazo) if held.prazo else None,
        "link": held.link,
    }
    return Say(template=template, words=words)


async def _is_free(scene: Scene, held: Held) -> bool:
    """Whether somebody has still that very time for it."""
    servicos = await list_servicos_by_slug(scene.conn, scene.clinica_id, held.slugs)
    if not servicos:
        return False
    offer = await offer_slots(
        scene.conn, clinica_id=scene.clinica_id, servicos=[servico.id for servico in servicos],
        when=at_its_time(held.inicio.astimezone(scene.known.zone)), now=scene.now, count=1,
    )  # fmt: skip
    return bool(offer.matching)


async def _of_the_past(scene: Scene, ultima: datetime | None) -> Say:
    passed = await find_passed(scene.conn, scene.ref("contato"), since=scene.now - LATELY, now=scene.now)
    if passed:
        return Say(template="consulta_passou", words=_words(scene, passed))
    if ultima is None:
        return Say(template=NONE)
    return Say(template="so_consulta_passada", words={"ultima": _said(scene, ultima)})


def _words(scene: Scene, one: NoMore) -> dict[str, str | None]:
    names = joined([in_sentence(nome) for nome in one.servicos])
    return {"procedimentos": names, "inicio": _said(scene, one.inicio)}


def _said(scene: Scene, at: datetime) -> str:
    return describe_start(at.astimezone(scene.known.zone))
