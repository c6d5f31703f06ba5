"""Twilio Programmable Messaging as a `Channel`, for WhatsApp and for SMS. Facts: Twilio's own documents and its OpenAPI.

A sender `whatsapp:+55…` speaks WhatsApp; a plain `+…` speaks SMS. Create has no idempotency key, so an unknown outcome is looked up in
the list of messages. Addresses go out exactly as they came in: `whatsapp:BR.…` is a person without a visible number.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin

import aiohttp
import orjson

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.providers.wire import Reply, Request, call
from anna.whatsapp.channel import (
    ChannelState,
    Connection,
    ConnectionState,
    Media,
    Outgoing,
    ReceivedKey,
)

API = "https://api.twilio.com"
MAX_BODY = 1600
# Three retries on every kind of failure: by default Twilio tries once more and only when it could not connect.
OVERRIDES = "#rc=3&rp=all"
_WHATSAPP = "whatsapp:"
_CLOCK_SKEW = timedelta(seconds=30)  # how far Twilio's clock may be behind ours
_PAGE = 50
_MAX_PAGES = 40


class TwilioChannel:
    """One sender of a Twilio account.

    `sender` is `whatsapp:+…`, `+…` or a messaging service `MG…`. `api_key` (SID, secret) signs in instead of the account's token.
    `status_callback` is where the statuses of each message go; Twilio wants https and no underscore in the host.
    """

    shows_buttons = False  # a tap needs a Content template; numbers work everywhere

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        account_sid: str,
        auth_token: str,
        sender: str,
        status_callback: str | None = None,
        api_key: tuple[str, str] | None = None,
        base_url: str = API,
        limit_s: float = 15.0,
    ) -> None:
        self._session = session
        self._base_url = base_url.rstrip("/")
        self._account = f"{self._base_url}/2010-04-01/Accounts/{account_sid}"
        self._account_sid = account_sid
        user, password = api_key or (account_sid, auth_token)
        self._headers = {"Authorization": aiohttp.encode_basic_auth(user, password)}
        self._sender = sender
        self._status_callback = status_callback
        self._limit_s = limit_s

    async def send(self, message: Outgoing) -> str:
        if len(message.texto) > MAX_BODY and message.modelo is None:
            raise ProviderRefused(
                f"{len(message.texto)} characters, Twilio takes {MAX_BODY}", provider_code="21617"
            )
        reply = await self._call("POST", f"{self._account}/Messages.json", form=self._form(message))
        made = reply.json()
        if isinstance(made, dict) and isinstance(made.get("sid"), str):
            return str(made["sid"])
        raise ProviderUnknown(f"a {reply.status} without a message sid")

    def _form(self, message: Outgoing) -> tuple[tuple[str, str], ...]:
        by_service = self._sender.startswith("MG")
        form = [("To", message.endereco), ("MessagingServiceSid" if by_service else "From", self._sender)]
        if message.modelo:  # a template goes alone: Body beside ContentSid is not taken for it
            variables = orjson.dumps(dict(message.modelo.variaveis)).decode()
            form += [("ContentSid", message.modelo.id), ("ContentVariables", variables)]
        else:
            form.append(("Body", message.texto))
            if message.midia:
                form.append(("MediaUrl", message.midia.url))
        if self._status_callback:
            form.append(("StatusCallback", self._status_callback))
        return tuple(form)

    async def typing(self, endereco: str, seconds: float) -> None:
        """Nothing: Twilio has no typing sign that needs no message of the patient's."""

    async def mark_read(self, keys: Sequence[ReceivedKey]) -> None:
        """Nothing: Twilio marks messages as read by itself."""

    async def look_up(self, endereco: str, texto: str, since: datetime) -> str | None:
        # by To alone: what is still queued has no DateSent to ask for
        async for record in self._records({"To": endereco}, since - _CLOCK_SKEW):
            if (
                str(record.get("direction", "")).startswith("outbound")
                and str(record.get("body", "")).strip() == texto.strip()
            ):
                return str(record["sid"])
        return None

    async def messages_since(self, since: datetime) -> AsyncIterator[dict[str, Any]]:
        # asking for the day is what every version of the list understands; `_records` cuts at the second
        day = {"DateSent>": f"{since:%Y-%m-%d}"}
        by_service = self._sender.startswith("MG")
        async for record in self._records(day if by_service else {**day, "To": self._sender}, since):
            if record.get("direction") == "inbound":
                yield await self._as_webhook(record)
        async for record in self._records(day if by_service else {**day, "From": self._sender}, since):
            if str(record.get("direction", "")).startswith("outbound"):
                yield self._as_status(record)

    def _as_status(self, record: Mapping[str, Any]) -> dict[str, Any]:
        body = {
            "MessageSid": str(record["sid"]),
            "SmsSid": str(record["sid"]),
            "AccountSid": self._account_sid,
            "ApiVersion": "2010-04-01",
            "MessageStatus": str(record["status"]),
            "From": str(record["from"]),
            "To": str(record["to"]),
        }
        if record.get("error_code"):
            body["ErrorCode"] = str(record["error_code"])
        return body

    async def _as_webhook(self, record: Mapping[str, Any]) -> dict[str, Any]:
        sid = str(record["sid"])
        address = str(record["from"])
        body = {
            "MessageSid": sid,
            "SmsSid": sid,
            "SmsMessageSid": sid,
            "AccountSid": self._account_sid,
            "ApiVersion": "2010-04-01",
            "SmsStatus": "received",
            "DateCreated": str(record["date_created"]),
            "From": address,
            "To": str(record["to"]),
            "Body": str(record.get("body") or ""),
            "NumSegments": str(record.get("num_segments") or "1"),
            "NumMedia": str(record.get("num_media") or "0"),
        }
        if address.startswith(f"{_WHATSAPP}+"):
            body["WaId"] = address.removeprefix(f"{_WHATSAPP}+")
        if body["NumMedia"] != "0":
            reply = await self._call("GET", f"{self._account}/Messages/{sid}/Media.json")
            found = reply.json()
            files = found.get("media_list", []) if isinstance(found, dict) else []
            for number, file in enumerate(files):
                body[f"MediaUrl{number}"] = f"{self._account}/Messages/{sid}/Media/{file['sid']}"
                body[f"MediaContentType{number}"] = str(file["content_type"])
        return body

    async def _records(self, asked: Mapping[str, str], since: datetime) -> AsyncIterator[dict[str, Any]]:
        """Messages of the account made at or after `since`, newest first."""
        floor = since.replace(microsecond=0)
        url = f"{self._account}/Messages.json"
        params: Mapping[str, str] | None = {**asked, "PageSize": str(_PAGE)}
        for _ in range(_MAX_PAGES):
            found = (await self._call("GET", url, params=params)).json()
            if not isinstance(found, dict) or not isinstance(found.get("messages"), list):
                raise ProviderBusy("the list of messages answered something else")
            for record in found["messages"]:
                if parsedate_to_datetime(record["date_created"]) < floor:
                    return
                yield record
            following = found.get("next_page_uri")
            if not following:
                return
            url, params = urljoin(self._base_url, following), None

    async def fetch_media(self, origem: Mapping[str, Any]) -> Media:
        """`origem` is `{"url": MediaUrl0, "mime": MediaContentType0}`. Raises ProviderRefused for a URL that is not Twilio's."""
        url = str(origem.get("url", ""))
        if not url.startswith(f"{self._base_url}/"):  # our credentials go along with it
            raise ProviderRefused("the media URL is not Twilio's", provider_code="foreign_url")
        reply = await self._call("GET", url, follow=True)
        mime = reply.headers.get("Content-Type") or origem.get("mime") or "application/octet-stream"
        return Media(reply.body, str(mime), None)

    async def state(self) -> ChannelState:
        """Twilio holds the connection to WhatsApp; what can fail is the account."""
        try:
            await self._call("GET", f"{self._account}/Messages.json", params={"PageSize": "1"})
        except ProviderRefused as refusal:
            return ChannelState(ConnectionState.FECHADO, refusal.provider_code)
        except ProviderBusy as busy:
            return ChannelState(ConnectionState.DESCONHECIDO, busy.provider_code or str(busy))
        return ChannelState(ConnectionState.ABERTO)

    async def resolve_number(self, phone: str) -> str | None:
        """The address is made of the number; whether it is on WhatsApp comes back with the message's status (63003, 63024)."""
        return f"{_WHATSAPP}{phone}" if self._sender.startswith(_WHATSAPP) else phone

    async def connect(self, webhook_url: str, secret: str) -> Connection:
        """What to type at Twilio. `secret` is not used: Twilio signs with the account's token."""
        seen = await self.state()
        return Connection(
            seen.estado, webhook_url=webhook_url + OVERRIDES, status_url=f"{webhook_url}/status{OVERRIDES}"
        )

    async def close(self) -> None:
        """Nothing is held: the session is shared."""

    async def _call(
        self,
        method: str,
        url: str,
        *,
        form: tuple[tuple[str, str], ...] | None = None,
        params: Mapping[str, str] | None = None,
        follow: bool = False,
    ) -> Reply:
        changes = method == "POST"
        request = Request(
            method, url, self._headers, changes=changes, form=form, params=params, follow=follow
        )
        reply = await call(self._session, request, limit_s=self._limit_s)
        if not reply.ok:
            raise _failure(reply, changes=changes)
        return reply


def _failure(reply: Reply, *, changes: bool) -> ProviderError:
    """What an answer that is not 2xx means. A 429 was never processed, whatever its code."""
    body = reply.json()
    said = body if isinstance(body, dict) else {}
    code = str(said.get("code") or reply.status)
    text = str(said.get("message") or f"HTTP {reply.status}")[:300]
    if reply.status == 429:
        return ProviderBusy(text, provider_code=code, retry_after_s=reply.retry_after_s())
    if reply.status >= 500 or reply.status == 408:
        return (
            ProviderUnknown(text, provider_code=code) if changes else ProviderBusy(text, provider_code=code)
        )
    if reply.status == 401:
        return ProviderRefused(f"{text} ({code})", provider_code="unauthorized")
    return ProviderRefused(text, provider_code=code)
