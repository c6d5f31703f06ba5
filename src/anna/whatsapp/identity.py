"""Who wrote: the addresses one person has, and by what two of them are the same.

A person writes from a telephone number, from a LID (WhatsApp's hidden id) or from a BSUID (Meta's id of a username). Phones
compare by a key without the ninth digit, because WhatsApp knows many Brazilian mobiles by their old form. A LID is fifteen digits
that look like a phone and are none. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from anna.kit.phone import canonical
from anna.whatsapp.models import Alias, AliasTipo, Provedor

MAX_BARE_PHONE = 13
"""Digits without a server name are a phone only up to this length: longer ones are LIDs that lost their suffix."""

_PHONE_SERVERS = frozenset({"s.whatsapp.net", "c.us", "hosted"})
_LID_SERVERS = frozenset({"lid", "hosted.lid"})
_WHATSAPP = "whatsapp:"
_BSUID = re.compile(r"[A-Z]{2}\.[A-Za-z0-9]{1,128}")
_ORDER = (AliasTipo.PHONE, AliasTipo.LID, AliasTipo.BSUID)


def from_jid(jid: object) -> Alias | None:
    """The alias in a WhatsApp jid (`5511…@s.whatsapp.net`, `…@lid`) or in bare digits, without its device part.

    None for a group, a broadcast, a channel and everything that is no person's address.
    """
    if not isinstance(jid, str):
        return None
    user, at, server = jid.strip().partition("@")
    user = user.removeprefix("+").partition(":")[0].partition("_")[0]
    if not (user.isascii() and user.isdigit() and 5 <= len(user) <= 20):
        return None
    if not at:
        bare_phone = len(user) <= MAX_BARE_PHONE
        return _phone(user, user) if bare_phone else Alias(AliasTipo.LID, user, f"{user}@lid")
    if server in _PHONE_SERVERS:
        return _phone(user, f"{user}@{server}")
    if server in _LID_SERVERS:
        return Alias(AliasTipo.LID, user, f"{user}@{server}")
    return None


def from_phone(number: str, endereco: str) -> Alias | None:
    """The alias of an E.164 number that is replied to at `endereco`; None if `number` is none."""
    digits = number.removeprefix("+")
    if digits.isascii() and digits.isdigit() and 5 <= len(digits) <= 15:
        return _phone(digits, endereco)
    return None


def from_bsuid(bsuid: str, endereco: str) -> Alias | None:
    """The alias of a business-scoped user id (`BR.1502576394655843`) that is replied to at `endereco`; None if it is none."""
    return Alias(AliasTipo.BSUID, bsuid, endereco) if _BSUID.fullmatch(bsuid) else None


def one_of_each(aliases: Iterable[Alias | None]) -> tuple[Alias, ...]:
    """The first alias of each tipo, the phone before the LID before the BSUID."""
    first: dict[AliasTipo, Alias] = {}
    for alias in aliases:
        if alias is not None:
            first.setdefault(alias.tipo, alias)
    return tuple(first[tipo] for tipo in _ORDER if tipo in first)


def address_at(provedor: str, endereco: str) -> str:
    """`endereco` as `provedor` writes it: who wrote last through the clinic's other number is answered all the same.

    A phone has a form at each (`whatsapp:+55…`, `55…@s.whatsapp.net`); every other address is left as it is.
    """
    user, _, server = endereco.partition("@")
    if provedor == Provedor.TWILIO and server in _PHONE_SERVERS:
        return f"{_WHATSAPP}+{user}"
    if provedor == Provedor.EVOLUTION and endereco.startswith(f"{_WHATSAPP}+"):
        return f"{endereco.removeprefix(f'{_WHATSAPP}+')}@s.whatsapp.net"
    return endereco


def _phone(digits: str, endereco: str) -> Alias:
    return Alias(AliasTipo.PHONE, canonical(digits), endereco)
