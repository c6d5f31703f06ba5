"""Makes a client's database say what its file says: clinicas, hours, holidays, settings, services, professionals, knowledge, staff.

What is there already is known by its name: a clinica and a service by slug, a professional by nome, knowledge by its question, staff by
e-mail. What the file no longer names is taken off offer (services, professionals) or removed (hours, coming holidays, settings, knowledge,
access of staff); consultas and everybody who wrote stay. Clinicas and people the file does not name at all stay as they are.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from importlib.resources import files
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from typing_extensions import override

from anna.agendamento.models import Situacao
from anna.clinica import queries as clinica_queries
from anna.clinica.models import Assunto
from anna.clinica.service import search_text
from anna.db.connect import Connection
from anna.provisioning import clinic_queries as queries
from anna.provisioning.clinic_parts import (
    ClinicaPart,
    ClinicFile,
    Hours,
    ProfissionalPart,
    UsuarioPart,
)

K = TypeVar("K")
Values = Mapping[str, Any]
MakeId = Callable[..., UUID]

YEARS = 5
"""For how many years, this one included, a holiday of every year is written down."""

_OFF = f" (now {Situacao.INATIVO}; its consultas stay)"
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was added (+), changed (~) or taken away (-)."""

    sign: str
    where: str
    what: str

    @override
    def __str__(self) -> str:
        return f"{self.sign} {self.where}: {self.what}"


def example() -> str:
    """A commented file to start from."""
    return files("anna.provisioning").joinpath("clinic_example.yaml").read_text("utf-8")


async def store_clinic_file(
    conn: Connection,
    file: ClinicFile,
    *,
    now: datetime,
    make_id: MakeId | None = None,
    only_add: bool = False,
) -> list[Change]:
    """Bring the client's rows to what `file` says, inside the caller's transaction; what was changed, in the order it was.

    `make_id` makes the id of a new row from its path of names (default: a fresh one). With `only_add`, what is there stays as it is.
    """
    store = _Store(conn, now, make_id, only_add)
    await queries.lock_loading(conn)
    ids = {part.slug: await _store_clinica(store, part) for part in file.clinicas}
    if file.usuarios is not None:
        await _store_usuarios(store, file.usuarios, ids)
    return store.changes


@dataclass(slots=True)
class _Store:
    """The writing of one file."""

    conn: Connection
    now: datetime
    make_id: MakeId | None
    only_add: bool
    changes: list[Change] = field(default_factory=list)

    async def id(self, known: UUID | None, *path: str) -> UUID:
        """`known`, or one for a new row."""
        if known is not None:
            return known
        return self.make_id(*path) if self.make_id else await queries.make_id(self.conn)

    async def sync(
        self,
        where: str,
        old: Mapping[K, Values],
        new: Mapping[K, Values],
        *,
        put: Callable[[K, Values], Awaitable[None]],
        drop: Callable[[K], Awaitable[None]] | None = None,
        name: Callable[[K], str] = str,
        gone: str = "",
    ) -> None:
        """Add what is only in `new`, change what differs, and drop what is only in `old`.

        Only the columns of `new` are compared. Drops come first: what takes their place may need it.
        """
        if drop and not self.only_add:
            for key in [key for key in old if key not in new]:
                await drop(key)
                self.changes.append(Change("-", where, name(key) + gone))
        for key, values in new.items():
            if key not in old:
                await put(key, values)
                self.changes.append(Change("+", where, name(key)))
                continue
            differing = [column for column in values if old[key][column] != values[column]]
            if differing and not self.only_add:
                await put(key, values)
                told = ", ".join(_differs(column, old[key][column], values[column]) for column in differing)
                self.changes.append(Change("~", where, f"{name(key)}: {told}"))


# -- a clinica ---------------------------------------------------------------------------------------------------------------


async def _store_clinica(store: _Store, part: ClinicaPart) -> UUID:
    known = await clinica_queries.find_clinica_by_slug(store.conn, part.slug)
    id = await store.id(known.id if known else None, part.slug)
    columns = ("nome", "fuso", "telefone", "endereco", "referencia")

    async def put(slug: str, values: Values) -> None:
        await clinica_queries.upsert_clinica(store.conn, clinica_id=id, slug=slug, now=store.now, **values)

    old = {part.slug: {column: getattr(known, column) for column in columns}} if known else {}
    new = {part.slug: {column: getattr(part, column) for column in columns}}
    await store.sync("clinicas", old, new, put=put)
    await _store_horarios(store, part, id)
    await _store_feriados(store, part, id)
    await _store_configuracoes(store, part, id)
    servicos = await _store_servicos(store, part, id)
    await _store_profissionais(store, part, id, servicos)
    await _store_conhecimento(store, part, id, servicos)
    return id


async def _store_horarios(store: _Store, part: ClinicaPart, id: UUID) -> None:
    async def put(key: tuple[int, Any], values: Values) -> None:
        await clinica_queries.upsert_horario(
            store.conn, clinica_id=id, dia=key[0], abre=key[1], fecha=values["until"]
        )

    async def drop(key: tuple[int, Any]) -> None:
        await clinica_queries.delete_horario(store.conn, clinica_id=id, dia=key[0], abre=key[1])

    rows = await clinica_queries.list_horarios(store.conn, id)
    old = {(row.dia, row.abre): {"until": row.fecha} for row in rows}
    await store.sync(f"{part.slug}: hours", old, _week(part.horarios), put=put, drop=drop, name=_weekday)


async def _store_feriados(store: _Store, part: ClinicaPart, id: UUID) -> None:
    if part.feriados is None:
        return
    today = store.now.astimezone(ZoneInfo(part.fuso)).date()

    async def put(data: date, values: Values) -> None:
        await clinica_queries.upsert_feriado(store.conn, clinica_id=id, data=data, **values)

    async def drop(data: date) -> None:
        await clinica_queries.delete_feriado(store.conn, clinica_id=id, data=data)

    new = {
        day: {"nome": feriado.nome, "tipo": feriado.tipo}
        for feriado in sorted(part.feriados, key=lambda one: one.ano or 0)  # one day of one year counts more
        for day in feriado.dates(range(today.year, today.year + YEARS))
    }
    rows = await clinica_queries.list_feriados(store.conn, id)
    old = {
        row.data: {"nome": row.nome, "tipo": row.tipo} for row in rows if row.data >= today or row.data in new
    }
    await store.sync(f"{part.slug}: feriados", old, new, put=put, drop=drop)


async def _store_configuracoes(store: _Store, part: ClinicaPart, id: UUID) -> None:
    if part.configuracoes is None:
        return

    async def put(chave: str, values: Values) -> None:
        await clinica_queries.upsert_configuracao(
            store.conn, clinica_id=id, chave=chave, valor=values["valor"]
        )

    async def drop(chave: str) -> None:
        await clinica_queries.delete_configuracao(store.conn, clinica_id=id, chave=chave)

    stored = await clinica_queries.list_configuracoes(store.conn, id)
    old = {chave: {"valor": valor} for chave, valor in stored.items()}
    new = {chave: {"valor": valor} for chave, valor in part.configuracoes.items()}
    await store.sync(f"{part.slug}: configuracoes", old, new, put=put, drop=drop)


async def _store_servicos(store: _Store, part: ClinicaPart, id: UUID) -> dict[str, UUID]:
    """The ids of the clinica's services by slug."""
    columns = ("nome", "duracao_min", "intervalo_min", "preco", "sinal", "apelidos")
    rows = {row["slug"]: row for row in await queries.list_servicos(store.conn, id)}
    ids = {slug: row["id"] for slug, row in rows.items()}
    for servico in part.servicos:
        ids[servico.slug] = await store.id(ids.get(servico.slug), part.slug, "servico", servico.slug)

    async def put(slug: str, values: Values) -> None:
        await queries.upsert_servico(store.conn, servico_id=ids[slug], clinica_id=id, slug=slug, **values)

    async def drop(slug: str) -> None:
        kept = {column: rows[slug][column] for column in columns}
        await put(slug, kept | {"situacao": Situacao.INATIVO})

    new = {
        one.slug: {column: getattr(one, column) for column in columns} | {"situacao": Situacao.ATIVO}
        for one in part.servicos
    }
    old = {slug: row for slug, row in rows.items() if row["situacao"] == Situacao.ATIVO or slug in new}
    await store.sync(f"{part.slug}: servicos", old, new, put=put, drop=drop, gone=_OFF)
    return ids


async def _store_profissionais(
    store: _Store, part: ClinicaPart, id: UUID, servicos: Mapping[str, UUID]
) -> None:
    rows = {row["nome"]: row for row in await queries.list_profissionais(store.conn, id)}
    ids = {nome: row["id"] for nome, row in rows.items()}
    for one in part.profissionais:
        ids[one.nome] = await store.id(ids.get(one.nome), part.slug, "profissional", one.nome)

    async def put(nome: str, values: Values) -> None:
        await queries.upsert_profissional(
            store.conn, profissional_id=ids[nome], clinica_id=id, nome=nome, situacao=values["situacao"]
        )

    async def drop(nome: str) -> None:
        await put(nome, {"situacao": Situacao.INATIVO})

    new = {one.nome: {"situacao": Situacao.ATIVO} for one in part.profissionais}
    old = {nome: row for nome, row in rows.items() if row["situacao"] == Situacao.ATIVO or nome in new}
    await store.sync(f"{part.slug}: profissionais", old, new, put=put, drop=drop, gone=_OFF)
    for one in part.profissionais:
        await _store_work(store, part.slug, id, one, ids[one.nome], servicos)


async def _store_work(
    store: _Store,
    slug: str,
    id: UUID,
    one: ProfissionalPart,
    profissional: UUID,
    servicos: Mapping[str, UUID],
) -> None:
    """What a professional does, and when."""

    async def put_servico(name: str, _: Values) -> None:
        await queries.insert_done_by(
            store.conn, clinica_id=id, profissional_id=profissional, servico_id=servicos[name]
        )

    async def drop_servico(name: str) -> None:
        await queries.delete_done_by(store.conn, profissional_id=profissional, slug=name)

    done: dict[str, Values] = {name: {} for name in await queries.list_done_by(store.conn, profissional)}
    wanted: dict[str, Values] = {name: {} for name in one.servicos}
    await store.sync(f"{slug}: {one.nome}: servicos", done, wanted, put=put_servico, drop=drop_servico)

    async def put_hours(key: tuple[int, Any], values: Values) -> None:
        await queries.upsert_working_hours(
            store.conn,
            clinica_id=id,
            profissional_id=profissional,
            dia=key[0],
            inicio=key[1],
            fim=values["until"],
        )

    async def drop_hours(key: tuple[int, Any]) -> None:
        await queries.delete_working_hours(
            store.conn, profissional_id=profissional, dia=key[0], inicio=key[1]
        )

    rows = await queries.list_working_hours(store.conn, profissional)
    old = {(row["dia"], row["inicio"]): {"until": row["fim"]} for row in rows}
    new = _week(one.horarios)
    await store.sync(f"{slug}: {one.nome}: hours", old, new, put=put_hours, drop=drop_hours, name=_weekday)


async def _store_conhecimento(
    store: _Store, part: ClinicaPart, id: UUID, servicos: Mapping[str, UUID]
) -> None:
    """The clinica's answers, and how to prepare for each service."""
    new = {
        f"Como me preparo para {one.nome}?": _answer(Assunto.PREPARO, one.preparo, servicos[one.slug])
        for one in part.servicos
        if one.preparo
    } | {one.pergunta: _answer(one.assunto, one.resposta, None) for one in part.conhecimento or ()}
    rows = await clinica_queries.list_conhecimento(store.conn, id)
    ids = {row.pergunta: row.id for row in rows}
    old = {
        row.pergunta: _answer(row.assunto, row.resposta, row.servico_id)
        for row in rows
        if part.conhecimento is not None or row.servico_id is not None or row.pergunta in new
    }

    async def put(pergunta: str, values: Values) -> None:
        await clinica_queries.upsert_conhecimento(
            store.conn,
            conhecimento_id=await store.id(ids.get(pergunta), part.slug, "conhecimento", pergunta),
            clinica_id=id,
            pergunta=pergunta,
            busca=search_text(pergunta, values["resposta"]),
            **values,
        )

    async def drop(pergunta: str) -> None:
        await clinica_queries.delete_conhecimento(store.conn, clinica_id=id, conhecimento_id=ids[pergunta])

    await store.sync(f"{part.slug}: conhecimento", old, new, put=put, drop=drop)


def _answer(assunto: Assunto, resposta: str, servico_id: UUID | None) -> Values:
    return {"assunto": assunto, "resposta": resposta, "servico_id": servico_id}


# -- staff -------------------------------------------------------------------------------------------------------------------


async def _store_usuarios(
    store: _Store, usuarios: Iterable[UsuarioPart], clinicas: Mapping[str, UUID]
) -> None:
    """Write the staff, and let exactly them see the clinicas of the file."""
    rows = {row["email"]: row for row in await queries.list_usuarios(store.conn)}
    ids = {email: row["id"] for email, row in rows.items()}
    named = list(usuarios)
    for one in named:
        ids[one.email] = await store.id(ids.get(one.email), "usuario", one.email)

    async def put(email: str, values: Values) -> None:
        await queries.upsert_usuario(store.conn, usuario_id=ids[email], email=email, now=store.now, **values)

    new = {one.email: {"nome": one.nome, "papel": one.papel} for one in named}
    await store.sync("usuarios", rows, new, put=put)
    for slug, id in clinicas.items():
        await _store_staff(store, slug, id, [one.email for one in named if slug in one.clinicas], ids)


async def _store_staff(
    store: _Store, slug: str, id: UUID, emails: Iterable[str], ids: Mapping[str, UUID]
) -> None:
    async def put(email: str, _: Values) -> None:
        await queries.insert_staff(store.conn, usuario_id=ids[email], clinica_id=id)

    async def drop(email: str) -> None:
        await queries.delete_staff(store.conn, usuario_id=ids[email], clinica_id=id)

    old: dict[str, Values] = {email: {} for email in await queries.list_staff(store.conn, id)}
    await store.sync(f"{slug}: staff", old, {email: {} for email in emails}, put=put, drop=drop)


# -- how it is told ----------------------------------------------------------------------------------------------------------


def _week(hours: Iterable[Hours]) -> dict[tuple[int, Any], Values]:
    return {(one.dia, one.inicio): {"until": one.fim} for one in hours}


def _weekday(key: tuple[int, Any]) -> str:
    return f"{_DAYS[key[0]]} from {key[1]:%H:%M}"


def _differs(column: str, old: Any, new: Any) -> str:
    return f"{column} {_told(old)} -> {_told(new)}"


def _told(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:.2f}"
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return "none" if value is None else str(value)
