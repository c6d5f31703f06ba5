"""No input makes the stand-in fall over: a 500 only where the vendor has one."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import aiohttp
import orjson
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from anna.standin import evolution_rules as rules
from tests.standin.harness import (
    ACCOUNT_SID,
    AUTH_TOKEN,
    CLOUD_INSTANCE,
    INSTANCE,
    MARIA,
    PAY_KEY,
    TOKEN,
    World,
    world,
)

VENDORS_OWN_500 = ("reading 'length'", "reading 'forEach'", "reading 'onWhatsApp'", "Connection Closed")
SHAPES = {
    "message/sendText": rules.SEND_TEXT,
    "message/sendButtons": rules.SEND_BUTTONS,
    "message/sendList": rules.SEND_LIST,
    "message/sendMedia": rules.SEND_MEDIA,
    "message/sendWhatsAppAudio": rules.SEND_AUDIO,
    "message/sendLocation": rules.SEND_LOCATION,
    "message/sendReaction": rules.SEND_REACTION,
    "chat/sendPresence": rules.PRESENCE,
    "chat/markMessageAsRead": rules.MARK_READ,
    "chat/whatsappNumbers": rules.NUMBERS,
    "chat/getBase64FromMediaMessage": rules.GET_BASE64,
    "chat/findMessages": rules.FIND_MESSAGES,
    "webhook/set": rules.WEBHOOK_SET,
}
WORDS = st.text(max_size=12) | st.sampled_from(
    [MARIA, f"{MARIA}@s.whatsapp.net", "1@lid", "1@g.us", "http://a.b/c", "QQ=="]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


def fitting(rule: rules.Rule) -> st.SearchStrategy[Any]:
    """Values that a rule takes."""
    if rule.enum:
        return st.sampled_from(rule.enum)
    if rule.type == "array":
        return st.lists(fitting(rule.items) if rule.items else JSON, min_size=rule.min_items, max_size=3)
    if rule.type == "object":
        return body_of(rule.inner) if rule.inner is not None else st.dictionaries(WORDS, JSON, max_size=3)
    return {
        "string": WORDS,
        "integer": st.integers(-5, 3),
        "number": st.integers(-5, 3) | st.floats(-5, 3),
        "boolean": st.booleans(),
    }[rule.type]


def body_of(shape: rules.Shape) -> st.SearchStrategy[dict[str, Any]]:
    """Mostly right bodies, with a wrong value here and there."""
    fields = {name: fitting(rule) | JSON for name, rule in shape.items()}
    right = {name: fitting(rule) for name, rule in shape.items()}
    needed = {name for name, rule in shape.items() if rule.required}
    whole = st.fixed_dictionaries(
        {name: right[name] for name in needed}, optional={name: right[name] for name in shape.keys() - needed}
    )
    return whole | st.fixed_dictionaries({}, optional=fields)


class Caller:
    """The stand-in in a loop of its own, so that hypothesis may call it from a plain function."""

    def __init__(self, loop: asyncio.AbstractEventLoop, there: World) -> None:
        self._loop, self._there = loop, there

    def __call__(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        async def ask() -> tuple[int, bytes]:
            url = self._there.url + path
            async with self._there.session.request(
                method,
                url,
                data=body,
                headers=headers,
                allow_redirects=False,
                timeout=aiohttp.ClientTimeout(10),
            ) as response:
                return response.status, await response.read()

        return self._loop.run_until_complete(ask())


@pytest.fixture(scope="module")
def ask() -> Iterator[Caller]:
    loop = asyncio.new_event_loop()
    context = world()
    there = loop.run_until_complete(context.__aenter__())
    yield Caller(loop, there)
    loop.run_until_complete(context.__aexit__(None, None, None))
    loop.close()


FEW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.mark.parametrize("route", SHAPES)
@given(data=st.data())
@FEW
def test_evolution_answers_anything_as_the_vendor_would(ask: Caller, route: str, data: st.DataObject) -> None:
    body = data.draw(body_of(SHAPES[route]) | JSON)
    instance = data.draw(st.sampled_from([INSTANCE, CLOUD_INSTANCE, "nova"]))
    headers = {"apikey": TOKEN, "Content-Type": "application/json"}
    status, answer = ask("POST", f"/{route}/{instance}", orjson.dumps(body), headers)
    assert status in {200, 201, 400} or (
        status == 500 and any(word in answer.decode() for word in VENDORS_OWN_500)
    ), answer


@given(
    raw=st.binary(max_size=40),
    kind=st.sampled_from(["application/json", "text/plain", "application/x-www-form-urlencoded"]),
)
@FEW
def test_evolution_reads_any_bytes(ask: Caller, raw: bytes, kind: str) -> None:
    status, _ = ask("POST", f"/message/sendText/{INSTANCE}", raw, {"apikey": TOKEN, "Content-Type": kind})
    assert status == 400


@given(
    form=st.dictionaries(
        st.sampled_from(
            ["To", "From", "Body", "MediaUrl", "ContentSid", "ContentVariables", "StatusCallback"]
        )
        | WORDS,
        WORDS
        | st.sampled_from(
            ["whatsapp:+5511988887777", "whatsapp:+551130000000", "HX" + "0" * 32, '{"1":"x"}']
        ),
        max_size=6,
    )
)
@FEW
def test_twilio_answers_any_form(ask: Caller, form: dict[str, str]) -> None:
    headers = {
        "Authorization": aiohttp.encode_basic_auth(ACCOUNT_SID, AUTH_TOKEN),
        "Content-Type": "application/x-www-form-urlencoded",
    }
    raw = urlencode(form).encode()
    status, answer = ask("POST", f"/2010-04-01/Accounts/{ACCOUNT_SID}/Messages.json", raw, headers)
    assert status in {201, 400}, answer


@given(body=JSON)
@FEW
def test_the_pay_page_and_the_control_api_answer_any_json(ask: Caller, body: Any) -> None:
    raw = orjson.dumps(body)
    kind = {"Content-Type": "application/json"}
    status, answer = ask("POST", "/pay/v1/charges", raw, {**kind, "Authorization": f"Bearer {PAY_KEY}"})
    assert status in {200, 201, 400}, answer
    for path in ("say", "type", "edit", "read", "numbers", "connection"):
        for account in (f"evolution/{INSTANCE}", "twilio/clinica-tw"):
            status, answer = ask("POST", f"/_control/{account}/{path}", raw, kind)
            assert status in {200, 201, 400}, (path, answer)
