"""What is done with charges. Whatever a payment company tells twice is written and told once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from anna.agendamento.models import Consulta
from anna.db.connect import Connection
from anna.db.events import emit
from anna.errors import Conflict, InvalidInput, NotFound
from anna.financeiro import queries
from anna.financeiro.gateway import Charge
from anna.financeiro.models import OPEN, Fatura, Meio, StatusFatura, TipoTransacao

_LET_GO = (StatusFatura.EXPIRADA, StatusFatura.CANCELADA)
_UNPAID = (*OPEN, *_LET_GO)


PAGE_TELLS = timedelta(minutes=2)
"""So long the payment page has to tell what was paid in the last moment, before nobody paid."""


async def open_fatura(conn: Connection, consulta: Consulta, *, vence_em: datetime, now: datetime) -> Fatura:
    """The open fatura for the deposit of `consulta`, opened now unless there is one (which keeps its own `vence_em`).

    Raises InvalidInput when the consulta asks for no deposit.
    """
    if consulta.sinal <= 0:
        raise InvalidInput(f"consulta {consulta.id} asks for no deposit")
    async with conn.transaction():
        await queries.lock_consulta(conn, consulta.id)
        still_open = await queries.find_open_fatura(conn, consulta.id)
        return still_open or await queries.insert_fatura(
            conn,
            clinica_id=consulta.clinica_id,
            paciente_id=consulta.paciente_id,
            consulta_id=consulta.id,
            valor=consulta.sinal,
            vence_em=vence_em,
            now=now,
        )


async def record_charge(conn: Connection, fatura_id: UUID, gateway: str, charge: Charge) -> Fatura:
    """Note where a fatura can be paid. The same charge again changes nothing; another one raises Conflict."""
    fatura = await queries.update_charge(
        conn, fatura_id, gateway=gateway, gateway_id=charge.gateway_id, link=charge.link
    )
    if fatura is None:
        known = await queries.get_fatura(conn, fatura_id)
        raise Conflict(f"fatura {fatura_id} is charged as {known.gateway} {known.gateway_id} already")
    return fatura


async def record_payment(
    conn: Connection,
    gateway: str,
    gateway_id: str,
    *,
    transacao_id: str,
    meio: Meio,
    valor: Decimal,
    now: datetime,
    causa: UUID | None = None,
) -> Fatura:
    """Note that money came for the charge `gateway_id`: `transacao_id` is the company's id of the payment, `valor` is in reais.

    Tells `fatura.paga` once, when the whole is paid, also when that is late (`dados.atrasada`: the slot may be gone); a second
    payment of a paid fatura is told as `fatura.paga_a_mais`, for somebody to give it back. Money for a slot that was let go, which
    the same patient holds anew and has not paid, is that hold's (`dados.por_outra`). Raises NotFound for no such charge.
    """
    async with conn.transaction():
        charged = await queries.lock_fatura_of_charge(conn, gateway, gateway_id)
        if charged is None:
            raise NotFound(f"no fatura of charge {gateway} {gateway_id}")
        anew = charged.status in _LET_GO and await queries.lock_fatura_of_same_slot(
            conn, charged, valor=valor, now=now
        )
        fatura = anew or charged
        transacao = await queries.insert_transacao(
            conn,
            fatura=fatura,
            tipo=TipoTransacao.PAGAMENTO,
            meio=meio,
            valor=valor,
            gateway_id=transacao_id,
            now=now,
        )
        if transacao is None:
            return fatura
        more = {"valor": str(valor), "meio": meio.value} | ({"por_outra": True} if anew else {})
        if fatura.status not in _UNPAID:
            await _tell(conn, fatura, "fatura.paga_a_mais", now, causa, more)
            return fatura
        if await queries.sum_paid(conn, fatura.id) < fatura.valor:
            return fatura
        late = fatura.status not in OPEN
        paid = await _move(conn, fatura.id, StatusFatura.PAGA, _UNPAID, now)
        await _tell(conn, paid, "fatura.paga", now, causa, {**more, "atrasada": late})
        return paid


async def expire_fatura(
    conn: Connection, fatura_id: UUID, *, now: datetime, causa: UUID | None = None
) -> Fatura:
    """Nobody paid in time; tells `fatura.expirada`. A fatura that is not open stays as it is."""
    return await _move_from(OPEN, conn, fatura_id, StatusFatura.EXPIRADA, now, causa)


async def fail_fatura(
    conn: Connection, fatura_id: UUID, *, now: datetime, causa: UUID | None = None
) -> Fatura:
    """A payment was tried and refused; it can still be paid. Tells `fatura.falhou`, the first time only.

    A fatura that is not open stays as it is.
    """
    return await _move_from((StatusFatura.PENDENTE,), conn, fatura_id, StatusFatura.FALHOU, now, causa)


async def cancel_fatura(
    conn: Connection, fatura_id: UUID, *, now: datetime, causa: UUID | None = None
) -> Fatura:
    """The charge is not wanted any more; tells `fatura.cancelada`. A fatura that is not open stays as it is."""
    return await _move_from(OPEN, conn, fatura_id, StatusFatura.CANCELADA, now, causa)


async def expire_due_faturas(conn: Connection, *, now: datetime, limit: int = 100) -> list[Fatura]:
    """Expire up to `limit` faturas whose time is over, and `PAGE_TELLS` with it: for the sweep, when no webhook said so."""
    async with conn.transaction():
        due = await queries.list_due_faturas(conn, before=now - PAGE_TELLS, limit=limit)
        return [await expire_fatura(conn, fatura_id, now=now) for fatura_id in due]


async def _move_from(
    of: Sequence[StatusFatura],
    conn: Connection,
    fatura_id: UUID,
    status: StatusFatura,
    now: datetime,
    causa: UUID | None,
) -> Fatura:
    """Move a fatura that is in one of these statuses and tell it; any other stays as it is."""
    moved = await queries.update_fatura_status(conn, fatura_id, status, of=of, now=now)
    if moved is None:
        return await queries.get_fatura(conn, fatura_id)
    await _tell(conn, moved, f"fatura.{status.value}", now, causa, {"valor": str(moved.valor)})
    return moved


async def _move(
    conn: Connection,
    fatura_id: UUID,
    status: StatusFatura,
    of: Sequence[StatusFatura],
    now: datetime,
) -> Fatura:
    moved = await queries.update_fatura_status(conn, fatura_id, status, of=of, now=now)
    assert moved is not None, "the row is locked in one of these statuses"
    return moved


async def _tell(
    conn: Connection,
    fatura: Fatura,
    nome: str,
    now: datetime,
    causa: UUID | None,
    dados: Mapping[str, Any],
) -> None:
    refs = {"fatura": fatura.id, "paciente": fatura.paciente_id}
    if fatura.consulta_id is not None:
        refs["consulta"] = fatura.consulta_id
        conversa_id = await queries.find_conversa(conn, fatura.consulta_id)
        if conversa_id is not None:
            refs["conversa"] = conversa_id
    await emit(
        conn,
        clinica_id=fatura.clinica_id,
        nome=nome,
        refs=refs,
        dados=dados,
        now=now,
        causa=causa,
    )
