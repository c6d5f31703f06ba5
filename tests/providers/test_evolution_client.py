"""The Evolution client against the stand-in: what each failure says about the far side, and whether that is true."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import aiohttp
import orjson
import pytest
from aioresponses import aioresponses

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.providers.evolution import inbound
from anna.providers.evolution.client import EvolutionChannel
from anna.standin.config import Delays
from anna.standin.faults import Fault
from anna.whatsapp.channel import (
    CONNECTION_TROUBLE,
    NOT_ON_WHATSAPP,
    Channel,
    ConnectionState,
    MediaLink,
    Option,
    Outgoing,
    Quote,
    ReceivedKey,
)
from anna.whatsapp.models import InboundMessage, StatusChange
from tests.providers import aioresponses_shim
from tests.standin.harness import (
    CLOUD_INSTANCE,
    GLOBAL_KEY,
    INSTANCE,
    MARIA,
    MARIA_JID,
    TOKEN,
    World,
    world,
)

HELLO = Outgoing(MARIA_JID, "Olá, Maria!")


def channel(there: World, **more: Any) -> Channel:
    settings = {"base_url": there.url, "instance": INSTANCE, "token": TOKEN, "limit_s": 0.6, **more}
    return EvolutionChannel(there.session, **settings)


async def received(there: World, address: str = MARIA) -> list[str]:
    seen = await there.control(f"/evolution/{INSTANCE}/phones/{address}", method="GET")
    return [message["text"] for message in seen["messages"] if message["author"] == "api"]


async def test_what_is_sent_arrives_and_its_id_is_the_providers(there: World) -> None:
    sent = await channel(there).send(HELLO)
    await there.settle()
    assert [data["key"]["id"] for data in there.receiver.of("send.message")] == [sent]
    assert await received(there) == [HELLO.texto]


FAULTS: list[tuple[str, Fault, dict[str, Any], type[ProviderError], str | None, bool]] = [
    # name, fault, options, exception, its code, whether the message was taken
    ("429", Fault.TOO_MANY, {}, ProviderBusy, "429", False),
    ("closed", Fault.CLOSED, {}, ProviderBusy, "connection_closed", False),
    ("no licence", Fault.LICENSE, {}, ProviderBusy, "license_required", False),
    ("meta refuses with 201", Fault.META_REFUSES, {}, ProviderRefused, "131030", False),
    ("500 after accepting", Fault.ERROR_AFTER_ACCEPT, {}, ProviderUnknown, None, True),
    ("no answer, taken", Fault.HANG, {}, ProviderUnknown, None, True),
    ("no answer, not taken", Fault.HANG, {"accept": False}, ProviderUnknown, None, False),
    ("reset, not taken", Fault.RESET, {}, ProviderUnknown, None, False),
    ("reset, taken", Fault.RESET, {"accept": True}, ProviderUnknown, None, True),
]


@pytest.mark.parametrize(
    ("fault", "options", "raised", "code", "taken"),
    [row[1:] for row in FAULTS],
    ids=[row[0] for row in FAULTS],
)
async def test_a_fault_becomes_what_is_known(
    there: World,
    fault: Fault,
    options: dict[str, Any],
    raised: type[ProviderError],
    code: str | None,
    taken: bool,
) -> None:
    there.faults().set(fault, count=1, **options)
    evolution = channel(there)
    before = there.clock.now()
    with pytest.raises(ProviderError) as caught:
        await evolution.send(HELLO)
    assert type(caught.value) is raised
    assert caught.value.provider_code == code
    await there.settle()
    assert await received(there) == ([HELLO.texto] if taken else [])
    found = await evolution.look_up(MARIA_JID, HELLO.texto, before)
    assert (found is not None) is taken
    if raised is ProviderBusy:
        assert await evolution.send(HELLO)


async def test_busy_says_when_to_come_back(there: World) -> None:
    there.faults().set(Fault.TOO_MANY, count=1)
    with pytest.raises(ProviderBusy) as caught:
        await channel(there).send(HELLO)
    assert caught.value.retry_after_s == 3.0


async def test_slower_than_the_limit_is_unknown_and_found_later() -> None:
    async with world(pace=1.0, delays=Delays(0, 0)) as there:
        there.faults().set(Fault.SLOW, count=1, seconds=0.7)
        evolution = channel(there)
        with pytest.raises(ProviderUnknown):
            await evolution.send(HELLO)
        assert await evolution.look_up(MARIA_JID, HELLO.texto, there.clock.now()) is None
        while not await received(there):
            await there.settle()
        assert await evolution.look_up(MARIA_JID, HELLO.texto, there.clock.now()) is not None


async def test_nobody_there_is_busy_because_nothing_left(there: World, unused_tcp_port: int) -> None:
    with pytest.raises(ProviderBusy) as caught:
        await channel(there, base_url=f"http://127.0.0.1:{unused_tcp_port}").send(HELLO)
    assert caught.value.provider_code == "connect"


@pytest.mark.parametrize(
    ("more", "address", "code"),
    [
        ({"token": "no"}, MARIA_JID, "unauthorized"),
        ({"instance": "nope"}, MARIA_JID, "unknown_instance"),
        ({}, "11988887777", NOT_ON_WHATSAPP),
    ],
)
async def test_what_will_never_work_is_refused(
    there: World, more: dict[str, str], address: str, code: str
) -> None:
    with pytest.raises(ProviderRefused) as caught:
        await channel(there, **more).send(Outgoing(address, "x"))
    assert caught.value.provider_code == code
    assert (code in CONNECTION_TROUBLE) is bool(more)


@pytest.mark.parametrize("known", [True, False])
async def test_every_form_of_a_closed_socket_is_busy(there: World, known: bool) -> None:
    if known:
        await there.say()
    await there.control(f"/evolution/{INSTANCE}/connection", {"state": "close", "reason": 428})
    for instance in (INSTANCE, "nova"):
        with pytest.raises(ProviderBusy) as caught:
            await channel(there, instance=instance).send(HELLO)
        assert caught.value.provider_code == "connection_closed"


async def test_a_message_filed_without_the_ninth_digit_is_found(there: World) -> None:
    there.faults().set(Fault.ERROR_AFTER_ACCEPT, count=1)
    evolution, before = channel(there), there.clock.now()
    with pytest.raises(ProviderUnknown):
        await evolution.send(Outgoing("5531988887777", "Olá"))
    await there.settle()
    assert there.receiver.of("send.message")[0]["key"]["remoteJid"] == "553188887777@s.whatsapp.net"
    assert await evolution.look_up("5531988887777", "Olá", before)


async def test_look_up_takes_no_other_text_no_older_message_and_no_patients(there: World) -> None:
    evolution = channel(there)
    await evolution.send(HELLO)
    await there.say("Olá, João!")
    now = there.clock.now()
    assert await evolution.look_up(MARIA_JID, "Olá, João!", now) is None
    assert await evolution.look_up(MARIA_JID, HELLO.texto, now + timedelta(minutes=2)) is None
    assert await evolution.look_up("5511977776666", HELLO.texto, now) is None
    assert await evolution.look_up(MARIA_JID, HELLO.texto, now + timedelta(seconds=20)) is not None


async def test_buttons_are_an_addition_that_is_opted_into(there: World) -> None:
    message = Outgoing(MARIA_JID, "Confirma?\n1. Sim\n2. Não", (Option("s", "Sim"), Option("n", "Não")))
    await channel(there).send(message)
    await channel(there, buttons=True).send(message)
    seen = await there.control(f"/evolution/{INSTANCE}/phones/{MARIA}", method="GET")
    assert [len(shown["options"]) for shown in seen["messages"]] == [0, 2]
    assert [shown["text"] for shown in seen["messages"]] == [message.texto] * 2


async def test_a_quote_and_a_file_go_as_the_server_takes_them(there: World) -> None:
    said = await there.say("Qual o endereço?")
    evolution = channel(there)
    assert await evolution.send(Outgoing(MARIA_JID, "Rua X, 1", cita=Quote(said["id"], "Qual o endereço?")))
    assert await evolution.send(
        Outgoing(MARIA_JID, "mapa", midia=MediaLink("https://example.com/m.png", "image/png", "m.png"))
    )
    assert await received(there) == ["Rua X, 1", "mapa"]


async def test_a_reconcile_brings_patients_and_people_and_statuses_but_no_message_of_annas(
    there: World,
) -> None:
    there.faults().set(Fault.LOSE_WEBHOOK)
    since = there.clock.now()
    said = await there.say("perdida", at=since.isoformat())
    typed = await there.control(f"/evolution/{INSTANCE}/type", {"to": MARIA, "text": "do celular"})
    await there.say("antiga", at=(since - timedelta(hours=1)).isoformat())
    sent = await channel(there).send(HELLO)
    await there.settle()
    assert there.receiver.hits == []
    bodies = [body async for body in channel(there).messages_since(since)]
    read = [item for body in bodies for item in inbound.parse(body)]
    messages = {item.provider_id: item for item in read if isinstance(item, InboundMessage)}
    assert messages.keys() == {said["id"], typed["id"]}
    assert [messages[said["id"]].texto, messages[typed["id"]].texto] == ["perdida", "do celular"]
    assert messages[typed["id"]].from_me
    statuses = [item for item in read if isinstance(item, StatusChange)]
    assert {item.provider_id for item in statuses} == {sent}
    assert len(statuses) == 2


async def test_a_file_is_fetched_by_what_the_parser_kept(there: World) -> None:
    await there.control(f"/evolution/{INSTANCE}/say", {"from": MARIA, "document": {"name": "exame.pdf"}})
    await there.settle()
    (message,) = inbound.parse(there.receiver.hits[0].json)
    assert isinstance(message, InboundMessage)
    assert message.midia is not None
    media = await channel(there).fetch_media(message.midia.origem)
    assert (media.conteudo, media.mime, media.nome) == (b"%PDF-1.4\n%%EOF\n", "application/pdf", "exame.pdf")
    with pytest.raises(ProviderRefused):
        await channel(there).fetch_media({"key": {"id": "nope"}})


async def test_a_file_that_cannot_be_downloaded_now_may_be_asked_for_again(there: World) -> None:
    """To Evolution every failed download is a 400; a file that is not there for good says so."""
    said = await there.control(f"/evolution/{INSTANCE}/say", {"from": MARIA, "audio": {}})
    origem = {"key": {"id": said["id"]}}
    there.faults().set(Fault.NO_FILE, count=1)
    with pytest.raises(ProviderBusy):
        await channel(there).fetch_media(origem)
    assert (await channel(there).fetch_media(origem)).conteudo.startswith(b"OggS")
    text = await there.say()
    with pytest.raises(ProviderRefused):
        await channel(there).fetch_media({"key": {"id": text["id"]}})


WHOLE = {"key": {"id": "3A1"}, "message": {"audioMessage": {"mediaKey": "AAAA", "directPath": "/x"}}}
METAS = {"key": {"id": "wamid.1"}, "message": {"audioMessage": {"id": "700", "mime_type": "audio/ogg"}}}
NOT_FOUND = {"status": 400, "error": "Bad Request", "response": {"message": ["Message not found"]}}


@pytest.mark.parametrize(
    ("origem", "answers", "asked"),
    [
        (WHOLE, [(201, {"base64": "T2dnUw=="})], [{"key": {"id": "3A1"}}]),
        (WHOLE, [(400, NOT_FOUND), (201, {"base64": "T2dnUw=="})], [{"key": {"id": "3A1"}}, WHOLE]),
        (METAS, [(201, {"base64": "T2dnUw=="})], [METAS]),
    ],
    ids=["by its id", "the whole where the server keeps nothing", "the whole to the Cloud API"],
)
async def test_how_a_file_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, origem: dict[str, Any], answers: list[tuple[int, Any]], asked: list[Any]
) -> None:
    aioresponses_shim.install(monkeypatch)
    url = "http://evolution.test/chat/getBase64FromMediaMessage/x"
    async with aiohttp.ClientSession() as session:
        evolution = EvolutionChannel(session, base_url="http://evolution.test", instance="x", token="t")
        with aioresponses() as played:
            for status, answer in answers:
                played.post(url, status=status, payload=answer)
            assert (await evolution.fetch_media(origem)).conteudo == b"OggS"
            (calls,) = played.requests.values()
            assert [orjson.loads(call.kwargs["data"])["message"] for call in calls] == asked


async def test_marking_as_read_turns_the_ticks_and_typing_comes_back(there: World) -> None:
    said = await there.say()
    evolution = channel(there)
    await evolution.mark_read([ReceivedKey(MARIA_JID, said["id"])])
    await evolution.mark_read([])
    await evolution.typing(MARIA_JID, 1.5)
    seen = await there.control(f"/evolution/{INSTANCE}/phones/{MARIA}", method="GET")
    assert seen["messages"][0]["status"] == "read"


async def test_the_cloud_api_lacks_methods_and_that_is_no_trouble(there: World) -> None:
    cloud = channel(there, instance=CLOUD_INSTANCE)
    await cloud.typing(MARIA_JID, 0.1)
    await cloud.mark_read([ReceivedKey(MARIA_JID, "x")])
    assert await cloud.resolve_number(f"+{MARIA}") == MARIA_JID


async def test_a_sign_of_typing_that_is_refused_decides_nothing_about_the_message(there: World) -> None:
    """Evolution refuses it without a word for a number that is not on WhatsApp; the message says why."""
    await there.control(f"/evolution/{INSTANCE}/numbers", {"number": MARIA, "exists": False})
    evolution = channel(there)
    await evolution.typing(MARIA_JID, 0.1)
    with pytest.raises(ProviderRefused) as caught:
        await evolution.send(HELLO)
    assert caught.value.provider_code == NOT_ON_WHATSAPP


async def test_a_first_contact_goes_to_the_address_whatsapp_names(there: World) -> None:
    evolution = channel(there)
    await there.say(**{"from": "5531988887777"})
    assert await evolution.resolve_number("+5531988887777") == "5531988887777@s.whatsapp.net"
    assert await evolution.resolve_number("+5531977776666") == "553177776666@s.whatsapp.net"
    await there.control(f"/evolution/{INSTANCE}/numbers", {"number": "5511900000000", "exists": False})
    assert await evolution.resolve_number("+5511900000000") is None


async def test_the_state_is_the_providers_or_says_why_not(there: World, unused_tcp_port: int) -> None:
    evolution = channel(there)
    assert (await evolution.state()).estado is ConnectionState.ABERTO
    await there.control(f"/evolution/{INSTANCE}/connection", {"state": "close"})
    closed = await evolution.state()
    assert (closed.estado, closed.motivo) == (ConnectionState.FECHADO, "close")
    stranger = await channel(there, token="no").state()
    assert (stranger.estado, stranger.motivo) == (ConnectionState.FECHADO, "unauthorized")
    away = await channel(there, base_url=f"http://127.0.0.1:{unused_tcp_port}").state()
    assert (away.estado, away.motivo) == (ConnectionState.DESCONHECIDO, "connect")


async def test_connecting_points_the_webhook_here_and_shows_a_code_until_it_is_open(there: World) -> None:
    evolution = channel(there, instance="nova")
    shown = await evolution.connect(f"{there.receiver.url}/nova", "s3gredo")
    assert shown.estado is ConnectionState.CONECTANDO
    assert shown.qr_code is not None
    assert shown.qr_code.startswith("2@")
    await there.control("/evolution/nova/connection", {"state": "open"})
    assert (await evolution.connect(f"{there.receiver.url}/nova", "s3gredo")).estado is ConnectionState.ABERTO
    await there.settle()
    there.receiver.hits.clear()
    await there.control("/evolution/nova/say", {"from": MARIA, "text": "Oi"})
    await there.settle()
    (hit,) = there.receiver.hits
    assert (hit.path, hit.headers["Authorization"]) == ("/hook/nova", "Bearer s3gredo")


async def test_a_server_that_mixes_patients_up_is_warned_of(
    there: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    cloud = channel(there, instance=CLOUD_INSTANCE)
    warned = (await cloud.connect(there.receiver.url, "s")).warning
    assert warned is not None
    assert "wrong sender" in warned
    assert (await channel(there).connect(there.receiver.url, "s")).warning is None
    monkeypatch.setattr("anna.standin.evolution.VERSION", "2.4.0")
    assert (await cloud.connect(there.receiver.url, "s")).warning is None


async def test_an_instance_that_does_not_exist_is_made_with_the_global_key(there: World) -> None:
    with pytest.raises(ProviderRefused):
        await channel(there, instance="fresca").connect(there.receiver.url, "s")
    evolution = channel(there, instance="fresca", global_key=GLOBAL_KEY)
    assert (await evolution.connect(there.receiver.url, "s")).qr_code
    assert (await evolution.state()).estado is ConnectionState.CONECTANDO
    made = there.standin.evolution.instances["fresca"]
    assert made.settings["groupsIgnore"], "what is said in groups is nobody's business here"
    assert made.webhook is not None
    assert made.webhook.headers == {"Authorization": "Bearer s"}


async def test_only_what_anna_reads_is_subscribed_and_no_file_comes_along(there: World) -> None:
    """An edited message stops a server's whole queue until its webhook is answered; a webhook with a file is megabytes."""
    await channel(there).connect(there.receiver.url, "s")
    hook = there.standin.evolution.instances[INSTANCE].webhook
    assert hook is not None
    assert {"MESSAGES_UPSERT", "MESSAGES_UPDATE", "SEND_MESSAGE", "CONNECTION_UPDATE"} < set(hook.events)
    assert {"STATUS_INSTANCE", "LOGOUT_INSTANCE"} < set(hook.events)
    assert "MESSAGES_EDITED" not in hook.events
    assert (hook.by_events, hook.base64) == (False, False)


ODD: list[tuple[str, int, Any, type[ProviderError], str | None]] = [
    (
        "license",
        503,
        {"error": "service not activated", "code": "LICENSE_REQUIRED"},
        ProviderBusy,
        "license_required",
    ),
    ("gateway", 502, "<html>", ProviderUnknown, None),
    ("201 of nothing", 201, {}, ProviderUnknown, None),
    ("201 of html", 201, "<html>", ProviderUnknown, None),
    ("201 of a list", 201, [1], ProviderUnknown, None),
    (
        "meta unreachable",
        400,
        {
            "status": 400,
            "response": {"message": ["TypeError: Cannot read properties of undefined (reading 'message')"]},
        },
        ProviderUnknown,
        None,
    ),
    ("a proxy's 404", 404, "nothing here", ProviderRefused, "404"),
    ("redirect", 302, "", ProviderRefused, "302"),
]


@pytest.mark.parametrize(
    ("status", "body", "raised", "code"), [row[1:] for row in ODD], ids=[row[0] for row in ODD]
)
async def test_an_odd_answer_is_read_with_care(
    monkeypatch: pytest.MonkeyPatch, status: int, body: Any, raised: type[ProviderError], code: str | None
) -> None:
    aioresponses_shim.install(monkeypatch)
    async with aiohttp.ClientSession() as session:
        evolution = EvolutionChannel(session, base_url="http://evolution.test", instance="x", token="t")
        with aioresponses() as played:
            content = {"body": body} if isinstance(body, str) else {"payload": body}
            played.post("http://evolution.test/message/sendText/x", status=status, **content)
            with pytest.raises(ProviderError) as caught:
                await evolution.send(HELLO)
    assert type(caught.value) is raised
    assert caught.value.provider_code == code


@pytest.mark.parametrize(
    ("failure", "raised"),
    [
        (aiohttp.ServerDisconnectedError(), ProviderUnknown),
        (aiohttp.ClientPayloadError(), ProviderUnknown),
        (aiohttp.SocketTimeoutError(), ProviderUnknown),
        (TimeoutError(), ProviderUnknown),
        (ConnectionResetError(), ProviderUnknown),
        (aiohttp.ConnectionTimeoutError(), ProviderBusy),
    ],
    ids=lambda value: getattr(value, "__name__", type(value).__name__),
)
async def test_a_broken_connection_is_unknown_once_the_request_may_have_left(
    monkeypatch: pytest.MonkeyPatch, failure: Exception, raised: type[ProviderError]
) -> None:
    aioresponses_shim.install(monkeypatch)
    async with aiohttp.ClientSession() as session:
        evolution = EvolutionChannel(session, base_url="http://evolution.test", instance="x", token="t")
        with aioresponses() as played:
            played.post("http://evolution.test/message/sendText/x", exception=failure)
            with pytest.raises(raised):
                await evolution.send(HELLO)
            played.post("http://evolution.test/chat/findMessages/x", exception=failure)
            with pytest.raises(ProviderBusy):  # a question changes nothing: it may be asked again
                await evolution.resolve_number("+5511988887777")
