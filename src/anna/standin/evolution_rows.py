"""Rows and records as Evolution's answers show them."""

from __future__ import annotations

from anna.standin.config import Webhook
from anna.standin.evolution_bodies import Body, binary_as_base64
from anna.standin.evolution_state import Instance, Message


def presence_on_whatsapp(instance: Instance, number: str) -> Body:
    """One row of whatsappNumbers."""
    jid, exists = instance.contacts.look_up(number)
    row: Body = {"jid": jid, "exists": exists, "number": number}
    phone = instance.contacts.known(jid)
    if exists and phone is not None:
        row |= {"name": phone.name, "lid": phone.lid}
    return row


def matches(message: Message, where: Body) -> bool:
    """Evolution's filter: a false fromMe is no filter at all."""
    key = where.get("key") or {}
    own = message.data["key"]
    wanted = [
        ("id" not in where or where["id"] == message.db_id),
        ("source" not in where or where["source"] == message.data["source"]),
        ("messageType" not in where or where["messageType"] == message.kind),
        (not key.get("id") or key["id"] == own["id"]),
        (not key.get("remoteJid") or key["remoteJid"] == own["remoteJid"]),
        (not key.get("fromMe") or own["fromMe"] is True),
    ]
    return all(wanted)


def record(message: Message) -> Body:
    """One record of findMessages."""
    data = message.data
    return {
        "id": message.db_id,
        "key": data["key"],
        "pushName": data.get("pushName"),
        "messageType": data["messageType"],
        "message": binary_as_base64(data["message"]),
        "messageTimestamp": data["messageTimestamp"],
        "instanceId": data["instanceId"],
        "source": data["source"],
        "contextInfo": data.get("contextInfo"),
        "MessageUpdate": [{"status": status} for status in message.updates],
    }


def webhook(hook: Body) -> Webhook:
    """The webhook settings in a request."""
    return Webhook(
        hook["url"],
        {str(name): str(value) for name, value in (hook.get("headers") or {}).items()},
        tuple(hook.get("events", ())),
        bool(hook.get("byEvents")),
        bool(hook.get("base64")),
    )


def hook_row(instance: Instance) -> Body:
    """The webhook settings in an answer."""
    hook = instance.webhook
    return {
        "enabled": hook is not None,
        "url": hook.url if hook else "",
        "headers": dict(hook.headers) if hook else {},
        "events": list(hook.events) if hook else [],
        "webhookByEvents": bool(hook and hook.by_events),
        "webhookBase64": bool(hook and hook.base64),
        "instanceId": instance.id,
    }


def instance_row(instance: Instance) -> Body:
    """One row of fetchInstances."""
    return {
        "id": instance.id,
        "name": instance.name,
        "connectionStatus": instance.state,
        "ownerJid": instance.wuid if instance.ever_open else None,
        "integration": instance.integration,
    }


def success(message: str) -> Body:
    """What ending an instance answers."""
    return {"status": "SUCCESS", "error": False, "response": {"message": message}}
