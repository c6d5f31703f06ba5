"""Evolution's webhook bodies, read: 2.3.0 to 2.4, from its Baileys, Cloud and own channels.

`parse` never raises on a body that is a JSON object: what it does not know comes back as Unknown, what is nobody's business as
Ignored. Facts and forms: the project's reference on Evolution, and the captured bodies in tests/fixtures/evolution.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from anna.providers.evolution.addresses import aliases, not_a_person
from anna.providers.evolution.content import (
    MAX_NAME,
    SILENT,
    Content,
    content_key,
    context_of,
    integer,
    part,
    read_content,
    text,
    unwrap,
)
from anna.whatsapp.channel import ConnectionState
from anna.whatsapp.identity import from_jid
from anna.whatsapp.models import (
    AliasTipo,
    Attachment,
    ConnectionChange,
    ContactNames,
    Edited,
    Ignored,
    Inbound,
    InboundMessage,
    MensagemStatus,
    OwnSend,
    StatusChange,
    Tipo,
    Unknown,
)

MAX_ID = 255
"""Characters of a message id; anything longer is none."""

MAX_ITEMS = 500
"""Things in one body, at most: a history of thousands is no news."""

_EARLIEST = datetime(2009, 1, 1, tzinfo=UTC).timestamp()
_LATEST = datetime(2100, 1, 1, tzinfo=UTC).timestamp()

_USELESS_EVENTS = frozenset(
    {
        "application.startup", "qrcode.updated", "messages.set", "chats.set", "chats.upsert", "chats.update", "chats.delete",
        "groups.upsert", "group.update", "groups.update", "group.participants.update", "presence.update", "labels.edit",
        "labels.association", "call", "typebot.start", "typebot.change.status", "instance.create", "send.message.update",
        "new.jwt", "creds.update", "messaging.history.set",
    }
)  # fmt: skip

_STATUSES = {
    "PENDING": MensagemStatus.ACEITA,
    "SERVER_ACK": MensagemStatus.ENVIADA,
    "SENT": MensagemStatus.ENVIADA,
    "DELIVERY_ACK": MensagemStatus.ENTREGUE,
    "DELIVERED": MensagemStatus.ENTREGUE,
    "READ": MensagemStatus.LIDA,
    "PLAYED": MensagemStatus.LIDA,
    "ERROR": MensagemStatus.FALHOU,
    "FAILED": MensagemStatus.FALHOU,
}
_NUMBERED = ("ERROR", "PENDING", "SERVER_ACK", "DELIVERY_ACK", "READ", "PLAYED")

_CONNECTION = {
    "open": ConnectionState.ABERTO,
    "connecting": ConnectionState.CONECTANDO,
    "close": ConnectionState.FECHADO,
    "closed": ConnectionState.FECHADO,
    "removed": ConnectionState.FECHADO,
    "refused": ConnectionState.FECHADO,
}
_EDIT_TYPES = frozenset({"MESSAGE_EDIT", "14"})
_REVOKE_TYPES = frozenset({"REVOKE", "0"})
_BULK = frozenset({"base64", "jpegThumbnail", "pngThumbnail", "thumbnail", "waveform", "messageContextInfo", "contextInfo", "scanLengths"})  # fmt: skip


def parse(body: Mapping[str, Any], *, path_event: str | None = None) -> tuple[Inbound, ...]:
    """What one webhook body says, in order. `path_event` is the event at the end of the path (`byEvents`), for a body without one."""
    event = _event_name(body.get("event")) or _event_name(path_event)
    data = body.get("data")
    if event == "qrcode.updated" and part(body, "data").get("statusCode") is not None:
        motivo = text(part(body, "data").get("message"), MAX_NAME)
        return (ConnectionChange(ConnectionState.FECHADO, motivo),)
    if event in _USELESS_EVENTS:
        return (Ignored(event),)
    if event in {"contacts.upsert", "contacts.update", "contacts.set"}:
        return (_contact_names(data if isinstance(data, list) else [data]),)
    reader = _READERS.get(event or "")
    if reader is None:
        return (Unknown("evento_desconhecido"),)
    own = body.get("sender")
    if not isinstance(data, list):
        return reader(data if isinstance(data, dict) else {}, own)
    if len(data) > MAX_ITEMS:
        return (Unknown("itens_demais"),)
    found = [item for entry in data for item in reader(entry if isinstance(entry, dict) else {}, own)]
    return tuple(found) or (Ignored("vazio"),)


def _event_name(name: object) -> str | None:
    return name.lower().replace("-", ".").replace("_", ".") if isinstance(name, str) and name else None


def _message(data: Mapping[str, Any], own: object) -> tuple[Inbound, ...]:
    """`messages.upsert`: somebody wrote, on the patient's side or on the clinic's phone."""
    key = part(data, "key")
    nobody = not_a_person(key.get("remoteJid"))
    if nobody:
        return (Ignored(nobody),)
    message_id = _message_id(key.get("id"))
    identidades = aliases(key, data, own)
    if message_id is None:
        return (Unknown("sem_id"),)
    if not identidades:
        return (Unknown("sem_endereco"),)
    message = unwrap(part(data, "message"))
    if "protocolMessage" in message or "editedMessage" in message:
        return _changed(message, message_id, from_me=key.get("fromMe") is True)
    content = read_content(message, data.get("messageType"))
    if content is None:
        silent = content_key(message, data.get("messageType"))
        return (Ignored(silent) if silent in SILENT else Unknown("sem_conteudo"),)
    from_me = key.get("fromMe") is True
    context = context_of(data, message)
    said = InboundMessage(
        provider_id=message_id,
        identidades=identidades,
        from_me=from_me,
        push_name=None if from_me else _name(data.get("pushName")),
        tipo=content.tipo,
        texto=content.texto,
        dados=_dados(data, content, context),
        cita=content.quoted or text(context.get("stanzaId"), MAX_ID),
        written_at=moment(data.get("messageTimestamp")),
        midia=_attachment(data, content),
        status=_status(data.get("status")) or MensagemStatus.ENVIADA,
    )
    return (said, Unknown("tipo_desconhecido")) if content.tipo is Tipo.DESCONHECIDO else (said,)


def _own_send(data: Mapping[str, Any], own: object) -> tuple[Inbound, ...]:
    """`send.message`: the echo of a send through the API."""
    key = part(data, "key")
    nobody = not_a_person(key.get("remoteJid"))
    if nobody:
        return (Ignored(nobody),)
    message_id, identidades = _message_id(key.get("id")), aliases(key, data, own)
    if message_id is None or not identidades:
        return (Unknown("eco_sem_id" if message_id is None else "eco_sem_endereco"),)
    message = unwrap(part(data, "message"))
    content = read_content(message, data.get("messageType")) or Content(Tipo.DESCONHECIDO)
    return (
        OwnSend(
            provider_id=message_id,
            identidades=identidades,
            tipo=content.tipo,
            texto=content.texto,
            written_at=moment(data.get("messageTimestamp")),
        ),
    )


def _update(data: Mapping[str, Any], _: object) -> tuple[Inbound, ...]:
    """`messages.update`: a status. The id alone says whose; the jid may be another alias, `fromMe` is wrong on Cloud."""
    ids = (data.get("keyId"), part(data, "key").get("id"), data.get("id"))  # the last is 1.8's
    message_id = next((found for found in map(_message_id, ids) if found), None)
    if message_id is None:
        return (Unknown("status_sem_id"),)
    update = part(data, "update")
    message = unwrap(part(data, "message") or part(update, "message"))
    if "editedMessage" in message or "protocolMessage" in message:
        return _edited_inside(message, message_id)
    word = data.get("status") if data.get("status") is not None else update.get("status")
    if word == "DELETED":
        return (Edited(message_id, None),)
    status = _status(word)
    if status is None:
        return (Unknown("status_desconhecido"),)
    return (StatusChange(message_id, status, "ERROR" if status is MensagemStatus.FALHOU else None),)


def _deleted(data: Mapping[str, Any], _: object) -> tuple[Inbound, ...]:
    """`messages.delete`."""
    message_id = _message_id(data.get("id")) or _message_id(part(data, "key").get("id"))
    return (Edited(message_id, None),) if message_id else (Unknown("exclusao_sem_id"),)


def _edited(data: Mapping[str, Any], _: object) -> tuple[Inbound, ...]:
    """`messages.edited`: its data is the protocol message."""
    return _protocol(data)


def _protocol(protocol: Mapping[str, Any]) -> tuple[Inbound, ...]:
    """A protocol message: an edit, a revocation, or something of no interest."""
    message_id = _message_id(part(protocol, "key").get("id"))
    kind = str(protocol.get("type"))
    if kind in _REVOKE_TYPES:
        return (Edited(message_id, None),) if message_id else (Unknown("exclusao_sem_id"),)
    changed = part(protocol, "editedMessage")
    if kind in _EDIT_TYPES or changed:
        content = read_content(unwrap(changed), None)
        if message_id and content and content.texto:
            return (Edited(message_id, content.texto),)
        return (Unknown("edicao_ilegivel"),)
    return (Ignored("protocolo"),)


def _changed(message: Mapping[str, Any], message_id: str, *, from_me: bool) -> tuple[Inbound, ...]:
    """An edit or a deletion that was sent like a message: by its author, so that nobody changes what another one said."""
    if "protocolMessage" in message:
        items = _protocol(part(message, "protocolMessage"))
    else:
        items = _edited_inside(message, message_id)
    return tuple(replace(item, from_me=from_me) if isinstance(item, Edited) else item for item in items)


def _edited_inside(message: Mapping[str, Any], message_id: str) -> tuple[Inbound, ...]:
    """An edit that travels as a message or a status: the protocol message inside names its target, else `message_id` does."""
    inner = part(part(message, "editedMessage"), "message") or message
    protocol = part(inner, "protocolMessage")
    if protocol:
        return _protocol(protocol)
    content = read_content(unwrap(inner), None)
    if content and content.texto:
        return (Edited(message_id, content.texto),)
    return (Unknown("edicao_ilegivel"),)


def _connection(data: Mapping[str, Any], _: object) -> tuple[Inbound, ...]:
    """`connection.update` and `status.instance`."""
    word = data.get("state") or data.get("status")
    if word == "created":  # a process of the server's begins; how it stands comes after
        return (Ignored("status.instance"),)
    estado = _CONNECTION.get(word) if isinstance(word, str) else None
    if estado is None:
        return (Unknown("conexao_desconhecida"),)
    reason = integer(data.get("statusReason")) or integer(data.get("disconnectionReasonCode"))
    own = from_jid(data.get("wuid"))
    return (
        ConnectionChange(
            estado,
            motivo=str(reason) if reason and estado is ConnectionState.FECHADO else None,
            numero=f"+{own.endereco.partition('@')[0]}" if own and own.tipo is AliasTipo.PHONE else None,
        ),
    )


def _gone(_: Mapping[str, Any], __: object) -> tuple[Inbound, ...]:
    """`logout.instance`, `remove.instance`, `instance.delete`: without a reason, so that the one told beside it stays."""
    return (ConnectionChange(ConnectionState.FECHADO),)


def _contact_names(entries: Iterable[Any]) -> Inbound:
    names = []
    for entry in list(entries)[:MAX_ITEMS]:
        if isinstance(entry, dict):
            alias = from_jid(entry.get("remoteJid") or entry.get("id"))
            nome = _name(entry.get("pushName") or entry.get("name"))
            if alias and nome:
                names.append((alias, nome))
    return ContactNames(tuple(names)) if names else Ignored("contatos_sem_nome")


_READERS: dict[str, Callable[[Mapping[str, Any], object], tuple[Inbound, ...]]] = {
    "messages.upsert": _message,
    "send.message": _own_send,
    "messages.update": _update,
    "messages.edited": _edited,
    "messages.delete": _deleted,
    "connection.update": _connection,
    "status.instance": _connection,
    "logout.instance": _gone,
    "remove.instance": _gone,
    "instance.delete": _gone,
}


def moment(value: object) -> datetime | None:
    """A time in epoch seconds (or milliseconds), in any form of a Long; None when it is no time of this world."""
    seconds = integer(value)
    if seconds is None:
        return None
    if seconds > 10**11:
        seconds //= 1000
    return datetime.fromtimestamp(seconds, UTC) if _EARLIEST <= seconds <= _LATEST else None


def _message_id(value: object) -> str | None:
    found = text(value, MAX_ID + 1)
    return found if found and len(found) <= MAX_ID else None


def _name(value: object) -> str | None:
    """A name somebody chose; None for the stand-ins Evolution uses instead: the number itself, "Você" on own messages."""
    found = text(value, MAX_NAME)
    if found is None or found in {"Você", "Voce"}:
        return None
    digits = found.lstrip("+").partition("@")[0]
    if digits.isdigit() and len(digits) >= 8:
        return None
    return found.strip() or None


def _status(word: object) -> MensagemStatus | None:
    if isinstance(word, str):
        number = int(word) if word.isascii() and word.isdigit() and len(word) == 1 else None
        if number is None:
            return _STATUSES.get(word.upper())
    else:
        number = integer(word)
    return _STATUSES[_NUMBERED[number]] if number is not None and 0 <= number < len(_NUMBERED) else None


def _dados(data: Mapping[str, Any], content: Content, context: Mapping[str, Any]) -> dict[str, Any]:
    """What goes with the text: the content's own, a tap on a Cloud button, the advertisement that led here."""
    dados = content.dados
    if data.get("messageType") in {"buttonMessage", "interactiveMessage"} and content.tipo is Tipo.TEXTO:
        dados["opcao"] = {"id": None, "rotulo": content.texto}  # Cloud loses the id
    ad = part(context, "externalAdReply")
    if ad.get("sourceId") or ad.get("sourceUrl") or ad.get("ctwaClid"):
        named = {
            "origem": context.get("entryPointConversionSource"),
            "tipo": ad.get("sourceType"),
            "id": ad.get("sourceId"),
            "url": ad.get("sourceUrl"),
            "titulo": ad.get("title"),
            "corpo": ad.get("body"),
            "clique": ad.get("ctwaClid"),
        }
        dados["anuncio"] = {name: found for name, value in named.items() if (found := text(value, 1000))}
    if context.get("isForwarded") is True:
        dados["encaminhada"] = True
    heard = text(part(data, "message").get("speechToText"), 20_000)
    if heard:
        dados["transcricao"] = heard
    return dados


def _attachment(data: Mapping[str, Any], content: Content) -> Attachment | None:
    """What `getBase64FromMediaMessage` needs: the whole message, without the bytes the webhook may have brought along."""
    if content.media is None:
        return None
    kept = {
        name: data[name] for name in ("key", "message", "messageType", "messageTimestamp") if name in data
    }
    mime = text(content.media.get("mimetype") or content.media.get("mime_type"), 200)
    return Attachment(_lean(kept, 0), mime, content.dados.get("arquivo"))


def _lean(value: Any, depth: int) -> Any:
    """`value` as jsonb takes it, without bulk."""
    if isinstance(value, str):
        return text(value, 4096) or ""
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) >= 2**63:
        return str(value)
    if depth >= 20:
        return None
    if isinstance(value, dict):
        if "0" in value and (content := _packed(value)):
            return content
        return {text(k, 200) or "": _lean(v, depth + 1) for k, v in value.items() if k not in _BULK}
    if isinstance(value, list):
        return [_lean(item, depth + 1) for item in value[:200]]
    return value


def _packed(value: Mapping[str, Any]) -> str | None:
    """Bytes written as an object of numbered keys, as base64: what Evolution takes back in any version. None when it is no such object."""
    try:
        return base64.b64encode(bytes(value[str(index)] for index in range(len(value)))).decode()
    except (KeyError, TypeError, ValueError):
        return None
