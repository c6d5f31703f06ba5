"""What an Evolution message is made of: from `data.message` and `data.messageType` to a tipo, a text and what goes with it.

Three channels (Baileys, Cloud, Evolution's own) and several versions write the same thing differently: `messageType` is believed
first, then whatever content key is there; wrappers are taken off; every value is checked before it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from anna.kit.text import clean
from anna.whatsapp.models import Tipo

MAX_TEXT = 65_536
MAX_NAME = 300
MAX_CARDS = 10

_NOISE = frozenset(
    {
        "messageContextInfo",
        "contextInfo",
        "base64",
        "mediaUrl",
        "speechToText",
        "senderKeyDistributionMessage",
    }
)
SILENT = frozenset(
    {
        "albumMessage", "callLogMessage", "callLogMesssage", "bcallMessage", "pinInChatMessage", "keepInChatMessage",
        "encReactionMessage", "pollResultSnapshotMessage", "stickerSyncRmrMessage", "messageHistoryBundle", "messageHistoryNotice",
    }
)  # fmt: skip
"""Content that says nothing to anybody: what it announces (the pictures of an album) or marks comes or came by itself."""

_EDITS = frozenset({"editedMessage", "protocolMessage"})

_NOTHING: dict[str, Any] = {}
"""What is there where an object should be and is none. Never written to."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says. `media` is the part that describes a file, `quoted` the id of the message it points to."""

    tipo: Tipo
    texto: str | None = None
    dados: dict[str, Any] = field(default_factory=dict)
    media: Mapping[str, Any] | None = None
    quoted: str | None = None


def text(value: object, limit: int = MAX_TEXT) -> str | None:
    """`value` as PostgreSQL takes it, at most `limit` characters; None when it is no text or an empty one."""
    if not isinstance(value, str) or not value:
        return None
    if not value.isascii() or "\x00" in value:
        value = clean(value)
    return value[:limit] or None


def part(value: object, name: str) -> dict[str, Any]:
    """The object at `name` of `value`; an empty one when either is none."""
    inner = value.get(name) if isinstance(value, dict) else None
    return inner if isinstance(inner, dict) else _NOTHING


def integer(value: object) -> int | None:
    """A whole number in any of the forms Evolution writes one: a number, its digits, a Long {low, high}."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, float):
        return int(value) if abs(value) < 2**53 else None
    if isinstance(value, str):
        return int(value) if value.isascii() and value.isdigit() and len(value) < 20 else None
    if isinstance(value, dict):
        low, high = value.get("low"), value.get("high")
        if isinstance(low, int) and isinstance(high, int):
            return (high << 32) | (low & 0xFFFFFFFF) if abs(high) < 2**32 else None
    return None


def unwrap(message: Mapping[str, Any]) -> Mapping[str, Any]:
    """`message` without the envelopes of disappearing, view-once and captioned messages, and those WhatsApp will think of next.

    An envelope is whatever nobody here reads and has a `message` inside; edits are left to whoever knows their target.
    """
    for _ in range(6):
        inner = next((part(value, "message") for name, value in message.items() if _wraps(name, value)), None)
        if not inner:
            break
        message = inner
    return message


def _wraps(name: str, value: object) -> bool:
    return (
        isinstance(value, dict)
        and "message" in value
        and name not in _READERS
        and name not in _NOISE
        and name not in _EDITS
    )


def read_content(message: Mapping[str, Any], message_type: object) -> Content | None:
    """What an unwrapped `message` says; None when it carries no content at all (metadata only, a masked placeholder, SILENT)."""
    name = content_key(message, message_type)
    if name is None or name in SILENT:
        return None
    value = message[name]
    reader = _READERS.get(name)
    if reader is None:
        return Content(Tipo.DESCONHECIDO, _any_text(value), {"nao_lido": name[:100]})
    return reader(value)


def context_of(data: Mapping[str, Any], message: Mapping[str, Any]) -> Mapping[str, Any]:
    """The contextInfo of a message (quote, advertisement), wherever this version puts it; `message` is unwrapped."""
    outer = part(data, "contextInfo")
    if outer.get("stanzaId") or outer.get("externalAdReply"):
        return outer
    for value in message.values():
        if isinstance(value, dict) and isinstance(value.get("contextInfo"), dict):
            return part(value, "contextInfo")
    return part(message, "contextInfo") or outer


def content_key(message: Mapping[str, Any], message_type: object) -> str | None:
    """The key of an unwrapped `message` under which its content is; None when there is none."""
    there = [name for name, value in message.items() if value is not None and name not in _NOISE]
    if message_type in there and isinstance(message_type, str):
        return None if message_type == "placeholderMessage" else message_type
    known = next((name for name in there if name in _READERS), None)
    return known or next((name for name in there if name != "placeholderMessage"), None)


def _object(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else _NOTHING


def _plain(value: Any) -> Content | None:
    found = text(value)
    return Content(Tipo.TEXTO, found) if found else None


def _extended(value: Any) -> Content | None:
    found = text(_object(value).get("text"))
    return Content(Tipo.TEXTO, found) if found else None


def _tapped(id_name: str, label_name: str) -> Callable[[Any], Content | None]:
    def read(value: Any) -> Content | None:
        return _option(_object(value).get(id_name), _object(value).get(label_name))

    return read


def _option(chosen: object, label: object) -> Content | None:
    option_id, rotulo = text(chosen, MAX_NAME), text(label)
    if option_id is None and rotulo is None:
        return None
    return Content(Tipo.TEXTO, rotulo or option_id, {"opcao": {"id": option_id, "rotulo": rotulo}})


def _list_row(value: Any) -> Content | None:
    answer = _object(value)
    chosen = part(answer, "singleSelectReply").get("selectedRowId")
    read = _option(chosen, answer.get("title"))
    detail = text(answer.get("description"), MAX_NAME)
    if read is not None and detail:
        read.dados["opcao"]["detalhe"] = detail
    return read


def _interactive(value: Any) -> Content | None:
    answer = _object(value)
    flow = part(answer, "nativeFlowResponseMessage")
    try:
        params = orjson.loads(flow.get("paramsJson") or "{}")
    except (orjson.JSONDecodeError, TypeError):
        params = {}
    params = params if isinstance(params, dict) else {}
    label = text(part(answer, "body").get("text")) or text(params.get("display_text"))
    read = _option(params.get("id"), label)
    if read is not None:
        return read
    form = {
        key[:MAX_NAME]: text(item, 2000) if isinstance(item, str) else item
        for key, item in list(params.items())[:50]
        if isinstance(item, str | bool | float) or (isinstance(item, int) and abs(item) < 2**53)
    }
    return (
        Content(Tipo.TEXTO, None, {"formulario": {text(k) or "": v for k, v in form.items()}})
        if form
        else None
    )


def _file(tipo: Tipo) -> Callable[[Any], Content | None]:
    def read(value: Any) -> Content | None:
        described = _object(value)
        dados: dict[str, Any] = {}
        if tipo is Tipo.AUDIO:
            dados = {"voz": described.get("ptt") is True or described.get("voice") is True}
        seconds = integer(described.get("seconds"))
        if seconds is not None and 0 <= seconds < 7 * 86_400:
            dados["segundos"] = seconds
        name = text(described.get("fileName") or described.get("filename"), MAX_NAME)
        if name:
            dados["arquivo"] = name
        return Content(tipo, text(described.get("caption")), dados, media=described)

    return read


def _place(value: Any) -> Content | None:
    place = _object(value)
    latitude, longitude = place.get("degreesLatitude"), place.get("degreesLongitude")
    if not (_is_degree(latitude) and _is_degree(longitude)):
        return Content(Tipo.LOCALIZACAO)
    local = {
        "latitude": latitude,
        "longitude": longitude,
        "nome": text(place.get("name"), MAX_NAME),
        "endereco": text(place.get("address"), 1000),
    }
    return Content(Tipo.LOCALIZACAO, text(place.get("caption")), {"local": local})


def _is_degree(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and -360 <= value <= 360


def _cards(value: Any) -> Content | None:
    described = _object(value)
    listed = described.get("contacts")
    cards = listed if isinstance(listed, list) else [described]
    contatos = [
        {"nome": text(_object(card).get("displayName"), MAX_NAME), "vcard": text(_object(card).get("vcard"), 4000)}
        for card in cards[:MAX_CARDS]
    ]  # fmt: skip
    return Content(Tipo.CONTATO, None, {"contatos": contatos})


def _reaction(value: Any) -> Content | None:
    reaction = _object(value)
    target = text(part(reaction, "key").get("id"), MAX_NAME)
    emoji = text(reaction.get("text"), 100)
    return Content(Tipo.REACAO, emoji, {"alvo": target}, quoted=target)


def _poll(value: Any) -> Content | None:
    poll = _object(value)
    options = poll.get("options")
    names = (
        [text(_object(o).get("optionName"), MAX_NAME) for o in options] if isinstance(options, list) else []
    )
    return Content(Tipo.ENQUETE, text(poll.get("name")), {"opcoes": names[:20]})


def _vote(value: Any) -> Content | None:
    vote = _object(value)
    chosen = part(vote, "vote").get("selectedOptions")
    names = [name for name in map(text, chosen) if name] if isinstance(chosen, list) else []
    target = text(part(vote, "pollCreationMessageKey").get("id"), MAX_NAME)
    return Content(Tipo.ENQUETE, ", ".join(names)[:MAX_TEXT] or None, {"votos": names[:20]}, quoted=target)


_WORDS = (
    ("text",), ("caption",), ("message",), ("body", "text"), ("contentText",), ("hydratedTemplate", "hydratedContentText"),
    ("hydratedFourRowTemplate", "hydratedContentText"), ("noteMessage", "extendedTextMessage", "text"),
    ("noteMessage", "conversation"), ("product", "title"), ("title",), ("name",), ("orderTitle",), ("groupName",), ("description",),
)  # fmt: skip


def _any_text(value: Any) -> str | None:
    """Words in a type nobody here knows: what a person would see first."""
    if isinstance(value, str):
        return text(value)
    for path in _WORDS:
        found: Any = value
        for name in path:
            found = found.get(name) if isinstance(found, dict) else None
        if isinstance(found, str) and found:
            return text(found)
    return None


_READERS: dict[str, Callable[[Any], Content | None]] = {
    "conversation": _plain,
    "extendedTextMessage": _extended,
    "buttonsResponseMessage": _tapped("selectedButtonId", "selectedDisplayText"),
    "templateButtonReplyMessage": _tapped("selectedId", "selectedDisplayText"),
    "listResponseMessage": _list_row,
    "interactiveResponseMessage": _interactive,
    "audioMessage": _file(Tipo.AUDIO),
    "imageMessage": _file(Tipo.IMAGEM),
    "videoMessage": _file(Tipo.VIDEO),
    "ptvMessage": _file(Tipo.VIDEO),
    "documentMessage": _file(Tipo.DOCUMENTO),
    "stickerMessage": _file(Tipo.FIGURINHA),
    "locationMessage": _place,
    "liveLocationMessage": _place,
    "contactMessage": _cards,
    "contactsArrayMessage": _cards,
    "reactionMessage": _reaction,
    "pollCreationMessage": _poll,
    "pollCreationMessageV2": _poll,
    "pollCreationMessageV3": _poll,
    "pollCreationMessageV5": _poll,
    "pollUpdateMessage": _vote,
}
