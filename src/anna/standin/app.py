"""The stand-in as one web application: every vendor on one port, told apart by their paths."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

from aiohttp import web

from anna.clock import Clock, SystemClock
from anna.standin.anthropic import Anthropic, refusal as anthropic_refusal
from anna.standin.config import StandinConfig
from anna.standin.core import Core
from anna.standin.evolution import Evolution
from anna.standin.evolution_player import EvolutionPlayer
from anna.standin.http import answer, refusal
from anna.standin.model_player import ModelPlayer, Scripts
from anna.standin.openai import OpenAI, refusal as openai_refusal
from anna.standin.openai_audio import transcription_routes
from anna.standin.openai_embeddings import embedding_routes
from anna.standin.paypage import PayPage
from anna.standin.phones import Phones, Player
from anna.standin.twilio import Twilio, refusal as twilio_refusal
from anna.standin.twilio_player import TwilioPlayer

_MAX_BODY = 64 * 1024 * 1024
_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Standin:
    """Everything that is played, for whoever runs it in the same process; made by `create_app`.

    `core` has the clock and knows when all is quiet; `players` are the accounts with their phones and faults.
    """

    def __init__(self, config: StandinConfig, clock: Clock) -> None:
        self.core = Core(config, clock)
        self.evolution = Evolution(self.core)
        self.twilio = Twilio(self.core)
        self.pay = PayPage(self.core)
        self.openai = OpenAI(self.core)
        self.anthropic = Anthropic(self.core)

    def players(self) -> Mapping[tuple[str, str], Player]:
        """Every account by (provider, name), those of models among them."""
        players: dict[tuple[str, str], Player] = {}
        for name, instance in self.evolution.instances.items():
            players["evolution", name] = EvolutionPlayer(instance)
        for name, account in self.twilio.accounts.items():
            players["twilio", name] = TwilioPlayer(account)
        for vendor in (self.openai, self.anthropic):
            for name, model in vendor.accounts.items():
                players[vendor.provider, name] = ModelPlayer(model)
        return players


STANDIN = web.AppKey("standin", Standin)


def create_app(config: StandinConfig, clock: Clock | None = None) -> web.Application:
    """The application. Must be called with a running loop; `app[STANDIN]` is for tests and the simulator in the same process.

    `clock` is what time it is over there; without one, the operating system's.
    """
    app = web.Application(client_max_size=_MAX_BODY, middlewares=[_vendor_404])
    standin = Standin(config, clock or SystemClock())
    app[STANDIN] = standin
    app.add_routes(Scripts((standin.openai, standin.anthropic)).routes())
    app.add_routes(Phones(standin.core, standin.players).routes())
    app.add_routes(standin.pay.routes())
    app.add_routes(standin.openai.routes())
    app.add_routes(embedding_routes(standin.openai))
    app.add_routes(transcription_routes(standin.openai))
    app.add_routes(standin.anthropic.routes())
    app.add_routes(standin.evolution.routes())
    app.add_routes(standin.twilio.routes())
    app.router.add_get("/health", _health)
    app.on_shutdown.append(_stop_silence)
    app.cleanup_ctx.append(_lifetime)
    return app


async def _lifetime(app: web.Application) -> AsyncIterator[None]:
    standin = app[STANDIN]
    sweeping = asyncio.create_task(standin.pay.sweep())
    yield
    sweeping.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await sweeping
    await standin.core.stop()


async def _health(request: web.Request) -> web.StreamResponse:
    return answer(200, {"status": "ok"})


async def _stop_silence(app: web.Application) -> None:
    app[STANDIN].core.stopping.set()


@web.middleware
async def _vendor_404(request: web.Request, handler: _Handler) -> web.StreamResponse:
    """Remember where we are reached, and say of an unknown path what its vendor would say."""
    core = request.app[STANDIN].core
    core.seen_url = f"{request.scheme}://{request.host}"
    if not isinstance(request.match_info.http_exception, web.HTTPNotFound | web.HTTPMethodNotAllowed):
        return await handler(request)
    if request.path.startswith("/_control"):
        return answer(404, {"error": f"no {request.method} {request.path}"})
    if request.path.startswith("/v1/"):
        if "anthropic-version" in request.headers:
            raise anthropic_refusal(404, f"Not Found: {request.path}")
        raise openai_refusal(404, f"Invalid URL ({request.method} {request.path})")
    if request.path.startswith("/2010-04-01"):
        raise twilio_refusal(404, 20404, f"The requested resource {request.path} was not found")
    raise refusal(404, [f"Cannot {request.method} {request.path}"])


async def serve(config: StandinConfig, *, host: str, port: int, clock: Clock | None = None) -> None:
    """Serve until cancelled."""
    runner = web.AppRunner(create_app(config, clock), access_log=None, shutdown_timeout=2)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
