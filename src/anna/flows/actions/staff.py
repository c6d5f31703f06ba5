"""Those who attend at the clinic: what somebody does, and who looks at it before anything is done. From rows; what they studied no row says."""

from __future__ import annotations

import re
from uuid import UUID

from anna.conversation.claims.names import name_words
from anna.conversation.understanding.catalogue import EVALUATION
from anna.flows.actions.telling import TRAINING, UNKNOWN, named, text_of, topic
from anna.flows.actions.telling_queries import Member, list_team, list_who_does
from anna.flows.fact_queries import list_servicos
from anna.flows.facts import in_sentence, joined, with_article
from anna.flows.registry import Result, Say, Scene
from anna.kit.money import brl


async def tell_does(scene: Scene) -> Result:
    """What each of those who are named does; `unknown` where the clinic has nobody of that name."""
    members = await named_members(scene)
    if not members or not all(member.servicos for member in members):
        return UNKNOWN
    return Result(
        say=[
            Say(
                template="o_que_faz_formacao" if TRAINING.search(text_of(scene)) else "o_que_faz",
                words={
                    "quem": with_article(member.nome),
                    "procedimentos": joined([in_sentence(nome) for nome in member.servicos]),
                },
            )
            for member in members
        ]
    )


async def named_members(scene: Scene) -> list[Member]:
    """Those of the clinic whom the message names, each by a name that nobody else has there."""
    said = frozenset(re.findall(r"[a-z]+", text_of(scene)))
    team = await list_team(scene.conn, scene.clinica_id)
    words = [name_words(member.nome) & said for member in team]
    others = [frozenset().union(*(words[:n] + words[n + 1 :])) for n in range(len(words))]
    return [member for member, own, theirs in zip(team, words, others, strict=True) if own - theirs]


async def tell_doctor(scene: Scene) -> Result:
    """Who does what is talked about; of nothing in particular, who looks at it, at an evaluation."""
    servicos = [servico for servico in await topic(scene) if servico.slug != EVALUATION]
    if servicos:
        names = await _who_does(scene, [servico.id for servico in servicos])
        words = {"procedimentos": named(servicos), "quem": names}
        return Result(say=[Say(template="quem_faz_formacao", words=words)]) if names else UNKNOWN
    [evaluation] = await list_servicos(scene.conn, scene.clinica_id, [EVALUATION])
    told: dict[str, str | None] = {
        "quem": await _who_does(scene, [evaluation.id]),
        "preco_avaliacao": brl(evaluation.preco) if evaluation.preco else None,
    }
    return Result(say=[Say(template="quem_avalia", words=told)]) if told["quem"] else UNKNOWN


async def _who_does(scene: Scene, servicos: list[UUID]) -> str | None:
    names = await list_who_does(scene.conn, scene.clinica_id, servicos)
    return joined([with_article(nome) for nome in names], last=" ou ") if names else None
