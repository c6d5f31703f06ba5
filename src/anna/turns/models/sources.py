"""The rows that may answer a question: the clinic's own, the procedures that are asked about, and what the clinic wrote. Nobody's data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from anna.clinica.models import Assunto, Clinica, Conhecimento
from anna.clinica.queries import get_clinica
from anna.clinica.retrieval import fuse
from anna.clinica.service import list_about, load_calendar, load_settings, search_conhecimento
from anna.clinica.settings import Tom
from anna.commands import Intent, Nuance, Reading
from anna.conversation.claims.models import Fact
from anna.conversation.drafting.manner import speaks_of_all
from anna.conversation.drafting.models import ASKED, Source
from anna.conversation.orders import gives_orders
from anna.db.connect import Connection
from anna.flows.fact_queries import find_topic
from anna.kit.dates import describe_week
from anna.kit.money import brl
from anna.kit.phone import pretty
from anna.turns.models import source_queries as queries
from anna.turns.models.source_queries import Sold

MOST = 4
"""Pieces of knowledge that a draft is written from; more would only offer more to mix up."""

WORTH_SHOWING = 0.25
"""The share of a question that a piece of knowledge must speak of to be shown: less than to be said as the answer, because a model may decline."""

_BY_INTENT = {
    Intent.LOCATION: Assunto.ENDERECO,
    Intent.PAYMENT: Assunto.PAGAMENTO,
    Intent.HOURS: Assunto.HORARIO,
}
_SAID_BY_CLINICA = frozenset({Intent.LOCATION, Intent.HOURS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What a draft may rest on; empty where no row may answer."""

    sources: tuple[Source, ...]
    fuso: str
    tom: Tom


async def read_sources(
    conn: Connection, clinica_id: UUID, conversa_id: UUID, asked: str, reading: Reading, *, near: Sequence[Conhecimento] = ()
) -> Sources:  # fmt: skip
    """The rows for what is `asked`; `near` is what is closest to it in meaning, best first, where somebody could tell."""
    clinica = await get_clinica(conn, clinica_id)
    tom = (await load_settings(conn, clinica_id)).tom
    slugs = list(reading.procedure) or await find_topic(conn, conversa_id)
    sold = await queries.list_sold(conn, clinica_id, slugs)
    known = await _knowledge(conn, clinica_id, asked, reading, [one.id for one in sold], near)
    answerable = known or sold or reading.intents & _SAID_BY_CLINICA
    if not answerable or (Intent.PRICE in reading.intents and (not sold or len(sold) < len(slugs))):
        return Sources(sources=(), fuso=clinica.fuso, tom=tom)
    shown = (await _about_clinica(conn, clinica), *_about_sold(sold), *_about_known(known))
    several = len(reading.intents & ASKED) > 1 or asked.count("?") > 1
    if several and not speaks_of_all(asked, shown):
        shown = ()  # one of several questions would be passed over: a person answers all of them
    return Sources(sources=shown, fuso=clinica.fuso, tom=tom)


async def _knowledge(
    conn: Connection, clinica_id: UUID, asked: str, reading: Reading, servicos: Sequence[UUID], near: Sequence[Conhecimento]
) -> list[Conhecimento]:  # fmt: skip
    found = await search_conhecimento(conn, clinica_id, asked, servicos=servicos, limit=MOST)
    worth = [one.item for one in found if one.score >= WORTH_SHOWING]
    chosen = fuse([worth, near])[:MOST]
    for intent, assunto in _BY_INTENT.items():
        if intent in reading.intents:
            chosen += await list_about(conn, clinica_id, assunto=assunto, limit=1)
    if Nuance.ASKS_PREPARATION in reading.nuances and servicos:
        prepared = await list_about(conn, clinica_id, assunto=Assunto.PREPARO, servicos=servicos)
        chosen += [item for item in prepared if item.servico_id in servicos]
    return [item for item in dict.fromkeys(chosen) if not gives_orders(f"{item.pergunta} {item.resposta}")]


async def _about_clinica(conn: Connection, clinica: Clinica) -> Source:
    week = describe_week((await load_calendar(conn, clinica.id)).week)
    said = {
        "nome": clinica.nome, "endereco": clinica.endereco, "referencia": clinica.referencia,
        "telefone": clinica.telefone and pretty(clinica.telefone), "horarios": week,
    }  # fmt: skip
    facts = [Fact("clinica.clinicas", str(clinica.id), name, text) for name, text in said.items() if text]
    return Source(id="clinica", about="clínica", facts=tuple(facts))


def _about_sold(sold: Sequence[Sold]) -> Iterator[Source]:
    attending: dict[tuple[UUID, str], list[str]] = {}
    for number, one in enumerate(sold, start=1):
        columns = {"nome": one.nome, "preco": brl(one.preco), "duracao": f"{one.duracao_min} minutos"}
        columns |= {"sinal": brl(one.sinal)} if one.sinal else {}
        facts = [Fact("agendamento.servicos", str(one.id), name, text) for name, text in columns.items()]
        yield Source(id=f"s{number}", about=one.nome, facts=tuple(facts))
        for id, nome in zip(one.profissionais, one.profissionais_nomes, strict=True):
            attending.setdefault((id, nome), []).append(one.nome)
    for number, ((id, nome), done) in enumerate(attending.items(), start=1):
        if len(done) == len(sold):  # who does only one of several could be said to do another
            fact = Fact("agendamento.profissionais", str(id), "nome", nome)
            yield Source(id=f"p{number}", about=", ".join(done), facts=(fact,))


def _about_known(known: Sequence[Conhecimento]) -> Iterator[Source]:
    for number, item in enumerate(known, start=1):
        fact = Fact("clinica.conhecimento", str(item.id), "resposta", item.resposta)
        yield Source(id=f"k{number}", about=item.pergunta, facts=(fact,))
