"""Several procedures that no professional does alone: one after the other, each with who does it, and none is forgotten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from anna.agendamento.models import Servico
from anna.agendamento.queries import list_abilities, list_servicos, list_servicos_by_slug
from anna.agendamento.together import first_together
from anna.commands import Nuance
from anna.conversation.understanding.catalogue import Catalogue
from anna.conversation.understanding.facts.each_hour import hour_of_the_other
from anna.conversation.understanding.facts.families import spelt_out
from anna.conversation.understanding.facts.of_two import Whose, who_stays_out
from anna.conversation.understanding.facts.one_for import wishes_herself
from anna.conversation.understanding.facts.procedures import read_named, read_told
from anna.conversation.understanding.facts.swaps import Swap, read_swap
from anna.conversation.understanding.facts.taking_off import taken_off
from anna.conversation.understanding.facts.whom import (
    Whom,
    adds_another,
    comes_too,
    only_herself,
    tells_only_of_the_other,
)
from anna.conversation.understanding.text.line import Line
from anna.db.events import emit
from anna.flows.facts import in_sentence, joined
from anna.flows.message_queries import list_heard
from anna.flows.registry import Result, Say, Scene
from anna.flows.run_queries import find_left
from anna.flows.shares import Part, Shares, read_shares, read_visits
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
    visits: Sequence[Part] = ()  # where each has a day of its own

    @property
    def words(self) -> Mapping[str, str | None]:
        """For templates: nothing where all of it is offered at once."""
        return {"procedimentos": _names(self.now), "depois": _names(self.later)} if self.later else {}

    def say(self, scene: Scene) -> tuple[Say, ...]:
        """That it goes one after the other, once."""
        told = scene.run.data.get("agora") == [servico.slug for servico in self.now]
        template = "uma_visita_de_cada_vez" if self.visits else "um_de_cada_vez"
        return (Say(template=template, words=self.words),) if self.later and not told else ()

    def wish(self, scene: Scene) -> dict[str, Any] | None:
        """The wish for what is offered now: of several visits the first one's, until another is said."""
        said: dict[str, Any] | None = scene.run.slots.get("quando")
        if self.visits and scene.run.data.get("pedido") in (None, said):
            return self.visits[0].wish_json()
        return said


async def share_out(scene: Scene, servicos: Sequence[Servico]) -> Share:
    """Which of `servicos` one professional does together, the first among them."""
    visits = await _visits(scene, [servico.slug for servico in servicos])
    if visits:
        first = visits[0].procedures
        return Share(
            now=[one for one in servicos if one.slug in first], later=[one for one in servicos if one.slug not in first], visits=visits
        )  # fmt: skip
    ids = [servico.id for servico in servicos]
    if len(servicos) == 1 and servicos[0].slug.startswith(RETURN):
        return Share(now=servicos, later=(), besides=await _returns_from(scene, servicos[0]))
    together = set(first_together(ids, await list_abilities(scene.conn, scene.clinica_id, ids)))
    return Share(
        now=[servico for servico in servicos if servico.id in together],
        later=[servico for servico in servicos if servico.id not in together],
    )


async def _visits(scene: Scene, slugs: Sequence[str]) -> Sequence[Part]:
    """Hers alone, as they were told apart when times were first offered, or are now."""
    if scene.run.slots.get("para") in {Whom.BOTH, Whom.MORE}:
        return ()
    kept = scene.run.data.get("visitas")
    if kept is None:
        return await read_visits(
            scene.conn,
            clinica_id=scene.clinica_id,
            texts=await said_in_talk(scene),
            wanted=slugs,
            now=scene.now,
        )
    visits = [Part(procedures=one["procedimentos"], wish=When.from_json(one["quando"])) for one in kept]
    return visits if {slug for one in visits for slug in one.procedures} == set(slugs) else ()


async def _returns_from(scene: Scene, servico: Servico) -> Sequence[UUID]:
    """What was done, as she told it: "fiz botox mês passado e quero o retorno"."""
    catalogue = await read_catalogue(scene)
    told = scene.run.trigger.data.get("frase"), scene.turn.text if scene.turn else None
    named = {
        slug for text in told if text for slug in read_told(Line.of(text), catalogue) if slug != servico.slug
    }
    return [one.id for one in await list_servicos_by_slug(scene.conn, scene.clinica_id, sorted(named))]


async def share_between(scene: Scene) -> Result:
    """Of two who come, what is done to whoever writes and to the other one, and when: as it was told apart in this talk, else alike.

    `untold` where nobody said what is whose, and `mixed` where that was asked and is still not known. With `booked` hers is booked
    already, and the other one may have been given another procedure meanwhile.
    """
    shares = await read_apart(scene, all_of_it=bool(scene.args.get("booked")))
    each = {
        "dela": shares.hers.procedures, "da_outra": shares.others.procedures,
        "quando_dela": shares.hers.wish_json() or scene.run.slots.get("quando"),
        "quando_da_outra": shares.others.wish_json(),
    }  # fmt: skip
    if shares.told or shares.alike:
        return Result(data={"cada": each})
    return Result(name="mixed" if scene.run.slots.get("quem_faz") else "untold", data={"cada": each})


async def read_apart(scene: Scene, *, all_of_it: bool = False) -> Shares:
    """What each of two who come wants, as far as this talk has told it apart; `all_of_it` where this run is about one of both."""
    quando = scene.run.slots.get("quando")
    return await read_shares(
        scene.conn, clinica_id=scene.clinica_id, texts=await said_in_talk(scene), now=scene.now,
        wanted=list(scene.run.slots.get("procedimentos") or []), wish=When.from_json(quando) if quando else None, beyond=all_of_it,
    )  # fmt: skip


async def wanted_here(scene: Scene) -> list[str]:
    """The slugs this run is about: of two who come, those of whoever writes, where that was told apart since."""
    slugs, para = list(scene.run.slots.get("procedimentos") or []), scene.run.slots.get("para")
    if len(slugs) == 1 or para not in {Whom.BOTH, Whom.OWN}:
        return slugs
    if para == Whom.OWN and not await _is_left_alone(scene):
        return slugs
    shares = await read_apart(scene, all_of_it=True)
    hers = [slug for slug in slugs if slug in shares.hers.procedures]
    return hers or slugs


async def _is_left_alone(scene: Scene) -> bool:
    """Whether two were to come and the other one does not any more."""
    texts = await said_in_talk(scene)
    return any(only_herself(text) or who_stays_out(text) is Whose.THEIRS for text in texts)


async def said_in_talk(scene: Scene) -> list[str]:
    """What the patient has said in this talk, in order."""
    before, first = (scene.run.trigger.data.get(name) for name in ("antes", "frase"))
    since = await list_heard(scene.conn, scene.ref("conversa"), raiz_id=scene.raiz_id)
    return [text for text in (before, first, *since, scene.turn and scene.turn.text) if text]


async def read_catalogue(scene: Scene) -> Catalogue:
    """What the clinica offers, by its names."""
    offered = await list_servicos(scene.conn, scene.clinica_id)
    return Catalogue.from_rows((one.slug, one.names) for one in offered)


async def said_instead_of(scene: Scene) -> tuple[str, ...]:
    """The procedures that are not wished any more, where others are instead; empty where that was not said."""
    if scene.turn is None or Nuance.OTHER_PROCEDURE not in scene.turn.reading.nuances:
        return ()
    swap = await wished_swap(scene)
    return swap.instead if swap else ()


async def wished_swap(scene: Scene) -> Swap | None:
    """What was wished instead of what is booked, where the run began with that."""
    said = scene.run.trigger.data.get("frase")
    if not said:
        return None
    catalogue = await read_catalogue(scene)
    stands = scene.known.consulta.slugs if scene.known.consulta else ()
    line = Line.of(said)
    named = [(one.slug, line.norm[one.start : one.end]) for one in read_named(line, catalogue)]
    if off := taken_off(line.norm, named, stands):
        return Swap(wanted=(), instead=off)
    return read_swap(Line.of(spelt_out(said, catalogue, stands)), catalogue)


async def note_further(scene: Scene) -> Result:
    """Keep what else is asked for while a deposit is awaited, of her own and of somebody of hers: `tambem`, until the first is booked.

    `none` where it is nothing else.
    """
    reading = scene.turn.reading if scene.turn else None
    if reading is None or scene.turn is None:
        return Result(name="none")
    held = list(scene.run.data.get("agora") or [])
    if scene.run.slots.get("para") == Whom.BOTH and _is_of_the_other(scene.turn.text):
        named_next = reading.procedure or (await read_apart(scene, all_of_it=True)).others.procedures
        theirs_next = await list_servicos_by_slug(scene.conn, scene.clinica_id, list(named_next))
        if theirs_next:  # the other one's comes after hers as it is
            return Result(data={"palavras": {"depois": _names(theirs_next)}})
    noted: list[dict[str, Any]] = list(scene.run.data.get("tambem") or [])
    para = scene.run.slots.get("para")
    theirs = adds_another(scene.turn.text, para)
    hers = para == Whom.KIN and wishes_herself(scene.turn.text)
    who: Mapping[str, str | None] = (
        {"para": Whom.KIN.value, "nome": reading.name} if theirs
        else {"para": Whom.OWN.value, "nome": None} if hers
        else _whoever_is_booked(scene)
    )  # fmt: skip
    same = next((one for one in noted if _is_for_the_same(one, who)), None)
    named = [slug for slug in reading.procedure if theirs or hers or slug not in held]
    new = named or (held if theirs and same is None else [])
    if (
        not new and noted and reading.when and not reading.procedure
    ):  # "sábado": the day of what was noted last
        noted = [*noted[:-1], noted[-1] | {"quando": reading.when.to_json()}]
        servicos = await list_servicos_by_slug(scene.conn, scene.clinica_id, _slugs(noted))
        return Result(data={"tambem": noted, "palavras": {"depois": _names(servicos)}})
    if not new and not (theirs and same):
        return Result(name="none")
    wish = _on_its_day(scene, reading.when) if theirs else reading.when
    wished = wish.to_json() if wish and wish.date_start else None
    before: Mapping[str, Any] = same or {}
    entry = {
        "procedimentos": [*dict.fromkeys([*before.get("procedimentos", []), *new])],
        "quando": wished or before.get("quando"),
        "para": who["para"],
        "nome": who["nome"] or before.get("nome"),
    }
    noted = [entry if one is same else one for one in noted] if same else [*noted, entry]
    servicos = await list_servicos_by_slug(scene.conn, scene.clinica_id, _slugs(noted))
    return Result(data={"tambem": noted, "palavras": {"depois": _names(servicos)}})


def _is_of_the_other(text: str) -> bool:
    return tells_only_of_the_other(text) or hour_of_the_other(text) or comes_too(text)


async def forget_further(scene: Scene) -> Result:
    """Let what was noted beside the consulta go: "desisto do laser, vou pagar o meu"."""
    return Result(data={"tambem": []})


def _slugs(noted: Sequence[Mapping[str, Any]]) -> list[str]:
    return [*dict.fromkeys(slug for one in noted for slug in one["procedimentos"])]


def _whoever_is_booked(scene: Scene) -> Mapping[str, str | None]:
    """For whom this run books, as an entry of `tambem` says it; of two who come that is herself."""
    para = scene.run.slots.get("para")
    return {"para": Whom.OWN.value if para == Whom.BOTH else para, "nome": scene.run.slots.get("nome")}


def _is_for_the_same(noted: Mapping[str, Any], who: Mapping[str, str | None]) -> bool:
    names = {noted["nome"], who["nome"]} - {None}
    return noted["para"] == who["para"] and len(names) < len(("one", "another"))


def _on_its_day(scene: Scene, wish: When | None) -> When | None:
    """An hour that is wished for somebody of hers without a day is on the day of what is held: "e a minha mãe, pode ser 10h30?"."""
    if wish is None or wish.date_start or wish.dates or scene.known.consulta is None:
        return wish
    day = scene.known.consulta.inicio.astimezone(scene.known.zone).date()
    return replace(wish, date_start=day, date_end=day)


async def take_up_further(scene: Scene) -> Result:
    """What was asked for beside the consulta that is booked now is news: a talk about it begins, for the hour when this one ends.

    Of several such things the first; the others are taken up after it. Where two come, hers wait (`ainda`) until the other one is booked.
    """
    run = scene.run
    who = _whoever_is_booked(scene)
    asked = await wanted_here(scene)
    noted: list[dict[str, Any]] = list(run.data.get("tambem") or [])
    rest = [slug for slug in asked if slug not in (run.data.get("agora") or asked)]
    hers = next((one for one in noted if _is_for_the_same(one, who)), None)
    visits = [one for one in run.data.get("visitas") or [] if set(one["procedimentos"]) <= set(rest)]
    if visits and hers is None:
        noted = [*({**one, **who} for one in visits), *noted]
    elif rest and hers is None:
        noted = [{"procedimentos": rest, "quando": None, **who}, *noted]
    elif rest and hers:
        hers["procedimentos"] = [*dict.fromkeys([*rest, *hers["procedimentos"]])]
    queue = [{**one, "proposto": _right_after(scene)} for one in noted]
    if run.slots.get("para") == Whom.BOTH:
        return Result(data={"ainda": queue})
    left = await find_left(scene.conn, scene.raiz_id)
    await _take_up(scene, [*left, *queue, *(run.trigger.data.get("depois") or [])])
    return Result()


async def take_up_left(scene: Scene) -> Result:
    """What is still to be taken up where the thing before it came to nothing: "the other one does not come", "not this one"."""
    left = await find_left(scene.conn, scene.raiz_id)
    await _take_up(scene, left or list(scene.run.trigger.data.get("depois") or []))
    return Result()


async def _take_up(scene: Scene, queue: Sequence[Mapping[str, Any]]) -> None:
    if not queue:
        return
    first = queue[0]
    await emit(
        scene.conn, clinica_id=scene.clinica_id, nome=NEXT, causa=scene.raiz_id, now=scene.now,
        refs={name: scene.ref(name) for name in ("conversa", "contato")},
        dados={**first, "quando": first["quando"] or first["proposto"], "depois": list(queue[1:])},
    )  # fmt: skip


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
