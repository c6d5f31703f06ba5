"""Twilio's forms through the real endpoint: what must be in the database afterwards."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from twilio.request_validator import RequestValidator

from tests.receiving.conftest import ACCOUNT_TOKEN, CLIENTE, NOW, PUBLIC_URL, Receiving
from tests.receiving.test_evolution_fixtures import plan

CAPTURED = {
    "OriginalRepliedMessageSender": "whatsapp:+14155238886",
    "ExternalUserId": "whatsapp:ID.4566546130240823",
    "SmsMessageSid": "SM11",
    "FrequentlyForwarded": "false",
    "NumMedia": "0",
    "ProfileName": "Budi",
    "MessageType": "interactive",
    "SmsSid": "SM11",
    "WaId": "6285812345678",
    "SmsStatus": "received",
    "Body": "Konfirmasi",
    "Forwarded": "false",
    "ButtonText": "Konfirmasi",
    "To": "whatsapp:+14155238886",
    "ButtonPayload": '{"id":"yes"}',
    "NumSegments": "1",
    "ReferralNumMedia": "0",
    "MessageSid": "SM11",
    "AccountSid": "AC1",
    "OriginalRepliedMessageSid": "MM77",
    "ChannelMetadata": '{"type":"whatsapp","data":{"context":{}}}',
    "From": "whatsapp:+6285812345678",
    "ApiVersion": "2010-04-01",
}
TEXT = {"MessageSid": "SM1", "SmsStatus": "received", "From": "whatsapp:+5511988887777", "To": "whatsapp:+551130000000", "Body": "oi", "NumMedia": "0"}  # fmt: skip


async def post(receiving: Receiving, form: dict[str, str], tail: str = "") -> tuple[int, str, str]:
    """Post a form as Twilio signs it; returns (status, content type, body)."""
    path = f"/webhooks/{CLIENTE}/twilio/clinica-tw{tail}"
    signature = RequestValidator(ACCOUNT_TOKEN).compute_signature(PUBLIC_URL + path, form)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8",
        "X-Twilio-Signature": signature,
    }
    async with receiving.http.post(path, data=urlencode(form), headers=headers) as answer:
        return answer.status, answer.content_type, await answer.text()


async def test_a_message_is_answered_with_an_empty_response_and_stored_once(receiving: Receiving) -> None:
    for _ in range(2):
        status, content_type, body = await post(receiving, TEXT)
        assert (status, content_type) == (200, "text/xml")
        assert body == '<?xml version="1.0" encoding="UTF-8"?><Response/>', (
            "any other text would go to the patient"
        )
    message = await receiving.one("whatsapp.mensagens")
    assert (message["provedor_id"], message["texto"], message["canal"]) == ("SM1", "oi", "whatsapp")
    conversa = await receiving.one("whatsapp.conversas")
    assert conversa["janela_ate"] == NOW + timedelta(hours=24)
    assert conversa["responder_em"] == NOW + timedelta(seconds=2)
    identidade = await receiving.one("whatsapp.identidades")
    assert (identidade["valor"], identidade["endereco"]) == ("551188887777", "whatsapp:+5511988887777")


async def test_a_captured_tap_has_its_payload_its_quote_and_both_identities(receiving: Receiving) -> None:
    await post(receiving, CAPTURED)
    message = await receiving.one("whatsapp.mensagens")
    assert (message["texto"], message["cita"]) == ("Konfirmasi", "MM77")
    assert message["dados"] == {"opcao": {"id": '{"id":"yes"}', "rotulo": "Konfirmasi"}}
    assert {(i["tipo"], i["valor"]) for i in await receiving.rows("whatsapp.identidades")} == {
        ("phone", "6285812345678"), ("bsuid", "ID.4566546130240823"),
    }  # fmt: skip
    assert (await receiving.one("whatsapp.contatos"))["nome"] == "Budi"


async def test_a_person_without_a_number_is_one_person_once_the_number_shows(receiving: Receiving) -> None:
    bsuid = "whatsapp:BR.1502576394655843"
    await post(receiving, {**TEXT, "From": bsuid})
    assert (await receiving.one("whatsapp.identidades"))["endereco"] == bsuid
    await post(receiving, {**TEXT, "MessageSid": "SM2", "ExternalUserId": bsuid})
    assert await receiving.count("whatsapp.contatos") == 1
    assert {i["tipo"] for i in await receiving.rows("whatsapp.identidades")} == {"phone", "bsuid"}


async def test_the_number_with_and_without_the_ninth_digit_is_one_person_answered_where_it_wrote_last(
    receiving: Receiving,
) -> None:
    await post(receiving, {**TEXT, "From": "whatsapp:+5531988887777"})
    await post(receiving, {**TEXT, "MessageSid": "SM2", "From": "whatsapp:+553188887777"})
    assert (await receiving.one("whatsapp.identidades"))["endereco"] == "whatsapp:+553188887777"


async def test_an_sms_joins_the_conversa_but_is_not_where_whatsapp_is_answered(receiving: Receiving) -> None:
    await post(receiving, TEXT)
    receiving.clock.advance(timedelta(hours=1))
    await post(receiving, {**TEXT, "MessageSid": "SM2", "From": "+5511988887777"})
    assert [m["canal"] for m in await receiving.messages()] == ["whatsapp", "sms"]
    assert (await receiving.one("whatsapp.identidades"))["endereco"] == "whatsapp:+5511988887777"
    assert (await receiving.one("whatsapp.conversas"))["janela_ate"] == NOW + timedelta(hours=24), (
        "SMS opens no window"
    )


@pytest.mark.parametrize(
    ("fields", "tipo", "dados"),
    [
        ({"Latitude": "-23.55", "Longitude": "-46.63", "Label": "Casa", "Address": "Rua X", "Body": ""}, "localizacao",
         {"local": {"latitude": -23.55, "longitude": -46.63, "nome": "Casa", "endereco": "Rua X"}}),
        ({"Latitude": "north", "Longitude": "", "MessageType": "location"}, "localizacao", {}),
        ({"ListId": "slot_0900", "ListTitle": "09:00", "ListDescription": "Dra. Ana"}, "texto",
         {"opcao": {"id": "slot_0900", "rotulo": "09:00", "detalhe": "Dra. Ana"}}),
        ({"ReferralSourceId": "120200", "ReferralSourceType": "ad", "ReferralHeadline": "Agende", "ReferralCtwaClid": "AB"}, "texto",
         {"anuncio": {"tipo": "ad", "id": "120200", "titulo": "Agende", "clique": "AB"}}),
        ({"MessageType": "sticker", "NumMedia": "1", "MediaUrl0": "https://api.twilio.com/m", "MediaContentType0": "image/webp"}, "figurinha", {}),
        ({"NumMedia": "1", "MediaUrl0": "https://api.twilio.com/m", "MediaContentType0": "application/pdf"}, "documento", {}),
        ({"FlowData": '{"nome":"Ana","ok":true}', "Body": ""}, "texto", {"formulario": {"nome": "Ana", "ok": "True"}}),
        ({"Forwarded": "true"}, "texto", {"encaminhada": True}),
        ({"Body": "", "NumMedia": "0"}, "desconhecido", {}),
    ],
)  # fmt: skip
async def test_each_kind_of_message(
    receiving: Receiving, fields: dict[str, str], tipo: str, dados: dict[str, Any]
) -> None:
    assert (await post(receiving, {**TEXT, **fields}))[0] == 200
    message = await receiving.one("whatsapp.mensagens")
    assert (message["tipo"], message["dados"]) == (tipo, dados)


async def test_an_audio_is_fetched_later(receiving: Receiving) -> None:
    url = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"
    form = {
        **TEXT,
        "MessageSid": "MM1",
        "Body": "",
        "NumMedia": "1",
        "MediaUrl0": url,
        "MediaContentType0": "audio/ogg",
    }
    await post(receiving, form)
    assert (await receiving.one("whatsapp.mensagens"))["tipo"] == "audio"
    midia = await receiving.one("whatsapp.midias")
    assert (midia["origem"], midia["mime"], midia["estado"]) == (
        {"url": url, "mime": "audio/ogg"},
        "audio/ogg",
        "pendente",
    )


async def in_conversa(receiving: Receiving, status: str, provider_id: str = "SM9") -> None:
    await post(receiving, TEXT)
    conversa = await receiving.one("whatsapp.conversas")
    await plan(receiving, conversa["id"], status, "Olá", provider_id)


def callback(status: str, **more: str) -> dict[str, str]:
    return {
        "MessageSid": "SM9",
        "SmsSid": "SM9",
        "MessageStatus": status,
        "SmsStatus": status,
        "To": "whatsapp:+5511988887777",
        **more,
    }


async def outbound(receiving: Receiving) -> tuple[str, str | None]:
    row = (await receiving.messages())[-1]
    return row["status"], row["motivo"]


async def test_statuses_answer_204_and_only_rise(receiving: Receiving) -> None:
    await in_conversa(receiving, "aceita")
    for word, expected in [
        ("queued", "aceita"), ("sending", "aceita"), ("sent", "enviada"), ("read", "lida"), ("delivered", "lida"), ("sent", "lida"), ("failed", "lida"),
    ]:  # fmt: skip
        status, _, body = await post(receiving, callback(word), "/status")
        assert (status, body) == (204, "")
        assert (await outbound(receiving))[0] == expected, word


async def test_a_failure_keeps_twilios_code_and_words_and_a_delivery_proves_it_wrong(
    receiving: Receiving,
) -> None:
    await in_conversa(receiving, "enviada")
    await post(
        receiving, callback("undelivered", ErrorCode="63016", ErrorMessage="outside the window"), "/status"
    )
    assert await outbound(receiving) == ("falhou", "63016 outside the window")
    await post(receiving, callback("sent"), "/status")
    assert (await outbound(receiving))[0] == "falhou"
    await post(receiving, callback("delivered"), "/status")
    assert await outbound(receiving) == ("entregue", None)


async def test_a_status_never_touches_an_inbound_message(receiving: Receiving) -> None:
    await post(receiving, TEXT)
    await post(receiving, {"MessageSid": "SM1", "MessageStatus": "failed"}, "/status")
    assert (await receiving.one("whatsapp.mensagens"))["status"] == "recebida"


async def test_an_unknown_status_and_a_request_without_an_id_are_kept_raw(receiving: Receiving) -> None:
    assert (await post(receiving, callback("teleported"), "/status"))[0] == 200
    assert (await post(receiving, {"Body": "oi"}))[0] == 200
    assert (await post(receiving, {**TEXT, "From": "whatsapp:someone"}))[0] == 200
    kept = [row["motivo"] for row in await receiving.rows("whatsapp.eventos_brutos", "id")]
    assert kept == ["status_desconhecido", "sem_id", "sem_endereco"]
