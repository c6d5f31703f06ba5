"""What the stand-in posts is what the real server posted: the same keys, the same order, the same retries."""

from __future__ import annotations

import asyncio
import base64
import itertools
import time
from pathlib import Path
from typing import Any

import aiohttp
import jwt
import orjson
import pytest
from hypothesis import given, settings, strategies as st

from anna.standin.config import Delays, Webhook
from anna.standin.evolution_state import RETRIES
from anna.standin.faults import Fault, Faults
from anna.standin.outbox import Outbox, Post, Retries
from tests.standin.harness import CLOUD_INSTANCE, INSTANCE, MARIA, MARIA_JID, World, world

FIXTURES = Path(__file__).parent.parent / "fixtures" / "evolution"
SEND = f"/message/sendText/{INSTANCE}"
TEXT = {"number": MARIA_JID, "text": "Olá"}


def shape(value: Any) -> Any:
    """The keys of a body all the way down; bytes by index and lists of scalars count as one."""
    if isinstance(value, dict):
        if value and all(key.isdecimal() for key in value):
            return "bytes"
        return {key: shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [shape(item) for item in value]
    return "value"


def captured(name: str) -> Any:
    return orjson.loads((FIXTURES / f"{name}.json").read_bytes())


SAID: list[tuple[str, dict[str, Any]]] = [
    ("baileys_in_conversation", {"text": "Oi"}),
    ("baileys_in_ext_quoted", {"text": "sim, esse", "quote": "{sent}"}),
    (
        "baileys_in_ext_ad",
        {
            "text": "Olá!",
            "ad": {
                "title": "t",
                "body": "b",
                "sourceId": "1",
                "sourceUrl": "https://fb.me/a",
                "ctwaClid": "c",
            },
        },
    ),
    ("baileys_in_buttonsResponse", {"button": {"id": "yes", "title": "Sim"}, "quote": "{sent}"}),
    (
        "baileys_in_location",
        {"location": {"latitude": -23.5, "longitude": -46.6, "name": "Casa", "address": "Rua X"}},
    ),
    ("baileys_in_contact", {"contact": {"name": "João", "phone": "+5511999990000"}}),
    ("baileys_in_reaction", {"reaction": {"id": "{sent}", "text": "👍"}}),
    ("baileys_in_audio_ptt_base64", {"audio": {}}),
    ("baileys_in_image_base64", {"image": {"caption": "minha carteirinha"}}),
    ("baileys_in_document_base64", {"document": {}}),
]


@pytest.mark.parametrize(("name", "said"), SAID, ids=[name for name, _ in SAID])
async def test_a_patients_message_has_the_keys_of_the_captured_one(name: str, said: dict[str, Any]) -> None:
    async with world(base64=True) as there:
        await there.say()
        _, sent = await there.api(SEND, TEXT)
        asked = orjson.loads(orjson.dumps(said).replace(b"{sent}", sent["key"]["id"].encode()))
        await there.control(f"/evolution/{INSTANCE}/say", {"from": MARIA, "name": "Maria Souza", **asked})
        await there.settle()
        made = [hit.json for hit in there.receiver.hits if hit.json["event"] == "messages.upsert"][-1]
        assert shape(made) == shape(captured(name))


async def test_a_list_reply_has_the_keys_of_the_captured_one(there: World) -> None:
    quoted_without_text = {
        "quote": "UNKNOWN",
        "list": {"id": "1", "title": "09:00", "description": "Dra. Ana"},
    }
    await there.control(f"/evolution/{INSTANCE}/say", {"from": MARIA, **quoted_without_text})
    await there.settle()
    assert shape(there.receiver.hits[-1].json) == shape(captured("baileys_in_listResponse"))


async def test_what_is_sent_has_the_keys_of_the_captured_echo_and_updates(there: World) -> None:
    await there.say()
    _, sent = await there.api(SEND, TEXT)
    await there.settle()
    await there.control(f"/evolution/{INSTANCE}/read", {"address": MARIA})
    await there.settle()
    bodies = {hit.json["event"]: hit.json for hit in there.receiver.hits}
    assert shape(bodies["send.message"]) == shape(captured("baileys_send_conversation"))
    assert bodies["send.message"]["data"] == sent
    updates = there.receiver.of("messages.update")
    assert [update["status"] for update in updates] == ["SERVER_ACK", "DELIVERY_ACK", "READ"]
    assert {update["keyId"] for update in updates} == {sent["key"]["id"]}
    assert shape(bodies["messages.update"]) == shape(captured("baileys_update_READ"))


PDF, PNG, OGG = "JVBERi0xLjQK", "iVBORw0KGgo=", "T2dnUw=="
SENT: list[tuple[str, str, str, dict[str, Any]]] = [
    ("baileys_send_audioMessage", INSTANCE, "sendWhatsAppAudio", {"audio": OGG}),
    ("baileys_send_documentMessage", INSTANCE, "sendMedia",
     {"mediatype": "document", "mimetype": "application/pdf", "fileName": "a.pdf", "caption": "doc", "media": PDF}),
    ("baileys_send_imageMessage", INSTANCE, "sendMedia", {"mediatype": "image", "mimetype": "image/png", "caption": "mapa", "media": PNG}),
    ("baileys_send_locationMessage", INSTANCE, "sendLocation", {"latitude": -23.5, "longitude": -46.6, "name": "Clínica", "address": "Rua X"}),
    ("cloud_send_audioMessage", CLOUD_INSTANCE, "sendWhatsAppAudio", {"audio": OGG}),
    ("cloud_send_documentMessage", CLOUD_INSTANCE, "sendMedia",
     {"mediatype": "document", "mimetype": "application/pdf", "fileName": "a.pdf", "caption": "doc", "media": PDF}),
    ("cloud_send_locationMessage", CLOUD_INSTANCE, "sendLocation", {"latitude": -23.5, "longitude": -46.6, "name": "Clínica", "address": "Rua X"}),
]  # fmt: skip
REACTION = {"key": {"id": "3A1", "remoteJid": MARIA_JID, "fromMe": False}, "reaction": "👍"}


@pytest.mark.parametrize(("name", "instance", "route", "asked"), SENT, ids=[row[0] for row in SENT])
async def test_each_kind_that_is_sent_has_the_keys_of_the_captured_one(
    name: str, instance: str, route: str, asked: dict[str, Any]
) -> None:
    async with world(base64=True) as there:
        status, answer = await there.api(f"/message/{route}/{instance}", {"number": MARIA_JID, **asked})
        await there.settle()
        (made,) = [hit.json for hit in there.receiver.hits if hit.json["event"] == "send.message"]
        assert (status, made["data"]) == (201, answer)
        assert shape(made) == shape(captured(name))
        assert made["data"]["messageType"] == captured(name)["data"]["messageType"]


@pytest.mark.parametrize(
    ("name", "instance"),
    [("baileys_send_reactionMessage", INSTANCE), ("cloud_send_conversation", CLOUD_INSTANCE)],
)
async def test_a_reaction_that_is_sent_has_the_keys_of_the_captured_one(
    there: World, name: str, instance: str
) -> None:
    """On the Cloud API it calls itself a conversation."""
    await there.api(f"/message/sendReaction/{instance}", REACTION)
    await there.settle()
    made = there.receiver.hits[0].json
    assert shape(made) == shape(captured(name))
    assert made["data"]["messageType"] == captured(name)["data"]["messageType"]


async def test_the_clinics_own_phone_is_an_upsert_from_me_and_no_send(there: World) -> None:
    await there.control(f"/evolution/{INSTANCE}/type", {"to": MARIA, "text": "respondi pelo celular"})
    await there.settle()
    assert there.receiver.events() == ["messages.upsert"]
    assert shape(there.receiver.hits[0].json) == shape(captured("baileys_in_fromMe_phone"))
    assert there.receiver.of("messages.upsert")[0]["key"]["fromMe"] is True


async def test_edits_and_deletions_have_the_keys_of_the_captured_ones(there: World) -> None:
    said = await there.say()
    await there.control(f"/evolution/{INSTANCE}/edit", {"id": said["id"], "text": "Oi, quero REmarcar"})
    await there.control(f"/evolution/{INSTANCE}/edit", {"id": said["id"]})
    await there.settle()
    edited, revoked = [hit.json for hit in there.receiver.hits if hit.json["event"] == "messages.edited"]
    assert shape(edited) == shape(captured("baileys_in_edited"))
    assert shape(revoked) == shape(captured("baileys_in_revoke_delete_for_everyone"))


@pytest.mark.parametrize(
    ("state", "name", "event"),
    [
        ("open", "baileys_connection_open_200", "connection.update"),
        ("connecting", "baileys_connection_connecting_200", "connection.update"),
        ("qrcode", "baileys_qrcode_updated", "qrcode.updated"),
    ],
)
async def test_connection_events_have_the_captured_keys(
    there: World, state: str, name: str, event: str
) -> None:
    await there.control(f"/evolution/{INSTANCE}/connection", {"state": state})
    await there.settle()
    assert there.receiver.events() == [event]
    assert shape(there.receiver.hits[0].json) == shape(captured(name))


async def test_a_code_that_nobody_scans_thirty_times_is_given_up(there: World) -> None:
    for _ in range(31):
        await there.api("/instance/connect/nova", method="GET")
    await there.settle()
    codes = there.receiver.of("qrcode.updated")
    assert len({code["qrcode"]["code"] for code in codes[:30]}) == 30
    assert codes[30] == {"message": "QR code limit reached, please login again", "statusCode": 500}
    _, state = await there.api("/instance/connectionState/nova", method="GET")
    assert state["instance"]["state"] == "close"


async def test_a_file_that_cannot_be_downloaded_is_in_no_webhook_and_not_to_be_had() -> None:
    async with world(base64=True) as there:
        there.faults().set(Fault.NO_FILE)
        said = await there.control(f"/evolution/{INSTANCE}/say", {"from": MARIA, "audio": {}})
        await there.settle()
        assert "base64" not in there.receiver.of("messages.upsert")[0]["message"]
        path, asked = f"/chat/getBase64FromMediaMessage/{INSTANCE}", {"message": {"key": {"id": said["id"]}}}
        assert (await there.api(path, asked))[0] == 400
        there.faults().clear()
        assert (await there.api(path, asked))[0] == 201


async def test_without_its_licence_the_server_does_nothing(there: World) -> None:
    there.faults().set(Fault.LICENSE, count=1)
    status, body = await there.api(SEND, TEXT)
    assert (status, body["code"]) == (503, "LICENSE_REQUIRED")
    assert (await there.api(SEND, TEXT))[0] == 201


async def test_a_log_out_says_so_three_times_and_a_transient_close_says_nothing(there: World) -> None:
    await there.control(f"/evolution/{INSTANCE}/connection", {"state": "close", "reason": 428})
    await there.settle()
    assert there.receiver.hits == []
    await there.control(f"/evolution/{INSTANCE}/connection", {"state": "close", "reason": 401})
    await there.settle()
    assert there.receiver.events() == ["connection.update", "status.instance", "logout.instance"]
    assert shape(there.receiver.hits[0].json) == shape(captured("baileys_connection_close_401"))
    assert shape(there.receiver.hits[1].json) == shape(captured("baileys_status_instance"))


CLOUD: list[tuple[str, dict[str, Any]]] = [
    ("cloud_in_conversation", {"text": "Oi"}),
    ("cloud_in_conversation_quoted", {"text": "respondendo", "quote": "wamid.X"}),
    (
        "cloud_in_interactiveMessage_button_reply",
        {"button": {"id": "yes", "title": "Confirmar"}, "quote": "wamid.X"},
    ),
    ("cloud_in_imageMessage", {"image": {"caption": "exame"}}),
    ("cloud_in_audioMessage", {"audio": {}}),
    (
        "cloud_in_locationMessage",
        {"location": {"latitude": 1, "longitude": 2, "name": "Casa", "address": "Rua"}},
    ),
    ("cloud_in_reactionMessage", {"reaction": {"id": "wamid.X", "text": "👍"}}),
]


@pytest.mark.parametrize(("name", "said"), CLOUD, ids=[name for name, _ in CLOUD])
async def test_the_cloud_api_writes_its_own_shape(there: World, name: str, said: dict[str, Any]) -> None:
    await there.control(f"/evolution/{CLOUD_INSTANCE}/say", {"from": MARIA, "name": "Maria Cloud", **said})
    await there.settle()
    assert shape(there.receiver.hits[0].json) == shape(captured(name))


async def test_cloud_statuses_say_from_me_false(there: World) -> None:
    await there.api(f"/message/sendText/{CLOUD_INSTANCE}", {"number": MARIA, "text": "Olá"})
    await there.settle()
    updates = there.receiver.of("messages.update")
    assert [update["status"] for update in updates] == ["SENT", "DELIVERED"]
    assert shape(there.receiver.hits[-1].json) == shape(captured("cloud_update_DELIVERED"))
    assert updates[0]["fromMe"] is False


async def test_a_person_without_a_number_comes_as_a_lid_alone_and_can_be_answered(there: World) -> None:
    there.faults().set(Fault.LID, count=1)
    said = await there.say()
    await there.settle()
    key = there.receiver.of("messages.upsert")[0]["key"]
    assert key["remoteJid"].endswith("@lid")
    assert "remoteJidAlt" not in key
    status, body = await there.api(SEND, {"number": key["remoteJid"], "text": "oi"})
    assert (status, body["key"]["remoteJid"]) == (201, said["address"])
    seen = await there.control(f"/evolution/{INSTANCE}/phones/{MARIA}", method="GET")
    assert [message["text"] for message in seen["messages"]] == ["Oi", "oi"]


async def test_a_lid_with_its_number_repeats_the_number_as_2_3_7_does(there: World) -> None:
    there.faults().set(Fault.LID, alt=True)
    await there.say()
    await there.settle()
    assert shape(there.receiver.hits[0].json) == shape(captured("baileys_in_LID_with_alt"))
    key = there.receiver.of("messages.upsert")[0]["key"]
    assert (key["remoteJid"], key["remoteJidAlt"], key["addressingMode"]) == (MARIA_JID, MARIA_JID, "lid")


async def test_only_subscribed_events_are_posted_each_at_its_own_address(there: World) -> None:
    instance = there.standin.evolution.instances[INSTANCE]
    instance.webhook = Webhook(there.receiver.url, events=("SEND_MESSAGE",), by_events=True)
    await there.say()
    await there.api(SEND, TEXT)
    await there.settle()
    assert [hit.path for hit in there.receiver.hits] == ["/hook/send-message"]
    assert there.receiver.hits[0].json["destination"] == there.receiver.url


async def test_the_secret_goes_as_a_header_or_signs_a_token(there: World) -> None:
    await there.say()
    instance = there.standin.evolution.instances[INSTANCE]
    instance.webhook = Webhook(there.receiver.url, {"jwt_key": "k" * 32})
    await there.say()
    await there.settle()
    plain, signed = (hit.headers["Authorization"] for hit in there.receiver.hits)
    assert plain == "Bearer s3cret"
    claims = jwt.decode(
        signed.removeprefix("Bearer "),
        "k" * 32,
        ["HS256"],
        options={"verify_exp": False, "verify_iat": False},
    )
    assert (claims["app"], claims["action"], claims["exp"] - claims["iat"]) == ("evolution", "webhook", 600)


async def test_find_messages_knows_what_happened_and_gives_bytes_as_base64(there: World) -> None:
    said = await there.say()
    await there.control(f"/evolution/{INSTANCE}/say", {"from": MARIA, "audio": {}})
    await there.api(SEND, TEXT)
    await there.settle()
    where = {"key": {"remoteJid": MARIA_JID}}
    status, body = await there.api(f"/chat/findMessages/{INSTANCE}", {"where": where, "offset": 2})
    found = body["messages"]
    assert (status, found["total"], found["pages"], len(found["records"])) == (200, 3, 2, 2)
    own = {"where": {"key": {"remoteJid": MARIA_JID, "fromMe": True}}}
    _, body = await there.api(f"/chat/findMessages/{INSTANCE}", own)
    assert [record["message"]["conversation"] for record in body["messages"]["records"]] == ["Olá"]
    _, body = await there.api(f"/chat/findMessages/{INSTANCE}", {"where": {"key": {"id": said["id"]}}})
    secret = body["messages"]["records"][0]["message"]["messageContextInfo"]["messageSecret"]
    assert base64.b64decode(secret) == b"s" * 32


async def test_a_failed_post_is_tried_again_while_the_next_go_ahead(there: World) -> None:
    there.receiver.answers = [503, 200, 200]
    await there.say("A")
    await there.say("B")
    await there.settle()
    assert [data["message"]["conversation"] for data in there.receiver.of("messages.upsert")] == [
        "A",
        "B",
        "A",
    ]
    first, _, again = there.receiver.hits
    assert first.body == again.body


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
async def test_some_statuses_end_the_retries_and_the_message_is_gone(there: World, status: int) -> None:
    there.receiver.answers = [status]
    await there.say()
    await there.settle()
    assert len(there.receiver.hits) == 1


async def test_ten_attempts_and_no_more(there: World) -> None:
    there.receiver.answers = [500] * 20
    await there.say()
    await there.settle()
    assert len(there.receiver.hits) == 10
    attempts = await there.control(f"/evolution/{INSTANCE}/deliveries", method="GET")
    assert [attempt["attempt"] for attempt in attempts] == list(range(1, 11))


async def test_the_waits_between_attempts_double_with_a_fifth_of_jitter() -> None:
    pace = 1 / 500
    moments: list[float] = []
    async with world(pace=pace) as there:
        there.receiver.answers = [500] * 7
        there.receiver.before = lambda: moments.append(time.monotonic())
        await there.say()
        await there.settle()
    waits = [(late - early) / pace for early, late in itertools.pairwise(moments)]
    assert len(waits) == 7
    for wait, due in zip(waits, RETRIES.delays, strict=False):
        assert 0.8 * due <= wait < 1.2 * due + 15  # 30 ms of this machine's own


async def test_a_reordered_post_comes_after_the_next(there: World) -> None:
    there.faults().set(Fault.REORDER, count=1)
    await there.say("A")
    await there.say("B")
    await there.settle()
    assert [data["message"]["conversation"] for data in there.receiver.of("messages.upsert")] == ["B", "A"]


async def test_a_duplicate_and_a_lost_post(there: World) -> None:
    there.faults().set(Fault.DUPLICATE, count=1)
    await there.say("A")
    await there.settle()
    there.faults().set(Fault.LOSE_WEBHOOK, count=1)
    await there.say("B")
    await there.say("C")
    await there.settle()
    texts = [data["message"]["conversation"] for data in there.receiver.of("messages.upsert")]
    assert texts == ["A", "A", "C"]
    seen = await there.control(f"/evolution/{INSTANCE}/messages", method="GET")
    assert [message["text"] for message in seen] == ["A", "B", "C"]


async def test_an_echo_may_come_before_the_answer_to_its_send() -> None:
    async with world(delays=Delays(0, 0)) as there:
        there.faults().set(Fault.ECHO_FIRST)
        posted = asyncio.Event()
        there.receiver.before, there.receiver.delay_s = posted.set, 0.2
        sending = asyncio.create_task(there.api(SEND, TEXT))
        await posted.wait()
        assert there.receiver.events() == ["send.message"]
        assert not sending.done()
        _, sent = await sending
        assert there.receiver.of("send.message") == [sent]


async def test_what_cannot_be_delivered_says_so_after_it_was_taken(there: World) -> None:
    there.faults().set(Fault.UNDELIVERED, count=1)
    await there.api(SEND, TEXT)
    await there.settle()
    assert [update["status"] for update in there.receiver.of("messages.update")] == ["SERVER_ACK", "ERROR"]
    (error,) = [hit.json for hit in there.receiver.hits if b"ERROR" in hit.body]
    assert shape(error) == shape(captured("baileys_update_ERROR"))


async def test_posts_never_hold_up_an_answer() -> None:
    async with world(delays=Delays(0, 0)) as there:
        there.receiver.delay_s = 0.4
        begun = time.monotonic()
        for _ in range(3):
            status, _ = await there.api(SEND, TEXT)
            assert status == 201
        assert time.monotonic() - begun < 0.4


async def test_a_send_waits_as_long_as_its_delay_and_typing_shows_meanwhile() -> None:
    async with world(pace=1.0, delays=Delays(0, 0)) as there:
        await there.say()
        presence = {"number": MARIA_JID, "presence": "composing", "delay": 300}
        typing = asyncio.create_task(there.api(f"/chat/sendPresence/{INSTANCE}", presence))
        await asyncio.sleep(0.1)
        phone = await there.control(f"/evolution/{INSTANCE}/phones/{MARIA}", method="GET")
        assert phone["typing_until"] is not None
        assert await typing == (201, {"presence": "composing"})
        phone = await there.control(f"/evolution/{INSTANCE}/phones/{MARIA}", method="GET")
        assert phone["typing_until"] is None
        begun = time.monotonic()
        await there.api(SEND, {**TEXT, "delay": 200})
        assert time.monotonic() - begun >= 0.2


async def test_a_phone_reads_only_what_was_delivered(there: World) -> None:
    there.faults().set(Fault.NEVER_DELIVERED, count=1)
    await there.api(SEND, TEXT)
    await there.api(SEND, TEXT)
    await there.settle()
    assert await there.control(f"/evolution/{INSTANCE}/read", {"address": MARIA}) == {"read": 1}
    seen = await there.control(f"/evolution/{INSTANCE}/phones/{MARIA}", method="GET")
    assert [message["status"] for message in seen["messages"]] == ["sent", "read"]


async def test_the_clock_moves_what_is_stamped(there: World) -> None:
    await there.control("/clock", {"offset_seconds": 86_400})
    await there.say("amanhã")
    await there.settle()
    stamp = there.receiver.of("messages.upsert")[0]["messageTimestamp"]
    assert stamp == int(there.clock.now().timestamp()) + 86_400


async def test_a_page_of_another_origin_cannot_steer_the_stand_in(there: World) -> None:
    url = f"{there.url}/_control/evolution/{INSTANCE}/say"
    async with there.session.post(
        url, data=b'{"from":"1","text":"x"}', headers={"Content-Type": "text/plain"}
    ) as answer:
        assert answer.status == 400
    assert there.receiver.hits == []


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"from": MARIA},
        {"from": MARIA, "text": "x", "audio": {}},
        {"from": MARIA, "text": "x", "at": "ontem"},
        {"from": MARIA, "text": "x", "at": "2026-11-25T10:00:00"},
        {"from": MARIA, "location": {}},
        {"from": MARIA, "image": {"base64": "#"}},
        {"from": MARIA, "image": 3},
    ],
)
async def test_a_mistake_in_the_control_api_is_named(there: World, asked: dict[str, Any]) -> None:
    async with there.session.post(f"{there.url}/_control/evolution/{INSTANCE}/say", json=asked) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"]


@given(st.integers(0, 2**31), st.floats(0.1, 0.9))
@settings(max_examples=20)
def test_a_fault_by_chance_strikes_the_same_again_with_the_same_seed(seed: int, probability: float) -> None:
    def run(others: bool) -> list[bool]:
        faults = Faults(seed, "x")
        faults.set(Fault.HANG, probability=probability)
        faults.set(Fault.SLOW, probability=0.5)
        struck = []
        for _ in range(50):
            if others:
                faults.strike(Fault.SLOW)
            struck.append(faults.strike(Fault.HANG) is not None)
        return struck

    assert run(others=False) == run(others=True)


async def test_a_fault_with_a_count_is_used_up() -> None:
    faults = Faults(1, "x")
    faults.set("hang", count=2, accept=False)
    assert [faults.strike(Fault.HANG) is not None for _ in range(3)] == [True, True, False]
    with pytest.raises(ValueError, match="probability"):
        faults.set("hang", probability=1.1)
    with pytest.raises(ValueError, match="nonsense"):
        faults.set("nonsense")


async def test_stopping_leaves_no_retry_behind(there: World) -> None:
    async with aiohttp.ClientSession() as session:
        outbox = Outbox(session, Faults(1, "x"), pace=1.0, seed=1)
        outbox.start()
        posted = outbox.put(Post("x", f"{there.url}/nowhere", b"", {}), Retries(delays=(60,)))
        await posted.wait()
        assert not outbox.quiet
        await outbox.stop()
        assert outbox.quiet
