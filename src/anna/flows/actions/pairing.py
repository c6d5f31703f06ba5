"""Two who come together: times for the first beside which there is one for the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from anna.agendamento.offers import Beside, GivenUp, Offer, offer_slots
from anna.agendamento.queries import list_servicos_by_slug
from anna.agendamento.slots import Slot
from anna.conversation.understanding.dates.beside import wants_same_hour
from anna.conversation.understanding.facts.whom import Whom
from anna.conversation.understanding.replies.each_choice import each_choice
from anna.flows.actions.finding import at_its_time
from anna.flows.actions.several import read_apart, said_in_talk
from anna.flows.registry import Result, Say, Scene
from anna.kit.dates import describe_time


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
    if shares.others.wish or not theirs:
        return Found(offer=await find())
    servicos = [servico.id for servico in theirs]
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
    if each is None or chosen is None:
        return Result()
    shares = await read_apart(scene, all_of_it=True)
    theirs = await list_servicos_by_slug(scene.conn, scene.clinica_id, shares.others.procedures)
    wish = at_its_time(each[1])
    offer = await offer_slots(
        scene.conn, clinica_id=scene.clinica_id, servicos=[servico.id for servico in theirs], when=wish, now=scene.now, count=1,
        given_up=GivenUp(conversa_id=scene.refs.get("conversa")), taken=Slot.from_json(chosen),
    )  # fmt: skip
    if offer.matching:
        return Result(data={"da_outra": wish.to_json()})
    words = {
        name: f"às {describe_time(at.time())}"
        for name, at in zip(("hora_dela", "hora_da_outra"), each, strict=True)
    }
    return Result(name="apart", data={"oferecidos": []}, say=[Say(template="duas_nao_cabem", words=words)])
