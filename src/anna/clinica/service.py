"""What others ask of a clinic: its calendar, its settings, what it knows."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.clinica import queries
from anna.clinica.calendar import Calendar, Interval
from anna.clinica.models import Assunto, Conhecimento, Feriado, Horario, TipoFeriado
from anna.clinica.retrieval import Found, rank
from anna.clinica.settings import ClinicaSettings, read_settings
from anna.db.connect import Connection
from anna.kit.stems import content_words
from anna.kit.text import fold

QuietUntil = Callable[[Connection, UUID, datetime], Awaitable[datetime | None]]
"""Until when a clinica's quiet hours last, if they last now."""

_STEM = 6
_CANDIDATES = 200
"""So many pieces of knowledge are looked at for one question; a clinic has tens."""


async def load_settings(conn: Connection, clinica_id: UUID) -> ClinicaSettings:
    """Raises InvalidInput when the table holds what no version of Anna wrote."""
    return read_settings(await queries.list_configuracoes(conn, clinica_id))


async def change_setting(conn: Connection, clinica_id: UUID, chave: str, valor: Any) -> ClinicaSettings:
    """Store one setting (a JSON value) and return them all; raises InvalidInput and stores nothing when it does not fit."""
    settings = read_settings({**await queries.list_configuracoes(conn, clinica_id), chave: valor})
    await queries.upsert_configuracao(conn, clinica_id=clinica_id, chave=chave, valor=valor)
    return settings


async def load_calendar(conn: Connection, clinica_id: UUID) -> Calendar:
    """When the clinic is open, from its rows; raises NotFound for no such clinica."""
    clinica = await queries.get_clinica(conn, clinica_id)
    return build_calendar(
        clinica.fuso,
        await queries.list_horarios(conn, clinica_id),
        await queries.list_feriados(conn, clinica_id),
    )


def build_calendar(fuso: str, horarios: Iterable[Horario], feriados: Iterable[Feriado]) -> Calendar:
    """The calendar that these rows describe; a clinic without hours is never open."""
    week: list[list[Interval]] = [[] for _ in range(7)]
    for horario in horarios:
        week[horario.dia].append((horario.abre, horario.fecha))
    days = list(feriados)
    return Calendar(
        week=tuple(tuple(sorted(day)) for day in week),
        extra_holidays=frozenset(f.data for f in days if f.tipo is TipoFeriado.FECHADO),
        removed_holidays=frozenset(f.data for f in days if f.tipo is TipoFeriado.ABERTO),
        zone=fuso,
    )


async def list_about(
    conn: Connection, clinica_id: UUID, *, assunto: Assunto, servicos: Sequence[UUID] = (), limit: int = 5
) -> list[Conhecimento]:
    """What the clinic knows about `assunto`; with `servicos`, what is about one of them first, and nothing about others."""
    return await queries.search_conhecimento(
        conn, clinica_id, assunto=assunto, servicos=servicos, words=[], limit=limit
    )


async def search_conhecimento(
    conn: Connection, clinica_id: UUID, text: str, *, servicos: Sequence[UUID] = (), limit: int = 5
) -> list[Found]:
    """What the clinic knows that shares words with the question `text`, best first; `Found.answers` says what may be said as its answer.

    How to prepare for a service is found only where the service is among `servicos`.
    """
    candidates = await queries.search_conhecimento(
        conn, clinica_id, assunto=None, servicos=servicos, words=search_words(text), limit=_CANDIDATES
    )
    return rank(text, [item for item in candidates if is_open_to(item, servicos)])[:limit]


_CALLED = re.compile(
    r"(?:(?<=,)|(?P<thing>\b(?:[oa]s?|uma?|alguma?|meus?) (?!minha\b)\w+)) ?minha filha(?= *(?:$|[?.!,]))",
    re.IGNORECASE,
)
""" "preciso levar o RG minha filha?" is said to who answers, and of no daughter."""


async def find_answer(conn: Connection, clinica_id: UUID, text: str) -> Conhecimento | None:
    """What the clinic wrote that answers `text`; None where nothing surely does: better asked of a person than answered wrong."""
    found = await search_conhecimento(
        conn, clinica_id, _CALLED.sub(lambda said: said["thing"] or "", text), limit=1
    )
    return found[0].item if found and found[0].answers else None


def is_open_to(item: Conhecimento, servicos: Sequence[UUID]) -> bool:
    """Whether `item` may answer a question about `servicos`: what is of one service is said of no other."""
    return item.servico_id in servicos if item.assunto is Assunto.PREPARO or item.servico_id else True


def search_words(text: str) -> list[str]:
    """The folded beginnings of the words worth searching for: "estacionamento" and "estacionar" are the same six letters."""
    return list(dict.fromkeys(word[:_STEM] for word in content_words(text) if len(word) > 2))


def search_text(*parts: str) -> str:
    """What is stored in `busca` so that `search_words` are found in it."""
    return fold(" ".join(parts))
