"""One text that belongs to no run, only to a turn."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from anna.clinica.service import load_calendar
from anna.conversation.claims.models import Fact
from anna.conversation.replies import ReplyBook
from anna.flows import message_queries
from anna.flows.evidence import prove
from anna.flows.facts import read_known
from anna.flows.moves import Move
from anna.flows.speech import word
from anna.flows.wording import OF_HOURS, hour_words, needs_of
from anna.turns.queries import Taken


async def say(
    move: Move, replies: ReplyBook, taken: Taken, template: str, *, turno_id: UUID, unnamed: bool = False,
    about: Mapping[str, UUID] | None = None, noted: str | None = None,
    rows: Mapping[str, Fact] | None = None,
) -> None:  # fmt: skip
    """Plan `template`, with its proofs.

    `unnamed` calls nobody by a name, `about` are ids of rows that it speaks of, `noted` is what the patient wished in this turn, `rows` are
    further words with the column that says each.
    """
    conversa = await message_queries.lock_conversa(move.conn, taken.id)
    if conversa is None:
        return
    refs = {"conversa": taken.id, "contato": taken.contato_id, **(about or {})}
    known = await read_known(move.conn, taken.clinica_id, refs, now=move.now)
    known_words = known.words(said=move.turn.text if move.turn else None)
    if unnamed:
        known_words["nome"] = None
    own = [Fact("whatsapp.turnos", str(turno_id), "texto", noted)] if noted else []
    if noted:
        known_words["anotado"] = noted
    for name, fact in (rows or {}).items():
        known_words[name] = fact.texto
        own.append(fact)
    if needs_of(template, replies) & OF_HOURS:
        known_words |= hour_words(await load_calendar(move.conn, taken.clinica_id), move.now)
    bubble = await word(move.conn, replies, conversa, template, known_words, seed=str(turno_id), now=move.now)
    provas = await prove(
        move.conn, bubble.texto, template=template, replies=replies, words=known_words, known=known, conversa_id=conversa.id, own=own
    )  # fmt: skip
    await message_queries.plan_message(
        move.conn, conversa=conversa, texto=bubble.texto, especie="conversa", modelo=template, now=move.now, provas=provas,
        turno_id=turno_id, dados=bubble.to_json(),
    )  # fmt: skip
