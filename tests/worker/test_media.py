"""Files that patients send: fetched by a job, kept once, asked for again while the provider is busy, given up when they are gone."""

from __future__ import annotations

import base64
from datetime import timedelta
from typing import Any
from uuid import UUID

from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer

from anna.simulation.house import House
from anna.whatsapp.media import MEDIA_LIFE
from anna.whatsapp.upkeep_queries import list_due_media
from anna.worker.upkeep import fetch_media

ANA = "5581900000521"
Place = str | BaseTestServer
AUDIO = b"OggS-not-really"
KEPT = "select estado, mime, conteudo, tentativas, motivo from whatsapp.midias"


async def due(house: House) -> list[UUID]:
    """What the scheduler's sweep would enqueue now."""
    async with house.client.database.transaction() as conn:
        return [row["row_id"] for row in await list_due_media(conn, now=house.clock.now())]


async def send_audio(house: House) -> UUID:
    content = {"base64": base64.b64encode(AUDIO).decode(), "mime": "audio/ogg"}
    await house.say(ANA, audio=content)
    [row_id] = await due(house)
    return row_id


async def media(house: House) -> dict[str, Any]:
    [row] = await house.rows(KEPT)
    return dict(row)


async def test_a_file_is_fetched_once_however_often_it_is_asked_for(at_provider: House) -> None:
    house = at_provider
    row_id = await send_audio(house)
    for _ in range(2):
        await fetch_media(house.client, row_id)
    kept = await media(house)
    assert (kept["estado"], kept["conteudo"], kept["tentativas"]) == ("guardada", AUDIO, 1)
    assert kept["mime"].startswith("audio/ogg")
    assert await due(house) == []


async def test_a_picture_comes_with_its_bytes(at_provider: House) -> None:
    house = at_provider
    await house.say(ANA, image={"caption": "minha pele"})
    [row_id] = await due(house)
    await fetch_media(house.client, row_id)
    kept = await media(house)
    assert kept["conteudo"].startswith(b"\x89PNG")
    assert await house.value("select texto from whatsapp.mensagens where tipo = 'imagem'") == "minha pele"


async def test_a_second_job_leaves_it_to_the_first_while_that_works(at_provider: House) -> None:
    house = at_provider
    row_id = await send_audio(house)
    async with house.client.database.transaction() as conn:
        await conn.execute(
            "update whatsapp.midias set proxima_em = $1", house.clock.now() + timedelta(minutes=2)
        )
    await fetch_media(house.client, row_id)
    assert (await media(house))["tentativas"] == 0


async def test_a_provider_that_is_away_is_asked_again_ever_more_rarely(at_provider: House) -> None:
    house = at_provider
    row_id = await send_audio(house)
    async with busy_provider() as address:
        await move_provider(house, house.standin_url, address)
        waits = []
        while house.clock.now() - (await created(house)) <= MEDIA_LIFE:
            await fetch_media(house.client, row_id)
            again = await house.value("select proxima_em from whatsapp.midias")
            waits.append((again - house.clock.now()).total_seconds())
            house.clock.set(again)
        assert waits[:4] == [10, 20, 40, 80]
        assert max(waits) == 3600
        await fetch_media(house.client, row_id)
        kept = await media(house)
        assert kept["estado"] == "falhou", "in the end it is given up"
        assert kept["motivo"]


async def test_a_provider_that_comes_back_hands_it_over(at_provider: House) -> None:
    house = at_provider
    row_id = await send_audio(house)
    async with busy_provider() as address:
        await move_provider(house, house.standin_url, address)
        await fetch_media(house.client, row_id)
        assert await due(house) == []
        await move_provider(house, address, house.standin_url)
    house.clock.advance(timedelta(seconds=10))
    assert await due(house) == [row_id]
    await fetch_media(house.client, row_id)
    assert (await media(house))["estado"] == "guardada"


async def test_what_the_provider_no_longer_has_is_given_up_with_its_reason(at_provider: House) -> None:
    house = at_provider
    row_id = await send_audio(house)
    if house.instance == "aroeira":
        house.standin.evolution.instances[house.instance].messages.clear()
    else:
        house.standin.twilio.accounts[house.instance].messages.clear()
    await fetch_media(house.client, row_id)
    kept = await media(house)
    assert kept["estado"] == "falhou"
    assert "not found" in kept["motivo"]
    assert await due(house) == []


def busy_provider() -> TestServer:
    """A provider that is overloaded."""

    async def later(request: web.Request) -> web.Response:
        return web.Response(status=503)

    app = web.Application()
    app.router.add_route("*", "/{tail:.*}", later)
    return TestServer(app)


async def move_provider(house: House, old: Place, new: Place) -> None:
    """Let the provider of every number be somewhere else."""
    before, after = (
        str(place if isinstance(place, str) else place.make_url("")).rstrip("/") for place in (old, new)
    )
    async with house.client.database.transaction() as conn:
        await conn.execute("update whatsapp.instancias set url = $1", after)
        await conn.execute(
            "update whatsapp.midias set origem = jsonb_set(origem, '{url}', to_jsonb(replace(origem->>'url', $1, $2)))"
            " where origem ? 'url'",
            before, after,
        )  # fmt: skip


async def created(house: House) -> Any:
    return await house.value("select criada_em from whatsapp.midias")
