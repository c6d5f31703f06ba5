"""The words of this installation: what flows may name, gathered from the actions, events, templates and facts there are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from anna.clinica.settings import Tom
from anna.conversation.replies import ReplyBook
from anna.conversation.slot_types import SLOT_TYPES
from anna.flows.actions import ACTIONS
from anna.flows.check import check_all
from anna.flows.definition import Flow
from anna.flows.facts import FACTS, INSTANTS
from anna.flows.loader import load_flows
from anna.flows.steps import Channel
from anna.flows.vocabulary import EventSpec, Vocabulary
from anna.flows.wording import OPTION, OPTIONS

_CONSULTA = frozenset({"consulta", "paciente", "conversa", "contato"})
_FATURA = frozenset({"fatura", "consulta", "paciente", "conversa"})
_CONVERSA = frozenset({"conversa", "contato"})
_MENSAGEM = frozenset({"mensagem", "conversa", "execucao"})

EVENTS: Mapping[str, EventSpec] = {
    **{
        f"consulta.{verb}": EventSpec(ids=_CONSULTA)
        for verb in (
            "reservada", "expirada", "agendada", "confirmada", "remarcada", "cancelada", "realizada", "faltou",
        )
    },
    **{
        f"fatura.{verb}": EventSpec(ids=_FATURA)
        for verb in ("aberta", "expirada", "falhou", "cancelada", "reembolsada")
    },
    **{f"reserva.{verb}": EventSpec(ids=_FATURA | _CONVERSA) for verb in ("marcada", "perdida")},
    "procedimento.seguinte": EventSpec(ids=_CONVERSA, attributes=frozenset({"procedimentos", "quando", "nome", "para"})),
    "fatura.paga": EventSpec(ids=_FATURA, attributes=frozenset({"atrasada", "por_outra"})),
    "fatura.paga_a_mais": EventSpec(ids=_FATURA),
    "conversa.transferida": EventSpec(ids=_CONVERSA | {"transferencia"}, attributes=frozenset({"motivo"})),
    "conversa.assumida": EventSpec(ids=_CONVERSA, attributes=frozenset({"usuario"})),
    "conversa.devolvida": EventSpec(ids=_CONVERSA, attributes=frozenset({"desfecho"})),
    "conversa.retomada": EventSpec(ids=_CONVERSA),
    "resposta.atrasada": EventSpec(ids=_CONVERSA, attributes=frozenset({"pergunta"})),
    "conversa.encerrada": EventSpec(ids=_CONVERSA),
    "entendimento.falhou_2x": EventSpec(ids=_CONVERSA, attributes=frozenset({"motivo", "safety", "frase"})),
    "mensagem.descartada": EventSpec(ids=_MENSAGEM, attributes=frozenset({"motivo"})),
    "mensagem.falhou": EventSpec(ids=_MENSAGEM, attributes=frozenset({"motivo"})),
    "mensagem.perdida": EventSpec(ids=_MENSAGEM, attributes=frozenset({"motivo", "safety", "frase"})),
    "mensagem.entregue": EventSpec(ids=_MENSAGEM),
    "paciente.saiu": EventSpec(ids=_CONVERSA),
    "espera.aberta": EventSpec(ids=_CONVERSA | {"espera"}),
    "espera.encerrada": EventSpec(ids=_CONVERSA | {"espera"}),
    "titular.pediu": EventSpec(ids=_CONVERSA | {"pedido"}),
    "contato.fundido": EventSpec(ids=frozenset({"contato"})),
    "contato.separado": EventSpec(ids=frozenset({"contato"})),
    "instancia.caiu": EventSpec(ids=frozenset({"instancia"}), attributes=frozenset({"estado", "motivo"})),
    "execucao.falhou": EventSpec(ids=_CONVERSA | {"execucao"}, attributes=frozenset({"motivo", "fluxo", "faixa"})),
}  # fmt: skip
"""Every event there is: the ids by which it finds runs, and what else it says."""

SLOT_ATTRIBUTES: Mapping[str, frozenset[str]] = {name: frozenset() for name in SLOT_TYPES}


def vocabulary(replies: ReplyBook) -> Vocabulary:
    """What flows may name here."""
    return Vocabulary(
        actions={name: action.spec for name, action in ACTIONS.items()},
        events=EVENTS,
        templates=replies.names,
        slot_types=SLOT_ATTRIBUTES,
        facts=FACTS,
        instants=INSTANTS,
        channels=frozenset({Channel.WHATSAPP}),
        lists=frozenset(name for name in replies.names if _lists(replies, name)),
        hides=frozenset(name for name in replies.names if _hides(replies, name)),
        options=frozenset(name.removeprefix(OPTION) for name in replies.names if name.startswith(OPTION)),
        command_attributes=frozenset({"safety", "frase"}),
    )


def _lists(replies: ReplyBook, template: str) -> bool:
    """Whether a clinic of some tone has no words for it but with a list of options."""
    return any(
        all(OPTIONS in variant.needs for variant in replies.variants(template) if variant.suits(tom))
        for tom in Tom
    )


def _hides(replies: ReplyBook, template: str) -> bool:
    return any(OPTIONS not in variant.needs for variant in replies.variants(template))


def load_checked(folder: Path, replies: ReplyBook) -> Mapping[str, Flow]:
    """The flows of `folder`; raises InvalidFlow with every problem of every file."""
    flows = load_flows(folder)
    check_all(flows, vocabulary(replies))
    return flows
