"""Who is on the pretended WhatsApp, and Evolution's own way of turning a number into an address."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from anna.kit.phone import canonical

PHONE_SERVER = "@s.whatsapp.net"
LID_SERVER = "@lid"
_READY = ("@g.us", PHONE_SERVER, LID_SERVER, "@broadcast")
_GROUP_DIGITS = 18


def create_jid(number: str) -> str:
    """The address Evolution makes of `number` (createJid.ts): Brazil's ninth digit goes for DDD >= 31 when the next digit is >= 7."""
    number = re.sub(r":\d+", "", number)
    if any(server in number for server in _READY):
        return number
    digits = re.sub(r"\D", "", number.partition("@")[0])
    if len(digits) >= _GROUP_DIGITS:
        return f"{digits}@g.us"
    if digits[:2] in {"52", "54"} and len(digits) == 13:
        digits = digits[:2] + digits[3:]
    brazil = re.fullmatch(r"55(\d\d)\d(\d{8})", digits)
    if brazil and int(brazil[1]) >= 31 and int(brazil[2][0]) >= 7:
        digits = f"55{brazil[1]}{brazil[2]}"
    return digits + PHONE_SERVER


def lid_of(digits: str) -> str:
    """The LID of a phone: fifteen digits that say nothing about the number, always the same."""
    mixed = int.from_bytes(hashlib.sha256(digits.encode()).digest()[:8])
    return f"{10**14 + mixed % (9 * 10**14)}{LID_SERVER}"


@dataclass(slots=True)
class Phone:
    """One account on WhatsApp. `jid` is None for somebody whose number nobody sees."""

    jid: str | None
    lid: str
    name: str
    exists: bool = True

    @property
    def address(self) -> str:
        """The number's address, or the LID where there is no number."""
        return self.jid or self.lid


class Contacts:
    """Everybody an instance has met, found by either form of a Brazilian number or by LID."""

    def __init__(self) -> None:
        self._by_key: dict[str, Phone] = {}
        self._by_lid: dict[str, Phone] = {}

    def meet(self, address: str, name: str = "") -> Phone:
        """The phone behind digits, E.164, a phone JID or a LID; made on first sight, with exactly the digits given."""
        phone = self.known(address)
        if phone is None:
            digits = re.sub(r"\D", "", address.partition("@")[0])
            if address.endswith(LID_SERVER):
                phone = Phone(None, address, name)
            else:
                jid = address if address.endswith(("@g.us", "@broadcast")) else digits + PHONE_SERVER
                phone = Phone(jid, lid_of(digits), name)
                self._by_key[canonical(digits)] = phone
            self._by_lid[phone.lid] = phone
        if name:
            phone.name = name
        return phone

    def known(self, address: str) -> Phone | None:
        """The phone behind an address, if it was met."""
        if address.endswith(LID_SERVER):
            return self._by_lid.get(address)
        return self._by_key.get(canonical(address.partition("@")[0]))

    def look_up(self, number: str) -> tuple[str, bool]:
        """What WhatsApp says about a number or address: the account's own address, and whether there is one.

        A number nobody wrote from exists when it looks Brazilian; others only when they were met.
        """
        jid = create_jid(number)
        if jid.endswith(("@g.us", "@broadcast")):
            return jid, True
        phone = self.known(jid)
        if phone is not None:
            return (jid if jid.endswith(LID_SERVER) else phone.address), phone.exists
        if jid.endswith(LID_SERVER):
            return jid, False
        return jid, bool(re.fullmatch(r"55[1-9]{2}\d{8,9}", jid.removesuffix(PHONE_SERVER)))
