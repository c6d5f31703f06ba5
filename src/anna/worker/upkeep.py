"""What keeps the door to a provider honest: files fetched, holes after an outage filled, a dead number noticed.

Each job takes ids and may run twice: what it did is in the row, and a second run finds it there.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from anna.app import Client
from anna.errors import NotFound, ProviderError, ProviderRefused
from anna.kit.crypto import SecretBox
from anna.providers.evolution import inbound as evolution
from anna.providers.twilio import inbound as twilio
from anna.whatsapp import upkeep_queries as queries
from anna.whatsapp.channel import ChannelState, ConnectionState
from anna.whatsapp.connection import note_answer
from anna.whatsapp.media import fetch_file
from anna.whatsapp.models import Delivery, Inbound, Provedor, Receiver, Unknown

log = logging.getLogger(__name__)

LOOK_BACK = timedelta(minutes=10)
"""How much of what was reconciled already is looked at again: a provider stores late, too."""

FIRST_LOOK = timedelta(days=1)

_PARSERS: Mapping[str, Callable[[Mapping[str, Any]], tuple[Inbound, ...]]] = {
    Provedor.EVOLUTION: evolution.parse,
    Provedor.TWILIO: twilio.parse,
}


async def fetch_media(client: Client, mensagem_id: UUID) -> None:
    """Fetch one file and keep it."""
    await fetch_file(client.database, client.channels.open, mensagem_id, now=client.clock.now())


async def reconcile(client: Client, box: SecretBox, instancia_id: UUID) -> int:
    """Ask the provider for what arrived since the last look and store what is missing; returns how many it listed.

    They go through the same inbox as webhooks, which stores each once and decides what is too old to answer.
    """
    now = client.clock.now()
    async with client.database.transaction() as conn:
        instancia = await queries.find_instancia(conn, instancia_id)
    if instancia is None:
        raise NotFound(f"there is no instancia {instancia_id}")
    secrets = box.open(instancia.segredos)
    if not secrets:
        return 0  # it was removed: nothing goes in or out
    since = (instancia.conciliada_ate or max(instancia.criada_em, now - FIRST_LOOK)) - LOOK_BACK
    provedor = Provedor(instancia.provedor)
    receiver = Receiver(instancia.id, instancia.clinica_id, instancia.nome, provedor, secrets)
    channel = await client.channels.open(instancia_id)
    records = [record async for record in channel.messages_since(since)]
    for record in reversed(records):
        items = _PARSERS[provedor](record)
        # what nobody understands need not be kept anew at every look: the provider has it
        if told := tuple(item for item in items if not isinstance(item, Unknown)):
            await client.inbox.receive(Delivery(receiver, told, record))
    async with client.database.transaction() as conn:
        await queries.set_reconciled(conn, instancia_id, now)
    return len(records)


async def measure(client: Client, clinica_id: UUID) -> int:
    """Measure what a clinica wrote since it was last measured; returns how many texts that were, 0 where nobody measures."""
    return await client.meaning.index(clinica_id) if client.meaning else 0


async def watch_connection(client: Client, instancia_id: UUID) -> ChannelState:
    """Ask whether the number can send; the clinic hears of it once when it cannot. Raises NotFound."""
    now = client.clock.now()
    try:
        channel = await client.channels.open(instancia_id)
    except ProviderRefused as error:  # it was removed: what is known of it stays
        return ChannelState(ConnectionState.FECHADO, error.provider_code)
    try:
        state = await channel.state()
    except ProviderError as error:
        state = ChannelState(ConnectionState.DESCONHECIDO, str(error))
    async with client.database.transaction() as conn:
        state = await note_answer(conn, instancia_id, state, now=now)
    if state.estado is not ConnectionState.ABERTO:
        log.error(
            "a number cannot send", extra={"instancia": str(instancia_id), "estado": state.estado.value}
        )
    return state
