"""The ledger: no question leaves before it is on record and fits under its client's ceilings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from uuid import UUID
from zoneinfo import ZoneInfo

from anna.db.connect import Connection, Database
from anna.llm import queries
from anna.llm.models import Prompt, Usage
from anna.llm.prices import Price, cost, reservation

ZONE = ZoneInfo("America/Sao_Paulo")
"""Where a day and a month of spending begin, whatever zones a client's clinicas are in."""


class Ceiling(StrEnum):
    """A limit that a question would break."""

    MINUTE = "teto_minuto"
    DAY = "teto_dia"
    MONTH = "teto_mes"


class Resultado(StrEnum):
    """What became of a question, as `interacoes_ia.resultado` has it."""

    EM_CURSO = "em_curso"
    ACEITA = "aceita"  # its answer was read
    INVALIDA = "invalida"  # it answered something else than what was asked for
    TRUNCADA = "truncada"  # it did not come to an end
    RECUSADA = "recusada"  # the model would not
    NAO_ATENDIDA = "nao_atendida"  # surely not answered, and not billed
    SEM_RESPOSTA = "sem_resposta"  # nobody knows; what was reserved stays as its cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceilings:
    """Questions per minute, and dollars per day and month, of one client over all its processes."""

    per_minute: int
    day_usd: Decimal
    month_usd: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a question is about; one that belongs to no conversation (the clinic's own texts) has no `conversa_id`."""

    clinica_id: UUID
    conversa_id: UUID | None
    finalidade: str = "entender"
    mensagem_id: UUID | None = None  # where it is about one message alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a question ended. `usage` is None when nothing is known of it; nothing was billed if it is `NAO_ATENDIDA`.

    `cost_usd` is for what is not billed by the token, `seconds` of sound for instance.
    """

    resultado: Resultado
    motivo: str | None = None
    usage: Usage | None = None
    model: str | None = None
    request_id: str | None = None
    intents: tuple[str, ...] | None = None
    sentiment: str | None = None
    cost_usd: Decimal | None = None
    seconds: int | None = None


class Ledger:
    """The questions of one client. Ceilings hold over any number of workers, because PostgreSQL counts."""

    def __init__(self, database: Database, ceilings: Ceilings) -> None:
        self._database = database
        self._ceilings = ceilings

    async def open(
        self, prompt: Prompt, *, provider: str, model: str, price: Price, about: About, now: datetime
    ) -> UUID | Ceiling:
        """Put a question on record with the most that it can cost; or the ceiling that forbids it."""
        most = reservation(prompt, price)
        return await self.reserve(
            most, provider=provider, model=model, version=prompt.version, about=about, now=now
        )

    async def reserve(
        self, most: Decimal, *, provider: str, model: str, version: str, about: About, now: datetime
    ) -> UUID | Ceiling:
        """The same for what is no prompt and costs `most` dollars at most; `version` says what is asked for."""
        async with self._database.transaction() as conn:
            await queries.lock_ceilings(conn)
            used = await read_used(conn, now=now)
            ceiling = self._broken(used, most)
            if ceiling:
                return ceiling
            return await queries.open_interacao(
                conn, clinica_id=about.clinica_id, conversa_id=about.conversa_id, finalidade=about.finalidade,
                mensagem_id=about.mensagem_id, provedor=provider, modelo=model, prompt_versao=version, reserva=most, now=now,
            )  # fmt: skip

    def _broken(self, used: queries.Used, most: Decimal) -> Ceiling | None:
        if used.perguntas >= self._ceilings.per_minute:
            return Ceiling.MINUTE
        if used.custo_dia + most > self._ceilings.day_usd:
            return Ceiling.DAY
        if used.custo_mes + most > self._ceilings.month_usd:
            return Ceiling.MONTH
        return None

    async def close(
        self, interacao_id: UUID, outcome: Outcome, *, price: Price | None = None, latency: timedelta, now: datetime
    ) -> None:  # fmt: skip
        """Write down how a question ended and what it cost; `price` is that of tokens."""
        usage = outcome.usage or Usage()
        async with self._database.transaction() as conn:
            await queries.close_interacao(
                conn, interacao_id, resultado=outcome.resultado, motivo=outcome.motivo, modelo=outcome.model,
                pedido_id=outcome.request_id, tokens=(usage.input, usage.cached, usage.written, usage.output),
                segundos=outcome.seconds, custo_usd=_billed(outcome, price), intencoes=outcome.intents,
                sentimento=outcome.sentiment, latencia_ms=round(latency / timedelta(milliseconds=1)), now=now,
            )  # fmt: skip


def _billed(outcome: Outcome, price: Price | None) -> Decimal | None:
    """What a question cost; None where nobody knows, and what was reserved for it stays."""
    if outcome.resultado is Resultado.NAO_ATENDIDA:
        return Decimal(0)
    if outcome.cost_usd is not None or outcome.usage is None or price is None:
        return outcome.cost_usd
    return cost(outcome.usage, price)


async def read_used(conn: Connection, *, now: datetime) -> queries.Used:
    """What the client has used in the last minute, today and this month."""
    day, month = _begins(now)
    return await queries.read_used(conn, minute=now - timedelta(minutes=1), day=day, month=month)


def _begins(now: datetime) -> tuple[datetime, datetime]:
    """When the day and the month of `now` began."""
    day = now.astimezone(ZONE).replace(hour=0, minute=0, second=0, microsecond=0)
    return day, day.replace(day=1)
