"""The Evolution API 2.3.7, as much of it as Anna uses: routes, guards in their order, and error bodies word for word."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import orjson
from aiohttp import web

from anna.standin import evolution_rows as rows, evolution_rules as rules, evolution_sends as sends
from anna.standin.config import EvolutionConfig
from anna.standin.core import Core
from anna.standin.evolution_bodies import Body
from anna.standin.evolution_numbers import LID_SERVER
from anna.standin.evolution_state import BAILEYS, Instance, Message
from anna.standin.faults import Fault
from anna.standin.http import answer, cut, raised, refusal, silence

_LACKS_METHOD = "Method not available on WhatsApp Business API"
_NEVER_OPEN = "Cannot read properties of undefined (reading 'onWhatsApp')"
_META_ERROR: Body = {
    "message": "(#131030) Recipient phone number not in allowed list",
    "type": "OAuthException",
    "code": 131030,
    "error_data": {"messaging_product": "whatsapp", "details": "Recipient phone number not in allowed list"},
    "fbtrace_id": "AStandIn",
}
_LICENSE: Body = {
    "error": "service not activated",
    "code": "LICENSE_REQUIRED",
    "register_url": "https://license.example",
}
VERSION = "2.3.7"
_LONGEST_DELAY_S = 600.0


@dataclass(frozen=True, slots=True)
class Call:
    """One request that got past the guards."""

    request: web.Request
    instance: Instance
    body: Body


Handler = Callable[[Call], Awaitable[web.StreamResponse]]
Send = Callable[[Body], sends.Content]


class Evolution:
    """All instances of one pretended server."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.instances: dict[str, Instance] = {}
        for config in core.config.evolution:
            self.add(config)

    def add(self, config: EvolutionConfig) -> Instance:
        """One more instance."""
        instance = Instance(self.core, config)
        self.instances[config.name] = instance
        return instance

    def routes(self) -> list[web.RouteDef]:
        """Every route, to be added to the application."""
        guarded, sending = self._guarded, self._sending
        return [
            web.post("/message/sendText/{instance}", sending(rules.SEND_TEXT, sends.text)),
            web.post("/message/sendButtons/{instance}", sending(rules.SEND_BUTTONS, sends.buttons)),
            web.post("/message/sendList/{instance}", sending(rules.SEND_LIST, sends.options)),
            web.post("/message/sendMedia/{instance}", sending(rules.SEND_MEDIA, sends.media)),
            web.post("/message/sendWhatsAppAudio/{instance}", sending(rules.SEND_AUDIO, sends.audio)),
            web.post("/message/sendLocation/{instance}", sending(rules.SEND_LOCATION, sends.location)),
            web.post("/message/sendReaction/{instance}", sending(rules.SEND_REACTION, sends.reaction)),
            web.post("/chat/sendPresence/{instance}", guarded(rules.PRESENCE, self._presence)),
            web.post("/chat/markMessageAsRead/{instance}", guarded(rules.MARK_READ, self._mark_read)),
            web.post("/chat/whatsappNumbers/{instance}", guarded(rules.NUMBERS, self._numbers)),
            web.post("/chat/getBase64FromMediaMessage/{instance}", guarded(rules.GET_BASE64, self._base64)),
            web.post("/chat/findMessages/{instance}", guarded(rules.FIND_MESSAGES, self._find)),
            web.post("/webhook/set/{instance}", guarded(rules.WEBHOOK_SET, self._set_webhook)),
            web.get("/webhook/find/{instance}", guarded(rules.NOTHING, self._find_webhook)),
            web.get("/instance/connectionState/{instance}", guarded(rules.NOTHING, self._state)),
            web.get("/instance/connect/{instance}", guarded(rules.NOTHING, self._connect)),
            web.post("/instance/restart/{instance}", guarded(rules.NOTHING, self._restart)),
            web.delete("/instance/logout/{instance}", guarded(rules.NOTHING, self._logout)),
            web.delete("/instance/delete/{instance}", guarded(rules.NOTHING, self._delete)),
            web.get("/instance/fetchInstances", self._fetch_instances),
            web.post("/instance/create", self._create),
            web.get("/", self._welcome),
        ]

    # guards

    def _guarded(self, shape: rules.Shape, handler: Handler) -> Callable[..., Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await handler(await self._admit(request, shape))

        return handle

    async def _admit(self, request: web.Request, shape: rules.Shape) -> Call:
        """Body, instance, key, schema, in this order."""
        body = await _json_body(request)
        name = request.match_info["instance"]
        instance = self.instances.get(name)
        if instance is None:
            raise refusal(404, [f'The "{name}" instance does not exist'])
        if instance.line.faults.strike(Fault.LICENSE):
            raise raised(503, _LICENSE)
        if request.headers.get("apikey") not in {instance.token, self.core.config.global_key}:
            raise refusal(401, "Unauthorized")
        wrong = rules.problems(body, shape)
        if wrong:
            raise refusal(400, [wrong])
        return Call(request, instance, body)

    # sending

    def _sending(self, shape: rules.Shape, render: Send) -> Callable[..., Awaitable[web.StreamResponse]]:
        async def send(call: Call) -> web.StreamResponse:
            before = await self._strike_before(call)
            if before is not None:
                return before
            jid = _reachable(call)
            content = render(call.body)
            if call.instance.integration == BAILEYS:
                await self._pause(call.body.get("delay"))
            return await self._accept(call, jid, content)

        async def handle(request: web.Request) -> web.StreamResponse:
            return await self.core.finish(send(await self._admit(request, shape)))

        return handle

    async def _strike_before(self, call: Call) -> web.StreamResponse | None:
        """Faults that come before anything is taken."""
        faults = call.instance.line.faults
        slow = faults.strike(Fault.SLOW)
        if slow:
            await self.core.sleep(float(slow.options.get("seconds", 2)))
        if faults.strike(Fault.TOO_MANY):
            raise refusal(429, "Too Many Requests", headers={"Retry-After": "3"})
        if faults.strike(Fault.CLOSED):
            raise refusal(400, ["Error: Connection Closed"])
        if faults.strike(Fault.META_REFUSES):
            return answer(201, _META_ERROR)
        return None

    async def _accept(self, call: Call, jid: str, content: sends.Content) -> web.StreamResponse:
        """Store the message and answer, unless a fault is on."""
        faults = call.instance.line.faults
        reset, hang = faults.strike(Fault.RESET), faults.strike(Fault.HANG)
        if reset and not reset.options.get("accept"):
            return cut(call.request)
        if hang and not hang.options.get("accept", True):
            return await silence(call.request, self.core.stopping)
        message = sends.store(call.instance, jid, content)
        echo = call.instance.emit("send.message", message.data) if faults.strike(Fault.ECHO_FIRST) else None
        if echo is not None:
            await echo.wait()
        response: web.StreamResponse | None = None
        if reset:
            response = cut(call.request)
        elif not hang:
            response = await _written(call.request, self._outcome(call, message))
        if echo is None:
            call.instance.emit("send.message", message.data)
        self.core.later(call.instance.deliver(message))
        return response or await silence(call.request, self.core.stopping)

    def _outcome(self, call: Call, message: Message) -> web.Response:
        if call.instance.line.faults.strike(Fault.ERROR_AFTER_ACCEPT):
            return refusal_response(500, "Internal Server Error")
        return answer(201, message.data)

    async def _pause(self, delay: Any) -> None:
        if isinstance(delay, int) and delay > 0:
            await self.core.sleep(min(delay / 1000, _LONGEST_DELAY_S))

    # chat

    async def _presence(self, call: Call) -> web.StreamResponse:
        if call.instance.cloud:
            raise refusal(400, [_LACKS_METHOD])
        instance, number = call.instance, call.body["number"]
        _need_socket(instance, number)
        jid, exists = instance.contacts.look_up(number)
        if not exists:
            raise refusal(400, ["[object Object]"])
        seconds = min(max(call.body["delay"] / 1000, 0.0), _LONGEST_DELAY_S)
        phone = instance.contacts.meet(jid)
        instance.typing[phone.address] = self.core.after(seconds)
        await self.core.sleep(seconds)
        instance.typing.pop(phone.address, None)
        return answer(201, {"presence": call.body["presence"]})

    async def _mark_read(self, call: Call) -> web.StreamResponse:
        if call.instance.cloud:
            raise refusal(400, [_LACKS_METHOD])
        for key in call.body["readMessages"]:
            message = call.instance.messages.get(key["id"])
            # keys of a LID are skipped, and the answer says success all the same
            if message and not message.from_me and not key["remoteJid"].endswith(LID_SERVER):
                message.status = "READ"
        return answer(201, {"message": "Read messages", "read": "success"})

    async def _numbers(self, call: Call) -> web.StreamResponse:
        instance = call.instance
        if instance.cloud:
            raise raised(400, {"status": 400, "error": "Bad Request", "message": [_LACKS_METHOD]})
        if "numbers" not in call.body:
            raise refusal(500, "Cannot read properties of undefined (reading 'forEach')")
        _need_socket(instance, None)
        return answer(200, [rows.presence_on_whatsapp(instance, number) for number in call.body["numbers"]])

    async def _base64(self, call: Call) -> web.StreamResponse:
        key = (call.body.get("message") or {}).get("key")
        message = call.instance.messages.get(str(key.get("id"))) if isinstance(key, dict) else None
        if message is None:
            raise refusal(400, ["Message not found"])
        if call.instance.line.faults.strike(Fault.NO_FILE):
            raise refusal(400, ["AggregateError"])
        if message.file is None:
            raise refusal(400, ["The message is not of the media type"])
        return answer(201, sends.file_answer(message))

    async def _find(self, call: Call) -> web.StreamResponse:
        where = call.body.get("where") or {}
        page, offset = call.body.get("page") or 1, call.body.get("offset") or 50
        if page < 1 or offset < 1:
            raise refusal(400, [["page and offset count from 1"]])
        found = [message for message in call.instance.messages.values() if rows.matches(message, where)]
        found.sort(key=lambda message: message.at, reverse=True)
        records = [rows.record(message) for message in found[(page - 1) * offset : page * offset]]
        pages = -(-len(found) // offset)
        return answer(
            200,
            {"messages": {"total": len(found), "pages": pages, "currentPage": page, "records": records}},
        )

    # instances and webhooks

    async def _set_webhook(self, call: Call) -> web.StreamResponse:
        hook = call.body["webhook"]
        if "events" not in hook:
            raise refusal(500, "Cannot read properties of undefined (reading 'length')")
        call.instance.webhook = rows.webhook(hook) if hook["enabled"] else None
        return answer(201, rows.hook_row(call.instance))

    async def _find_webhook(self, call: Call) -> web.StreamResponse:
        return answer(200, rows.hook_row(call.instance) if call.instance.webhook else None)

    async def _state(self, call: Call) -> web.StreamResponse:
        return answer(200, {"instance": {"instanceName": call.instance.name, "state": call.instance.state}})

    async def _connect(self, call: Call) -> web.StreamResponse:
        if call.instance.state == "open":
            return await self._state(call)
        call.instance.connecting()
        return answer(200, call.instance.show_qr())

    async def _restart(self, call: Call) -> web.StreamResponse:
        instance = call.instance
        instance.connecting()
        if instance.ever_open:
            instance.open()
        return answer(200, {"instance": {"instanceName": instance.name, "status": instance.state}})

    async def _logout(self, call: Call) -> web.StreamResponse:
        if call.instance.state == "close":
            raise refusal(400, [f'The "{call.instance.name}" instance is not connected'])
        call.instance.shut(401)
        return answer(200, rows.success("Instance logged out"))

    async def _delete(self, call: Call) -> web.StreamResponse:
        del self.instances[call.instance.name]
        return answer(200, rows.success("Instance deleted"))

    async def _welcome(self, request: web.Request) -> web.StreamResponse:
        return answer(200, {"status": 200, "message": "Welcome to the Evolution API, it is working!", "version": VERSION})  # fmt: skip

    async def _fetch_instances(self, request: web.Request) -> web.StreamResponse:
        """An instance's token shows that one, the global key all."""
        key, name = request.headers.get("apikey"), request.query.get("instanceName")
        found = [
            instance
            for instance in self.instances.values()
            if key in {instance.token, self.core.config.global_key} and name in {None, instance.name}
        ]
        if not found and key != self.core.config.global_key:
            raise refusal(401, "Unauthorized")
        return answer(200, [rows.instance_row(instance) for instance in found])

    async def _create(self, request: web.Request) -> web.StreamResponse:
        body = await _json_body(request)
        if request.headers.get("apikey") != self.core.config.global_key:
            raise refusal(401, "Unauthorized")
        wrong = rules.problems(body, rules.CREATE)
        if wrong:
            raise refusal(400, [wrong])
        name = body["instanceName"]
        if name in self.instances:
            raise refusal(403, [f'This name "{name}" is already in use.'])
        token = body.get("token") or self.core.unique(32)
        config = EvolutionConfig(name, token, integration=body["integration"], state="close")
        if "number" in body:
            config = EvolutionConfig(name, token, body["number"], body["integration"], "close")
        instance = self.add(config)
        instance.settings["groupsIgnore"] = body.get("groupsIgnore", False)
        if body.get("webhook"):
            instance.webhook = rows.webhook(body["webhook"])
        made: Body = {
            "instance": {
                "instanceName": name,
                "instanceId": instance.id,
                "integration": instance.integration,
                "webhookWaBusiness": None,
                "accessTokenWaBusiness": "",
                "status": "close",
            },
            "hash": token,
            "webhook": {"webhookUrl": instance.webhook.url} if instance.webhook else {},
            "settings": instance.settings,
        }
        if body.get("qrcode"):
            instance.connecting()
            made["qrcode"] = instance.show_qr()
        return answer(201, made)


def refusal_response(status: int, message: Any) -> web.Response:
    """The same error body as `refusal`, as an answer that is given and not raised."""
    return web.Response(status=status, text=refusal(status, message).text, content_type="application/json")


async def _written(request: web.Request, response: web.Response) -> web.Response:
    """`response`, written out now, so that what is posted afterwards really comes after it."""
    if request.transport is not None and not request.transport.is_closing():
        await response.prepare(request)
        await response.write_eof()
    return response


async def _json_body(request: web.Request) -> Body:
    """The body as Express reads it: an object, a list by its indices, nothing when it is not JSON by name."""
    raw = await request.read()
    if not raw or request.content_type != "application/json":
        return {}
    try:
        value = orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        raise refusal(400, f"Unexpected token in JSON: {error}", error="Internal Server Error") from error
    if isinstance(value, list):
        return {str(index): item for index, item in enumerate(value)}
    if not isinstance(value, dict):
        raise refusal(400, "Unexpected token in JSON at position 0", error="Internal Server Error")
    return value


def _need_socket(instance: Instance, number: str | None) -> None:
    """A closed socket speaks in three ways: by whether the number is cached, and whether it ever was open."""
    if instance.state == "open" or instance.cloud:
        return
    if not instance.ever_open:
        raise refusal(500, _NEVER_OPEN)
    if number is not None and instance.contacts.known(number):
        raise refusal(400, ["Error: Connection Closed"])
    raise refusal(500, "Connection Closed")


def _reachable(call: Call) -> str:
    """The address a message goes to. Raises the vendor's refusal for a closed socket or a number that is not on WhatsApp."""
    number = call.body["number"] if "number" in call.body else call.body["key"]["remoteJid"]
    _need_socket(call.instance, number)
    jid, exists = call.instance.contacts.look_up(number)
    if not exists:
        raise refusal(400, [{"jid": jid, "exists": False, "number": number}])
    return jid
