"""Another procedure instead of the one that is booked: "em vez de limpeza pode ser peeling no mesmo horário?"."""

from __future__ import annotations

from decimal import Decimal

from anna.agendamento.queries import list_servicos_by_slug
from anna.flows.actions.finding import at_its_time
from anna.flows.actions.several import wished_swap
from anna.flows.registry import Result, Scene


async def swap_procedure(scene: Scene) -> Result:
    """What is to be done in the consulta instead, and when: at its own time where no other is wished; `troca` is both.

    `same` where that is booked already; `deposit` where the deposit is another one, which no rule of the clinic settles.
    """
    consulta = scene.known.consulta
    swap = await wished_swap(scene)
    if consulta is None or swap is None:
        return Result(name="same")
    stays = (
        [slug for slug in consulta.slugs if slug not in swap.instead]
        if set(swap.instead) & set(consulta.slugs)
        else []
    )
    wanted = list(dict.fromkeys([*stays, *swap.wanted]))
    wish = (scene.run.data.get("mudanca") or {}).get("quando")
    if set(wanted) == set(consulta.slugs) and not wish:
        return Result(name="same")
    servicos = await list_servicos_by_slug(scene.conn, scene.clinica_id, wanted)
    if sum((one.sinal for one in servicos), Decimal(0)) != consulta.sinal:
        return Result(name="deposit")
    wish = wish or at_its_time(consulta.inicio.astimezone(scene.known.zone)).to_json()
    return Result(data={"troca": {"procedimentos": [one.slug for one in servicos], "quando": wish}})
