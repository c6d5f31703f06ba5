"""What patients say aloud becomes words: one voice message after the other, beside the turns that wait for them.

A message's row says that it is still to be done, a lease that somebody does it. Who dies meanwhile leaves both to another: a model is asked
twice about one message at most, and each question is on record before it leaves, with what it may cost.
"""

from __future__ import annotations

import asyncio
import logging
import math
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal

from anna.clock import Clock
from anna.conversation.manners import DANGERS
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context
from anna.db.connect import Database
from anna.db.failures import despite_races
from anna.errors import ProviderBusy, ProviderError, ProviderRefused
from anna.kit.sound import container_of, seconds_of
from anna.llm.audio import LARGEST, SHORTEST_S, Recording, Transcriber, Transcript, minutes_cost
from anna.llm.breaker import Breaker
from anna.llm.service import About, Ceiling, Ledger, Outcome, Resultado
from anna.logs import bind
from anna.turns.models.asking import unanswered
from anna.whatsapp import transcript_queries as queries
from anna.whatsapp.media import OpenChannel, fetch_file
from anna.whatsapp.models import Tipo
from anna.whatsapp.quiet import Quiet, when_to_answer
from anna.whatsapp.transcript_queries import File, Waiting
from anna.whatsapp.transcripts import PATIENCE, WORDS, Unheard, says_nothing

log = logging.getLogger(__name__)

MAX_ASKED = 2
"""Questions about one voice message, at most: one that was lost with its worker is asked once more."""

FETCH_LEASE = timedelta(seconds=60)
"""Longer than a provider may take to hand a file over."""

SLACK = timedelta(seconds=15)
"""What writing things down may take, beside the question itself."""

FILE_WAIT = timedelta(seconds=1)
"""How soon to look for a file again that somebody else is fetching."""

PAUSE = timedelta(seconds=5)
MINUTE_PAUSE = timedelta(seconds=15)
"""How soon to ask again: after a failure, and after a ceiling of questions per minute."""

VERSION = "transcrever.pt"
"""What stands where questions in words have the hash of their wording."""


@dataclass(frozen=True, slots=True)
class Ear:
    """The model of this process that hears, what a minute of it costs (US dollars), and its breaker; clients share it."""

    transcriber: Transcriber
    per_minute: Decimal
    breaker: Breaker = field(default_factory=Breaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class HearingLimits:
    """The time of one question, and the length of the longest voice message that is written out."""

    question: timedelta
    longest: timedelta


@dataclass(frozen=True, slots=True)
class Later:
    """Not now, because of `motivo`; again at `at`."""

    motivo: str
    at: datetime


class Hearing:
    """Hears for one client. `clock` is the client's; breakers rest by `process_clock`."""

    def __init__(
        self, *, ear: Ear, database: Database, open_channel: OpenChannel, ledger: Ledger, limits: HearingLimits,
        quiet: Quiet, clock: Clock, process_clock: Clock | None = None,
    ) -> None:  # fmt: skip
        self._ear = ear
        self._database = database
        self._open_channel = open_channel
        self._ledger = ledger
        self._limits = limits
        self._quiet = quiet
        self._rules = OfflineUnderstander()
        self._clock = clock
        self._process_clock = process_clock or clock

    async def hear_next(self) -> bool:
        """Write out one voice message, or find out why that cannot be; False when none is due."""
        now = self._clock.now()
        async with self._database.transaction() as conn:
            waiting = await queries.claim(conn, now=now, until=now + FETCH_LEASE)
        if waiting is None:
            return False
        with bind(clinica=waiting.clinica_id, conversa=waiting.conversa_id):
            heard = await self._hear(waiting)
            if isinstance(heard, Later) and heard.at >= waiting.criada_em + PATIENCE:
                log.warning("a voice message is not written out", extra={"motivo": heard.motivo})
                heard = Unheard.SEM_ARQUIVO if heard.motivo == Unheard.SEM_ARQUIVO else Unheard.SEM_RESPOSTA
            await despite_races(lambda: self._write_down(waiting, heard))
        return True

    async def _hear(self, waiting: Waiting) -> str | Unheard | Later:
        recording = await self._recording(waiting)
        return await self._ask(waiting, recording) if isinstance(recording, Recording) else recording

    # -- the file --------------------------------------------------------------------------------------------------------

    async def _recording(self, waiting: Waiting) -> Recording | Unheard | Later:
        """The file, if it is one that is written out."""
        if "apagada" in waiting.dados:
            return Unheard.APAGADA
        if waiting.perguntas >= MAX_ASKED:
            return Unheard.SEM_RESPOSTA
        if self._is_too_long(waiting.dados.get("segundos")):
            return Unheard.LONGO
        file = await self._file(waiting)
        if file is None or file.estado == "falhou":
            return Unheard.SEM_ARQUIVO
        if file.conteudo is None:
            now = self._clock.now()
            return Later(Unheard.SEM_ARQUIVO, self._when_fetched(file, now))
        return self._judged(file.conteudo)

    async def _file(self, waiting: Waiting) -> File | None:
        async with self._database.transaction() as conn:
            file = await queries.find_file(conn, waiting.mensagem_id)
        if file is None or file.estado != "pendente":
            return file
        await fetch_file(self._database, self._open_channel, waiting.mensagem_id, now=self._clock.now())
        async with self._database.transaction() as conn:
            return await queries.find_file(conn, waiting.mensagem_id)

    def _when_fetched(self, file: File, now: datetime) -> datetime:
        """Somebody else may be fetching it this moment: the end of a lease is no time to wait for."""
        soon = now + FILE_WAIT
        return soon if file.proxima_em is None else max(soon, min(file.proxima_em, now + PAUSE))

    def _judged(self, content: bytes) -> Recording | Unheard:
        extension, seconds = container_of(content), seconds_of(content)
        if len(content) > LARGEST:
            return Unheard.GRANDE
        if extension is None:
            return Unheard.FORMATO
        if self._is_too_long(seconds):
            return Unheard.LONGO
        if seconds is not None and seconds < SHORTEST_S:
            return Unheard.VAZIO
        return Recording(content=content, extension=extension, seconds=seconds)

    def _is_too_long(self, seconds: object) -> bool:
        return isinstance(seconds, int | float) and seconds > self._limits.longest.total_seconds()

    # -- the question ----------------------------------------------------------------------------------------------------

    async def _ask(self, waiting: Waiting, recording: Recording) -> str | Unheard | Later:
        ear, breaker = self._ear, self._ear.breaker
        if not breaker.allows(self._process_clock.now()):
            return Later("resting", self._clock.now() + self._rest())
        seconds = recording.seconds or self._limits.longest.total_seconds()
        about = About(
            clinica_id=waiting.clinica_id, conversa_id=waiting.conversa_id, finalidade="transcrever",
            mensagem_id=waiting.mensagem_id,
        )  # fmt: skip
        now = self._clock.now()
        async with self._database.transaction() as conn:
            until = now + self._limits.question + SLACK
            await queries.put_off(conn, waiting.mensagem_id, motivo=None, until=until)
        opened = await self._ledger.reserve(
            minutes_cost(seconds, ear.per_minute), provider=ear.transcriber.provider, model=ear.transcriber.model,
            version=VERSION, about=about, now=now,
        )  # fmt: skip
        if isinstance(opened, Ceiling):
            breaker.gave_up()
            return Later(opened, now + MINUTE_PAUSE) if opened is Ceiling.MINUTE else Unheard.TETO
        loop = asyncio.get_running_loop()
        began = loop.time()
        heard, outcome = await self._answer(recording)
        await self._ledger.close(
            opened, outcome, latency=timedelta(seconds=loop.time() - began), now=self._clock.now()
        )
        is_last = waiting.perguntas + 1 >= MAX_ASKED
        return Unheard.SEM_RESPOSTA if is_last and isinstance(heard, Later) else heard

    async def _answer(self, recording: Recording) -> tuple[str | Unheard | Later, Outcome]:
        """What became of the question, for the message and for the ledger."""
        breaker = self._ear.breaker
        try:
            async with asyncio.timeout(self._limits.question.total_seconds()):
                transcript = await self._ear.transcriber.transcribe(recording)
        except (ProviderError, TimeoutError) as error:
            outcome = unanswered(breaker, error, self._process_clock.now())
            if isinstance(error, ProviderRefused):
                return Unheard.RECUSADA, outcome
            asked = error.retry_after_s if isinstance(error, ProviderBusy) else None
            pause = max(PAUSE, timedelta(seconds=min(asked or 0, PATIENCE.total_seconds())))
            return Later(outcome.motivo or outcome.resultado, self._clock.now() + pause), outcome
        except asyncio.CancelledError:
            breaker.gave_up()  # the row stays under way, with what it may have cost
            raise
        breaker.succeeded()
        return self._taken(transcript, recording)

    def _taken(self, transcript: Transcript, recording: Recording) -> tuple[str | Unheard, Outcome]:
        seconds = transcript.seconds or recording.seconds or self._limits.longest.total_seconds()
        outcome = Outcome(
            resultado=Resultado.ACEITA, usage=transcript.usage, model=transcript.model, request_id=transcript.request_id,
            cost_usd=minutes_cost(seconds, self._ear.per_minute), seconds=math.ceil(seconds),
        )  # fmt: skip
        return Unheard.VAZIO if says_nothing(transcript.text) else transcript.text, outcome

    def _rest(self) -> timedelta:
        """How long the provider is left alone from now on."""
        now = self._process_clock.now()
        until = self._ear.breaker.resting_until(now)
        return max(PAUSE, until - now) if until else PAUSE

    # -- writing down ----------------------------------------------------------------------------------------------------

    async def _write_down(self, waiting: Waiting, heard: str | Unheard | Later) -> None:
        """Keep what was heard, and let the turn that waits for it begin when the burst is over."""
        now = self._clock.now()
        async with self._database.transaction() as conn:
            if isinstance(heard, Later):
                await queries.put_off(conn, waiting.mensagem_id, motivo=heard.motivo, until=heard.at)
                return
            await queries.lock_conversa(conn, waiting.conversa_id)
            if await queries.is_taken_back(conn, waiting.mensagem_id):
                heard = Unheard.APAGADA
            if isinstance(heard, Unheard):
                await queries.give_up(conn, waiting.mensagem_id, motivo=heard, now=now)
            else:
                await queries.keep(conn, waiting.mensagem_id, chave=WORDS, texto=heard, now=now)
                if self._is_danger(heard, now):  # though it was answered already: the words came late
                    await queries.say_late(conn, waiting.mensagem_id, heard, now=now)
            newest = await queries.find_newest(conn, waiting.conversa_id)
            if newest is not None:
                over = when_to_answer(
                    Tipo(newest.tipo), newest.texto, tapped=newest.tapped, now=newest.criada_em,
                    first_unanswered=newest.first, quiet=self._quiet,
                )  # fmt: skip
                await queries.answer_at(conn, waiting.conversa_id, max(now, over))
            await queries.tell(conn, waiting.conversa_id)

    def _is_danger(self, words: str, now: datetime) -> bool:
        return self._rules.understand(words, Context(reference_time=now)).safety in DANGERS
