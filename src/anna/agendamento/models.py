"""Values of the schema `agendamento`: column = attribute, but for Agenda, which is read from all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.clinica.calendar import Interval

Busy = tuple[int, int]
"""A time that is taken, [start, end), in whole minutes since 1970 in UTC."""


class Situacao(StrEnum):
    """Whether a professional or a service is on offer."""

    ATIVO = "ativo"
    INATIVO = "inativo"


class StatusConsulta(StrEnum):
    """Where a consulta stands. All but cancelado, faltou and expirado keep the time for themselves."""

    RESERVADO = "reservado"  # a hold, until `expira_em`
    EXPIRADO = "expirado"  # a hold that ran out or was let go
    AGENDADO = "agendado"
    CONFIRMADO = "confirmado"
    REALIZADO = "realizado"
    CANCELADO = "cancelado"
    FALTOU = "faltou"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profissional:
    """Somebody who sees patients. `numero` is its number in the constraint against overlaps."""

    id: UUID
    clinica_id: UUID
    numero: int
    nome: str
    situacao: Situacao


@dataclass(frozen=True, slots=True, kw_only=True)
class Servico:
    """A procedure as this clinica sells it: minutes, minutes of preparation after it, reais, reais of deposit; what else it is called."""

    id: UUID
    clinica_id: UUID
    slug: str
    nome: str
    duracao_min: int
    intervalo_min: int
    preco: Decimal
    sinal: Decimal
    situacao: Situacao
    apelidos: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called, its name first."""
        return (self.nome, *self.apelidos)


@dataclass(frozen=True, slots=True)
class Agenda:
    """One professional's hours and what is already in them.

    `weekly` maps 0 (Monday) … 6 to working intervals in local time, `custom` replaces them on single days (no interval: a day
    off). `busy` is what is in the way, whatever it is: starts and ends both in order.
    """

    profissional_id: UUID
    nome: str
    weekly: Mapping[int, tuple[Interval, ...]]
    custom: Mapping[date, tuple[Interval, ...]] = field(default_factory=dict)
    busy: tuple[Busy, ...] = ()

    def hours(self, day: date) -> tuple[Interval, ...]:
        """The working intervals of `day`."""
        return self.custom[day] if day in self.custom else self.weekly.get(day.weekday(), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Consulta:
    """An appointment or a hold. `livre_em` is `fim` plus the buffer; `revisao` rises when time or professional changes."""

    id: UUID
    clinica_id: UUID
    profissional_id: UUID
    profissional_numero: int
    paciente_id: UUID
    conversa_id: UUID | None
    inicio: datetime
    fim: datetime
    livre_em: datetime
    revisao: int
    status: StatusConsulta
    expira_em: datetime | None
    valor: Decimal
    sinal: Decimal
    criada_em: datetime
    status_em: datetime
    motivo: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsultaDetalhe:
    """A consulta with the names a person needs; its datetimes are UTC, `fuso` is the zone in which to say them."""

    id: UUID
    clinica_id: UUID
    fuso: str
    profissional_id: UUID
    profissional: str
    paciente_id: UUID
    paciente: str
    conversa_id: UUID | None
    servicos: tuple[str, ...]
    inicio: datetime
    fim: datetime
    revisao: int
    status: StatusConsulta
    expira_em: datetime | None
    valor: Decimal
    sinal: Decimal

    @property
    def inicio_local(self) -> datetime:
        """`inicio` on the clinic's clock."""
        return self.inicio.astimezone(ZoneInfo(self.fuso))
