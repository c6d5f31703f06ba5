"""One pretended Evolution instance: its connection, its messages and what it posts to Anna."""

from __future__ import annotations

import asyncio
import hashlib
import uuid
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import jwt
import orjson

from anna.standin.config import EvolutionConfig, Webhook
from anna.standin.core import Core, Line
from anna.standin.evolution_bodies import Body, File, update
from anna.standin.evolution_numbers import PHONE_SERVER, Contacts, Phone
from anna.standin.faults import Fault
from anna.standin.outbox import Post, Retries

# webhook.controller.ts: x2 from 5 s to 300 s with 20 % of jitter, ten attempts, and some statuses that end it
RETRIES = Retries(
    delays=(5, 10, 20, 40, 80, 160, 300, 300, 300),
    never_on=frozenset({400, 401, 403, 404, 422}),
    jitter=0.2,
    least_s=5.0,
)
BAILEYS = "WHATSAPP-BAILEYS"
CLOUD = "WHATSAPP-BUSINESS"
QR_LIMIT = 30
_RANK = {"PENDING": 1, "SERVER_ACK": 2, "DELIVERY_ACK": 3, "READ": 4, "PLAYED": 5}
_CLOUD_WORD = {"SERVER_ACK": "SENT", "DELIVERY_ACK": "DELIVERED", "READ": "READ", "ERROR": "FAILED"}


@dataclass(slots=True)
class Message:
    """One stored message, either way. `data` is what the webhook carried; `address` where it was filed."""

    id: str
    db_id: str
    data: Body
    phone: Phone
    from_me: bool
    by_api: bool
    kind: str
    text: str | None
    at: datetime
    status: str
    file: File | None = None
    options: tuple[tuple[str, str], ...] = ()
    updates: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return str(self.data["key"]["remoteJid"])


class Instance:
    """One instance and everything it remembers."""

    def __init__(self, core: Core, config: EvolutionConfig) -> None:
        self.core = core
        self.name = config.name
        self.token = config.token
        self.number = config.number
        self.integration = config.integration
        self.profile_name = config.profile_name
        self.state = config.state
        self.ever_open = config.state == "open"
        self.webhook: Webhook | None = config.webhook
        self.id = str(uuid.uuid5(uuid.NAMESPACE_URL, f"standin/evolution/{config.name}"))
        self.line: Line = core.new_line("evolution", config.name)
        self.contacts = Contacts()
        self.messages: dict[str, Message] = {}
        self.typing: dict[str, datetime] = {}
        self.qr_count = 0
        self.settings: Body = {"groupsIgnore": False}

    @property
    def cloud(self) -> bool:
        return self.integration == CLOUD

    @property
    def wuid(self) -> str:
        return self.number + PHONE_SERVER

    def new_id(self, prefix: str) -> str:
        """A message id that no other run of the stand-in gives again: Anna's database outlives this process."""
        if self.cloud:
            return f"wamid.{self.core.unique(24)}"
        return prefix + self.core.unique(18)

    def keep(self, message: Message) -> None:
        self.messages[message.id] = message

    def filed_under(self, phone: Phone) -> list[Message]:
        """Everything between the clinic and one phone, oldest first."""
        return [message for message in self.messages.values() if message.phone is phone]

    def emit(self, event: str, data: Any) -> asyncio.Event | None:
        """Queue one webhook, if the instance has one that wants the event; the result is set after its first attempt."""
        hook = self.webhook
        if hook is None or (hook.events and event.upper().replace(".", "_") not in hook.events):
            return None
        body: Body = {
            "event": event,
            "instance": self.name,
            "data": data,
            "destination": hook.url,
            # server-local time with a false Z: here the server stands in UTC
            "date_time": f"{self.core.clock.now():%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z",
        }
        if not self.cloud and self.ever_open:
            body["sender"] = self.wuid
        body |= {"server_url": self.core.url(), "apikey": None}
        url = f"{hook.url}/{event.replace('.', '-').replace('_', '-')}" if hook.by_events else hook.url
        headers = {"Content-Type": "application/json", "User-Agent": "axios/1.13.2", **self._proof(hook)}
        return self.line.outbox.put(Post(event, url, orjson.dumps(body), headers), RETRIES)

    def _proof(self, hook: Webhook) -> dict[str, str]:
        """The hook's headers as they are, but for `jwt_key`: it signs a token of ten minutes, made once for all retries."""
        headers = dict(hook.headers)
        key = headers.pop("jwt_key", None)
        if key is not None:
            made = int(self.core.clock.now().timestamp())
            claims = {"iat": made, "exp": made + 600, "app": "evolution", "action": "webhook"}
            headers["Authorization"] = f"Bearer {jwt.encode(claims, key, algorithm='HS256')}"
        return headers

    def set_status(self, message: Message, status: str) -> None:
        """Move a message on and tell Anna; what is behind or repeated is told as well, as in the field."""
        if status == "ERROR" or _RANK.get(status, 0) > _RANK.get(message.status, 0):
            message.status = status
        message.updates.append(status)
        data = update(
            key_id=message.id,
            address=message.address,
            status=_CLOUD_WORD.get(status, status) if self.cloud else status,
            instance_id=self.id,
            message_id=message.db_id,
            cloud=self.cloud,
        )
        self.emit("messages.update", data)

    async def deliver(self, message: Message) -> None:
        """What WhatsApp says about a message after it took it, with its delays."""
        faults, delays = self.line.faults, self.core.config.delays
        if faults.strike(Fault.NEVER_DELIVERED):
            return
        await self.core.sleep(delays.accepted)
        self.set_status(message, "SERVER_ACK")
        if faults.strike(Fault.UNDELIVERED):
            await self.core.sleep(delays.delivered)
            self.set_status(message, "ERROR")
            return
        await self.core.sleep(delays.delivered)
        self.set_status(message, "DELIVERY_ACK")
        if delays.read is not None:
            await self.core.sleep(delays.read)
            self.set_status(message, "READ")

    def open(self) -> None:
        """The phone is connected: connection.update with who it is."""
        self.state, self.qr_count = "open", 0
        self.ever_open = True
        self.emit(
            "connection.update",
            {
                "instance": self.name,
                "wuid": self.wuid,
                "profileName": self.profile_name,
                "profilePictureUrl": None,
                "state": "open",
                "statusReason": 200,
            },
        )

    def connecting(self) -> None:
        """The socket is being opened."""
        self.state = "connecting"
        self.emit("connection.update", {"instance": self.name, "state": "connecting", "statusReason": 200})

    def shut(self, reason: int) -> None:
        """The socket is gone. Only a log-out (401) says so; a transient close says nothing."""
        self.state = "close"
        if reason != 401:
            return
        at = f"{self.core.clock.now():%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z"
        self.emit("connection.update", {"instance": self.name, "state": "close", "statusReason": 401})
        self.emit(
            "status.instance",
            {
                "instance": self.name,
                "status": "closed",
                "disconnectionAt": at,
                "disconnectionReasonCode": 401,
                "disconnectionObject": orjson.dumps(
                    {"error": {"output": {"statusCode": 401}}, "date": at}
                ).decode(),
            },
        )
        self.emit("logout.instance", None)

    def show_qr(self) -> Body:
        """A fresh QR code: what `instance/connect` answers; qrcode.updated is posted beside it. After thirty nobody scanned, it gives up."""
        self.qr_count += 1
        if self.qr_count > QR_LIMIT:
            self.state, self.qr_count = "close", 0
            self.emit(
                "qrcode.updated", {"message": "QR code limit reached, please login again", "statusCode": 500}
            )
            return {"pairingCode": None, "code": None, "base64": None, "count": QR_LIMIT}
        code = "2@" + hashlib.sha256(f"{self.id}/{self.qr_count}".encode()).hexdigest()[:44]
        image = "data:image/png;base64,iVBORw0KGgo="
        self.emit(
            "qrcode.updated",
            {"qrcode": {"instance": self.name, "pairingCode": None, "code": code, "base64": image}},
        )
        return {"pairingCode": None, "code": code, "base64": image, "count": self.qr_count}
