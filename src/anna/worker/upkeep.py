"""What keeps the door to a provider honest: files fetched, holes after an outage filled, a dead number noticed.

Each job takes ids and may run twice: what it did is in the row, and a second run finds it there.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from anna.app import Client
from anna.errors import NotFound, ProviderError, ProviderRefused
from anna.kit.crypto import SecretBox
from anna.providers.evolution import inbound as evolution
from anna.providers.twilio import inbound as twilio
from anna.whatsapp import upkeep_queries as queries
from anna.whatsapp.channel import CONNECTION_TROUBLE, ChannelState, ConnectionState
from anna.whatsapp.connection import note_answer
from anna.whatsapp.models import Delivery, Inbound, Provedor, Receiver, Unknown
from anna.whatsapp.upkeep_queries import PendingMedia

log = logging.getLogger(__name__)

MEDIA_LIFE = timedelta(days=2)
"""How long a file is asked for: a phone that is off for a night hands it over in the morning."""

MEDIA_LEASE = timedelta(minutes=2)
MEDIA_LONGEST_WAIT = timedelta(hours=1)
LOOK_BACK = timedelta(minutes=10)
"""How much of what was reconciled already is looked at again: a provider stores late, too."""

FIRST_LOOK = timedelta(days=1)

_PARSERS: Mapping[str, Callable[[Mapping[str, Any]], tuple[Inbound, ...]]] = {
    Provedor.EVOLUTION: evolution.parse,
    Provedor.TWILIO: twilio.parse,
}


async def fetch_media(client: Client, mensagem_id: UUID) -> None:
    """Fetch one file and keep it. What is refused, or cannot be had within `MEDIA_LIFE`, is given up with the provider's reason."""
    now = client.clock.now()
    async with client.database.transaction() as conn:
        pending = await queries.lease_media(conn, mensagem_id, now=now, until=now + MEDIA_LEASE)
    if pending is None:
        return
    try:
        channel = await client.channels.open(pending.instancia_id)
        media = await channel.fetch_media(pending.origem)
    except (ProviderError, TimeoutError) as error:
        again = _ask_again_at(pending, error, now)
        async with client.database.transaction() as conn:
            await queries.put_off_media(conn, mensagem_id, motivo=str(error), again_at=again)
        return
    async with client.database.transaction() as conn:
        await queries.keep_media(
            conn, mensagem_id, conteudo=media.conteudo, sha256=hashlib.sha256(media.conteudo).digest(),
            mime=media.mime, nome=media.nome,
        )  # fmt: skip


def _ask_again_at(pending: PendingMedia, error: Exception, now: datetime) -> datetime | None:
    """With patience that doubles; None when asking again is in vain."""
    refused = isinstance(error, ProviderRefused) and error.provider_code not in CONNECTION_TROUBLE
    if refused or now - pending.criada_em > MEDIA_LIFE:
        return None
    doubled = timedelta(seconds=5 * 2.0 ** min(pending.tentativas, 12))
    return now + min(doubled, MEDIA_LONGEST_WAIT)


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
