"""The durable part of the engine: a run is a row, and whatever moves it happens in one transaction.

The runner feeds inputs to the pure engine and carries out the effects: inside actions in a savepoint with their result fed back
at once, outside actions as rows of `automacao.efeitos`, questions and messages as rows, children as runs of their own. Nothing
here commits: a turn or a wake-up is one transaction of its caller, so a crash anywhere leaves the run where it was.

Callers lock the conversa first (`message_queries.lock_conversa`), so everything that happens in one conversation happens one after the
other.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from anna.conversation.replies import ReplyBook
from anna.db.events import emit
from anna.db.failures import FAULTS
from anna.flows import queries, ref_queries
from anna.flows.definition import Flow, Lane
from anna.flows.engine import advance, new_run, rest_until
from anna.flows.facts import read_known
from anna.flows.model import (
    Act,
    ActionResult,
    ChildEnded,
    CloseQuestion,
    DiscardMessage,
    Effect,
    Emit,
    Input,
    Listen,
    OpenQuestion,
    Resumed,
    Run,
    RunEnded,
    RunState,
    SendMessage,
    StartChild,
    Started,
    StopChild,
    Stopped,
    Suspended,
    Trigger,
)
from anna.flows.moves import Live, Move
from anna.flows.queries import Execucao
from anna.flows.registry import Action, Registry, Result, Scene
from anna.flows.shelf import Shelf
from anna.flows.speech import Speech
from anna.flows.starts import Meeting, may_call, meet, run_key
from anna.flows.vocabulary import FAILED, STOPPED
from anna.logs import bind

log = logging.getLogger(__name__)

SHARED_REFS = frozenset({"consulta", "paciente", "fatura", "lead"})
"""What a child found or made, its parent holds from then on."""


class Runner:
    """Moves the runs of one client."""

    def __init__(self, *, shelf: Shelf, registry: Registry, replies: ReplyBook) -> None:
        self.shelf = shelf
        self.speech = Speech(replies)
        self._registry = registry
        self._carry_out: Mapping[type[Effect], Callable[[Move, Live, Any], Awaitable[None]]] = {
            Act: self._act,
            OpenQuestion: self._ask,
            Listen: self._listen,
            CloseQuestion: self._close,
            SendMessage: self._send,
            DiscardMessage: self._discard,
            StartChild: self._call,
            StopChild: self._stop_child,
            Emit: self._emit,
            RunEnded: self._ended,
        }

    # -- from outside ----------------------------------------------------------------------------------------------------

    async def start(
        self,
        move: Move,
        flow: Flow,
        *,
        clinica_id: UUID,
        refs: Mapping[str, UUID],
        trigger: Trigger,
        slots: Mapping[str, object] | None = None,
        incomplete: frozenset[str] = frozenset(),
        heard: frozenset[str] = frozenset(),
        caller: tuple[Execucao, StartChild] | None = None,
    ) -> UUID | None:
        """Begin a run and move it until it blocks.

        None when a live run of its key is there, or the lane refuses it. `caller` is the run and the effect that call it.
        """
        parent = caller[0] if caller else None
        known = await read_known(
            move.conn, clinica_id, refs, now=move.now, parent_id=parent.id if parent else None
        )
        key = run_key(flow, known.facts())
        if await queries.find_live(move.conn, flow.name, key):
            return None
        suspended: list[UUID] = []
        if parent is None and "conversa" in refs:
            meeting = await self._meet(move, flow, refs["conversa"], suspended)
            if meeting is Meeting.REFUSE:
                return None
        run = new_run(
            flow, key=key, trigger=trigger, now=move.now, slots=slots, incomplete=incomplete, heard=heard
        )
        behind = (
            parent.suspensa_por if parent else None
        )  # what a run in the back calls is in the back with it
        run = replace(run, suspended=behind is not None)
        id = await queries.insert_run(
            move.conn, clinica_id=clinica_id, flow=flow, run=run, caller=caller, now=move.now
        )
        if id is None:
            return None
        await ref_queries.put_refs(move.conn, id, clinica_id, refs)
        await queries.set_suspended_by(move.conn, id, behind)
        for other in suspended:
            await queries.set_suspended_by(move.conn, other, id)
        await self.deliver(move, id, Started())
        return id

    async def deliver(self, move: Move, execucao_id: UUID, event: Input) -> Run | None:
        """Feed one input to a run, and all that follows from it; None when there is no such live run."""
        with bind(execucao=execucao_id):
            live = await self._load(move, execucao_id)
            if live is None:
                return None
            live.inputs.append(event)
            await self._advance(move, live)
            return live.run

    async def _advance(self, move: Move, live: Live) -> None:
        while live.inputs:
            facts = (await live.known(move)).facts()
            before = live.run
            live.run, effects = advance(live.flow, before, live.inputs.popleft(), facts, move.now)
            if live.run is before and not effects:
                continue
            await queries.save_run(move.conn, live.id, live.run, now=move.now)
            for effect in effects:
                await self._carry_out[type(effect)](move, live, effect)

    async def rest_until(self, move: Move, execucao_id: UUID, *, morning: datetime) -> datetime | None:
        """Until when a talk that time alone would move now, in quiet hours that end at `morning`, is left in peace; None where it is not."""
        live = await self._load(move, execucao_id)
        if live is None or live.flow.lane is not Lane.TALK:
            return None
        facts = (await live.known(move)).facts()
        return rest_until(live.flow, live.run, facts, now=move.now, morning=morning)

    async def stop(self, move: Move, execucao_id: UUID, reason: str) -> None:
        """End a run from outside, its children with it."""
        await self.deliver(move, execucao_id, Stopped(reason=reason))

    # -- effects ---------------------------------------------------------------------------------------------------------

    async def _act(self, move: Move, live: Live, effect: Act) -> None:
        action = self._registry.get(effect.action)
        if action is None:  # of an old version: the program has lost it since
            log.error("there is no such action", extra={"acao": effect.action})
            await self._take_result(move, live, effect, Result(name=FAILED))
            return
        if action.carry_out is None:
            await queries.insert_efeito(
                move.conn, clinica_id=live.clinica_id, execucao_id=live.id, passo=effect.step, visita=effect.visit,
                acao=effect.action, dados=dict(effect.args), now=move.now,
            )  # fmt: skip
            return
        scene = Scene(
            conn=move.conn, now=move.now, clinica_id=live.clinica_id, execucao_id=live.id, raiz_id=live.row.raiz_id,
            run=live.run, refs=live.refs, known=await live.known(move), args=effect.args, rules=effect.rules,
            turn=move.turn,
        )  # fmt: skip
        await self._take_result(move, live, effect, await _carried_out(action, scene))

    async def _take_result(self, move: Move, live: Live, effect: Act, result: Result) -> None:
        if result.forgets:
            live.refs = {name: id for name, id in live.refs.items() if name not in result.forgets}
            await ref_queries.drop_refs(move.conn, live.id, result.forgets)
        if result.refs:
            live.refs |= result.refs
            await ref_queries.put_refs(move.conn, live.id, live.clinica_id, result.refs)
        for number, say in enumerate(result.say):
            await self.speech.plan(move, live, say, passo=f"{effect.step}/{number}", visita=effect.visit)
        if not effect.undo:
            live.inputs.append(
                ActionResult(step=effect.step, visit=effect.visit, result=result.name, data=result.data)
            )

    async def _ask(self, move: Move, live: Live, effect: OpenQuestion) -> None:
        postponed = await self.speech.ask(move, live, effect)
        if postponed:
            live.inputs.append(postponed)

    async def _send(self, move: Move, live: Live, effect: SendMessage) -> None:
        await self.speech.send(move, live, effect)

    async def _listen(self, move: Move, live: Live, effect: Listen) -> None:
        await self.speech.listen(move, live, effect)

    async def _discard(self, move: Move, live: Live, effect: DiscardMessage) -> None:
        await self.speech.discard(move, live, effect)

    async def _close(self, move: Move, live: Live, effect: CloseQuestion) -> None:
        await queries.close_pergunta(move.conn, live.id, effect.step, effect.visit, now=move.now)

    async def _emit(self, move: Move, live: Live, effect: Emit) -> None:
        await emit(
            move.conn, clinica_id=live.clinica_id, nome=effect.event, refs=live.refs, dados={}, now=move.now,
            causa=live.row.raiz_id,
        )  # fmt: skip

    # -- trees and lanes -------------------------------------------------------------------------------------------------

    async def _call(self, move: Move, live: Live, effect: StartChild) -> None:
        flow = self.shelf.get(effect.flow)
        if not may_call(flow, (await live.known(move)).facts(), live.run, move.now):
            live.inputs.append(ChildEnded(step=effect.step, visit=effect.visit, outcome=STOPPED))
            return
        child = await self.start(
            move, flow, clinica_id=live.clinica_id, refs=live.refs,
            trigger=Trigger(name=live.flow.name, at=move.now, data=live.run.trigger.data), slots=effect.slots,
            caller=(live.row, effect),
        )  # fmt: skip
        if child is None:  # a run of its key is alive elsewhere: there is nothing to wait for
            live.inputs.append(ChildEnded(step=effect.step, visit=effect.visit, outcome=STOPPED))
            return
        await self._reload(move, live)

    async def _stop_child(self, move: Move, live: Live, effect: StopChild) -> None:
        for child in await queries.list_live_children(move.conn, live.id):
            await self.stop(move, child, effect.reason)

    async def _ended(self, move: Move, live: Live, effect: RunEnded) -> None:
        await queries.close_perguntas_of(move.conn, live.id, now=move.now)
        if effect.state is RunState.FALHOU:
            log.error("a run failed", extra={"motivo": effect.reason})
            if live.row.pai_id is None:  # a child's failure is its caller's business
                await self._tell_failure(move, live, effect)
        for other in await queries.list_suspended_by(move.conn, live.id):
            await queries.set_suspended_by(move.conn, other, None)
            await self.deliver(move, other, Resumed())
        await self._tell_parent(move, live, effect)

    async def _tell_failure(self, move: Move, live: Live, effect: RunEnded) -> None:
        dados = {"fluxo": live.flow.name, "faixa": live.row.faixa, "motivo": effect.reason}
        await emit(
            move.conn, clinica_id=live.clinica_id, nome="execucao.falhou", refs=live.refs | {"execucao": live.id},
            dados=dados, now=move.now, causa=live.row.raiz_id,
        )  # fmt: skip

    async def _tell_parent(self, move: Move, live: Live, effect: RunEnded) -> None:
        row = live.row
        if row.pai_id is None or row.pai_passo is None or row.pai_visita is None:
            return
        shared = {name: id for name, id in live.refs.items() if name in SHARED_REFS}
        await ref_queries.put_refs(move.conn, row.pai_id, row.clinica_id, shared)
        ended = ChildEnded(step=row.pai_passo, visit=row.pai_visita, outcome=effect.result)
        await self.deliver(move, row.pai_id, ended)

    async def _meet(self, move: Move, flow: Flow, conversa_id: UUID, suspended: list[UUID]) -> Meeting:
        """Make room in the talk lane; what was suspended is collected, because the new run has no id yet."""
        outcome = Meeting.BESIDE
        for row in await queries.list_talk_runs(move.conn, conversa_id):
            if row.suspensa_por is not None:
                continue
            tree = await self._tree(move, row.id)
            leaf = await queries.find_run(move.conn, tree[-1])
            outcome = meet(flow, Run.from_json(row.dados), leaf=Run.from_json(leaf.dados) if leaf else None)
            if outcome is Meeting.REFUSE:
                return outcome
            if outcome is Meeting.REPLACE:
                await self.stop(move, row.id, f"replaced by {flow.name}")
            elif outcome is Meeting.SUSPEND:
                for id in tree:
                    await self.deliver(move, id, Suspended())
                    suspended.append(id)
        return outcome

    async def _tree(self, move: Move, execucao_id: UUID) -> list[UUID]:
        """A run and what it called, downwards."""
        ids = [execucao_id]
        while children := await queries.list_live_children(move.conn, ids[-1]):
            ids.append(children[-1])
        return ids

    # -- rows ------------------------------------------------------------------------------------------------------------

    async def _load(self, move: Move, execucao_id: UUID) -> Live | None:
        row = await queries.lock_run(move.conn, execucao_id)
        if row is None or row.estado != "viva":
            return None
        flow = await self.shelf.version(move.conn, row.fluxo, row.versao)
        refs = await ref_queries.find_refs(move.conn, execucao_id)
        return Live(row, flow, Run.from_json(row.dados), refs)

    async def _reload(self, move: Move, live: Live) -> None:
        """A child that ended within its start has moved this run already: go on from what it wrote."""
        row = await queries.lock_run(move.conn, live.id)
        if row is not None:
            live.row, live.run = row, Run.from_json(row.dados)
            live.refs = await ref_queries.find_refs(move.conn, live.id)


async def _carried_out(action: Action, scene: Scene) -> Result:
    """Its result, or `failed` with nothing left of what it did; a lost race or a server in trouble is the caller's business."""
    try:
        async with scene.conn.transaction():
            assert action.carry_out is not None, "an inside action"
            result = await action.carry_out(scene)
            assert result.name in action.spec.results, f"{result.name!r} is no result that was declared"
            return result
    except FAULTS:
        log.exception("an action failed", extra={"execucao": str(scene.execucao_id)})
        return Result(name=FAILED)
