"""What a client's file can say, as values: the parts of `clinic_example.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Any

from anna.clinica.models import Assunto, TipoFeriado


class PapelUsuario(StrEnum):
    """What somebody of the clinic's staff may do."""

    ADMIN = "admin"
    STAFF = "staff"
    VIEW = "view"


@dataclass(frozen=True, slots=True, kw_only=True)
class UsuarioPart:
    """Somebody of the staff, with the slugs of the clinicas she works at."""

    email: str
    nome: str
    papel: PapelUsuario
    clinicas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hours:
    """One interval of a weekday, [inicio, fim); `dia` 0 is Monday."""

    dia: int
    inicio: time
    fim: time


@dataclass(frozen=True, slots=True, kw_only=True)
class FeriadoPart:
    """A day of every year, or of one `ano`."""

    dia: int
    mes: int
    ano: int | None
    nome: str
    tipo: TipoFeriado

    def dates(self, years: Iterable[int]) -> list[date]:
        """When it is: in each of `years`, or in its own; 29 February only where there is one."""
        found = []
        for year in years if self.ano is None else (self.ano,):
            try:
                found.append(date(year, self.mes, self.dia))
            except ValueError:
                continue
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicoPart:
    """A procedure: minutes, minutes of preparation after it, reais, reais of deposit, what else it is called, and how a patient prepares."""

    slug: str
    nome: str
    duracao_min: int
    intervalo_min: int
    preco: Decimal
    sinal: Decimal
    apelidos: list[str]
    preparo: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfissionalPart:
    """Somebody who sees patients, with the slugs of what she does and when she works."""

    nome: str
    servicos: tuple[str, ...]
    horarios: tuple[Hours, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConhecimentoPart:
    """A question patients ask and the clinic's answer."""

    assunto: Assunto
    pergunta: str
    resposta: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicaPart:
    """One clinica as the file describes it; None: the file does not speak of it."""

    slug: str
    nome: str
    fuso: str
    telefone: str | None
    endereco: str
    referencia: str | None
    configuracoes: Mapping[str, Any] | None
    horarios: tuple[Hours, ...]
    feriados: tuple[FeriadoPart, ...] | None
    servicos: tuple[ServicoPart, ...]
    profissionais: tuple[ProfissionalPart, ...]
    conhecimento: tuple[ConhecimentoPart, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicFile:
    """All that a file says."""

    clinicas: tuple[ClinicaPart, ...]
    usuarios: tuple[UsuarioPart, ...] | None
