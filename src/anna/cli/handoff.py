"""`anna handoff`: the clinic's side of a hand-off, until there is a console."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import click

from anna.agendamento.service import known_patient
from anna.cli.common import Desk, clock, cut, for_client, needle, only, short, span, table
from anna.cli.runs import describe
from anna.crm.queries import find_last_qualificacao
from anna.db.connect import Connection
from anna.errors import Conflict, InvalidInput, NotFound, Unauthorized
from anna.flows import run_queries
from anna.flows.facts import read_known, wish_words
from anna.flows.model import Run
from anna.kit.phone import pretty
from anna.whatsapp import desk_queries as queries, ownership
from anna.whatsapp.desk_queries import Conversa, Mensagem, Transferencia, Usuario
from anna.whatsapp.models import Provedor
from anna.when import When

LAST = 20
"""Messages of the conversation that `show` prints."""

SENT_S = 20.0
"""How long `reply` waits to say what became of the message."""

_DONE = ("aceita", "enviada", "entregue", "lida")
_OVER = (*_DONE, "falhou", "descartada")


@click.group()
def handoff() -> None:
    """Who waits for a person, and answering them.

    \b
    anna handoff list
    anna handoff show 3fa2c81d
    anna handoff take 3fa2c81d --as juliana@demo.example
    anna handoff reply 3fa2c81d --as juliana@demo.example "Oi, Débora! Aqui é a Juliana."
    anna handoff return 3fa2c81d --as juliana@demo.example --outcome "marcou por telefone"

    An ID is given whole, or by its first or last characters, as `list` shows them.
    """


@handoff.command("list")
@for_client
async def list_hand_offs(desk: Desk) -> None:
    """List open hand-offs, who waits longest first."""
    now = desk.now()
    async with desk.client.database.transaction() as conn:
        found = await queries.list_transferencias(conn)
    rows = [_row(one, now) for one in found]
    head = ("id", "clinica", "who", "waits", "due", "reason", "said", "taken by")
    click.echo(table(head, rows) if rows else "nobody waits")


@handoff.command(short_help="Show why, what is known, what runs, and the last messages.")
@for_client
@click.argument("id")
async def show(desk: Desk, id: str) -> None:
    """Show a hand-off: why, what is known of the person, what runs, and the last messages."""
    now = desk.now()
    async with desk.client.database.transaction() as conn:
        one = await _find(conn, id)
        conversa = await _conversa(conn, one)
        click.echo("\n".join(_head(one, conversa, now)))
        click.echo("\n".join(await _summary(desk, conn, conversa, now)))
        click.echo(f"\nlast {LAST} messages")
        for said in await queries.list_mensagens(conn, conversa.id, limit=LAST):
            click.echo(_line(said))


@handoff.command(short_help="Take a conversation: Anna is silent until `return`.")
@for_client
@click.argument("id")
@click.option("--as", "email", required=True, metavar="EMAIL", help="Who takes it.")
async def take(desk: Desk, id: str, email: str) -> None:
    """Take a conversation: it is yours until `return`, and Anna is silent."""
    async with desk.client.database.transaction() as conn:
        one, usuario = await _find_for(conn, id, email)
        try:
            await ownership.take(conn, one.conversa_id, usuario_id=usuario.id, now=desk.now())
        except Conflict:
            raise await _taken(conn, one) from None
    click.echo(
        f"{_who(one.nome, one.telefone)} is yours, {usuario.nome}; end with `anna handoff return {short(one.id)}`"
    )


@handoff.command()
@for_client
@click.argument("id")
@click.argument("text")
@click.option("--as", "email", required=True, metavar="EMAIL", help="Who answers.")
@click.option("--no-wait", is_flag=True, help="Do not wait until it is sent.")
async def reply(desk: Desk, id: str, text: str, email: str, no_wait: bool) -> None:
    """Answer the patient. The worker sends it; this waits a little to say what became of it. Exits 1 when it did not go out."""
    async with desk.client.database.transaction() as conn:
        one, usuario = await _find_for(conn, id, email)
        try:
            mensagem_id = await ownership.reply(
                conn, one.conversa_id, usuario_id=usuario.id, texto=text, now=desk.now()
            )
        except Conflict:
            raise await _taken(conn, one) from None
    if no_wait:
        click.echo(f"planned as {short(mensagem_id)}")
        return
    said = await _await_sent(desk, mensagem_id)
    if said.status in _DONE:
        click.echo(f"sent ({said.status})")
        return
    if said.status in _OVER:
        click.echo(f"not sent: {said.status}, {said.motivo}", err=True)
    else:
        click.echo(
            f"still {said.status}: is a worker running? `anna explain {short(said.id)}` says more", err=True
        )
    sys.exit(1)


@handoff.command("return", short_help="Give a conversation back to Anna, with its outcome.")
@for_client
@click.argument("id")
@click.option("--as", "email", required=True, metavar="EMAIL", help="Who gives it back.")
@click.option(
    "--outcome", required=True, help="In one line, for Anna and colleagues; never said to the patient."
)
async def give_back(desk: Desk, id: str, email: str, outcome: str) -> None:
    """Give a conversation back to Anna, with its outcome: she knows it when the patient writes again."""
    if not outcome.strip():
        raise InvalidInput("say in a line how it ended")
    async with desk.client.database.transaction() as conn:
        one, _ = await _find_for(conn, id, email)
        if one.devolvida_em is not None:
            raise Conflict(f"it was given back at {clock(one.devolvida_em, one.fuso)}: {one.desfecho}")
        await ownership.give_back(conn, one.conversa_id, desfecho=" ".join(outcome.split()), now=desk.now())
    click.echo(f"{_who(one.nome, one.telefone)} is Anna's again")
    if one.aguarda_desde:
        click.echo(
            "note: the last message of the patient has had no answer; Anna answers the next one", err=True
        )


# -- finding -----------------------------------------------------------------------------------------------------------------


async def _find(conn: Connection, id: str) -> Transferencia:
    return only(await queries.find_transferencias(conn, needle(id)), id, "hand-off")


async def _find_for(conn: Connection, id: str, email: str) -> tuple[Transferencia, Usuario]:
    """The hand-off and who acts. Raises NotFound, and Unauthorized for whoever does not answer patients of that clinica."""
    one = await _find(conn, id)
    conversa = await _conversa(conn, one)
    usuario = await queries.find_usuario(conn, email)
    able = ", ".join(await queries.list_emails(conn, conversa.clinica_id))
    if usuario is None:
        raise NotFound(f"nobody here is {email!r}; {conversa.clinica} has: {able or 'nobody'}")
    if conversa.clinica_id not in usuario.clinicas or usuario.papel == "view":
        raise Unauthorized(
            f"{usuario.nome} does not answer patients of {conversa.clinica}; these do: {able or 'nobody'}"
        )
    return one, usuario


async def _conversa(conn: Connection, one: Transferencia) -> Conversa:
    conversa = await queries.get_conversa(conn, one.conversa_id)
    assert conversa is not None, "a hand-off has a conversation"
    return conversa


async def _taken(conn: Connection, one: Transferencia) -> Conflict:
    conversa = await _conversa(conn, one)
    until = f" until {clock(conversa.dono_ate, one.fuso)}" if conversa.dono_ate else ""
    return Conflict(f"{conversa.usuario} has taken this conversation{until}")


async def _await_sent(desk: Desk, mensagem_id: UUID) -> Mensagem:
    loop = asyncio.get_running_loop()
    deadline = loop.time() + SENT_S
    while True:
        async with desk.client.database.transaction() as conn:
            said = await queries.get_mensagem(conn, mensagem_id)
        assert said is not None, "the ledger forgets nothing"
        if said.status in _OVER or loop.time() >= deadline:
            return said
        await asyncio.sleep(0.1)


# -- how it looks ------------------------------------------------------------------------------------------------------------


def _who(nome: str | None, telefone: str | None) -> str:
    return (
        " ".join(filter(None, [cut(nome, 24), telefone and pretty(telefone)])) or "somebody without a number"
    )


def _row(one: Transferencia, now: datetime) -> tuple[object, ...]:
    waits_since = one.aguarda_desde or (None if one.assumida_em else one.aberta_em)
    by_phone = "somebody, by phone" if one.assumida_em else "nobody"
    return (
        short(one.id), one.clinica, _who(one.nome, one.telefone), span(now - waits_since) if waits_since else "-",
        _due(one, now), one.motivo, cut(one.frase or one.ultima, 48), one.usuario or by_phone,
    )  # fmt: skip


def _due(one: Transferencia, now: datetime) -> str | None:
    if one.assumida_em or one.prazo_em is None:
        return None
    late = span(now - one.prazo_em)
    return f"{late} late" if now > one.prazo_em else f"in {late}"


def _head(one: Transferencia, conversa: Conversa, now: datetime) -> Iterator[str]:
    yield f"{_who(one.nome, one.telefone)}, {one.clinica}  (hand-off {one.id})"
    yield f"since {clock(one.aberta_em, one.fuso)}, because: {one.motivo}"
    if one.frase:
        yield f"“{cut(one.frase, 200)}”"
    if one.devolvida_em:
        yield f"given back {clock(one.devolvida_em, one.fuso)}: {one.desfecho}"
        return
    if conversa.aguarda_desde:
        yield f"waits {span(now - conversa.aguarda_desde)}, due {_due(one, now) or 'no more: it is taken'}"
    until = clock(conversa.dono_ate, one.fuso) or "given back"
    yield f"taken by {conversa.usuario} until {until}" if conversa.usuario else "taken by nobody"
    if conversa.provedor == Provedor.TWILIO and conversa.janela_ate:
        left = conversa.janela_ate - now
        yield f"WhatsApp window: {'closed' if left.total_seconds() <= 0 else span(left) + ' left'}"


async def _summary(desk: Desk, conn: Connection, conversa: Conversa, now: datetime) -> list[str]:
    """The four answers, the score, what is booked, and what runs with its next step."""
    runs = await run_queries.list_runs(conn, fluxo=None, estado="viva", conversas=[conversa.id], limit=20)
    lines = [
        "",
        "what is known",
        *await _answers(conn, conversa, [Run.from_json(run.dados) for run in runs], now),
    ]
    known = await known_patient(conn, conversa.contato_id, now=now)
    lines += (
        [f"  came {known.vieram} times, missed {known.faltaram}"]
        if known.conhecido
        else ["  not a patient yet"]
    )
    for consulta in known.proximas:
        what = f"{', '.join(consulta.servicos)} with {consulta.profissional}"
        lines.append(
            f"  next {clock(consulta.inicio, consulta.fuso)}: {what} ({consulta.status}, {consulta.paciente})"
        )
    lines += ["", "live runs"]
    for run in runs:
        standing = await describe(desk, conn, run)
        lines.append(
            f"  {run.fluxo} v{run.versao} {short(run.id)} at {run.passo}, waits for {standing.waits_for}"
        )
        lines += [f"    next by itself {standing.by_itself}"] if standing.by_itself else []
    return lines if runs else [*lines, "  none"]


async def _answers(conn: Connection, conversa: Conversa, runs: list[Run], now: datetime) -> list[str]:
    """The four answers as the live runs hold them, else as they were weighed last."""
    known = await read_known(
        conn, conversa.clinica_id, {"conversa": conversa.id, "contato": conversa.contato_id}, now=now
    )
    lead_id = known.around.lead_id
    weighed = await find_last_qualificacao(conn, lead_id) if lead_id else None
    held: dict[str, Any] = {}
    for run in reversed(runs):
        held |= run.slots
    before: dict[str, Any] = {}
    if weighed:
        before = {
            "procedimentos": weighed.procedimentos,
            "quando": weighed.quando,
            "telefone": weighed.telefone,
        }
    slots = before | held
    wish = wish_words(When.from_json(slots["quando"])) if slots.get("quando") else {}
    rows = [
        ("  procedure", ", ".join(slots.get("procedimentos") or ()) or "?"),
        ("  day", wish.get("dia") or "?"),
        ("  time", wish.get("hora") or "?"),
        ("  phone", slots.get("telefone") or "?"),
        ("  score", f"{weighed.score}: {_reasons(weighed.motivos)}" if weighed else "not weighed yet"),
    ]
    return table(("", ""), rows).splitlines()[1:]


def _reasons(motivos: tuple[dict[str, Any], ...]) -> str:
    return ", ".join(f"{motivo.get('porque')} ({motivo.get('pontos')})" for motivo in motivos)


def _line(said: Mensagem) -> str:
    text = said.texto if said.texto is not None else f"[{said.tipo}]"
    if said.texto is None and said.transcricao:
        text = f"[{said.tipo}, written out] {said.transcricao}"
    state = said.desfecho or "unanswered" if said.direcao == "entrada" else said.status
    why = f": {said.motivo}" if said.motivo else ""
    indent = "\n" + " " * 15
    return (
        f"  {clock(said.criada_em, said.fuso)}  {said.autor} ({state}{why})  {short(said.id)}{indent}"
        + text.replace("\n", indent)
    )
