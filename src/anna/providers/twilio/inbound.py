"""Twilio's webhook forms, read: messages on WhatsApp and SMS, and the callbacks that tell how far one of ours has come.

Twilio adds fields without notice, so whatever is not asked for is left alone. Facts: the project's reference on integrations, section 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import orjson

from anna.kit.text import clean
from anna.whatsapp.identity import from_bsuid, from_phone, one_of_each
from anna.whatsapp.models import (
    Alias,
    Attachment,
    Canal,
    Inbound,
    InboundMessage,
    MensagemStatus,
    StatusChange,
    Tipo,
    Unknown,
)

MAX_ID = 64
MAX_TEXT = 65_536
_WHATSAPP = "whatsapp:"

_STATUSES = {
    "accepted": MensagemStatus.ACEITA,
    "scheduled": MensagemStatus.ACEITA,
    "queued": MensagemStatus.ACEITA,
    "sending": MensagemStatus.ACEITA,
    "sent": MensagemStatus.ENVIADA,
    "partially_delivered": MensagemStatus.ENTREGUE,
    "delivered": MensagemStatus.ENTREGUE,
    "read": MensagemStatus.LIDA,
    "failed": MensagemStatus.FALHOU,
    "undelivered": MensagemStatus.FALHOU,
    "canceled": MensagemStatus.FALHOU,
}
_INBOUND = frozenset({"received", "receiving"})

_TYPES = {
    "audio": Tipo.AUDIO,
    "image": Tipo.IMAGEM,
    "video": Tipo.VIDEO,
    "document": Tipo.DOCUMENTO,
    "sticker": Tipo.FIGURINHA,
    "location": Tipo.LOCALIZACAO,
    "contacts": Tipo.CONTATO,
    "reaction": Tipo.REACAO,
}


def parse(form: Mapping[str, str]) -> tuple[Inbound, ...]:
    """What one request says: a message, or a status. `form` holds the first value of each field."""
    message_id = _text(form, "MessageSid", MAX_ID + 1) or _text(form, "SmsSid", MAX_ID + 1)
    status = (form.get("MessageStatus") or form.get("SmsStatus") or "").lower()
    if message_id is None or len(message_id) > MAX_ID:
        return (Unknown("sem_id"),)
    if status and status not in _INBOUND:
        return _status(form, message_id, status)
    return _message(form, message_id)


def _status(form: Mapping[str, str], message_id: str, word: str) -> tuple[Inbound, ...]:
    status = _STATUSES.get(word)
    if status is None:
        return (Unknown("status_desconhecido"),)
    error = None
    if status is MensagemStatus.FALHOU:
        said = [
            _text(form, "ErrorCode", 20),
            _text(form, "ErrorMessage", 300) or _text(form, "ChannelStatusMessage", 300),
        ]
        error = " ".join(part for part in said if part) or word
    return (StatusChange(message_id, status, error),)


def _message(form: Mapping[str, str], message_id: str) -> tuple[Inbound, ...]:
    identidades = _aliases(form)
    if not identidades:
        return (Unknown("sem_endereco"),)
    tipo = _tipo(form)
    dados = _dados(form)
    texto = _text(form, "Body") or _text(form, "ButtonText") or _text(form, "ListTitle")
    said = InboundMessage(
        provider_id=message_id,
        identidades=identidades,
        push_name=_text(form, "ProfileName", 300),
        canal=Canal.WHATSAPP if form.get("From", "").startswith(_WHATSAPP) else Canal.SMS,
        tipo=tipo,
        texto=texto,
        dados=dados,
        cita=_text(form, "OriginalRepliedMessageSid", MAX_ID),
        written_at=_moment(form.get("DateCreated")),
        midia=_attachment(form),
    )
    if tipo is Tipo.TEXTO and not (texto or dados.keys() & {"opcao", "formulario"}):
        return (replace(said, tipo=Tipo.DESCONHECIDO), Unknown("sem_conteudo"))
    if form.get("MediaUrl1"):  # a message has one file here; where the others are stays in what is kept
        return (said, Unknown("varios_arquivos"))
    return (said,)


def _aliases(form: Mapping[str, str]) -> tuple[Alias, ...]:
    """Who wrote: `From` is a phone or a BSUID; `ExternalUserId` is the BSUID beside a phone. Replies go where `From` says."""
    sender = (_text(form, "From", 200) or "").strip()
    bare = sender.removeprefix(_WHATSAPP)
    beside = (_text(form, "ExternalUserId", 200) or "").strip()
    return one_of_each(
        (
            from_phone(bare, sender) if bare.startswith("+") else None,
            from_bsuid(bare, sender),
            from_bsuid(
                beside.removeprefix(_WHATSAPP), beside if beside.startswith(_WHATSAPP) else _WHATSAPP + beside
            ),
        )
    )


def _tipo(form: Mapping[str, str]) -> Tipo:
    told = _TYPES.get(form.get("MessageType", "").lower())
    if told is not None:
        return told
    if form.get("Latitude") and form.get("Longitude"):
        return Tipo.LOCALIZACAO
    if form.get("NumMedia", "0") not in {"", "0"}:
        kind, _, rest = form.get("MediaContentType0", "").partition("/")
        if rest.startswith(("vcard", "x-vcard")):
            return Tipo.CONTATO
        return _TYPES.get(kind, Tipo.DOCUMENTO)
    return Tipo.TEXTO


def _dados(form: Mapping[str, str]) -> dict[str, Any]:
    dados: dict[str, Any] = {}
    chosen = _text(form, "ButtonPayload", 1000) or _text(form, "ListId", 1000)
    label = _text(form, "ButtonText", 1000) or _text(form, "ListTitle", 1000)
    if chosen or label:
        dados["opcao"] = {"id": chosen, "rotulo": label}
        if detail := _text(form, "ListDescription", 1000):
            dados["opcao"]["detalhe"] = detail
    latitude, longitude = _degree(form.get("Latitude")), _degree(form.get("Longitude"))
    if latitude is not None and longitude is not None:
        dados["local"] = {
            "latitude": latitude,
            "longitude": longitude,
            "nome": _text(form, "Label", 300),
            "endereco": _text(form, "Address", 1000),
        }
    if ad := _referral(form):
        dados["anuncio"] = ad
    if form.get("Forwarded") == "true" or form.get("FrequentlyForwarded") == "true":
        dados["encaminhada"] = True
    for name in ("FlowData", "InteractiveData"):
        if answers := _object(form.get(name)):
            dados["formulario"] = answers
            break
    return dados


def _referral(form: Mapping[str, str]) -> dict[str, str]:
    named = {
        "tipo": "ReferralSourceType",
        "id": "ReferralSourceId",
        "url": "ReferralSourceUrl",
        "titulo": "ReferralHeadline",
        "corpo": "ReferralBody",
        "clique": "ReferralCtwaClid",
    }
    return {name: found for name, field in named.items() if (found := _text(form, field, 1000))}


def _attachment(form: Mapping[str, str]) -> Attachment | None:
    """WhatsApp brings one file at most; of an MMS the first is the message's."""
    url = _text(form, "MediaUrl0", 2000)
    if url is None:
        return None
    mime = _text(form, "MediaContentType0", 200)
    return Attachment({"url": url, "mime": mime}, mime, None)


def _object(value: str | None) -> dict[str, str]:
    """The answers of a form, as text by name; empty when `value` is no JSON object."""
    try:
        found = orjson.loads(value or "")
    except orjson.JSONDecodeError:
        return {}
    if not isinstance(found, dict):
        return {}
    return {clean(name)[:300]: clean(str(item))[:2000] for name, item in list(found.items())[:50]}


def _moment(value: str | None) -> datetime | None:
    """When it was written. A webhook does not say: it comes at once. A record of the list of messages does."""
    try:
        moment = parsedate_to_datetime(value or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _degree(value: str | None) -> float | None:
    try:
        degree = float(value or "")
    except ValueError:
        return None
    return degree if -360 <= degree <= 360 else None


def _text(form: Mapping[str, str], name: str, limit: int = MAX_TEXT) -> str | None:
    """A field as PostgreSQL takes it, at most `limit` characters; None when it is empty."""
    value = form.get(name)
    return clean(value)[:limit].strip() or None if value else None
