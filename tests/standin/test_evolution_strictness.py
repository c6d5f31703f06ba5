"""Every refusal of the real server that Anna can meet, one row each."""

from __future__ import annotations

from typing import Any

import pytest

from tests.standin.harness import CLOUD_INSTANCE, GLOBAL_KEY, INSTANCE, MARIA, MARIA_JID, TOKEN, World

ROWS: list[tuple[str, str, str, Any, str | None, int, Any]] = [
    # name, method, path, body, key, status, message
    (
        "no key",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": MARIA, "text": "x"},
        None,
        401,
        "Unauthorized",
    ),
    (
        "wrong key",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": MARIA, "text": "x"},
        "no",
        401,
        "Unauthorized",
    ),
    (
        "unknown instance, whatever the key",
        "POST",
        "/message/sendText/nope",
        {},
        None,
        404,
        ['The "nope" instance does not exist'],
    ),
    ("unknown route", "POST", "/message/sendTexts/x", {}, TOKEN, 404, ["Cannot POST /message/sendTexts/x"]),
    (
        "wrong method",
        "GET",
        f"/message/sendText/{INSTANCE}",
        None,
        TOKEN,
        404,
        [f"Cannot GET /message/sendText/{INSTANCE}"],
    ),
    (
        "text missing",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": MARIA},
        TOKEN,
        400,
        [['instance requires property "text"']],
    ),
    (
        "number missing",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"text": "x"},
        TOKEN,
        400,
        [['instance requires property "number"']],
    ),
    (
        "number as int",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": 5511988887777, "text": "x"},
        TOKEN,
        400,
        [["Invalid format"]],
    ),
    (
        "v1 shape",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": MARIA, "textMessage": {"text": "x"}, "options": {"delay": 1}},
        TOKEN,
        400,
        [
            [
                'instance requires property "text"',
                'instance is not allowed to have the additional property "textMessage"',
                'instance is not allowed to have the additional property "options"',
            ]
        ],
    ),
    (
        "unknown parameter",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": MARIA, "text": "x", "messageId": "1"},
        TOKEN,
        400,
        [['instance is not allowed to have the additional property "messageId"']],
    ),
    (
        "empty text",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": MARIA, "text": " "},
        TOKEN,
        400,
        ["Text is required"],
    ),
    (
        "not on WhatsApp",
        "POST",
        f"/message/sendText/{INSTANCE}",
        {"number": "11988887777", "text": "x"},
        TOKEN,
        400,
        [{"jid": "11988887777@s.whatsapp.net", "exists": False, "number": "11988887777"}],
    ),
    (
        "presence to a number not on WhatsApp",
        "POST",
        f"/chat/sendPresence/{INSTANCE}",
        {"number": "123", "presence": "composing", "delay": 1},
        TOKEN,
        400,
        ["[object Object]"],
    ),
    (
        "presence without delay",
        "POST",
        f"/chat/sendPresence/{INSTANCE}",
        {"number": MARIA, "presence": "composing"},
        TOKEN,
        400,
        [['instance requires property "delay"']],
    ),
    (
        "never connected",
        "POST",
        "/message/sendText/nova",
        {"number": MARIA, "text": "x"},
        TOKEN,
        500,
        "Cannot read properties of undefined (reading 'onWhatsApp')",
    ),
    (
        "presence on the Cloud API",
        "POST",
        f"/chat/sendPresence/{CLOUD_INSTANCE}",
        {"number": MARIA, "presence": "composing", "delay": 1},
        TOKEN,
        400,
        ["Method not available on WhatsApp Business API"],
    ),
    (
        "four buttons",
        "POST",
        f"/message/sendButtons/{INSTANCE}",
        {
            "number": MARIA,
            "title": "x",
            "buttons": [{"type": "reply", "displayText": str(n), "id": str(n)} for n in range(4)],
        },
        TOKEN,
        400,
        ["Maximum of 3 reply buttons allowed"],
    ),
    (
        "list without footer",
        "POST",
        f"/message/sendList/{INSTANCE}",
        {
            "number": MARIA,
            "title": "x",
            "buttonText": "y",
            "sections": [{"title": "s", "rows": [{"title": "r", "rowId": "1"}]}],
        },
        TOKEN,
        400,
        [['instance requires property "footerText"']],
    ),
    (
        "media at a host without a dot",
        "POST",
        f"/message/sendMedia/{INSTANCE}",
        {"number": MARIA, "mediatype": "image", "media": "http://minio:9000/a.png"},
        TOKEN,
        400,
        ["Owned media must be a url or base64"],
    ),
    (
        "location without address",
        "POST",
        f"/message/sendLocation/{INSTANCE}",
        {"number": MARIA, "latitude": 1.0, "longitude": 1, "name": "x"},
        TOKEN,
        400,
        [['instance requires property "address"']],
    ),
    (
        "webhook without events",
        "POST",
        f"/webhook/set/{INSTANCE}",
        {"webhook": {"enabled": True, "url": "http://a.b/c"}},
        TOKEN,
        500,
        "Cannot read properties of undefined (reading 'length')",
    ),
    (
        "name taken",
        "POST",
        "/instance/create",
        {"instanceName": INSTANCE, "integration": "WHATSAPP-BAILEYS"},
        GLOBAL_KEY,
        403,
        [f'This name "{INSTANCE}" is already in use.'],
    ),
    (
        "create with an instance's key",
        "POST",
        "/instance/create",
        {"instanceName": "x", "integration": "WHATSAPP-BAILEYS"},
        TOKEN,
        401,
        "Unauthorized",
    ),
    (
        "media of an unknown message",
        "POST",
        f"/chat/getBase64FromMediaMessage/{INSTANCE}",
        {"message": {"key": {"id": "nope"}}},
        TOKEN,
        400,
        ["Message not found"],
    ),
]


@pytest.mark.parametrize(
    ("method", "path", "body", "key", "status", "message"),
    [row[1:] for row in ROWS],
    ids=[row[0] for row in ROWS],
)
async def test_a_mistake_gets_the_vendors_own_words(
    there: World, method: str, path: str, body: Any, key: str | None, status: int, message: Any
) -> None:
    assert await there.api(path, body, method=method, key=key) == (
        status,
        {"status": status, "error": _NAMES[status], "response": {"message": message}},
    )
    assert there.receiver.hits == []


_NAMES = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    500: "Internal Server Error",
}


async def test_a_socket_that_closed_speaks_in_two_ways(there: World) -> None:
    await there.say()
    await there.control(f"/evolution/{INSTANCE}/connection", {"state": "close", "reason": 428})
    path = f"/message/sendText/{INSTANCE}"
    status, body = await there.api(path, {"number": MARIA_JID, "text": "x"})
    assert (status, body["response"]["message"]) == (400, ["Error: Connection Closed"])
    status, body = await there.api(path, {"number": "5511977776666", "text": "x"})
    assert (status, body["response"]["message"]) == (500, "Connection Closed")


async def test_whatsapp_numbers_on_the_cloud_api_answers_without_the_wrapper(there: World) -> None:
    status, body = await there.api(f"/chat/whatsappNumbers/{CLOUD_INSTANCE}", {"numbers": [MARIA]})
    assert status == 400
    assert body == {
        "status": 400,
        "error": "Bad Request",
        "message": ["Method not available on WhatsApp Business API"],
    }


@pytest.mark.parametrize(
    ("number", "jid"),
    [
        ("5531988887777", "553188887777@s.whatsapp.net"),
        ("+55 (31) 98888-7777", "553188887777@s.whatsapp.net"),
        ("5511988887777", "5511988887777@s.whatsapp.net"),
        ("5531968887777", "5531968887777@s.whatsapp.net"),
        ("553188887777", "553188887777@s.whatsapp.net"),
        ("5531988887777@s.whatsapp.net", "5531988887777@s.whatsapp.net"),
    ],
)
async def test_the_ninth_digit_goes_as_create_jid_takes_it(there: World, number: str, jid: str) -> None:
    status, body = await there.api(f"/chat/whatsappNumbers/{INSTANCE}", {"numbers": [number]})
    assert status == 200
    assert body == [{"jid": jid, "exists": True, "number": number}]


async def test_a_number_that_wrote_is_answered_under_its_own_address(there: World) -> None:
    await there.say(**{"from": "5531988887777"})
    status, body = await there.api(f"/message/sendText/{INSTANCE}", {"number": "5531988887777", "text": "x"})
    assert status == 201
    assert body["key"]["remoteJid"] == "5531988887777@s.whatsapp.net"
