"""What is told of one's own: what is booked or held, what was called off and by whom, what has passed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from anna.agendamento.models import ConsultaDetalhe
from anna.agendamento.offers import offer_slots
from anna.agendamento.queries import list_servicos_by_slug
from anna.agendamento.service import known_patient
from anna.commands import Reading
from anna.conversation.understanding.facts.procedures import read_procedures
from anna.conversation.understanding.facts.whom import Whom
from anna.conversation.understanding.replies.one_more import says_one_more
from anna.conversation.understanding.text.line import Line
from anna.crm.queries import find_last_qualificacao
from anna.crm.service import list_pacientes_by_contato
from anna.flows.actions.coming import known_comer
from anna.flows.actions.finding import (
    LATELY,
    at_its_time,
    fit,
    listed,
    names_day,
    of_whom,
    own_patients,
)
from anna.flows.actions.request_queries import (
    Held,
    NoMore,
    find_called_off,
    find_held,
    find_just_booked,
    find_passed,
)
from anna.flows.actions.several import read_catalogue, said_in_talk
from anna.flows.actions.telling import tell_guarantee
from anna.flows.actions.telling_queries import awaits_person, was_said
from anna.flows.fact_queries import JUST_NOW, find_paid_fatura
from anna.flows.facts import SAID_FOR, first_name, in_sentence, joined
from anna.flows.registry import Result, Say, Scene
from anna.kit.dates import describe_start
from anna.kit.money import brl
from anna.kit.text import fold
from anna.when import When

_TELLS_WHOSE = re.compile(r"\b(?:quem|nome)\b")
_WHETHER = re.compile(
    r"\b(?:marcad|agendad|confirmad|garantid)[ao]s?\b|\bcert(?:[oa]s?|inho)\b|\bvalendo\b|\bde pe\b|\bn(?:e|eh)\b(?=[ ?!.]*$)"
)
_SURE_ALONE = re.compile(
    r"(?:(?:e|eh|ai|ja|entao|mas|oi|anna|moca|isso|isto|ta|tudo|fica|ficou|esta|agora) )*garantid[oa](?: (?:ne|neh|mesmo|entao|isso|ai|certo|ja|agora|moca|anna|sim|100|cem|por|cento))*"
)
_WHICH = re.compile(r"\b(?:que|qual|quais|quando|quem|quantas|nome|procedimento)\b")
_CALLED_OFF = re.compile(r"\b(?:cancel|desmarc|derrub)\w*")
_BY_HERSELF = "paciente"
NONE = "nenhuma_consulta"
"""What is said where nothing is booked; who has booked all the same is heard by a person."""

NONE_YET = "nenhuma_consulta_ainda"
"""The same while a person is waited for, who is to look."""

_NO_REMINDERS = frozenset({"automaticas", "tudo"})
"""Left by whoever is not reminded of anything."""

SURE = "consulta_confere"
"""The same as is told to who asks what is booked, and that it stands."""

OTHERWISE = "consulta_nao_confere"
"""The same to who has another day or hour in mind."""

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
    whose = _TELLS_WHOSE.search(text) is not None or bool(scene.turn and scene.turn.reading.name)
    held = await find_held(scene.conn, scene.ref("contato"), now=scene.now)
    if known.proximas:
        said.append(await _of_booked(scene, known.proximas, frozenset() if whose else own))
        if held and not held.vencida and (whose or _WHETHER.search(text) or "reserva" in text):
            said.append(await _of_held(scene, held, named=whose))
        return Result(name=result, say=said)
    if held and not (gone and held.vencida):
        return Result(name=result, say=[*said, await _of_held(scene, held, named=whose)])
    if said:
        return Result(name=result, say=said)
    passed = await _of_the_past(scene, known.ultima)
    if passed.template == NONE and await awaits_person(scene.conn, scene.ref("conversa")):
        return Result(say=[Say(template=NONE_YET)])
    again = passed.template == NONE and await was_said(
        scene.conn, scene.ref("conversa"), [NONE], since=scene.now - SAID_FOR
    )
    return Result(name=PERSON) if again else Result(say=[passed])


async def tell_whether_sure(scene: Scene) -> Result:
    """ "É garantido né?": asked of what stands, where something is booked or held; else of what comes of a treatment."""
    if scene.turn and _SURE_ALONE.fullmatch(" ".join(re.findall(r"\w+", fold(scene.turn.text)))):
        known = await known_patient(scene.conn, scene.ref("contato"), now=scene.now)
        if known.proximas or await find_held(scene.conn, scene.ref("contato"), now=scene.now):
            return await tell_appointments(scene)
    return await tell_guarantee(scene)


async def tell_recipient(scene: Scene) -> Result:
    """To which number messages and reminders go: the one that writes, as far as rows know no other; that none go out, to who left them."""
    around = scene.known.around
    if around.saida in _NO_REMINDERS or around.sem_lembretes:
        return Result(say=[Say(template="lembretes_desligados")])
    own = around.telefone
    lead = await find_last_qualificacao(scene.conn, around.lead_id) if around.lead_id else None
    linked = await list_pacientes_by_contato(scene.conn, scene.ref("contato"))
    numbers = {lead and lead.telefone, *(one.paciente.telefone for one in linked)} - {None, own}
    if own is None or numbers:
        return Result(name="unknown")
    return Result(say=[Say(template="mensagens_daqui")])


async def find_double(scene: Scene) -> Result:
    """`same` where whoever comes has one of the wished procedures booked already on the wished day: `dobrada` is that.

    So too where it was booked just now and nothing but another day was said since. With `take` the run holds it from then on.
    """
    if scene.args.get("take"):
        return Result(refs={"consulta": UUID(scene.run.data["dobrada"])})
    slots = scene.run.slots
    wish = When.from_json(slots["quando"]) if slots.get("quando") else None
    comes = await known_comer(scene)
    if wish is None or comes is None or slots.get("para") not in {None, Whom.OWN}:
        return Result(name="none")
    servicos = await list_servicos_by_slug(scene.conn, scene.clinica_id, slots.get("procedimentos") or ())
    named = {servico.nome for servico in servicos}
    known = await known_patient(scene.conn, scene.ref("contato"), now=scene.now)
    just_now = await _booked_just_now(scene)
    for one in known.proximas:
        doubled = one.paciente_id == comes and named & set(one.servicos)
        if one.id == just_now or (doubled and names_day(wish, one.inicio_local.date())):
            words = {"procedimentos": _names(one.servicos), "inicio": _said(scene, one.inicio)}
            return Result(name="same", data={"dobrada": str(one.id), "palavras": words})
    return Result(name="none")


async def _booked_just_now(scene: Scene) -> UUID | None:
    """What was booked just now, where this talk has named no procedure of its own, nor one more."""
    catalogue = await read_catalogue(scene)
    lines = [Line.of(text) for text in await said_in_talk(scene)]
    if any(says_one_more(line) or read_procedures(line, catalogue)[0] for line in lines):
        return None
    return await find_just_booked(scene.conn, scene.ref("contato"), since=scene.now - JUST_NOW, now=scene.now)


async def _of_booked(scene: Scene, proximas: Sequence[ConsultaDetalhe], own: frozenset[UUID]) -> Say:
    """What is booked of whom and what is spoken of; who asks whether it is hears yes or no, and of one that its deposit is paid."""
    reading = scene.turn.reading if scene.turn else Reading()
    text = fold(scene.turn.text) if scene.turn else ""
    found = of_whom(proximas, own, text)
    meant = found or list(proximas)
    fitting = await fit(scene, meant, reading)
    whether = bool(found) and _WHETHER.search(text) is not None and _WHICH.search(text) is None
    paid: str | None = None
    if len(fitting) == 1 and whether and await find_paid_fatura(scene.conn, fitting[0].id):
        paid = brl(fitting[0].sinal)
    sure = whether and bool(fitting)
    words = {
        "consultas": listed(fitting if sure else meant, own if found else frozenset()),
        "sinal_pago": paid,
    }
    otherwise = whether and not fitting and reading.when is not None
    return Say(template=SURE if sure else OTHERWISE if otherwise else "minhas_consultas", words=words)


async def _called_off(scene: Scene) -> NoMore | None:
    return await find_called_off(scene.conn, scene.ref("contato"), since=scene.now - LATELY, now=scene.now)


def _of_called_off(scene: Scene, gone: NoMore) -> Say:
    template = "cancelada_a_pedido" if gone.motivo == _BY_HERSELF else "cancelada_pela_clinica"
    return Say(template=template, words=_words(scene, gone) | {"cancelada_em": _said(scene, gone.status_em)})


async def _of_held(scene: Scene, held: Held, *, named: bool) -> Say:
    template = "reserva_sem_sinal"
    if held.vencida:
        template = "reserva_vencida" if await _is_free(scene, held) else "reserva_vencida_ocupada"
    words = {
        "procedimentos": joined(held.servicos),
        "inicio": _said(scene, held.inicio),
        "prazo": _said(scene, held.prazo) if held.prazo else None,
        "link": held.link,
        "paciente": first_name(held.paciente) if named else None,
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
    return {"procedimentos": _names(one.servicos), "inicio": _said(scene, one.inicio)}


def _names(servicos: Sequence[str]) -> str | None:
    return joined([in_sentence(nome) for nome in servicos])


def _said(scene: Scene, at: datetime) -> str:
    return describe_start(at.astimezone(scene.known.zone))
