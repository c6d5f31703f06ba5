"""`anna instance`: the clinic's numbers at Evolution and Twilio. No command prints a secret."""

from __future__ import annotations

import asyncio
import io
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

import click
import segno

from anna.cli.common import Desk, clock, for_client, span, table
from anna.errors import InvalidInput, ProviderBusy, ProviderError, ProviderRefused
from anna.kit.phone import canonical
from anna.providers.twilio.client import API as TWILIO_API
from anna.provisioning import instances
from anna.provisioning.directory_queries import find_instancia
from anna.provisioning.instances import OFF, NewInstancia
from anna.whatsapp import instance_queries as queries
from anna.whatsapp.channel import NOT_ON_WHATSAPP, Channel, Connection, ConnectionState
from anna.whatsapp.connection import NO_RECEIPTS
from anna.whatsapp.instance_queries import SeenInstancia
from anna.whatsapp.models import Provedor
from anna.whatsapp.queries import HEARTBEAT
from anna.worker.upkeep import watch_connection

POLL_S = 1.0
NEW_CODE_S = 20.0
"""After how long a QR code is asked for anew: WhatsApp lets one live about that long."""

WEBHOOK_S = 8.0
"""How long the first webhook of a connected number is waited for."""

_REMEDIES = {
    "unauthorized": "the token is refused: give the right one with `anna instance add ... --replace`",
    "unknown_instance": "the server has no instance of this name: create it there, or add it again with --create --replace",
    "connection_closed": "the phone is not connected: run `anna instance connect`",
    "license_required": "this Evolution (2.4 and later) waits for its licence: open its manager page and activate it",
    "close": "the phone is not connected: run `anna instance connect`",
    "connecting": "it waits for its QR code: run `anna instance connect`",
    NO_RECEIPTS: "it calls itself connected, and nothing of what it takes arrives: restart the instance, or link the phone anew",
    "connect": "nobody answers at its address: is it right, and is the server up?",
    "404": "what answers at its address is no such server: is it right?",
}
"""What the provider said -> what to do."""

_NO_NUMBER = "not written down"


@click.group()
def instance() -> None:
    """The clinic's WhatsApp numbers: add, list, test, connect, remove.

    \b
    anna instance add evolution --name recepcao --url https://evolution.example.com --clinica aroeira
    anna instance connect recepcao
    anna instance add twilio --account-sid AC... --number +5511900000100 --clinica aroeira < token.txt
    anna instance list

    Tokens are asked for, or read from stdin, so that no shell keeps them; they are stored encrypted.
    """


@instance.group()
def add() -> None:
    """Add a number: at an Evolution server, or at Twilio."""


@add.command("evolution")
@for_client
@click.option(
    "--name", required=True, help="How it is called here, and at the server unless --called says otherwise."
)
@click.option("--called", metavar="NAME", help="Its name at the server, where that has spaces or accents.")
@click.option("--url", required=True, help="The server's address.")
@click.option("--token", help="The instance's own key. [default: asked for, or the first line of stdin]")
@click.option(
    "--create", is_flag=True, help="`connect` may create it: asks for the server's global key as well."
)
@click.option("--jwt", is_flag=True, help="Its webhooks bring a signed token instead of the secret itself.")
@click.option("--clinica", metavar="SLUG", help="Whose number it is; not needed when there is only one.")
@click.option("--number", help="The number, as +5511900000100.")
@click.option("--replace", is_flag=True, help="Give one that is there this address and token.")
async def add_evolution(
    desk: Desk, name: str, called: str | None, url: str, token: str | None, create: bool, jwt: bool, clinica: str | None,
    number: str | None, replace: bool,
) -> None:  # fmt: skip
    """Add an instance of an Evolution server. `anna instance connect` then points its webhooks here."""
    new = instances.evolution(nome=name, url=url, numero=number, called=called, jwt=jwt)
    asked = {"token": ("The instance's token", token)}
    if create:
        asked["global_key"] = ("The server's global key", None)
    await _add(desk, new, asked, clinica, replace)


@add.command("twilio")
@for_client
@click.option("--account-sid", required=True, help="AC..., from Twilio's console.")
@click.option(
    "--auth-token", help="The account's auth token. [default: asked for, or the first line of stdin]"
)
@click.option("--number", required=True, help="The sender, as +5511900000100.")
@click.option("--name", help="How it is called here. [default: twilio-5511900000100]")
@click.option("--sms", is_flag=True, help="A sender of SMS, not of WhatsApp.")
@click.option("--service", metavar="MG...", help="Send through this messaging service.")
@click.option("--clinica", metavar="SLUG", help="Whose number it is; not needed when there is only one.")
@click.option("--url", default=TWILIO_API, show_default=True, help="Twilio's address.")
@click.option("--replace", is_flag=True, help="Give one that is there this account and token.")
async def add_twilio(
    desk: Desk, account_sid: str, auth_token: str | None, number: str, name: str | None, sms: bool,
    service: str | None, clinica: str | None, url: str, replace: bool,
) -> None:  # fmt: skip
    """Add a sender of a Twilio account. `anna instance connect` then says what to enter in Twilio's console."""
    new = instances.twilio(
        account_sid=account_sid, numero=number, nome=name, url=url, sms=sms, service=service
    )
    await _add(desk, new, {"auth_token": ("The account's auth token", auth_token)}, clinica, replace)


@instance.command("list")
@for_client
async def list_instances(desk: Desk) -> None:
    """List the numbers: whether each can send, and when it last heard something."""
    now = desk.now()
    async with desk.client.database.transaction() as conn:
        seen = await queries.list_seen(conn)
    rows = [
        (
            one.nome, one.clinica_slug, one.provedor, one.numero, _state(one),
            one.estado_em and f"since {clock(one.estado_em, one.fuso)}", _heard(one, now), one.conversas,
        )
        for one in seen
    ]  # fmt: skip
    head = ("name", "clinica", "provider", "number", "state", "", "last webhook", "conversations")
    click.echo(table(head, rows) if rows else "no instance; `anna instance add --help` says how to add one")


@instance.command()
@for_client
@click.argument("name")
async def test(desk: Desk, name: str) -> None:
    """Ask the provider of NAME whether it can send now, and say what to do if not. Exits 1 when it cannot."""
    seen = await _find(desk, name)
    state = await watch_connection(desk.client, seen.id)
    works = state.estado is ConnectionState.ABERTO
    todo = "" if works else f": {_remedy(state.motivo)}"
    lines = [
        ("provider", f"{seen.provedor} at {seen.url}"),
        ("can send", f"{'yes' if works else 'no'}{todo}"),
    ]
    lines += [("its number", await _number(desk, seen) if works else seen.numero or _NO_NUMBER)]
    lines += [("webhooks", _heard(seen, desk.now()) or f"none yet: run `anna instance connect {name}`")]
    click.echo(table((name, ""), lines))
    if not works:
        sys.exit(1)


@instance.command()
@for_client
@click.argument("name")
@click.option(
    "--timeout", default=180, show_default=True, type=click.IntRange(1, 3600), help="Seconds to wait."
)
async def connect(desk: Desk, name: str, timeout: int) -> None:
    """Point the webhooks of NAME here, and get it connected.

    Evolution: sets the webhook with its secret, shows the QR code for the clinic's phone and waits until it is scanned. Twilio: says
    what to enter in its console. May be repeated.
    """
    link = await _link(desk, name)
    for warning in _unreachable(link):
        click.echo(f"warning: {warning}", err=True)
    try:
        made = await link.channel.connect(link.webhook_url, link.secret)
    except ProviderError as error:
        raise ProviderError(f"{name}: {_remedy(error.provider_code)} ({error})") from error
    if made.warning:
        click.echo(f"warning: {made.warning}", err=True)
    if link.seen.provedor == Provedor.TWILIO:
        _tell_twilio(link, made)
        state = await watch_connection(desk.client, link.seen.id)
        if state.estado is not ConnectionState.ABERTO:
            click.echo(f"{name} cannot send yet: {_remedy(state.motivo)}", err=True)
            sys.exit(1)
        return
    click.echo(f"webhooks of {name} go to {link.webhook_url}")
    begun = desk.now()
    opened = await _until_open(link, made, timeout)
    await watch_connection(desk.client, link.seen.id)
    if not opened:
        click.echo(f"{name} is not connected yet; run this again for a fresh code", err=True)
        sys.exit(1)
    click.echo(f"{name} is connected")
    if made.estado is not ConnectionState.ABERTO:
        await _await_webhook(desk, link, begun)
        await _compare_number(desk, link)


@instance.command()
@for_client
@click.argument("name")
@click.option("--keep-history", is_flag=True, help="Switch it off for good; its conversations stay.")
async def remove(desk: Desk, name: str, keep_history: bool) -> None:
    """Take NAME out. What was said is never deleted.

    One through which nobody ever wrote disappears. Any other needs --keep-history: its tokens are destroyed, its webhooks refused, and
    nothing is sent through it any more; all that was said can still be read.
    """
    async with desk.client.database.transaction() as conn:
        gone = await instances.remove_instance(
            conn, desk.anna.box, name, keep_history=keep_history, now=desk.now()
        )
    click.echo(f"{name} is gone" if gone else f"{name} is switched off; its conversations stay")


# -- adding ------------------------------------------------------------------------------------------------------------------


def _secret(what: str, given: str | None) -> str:
    """What was given, else typed without an echo, else the next line of stdin."""
    if given is not None:
        return given
    if sys.stdin.isatty():
        return str(click.prompt(what, hide_input=True))
    line = sys.stdin.readline()
    if not line.strip():
        raise InvalidInput(f"{what} is needed: pipe it in as a line of stdin, or run this in a terminal")
    return line


async def _add(
    desk: Desk, new: NewInstancia, asked: Mapping[str, tuple[str, str | None]], clinica: str | None, replace: bool
) -> None:  # fmt: skip
    """Write it down; its tokens are asked for only when nothing else is wrong."""
    async with desk.client.database.transaction() as conn:
        await instances.find_place(conn, new, clinica=clinica, replace=replace)
    new = new.with_tokens({name: _secret(what, given) for name, (what, given) in asked.items()})
    async with desk.client.database.transaction() as conn:
        is_new = await instances.add_instance(
            conn, desk.anna.box, new, clinica=clinica, replace=replace, now=desk.now()
        )
    done = "is added" if is_new else "has this address and token now"
    click.echo(f"{new.nome} {done}; next: anna instance connect {new.nome}")


# -- what is seen ------------------------------------------------------------------------------------------------------------


async def _find(desk: Desk, name: str) -> SeenInstancia:
    async with desk.client.database.transaction() as conn:
        seen = await instances.get_instance(conn, name)
    if not desk.anna.box.open(seen.segredos):
        raise InvalidInput(f"{name} was removed: `anna instance add ... --replace` brings it back")
    return seen


def _state(seen: SeenInstancia) -> str:
    why = f" ({seen.estado_motivo})" if seen.estado_motivo else ""
    return OFF if seen.estado_motivo == OFF else f"{seen.estado}{why}"


def _heard(seen: SeenInstancia, now: datetime) -> str | None:
    return None if seen.recebida_em is None else f"{span(now - seen.recebida_em)} ago"


def _remedy(code: str | None) -> str:
    return (
        _REMEDIES.get(code or "")
        or f"the provider does not answer as it should ({code or 'no reason given'}): is its address right?"
    )


async def _number(desk: Desk, seen: SeenInstancia) -> str:
    if seen.numero is None:
        return _NO_NUMBER
    channel = await desk.client.channels.open(seen.id)
    try:
        address = await channel.resolve_number(seen.numero)
    except (ProviderRefused, ProviderBusy) as error:
        if error.provider_code != NOT_ON_WHATSAPP:
            return f"{seen.numero}, which cannot be looked up: {error}"
        address = None
    return f"{seen.numero}, {f'known as {address}' if address else 'not on WhatsApp'}"


# -- connecting --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Link:
    """What connecting one instancia needs."""

    seen: SeenInstancia
    channel: Channel
    webhook_url: str
    secret: str
    sms: bool


async def _link(desk: Desk, name: str) -> _Link:
    seen = await _find(desk, name)
    async with desk.client.database.transaction() as conn:
        row = await find_instancia(conn, seen.id)
    assert row is not None, "it was there a moment ago"
    segredos = desk.anna.box.open(seen.segredos)
    return _Link(
        seen=seen,
        channel=await desk.client.channels.open(seen.id),
        webhook_url=desk.client.channels.webhook_url(row),
        secret=str(segredos.get("webhook_secret", "")),
        sms=str(segredos.get("sender", "")).startswith("+"),
    )


def _unreachable(link: _Link) -> Iterator[str]:
    ours, theirs = urlsplit(link.webhook_url), urlsplit(link.seen.url)
    local = {"127.0.0.1", "localhost", "::1"}
    if ours.hostname in local and theirs.hostname not in local:
        yield f"{theirs.hostname} cannot reach {ours.netloc}: set ANNA_PUBLIC_URL to the address under which the world sees Anna"
    elif link.seen.provedor == Provedor.TWILIO and ours.scheme != "https" and theirs.hostname not in local:
        yield "Twilio calls https only for what patients write: set ANNA_PUBLIC_URL to an https address"
    if link.seen.provedor == Provedor.TWILIO and "_" in (ours.hostname or ""):
        yield f"Twilio refuses a host with an underscore: give {ours.hostname} another name in ANNA_PUBLIC_URL"


def _tell_twilio(link: _Link, made: Connection) -> None:
    sms = link.sms
    where = "Phone Numbers > Manage > Active numbers" if sms else "Messaging > Senders > WhatsApp senders"
    click.echo(f"In Twilio's console, under {where}, open {link.seen.numero} and enter (method POST):")
    rows = [
        ("A message comes in" if sms else "Webhook URL for incoming messages", made.webhook_url),
        ("Primary handler fails" if sms else "Fallback URL for incoming messages", made.webhook_url),
    ]
    if not sms:
        rows.append(("Status callback URL", made.status_url))
    click.echo(table(("field", "value"), rows))
    click.echo(
        "The end of each address (#rc=3&rp=all) belongs to it: by it Twilio tries again when Anna is away."
    )


async def _until_open(link: _Link, made: Connection, timeout: int) -> bool:
    """Show the code, and each new one, until the phone is connected; False when `timeout` seconds are over."""
    loop = asyncio.get_running_loop()
    deadline, shown_at, shown = loop.time() + timeout, loop.time(), None
    while made.estado is not ConnectionState.ABERTO:
        if made.qr_code and made.qr_code != shown:
            shown, shown_at = made.qr_code, loop.time()
            _show_code(made)
        if loop.time() >= deadline:
            return False
        await asyncio.sleep(POLL_S)
        try:
            if (await link.channel.state()).estado is ConnectionState.ABERTO:
                return True
            if loop.time() - shown_at >= NEW_CODE_S:
                made = await link.channel.connect(link.webhook_url, link.secret)
        except ProviderError as error:
            click.echo(f"the provider stumbles, asking on: {error}", err=True)
    return True


def _show_code(made: Connection) -> None:
    assert made.qr_code is not None, "there is a code to show"
    drawing = io.StringIO()
    segno.make(made.qr_code, micro=False, error="l").terminal(out=drawing, compact=True)
    click.echo(drawing.getvalue())
    click.echo("On the clinic's phone: WhatsApp > Linked devices > Link a device, and scan this code.")
    if made.pairing_code:
        click.echo(f"Or link with the phone number, and type {made.pairing_code}.")


async def _await_webhook(desk: Desk, link: _Link, since: datetime) -> None:
    """Say whether what the server told of the new connection arrived here."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + WEBHOOK_S
    while loop.time() < deadline:
        seen = await _find(desk, link.seen.nome)
        if seen.recebida_em and seen.recebida_em >= since - HEARTBEAT:
            click.echo("webhooks arrive")
            return
        await asyncio.sleep(POLL_S)
    click.echo(f"no webhook has come yet: the server must reach {link.webhook_url}", err=True)


async def _compare_number(desk: Desk, link: _Link) -> None:
    """Say when the phone that was connected is not the one that was meant."""
    meant, found = link.seen.numero, (await _find(desk, link.seen.nome)).numero
    if meant and found and canonical(meant) != canonical(found):
        click.echo(f"the phone that was connected is {found}, not {meant} as was written down", err=True)
