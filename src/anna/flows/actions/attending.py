"""Who is to attend instead of whoever is booked: "quero trocar a médica", "prefiro o dr. Otávio"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from anna.agendamento.models import Servico
from anna.commands import Nuance
from anna.conversation.understanding.facts.attendants import read_attendants, spoken_of
from anna.conversation.understanding.facts.whom import Whom, each_ones
from anna.db.connect import Connection
from anna.db.rows import many
from anna.flows.actions.request_queries import find_attendant_of_given_up
from anna.flows.actions.several import said_in_talk
from anna.flows.fact_queries import ConsultaFacts
from anna.flows.facts import in_sentence, joined, with_article
from anna.flows.message_queries import list_exchanged
from anna.flows.registry import Say, Scene
from anna.kit.text import fold
from anna.when import When

_TITLES = frozenset({"dr", "dra", "sr", "sra", "prof", "profa"})
_A_MOMENT = timedelta(hours=1)
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Professional:
    """Somebody who attends here; `able` where they do all that is to be done."""

    id: UUID
    nome: str
    able: bool


async def list_professionals(conn: Connection, clinica_id: UUID, slugs: Sequence[str]) -> list[Professional]:
    """Everybody who attends in the clinica, and who of them does all of these procedures."""
    rows = await conn.fetch(
        """
        select p.id, p.nome, not exists (
          select from agendamento.servicos s where s.clinica_id = p.clinica_id and s.slug = any ($2) and not exists (
            select from agendamento.profissional_servicos x where x.profissional_id = p.id and x.servico_id = s.id)) as able
        from agendamento.profissionais p where p.clinica_id = $1 and p.situacao = 'ativo' order by p.nome
        """,
        clinica_id, list(slugs),
    )  # fmt: skip
    return many(Professional, rows)


async def wished_instead(scene: Scene, slugs: Sequence[str], now_with: str | None) -> list[UUID] | None:
    """Those who may attend to it instead of the one whose name is `now_with`; empty where nobody can, None where none is wished for."""
    if scene.turn is None or Nuance.OTHER_PROFESSIONAL not in scene.turn.reading.nuances:
        return None
    everybody = await list_professionals(scene.conn, scene.clinica_id, slugs)
    named = _named(everybody, scene.turn.text)
    if named and named.nome == now_with:
        return None
    if named:
        return [named.id] if named.able else []
    return [one.id for one in everybody if one.able and one.nome != now_with]


async def named_in(scene: Scene, slugs: Sequence[str]) -> Professional | None:
    """Whoever of those that do all of it is named in what was just said."""
    able = [one for one in await list_professionals(scene.conn, scene.clinica_id, slugs) if one.able]
    return _named(able, scene.turn.text) if scene.turn else None


def kept_among(scene: Scene) -> list[str]:
    """The ids of those of whom one is to attend, as far as the run knows; empty where anybody may."""
    return list(scene.run.data.get("com") or scene.run.slots.get("com") or [])


async def with_whom(scene: Scene, profissional_id: str) -> str | None:
    """The one who alone is to attend, as she is spoken of."""
    team = await list_professionals(scene.conn, scene.clinica_id, ())
    return next((with_article(one.nome) for one in team if str(one.id) == profissional_id), None)


async def among_whom(
    scene: Scene, servicos: Sequence[Servico], booked: ConsultaFacts | None
) -> tuple[list[str], list[Say]]:
    """The ids of those of whom one is to attend, and what is said where somebody was wished for who does not do it."""
    slugs = [servico.slug for servico in servicos]
    wished = await wished_instead(scene, slugs, booked.profissional if booked else None)
    if wished is None:
        wished = await _asked_for(scene, slugs)
    if wished is None:
        return kept_among(scene) or await _as_given_up(scene), []
    if not wished:
        return [], [await only_with(scene, slugs, [servico.nome for servico in servicos])]
    return [str(id) for id in wished], []


async def _as_given_up(scene: Scene) -> list[str]:
    """Whoever was to attend at that very hour, which was given up or lapsed in this talk: "o mesmo horário" is theirs."""
    wish = When.from_json(scene.run.slots["quando"]) if scene.run.slots.get("quando") else None
    if wish is None or not wish.names_one_hour() or scene.run.data.get("oferta"):
        return []
    if wish.date_start is None or wish.time_start is None:
        return []
    inicio = datetime.combine(wish.date_start, wish.time_start, tzinfo=scene.known.zone)
    found = await find_attendant_of_given_up(scene.conn, scene.ref("conversa"), inicio=inicio)
    return [str(found)] if found else []


async def _asked_for(scene: Scene, slugs: Sequence[str]) -> list[UUID] | None:
    """Those whom the patient wishes to be attended by, as she said just now, else before anything was offered; empty where none of them does it."""
    team = await list_professionals(scene.conn, scene.clinica_id, slugs)
    texts = [scene.turn.text] if scene.turn else []
    if not (scene.run.data.get("oferta") or scene.args.get("consulta")):
        texts += reversed(await said_in_talk(scene))
    for text in texts:
        hers = each_ones(text, two=True) if scene.run.slots.get("para") == Whom.BOTH else None
        named = read_attendants(hers[0] if hers else text, [one.nome for one in team])
        if named is None and scene.run.slots.get("para") in {None, Whom.OWN}:
            named = await _by_pronoun(scene, text, [one.nome for one in team])
        if named is not None:
            return [one.id for one in team if one.able and one.nome in named]
    return None


async def _by_pronoun(scene: Scene, text: str, team: Sequence[str]) -> list[str] | None:
    """Whoever was named a moment before "retorno com ele" was said."""
    lately = await list_exchanged(scene.conn, scene.ref("conversa"), since=scene.now - _A_MOMENT, but=text)
    meant = spoken_of(text, lately, team)
    return [meant] if meant else None


async def only_with(scene: Scene, slugs: Sequence[str], servicos: Sequence[str]) -> Say:
    """Who does it here, said to whoever wishes for somebody else."""
    able = [one for one in await list_professionals(scene.conn, scene.clinica_id, slugs) if one.able]
    return Say(
        template="so_com_quem",
        words={
            "procedimentos": joined([in_sentence(nome) for nome in servicos]),
            "quem": joined([with_article(one.nome) for one in able], last=" ou "),
        },
    )


def _named(everybody: Sequence[Professional], text: str) -> Professional | None:
    """Who of them is named; of two the last, "troca a dra. Helena pelo dr. Otávio"."""
    said = _WORD.findall(fold(text))
    last = {
        max(said.index(word) for word in words & set(said)): one
        for one in everybody
        if (words := set(_WORD.findall(fold(one.nome))) - _TITLES) & set(said)
    }
    return last[max(last)] if last else None
