"""Facts that are asked for one by one: how long, who, what is cheaper, when something is free, when nobody is there, which rules hold.

Each is said from the rows that say it; where none does, a person is asked (`UNKNOWN`) or nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from anna.agendamento.models import ConsultaDetalhe
from anna.agendamento.offers import offer_slots
from anna.agendamento.service import known_patient
from anna.clinica.calendar import Calendar
from anna.clinica.models import Assunto
from anna.clinica.retrieval import excerpt
from anna.clinica.service import find_answer, load_calendar
from anna.commands import Intent, Nuance, Reading
from anna.conversation.claims.names import name_words
from anna.conversation.orders import gives_orders
from anna.conversation.understanding.catalogue import EVALUATION
from anna.conversation.understanding.dates.day_rules import read_days
from anna.conversation.understanding.dates.days import today_of
from anna.conversation.understanding.dates.times import read_times
from anna.conversation.understanding.port import Context
from anna.conversation.understanding.text.line import Line
from anna.conversation.wish import has_day
from anna.flows.actions.request_queries import Held, find_held
from anna.flows.actions.telling_queries import find_wish, is_choosing, list_attending, list_who_does
from anna.flows.fact_queries import ServicoFacts, find_consulta_facts, find_topic, list_servicos
from anna.flows.facts import SAID_FOR, in_sentence, joined, wish_words, with_article
from anna.flows.registry import Result, Say, Scene
from anna.kit.dates import (
    WEEKDAYS,
    describe_day,
    describe_hours,
    describe_length,
    describe_start,
    describe_week,
)
from anna.kit.money import brl
from anna.kit.text import fold
from anna.when import When

UNKNOWN = Result(name="unknown")
LATE = Result(name="late")
"""The clinic is to know at once that somebody comes late."""

LATENESS = "tolerância de atraso"
REFUND = "cancelar e perder o sinal"
GUARANTEE = "garantia do resultado"
"""What is searched for in the clinic's knowledge, however the question was worded."""

_FEW_DAYS = timedelta(days=7)
_HOLIDAY = re.compile(r"\bferiad")
_TODAY = re.compile(
    r"\b(?:hoje|hj|agora)\b|\b(?:ta|to|tao|esta|estao|ai|ainda) (?:abert|funcionand|atendend|fechad)[ao]s?\b"
)
TRAINING = re.compile(
    r"\b(?:e|eh) (?:um |uma )?(?:medic|doutor|biomedic|enfermeir|esteticista|dentista|formad)|\bformad[ao]|\bformacao|\bdermato"
)
"""By which it is asked what somebody studied: no row says that."""
_SITTING = re.compile(r"\b(?:sess(?:ao|oes)|consulta|atendimento|procedimento|aplicacao|demor|lev)")
_ATTENDS = re.compile(r"\b(?:atend|trabalh|vem|esta|ta|fica)\w*")
_DISLIKED = re.compile(r"\bnao (?:gost|der|deu|funcion|fic)\w*")
_TITLED = re.compile(r"\b(?:dra?|doutora?)\b")
_TRADES = re.compile(
    r"\b(?:medic[ao]s|doutor(?:as|es)|profissionais|dermatologistas|esteticistas|dentistas|biomedicas)\b"
)
_NO_NAME = frozenset({"dra", "dr", "doutora", "doutor"})
_WHO = re.compile(r"\bquem\b|\b(?:qual|que|quais) (?:profissiona|doutor|medic)")
_WEEKDAY = re.compile(r"\b(segundas?|tercas?|quartas?|quintas?|sextas?|sabados?|domingos?)\b")


def named(servicos: Sequence[ServicoFacts]) -> str | None:
    """Procedures as they are spoken of within a sentence."""
    return joined([in_sentence(servico.nome) for servico in servicos])


async def talked_about(scene: Scene) -> list[str]:
    """The procedures that the talk is about."""
    return await find_topic(scene.conn, scene.ref("conversa"), since=scene.now - SAID_FOR)


async def topic(scene: Scene) -> list[ServicoFacts]:
    """The procedures that are named, else those talked about, else those of her next consulta."""
    slugs = list(reading_of(scene).procedure) or await talked_about(scene)
    if not slugs:
        known = await known_patient(scene.conn, scene.ref("contato"), now=scene.now)
        next_one = await find_consulta_facts(scene.conn, known.proximas[0].id) if known.proximas else None
        slugs = next_one.slugs if next_one else []
    return await list_servicos(scene.conn, scene.clinica_id, slugs)


_HER_HOUR = r"\b(?:tenho que|tenho de|preciso|precisava|teria que|devo|busco|pego|levo|entro|saio|trabalho|almoco|sair|buscar|voltar|compromisso|reuniao|carona|onibus)\b[^?!.]* \d{1,2}(?: ?:| ?h\b|$|[^\d])"
"""An hour at which she has something else to do: "e demora muito? tenho que buscar meu filho 14:30"."""


def _begins(scene: Scene) -> time | None:
    """The one hour that a question names, as the hour at which something begins."""
    line = Line.of(text_of(scene))
    if line.find(_HER_HOUR):
        return None
    named = {atom.at for atom in read_times(line, day_said=True)[0]}
    return named.pop() if len(named) == 1 else None


async def tell_duration(scene: Scene) -> Result:
    """How long a sitting of each procedure takes. "Quanto dura o botox?" may mean what shows of it, and no row says that.

    Where an hour is named ("a das 17h dura até que horas?") it is told until when.
    """
    servicos = await topic(scene)
    if not servicos:
        return Result(say=[Say(template="duracao_de_que")])
    begins = _begins(scene)
    if begins and len(servicos) == 1:
        ends = datetime.combine(scene.now.date(), begins) + timedelta(minutes=servicos[0].duracao_min)
        words = {
            "procedimentos": in_sentence(servicos[0].nome),
            "das": describe_hours([(begins, ends.time())]),
        }
        return Result(say=[Say(template="dura_ate", words=words)])
    template = "duracao" if _SITTING.search(text_of(scene)) else "duracao_da_sessao"
    return Result(
        say=[
            Say(template=template, words={"procedimentos": in_sentence(s.nome), "duracao": describe_length(s.duracao_min)})
            for s in servicos
        ]
    )  # fmt: skip


async def tell_who(scene: Scene) -> Result:
    """Who attends at what is booked or held, else who does what is talked about. What they studied no row says."""
    servicos = await topic(scene)
    template = "quem_faz_formacao" if TRAINING.search(text_of(scene)) else "quem_faz"
    own = None if reading_of(scene).procedure else await _next_own(scene, {s.nome for s in servicos})
    if own:
        words = {
            "inicio": describe_start(own.inicio.astimezone(scene.known.zone)),
            "quem": with_article(own.profissional),
        }
        return Result(say=[Say(template="quem_atende", words=words)])
    if not servicos:
        return await _who_works(scene, _weekday(scene))
    names = await list_who_does(scene.conn, scene.clinica_id, [s.id for s in servicos])
    told: dict[str, str | None] = {
        "procedimentos": named(servicos),
        "quem": joined([with_article(nome) for nome in names], last=" ou "),
    }
    return Result(say=[Say(template=template, words=told)]) if names else UNKNOWN


async def _next_own(scene: Scene, servicos: set[str]) -> ConsultaDetalhe | Held | None:
    """What is booked or held for her next, of these procedures if any are talked about."""
    known = await known_patient(scene.conn, scene.ref("contato"), now=scene.now)
    held = await find_held(scene.conn, scene.ref("contato"), now=scene.now)
    own: list[ConsultaDetalhe | Held] = [*([held] if held else []), *known.proximas]
    return next((one for one in own if not servicos or servicos & set(one.servicos)), None)


async def tell_about(scene: Scene) -> Result:
    """What the clinic wrote of it, else what its rows say of the procedure; a lead who names none is asked which."""
    servicos = await list_servicos(
        scene.conn, scene.clinica_id, list(reading_of(scene).procedure) or await talked_about(scene)
    )
    if not servicos:
        known = scene.known.around.paciente_visitas > 0
        return Result(say=[Say(template="qual_duvida")] if known else [])
    found = await find_answer(scene.conn, scene.clinica_id, text_of(scene))
    if found and found.assunto is not Assunto.HORARIO and not gives_orders(found.resposta):
        return Result(say=[Say(template="conhecimento", words={"resposta": found.resposta})])
    return Result(say=[await _described(scene, s) for s in servicos])  # "como funciona?" asks no hours


async def _described(scene: Scene, servico: ServicoFacts) -> Say:
    who = [with_article(nome) for nome in await list_who_does(scene.conn, scene.clinica_id, [servico.id])]
    words: dict[str, str | None] = {
        "procedimentos": in_sentence(servico.nome),
        "duracao": describe_length(servico.duracao_min),
        "preco": brl(servico.preco) if servico.preco else None,
        "quem": joined(who, last=" ou ") if who else None,
    }
    return Say(template="sobre_procedimento", words=words)


async def tell_advice(scene: Scene) -> Result:
    """Whoever asks what to have done is told who says so, and where: at an evaluation."""
    [evaluation] = await list_servicos(scene.conn, scene.clinica_id, [EVALUATION])
    words: dict[str, str | None] = {"preco_avaliacao": brl(evaluation.preco) if evaluation.preco else None}
    return Result(say=[Say(template="indica_avaliacao", words=words)])


async def tell_age(scene: Scene) -> Result:
    """From which age on one books for oneself, and who says whether it is for her: at an evaluation."""
    found = await list_servicos(scene.conn, scene.clinica_id, [EVALUATION])
    price = brl(found[0].preco) if found and found[0].preco else None
    return Result(say=[Say(template="idade", words={"preco_avaliacao": price})])


async def tell_free(scene: Scene) -> Result:
    """The first time that is free, before anything else is asked; nothing where a day is wished already, or a list of times follows or stands."""
    servicos = await topic(scene)
    listed = scene.known.around.paciente_visitas > 0 or await is_choosing(scene.conn, scene.ref("conversa"))
    wished = await find_wish(scene.conn, scene.ref("conversa"))
    if not servicos or listed or reading_of(scene).when or (wished and has_day(When.from_json(wished))):
        return Result()
    offer = await offer_slots(
        scene.conn, clinica_id=scene.clinica_id, servicos=[s.id for s in servicos], when=When(), now=scene.now, count=1
    )  # fmt: skip
    if not offer.slots:
        return Result()
    first = describe_start(offer.slots[0].inicio.astimezone(scene.known.zone))
    return Result(
        say=[Say(template="primeira_vaga", words={"procedimentos": named(servicos), "livre": first})]
    )


async def tell_lateness(scene: Scene) -> Result:
    """The clinic's rule; `late` where whoever comes late has a consulta today, or none that is known; `late_ahead` where it is to come.

    Over offered times, of somebody who has nothing booked, it is a question about coming late at all.
    """
    ruled = await rule(scene, LATENESS, frozenset({"@atraso"}))
    if Intent.LATE not in reading_of(scene).intents or reading_of(scene).nuances & {
        Nuance.ASKS_LATENESS,
        Nuance.WHAT_IF,
    }:
        return ruled if ruled.say else UNKNOWN
    known = await known_patient(scene.conn, scene.ref("contato"), now=scene.now)
    today = scene.now.astimezone(scene.known.zone).date()
    later = known.proximas and all(consulta.inicio_local.date() > today for consulta in known.proximas)
    if ruled.say and not known.proximas and await is_choosing(scene.conn, scene.ref("conversa")):
        return ruled
    return Result(name="late_ahead" if later else LATE.name, say=ruled.say)


async def tell_refund(scene: Scene) -> Result:
    """What becomes of a deposit when a consulta is called off, as the clinic wrote it; of money for a result no row says anything."""
    ruled = None if _DISLIKED.search(text_of(scene)) else await refund_rule(scene)
    return Result(say=[Say(template="conhecimento", words={"resposta": ruled})]) if ruled else UNKNOWN


async def refund_rule(scene: Scene) -> str | None:
    """The clinic's own words about a deposit and a consulta that is called off."""
    ruled = await rule(scene, REFUND, frozenset({"@desmarcar", "@sinal"}))
    return ruled.say[0].words["resposta"] if ruled.say else None


async def tell_guarantee(scene: Scene) -> Result:
    """What the clinic wrote of it; else that nothing is promised."""
    ruled = await rule(scene, GUARANTEE, frozenset())
    return ruled if ruled.say else Result(say=[Say(template="sem_promessa")])


async def tell_language(scene: Scene) -> Result:
    """In which language Anna answers; who asked in another one has heard it in that."""
    own = reading_of(scene).nuances & {Nuance.ENGLISH, Nuance.SPANISH}
    return Result(say=[] if own else [Say(template="outro_idioma")])


async def tell_hours(scene: Scene) -> Result:
    """When the clinic is open: on the day that is asked about, on holidays, on a weekday, else all week."""
    calendar = await load_calendar(scene.conn, scene.clinica_id)
    words = {"horarios": describe_week(calendar.week)}
    when, text = reading_of(scene).when, text_of(scene)
    attends = await tell_attends(scene)
    if attends:
        return attends
    weekday = _weekday(scene)
    if weekday is not None and _WHO.search(text):
        return await _who_works(scene, weekday)
    day = when.date_start if when and when.date_start == when.date_end else None
    day = day or _day_named(scene, calendar)
    if day is None and _TODAY.search(text) and not _WEEKDAY.search(text):
        day = scene.now.astimezone(calendar.tz).date()
    if day:
        return Result(say=[_on_day(calendar, day, words)])
    if when and _is_shut(calendar, when):
        return Result(say=[Say(template="horario_fechado", words=words | {"dia": wish_words(when)["dia"]})])
    if _HOLIDAY.search(text):
        return Result(say=[_on_holidays(calendar, scene.now.astimezone(calendar.tz).date(), words)])
    if weekday is not None:
        return Result(say=[_on_weekday(calendar, weekday, words)])
    return Result(say=[Say(template="horario", words=words)])


async def _who_works(scene: Scene, weekday: int | None) -> Result:
    """Who usually works on that weekday, or here at all, where they are asked for by the trade; days unlike the others are not in it."""
    if weekday is None and not _TRADES.search(text_of(scene)):
        return UNKNOWN
    team = await list_attending(scene.conn, scene.clinica_id)
    if weekday is None:
        everybody = joined([with_article(one.nome) for one in team])
        return Result(say=[Say(template="quem_atende_aqui", words={"quem": everybody})]) if team else UNKNOWN
    names = joined([with_article(one.nome) for one in team if one.week[weekday]])
    words = {"dia": WEEKDAYS[weekday], "quem": names}
    return Result(say=[Say(template="quem_atende_no_dia", words=words)]) if names else UNKNOWN


def _day_named(scene: Scene, calendar: Calendar) -> date | None:
    """The one day that is named by its distance or its date: "amanhã abre que horas?" wishes for no day, and names one."""
    view = Context(reference_time=scene.now, calendar=calendar)
    days, _ = read_days(Line.of(scene.turn.text if scene.turn else ""), today_of(view))
    named = [
        atom.days.single for atom in days if atom.days.weekday is None and atom.rule != "days.public_holiday"
    ]
    return named[0] if len(days) == len(named) == 1 else None


async def tell_attends(scene: Scene) -> Result | None:
    """When somebody who is named usually works; None where nobody is, `UNKNOWN` for somebody the clinic does not have."""
    text = text_of(scene)
    said = frozenset(re.findall(r"[a-z]+", text)) - _NO_NAME
    if not _ATTENDS.search(text):
        return None
    everybody = await list_attending(scene.conn, scene.clinica_id)
    meant = [one for one in everybody if name_words(one.nome) & said]
    if len(meant) != 1:
        return UNKNOWN if _TITLED.search(text) else None
    quem, week = with_article(meant[0].nome), meant[0].week
    whole = Say(template="horario_de_alguem", words={"quem": quem, "horarios_de_alguem": describe_week(week)})
    number = _weekday(scene)
    if number is None or not week[number]:
        away = {"dia": WEEKDAYS[number]} if number is not None else {}
        return Result(say=[replace(whole, words={**whole.words, **away})])
    words = {"quem": quem, "dia": WEEKDAYS[number], "horas_do_dia": describe_hours(week[number])}
    return Result(say=[Say(template="horario_de_alguem_no_dia", words=words)])


def _weekday(scene: Scene) -> int | None:
    """The one weekday that is asked about, by its name or by a date."""
    when = reading_of(scene).when
    if when and when.date_start and when.date_start == when.date_end:
        return when.date_start.weekday()
    named = {match[1][:5] for match in _WEEKDAY.finditer(text_of(scene))}
    return (
        next((n for n, name in enumerate(WEEKDAYS) if fold(name)[:5] in named), None)
        if len(named) == 1
        else None
    )


async def rule(scene: Scene, text: str, subjects: frozenset[str]) -> Result:
    """What the clinic wrote that answers `text`, the sentences about `subjects` of it; nothing said where it wrote nothing."""
    found = await find_answer(scene.conn, scene.clinica_id, text)
    if found is None or gives_orders(found.resposta):
        return Result()
    return Result(say=[Say(template="conhecimento", words={"resposta": excerpt(found.resposta, subjects)})])


def _is_shut(calendar: Calendar, when: When) -> bool:
    """Whether the clinic is closed on each of several days, such as those of Carnaval."""
    first, last = when.date_start, when.date_end
    if first is None or last is None or last - first > _FEW_DAYS:
        return False
    return not any(calendar.is_open(first + timedelta(days=n)) for n in range((last - first).days + 1))


def _on_day(calendar: Calendar, day: date, words: dict[str, str]) -> Say:
    told = words | {"dia": describe_day(day)}
    hours = calendar.opening(day)
    if not hours:
        return Say(template="horario_fechado", words=told)
    return Say(template="horario_do_dia", words=told | {"horas_do_dia": describe_hours(hours)})


def _on_weekday(calendar: Calendar, number: int, words: dict[str, str]) -> Say:
    told = words | {"dia": WEEKDAYS[number]}
    hours = calendar.week[number]
    if not hours:
        return Say(template="horario_fechado", words=told)
    return Say(template="horario_do_dia", words=told | {"horas_do_dia": describe_hours(hours)})


def _on_holidays(calendar: Calendar, today: date, words: dict[str, str]) -> Say:
    closed = calendar.next_holiday(today)
    while not calendar.week[closed.weekday()] and closed < today + timedelta(days=365):
        closed = calendar.next_holiday(closed)  # on a Sunday nobody misses it
    some = any(day >= today for day in calendar.removed_holidays)
    return Say(
        template="feriados_alguns" if some else "feriados", words=words | {"dia": describe_day(closed)}
    )


def reading_of(scene: Scene) -> Reading:
    """What the message was read as; nothing where none moves the run."""
    return scene.turn.reading if scene.turn else Reading()


def text_of(scene: Scene) -> str:
    """Its words, folded."""
    return fold(scene.turn.text) if scene.turn else ""
