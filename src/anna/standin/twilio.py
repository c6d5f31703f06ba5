"""Twilio's Messages resource, as much of it as Anna uses, with the errors of its documents. Unknown parameters are refused."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import orjson
from aiohttp import web

from anna.standin.core import Core
from anna.standin.evolution_bodies import File
from anna.standin.faults import Fault
from anna.standin.http import answer, cut, raised, silence
from anna.standin.twilio_state import VERSION, WHATSAPP, Account, Body, Message

MAX_BODY = 1600
_TAKEN = frozenset(
    {
        "To", "From", "MessagingServiceSid", "Body", "MediaUrl", "ContentSid", "ContentVariables", "StatusCallback",
        "ValidityPeriod",
    }
)  # fmt: skip
_ASKED = frozenset({"To", "From", "DateSent", "DateSent>", "DateSent<", "PageSize", "Page", "PageToken"})
_NUMBER = re.compile(r"\+[1-9]\d{7,14}")
_BSUID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9]{1,128}")
_LANDLINE = re.compile(r"\+55\d\d[2-5]\d{7}")
_CONTENT_SID = re.compile(r"HX[0-9a-fA-F]{32}")


def refusal(
    status: int, code: int, message: str, headers: Mapping[str, str] | None = None
) -> web.HTTPException:
    """Twilio's error body."""
    info = f"https://www.twilio.com/docs/errors/{code}"
    return raised(status, {"code": code, "message": message, "more_info": info, "status": status}, headers)


class Twilio:
    """All accounts of the pretended Twilio."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.accounts = {config.name: Account(core, config) for config in core.config.twilio}

    def routes(self) -> list[web.RouteDef]:
        """Every route, to be added to the application."""
        base = f"/{VERSION}/Accounts/{{account}}"
        return [
            web.post(f"{base}/Messages.json", self._create),
            web.get(f"{base}/Messages.json", self._list),
            web.get(f"{base}/Messages/{{sid}}.json", self._fetch),
            web.get(f"{base}/Messages/{{sid}}/Media.json", self._media_list),
            web.get(f"{base}/Messages/{{sid}}/Media/{{media}}", self._media),
            web.get("/twilio-media/{account}/{sid}/{media}", self._media_bytes),
        ]

    def _signed_in(self, request: web.Request) -> Account:
        sid = request.match_info["account"]
        account = next((item for item in self.accounts.values() if item.config.account_sid == sid), None)
        given = _basic(request.headers.get("Authorization", ""))
        known = (
            {(sid, account.config.auth_token), *account.config.api_keys.items()}
            if account is not None
            else set()
        )
        if account is None or given not in known:
            raise refusal(401, 20003, "Authenticate")
        return account

    async def _create(self, request: web.Request) -> web.StreamResponse:
        account = self._signed_in(request)
        form = _form(await request.read())
        return await self.core.finish(self._send(request, account, form))

    async def _send(
        self, request: web.Request, account: Account, form: Mapping[str, list[str]]
    ) -> web.StreamResponse:
        faults = account.line.faults
        slow = faults.strike(Fault.SLOW)
        if slow:
            await self.core.sleep(float(slow.options.get("seconds", 2)))
        if faults.strike(Fault.TOO_MANY):
            headers = {"Retry-After": "1", "Twilio-Concurrent-Requests": "100"}
            raise refusal(429, 20429, "Too Many Requests", headers)
        _check(account, form)
        reset, hang = faults.strike(Fault.RESET), faults.strike(Fault.HANG)
        if reset and not reset.options.get("accept"):
            return cut(request)
        if hang and not hang.options.get("accept", True):
            return await silence(request, self.core.stopping)
        message = self._accept(account, form)
        if reset:
            return cut(request)
        if hang:
            return await silence(request, self.core.stopping)
        if faults.strike(Fault.ERROR_AFTER_ACCEPT):
            raise refusal(500, 20500, "An internal server error has occurred")
        return answer(201, account.resource(message))

    def _accept(self, account: Account, form: Mapping[str, list[str]]) -> Message:
        first = {name: values[0] for name, values in form.items()}
        body = first.get("Body", "")
        templated = "ContentSid" in first
        if templated:
            variables = orjson.loads(first.get("ContentVariables") or "{}")
            body = account.config.templates[first["ContentSid"]]
            for name, value in variables.items():
                body = body.replace(f"{{{{{name}}}}}", str(value))
        now = self.core.clock.now()
        sender = first.get("From") or next(iter(account.config.senders))
        message = Message(
            sid=account.new_sid("MM" if "MediaUrl" in first else "SM"),
            sender=sender,
            to=first["To"],
            body=body,
            inbound=False,
            status="queued",
            person=account.meet(first["To"]),
            created=now,
            callback=first.get("StatusCallback"),
        )
        for url in form.get("MediaUrl", ()):
            message.files[account.new_sid("ME")] = File(url.encode(), "text/uri-list", url)
        account.messages[message.sid] = message
        self.core.later(account.deliver(message, templated=templated))
        return message

    async def _list(self, request: web.Request) -> web.StreamResponse:
        account = self._signed_in(request)
        asked = dict(request.query)
        for name in asked:
            if name not in _ASKED:
                raise refusal(400, 20001, f"Unknown parameter {name}")
        size, page = _whole(asked.get("PageSize"), 50, 1000), _whole(asked.get("Page"), 0, 10**6)
        found = [message for message in account.messages.values() if _wanted(message, asked)]
        found.sort(key=lambda message: message.created, reverse=True)
        shown = found[page * size : (page + 1) * size]
        more = (page + 1) * size < len(found)
        filters = {
            name: value for name, value in asked.items() if name not in {"Page", "PageToken", "PageSize"}
        }

        def uri(number: int) -> str:
            return f"{account.path}/Messages.json?{urlencode({**filters, 'PageSize': size, 'Page': number})}"

        return answer(
            200,
            {
                "messages": [account.resource(message) for message in shown],
                "page": page,
                "page_size": size,
                "start": page * size,
                "end": page * size + max(len(shown) - 1, 0),
                "uri": uri(page),
                "first_page_uri": uri(0),
                "next_page_uri": uri(page + 1) if more else None,
                "previous_page_uri": uri(page - 1) if page else None,
            },
        )

    async def _fetch(self, request: web.Request) -> web.StreamResponse:
        account = self._signed_in(request)
        return answer(200, account.resource(_message(account, request)))

    async def _media_list(self, request: web.Request) -> web.StreamResponse:
        account = self._signed_in(request)
        message = _message(account, request)
        files = [
            {
                "sid": sid,
                "account_sid": account.config.account_sid,
                "parent_sid": message.sid,
                "content_type": file.mime,
                "date_created": account.resource(message)["date_created"],
                "uri": f"{account.path}/Messages/{message.sid}/Media/{sid}.json",
            }
            for sid, file in message.files.items()
        ]
        return answer(200, {"media_list": files, "page": 0, "page_size": 50, "next_page_uri": None})

    async def _media(self, request: web.Request) -> web.StreamResponse:
        """The file is elsewhere: Twilio redirects to a signed address that needs no sign-in."""
        account = self._signed_in(request)
        message = _message(account, request)
        media = request.match_info["media"]
        if media not in message.files:
            raise _not_found(request)
        place = f"/twilio-media/{account.config.account_sid}/{message.sid}/{media}"
        raise web.HTTPTemporaryRedirect(place)

    async def _media_bytes(self, request: web.Request) -> web.StreamResponse:
        info = request.match_info
        for account in self.accounts.values():
            message = account.messages.get(info["sid"])
            if message and account.config.account_sid == info["account"] and info["media"] in message.files:
                file = message.files[info["media"]]
                return web.Response(body=file.content, headers={"Content-Type": file.mime})
        raise _not_found(request)


def _message(account: Account, request: web.Request) -> Message:
    message = account.messages.get(request.match_info["sid"])
    if message is None:
        raise _not_found(request)
    return message


def _not_found(request: web.Request) -> web.HTTPException:
    return refusal(404, 20404, f"The requested resource {request.path} was not found")


def _basic(header: str) -> tuple[str, str]:
    kind, _, coded = header.partition(" ")
    try:
        user, _, password = base64.b64decode(coded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return "", ""
    return (user, password) if kind == "Basic" else ("", "")


def _form(raw: bytes) -> dict[str, list[str]]:
    form: dict[str, list[str]] = {}
    for name, value in parse_qsl(raw.decode("utf-8", "replace"), keep_blank_values=True):
        form.setdefault(name, []).append(value)
    return form


def _check(account: Account, form: Mapping[str, list[str]]) -> None:
    """Raises Twilio's refusal for the first mistake."""
    for name in form:
        if name not in _TAKEN:
            raise refusal(400, 20001, f"Unknown parameter {name}")
    first = {name: values[0] for name, values in form.items()}
    _check_addresses(account, first)
    _check_content(account, first, len(form.get("MediaUrl", ())))
    callback = first.get("StatusCallback")
    if callback is not None and not _callable(callback):
        raise refusal(400, 21609, f"The StatusCallback URL {callback} is not a valid URL.")


def _check_addresses(account: Account, first: Mapping[str, str]) -> None:
    to, sender = first.get("To", ""), first.get("From", "")
    if not to:
        raise refusal(400, 21604, "A 'To' phone number is required.")
    if not sender and not first.get("MessagingServiceSid"):
        raise refusal(400, 21603, "A 'From' phone number is required.")
    bare = to.removeprefix(WHATSAPP)
    by_whatsapp = to.startswith(WHATSAPP)
    if not (_NUMBER.fullmatch(bare) or (by_whatsapp and _BSUID.fullmatch(bare))):
        raise refusal(400, 21211, f"The 'To' number {to} is not a valid phone number.")
    if sender and by_whatsapp and sender not in account.config.senders:
        raise refusal(400, 63007, "Twilio could not find a Channel with the specified From address")
    if sender and by_whatsapp and not sender.startswith(WHATSAPP):
        raise refusal(400, 63007, "Twilio could not find a Channel with the specified From address")
    if sender and not by_whatsapp and (sender.startswith(WHATSAPP) or sender not in account.config.senders):
        raise refusal(
            400, 21606, f"The 'From' phone number provided ({sender}) is not a valid message-capable number"
        )
    if not by_whatsapp and _LANDLINE.fullmatch(bare):
        raise refusal(400, 21614, f"'To' number {to} is not a valid mobile number")
    if sender in account.meet(to).stopped:
        raise refusal(400, 21610, "Attempt to send to unsubscribed recipient")


def _check_content(account: Account, first: Mapping[str, str], files: int) -> None:
    if "ContentSid" in first:
        sid = first["ContentSid"]
        if not _CONTENT_SID.fullmatch(sid) or sid not in account.config.templates:
            raise refusal(400, 21655, f"The ContentSid {sid} is invalid")
        if not _variables(first.get("ContentVariables", "{}")):
            raise refusal(400, 21656, "The Content Variables parameter is invalid")
        return
    body = first.get("Body")
    if body is None and not files:
        raise refusal(400, 21619, "A text message body or media urls must be specified.")
    if body == "" and not files:
        raise refusal(400, 21602, "Message body is required.")
    if body is not None and len(body) > MAX_BODY:
        raise refusal(400, 21617, "The concatenated message body exceeds the 1600 character limit")
    if files > 1 and first["To"].startswith(WHATSAPP):
        raise refusal(400, 21623, "Number of media files exceeds allowed limit")


def _variables(text: str) -> bool:
    try:
        value: Any = orjson.loads(text)
    except orjson.JSONDecodeError:
        return False
    return isinstance(value, dict) and all(isinstance(item, str) for item in value.values())


def _callable(url: str) -> bool:
    """https without an underscore in the host; plain http only to this machine, where the stand-in is used."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return False
    if not host or "_" in host:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and _here(host))


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _whole(text: str | None, default: int, most: int) -> int:
    return (
        min(int(text), most)
        if text is not None and text.isascii() and text.isdecimal() and int(text)
        else default
    )


def _wanted(message: Message, asked: Body) -> bool:
    when = message.sent or message.created
    wanted = [asked.get("To", message.to) == message.to, asked.get("From", message.sender) == message.sender]
    if "DateSent" in asked:
        wanted.append(when.date() == _moment(asked["DateSent"]).date())
    if "DateSent>" in asked:
        wanted.append(when >= _moment(asked["DateSent>"]))
    if "DateSent<" in asked:
        wanted.append(when.date() <= _moment(asked["DateSent<"]).date())
    return all(wanted)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise refusal(400, 20001, f"Not a date: {text}") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
