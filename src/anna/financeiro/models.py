"""Values of the schema `financeiro`: column = attribute. Money is reais with centavos, never a float."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID


class StatusFatura(StrEnum):
    """Where a charge stands."""

    PENDENTE = "pendente"
    PAGA = "paga"
    EXPIRADA = "expirada"  # nobody paid in time; a late payment still makes it paga
    FALHOU = "falhou"  # the last try to pay was refused; it can still be paid until `vence_em`
    CANCELADA = "cancelada"  # not wanted any more
    REEMBOLSADA = "reembolsada"


OPEN: Final = (StatusFatura.PENDENTE, StatusFatura.FALHOU)
"""The statuses of a charge that can still be paid in time: a refused card ends nothing, the page takes Pix and other cards."""


class TipoTransacao(StrEnum):
    """Which way the money went."""

    PAGAMENTO = "pagamento"
    REEMBOLSO = "reembolso"


class Meio(StrEnum):
    """How it was paid."""

    PIX = "pix"
    CARTAO = "cartao"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fatura:
    """A charge; `gateway`, `gateway_id` and `link` are set when the payment company has made it."""

    id: UUID
    clinica_id: UUID
    paciente_id: UUID
    consulta_id: UUID | None
    valor: Decimal
    status: StatusFatura
    vence_em: datetime
    gateway: str | None
    gateway_id: str | None
    link: str | None
    criada_em: datetime
    status_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Transacao:
    """Money that moved, once per `gateway_id` (the payment company's id of the movement)."""

    id: UUID
    clinica_id: UUID
    fatura_id: UUID
    tipo: TipoTransacao
    meio: Meio
    valor: Decimal
    gateway_id: str
    ocorrida_em: datetime
