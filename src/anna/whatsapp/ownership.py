"""Who may speak in a conversa: handing over to a person, taking, replying, giving back.

A console reply owns the conversation for 30 minutes (sliding), a reply typed on the clinic's phone for 2 hours (the inbox does
that), an explicit take until given back. Giving back is one function, whoever does it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from anna.db.connect import Connection
from anna.db.events import emit
from anna.errors import Conflict, InvalidInput, NotFound
from anna.whatsapp import ownership_queries as queries
from anna.whatsapp.ownership_queries import Owned
from anna.whatsapp.reasons import URGENT

CONSOLE_REPLY_OWNS = timedelta(minutes=30)

LAPSED = "expirou"
"""The outcome of a hand-off whose person let the time pass that a reply gives."""

WITHDRAWN = "paciente_desistiu"
"""The outcome of a hand-off that the patient took back before anybody had come."""


async def hand_over(
    conn: Connection, conversa_id: UUID, *, motivo: str, frase: str | None, due: datetime, now: datetime,
    causa: UUID | None = None,
) -> bool:  # fmt: skip
    """Give the conversation to whoever of the clinic takes it by `due`; False when that is known already, for a reason as urgent."""
    conversa = await _get(conn, conversa_id)
    opened = await queries.insert_transferencia(
        conn, clinica_id=conversa.clinica_id, conversa_id=conversa_id, motivo=motivo, frase=frase,
        prazo_em=due, now=now,
    )  # fmt: skip
    await queries.set_owner(conn, conversa_id, usuario_id=None, motivo=motivo, until=None)
    await queries.set_waiting(conn, conversa_id, since=now)
    if opened:
        await _tell(
            conn, conversa, "conversa.transferida", now, {"motivo": motivo}, causa, transferencia=opened
        )
    elif frase and motivo in URGENT:
        await queries.add_words(conn, conversa_id, frase=frase, motivo=motivo)
    return opened is not None


async def make_grave(conn: Connection, conversa_id: UUID, *, motivo: str, frase: str) -> None:
    """The patient who waits for a gentle reason says a grave one: whoever comes reads that, and until then only rows are told."""
    if await queries.make_grave(conn, conversa_id, motivo=motivo, frase=frase):
        await queries.set_owner(conn, conversa_id, usuario_id=None, motivo=motivo, until=None)
        await queries.announce(conn, conversa_id)


async def let_pass(conn: Connection, conversa_id: UUID, *, motivo: str) -> None:
    """What the patient waits for is over by her own words: it stays with whoever comes, as `motivo`, and she is served meanwhile."""
    await queries.let_pass(conn, conversa_id, motivo=motivo)
    await queries.set_owner(conn, conversa_id, usuario_id=None, motivo=motivo, until=None)
    await queries.announce(conn, conversa_id)


async def take(conn: Connection, conversa_id: UUID, *, usuario_id: UUID, now: datetime) -> None:
    """A person takes the conversation until giving it back. Raises Conflict when somebody else has taken it."""
    conversa = await _get(conn, conversa_id)
    _refuse_anothers(conversa, usuario_id, now)
    await _take(conn, conversa, usuario_id, until=None, now=now)


async def reply(conn: Connection, conversa_id: UUID, *, usuario_id: UUID, texto: str, now: datetime) -> UUID:
    """A person answers; returns the id of the planned message.

    Owns the conversation for `CONSOLE_REPLY_OWNS` unless it was taken for good. Raises Conflict when it is somebody else's,
    InvalidInput for an empty text.
    """
    if not texto.strip():
        raise InvalidInput("an empty message cannot be sent")
    conversa = await _get(conn, conversa_id)
    _refuse_anothers(conversa, usuario_id, now)
    taken_for_good = conversa.dono == "pessoa" and conversa.dono_ate is None
    until = None if taken_for_good else max(now + CONSOLE_REPLY_OWNS, conversa.dono_ate or now)
    await _take(conn, conversa, usuario_id, until=until, now=now)
    await queries.set_waiting(conn, conversa_id, since=None)
    mensagem_id = await queries.plan_reply(conn, conversa, texto=texto, now=now)
    await queries.announce(conn, conversa_id)
    await queries.wake(conn, conversa_id)
    return mensagem_id


async def give_back(conn: Connection, conversa_id: UUID, *, desfecho: str, now: datetime) -> None:
    """Clear every lock a person has on the conversation, and keep the outcome: Anna reads it and goes on.

    `desfecho` is a note among colleagues, `LAPSED` or `WITHDRAWN`; it is never said to the patient.
    """
    conversa = await _get(conn, conversa_id)
    await queries.clear_owner(conn, conversa_id)
    handed = await queries.find_open_transferencia(conn, conversa_id)
    if handed:
        await queries.mark_returned(conn, handed.id, desfecho=desfecho, now=now)
    await _tell(conn, conversa, "conversa.devolvida", now, {"desfecho": desfecho}, None)


async def _take(
    conn: Connection, conversa: Owned, usuario_id: UUID, *, until: datetime | None, now: datetime
) -> None:
    await queries.set_owner(conn, conversa.id, usuario_id=usuario_id, motivo=None, until=until)
    handed = await queries.find_open_transferencia(conn, conversa.id)
    if handed:
        await queries.mark_taken(conn, handed.id, usuario_id=usuario_id, now=now)
    if conversa.usuario_id != usuario_id:
        await _tell(conn, conversa, "conversa.assumida", now, {"usuario": str(usuario_id)}, None)


def _refuse_anothers(conversa: Owned, usuario_id: UUID, now: datetime) -> None:
    """Raise Conflict while the conversation is somebody else's; whoever's time is over has it no more."""
    lapsed = conversa.dono_ate is not None and conversa.dono_ate <= now
    if conversa.dono == "pessoa" and conversa.usuario_id not in (None, usuario_id) and not lapsed:
        raise Conflict("somebody else has taken this conversation")


async def _get(conn: Connection, conversa_id: UUID) -> Owned:
    conversa = await queries.lock_conversa(conn, conversa_id)
    if conversa is None:
        raise NotFound(f"there is no conversa {conversa_id}")
    return conversa


async def _tell(
    conn: Connection, conversa: Owned, nome: str, now: datetime, dados: dict[str, str], causa: UUID | None, **more: UUID
) -> None:  # fmt: skip
    refs = {"conversa": conversa.id, "contato": conversa.contato_id, **more}
    await emit(conn, clinica_id=conversa.clinica_id, nome=nome, refs=refs, dados=dados, now=now, causa=causa)
    await queries.announce(conn, conversa.id)
    await queries.wake(conn, conversa.id)
