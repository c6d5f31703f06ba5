"""Values of the schema `crm`: column = attribute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID


class StatusLead(StrEnum):
    """How far a lead has come. One contato has at most one lead that is novo or qualificado."""

    NOVO = "novo"
    QUALIFICADO = "qualificado"  # the four answers were weighed
    CONVERTIDO = "convertido"  # booked
    PERDIDO = "perdido"


class Relacao(StrEnum):
    """What the person who writes is to the patient."""

    PROPRIO = "proprio"
    RESPONSAVEL = "responsavel"
    FAMILIAR = "familiar"
    OUTRO = "outro"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """Somebody who asked and has not booked yet."""

    id: UUID
    clinica_id: UUID
    contato_id: UUID
    status: StatusLead
    origem: str | None
    criado_em: datetime
    status_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualificacao:
    """The four answers as they were when weighed, and the score (0-100) with its reasons [{pontos, porque}]."""

    id: UUID
    clinica_id: UUID
    lead_id: UUID
    procedimentos: tuple[str, ...]
    quando: dict[str, Any] | None
    telefone: str | None
    score: int
    motivos: tuple[dict[str, Any], ...]
    avaliado_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Paciente:
    """A patient: born at the first booking. `telefone` is E.164, `nome_busca` the folded name."""

    id: UUID
    clinica_id: UUID
    nome: str
    nome_busca: str
    telefone: str | None
    email: str | None
    nascimento: date | None
    criado_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PacienteDoContato:
    """A patient somebody writes for."""

    paciente: Paciente
    relacao: Relacao


@dataclass(frozen=True, slots=True, kw_only=True)
class Atividade:
    """Something that happened with a person, in words for the staff."""

    id: UUID
    clinica_id: UUID
    contato_id: UUID | None
    paciente_id: UUID | None
    tipo: str
    texto: str
    ocorrida_em: datetime
