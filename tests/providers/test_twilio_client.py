"""The Twilio client against the stand-in: what each failure says about the far side, and whether that is true."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.providers.twilio import inbound
from anna.providers.twilio.client import TwilioChannel
from anna.standin.faults import Fault
from anna.whatsapp.channel import Channel, ConnectionState, Option, Outgoing, Template
from anna.whatsapp.models import InboundMessage, StatusChange
from tests.standin.harness import ACCOUNT_SID, AUTH_TOKEN, SENDER, SMS_SENDER, TEMPLATE_SID, World

TO = "whatsapp:+5511988887777"
HELLO = Outgoing(TO, "Olá, Maria!")
PLAYER = "/twilio/clinica-tw"


def channel(there: World, **more: Any) -> Channel:
    settings = {
        "base_url": there.url,
        "account_sid": ACCOUNT_SID,
        "auth_token": AUTH_TOKEN,
        "sender": SENDER,
        "limit_s": 0.6,
        **more,
    }
    return TwilioChannel(there.session, **settings)


async def open_window(there: World, address: str = TO) -> Any:
    return await there.control(f"{PLAYER}/say", {"from": address, "text": "Oi"})


async def texts(there: World) -> list[str]:
    seen = await there.control(f"{PLAYER}/phones/{TO}", method="GET")
    return [message["text"] for message in seen["messages"] if message["author"] == "api"]


async def test_what_is_sent_arrives_with_its_statuses_called_back(there: World) -> None:
    await open_window(there)
    sent = await channel(there, status_callback=f"{there.receiver.url}/status").send(HELLO)
    await there.settle()
    told = [dict(parse_qsl(hit.body.decode())) for hit in there.receiver.hits if hit.path.endswith("/status")]
    assert [(form["MessageSid"], form["MessageStatus"]) for form in told] == [
        (sent, "sent"),
        (sent, "delivered"),
    ]
    assert await texts(there) == [HELLO.texto]


FAULTS: list[tuple[str, Fault, dict[str, Any], type[ProviderError], str | None, bool]] = [
    ("429", Fault.TOO_MANY, {}, ProviderBusy, "20429", False),
    ("500 after accepting", Fault.ERROR_AFTER_ACCEPT, {}, ProviderUnknown, "20500", True),
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
    there.faults("twilio", "clinica-tw").set(fault, count=1, **options)
    twilio, before = channel(there), there.clock.now()
    with pytest.raises(ProviderError) as caught:
        await twilio.send(HELLO)
    assert type(caught.value) is raised
    assert caught.value.provider_code == code
    await there.settle()
    assert await texts(there) == ([HELLO.texto] if taken else [])
    assert (await twilio.look_up(TO, HELLO.texto, before) is not None) is taken


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (Outgoing(TO, "x" * 1601), "21617"),
        (Outgoing("whatsapp:5511988887777", "x"), "21211"),
        (Outgoing(TO, "", modelo=Template("HX" + "1" * 32, {})), "21655"),
    ],
)
async def test_what_will_never_work_is_refused_with_twilios_code(
    there: World, message: Outgoing, code: str
) -> None:
    with pytest.raises(ProviderRefused) as caught:
        await channel(there).send(message)
    assert caught.value.provider_code == code


async def test_a_wrong_token_is_the_connections_trouble(there: World) -> None:
    with pytest.raises(ProviderRefused) as caught:
        await channel(there, auth_token="no").send(HELLO)
    assert caught.value.provider_code == "unauthorized"
    assert (await channel(there, auth_token="no").state()).motivo == "unauthorized"
    assert (await channel(there).state()).estado is ConnectionState.ABERTO
    assert (
        await channel(there, auth_token="", api_key=("SK1", "sk-secret")).state()
    ).estado is ConnectionState.ABERTO


async def test_a_template_goes_outside_the_window_and_without_a_body(there: World) -> None:
    values = {"1": "Maria", "2": "amanhã, às 15h30"}
    text = "Olá Maria, sua consulta é amanhã, às 15h30."
    sent = await channel(there).send(Outgoing(TO, text, modelo=Template(TEMPLATE_SID, values)))
    await there.settle()
    assert await texts(there) == [text]
    assert await channel(there).look_up(TO, text, there.clock.now()) == sent


async def test_options_stay_in_the_text(there: World) -> None:
    twilio = channel(there)
    await open_window(there)
    assert not twilio.shows_buttons
    await twilio.send(Outgoing(TO, "Confirma?\n1. Sim", (Option("s", "Sim"),)))
    assert await texts(there) == ["Confirma?\n1. Sim"]


async def test_a_person_without_a_number_is_answered_where_the_message_came_from(there: World) -> None:
    there.faults("twilio", "clinica-tw").set(Fault.LID)
    await open_window(there)
    await there.settle()
    (message,) = inbound.parse(dict(parse_qsl(there.receiver.hits[0].body.decode())))
    assert isinstance(message, InboundMessage)
    address = message.identidades[0].endereco
    assert address.startswith("whatsapp:BR.")
    await channel(there).send(Outgoing(address, "Olá"))
    await there.settle()
    seen = await there.control(f"{PLAYER}/phones/{TO}", method="GET")
    assert seen["messages"][-1]["status"] == "delivered"


async def test_a_reconcile_brings_messages_with_their_files_and_statuses(there: World) -> None:
    there.faults("twilio", "clinica-tw").set(Fault.LOSE_WEBHOOK)
    since = there.clock.now()
    said = await open_window(there)
    file = await there.control(f"{PLAYER}/say", {"from": TO, "image": {"caption": "olha"}})
    old = (since - timedelta(hours=1)).isoformat()
    await there.control(f"{PLAYER}/say", {"from": TO, "text": "antiga", "at": old})
    await there.control(f"{PLAYER}/say", {"from": "+5511988887777", "text": "outro canal", "channel": "sms"})
    sent = await channel(there).send(HELLO)
    await there.settle()
    read = [item async for body in channel(there).messages_since(since) for item in inbound.parse(body)]
    messages = {item.provider_id: item for item in read if isinstance(item, InboundMessage)}
    assert messages.keys() == {said["id"], file["id"]}
    midia = messages[file["id"]].midia
    assert midia is not None
    media = await channel(there).fetch_media(midia.origem)
    assert (media.mime, media.conteudo[:4]) == ("image/png", b"\x89PNG")
    assert [(item.provider_id, item.status) for item in read if isinstance(item, StatusChange)] == [
        (sent, "entregue")
    ]


async def test_a_list_longer_than_a_page_is_read_to_its_end(there: World) -> None:
    for number in range(60):
        await there.control(f"{PLAYER}/say", {"from": TO, "text": str(number)})
    bodies = [body async for body in channel(there).messages_since(there.clock.now())]
    assert len(bodies) == 60


async def test_our_credentials_go_to_nobody_else(there: World) -> None:
    with pytest.raises(ProviderRefused) as caught:
        await channel(there).fetch_media({"url": f"{there.receiver.url}/evil", "mime": "image/png"})
    assert caught.value.provider_code == "foreign_url"
    assert there.receiver.hits == []


async def test_the_console_is_told_what_to_type_at_twilio(there: World) -> None:
    shown = await channel(there).connect("https://anna.example/webhooks/c/twilio/i", "")
    assert shown.webhook_url == "https://anna.example/webhooks/c/twilio/i#rc=3&rp=all"
    assert shown.status_url == "https://anna.example/webhooks/c/twilio/i/status#rc=3&rp=all"


async def test_sms_and_whatsapp_make_their_own_addresses(there: World) -> None:
    assert await channel(there).resolve_number("+5511988887777") == TO
    sms = channel(there, sender=SMS_SENDER)
    assert await sms.resolve_number("+5511988887777") == "+5511988887777"
    assert await sms.send(Outgoing("+5511988887777", "Lembrete"))


async def test_what_twilio_cannot_do_does_nothing(there: World) -> None:
    twilio = channel(there)
    await twilio.typing(TO, 5)
    await twilio.mark_read([])
    await twilio.close()
    assert not await texts(there)
