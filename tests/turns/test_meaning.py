"""What lies near a question in meaning: the clinic's texts measured once, the question when it is asked, and nothing where it cannot be."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from anna.clinica.models import Assunto
from anna.clinica.queries import upsert_conhecimento
from anna.clinica.service import search_text
from anna.clock import ManualClock
from anna.db.migrate import migrate
from anna.llm.service import About, Ceilings, Ledger
from anna.llm.vectors import TOKEN_PRICES
from anna.providers.openai_embeddings import OpenAIEmbedder
from anna.provisioning.demo import demo_id
from anna.simulation.databases import Databases
from anna.simulation.house import House, open_house
from anna.turns.models import meaning
from anna.turns.models.meaning import Meaning
from anna.turns.models.measuring import Measuring, Scale
from tests.conftest import TEST_NOW, ClientDatabase
from tests.llm.test_ledger import about as about_fixture
from tests.models import KEY, Models, pretended

MODEL = "text-embedding-3-small"
AROEIRA, MANDACARU = demo_id("aroeira"), demo_id("mandacaru")
about = about_fixture


class Shelf:
    """A seeded client with somebody who measures for it."""

    def __init__(self, there: Models, db: ClientDatabase, about: About) -> None:
        self.there, self.db, self.about = there, db, about
        self.embedder = OpenAIEmbedder(api_key=KEY, model=MODEL, base_url=f"{there.url}/v1", limit_s=1.0)
        self.meaning = self.make()

    def make(self, **ceilings: Any) -> Meaning:
        given: dict[str, Any] = {"per_minute": 100, "day_usd": Decimal(5), "month_usd": Decimal(100)}
        clock = ManualClock(TEST_NOW)
        measuring = Measuring(
            scale=Scale(self.embedder, TOKEN_PRICES[MODEL]), limit_s=1.0, clock=clock,
            ledger=Ledger(self.db.worker, Ceilings(**given | ceilings)),
        )  # fmt: skip
        return Meaning(database=self.db.worker, measuring=measuring, clock=clock)

    async def near(self, question: str, meaning: Meaning | None = None) -> list[str]:
        assert self.about.conversa_id
        found = await (meaning or self.meaning).near(
            question, clinica_id=AROEIRA, conversa_id=self.about.conversa_id, limit_s=1.0, asked=[]
        )
        return [item.pergunta for item in found]

    async def value(self, sql: str) -> Any:
        async with self.db.worker.transaction() as conn:
            return await conn.fetchval(sql)

    async def asked(self) -> int:
        """How many texts were measured so far."""
        return sum(len(one["body"]["input"]) for one in await self.there.asked("openai"))


@pytest.fixture
async def shelf(client_db: ClientDatabase, about: About) -> AsyncIterator[Shelf]:
    async with pretended() as there:
        made = Shelf(there, client_db, about)
        yield made
        await made.embedder.close()


async def change(shelf: Shelf, resposta: str) -> None:
    async with shelf.db.worker.transaction() as conn:
        id: UUID = await conn.fetchval(
            "select id from clinica.conhecimento where clinica_id = $1 and assunto = 'pagamento'", AROEIRA
        )
        await upsert_conhecimento(
            conn, conhecimento_id=id, clinica_id=AROEIRA, assunto=Assunto.PAGAMENTO, servico_id=None,
            pergunta="Como pago?", resposta=resposta, busca=search_text("Como pago?", resposta),
        )  # fmt: skip


async def test_a_text_is_measured_once_until_it_says_something_else(shelf: Shelf) -> None:
    """Would catch: paying for the same words at every sweep, and an answer found by what it no longer says."""
    texts = await shelf.value(f"select count(*) from clinica.conhecimento where clinica_id = '{AROEIRA}'")
    assert set(await shelf.meaning.list_to_do()) == {AROEIRA, MANDACARU}
    assert await shelf.meaning.index(AROEIRA) == texts
    assert await shelf.meaning.list_to_do() == [MANDACARU]
    assert await shelf.meaning.index(AROEIRA) == 0
    assert await shelf.asked() == texts
    await change(shelf, "Só dinheiro.")
    assert set(await shelf.meaning.list_to_do()) == {AROEIRA, MANDACARU}
    assert await shelf.meaning.index(AROEIRA) == 1
    kept = await shelf.value(f"select count(*) from clinica.vetores where clinica_id = '{AROEIRA}'")
    assert kept == texts, "what nobody says any more is forgotten"


async def test_every_measure_is_on_record_with_what_it_cost(shelf: Shelf) -> None:
    await shelf.meaning.index(AROEIRA)
    await shelf.near("dá pra estacionar?")
    rows: list[Mapping[str, Any]]
    async with shelf.db.worker.transaction() as conn:
        rows = await conn.fetch("select * from analytics.interacoes_ia order by id")
    assert [(r["finalidade"], r["resultado"], r["conversa_id"] is None) for r in rows] == [
        ("indexar", "aceita", True),
        ("buscar", "aceita", False),
    ]
    assert all(r["tokens_entrada"] > 0 and 0 < r["custo_usd"] < Decimal("0.001") for r in rows)


async def test_what_is_near_is_found_and_a_question_is_measured_once(shelf: Shelf) -> None:
    await shelf.meaning.index(AROEIRA)
    before = await shelf.asked()
    assert (await shelf.near("parcelam em quantas vezes no cartão de crédito?"))[0].startswith(
        "Quais as formas"
    )
    assert await shelf.near("Parcelam em quantas vezes no cartão de crédito?")
    assert await shelf.asked() == before + 1
    assert await shelf.near("??") == []
    assert await shelf.near("qual o sentido da vida") == []


async def test_what_is_asked_often_is_not_forgotten(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning, "_REMEMBERED", 2)
    for question in ("onde fica?", "abre sábado?", "onde fica?", "aceita pix?", "onde fica?"):
        await shelf.near(question)
    assert await shelf.asked() == 3


async def test_nothing_of_another_clinica_is_near(shelf: Shelf) -> None:
    await shelf.meaning.index(MANDACARU)
    assert await shelf.near("onde fica a clínica? como chegar?") == []


@pytest.mark.parametrize("fault", ["429", "500", "hang", "empty", "no_credit"])
async def test_a_question_that_nobody_measures_is_searched_by_its_words(shelf: Shelf, fault: str) -> None:
    await shelf.meaning.index(AROEIRA)
    shelf.there.fault("openai", fault)
    assert await shelf.near("onde fica a clínica?") == []
    assert await shelf.value("select count(*) from analytics.interacoes_ia where resultado = 'em_curso'") == 0


async def test_the_ceilings_hold_for_measures_too(shelf: Shelf) -> None:
    assert await shelf.make(day_usd=Decimal(0)).index(AROEIRA) == 0
    assert await shelf.near("onde fica?", shelf.make(per_minute=0)) == []
    assert await shelf.asked() == 0


async def test_without_pgvector_nothing_is_measured_and_the_log_says_why(
    shelf: Shelf, caplog: pytest.LogCaptureFixture
) -> None:
    admin = shelf.db.postgres.dsn(shelf.db.name)
    from anna.db.connect import connect  # noqa: PLC0415

    conn = await connect(admin)
    await conn.execute("drop table clinica.vetores; drop extension vector")
    assert await shelf.meaning.list_to_do() == []
    assert await shelf.meaning.index(AROEIRA) == 0
    assert await shelf.near("onde fica?") == []
    assert await shelf.asked() == 0
    assert caplog.text.count("no pgvector") == 1
    await migrate(conn, "cliente", now=TEST_NOW)
    assert await shelf.make().index(AROEIRA) > 0, "once it is there, `anna migrate` makes the table"
    await conn.close()


async def test_an_answer_that_shares_no_word_with_the_question_is_shown_to_the_model(
    databases: Databases, clock: ManualClock
) -> None:
    """Would catch: embeddings that are paid for and never asked."""
    async with AsyncExitStack() as stack:
        house = await open_house(
            stack, databases, clock, models={"understanders": "anthropic", "embedder": "openai"}
        )
        assert house.client.meaning
        for clinica in await house.client.meaning.list_to_do():
            await house.client.meaning.index(clinica)
        row = await shown(house, "tem estacionamentozinho pertinho?")
        assert "Tem estacionamento? Onde paro o carro?" in row


async def shown(house: House, text: str) -> list[str]:
    """The knowledge that a draft about `text` was written from."""
    await house.control(
        "POST", "anthropic/demo/answers", {"answers": [{"asked": "intents", "change": {"intents": ["info"]}}]}
    )
    await house.talk("5511900000142", text)
    rows = await house.rows(
        "select k.pergunta from whatsapp.turnos t, jsonb_each(t.rascunho->'linhas') l, clinica.conhecimento k"
        " where l.value->>0 = 'clinica.conhecimento' and k.id = (l.value->>1)::uuid"
    )
    return [row["pergunta"] for row in rows]
