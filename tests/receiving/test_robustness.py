"""Bodies nobody foresaw: each gets its answer, and its neighbours in the same batch are stored."""

from __future__ import annotations

import asyncio
import copy
import gzip
import json
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from anna.db.connect import Connection
from anna.providers.evolution.inbound import parse
from anna.whatsapp.raw import MAX_BYTES, redact
from tests.receiving.conftest import FIXTURES, Receiving, fixture_body

_numbers = count(1)
SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

TEXTS = st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(
    [
        "\x00",
        "\ud800",
        "a\x00b\udfff",
        "5511988887777@s.whatsapp.net",
        "@lid",
        "1" * 400 + "@lid",
        "9" * 15,
        "READ",
        "x" * 5000,
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.integers(10**18, 10**40) | st.floats() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
NAMES = sorted(path.stem for path in FIXTURES.glob("*.json"))


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    return [here, *(path for key, child in children for path in paths(child, (*here, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    """A captured body with up to three places replaced by something else."""
    body = copy.deepcopy(fixture_body(draw(st.sampled_from(NAMES))))
    body["data"].pop("base64", None) if isinstance(body["data"], dict) else None
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(paths(body["data"])))
        target: Any = body
        for key in ("data", *path)[:-1]:
            target = target[key]
        target[("data", *path)[-1]] = draw(JSON)
    return body


async def with_neighbour(receiving: Receiving, content: bytes, **kwargs: Any) -> int:
    """Post `content` and a good message at the same moment; the good one must be stored. Returns the status of `content`."""
    good = fixture_body("baileys_in_conversation")
    good["data"]["key"]["id"] = f"GOOD{next(_numbers)}"
    status, fine = await asyncio.gather(receiving.post(content, **kwargs), receiving.post(good))
    assert fine == 200
    stored = await receiving.db.fetchval(
        "select texto from whatsapp.mensagens where provedor_id = $1", good["data"]["key"]["id"]
    )
    assert stored == "Oi, quero marcar consulta"
    return status


@given(body=mutated())
@SLOW
async def test_mutated_bodies_never_fail_and_never_cost_a_neighbour(
    receiving: Receiving, body: dict[str, Any]
) -> None:
    assert await with_neighbour(receiving, json.dumps(body).encode()) == 200


@given(
    body=JSON,
    event=st.sampled_from(
        ["messages.upsert", "messages.update", "messages.edited", "send.message", "contacts.upsert"]
    ),
)
@SLOW
async def test_arbitrary_json_never_fails(receiving: Receiving, body: Any, event: str) -> None:
    assert await with_neighbour(receiving, json.dumps(body).encode()) == 200
    assert await with_neighbour(receiving, json.dumps({"event": event, "data": body}).encode()) == 200


@given(content=st.binary(max_size=300))
@SLOW
async def test_arbitrary_bytes_never_fail(receiving: Receiving, content: bytes) -> None:
    assert await with_neighbour(receiving, content) == 200


@given(
    data=JSON,
    event=st.sampled_from(["messages.upsert", "messages.update", "connection.update", "contacts.set", "x"]),
)
def test_the_parser_takes_any_data(data: Any, event: str) -> None:
    assert parse({"event": event, "data": data})


@given(body=JSON)
def test_anything_can_be_kept_raw(body: Any) -> None:
    assert len(redact(body, ["secret"])) <= MAX_BYTES


async def test_nul_and_lone_surrogates_in_text_and_name_do_not_lose_the_message(receiving: Receiving) -> None:
    body = fixture_body("baileys_in_conversation")
    body["data"]["message"]["conversation"] = "Oi\x00, tudo\ud83d bem? \ud83d\ude00"
    body["data"]["pushName"] = "Ma\x00ria \udc00"
    assert await with_neighbour(receiving, json.dumps(body).encode()) == 200
    assert "Oi, tudo bem? 😀" in [message["texto"] for message in await receiving.messages()]
    assert await receiving.count("whatsapp.eventos_brutos") == 0


async def test_nul_in_a_files_description_does_not_lose_the_message(receiving: Receiving) -> None:
    body = fixture_body("baileys_in_document_base64")
    body["data"]["message"]["documentMessage"].update(fileName="ex\x00ame.pdf", odd="\x00", far=2**70)
    assert await with_neighbour(receiving, json.dumps(body).encode()) == 200
    assert (await receiving.one("whatsapp.midias"))["nome"] == "exame.pdf"


async def test_twenty_megabytes_of_media_are_taken_and_not_stored(receiving: Receiving) -> None:
    body = fixture_body("baileys_in_image_base64")
    body["data"]["message"]["base64"] = "A" * (20 * 1024 * 1024)
    assert await with_neighbour(receiving, json.dumps(body).encode()) == 200
    assert await receiving.db.fetchval("select max(length(origem::text)) from whatsapp.midias") < 10_000


async def test_more_than_the_limit_is_413_and_stores_nothing(receiving: Receiving) -> None:
    assert await receiving.post(b"{" + b" " * (26 * 1024 * 1024)) == 413
    assert await receiving.count("whatsapp.eventos_brutos") == 0


async def test_a_small_body_that_unpacks_to_more_than_the_limit_is_refused(receiving: Receiving) -> None:
    bomb = gzip.compress(b" " * (30 * 1024 * 1024))
    assert await receiving.post(bomb, headers={"Content-Encoding": "gzip"}) in {400, 413}
    assert await receiving.count("whatsapp.eventos_brutos") == 0


async def test_a_body_that_is_not_what_its_encoding_says_is_the_callers_fault(receiving: Receiving) -> None:
    assert await receiving.post(b"not gzip at all", headers={"Content-Encoding": "gzip"}) == 400


@pytest.mark.parametrize("depth", [900, 10_000, 1_000_000])
async def test_deep_nesting_is_kept_raw_and_breaks_nothing(receiving: Receiving, depth: int) -> None:
    content = b'{"event":"messages.upsert","data":' + b"[" * depth + b"]" * depth + b"}"
    assert await with_neighbour(receiving, content) == 200
    assert await with_neighbour(receiving, content.replace(b"[", b'{"message":').replace(b"]", b"}")) == 200


@pytest.mark.parametrize(
    "content", [b"", b"null", b"[]", b"17", b'"text"', b"{", b"\xff\xfe", b"\xef\xbb\xbf{}"]
)
async def test_what_is_no_object_is_kept_raw(receiving: Receiving, content: bytes) -> None:
    assert await with_neighbour(receiving, content) == 200
    assert await receiving.count("whatsapp.eventos_brutos") == 1


async def test_an_unknown_event_is_kept_raw_without_its_tokens(receiving: Receiving) -> None:
    body = {
        "event": "brand.new",
        "instance": "clinica-wa",
        "data": {"x": 1, "media": "QUJD"},
        "apikey": "tok-wa",
    }
    assert await with_neighbour(receiving, json.dumps(body).encode()) == 200
    kept = await receiving.one("whatsapp.eventos_brutos")
    assert kept["motivo"] == "evento_desconhecido"
    assert json.loads(kept["corpo"]) == {
        "event": "brand.new", "instance": "clinica-wa", "data": {"x": 1, "media": "[cut]"}, "apikey": "[cut]",
    }  # fmt: skip


async def test_the_instances_own_secret_is_cut_out_wherever_it_stands(receiving: Receiving) -> None:
    body = {"event": "brand.new", "data": {"note": "Bearer the-secret-of-the-webhook-and-it-is-long"}}
    await receiving.post(body, instance="clinica-wa")
    await receiving.post(b'{"apikey": "tok-wa", "note": "the-secret-of-the-webhook-and-it-is-long" oops')
    for kept in await receiving.rows("whatsapp.eventos_brutos"):
        assert b"the-secret" not in kept["corpo"]
        assert b"tok-wa" not in kept["corpo"]


@pytest.mark.parametrize("kind", ["unknown", "placeholderMessage", "messageContextInfo"])
async def test_a_message_without_content_is_kept_raw_and_not_answered(
    receiving: Receiving, kind: str
) -> None:
    body = fixture_body("baileys_in_conversation")
    body["data"]["messageType"] = kind
    body["data"]["message"] = {
        "messageContextInfo": {},
        **({kind: {"type": 0}} if kind == "placeholderMessage" else {}),
    }
    assert await receiving.post(body) == 200
    assert (await receiving.one("whatsapp.eventos_brutos"))["motivo"] == "sem_conteudo"
    assert await receiving.count("whatsapp.mensagens") == 0


async def test_a_kind_of_message_nobody_knows_still_gets_an_answer(receiving: Receiving) -> None:
    body = fixture_body("baileys_in_conversation")
    body["data"]["messageType"] = "productMessage"
    body["data"]["message"] = {"productMessage": {"body": {"text": "quero este"}}}
    assert await receiving.post(body) == 200
    message = await receiving.one("whatsapp.mensagens")
    assert (message["tipo"], message["texto"]) == ("desconhecido", "quero este")
    assert (await receiving.one("whatsapp.conversas"))["responder_em"] is not None
    assert (await receiving.one("whatsapp.eventos_brutos"))["motivo"] == "tipo_desconhecido"


async def test_a_row_the_database_refuses_is_kept_raw_and_its_batch_stored(
    receiving: Receiving, owner: Connection
) -> None:
    """A trigger plays the constraint nobody thought of."""
    await owner.execute(
        "create function poison() returns trigger language plpgsql as"
        " $$ begin if new.texto = 'poison' then raise check_violation; end if; return new; end $$"
    )
    await owner.execute(
        "create trigger poison before insert on whatsapp.mensagens for each row execute function poison()"
    )
    bodies = []
    for number in range(30):
        body = fixture_body("baileys_in_conversation")
        body["data"]["key"]["id"] = f"M{number}"
        body["data"]["message"]["conversation"] = "poison" if number == 17 else "fine"
        bodies.append(body)
    assert await asyncio.gather(*map(receiving.post, bodies)) == [200] * 30
    assert {row["provedor_id"] for row in await receiving.messages()} == {
        f"M{n}" for n in range(30) if n != 17
    }
    kept = await receiving.one("whatsapp.eventos_brutos")
    assert kept["motivo"] == "recusado: CheckViolationError"
    assert b"M17" in kept["corpo"]
