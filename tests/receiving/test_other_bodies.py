"""Bodies of other installations than the captured one, through the real endpoint: for each, all that must be in the database."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.receiving.bodies import (
    ABSENT,
    BYTES,
    LID_JID,
    OWN_JID,
    PHONE_JID,
    STAMP,
    Body,
    entry,
    event,
    file,
    old,
    status,
    text,
    upsert,
    wrapped,
)
from tests.receiving.conftest import Receiving
from tests.receiving.photo import MARIA, Photo, Said, patient, take, written

BOTH = MARIA | {"lid 204501234567890"}
ALONE = frozenset({"lid 204501234567890"})
OI = Said("oi.")
QUOTE = {
    "stanzaId": "3EB0OURS",
    "participant": OWN_JID,
    "quotedMessage": {"conversation": "Qual horário?"},
    "mentionedJid": [],
}
AD = {
    "title": "Botox", "body": "Agende", "mediaType": "IMAGE", "thumbnail": BYTES, "sourceType": "ad", "sourceId": "1202",
    "sourceUrl": "https://fb.me/abc", "ctwaClid": "Af1", "showAdAttribution": True,
}  # fmt: skip
ANUNCIO = {
    "origem": "ctwa_ad", "tipo": "ad", "id": "1202", "url": "https://fb.me/abc", "titulo": "Botox", "corpo": "Agende",
    "clique": "Af1",
}  # fmt: skip
SIM = {"opcao": {"id": "sim", "rotulo": "Sim"}}


def protocol(kind: Any, **more: Any) -> Body:
    return {"protocolMessage": {"key": {"remoteJid": PHONE_JID, "fromMe": True, "id": "3EB0A1"}, "type": kind, **more}}  # fmt: skip


def unread(name: str, texto: str | None = None) -> Photo:
    """A kind nobody here reads: it is a message all the same, Anna answers it, and the body is kept."""
    said = Said(texto, "desconhecido", {"nao_lido": name})
    return patient(said, raw=("tipo_desconhecido",))


def nothing(reason: str) -> Photo:
    """Nobody said anything, and the body is kept."""
    return Photo(raw=(reason,))


def ignored(reason: str) -> Photo:
    return Photo(ignored=(reason,))


WORDS: dict[str, tuple[Body, Photo]] = {
    "1.8, a text": (old({"conversation": "oi."}, "conversation"), patient(OI)),
    "1.8, an answer to a message": (
        old({"extendedTextMessage": {"text": "pode ser.", "contextInfo": QUOTE}}, "extendedTextMessage"),
        patient(Said("pode ser.", cita="3EB0OURS")),
    ),
    "1.8, from an advertisement": (
        old(
            {"extendedTextMessage": {"text": "quero.", "contextInfo": {"externalAdReply": AD, "entryPointConversionSource": "ctwa_ad"}}},
            "extendedTextMessage",
        ),
        patient(Said("quero.", dados={"anuncio": ANUNCIO})),
    ),
    "1.8, all the keys the message does not use, as nulls": (
        old({"imageMessage": None, "reactionMessage": None, "conversation": "oi.", "audioMessage": None}, "conversation"),
        patient(OI),
    ),
    "nulls, and a type that says nothing": (
        upsert({"reactionMessage": None, "pollUpdateMessage": None, "conversation": "oi."}, "unknown"),
        patient(OI),
    ),
    "mentions": (text("@5511977776666 veja.", contextInfo={"mentionedJid": ["5511977776666@s.whatsapp.net"], "groupMentions": []}),
                 patient(Said("@5511977776666 veja."))),
    "a link with its preview": (
        upsert({"extendedTextMessage": {"text": "https://a.example.", "matchedText": "https://a.example.", "title": "A", "jpegThumbnail": BYTES}}),
        patient(Said("https://a.example.")),
    ),
    "an answer to our message": (text("sim.", contextInfo=QUOTE), patient(Said("sim.", cita="3EB0OURS"))),
    "forwarded": (text("oi.", contextInfo={"isForwarded": True, "forwardingScore": 1}), patient(Said("oi.", dados={"encaminhada": True}))),
    "disappearing, with a quote inside": (
        upsert(wrapped("ephemeralMessage", {"extendedTextMessage": {"text": "sim.", "contextInfo": {**QUOTE, "expiration": 604800}}}), "ephemeralMessage"),
        patient(Said("sim.", cita="3EB0OURS")),
    ),
    "disappearing, and once only, and with a caption": (
        upsert(wrapped("ephemeralMessage", wrapped("viewOnceMessageV2", file("imageMessage", caption="foto."))), "ephemeralMessage"),
        patient(Said("foto.", "imagem", file="image/jpeg")),
    ),
    "in an envelope nobody has seen yet": (
        upsert(wrapped("brandNewEnvelopeMessage", {"conversation": "oi."}), "brandNewEnvelopeMessage"),
        patient(OI),
    ),
    "a comment": (upsert({"commentMessage": {"message": {"conversation": "oi."}, "targetMessageKey": {"id": "X"}}}), patient(OI)),
    "an emoji and nothing else": (text("👍"), patient(Said("👍"))),
    "only spaces": (text("   "), patient(Said("   "))),
}  # fmt: skip

TAPS: dict[str, tuple[Body, Photo]] = {
    "a button": (
        upsert({"buttonsResponseMessage": {"selectedButtonId": "sim", "selectedDisplayText": "Sim", "contextInfo": QUOTE, "type": 1}}),
        patient(Said("Sim", dados=SIM, cita="3EB0OURS")),
    ),
    "a button of a template": (
        upsert({"templateButtonReplyMessage": {"selectedId": "sim", "selectedDisplayText": "Sim", "selectedIndex": 0, "contextInfo": QUOTE}}),
        patient(Said("Sim", dados=SIM, cita="3EB0OURS")),
    ),
    "a row of a list": (
        upsert({"listResponseMessage": {"title": "Sim", "listType": "SINGLE_SELECT", "singleSelectReply": {"selectedRowId": "sim"}}}),
        patient(Said("Sim", dados=SIM)),
    ),
    "a native button": (
        upsert({"interactiveResponseMessage": {"body": {"text": "Sim", "format": "DEFAULT"}, "contextInfo": QUOTE,
                "nativeFlowResponseMessage": {"name": "quick_reply", "paramsJson": '{"id":"sim"}', "version": 3}}}),
        patient(Said("Sim", dados=SIM, cita="3EB0OURS")),
    ),
    "a native button without its words": (
        upsert({"interactiveResponseMessage": {"nativeFlowResponseMessage": {"name": "quick_reply", "paramsJson": '{"id":"sim"}'}}}),
        patient(Said("sim", dados={"opcao": {"id": "sim", "rotulo": None}})),
    ),
    "a native list": (
        upsert(wrapped("viewOnceMessage", {"interactiveResponseMessage": {"body": {"text": "Sim"},
               "nativeFlowResponseMessage": {"name": "menu_options", "paramsJson": '{"id":"sim","title":"Sim"}'}}})),
        patient(Said("Sim", dados=SIM)),
    ),
    "a native form": (
        upsert({"interactiveResponseMessage": {"nativeFlowResponseMessage": {"name": "flow", "paramsJson": '{"nome":"Ana","dia":3}'}}}),
        patient(Said(None, dados={"formulario": {"nome": "Ana", "dia": 3}})),
    ),
    "a native answer that is no JSON": (
        upsert({"interactiveResponseMessage": {"nativeFlowResponseMessage": {"name": "flow", "paramsJson": "{"}}}),
        nothing("sem_conteudo"),
    ),
    "a vote": (
        upsert({"pollUpdateMessage": {"pollCreationMessageKey": {"id": "3EB0OURS", "fromMe": True}, "vote": {"selectedOptions": ["10h"]},
                "senderTimestampMs": {"low": 1, "high": 418}}}, pollUpdates=[{"name": "10h", "voters": [PHONE_JID]}]),
        patient(Said("10h", "enquete", {"votos": ["10h"]}, cita="3EB0OURS")),
    ),
    "a vote that Evolution could not read": (
        upsert({"pollUpdateMessage": {"pollCreationMessageKey": {"id": "3EB0OURS"}, "vote": {"encPayload": BYTES, "encIv": {"0": 1}}}}),
        patient(Said(None, "enquete", {"votos": []}, cita="3EB0OURS")),
    ),
    "a poll of the patient's": (
        upsert({"pollCreationMessageV3": {"name": "Qual?", "options": [{"optionName": "A"}, {"optionName": "B"}], "selectableOptionsCount": 1}}),
        patient(Said("Qual?", "enquete", {"opcoes": ["A", "B"]})),
    ),
    "a poll in an envelope": (
        upsert(wrapped("pollCreationMessageV4", {"pollCreationMessage": {"name": "Qual?", "options": []}}), "pollCreationMessageV4"),
        patient(Said("Qual?", "enquete", {"opcoes": []})),
    ),
    "a reaction": (
        upsert({"reactionMessage": {"key": {"id": "3EB0OURS", "fromMe": True}, "text": "❤️", "senderTimestampMs": "1795294844000"}}),
        patient(Said("❤️", "reacao", {"alvo": "3EB0OURS"}, cita="3EB0OURS")),
    ),
    "a reaction that says neither yes nor no": (
        upsert({"reactionMessage": {"key": {"id": "3EB0OURS", "fromMe": True}, "text": "😂", "senderTimestampMs": "1795294844000"}}),
        patient(Said("😂", "reacao", {"alvo": "3EB0OURS"}, cita="3EB0OURS", motivo="reacao"), due=False),
    ),
    "a reaction taken back": (
        upsert({"reactionMessage": {"key": {"id": "3EB0OURS", "fromMe": True}, "text": ""}}),
        patient(Said(None, "reacao", {"alvo": "3EB0OURS"}, cita="3EB0OURS", motivo="reacao"), due=False),
    ),
}  # fmt: skip

FILES: dict[str, tuple[Body, Photo]] = {
    "a voice note with its bytes": (
        upsert({**file("audioMessage", mimetype="audio/ogg; codecs=opus", ptt=True, seconds=7, waveform=BYTES), "base64": "T2dnUw=="}),
        patient(Said(None, "audio", {"voz": True, "segundos": 7}, file="audio/ogg; codecs=opus")),
    ),
    "1.8, a voice note with its words": (
        old({**file("audioMessage", mimetype="audio/ogg; codecs=opus", ptt=True, seconds="3"), "speechToText": "quero marcar"}, "audioMessage"),
        patient(Said(None, "audio", {"voz": True, "segundos": 3, "transcricao": "quero marcar"}, file="audio/ogg; codecs=opus")),
    ),
    "an audio file once only": (
        upsert(wrapped("viewOnceMessageV2Extension", file("audioMessage", mimetype="audio/mp4", ptt=False)), "viewOnceMessageV2Extension"),
        patient(Said(None, "audio", {"voz": False}, file="audio/mp4")),
    ),
    "a video note": (upsert(file("ptvMessage", mimetype="video/mp4", seconds=4)), patient(Said(None, "video", {"segundos": 4}, file="video/mp4"))),
    "a moving picture": (upsert(file("videoMessage", mimetype="video/mp4", gifPlayback=True, caption="kkk.")), patient(Said("kkk.", "video", file="video/mp4"))),
    "a picture kept in S3": (
        upsert({**file("imageMessage", caption="olha.", jpegThumbnail=BYTES), "mediaUrl": "https://s3.example/a.jpg"}),
        patient(Said("olha.", "imagem", file="image/jpeg")),
    ),
    "a document with a caption in its envelope": (
        upsert(wrapped("documentWithCaptionMessage", file("documentMessage", mimetype="application/pdf", fileName="exame.pdf", caption="segue.")), "documentWithCaptionMessage"),
        patient(Said("segue.", "documento", {"arquivo": "exame.pdf"}, file="application/pdf")),
    ),
    "a sticker that moves": (
        upsert(wrapped("lottieStickerMessage", file("stickerMessage", mimetype="application/was", isLottie=True)), "lottieStickerMessage"),
        patient(Said(None, "figurinha", file="application/was")),
    ),
    "a picture of an album": (
        upsert(wrapped("associatedChildMessage", file("imageMessage")), "associatedChildMessage"),
        patient(Said(None, "imagem", file="image/jpeg")),
    ),
    "an album that announces its pictures": (
        upsert({"albumMessage": {"expectedImageCount": 3, "expectedVideoCount": 0}, "messageContextInfo": {}}),
        ignored("albumMessage"),
    ),
    "a place": (
        upsert({"locationMessage": {"degreesLatitude": -23.5, "degreesLongitude": -46.6, "jpegThumbnail": BYTES}}),
        patient(Said(None, "localizacao", {"local": {"latitude": -23.5, "longitude": -46.6, "nome": None, "endereco": None}})),
    ),
    "a place on the move": (
        upsert({"liveLocationMessage": {"degreesLatitude": -23.5, "degreesLongitude": -46.6, "caption": "chegando.", "sequenceNumber": "1", "accuracyInMeters": 9}}),
        patient(Said("chegando.", "localizacao", {"local": {"latitude": -23.5, "longitude": -46.6, "nome": None, "endereco": None}})),
    ),
    "a card": (
        upsert({"contactMessage": {"displayName": "João", "vcard": "BEGIN:VCARD\nEND:VCARD"}}),
        patient(Said(None, "contato", {"contatos": [{"nome": "João", "vcard": "BEGIN:VCARD\nEND:VCARD"}]})),
    ),
    "several cards": (
        upsert({"contactsArrayMessage": {"displayName": "2 contatos", "contacts": [{"displayName": "A", "vcard": "v"}, {"displayName": "B", "vcard": "w"}]}}),
        patient(Said(None, "contato", {"contatos": [{"nome": "A", "vcard": "v"}, {"nome": "B", "vcard": "w"}]})),
    ),
}  # fmt: skip

STRANGE: dict[str, tuple[Body, Photo]] = {
    "an order": (
        upsert({"orderMessage": {"orderId": "1", "itemCount": 2, "message": "quero estes", "orderTitle": "Loja", "token": "AR-secret"}}),
        unread("orderMessage", "quero estes"),
    ),
    "a product": (
        upsert({"productMessage": {"product": {"productImage": {}, "title": "Limpeza de pele"}, "businessOwnerJid": OWN_JID}}),
        unread("productMessage", "Limpeza de pele"),
    ),
    "an invitation to a group": (
        upsert({"groupInviteMessage": {"groupJid": "1203@g.us", "inviteCode": "x", "groupName": "Mães", "caption": "entra aqui"}}),
        unread("groupInviteMessage", "entra aqui"),
    ),
    "a request for money": (
        upsert({"requestPaymentMessage": {"noteMessage": {"extendedTextMessage": {"text": "o sinal"}}, "amount1000": "50000"}}),
        unread("requestPaymentMessage", "o sinal"),
    ),
    "an event": (upsert({"eventMessage": {"name": "Aniversário", "startTime": STAMP}}), unread("eventMessage", "Aniversário")),
    "a company's template": (
        upsert({"templateMessage": {"hydratedFourRowTemplate": {"hydratedContentText": "Promoção"}, "templateId": "1"}}),
        unread("templateMessage", "Promoção"),
    ),
    "a company's list": (upsert({"listMessage": {"title": "Escolha", "sections": []}}), unread("listMessage", "Escolha")),
    "a company's buttons": (
        upsert(wrapped("viewOnceMessage", {"interactiveMessage": {"body": {"text": "Olá"}, "nativeFlowMessage": {"buttons": []}}}), "viewOnceMessage"),
        unread("interactiveMessage", "Olá"),
    ),
    "something without a word": (upsert({"brandNewMessage": {"x": 1}}), unread("brandNewMessage")),
    "something that is not even an object": (upsert({"brandNewMessage": 7}), unread("brandNewMessage")),
    "a call in the chat": (upsert({"callLogMesssage": {"isVideo": False, "callOutcome": "MISSED"}}), ignored("callLogMesssage")),
    "a message that was pinned": (
        upsert({"pinInChatMessage": {"key": {"id": "3EB0OURS"}, "type": "PIN_FOR_ALL"}, "messageContextInfo": {"messageAddOnDurationInSecs": 604800}}),
        ignored("pinInChatMessage"),
    ),
    "a message that was kept": (upsert({"keepInChatMessage": {"key": {"id": "3EB0OURS"}, "keepType": 1}}), ignored("keepInChatMessage")),
    "undecryptable": (
        upsert(None, "unknown", messageStubType=2, messageStubParameters=["No session record"], status="ERROR"),
        nothing("sem_conteudo"),
    ),
    "undecryptable, as text": (upsert(ABSENT, messageStubType="CIPHERTEXT"), nothing("sem_conteudo")),
    "masked by its company": (upsert({"placeholderMessage": {"type": 0}}), nothing("sem_conteudo")),
    "only keys to a group": (upsert({"senderKeyDistributionMessage": {"groupId": "1203@g.us"}}), nothing("sem_conteudo")),
    "only metadata": (upsert({"messageContextInfo": {"deviceListMetadata": {}}}), nothing("sem_conteudo")),
    "a timer for disappearing messages": (
        upsert(protocol("EPHEMERAL_SETTING", ephemeralExpiration=604800), "protocolMessage"), ignored("protocolo"),
    ),
    "a history that is on its way": (
        upsert(protocol(5, historySyncNotification={"fileLength": {"low": 1, "high": 0}}), "protocolMessage"), ignored("protocolo"),
    ),
    "numbers that changed their form": (upsert(protocol("LID_MIGRATION_MAPPING_SYNC"), "protocolMessage"), ignored("protocolo")),
}  # fmt: skip

ADDRESSES: dict[str, tuple[Body, Photo]] = {
    "2.4, a number and its LID": (text(key={"remoteJidAlt": LID_JID, "addressingMode": "pn"}), patient(OI, people=BOTH)),
    "2.3.6, a LID that became the number": (
        text(key={"remoteJidAlt": PHONE_JID, "addressingMode": "lid", "participant": ""}), patient(OI),
    ),
    "2.3.2, a LID with the number beside it": (
        text(key={"remoteJid": LID_JID, "senderPn": PHONE_JID, "senderLid": LID_JID}), patient(OI, people=BOTH),
    ),
    "2.3.0, the LID that was before": (text(key={"previousRemoteJid": LID_JID}), patient(OI, people=BOTH)),
    "a LID with the number outside of the key": (text(key={"remoteJid": LID_JID}, senderPn=PHONE_JID), patient(OI, people=BOTH)),
    "a LID whose number is the participant's": (
        text(key={"remoteJid": LID_JID, "participantPn": PHONE_JID}), patient(OI, people=BOTH),
    ),
    "a LID and nothing else": (text(key={"remoteJid": LID_JID}), patient(OI, people=ALONE)),
    "a LID that is its own alternative": (text(key={"remoteJid": LID_JID, "remoteJidAlt": LID_JID, "senderPn": LID_JID}), patient(OI, people=ALONE)),
    "a LID beside which the clinic's own number stands": (
        text(key={"remoteJid": LID_JID, "remoteJidAlt": OWN_JID, "senderPn": OWN_JID}), patient(OI, people=ALONE),
    ),
    "a LID with a device": (text(key={"remoteJid": "204501234567890:12@lid"}), patient(OI, people=ALONE)),
    "a company's LID": (text(key={"remoteJid": "204501234567890@hosted.lid"}), patient(OI, people=ALONE)),
    "the old name of the server": (text(key={"remoteJid": "5511988887777@c.us"}), patient(OI)),
    "a device": (text(key={"remoteJid": "5511988887777:12@s.whatsapp.net"}), patient(OI)),
    "without the ninth digit": (text(key={"remoteJid": "551188887777@s.whatsapp.net"}), patient(OI)),
    "a landline": (text(key={"remoteJid": "551133334444@s.whatsapp.net"}), patient(OI, people={"phone 551133334444"})),
    "abroad": (text(key={"remoteJid": "351912345678@s.whatsapp.net"}), patient(OI, people={"phone 351912345678"})),
    "a group": (text(key={"remoteJid": "120363041234567890@g.us", "participant": LID_JID, "participantPn": PHONE_JID}), ignored("grupo")),
    "an old group": (text(key={"remoteJid": "5511988887777-1600000000@g.us", "participant": PHONE_JID}), ignored("grupo")),
    "a channel": (text(key={"remoteJid": "120363@newsletter", "server_id": "7"}), ignored("canal")),
    "somebody's status": (text(key={"remoteJid": "status@broadcast", "participant": PHONE_JID}), ignored("transmissao")),
    "our own status": (text(key={"remoteJid": "status@broadcast", "fromMe": True}), ignored("transmissao")),
    "a list of receivers": (text(key={"remoteJid": "1600000000@broadcast", "participant": PHONE_JID}), ignored("transmissao")),
    "WhatsApp itself": (text(key={"remoteJid": "0@s.whatsapp.net"}), nothing("sem_endereco")),
    "Meta's assistant": (text(key={"remoteJid": "867051314767696@bot"}), nothing("sem_endereco")),
    "nobody": (text(key={"remoteJid": ABSENT}), nothing("sem_endereco")),
    "no name of the message": (text(key={"id": ABSENT}), nothing("sem_id")),
    "a name that is the number": (text(pushName="5511988887777"), patient(OI, nome=None)),
    "no name of the person": (text(pushName=ABSENT), patient(OI, nome=None)),
}  # fmt: skip

OWN: dict[str, tuple[Body, Photo]] = {
    "typed on the phone": (
        text("já te ligo", key={"fromMe": True, "remoteJidAlt": LID_JID}, pushName="Você", status="SERVER_ACK"),
        Photo((Said("já te ligo", autor="pessoa", status="enviada"),), BOTH, owner="pessoa"),
    ),
    "typed on WhatsApp Web, sent to the LID": (
        text("já te ligo", key={"fromMe": True, "remoteJid": LID_JID, "remoteJidAlt": PHONE_JID}, source="web", status=2),
        Photo((Said("já te ligo", autor="pessoa", status="enviada"),), BOTH, owner="pessoa"),
    ),
    "typed, and the sender beside it is the clinic": (
        text("já te ligo", key={"fromMe": True, "senderPn": OWN_JID, "senderLid": "111222333444555@lid"}, status=None),
        Photo((Said("já te ligo", autor="pessoa", status="enviada"),), MARIA, owner="pessoa"),
    ),
    "typed to a LID, and the sender beside it is the clinic": (
        text("já te ligo", key={"fromMe": True, "remoteJid": LID_JID, "remoteJidAlt": OWN_JID, "senderPn": OWN_JID}),
        Photo((Said("já te ligo", autor="pessoa", status="entregue"),), ALONE, owner="pessoa"),
    ),
    "on another device of the clinic's": (
        upsert(wrapped("deviceSentMessage", {"conversation": "já te ligo"}), "deviceSentMessage", key={"fromMe": True}, status="READ"),
        Photo((Said("já te ligo", autor="pessoa", status="lida"),), MARIA, owner="pessoa"),
    ),
    "a reaction of the clinic's is no take-over": (
        upsert({"reactionMessage": {"key": {"id": "3EB0A0"}, "text": "👍"}}, key={"fromMe": True}, status="SERVER_ACK"),
        Photo((Said("👍", "reacao", {"alvo": "3EB0A0"}, "3EB0A0", "pessoa", status="enviada"),), MARIA, owner="anna"),
    ),
}  # fmt: skip

NEWS: dict[str, tuple[Body, Photo]] = {
    "1.8, a status": (
        event("messages.update", {"remoteJid": PHONE_JID, "id": "3EB0OURS", "fromMe": True, "status": "READ", "owner": "clinica-wa", "datetime": 1}),
        Photo(orphans=(("3EB0OURS", "lida"),)),
    ),
    "2.x, a status": (status("DELIVERY_ACK"), Photo(orphans=(("3EB0OURS", "entregue"),))),
    "a status by number": (status(3), Photo(orphans=(("3EB0OURS", "entregue"),))),
    "a status by number as text": (status("4"), Photo(orphans=(("3EB0OURS", "lida"),))),
    "a failure by number": (status(0), Photo(orphans=(("3EB0OURS", "falhou"),))),
    "a note that was heard": (status("PLAYED", remoteJid=LID_JID), Photo(orphans=(("3EB0OURS", "lida"),))),
    "a status as Baileys writes it": (
        event("messages.update", [{"key": {"remoteJid": PHONE_JID, "fromMe": True, "id": "3EB0OURS"}, "update": {"status": 3}}]),
        Photo(orphans=(("3EB0OURS", "entregue"),)),
    ),
    "several statuses": (
        event("messages.update", [status("SERVER_ACK")["data"], {**status("READ")["data"], "keyId": "3EB0TWO"}, status("DELIVERY_ACK")["data"]]),
        Photo(orphans=(("3EB0OURS", "entregue"), ("3EB0TWO", "lida"))),
    ),
    "a status without a name": (status("READ", keyId=ABSENT), nothing("status_sem_id")),
    "a status nobody knows": (status("TELEPORTED"), nothing("status_desconhecido")),
    "a history": (event("messages.set", [entry({"conversation": "antiga"})], isLatest=True, progress=40), ignored("messages.set")),
    "an echo of a send to nobody known": (event("send.message", entry({"conversation": "Olá"}, key={"fromMe": True})), nothing("eco_sem_conversa")),
    "an echo to a group": (event("send.message", entry({"conversation": "Olá"}, key={"remoteJid": "1203@g.us"})), ignored("grupo")),
    "a change of a send": (event("send.message.update", {"key": {"id": "X"}}), ignored("send.message.update")),
    "names of strangers": (event("contacts.upsert", [{"remoteJid": PHONE_JID, "pushName": "Maria", "instanceId": "x"}]), Photo()),
    "1.8, names of strangers": (event("contacts.update", [{"id": PHONE_JID, "pushName": "Maria", "owner": "x"}]), Photo()),
    "a picture of a contact": (event("contacts.update", {"remoteJid": PHONE_JID, "profilePicUrl": None, "instanceId": "x"}), ignored("contatos_sem_nome")),
    "typing": (event("presence.update", {"id": PHONE_JID, "presences": {PHONE_JID: {"lastKnownPresence": "composing"}}}), ignored("presence.update")),
    "a call": (event("call", {"chatId": LID_JID, "from": LID_JID, "id": "C1", "status": "offer", "isVideo": False}), ignored("call")),
    "a call, as a list": (event("call", [{"from": PHONE_JID, "status": "timeout"}]), ignored("call")),
    "a QR code": (event("qrcode.updated", {"qrcode": {"code": "2@x", "base64": "data:image/png;base64,AAAA"}}), ignored("qrcode.updated")),
    "the last QR code": (event("qrcode.updated", {"message": "QR code limit reached, please login again", "statusCode": 500}), Photo(state="fechado")),
    "connecting": (event("connection.update", {"instance": "clinica-wa", "state": "connecting", "statusReason": 200}), Photo(state="conectando")),
    "open": (event("connection.update", {"instance": "clinica-wa", "state": "open", "wuid": "5511999990001:3@s.whatsapp.net"}), Photo(state="aberto")),
    "refused": (event("connection.update", {"state": "refused", "statusReason": 428}), Photo(state="fechado")),
    "1.8, closed": (event("status.instance", {"instance": "clinica-wa", "status": "closed"}), Photo(state="fechado")),
    "removed": (event("status.instance", {"instance": "clinica-wa", "status": "removed"}), Photo(state="fechado")),
    "1.8, a process that begins": (event("status.instance", {"instance": "clinica-wa", "status": "created"}), ignored("status.instance")),
    "logged out": (event("logout.instance", None), Photo(state="fechado")),
    "taken away": (event("remove.instance", {"instanceName": "clinica-wa"}), Photo(state="fechado")),
    "a state nobody knows": (event("connection.update", {"state": "sideways"}), nothing("conexao_desconhecida")),
    "1.8, a token": (event("new.jwt", {"instance": "clinica-wa", "jwt": "ey.secret"}), ignored("new.jwt")),
    "what only the server needs": (event("creds.update", {"me": {}}), ignored("creds.update")),
    **{
        name: (event(name, data), ignored(name.replace("-", ".")))
        for name, data in {
            "application.startup": {"message": "up"}, "chats.set": [{"id": PHONE_JID}], "chats.upsert": [{"remoteJid": PHONE_JID}],
            "chats.update": [{"remoteJid": PHONE_JID, "unreadMessages": 1}], "chats.delete": [PHONE_JID],
            "groups.upsert": [{"id": "1203@g.us", "subject": "Mães"}], "groups.update": [{"id": "1203@g.us"}],
            "group-participants.update": {"id": "1203@g.us", "participants": [PHONE_JID], "action": "add"},
            "labels.edit": {"id": "1", "name": "Lead"}, "labels.association": {"type": "add", "chatId": PHONE_JID},
            "typebot.start": {"remoteJid": PHONE_JID, "url": "https://typebot.example"},
            "typebot.change-status": {"remoteJid": PHONE_JID, "status": "closed"}, "instance.create": {"instanceName": "x"},
            "messaging-history.set": {"progress": 3},
        }.items()
    },
}  # fmt: skip

ENVELOPES: dict[str, tuple[Body, Photo]] = {
    "the name as it is subscribed": ({**text(), "event": "MESSAGES_UPSERT"}, patient(OI)),
    "the name as a path": ({**text(), "event": "messages-upsert"}, patient(OI)),
    "several messages in one": (
        event("messages.upsert", [entry({"conversation": "oi."}), entry({"conversation": "tudo bem?"}, key={"id": "3EB0A2"}), None]),
        patient(OI, Said("tudo bem?"), raw=("sem_id",)),
    ),
    "the same message twice in one": (event("messages.upsert", [entry({"conversation": "oi."})] * 2), patient(OI)),
    "no data": (event("messages.upsert", None), nothing("sem_id")),
    "data that is a word": (event("messages.upsert", "oi"), nothing("sem_id")),
    "an event nobody knows": (event("messages.teleported", {"key": {}}), nothing("evento_desconhecido")),
    "an event that is no word": (event(None, {}), nothing("evento_desconhecido")),
    "an error of Evolution's": ({"status": 500, "error": "Internal Server Error"}, nothing("evento_desconhecido")),
    "much more than is known": ({**text(tomorrow={"a": [1]}), "licence": {"b": 2}}, patient(OI)),
}  # fmt: skip

TABLES = {
    "words": WORDS, "taps": TAPS, "files": FILES, "strange": STRANGE, "addresses": ADDRESSES, "own": OWN, "news": NEWS,
    "envelopes": ENVELOPES,
}  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(body, expected, id=f"{table}: {name}")
        for table, cases in TABLES.items()
        for name, (body, expected) in cases.items()
    ],
)
async def test_each_body_leaves_just_what_it_says(receiving: Receiving, body: Body, expected: Photo) -> None:
    assert await receiving.post(body, instance="clinica-wa") == 200
    assert await take(receiving) == expected
    if expected.said and not expected.raw:  # the same again is nothing new
        assert await receiving.post(body, instance="clinica-wa") == 200
        assert await take(receiving) == expected


@pytest.mark.parametrize("tail", ["/messages-upsert", "/MESSAGES_UPSERT"])
async def test_a_body_is_read_by_its_path_when_it_names_no_event(receiving: Receiving, tail: str) -> None:
    body = {name: value for name, value in text().items() if name != "event"}
    assert await receiving.post(body, instance="clinica-wa", tail=tail) == 200
    assert await take(receiving) == patient(OI)


@pytest.mark.parametrize(
    "stamp",
    [
        STAMP, float(STAMP), str(STAMP), STAMP * 1000, str(STAMP * 1000), {"low": STAMP, "high": 0, "unsigned": True},
        {"low": STAMP - 2**32, "high": 0, "unsigned": False}, {"low": STAMP, "high": 0},
    ],
    ids=repr,
)  # fmt: skip
async def test_each_way_to_write_an_hour(receiving: Receiving, stamp: Any) -> None:
    await receiving.post(text(messageTimestamp=stamp))
    assert await written(receiving) == datetime.fromtimestamp(STAMP, UTC)


@pytest.mark.parametrize(
    "stamp",
    [ABSENT, None, 0, -1, "ontem", 1e300, 2**70, {}, {"low": "x", "high": 0}, [STAMP], True],
    ids=lambda stamp: "absent" if stamp is ABSENT else repr(stamp),
)
async def test_an_hour_that_is_none_costs_no_message(receiving: Receiving, stamp: Any) -> None:
    assert await receiving.post(json.dumps(text(messageTimestamp=stamp)).encode()) == 200
    assert await take(receiving) == patient(OI)
    assert await written(receiving) is None


EDITED = protocol("MESSAGE_EDIT", editedMessage={"conversation": "amanhã."})
CHANGED = Said("amanhã.", dados={"editada": ["oi."]})
GONE = Said(None, dados={"apagada": "oi."}, motivo="apagada")


CHANGES: dict[str, tuple[Body, Said]] = {
    "an edit": (upsert(EDITED, "protocolMessage", key={"id": "3EB0A9"}), CHANGED),
    "an edit in its envelope": (upsert({"editedMessage": {"message": EDITED}}, "editedMessage", key={"id": "3EB0A9"}), CHANGED),
    "an edit by number": (
        upsert({"editedMessage": {"message": protocol(14, editedMessage={"extendedTextMessage": {"text": "amanhã."}})}}, key={"id": "3EB0A9"}), CHANGED,
    ),
    "an edit as its own event": (event("messages.edited", EDITED["protocolMessage"]), CHANGED),
    "an edit as a status": (status("SERVER_ACK", keyId="3EB0A1", message={"editedMessage": {"message": EDITED}}), CHANGED),
    "a deletion": (upsert(protocol("REVOKE"), "protocolMessage", key={"id": "3EB0A9"}), GONE),
    "a deletion by number": (upsert(protocol(0), "protocolMessage", key={"id": "3EB0A9"}), GONE),
    "a deletion as an edit": (event("messages.edited", protocol("REVOKE")["protocolMessage"]), GONE),
    "a deletion as its own event": (
        event("messages.delete", {"remoteJid": PHONE_JID, "id": "3EB0A1", "fromMe": False, "status": "DELETED"}), GONE,
    ),
    "a deletion by its key": (event("messages.delete", {"key": {"remoteJid": PHONE_JID, "id": "3EB0A1"}}), GONE),
    "a deletion as a status": (status("DELETED", keyId="3EB0A1"), GONE),
}  # fmt: skip


@pytest.mark.parametrize(("change", "said"), CHANGES.values(), ids=CHANGES)
async def test_each_way_to_change_a_message(receiving: Receiving, change: Body, said: Said) -> None:
    await receiving.post(text())
    assert await receiving.post(change) == 200
    after = await take(receiving)
    assert after == replace(patient(said), due=after.due), "whether an answer is due is the turn's business"


async def test_an_edit_that_cannot_be_read_changes_nothing_and_is_kept(receiving: Receiving) -> None:
    await receiving.post(text())
    await receiving.post(upsert(protocol("MESSAGE_EDIT", editedMessage={"x": 1}), key={"id": "3EB0A9"}))
    assert await take(receiving) == patient(OI, raw=("edicao_ilegivel",))


async def test_the_clinics_own_number_joins_nobody_to_anybody(receiving: Receiving) -> None:
    """Replies typed to two people, each with the clinic's number and LID as their sender: two people stay two."""
    sender = {"fromMe": True, "senderPn": OWN_JID, "senderLid": "111222333444555@lid"}
    for number, jid in enumerate((PHONE_JID, "5511977776666@s.whatsapp.net", LID_JID)):
        await receiving.post(text("já te ligo", key={**sender, "remoteJid": jid, "id": f"3A{number}"}))
    after = await take(receiving)
    assert after.people == {"phone 551188887777", "phone 551177776666", "lid 204501234567890"}
    assert await receiving.count("whatsapp.conversas") == 3


async def test_what_is_kept_has_no_token_of_anybodys(receiving: Receiving) -> None:
    for data in ({"jwt": "ey.secret"}, {"token": "AR-secret"}, {"deep": [{"apiKey": "k-secret"}]}):
        await receiving.post(event("messages.teleported", data))
    for row in await receiving.rows("whatsapp.eventos_brutos"):
        assert b"secret" not in row["corpo"]
        assert b"tok-wa" not in row["corpo"]
