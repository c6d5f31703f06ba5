"""What people do on their phones, as an Evolution instance sees it: patients write and read, the clinic answers by hand."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from anna.errors import InvalidInput
from anna.standin import evolution_bodies as bodies
from anna.standin.evolution_bodies import Body, File
from anna.standin.evolution_numbers import Phone
from anna.standin.evolution_state import Instance, Message
from anna.standin.faults import Fault
from anna.standin.voices import recorded

_SEEN = {
    "PENDING": "sent",
    "SERVER_ACK": "sent",
    "DELIVERY_ACK": "delivered",
    "READ": "read",
    "PLAYED": "read",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, before it has an address."""

    kind: str
    message: Body
    text: str | None = None
    file: File | None = None
    info: Body | None = None


def moment(value: Any, now: datetime) -> datetime:
    """`at` of the control API: ISO 8601 with offset, epoch seconds, or nothing for now. Raises InvalidInput."""
    if value is None:
        return now
    try:
        at = (
            datetime.fromtimestamp(value, UTC)
            if isinstance(value, int | float)
            else datetime.fromisoformat(str(value))
        )
    except (ValueError, OverflowError, OSError) as error:
        raise InvalidInput(f"at: {error}") from error
    if at.tzinfo is None:
        raise InvalidInput("at: needs an offset")
    return at


def say(instance: Instance, asked: Mapping[str, Any]) -> Message:
    """A patient's message arrives. `asked` is the body of the control API's `say`; raises InvalidInput naming what is wrong."""
    phone = instance.contacts.meet(str(asked.get("from") or ""), str(asked.get("name") or ""))
    at = moment(asked.get("at"), instance.core.clock.now())
    said = _rendered(instance, asked, at)
    message = _arrive(instance, phone, said, at, asked, from_me=False)
    instance.emit("messages.upsert", _with_file(instance, message))
    return message


def type_on_phone(instance: Instance, asked: Mapping[str, Any]) -> Message:
    """Somebody at the clinic writes on its own phone: an upsert with fromMe, and no send.message."""
    if instance.cloud:
        raise InvalidInput("a number on the Cloud API has no phone to type on")
    phone = instance.contacts.meet(str(asked.get("to") or ""))
    at = moment(asked.get("at"), instance.core.clock.now())
    message = _arrive(instance, phone, _rendered(instance, asked, at), at, asked, from_me=True)
    instance.emit("messages.upsert", _with_file(instance, message))
    return message


def change(instance: Instance, asked: Mapping[str, Any]) -> None:
    """A patient edits (`{"id", "text"}`) or deletes (`{"id"}`) what was said. Raises InvalidInput for an unknown id."""
    message = instance.messages.get(str(asked.get("id")))
    if message is None:
        raise InvalidInput("id: no such message")
    key = {"remoteJid": message.address, "fromMe": message.from_me, "id": message.id}
    if asked.get("text") is None:
        instance.emit("messages.edited", {"key": key, "type": "REVOKE"})
        return
    message.text = str(asked["text"])
    stamp = str(int(instance.core.clock.now().timestamp() * 1000))
    edited = {"conversation": message.text}
    instance.emit(
        "messages.edited",
        {"key": key, "type": "MESSAGE_EDIT", "editedMessage": edited, "timestampMs": stamp},
    )


def read(instance: Instance, address: str, message_id: str | None) -> int:
    """A phone reads what was delivered to it, one message or all; returns how many."""
    phone = instance.contacts.meet(address)
    unread = [
        message
        for message in instance.filed_under(phone)
        if message.from_me and message.status == "DELIVERY_ACK" and message_id in {None, message.id}
    ]
    for message in unread:
        instance.set_status(message, "READ")
    return len(unread)


def view(instance: Instance, address: str) -> Body:
    """A phone's chat with the clinic, oldest first, and until when it shows that the clinic writes."""
    phone = instance.contacts.meet(address)
    typing = instance.typing.get(phone.address)
    return {
        "address": phone.address,
        "lid": phone.lid,
        "name": phone.name,
        "typing_until": typing.isoformat() if typing else None,
        "messages": [shown(message) for message in instance.filed_under(phone)],
    }


def shown(message: Message) -> Body:
    """One message as the control API lists it."""
    author = "patient" if not message.from_me else "api" if message.by_api else "person"
    quoted = message.data.get("contextInfo") or {}
    return {
        "id": message.id,
        "author": author,
        "address": message.address,
        "kind": message.kind,
        "text": message.text,
        "options": [{"id": name, "label": label} for name, label in message.options],
        "file": {"mime": message.file.mime, "name": message.file.name} if message.file else None,
        "quote": quoted.get("stanzaId"),
        "at": message.at.isoformat(),
        "status": _SEEN.get(message.status, "failed"),
    }


def _arrive(
    instance: Instance, phone: Phone, said: Said, at: datetime, asked: Mapping[str, Any], *, from_me: bool
) -> Message:
    message_id = str(asked.get("id") or instance.new_id("3A"))
    shape: dict[str, Any] = {"kind": said.kind, "message": said.message, "timestamp": int(at.timestamp())}
    if instance.cloud:
        key: Body = {"id": message_id, "remoteJid": phone.address, "fromMe": from_me}
        quoted_id = str(asked["quote"]) if asked.get("quote") else None
        data = bodies.cloud_upsert(
            key, name=phone.name, instance_id=instance.id, quoted_id=quoted_id, **shape
        )
    else:
        data = bodies.upsert(
            _key(instance, phone, message_id, from_me=from_me),
            name=instance.profile_name if from_me else phone.name,
            instance_id=instance.id,
            info=said.info,
            source=str(asked.get("source") or "ios"),
            **shape,
        )
    message = Message(
        id=message_id,
        db_id=f"c{instance.core.unique(24).lower()}",
        data=data,
        phone=phone,
        from_me=from_me,
        by_api=False,
        kind=said.kind,
        text=said.text,
        at=at,
        status="SERVER_ACK" if from_me else "DELIVERY_ACK",
        file=said.file,
    )
    instance.keep(message)
    return message


def _key(instance: Instance, phone: Phone, message_id: str, *, from_me: bool) -> Body:
    """By number; by LID alone; or by LID with the number, when 2.3.7 hides the LID and repeats the number."""
    strike = instance.line.faults.strike(Fault.LID)
    if phone.jid is None or (strike and not strike.options.get("alt")):
        return bodies.baileys_key(
            message_id, phone.lid, from_me=from_me, phone_jid=None, lid=None, mode="lid"
        )
    mode = "lid" if strike else "pn"
    return bodies.baileys_key(
        message_id, phone.jid, from_me=from_me, phone_jid=phone.jid, lid=phone.lid, mode=mode
    )


def _with_file(instance: Instance, message: Message) -> Body:
    """The webhook's data: with the file's bytes where the webhook asks for them (Baileys only)."""
    if message.file is None or instance.cloud or not (instance.webhook and instance.webhook.base64):
        return message.data
    if instance.line.faults.strike(Fault.NO_FILE):
        return message.data
    coded = base64.b64encode(message.file.content).decode()
    return {**message.data, "message": {**message.data["message"], "base64": coded}}


def _rendered(instance: Instance, asked: Mapping[str, Any], at: datetime) -> Said:
    given = [name for name in _RENDERERS if asked.get(name) is not None]
    if len(given) != 1:
        raise InvalidInput(f"one of {', '.join(_RENDERERS)} is needed, {len(given)} given")
    info = _context(instance, asked)
    try:
        return _RENDERERS[given[0]](instance, asked[given[0]], info, at)
    except (KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise InvalidInput(f"{given[0]}: {type(error).__name__} {error}") from error


def _context(instance: Instance, asked: Mapping[str, Any]) -> Body | None:
    quote, ad = asked.get("quote"), asked.get("ad")
    quoted: Body | None = None
    if quote:
        quoted = {"stanzaId": str(quote), "participant": instance.wuid}
        known = instance.messages.get(str(quote))
        if known is not None and known.text is not None:
            quoted["quotedMessage"] = {"conversation": known.text}
    return bodies.context(quoted=quoted, ad=ad) if quoted or ad else None


def _text(_: Instance, value: Any, info: Body | None, __: datetime) -> Said:
    return Said("conversation", {"conversation": str(value)}, str(value), info=info)


def _media(kind: str, default: File) -> Callable[[Instance, Any, Body | None, datetime], Said]:
    def render(instance: Instance, value: Any, info: Body | None, at: datetime) -> Said:
        file = File(
            recorded(value, default.content),
            str(value.get("mime") or default.mime),
            value.get("name") or default.name,
        )
        caption = value.get("caption")
        if instance.cloud:
            part: Body = {"mime_type": file.mime, "sha256": "abc", "id": instance.core.unique(15)}
            part |= {"caption": caption} if caption else {}
            part |= {"voice": True, "ptt": True} if kind == "audioMessage" else {}
            return Said(kind, {kind: part}, caption, file)
        message = bodies.media(
            kind,
            file,
            int(at.timestamp()),
            instance.core.url(),
            caption=caption,
            seconds=int(value.get("seconds", 2)),
        )
        return Said(kind, message, caption, file, info)

    return render


def _location(_: Instance, value: Any, info: Body | None, __: datetime) -> Said:
    part = {"degreesLatitude": value["latitude"], "degreesLongitude": value["longitude"]}
    part |= {name: value[name] for name in ("name", "address") if name in value}
    return Said("locationMessage", {"locationMessage": part}, value.get("name"), info=info)


def _contact(_: Instance, value: Any, info: Body | None, __: datetime) -> Said:
    name, phone = value["name"], value["phone"]
    vcard = f"BEGIN:VCARD\nVERSION:3.0\nN:;{name};;;\nFN:{name}\nTEL;type=CELL:{phone}\nEND:VCARD"
    part = {"displayName": name, "vcard": vcard}
    return Said("contactMessage", {"contactMessage": part}, name, info=info)


def _reaction(instance: Instance, value: Any, _: Body | None, at: datetime) -> Said:
    target = instance.messages.get(str(value["id"]))
    if instance.cloud:
        part: Body = {"key": {"id": str(value["id"])}, "text": str(value["text"])}
    else:
        key = {
            "remoteJid": target.address if target else instance.wuid,
            "fromMe": bool(target and target.from_me),
            "id": str(value["id"]),
            "participant": "",
        }
        stamp = bodies.long(int(at.timestamp() * 1000), unsigned=False)
        part = {"key": key, "text": str(value["text"]), "senderTimestampMs": stamp}
    return Said("reactionMessage", {"reactionMessage": part}, str(value["text"]))


def _button(instance: Instance, value: Any, info: Body | None, _: datetime) -> Said:
    title = str(value["title"])
    if instance.cloud:  # the id of the button is lost on the way
        return Said("interactiveMessage", {"conversation": title}, title)
    part: Body = {"selectedButtonId": str(value["id"]), "selectedDisplayText": title}
    part |= {"contextInfo": info} if info else {}
    return Said("buttonsResponseMessage", {"buttonsResponseMessage": part | {"type": 1}}, title, info=info)


def _list(instance: Instance, value: Any, info: Body | None, _: datetime) -> Said:
    title = str(value["title"])
    if instance.cloud:
        return Said("interactiveMessage", {"conversation": title}, title)
    part: Body = {"title": title, "listType": 1, "singleSelectReply": {"selectedRowId": str(value["id"])}}
    part |= {"contextInfo": info} if info else {}
    part |= {"description": value["description"]} if "description" in value else {}
    return Said("listResponseMessage", {"listResponseMessage": part}, title, info=info)


def _poll(_: Instance, value: Any, info: Body | None, __: datetime) -> Said:
    name = str(value["name"])
    part = {
        "name": name,
        "options": [{"optionName": str(option)} for option in value["options"]],
        "selectableOptionsCount": 1,
    }
    return Said("pollCreationMessageV3", {"pollCreationMessageV3": part}, name, info=info)


def _raw(_: Instance, value: Any, info: Body | None, __: datetime) -> Said:
    """Any other message as protobuf JSON: `{"kind": messageType, "message": {…}}`."""
    return Said(str(value["kind"]), dict(value["message"]), None, info=info)


_RENDERERS: Mapping[str, Callable[[Instance, Any, Body | None, datetime], Said]] = {
    "text": _text,
    "audio": _media("audioMessage", File(bodies.OPUS, "audio/ogg; codecs=opus")),
    "image": _media("imageMessage", File(bodies.PIXEL, "image/png")),
    "video": _media("videoMessage", File(b"\0\0\0\x18ftypmp42", "video/mp4")),
    "sticker": _media("stickerMessage", File(bodies.PIXEL, "image/webp")),
    "document": _media("documentMessage", File(b"%PDF-1.4\n%%EOF\n", "application/pdf", "documento.pdf")),
    "location": _location,
    "contact": _contact,
    "reaction": _reaction,
    "button": _button,
    "list": _list,
    "poll": _poll,
    "raw": _raw,
}
