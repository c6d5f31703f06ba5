"""Files that came with messages: asked for at their provider, kept once, given up with the provider's reason."""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from uuid import UUID

from anna.db.connect import Database
from anna.errors import ProviderError, ProviderRefused
from anna.whatsapp import upkeep_queries as queries
from anna.whatsapp.channel import CONNECTION_TROUBLE, Channel
from anna.whatsapp.upkeep_queries import PendingMedia

MEDIA_LIFE = timedelta(days=2)
"""How long a file is asked for: a phone that is off for a night hands it over in the morning."""

MEDIA_LEASE = timedelta(minutes=2)
MEDIA_LONGEST_WAIT = timedelta(hours=1)

OpenChannel = Callable[[UUID], Awaitable[Channel]]


async def fetch_file(
    database: Database, open_channel: OpenChannel, mensagem_id: UUID, *, now: datetime
) -> None:
    """Fetch one file and keep it, unless somebody else does. What is refused, or cannot be had within `MEDIA_LIFE`, is given up."""
    async with database.transaction() as conn:
        pending = await queries.lease_media(conn, mensagem_id, now=now, until=now + MEDIA_LEASE)
    if pending is None:
        return
    try:
        channel = await open_channel(pending.instancia_id)
        media = await channel.fetch_media(pending.origem)
    except (ProviderError, TimeoutError) as error:
        again = _ask_again_at(pending, error, now)
        async with database.transaction() as conn:
            await queries.put_off_media(conn, mensagem_id, motivo=str(error), again_at=again)
        return
    async with database.transaction() as conn:
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
