"""What each of Evolution's send routes makes of its body."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import orjson

from anna.standin import evolution_bodies as bodies
from anna.standin.evolution_bodies import Body, File
from anna.standin.evolution_state import Instance, Message
from anna.standin.http import refusal

_MAX_REPLIES = 3


@dataclass(frozen=True, slots=True)
class Content:
    """A message before it has an address: its protobuf part (that of a file is made by `wire`), its text for people, its file and
    its options."""

    kind: str
    message: Body
    text: str | None = None
    file: File | None = None
    options: tuple[tuple[str, str], ...] = ()


def text(body: Body) -> Content:
    """sendText."""
    if not body["text"].strip():
        raise refusal(400, ["Text is required"])
    return Content("conversation", {"conversation": body["text"]}, body["text"])


def buttons(body: Body) -> Content:
    """sendButtons: at most three replies, and replies only among themselves."""
    given = body.get("buttons") or []
    kinds = {button["type"] for button in given}
    if not given:
        raise refusal(400, ["At least one button is required"])
    if "reply" in kinds and len(kinds) > 1:
        raise refusal(400, ["Reply buttons cannot be mixed with other types"])
    if "reply" in kinds and len(given) > _MAX_REPLIES:
        raise refusal(400, ["Maximum of 3 reply buttons allowed"])
    options = tuple((str(button.get("id", "")), str(button.get("displayText", ""))) for button in given)
    shown = "\n\n".join(part for part in (body.get("title"), body.get("description")) if part)
    flow = [
        {
            "name": "quick_reply",
            "buttonParamsJson": orjson.dumps({"display_text": label, "id": name}).decode(),
        }
        for name, label in options
    ]
    inner = {"interactiveMessage": {"body": {"text": shown}, "nativeFlowMessage": {"buttons": flow}}}
    return Content("viewOnceMessage", {"viewOnceMessage": {"message": inner}}, shown, options=options)


def options(body: Body) -> Content:
    """sendList."""
    rows = [row for section in body["sections"] for row in section["rows"]]
    listed = {
        "title": body["title"],
        "description": body.get("description", ""),
        "buttonText": body["buttonText"],
        "footerText": body["footerText"],
        "sections": body["sections"],
        "listType": 2,
    }
    return Content(
        "listMessage",
        {"listMessage": listed},
        body["title"],
        options=tuple((row["rowId"], row["title"]) for row in rows),
    )


def media(body: Body) -> Content:
    """sendMedia: a public URL or bare base64. A host without a dot is no URL to it."""
    file = _file(body.get("media"), body.get("mimetype") or "application/octet-stream", body.get("fileName"))
    return Content(f"{body['mediatype']}Message", {}, body.get("caption"), file)


def audio(body: Body) -> Content:
    """sendWhatsAppAudio."""
    return Content("audioMessage", {}, None, _file(body.get("audio"), "audio/ogg; codecs=opus", None))


def location(body: Body) -> Content:
    """sendLocation."""
    part = {
        "degreesLatitude": body["latitude"],
        "degreesLongitude": body["longitude"],
        "name": body["name"],
        "address": body["address"],
    }
    return Content("locationMessage", {"locationMessage": part}, f"{body['name']}, {body['address']}")


def reaction(body: Body) -> Content:
    """sendReaction."""
    part = {"text": body["reaction"], "key": body["key"]}
    return Content("reactionMessage", {"reactionMessage": part}, body["reaction"])


def wire(instance: Instance, content: Content, at: datetime) -> Body:
    """The message as this instance's channel writes what it has sent."""
    timestamp = int(at.timestamp())
    if content.file is None:
        message = {
            kind: dict(part) if isinstance(part, dict) else part for kind, part in content.message.items()
        }
        if content.kind == "reactionMessage" and not instance.cloud:
            message["reactionMessage"]["senderTimestampMs"] = int(at.timestamp() * 1000)
        return message
    if instance.cloud:
        media_id = instance.core.unique(12)
        return bodies.cloud_media(content.kind, content.file, media_id, caption=content.text)
    return bodies.sent_media(
        content.kind, content.file, timestamp, instance.core.url(), caption=content.text,
        with_bytes=bool(instance.webhook and instance.webhook.base64),
    )  # fmt: skip


def store(instance: Instance, jid: str, content: Content) -> Message:
    """Keep what was taken, as its webhook will carry it."""
    at = instance.core.clock.now()
    message_id = instance.new_id("3EB0")
    key = {"remoteJid": jid, "fromMe": True, "id": message_id}
    data = bodies.sent(
        key,
        kind=content.kind,
        message=wire(instance, content, at),
        timestamp=int(at.timestamp()),
        instance_id=instance.id,
        cloud=instance.cloud,
    )
    message = Message(
        id=message_id,
        db_id=f"c{instance.core.unique(24).lower()}",
        data=data,
        phone=instance.contacts.meet(jid),
        from_me=True,
        by_api=True,
        kind=content.kind,
        text=content.text,
        at=at,
        status="PENDING",
        file=content.file,
        options=content.options,
    )
    instance.keep(message)
    return message


def file_answer(message: Message) -> Body:
    """What getBase64FromMediaMessage gives for a message with a file."""
    file = message.file
    if file is None:
        raise refusal(400, ["The message is not of the media type"])
    part: Any = message.data["message"].get(message.kind, {})
    return {
        "mediaType": message.kind,
        "fileName": file.name or f"{message.id}.{file.mime.partition('/')[2].partition(';')[0]}",
        "size": {
            "fileLength": part.get("fileLength"),
            "height": part.get("height"),
            "width": part.get("width"),
        },
        "mimetype": file.mime,
        "base64": base64.b64encode(file.content).decode(),
    }


def _file(given: str | None, mime: str, name: str | None) -> File:
    """The file behind a URL (not fetched: its address stands for it) or in base64."""
    if given and _is_url(given):
        return File(given.encode(), mime, name or given.rpartition("/")[2])
    if given:
        try:
            return File(base64.b64decode(given, validate=True), mime, name)
        except (binascii.Error, ValueError):
            pass
    raise refusal(400, ["Owned media must be a url or base64"])


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme not in {"http", "https", "ftp"}:
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return bool(re.fullmatch(r"(?:[^\s.]+\.)+[^\s.\d]{2,}", host))
    return True
