"""Offering, holding and booking slots for a conversation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from anna.agendamento import service
from anna.agendamento.choice import wishes_day
from anna.agendamento.offers import GivenUp, Offer, nearest_slots, offer_slots as find_slots
from anna.agendamento.queries import get_consulta, list_servicos_by_slug, list_upcoming
from anna.agendamento.slots import Slot
from anna.clinica.service import load_calendar
from anna.commands import Intent, Nuance
from anna.conversation.question import WISHED
from anna.conversation.understanding.dates.when import judge
from anna.conversation.understanding.replies.choices import read_choice
from anna.conversation.understanding.text.line import Line
from anna.crm.service import convert_lead
from anna.errors import ConsultaConflict
from anna.financeiro.models import OPEN
from anna.financeiro.queries import list_open_faturas_of_holds
from anna.financeiro.service import cancel_fatura, expire_fatura
from anna.flows.actions.attending import among_whom, kept_among, with_whom
from anna.flows.actions.coming import comer, for_nameless_kin, known_comer
from anna.flows.actions.pairing import Found, find_beside
from anna.flows.actions.several import Share, share_out, wanted_here
from anna.flows.expressions import parse_duration
from anna.flows.fact_queries import ConsultaFacts
from anna.flows.facts import in_sentence, joined, wish_words, with_article
from anna.flows.registry import Result, Say, Scene
from anna.flows.run_queries import find_hours_wished
from anna.flows.wording import is_over
from anna.kit.dates import describe_day, describe_start, describe_time, describe_week
from anna.when import TimeKind, When, WhenStatus

OTHER_TIMES = "other_times"
LIMITS = frozenset({TimeKind.AFTER, TimeKind.BEFORE, TimeKind.BETWEEN})
"""Hours by which somebody can come, whatever the day."""

KEEP = {"id": "confirm_attendance", "tipo": "keep"}
"""Beside other times for a consulta: it stays where it is, and the patient comes."""


async def offer_slots(scene: Scene) -> Result:
    """Offer real free slots for the wish, the ones already refused left out; after a lost race, the nearest to it.

    Of several procedures those that one professional does together: `agora`. `take_up_further` sees to the others.
    With `consulta`, it is this one that moves: its own time is in nobody's way, is no offer, and may be kept.
    """
    wanted = await list_servicos_by_slug(scene.conn, scene.clinica_id, await _slugs(scene))
    if not wanted:
        return Result(name="none")
    moved = scene.known.consulta if scene.args.get("consulta") else None
    share = Share(now=wanted, later=()) if moved else await share_out(scene, wanted)
    servicos = [servico.id for servico in share.now]
    count = int(scene.args.get("count", 3))
    swapped = bool(scene.run.slots.get("troca"))
    comes = (await get_consulta(scene.conn, moved.id)).paciente_id if moved else await known_comer(scene)
    given_up = GivenUp(
        conversa_id=scene.refs.get("conversa"), consulta_id=moved.id if moved else None, paciente_id=comes
    )  # fmt: skip
    lost = scene.run.data.get("perdido")
    wished = _turned(scene, share.wish(scene))
    same_wish = _is_same_wish(scene) and scene.run.data.get("agora") == [one.slug for one in share.now]
    seen = [datetime.fromisoformat(start) for start in (scene.run.data.get("oferecidos") or []) if same_wish]
    among, instead = await among_whom(scene, share.now, moved or scene.known.consulta)
    seen = seen if among == kept_among(scene) else []
    words: dict[str, str | None] = {}
    slots: Sequence[Slot]
    met = False
    told: tuple[Say, ...] = ()
    if lost:
        slots = await nearest_slots(
            scene.conn, clinica_id=scene.clinica_id, servicos=servicos, start=datetime.fromisoformat(lost),
            now=scene.now, n=count, given_up=given_up, besides=share.besides,
        )  # fmt: skip
    else:
        wish = await _within_her_hours(scene, When.from_json(wished) if wished else None, moved)
        wished = wish.to_json() if wish else None
        find = partial(
            find_slots, scene.conn, clinica_id=scene.clinica_id, servicos=servicos, when=wish, now=scene.now, count=count,
            given_up=given_up, avoid=[*seen, *([moved.inicio] if moved and not (among or swapped) else [])],
            refused=() if _beyond_them(scene) else seen, besides=share.besides, among=[UUID(id) for id in among],
        )  # fmt: skip
        found = await find_beside(scene, find, daypart=bool(wish and wish.daypart))
        offer, told = found.offer, found.say
        slots = offer.slots
        met = bool(offer.matching)
        if wish and slots and not met and wished != scene.run.trigger.data.get("proposto"):
            shown = (
                bool(seen)
                and bool(scene.run.data.get("atendido"))
                and wished == scene.run.data.get("ajustado")
            )
            words = await _beside(scene, wish, offer, comes, moved, shown=shown)
            words |= await _of_whom(scene, words, found, among)
            met = shown
        elif wish and not (found.together or told):
            words = _free_as_wished(wish, offer)
    if not slots:
        return Result(name="none")
    starts = [slot.inicio.isoformat() for slot in slots]
    data = {
        "oferta": [
            *(
                _option(slot) | ({WISHED: True} if "vaga_pedida" in words and slot is slots[0] else {})
                for slot in slots
            ),
            OTHER_TIMES,
            *([KEEP] if moved else []),
        ],
        "palavras": {**words, **share.words},
        "agora": [servico.slug for servico in share.now],
        "com": among,
        "visitas": [
            {"procedimentos": list(one.procedures), "quando": one.wish_json()} for one in share.visits
        ]
        or None,
        "oferecidos": [*(start.isoformat() for start in seen), *starts],
        "perdido": None,
        "pedido": scene.run.slots.get("quando"),
        "ajustado": wished,
        "atendido": met,
    }
    return Result(data=data, say=(*share.say(scene), *instead, *told))


async def _within_her_hours(scene: Scene, wish: When | None, moved: ConsultaFacts | None) -> When | None:
    """A wish for another day of a consulta, of which no hour is said, within the hours she could come at before: "depois das 17"."""
    if wish is None or moved is None or wish.time_kind or wish.edge or wish.each:
        return wish
    told = await find_hours_wished(scene.conn, moved.id, besides=scene.execucao_id)
    before = When.from_json(told) if told else None
    if before is None or before.each or before.time_kind not in LIMITS:
        return wish
    return replace(
        wish, time_kind=before.time_kind, time_start=before.time_start, time_end=before.time_end, daypart=before.daypart
    )  # fmt: skip


async def _of_whom(
    scene: Scene, words: Mapping[str, str | None], found: Found, among: Sequence[str]
) -> dict[str, str | None]:
    """For how many, or with whom alone, there is nothing at the wished hour."""
    if "hora_pedida" not in words or words.get("horarios"):
        return {}
    if found.together and not found.say:
        return {"para_quantas": "duas pessoas"}
    return {"so_com": await with_whom(scene, among[0])} if len(among) == 1 else {}


def _free_as_wished(wish: When, offer: Offer) -> dict[str, str | None]:
    """What goes before times of which one alone is what was wished: the very hour she named, or the only one of that part of the day."""
    if offer.matching != 1:
        return {}
    only = describe_start(offer.slots[0].inicio)
    if wish.names_one_hour():
        return {"vaga_pedida": only}
    return {"so_ha": only} if wish.daypart and len(offer.slots) > 1 else {}


async def _beside(
    scene: Scene, wish: When, offer: Offer, comes: UUID | None, moved: ConsultaFacts | None, *, shown: bool
) -> dict[str, str | None]:
    """What goes before times that are not the wished ones: why they are not. `shown` says that what was wished was offered, and refused."""
    said = wish_words(wish)
    calendar = await load_calendar(scene.conn, scene.clinica_id)
    if is_over(wish, calendar, scene.now):
        return (
            {"hoje_ate": describe_time(calendar.opening(wish.date_start)[-1][1])} if wish.date_start else {}
        )
    already = await _booked_then(scene, comes, wish, moved.id if moved else None)
    if already:
        return {"ja_marcado": already}
    if shown:
        return {"ja_mostrado": ", ".join(filter(None, (said["dia"], said["hora"]))), "horarios": None}
    first = wish.date_start or min(wish.dates or (), default=None)
    if first and first > offer.latest:
        return {"dia_pedido": said["dia"], "agenda_ate": describe_day(offer.latest), "horarios": None}
    return {
        "dia_pedido": said["dia"],
        "hora_pedida": said["hora"],
        "horarios": await _hours_if_closed(scene, wish),
    }


async def _booked_then(scene: Scene, paciente_id: UUID | None, wish: When, moved: UUID | None) -> str | None:
    """What whoever comes has booked already at the wished hour of a wished day."""
    if paciente_id is None or wish.time_kind is not TimeKind.AT:
        return None
    for consulta in await list_upcoming(scene.conn, [paciente_id], now=scene.now):
        start = consulta.inicio_local
        hour = wish.on(start.date()).time_start
        wished = hour and datetime.combine(start.date(), hour, start.tzinfo)
        if (
            consulta.id != moved
            and wished
            and wishes_day(wish, start.date())
            and start <= wished < consulta.fim
        ):
            what = joined([in_sentence(nome) for nome in consulta.servicos])
            return f"{what}, {describe_start(start)}"
    return None


async def _hours_if_closed(scene: Scene, wish: When) -> str | None:
    """The opening hours, where it is they that the wish cannot be met by, and not that all is taken."""
    calendar = await load_calendar(scene.conn, scene.clinica_id)
    local = scene.now.astimezone(calendar.tz).replace(tzinfo=None)
    return describe_week(calendar.week) if judge(wish, local, calendar) is WhenStatus.CLOSED else None


def _turned(scene: Scene, said: dict[str, Any] | None) -> dict[str, Any] | None:
    """The wish, turned by what was said of the last offer: another day, earlier, later."""
    data = scene.run.data
    kept = data.get("ajustado") if _is_same_wish(scene) else None
    before = kept or said
    wish = When.from_json(before) if before else When()
    offered = [
        datetime.fromisoformat(o["local"])
        for o in data.get("oferta") or []
        if isinstance(o, Mapping) and "local" in o
    ]
    nuances = scene.turn.reading.nuances if scene.turn and offered else frozenset()
    if Nuance.ANOTHER_DAY in nuances or _wants_others(scene):
        days = tuple(sorted({start.date() for start in offered}))
        single = wish.dates is not None or wish.date_start == wish.date_end
        if single:
            wish = replace(wish, dates=None, date_start=days[0], date_end=None)
        wish = replace(wish, exclude=replace(wish.exclude, dates=(*wish.exclude.dates, *days)))
    elif nuances & {Nuance.EARLIER, Nuance.LATER_ON}:
        wish = replace(wish, daypart=None, **_beyond(offered, later=Nuance.LATER_ON in nuances))
    elif not kept:
        return said
    return wish.to_json()


def _beyond_them(scene: Scene) -> bool:
    """Whether it is the next before or after those that were offered that is wished: a quarter of an hour may do then."""
    return bool(scene.turn and scene.turn.reading.nuances & {Nuance.EARLIER, Nuance.LATER_ON})


def _is_same_wish(scene: Scene) -> bool:
    """Whether the last offer was for this wish already; whoever says the same day again goes back to it, and is offered it anew."""
    if scene.run.slots.get("quando") != scene.run.data.get("pedido"):
        return False
    reading = scene.turn.reading if scene.turn else None
    said = reading.when if reading else None
    if said is None or not scene.run.data.get("oferta"):
        return True
    others = reading is not None and Intent.OTHER_TIMES in reading.intents
    return not _was_shown(scene, said) and (others or not (said.date_start or said.dates))


def _was_shown(scene: Scene, said: When) -> bool:
    """Whether it is the very hour of a time that was offered: "nenhum desses, só posso às 9h"."""
    shown = [datetime.fromisoformat(start) for start in scene.run.data.get("oferecidos") or []]
    return said.time_kind is TimeKind.AT and any(
        wishes_day(said, start.date()) and start.time() == said.on(start.date()).time_start for start in shown
    )


def _wants_others(scene: Scene) -> bool:
    """Whether "outro dia ou horário" was picked by its number: three times of a day were not it, so other days."""
    if scene.run.slots.get("vaga") != OTHER_TIMES or scene.turn is None:
        return False
    return read_choice(Line.of(scene.turn.text), len(scene.run.data["oferta"])) is not None


def _beyond(offered: Sequence[datetime], *, later: bool) -> dict[str, Any]:
    """The hours before, or after, all that were offered."""
    hours = [start.time() for start in offered]
    if later:
        return {"time_kind": TimeKind.AFTER, "time_start": max(hours), "time_end": None}
    return {"time_kind": TimeKind.BEFORE, "time_start": None, "time_end": min(hours)}


async def hold_slot(scene: Scene) -> Result:
    """Keep the chosen slot; `taken` when somebody was faster, `passed` when its time has come meanwhile."""
    slot = chosen_slot(scene)
    if slot.inicio <= scene.now:
        return Result(name="passed", data={"perdido": slot.inicio.isoformat()})
    paciente_id = scene.refs.get("paciente") or await comer(scene)
    offered = scene.run.data.get("agora") or await _slugs(scene)
    servicos = [s.id for s in await list_servicos_by_slug(scene.conn, scene.clinica_id, offered)]
    conversa_id = scene.refs.get("conversa")
    replaced = await list_open_faturas_of_holds(scene.conn, conversa_id) if conversa_id else []
    minutes = int(parse_duration(scene.args.get("for", "50m")).total_seconds() // 60)
    try:
        consulta = await service.hold_slot(
            scene.conn, clinica_id=scene.clinica_id, paciente_id=paciente_id, servicos=servicos,
            profissional_id=slot.profissional_id, inicio=slot.inicio, minutes=minutes, now=scene.now,
            conversa_id=conversa_id, causa=scene.raiz_id, elsewhere=for_nameless_kin(scene),
        )  # fmt: skip
    except ConsultaConflict:
        return Result(name="taken", data={"perdido": slot.inicio.isoformat()})
    await _stop_charging(scene)
    for fatura_id in replaced:
        await cancel_fatura(scene.conn, fatura_id, now=scene.now, causa=scene.raiz_id)
    return Result(refs={"consulta": consulta.id, "paciente": paciente_id})


async def book(scene: Scene) -> Result:
    """The held slot becomes the consulta; `lost` when the hold ran out and somebody else has the time."""
    try:
        consulta = await service.book(scene.conn, scene.ref("consulta"), now=scene.now, causa=scene.raiz_id)
    except ConsultaConflict:
        lost = scene.known.consulta.inicio.isoformat() if scene.known.consulta else None
        return Result(name="lost", data={"perdido": lost})
    await convert_lead(scene.conn, scene.ref("contato"), now=scene.now)
    return Result(refs={"consulta": consulta.id})


async def release_hold(scene: Scene) -> Result:
    """Let the hold go, if there is one: `released` where there was, or where it was let go before for another time that was not taken."""
    await _stop_charging(scene)
    if "consulta" not in scene.refs:
        return Result()
    consulta_id = scene.refs["consulta"]
    released = await service.release_hold(scene.conn, consulta_id, now=scene.now, causa=scene.raiz_id)
    before = scene.known.consulta is not None and scene.known.consulta.status == "expirado"
    return Result(name="released") if released or before else Result()


async def _stop_charging(scene: Scene) -> None:
    """A charge for a slot that is let go must not stay payable; one whose time is over expired."""
    fatura = scene.known.fatura
    if fatura and fatura.status in OPEN:
        close = expire_fatura if fatura.vence_em <= scene.now else cancel_fatura
        await close(scene.conn, fatura.id, now=scene.now, causa=scene.raiz_id)


async def _slugs(scene: Scene) -> list[str]:
    """What is to be done: in the consulta that is moved, or instead of that, else what was asked for."""
    if scene.args.get("consulta") and scene.known.consulta:
        return list(scene.run.slots.get("troca") or scene.known.consulta.slugs)
    return await wanted_here(scene)


def _option(slot: Slot) -> dict[str, Any]:
    """A slot as an option of a choice; its id is its own, so that an old button never means a new slot."""
    return {
        "id": f"{slot.inicio:%Y%m%dT%H%M}-{slot.profissional_id.hex[-8:]}",
        "tipo": "vaga",
        "local": slot.inicio.replace(tzinfo=None).isoformat(timespec="minutes"),
        "palavras": {"inicio": describe_start(slot.inicio), "profissional": with_article(slot.profissional)},
        "vaga": slot.to_json(),
    }


def chosen_slot(scene: Scene) -> Slot:
    """The slot that was chosen of the last offer."""
    chosen = scene.run.slots["vaga"]
    offered: list[Mapping[str, Any]] = [o for o in scene.run.data["oferta"] if isinstance(o, Mapping)]
    return Slot.from_json(next(option["vaga"] for option in offered if option["id"] == chosen))
