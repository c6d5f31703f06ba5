"""What moves runs besides the patient: time, events, and the results of outside actions.

Each `*_next` takes one due thing in one transaction and says whether there was one; a worker calls them until there is none.
Rows are claimed with SKIP LOCKED, so any number of workers may do so at once. What fails is put off with growing patience and
in the end closed with its error, so that one bad row never stands in front of the others.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from anna.clinica.service import QuietUntil
from anna.clock import Clock
from anna.db.connect import Connection, Database
from anna.db.failures import FAULTS, RACES, despite_races
from anna.errors import ProviderBusy, ProviderError, ProviderRefused
from anna.flows import message_queries, queries, ref_queries
from anna.flows.beginning import find_beginning
from anna.flows.engine import concerns
from anna.flows.facts import read_known
from anna.flows.merging import MERGES, follow
from anna.flows.model import ActionResult, AskAgain, Dropped, Happened, Tick, Trigger
from anna.flows.moves import Move
from anna.flows.queries import Efeito, Evento, Execucao
from anna.flows.registry import Result
from anna.flows.runner import Runner
from anna.flows.vocabulary import FAILED
from anna.logs import bind

log = logging.getLogger(__name__)

MAX_TRIES = 8
LONGEST_WAIT = timedelta(hours=1)
EFFECT_LEASE = timedelta(seconds=60)

RETOMADA = "conversa.retomada"
"""The talk goes on after Anna could not speak for hours: the question that is open is put again."""

OutsideAction = Callable[[Efeito, datetime], Awaitable[Result]]
"""Carries out an effect outside any transaction. Its key never changes, so it must be idempotent by it."""


class Dispatcher:
    """Time, events and effects of one client."""

    def __init__(
        self,
        *,
        database: Database,
        runner: Runner,
        clock: Clock,
        outside: Mapping[str, OutsideAction],
        quiet_until: QuietUntil,
    ) -> None:
        self._database = database
        self._runner = runner
        self._clock = clock
        self._outside = outside
        self._quiet_until = quiet_until

    # -- time ------------------------------------------------------------------------------------------------------------

    async def wake_next(self) -> bool:
        """Tick one run whose time has come, or let it rest until quiet hours are over."""
        now = self._clock.now()
        async with self._database.transaction() as conn:
            execucao_id = await queries.peek_due_run(conn, now=now)
            if execucao_id is None:
                return False
            try:
                await despite_races(lambda: self._tick(Move(conn, now), execucao_id))
            except (*FAULTS, *RACES):
                log.exception("a run could not be woken", extra={"execucao": str(execucao_id)})
                await queries.postpone_wake(conn, execucao_id, now + timedelta(minutes=5))
        return True

    async def _tick(self, move: Move, execucao_id: UUID) -> None:
        async with move.conn.transaction():
            await self._lock_conversa_of(move.conn, execucao_id)
            rest = await self._rest_until(move, execucao_id)
            if rest:
                await queries.postpone_wake(move.conn, execucao_id, rest)
            else:
                await self._runner.deliver(move, execucao_id, Tick())

    async def _rest_until(self, move: Move, execucao_id: UUID) -> datetime | None:
        row = await queries.find_run(move.conn, execucao_id)
        morning = await self._quiet_until(move.conn, row.clinica_id, move.now) if row else None
        return await self._runner.rest_until(move, execucao_id, morning=morning) if morning else None

    # -- events ----------------------------------------------------------------------------------------------------------

    async def handle_next(self) -> bool:
        """Bring one event to the runs it concerns, and begin those it starts."""
        now = self._clock.now()
        async with self._database.transaction() as conn:
            evento = await queries.claim_evento(conn, now=now)
            if evento is None:
                return False
            try:
                await despite_races(lambda: self._handle(Move(conn, now), evento))
            except (*FAULTS, *RACES) as error:
                log.exception("an event could not be handled", extra={"evento": str(evento.id)})
                wait = min(timedelta(seconds=4**evento.tentativas), LONGEST_WAIT)
                again = now + wait if evento.tentativas < MAX_TRIES else None
                await queries.put_off_evento(conn, evento, erro=repr(error), again_at=again, now=now)
        return True

    async def _handle(self, move: Move, evento: Evento) -> None:
        async with move.conn.transaction():
            await self._spread(move, evento)
            await queries.mark_evento(move.conn, evento.id, now=move.now)

    async def _spread(self, move: Move, evento: Evento) -> None:
        refs = {name: UUID(id) for name, id in evento.refs.items()}
        if "conversa" in refs:
            await message_queries.lock_conversa(move.conn, refs["conversa"])
        if evento.nome in MERGES:
            await follow(self._runner, move, evento)
        if evento.nome == "mensagem.descartada" and "execucao" in refs:
            await self._dropped(move, evento, refs["execucao"])
        for execucao_id in await queries.list_runs_naming(move.conn, refs.items()):
            await self._reach(move, evento, execucao_id)
        if evento.nome == RETOMADA:
            await self._ask_again(move, evento, refs["conversa"])
        await self._begin(move, evento, refs)

    async def _ask_again(self, move: Move, evento: Evento, conversa_id: UUID) -> None:
        """Put the newest open question once more, unless its own flow has just done so."""
        perguntas = await queries.list_open_perguntas(move.conn, conversa_id)
        newest = next((pergunta for pergunta in perguntas if pergunta.slot), None)
        if newest and newest.id < evento.id:
            again = AskAgain(step=newest.passo, visit=newest.visita)
            await self._runner.deliver(move, newest.execucao_id, again)

    async def _dropped(self, move: Move, evento: Evento, execucao_id: UUID) -> None:
        dados = evento.dados
        if dados.get("passo") is not None and dados.get("visita") is not None:
            dropped = Dropped(step=dados["passo"], visit=dados["visita"], reason=str(dados.get("motivo")))
            await self._runner.deliver(move, execucao_id, dropped)

    async def _reach(self, move: Move, evento: Evento, execucao_id: UUID) -> None:
        row = await queries.find_run(move.conn, execucao_id)
        if row is None or row.estado != "viva" or evento.id < row.id:
            return  # ids rise with time: what happened before a run began is no news to it
        held = {name: str(id) for name, id in (await ref_queries.find_refs(move.conn, execucao_id)).items()}
        if concerns({**held, "execucao": str(execucao_id)}, evento.refs):  # a run is known by its own id too
            await self._lock_conversa_of(move.conn, execucao_id)
            await self._runner.deliver(move, execucao_id, _happened(evento, row))

    async def _begin(self, move: Move, evento: Evento, refs: Mapping[str, UUID]) -> None:
        cause = _happened(evento, None)
        known = None
        for flow in self._runner.shelf.current.values():
            if not any(evento.nome in getattr(start, "names", ()) for start in flow.starts):
                continue
            known = known or await read_known(move.conn, evento.clinica_id, refs, now=move.now)
            facts = known.facts()
            begins = await find_beginning(move, flow, cause, facts)
            if begins is None:
                continue
            trigger = Trigger(name=begins.name, at=evento.ocorrido_em, data=evento.dados)
            await self._runner.start(move, flow, clinica_id=evento.clinica_id, refs=refs, trigger=trigger)

    # -- effects ---------------------------------------------------------------------------------------------------------

    async def act_next(self) -> bool:
        """Carry out one outside action and feed its result back.

        A refusal is the result `failed`. Anything else is tried again with the same key, until `MAX_TRIES`.
        """
        now = self._clock.now()
        async with self._database.transaction() as conn:
            efeito = await queries.claim_efeito(conn, now=now, lease_until=now + EFFECT_LEASE)
        if efeito is None:
            return False
        with bind(clinica=efeito.clinica_id, execucao=efeito.execucao_id):
            await self._act(efeito, now)
        return True

    async def _act(self, efeito: Efeito, now: datetime) -> None:
        try:
            result = await self._outside[efeito.acao](efeito, now)
        except ProviderRefused as error:
            result = Result(name=FAILED, data={"erro": str(error)})
        except (ProviderError, TimeoutError, *FAULTS, *RACES) as error:
            if not isinstance(error, ProviderError):
                log.exception("an effect failed")
            if efeito.tentativas < MAX_TRIES:
                await self._try_again(efeito, error)
                return
            result = Result(name=FAILED, data={"erro": str(error)})
        await self._finish(efeito, result)

    async def _finish(self, efeito: Efeito, result: Result) -> None:
        """Tell the run. One that cannot bear the result is told again later, and later again: it waits for nothing else."""
        try:
            await despite_races(lambda: self._tell(efeito, result))
        except (*FAULTS, *RACES) as error:
            log.exception("a run cannot bear a result")
            await self._try_again(efeito, error)

    async def _try_again(self, efeito: Efeito, error: Exception) -> None:
        wait = min(timedelta(seconds=2 ** min(efeito.tentativas, 12)), LONGEST_WAIT)
        if isinstance(error, ProviderBusy) and error.retry_after_s:
            wait = max(wait, min(timedelta(seconds=error.retry_after_s), LONGEST_WAIT))
        async with self._database.transaction() as conn:
            await queries.finish_efeito(
                conn,
                efeito,
                status="pendente",
                resultado={"erro": str(error) or repr(error)},
                again_at=self._clock.now() + wait,
            )

    async def _tell(self, efeito: Efeito, result: Result) -> None:
        now = self._clock.now()
        status = "falhou" if result.name == FAILED else "feito"
        async with self._database.transaction() as conn:
            await self._lock_conversa_of(conn, efeito.execucao_id)
            if not await queries.finish_efeito(
                conn, efeito, status=status, resultado=dict(result.data), again_at=None
            ):
                return  # its lease went to another attempt: theirs is the result
            await ref_queries.put_refs(conn, efeito.execucao_id, efeito.clinica_id, result.refs)
            done = ActionResult(step=efeito.passo, visit=efeito.visita, result=result.name, data=result.data)
            await self._runner.deliver(Move(conn, now), efeito.execucao_id, done)

    async def _lock_conversa_of(self, conn: Connection, execucao_id: UUID) -> None:
        refs = await ref_queries.find_refs(conn, execucao_id)
        if "conversa" in refs:
            await message_queries.lock_conversa(conn, refs["conversa"])


def _happened(evento: Evento, row: Execucao | None) -> Happened:
    return Happened(
        id=str(evento.id),
        name=evento.nome,
        at=evento.ocorrido_em,
        ids=evento.refs,
        data=evento.dados,
        own=row is not None and evento.causa == row.raiz_id,
    )
