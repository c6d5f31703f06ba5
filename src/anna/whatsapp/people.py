"""From addresses to people: finds, makes, completes and merges the contatos and conversas of a batch of messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from anna.db.connect import Connection
from anna.errors import Conflict
from anna.whatsapp import queries
from anna.whatsapp.merging import merge_contatos
from anna.whatsapp.models import Alias, Canal, InboundMessage, OwnSend, Receiver
from anna.whatsapp.queries import Found, Wanted

SEEN_AGAIN_AFTER = timedelta(days=1)
"""How exact `identidades.visto_em` is."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One thing that a webhook said, and the instance it was said to."""

    receiver: Receiver
    item: InboundMessage | OwnSend


class Overtaken(Conflict):
    """Another reception met the same new person at the same moment: begin the batch again."""


@dataclass(slots=True)
class _Stranger:
    """Addresses nobody knows yet that belong to one person."""

    clinica_id: UUID
    aliases: dict[tuple[str, str], Alias] = field(default_factory=dict)
    nome: str | None = None
    instancias: set[UUID] = field(default_factory=set)


@dataclass(slots=True)
class _Missing:
    """What has to be made before every message of a batch has a conversa."""

    strangers: list[_Stranger] = field(default_factory=list)
    identidades: dict[tuple[UUID, str, str], tuple[UUID, UUID, Alias]] = field(default_factory=dict)
    conversas: dict[tuple[UUID, UUID], tuple[UUID, UUID, UUID]] = field(default_factory=dict)
    merges: dict[UUID, tuple[UUID, UUID]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is."""
        return bool(self.strangers or self.identidades or self.conversas or self.merges)


async def find(conn: Connection, arrivals: Iterable[Arrival]) -> dict[Wanted, Found]:
    """Who is known of the people in `arrivals`."""
    wanted = {_wanted(arrival.receiver, alias) for arrival in arrivals for alias in arrival.item.identidades}
    ordered = sorted(wanted, key=lambda w: (w.clinica_id, w.tipo, w.valor, w.instancia_id))
    return await queries.find_people(conn, ordered)


async def settle(conn: Connection, arrivals: Sequence[Arrival], *, now: datetime) -> dict[Wanted, Found]:
    """Give each arrival a person and a conversa; returns what stands behind each address.

    Addresses seen together are one person: an unknown one is added to the known, two known people are merged. Raises Overtaken
    when the transaction has to begin again.
    """
    for _ in range(3 + 2 * len(arrivals)):
        found = await find(conn, arrivals)
        missing = _missing(arrivals, found)
        if not missing:
            return found
        if missing.merges:  # one at a time: the next may be of the same person
            drop, (clinica_id, keep) = next(iter(missing.merges.items()))
            await merge_contatos(conn, clinica_id, keep, drop, now=now)
        else:
            await _make(conn, missing, now=now)
    raise Overtaken("the people of a batch do not settle")


def conversa_of(arrival: Arrival, found: Mapping[Wanted, Found]) -> Found | None:
    """What is known of the person of `arrival`, by its first known address."""
    for alias in arrival.item.identidades:
        seen = found.get(_wanted(arrival.receiver, alias))
        if seen is not None:
            return seen
    return None


def familiar(arrival: Arrival, found: Mapping[Wanted, Found], *, now: datetime) -> Found | None:
    """What is known of the person of a message when nothing about it is new: addresses and their form, conversa and name."""
    item, first = arrival.item, None
    for alias in item.identidades:
        seen = found.get(_wanted(arrival.receiver, alias))
        if seen is None or seen.endereco != alias.endereco or now - seen.visto_em > SEEN_AGAIN_AFTER:
            return None
        first = first or seen
        if seen.contato_id != first.contato_id:
            return None
    if first is None or first.conversa_id is None:
        return None
    name = item.push_name if isinstance(item, InboundMessage) else None
    return first if name in (None, first.nome) else None


def seen_again(
    arrivals: Iterable[Arrival], found: Mapping[Wanted, Found], *, now: datetime
) -> list[tuple[UUID, Alias]]:
    """The known addresses, as (clinica, alias), that came in another form than the last one, or after a while.

    Where SMS came from says nothing about where WhatsApp is answered, so it renews nothing.
    """
    renewed: dict[tuple[UUID, str, str], tuple[UUID, Alias]] = {}
    for arrival in arrivals:
        if isinstance(arrival.item, InboundMessage) and arrival.item.canal is not Canal.WHATSAPP:
            continue
        for alias in arrival.item.identidades:
            seen = found.get(_wanted(arrival.receiver, alias))
            if seen and (seen.endereco != alias.endereco or now - seen.visto_em > SEEN_AGAIN_AFTER):
                clinica_id = arrival.receiver.clinica_id
                renewed[clinica_id, alias.tipo, alias.valor] = (clinica_id, alias)
    return [renewed[key] for key in sorted(renewed)]


def _missing(arrivals: Sequence[Arrival], found: Mapping[Wanted, Found]) -> _Missing:
    missing = _Missing()
    strangers: dict[tuple[UUID, str, str], _Stranger] = {}
    for arrival in arrivals:
        receiver, aliases = arrival.receiver, arrival.item.identidades
        seen = [found.get(_wanted(receiver, alias)) for alias in aliases]
        contatos = list(dict.fromkeys(known.contato_id for known in seen if known))
        if not contatos:
            _add_stranger(strangers, arrival)
            continue
        keep = contatos[0]
        for drop in contatos[1:]:
            missing.merges.setdefault(drop, (receiver.clinica_id, keep))
        for alias, known in zip(aliases, seen, strict=True):
            if known is None:
                key = (receiver.clinica_id, alias.tipo.value, alias.valor)
                missing.identidades.setdefault(key, (receiver.clinica_id, keep, alias))
        if all(known is None or known.conversa_id is None for known in seen):
            missing.conversas.setdefault((keep, receiver.id), (receiver.clinica_id, keep, receiver.id))
    if not missing.identidades:  # else the next look may find that a stranger was none
        missing.strangers = list({id(stranger): stranger for stranger in strangers.values()}.values())
    return missing


def _add_stranger(strangers: dict[tuple[UUID, str, str], _Stranger], arrival: Arrival) -> None:
    """File an arrival of nobody known, together with every other that shares an address with it."""
    clinica_id = arrival.receiver.clinica_id
    keys = [(clinica_id, alias.tipo.value, alias.valor) for alias in arrival.item.identidades]
    stranger = next((strangers[key] for key in keys if key in strangers), None) or _Stranger(clinica_id)
    for key in keys:
        other = strangers.get(key)
        if other is not None and other is not stranger:
            stranger.aliases.update(other.aliases)
            stranger.instancias |= other.instancias
            stranger.nome = stranger.nome or other.nome
    for alias in arrival.item.identidades:
        stranger.aliases.setdefault((alias.tipo, alias.valor), alias)
    if isinstance(arrival.item, InboundMessage):
        stranger.nome = arrival.item.push_name or stranger.nome
    stranger.instancias.add(arrival.receiver.id)
    for tipo, valor in stranger.aliases:
        strangers[clinica_id, tipo, valor] = stranger


async def _make(conn: Connection, missing: _Missing, *, now: datetime) -> None:
    identidades = list(missing.identidades.values())
    conversas = list(missing.conversas.values())
    if missing.strangers:
        ids = await queries.new_ids(conn, len(missing.strangers))
        new = [
            (contato, stranger.clinica_id, stranger.nome)
            for contato, stranger in zip(ids, missing.strangers, strict=True)
        ]
        await queries.insert_contatos(conn, new, now=now)
        for contato, stranger in zip(ids, missing.strangers, strict=True):
            identidades += [(stranger.clinica_id, contato, alias) for alias in stranger.aliases.values()]
            conversas += [(stranger.clinica_id, contato, instancia) for instancia in stranger.instancias]
    if identidades and await queries.insert_identidades(conn, identidades, now=now) < len(identidades):
        raise Overtaken("another reception met the same person")
    if conversas and await queries.insert_conversas(conn, conversas, now=now) < len(conversas):
        raise Overtaken("another reception opened the same conversa")


def _wanted(receiver: Receiver, alias: Alias) -> Wanted:
    return Wanted(receiver.clinica_id, alias.tipo, alias.valor, receiver.id)
