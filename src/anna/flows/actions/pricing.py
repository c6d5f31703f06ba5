"""Prices, each from its row: what is asked for, what is cheaper, what an area of the body costs that no row knows of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from anna.clinica.queries import list_conhecimento
from anna.commands import Nuance
from anna.conversation.orders import gives_orders
from anna.conversation.understanding.catalogue import EVALUATION
from anna.flows.actions.telling import UNKNOWN, named, reading_of, talked_about, text_of, topic
from anna.flows.actions.telling_queries import awaits_person, list_cheaper, list_priced, was_said
from anna.flows.fact_queries import ServicoFacts, find_last_named, find_topic, has_said, list_servicos
from anna.flows.facts import SAID_FOR, in_sentence, joined
from anna.flows.registry import Result, Say, Scene
from anna.kit.money import brl
from anna.kit.text import fold

CENT = Decimal("0.01")
CHEAPER = 3
"""So many cheaper procedures are named: a few to think about, no price list."""

LISTED = 6
"""So many prices are told at once: a few to choose from, no wall of text."""

_IN_ALL = re.compile(
    r"\b(?:os|as|nos|para|pra|por) (?:2|dois|duas|3|tres)\b|\b(?:ambos|ambas|tudo|total|junt[oa]s?|soma\w*)\b"
)
_FOR_TWO = re.compile(
    r"\b(?:os|as|nos|para|pra|por) (?:2|dois|duas)\b|\b(?:2|duas) pessoas\b|\b(?:ambos|ambas)\b"
)
_EACH = re.compile(r"\bcada\b|\bpor (?:pessoa|cabeca)\b")
_ASKED = re.compile(r"\b(?:quant\w+|qnt\w*|qto|qual|quais)\b")
_LIST = re.compile(
    r"\b(?:tabela|lista|precos|valores|cardapio|catalogo)\b|\b(?:preco|valor|quanto \w+)(?: (?:de|do|da|em|com|os|as|o))* (?:tudo|tod[ao]s|cada (?:um|uma|coisa))\b"
)
_LIMIT = re.compile(r"\bate (?:uns |umas )?(?:r\$ ?)?(\d{2,5})\b")
_AMOUNT = re.compile(r"\b\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\b\d{2,5}(?:,\d{2})?\b")
_AREA = re.compile(
    r"\b(?:costas?|ombros?|pernas?|coxas?|panturrilhas?|bracos?|antebracos?|axilas?|s[ou]vacos?|virilhas?|bucos?|barba|peito|barriga|abdomen|gluteos?|bumbum|nadegas?"
    r"|nuca|pescoco|colo|papada|queixo|testa|glabela|maos?|pes|corpo|culotes?|flancos?|cintura|areas?|regiao|regioes|(?:rosto|face) (?:tod[ao]|inteir[ao]))\b"
)
"""What of the body a price may be asked for. A face is what a treatment of the face is priced for."""

_WHY = re.compile(
    r"\b(?:pq|por ?que|pr?a que|para que|nunca vi|so|amanha|semana que vem|mes que vem|mais tarde|segunda|terca|quarta|quinta|sexta|sabado)\b"
)
_SINAL = re.compile(r"\b(?:sinal|entrada|deposito|reserva)\b")
_TAKEN_OFF = re.compile(
    r"\bavaliac\w+\b.*\b(?:abat|descont|deduz)\w+|\b(?:abat|descont|deduz)\w+.*\bavaliac\w+"
)
_HAIR = re.compile(r"\b(?:depila|laser)")


async def tell_price(scene: Scene) -> Result:
    """The prices of the procedures that are named, else talked about; else a lead is asked and hears the price with that.

    A row knows the price of a procedure and of no area of the body: that somebody of the clinic confirms.
    """
    reading = reading_of(scene)
    if Nuance.UNLISTED in reading.nuances:
        return Result(say=await not_ours(scene))
    slugs = list(reading.procedure) or await talked_about(scene)
    if not slugs:
        return Result(say=await _unnamed_price(scene))
    servicos = await list_servicos(scene.conn, scene.clinica_id, slugs)
    if len(servicos) < len(slugs):
        return UNKNOWN
    unpriced = [servico for servico in servicos if _of_an_area(scene, servico)]
    if unpriced:
        return Result(say=[_price_of_area(servico) for servico in unpriced])
    if (
        scene.turn
        and "?" not in scene.turn.text
        and not _ASKED.search(text_of(scene))
        and not reading.procedure
        and await _heard_price(scene, servicos)
    ):
        return Result(say=[Say(template="preco_comentado")])  # "tá caro" asks for no price
    return Result(say=_together(servicos, text_of(scene)) or [_price_of(servico) for servico in servicos])


def _together(servicos: Sequence[ServicoFacts], text: str) -> list[Say]:
    """What several cost in all, or one for two, where that is asked for: "quanto dá os dois?", "180 cada?"."""
    total = sum((servico.preco for servico in servicos), Decimal(0))
    if len(servicos) > 1 and _IN_ALL.search(text):
        priced = joined([f"{in_sentence(s.nome)} por {brl(s.preco)}" for s in servicos])
        return [Say(template="preco_somado", words={"precos_pedidos": priced, "total": brl(total)})]
    words = {"procedimentos": in_sentence(servicos[0].nome), "preco": brl(servicos[0].preco)}
    if len(servicos) == 1 and _FOR_TWO.search(text):
        return [Say(template="preco_de_duas", words=words | {"total": brl(2 * total)})]
    if len(servicos) == 1 and _EACH.search(text):
        return [Say(template="preco_de_cada", words=words)]
    return []


async def _unnamed_price(scene: Scene) -> list[Say]:
    """The list of prices to whoever asks for it, or for a price again when she was asked of what; a lead is asked that by her questions."""
    conversa_id = scene.ref("conversa")
    asked = await was_said(
        scene.conn, conversa_id, ["ask_procedimento", "preco_de_que"], since=scene.now - SAID_FOR
    )
    if asked or _LIST.search(text_of(scene)):
        servicos = await list_priced(scene.conn, scene.clinica_id, limit=LISTED)
        table = "\n".join(f"{servico.nome}: {brl(servico.preco)}" for servico in servicos)
        return [Say(template="tabela_de_precos", words={"tabela": table})] if servicos else []
    known = scene.known.around.paciente_visitas > 0
    return [Say(template="preco_de_que")] if known else []


async def _heard_price(scene: Scene, servicos: Sequence[ServicoFacts]) -> bool:
    prices = [brl(servico.preco) for servico in servicos]
    return await has_said(scene.conn, scene.ref("conversa"), prices, since=scene.now - SAID_FOR)


async def not_ours(scene: Scene) -> list[Say]:
    """A procedure that is not in the catalogue is not done here; where one is asked for anyway, the question says so itself.

    While hair removal is talked about "a barba" is an area of that.
    """
    if _AREA.search(fold(text_of(scene))):
        hairy = [servico for servico in await topic(scene) if _HAIR.search(fold(servico.nome))]
        if hairy:
            return [_price_of_area(servico) for servico in hairy if servico.preco]
    talking = await find_topic(scene.conn, scene.ref("conversa"))
    known = scene.known.around.paciente_visitas > 0
    return [Say(template="nao_fazemos")] if talking or known else []


async def tell_area(scene: Scene) -> Result:
    """What the price of a row is of, where an area is asked for: one session, and no area that is known here."""
    servicos = [servico for servico in await topic(scene) if servico.preco]
    return Result(say=[_price_of_area(servico) for servico in servicos] or [Say(template="preco_de_que")])


def _of_an_area(scene: Scene, servico: ServicoFacts) -> bool:
    """Whether an area of the body is asked for that the name of the row does not have."""
    known = fold(servico.nome)
    text = (scene.turn and scene.turn.whole) or text_of(scene)  # "fazem laser na virilha? qto sai?"
    return bool(servico.preco) and any(area not in known for area in _AREA.findall(fold(text)))


def _price_of_area(servico: ServicoFacts) -> Say:
    return Say(
        template="preco_de_area",
        words={"procedimentos": in_sentence(servico.nome), "preco": brl(servico.preco)},
    )


def _price_of(servico: ServicoFacts) -> Say:
    if not servico.preco:
        return Say(template="sem_cobranca", words={"procedimentos": in_sentence(servico.nome)})
    words = {"procedimentos": in_sentence(servico.nome), "preco": brl(servico.preco)}
    return Say(
        template="preco", words=words | ({"sinal": brl(servico.sinal)} if servico.sinal > Decimal(0) else {})
    )


_COUNTED = re.compile(
    r"\b(?:abat(?:e|em|er|id[ao]s?|imento)|descont(?:a|am|ar|ad[ao]s?)|deduz\w*|deduzid[ao]s?|conta como parte)\b"
    r"|\b(?:pag\w+|cobr\w+|perc\w+)\b.*\bavaliac\w+\b.*\b(?:se|caso|quando)\b.*\b(?:fizer|fechar|fecho|faco|fazer|contratar|for fazer)\b"
    r"|\b(?:se|caso|quando)\b.*\b(?:fizer|fechar|fecho|faco|contratar|for fazer)\b.*\b(?:pag\w+|cobr\w+|perc\w+)\b.*\bavaliac\w+"
)
"""Whether what an evaluation costs is taken off what is done after it."""


async def tell_counted(scene: Scene) -> Result | None:
    """Whether the evaluation is taken off the price of what follows it, as the clinic wrote it, else a person; None where that is not asked."""
    text = text_of(scene)
    if not _COUNTED.search(text):
        return None
    of_it = fold(EVALUATION) in text or EVALUATION in {servico.slug for servico in await topic(scene)}
    if not of_it or _SINAL.search(text):
        return None
    for item in await list_conhecimento(scene.conn, scene.clinica_id):
        said = f"{item.pergunta} {item.resposta}"
        if _TAKEN_OFF.search(fold(said)) and not gives_orders(item.resposta):
            return Result(say=[Say(template="conhecimento", words={"resposta": item.resposta})])
    return UNKNOWN


async def tell_deposit(scene: Scene) -> Result:
    """Whether each procedure that is named or talked about needs a deposit, by its row; asks of which where it differs and none is."""
    servicos = await topic(scene)
    if not servicos:
        return Result(say=[Say(template="sinal_de_que")])
    free = [servico for servico in servicos if not servico.sinal]
    template = "sinal_motivo" if _WHY.search(fold(text_of(scene))) else "sinal_sim"
    says = [
        Say(template=template, words={"procedimentos": in_sentence(s.nome), "sinal": brl(s.sinal)})
        for s in servicos
        if s.sinal
    ]
    return Result(
        say=says + ([Say(template="sinal_nao", words={"procedimentos": named(free)})] if free else [])
    )


async def tell_cheaper(scene: Scene) -> Result:
    """A few procedures that cost less, or that none does; never the same price again. Of several that are named, which costs least."""
    # of what was priced last, which need not be what the talk is about: "e o design quanto é? não tem mais barato?"
    last = await find_last_named(scene.conn, scene.ref("conversa"), since=scene.now - SAID_FOR)
    servicos = await list_servicos(scene.conn, scene.clinica_id, last) if last else await topic(scene)
    if len(reading_of(scene).procedure) > 1 and len(servicos) > 1:
        least = min(servicos, key=lambda servico: servico.preco)
        priced = joined([f"{in_sentence(s.nome)} por {brl(s.preco)}" for s in servicos])
        words = {"mais_em_conta": priced, "procedimentos": in_sentence(least.nome)}
        return Result(say=[Say(template="mais_em_conta_de", words=words)])
    limit = _LIMIT.search(text_of(scene))
    than = _value(limit[1]) + CENT if limit else max((s.preco for s in servicos), default=None)
    like = [s.id for s in servicos]
    cheaper = await list_cheaper(scene.conn, scene.clinica_id, than=than, like=like, limit=CHEAPER)
    if not cheaper and not limit:
        return Result(say=[Say(template="mais_em_conta_nenhum", words={"procedimentos": named(servicos)})])
    told = cheaper or await list_cheaper(scene.conn, scene.clinica_id, than=None, like=[], limit=1)
    template = "mais_em_conta_um" if len(told) == 1 else "ate_esse_valor" if limit else "mais_em_conta"
    return Result(say=[Say(template=template, words={"mais_em_conta": _priced(told)})])


def _priced(servicos: Sequence[ServicoFacts]) -> str | None:
    """Procedures with their prices, the dearest first."""
    return joined(
        [f"{in_sentence(s.nome)} por {brl(s.preco)}" for s in sorted(servicos, key=lambda s: -s.preco)]
    )


_PROMISED_HERE = re.compile(
    r"\b(?:dra?|doutora?|recepc\w+|atendente|secretaria|gerente|dona|clinica|equipe|voces?|vcs|moca|menina)\b.*\b(?:fal(?:ou|aram)|diss\w+|promet\w+|combin\w+|garant\w+|jur(?:ou|aram)|deix(?:ou|aram))\b"
)
"""Somebody of the clinic is said to have promised it."""


async def tell_price_of_row(scene: Scene) -> Result:
    """The price of the row to whoever was promised another one; what somebody else promised only the team can say."""
    servicos = await topic(scene)
    if not servicos and _PROMISED_HERE.search(fold(text_of(scene))):
        return await tell_promise(scene)  # "a doutora falou que pra mim é de graça"
    if not servicos:
        return Result(say=[Say(template="preco_de_que")])
    called = await awaits_person(scene.conn, scene.ref("conversa"))
    claimed = {_value(amount) for amount in _AMOUNT.findall(text_of(scene))}
    template = "preco_combinado_ja_chamei" if called else "preco_combinado"
    others = [
        Say(template=template, words={"procedimentos": in_sentence(s.nome), "preco": brl(s.preco)})
        for s in servicos
        if not claimed or claimed - {s.preco, s.sinal, s.preco - s.sinal}
    ]
    asked = _SURE.search(fold(text_of(scene))) is not None
    return Result(say=others or [_price_of(servico) for servico in servicos if asked])


_SURE = re.compile(r"\?|\bne\b|\bcerto\b")
"""Who names the right sum and asks hears it as it stands: "falta 740 então?"."""


async def tell_promise(scene: Scene) -> Result:
    """What the rows say of the money, to whoever was promised other terms; what somebody of the clinic promised that person's team looks for."""
    priced = [servico for servico in await topic(scene) if servico.preco]
    words = [
        {
            "procedimentos": in_sentence(servico.nome),
            "preco": brl(servico.preco),
            "sinal": brl(servico.sinal) if servico.sinal > Decimal(0) else None,
        }
        for servico in priced
    ]
    says = [Say(template="promessa_de_alguem", words=said) for said in words]
    return Result(name="part", say=says or [Say(template="promessa_de_alguem")])


def _value(amount: str) -> Decimal:
    return Decimal(amount.replace(".", "").replace(",", "."))
