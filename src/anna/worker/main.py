"""One worker process: dramatiq's worker for the jobs, and on its event loop the due loops of every client."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from concurrent.futures import Future

import dramatiq
from dramatiq.asyncio import EventLoopThread, get_event_loop_thread
from dramatiq.middleware import Middleware
from typing_extensions import override

from anna.app import Anna, settle_memory
from anna.conversation.understanding.loading import load_grammar
from anna.jobs.queue import make_broker
from anna.settings import Settings
from anna.worker.actors import declare_actors
from anna.worker.loops import ClientLoops

log = logging.getLogger(__name__)

NEW_CLIENTS_S = 15.0
"""How often a worker looks for clients that were opened meanwhile."""


class AnnaOnLoop(Middleware):
    """Opens Anna on the worker's event loop before the first job, and closes her after the last."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._loops: Future[None] | None = None
        self.anna: Anna | None = None

    @override
    def before_worker_boot(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:
        thread = _loop_thread()
        self.anna = anna = thread.run_coroutine(_open(self._settings))
        self._loops = asyncio.run_coroutine_threadsafe(serve_clients(anna), thread.loop)

    @override
    def before_worker_shutdown(self, broker: dramatiq.Broker, worker: dramatiq.Worker) -> None:
        if self._loops is not None:
            self._loops.cancel()
        if self.anna is not None:
            _loop_thread().run_coroutine(self.anna.__aexit__(None, None, None))


async def _open(settings: Settings) -> Anna:
    anna = await Anna(settings, role="anna_worker", thinks=True).__aenter__()
    load_grammar(anna.clock.now())
    settle_memory()
    return anna


async def serve_clients(anna: Anna) -> None:
    """Run the loops of every client, new ones as they appear, until cancelled."""
    async with asyncio.TaskGroup() as group:
        served: set[str] = set()
        while True:
            for cliente in await anna.list_clients():
                client = await anna.client(cliente.slug)
                if client is not None and cliente.slug not in served:
                    served.add(cliente.slug)
                    loops = ClientLoops(anna, client, concurrency=anna.settings.worker_concurrency)
                    group.create_task(loops.run(), name=f"client {cliente.slug}")
                    log.info("serving a client", extra={"client": cliente.slug})
            await asyncio.sleep(NEW_CLIENTS_S)


def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT."""
    broker = make_broker(settings.redis_url)
    holder = AnnaOnLoop(settings)
    broker.add_middleware(holder)
    dramatiq.set_broker(broker)
    declare_actors(broker, holder)
    worker = dramatiq.Worker(broker, worker_threads=8)
    told = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: told.set())
    worker.start()
    told.wait()
    worker.stop(timeout=3000)
    broker.close()


def _loop_thread() -> EventLoopThread:
    thread = get_event_loop_thread()
    assert thread is not None, "the AsyncIO middleware starts the loop before Anna opens"
    return thread
