"""Leads: opened at the first word, scored by rules that are data."""

from __future__ import annotations

from anna.crm.score import Hit, score
from anna.crm.service import find_or_open_lead, record_qualificacao
from anna.flows.registry import Result, Scene
from anna.when import When


async def open_lead(scene: Scene) -> Result:
    """The contato is a lead from now on."""
    lead = await find_or_open_lead(
        scene.conn, clinica_id=scene.clinica_id, contato_id=scene.ref("contato"), now=scene.now
    )
    return Result(refs={"lead": lead.id})


async def score_lead(scene: Scene) -> Result:
    """Weigh what is known by the step's rules that hold; score and reasons are kept together."""
    lead = await find_or_open_lead(
        scene.conn, clinica_id=scene.clinica_id, contato_id=scene.ref("contato"), now=scene.now
    )
    slots = scene.run.slots
    hits = [
        Hit(because=rule["because"], points=rule.get("points", 0), floor=rule.get("floor"))
        for rule in scene.rules
    ]
    await record_qualificacao(
        scene.conn,
        lead,
        procedimentos=slots.get("procedimentos") or [],
        quando=When.from_json(slots["quando"]) if slots.get("quando") else None,
        telefone=slots.get("telefone"),
        score=score(hits),
        now=scene.now,
    )
    return Result(refs={"lead": lead.id})
