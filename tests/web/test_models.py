"""What the demo page and `anna explain` say of a turn that a model read."""

from __future__ import annotations

import re

from anna.cli.explain import turn_lines
from anna.llm.queries import list_of_turno
from anna.simulation.house import House
from anna.whatsapp.desk_queries import list_turnos
from tests.web.reading import words
from tests.web.test_demo import DEBORA, page


async def decided(house: House) -> str:
    """The section of the page that tells how Anna decided."""
    return words(await page(house, f"{house.anna.settings.public_url}/c/demo/demo"), part="decision")


async def explained(house: House) -> str:
    async with house.client.database.transaction() as conn:
        conversa = await conn.fetchval("select id from whatsapp.conversas")
        (turno, *_) = await list_turnos(conn, conversa, limit=1)
        return "\n".join(turn_lines(turno, await list_of_turno(conn, turno.id)))


async def script(house: House, vendor: str, **changes: object) -> None:
    await house.control("POST", f"{vendor}/demo/answers", {"answers": [{"change": changes}]})


async def test_who_read_it_how_long_it_took_and_what_it_cost(modelled: House, vendor: str) -> None:
    await script(modelled, vendor, sentiment="positive")
    await modelled.talk(DEBORA, "oi, quanto custa o botox?")
    model = {"openai": "gpt-6-luna", "anthropic": "claude-haiku-5-5"}[vendor]
    said = await decided(modelled)
    assert re.search(rf"Lida por {model} em \d,\d s, por US\$ 0,000\d, e conferida pelas regras\.", said), (
        said
    )
    told = await explained(modelled)
    assert f"understood by {vendor}" in told
    assert "sounds: positive" in told
    assert re.search(
        rf"asked {vendor} \(entender\): aceita in \d\.\d s, {model}, wording [0-9a-f]{{12}}, \d+ \+ \d+ tokens, US\$ 0\.000",
        told,
    )


async def test_what_a_model_added_and_what_was_not_believed(modelled: House, vendor: str) -> None:
    await script(
        modelled, vendor, intents=["price", "cancel"], choice=3,
        procedures=[{"slug": "botox", "words": "testa de acordeão"}],
    )  # fmt: skip
    await modelled.talk(DEBORA, "tenho uma testa de acordeão, dá pra resolver?")
    said = await decided(modelled)
    assert "O modelo acrescentou: procedimento botox; preço." in said
    assert "Desistir: só o modelo leu assim." in said
    assert "Escolha: só o modelo leu assim." in said
    assert "model." not in said
    told = await explained(modelled)
    assert "rule model.procedure: 'testa de acordeão' -> botox" in told
    assert "rule model.refused.intent: '' -> cancel" in told


async def test_a_model_that_was_away_is_named_with_the_reason(modelled: House, vendor: str) -> None:
    await modelled.control("POST", "faults", {"provider": vendor, "instance": "demo", "fault": "truncated"})
    await modelled.talk(DEBORA, "oi, quanto custa o botox?")
    assert f"Leram as regras: {vendor} não terminou a resposta." in await decided(modelled)
    assert f"asked {vendor} (entender): truncada (truncated)" in await explained(modelled)


async def test_what_needed_no_model_says_so(modelled: House, vendor: str) -> None:
    await modelled.talk(DEBORA, "parem de me mandar mensagem")
    assert "Não precisou de modelo de linguagem." in await decided(modelled)
