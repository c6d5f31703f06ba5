"""The clinic's numbers at Evolution and Twilio: added with sealed secrets, and taken out without losing what was said.

An instancia without secrets is switched off: its webhooks are refused, nothing is sent through it, and its conversations stay.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace as changed
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from anna.db.connect import Connection
from anna.errors import Conflict, InvalidInput, NotFound
from anna.kit.crypto import SecretBox
from anna.kit.phone import parse
from anna.whatsapp import instance_queries as queries
from anna.whatsapp.instance_queries import SeenInstancia
from anna.whatsapp.models import Provedor

OFF = "removed"
"""`estado_motivo` of an instancia that was switched off."""

_SECRET, _CALLED = "webhook_secret", "instance"  # among the segredos
_NAME = re.compile(r"[a-zA-Z0-9][a-zA-Z0-9._-]{0,60}")
_ACCOUNT = re.compile(r"AC[0-9a-f]{32}")
_SERVICE = re.compile(r"MG[0-9a-f]{32}")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewInstancia:
    """What somebody wants to connect, checked; `segredos` is not sealed yet."""

    nome: str
    provedor: Provedor
    url: str
    numero: str | None
    segredos: dict[str, Any]

    def with_tokens(self, tokens: Mapping[str, str]) -> NewInstancia:
        """The same with the provider's tokens: Evolution's `token` (and the server's `global_key`, if the instance is to be created
        there), Twilio's `auth_token`. Raises InvalidInput for one that is none."""
        return changed(
            self, segredos=self.segredos | {name: _token(text, name) for name, text in tokens.items()}
        )


def evolution(
    *, nome: str, url: str, numero: str | None = None, called: str | None = None, jwt: bool = False
) -> NewInstancia:
    """An instance of an Evolution server, with a fresh secret for its webhooks and without its tokens. Raises InvalidInput.

    `called` is its name at the server where that is no name here. With `jwt` the secret signs a short-lived token instead of being sent.
    """
    segredos: dict[str, Any] = {_SECRET: secrets.token_urlsafe(32)}
    if called is not None:
        segredos[_CALLED] = _called(called)
    if jwt:
        segredos["jwt"] = True
    return NewInstancia(
        nome=_name(nome), provedor=Provedor.EVOLUTION, url=_url(url), numero=_number(numero), segredos=segredos
    )  # fmt: skip


def twilio(
    *, account_sid: str, numero: str, nome: str | None = None, url: str, sms: bool = False, service: str | None = None
) -> NewInstancia:  # fmt: skip
    """A WhatsApp (or SMS) sender of a Twilio account, without its token. Raises InvalidInput."""
    if not _ACCOUNT.fullmatch(account_sid):
        raise InvalidInput(
            f"the account SID {account_sid!r} is none: AC and 32 of 0-9 a-f, from Twilio's console"
        )
    if service and not _SERVICE.fullmatch(service):
        raise InvalidInput(f"the messaging service {service!r} is none: MG and 32 of 0-9 a-f")
    number = _number(numero)
    if number is None:
        raise InvalidInput("Twilio needs the sender's number, such as +5511900000100")
    segredos: dict[str, Any] = {"account_sid": account_sid}
    if service or sms:
        segredos["sender"] = service or number
    return NewInstancia(
        nome=_name(nome or f"twilio-{number.lstrip('+')}"), provedor=Provedor.TWILIO, url=_url(url), numero=number,
        segredos=segredos,
    )  # fmt: skip


async def find_place(
    conn: Connection, new: NewInstancia, *, clinica: str | None, replace: bool
) -> tuple[UUID, SeenInstancia | None]:
    """The clinica it would belong to, and the instancia it would replace; `clinica` is a slug, not needed when there is only one.

    Raises NotFound for the clinica, InvalidInput when none is named, Conflict when the name is taken.
    """
    clinica_id = _which(await queries.list_clinicas(conn), clinica)
    known = await queries.find_seen(conn, new.nome)
    if known is None:
        return clinica_id, None
    if not replace:
        raise Conflict(
            f"there is an instance {new.nome!r} of {known.clinica} already: choose another name,"
            f" or add --replace to give it this address and token"
        )
    if (known.provedor, known.clinica_id) != (new.provedor, clinica_id):
        raise Conflict(
            f"{new.nome!r} is {known.provedor} at {known.clinica_slug}: that cannot change, add another one"
        )
    return clinica_id, known


async def add_instance(
    conn: Connection, box: SecretBox, new: NewInstancia, *, clinica: str | None, replace: bool, now: datetime
) -> bool:
    """Write it down. True: it is there; False: one of that name was, and now has this address and these secrets.

    With `replace` that one keeps what its webhooks prove themselves with and, unless told anew, how it is called at the server. Raises
    as `find_place` does.
    """
    clinica_id, known = await find_place(conn, new, clinica=clinica, replace=replace)
    if known is None:
        id = await queries.insert_instancia(
            conn, clinica_id=clinica_id, nome=new.nome, provedor=new.provedor, url=new.url, numero=new.numero,
            segredos=box.seal(new.segredos), now=now,
        )  # fmt: skip
        if id is None:
            raise Conflict(f"the name {new.nome!r} was taken this moment: choose another")
        return True
    before = box.open(known.segredos)
    kept = {name: before[name] for name in (_SECRET, _CALLED) if name in before}
    segredos = kept | new.segredos | ({_SECRET: kept[_SECRET]} if _SECRET in kept else {})
    await queries.update_instancia(
        conn, known.id, url=new.url, numero=new.numero, segredos=box.seal(segredos)
    )
    return False


async def get_instance(conn: Connection, nome: str) -> SeenInstancia:
    """Raises NotFound, naming those there are."""
    seen = await queries.find_seen(conn, nome)
    if seen is None:
        names = ", ".join(one.nome for one in await queries.list_seen(conn)) or "none"
        raise NotFound(f"there is no instance {nome!r}; there are: {names}")
    return seen


async def remove_instance(
    conn: Connection, box: SecretBox, nome: str, *, keep_history: bool, now: datetime
) -> bool:
    """Take an instancia out. True: the row is gone; False: it is switched off, and all that was said through it stays.

    What was said is never deleted. Raises NotFound, and Conflict when there is history and `keep_history` was not asked for.
    """
    seen = await get_instance(conn, nome)
    if await queries.delete_unused(conn, seen.id):
        return True
    if not keep_history:
        talks = "one conversation" if seen.conversas == 1 else f"{seen.conversas} conversations"
        raise Conflict(
            f"{talks} went through {nome!r}, and what was said is never deleted: with --keep-history"
            f" its tokens are destroyed and nothing goes in or out any more"
        )
    await queries.switch_off(conn, seen.id, segredos=box.seal({}), motivo=OFF, now=now)
    return False


def _which(clinicas: dict[str, UUID], slug: str | None) -> UUID:
    listed = ", ".join(clinicas) or "none"
    if slug is None:
        if len(clinicas) != 1:
            raise InvalidInput(f"say whose number it is with --clinica; there are: {listed}")
        return next(iter(clinicas.values()))
    if slug not in clinicas:
        raise NotFound(f"there is no clinica {slug!r}; there are: {listed}")
    return clinicas[slug]


def _name(nome: str) -> str:
    if not _NAME.fullmatch(nome):
        raise InvalidInput(
            f"{nome!r} cannot name an instance: a letter or digit, then up to 60 of letters, digits and . _ -"
        )
    return nome


def _called(name: str) -> str:
    if not name.strip() or not name.isprintable():
        raise InvalidInput(f"no server has an instance called {name!r}")
    return name


def _url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise InvalidInput(f"the address {url!r} is none: write it as https://host or http://host:port")
    return url.rstrip("/")


def _number(text: str | None) -> str | None:
    if text is None:
        return None
    number = parse(text)
    if number is None:
        raise InvalidInput(f"{text!r} is no telephone number: write it as +5511900000100")
    return number


def _token(text: str, name: str) -> str:
    token, what = text.strip(), name.replace("_", " ")
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        raise InvalidInput(f"the {what} is empty, or has something in it that no token has")
    return token
