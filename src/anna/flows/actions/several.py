"""Several procedures that no professional does alone: one after the other, each with who does it, and none is forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from anna.agendamento.models import Servico
from anna.agendamento.queries import list_abilities, list_servicos, list_servicos_by_slug
from anna.agendamento.together import first_together
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.facts.procedures import read_told
from anna.conversation.understanding.text.line import Line
from anna.db.events import emit
from anna.flows.facts import in_sentence, joined
from anna.flows.message_queries import list_heard
from anna.flows.registry import Result, Say, Scene
from anna.flows.shares import Shares, read_shares
from anna.when import TimeKind, When

RETURN = "retorno"
"""How the slug of a return begins."""

NEXT = "procedimento.seguinte"
"""The news that something is booked, and more was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What of the procedures that were asked for is offered `now`, in one go, and what is left for `later`."""

    now: Sequence[Servico]
    later: Sequence[Servico]
    besides: Sequence[UUID] = ()  # what whoever attends does too: what a return is from

    @property
    def words(self) -> Mapping[str, str | None]:
        """For templates: nothing where all of it is offered at once."""
        return {"procedimentos": _names(self.now), "depois": _names(self.later)} if self.later else {}

    def say(self, scene: Scene) -> tuple[Say, ...]:
        """That it goes one after the other, once."""
        told = scene.run.data.get("agora") == [servico.slug for servico in self.now]
        return (Say(template="um_de_cada_vez", words=self.words),) if self.later and not told else ()


async def share_out(scene: Scene, servicos: Sequence[Servico]) -> Share:
    """Which of `servicos` one professional does together, the first among them."""
    ids = [servico.id for servico in servicos]
    if len(servicos) == 1 and servicos[0].slug.startswith(RETURN):
        return Share(now=servicos, later=(), besides=await _returns_from(scene, servicos[0]))
    together = set(first_together(ids, await list_abilities(scene.conn, scene.clinica_id, ids)))
    return Share(
        now=[servico for servico in servicos if servico.id in together],
        later=[servico for servico in servicos if servico.id not in together],
    )


async def _returns_from(scene: Scene, servico: Servico) -> Sequence[UUID]:
    """What was done, as she told it: "fiz botox mês passado e quero o retorno"."""
    catalogue = await _catalogue(scene)
    told = scene.run.trigger.data.get("frase"), scene.turn.text if scene.turn else None
    named = {
        slug for text in told if text for slug in read_told(Line.of(text), catalogue) if slug != servico.slug
    }
    return [one.id for one in await list_servicos_by_slug(scene.conn, scene.clinica_id, sorted(named))]


async def share_between(scene: Scene) -> Result:
    """Of two who come, what is done to whoever writes and to the other one, and when: as it was told apart in this talk, else alike."""
    shares = await read_apart(scene)
    each = {
        "dela": shares.hers.procedures, "da_outra": shares.others.procedures,
        "quando_dela": shares.hers.wish_json() or scene.run.slots.get("quando"),
        "quando_da_outra": shares.others.wish_json(),
    }  # fmt: skip
    return Result(data={"cada": each})


async def read_apart(scene: Scene, *, all_of_it: bool = False) -> Shares:
    """What each of two who come wants, as far as this talk has told it apart; `all_of_it` where this run is about one of both."""
    quando = scene.run.slots.get("quando")
    return await read_shares(
        scene.conn, clinica_id=scene.clinica_id, texts=await said_in_talk(scene), now=scene.now,
        wanted=list(scene.run.slots.get("procedimentos") or []), wish=When.from_json(quando) if quando else None, beyond=all_of_it,
    )  # fmt: skip


async def said_in_talk(scene: Scene) -> list[str]:
    """What the patient has said in this talk, in order."""
    first: str | None = scene.run.trigger.data.get("frase")
    since = await list_heard(scene.conn, scene.ref("conversa"), raiz_id=scene.raiz_id)
    return [text for text in (first, *since, scene.turn and scene.turn.text) if text]


async def _catalogue(scene: Scene) -> Catalogue:
    offered = await list_servicos(scene.conn, scene.clinica_id)
    return Catalogue.from_rows((one.slug, (one.nome,)) for one in offered)


async def note_further(scene: Scene) -> Result:
    """Keep what else is asked for while a deposit is awaited: `tambem`, until the first is booked; `none` where it is nothing else."""
    reading = scene.turn.reading if scene.turn else None
    held = scene.run.data.get("agora") or []
    new = [slug for slug in reading.procedure if slug not in held] if reading else []
    if reading is None or not new:
        return Result(name="none")
    slugs = [*dict.fromkeys([*(scene.run.data.get("tambem") or []), *new])]
    servicos = await list_servicos_by_slug(scene.conn, scene.clinica_id, slugs)
    wish = reading.when.to_json() if reading.when and reading.when.date_start else None
    return Result(
        data={
            "tambem": [servico.slug for servico in servicos],
            "tambem_quando": wish or scene.run.data.get("tambem_quando"),
            "palavras": {"depois": _names(servicos)},
        }
    )


async def take_up_further(scene: Scene) -> Result:
    """What was asked for beside the consulta that is booked now is news: a talk about it begins, for the hour when this one ends."""
    run = scene.run
    asked = [*(run.slots.get("procedimentos") or []), *(run.data.get("tambem") or [])]
    proposed = _right_after(scene)
    left = [slug for slug in dict.fromkeys(asked) if slug not in (run.data.get("agora") or asked)]
    if left:
        await emit(
            scene.conn, clinica_id=scene.clinica_id, nome=NEXT, causa=scene.raiz_id, now=scene.now,
            refs={name: scene.ref(name) for name in ("conversa", "contato")},
            dados={
                "procedimentos": left,
                "quando": run.data.get("tambem_quando") or proposed,
                "proposto": proposed,
                "nome": run.slots.get("nome"),
                "para": run.slots.get("para"),
            },
        )  # fmt: skip
    return Result()


def _right_after(scene: Scene) -> Mapping[str, Any] | None:
    if scene.known.consulta is None:
        return None
    end = scene.known.consulta.fim.astimezone(scene.known.zone)
    wish = When(
        date_start=end.date(), date_end=end.date(), time_kind=TimeKind.AROUND,
        time_start=end.time().replace(second=0, microsecond=0, tzinfo=None),
    )  # fmt: skip
    return wish.to_json()


def _names(servicos: Sequence[Servico]) -> str | None:
    return joined([in_sentence(servico.nome) for servico in servicos])
