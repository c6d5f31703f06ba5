"""Claim, judge, send, write down.

Where a setting says so the patient first sees that somebody writes; the message is claimed and judged only afterwards, so that
whatever happened meanwhile counts. One message at a time per conversation, in order. `enviando` is committed before the call, and never claimed again: past its
lease, or when the answer never came, the outcome is `incerta` and is looked up at the provider; nothing is blindly sent twice.
Only a provider that surely did not take it is asked again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import asyncpg

from anna.clinica.service import QuietUntil
from anna.clock import Clock
from anna.conversation.claims.models import unproven
from anna.conversation.claims.reading import read_claims
from anna.db.connect import Connection, Database
from anna.db.events import emit
from anna.db.failures import FAULTS, despite_races
from anna.door import late, queries
from anna.door.gates import (
    DISTURBING,
    REPEAT_WINDOW,
    Departure,
    Outcome,
    Verdict,
    bound,
    is_old_answer,
    judge,
    on_time,
)
from anna.door.queries import Planned, Uncertain
from anna.errors import ProviderBusy, ProviderRefused
from anna.logs import bind
from anna.whatsapp import connection, marks
from anna.whatsapp.channel import CONNECTION_TROUBLE, Channel, Option, Outgoing
from anna.whatsapp.identity import address_at

log = logging.getLogger(__name__)

OpenChannel = Callable[[UUID], Awaitable[Channel]]
"""The channel of an instancia."""

BLIND = 6
"""So many times longer a message may stay unknown while the provider cannot even be asked."""

CHARS_PER_S = 40
"""How quickly Anna seems to write: a short answer within three seconds."""

SIGN_SLACK = 5.0
"""Seconds that showing the sign may take beside its own time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorSettings:
    """Times of the door, each with its reason.

    lease: longer than the provider's hard time limit. backoff doubles from the first. give_up_after: a look-up that finds
    nothing for so long hands the conversation to a person. typing_max: so many seconds, at most, an answer is announced by the sign
    of somebody writing; 0 shows none.
    """

    lease: timedelta = timedelta(seconds=60)
    first_backoff: timedelta = timedelta(seconds=2)
    max_backoff: timedelta = timedelta(minutes=5)
    max_tries: int = 8
    give_up_after: timedelta = timedelta(minutes=10)
    typing_max: float = 0.0


class Door:
    """The sender of one client's messages."""

    def __init__(
        self,
        *,
        database: Database,
        open_channel: OpenChannel,
        quiet_until: QuietUntil,
        clock: Clock,
        settings: DoorSettings | None = None,
    ) -> None:
        self._database = database
        self._open_channel = open_channel
        self._quiet_until = quiet_until
        self._clock = clock
        self._settings = settings or DoorSettings()

    async def send_next(self) -> bool:
        """Send (or drop, or hold) one due message; False when none is due."""
        if self._settings.typing_max:
            await self._show_typing()
        judged = await despite_races(self._judge_next)
        if judged is None:
            return False
        planned, verdict = judged
        if verdict.outcome is Outcome.PASS:
            with bind(clinica=planned.clinica_id, conversa=planned.conversa_id, execucao=planned.execucao_id):
                await self._send(planned)
        return True

    async def resolve_uncertain(self) -> int:
        """Look up messages whose outcome is unknown; returns how many were looked up.

        Found: it was taken. Not found for `give_up_after` since it became uncertain: it failed, and a person is told by an event.
        """
        async with self._database.transaction() as conn:
            await queries.expire_sends(conn, now=self._clock.now())
            pending = await queries.list_uncertain(conn, now=self._clock.now())
        for message in pending:
            with bind(clinica=message.clinica_id, conversa=message.conversa_id):
                await self._look_up(message)
        return len(pending)

    async def _show_typing(self) -> None:
        """Show the patient who is answered next that somebody writes. It decides nothing: where that fails, she does not see it."""
        async with self._database.transaction() as conn:
            answer = await queries.find_next_answer(conn, now=self._clock.now())
        if answer is None:
            return
        seconds = min(len(answer.texto) / CHARS_PER_S, self._settings.typing_max)
        try:
            async with asyncio.timeout(seconds + SIGN_SLACK):
                channel = await self._open_channel(answer.instancia_id)
                await channel.typing(answer.endereco, seconds)
        except (TimeoutError, *FAULTS) as error:
            log.info("no sign of typing: %r", error, extra={"instancia": str(answer.instancia_id)})

    async def _judge_next(self) -> tuple[Planned, Verdict] | None:
        """Claim one due message, judge it and commit the last word on it."""
        now = self._clock.now()
        async with self._database.transaction() as conn:
            planned = await queries.lock_next_planned(conn, now=now, repeat_after=REPEAT_WINDOW)
            if planned is None:
                return None
            departure = await self._departure(conn, planned, now)
            verdicts = judge(departure)
            await self._write_verdict(conn, planned, verdicts, now)
            if verdicts[-1] == on_time(departure) and is_old_answer(departure):
                await late.tell_late(conn, planned, now=now)
        return planned, verdicts[-1]

    async def _departure(self, conn: Connection, planned: Planned, now: datetime) -> Departure:
        return Departure(
            now=now,
            especie=planned.especie,
            answers_patient=planned.turno_id is not None,
            insists=(planned.passo or "").endswith("/nudge"),
            spoke_at=planned.spoke_at,
            nao_depois=planned.nao_depois,
            planned_at=planned.criada_em,
            answer_until=await late.answer_until(conn, planned, now),
            saida=planned.saida,
            sem_lembretes=planned.sem_lembretes,
            dono=planned.dono,
            dono_ate=planned.dono_ate,
            nobody_came=planned.nobody_came,
            situation_changed=planned.situation_changed,
            repeats_last=planned.repeats_last,
            window_ends=planned.janela_ate,
            has_window=planned.provedor == "twilio",
            quiet_until=await self._quiet_until(conn, planned.clinica_id, now)
            if planned.especie in DISTURBING
            else None,
            consented=planned.consented,
            unbound=unbound_in(planned),
        )

    async def _write_verdict(
        self, conn: Connection, planned: Planned, verdicts: tuple[Verdict, ...], now: datetime
    ) -> None:
        last = verdicts[-1]
        portoes = [verdict.to_json() for verdict in verdicts]
        if last.outcome is Outcome.PASS:
            await queries.mark_sending(conn, planned.id, portoes=portoes, now=now, lease=self._settings.lease)
        elif last.outcome is Outcome.HOLD and last.until:
            await queries.mark_held(conn, planned.id, until=last.until, portoes=portoes, motivo=last.why)
        else:
            motivo = f"{last.gate}: {last.why}"
            await queries.mark_dropped(conn, planned.id, motivo=motivo, portoes=portoes, now=now)
            await _tell_run(conn, planned, "mensagem.descartada", motivo, now)
            if last.gate == bound.__name__:
                await _tell_person(conn, planned, motivo, now)

    async def _send(self, planned: Planned) -> None:
        if planned.endereco is None:
            await self._failed(planned, "the contato has no address")
            return
        try:
            channel = await self._open_channel(planned.instancia_id)
        except FAULTS as error:
            await self._failed(planned, f"no channel: {error!r}")
            return
        try:
            async with asyncio.timeout(self._settings.lease.total_seconds() * 0.8):
                provedor_id = await self._hand_over(channel, planned, planned.endereco)
        except (ProviderBusy, ProviderRefused) as error:
            await self._not_taken(planned, error)
        except (TimeoutError, *FAULTS) as error:  # it left, and nobody knows more
            log.warning("an outcome is unknown", extra={"mensagem": str(planned.id)}, exc_info=error)
            async with self._database.transaction() as conn:
                await queries.mark_uncertain(
                    conn, planned.id, motivo=str(error) or "time-out", now=self._clock.now()
                )
        else:
            await despite_races(lambda: self._accepted(planned, provedor_id))

    async def _hand_over(self, channel: Channel, planned: Planned, endereco: str) -> str:
        options = tuple(Option(o["id"], o["rotulo"]) for o in planned.opcoes or ())
        endereco = address_at(planned.provedor, endereco)
        return await channel.send(Outgoing(endereco=endereco, texto=planned.texto, opcoes=options))

    async def _accepted(self, message: Planned | Uncertain, provedor_id: str) -> None:
        """Write down the provider's name of a message, and the statuses that came before it had one."""
        now = self._clock.now()
        async with self._database.transaction() as conn:
            try:
                async with conn.transaction():
                    await queries.mark_accepted(conn, message.id, provedor_id=provedor_id, now=now)
            except asyncpg.UniqueViolationError:
                await queries.take_name_back(conn, message.id, provedor_id, now=now)
                await queries.mark_accepted(conn, message.id, provedor_id=provedor_id, now=now)
            await marks.adopt_orphan_statuses(conn, now=now)
            await connection.note_taken_send(conn, message.instancia_id)
            await queries.announce(conn, message.conversa_id)

    async def _not_taken(self, planned: Planned, error: ProviderBusy | ProviderRefused) -> None:
        if error.provider_code in CONNECTION_TROUBLE:
            await self._disconnected(planned, error)
        elif isinstance(error, ProviderBusy):
            await self._later(planned, error)
        else:
            await self._failed(planned, str(error))

    async def _disconnected(self, planned: Planned, error: ProviderBusy | ProviderRefused) -> None:
        """The number cannot send: no message is to blame. All of them wait, in their order, until it can."""
        log.warning(
            "a number cannot send",
            extra={"instancia": str(planned.instancia_id), "motivo": error.provider_code},
        )
        async with self._database.transaction() as conn:
            await queries.put_back(conn, planned.id, motivo=str(error))
            await connection.note_refused_send(
                conn, planned.instancia_id, error.provider_code, now=self._clock.now()
            )

    async def _later(self, planned: Planned, error: ProviderBusy) -> None:
        now = self._clock.now()
        if planned.tentativas + 1 >= self._settings.max_tries:
            await self._failed(planned, f"gave up after {planned.tentativas + 1} tries: {error}")
            return
        backoff = min(self._settings.first_backoff * 2**planned.tentativas, self._settings.max_backoff)
        wait = max(backoff, timedelta(seconds=min(error.retry_after_s or 0, 3600)))
        async with self._database.transaction() as conn:
            await queries.mark_held(conn, planned.id, until=now + wait, portoes=None, motivo=str(error))

    async def _failed(self, planned: Planned, motivo: str) -> None:
        now = self._clock.now()
        log.warning("a message failed", extra={"mensagem": str(planned.id), "motivo": motivo})
        async with self._database.transaction() as conn:
            if await queries.mark_failed(conn, planned.id, motivo=motivo, now=now):
                await _tell_run(conn, planned, "mensagem.falhou", motivo, now)
                await queries.announce(conn, planned.conversa_id)

    async def _look_up(self, message: Uncertain) -> None:
        found, patience = None, self._settings.give_up_after
        if message.endereco:
            try:
                channel = await self._open_channel(message.instancia_id)
                address = address_at(message.provedor, message.endereco)
                found = await channel.look_up(address, message.texto, message.criada_em)
            except (TimeoutError, *FAULTS) as error:
                log.info(
                    "an unknown outcome cannot be looked up: %r", error, extra={"mensagem": str(message.id)}
                )
                patience *= BLIND
        if found and not await self._is_another(message, found):
            await despite_races(lambda: self._accepted(message, found))
        elif self._clock.now() - message.status_em > patience:
            await despite_races(lambda: self._give_up(message))

    async def _is_another(self, message: Uncertain, provedor_id: str) -> bool:
        """Whether what was found is a message that was named already and says the same."""
        async with self._database.transaction() as conn:
            return await queries.is_named(conn, message.instancia_id, provedor_id)

    async def _give_up(self, message: Uncertain) -> None:
        now = self._clock.now()
        motivo = "nobody knows whether it was taken: it cannot be found at the provider"
        async with self._database.transaction() as conn:
            if await queries.mark_failed(conn, message.id, motivo=motivo, now=now):
                await emit(
                    conn, clinica_id=message.clinica_id, nome="mensagem.perdida",
                    refs={"conversa": message.conversa_id, "mensagem": message.id},
                    dados={"motivo": motivo, "safety": None, "frase": None}, now=now,
                )  # fmt: skip


def unbound_in(planned: Planned) -> str | None:
    """What a free text claims without a binding that was kept with it; what a template says was read from rows."""
    if planned.modelo is not None or planned.especie == "pessoa":
        return None
    said = read_claims(planned.texto, now=planned.criada_em.astimezone(ZoneInfo(planned.fuso)))
    return ", ".join(claim.text for claim in unproven(said, planned.provas)) or None


async def _tell_person(conn: Connection, planned: Planned, motivo: str, now: datetime) -> None:
    """Whoever was to hear a text that may not be said waits for an answer: a person gives it."""
    await emit(
        conn, clinica_id=planned.clinica_id, nome="mensagem.perdida",
        refs={"conversa": planned.conversa_id, "mensagem": planned.id},
        dados={"motivo": motivo, "safety": None, "frase": None}, now=now,
    )  # fmt: skip


async def _tell_run(conn: Connection, planned: Planned, nome: str, motivo: str, now: datetime) -> None:
    """A refusal or failure is an event for the run that said it, and for a person when it was an answer."""
    refs = {"conversa": planned.conversa_id, "mensagem": planned.id}
    if planned.execucao_id:
        refs["execucao"] = planned.execucao_id
    await emit(
        conn, clinica_id=planned.clinica_id, nome=nome, refs=refs,
        dados={"passo": planned.passo, "visita": planned.visita, "motivo": motivo}, now=now,
    )  # fmt: skip
