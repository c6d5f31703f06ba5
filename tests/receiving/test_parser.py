"""Forms of Evolution's bodies that were not captured: older and newer versions, other channels, rarer kinds of messages."""

from __future__ import annotations

from typing import Any

import pytest

from anna.providers.evolution.inbound import parse
from anna.whatsapp.channel import ConnectionState
from anna.whatsapp.models import (
    ConnectionChange,
    ContactNames,
    Edited,
    Ignored,
    Inbound,
    InboundMessage,
    MensagemStatus,
    StatusChange,
    Tipo,
    Unknown,
)

KEY = {"remoteJid": "5511988887777@s.whatsapp.net", "fromMe": False, "id": "A1"}


def upsert(message: dict[str, Any], kind: str | None = None, **data: Any) -> Inbound:
    """What a messages.upsert with this content says first."""
    body = {"key": KEY, "message": message, "messageType": kind, "messageTimestamp": 1795294844, **data}
    return parse({"event": "messages.upsert", "data": body})[0]


def message(content: dict[str, Any], kind: str | None = None, **data: Any) -> InboundMessage:
    found = upsert(content, kind, **data)
    assert isinstance(found, InboundMessage)
    return found


@pytest.mark.parametrize(
    "content",
    [
        {"extendedTextMessage": {"text": "oi"}},
        {"messageContextInfo": {"x": 1}, "extendedTextMessage": {"text": "oi"}},
        {"ephemeralMessage": {"message": {"extendedTextMessage": {"text": "oi"}}}},
        {"ephemeralMessage": {"message": {"messageContextInfo": {}, "conversation": "oi"}}},
        {"deviceSentMessage": {"message": {"conversation": "oi"}}},
        {"base64": "QUJD", "conversation": "oi"},
    ],
)
@pytest.mark.parametrize(
    "kind", [None, "conversation", "unknown", "extendedTextMessage", "messageContextInfo", 7]
)
def test_a_text_is_found_whatever_is_wrapped_around_it(content: dict[str, Any], kind: Any) -> None:
    assert (message(content, kind).tipo, message(content, kind).texto) == (Tipo.TEXTO, "oi")


@pytest.mark.parametrize(
    ("content", "tipo", "texto", "dados"),
    [
        ({"viewOnceMessageV2": {"message": {"imageMessage": {"caption": "foto", "mimetype": "image/jpeg"}}}}, Tipo.IMAGEM, "foto", {}),
        ({"documentWithCaptionMessage": {"message": {"documentMessage": {"fileName": "a.pdf", "caption": "segue"}}}},
         Tipo.DOCUMENTO, "segue", {"arquivo": "a.pdf"}),
        ({"templateButtonReplyMessage": {"selectedId": "no", "selectedDisplayText": "Não", "selectedIndex": 1}},
         Tipo.TEXTO, "Não", {"opcao": {"id": "no", "rotulo": "Não"}}),
        ({"interactiveResponseMessage": {"body": {"text": "Sim"}, "nativeFlowResponseMessage": {"paramsJson": '{"id":"yes"}'}}},
         Tipo.TEXTO, "Sim", {"opcao": {"id": "yes", "rotulo": "Sim"}}),
        ({"interactiveResponseMessage": {"nativeFlowResponseMessage": {"paramsJson": '{"display_text":"Sim","id":"yes"}'}}},
         Tipo.TEXTO, "Sim", {"opcao": {"id": "yes", "rotulo": "Sim"}}),
        ({"interactiveResponseMessage": {"nativeFlowResponseMessage": {"name": "flow", "paramsJson": '{"nome":"Ana","idade":30}'}}},
         Tipo.TEXTO, None, {"formulario": {"nome": "Ana", "idade": 30}}),
        ({"liveLocationMessage": {"degreesLatitude": 1, "degreesLongitude": 2}}, Tipo.LOCALIZACAO, None,
         {"local": {"latitude": 1, "longitude": 2, "nome": None, "endereco": None}}),
        ({"locationMessage": {"degreesLatitude": "far", "degreesLongitude": None}}, Tipo.LOCALIZACAO, None, {}),
        ({"contactsArrayMessage": {"contacts": [{"displayName": "A", "vcard": "x"}, 3]}}, Tipo.CONTATO, None,
         {"contatos": [{"nome": "A", "vcard": "x"}, {"nome": None, "vcard": None}]}),
        ({"reactionMessage": {"key": {"id": "T"}, "text": ""}}, Tipo.REACAO, None, {"alvo": "T"}),
        ({"pollUpdateMessage": {"pollCreationMessageKey": {"id": "P"}, "vote": {"selectedOptions": ["A", "B"]}}},
         Tipo.ENQUETE, "A, B", {"votos": ["A", "B"]}),
        ({"stickerMessage": {"mimetype": "image/webp"}}, Tipo.FIGURINHA, None, {}),
        ({"ptvMessage": {"seconds": "12"}}, Tipo.VIDEO, None, {"segundos": 12}),
        ({"audioMessage": {"seconds": {"low": 3, "high": 0}, "ptt": False}, "speechToText": "bom dia"}, Tipo.AUDIO, None,
         {"voz": False, "segundos": 3, "transcricao": "bom dia"}),
        ({"eventMessage": {"name": "Aniversário"}}, Tipo.DESCONHECIDO, "Aniversário", {"nao_lido": "eventMessage"}),
    ],
)  # fmt: skip
def test_each_kind_of_content(
    content: dict[str, Any], tipo: Tipo, texto: str | None, dados: dict[str, Any]
) -> None:
    found = message(content)
    assert (found.tipo, found.texto, found.dados) == (tipo, texto, dados)


def test_a_sticker_and_a_poll_vote_are_answered_like_any_message_and_a_sticker_is_fetched() -> None:
    assert message({"stickerMessage": {"mimetype": "image/webp"}}).midia is not None


@pytest.mark.parametrize(
    "where",
    [
        {"contextInfo": {"stanzaId": "Q"}},
        {"message": {"conversation": "sim", "contextInfo": {"stanzaId": "Q"}}},
        {
            "message": {"extendedTextMessage": {"text": "sim", "contextInfo": {"stanzaId": "Q"}}},
            "contextInfo": None,
        },
        {
            "message": {"extendedTextMessage": {"text": "sim", "contextInfo": {"stanzaId": "Q"}}},
            "contextInfo": {"mentionedJid": []},
        },
    ],
)
def test_the_quote_is_found_wherever_a_version_puts_it(where: dict[str, Any]) -> None:
    assert (
        message(
            **{
                "content": {"conversation": "sim"},
                **{("content" if k == "message" else k): v for k, v in where.items()},
            }
        ).cita
        == "Q"
    )


def test_a_forwarded_message_says_so() -> None:
    assert message({"conversation": "x"}, contextInfo={"isForwarded": True}).dados == {"encaminhada": True}


EDIT = {"protocolMessage": {"key": {"id": "T"}, "type": 14, "editedMessage": {"conversation": "novo"}}}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"event": "messages.upsert", "data": {"key": KEY, "message": EDIT}}, Edited("T", "novo")),
        ({"event": "messages.upsert", "data": {"key": KEY, "message": {"editedMessage": {"message": EDIT}}}}, Edited("T", "novo")),
        ({"event": "messages.upsert", "data": {"key": KEY, "message": {"protocolMessage": {"key": {"id": "T"}, "type": 0}}}}, Edited("T", None)),
        ({"event": "messages.update", "data": {"keyId": "T", "status": "SERVER_ACK", "message": {"editedMessage": {"message": EDIT}}}}, Edited("T", "novo")),
        ({"event": "messages.update", "data": {"keyId": "T", "status": "DELETED"}}, Edited("T", None)),
        ({"event": "messages.delete", "data": {"remoteJid": "x", "id": "T", "fromMe": False, "status": "DELETED"}}, Edited("T", None)),
        ({"event": "messages.edited", "data": {"key": {"id": "T"}, "type": "MESSAGE_EDIT", "editedMessage": {"imageMessage": {"caption": "novo"}}}}, Edited("T", "novo")),
        ({"event": "messages.edited", "data": {"key": {"id": "T"}, "type": "EPHEMERAL_SETTING"}}, Ignored("protocolo")),
        ({"event": "messages.edited", "data": {"key": {"id": "T"}, "type": "MESSAGE_EDIT"}}, Unknown("edicao_ilegivel")),
        ({"event": "messages.update", "data": {"key": {"id": "T"}, "update": {"status": 4}}}, StatusChange("T", MensagemStatus.LIDA)),
        ({"event": "MESSAGES_UPDATE", "data": {"keyId": "T", "status": "read"}}, StatusChange("T", MensagemStatus.LIDA)),
        ({"event": "messages.update", "data": {"keyId": "T", "status": "WHAT"}}, Unknown("status_desconhecido")),
        ({"event": "messages.update", "data": {"status": "READ"}}, Unknown("status_sem_id")),
        ({"event": "connection.update", "data": {"state": "refused", "statusReason": "403"}}, ConnectionChange(ConnectionState.FECHADO, "403")),
        ({"event": "logout.instance", "data": None}, ConnectionChange(ConnectionState.FECHADO)),
        ({"event": "qrcode.updated", "data": {"message": "QR code limit reached", "statusCode": 500}},
         ConnectionChange(ConnectionState.FECHADO, "QR code limit reached")),
        ({"event": "messages.set", "data": [{}], "isLatest": True}, Ignored("messages.set")),
        ({"event": "messages.upsert", "data": {"key": {**KEY, "remoteJid": "123@newsletter"}}}, Ignored("canal")),
        ({"event": "send.message", "data": {"key": {**KEY, "remoteJid": "1-2@g.us"}}}, Ignored("grupo")),
        ({"event": "messages.upsert", "data": {"key": {**KEY, "id": None}, "message": {"conversation": "x"}}}, Unknown("sem_id")),
        ({"event": "messages.upsert", "data": {"key": {**KEY, "id": "x" * 300}, "message": {"conversation": "x"}}}, Unknown("sem_id")),
        ({"event": "messages.upsert", "data": {"key": {**KEY, "remoteJid": "@lid"}, "message": {"conversation": "x"}}}, Unknown("sem_endereco")),
        ({"event": "messages.upsert", "data": {"key": KEY, "message": {"conversation": ""}}}, Unknown("sem_conteudo")),
        ({"event": "messages.upsert", "data": {"key": KEY, "message": None}}, Unknown("sem_conteudo")),
        ({"event": "messages.upsert", "data": [{}] * 501}, Unknown("itens_demais")),
        ({"event": "messages.upsert", "data": []}, Ignored("vazio")),
        ({"event": None, "data": {}}, Unknown("evento_desconhecido")),
        ({}, Unknown("evento_desconhecido")),
    ],
    ids=str,
)  # fmt: skip
def test_each_form_of_news_about_messages_and_instances(body: dict[str, Any], said: Inbound) -> None:
    assert parse(body) == (said,)


def test_the_bytes_of_a_files_description_are_kept_as_base64() -> None:
    """By what a key was written as an object of numbers, no version finds a file again."""
    described = {
        "mediaKey": {"0": 1, "1": 255},
        "fileSha256": {"0": 300},
        "odd": {"0": 1, "x": 2},
        "none": {},
    }
    midia = message({"audioMessage": described}).midia
    assert midia is not None
    kept = midia.origem["message"]["audioMessage"]
    assert kept == {"mediaKey": "Af8=", "fileSha256": {"0": 300}, "odd": {"0": 1, "x": 2}, "none": {}}


def test_several_messages_in_one_body_are_all_read() -> None:
    entries = [{"key": {**KEY, "id": str(n)}, "message": {"conversation": "x"}} for n in range(3)]
    found = parse({"event": "messages.upsert", "data": entries})
    assert [item.provider_id for item in found if isinstance(item, InboundMessage)] == ["0", "1", "2"]


def test_a_text_longer_than_whatsapp_allows_is_cut() -> None:
    assert len(message({"conversation": "x" * 100_000}).texto or "") == 65_536


def test_a_typed_message_carries_its_status_and_no_name() -> None:
    found = message({"conversation": "x"}, key={**KEY, "fromMe": True}, status="READ", pushName="Clínica")
    assert (found.from_me, found.status, found.push_name) == (True, MensagemStatus.LIDA, None)


def test_names_come_as_one_or_as_many() -> None:
    one = {"remoteJid": "5511988887777@s.whatsapp.net", "pushName": "Maria"}
    for data in (one, [one, None, {"remoteJid": "x@g.us", "pushName": "Grupo"}]):
        (found,) = parse({"event": "contacts.update", "data": data})
        assert isinstance(found, ContactNames)
        assert [nome for _, nome in found.nomes] == ["Maria"]
