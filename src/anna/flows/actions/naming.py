"""A name that is put right: the patient's own, or that of whom the last consulta is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from rapidfuzz import fuzz

from anna.agendamento.queries import update_consulta_paciente
from anna.commands import Reading
from anna.conversation.understanding.facts.plausible import plausible_name
from anna.conversation.understanding.facts.whom import KIN, introduces
from anna.crm.models import Paciente, Relacao
from anna.crm.service import list_pacientes_by_contato, register_paciente, rename_paciente
from anna.flows.actions.coming import is_another
from anna.flows.actions.request_queries import LastBooked, has_history, is_booking, list_last_booked
from anna.flows.registry import Result, Scene
from anna.flows.run_queries import follow_paciente
from anna.flows.vocabulary import DONE
from anna.kit.dates import FOLDED_WEEKDAYS
from anna.kit.text import fold

_UNDER = re.compile(
    r"\b(?:n?o|em) nome (?:d[aeo]|da consulta)\b|\bno meu lugar\b|\b[a-z]+ que (?:vai|vem)\b|\b(?:ela|ele) quem (?:vai|vem)\b|\bquem (?:vai|vem)\b"
    r"|\b[ao] (?:d[aeo]s?|n[ao]) [^,.;]{1,20} (?:e|era|seria|fica) (?:d[ao]|pra|para|pro) [a-z]+"
    r"|\bna verdade (?:e|era|seria|vai ser) (?:pra|para|pro)\b|\bnao (?:e|era) (?:pra|para) mim\b|\berrad[ao] ?,? (?:e|era) (?:pra|para|pro)\b|\b(?:marc|coloc|bot|agend|reserv|fic)\w* (?:\w+ )?n?o meu nome\b"
)
"""What is booked is for somebody else than it says."""

_HERS = re.compile(
    r"\b(?:e|era|eh|fica|poe|coloca|bota|deixa|muda|troca|passa)\b(?: \w+){0,2} (?:n?o|pro|para o|pra o) meu nome\b"
)
"""It is for whoever writes: "é no MEU nome, não da Duda"."""

_WRONG = re.compile(
    r"\b(?:meu nome|completo|errad[ao]|cert[ao]|corret[ao]|nao e|troc\w+|mud\w+|corri\w+|alter\w+|acert\w+|arrum\w+|consert\w+)\b"
)


async def correct_name(scene: Scene) -> Result:
    """Put the name right that the message gives; `nome_novo` is what it is now.

    Of a consulta that is put under somebody else's name, that one comes. `same` where that is the name already; `person` where a patient of
    long standing would become somebody with another first name, or it is not said that the one who was named is not meant; `nobody`
    where there is no patient, and no talk that keeps the name for one.
    """
    reading = scene.turn.reading if scene.turn else Reading()
    nome, said = reading.name or "", fold(scene.turn.text if scene.turn else "")
    linked = await list_pacientes_by_contato(scene.conn, scene.ref("contato"))
    own = next((one.paciente for one in linked if one.relacao is Relacao.PROPRIO), None)
    booked_here = await list_last_booked(scene.conn, scene.ref("conversa"), now=scene.now)
    last_booked, sure = _spoken_of(scene, said, booked_here, own)
    if last_booked and _HERS.search(said):
        return await _hers(scene, last_booked, own, nome)
    mine = introduces(said, nome) if nome else False
    if not (nome and sure):
        return Result(name="person")
    booked = None if mine else last_booked
    namesakes = [one.paciente for one in linked if nome and not is_another(nome, one.paciente.nome)]
    last = next((one for one in linked if booked and one.paciente.id == booked.paciente_id), None)
    meant = namesakes[0] if len(namesakes) == 1 else last.paciente if last else own
    writes = scene.known.around.contato_nome
    if own is None and not namesakes and writes and nome and not is_another(nome, writes):
        return replace(_told(nome), name="nobody")  # her own, of whom nothing is booked
    if meant is None:
        kept = await is_booking(scene.conn, scene.ref("conversa"))
        return replace(_told(nome), name=DONE if kept else "nobody")
    under = _UNDER.search(said) is not None or _is_of(nome, said)
    if booked and last and meant.id != last.paciente.id and under:
        await _give_to(scene, booked.consulta_id, meant.id)  # one of hers who is known
        return _told(meant.nome)
    wrong = _WRONG.search(said) is not None
    if fold(nome) == fold(meant.nome) or (
        not wrong and set(fold(nome).split()) <= set(fold(meant.nome).split())
    ):
        return replace(_told(meant.nome), name="same")
    if not is_another(nome, meant.nome) or not plausible_name(meant.nome):
        return await _renamed(scene, meant, nome)
    if booked and under:
        other = await register_paciente(
            scene.conn, contato_id=scene.ref("contato"), nome=nome, telefone=meant.telefone, relacao=Relacao.OUTRO,
            now=scene.now,
        )  # fmt: skip
        await _give_to(scene, booked.consulta_id, other.id)
        return _told(nome)
    named_by_her = last is not None and last.relacao is Relacao.OUTRO and not wrong
    if named_by_her or await has_history(scene.conn, meant.id, scene.ref("conversa"), now=scene.now):
        return Result(name="person")
    return await _renamed(scene, meant, nome)


def _is_of(nome: str, said: str) -> bool:
    """Whether what is booked is said to be that one's: "esse é da Duda, troca o nome", "a das 11 era pra Iracema"."""
    whose = rf"(?:d[ao]|de|pra|para|pro) (?:(?:a|o|dona|seu|minha|meu|{KIN}) )*{re.escape(fold(nome).split()[0])}\b"
    return re.search(whose, said) is not None


_HOUR = re.compile(r"\b(\d{1,2}) ?(?:h|:)")


def _spoken_of(
    scene: Scene, said: str, booked: Sequence[LastBooked], own: Paciente | None
) -> tuple[LastBooked | None, bool]:
    """Of what is booked that which is named by its day or hour, "a de sexta é da Sofia", else the last; and whether it can be no other.

    Of two on that day it is not that of whoever writes.
    """
    hours = {int(hour) for hour in _HOUR.findall(said)}
    starts = {one.consulta_id: one.inicio.astimezone(scene.known.zone) for one in booked}
    named = [
        one
        for one in booked
        if FOLDED_WEEKDAYS[starts[one.consulta_id].weekday()] in said.split()
        or starts[one.consulta_id].hour in hours
    ]
    if len(named) > 1:
        named = [one for one in named if own is None or one.paciente_id != own.id]
        return next(iter(named), None), len(named) == 1
    return next(iter(named or booked), None), True


async def _hers(scene: Scene, booked: LastBooked, own: Paciente | None, nome: str) -> Result:
    """Put what is booked under the name of whoever writes, the one she gives or else the one that is known of her."""
    called = nome or (own.nome if own else None) or plausible_name(scene.known.around.contato_nome)
    if not called:
        return Result(name="person")
    if own is None or is_another(called, own.nome):
        relacao = Relacao.OUTRO if own else Relacao.PROPRIO
        own = await register_paciente(
            scene.conn, contato_id=scene.ref("contato"), nome=called, telefone=scene.known.around.telefone, relacao=relacao,
            now=scene.now,
        )  # fmt: skip
    if own.id == booked.paciente_id and fold(called) == fold(own.nome):
        return replace(_told(own.nome), name="same")
    await _give_to(scene, booked.consulta_id, own.id)
    return _told(own.nome)


async def _give_to(scene: Scene, consulta_id: UUID, paciente_id: UUID) -> None:
    """Another comes, and what is under way about the consulta, such as its deposit, is hers."""
    await update_consulta_paciente(scene.conn, consulta_id, paciente_id)
    await follow_paciente(scene.conn, consulta_id, paciente_id)


async def _renamed(scene: Scene, paciente: Paciente, nome: str) -> Result:
    whole = _respelt(nome, paciente.nome)
    await rename_paciente(scene.conn, paciente.id, whole)
    return _told(whole)


_NEARLY = 70
"""From this likeness on, of 100 (`rapidfuzz.fuzz.ratio`), one name is the other one spelt otherwise: Carla and Karla, Sousa and Souza."""


def _respelt(nome: str, known: str) -> str:
    """The name that is known with one word of it spelt anew, where no more than that is given ("é Karla com K"); else what is given."""
    words = known.split()
    near = [i for i, word in enumerate(words) if fuzz.ratio(fold(nome), fold(word)) >= _NEARLY]
    if len(words) == 1 or " " in nome or len(near) != 1:
        return nome
    return " ".join([*words[: near[0]], nome, *words[near[0] + 1 :]])


def _told(nome: str) -> Result:
    return Result(data={"palavras": {"nome_novo": nome}})
