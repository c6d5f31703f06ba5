"""Who stands on the other side of an Evolution message: every version puts a person's number and LID in other places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from anna.whatsapp.identity import from_jid, one_of_each
from anna.whatsapp.models import Alias, AliasTipo

_NOT_PEOPLE = (("@g.us", "grupo"), ("@broadcast", "transmissao"), ("@newsletter", "canal"))
_BESIDE = ("remoteJidAlt", "senderPn", "senderLid", "previousRemoteJid", "participantPn", "participantAlt")
_NAMES_US = frozenset({"senderLid", "participantPn", "participantAlt"})
"""On a message of our own these are the sender's: ours."""


def not_a_person(jid: object) -> str | None:
    """Why nobody at this address is a patient: it is a group, a broadcast or a channel."""
    if isinstance(jid, str):
        for ending, reason in _NOT_PEOPLE:
            if jid.endswith(ending):
                return reason
    return None


def aliases(key: Mapping[str, Any], data: Mapping[str, Any], own: object) -> tuple[Alias, ...]:
    """The addresses of the other side: the first phone and the first LID of all the places where versions put them.

    `own` is the clinic's number as the body tells it, or None. What merely stands beside the address is never taken for the
    patient's when it is the clinic's: through one such alias all its patients would become one person.
    """
    return one_of_each(_found(key, data, own))


def _found(key: Mapping[str, Any], data: Mapping[str, Any], own: object) -> Iterator[Alias | None]:
    yield from_jid(key.get("remoteJid") or data.get("remoteJid"))
    from_me = key.get("fromMe") is True
    for name in _BESIDE:
        if from_me and (name in _NAMES_US or (name == "senderPn" and own is None)):
            continue
        for place in (key, data):
            alias = from_jid(place[name]) if place.get(name) else None
            if alias is not None and not _is_ours(alias, own):
                yield alias


def _is_ours(alias: Alias, own: object) -> bool:
    if alias.tipo is not AliasTipo.PHONE or not isinstance(own, str) or alias.valor[-8:] not in own:
        return False
    ours = from_jid(own)
    return ours is not None and ours.valor == alias.valor
