"""One pretended Twilio account: its messages, who wrote when, and the signed posts to Anna."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qs, urldefrag, urlencode

from anna.kit.phone import canonical
from anna.standin.config import TwilioConfig
from anna.standin.core import Core, Line
from anna.standin.evolution_bodies import File
from anna.standin.faults import Fault
from anna.standin.outbox import Post, Retries

Body = dict[str, Any]
WHATSAPP = "whatsapp:"
VERSION = "2010-04-01"
WINDOW = timedelta(hours=24)
_DEFAULT_CODE = 63024
_STOP = frozenset({"STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"})
_START = frozenset({"START", "YES", "UNSTOP"})
_TEXTS = {
    63016: "Outside messaging window",
    63024: "Invalid message recipient",
    63003: "Channel could not find To",
}


@dataclass(slots=True)
class Person:
    """Somebody with a phone: `address` without its channel, `+55…`, or a business-scoped id `BR.…` alone."""

    address: str
    bsuid: str
    name: str = ""
    exists: bool = True
    wrote_at: dict[str, datetime] = field(default_factory=dict)  # by our sender
    stopped: set[str] = field(default_factory=set)  # our SMS senders that may not write any more

    def heed(self, sender: str, text: str) -> None:
        """Twilio's own keywords, which it obeys on SMS and on SMS alone."""
        word = text.strip().upper()
        if word in _STOP:
            self.stopped.add(sender)
        elif word in _START:
            self.stopped.discard(sender)


@dataclass(slots=True)
class Message:
    """One message resource, either way; dates are the account's clock."""

    sid: str
    sender: str
    to: str
    body: str
    inbound: bool
    status: str
    person: Person
    created: datetime
    sent: datetime | None = None
    files: dict[str, File] = field(default_factory=dict)
    callback: str | None = None
    error_code: int | None = None
    updates: list[str] = field(default_factory=list)
    kind: str = "text"
    quote: str | None = None


def sign(token: str, url: str, form: Mapping[str, str]) -> str:
    """`X-Twilio-Signature`: base64 of HMAC-SHA1 over the URL and every name with its value, sorted by name."""
    text = url + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()


def overrides(url: str) -> tuple[str, Retries]:
    """The URL that is called and signed, and what its fragment (`#rc=3&rp=all`) says about trying again.

    Without one, Twilio tries once more, and only when it could not connect.
    """
    plain, fragment = urldefrag(url)
    said = parse_qs(fragment)
    times = said.get("rc", ["1"])[0]
    policy = said.get("rp", ["ct"])[0].split(",")
    count = min(int(times), 5) if times.isdecimal() else 1
    return plain, Retries(delays=(1.0,) * count, on_status=bool({"all", "5xx"} & set(policy)), timeout_s=15.0)


class Account:
    """One account and everything it remembers."""

    def __init__(self, core: Core, config: TwilioConfig) -> None:
        self.core = core
        self.config = config
        self.webhook_url = config.webhook_url
        self.line: Line = core.new_line("twilio", config.name)
        self.messages: dict[str, Message] = {}
        self._people: dict[str, Person] = {}

    @property
    def path(self) -> str:
        return f"/{VERSION}/Accounts/{self.config.account_sid}"

    def new_sid(self, prefix: str) -> str:
        return prefix + self.core.unique(32).lower()

    def meet(self, address: str, name: str = "") -> Person:
        """The person behind an address in any form: with or without `whatsapp:`, E.164, digits or a BSUID."""
        bare = address.removeprefix(WHATSAPP)
        if re.fullmatch(r"[A-Z]{2}\.[A-Za-z0-9]+", bare):
            key, found = bare, next((p for p in self._people.values() if p.bsuid == bare), None)
            made = Person(bare, bare)
        else:
            digits = re.sub(r"\D", "", bare)
            key = canonical(digits)
            found = self._people.get(key)
            mixed = int.from_bytes(hashlib.sha256(digits.encode()).digest()[:8])
            made = Person(f"+{digits}", f"BR.{10**15 + mixed % (9 * 10**15)}")
        person = found or self._people.setdefault(key, made)
        if name:
            person.name = name
        return person

    def resource(self, message: Message) -> Body:
        """The message as the REST API shows it: strings everywhere, dates as RFC 2822."""
        uri = f"{self.path}/Messages/{message.sid}"
        return {
            "account_sid": self.config.account_sid,
            "api_version": VERSION,
            "body": message.body,
            "date_created": format_datetime(message.created),
            "date_sent": format_datetime(message.sent) if message.sent else None,
            "date_updated": format_datetime(self.core.clock.now()),
            "direction": "inbound" if message.inbound else "outbound-api",
            "error_code": message.error_code,
            "error_message": _TEXTS.get(message.error_code) if message.error_code else None,
            "from": message.sender,
            "messaging_service_sid": None,
            "num_media": str(len(message.files)),
            "num_segments": "1",
            "price": None,
            "price_unit": None,
            "sid": message.sid,
            "status": message.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": message.to,
            "uri": f"{uri}.json",
        }

    def post(self, label: str, url: str, form: Mapping[str, str]) -> None:
        """Queue one signed webhook."""
        plain, retries = overrides(url)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            "User-Agent": "TwilioProxy/1.1",
            "I-Twilio-Idempotency-Token": self.core.unique(32).lower(),
            "X-Twilio-Signature": sign(self.config.auth_token, plain, form),
        }
        self.line.outbox.put(Post(label, plain, urlencode(form).encode(), headers), retries)

    def tell(self, message: Message, status: str) -> None:
        """A new status: kept, and posted to the message's own callback."""
        message.status = status
        message.updates.append(status)
        if message.callback is None:
            return
        form = {
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "MessageStatus": status,
            "SmsStatus": status,
            "To": message.to,
            "From": message.sender,
            "AccountSid": self.config.account_sid,
            "ApiVersion": VERSION,
        }
        if message.to.startswith(WHATSAPP):
            form |= {
                "ChannelPrefix": "whatsapp",
                "ChannelInstallSid": "XE" + "0" * 32,
                "ChannelToAddress": message.to,
                "StructuredMessage": "false",
            }
            if status in {"delivered", "read", "undelivered"}:
                form["EventType"] = status.upper()
        if message.error_code:
            form["ErrorCode"] = str(message.error_code)
            form["ErrorMessage"] = _TEXTS.get(message.error_code, "")
        self.post(f"status.{status}", message.callback, form)

    async def deliver(self, message: Message, *, templated: bool) -> None:
        """What becomes of an accepted message. There is no callback for its first status."""
        faults, delays = self.line.faults, self.core.config.delays
        if faults.strike(Fault.NEVER_DELIVERED):
            return
        await self.core.sleep(delays.accepted)
        by_whatsapp = message.to.startswith(WHATSAPP)
        if by_whatsapp and not templated and not self._window_open(message):
            message.error_code = 63016
            self.tell(message, "failed")
            return
        message.sent = self.core.clock.now()
        self.tell(message, "sent")
        await self.core.sleep(delays.delivered)
        strike = faults.strike(Fault.UNDELIVERED)
        if strike or (by_whatsapp and not message.person.exists):
            message.error_code = int(strike.options.get("code", _DEFAULT_CODE)) if strike else _DEFAULT_CODE
            self.tell(message, "undelivered")
            return
        self.tell(message, "delivered")
        if delays.read is not None and by_whatsapp:
            await self.core.sleep(delays.read)
            self.tell(message, "read")

    def _window_open(self, message: Message) -> bool:
        wrote = message.person.wrote_at.get(message.sender)
        return wrote is not None and self.core.clock.now() - wrote < WINDOW
