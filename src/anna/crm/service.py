"""What is done with leads and patients."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from anna.crm import queries
from anna.crm.models import Lead, Paciente, PacienteDoContato, Qualificacao, Relacao, StatusLead
from anna.crm.score import Score
from anna.db.connect import Connection
from anna.errors import InvalidInput
from anna.kit.text import clean, fold
from anna.when import When

_OPEN = (StatusLead.NOVO, StatusLead.QUALIFICADO)


async def find_or_open_lead(
    conn: Connection, *, clinica_id: UUID, contato_id: UUID, now: datetime, origem: str | None = None
) -> Lead:
    """The open lead of the contato, opened now if it has none; two at once get the same one."""
    while True:
        lead = await queries.find_open_lead(conn, contato_id) or await queries.insert_open_lead(
            conn, clinica_id=clinica_id, contato_id=contato_id, origem=origem, now=now
        )
        if lead is not None:  # else somebody opened it in between: now it is found
            return lead


async def record_qualificacao(
    conn: Connection,
    lead: Lead,
    *,
    procedimentos: Sequence[str],
    quando: When | None,
    telefone: str | None,
    score: Score,
    now: datetime,
) -> Qualificacao:
    """Keep the answers and what they weighed; a new lead becomes a qualified one."""
    await queries.update_lead_status(conn, lead.id, StatusLead.QUALIFICADO, of=(StatusLead.NOVO,), now=now)
    return await queries.insert_qualificacao(
        conn,
        clinica_id=lead.clinica_id,
        lead_id=lead.id,
        procedimentos=procedimentos,
        quando=None if quando is None else quando.to_json(),
        telefone=telefone,
        score=score.valor,
        motivos=[motivo.to_json() for motivo in score.motivos],
        now=now,
    )


async def convert_lead(conn: Connection, contato_id: UUID, *, now: datetime) -> Lead | None:
    """The contato booked: its open lead is won. None when it has no open lead."""
    return await _close_lead(conn, contato_id, StatusLead.CONVERTIDO, now)


async def lose_lead(conn: Connection, contato_id: UUID, *, now: datetime) -> Lead | None:
    """Nothing will come of the contato's open lead. None when it has none."""
    return await _close_lead(conn, contato_id, StatusLead.PERDIDO, now)


async def _close_lead(conn: Connection, contato_id: UUID, status: StatusLead, now: datetime) -> Lead | None:
    lead = await queries.find_open_lead(conn, contato_id)
    return lead and await queries.update_lead_status(conn, lead.id, status, of=_OPEN, now=now)


async def find_paciente_by_contato(conn: Connection, contato_id: UUID) -> Paciente | None:
    """The patient that the contato itself is, else the only one it writes for; None when there is none, or a choice."""
    linked = await queries.list_pacientes_by_contato(conn, contato_id)
    own = [one for one in linked if one.relacao is Relacao.PROPRIO] or linked
    return own[0].paciente if len(own) == 1 else None


async def list_pacientes_by_contato(conn: Connection, contato_id: UUID) -> list[PacienteDoContato]:
    """Everybody the contato writes for, itself first."""
    return await queries.list_pacientes_by_contato(conn, contato_id)


async def register_paciente(
    conn: Connection,
    *,
    contato_id: UUID,
    nome: str,
    telefone: str | None,
    relacao: Relacao = Relacao.PROPRIO,
    now: datetime,
) -> Paciente:
    """The patient the contato books for, born now unless known: linked already, or on file with this name and `telefone` (E.164).

    A contato has one patient of its own: it stays the same person when the name is written otherwise ("Lu", "Luzinete").
    Raises InvalidInput for a name without letters, NotFound for no such contato.
    """
    nome = " ".join(clean(nome).split())
    busca = fold(nome)
    if not any(c.isalpha() for c in busca):
        raise InvalidInput(f"{nome!r} is not a name")
    clinica_id = await queries.lock_contato(conn, contato_id)  # two turns at once bear one patient
    for linked in await queries.list_pacientes_by_contato(conn, contato_id):
        if linked.relacao is relacao and (relacao is Relacao.PROPRIO or linked.paciente.nome_busca == busca):
            return linked.paciente
    on_file = await queries.list_pacientes_by_telefone(conn, clinica_id, telefone) if telefone else []
    paciente = next((p for p in on_file if _same_name(p.nome_busca, busca)), None)
    if paciente is None:
        paciente = await queries.insert_paciente(
            conn, clinica_id=clinica_id, nome=nome, nome_busca=busca, telefone=telefone, now=now
        )
    await queries.link_paciente(
        conn, clinica_id=clinica_id, contato_id=contato_id, paciente_id=paciente.id, relacao=relacao
    )
    return paciente


async def rename_paciente(conn: Connection, paciente_id: UUID, nome: str) -> None:
    """Write the name of a patient otherwise. Raises InvalidInput for a name without letters."""
    nome = " ".join(clean(nome).split())
    busca = fold(nome)
    if not any(c.isalpha() for c in busca):
        raise InvalidInput(f"{nome!r} is not a name")
    await queries.update_paciente_nome(conn, paciente_id, nome=nome, nome_busca=busca)


async def search_pacientes(
    conn: Connection, clinica_id: UUID, text: str, *, limit: int = 20
) -> list[Paciente]:
    """The patients whose name has every word of `text`, whatever its accents; without a word nobody."""
    words = fold(text).split()
    return await queries.search_pacientes(conn, clinica_id, words, limit=limit) if words else []


def _same_name(one: str, other: str) -> bool:
    """Whether two folded names may be one person's: the words of the shorter are all in the longer."""
    short, long = sorted((one.split(), other.split()), key=len)
    return short[0] == long[0] and set(short) <= set(long)
