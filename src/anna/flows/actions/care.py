"""Whether a procedure hurts, how long it shows, what to mind before and after: the clinic's own words about it, or a professional's.

Only of the procedure as such (`Nuance.ASKS_CARE`): what is asked of somebody's own body never gets here.
"""

from __future__ import annotations

from collections.abc import Sequence

from anna.clinica.models import Conhecimento
from anna.clinica.queries import list_conhecimento
from anna.clinica.retrieval import terms
from anna.conversation.orders import gives_orders
from anna.flows.actions.telling import text_of, topic
from anna.flows.fact_queries import ServicoFacts
from anna.flows.registry import Result, Say, Scene
from anna.kit.text import fold

CARE = Result(name="care")
"""A professional is to answer."""

_SUBJECTS = (frozenset({"@dor"}), terms("efeito resultado"), terms("cuidados"))


async def tell_care(scene: Scene) -> Result:
    """What the clinic wrote of it about each procedure that is talked about, and that a professional says more; `care` where it wrote nothing."""
    servicos = await topic(scene)
    asked = terms(text_of(scene))
    about = next((subjects for subjects in _SUBJECTS if subjects & asked), frozenset[str]())
    items = await list_conhecimento(scene.conn, scene.clinica_id) if servicos and about else []
    written = [_written(items, servico, about) for servico in servicos]
    if not written or None in written:
        return CARE
    answers = dict.fromkeys(item.resposta for item in written if item)
    return Result(say=[Say(template="conhecimento_e_profissional", words={"resposta": "\n".join(answers)})])


def _written(
    items: Sequence[Conhecimento], servico: ServicoFacts, about: frozenset[str]
) -> Conhecimento | None:
    """What answers a question about that of this very procedure: filed under it, or asked with its name."""
    nome = fold(servico.nome)
    return next(
        (
            item
            for item in items
            if (item.servico_id == servico.id or (item.servico_id is None and nome in fold(item.pergunta)))
            and terms(item.pergunta) & about
            and not gives_orders(item.resposta)
        ),
        None,
    )
