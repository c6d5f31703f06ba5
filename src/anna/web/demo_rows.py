"""Reads all that the demo page shows of one phone, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from anna.clinica.queries import get_clinica
from anna.db.connect import Connection
from anna.flows import queries as flow_queries, ref_queries
from anna.flows.definition import Flow, Lane
from anna.flows.facts import read_known
from anna.flows.model import Run
from anna.flows.queries import Execucao
from anna.flows.shelf import Shelf
from anna.flows.steps import Call
from anna.kit.phone import canonical
from anna.llm import queries as llm_queries
from anna.web import demo_queries as queries
from anna.web.demo_queries import Conversa
from anna.web.demo_view import Leg, Rows
from anna.whatsapp.desk_queries import list_turnos

_BESIDE = (Lane.OVERRIDE, Lane.ASIDE)
"""Lanes of runs that ask for none of the four answers: what was booked before still stands."""

MESSAGES, TURNS = 120, 40
"""How much of a conversation is shown, from its end."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone of the demo and who holds it; `known` says that she is a patient on file."""

    numero: str  # E.164
    nome: str
    known: bool

    @property
    def valor(self) -> str:
        """The comparing key of the number."""
        return canonical(self.numero)


@dataclass(frozen=True, slots=True)
class Place:
    """The instancia of the client that the demo's phones write to."""

    clinica_id: UUID
    instancia_id: UUID
    instancia: str


async def find_conversa(conn: Connection, place: Place, phone: Phone, *, now: datetime) -> Conversa | None:
    """The conversation of `phone`; None before its first word."""
    return await queries.find_conversa(
        conn, clinica_id=place.clinica_id, instancia_id=place.instancia_id, valor=phone.valor, now=now
    )


async def read_rows(conn: Connection, shelf: Shelf, place: Place, phone: Phone, *, now: datetime) -> Rows:
    """Everything about one phone; `shelf` has no current flows, so that each run is shown by the text it began with."""
    clinica = await get_clinica(conn, place.clinica_id)
    servicos = {servico.slug: servico for servico in await queries.list_servicos(conn, place.clinica_id)}
    rows = Rows(
        now=now, clinica=clinica.nome, fuso=clinica.fuso, telefone=phone.numero, conhecido=phone.known, servicos=servicos
    )  # fmt: skip
    conversa = await find_conversa(conn, place, phone, now=now)
    if conversa is None:
        return rows
    turnos = await list_turnos(conn, conversa.id, limit=TURNS)
    rows = replace(
        rows,
        conversa=conversa,
        mensagens=await queries.list_mensagens(conn, conversa.id, limit=MESSAGES),
        turnos=turnos,
        scores=await queries.list_qualificacoes(conn, conversa.contato_id),
    )
    if turnos:
        since = turnos[0].iniciado_em
        news = await queries.list_happenings(conn, conversa.id, conversa.contato_id, since=since)
        questions = await llm_queries.list_of_turno(conn, turnos[0].id)
        rows = replace(rows, happenings=news, questions=questions)
    return await _with_legs(conn, shelf, rows, conversa)


async def _with_legs(conn: Connection, shelf: Shelf, rows: Rows, conversa: Conversa) -> Rows:
    root = await queries.find_shown_run(conn, conversa.id)
    if root is None:
        return rows
    runs = [root, *await queries.list_children(conn, root.id)]
    refs = await ref_queries.find_refs(conn, root.id)
    for run in runs[1:]:
        refs |= await ref_queries.find_refs(conn, run.id)
    legs = [await _leg(conn, shelf, rows, run, refs) for run in runs]
    meant = refs.get("consulta")
    if meant is None and root.faixa in _BESIDE:
        meant = await queries.find_last_booked(conn, conversa.id)
    consulta = await queries.find_consulta(conn, meant) if meant else None
    return replace(rows, legs=legs, consulta=consulta, flows=await _callable(conn, shelf, legs))


async def _leg(conn: Connection, shelf: Shelf, rows: Rows, row: Execucao, refs: Mapping[str, UUID]) -> Leg:
    run = Run.from_json(row.dados)
    known = await read_known(conn, row.clinica_id, refs, now=rows.now, parent_id=row.pai_id, slots=run.slots)
    facts = known.facts()
    if facts["consulta"] is None:
        # until there is a consulta that says it: what the wished procedures will ask for
        wished = [
            rows.servicos[slug] for slug in run.slots.get("procedimentos") or () if slug in rows.servicos
        ]
        facts["consulta"] = {"sinal": sum((servico.sinal for servico in wished), Decimal(0))}
    return Leg(row=row, flow=await shelf.version(conn, row.fluxo, row.versao), run=run, facts=facts)


async def _callable(conn: Connection, shelf: Shelf, legs: Sequence[Leg]) -> Mapping[str, Flow]:
    """The newest version of each flow that a leg may still call."""
    flows = {}
    for name in {step.flow for leg in legs for step in leg.flow.steps if isinstance(step, Call)}:
        versions = [version for version, _ in await flow_queries.list_versions(conn, name)]
        if versions:
            flows[name] = await shelf.version(conn, name, max(versions))
    return flows
