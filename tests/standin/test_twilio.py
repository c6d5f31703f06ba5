"""Twilio as its documents describe it: errors with their codes, signatures its own library accepts, statuses in order."""

from __future__ import annotations

from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl

import aiohttp
import pytest
from twilio.request_validator import RequestValidator

from anna.standin.faults import Fault
from tests.standin.harness import (
    ACCOUNT_SID,
    AUTH_TOKEN,
    SENDER,
    SMS_SENDER,
    TEMPLATE_SID,
    World,
)

BASE = f"/2010-04-01/Accounts/{ACCOUNT_SID}"
TO = "whatsapp:+5511988887777"
GOOD = {"To": TO, "From": SENDER, "Body": "Olá"}
PLAYER = "/twilio/clinica-tw"


async def create(
    there: World, form: dict[str, str], *, user: str = ACCOUNT_SID, password: str = AUTH_TOKEN
) -> tuple[int, Any]:
    headers = {"Authorization": aiohttp.encode_basic_auth(user, password)}
    async with there.session.post(f"{there.url}{BASE}/Messages.json", data=form, headers=headers) as response:
        return response.status, await response.json()


async def get(there: World, path: str, params: dict[str, str] | None = None) -> tuple[int, Any]:
    headers = {"Authorization": aiohttp.encode_basic_auth(ACCOUNT_SID, AUTH_TOKEN)}
    async with there.session.get(there.url + path, params=params, headers=headers) as response:
        return response.status, await response.json()


def without(name: str) -> dict[str, str]:
    return {key: value for key, value in GOOD.items() if key != name}


REFUSED: list[tuple[str, dict[str, str], int]] = [
    ("no To", without("To"), 21604),
    ("no From", without("From"), 21603),
    ("no Body", without("Body"), 21619),
    ("empty Body", {**GOOD, "Body": ""}, 21602),
    ("Body over 1600", {**GOOD, "Body": "x" * 1601}, 21617),
    ("To of digits only", {**GOOD, "To": "whatsapp:5511988887777"}, 21211),
    ("BSUID made into digits", {**GOOD, "To": "whatsapp:+1502576394655843999"}, 21211),
    ("unknown sender", {**GOOD, "From": "whatsapp:+15005550006"}, 63007),
    ("From without its channel", {**GOOD, "From": SMS_SENDER}, 63007),
    ("SMS from a WhatsApp sender", {**GOOD, "To": "+5511988887777"}, 21606),
    ("SMS to a landline", {**GOOD, "To": "+551130001000", "From": SMS_SENDER}, 21614),
    ("unknown parameter", {**GOOD, "IdempotencyKey": "1"}, 20001),
    ("unknown template", {**without("Body"), "ContentSid": "HX" + "1" * 32}, 21655),
    (
        "variables that are no JSON",
        {**without("Body"), "ContentSid": TEMPLATE_SID, "ContentVariables": "x"},
        21656,
    ),
    (
        "variables with a number",
        {**without("Body"), "ContentSid": TEMPLATE_SID, "ContentVariables": '{"1":2}'},
        21656,
    ),
    ("callback without https", {**GOOD, "StatusCallback": "http://example.com/s"}, 21609),
    ("callback with an underscore", {**GOOD, "StatusCallback": "https://my_host.com/s"}, 21609),
]


@pytest.mark.parametrize(("form", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
async def test_a_mistake_gets_its_code(there: World, form: dict[str, str], code: int) -> None:
    status, body = await create(there, form)
    assert (status, body["status"], body["code"]) == (400, 400, code)
    assert body["more_info"] == f"https://www.twilio.com/docs/errors/{code}"
    assert await there.control(f"{PLAYER}/messages", method="GET") == []


@pytest.mark.parametrize(
    ("user", "password"), [(ACCOUNT_SID, "no"), ("SK1", AUTH_TOKEN), ("", ""), ("AC", "x")]
)
async def test_a_stranger_is_20003(there: World, user: str, password: str) -> None:
    status, body = await create(there, GOOD, user=user, password=password)
    assert (status, body["code"]) == (401, 20003)


async def test_an_api_key_signs_in_too(there: World) -> None:
    status, _ = await create(there, GOOD, user="SK1", password="sk-secret")
    assert status == 201


async def test_a_created_message_is_text_everywhere_with_rfc_2822_dates(there: World) -> None:
    _, body = await create(there, GOOD)
    assert (body["status"], body["num_media"], body["date_sent"], body["error_code"]) == (
        "queued",
        "0",
        None,
        None,
    )
    assert parsedate_to_datetime(body["date_created"]) == there.clock.now().replace(microsecond=0)
    await there.settle()
    status, fetched = await get(there, f"{BASE}/Messages/{body['sid']}.json")
    assert (status, fetched.keys(), fetched["sid"]) == (200, body.keys(), body["sid"])


async def test_outside_the_window_only_a_template_goes(there: World) -> None:
    callback = f"{there.receiver.url}/status"
    await create(there, {**GOOD, "StatusCallback": callback})
    await there.settle()
    failed = dict(parse_qsl(there.receiver.hits[-1].body.decode()))
    assert (failed["MessageStatus"], failed["ErrorCode"]) == ("failed", "63016")
    variables = '{"1":"Maria","2":"terça, 14/10, às 15h30"}'
    template = {**without("Body"), "ContentSid": TEMPLATE_SID, "ContentVariables": variables}
    _, sent = await create(there, template)
    await there.settle()
    assert sent["body"] == "Olá Maria, sua consulta é terça, 14/10, às 15h30."
    seen = await there.control(f"{PLAYER}/phones/{TO}", method="GET")
    assert [message["status"] for message in seen["messages"]] == ["failed", "delivered"]


async def test_everything_posted_carries_a_signature_the_official_library_accepts(there: World) -> None:
    await there.control(f"{PLAYER}/say", {"from": TO, "name": "Maria & João", "text": "Olá + ção 👍"})
    await create(there, {**GOOD, "StatusCallback": f"{there.receiver.url}/status?a=b"})
    await there.settle()
    await there.control(f"{PLAYER}/read", {"address": TO})
    await there.settle()
    assert len(there.receiver.hits) == 4
    validator = RequestValidator(AUTH_TOKEN)
    for hit in there.receiver.hits:
        form = dict(parse_qsl(hit.body.decode(), keep_blank_values=True))
        assert validator.validate(hit.url, form, hit.headers["X-Twilio-Signature"])
        assert "#" not in hit.url
    statuses = [dict(parse_qsl(hit.body.decode()))["MessageStatus"] for hit in there.receiver.hits[1:]]
    assert statuses == ["sent", "delivered", "read"]


INBOUND: list[tuple[str, dict[str, Any], dict[str, str]]] = [
    ("text", {"text": "Oi"}, {"Body": "Oi", "NumMedia": "0", "MessageType": "text", "WaId": "5511988887777"}),
    (
        "button",
        {"button": {"id": "yes", "title": "Sim"}},
        {"Body": "Sim", "ButtonText": "Sim", "ButtonPayload": "yes"},
    ),
    ("list", {"list": {"id": "s1", "title": "09:00"}}, {"ListId": "s1", "ListTitle": "09:00"}),
    ("audio", {"audio": {}}, {"NumMedia": "1", "MediaContentType0": "audio/ogg", "Body": ""}),
    ("caption", {"image": {"caption": "olha"}}, {"NumMedia": "1", "Body": "olha", "MessageType": "image"}),
    (
        "location",
        {"location": {"latitude": -23.5, "longitude": -46.6}},
        {"Latitude": "-23.5", "MessageType": "location"},
    ),
    (
        "quote",
        {"text": "esse", "quote": "SM1"},
        {"OriginalRepliedMessageSid": "SM1", "OriginalRepliedMessageSender": SENDER},
    ),
]


@pytest.mark.parametrize(("said", "fields"), [row[1:] for row in INBOUND], ids=[row[0] for row in INBOUND])
async def test_a_patients_message_carries_the_fields_of_its_kind(
    there: World, said: dict[str, Any], fields: dict[str, str]
) -> None:
    await there.control(f"{PLAYER}/say", {"from": TO, "name": "Maria", **said})
    await there.settle()
    form = dict(parse_qsl(there.receiver.hits[0].body.decode(), keep_blank_values=True))
    assert fields.items() <= form.items()
    assert form["MessageSid"] == form["SmsSid"] == form["SmsMessageSid"]
    assert (form["From"], form["To"], form["SmsStatus"]) == (TO, SENDER, "received")


async def test_a_person_with_a_username_has_no_number_and_can_be_answered(there: World) -> None:
    there.faults("twilio", "clinica-tw").set(Fault.LID)
    await there.control(f"{PLAYER}/say", {"from": TO, "text": "Oi"})
    await there.settle()
    form = dict(parse_qsl(there.receiver.hits[0].body.decode()))
    assert form["From"] == form["ExternalUserId"]
    assert form["From"].startswith("whatsapp:BR.")
    assert "WaId" not in form
    status, _ = await create(there, {**GOOD, "To": form["From"]})
    await there.settle()
    seen = await there.control(f"{PLAYER}/phones/{TO}", method="GET")
    assert (status, [message["status"] for message in seen["messages"]]) == (201, ["delivered", "delivered"])


async def test_an_sms_has_no_whatsapp_fields(there: World) -> None:
    await there.control(f"{PLAYER}/say", {"from": "+5511988887777", "text": "oi", "channel": "sms"})
    await there.settle()
    form = dict(parse_qsl(there.receiver.hits[0].body.decode()))
    assert (form["From"], form["To"]) == ("+5511988887777", SMS_SENDER)
    assert not {"WaId", "ProfileName", "ExternalUserId"} & form.keys()


async def test_stop_ends_sms_until_start_and_leaves_whatsapp_alone(there: World) -> None:
    sms = {"To": "+5511988887777", "From": SMS_SENDER, "Body": "Lembrete"}
    for word, code in (("Stop", 21610), ("oi", 21610), ("START", None)):
        await there.control(f"{PLAYER}/say", {"from": TO, "text": word, "channel": "sms"})
        status, body = await create(there, sms)
        assert (status, body.get("code")) == ((400, code) if code else (201, None)), word
    await there.control(f"{PLAYER}/say", {"from": TO, "text": "STOP"})
    assert (await create(there, GOOD))[0] == 201, "on WhatsApp whoever writes has to obey by himself"


async def test_without_an_override_a_5xx_is_not_tried_again(there: World) -> None:
    there.receiver.answers = [503] * 5
    await there.control(f"{PLAYER}/say", {"from": TO, "text": "com rc=2"})
    await there.settle()
    assert len(there.receiver.hits) == 3
    await there.control(f"{PLAYER}/webhook", {"url": there.receiver.url})
    await there.control(f"{PLAYER}/say", {"from": TO, "text": "sem"})
    await there.settle()
    assert len(there.receiver.hits) == 4


async def test_the_list_is_filtered_and_paged(there: World) -> None:
    for text in ("a", "b", "c"):
        await create(there, {**GOOD, "Body": text})
    await create(there, {**GOOD, "To": "whatsapp:+5511977776666"})
    status, page = await get(there, f"{BASE}/Messages.json", {"To": TO, "PageSize": "2"})
    assert (status, len(page["messages"])) == (200, 2)
    _, rest = await get(there, page["next_page_uri"])
    assert (len(rest["messages"]), rest["next_page_uri"]) == (1, None)
    _, none = await get(there, f"{BASE}/Messages.json", {"DateSent>": "2099-01-01"})
    assert none["messages"] == []


async def test_what_is_not_there_is_20404(there: World) -> None:
    for path in (f"{BASE}/Messages/SM0.json", f"{BASE}/Messages/SM0/Media.json", "/2010-04-01/Nothing"):
        status, body = await get(there, path)
        assert (status, body["code"]) == (404, 20404)


async def test_faults_of_an_api_call(there: World) -> None:
    faults = there.faults("twilio", "clinica-tw")
    faults.set(Fault.TOO_MANY, count=1)
    status, body = await create(there, GOOD)
    assert (status, body["code"]) == (429, 20429)
    faults.set(Fault.ERROR_AFTER_ACCEPT, count=1)
    status, body = await create(there, GOOD)
    assert (status, body["code"]) == (500, 20500)
    faults.set(Fault.UNDELIVERED, code=63003)
    await there.control(f"{PLAYER}/say", {"from": TO, "text": "oi"})
    _, sent = await create(there, GOOD)
    await there.settle()
    _, now = await get(there, f"{BASE}/Messages/{sent['sid']}.json")
    assert (now["status"], now["error_code"]) == ("undelivered", 63003)
