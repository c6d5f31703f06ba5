"""Values of the control database's schema `tenants`: column = attribute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID


class Papel(StrEnum):
    """As whom a database is entered."""

    OWNER = "anna_owner"  # migrates; it cannot log in, so it enters as the server's administrator
    WEB = "anna_web"  # sees the clinicas that a transaction names
    WORKER = "anna_worker"  # sees all clinicas


class SituacaoCliente(StrEnum):
    """Whether a client is served."""

    ATIVO = "ativo"
    SUSPENSO = "suspenso"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cliente:
    """A client of the operator: one database. `relogio_avanco` is how far its clock runs ahead (a demo's)."""

    id: UUID
    slug: str
    nome: str
    situacao: SituacaoCliente
    relogio_avanco: timedelta
    criado_em: datetime
