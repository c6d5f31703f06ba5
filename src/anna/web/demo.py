"""The demo page: a phone to chat with Anna, beside what she understood and why. Only where the demo runs.

    GET  /                              to the page
    GET  /c/{cliente}/demo?phone=…      the page of one phone; works without script
    GET  /c/{cliente}/demo/fragment     its living parts alone
    GET  /c/{cliente}/demo/events       says when to fetch them again (server-sent events)
    POST /c/{cliente}/demo/say          a message, or a tapped option: through the stand-in, so that a real webhook comes back
    POST /c/{cliente}/demo/clock        the client's time passes
    POST /c/{cliente}/demo/restart      the phone begins anew
    POST /c/{cliente}/demo/return       the team gives the conversation back

Posts are forms (answered by a redirect to the page) or JSON (204). Other origins may not post.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import orjson
from aiohttp import web

from anna.app import Anna, Client
from anna.db.events import emit
from anna.errors import InvalidInput, ProviderError
from anna.flows.shelf import Shelf
from anna.web import demo_queries as queries
from anna.web.context import ANNA
from anna.web.demo_assets import Assets
from anna.web.demo_live import Live
from anna.web.demo_page import Page
from anna.web.demo_rows import Phone, Place, find_conversa, read_rows
from anna.web.demo_time import Passing, StandIn
from anna.whatsapp import ownership
from anna.whatsapp.queries import find_receiver

CLIENT = "demo"
INSTANCE = "aroeira"
PHONES = (
    Phone("+5511900000142", "Débora Siqueira", known=False),
    Phone("+5511900000186", "Priscila Nakamura", known=False),
    Phone("+5511900000275", "Luzinete Bezerra", known=True),
)
"""Two people who write for the first time and a patient of the demo's clinica (provisioning/demo.yaml)."""

SPANS = {"1h": timedelta(hours=1), "23h": timedelta(hours=23), "1d": timedelta(days=1)}
LONGEST = 4096
"""Characters of one message, as on WhatsApp."""

MAX_BODY = 64 * 1024

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Stage:
    """What the demo needs of one client."""

    client: Client
    place: Place
    standin: StandIn
    passing: Passing
    shelf: Shelf
    """Without current flows: each run is shown by the text it began with."""


@dataclass(slots=True)
class Demo:
    """The demo of one application."""

    anna: Anna
    page: Page
    live: Live
    stages: dict[str, Stage] = field(default_factory=dict)

    async def stage(self, request: web.Request) -> Stage:
        """The stage of the client that the path names. Raises 404 when there is none, or it is no demo client."""
        slug = request.match_info["cliente"]
        if slug not in self.stages:
            client = await self.anna.client(slug)
            if client is None:
                raise web.HTTPNotFound
            async with client.database.transaction() as conn:
                found = await find_receiver(conn, "evolution", INSTANCE)
            if found is None:
                raise web.HTTPNotFound
            place = Place(clinica_id=found[1], instancia_id=found[0], instancia=INSTANCE)
            standin = StandIn(self.anna.http, self.anna.settings.standin_url or "")
            passing = Passing(self.anna, client, standin, place.clinica_id)
            self.stages[slug] = Stage(client, place, standin, passing, Shelf(()))
        return self.stages[slug]


DEMO = web.AppKey("demo", Demo)


def add_demo_routes(app: web.Application) -> None:
    """Add the page and its files, if this process is in the demo; else `/` says that there is nothing to see."""
    anna = app[ANNA]
    if not (anna.settings.demo and anna.settings.standin_url):
        app.router.add_get("/", _nothing_here)
        return
    assets = Assets()
    live = Live(anna)
    app[DEMO] = Demo(anna, Page(assets), live)
    app.on_shutdown.append(live.close)
    app.router.add_get("/", _to_the_page)
    app.router.add_get("/static/{version}/{name}", assets.serve)
    app.router.add_get("/c/{cliente}/demo", _page)
    app.router.add_get("/c/{cliente}/demo/fragment", _fragment)
    app.router.add_get("/c/{cliente}/demo/events", _events)
    for name, work in (("say", _say), ("clock", _clock), ("restart", _restart), ("return", _give_back)):
        app.router.add_post(f"/c/{{cliente}}/demo/{name}", _posted(work))


async def _nothing_here(request: web.Request) -> web.Response:
    return web.Response(text="Anna\n")


async def _to_the_page(request: web.Request) -> web.Response:
    raise web.HTTPFound(f"/c/{CLIENT}/demo")


# -- looking -----------------------------------------------------------------------------------------------------------------


async def _page(request: web.Request) -> web.Response:
    stage = await request.app[DEMO].stage(request)
    await request.app[ANNA].reread_clock(stage.client.slug)
    reached = True
    try:
        await stage.passing.align()
    except ProviderError:
        reached = False
    return await _render(request, stage, "demo/page.html", reached=reached)


async def _fragment(request: web.Request) -> web.Response:
    return await _render(request, await request.app[DEMO].stage(request), "demo/fragment.html", reached=True)


async def _render(request: web.Request, stage: Stage, template: str, *, reached: bool) -> web.Response:
    phone = _phone(request.query)
    async with stage.client.database.transaction([stage.place.clinica_id]) as conn:
        rows = await read_rows(conn, stage.shelf, stage.place, phone, now=stage.client.clock.now())
    return request.app[DEMO].page.render(
        template, rows=rows, phone=phone, phones=PHONES, base=f"/c/{stage.client.slug}/demo", reached=reached
    )


async def _events(request: web.Request) -> web.StreamResponse:
    demo = request.app[DEMO]
    stage = await demo.stage(request)
    return await demo.live.stream(request, demo.live.hub(stage.client.slug, stage.client.dsn))


# -- doing -------------------------------------------------------------------------------------------------------------------

Work = Callable[[web.Request, Stage, Phone, Mapping[str, Any]], Awaitable[None]]


def _posted(work: Work) -> Handler:
    """A form or a JSON body, from this page only. 502 when the stand-in does not answer."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            raise web.HTTPForbidden
        demo = request.app[DEMO]
        stage = await demo.stage(request)
        scripted = request.content_type == "application/json"
        try:
            given = await _given(request, scripted=scripted)
            phone = _phone(given)
            await work(request, stage, phone, given)
        except (InvalidInput, ProviderError) as error:
            return web.Response(status=error.status, text=str(error))
        if scripted:
            return web.Response(status=204)
        raise web.HTTPSeeOther(f"/c/{stage.client.slug}/demo?phone={phone.numero.removeprefix('+')}")

    return handle


async def _given(request: web.Request, *, scripted: bool) -> Mapping[str, Any]:
    if (request.content_length or 0) > MAX_BODY:
        raise web.HTTPRequestEntityTooLarge(max_size=MAX_BODY, actual_size=request.content_length or 0)
    if not scripted:
        return dict(await request.post())
    try:
        given = orjson.loads(await request.read())
    except orjson.JSONDecodeError as error:
        raise InvalidInput(f"the body is not JSON: {error}") from error
    if not isinstance(given, dict):
        raise InvalidInput("the body must be an object")
    return given


def _phone(given: Mapping[str, Any]) -> Phone:
    """The phone that is meant, the first when none is named. 404 for a number that is not of the demo."""
    asked = given.get("phone")
    if not asked:
        return PHONES[0]
    digits = str(asked).removeprefix("+")
    for phone in PHONES:
        if phone.numero == f"+{digits}":
            return phone
    raise web.HTTPNotFound


async def _say(request: web.Request, stage: Stage, phone: Phone, given: Mapping[str, Any]) -> None:
    """`text`, or `option`: the id of one that was offered, which goes through as a button reply."""
    message: dict[str, object] = {"from": phone.numero, "name": phone.nome}
    if given.get("option"):
        message["button"] = await _button(stage, phone, str(given["option"]))
    else:
        text = str(given.get("text") or "").strip()
        if not text or len(text) > LONGEST:
            raise InvalidInput(f"text: 1 to {LONGEST} characters are needed")
        message["text"] = text
    await stage.passing.align()
    await stage.standin.say(stage.place.instancia, message | {"at": stage.client.clock.now().isoformat()})


async def _button(stage: Stage, phone: Phone, option: str) -> dict[str, str]:
    async with stage.client.database.transaction([stage.place.clinica_id]) as conn:
        conversa = await find_conversa(conn, stage.place, phone, now=stage.client.clock.now())
        label = await queries.find_option(conn, conversa.id, option) if conversa else None
    if label is None:
        raise InvalidInput("option: it was never offered here")
    return {"id": option, "title": label}


async def _clock(request: web.Request, stage: Stage, phone: Phone, given: Mapping[str, Any]) -> None:
    """`span`: 1h, 23h or 1d. Comes back when the time has passed."""
    span = SPANS.get(str(given.get("span")))
    if span is None:
        raise InvalidInput(f"span: one of {', '.join(SPANS)} is needed")
    await stage.passing.pass_time(span)


async def _restart(request: web.Request, stage: Stage, phone: Phone, given: Mapping[str, Any]) -> None:
    """Whoever writes next is somebody new; what was said stays."""
    now = stage.client.clock.now()
    async with stage.client.database.transaction([stage.place.clinica_id]) as conn:
        conversa = await find_conversa(conn, stage.place, phone, now=now)
        if conversa is None:
            return
        for conversa_id, dono in await queries.lock_conversas(conn, conversa.contato_id):
            if dono == "pessoa":
                await ownership.give_back(conn, conversa_id, desfecho="recomeco", now=now)
            await queries.close_conversa(conn, conversa_id, now=now)
            await emit(
                conn, clinica_id=conversa.clinica_id, nome="conversa.encerrada",
                refs={"conversa": conversa_id, "contato": conversa.contato_id}, dados={}, now=now,
            )  # fmt: skip
            await queries.wake(conn, conversa_id)
        await queries.move_identidades(conn, conversa.contato_id, keep_pacientes=phone.known, now=now)


async def _give_back(request: web.Request, stage: Stage, phone: Phone, given: Mapping[str, Any]) -> None:
    """The team is done: Anna answers again."""
    now = stage.client.clock.now()
    async with stage.client.database.transaction([stage.place.clinica_id]) as conn:
        conversa = await find_conversa(conn, stage.place, phone, now=now)
        if conversa is not None and conversa.dono == "pessoa":
            await ownership.give_back(conn, conversa.id, desfecho="resolvido", now=now)
            await queries.wake(conn, conversa.id)
