"""Twilio's forms of every kind, through the real endpoint: for each, all that must be in the database and what Twilio is answered."""

from __future__ import annotations

import pytest

from tests.receiving.conftest import Receiving
from tests.receiving.photo import MARIA, Photo, Said, patient, take
from tests.receiving.test_twilio import post

Form = dict[str, str]

MARIA_TW = "whatsapp:+5511988887777"
BASE: Form = {
    "AccountSid": "AC1", "ApiVersion": "2010-04-01", "MessageSid": "SM1", "SmsSid": "SM1", "SmsMessageSid": "SM1",
    "SmsStatus": "received", "NumSegments": "1", "NumMedia": "0", "From": MARIA_TW, "To": "whatsapp:+551130000000", "Body": "oi.",
    "WaId": "5511988887777", "ProfileName": "Maria", "MessageType": "text", "ReferralNumMedia": "0", "Forwarded": "false",
    "FrequentlyForwarded": "false",
}  # fmt: skip
MEDIA = "https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME"
OI = Said("oi.")
TAP = {"opcao": {"id": "sim", "rotulo": "Sim"}}
AD = {
    "ReferralBody": "Agende", "ReferralHeadline": "Botox", "ReferralSourceId": "1202", "ReferralSourceType": "ad",
    "ReferralSourceUrl": "https://fb.me/abc", "ReferralMediaContentType": "image/jpeg", "ReferralMediaUrl": "https://a.example/i.jpg",
    "ReferralNumMedia": "1", "ReferralCtwaClid": "Af1",
}  # fmt: skip


def form(**changes: str | None) -> Form:
    """A message of Maria's with other fields; None takes one away."""
    return {name: value for name, value in {**BASE, **changes}.items() if value is not None}


def files(*mimes: str, **changes: str | None) -> Form:
    """A message of Maria's with these files."""
    listed = {f"MediaUrl{n}": f"{MEDIA}{n}" for n in range(len(mimes))}
    kinds = {f"MediaContentType{n}": mime for n, mime in enumerate(mimes)}
    return form(
        **{"Body": "", "NumMedia": str(len(mimes)), "MessageType": None, **listed, **kinds, **changes}
    )


def callback(word: str, **more: str | None) -> Form:
    """What Twilio posts of a message of ours."""
    told = {
        "MessageSid": "SM9",
        "SmsSid": "SM9",
        "MessageStatus": word,
        "SmsStatus": word,
        "To": MARIA_TW,
        "From": "whatsapp:+551130000000",
    }
    whole = {
        **told,
        "AccountSid": "AC1",
        "ApiVersion": "2010-04-01",
        "ChannelPrefix": "whatsapp",
        "StructuredMessage": "false",
        **more,
    }
    return {name: value for name, value in whole.items() if value is not None}  # fmt: skip


def rises(status: str) -> Photo:
    """The status of a message nobody knows waits for it."""
    return Photo(orphans=(("SM9", status),))


MESSAGES: dict[str, tuple[Form, Photo]] = {
    "a text": (form(), patient(OI)),
    "a text with fields nobody knows": (form(Tomorrow="1", ChannelMetadata='{"type":"whatsapp"}', MessagingServiceSid="MG1"), patient(OI)),
    "a name that is empty": (form(ProfileName=""), patient(OI, nome=None)),
    "no kind told, as before 2024": (form(MessageType=None), patient(OI)),
    "a tap": (
        form(MessageType="button", Body="Sim", ButtonText="Sim", ButtonPayload="sim", OriginalRepliedMessageSid="SM9",
             OriginalRepliedMessageSender="whatsapp:+551130000000"),
        patient(Said("Sim", dados=TAP, cita="SM9")),
    ),
    "a tap whose words stand only on the button": (form(Body="", ButtonText="Sim", ButtonPayload="sim"), patient(Said("Sim", dados=TAP))),
    "a row of a list": (
        form(MessageType="interactive", Body="Sim", ListId="sim", ListTitle="Sim", ListDescription="amanhã"),
        patient(Said("Sim", dados={"opcao": {"id": "sim", "rotulo": "Sim", "detalhe": "amanhã"}})),
    ),
    "a form": (
        form(MessageType="interactive", Body="", InteractiveData='{"nome":"Ana","dia":3}'),
        patient(Said(None, dados={"formulario": {"nome": "Ana", "dia": "3"}})),
    ),
    "a form that is none": (
        form(MessageType="interactive", Body="", FlowData="[1"), patient(Said(None, "desconhecido"), raw=("sem_conteudo",)),
    ),
    "an answer to a message Twilio no longer knows": (
        form(OriginalRepliedMessageSender="whatsapp:+551130000000"), patient(OI),
    ),
    "from an advertisement": (
        form(**AD),
        patient(Said("oi.", dados={"anuncio": {"tipo": "ad", "id": "1202", "url": "https://fb.me/abc", "titulo": "Botox", "corpo": "Agende", "clique": "Af1"}})),
    ),
    "forwarded": (form(Forwarded="true"), patient(Said("oi.", dados={"encaminhada": True}))),
    "forwarded by many": (form(FrequentlyForwarded="true"), patient(Said("oi.", dados={"encaminhada": True}))),
    "a voice note": (files("audio/ogg", MessageType="audio"), patient(Said(None, "audio", file="audio/ogg"))),
    "a picture with words": (files("image/jpeg", Body="olha."), patient(Said("olha.", "imagem", file="image/jpeg"))),
    "a video": (files("video/mp4"), patient(Said(None, "video", file="video/mp4"))),
    "a document": (files("application/pdf", MessageType="document"), patient(Said(None, "documento", file="application/pdf"))),
    "a sticker": (files("image/webp", MessageType="sticker"), patient(Said(None, "figurinha", file="image/webp"))),
    "a card": (files("text/vcard"), patient(Said(None, "contato", file="text/vcard"))),
    "three files: the first is the message's, the others can be found in what was kept": (
        files("image/jpeg", "image/png", "application/pdf", Body="exames."),
        patient(Said("exames.", "imagem", file="image/jpeg"), raw=("varios_arquivos",)),
    ),
    "a file that is promised and not named": (
        form(Body="", NumMedia="1", MessageType="image"), patient(Said(None, "imagem")),
    ),
    "a place": (
        form(MessageType="location", Body="", Latitude="-23.5", Longitude="-46.6", Address="Rua X", Label="Casa"),
        patient(Said(None, "localizacao", {"local": {"latitude": -23.5, "longitude": -46.6, "nome": "Casa", "endereco": "Rua X"}})),
    ),
    "a kind nobody knows, with words": (form(MessageType="order", Body="2 x creme"), patient(Said("2 x creme"))),
    "a kind nobody knows, without": (
        form(MessageType="unsupported", Body=""), patient(Said(None, "desconhecido"), raw=("sem_conteudo",)),
    ),
    "an SMS": (
        form(From="+5511988887777", To="+551130000000", ProfileName=None, WaId=None, MessageType=None, FromCountry="BR"),
        patient(OI, nome=None),
    ),
    "an MMS": (
        files("image/jpeg", "image/jpeg", From="+5511988887777", ProfileName=None),
        patient(Said(None, "imagem", file="image/jpeg"), nome=None, raw=("varios_arquivos",)),
    ),
    "a username and no number": (
        form(From="whatsapp:BR.1502576394655843", WaId=None, ExternalUserId="whatsapp:BR.1502576394655843"),
        patient(OI, people=frozenset({"bsuid BR.1502576394655843"})),
    ),
    "a number and a username": (
        form(ExternalUserId="BR.1502576394655843", ParentExternalUserId="BR.1"),
        patient(OI, people=MARIA | {"bsuid BR.1502576394655843"}),
    ),
    "without the ninth digit": (form(From="whatsapp:+551188887777", WaId="551188887777"), patient(OI)),
    "a landline on WhatsApp": (form(From="whatsapp:+551133334444"), patient(OI, people=frozenset({"phone 551133334444"}))),
    "abroad": (form(From="whatsapp:+351912345678"), patient(OI, people=frozenset({"phone 351912345678"}))),
    "a sender that is none": (form(From="whatsapp:alguem"), Photo(raw=("sem_endereco",))),
    "no sender": (form(From=None), Photo(raw=("sem_endereco",))),
    "no name": (form(MessageSid=None, SmsSid=None, SmsMessageSid=None), Photo(raw=("sem_id",))),
    "the older name alone": (form(MessageSid=None), patient(OI)),
    "nothing at all": ({}, Photo(raw=("sem_id",))),
}  # fmt: skip

STATUSES: dict[str, tuple[Form, Photo]] = {
    "accepted": (callback("accepted"), rises("aceita")),
    "scheduled": (callback("scheduled"), rises("aceita")),
    "queued": (callback("queued"), rises("aceita")),
    "sending": (callback("sending"), rises("aceita")),
    "sent": (callback("sent"), rises("enviada")),
    "partially delivered": (callback("partially_delivered"), rises("entregue")),
    "delivered": (callback("delivered", EventType="DELIVERED"), rises("entregue")),
    "read": (callback("read", EventType="READ"), rises("lida")),
    "failed": (callback("failed", ErrorCode="63016"), rises("falhou")),
    "undelivered": (
        callback("undelivered", EventType="UNDELIVERED", ErrorCode="63024", ChannelStatusMessage="no WhatsApp"),
        rises("falhou"),
    ),
    "canceled": (callback("canceled"), rises("falhou")),
    "in capitals": (callback("Delivered"), rises("entregue")),
    "of an SMS": (callback("delivered", ChannelPrefix=None, RawDlrDoneDate="2611212103"), rises("entregue")),
    "of an SMS, by its older field": (callback("sent", MessageStatus=None), rises("enviada")),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), MESSAGES.values(), ids=MESSAGES)
async def test_each_message_leaves_just_what_it_says(
    receiving: Receiving, given: Form, expected: Photo
) -> None:
    status, content_type, _ = await post(receiving, given)
    assert (status, content_type) == (200, "text/xml")
    assert await take(receiving, "clinica-tw") == expected
    if expected.said and not expected.raw:
        await post(receiving, {**given, "Tried": "again"})
        assert await take(receiving, "clinica-tw") == expected


@pytest.mark.parametrize("tail", ["/status", ""], ids=["where statuses go", "where messages go"])
@pytest.mark.parametrize(("given", "expected"), STATUSES.values(), ids=STATUSES)
async def test_each_status_waits_for_its_message(
    receiving: Receiving, given: Form, expected: Photo, tail: str
) -> None:
    assert (await post(receiving, given, tail))[0] == 204
    assert await take(receiving, "clinica-tw") == expected


async def test_a_status_nobody_knows_is_kept(receiving: Receiving) -> None:
    assert (await post(receiving, callback("teleported"), "/status"))[0] == 200
    assert await take(receiving, "clinica-tw") == Photo(raw=("status_desconhecido",))
