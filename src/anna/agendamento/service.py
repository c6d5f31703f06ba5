"""What is done with the agenda. Each verb changes one row by its present status and tells it in the same transaction.

A consulta that already is where a verb would bring it is returned as it is and nothing is told again; one that is anywhere else
raises Conflict. "The slot was taken" is ConsultaConflict: the database's refusal of an overlap, a deadlock over it, or a time
that the clinic closed meanwhile.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import asyncpg

from anna.agendamento import queries
from anna.agendamento.models import Consulta, ConsultaDetalhe, Profissional, StatusConsulta
from anna.agendamento.offers import check_open, duration
from anna.crm.models import Paciente
from anna.crm.service import find_paciente_by_contato, list_pacientes_by_contato
from anna.db.connect import Connection
from anna.db.events import emit
from anna.errors import Conflict, ConsultaConflict

_BOOKED = (StatusConsulta.AGENDADO, StatusConsulta.CONFIRMADO)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPatient:
    """What the agenda knows of the people a contato writes for. `paciente` is None when there is none, or a choice of several."""

    paciente: Paciente | None
    vieram: int
    faltaram: int
    ultima: datetime | None
    proximas: tuple[ConsultaDetalhe, ...]

    @property
    def conhecido(self) -> bool:
        """Whether this is a patient and not a lead: somebody who came, missed or has something booked."""
        return bool(self.vieram or self.faltaram or self.proximas)


async def known_patient(conn: Connection, contato_id: UUID, *, now: datetime) -> KnownPatient:
    """The history of everybody `contato_id` writes for, and what they have booked, the next first."""
    linked = [one.paciente.id for one in await list_pacientes_by_contato(conn, contato_id)]
    vieram, faltaram, ultima = await queries.count_history(conn, linked, now=now)
    return KnownPatient(
        paciente=await find_paciente_by_contato(conn, contato_id),
        vieram=vieram,
        faltaram=faltaram,
        ultima=ultima,
        proximas=tuple(await queries.list_upcoming(conn, linked, now=now)),
    )


async def hold_slot(
    conn: Connection,
    *,
    clinica_id: UUID,
    paciente_id: UUID,
    servicos: Sequence[UUID],
    profissional_id: UUID,
    inicio: datetime,
    minutes: int,
    now: datetime,
    conversa_id: UUID | None = None,
    causa: UUID | None = None,
    elsewhere: bool = False,
) -> Consulta:
    """Keep a slot for `minutes`, at today's prices; a hold that the conversa had before is let go.

    Nobody can be in two places: a time at which the patient has another consulta is taken, unless it is for somebody `elsewhere`, whose
    name is not known yet. Raises ConsultaConflict when it is taken (and the old hold stays), InvalidInput when the professional does not
    do all of `servicos`, NotFound for what is not on offer.
    """
    wanted = await queries.get_servicos(conn, clinica_id, servicos)
    duracao_min, intervalo_min = duration(wanted)
    fim = inicio + timedelta(minutes=duracao_min)
    async with _taken_is_conflict(conn):
        profissional = await _prepare(conn, clinica_id, profissional_id, conversa_id, now, causa)
        await check_open(
            conn,
            clinica_id=clinica_id,
            profissional_id=profissional_id,
            servicos=servicos,
            inicio=inicio,
            duracao_min=duracao_min,
            intervalo_min=intervalo_min,
            now=now,
            paciente_id=None if elsewhere else paciente_id,
        )
        consulta = await queries.insert_hold(
            conn,
            profissional=profissional,
            paciente_id=paciente_id,
            conversa_id=conversa_id,
            inicio=inicio,
            fim=fim,
            livre_em=fim + timedelta(minutes=intervalo_min),
            expira_em=now + timedelta(minutes=minutes),
            valor=sum((s.preco for s in wanted), Decimal(0)),
            sinal=sum((s.sinal for s in wanted), Decimal(0)),
            now=now,
        )
        for servico in wanted:
            await queries.insert_consulta_servico(
                conn,
                clinica_id=clinica_id,
                consulta_id=consulta.id,
                servico_id=servico.id,
                preco=servico.preco,
            )
        return await _tell(conn, consulta, "consulta.reservada", now, causa)


async def book(conn: Connection, consulta_id: UUID, *, now: datetime, causa: UUID | None = None) -> Consulta:
    """Turn a hold into an appointment. A hold that ran out or was let go is taken again if its time is still free.

    Raises ConsultaConflict when somebody else has it, or it is over; Conflict from any other status.
    """
    consulta = await queries.get_consulta(conn, consulta_id)
    async with _taken_is_conflict(conn):
        if consulta.status is StatusConsulta.EXPIRADO:
            await _retake(conn, consulta, now, causa)
        elif consulta.status is StatusConsulta.RESERVADO and consulta.inicio <= now:
            raise ConsultaConflict(f"the time of consulta {consulta_id} is over")
        booked = await queries.update_status(
            conn,
            consulta_id,
            StatusConsulta.AGENDADO,
            of=(StatusConsulta.RESERVADO, StatusConsulta.EXPIRADO),
            motivo=None,
            now=now,
        )
    if booked is None:
        return await _already(conn, consulta_id, _BOOKED)
    return await _tell(conn, booked, "consulta.agendada", now, causa)


async def release_hold(
    conn: Connection,
    consulta_id: UUID,
    *,
    now: datetime,
    motivo: str = "liberada",
    causa: UUID | None = None,
) -> Consulta | None:
    """Let a hold go; None when there is none (any more)."""
    released = await queries.update_status(
        conn,
        consulta_id,
        StatusConsulta.EXPIRADO,
        of=(StatusConsulta.RESERVADO,),
        motivo=motivo,
        now=now,
    )
    return released and await _tell(conn, released, "consulta.liberada", now, causa)


async def expire_holds(conn: Connection, *, now: datetime, limit: int = 100) -> list[Consulta]:
    """End up to `limit` holds that ran out, of any professional: for the sweep that tidies what nobody booked over."""
    return await _expire(conn, None, now, limit)


async def cancel_consulta(
    conn: Connection, consulta_id: UUID, *, motivo: str, now: datetime, causa: UUID | None = None
) -> Consulta:
    """Give up an appointment; its time is free again. Raises Conflict when it is not booked."""
    return await _move_on(
        conn, consulta_id, StatusConsulta.CANCELADO, _BOOKED, "consulta.cancelada", now, causa, motivo
    )


async def confirm_consulta(
    conn: Connection, consulta_id: UUID, *, now: datetime, causa: UUID | None = None
) -> Consulta:
    """The patient says she will come. Raises Conflict when the consulta is not booked."""
    agendado = (StatusConsulta.AGENDADO,)
    return await _move_on(
        conn, consulta_id, StatusConsulta.CONFIRMADO, agendado, "consulta.confirmada", now, causa
    )


async def mark_realizado(
    conn: Connection, consulta_id: UUID, *, now: datetime, causa: UUID | None = None
) -> Consulta:
    """The patient came. Raises Conflict when the consulta is not booked or its time has not come."""
    return await _move_on(
        conn,
        consulta_id,
        StatusConsulta.REALIZADO,
        _BOOKED,
        "consulta.realizada",
        now,
        causa,
        begun=True,
    )


async def mark_faltou(
    conn: Connection, consulta_id: UUID, *, now: datetime, causa: UUID | None = None
) -> Consulta:
    """The patient did not come. Raises Conflict when the consulta is not booked or its time has not come."""
    return await _move_on(
        conn,
        consulta_id,
        StatusConsulta.FALTOU,
        _BOOKED,
        "consulta.faltou",
        now,
        causa,
        begun=True,
    )


async def move_consulta(
    conn: Connection,
    consulta_id: UUID,
    *,
    inicio: datetime,
    now: datetime,
    profissional_id: UUID | None = None,
    servicos: Sequence[UUID] = (),
    causa: UUID | None = None,
) -> Consulta:
    """Move an appointment to `inicio`, with its own or another professional: one revision up, to be confirmed anew.

    With `servicos` these are done instead, at today's prices. The same time with the same professional is no move and changes nothing. Raises ConsultaConflict when the time is taken (and
    the appointment stays where it was), Conflict when it is not booked, InvalidInput when the professional does not do all of it.
    """
    old = await queries.get_consulta(conn, consulta_id)
    target = profissional_id or old.profissional_id
    if not servicos and old.status in _BOOKED and (old.inicio, old.profissional_id) == (inicio, target):
        return old
    wanted = await queries.get_servicos(conn, old.clinica_id, servicos) if servicos else []
    length, buffer = (
        duration(wanted) if wanted else (_minutes(old.fim - old.inicio), _minutes(old.livre_em - old.fim))
    )
    fim = inicio + timedelta(minutes=length)
    async with _taken_is_conflict(conn):
        profissional = await _prepare(conn, old.clinica_id, target, old.conversa_id, now, causa)
        await check_open(
            conn,
            clinica_id=old.clinica_id,
            profissional_id=target,
            servicos=servicos or await queries.list_consulta_servicos(conn, consulta_id),
            inicio=inicio,
            duracao_min=length,
            intervalo_min=buffer,
            now=now,
            consulta_id=consulta_id,
            paciente_id=old.paciente_id,
        )
        moved = await queries.update_time(
            conn,
            consulta_id,
            profissional=profissional,
            inicio=inicio,
            fim=fim,
            livre_em=fim + timedelta(minutes=buffer),
            of=_BOOKED,
            revisao=old.revisao,
            now=now,
        )
        if moved is None:
            raise Conflict(f"consulta {consulta_id} cannot move: it is {old.status} or was moved meanwhile")
        if wanted:
            moved = await queries.replace_servicos(conn, consulta_id, wanted)
        before = {"inicio_anterior": old.inicio, "profissional_anterior": str(old.profissional_id)}
        return await _tell(conn, moved, "consulta.remarcada", now, causa, before)


@asynccontextmanager
async def _taken_is_conflict(conn: Connection) -> AsyncIterator[None]:
    """A savepoint in which the database's two ways of saying "taken" become ConsultaConflict; the transaction lives on."""
    try:
        async with conn.transaction():
            yield
    except (asyncpg.ExclusionViolationError, asyncpg.DeadlockDetectedError) as error:
        raise ConsultaConflict("the time is taken") from error


async def _prepare(
    conn: Connection,
    clinica_id: UUID,
    profissional_id: UUID,
    conversa_id: UUID | None,
    now: datetime,
    causa: UUID | None,
) -> Profissional:
    """Lock the professional, and end the holds that are not in the way any more: those that ran out, those of the conversa."""
    profissional = await queries.lock_profissional(conn, clinica_id, profissional_id)
    await _expire(conn, profissional_id, now, None)
    if conversa_id is not None:
        for hold in await queries.list_holds_of_conversa(conn, conversa_id):
            await release_hold(conn, hold, now=now, motivo="trocada", causa=causa)
    return profissional


async def _retake(conn: Connection, consulta: Consulta, now: datetime, causa: UUID | None) -> None:
    """Make sure that nothing is in the way of a hold that ran out."""
    servicos = await queries.list_consulta_servicos(conn, consulta.id)
    await _prepare(conn, consulta.clinica_id, consulta.profissional_id, None, now, causa)
    await check_open(
        conn,
        clinica_id=consulta.clinica_id,
        profissional_id=consulta.profissional_id,
        servicos=servicos,
        inicio=consulta.inicio,
        duracao_min=_minutes(consulta.fim - consulta.inicio),
        intervalo_min=_minutes(consulta.livre_em - consulta.fim),
        now=now,
    )


async def _expire(
    conn: Connection, profissional_id: UUID | None, now: datetime, limit: int | None
) -> list[Consulta]:
    expired = await queries.expire_holds(conn, now=now, profissional_id=profissional_id, limit=limit)
    for consulta in expired:
        await _tell(conn, consulta, "consulta.expirada", now, None)
    return expired


async def _move_on(
    conn: Connection,
    consulta_id: UUID,
    status: StatusConsulta,
    of: Sequence[StatusConsulta],
    nome: str,
    now: datetime,
    causa: UUID | None,
    motivo: str | None = None,
    *,
    begun: bool = False,
) -> Consulta:
    changed = await queries.update_status(
        conn, consulta_id, status, of=of, motivo=motivo, now=now, begun=begun
    )
    if changed is None:
        return await _already(conn, consulta_id, (status,))
    return await _tell(conn, changed, nome, now, causa)


async def _already(conn: Connection, consulta_id: UUID, there: Sequence[StatusConsulta]) -> Consulta:
    consulta = await queries.get_consulta(conn, consulta_id)
    if consulta.status not in there:
        raise Conflict(
            f"consulta {consulta_id} is {consulta.status} at {consulta.inicio.isoformat()}, not to become {there[0]}"
        )
    return consulta


async def _tell(
    conn: Connection,
    consulta: Consulta,
    nome: str,
    now: datetime,
    causa: UUID | None,
    more: Mapping[str, Any] | None = None,
) -> Consulta:
    refs = {"consulta": consulta.id, "paciente": consulta.paciente_id}
    if consulta.conversa_id is not None:
        refs["conversa"] = consulta.conversa_id
    await emit(
        conn,
        clinica_id=consulta.clinica_id,
        nome=nome,
        refs=refs,
        dados={
            "inicio": consulta.inicio,
            "revisao": consulta.revisao,
            "motivo": consulta.motivo,
            **(more or {}),
        },
        now=now,
        causa=causa,
    )
    return consulta


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // 60
