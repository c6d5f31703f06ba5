"""Values of the schema `clinica`: column = attribute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import UUID


class TipoFeriado(StrEnum):
    """How a day differs from the national calendar."""

    FECHADO = "fechado"  # a day off the national calendar does not know
    ABERTO = "aberto"  # a national holiday on which this clinic works


class Assunto(StrEnum):
    """What a piece of knowledge is about."""

    ENDERECO = "endereco"
    ESTACIONAMENTO = "estacionamento"
    PAGAMENTO = "pagamento"
    PREPARO = "preparo"
    HORARIO = "horario"
    OUTRO = "outro"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinica:
    """One clinic of a client. `fuso` is an IANA zone, `telefone` E.164."""

    id: UUID
    slug: str
    nome: str
    fuso: str
    telefone: str | None
    endereco: str
    referencia: str | None
    criada_em: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Horario:
    """One opening interval, [abre, fecha), local time; `dia` 0 is Monday."""

    clinica_id: UUID
    dia: int
    abre: time
    fecha: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Feriado:
    """A day unlike what the national calendar says of it."""

    clinica_id: UUID
    data: date
    nome: str
    tipo: TipoFeriado


@dataclass(frozen=True, slots=True, kw_only=True)
class Conhecimento:
    """A question patients ask and the clinic's own answer; of one servico, or of the whole clinic."""

    id: UUID
    clinica_id: UUID
    assunto: Assunto
    servico_id: UUID | None
    pergunta: str
    resposta: str
