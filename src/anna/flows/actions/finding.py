"""Which of the appointments that are there already is meant: by number, by its own day or procedure, by whose it is, or all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from anna.agendamento import service
from anna.agendamento.choice import wishes_day
from anna.agendamento.models import ConsultaDetalhe
from anna.agendamento.queries import get_detalhe
from anna.clinica.service import load_calendar, load_settings
from anna.commands import Nuance, Reading
from anna.conversation.understanding.dates.beside import beside
from anna.conversation.understanding.dates.when import judge
from anna.conversation.understanding.facts.another import of_somebody_else
from anna.conversation.understanding.facts.of_two import Whose, both_are_meant, whose_is_meant
from anna.conversation.understanding.facts.whom import KIN, speaks_of_hers
from anna.crm.models import Relacao
from anna.crm.service import list_pacientes_by_contato
from anna.flows.actions.attending import only_with, wished_instead
from anna.flows.actions.request_queries import find_passed, list_given_up
from anna.flows.actions.several import said_instead_of
from anna.flows.actions.telling import refund_rule
from anna.flows.fact_queries import REGRET, find_consulta_facts, find_paid_fatura, list_servicos
from anna.flows.facts import first_name, in_sentence, joined
from anna.flows.registry import Result, Scene, Turn
from anna.kit.dates import describe_start
from anna.kit.text import fold
from anna.when import TimeKind, When, WhenStatus

ALL = Nuance.ALL_OF_THEM.value
"""The option, and the result, of whoever means each of them."""

LATELY = timedelta(days=30)
"""What was called off or has passed longer ago is no more spoken of as hers."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ITS_HOUR = re.compile(r"\b[ao] (?:das?|do|de) (?:as )?\d")
_BOOKED = frozenset({"agendado", "confirmado"})
_WORD = re.compile(r"[a-z]+")
_KIN = (
    r"(?:mae|mainha|pai|painho|filh[ao]|filhinh[ao]|irma|irmao|marido|espos[ao]|mulher|avo|vo|vovo|ti[ao]|prim[ao]|sogr[ao]|namorad[ao]"
    r"|sobrinh[ao]|net[ao]|amig[ao]|cunhad[ao])"
)
_FOR_KIN = re.compile(
    rf"\b(?:d[aeo]|para|pra|pro)(?: a| o)?(?: minha| meu)? {_KIN}\b|\b(?:minha|meu) {_KIN} (?:tem|vai|marcou|ta|esta|ficou|agendou)\b(?! (?:me|comigo|junto|so|esperando|pagando|(?:ficar |so )?(?:pagar|levar|esperar|acompanhar|buscar))\b)"
)
"""Spoken of somebody else; "minha filha, que dia é?" may be said to Anna."""

_AND_HERS = re.compile(
    rf"\b(?:meu|minha)(?! {KIN}\b)(?: (?:consulta|horario|sessao|vaga))? e\b|\be (?:o |a )?(?:meu|minha)(?! {KIN}\b)|\beu e\b|\be eu\b"
)
"""Beside a name, hers too: "o meu e o da Patrícia"."""


async def find_consulta(scene: Scene) -> Result:
    """Which booked consulta is meant: the one the run knows, the one that was picked, or the one the words fit.

    `one` and the run holds it, with what was paid for it; `several`, with `consultas` to choose from; `none`; `begun` when its
    time has come, and with `notice` `near` when it comes sooner than the clinic lets a slot be offered,
    and `only_with` when somebody else is to attend and nobody else does it; `mudanca.com` are those who may. With `all` she may mean each
    of them: `all_of_them`, and `todas` are their ids. What was said of another day or hour than the consulta's own is `mudanca.quando`.
    """
    reading = scene.turn.reading if scene.turn else Reading()
    if instead := await said_instead_of(scene):
        reading = replace(reading, procedure=instead)
    if "consulta" in scene.refs:
        facts = await find_consulta_facts(scene.conn, scene.refs["consulta"])
        if facts is None or facts.status not in _BOOKED:
            return Result(name="none")
        return await _found(scene, facts.id, facts.inicio, _new_time([_local(scene, facts.inicio)], reading))
    known = await service.known_patient(scene.conn, scene.ref("contato"), now=scene.now)
    ahead = [c for c in known.proximas if c.inicio > scene.now] or known.proximas
    if not ahead:
        return await _passed(scene, reading) if scene.args.get("notice") else Result(name="none")
    own = await own_patients(scene)
    if scene.turn and _is_of_others_only(ahead, own, scene.turn):
        return Result(name="none")
    picked = _picked(scene)
    left = [c for c in ahead if str(c.id) in picked] or await _meant(scene, ahead, own, reading)
    said_before = (scene.run.data.get("mudanca") or {}).get("quando")
    wish = _new_time([consulta.inicio_local for consulta in left], reading) or said_before
    if len(left) == 1:
        return await _found(scene, left[0].id, left[0].inicio, wish)
    several = bool(scene.args.get("all"))
    if several and (len(picked) > 1 or Nuance.ALL_OF_THEM in reading.nuances):
        return Result(
            name=ALL, data={"todas": [str(c.id) for c in left], "palavras": {"consultas": listed(left, own)}}
        )
    consultas = [*_options(left, own), *([ALL] if several else [])]
    return Result(name="several", data={"consultas": consultas, "mudanca": {"quando": wish}})


async def _passed(scene: Scene, reading: Reading) -> Result:
    """`missed` where what could be moved has passed: `perdida` is what to book anew, and whether it was paid for."""
    last = await find_passed(scene.conn, scene.ref("contato"), since=scene.now - LATELY, now=scene.now)
    if last is None:
        return Result(name="none")
    start = _local(scene, last.inicio)
    names = joined([in_sentence(nome) for nome in last.servicos])
    return Result(
        name="missed",
        data={
            "perdida": {"procedimentos": last.slugs, "paga": last.paga},
            "mudanca": {"quando": _new_time([start], reading), "com": []},
            "palavras": {"procedimentos": names, "inicio": describe_start(start)},
        },
    )


def _picked(scene: Scene) -> frozenset[str]:
    """The ids that were picked of the last list; each of it where all were."""
    qual = scene.run.slots.get("qual")
    if qual != ALL:
        return frozenset({str(qual)} if qual else ())
    return frozenset(option["id"] for option in scene.run.data["consultas"] if isinstance(option, Mapping))


async def find_cancelled(scene: Scene) -> Result:
    """What the patient gave up a moment ago and wants back: `desmarcada` is what to book anew, for whom the run then holds.

    `several` with `consultas` to choose from; `none` when nothing of it can still be.
    """
    ids = await list_given_up(scene.conn, scene.ref("contato"), since=scene.now - REGRET, now=scene.now)
    among = [await get_detalhe(scene.conn, id) for id in ids]
    own = await own_patients(scene)
    picked = _picked(scene)
    left = [c for c in among if str(c.id) in picked] or await _meant(
        scene, among, own, scene.turn.reading if scene.turn else Reading()
    )
    if not left:
        return Result(name="none")
    if len(left) > 1:
        return Result(name="several", data={"consultas": _options(left, own)})
    facts = await find_consulta_facts(scene.conn, left[0].id)
    wish = at_its_time(left[0].inicio_local)
    return Result(
        data={"desmarcada": {"procedimentos": facts.slugs if facts else [], "quando": wish.to_json()}},
        refs={"paciente": left[0].paciente_id},
    )


def at_its_time(start: datetime) -> When:
    """The wish for this very day and hour."""
    day, hour = start.date(), start.time().replace(tzinfo=None)
    return When(date_start=day, date_end=day, time_kind=TimeKind.AT, time_start=hour)


async def _found(scene: Scene, consulta_id: UUID, inicio: datetime, wish: dict[str, Any] | None) -> Result:
    paid = await find_paid_fatura(scene.conn, consulta_id)
    wish = await _beside(scene, inicio, wish)
    facts = await find_consulta_facts(scene.conn, consulta_id) if scene.args.get("notice") else None
    refs = {"consulta": consulta_id, "paciente": (await get_detalhe(scene.conn, consulta_id)).paciente_id}
    instead = await wished_instead(scene, facts.slugs, facts.profissional) if facts else None
    if facts and instead is not None:
        if not instead and wish is None:
            told = await only_with(scene, facts.slugs, facts.servicos)
            return Result(name="only_with", refs=refs, say=[told])
        wish = wish or at_its_time(_local(scene, inicio)).to_json()
    settings = await load_settings(scene.conn, scene.clinica_id)
    ruled = await refund_rule(scene) if paid and scene.args.get("all") else None
    notice = timedelta(minutes=settings.antecedencia_min if scene.args.get("notice") else 0)
    return Result(
        name="begun" if inicio <= scene.now else "near" if inicio < scene.now + notice else "one",
        data={"mudanca": {"quando": wish, "com": [str(id) for id in instead or ()]}}
        | ({"palavras": {"regra_do_sinal": ruled}} if ruled else {}),
        refs=refs | ({"fatura": paid} if paid else {}),
    )


async def _beside(scene: Scene, inicio: datetime, wish: dict[str, Any] | None) -> dict[str, Any] | None:
    """The wish for another time, with what it takes of the old one: "mesma hora", or its day where an hour is all that was said."""
    calendar = await load_calendar(scene.conn, scene.clinica_id)
    start, now = (_local(scene, at).replace(tzinfo=None) for at in (inicio, scene.now))
    when = When.from_json(wish) if wish else None
    for text in (scene.turn and scene.turn.text, scene.run.trigger.data.get("frase")):
        when = beside(text, when, start, now=now, calendar=calendar) if text else when
    anew = scene.turn is not None and Nuance.ANOTHER_DAY in scene.turn.reading.nuances
    if when and when.time_kind and not (when.date_start or when.date_end or when.dates or anew):
        when = replace(when, date_start=start.date(), date_end=start.date())
        when = replace(when, status=judge(when, now, calendar))
    return when.to_json() if when and _can_be(when) and not _is_its_own(when, start) else None


async def _meant(
    scene: Scene, among: Sequence[ConsultaDetalhe], own: frozenset[UUID], reading: Reading
) -> list[ConsultaDetalhe]:
    """Those that fit what was said: whose, the procedure, and the day if it is one of theirs. All of them when nothing fits."""
    left = of_whom(among, own, scene.turn.text if scene.turn else "") or list(among)
    left = await _of_procedure(scene, left, reading) or left
    hour = reading.when.time_start if reading.when and not _has_day(reading.when) else None
    if hour and scene.turn and _ITS_HOUR.search(fold(scene.turn.text)):
        left = [c for c in left if c.inicio_local.time() == hour] or left  # "cancela a das 16"
    return _of_time(left, reading) or left


async def fit(scene: Scene, among: Sequence[ConsultaDetalhe], reading: Reading) -> list[ConsultaDetalhe]:
    """Those of which all that was said of a procedure, a day and an hour holds; all of them where nothing was."""
    return _of_time(await _of_procedure(scene, among, reading), reading)


async def _of_procedure(
    scene: Scene, among: Sequence[ConsultaDetalhe], reading: Reading
) -> list[ConsultaDetalhe]:
    if not reading.procedure:
        return list(among)
    named = {s.nome for s in await list_servicos(scene.conn, scene.clinica_id, list(reading.procedure))}
    return [c for c in among if named & set(c.servicos)]


def _of_time(among: Sequence[ConsultaDetalhe], reading: Reading) -> list[ConsultaDetalhe]:
    return [c for c in among if reading.when is None or _speaks_of(reading.when, c.inicio_local)]


def _is_of_others_only(ahead: Sequence[ConsultaDetalhe], own: frozenset[UUID], turn: Turn) -> bool:
    """Whether the consulta of somebody is meant who has none here: "cancela a da minha mãe", "o horário dela"."""
    if speaks_of_hers(turn.text):
        return False  # "cancela a minha, a da Tati fica"
    named = (name for c in ahead for name in (c.paciente, c.profissional, *c.servicos))
    procedures = (word for slug in turn.reading.procedure for word in slug.split("-"))
    but = {*fold(" ".join(named)).split(), *procedures}
    return all(c.paciente_id in own for c in ahead) and of_somebody_else(turn.text, but)


async def own_patients(scene: Scene) -> frozenset[UUID]:
    """The patient that whoever writes is herself; all others she writes for are somebody else."""
    linked = await list_pacientes_by_contato(scene.conn, scene.ref("contato"))
    return frozenset(one.paciente.id for one in linked if one.relacao is Relacao.PROPRIO)


def of_whom(among: Sequence[ConsultaDetalhe], own: frozenset[UUID], text: str) -> list[ConsultaDetalhe]:
    """Those of whoever is spoken of, by name ("a da Nina") or as somebody else ("a da minha mãe"); all where nobody is."""
    names = {fold(c.paciente).split()[0] for c in among if c.paciente_id not in own}
    meant = whose_is_meant(text, names)
    if meant is Whose.HERS and names:
        return [c for c in among if c.paciente_id in own]
    if both_are_meant(text, names):
        return list(among)
    if meant is Whose.THEIRS and not names & set(_WORD.findall(fold(text))):
        return [c for c in among if c.paciente_id not in own]
    text = fold(text)
    said = set(_WORD.findall(text))
    named = [c for c in among if fold(c.paciente).split()[0] in said]
    if named and len({c.paciente_id for c in among}) > 1:
        return [c for c in among if c in named or (c.paciente_id in own and _AND_HERS.search(text))]
    return [c for c in among if c.paciente_id not in own] if speaks_of_kin(text) else list(among)


def speaks_of_kin(text: str) -> bool:
    """Whether it is about somebody who belongs to whoever writes: "a da minha mãe"."""
    return _FOR_KIN.search(fold(text)) is not None


def is_of_others(consultas: Sequence[ConsultaDetalhe], own: frozenset[UUID]) -> bool:
    """Whether one of them is not for whoever writes, so that each needs a name."""
    return any(consulta.paciente_id not in own for consulta in consultas)


def _speaks_of(when: When, inicio: datetime) -> bool:
    """Whether a day or hour that was said can be the consulta's own: "a de sexta", "não posso ir na sexta"."""
    if when.exclude.dates or when.exclude.weekdays:
        return inicio.date() in when.exclude.dates or _WEEKDAYS[inicio.weekday()] in when.exclude.weekdays
    return names_day(when, inicio.date()) and when.time_start in (None, inicio.time())


def _is_its_own(when: When, inicio: datetime) -> bool:
    """Whether no more was said than when it is, or that it cannot be then: "não posso sábado", and not "não posso sábado, muda pra segunda"."""
    other = bool(when.exclude.dates or when.exclude.weekdays) and _has_day(when)
    return _speaks_of(when, inicio) and not (other and not names_day(when, inicio.date()))


def _has_day(when: When) -> bool:
    return bool(when.date_start or when.date_end or when.dates)


def names_day(when: When, day: date) -> bool:
    """Whether a wish is for single days, and this one of them."""
    single = when.dates is not None or (when.date_start is not None and when.date_start == when.date_end)
    return single and wishes_day(when, day)


def _new_time(starts: Sequence[datetime], reading: Reading) -> dict[str, Any] | None:
    """The wish for another time; None when the words only named a consulta itself, or a time that cannot be."""
    when = reading.when
    if when is None or not _can_be(when):
        return None
    return None if any(_is_its_own(when, start) for start in starts) else when.to_json()


def _can_be(when: When) -> bool:
    return when.status in (WhenStatus.OK, WhenStatus.CLOSED)


def _local(scene: Scene, at: datetime) -> datetime:
    return at.astimezone(scene.known.zone)


def _options(consultas: Sequence[ConsultaDetalhe], own: frozenset[UUID]) -> list[dict[str, Any]]:
    """They, as options of a choice; each says whose it is where that is not plain."""
    named = is_of_others(consultas, own)
    return [
        {
            "id": str(consulta.id),
            "tipo": "consulta",
            "local": consulta.inicio_local.replace(tzinfo=None).isoformat(timespec="minutes"),
            "palavras": {
                "procedimentos": joined(consulta.servicos),
                "inicio": describe_start(consulta.inicio_local),
                "paciente": first_name(consulta.paciente) if named else None,
            },
        }
        for consulta in consultas
    ]


def listed(consultas: Sequence[ConsultaDetalhe], own: frozenset[UUID]) -> str:
    """One line for each, in the order of time; each says whose it is where that is not plain."""
    lines = []
    for consulta in consultas:
        name = first_name(consulta.paciente) if is_of_others(consultas, own) else None
        what = f"{describe_start(consulta.inicio_local)}: {joined(consulta.servicos)}"
        lines.append(f"{what} ({name})" if name else what)
    return "\n".join(lines)
