"""The jobs as dramatiq actors: each opens its client and does one thing of `upkeep`, by ids."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol
from uuid import UUID

import dramatiq

from anna.app import Anna, Client
from anna.jobs.queue import QUEUE, Job
from anna.logs import bind
from anna.worker import upkeep


class HasAnna(Protocol):
    """Whoever opened Anna for this process."""

    anna: Anna | None


def declare_actors(broker: dramatiq.Broker, house: HasAnna) -> None:
    """Declare an actor for every `Job`."""

    async def fetch_media(client: Client, row_id: UUID) -> None:
        await upkeep.fetch_media(client, row_id)

    async def reconcile(client: Client, row_id: UUID) -> None:
        assert house.anna is not None
        await upkeep.reconcile(client, house.anna.box, row_id)

    async def watch_connection(client: Client, row_id: UUID) -> None:
        await upkeep.watch_connection(client, row_id)

    work: dict[Job, Callable[[Client, UUID], Awaitable[None]]] = {
        Job.FETCH_MEDIA: fetch_media,
        Job.RECONCILE: reconcile,
        Job.WATCH_CONNECTION: watch_connection,
    }
    for job in Job:
        _declare(broker, house, job, work[job])


def _declare(
    broker: dramatiq.Broker, house: HasAnna, job: Job, do: Callable[[Client, UUID], Awaitable[None]]
) -> None:
    async def act(cliente: str, clinica_id: str, row_id: str) -> None:
        assert house.anna is not None, "the house opens before the first job"
        client = await house.anna.client(cliente)
        if client is None:
            return  # closed meanwhile
        with bind(client=cliente, clinica=UUID(clinica_id)):
            await do(client, UUID(row_id))

    dramatiq.actor(actor_name=job.value, queue_name=QUEUE, broker=broker)(act)
