"""The port to one instance of a messaging provider: what the door, the reconcile job and the console ask of it.

Two families implement it, Evolution and Twilio (`anna.providers`); `anna.standin` plays both far sides. Every call ends within a
hard time limit, and every failure says what is known about the far side:

- `ProviderRefused`  it surely did not take it, and never will; `provider_code` says why in the provider's own words
- `ProviderBusy`     it surely did not take it; `retry_after_s` when it said when to come back
- `ProviderUnknown`  the request left and nobody knows: ask `look_up`, never send again blindly

Only calls that change something on the far side can end in `ProviderUnknown`; a failed question is always `ProviderBusy`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol

# What a refusal's `provider_code` is when the trouble is the connection and not the message: the instance needs a person.
CONNECTION_TROUBLE = frozenset({"unauthorized", "unknown_instance", "connection_closed", "license_required"})
NOT_ON_WHATSAPP = "not_on_whatsapp"


class ConnectionState(StrEnum):
    """`whatsapp.instancias.estado`."""

    DESCONHECIDO = "desconhecido"
    CONECTANDO = "conectando"
    ABERTO = "aberto"
    FECHADO = "fechado"


@dataclass(frozen=True, slots=True)
class Option:
    """One numbered answer that a message offers."""

    id: str
    rotulo: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The message that is answered to; its text goes along because a provider may not know the id any more."""

    provedor_id: str
    texto: str
    from_me: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A message the provider has approved, the only thing that may go outside its 24 h window.

    `id` is Twilio's ContentSid; `variaveis` maps "1", "2", … to their values.
    """

    id: str
    variaveis: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MediaLink:
    """A file the provider fetches by itself from `url`, which must be public to it."""

    url: str
    mime: str
    nome: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to send.

    `endereco` is the address as it was received, or what `resolve_number` returned for a first contact. `texto` is complete by
    itself: where there are `opcoes`, it already lists them by number. A channel that `shows_buttons` adds them as buttons;
    every other leaves them out, and the patient answers with the number, the label or in free text.
    """

    endereco: str
    texto: str
    opcoes: tuple[Option, ...] = ()
    cita: Quote | None = None
    midia: MediaLink | None = None
    modelo: Template | None = None


@dataclass(frozen=True, slots=True)
class ReceivedKey:
    """What marks one received message as read."""

    endereco: str
    provedor_id: str


@dataclass(frozen=True, slots=True)
class Media:
    """A file that a patient sent."""

    conteudo: bytes
    mime: str
    nome: str | None


@dataclass(frozen=True, slots=True)
class ChannelState:
    """Whether the instance can send now; `motivo` is the provider's own word for why not."""

    estado: ConnectionState
    motivo: str | None = None


@dataclass(frozen=True, slots=True)
class Connection:
    """What a person has to do to connect the instance; with `estado` ABERTO nothing is left to do.

    `qr_code` is the text to draw as a QR code, `pairing_code` what to type on the phone instead; `webhook_url` and
    `status_url` are set where the person must type them into the provider's console. `warning` is what is wrong with the provider.
    """

    estado: ConnectionState
    qr_code: str | None = None
    pairing_code: str | None = None
    webhook_url: str | None = None
    status_url: str | None = None
    warning: str | None = None


class Channel(Protocol):
    """One instance of a provider."""

    @property
    def shows_buttons(self) -> bool:
        """Whether a patient sees `Outgoing.opcoes` as something to tap."""
        ...

    async def send(self, message: Outgoing) -> str:
        """Hand the message over and return the provider's id of it. Raises ProviderRefused, -Busy or -Unknown."""
        ...

    async def typing(self, endereco: str, seconds: float) -> None:
        """Show the patient that somebody writes, and come back after `seconds`; at once where a provider cannot."""
        ...

    async def mark_read(self, keys: Sequence[ReceivedKey]) -> None:
        """Show the patient that these messages were read; nothing happens where a provider cannot."""
        ...

    async def look_up(self, endereco: str, texto: str, since: datetime) -> str | None:
        """The provider's id of what was sent to `endereco` with exactly `texto` at or after `since`, the newest; or None.

        `since` is Anna's clock; half a minute before it still counts, because the provider's may be behind.
        """
        ...

    def messages_since(self, since: datetime) -> AsyncIterator[dict[str, Any]]:
        """What was said at or after `since`, newest first, each in the shape of the provider's webhook body.

        The webhook's own parser reads them: messages whose author is sure (a patient's, or a person's on the clinic's phone; what
        Anna may have sent herself is left out), and the statuses the provider keeps of sent ones.
        """
        ...

    async def fetch_media(self, origem: Mapping[str, Any]) -> Media:
        """The bytes of a received file; `origem` is what the webhook's parser kept for this (`whatsapp.midias.origem`)."""
        ...

    async def state(self) -> ChannelState:
        """Whether the instance can send now."""
        ...

    async def resolve_number(self, phone: str) -> str | None:
        """The address of an E.164 number nobody has written from yet; None if it is not on this channel."""
        ...

    async def connect(self, webhook_url: str, secret: str) -> Connection:
        """Point the provider's webhooks at `webhook_url` (statuses at `…/status` where they are separate), proving
        themselves with `secret`, and say what a person still has to do. May be repeated."""
        ...

    async def close(self) -> None:
        """Give back what this channel alone holds; the HTTP session is shared and stays open."""
        ...
