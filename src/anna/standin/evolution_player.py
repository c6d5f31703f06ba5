"""The control API's hands on one Evolution instance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from anna.errors import InvalidInput
from anna.standin import evolution_phones as phones
from anna.standin.config import Webhook
from anna.standin.core import Line
from anna.standin.evolution_bodies import Body
from anna.standin.evolution_state import Instance


class EvolutionPlayer:
    """Implements `anna.standin.phones.Player`."""

    def __init__(self, instance: Instance) -> None:
        self._instance = instance

    @property
    def line(self) -> Line:
        return self._instance.line

    def say(self, asked: Mapping[str, Any]) -> Body:
        return phones.shown(phones.say(self._instance, asked))

    def type_on_phone(self, asked: Mapping[str, Any]) -> Body:
        return phones.shown(phones.type_on_phone(self._instance, asked))

    def change(self, asked: Mapping[str, Any]) -> None:
        phones.change(self._instance, asked)

    def read(self, address: str, message_id: str | None) -> int:
        return phones.read(self._instance, address, message_id)

    def view(self, address: str) -> Body:
        return phones.view(self._instance, address)

    def messages(self) -> list[Body]:
        return [phones.shown(message) for message in self._instance.messages.values()]

    def set_number(self, asked: Mapping[str, Any]) -> None:
        phone = self._instance.contacts.meet(str(asked["number"]), str(asked.get("name") or ""))
        phone.exists = bool(asked.get("exists", True))

    def point(self, asked: Mapping[str, Any]) -> None:
        headers = {str(name): str(value) for name, value in (asked.get("headers") or {}).items()}
        hook = self._instance.webhook or Webhook("")
        events = tuple(asked.get("events", hook.events))
        self._instance.webhook = replace(hook, url=str(asked["url"]), headers=headers, events=events)

    def connection(self, asked: Mapping[str, Any]) -> None:
        match asked.get("state"):
            case "open":
                self._instance.open()
            case "connecting":
                self._instance.connecting()
            case "close":
                self._instance.shut(int(asked.get("reason", 428)))
            case "qrcode":
                self._instance.show_qr()
            case other:
                raise InvalidInput(f"state: open, connecting, close or qrcode, not {other!r}")

    def summary(self) -> Body:
        return {
            "provider": "evolution",
            "instance": self._instance.name,
            "number": self._instance.number,
            "state": self._instance.state,
            "webhook": self._instance.webhook.url if self._instance.webhook else None,
        }
