"""Ceilings hold over any number of workers, and a question is on record before it is asked."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from anna.kit.crypto import SecretBox, new_key
from anna.llm.models import Usage
from anna.llm.prices import PRICES, reservation
from anna.llm.service import About, Ceiling, Ceilings, Ledger, Outcome, Resultado
from anna.provisioning.demo import demo_id, seed_demo
from tests.conftest import TEST_NOW, ClientDatabase
from tests.models import book, context

PRICE = PRICES["gpt-6-sol"]
PROMPT = book().prompt("quero botox", context())
MOST = reservation(PROMPT, PRICE)


@pytest.fixture
async def about(client_db: ClientDatabase) -> About:
    clinica = demo_id("aroeira")
    async with client_db.worker.transaction() as conn:
        await seed_demo(
            conn, secret_box=SecretBox(new_key()), provider_url="http://127.0.0.1:9", now=TEST_NOW
        )
        contato = await conn.fetchval(
            "select contato_id from whatsapp.contato_pacientes where clinica_id = $1 limit 1", clinica
        )
        conversa = await conn.fetchval(
            "insert into whatsapp.conversas (clinica_id, contato_id, instancia_id, criada_em) values ($1, $2, $3, $4)"
            " returning id", clinica, contato, demo_id("aroeira", "instancia", "aroeira"), TEST_NOW,
        )  # fmt: skip
    return About(clinica_id=clinica, conversa_id=conversa)


def ledger(db: ClientDatabase, **ceilings: Any) -> Ledger:
    given: dict[str, Any] = {"per_minute": 20, "day_usd": Decimal(5), "month_usd": Decimal(100)} | ceilings
    return Ledger(db.worker, Ceilings(**given))


async def ask(book: Ledger, about: About, now: datetime = TEST_NOW) -> UUID | Ceiling:
    return await book.open(PROMPT, provider="openai", model="gpt-6-sol", price=PRICE, about=about, now=now)


async def close(book: Ledger, id: UUID | Ceiling, outcome: Outcome, now: datetime = TEST_NOW) -> None:
    assert isinstance(id, UUID)
    await book.close(id, outcome, price=PRICE, latency=timedelta(seconds=1), now=now)


async def costs(db: ClientDatabase) -> list[Decimal]:
    async with db.worker.transaction() as conn:
        rows = await conn.fetch("select custo_usd from analytics.interacoes_ia order by id")
    return [row["custo_usd"] for row in rows]


async def test_twenty_questions_a_minute_and_then_again(client_db: ClientDatabase, about: About) -> None:
    one, other = ledger(client_db), ledger(client_db)
    asked = [await ask(one if n % 2 else other, about) for n in range(21)]
    assert [isinstance(id, UUID) for id in asked] == [True] * 20 + [False]
    assert asked[-1] is Ceiling.MINUTE
    assert isinstance(await ask(one, about, TEST_NOW + timedelta(seconds=60)), UUID)


async def test_workers_at_the_same_instant_do_not_pass_the_ceiling_together(
    client_db: ClientDatabase, about: About
) -> None:
    """Without the lock each would count the others' questions before they are there."""
    books = [ledger(client_db, per_minute=5) for _ in range(3)]
    asked = await asyncio.gather(*(ask(books[n % 3], about) for n in range(15)))
    assert sum(isinstance(id, UUID) for id in asked) == 5


async def test_a_question_under_way_counts_with_the_most_it_can_cost(
    client_db: ClientDatabase, about: About
) -> None:
    book = ledger(client_db, day_usd=MOST * 2 + MOST / 2)
    assert isinstance(await ask(book, about), UUID)
    assert isinstance(await ask(book, about), UUID)
    assert await ask(book, about) is Ceiling.DAY


async def test_a_day_and_a_month_begin_at_midnight_in_sao_paulo(
    client_db: ClientDatabase, about: About
) -> None:
    book = ledger(client_db, day_usd=MOST * 2 - MOST / 2, month_usd=MOST * 3 - MOST / 2)
    evening = datetime(2026, 11, 29, 2, 59, tzinfo=UTC)  # 23:59 on the 28th
    assert isinstance(await ask(book, about, evening), UUID)
    assert await ask(book, about, evening) is Ceiling.DAY
    assert isinstance(await ask(book, about, evening + timedelta(minutes=2)), UUID)
    assert await ask(book, about, evening + timedelta(days=1, minutes=2)) is Ceiling.MONTH
    assert isinstance(await ask(book, about, datetime(2026, 12, 1, 3, tzinfo=UTC)), UUID)


async def test_what_an_answer_cost_takes_the_place_of_what_was_reserved(
    client_db: ClientDatabase, about: About
) -> None:
    book = ledger(client_db)
    usage = Usage(input=1000, output=100)
    await close(
        book, await ask(book, about), Outcome(resultado=Resultado.ACEITA, usage=usage, intents=("price",))
    )
    await close(
        book, await ask(book, about), Outcome(resultado=Resultado.INVALIDA, motivo="invalid", usage=usage)
    )
    await close(
        book, await ask(book, about), Outcome(resultado=Resultado.NAO_ATENDIDA, motivo="overloaded_error")
    )
    await close(book, await ask(book, about), Outcome(resultado=Resultado.SEM_RESPOSTA, motivo="timeout"))
    paid = Decimal("0.003000")
    assert await costs(client_db) == [paid, paid, Decimal(0), MOST]
