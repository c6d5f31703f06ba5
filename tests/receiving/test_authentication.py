"""Who is not who they say gets 401 and leaves no trace; what is Anna's own trouble is 503, never a 4xx."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
from base64 import b64encode
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import jwt
import pytest
from hypothesis import given, strategies as st
from multidict import MultiDict
from twilio.request_validator import RequestValidator

from anna.errors import Unauthorized
from anna.kit.crypto import SecretBox, new_key
from anna.providers.twilio.auth import verify
from anna.web import webhooks
from tests.receiving.conftest import (
    ACCOUNT_TOKEN,
    CLIENTE,
    NOW,
    PUBLIC_URL,
    SECRET,
    Receiving,
    add_instance,
    fixture_body,
)

TABLES = ("mensagens", "contatos", "conversas", "eventos_brutos", "status_orfaos")


UNSIGNED = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJhcHAiOiJldm9sdXRpb24iLCJleHAiOjkwMDAwMDAwMDB9."
"""alg none, exp far ahead, app evolution."""


async def nothing_stored(receiving: Receiving) -> bool:
    stored = [await receiving.count(f"whatsapp.{table}") for table in TABLES]
    seen = await receiving.db.fetchval(
        "select count(*) from whatsapp.instancias where recebida_em is not null"
    )
    return stored == [0] * len(TABLES) and seen == 0


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        f"Basic {SECRET}",
        SECRET,
        f"Bearer {SECRET}x",
        "Bearer ção",
        "Bearer \udcff",
    ],
)
async def test_a_wrong_secret_stores_nothing(receiving: Receiving, authorization: str | None) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    body = fixture_body("baileys_in_conversation")
    assert await receiving.post(body, secret=None, headers=headers) == 401
    assert await nothing_stored(receiving)


@pytest.mark.parametrize(
    "path",
    [
        "/webhooks/nobody/evolution/clinica-wa",
        f"/webhooks/{CLIENTE}/evolution/nothing",
        f"/webhooks/{CLIENTE}/twilio/clinica-wa",
        f"/webhooks/{CLIENTE}/carrier-pigeon/clinica-wa",
        f"/webhooks/{CLIENTE}/evolution/%00",
        f"/webhooks/{CLIENTE}/evolution/clinica-wa%27--",
    ],
)
async def test_what_does_not_exist_looks_like_a_wrong_secret(receiving: Receiving, path: str) -> None:
    headers = {"Authorization": f"Bearer {SECRET}"}
    async with receiving.http.post(
        path, json=fixture_body("baileys_in_conversation"), headers=headers
    ) as answer:
        assert (answer.status, await answer.read()) == (401, b"")
    assert await nothing_stored(receiving)


async def test_the_secret_of_one_instance_opens_no_other(receiving: Receiving, box: SecretBox) -> None:
    other = {"apikey": "k", "webhook_secret": "another-secret"}
    await add_instance(receiving.db, box, receiving.clinica_id, "outra", "evolution", other)
    assert await receiving.post(fixture_body("baileys_in_conversation"), instance="outra") == 401


async def test_an_instance_without_a_secret_takes_nothing(receiving: Receiving, box: SecretBox) -> None:
    await add_instance(receiving.db, box, receiving.clinica_id, "aberta", "evolution", {"webhook_secret": ""})
    assert await receiving.post(fixture_body("baileys_in_conversation"), instance="aberta", secret="") == 401


async def test_a_changed_secret_counts_with_the_first_message_that_shows_it(
    receiving: Receiving, box: SecretBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Evolution never repeats what was refused, so what is remembered may not refuse the new secret."""
    monkeypatch.setattr(webhooks, "RECENT_S", 0.0)
    body = fixture_body("baileys_in_conversation")
    assert await receiving.post(body) == 200
    await receiving.db.execute(
        "update whatsapp.instancias set segredos = $1 where nome = 'clinica-wa'",
        box.seal({"webhook_secret": "new"}),
    )
    assert await receiving.post(body, secret="new") == 200
    assert await receiving.post(body) == 401


async def test_who_guesses_secrets_does_not_reach_the_database_each_time(
    receiving: Receiving, box: SecretBox
) -> None:
    body = fixture_body("baileys_in_conversation")
    assert await receiving.post(body, secret="guess") == 401
    await receiving.db.execute(
        "update whatsapp.instancias set segredos = $1 where nome = 'clinica-wa'",
        box.seal({"webhook_secret": "guess"}),
    )
    assert await receiving.post(body, secret="guess") == 401, "it was read a moment ago"


def token(secret: str = SECRET, age: timedelta = timedelta(0), **claims: Any) -> str:
    made = NOW - age
    return jwt.encode(
        {"iat": made, "exp": made + timedelta(minutes=10), "app": "evolution", "action": "webhook", **claims},
        secret,
        "HS256",
    )


@pytest.mark.parametrize(
    ("shown", "status"),
    [
        (token(), 200),
        (token(age=timedelta(minutes=39)), 200),
        (token(age=timedelta(minutes=41)), 401),
        (token(age=timedelta(minutes=-5)), 200),
        (token(secret="another-secret-of-more-than-thirty-two-bytes"), 401),
        (token(app="another"), 401),
        (token(exp="soon"), 401),
        (jwt.encode({"app": "evolution"}, SECRET, "HS256"), 401),
        (UNSIGNED, 401),
        (SECRET, 401),
        ("a.b.c", 401),
    ],
)
async def test_a_token_of_a_late_retry_is_taken_and_an_old_or_foreign_one_is_not(
    receiving: Receiving, box: SecretBox, shown: str, status: int
) -> None:
    segredos = {"webhook_secret": SECRET, "jwt": True}
    await add_instance(receiving.db, box, receiving.clinica_id, "com-jwt", "evolution", segredos)
    body = fixture_body("evolution_channel_messages_upsert_conversation")
    assert await receiving.post(body, instance="com-jwt", secret=shown) == status
    assert await receiving.count("whatsapp.mensagens") == (1 if status == 200 else 0)


async def test_events_at_the_end_of_the_path_are_taken(receiving: Receiving) -> None:
    body = fixture_body("evolution_channel_messages_upsert_conversation")
    assert await receiving.post(body, tail="/messages-upsert") == 200
    del body["event"]
    body["data"]["key"]["id"] = "WITHOUT"
    assert await receiving.post(body, tail="/messages-upsert") == 200
    assert await receiving.count("whatsapp.mensagens") == 2


async def test_secrets_sealed_with_another_key_are_our_own_trouble(receiving: Receiving) -> None:
    foreign = SecretBox(new_key())
    await add_instance(
        receiving.db, foreign, receiving.clinica_id, "alheia", "evolution", {"webhook_secret": SECRET}
    )
    assert await receiving.post(fixture_body("baileys_in_conversation"), instance="alheia") == 503


# Twilio -----------------------------------------------------------------------------------------------------------------------

URL = f"{PUBLIC_URL}/webhooks/{CLIENTE}/twilio/clinica-tw"
FORM = {
    "MessageSid": "SM1",
    "From": "whatsapp:+5511988887777",
    "To": "whatsapp:+551130000000",
    "Body": "Olá, tudo bem?",
}


def official(url: str, params: Any) -> str:
    return str(RequestValidator(ACCOUNT_TOKEN).compute_signature(url, params))


async def post_form(
    receiving: Receiving,
    form: Any,
    *,
    signature: str | None = None,
    path: str = f"/webhooks/{CLIENTE}/twilio/clinica-tw",
    signed_url: str | None = None,
    headers: dict[str, str] | None = None,
) -> int:
    signed = signature if signature is not None else official(signed_url or PUBLIC_URL + path, form)
    given = {
        "Content-Type": "application/x-www-form-urlencoded",
        "X-Twilio-Signature": signed,
        **(headers or {}),
    }
    pairs = list(form.items())
    async with receiving.http.post(path, data=urlencode(pairs), headers=given) as answer:
        return answer.status


@pytest.mark.parametrize(
    "signed_url",
    [URL, URL.replace("anna.example", "anna.example:443")],
)
async def test_twilios_signature_over_the_public_address_is_taken(
    receiving: Receiving, signed_url: str
) -> None:
    assert await post_form(receiving, FORM, signed_url=signed_url) == 200
    assert (await receiving.one("whatsapp.mensagens"))["texto"] == "Olá, tudo bem?"


@pytest.mark.parametrize(
    "signed_url",
    [
        URL + "/",
        URL + "?a=1",
        URL + "#rc=3&rp=all",
        URL.replace("https", "http"),
        URL.replace("anna.example", "127.0.0.1"),
        URL.replace("clinica-tw", "clinica-wa"),
    ],
)
async def test_a_signature_over_another_address_is_refused(receiving: Receiving, signed_url: str) -> None:
    assert await post_form(receiving, FORM, signed_url=signed_url) == 401
    assert await nothing_stored(receiving)


async def test_the_query_belongs_to_the_signature_as_it_was_sent(receiving: Receiving) -> None:
    path = f"/webhooks/{CLIENTE}/twilio/clinica-tw?foo=a%20b&bar=%C3%A7"
    assert await post_form(receiving, FORM, path=path) == 200
    assert await post_form(receiving, FORM, path=path, signed_url=URL + "?foo=a b&bar=ç") == 401


@pytest.mark.parametrize("signature", ["", "x", "Ã£o", "A" * 28])
async def test_no_or_a_wrong_signature_stores_nothing(receiving: Receiving, signature: str) -> None:
    assert await post_form(receiving, FORM, signature=signature) == 401
    assert await nothing_stored(receiving)


async def test_blank_repeated_and_new_fields_belong_to_the_signature(receiving: Receiving) -> None:
    form = MultiDict(
        [*FORM.items(), ("Blank", ""), ("Twice", "b"), ("Twice", "a"), ("Twice", "b"), ("FieldOf2030", "1")]
    )
    assert await post_form(receiving, form) == 200
    assert await post_form(receiving, form, signature=official(URL, MultiDict(FORM))) == 401


async def test_a_stripped_body_is_another_body(receiving: Receiving) -> None:
    form = {**FORM, "Body": " oi "}
    assert await post_form(receiving, form, signature=official(URL, {**form, "Body": "oi"})) == 401


async def test_the_shared_key_header_does_not_choose_the_key(receiving: Receiving) -> None:
    fields = "".join(name + FORM[name] for name in sorted(FORM))
    signature = b64encode(
        hmac.new(ACCOUNT_TOKEN.encode(), (URL + fields).encode(), hashlib.sha256).digest()
    ).decode()
    headers = {"X-Twilio-Webhooks-Signature-Settings": "key=k,algorithm=HMAC_SHA256"}
    assert await post_form(receiving, FORM, signature=signature, headers=headers) == 401
    assert await post_form(receiving, FORM, headers=headers) == 200


async def test_a_json_body_needs_its_hash_in_the_query(receiving: Receiving) -> None:
    content = b'{"a":1}'
    path = f"/webhooks/{CLIENTE}/twilio/clinica-tw?bodySHA256={hashlib.sha256(content).hexdigest()}"
    headers = {"Content-Type": "application/json", "X-Twilio-Signature": official(PUBLIC_URL + path, {})}
    for sent, status in ((content, 200), (b'{"a":2}', 401)):
        async with receiving.http.post(path, data=sent, headers=headers) as answer:
            assert answer.status == status
    bare = {"Content-Type": "application/json", "X-Twilio-Signature": official(URL, {})}
    async with receiving.http.post(
        f"/webhooks/{CLIENTE}/twilio/clinica-tw", data=content, headers=bare
    ) as answer:
        assert answer.status == 401


@given(
    params=st.lists(st.tuples(st.text(min_size=1, max_size=8), st.text(max_size=20)), max_size=8),
    path=st.sampled_from(["/a", "/a/", "/a?x=1", "/a?x=%20&y=", "/ã", "/a;b?c"]),
    origin=st.sampled_from(
        [
            "https://h.example",
            "http://h.example",
            "https://h.example:8443",
            "https://u:p@h.example",
            "https://H.example:443",
        ]
    ),
    port=st.booleans(),
)
def test_our_verification_agrees_with_the_official_one(
    params: Any, path: str, origin: str, port: bool
) -> None:
    validator = RequestValidator(ACCOUNT_TOKEN)
    form = MultiDict(params)
    signed = origin + path if not port else origin.replace(".example", ".example:443", 1) + path
    signature = validator.compute_signature(signed, form)
    try:
        verify(signature, url=origin + path, params=params, body=b"", auth_token=ACCOUNT_TOKEN)
        ours = True
    except Unauthorized:
        ours = False
    assert ours == validator.validate(origin + path, form, signature)


# Anna's own trouble -----------------------------------------------------------------------------------------------------------


async def test_a_slow_database_is_503_and_the_retry_stores_once(receiving: Receiving) -> None:
    """Somebody holds the instance's row for longer than a lock may take: nothing is lost, nothing twice."""
    body = fixture_body("baileys_in_conversation")
    async with receiving.db.transaction():
        await receiving.db.execute("lock table whatsapp.mensagens in access exclusive mode")
        assert await receiving.post(body) == 503
    assert set(await asyncio.gather(receiving.post(body), receiving.post(body))) == {200}
    assert await receiving.count("whatsapp.mensagens") == 1
