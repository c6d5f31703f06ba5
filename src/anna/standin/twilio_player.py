"""The control API's hands on one Twilio account."""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from anna.errors import InvalidInput
from anna.standin import evolution_bodies as samples
from anna.standin.core import Line
from anna.standin.evolution_bodies import File
from anna.standin.evolution_phones import moment
from anna.standin.faults import Fault
from anna.standin.twilio_state import VERSION, WHATSAPP, Account, Body, Message, Person
from anna.standin.voices import recorded

_SEEN = {"queued": "sent", "sent": "sent", "delivered": "delivered", "read": "read", "received": "delivered"}
_FILES: Mapping[str, File] = {
    "audio": File(samples.OPUS, "audio/ogg"),
    "image": File(samples.PIXEL, "image/png"),
    "video": File(b"\0\0\0\x18ftypmp42", "video/mp4"),
    "sticker": File(samples.PIXEL, "image/webp"),
    "document": File(b"%PDF-1.4\n%%EOF\n", "application/pdf", "documento.pdf"),
}
Part = tuple[Body, str]  # form fields, and the message's kind


class TwilioPlayer:
    """Implements `anna.standin.phones.Player`."""

    def __init__(self, account: Account) -> None:
        self._account = account

    @property
    def line(self) -> Line:
        return self._account.line

    def say(self, asked: Mapping[str, Any]) -> Body:
        """`asked` as for Evolution, and `to` or `"channel": "sms"` to choose among our senders."""
        account = self._account
        person = account.meet(str(asked["from"]), str(asked.get("name") or ""))
        sender = self._sender(asked)
        at = moment(asked.get("at"), account.core.clock.now())
        given = [name for name in (*_PARTS, *_FILES) if asked.get(name) is not None]
        if len(given) != 1:
            raise InvalidInput(f"one of {', '.join((*_PARTS, *_FILES))} is needed, {len(given)} given")
        kind = given[0]
        message = self._arrived(asked, person, sender, at, kind)
        fields: Body = {}
        if kind in _FILES:
            fields = self._attach(message, kind, asked[kind])
        else:
            fields, message.kind = _PARTS[kind](asked[kind])
        message.body = str(fields.get("Body", ""))
        if not sender.startswith(WHATSAPP):
            person.heed(sender, message.body)
        person.wrote_at[sender] = max(at, person.wrote_at.get(sender, at))
        account.messages[message.sid] = message
        if account.webhook_url:
            account.post("inbound", account.webhook_url, self._form(message, fields, asked))
        return _shown(message)

    def _sender(self, asked: Mapping[str, Any]) -> str:
        wants_sms = asked.get("channel") == "sms"
        for sender in self._account.config.senders:
            if asked.get("to", sender) == sender and sender.startswith(WHATSAPP) != wants_sms:
                return sender
        raise InvalidInput("to: the account has no such sender")

    def _arrived(
        self, asked: Mapping[str, Any], person: Person, sender: str, at: datetime, kind: str
    ) -> Message:
        address = person.address
        strike = self.line.faults.strike(Fault.LID)
        if sender.startswith(WHATSAPP):
            hidden = strike is not None and not strike.options.get("alt")
            address = WHATSAPP + (person.bsuid if hidden else person.address)
        sid = str(asked.get("id") or self._account.new_sid("MM" if kind in _FILES else "SM"))
        return Message(
            sid, address, sender, "", True, "received", person, at, at, kind=kind, quote=asked.get("quote")
        )

    def _attach(self, message: Message, kind: str, value: Any) -> Body:
        sample = _FILES[kind]
        try:
            content = recorded(value, sample.content)
        except (binascii.Error, TypeError) as error:
            raise InvalidInput(f"{kind}: {error}") from error
        mime = str(value.get("mime") or sample.mime)
        media = self._account.new_sid("ME")
        message.files[media] = File(content, mime, value.get("name") or sample.name)
        url = f"{self._account.core.url()}{self._account.path}/Messages/{message.sid}/Media/{media}"
        return {
            "Body": str(value.get("caption") or ""),
            "MediaUrl0": url,
            "MediaContentType0": mime,
            "MessageType": kind,
        }

    def _form(self, message: Message, fields: Body, asked: Mapping[str, Any]) -> dict[str, str]:
        form = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "SmsMessageSid": message.sid,
            "AccountSid": self._account.config.account_sid,
            "ApiVersion": VERSION,
            "SmsStatus": "received",
            "NumSegments": "1",
            "NumMedia": str(len(message.files)),
            "From": message.sender,
            "To": message.to,
            "Body": "",
        }
        if message.to.startswith(WHATSAPP):
            form |= {
                "ProfileName": message.person.name,
                "ExternalUserId": WHATSAPP + message.person.bsuid,
                "MessageType": "text",
                "ReferralNumMedia": "0",
                "Forwarded": "false",
                "FrequentlyForwarded": "false",
            }
            if message.sender.startswith(f"{WHATSAPP}+"):
                form["WaId"] = re.sub(r"\D", "", message.sender)
            if message.quote:
                form["OriginalRepliedMessageSid"] = message.quote
                form["OriginalRepliedMessageSender"] = message.to
            form |= {f"Referral{name}": str(value) for name, value in (asked.get("ad") or {}).items()}
        return form | {name: str(value) for name, value in fields.items()}

    def type_on_phone(self, asked: Mapping[str, Any]) -> Body:
        raise InvalidInput("a Twilio sender has no phone to type on")

    def change(self, asked: Mapping[str, Any]) -> None:
        raise InvalidInput("Twilio does not tell of edits")

    def read(self, address: str, message_id: str | None) -> int:
        person = self._account.meet(address)
        unread = [
            message
            for message in self._account.messages.values()
            if message.person is person
            and not message.inbound
            and message.status == "delivered"
            and message.to.startswith(WHATSAPP)
            and message_id in {None, message.sid}
        ]
        for message in unread:
            self._account.tell(message, "read")
        return len(unread)

    def view(self, address: str) -> Body:
        person = self._account.meet(address)
        return {
            "address": person.address,
            "lid": person.bsuid,
            "name": person.name,
            "typing_until": None,
            "messages": [
                _shown(message) for message in self._account.messages.values() if message.person is person
            ],
        }

    def messages(self) -> list[Body]:
        return [_shown(message) for message in self._account.messages.values()]

    def set_number(self, asked: Mapping[str, Any]) -> None:
        person = self._account.meet(str(asked["number"]), str(asked.get("name") or ""))
        person.exists = bool(asked.get("exists", True))

    def point(self, asked: Mapping[str, Any]) -> None:
        self._account.webhook_url = str(asked["url"])

    def connection(self, asked: Mapping[str, Any]) -> None:
        raise InvalidInput("Twilio keeps the connection to WhatsApp itself")

    def summary(self) -> Body:
        return {
            "provider": "twilio",
            "instance": self._account.config.name,
            "number": self._account.config.senders[0],
            "state": "open",
            "webhook": self._account.webhook_url,
        }


def _shown(message: Message) -> Body:
    file = next(iter(message.files.values()), None)
    return {
        "id": message.sid,
        "author": "patient" if message.inbound else "api",
        "address": message.sender if message.inbound else message.to,
        "kind": message.kind,
        "text": message.body or None,
        "options": [],
        "file": {"mime": file.mime, "name": file.name} if file else None,
        "quote": message.quote,
        "at": message.created.isoformat(),
        "status": _SEEN.get(message.status, "failed"),
    }


def _text(value: Any) -> Part:
    return {"Body": str(value)}, "text"


def _location(value: Any) -> Part:
    fields = {"Latitude": value["latitude"], "Longitude": value["longitude"], "MessageType": "location"}
    named = {form: value[name] for name, form in (("name", "Label"), ("address", "Address")) if name in value}
    return fields | named, "location"


def _button(value: Any) -> Part:
    title, payload = value["title"], value["id"]
    fields = {"Body": title, "ButtonText": title, "ButtonPayload": payload, "MessageType": "button"}
    return fields, "button"


def _list(value: Any) -> Part:
    fields = {"Body": value["title"], "ListId": value["id"], "ListTitle": value["title"]}
    described = {"ListDescription": value["description"]} if "description" in value else {}
    return fields | described | {"MessageType": "interactive"}, "list"


_PARTS: Mapping[str, Callable[[Any], Part]] = {
    "text": _text,
    "location": _location,
    "button": _button,
    "list": _list,
}
