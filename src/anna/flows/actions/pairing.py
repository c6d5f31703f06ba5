"""Two who come together: times for the first beside which there is one for the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from anna.agendamento.offers import Beside, GivenUp, Offer, offer_slots
from anna.agendamento.queries import list_servicos_by_slug
from anna.agendamento.slots import Slot
from anna.conversation.understanding.dates.beside import wants_same_hour
from anna.conversation.understanding.facts.whom import Whom, each_ones
from anna.conversation.understanding.replies.each_choice import each_choice
from anna.flows.actions.finding import at_its_time
from anna.flows.actions.several import read_apart, said_in_talk
from anna.flows.facts import with_article
from anna.flows.registry import Result, Say, Scene
from anna.kit.dates import describe_time
from anna.when import TimeKind, When


class Find(Protocol):
    """An offer, beside somebody else's or alone."""

    async def __call__(self, *, beside: Beside | None = None) -> Offer: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is offered; `together` where there is room for the other one beside each of it. `say` goes before it."""

    offer: Offer
    together: bool = False
    say: tuple[Say, ...] = ()


async def find_beside(scene: Scene, find: Find, *, daypart: bool) -> Found:
    """What `find` finds for the first of two so that the other one comes with her, or right after; alone where one comes alone.

    Where both wished for one hour and it cannot be, that is said; with `daypart` what lies in another part of the day is left out.
    """
    if scene.run.slots.get("para") != Whom.BOTH:
        return Found(offer=await find())
    shares = await read_apart(scene, all_of_it=True)
    theirs = await list_servicos_by_slug(scene.conn, scene.clinica_id, shares.others.procedures)
    servicos = [servico.id for servico in theirs]
    if shares.others.wish or not theirs:
        alone = await find()
        if not _are_hours_of_one_day(shares.hers.wish, shares.others.wish):
            return Found(offer=alone)
        if alone.matching:
            return await _with_the_other(scene, alone, servicos, shares.others.wish)
    at_once = any(wants_same_hour(text) for text in await said_in_talk(scene))
    if at_once:
        together = await find(beside=Beside(servicos=servicos, at_once=True))
        if together.matching:
            return Found(offer=_within(together, daypart), together=True)
    after = await find(beside=Beside(servicos=servicos, at_once=False))
    if not after.slots:
        return Found(offer=await find())
    after = _within(after, daypart)
    told = not at_once or bool(scene.run.data.get("oferta"))
    return Found(offer=after, together=True, say=() if told else (Say(template="uma_depois_da_outra"),))


def _are_hours_of_one_day(hers: When | None, theirs: When | None) -> bool:
    """Whether each of them is to come at an hour of her own on the same day."""
    if hers is None or theirs is None or not hers.time_kind is theirs.time_kind is TimeKind.AT:
        return False
    return hers.date_start is not None and hers.date_start == hers.date_end == theirs.date_start


async def _with_the_other(scene: Scene, alone: Offer, servicos: Sequence[UUID], theirs: When | None) -> Found:
    """Hers, as she wished it; where both hours are said just now and the other one cannot come then, when she can."""
    hour = theirs.time_start if theirs else None
    told = scene.turn is not None and each_ones(scene.turn.text, two=True) is not None
    if hour is None or not told:
        return Found(offer=alone)
    first = alone.slots[0]
    at = datetime.combine(first.inicio.date(), hour)
    others = await _others_then(scene, first, servicos, at)
    return Found(offer=alone, say=() if others.matching else (_say_apart(first.inicio, at, others),))


async def _others_then(scene: Scene, first: Slot, servicos: Sequence[UUID], at: datetime) -> Offer:
    """What there is for the other one at the hour `at`, else near it, once `first` is taken."""
    return await offer_slots(
        scene.conn, clinica_id=scene.clinica_id, servicos=servicos, when=at_its_time(at), now=scene.now, count=2,
        given_up=GivenUp(conversa_id=scene.refs.get("conversa")), taken=first,
    )  # fmt: skip


def _say_apart(hers: datetime, theirs: datetime, others: Offer) -> Say:
    """That the other one cannot come when it was said, and when on that day she can."""
    near = sorted(slot for slot in others.slots if slot.inicio.date() == theirs.date())
    words = {
        "hora_dela": f"às {describe_time(hers.time())}",
        "hora_da_outra": f"às {describe_time(theirs.time())}",
        "cabem": _either(near),
    }
    return Say(template="duas_nao_cabem", words=words)


def _either(slots: Sequence[Slot]) -> str | None:
    """The hours of `slots`, each with whom where that is not the same of all."""
    alike = len({slot.profissional_id for slot in slots}) == 1
    said = [
        f"às {describe_time(slot.inicio.time())}"
        + ("" if alike else f" com {with_article(slot.profissional)}")
        for slot in slots
    ]
    return " ou ".join(said) or None


def _within(offer: Offer, daypart: bool) -> Offer:
    """Without what lies in no wished part of the day, where something does."""
    return replace(offer, slots=offer.slots[: offer.matching]) if daypart and offer.matching else offer


async def both_fit(scene: Scene) -> Result:
    """Whether the other one of two can have what was said for her, before the first is booked: `apart` where she cannot.

    `da_outra` is then what she is to have.
    """
    if scene.run.slots.get("para") != Whom.BOTH or scene.turn is None:
        return Result()
    offered = [o for o in scene.run.data["oferta"] if isinstance(o, Mapping) and "local" in o]
    each = each_choice(scene.turn.text, [datetime.fromisoformat(option["local"]) for option in offered])
    chosen = next((o["vaga"] for o in offered if o["id"] == scene.run.slots["vaga"]), None)
    shares = await read_apart(scene, all_of_it=True)
    if each is None or chosen is None:
        told = shares.others.wish_json()
        return Result(data={"da_outra": told} if told else {})
    theirs = await list_servicos_by_slug(scene.conn, scene.clinica_id, shares.others.procedures)
    others = await _others_then(scene, Slot.from_json(chosen), [servico.id for servico in theirs], each[1])
    if others.matching:
        return Result(data={"da_outra": at_its_time(each[1]).to_json()})
    return Result(name="apart", data={"oferecidos": []}, say=[_say_apart(*each, others)])
