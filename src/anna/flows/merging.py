"""Two contatos turned out to be one person: their runs and what they asked for become one person's, and the talk goes on where it was. And
back again, when they were two after all.

The merge itself is the inbox's (`whatsapp.merging`), which tells it by an event. Whoever meets that first, the dispatcher or the turn
that answers the message which showed it, lets the runs follow; for the other nothing is left to do. What followed is noted with the
merge, so that an undo can take exactly that back.
"""

from __future__ import annotations

from uuid import UUID

from anna.flows import merge_queries as queries, message_queries
from anna.flows.definition import Lane
from anna.flows.merge_queries import Followed
from anna.flows.merge_requests import Moving, move_requests, return_requests
from anna.flows.model import Resumed
from anna.flows.moves import Move
from anna.flows.queries import Evento, Execucao, set_suspended_by
from anna.flows.runner import Runner
from anna.whatsapp.merging import FUNDIDO, SEPARADO

MERGES = frozenset({FUNDIDO, SEPARADO})


async def follow_merges(runner: Runner, move: Move, contato_id: UUID) -> None:
    """Let the runs of everybody who was merged into this contato, or parted from it, follow, if they have not yet."""
    for evento in await queries.lock_merges_of(move.conn, contato_id, sorted(MERGES)):
        await follow(runner, move, evento)
        await queries.mark_handled(move.conn, evento.id, now=move.now)


async def follow(runner: Runner, move: Move, evento: Evento) -> None:
    """What one merge, or its undo, means to runs."""
    await (_join if evento.nome == FUNDIDO else _part)(runner, move, evento)


async def _join(runner: Runner, move: Move, evento: Evento) -> None:
    """Of two runs that cannot both live (one key, one floor) the older is stopped, and stays so after an undo."""
    atividade = evento.dados.get("atividade")
    if atividade and not await queries.lock_merge(move.conn, UUID(atividade)):
        return  # undone before anybody heard of it
    followed = Followed()
    for pair in evento.dados["conversas"]:
        old, new = UUID(pair["de"]), UUID(pair["para"])
        for id in sorted((old, new)):
            await message_queries.lock_conversa(move.conn, id)
        await _stop_older(runner, move, old, new)
        followed.runs[str(old)] = await queries.repoint(move.conn, "conversa", old, new)
        followed.questions[str(old)] = await queries.move_perguntas(move.conn, old, new)
        followed.bookings[str(old)] = await queries.move_consultas(move.conn, old, new)
    dropped, kept = UUID(evento.refs["contato"]), UUID(evento.dados["em"])
    followed.people = await queries.repoint(move.conn, "contato", dropped, kept)
    moving = Moving(
        drop=dropped, keep=kept, de=[UUID(pair["de"]) for pair in evento.dados["conversas"]],
        para=[UUID(pair["para"]) for pair in evento.dados["conversas"]],
    )  # fmt: skip
    followed.requests = await move_requests(move.conn, moving, now=move.now)
    if atividade:
        await queries.note_followed(move.conn, UUID(atividade), followed)


async def _part(runner: Runner, move: Move, evento: Evento) -> None:
    """Everything that had followed goes back, and nobody waits any longer behind the talk of somebody else."""
    followed = Followed.from_json(evento.dados["seguiram"])
    for pair in evento.dados["conversas"]:
        old, new = UUID(pair["de"]), UUID(pair["para"])
        for id in sorted((old, new)):
            await message_queries.lock_conversa(move.conn, id)
        await queries.repoint(move.conn, "conversa", new, old, only=followed.runs.get(pair["de"], []))
        await queries.move_perguntas(move.conn, new, old, only=followed.questions.get(pair["de"], []))
        await queries.move_consultas(move.conn, new, old, only=followed.bookings.get(pair["de"], []))
    dropped, kept = UUID(evento.refs["contato"]), UUID(evento.dados["de"])
    await return_requests(move.conn, followed.requests)
    back = await queries.list_runs_in(move.conn, [UUID(id) for id in evento.dados["devolvidas"]])
    await queries.repoint(move.conn, "contato", kept, dropped, only=[*followed.people, *back])
    for execucao_id in await queries.list_behind_strangers(move.conn):
        await set_suspended_by(move.conn, execucao_id, None)
        await runner.deliver(move, execucao_id, Resumed())


async def _stop_older(runner: Runner, move: Move, old: UUID, new: UUID) -> None:
    roots = await queries.list_live_roots(move.conn, [old, new])
    for number, run in enumerate(roots):
        newer = [other for other in roots[number + 1 :] if _excludes(run, other, old, new)]
        if newer:
            await runner.stop(move, run.id, "the same person's newer talk goes on")


def _excludes(run: Execucao, other: Execucao, old: UUID, new: UUID) -> bool:
    """Whether both cannot live in one conversa."""

    def key(one: Execucao) -> tuple[str, str]:
        return one.fluxo, one.chave.replace(str(old), str(new))

    both_talk = run.faixa == other.faixa == Lane.TALK
    return key(run) == key(other) or (both_talk and run.suspensa_por is None and other.suspensa_por is None)
