"""Two who come together: times for the first beside which there is one for the other."""

from __future__ import annotations

from typing import Protocol

from anna.agendamento.offers import Beside, Offer
from anna.agendamento.queries import list_servicos_by_slug
from anna.conversation.understanding.dates.beside import wants_same_hour
from anna.conversation.understanding.facts.whom import Whom
from anna.flows.actions.several import read_apart, said_in_talk
from anna.flows.registry import Say, Scene


class Find(Protocol):
    """An offer, beside somebody else's or alone."""

    async def __call__(self, *, beside: Beside | None = None) -> Offer: ...


async def find_beside(scene: Scene, find: Find) -> tuple[Offer, tuple[Say, ...]]:
    """What `find` finds for the first of two so that the other one comes with her, or right after; alone where one comes alone.

    Where both wished for one hour and it cannot be, that is said.
    """
    if scene.run.slots.get("para") != Whom.BOTH:
        return await find(), ()
    shares = await read_apart(scene, all_of_it=True)
    theirs = await list_servicos_by_slug(scene.conn, scene.clinica_id, shares.others.procedures)
    if shares.others.wish or not theirs:
        return await find(), ()
    servicos = [servico.id for servico in theirs]
    at_once = any(wants_same_hour(text) for text in await said_in_talk(scene))
    if at_once:
        together = await find(beside=Beside(servicos=servicos, at_once=True))
        if together.matching:
            return together, ()
    after = await find(beside=Beside(servicos=servicos, at_once=False))
    if not (after.matching or (at_once and after.slots)):
        return await find(), ()
    told = not at_once or bool(scene.run.data.get("oferta"))
    return after, () if told else (Say(template="uma_depois_da_outra"),)
