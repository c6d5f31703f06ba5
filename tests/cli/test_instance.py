from __future__ import annotations

import asyncio

import orjson
import pytest

from anna.embedded.folder import SETTINGS
from anna.kit.crypto import SecretBox
from anna.simulation.house import INSTANCE
from tests.cli.conftest import PHONE, TWILIO, Operator


async def add_nova(operator: Operator, *more: str, token: str = "nova-token") -> str:
    where = ("--url", operator.house.standin_url, "--clinica", "aroeira", "--number", "11900000111")
    return (
        await operator("instance", "add", "evolution", "--name", "nova", *where, *more, typed=f"{token}\n")
    ).out


async def secrets(operator: Operator, name: str) -> dict[str, str]:
    sealed = await operator.house.value("select segredos from whatsapp.instancias where nome = $1", name)
    opened: dict[str, str] = SecretBox(operator.databases.ground.key).open(sealed)
    return opened


async def test_a_piped_token_is_stored_sealed_and_printed_by_nobody(operator: Operator) -> None:
    out = await add_nova(operator)
    kept = await secrets(operator, "nova")
    assert kept["token"] == "nova-token"
    assert len(kept["webhook_secret"]) > 30
    row = await operator.house.value("select segredos from whatsapp.instancias where nome = 'nova'")
    assert b"nova-token" not in row
    out += (await operator("instance", "list")).out + (await operator("instance", "test", "nova", code=1)).out
    assert not any(secret in out for secret in (*kept.values(), "demo-aroeira-token"))
    assert (
        await operator.house.value("select numero from whatsapp.instancias where nome = 'nova'")
        == "+5511900000111"
    )


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        ({"--name": "a b"}, 2, "cannot name an instance"),
        ({"--url": "evolution.example.com"}, 2, "write it as https://host"),
        ({"--number": "123"}, 2, "is no telephone number"),
        ({"--clinica": "aroera"}, 1, "there is no clinica 'aroera'; there are: aroeira, mandacaru"),
        ({"--clinica": None}, 2, "say whose number it is with --clinica"),
        ({"--name": INSTANCE}, 1, "is an instance 'aroeira' of Clínica Aroeira already"),
        ({"--called": " "}, 2, "no server has an instance called"),
        ({"--token": " "}, 2, "the token is empty"),
        ({"--token": "a\x01b"}, 2, "something in it that no token has"),
    ],
)
async def test_what_is_wrong_is_said_and_nothing_is_stored(
    operator: Operator, change: dict[str, str | None], code: int, says: str
) -> None:
    given = {"--name": "x", "--url": "http://127.0.0.1:1", "--clinica": "aroeira", "--token": "t"} | change
    arguments = [part for name, value in given.items() if value is not None for part in (name, value)]
    assert says in (await operator("instance", "add", "evolution", *arguments, code=code)).err
    assert await operator.house.value("select count(*) from whatsapp.instancias") == 3


async def test_a_token_is_asked_for_only_when_nothing_else_is_wrong(operator: Operator) -> None:
    given = ("--url", "http://127.0.0.1:1", "--clinica", "aroeira")
    said = await operator("instance", "add", "evolution", "--name", "a b", *given, code=2)
    assert "cannot name an instance" in said.err
    said = await operator("instance", "add", "evolution", "--name", INSTANCE, *given, code=1)
    assert "already" in said.err
    said = await operator("instance", "add", "evolution", "--name", "x", *given, code=2)
    assert "The instance's token is needed" in said.err


async def test_an_instance_is_made_with_the_servers_key_from_the_second_line(operator: Operator) -> None:
    house = operator.house
    where = ("--url", house.standin_url, "--clinica", "aroeira", "--create")
    key = house.standin.core.config.global_key
    await operator("instance", "add", "evolution", "--name", "fresca", *where, typed=f"fresca-token\n{key}\n")
    said = await operator("instance", "connect", "fresca", "--timeout", "1", code=1)
    assert "scan this code" in said.out
    assert house.standin.evolution.instances["fresca"].token == "fresca-token"


async def test_an_instance_with_spaces_and_accents_in_its_name_is_reached_by_another(
    operator: Operator,
) -> None:
    house, called = operator.house, "Clínica Aroeira / recepção"
    made = {"instanceName": called, "integration": "WHATSAPP-BAILEYS", "token": "t"}
    key = {"apikey": house.standin.core.config.global_key}
    async with house.http.post(f"{house.standin_url}/instance/create", json=made, headers=key) as answer:
        assert answer.status == 201
    house.standin.evolution.instances[called].open()
    where = ("--name", "recepcao", "--url", house.standin_url, "--clinica", "aroeira")
    await operator("instance", "add", "evolution", *where, "--called", called, typed="t\n")
    assert "recepcao is connected" in (await operator("instance", "connect", "recepcao")).out
    await operator("instance", "add", "evolution", *where, "--replace", typed="t\n")
    assert "can send" in (await operator("instance", "test", "recepcao")).out
    hook = house.standin.evolution.instances[called].webhook
    assert hook is not None
    assert hook.url.endswith("/webhooks/demo/evolution/recepcao")


async def test_a_webhook_may_prove_itself_with_a_signed_token(operator: Operator) -> None:
    house = operator.house
    await add_nova(operator, "--jwt")
    await house.control("POST", "evolution/nova/connection", {"state": "open"})
    await operator("instance", "connect", "nova")
    hook = house.standin.evolution.instances["nova"].webhook
    assert hook is not None
    assert set(hook.headers) == {"jwt_key"}
    await house.control("POST", "evolution/nova/say", {"from": PHONE, "text": "oi, quero botox"})
    await house.standin.core.settle()
    assert await house.value("select count(*) from whatsapp.mensagens where direcao = 'entrada'") == 1


async def test_the_wrong_phone_at_the_code_is_noticed(operator: Operator) -> None:
    where = ("--url", operator.house.standin_url, "--clinica", "aroeira", "--number", "11911112222")
    await operator("instance", "add", "evolution", "--name", "nova", *where, typed="nova-token\n")
    scanning = asyncio.create_task(scan(operator))
    said, _ = await asyncio.gather(operator("instance", "connect", "nova", "--timeout", "30"), scanning)
    assert "is +5511900000111, not +5511911112222" in said.err


async def scan(operator: Operator) -> None:
    """A phone scans the code as soon as it is there."""
    house = operator.house
    for _ in range(200):
        async with house.http.get(f"{house.standin_url}/_control") as answer:
            accounts = (await answer.json())["accounts"]
        if next(account for account in accounts if account["instance"] == "nova")["webhook"]:
            break
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.2)
    await house.control("POST", "evolution/nova/connection", {"state": "open"})


async def test_connecting_shows_the_code_waits_for_the_phone_and_hears_the_first_webhook(
    operator: Operator,
) -> None:
    await add_nova(operator)
    house = operator.house

    scanning = asyncio.create_task(scan(operator))
    said, _ = await asyncio.gather(operator("instance", "connect", "nova", "--timeout", "30"), scanning)
    out = said.out
    assert "█" in out, "the code, drawn"
    assert "scan this code" in out
    assert out.endswith("nova is connected\nwebhooks arrive\n")
    assert await house.value("select estado from whatsapp.instancias where nome = 'nova'") == "aberto"
    await house.control("POST", "evolution/nova/say", {"from": PHONE, "text": "oi, quero botox"})
    await house.standin.core.settle()
    assert await house.value("select count(*) from whatsapp.mensagens where direcao = 'entrada'") == 1


async def test_who_does_not_scan_in_time_is_told_to_come_again(operator: Operator) -> None:
    await add_nova(operator)
    said = await operator("instance", "connect", "nova", "--timeout", "1", code=1)
    assert "not connected yet; run this again" in said.err


async def test_a_wrong_token_is_said_with_what_to_do_and_can_be_replaced(operator: Operator) -> None:
    await add_nova(operator, token="wrong")
    secret = (await secrets(operator, "nova"))["webhook_secret"]
    assert "the token is refused" in (await operator("instance", "connect", "nova", code=1)).err
    assert "no: the token is refused" in (await operator("instance", "test", "nova", code=1)).out
    await add_nova(operator, "--replace")
    assert await secrets(operator, "nova") == {"token": "nova-token", "webhook_secret": secret}
    assert "run `anna instance connect`" in (await operator("instance", "test", "nova", code=1)).out
    await operator.house.control("POST", "evolution/nova/connection", {"state": "open"})
    out = (await operator("instance", "test", "nova")).out
    assert "can send    yes" in out
    assert "+5511900000111, known as" in out


async def test_a_server_that_is_away_is_said_to_be(operator: Operator) -> None:
    await operator(
        "instance",
        "add",
        "evolution",
        "--name",
        "x",
        "--url",
        "http://127.0.0.1:1",
        "--clinica",
        "aroeira",
        typed="t\n",
    )
    assert "nobody answers at its address" in (await operator("instance", "connect", "x", code=1)).err


async def test_twilio_is_told_in_full_what_to_enter(operator: Operator) -> None:
    out = (await operator("instance", "connect", TWILIO)).out
    public = operator.house.anna.settings.public_url
    assert f"{public}/webhooks/demo/twilio/{TWILIO}#rc=3&rp=all" in out
    assert f"{public}/webhooks/demo/twilio/{TWILIO}/status#rc=3&rp=all" in out
    assert "Fallback URL" in out


@pytest.mark.parametrize(
    ("public", "name", "says"),
    [
        ("http://127.0.0.1:8000", "longe", "127.0.0.2 cannot reach 127.0.0.1:8000: set ANNA_PUBLIC_URL"),
        ("https://minha_clinica.example", TWILIO, "refuses a host with an underscore"),
    ],
)
async def test_an_address_that_the_provider_cannot_call_is_said_before_it_is_tried(
    operator: Operator, public: str, name: str, says: str
) -> None:
    path = operator.folder / SETTINGS
    path.write_bytes(orjson.dumps(orjson.loads(path.read_bytes()) | {"public_url": public}))
    where = ("--url", "http://127.0.0.2:1", "--clinica", "aroeira")
    await operator("instance", "add", "evolution", "--name", "longe", *where, typed="t\n")
    said = await operator("instance", "connect", name, code=0 if name == TWILIO else 1)
    assert says in said.err


async def test_a_twilio_sender_is_added_and_its_bad_account_refused(operator: Operator) -> None:
    given = (
        "--auth-token",
        "t",
        "--number",
        "+5511900000155",
        "--clinica",
        "aroeira",
        "--url",
        operator.house.standin_url,
    )
    said = await operator("instance", "add", "twilio", "--account-sid", "AC1", *given, code=2)
    assert "the account SID 'AC1' is none" in said.err
    await operator("instance", "add", "twilio", "--account-sid", f"AC{'0' * 32}", *given)
    said = await operator("instance", "test", "twilio-5511900000155", code=1)
    assert "the token is refused" in said.out
    said = await operator("instance", "connect", "twilio-5511900000155", code=1)
    assert "cannot send yet: the token is refused" in said.err


async def test_an_unused_number_goes_and_a_used_one_only_falls_silent(operator: Operator) -> None:
    """What was said is never deleted; and without its tokens nothing goes in or out."""
    house = operator.house
    await add_nova(operator)
    assert (await operator("instance", "remove", "nova")).out == "nova is gone\n"
    await operator.talk_to("quero falar com uma pessoa")
    assert "never deleted" in (await operator("instance", "remove", INSTANCE, code=1)).err
    await operator("instance", "remove", INSTANCE, "--keep-history")
    assert await secrets(operator, INSTANCE) == {}
    assert await house.value("select count(*) from whatsapp.mensagens") == 2
    (line,) = [
        line for line in (await operator("instance", "list")).out.splitlines() if line.startswith(INSTANCE)
    ]
    assert "removed" in line
    assert "was removed" in (await operator("instance", "connect", INSTANCE, code=2)).err

    id = await house.value("select id from whatsapp.transferencias")
    await operator("handoff", "reply", str(id), "oi", "--as", "juliana@demo.example", "--no-wait")
    await house.settle()
    (last,) = await house.rows("select status, motivo from whatsapp.mensagens order by ordem desc limit 1")
    assert last["status"] == "falhou"
    assert "the instance aroeira was removed" in last["motivo"]


async def test_webhooks_of_a_removed_number_are_refused(operator: Operator) -> None:
    """Also those that still carry the right secret."""
    house, name = operator.house, "mandacaru"
    await house.rows(
        "with c as (insert into whatsapp.contatos (clinica_id, criado_em)"
        "   select clinica_id, $2 from whatsapp.instancias where nome = $1 returning id, clinica_id)"
        " insert into whatsapp.conversas (clinica_id, contato_id, instancia_id, criada_em)"
        " select c.clinica_id, c.id, i.id, $2 from c, whatsapp.instancias i where i.nome = $1 returning id",
        name, house.clock.now(),
    )  # fmt: skip
    proof = {"Authorization": f"Bearer {(await secrets(operator, name))['webhook_secret']}"}
    await operator("instance", "remove", name, "--keep-history")
    url = f"{house.anna.settings.public_url}/webhooks/demo/evolution/{name}"
    async with house.http.post(url, json={"event": "messages.upsert", "data": {}}, headers=proof) as answer:
        assert answer.status == 401
