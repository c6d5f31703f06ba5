"""Two contatos turned out to be one person: their runs become one person's runs, and the talk goes on where it was.

The merge itself is the inbox's (`whatsapp.merging`), which tells it by an event. Whoever meets that first, the dispatcher or the turn
that answers the message which showed it, lets the runs follow; for the other nothing is left to do.
"""

from __future__ import annotations

from uuid import UUID

from anna.agendamento.queries import move_consultas
from anna.flows import merge_queries, message_queries
from anna.flows.definition import Lane
from anna.flows.moves import Move
from anna.flows.queries import Evento, Execucao
from anna.flows.runner import Runner
from anna.whatsapp.merging import FUNDIDO


async def join_merged(runner: Runner, move: Move, contato_id: UUID) -> None:
    """Let the runs of everybody who was merged into this contato follow, if they have not yet."""
    for evento in await merge_queries.lock_merges_into(move.conn, contato_id, FUNDIDO):
        await join_runs(runner, move, evento)
        await merge_queries.mark_handled(move.conn, evento.id, now=move.now)


async def join_runs(runner: Runner, move: Move, evento: Evento) -> None:
    """What one merge means to runs. Of two that cannot both live (one key, one floor) the older is stopped."""
    for pair in evento.dados["conversas"]:
        old, new = UUID(pair["de"]), UUID(pair["para"])
        for id in sorted((old, new)):
            await message_queries.lock_conversa(move.conn, id)
        await _stop_older(runner, move, old, new)
        await merge_queries.repoint(move.conn, "conversa", old, new)
        await merge_queries.move_perguntas(move.conn, old, new)
        await move_consultas(move.conn, old, new)
    dropped, kept = UUID(evento.refs["contato"]), UUID(evento.dados["em"])
    await merge_queries.repoint(move.conn, "contato", dropped, kept)


async def _stop_older(runner: Runner, move: Move, old: UUID, new: UUID) -> None:
    roots = await merge_queries.list_live_roots(move.conn, [old, new])
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
