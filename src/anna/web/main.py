"""The web process: webhooks, payments, health, metrics, and the demo page."""

from __future__ import annotations

import asyncio
import logging

from aiohttp import web

from anna.app import Anna, settle_memory
from anna.db.failures import TROUBLE
from anna.settings import Settings
from anna.web.context import ANNA
from anna.web.demo import add_demo_routes
from anna.web.metrics import add_metrics, measured
from anna.web.payments import add_payment_routes
from anna.web.webhooks import (
    LIMIT_S,
    RECEPTION,
    ClientReception,
    InstanceDirectory,
    Reception,
    add_webhook_routes,
)

log = logging.getLogger(__name__)


def create_app(anna: Anna) -> web.Application:
    """The application around an open `anna`."""
    app = web.Application(client_max_size=1024 * 1024, middlewares=[measured])
    app[ANNA] = anna
    app[RECEPTION] = Reception(
        find_client=Directory(anna).find, public_url=anna.settings.public_url, clock=anna.clock
    )
    add_payment_routes(app)  # before the providers', whose path has the same shape
    add_webhook_routes(app)
    add_demo_routes(app)
    add_metrics(app)
    app.router.add_get("/health", health)
    app.router.add_get("/ready", ready)
    return app


class Directory:
    """What receiving needs of each client, kept once it was asked for."""

    def __init__(self, anna: Anna) -> None:
        self._anna = anna
        self._known: dict[str, ClientReception] = {}

    async def find(self, slug: str) -> ClientReception | None:
        """The reception of a client; None when there is no such client."""
        if slug not in self._known:
            async with asyncio.timeout(LIMIT_S):
                client = await self._anna.client(slug)
            if client is None:
                return None
            self._known[slug] = ClientReception(
                InstanceDirectory(client.database, self._anna.box), client.inbox
            )
        return self._known[slug]


async def health(request: web.Request) -> web.Response:
    """This process is alive."""
    return web.json_response({"status": "ok"})


async def ready(request: web.Request) -> web.Response:
    """This process can serve: the control database answers."""
    anna = request.app[ANNA]
    try:
        async with asyncio.timeout(2), anna.control.transaction() as conn:
            await conn.fetchval("select 1")
    except TROUBLE:
        return web.json_response({"status": "database away"}, status=503)
    told = {"understanders": anna.settings.understanders, "transcriber": anna.settings.transcriber}
    return web.json_response({"status": "ready", **told})


async def serve(settings: Settings, told: asyncio.Event) -> None:
    """Serve until `told`."""
    async with Anna(settings, role="anna_web") as anna:
        runner = web.AppRunner(create_app(anna), access_log=None, shutdown_timeout=2)
        await runner.setup()
        try:
            await web.TCPSite(runner, settings.host, settings.port, reuse_address=True).start()
            settle_memory()
            log.info("listening", extra={"port": settings.port})
            await told.wait()
        finally:
            await runner.cleanup()
