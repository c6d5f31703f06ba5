"""Answers to questions on the way: from the catalogue, the calendar and the clinic's own knowledge, never from the air."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace

from anna.clinica.models import Assunto, Conhecimento
from anna.clinica.service import find_answer, list_about
from anna.commands import Intent, Nuance
from anna.conversation.decision import commands
from anna.conversation.deposit import asks_for_means
from anna.conversation.inquiries import ASKS, Inquiry
from anna.conversation.orders import gives_orders
from anna.conversation.said import words
from anna.flows.actions.care import CARE, tell_care
from anna.flows.actions.own import PERSON, SURE, tell_appointments, tell_recipient, tell_whether_sure
from anna.flows.actions.pricing import (
    not_ours,
    tell_area,
    tell_cheaper,
    tell_counted,
    tell_deposit,
    tell_price,
    tell_price_of_row,
    tell_promise,
)
from anna.flows.actions.request_queries import list_places
from anna.flows.actions.requests import last_day
from anna.flows.actions.staff import named_members, tell_doctor, tell_does
from anna.flows.actions.telling import (
    UNKNOWN,
    talked_about,
    tell_about,
    tell_advice,
    tell_age,
    tell_attends,
    tell_duration,
    tell_free,
    tell_hours,
    tell_language,
    tell_lateness,
    tell_refund,
    tell_who,
    topic,
)
from anna.flows.fact_queries import ServicoFacts, list_servicos
from anna.flows.facts import in_sentence, joined
from anna.flows.registry import Result, Say, Scene, Turn
from anna.kit.text import fold

_PAPER = re.compile(r"\bnotas? fisca\w+|\bnf[es]?\b|\brecibos?\b")
"""Papers for the tax office: no way of paying answers that."""

_ONE_MORE = re.compile(r"\W*e (?:(?:a|o|de|do|da|com|pra|para) )?\w+(?: (?:de|a|do|da))?(?: \w+)?\W*$")
""" "e limpeza?", after another one was asked for: whether that is done."""

_LASTS = re.compile(r"\bdemor(?:a|am|ado|ada)\b")
_MEANS = re.compile(r"\b(?:dinheiro|pix|debito|credito|cartao|boleto|cheque|carne|picpay|vale)\b")
_EXCEPTS = re.compile(r"\b(?:nao|exceto|menos|todas|qualquer)\b")
_PRICE = re.compile(r"\b(?:quant\w+|qnt\w*|precos?|valor\w*|custa\w*|custo|sai)\b")

INSURANCE = "convênio plano de saúde"
"""What is searched for when somebody names an insurer."""


async def answer(scene: Scene) -> Result:
    """Answer every question of the message that is known here; `unknown` when one of them is not, `late` when a person is to know,
    `person` when one is to say the rest.

    Where a model has written an answer that the rows bear out, it is that. Of several questions those that are known are answered in their
    order, in one message, which names those that are not (`part`; `medical` where a professional is to answer one).
    """
    if scene.turn and scene.turn.draft:
        draft = scene.turn.draft
        return Result(say=[Say(template="conhecimento", words={"resposta": draft.text}, facts=draft.facts)])
    if scene.turn and scene.turn.inquiries:
        return await _answer_each(scene, scene.turn)
    return await _answer_one(scene)


async def _answer_each(scene: Scene, turn: Turn) -> Result:
    """The answers as one message, and by their own words the questions that have none here."""
    says: list[Say] = []
    left: list[Inquiry] = []
    called = medical = False
    for inquiry in turn.inquiries:
        alone = replace(turn, text=inquiry.text, reading=inquiry.known, inquiries=(), whole=turn.text)
        result = await _answer_one(replace(scene, turn=alone)) if commands(inquiry.known) & ASKS else UNKNOWN
        called = called or result.name == PERSON
        medical = medical or inquiry.is_medical or result.name == CARE.name
        if inquiry.is_medical or result.name in {UNKNOWN.name, CARE.name}:
            left.append(inquiry)
        says.extend(say for say in result.say if say not in says)
    says = _briefly(_once(says))
    if left:
        slugs = [slug for inquiry in left for slug in inquiry.reading.procedure]
        offered = await list_servicos(scene.conn, scene.clinica_id, slugs) if slugs else []
        nomes = {servico.slug: in_sentence(servico.nome) for servico in offered}
        asked = joined([f"“{inquiry.quoted(nomes)}”" for inquiry in left])
        says.append(Say(template="pergunta_para_profissional", words={"perguntas": asked}))
    name = "medical" if medical else "part" if left or called else "done"
    return Result(name=name, say=[replace(says[0], then=tuple(says[1:]))] if says else ())


_TELLS_MORE = {"quem_faz": "quem_faz_formacao", "duracao": "duracao_da_sessao"}
"""Text -> the one that says the same of the same thing, and more."""


def _once(says: Sequence[Say]) -> list[Say]:
    """The same without what another one of them says too."""
    told = [(say.template, say.words) for say in says]
    kept = [say for say in says if (_TELLS_MORE.get(say.template), say.words) not in told]
    sure = {say.words.get("consultas") for say in kept if say.template == SURE}
    return [say for say in kept if say.template == SURE or say.words.get("consultas") not in sure - {None}]


def _briefly(says: Sequence[Say]) -> list[Say]:
    """The same without the way to the clinic, and with the deposit once: one answer among several is short."""
    out: list[Say] = []
    for say in says:
        told = any(before.words.get("sinal") for before in out)
        out.append(replace(say, words={"referencia": None, **say.words, **({"sinal": None} if told else {})}))
    return out


async def _answer_one(scene: Scene) -> Result:
    if counted := await tell_counted(scene):
        return counted
    said = _said(scene)
    says: list[Say] = []
    for intent, answerer in _ANSWERERS.items():
        if intent in said:
            result = await answerer(scene)
            says.extend(result.say)
            if result.name != "done":
                priced = says and Intent.PRICE in said and _PRICE.search(fold(_text(scene)))
                if result.name == UNKNOWN.name and intent == Intent.PROMO_INTEREST and priced:
                    return Result(name=PERSON, say=says)  # "quanto é o botox? tem pacote?": the price is told
                return Result(name=result.name, say=() if result.name == UNKNOWN.name else says)
    return Result(say=says)


def _said(scene: Scene) -> frozenset[str]:
    """The commands of the message, as far as they ask."""
    if scene.turn and Nuance.HAGGLES in scene.turn.reading.nuances:
        return frozenset({Intent.PROMO_INTEREST})
    said = words(scene.turn.reading) if scene.turn else frozenset()
    if scene.turn and Intent.CHECK_APPOINTMENT in said:
        said -= {Nuance.ASKS_GUARANTEE}  # "tá garantido?" is asked of the time
        if Nuance.SAYS_PAID in scene.turn.reading.nuances:
            said -= {Intent.PAYMENT}  # "paguei o sinal, tá marcado?"
    if not said & {Nuance.ASKS_DEPOSIT, Nuance.CLAIMS_PROMISE}:
        return said
    means = asks_for_means(_text(scene))
    priced = _PRICE.search(fold(_text(scene)))  # "vocês cobram sinal?" asks no price
    return said - (frozenset() if means else {Intent.PAYMENT}) - (frozenset() if priced else {Intent.PRICE})


_REASON = re.compile(r"\b(?:pq|porque|pois|já que|ja que|pra quem|é que)\b", re.IGNORECASE)


_PARKING = re.compile(
    r"\b(?:estacionamento|estacionar|garagem|valet|manobrista|parar o carro|vaga (?:pra|para|de) carro)\b"
)


async def _location(scene: Scene) -> Result:
    asked = await _from_knowledge(
        scene, _REASON.split(_text(scene))[0]
    )  # "tem estacionamento pq meu filho que leva"
    asked = asked if asked.say else await _from_knowledge(scene, _text(scene))
    if not asked.say and _PARKING.search(fold(_text(scene))):
        asked = await _from_knowledge(scene, "estacionamento")  # amid a wish or a story
    return asked if asked.say else Result(say=[Say(template="endereco")])


async def _payment(scene: Scene) -> Result:
    if scene.turn and Nuance.ASKS_INSURANCE in scene.turn.reading.nuances:
        return await _from_knowledge(scene, INSURANCE)
    if _PAPER.search(fold(_text(scene))):
        written = await _from_knowledge(scene, _text(scene))
        return written if written.say else UNKNOWN
    if _OF_DEPOSIT.search(fold(_text(scene))) and not asks_for_means(_text(scene)) and await topic(scene):
        return await tell_deposit(scene)
    found = await list_about(scene.conn, scene.clinica_id, assunto=Assunto.PAGAMENTO, limit=1)
    if found and _is_not_among(_text(scene), found[0].resposta):
        return Result(say=[Say(template="pagamento_nao_assim", words={"resposta": found[0].resposta})])
    return _quoted(found)


_OF_DEPOSIT = re.compile(
    r"\b(?:sinal|sinalzinho|deposito)\b|\bpag\w* (?:nada|antes|adiantad\w+)|\b(?:nao|n|num|nem|sem) (?:vou |vo |quero |pretendo )?(?:ter (?:que|de) |precis\w+ )?pag"
)
"""By which it is the deposit that is spoken of, and no way to pay."""


def _is_not_among(text: str, written: str) -> bool:
    """Whether it is asked for ways of paying none of which the clinic, that lists its own, has written."""
    named = set(_MEANS.findall(fold(text))) if "?" in text else set()
    own = set(_MEANS.findall(fold(written)))
    return bool(named and own) and not named & own and not _EXCEPTS.search(fold(written))


_SIMPLE: Mapping[Nuance, str] = {
    Nuance.ASKS_CATALOGUE: "o_que_fazemos",
    Nuance.ASKS_TO_ASK: "qual_duvida",
    Nuance.ASKS_TELEPHONE: "telefone",
}


async def _info(scene: Scene) -> Result:
    nuances = scene.turn.reading.nuances if scene.turn else frozenset()
    if Nuance.UNLISTED in nuances:
        return Result(say=await not_ours(scene))
    if Nuance.TOO_DEAR in nuances and scene.turn and scene.turn.reading.procedure:
        return await tell_price(scene)  # "achei caro, e limpeza?"
    simple = next((template for nuance, template in _SIMPLE.items() if nuance in nuances), None)
    if simple:
        return Result(say=[Say(template=simple)])
    slugs = list(scene.turn.reading.procedure) if scene.turn else []
    servicos = await list_servicos(scene.conn, scene.clinica_id, slugs or await talked_about(scene))
    if Nuance.ASKS_PREPARATION in nuances:
        return await _preparation(scene, servicos)
    if slugs and _LASTS.search(fold(_text(scene))):
        return await tell_duration(scene)  # "e o botox demora?"
    named = bool(scene.turn and scene.turn.reading.procedure and _ONE_MORE.match(fold(_text(scene))))
    if (Nuance.ASKS_OFFER in nuances or named) and slugs and servicos:
        if await named_members(scene):
            return await tell_who(scene)  # "a Camila faz botox?"
        return Result(
            say=[
                Say(
                    template="fazemos",
                    words={"procedimentos": joined([in_sentence(s.nome) for s in servicos])},
                )
            ]
        )
    found = await _from_knowledge(scene, _text(scene))
    return found if found.say else await tell_attends(scene) or UNKNOWN


async def _preparation(scene: Scene, servicos: Sequence[ServicoFacts]) -> Result:
    """What the clinic wrote about preparing for these procedures."""
    found = await list_about(
        scene.conn, scene.clinica_id, assunto=Assunto.PREPARO, servicos=[s.id for s in servicos]
    )
    names = {one.id: in_sentence(one.nome) for one in servicos}
    own = [
        Say(template="preparo", words={"procedimentos": names[item.servico_id], "resposta": item.resposta})
        for item in found
        if item.servico_id in names
    ]
    return Result(say=own) if own else UNKNOWN


async def _bot(scene: Scene) -> Result:
    return Result(say=[Say(template="sou_assistente")])


async def _unknown(scene: Scene) -> Result:
    return UNKNOWN


async def _place(scene: Scene) -> Result:
    """How many wait before her, for each of her places on the waiting list."""
    places = await list_places(scene.conn, scene.ref("contato"))
    if not places:
        return Result(say=[Say(template="nenhuma_espera")])
    return Result(
        say=[
            Say(
                template="lugar_na_espera",
                words={
                    "procedimentos": joined(place.servicos),
                    "lugar": str(place.lugar),
                    "espera_ate": last_day(place, scene.known.zone),
                },
            )
            for place in places
        ]
    )


async def _from_knowledge(scene: Scene, text: str) -> Result:
    """What the clinic wrote about it, in its own words; nothing said when it wrote nothing that surely answers."""
    found = await find_answer(scene.conn, scene.clinica_id, text)
    return _quoted([found] if found and not gives_orders(found.resposta) else [])


def _quoted(items: Sequence[Conhecimento]) -> Result:
    return Result(say=[Say(template="conhecimento", words={"resposta": item.resposta}) for item in items])


def _text(scene: Scene) -> str:
    return scene.turn.text if scene.turn else ""


_ANSWERERS: Mapping[str, Callable[[Scene], Awaitable[Result]]] = {
    Nuance.CLAIMS_PRICE: tell_price_of_row,
    Nuance.ASKS_AREA: tell_area,
    Intent.PRICE: tell_price,
    Nuance.ASKS_CHEAPER: tell_cheaper,
    Nuance.ASKS_ABOUT: tell_about,
    Nuance.ASKS_ADVICE: tell_advice,
    Nuance.ASKS_CARE: tell_care,
    Nuance.ASKS_DURATION: tell_duration,
    Nuance.ASKS_WHO: tell_who,
    Nuance.ASKS_DOCTOR: tell_doctor,
    Nuance.ASKS_DOES: tell_does,
    Intent.LOCATION: _location,
    Intent.HOURS: tell_hours,
    Intent.PAYMENT: _payment,
    Nuance.CLAIMS_PROMISE: tell_promise,
    Nuance.ASKS_REFUND: tell_refund,
    Nuance.ASKS_DEPOSIT: tell_deposit,
    Nuance.ASKS_LATENESS: tell_lateness,
    Nuance.ASKS_AGE: tell_age,
    Nuance.ASKS_GUARANTEE: tell_whether_sure,
    Nuance.ASKS_RECIPIENT: tell_recipient,
    Nuance.ASKS_LANGUAGE: tell_language,
    Intent.INFO: _info,
    Intent.CHECK_APPOINTMENT: tell_appointments,
    Nuance.ASKS_PLACE: _place,
    Nuance.ASKS_FREE: tell_free,
    Intent.INFO_BOT: _bot,
    Intent.INFO_PREFERENCE: _unknown,
    Intent.PROMO_INTEREST: _unknown,
    Intent.LATE: tell_lateness,
}
