"""Messages as Evolution keeps them: where one may be filed, when it was written and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from anna.kit.phone import canonical
from anna.providers.evolution.content import integer, part

PHONE_JID = "@s.whatsapp.net"


def filed_under(endereco: str) -> list[str]:
    """The addresses under which Evolution may have filed a message to `endereco`: it takes the ninth digit out by its own rule."""
    name, _, server = endereco.partition("@")
    if server not in {"", "s.whatsapp.net", "c.us"}:
        return [endereco]
    digits = "".join(char for char in name if char.isdecimal())
    short = canonical(digits)
    forms = [digits, short]
    if len(short) == 12 and short.startswith("55"):
        forms.append(f"{short[:4]}9{short[4:]}")
    return [form + PHONE_JID for form in dict.fromkeys(forms)]


def written(record: Any) -> int | None:
    """When a stored message was written, in epoch seconds; None for a record that cannot be one."""
    if not isinstance(record, dict) or not isinstance(record.get("key"), dict):
        return None
    return integer(record.get("messageTimestamp"))


def said(record: Mapping[str, Any]) -> str:
    """The text of a stored own message: plain, extended, or the caption of a file."""
    message = record.get("message")
    if not isinstance(message, dict):
        return ""
    if isinstance(message.get("conversation"), str):
        return str(message["conversation"])
    for name, field in (
        ("extendedTextMessage", "text"),
        ("imageMessage", "caption"),
        ("videoMessage", "caption"),
        ("documentMessage", "caption"),
    ):
        found = part(message, name).get(field)
        if isinstance(found, str):
            return found
    return ""
