"""Dramatiq over Redis: the names of the jobs, the broker, and how to enqueue."""

from __future__ import annotations

import asyncio
import logging
from enum import StrEnum
from uuid import UUID

import dramatiq
import redis
from dramatiq.brokers.redis import RedisBroker
from dramatiq.errors import BrokerConnectionError
from dramatiq.middleware import AgeLimit, AsyncIO, Callbacks, Retries, ShutdownNotifications, TimeLimit

log = logging.getLogger(__name__)

QUEUE = "anna"
NAMESPACE = "anna"
FULL = 1000
"""So many waiting jobs mean that nobody works: sweeps find the same rows again later, and need not pile up more."""

RECOVERY = 1_000_000
"""`maintenance_chance`: look for messages of dead workers at every poll. The default of 0.1 % leaves them for minutes."""


class Job(StrEnum):
    """What can be asked of a worker. Each takes (cliente, clinica_id, row_id)."""

    FETCH_MEDIA = "fetch_media"  # row: mensagem
    RECONCILE = "reconcile"  # row: instancia
    WATCH_CONNECTION = "watch_connection"  # row: instancia
    MEASURE = "measure"  # row: clinica whose knowledge changed


def make_broker(redis_url: str) -> RedisBroker:
    """A broker with the middleware jobs need; nothing connects until it is used."""
    return RedisBroker(  # type: ignore[no-untyped-call]
        url=redis_url,
        namespace=NAMESPACE,
        maintenance_chance=RECOVERY,
        heartbeat_timeout=30_000,
        middleware=[
            AgeLimit(),
            TimeLimit(time_limit=120_000),
            ShutdownNotifications(),
            Callbacks(),
            Retries(max_retries=3, min_backoff=5_000, max_backoff=300_000),
            AsyncIO(),
        ],
    )


class Jobs:
    """Enqueues jobs."""

    def __init__(self, broker: RedisBroker) -> None:
        self._broker = broker

    async def is_full(self) -> bool:
        """Whether nothing more should be put on the queue: too much waits there, or Redis is away."""
        try:
            waiting: int = await asyncio.to_thread(self._broker.client.llen, f"{NAMESPACE}:{QUEUE}")
        except redis.RedisError:
            log.warning("the queue is away")
            return True
        return waiting >= FULL

    async def enqueue(self, job: Job, *, cliente: str, clinica_id: UUID, row_id: UUID) -> bool:
        """Put a job on the queue, after the commit of what it is about; False when Redis is away (the sweep comes back)."""
        message: dramatiq.Message[None] = dramatiq.Message(
            queue_name=QUEUE,
            actor_name=job.value,
            args=(cliente, str(clinica_id), str(row_id)),
            kwargs={},
            options={},
        )
        try:
            await asyncio.to_thread(self._broker.enqueue, message)
        except (BrokerConnectionError, redis.RedisError):
            log.warning("the queue is away", extra={"job": job.value})
            return False
        return True
