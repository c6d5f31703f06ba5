"""The rows behind a text that is about to be planned: each claim in it with the row that says so (`mensagens.provas`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.clinica.service import load_calendar
from anna.conversation.claims.binding import OFFER, RUNS, TEMPLATES, bind_claims
from anna.conversation.claims.models import Act, Fact
from anna.conversation.replies import ReplyBook
from anna.db.connect import Connection
from anna.flows.evidence_queries import Said, list_said
from anna.flows.facts import Known
from anna.flows.wording import BESIDE
from anna.kit.dates import describe_start, describe_week
from anna.kit.money import brl
from anna.kit.phone import pretty

_OF_CLINICA = frozenset(
    {"clinica", "endereco", "referencia", "telefone_clinica", "horarios", "volta", "aberta_ate"}
)
_OF_CONTATO = frozenset({"nome", "telefone_proprio"})
_OF_CONSULTA = frozenset(
    {"inicio", "profissional", "preparo", "resto", "preco_da_consulta", "preco_sem_resposta"}
)
OF_ROWS = frozenset({"procedimentos", "alguns_procedimentos", "preco", "preco_pedido", "preco_avaliacao", "precos_pedidos", "tabela", "sinal", "sinal_pago", "resposta", "regra_do_sinal", "consultas", "link", "duracao", "quem", "mais_em_conta"})  # fmt: skip
"""Words that are looked for in the rows themselves, whoever says them."""

_WISHED = (("dia", "hora"), ("dia_pedido", "hora_pedida"))
"""The words that say the day or days of a wish, and its hour."""

_OFFERED = frozenset({"opcoes", "livre"})
"""Words that say what is free."""

_SHOWN: Mapping[str, frozenset[Act]] = {
    "reservado": frozenset({Act.HOLD}),
    "agendado": frozenset({Act.BOOK, Act.HOLD}),
    "confirmado": frozenset({Act.BOOK, Act.HOLD}),
    "remarcado": frozenset({Act.BOOK, Act.HOLD, Act.MOVE}),
    "cancelado": frozenset({Act.CANCEL}),
    "expirado": frozenset({Act.CANCEL}),
    "transferencia": frozenset({Act.TELL}),
    "fatura pendente": frozenset({Act.HOLD}),  # while it can be paid, what it is for is kept
    "fatura falhou": frozenset({Act.HOLD}),
    "fatura paga": frozenset({Act.RECEIVE}),
    "fatura reembolsada": frozenset({Act.RECEIVE, Act.REFUND}),
}
"""What a status shows to be done."""


async def prove(
    conn: Connection, texto: str, *, template: str, replies: ReplyBook, words: Mapping[str, str | None], known: Known,
    conversa_id: UUID, execucao_id: UUID | None = None, phrased: Sequence[Fact] = (), own: Sequence[Fact] = (),
    heard: str | None = None,
) -> list[dict[str, Any]]:  # fmt: skip
    """The claims of `texto`, rendered from `template` and `words`, each with its row; what no row says has none.

    The rows of the words come first, after what the turn that is answered says itself (`own`), those of what a model `phrased` before
    all; only what they do not show is looked for in the clinic's and the person's other rows, and nowhere for what a model phrased. What the
    person wrote herself (`heard`) proves only what the text says that she wrote.
    """
    local = known.now.astimezone(known.zone)
    kept = Fact("whatsapp.conversas", str(conversa_id), "mensagens", acts=frozenset({Act.NOTE}))
    facts = [*phrased, kept, *own, *literal_facts(replies, template), *word_facts(words, known, execucao_id)]
    bound = bind_claims(texto, facts, now=local, heard=heard)
    if bound.unbound and not phrased:
        facts += await read_facts(conn, known.around.clinica_id, conversa_id, zone=known.zone)
        bound = bind_claims(texto, facts, now=local, heard=heard)
    return bound.to_json()


async def read_facts(conn: Connection, clinica_id: UUID, conversa_id: UUID, *, zone: ZoneInfo) -> list[Fact]:
    """What the rows say that a turn of this conversa may speak of: the clinic's, and this person's own."""
    calendar = await load_calendar(conn, clinica_id)
    hours = Fact("clinica.clinicas", str(clinica_id), "horarios", describe_week(calendar.week))
    return [hours, *(_fact(said, zone) for said in await list_said(conn, clinica_id, conversa_id))]


def word_facts(words: Mapping[str, str | None], known: Known, execucao_id: UUID | None) -> Iterable[Fact]:
    """The words a template is filled with, as facts of the rows they were read from."""
    around = known.around
    for name, text in words.items():
        if not text or name in OF_ROWS:
            continue
        if name in _OF_CLINICA:
            yield Fact("clinica.clinicas", str(around.clinica_id), name, text)
        elif name in _OF_CONTATO and around.contato_id:
            yield Fact("whatsapp.contatos", str(around.contato_id), name, text)
        elif name in _OF_CONSULTA and known.consulta:
            yield Fact("agendamento.consultas", str(known.consulta.id), name, text)
        elif due := _due(name, text, known):
            yield due
        elif execucao_id:
            yield Fact(RUNS, str(execucao_id), OFFER if name in _OFFERED else name, text)
    if execucao_id:
        yield from _wished(words, execucao_id)
        yield Fact(RUNS, str(execucao_id), "dados", acts=frozenset({Act.NOTE}))
    if around.clinica_telefone:
        yield Fact("clinica.clinicas", str(around.clinica_id), "telefone", pretty(around.clinica_telefone))


def _wished(words: Mapping[str, str | None], execucao_id: UUID) -> Iterable[Fact]:
    """The hour of a wish with each of its days: "sexta ou segunda, às 7h"."""
    for day, hour in _WISHED:
        if words.get(day) and words.get(hour):
            yield Fact(RUNS, str(execucao_id), day, f"{words[day]}, {words[hour]}")


def _due(name: str, text: str, known: Known) -> Fact | None:
    """A word that says until when, as a fact of the row that is due then."""
    if name == "pedido_ate" and known.pedido:
        return Fact("lgpd.solicitacoes_titular", str(known.pedido.id), "prazo_em", text)
    if name == "prazo" and known.fatura:
        return Fact("financeiro.faturas", str(known.fatura.id), "vence_em", text)
    return None


def literal_facts(replies: ReplyBook, template: str) -> Iterable[Fact]:
    """What the sentences of the clinic's own templates say by themselves, such as 192 or an example of a date."""
    for name in dict.fromkeys((template, *sorted(BESIDE))):
        if name in replies.names:
            for text in replies.literals(name):
                yield Fact(TEMPLATES, name, "texto", text)


def _fact(said: Said, zone: ZoneInfo) -> Fact:
    if said.valor is not None:
        text = brl(said.valor)
    elif said.instante is not None:
        text = describe_start(said.instante.astimezone(zone))
    else:
        text = said.texto or ""
    return Fact(said.tabela, str(said.id), said.campo, text, _SHOWN.get(said.status or "", frozenset()))
