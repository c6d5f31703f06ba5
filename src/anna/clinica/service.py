"""What others ask of a clinic: its calendar, its settings, what it knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from anna.clinica import queries
from anna.clinica.calendar import Calendar, Interval
from anna.clinica.models import Assunto, Conhecimento, Feriado, Horario, TipoFeriado
from anna.clinica.settings import ClinicaSettings, read_settings
from anna.db.connect import Connection
from anna.kit.text import fold, tokenize

# Words of questions that say nothing about the subject, and those shorter than four letters, are not searched for.
_EMPTY = frozenset({
    "antes", "aqui", "cada", "certo", "coisa", "como", "depois", "dessa", "desse", "dizer", "essa", "esse", "esta", "este", "fazer",
    "fica", "gostaria", "isso", "mais", "mesmo", "minha", "muito", "onde", "para", "pode", "pois", "porque", "posso", "precisa",
    "preciso", "quais", "qual", "quando", "quanto", "queria", "quero", "saber", "sobre", "tambem", "tenho", "tudo", "voce", "voces",
})  # fmt: skip
_STEM = 6


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


async def search_conhecimento(
    conn: Connection,
    clinica_id: UUID,
    *,
    assunto: Assunto | None = None,
    servicos: Sequence[UUID] = (),
    text: str | None = None,
    limit: int = 5,
) -> list[Conhecimento]:
    """What the clinic knows about `assunto`, about `servicos` and for the words of `text`, best first.

    A text without a word to search for finds nothing; without text, all of `assunto` is found.
    """
    words = [] if text is None else search_words(text)
    if text is not None and not words:
        return []
    return await queries.search_conhecimento(
        conn, clinica_id, assunto=assunto, servicos=servicos, words=words, limit=limit
    )


def search_words(text: str) -> list[str]:
    """The folded beginnings of the words worth searching for: "estacionamento" and "estacionar" are the same six letters."""
    norms = [word for token in tokenize(text) for word in token.norm.split()]
    return list(dict.fromkeys(w[:_STEM] for w in norms if len(w) > 3 and w.isalnum() and w not in _EMPTY))


def search_text(*parts: str) -> str:
    """What is stored in `busca` so that `search_words` finds it."""
    return fold(" ".join(parts))
