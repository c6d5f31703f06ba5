"""What Evolution's routes take: its schemas, in its own words, and stricter in one thing - an unknown parameter is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

_JSON_TYPES: Mapping[str, type | tuple[type, ...]] = {
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "array": list,
    "object": dict,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One property: its JSON type, whether it is needed, what it may be, and the vendor's own sentence for a mistake."""

    type: str
    required: bool = False
    sentence: str | None = None
    enum: tuple[Any, ...] = ()
    inner: Mapping[str, Rule] | None = None
    items: Rule | None = None
    min_items: int = 0


Shape = Mapping[str, Rule]

_NUMBER = Rule("string", required=True, sentence="Invalid format")
_DELAY = Rule("integer", sentence="Enter a value in milliseconds")
_KEY: Shape = {
    "id": Rule("string", required=True),
    "remoteJid": Rule("string"),
    "fromMe": Rule("boolean"),
    "participant": Rule("string"),
}
_FULL_KEY: Shape = {
    "id": Rule("string", required=True),
    "remoteJid": Rule("string", required=True),
    "fromMe": Rule("boolean", required=True),
}
_COMMON: Shape = {
    "number": _NUMBER,
    "delay": _DELAY,
    "quoted": Rule("object", inner={"key": Rule("object", inner=_KEY), "message": Rule("object")}),
    "linkPreview": Rule("boolean"),
    "mentionsEveryOne": Rule("boolean"),
    "mentioned": Rule("array", items=Rule("string")),
}
SEND_TEXT: Shape = {**_COMMON, "text": Rule("string", required=True)}
SEND_MEDIA: Shape = {
    **_COMMON,
    "mediatype": Rule("string", required=True, enum=("image", "document", "video", "audio")),
    "mimetype": Rule("string"),
    "media": Rule("string"),
    "fileName": Rule("string"),
    "caption": Rule("string"),
}
SEND_AUDIO: Shape = {**_COMMON, "audio": Rule("string"), "encoding": Rule("boolean")}
SEND_LOCATION: Shape = {
    **_COMMON,
    "latitude": Rule("number", required=True),
    "longitude": Rule("number", required=True),
    "name": Rule("string", required=True),
    "address": Rule("string", required=True),
}
_BUTTON: Shape = {
    "type": Rule("string", required=True, enum=("reply", "copy", "url", "call", "pix")),
    "displayText": Rule("string"),
    "id": Rule("string"),
    "url": Rule("string"),
    "phoneNumber": Rule("string"),
}
SEND_BUTTONS: Shape = {
    **_COMMON,
    "title": Rule("string"),
    "description": Rule("string"),
    "footer": Rule("string"),
    "thumbnailUrl": Rule("string"),
    "buttons": Rule("array", items=Rule("object", inner=_BUTTON)),
}
_ROW: Shape = {
    "title": Rule("string", required=True),
    "description": Rule("string"),
    "rowId": Rule("string", required=True),
}
_SECTION: Shape = {
    "title": Rule("string", required=True),
    "rows": Rule("array", required=True, min_items=1, items=Rule("object", inner=_ROW)),
}
SEND_LIST: Shape = {
    **_COMMON,
    "title": Rule("string", required=True),
    "description": Rule("string"),
    "footerText": Rule("string", required=True),
    "buttonText": Rule("string", required=True),
    "sections": Rule("array", required=True, min_items=1, items=Rule("object", inner=_SECTION)),
}
SEND_REACTION: Shape = {
    "key": Rule("object", required=True, inner=_FULL_KEY),
    "reaction": Rule("string", required=True),
}
PRESENCE: Shape = {
    "number": _NUMBER,
    "delay": Rule("number", required=True),
    "presence": Rule(
        "string", required=True, enum=("unavailable", "available", "composing", "recording", "paused")
    ),
}
MARK_READ: Shape = {
    "readMessages": Rule("array", required=True, min_items=1, items=Rule("object", inner=_FULL_KEY)),
}
NUMBERS: Shape = {
    "numbers": Rule(
        "array",
        min_items=1,
        items=Rule("string", sentence='"numbers" must be an array of numeric strings'),
    )
}
# the whole webhook `data` may be given as the message, so what is inside is not looked at
GET_BASE64: Shape = {"message": Rule("object"), "convertToMp4": Rule("boolean")}
FIND_MESSAGES: Shape = {
    "where": Rule(
        "object",
        inner={
            "id": Rule("string"),
            "source": Rule("string"),
            "messageType": Rule("string"),
            "key": Rule(
                "object",
                inner={"id": Rule("string"), "remoteJid": Rule("string"), "fromMe": Rule("boolean")},
            ),
        },
    ),
    "page": Rule("integer"),
    "offset": Rule("integer"),
}
_HOOK: Shape = {
    "enabled": Rule("boolean", required=True),
    "url": Rule("string", required=True),
    "headers": Rule("object"),
    "byEvents": Rule("boolean"),
    "base64": Rule("boolean"),
    "events": Rule("array", items=Rule("string")),
}
WEBHOOK_SET: Shape = {"webhook": Rule("object", required=True, inner=_HOOK)}
CREATE: Shape = {
    "instanceName": Rule("string", required=True),
    "integration": Rule("string", required=True, enum=("WHATSAPP-BAILEYS", "WHATSAPP-BUSINESS", "EVOLUTION")),
    "token": Rule("string"),
    "qrcode": Rule("boolean"),
    "number": Rule("string"),
    "businessId": Rule("string"),
    "groupsIgnore": Rule("boolean"),
    "webhook": Rule("object", inner={**_HOOK, "enabled": Rule("boolean")}),
}
NOTHING: Shape = {}


@dataclass(slots=True)
class _Finding:
    found: list[str] = field(default_factory=list)

    def add(self, rule: Rule | None, path: str, text: str) -> None:
        """Keep the vendor's sentence for the rule, or its validator's phrase without the leading `instance.`."""
        sentence = rule.sentence if rule else None
        self.found.append(sentence or f"{path} {text}".replace("instance.", "", 1))


def problems(body: Any, shape: Shape) -> list[str]:
    """Everything wrong with `body`, as Evolution's validator words it; empty when it is taken."""
    finding = _Finding()
    _check_object(body, shape, "instance", finding)
    return finding.found


def _check_object(body: Mapping[str, Any], shape: Shape, path: str, finding: _Finding) -> None:
    for name, rule in shape.items():
        if name in body:
            _check_value(body[name], rule, f"{path}.{name}", finding)
    for name, rule in shape.items():
        if rule.required and name not in body:
            finding.add(None, path, f'requires property "{name}"')
    for name in body:
        if name not in shape:
            finding.add(None, path, f'is not allowed to have the additional property "{name}"')


def _check_value(value: Any, rule: Rule, path: str, finding: _Finding) -> None:
    fits = isinstance(value, _JSON_TYPES[rule.type])
    if isinstance(value, bool) and rule.type != "boolean":
        fits = False
    if not fits:
        finding.add(rule, path, f"is not of a type(s) {rule.type}")
    elif rule.enum and value not in rule.enum:
        finding.add(rule, path, f"is not one of enum values: {','.join(map(str, rule.enum))}")
    elif isinstance(value, list):
        if len(value) < rule.min_items:
            finding.add(rule, path, f"does not meet minimum length of {rule.min_items}")
        for number, item in enumerate(value if rule.items else ()):
            _check_value(item, rule.items or rule, f"{path}[{number}]", finding)
    elif isinstance(value, dict) and rule.inner is not None:
        _check_object(value, rule.inner, path, finding)
