"""A reading always comes, in time: through every fault of both vendors, every ceiling, and an open breaker."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from time import monotonic
from typing import Any
from uuid import UUID

import pytest

from anna.clock import ManualClock
from anna.commands import Intent
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import State
from anna.llm.prices import PRICES
from anna.llm.service import About, Ceiling, Ceilings, Ledger
from anna.turns.models.thinking import Limits, Reader, Thinking, Thought
from tests.conftest import TEST_NOW, ClientDatabase
from tests.llm.test_ledger import about as about_fixture
from tests.models import VENDORS, Models, context, pretended
from tests.processes import eventually

TEXT = "oi, quanto custa o botox?"
about = about_fixture
FAULTS = (
    "429", "529", "500", "no_credit", "hang", "slow", "drip", "reset", "truncated", "model_refuses", "invalid_json", "out_of_schema",
    "invented_tool", "empty",
)  # fmt: skip


@dataclass
class Mind:
    """One client's thinking with both vendors, and what it left in the database."""

    there: Models
    db: ClientDatabase
    about: About
    clock: ManualClock = field(default_factory=lambda: ManualClock(TEST_NOW))

    def of(
        self, vendors: Sequence[str] = tuple(VENDORS), *, limits: Limits | None = None, **ceilings: Any
    ) -> Thinking:
        given: dict[str, Any] = {
            "per_minute": 100,
            "day_usd": Decimal(5),
            "month_usd": Decimal(100),
        } | ceilings
        return Thinking(
            readers=[Reader(self.there.reader(v), PRICES[VENDORS[v]]) for v in vendors],
            offline=OfflineUnderstander(),
            ledger=Ledger(self.db.worker, Ceilings(**given)),
            limits=limits or Limits(turn_s=3.0, question_s=0.4),
            clock=self.clock,
        )

    async def think(self, thinking: Thinking, text: str = TEXT) -> Thought:
        return await thinking.think(text, context(), self.about)

    async def rows(self) -> list[Mapping[str, Any]]:
        async with self.db.worker.transaction() as conn:
            return await conn.fetch("select * from analytics.interacoes_ia order by id")


@pytest.fixture
async def mind(client_db: ClientDatabase, about: About) -> AsyncIterator[Mind]:
    async with pretended() as there:
        yield Mind(there, client_db, about)


def passed_over(thought: Thought) -> list[tuple[str, str]]:
    return [(h.saw, h.meant) for h in thought.reading.trace if h.rule == "model.passed_over"]


async def test_the_first_model_reads_and_the_row_says_what_it_took(mind: Mind) -> None:
    thought = await mind.think(mind.of())
    assert thought.reading.by == "openai"
    (row,) = await mind.rows()
    assert thought.interacoes == (row["id"],)
    assert (row["provedor"], row["modelo"], row["resultado"]) == ("openai", "gpt-6-luna", "aceita")
    assert (row["intencoes"], row["sentimento"]) == (["price"], "neutral")
    assert row["tokens_entrada"] > 500
    assert 0 < row["custo_usd"] < Decimal("0.001")
    assert row["latencia_ms"] >= 0
    assert len(row["prompt_versao"]) == 12
    assert row["pedido_id"].startswith("req_")


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_fault_of_the_first_ends_in_a_reading_by_the_second(mind: Mind, fault: str) -> None:
    mind.there.fault("openai", fault)
    began = monotonic()
    thought = await mind.think(mind.of())
    assert monotonic() - began < 2.5
    assert thought.reading.by == "anthropic"
    assert Intent.PRICE in thought.reading.intents
    assert [row["resultado"] for row in await mind.rows()][1:] == ["aceita"]
    assert passed_over(thought)[0][0] == "openai"


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_fault_of_both_ends_in_the_rules(mind: Mind, fault: str) -> None:
    for vendor in VENDORS:
        mind.there.fault(vendor, fault, retry_after=3600)
    began = monotonic()
    thought = await mind.think(mind.of())
    assert monotonic() - began < 3.0
    own = OfflineUnderstander().understand(TEXT, context())
    assert thought.reading == own
    assert [saw for saw, _ in passed_over(thought)] == list(VENDORS)
    assert all(row["resultado"] not in ("aceita", "em_curso") for row in await mind.rows())


@pytest.mark.parametrize(
    ("fault", "resultado", "billed"),
    [
        ("429", "nao_atendida", "nothing"), ("529", "nao_atendida", "nothing"), ("no_credit", "nao_atendida", "nothing"),
        ("hang", "sem_resposta", "reserved"), ("slow", "sem_resposta", "reserved"), ("drip", "sem_resposta", "reserved"), ("reset", "sem_resposta", "reserved"),
        ("truncated", "truncada", "used"), ("model_refuses", "recusada", "used"), ("empty", "invalida", "used"),
        ("invented_tool", "invalida", "used"), ("invalid_json", "invalida", "used"), ("out_of_schema", "invalida", "used"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_fault_is_on_record_with_what_it_cost(
    mind: Mind, vendor: str, fault: str, resultado: str, billed: str
) -> None:
    mind.there.fault(vendor, fault)
    await mind.think(mind.of([vendor]))
    (row,) = await mind.rows()
    assert row["resultado"] == resultado
    assert (row["custo_usd"] > 0) is (billed != "nothing")
    assert (row["tokens_entrada"] > 0) is (billed == "used")


async def test_the_limit_of_a_turn_holds_over_the_whole_chain(mind: Mind) -> None:
    for vendor in VENDORS:
        mind.there.fault(vendor, "hang")
    thinking = mind.of(limits=Limits(turn_s=0.9, question_s=0.6))
    began = monotonic()
    thought = await mind.think(thinking)
    assert monotonic() - began < 1.3
    assert thought.reading.by == "offline"
    assert passed_over(thought) == [("openai", "timeout"), ("anthropic", "no time left")]


async def test_an_answer_that_comes_after_the_limit_counts_for_nothing(mind: Mind) -> None:
    """Would catch: a late answer that changes what was answered without it, or what its question is on record with."""
    mind.there.fault("openai", "slow", seconds=0.8)
    thought = await mind.think(mind.of(["openai"]))
    before = await mind.rows()
    await asyncio.sleep(0.6)
    assert thought.reading == OfflineUnderstander().understand(TEXT, context())
    assert await mind.rows() == before
    assert [row["resultado"] for row in before] == ["sem_resposta"]


async def test_a_provider_that_keeps_failing_is_left_alone_and_then_tried_once(mind: Mind) -> None:
    thinking = mind.of(["openai"])
    mind.there.fault("openai", "500", count=3)
    for _ in range(3):
        assert passed_over(await mind.think(thinking)) == [("openai", "server_error")]
    assert passed_over(await mind.think(thinking)) == [("openai", "resting")]
    assert len(await mind.rows()) == 3
    mind.clock.advance(timedelta(seconds=30))
    assert (await mind.think(thinking)).reading.by == "openai"


async def test_a_retry_after_of_an_hour_is_an_hour_without_questions(mind: Mind) -> None:
    thinking = mind.of(["anthropic"])
    mind.there.fault("anthropic", "429", count=1, retry_after=3600)
    await mind.think(thinking)
    mind.clock.advance(timedelta(minutes=59))
    assert passed_over(await mind.think(thinking)) == [("anthropic", "resting")]
    mind.clock.advance(timedelta(minutes=2))
    assert (await mind.think(thinking)).reading.by == "anthropic"


@pytest.mark.parametrize("fault", ["model_refuses", "truncated"])
async def test_what_a_message_makes_a_model_do_is_not_held_against_its_provider(
    mind: Mind, fault: str
) -> None:
    """Else one rude patient would take the model from everybody."""
    thinking = mind.of(["openai"])
    mind.there.fault("openai", fault, count=5)
    for _ in range(5):
        await mind.think(thinking)
    assert (await mind.think(thinking)).reading.by == "openai"


@pytest.mark.parametrize(
    ("ceilings", "why"),
    [
        ({"per_minute": 1}, Ceiling.MINUTE),
        ({"day_usd": Decimal("0.002")}, Ceiling.DAY),
        ({"month_usd": Decimal("0.002")}, Ceiling.MONTH),
    ],
)
async def test_past_a_ceiling_the_rules_answer(mind: Mind, ceilings: dict[str, Any], why: Ceiling) -> None:
    mind.there.fault("openai", "hang", count=1)
    thinking = mind.of(["openai"], **ceilings)
    await mind.think(thinking)
    thought = await mind.think(thinking)
    assert passed_over(thought) == [("openai", why.value)]
    assert thought.reading.by == "offline"
    assert len(await mind.rows()) == 1


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("parem de me mandar mensagem", State.NONE),
        ("to com falta de ar", State.NONE),
        ("sim", State.CONFIRM_BOOKING),
        ("2", State.NPS),
    ],
)
async def test_what_no_model_could_change_is_not_asked(mind: Mind, text: str, state: State) -> None:
    where = context(state, bot_text="Confirmo botox quinta, 26/11, às 15h?", options=("um", "dois"))
    thought = await mind.of().think(text, where, mind.about)
    assert thought.reading.by == "offline"
    assert await mind.rows() == []


async def test_a_worker_that_stops_while_it_asks_leaves_the_question_under_way(mind: Mind) -> None:
    mind.there.fault("openai", "hang")
    task = asyncio.create_task(mind.think(mind.of(limits=Limits(turn_s=30, question_s=30))))
    await eventually(mind.rows, "the question is on record")
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    (row,) = await mind.rows()
    assert (row["resultado"], row["terminada_em"]) == ("em_curso", None)
    assert row["custo_usd"] > 0
    assert isinstance(row["id"], UUID)
