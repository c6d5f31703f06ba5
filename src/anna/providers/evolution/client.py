"""The Evolution API as a `Channel`: version 2.3.7, tolerant of 2.3.0 to 2.4. Facts are from reading and running that server.

Evolution has no idempotency key, answers 201 for what Meta refused, and reports a closed socket in three ways; all of that is told
apart here, in `_failure` and `_sent_id`.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

import aiohttp

from anna.errors import ProviderBusy, ProviderError, ProviderRefused, ProviderUnknown
from anna.providers.evolution import stored
from anna.providers.evolution.content import part
from anna.providers.wire import Reply, Request, call
from anna.whatsapp.channel import (
    NOT_ON_WHATSAPP,
    ChannelState,
    Connection,
    ConnectionState,
    Media,
    Outgoing,
    ReceivedKey,
)

# MESSAGES_EDITED stays out: Evolution awaits that webhook inside the instance's own queue, and a slow receiver freezes it.
EVENTS = (
    "MESSAGES_UPSERT",
    "MESSAGES_UPDATE",
    "SEND_MESSAGE",
    "CONNECTION_UPDATE",
    "QRCODE_UPDATED",
    "STATUS_INSTANCE",
    "LOGOUT_INSTANCE",
)
_STATES = {
    "open": ConnectionState.ABERTO,
    "connecting": ConnectionState.CONECTANDO,
    "close": ConnectionState.FECHADO,
    "refused": ConnectionState.FECHADO,
}
_HUMAN_SOURCES = frozenset({"ios", "android"})
_NOT_STORED = "Message not found"
_NEVER_A_FILE = (_NOT_STORED, "not of the media type")
_CLOUD = "WHATSAPP-BUSINESS"
_BEFORE_2_4 = ("1.", "2.0", "2.1", "2.2", "2.3")
_MIXES_PEOPLE_UP = "on the Cloud API this version of Evolution gives messages that arrive together the wrong sender: update it to 2.4, or use Twilio"
_MAX_BUTTONS = 3
_CLOCK_SKEW = timedelta(seconds=30)  # how far the provider's clock may be behind ours
_PAGE = 50
_MAX_PAGES = 40


class EvolutionChannel:
    """One Evolution instance.

    `token` is the instance's own key; `global_key` is only needed to create an instance that does not exist yet. `buttons` is an
    opt-in: on Baileys most phones do not show them though the server says 201. With `jwt` the server signs a token with the webhook's
    secret (since 2.3.0) instead of sending it.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        *,
        base_url: str,
        instance: str,
        token: str,
        global_key: str | None = None,
        buttons: bool = False,
        jwt: bool = False,
        limit_s: float = 15.0,
    ) -> None:
        self._session = session
        self._base_url = base_url.rstrip("/")
        self._instance = instance
        self._token = token
        self._global_key = global_key
        self._buttons = buttons
        self._jwt = jwt
        self._limit_s = limit_s

    @property
    def shows_buttons(self) -> bool:
        return self._buttons

    async def send(self, message: Outgoing) -> str:
        path, body = self._rendered(message)
        return _sent_id(await self._call("POST", path, body, changes=True))

    def _rendered(self, message: Outgoing) -> tuple[str, dict[str, Any]]:
        body: dict[str, Any] = {"number": message.endereco}
        if message.cita:  # an unknown id is sent without its quote, so the quoted text goes along
            body["quoted"] = {
                "key": {
                    "id": message.cita.provedor_id,
                    "remoteJid": message.endereco,
                    "fromMe": message.cita.from_me,
                },
                "message": {"conversation": message.cita.texto},
            }
        if message.midia:
            kind = message.midia.mime.partition("/")[0]
            body |= {
                "mediatype": kind if kind in {"image", "video", "audio"} else "document",
                "mimetype": message.midia.mime,
                "fileName": message.midia.nome,
                "caption": message.texto,
                "media": message.midia.url,
            }
            return "message/sendMedia", body
        if self._buttons and 1 <= len(message.opcoes) <= _MAX_BUTTONS:
            # Cloud sends the title alone, so the whole question goes there
            body |= {
                "title": message.texto,
                "buttons": [
                    {"type": "reply", "displayText": option.rotulo, "id": option.id}
                    for option in message.opcoes
                ],
            }
            return "message/sendButtons", body
        body |= {"text": message.texto, "linkPreview": False}
        return "message/sendText", body

    async def typing(self, endereco: str, seconds: float) -> None:
        body = {"number": endereco, "presence": "composing", "delay": round(seconds * 1000)}
        with suppress(ProviderRefused):  # the message that follows hears what is wrong, in words that say so
            await self._call("POST", "chat/sendPresence", body, extra_s=seconds)

    async def mark_read(self, keys: Sequence[ReceivedKey]) -> None:
        marks = [{"id": key.provedor_id, "fromMe": False, "remoteJid": key.endereco} for key in keys]
        if not marks:
            return
        try:
            await self._call("POST", "chat/markMessageAsRead", {"readMessages": marks})
        except ProviderRefused as refusal:
            if not _lacks_method(refusal):
                raise

    async def look_up(self, endereco: str, texto: str, since: datetime) -> str | None:
        for jid in stored.filed_under(endereco):
            own = {"key": {"remoteJid": jid, "fromMe": True}}
            async for record in self._records(own, since - _CLOCK_SKEW):
                if stored.said(record).strip() == texto.strip() and record["key"].get("fromMe") is True:
                    return str(record["key"]["id"])
        return None

    async def messages_since(self, since: datetime) -> AsyncIterator[dict[str, Any]]:
        async for record in self._records({}, since):
            from_me = record["key"].get("fromMe") is True
            # an own message from "web" or "unknown" may be Anna's: its author cannot be told from the record
            if not from_me or record.get("source") in _HUMAN_SOURCES:
                yield {"event": "messages.upsert", "instance": self._instance, "data": record}
            for update in (record.get("MessageUpdate") or ()) if from_me else ():
                told = {"keyId": record["key"].get("id"), "fromMe": True, "status": update.get("status")}
                yield {"event": "messages.update", "instance": self._instance, "data": told}

    async def _records(self, where: Mapping[str, Any], since: datetime) -> AsyncIterator[dict[str, Any]]:
        """Stored messages at or after `since`, newest first. Evolution's own time filter is too young to rely on."""
        floor = int(since.timestamp())
        for page in range(1, _MAX_PAGES + 1):
            asked = {"where": where, "page": page, "offset": _PAGE}
            reply = await self._call("POST", "chat/findMessages", asked)
            found = reply.json()
            try:
                pages, records = found["messages"]["pages"], found["messages"]["records"]
            except (KeyError, TypeError) as error:
                raise ProviderBusy("findMessages answered something else") from error
            for record in records:
                written = stored.written(record)
                if written is not None and written < floor:
                    return
                if written is not None:
                    yield record
            if page >= pages:
                return

    async def fetch_media(self, origem: Mapping[str, Any]) -> Media:
        """`origem` is the webhook's `data`, or of it at least `{"key": {"id": …}}`.

        Baileys finds the message by its id; the whole is sent where it does not, and to the Cloud API, which always needs it.
        """
        whole, by_id = dict(origem), {"key": {"id": part(origem, "key").get("id")}}
        try:
            reply = await self._call_for_media(whole if _is_metas(origem) else by_id)
        except ProviderRefused as refusal:
            if _NOT_STORED not in str(refusal) or not origem.get("message"):
                raise
            reply = await self._call_for_media(whole)
        found = reply.json()
        try:
            content = base64.b64decode(found["base64"], validate=True)
        except (KeyError, TypeError, binascii.Error) as error:
            raise ProviderBusy("the media answer carries no file") from error
        return Media(content, str(found.get("mimetype") or "application/octet-stream"), found.get("fileName"))

    async def _call_for_media(self, message: Mapping[str, Any]) -> Reply:
        """Whatever keeps Evolution from downloading a file is a 400 to it; but for what will never change, it may be asked again."""
        body = {"message": message, "convertToMp4": False}
        try:
            return await self._call("POST", "chat/getBase64FromMediaMessage", body, extra_s=30.0)
        except ProviderRefused as refusal:
            if refusal.provider_code == "400" and not any(final in str(refusal) for final in _NEVER_A_FILE):
                raise ProviderBusy(str(refusal), provider_code="400") from refusal
            raise

    async def state(self) -> ChannelState:
        try:
            found = (await self._call("GET", "instance/connectionState")).json()
        except ProviderRefused as refusal:
            return ChannelState(ConnectionState.FECHADO, refusal.provider_code)
        except ProviderBusy as busy:
            return ChannelState(ConnectionState.DESCONHECIDO, busy.provider_code or str(busy))
        word = found.get("instance", {}).get("state") if isinstance(found, dict) else None
        state = _STATES.get(str(word), ConnectionState.DESCONHECIDO)
        return ChannelState(state, None if state is ConnectionState.ABERTO else str(word))

    async def resolve_number(self, phone: str) -> str | None:
        digits = phone.lstrip("+")
        try:
            reply = await self._call("POST", "chat/whatsappNumbers", {"numbers": [digits]})
        except ProviderRefused as refusal:
            if _lacks_method(refusal):  # the Cloud API cannot ask; Meta will say on sending
                return digits + stored.PHONE_JID
            raise
        found = reply.json()
        if not isinstance(found, list):
            raise ProviderBusy("whatsappNumbers answered something else")
        return next((str(row["jid"]) for row in found if row.get("exists") is True), None)

    async def connect(self, webhook_url: str, secret: str) -> Connection:
        webhook = {
            "enabled": True,
            "url": webhook_url,
            "byEvents": False,
            "base64": False,  # files are fetched in a job, never on the webhook's path
            "headers": {"jwt_key": secret} if self._jwt else {"Authorization": f"Bearer {secret}"},
            "events": list(EVENTS),
        }
        try:
            await self._call("POST", "webhook/set", {"webhook": webhook})
        except ProviderRefused as refusal:
            if refusal.provider_code != "unknown_instance" or self._global_key is None:
                raise
            await self._create(webhook)
        found = (await self._call("GET", "instance/connect")).json()
        if not isinstance(found, dict):
            raise ProviderBusy("instance/connect answered something else")
        warning = _MIXES_PEOPLE_UP if await self._mixes_people_up() else None
        if part(found, "instance").get("state") == "open":
            return Connection(ConnectionState.ABERTO, warning=warning)
        return Connection(
            ConnectionState.CONECTANDO, found.get("code"), found.get("pairingCode"), warning=warning
        )

    async def _mixes_people_up(self) -> bool:
        """Whether this is a Cloud API instance of a server before 2.4; False when the server does not say."""
        try:
            server = await self._get("")
            instances = await self._get(f"instance/fetchInstances?instanceName={quote(self._instance)}")
        except ProviderError:
            return False
        version = part({"server": server}, "server").get("version")
        rows = instances if isinstance(instances, list) else ()
        on_cloud = any(isinstance(row, dict) and row.get("integration") == _CLOUD for row in rows)
        return on_cloud and isinstance(version, str) and version.startswith(_BEFORE_2_4)

    async def _get(self, path: str) -> Any:
        """What a route that names no instance answers."""
        request = Request("GET", f"{self._base_url}/{path}", {"apikey": self._token}, changes=False)
        reply = await call(self._session, request, limit_s=self._limit_s)
        if not reply.ok:
            raise _failure(reply, changes=False)
        return reply.json()

    async def _create(self, webhook: Mapping[str, Any]) -> None:
        body = {
            "instanceName": self._instance,
            "integration": "WHATSAPP-BAILEYS",
            "token": self._token,
            "qrcode": False,
            "groupsIgnore": True,
            "webhook": {key: value for key, value in webhook.items() if key != "enabled"},
        }
        url = f"{self._base_url}/instance/create"
        request = Request("POST", url, {"apikey": self._global_key or ""}, changes=True, json=body)
        reply = await call(self._session, request, limit_s=self._limit_s)
        if not reply.ok:
            raise _failure(reply, changes=True)

    async def close(self) -> None:
        """Nothing is held: the session is shared."""

    async def _call(
        self, method: str, path: str, body: Any = None, *, changes: bool = False, extra_s: float = 0.0
    ) -> Reply:
        url = f"{self._base_url}/{path}/{quote(self._instance, safe='')}"
        request = Request(method, url, {"apikey": self._token}, changes=changes, json=body)
        reply = await call(self._session, request, limit_s=self._limit_s + extra_s)
        if not reply.ok:
            raise _failure(reply, changes=changes)
        return reply


def _sent_id(reply: Reply) -> str:
    """The id in a 2xx answer to a send. Raises ProviderRefused when Meta's error hides in it, ProviderUnknown when nothing is clear."""
    body = reply.json()
    if isinstance(body, dict):
        key = body.get("key")
        if isinstance(key, dict) and key.get("id"):
            return str(key["id"])
        if "code" in body or "error_data" in body:
            raise ProviderRefused(
                str(body.get("message", "Meta refused")), provider_code=str(body.get("code"))
            )
    raise ProviderUnknown(f"a {reply.status} without a message id")


def _failure(reply: Reply, *, changes: bool) -> ProviderError:
    """What an answer that is not 2xx means."""
    said = list(_sayings(reply.json()))
    text = " ".join(str(saying) for saying in said)[:300] or f"HTTP {reply.status}"
    if reply.status == 429:
        return ProviderBusy(text, provider_code="429", retry_after_s=reply.retry_after_s())
    if "Connection Closed" in text or "reading 'onWhatsApp'" in text:
        return ProviderBusy(text, provider_code="connection_closed")
    if "LICENSE_REQUIRED" in text:
        return ProviderBusy(text, provider_code="license_required")
    if reply.status >= 500 or reply.status == 408 or "reading 'message'" in text:
        # the last is Evolution's 400 for a Meta it could not reach: too late to know
        return ProviderUnknown(text) if changes else ProviderBusy(text, provider_code=str(reply.status))
    if any(isinstance(saying, dict) and saying.get("exists") is False for saying in said):
        return ProviderRefused("the number is not on WhatsApp", provider_code=NOT_ON_WHATSAPP)
    if reply.status == 401:
        return ProviderRefused(text, provider_code="unauthorized")
    if reply.status == 404 and "instance does not exist" in text:
        return ProviderRefused(text, provider_code="unknown_instance")
    return ProviderRefused(text, provider_code=str(reply.status))


def _sayings(body: Any) -> Iterator[Any]:
    """Every message of an error body: they come as a string, a list, a list of lists or a list of objects, wrapped or not."""
    if isinstance(body, dict):
        inner = body.get("response", body)
        if isinstance(inner, dict) and "message" in inner:
            yield from _flat(inner["message"])
        yield from (str(body[name]) for name in ("code",) if name in body)


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, list):
        for item in value:
            yield from _flat(item)
    else:
        yield value


def _lacks_method(refusal: ProviderRefused) -> bool:
    return "Method not available" in str(refusal)


def _is_metas(origem: Mapping[str, Any]) -> bool:
    """Whether a message's file lies at Meta, under an id, and not encrypted at WhatsApp."""
    described = part(origem, "message").values()
    return any(isinstance(value, dict) and "id" in value and "mediaKey" not in value for value in described)
