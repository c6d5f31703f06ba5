"""One batch of what providers said, stored in the caller's transaction.

Everything a batch says is told in the same order for each kind: messages first, so that a status, an edit or an echo finds the
message that came in the same breath.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg

from anna.db.connect import Connection
from anna.whatsapp import edits, marks, people, queries, raw
from anna.whatsapp.channel import ChannelState
from anna.whatsapp.connection import note_state
from anna.whatsapp.models import (
    STATUS_RANK,
    Autor,
    Canal,
    ConnectionChange,
    ContactNames,
    Delivery,
    Desfecho,
    Direcao,
    Edited,
    Especie,
    Inbound,
    InboundMessage,
    MensagemStatus,
    MotivoIgnorada,
    OwnSend,
    Receiver,
    StatusChange,
    Tipo,
    Unknown,
)
from anna.whatsapp.people import Arrival, Overtaken
from anna.whatsapp.queries import ConversaChange, Found
from anna.whatsapp.quiet import Quiet, when_to_answer
from anna.whatsapp.reactions import reacted
from anna.whatsapp.transcript_queries import insert_transcricoes
from anna.whatsapp.transcripts import lacks_words

PHONE_OWNS_FOR = timedelta(hours=2)
"""How long a reply typed on the clinic's phone keeps Anna silent."""

TOO_OLD = timedelta(hours=24)
"""What was written longer ago than this is shown and not answered."""

WINDOW = timedelta(hours=24)
"""How long after a patient's message a provider lets one answer freely."""

Entry = tuple[Delivery, Inbound]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A message and the conversa it belongs to."""

    arrival: Arrival
    item: InboundMessage
    known: Found


async def store(
    conn: Connection, entries: Sequence[Entry], *, now: datetime, quiet: Quiet, hears: bool = False
) -> None:
    """Store what `entries` say, all of it or nothing, and wake whoever has to act on it. `conn` must see their clinicas.

    `hears` says that voice messages are written out: each is on record as still to be. Raises Overtaken when the whole has to begin again, and whatever the database raises.
    """
    if not await _store_plain(conn, entries, now=now, quiet=quiet):
        async with conn.transaction():
            await _store_all(conn, entries, now=now, quiet=quiet, hears=hears)


async def _store_plain(conn: Connection, entries: Sequence[Entry], *, now: datetime, quiet: Quiet) -> bool:
    """Store messages of patients that Anna knows well, which bring nothing along: nearly all there are.

    Then one statement writes everything and is its own transaction; a burst of webhooks costs a look and a write. Returns whether
    `entries` were of this kind; else nothing is written.
    """
    if not all(_is_plain(item) for _, item in entries):
        return False
    arrivals = _unique(entries)
    found = await people.find(conn, arrivals.values())
    placed: dict[tuple[UUID, str], _Placed] = {}
    for key, arrival in arrivals.items():
        known = people.familiar(arrival, found, now=now)
        if known is None:
            return False
        placed[key] = _place(arrival, known)
    while placed:
        rows = [_row(message, now) for message in placed.values()]
        changes = _fold(placed.values(), now=now, quiet=quiet)
        try:
            stored_before = await queries.write(conn, rows, list(changes.values()), now=now)
        except asyncpg.UniqueViolationError as error:
            raise Overtaken("another reception stores the same message") from error
        if not stored_before:
            return True
        placed = {key: message for key, message in placed.items() if key not in stored_before}
    return False  # all of it repeats what is stored


def _is_plain(item: Inbound) -> bool:
    return isinstance(item, InboundMessage) and not item.from_me and item.midia is None


async def _store_all(
    conn: Connection, entries: Sequence[Entry], *, now: datetime, quiet: Quiet, hears: bool
) -> None:
    """Store what `entries` say, whatever it is, in the caller's transaction."""
    by_kind: dict[type[Inbound], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_kind[type(entry[1])].append(entry)
    touched: set[UUID] = set()
    if said := by_kind.get(InboundMessage):
        touched |= await _store_messages(conn, said, now=now, quiet=quiet, hears=hears)
    if echoes := by_kind.get(OwnSend):
        touched |= await _store_echoes(conn, echoes, now=now)
    if statuses := by_kind.get(StatusChange):
        touched |= await _store_statuses(conn, statuses, now=now)
    for edited in by_kind.get(Edited, ()):
        touched |= await _store_edit(conn, edited, now=now, quiet=quiet)
    if names := by_kind.get(ContactNames):
        await _store_names(conn, names)
    for delivery, item in by_kind.get(ConnectionChange, ()):
        assert isinstance(item, ConnectionChange)
        state = ChannelState(item.estado, item.motivo)
        await note_state(conn, delivery.receiver.id, state, numero=item.numero, now=now)
    unknown = [
        (delivery, item.reason) for delivery, item in by_kind.get(Unknown, ()) if isinstance(item, Unknown)
    ]
    if unknown:
        await keep_raw(conn, unknown, now=now)
    await queries.touch(conn, {delivery.receiver.id for delivery, _ in entries}, touched, now=now)


async def keep_raw(conn: Connection, bodies: Sequence[tuple[Delivery, str]], *, now: datetime) -> None:
    """Keep the bodies of deliveries, without tokens and media, each under its reason."""
    rows = [
        (
            delivery.receiver.clinica_id,
            delivery.receiver.id,
            raw.redact(delivery.body, raw.secrets_of(delivery.receiver.segredos)),
            reason[:200],
        )
        for delivery, reason in bodies
    ]
    await queries.insert_raw(conn, rows, now=now)


async def _store_messages(
    conn: Connection, entries: Sequence[Entry], *, now: datetime, quiet: Quiet, hears: bool
) -> set[UUID]:
    arrivals = list(_unique(entries).values())
    found = await people.settle(conn, arrivals, now=now)
    arrivals = await _without_own_echoes(conn, arrivals, found, now=now)
    fresh = await _insert(conn, [_place(a, people.conversa_of(a, found)) for a in arrivals], now=now)
    if not fresh:
        return set()
    changes = _fold(fresh.values(), now=now, quiet=quiet)
    await queries.change_conversas(conn, list(changes.values()), now=now)
    await _store_beside(conn, fresh, now=now, hears=hears)
    if renewed := people.seen_again([f.arrival for f in fresh.values()], found, now=now):
        await queries.renew_identidades(conn, renewed, now=now)
    return set(changes)


def _unique(entries: Sequence[Entry]) -> dict[tuple[UUID, str], Arrival]:
    """The messages of a batch, each once however often it came."""
    unique: dict[tuple[UUID, str], Arrival] = {}
    for delivery, item in entries:
        assert isinstance(item, InboundMessage)
        unique.setdefault((delivery.receiver.id, item.provider_id), Arrival(delivery.receiver, item))
    return unique


async def _without_own_echoes(
    conn: Connection, arrivals: list[Arrival], found: dict[queries.Wanted, Found], *, now: datetime
) -> list[Arrival]:
    """Leave out what looks typed by a person and is Anna's own message, in flight at this moment with the same words.

    An Evolution that reports API sends as typed ones would otherwise mute Anna with her own voice (field note 2).
    """
    kept = []
    for arrival in arrivals:
        item = arrival.item
        if isinstance(item, InboundMessage) and item.from_me and item.texto:
            known = people.conversa_of(arrival, found)
            if known and known.conversa_id:
                ledger = await marks.find_mensagens(conn, [(arrival.receiver.id, item.provider_id)])
                if ledger or await marks.resolve_own_send(
                    conn, known.conversa_id, item.provider_id, item.texto, exact=True, now=now
                ):
                    continue
        kept.append(arrival)
    return kept


def _place(arrival: Arrival, known: Found | None) -> _Placed:
    assert known is not None
    assert isinstance(arrival.item, InboundMessage)
    return _Placed(arrival, arrival.item, known)


async def _insert(conn: Connection, messages: Sequence[_Placed], *, now: datetime) -> dict[UUID, _Placed]:
    """Put them into the ledger; returns those that were not there, by their new id."""
    if not messages:
        return {}
    ids = await queries.insert_mensagens(conn, [_row(message, now) for message in messages], now=now)
    return {
        ids[key]: message
        for message in messages
        if (key := (message.arrival.receiver.id, message.item.provider_id)) in ids
    }


def _row(message: _Placed, now: datetime) -> tuple[Any, ...]:
    """The values of `queries.MENSAGEM_COLUMNS`."""
    receiver, item = message.arrival.receiver, message.item
    ignored = _ignored(item, now)
    if item.from_me:
        side = (Direcao.SAIDA, Autor.PESSOA)
        status, especie = item.status, Especie.PESSOA
    else:
        side = (Direcao.ENTRADA, Autor.PACIENTE)
        status, especie = MensagemStatus.RECEBIDA, Especie.CONVERSA
    return (
        receiver.clinica_id, message.known.conversa_id, receiver.id, *side, item.canal, item.tipo, item.provider_id,
        item.texto, dict(item.dados), item.cita, item.written_at, status, ignored, ignored and Desfecho.IGNORADA, especie,
    )  # fmt: skip


def _ignored(item: InboundMessage, now: datetime) -> MotivoIgnorada | None:
    """Why nobody has to answer this message, if so."""
    if item.from_me:
        return None
    if item.tipo is Tipo.REACAO and reacted(item.texto) is None:
        return MotivoIgnorada.REACAO
    if item.written_at is not None and now - item.written_at > TOO_OLD:
        return MotivoIgnorada.ANTIGA
    return None


def _fold(fresh: Iterable[_Placed], *, now: datetime, quiet: Quiet) -> dict[UUID, ConversaChange]:
    """What the new messages, in their order, do to each conversa."""
    changes: dict[UUID, ConversaChange] = {}
    begun: dict[UUID, datetime] = {}
    for message in fresh:
        conversa_id, item = message.known.conversa_id, message.item
        assert conversa_id is not None
        change = changes.get(conversa_id)
        if change is None:
            change = changes[conversa_id] = ConversaChange(conversa_id)
        written = min(item.written_at or now, now)
        if item.from_me:
            if item.tipo is not Tipo.REACAO and written + PHONE_OWNS_FOR > now:
                change.pessoa_ate = max(change.pessoa_ate or now, written + PHONE_OWNS_FOR)
                change.espera_desde = None
            continue
        if item.canal is Canal.WHATSAPP:
            change.janela_ate = max(change.janela_ate or written, written + WINDOW)
        if _ignored(item, now):
            continue
        first = begun.setdefault(conversa_id, message.known.pendente_desde or now)
        change.responder_em = when_to_answer(
            item.tipo, item.texto, tapped="opcao" in item.dados, now=now, first_unanswered=first, quiet=quiet
        )
        if item.tipo is not Tipo.REACAO:  # nobody waits for an answer to one
            change.espera_desde = change.espera_desde or now
    return changes


async def _store_beside(
    conn: Connection, fresh: Mapping[UUID, _Placed], *, now: datetime, hears: bool
) -> None:
    """What new messages bring along: files, voices to be heard, names, hand-offs taken, statuses that came first."""
    midias = [
        (f.arrival.receiver.clinica_id, mensagem_id, midia.origem, midia.mime, midia.nome)
        for mensagem_id, f in fresh.items()
        if (midia := f.item.midia)
    ]
    if midias:
        await queries.insert_midias(conn, midias, now=now)
    heard = {id: f for id, f in fresh.items() if lacks_words(f.item) and not _ignored(f.item, now)}
    voices = [(f.arrival.receiver.clinica_id, mensagem_id) for mensagem_id, f in heard.items()]
    if hears and voices:
        await insert_transcricoes(conn, voices, now=now)
    names = {f.known.contato_id: f.item.push_name for f in fresh.values() if f.item.push_name}
    changed = {
        f.known.contato_id for f in fresh.values() if f.item.push_name and f.item.push_name != f.known.nome
    }
    if changed:
        await queries.rename_contatos(
            conn, {contato: name for contato, name in names.items() if name and contato in changed}
        )
    typed = {f.known.conversa_id for f in fresh.values() if f.item.from_me and f.known.conversa_id}
    if typed:
        await queries.take_transferencias(conn, list(typed), now=now)
        await marks.adopt_orphan_statuses(conn, now=now)


async def _store_echoes(conn: Connection, entries: Sequence[Entry], *, now: datetime) -> set[UUID]:
    """Echoes of sends through the API. What is in the ledger, or in flight in it, is Anna's; the rest another program's.

    An echo to nobody known is kept raw: it says too little to open a conversa.
    """
    pending = [(d, item) for d, item in entries if isinstance(item, OwnSend)]
    ledger = await marks.find_mensagens(conn, [(d.receiver.id, item.provider_id) for d, item in pending])
    pending = [(d, item) for d, item in pending if (d.receiver.id, item.provider_id) not in ledger]
    touched: set[UUID] = set()
    if not pending:
        return touched
    arrivals = [Arrival(d.receiver, item) for d, item in pending]
    found = await people.find(conn, arrivals)
    rows: list[tuple[Any, ...]] = []
    lost: list[tuple[Delivery, str]] = []
    for arrival, (delivery, item) in zip(arrivals, pending, strict=True):
        known = people.conversa_of(arrival, found)
        if known is None or known.conversa_id is None:
            lost.append((delivery, "eco_sem_conversa"))
            continue
        touched.add(known.conversa_id)
        if not await marks.resolve_own_send(
            conn, known.conversa_id, item.provider_id, item.texto, exact=False, now=now
        ):
            rows.append(_foreign_row(delivery.receiver, item, known))
    if rows:
        await queries.insert_mensagens(conn, rows, now=now)
    if lost:
        await keep_raw(conn, lost, now=now)
    await marks.adopt_orphan_statuses(conn, now=now)
    return touched


def _foreign_row(receiver: Receiver, item: OwnSend, known: Found) -> tuple[Any, ...]:
    return (
        receiver.clinica_id, known.conversa_id, receiver.id, Direcao.SAIDA, Autor.SISTEMA, Canal.WHATSAPP, item.tipo,
        item.provider_id, item.texto, {}, None, item.written_at, MensagemStatus.ACEITA, None, None, Especie.PESSOA,
    )  # fmt: skip


async def _store_statuses(conn: Connection, entries: Sequence[Entry], *, now: datetime) -> set[UUID]:
    highest: dict[tuple[UUID, str], tuple[UUID, StatusChange]] = {}
    for delivery, item in entries:
        assert isinstance(item, StatusChange)
        key = (delivery.receiver.id, item.provider_id)
        before = highest.get(key)
        if before is None or STATUS_RANK.index(before[1].status) < STATUS_RANK.index(item.status):
            highest[key] = (delivery.receiver.clinica_id, item)
    ledger = await marks.find_mensagens(conn, list(highest))
    orphans = [(clinica, key[0], change) for key, (clinica, change) in highest.items() if key not in ledger]
    if orphans:
        await marks.keep_orphan_statuses(conn, orphans, now=now)
    risen = [(ledger[key].id, change) for key, (_, change) in highest.items() if key in ledger]
    if risen:
        await marks.raise_statuses(conn, risen, now=now)
    return {known.conversa_id for known in ledger.values()}


async def _store_edit(conn: Connection, entry: Entry, *, now: datetime, quiet: Quiet) -> set[UUID]:
    delivery, item = entry
    assert isinstance(item, Edited)
    key = (delivery.receiver.id, item.provider_id)
    known = (await marks.find_mensagens(conn, [key])).get(key)
    if known is None:
        await keep_raw(conn, [(delivery, "edicao_sem_mensagem")], now=now)
        return set()
    direcao = None if item.from_me is None else "saida" if item.from_me else "entrada"
    await edits.edit(conn, known.id, item, direcao=direcao, now=now, quiet=quiet)
    return {known.conversa_id}


async def _store_names(conn: Connection, entries: Sequence[Entry]) -> None:
    """Names of people already known; a name alone makes nobody a contato."""
    arrivals: list[tuple[Arrival, str]] = []
    for delivery, item in entries:
        assert isinstance(item, ContactNames)
        for alias, nome in item.nomes:
            arrivals.append((Arrival(delivery.receiver, OwnSend(provider_id="", identidades=(alias,))), nome))
    found = await people.find(conn, [arrival for arrival, _ in arrivals])
    names = {}
    for arrival, nome in arrivals:
        known = people.conversa_of(arrival, found)
        if known is not None and known.nome != nome:
            names[known.contato_id] = nome
    if names:
        await queries.rename_contatos(conn, names)
