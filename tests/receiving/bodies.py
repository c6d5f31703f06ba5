"""Evolution bodies as installations of many versions write them, from as little as tells them apart.

What is true of all: Maria is 5511988887777, the clinic's own number is 5511999990001.
"""

from __future__ import annotations

from typing import Any

Body = dict[str, Any]

ABSENT = object()
"""In place of a value: the key is not there at all."""

PHONE_JID = "5511988887777@s.whatsapp.net"
LID_JID = "204501234567890@lid"
OWN_JID = "5511999990001@s.whatsapp.net"
STAMP = 1795294844
"""2026-11-21T21:00:44Z, a few minutes before the tests' now."""

BYTES = {str(index): 255 - index for index in range(200)}
"""Bytes as JavaScript writes a Uint8Array."""

FILE = {
    "url": "https://mmg.whatsapp.net/o1/v/t62.7114-24/f1/m.enc?ccb=9-4",
    "mimetype": "image/jpeg",
    "fileSha256": "x1b2c3==",
    "fileLength": {"low": 48211, "high": 0, "unsigned": True},
    "mediaKey": "c2VjcmV0",
    "directPath": "/o1/v/t62.7114-24/f1/m.enc",
    "mediaKeyTimestamp": {"low": STAMP, "high": 0, "unsigned": False},
}


def event(name: str | None, data: Any, **top: Any) -> Body:
    """One webhook body."""
    return {
        "event": name,
        "instance": "clinica-wa",
        "data": data,
        "destination": "https://anna.example/hook",
        "date_time": "2026-11-21T18:00:44.238Z",
        "sender": OWN_JID,
        "server_url": "https://evolution.example",
        "apikey": "tok-wa",
        **top,
    }


def upsert(message: Any, kind: str | None = None, *, key: Body | None = None, **data: Any) -> Body:
    """A message of Maria's, or whatever `key` makes of it. A None stays a null."""
    return event("messages.upsert", entry(message, kind, key=key, **data))


def entry(message: Any, kind: str | None = None, *, key: Body | None = None, **data: Any) -> Body:
    """The `data` of an upsert."""
    whose = {"remoteJid": PHONE_JID, "fromMe": False, "id": "3EB0A1", **(key or {})}
    whole = {
        "key": {name: value for name, value in whose.items() if value is not ABSENT},
        "pushName": "Maria",
        "status": "DELIVERY_ACK",
        "message": message,
        "messageType": kind
        if kind is not None
        else next(iter(message), "unknown")
        if isinstance(message, dict)
        else "unknown",
        "messageTimestamp": STAMP,
        "instanceId": "4204050a-c418-4e14-ab70-3bfa163ca07d",
        "source": "android",
        **data,
    }
    return {name: value for name, value in whole.items() if value is not ABSENT}


def text(words: str = "oi.", *, key: Body | None = None, **data: Any) -> Body:
    """A plain text."""
    return upsert({"conversation": words}, key=key, **data)


def old(message: Body, kind: str, **key: Any) -> Body:
    """A message as 1.8 wrote it: `owner` where 2.x has `instanceId`, no status, and an envelope with less in it."""
    body = upsert(message, kind, key=key, status=ABSENT, instanceId=ABSENT, owner="clinica-wa")
    return {name: body[name] for name in ("event", "instance", "data", "destination", "date_time", "apikey")}


def file(kind: str, **described: Any) -> Body:
    """A message that is a file."""
    return {kind: {**FILE, **described}}


def wrapped(wrapper: str, inner: Body) -> Body:
    """`inner` in an envelope, with the noise that comes along."""
    return {
        "messageContextInfo": {"messageSecret": BYTES, "deviceListMetadataVersion": 2},
        wrapper: {"message": inner},
    }


def status(word: Any, **data: Any) -> Body:
    """How far one of ours has come, as 2.x tells it."""
    told = {"messageId": "cmi1", "keyId": "3EB0OURS", "remoteJid": PHONE_JID, "fromMe": True, "status": word}
    whole = {**told, "participant": PHONE_JID, "instanceId": "4204050a", **data}
    return event("messages.update", {name: value for name, value in whole.items() if value is not ABSENT})
