"""The `data` of Evolution's webhooks, key by key as a 2.3.7 server writes them (tests compare with captured bodies)."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Body = dict[str, Any]

# A transparent pixel and the first bytes of an Opus file: enough to be a file.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
OPUS = b"OggS" + bytes(24) + b"OpusHead" + bytes(11)
_MASK = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class File:
    """A file inside a message."""

    content: bytes
    mime: str
    name: str | None = None


def long(value: int, *, unsigned: bool = True) -> Body:
    """A protobuf 64-bit number as JavaScript serializes it."""
    return {"low": value & _MASK, "high": value >> 32, "unsigned": unsigned}


def indexed(content: bytes) -> Body:
    """Bytes as JavaScript serializes a Uint8Array."""
    return {str(index): byte for index, byte in enumerate(content)}


def noise() -> Body:
    """`messageContextInfo`, which may sit before the content: nobody may take the first key for the type."""
    return {
        "threadId": [],
        "deviceListMetadata": {
            "senderKeyIndexes": [],
            "recipientKeyIndexes": [],
            "senderTimestamp": long(1753614857),
            "recipientKeyHash": indexed(b"0123456789"),
            "recipientTimestamp": long(1753600000),
        },
        "deviceListMetadataVersion": 2,
        "messageSecret": indexed(b"s" * 32),
    }


def context(*, quoted: Body | None = None, ad: Mapping[str, Any] | None = None) -> Body:
    """`contextInfo` of an answer to a message (`stanzaId`, `participant`, `quotedMessage`) or of a click on an advertisement."""
    info: Body = {"mentionedJid": [], "groupMentions": [], "statusAttributions": []}
    if quoted:
        info |= quoted
    if ad:
        info |= {
            "externalAdReply": {"mediaType": 1, "sourceType": "ad", **ad},
            "entryPointConversionSource": "ctwa_ad",
        }
    return info


def sent_context(timestamp: int, kind: str) -> Body:
    """`contextInfo` of what the API sent; a voice note's has one key more."""
    return {
        "mentionedJid": [],
        "groupMentions": [],
        **({"statusAttributions": []} if kind == "audioMessage" else {}),
        "ephemeralSettingTimestamp": long(timestamp - 172_800, unsigned=False),
        "disappearingMode": {"initiator": 0},
    }


def _stored(content: bytes, mime: str, timestamp: int, server: str) -> Body:
    digest = hashlib.sha256(content).digest()
    path = f"/enc/f{timestamp}{digest[:4].hex()}"
    return {
        "url": f"{server}{path}",
        "mimetype": mime,
        "fileSha256": indexed(digest),
        "fileLength": long(len(content)),
        "mediaKey": indexed(hashlib.sha256(b"key" + digest).digest()),
        "fileEncSha256": indexed(hashlib.sha256(b"enc" + digest).digest()),
        "directPath": path,
        "mediaKeyTimestamp": long(timestamp, unsigned=False),
    }


def media(kind: str, file: File, timestamp: int, server: str, *, caption: str | None, seconds: int) -> Body:
    """The content of an audio, image, sticker, video or document message, under its own key."""
    body = _stored(file.content, file.mime, timestamp, server)
    if kind == "audioMessage":
        body |= {"seconds": seconds, "ptt": True}
    elif kind == "documentMessage":
        body["fileName"] = file.name or "arquivo"
    elif kind == "stickerMessage":
        body |= {"height": 512, "width": 512, "isAnimated": False}
    else:
        body |= {"height": 48, "width": 64, "jpegThumbnail": indexed(PIXEL)}
        if kind == "imageMessage":
            body |= {"interactiveAnnotations": [], "scanLengths": [], "annotations": []}
        else:
            body["seconds"] = seconds
    if caption is not None:
        body["caption"] = caption
    return {kind: body}


def sent_media(
    kind: str, file: File, timestamp: int, server: str, *, caption: str | None, with_bytes: bool
) -> Body:
    """What Baileys makes of a file that the API sent; with its bytes where the webhook asks for them, but for voice notes."""
    message = media(kind, file, timestamp, server, caption=caption, seconds=2)
    if kind == "audioMessage":
        message[kind]["waveform"] = indexed(bytes(64))
    elif with_bytes:
        message["base64"] = base64.b64encode(file.content).decode()
    return message


def cloud_media(kind: str, file: File, media_id: str, *, caption: str | None) -> Body:
    """The same through the Cloud API: the file as it was handed over, under the id Meta gave it."""
    short = kind.removesuffix("Message")
    part: Body = {} if caption is None else {"caption": caption}
    part |= {
        "fileName": file.name or f"{media_id}.{short}",
        "mediaType": short,
        "media": base64.b64encode(file.content).decode(),
    }
    if kind != "audioMessage":
        part["gifPlayback"] = False
    return {kind: part | {"id": media_id, "type": "id", "mimetype": file.mime}}


def baileys_key(
    message_id: str, address: str, *, from_me: bool, phone_jid: str | None, lid: str | None, mode: str
) -> Body:
    """`key` of an upsert. 2.3.7 puts the phone both in remoteJid and remoteJidAlt when the message came by LID with a number."""
    key: Body = {"remoteJid": address, "fromMe": from_me, "id": message_id, "addressingMode": mode}
    alternative = phone_jid if mode == "lid" else lid
    if alternative is not None:
        key["remoteJidAlt"] = alternative
    key["participant"] = ""
    return key


def upsert(
    key: Body,
    *,
    name: str,
    kind: str,
    message: Body,
    timestamp: int,
    instance_id: str,
    info: Body | None,
    source: str,
) -> Body:
    """`data` of messages.upsert as Baileys gives it. A plain text or a reaction has no contextInfo key; others have a null one."""
    data: Body = {
        "key": key,
        "pushName": name,
        "status": "SERVER_ACK" if key["fromMe"] else "DELIVERY_ACK",
        "message": {**message, "messageContextInfo": noise()},
    }
    if info is not None or kind not in {"conversation", "reactionMessage"}:
        data["contextInfo"] = info
    return data | {
        "messageType": kind,
        "messageTimestamp": timestamp,
        "instanceId": instance_id,
        "source": source,
    }


def cloud_upsert(
    key: Body,
    *,
    name: str,
    kind: str,
    message: Body,
    timestamp: int,
    instance_id: str,
    quoted_id: str | None,
) -> Body:
    """`data` of messages.upsert through the Cloud API: no status, no addressing mode, the quote only by its id."""
    data: Body = {"key": key, "pushName": name, "message": dict(message)}
    if quoted_id:
        data["message"]["contextInfo"] = {"stanzaId": quoted_id}
        data["contextInfo"] = {"stanzaId": quoted_id}
    return data | {
        "messageType": kind,
        "messageTimestamp": timestamp,
        "source": "unknown",
        "instanceId": instance_id,
    }


def sent(key: Body, *, kind: str, message: Body, timestamp: int, instance_id: str, cloud: bool) -> Body:
    """What a send answers, and the `data` of send.message: PENDING is handed to the socket, not delivered."""
    if cloud:
        return {
            "key": key,
            "message": message,
            "messageType": "conversation" if kind == "reactionMessage" else kind,  # as it is
            "messageTimestamp": timestamp,
            "instanceId": instance_id,
            "status": "PENDING",
            "source": "unknown",
        }
    data: Body = {"key": key, "pushName": "Você", "status": "PENDING", "message": message}
    if kind != "reactionMessage":
        data["contextInfo"] = sent_context(timestamp, kind)
        if isinstance(message.get(kind), dict):  # once more inside
            message[kind]["contextInfo"] = sent_context(timestamp, kind)
    return data | {
        "messageType": kind,
        "messageTimestamp": timestamp,
        "instanceId": instance_id,
        "source": "web",
    }


def update(*, key_id: str, address: str, status: str, instance_id: str, message_id: str, cloud: bool) -> Body:
    """`data` of messages.update; the Cloud API says fromMe false of Anna's own messages."""
    data: Body = {
        "keyId": key_id,
        "remoteJid": address,
        "fromMe": not cloud,
        "status": status,
        "instanceId": instance_id,
        "messageId": message_id,
    }
    if cloud:
        data["participant"] = address
    return data


def binary_as_base64(value: Any) -> Any:
    """The same message as findMessages returns it: bytes are base64 there."""
    if isinstance(value, dict):
        if value and all(key.isdecimal() for key in value):
            return base64.b64encode(bytes(value[str(index)] for index in range(len(value)))).decode()
        return {key: binary_as_base64(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [binary_as_base64(item) for item in value]
    return value
