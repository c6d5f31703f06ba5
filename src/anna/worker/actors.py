"""The jobs as dramatiq actors: each opens its client and does one thing of `upkeep`, by ids."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Protocol
from uuid import UUID

import dramatiq

from anna.app import Anna, Client
from anna.jobs.queue import QUEUE, Job
from anna.logs import bind
from anna.worker import upkeep

Work = Callable[[Anna, Client, UUID], Awaitable[object]]

WORK: Mapping[Job, Work] = {
    Job.FETCH_MEDIA: lambda anna, client, row_id: upkeep.fetch_media(client, row_id),
    Job.RECONCILE: lambda anna, client, row_id: upkeep.reconcile(client, anna.box, row_id),
    Job.MEASURE: lambda anna, client, row_id: upkeep.measure(client, row_id),
    Job.WATCH_CONNECTION: lambda anna, client, row_id: upkeep.watch_connection(client, row_id),
}


class HasAnna(Protocol):
    """Whoever opened Anna for this process."""

    anna: Anna | None


def declare_actors(broker: dramatiq.Broker, holder: HasAnna) -> None:
    """Declare an actor for every `Job`."""
    for job in Job:
        _declare(broker, holder, job, WORK[job])


def _declare(broker: dramatiq.Broker, holder: HasAnna, job: Job, work: Work) -> None:
    async def act(cliente: str, clinica_id: str, row_id: str) -> None:
        anna = holder.anna
        assert anna is not None, "Anna opens before the first job"
        client = await anna.client(cliente)
        if client is None:
            return  # closed meanwhile
        with bind(client=cliente, clinica=UUID(clinica_id)):
            await work(anna, client, UUID(row_id))

    dramatiq.actor(actor_name=job.value, queue_name=QUEUE, broker=broker)(act)
